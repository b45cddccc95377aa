"""Feeds, and the XML attacks of T16."""

import json

import pytest

from dragoman.model import Code

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
     xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Example</title><link>https://a.example/</link><language>en-gb</language>
<item><title>Ships &amp;amp; harbours</title><link>https://a.example/1</link>
  <description>&lt;p&gt;Ships left.&lt;/p&gt;
  &lt;p&gt;They &amp;lt;all&amp;gt; left.&lt;/p&gt;</description>
  <dc:creator>Ann Example</dc:creator><pubDate>Mon, 06 Feb 2023 10:00:00 GMT</pubDate>
  <source url="https://b.example/rss">The First Example</source></item>
<item><title>&lt;img src=x onerror=alert(1)&gt;Title</title><link>javascript:alert(1)</link>
  <guid>tag:2</guid><description>Short.</description>
  <content:encoded><![CDATA[<p>The whole <b>article</b>.</p><script>alert(1)</script>]]>
  </content:encoded></item>
<item><title>Only a headline</title><link>https://a.example/1</link></item>
</channel></rss>
"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Example</title>
<author><name>Ann Example</name></author>
<entry><title type="text">Ships &lt;b&gt;</title><id>urn:1</id>
  <link rel="self" href="https://a.example/self"/><link href="https://a.example/1"/>
  <published>2023-02-06T10:00:00Z</published><author><name>Bo Example</name></author>
  <source><title>The First Example</title></source>
  <content type="xhtml">
    <div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div></content>
</entry></feed>"""


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1"])
def test_rss(encoding, read):
    first, second, third = read("a.rss", RSS.format(encoding=encoding).encode(encoding))
    assert first.text == "Ships left.\n\nThey <all> left."
    assert first.member == "https://a.example/1#1"
    assert first.stated == {
        "title": "Ships & harbours", "url": "https://a.example/1", "byline": "Ann Example",
        "published": "Mon, 06 Feb 2023 10:00:00 GMT", "outlet": "The Example",
        "republished_from": "The First Example", "language": "en-gb",
    }  # fmt: skip
    assert (second.text, second.member) == ("The whole article.", "tag:2#1")
    assert (second.stated["title"], "url" in second.stated) == ("Title", False)
    assert (third.code, third.member) == (Code.NO_TEXT, "https://a.example/1#2")


def test_references_that_xml_does_not_know(draft):
    said = "AT&T&nbsp;&amp; &eacute;&#8211;&#0; <![CDATA[R&D &amp; x?a=1&b=2]]> &none; end"
    read = draft("a.xml", ITEM.format(said).encode())
    assert read.text == "AT&T & é–\ufffd R&D & x?a=1&b=2 &none; end"


def test_atom(draft):
    entry = draft("a.atom", ATOM.encode())
    assert entry.text == "One.\n\nTwo."
    assert entry.stated == {
        "title": "Ships <b>", "url": "https://a.example/1", "byline": "Bo Example",
        "published": "2023-02-06T10:00:00Z", "outlet": "The Example",
        "republished_from": "The First Example", "language": "en",
    }  # fmt: skip


def test_json_feed(read):
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Example",
        "items": [
            {"id": "1", "url": "https://a.example/1", "content_html": "<p>One.</p><p>Two.</p>",
             "title": "Ships", "authors": [{"name": "Ann Example"}], "language": "en"},
            {"id": "2", "content_text": "1 < 2 &amp; so on"},
            {"id": "3"},
            "no item",
        ],
    }  # fmt: skip
    one, two, three, four = read("a.json", json.dumps(feed).encode())
    assert one.text == "One.\n\nTwo."
    assert one.stated == {
        "title": "Ships", "url": "https://a.example/1", "byline": "Ann Example",
        "outlet": "The Example", "language": "en",
    }  # fmt: skip
    assert (two.text, two.member) == ("1 < 2 &amp; so on", "2#1")
    assert (three.code, four.code) == (Code.NO_TEXT, Code.MALFORMED)


def test_a_cut_feed_keeps_its_whole_entries_and_says_so(read):
    whole = RSS.format(encoding="utf-8")
    records = read("a.rss", whole[: whole.index("<item><title>Only")].encode())
    assert [record.code for record in records] == [Code.OK, Code.OK, Code.TRUNCATED]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<rss><channel><title>x</title></channel></rss>", Code.NO_TEXT),
        (b"<note>No feed</note>", Code.NO_TEXT),
        (b"no xml", Code.MALFORMED),
        (b"", Code.EMPTY),
    ],
)
def test_what_is_no_feed(data, code, refusal):
    assert refusal("a.xml", data).code is code


ITEM = (
    "<rss><channel><item><link>https://a.example/1</link><description>{}</description></item>"
    "</channel></rss>"
)
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "dtd",
    [
        f'<!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]>',
        f'<!DOCTYPE rss [<!ENTITY l9 "{"x" * 100_000}">]>',
        '<!DOCTYPE rss [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE rss [<!ENTITY l9 SYSTEM "http://127.0.0.1:9/x">]>',
        '<!DOCTYPE rss [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p; <!ENTITY l9 "x">]>',
        '<!DOCTYPE rss SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE rss PUBLIC "-//x//y" "http://127.0.0.1:9/x.dtd">',
    ],
    ids=["laughs", "blow-up", "file", "http", "parameter", "dtd-file", "dtd-http"],
)
def test_t16_entities_are_never_expanded(dtd, read):
    records = read("a.xml", (dtd + ITEM.format("Before. " + "&l9;" * 1_000)).encode())
    for record in records:
        said = getattr(record, "text", "")
        assert "root:" not in said
        assert "xxx" not in said
        assert "haha" not in said


def test_t16_xinclude_is_not_followed(read):
    include = (
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>'
    )
    assert "root:" not in str(read("a.xml", ITEM.format(include + "Words.").encode()))


@pytest.mark.parametrize("depth", [1_000, 100_000])
def test_t16_depth_is_reported(depth, read):
    deep = "<a>" * depth + "deepest" + "</a>" * depth
    records = read("a.xml", ITEM.format(f"Words. {deep}").encode())
    assert any("deepest" in getattr(r, "text", "") or r.code is Code.DEPTH for r in records)


def test_many_authors_take_no_time(draft):
    feed = ITEM.replace("<link>", "<author>a@b.example (A)</author>" * 32_000 + "<link>")
    assert draft("a.xml", feed.format("Words.").encode()).text == "Words."
