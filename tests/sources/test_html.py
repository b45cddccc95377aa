"""T7, T10 and T11: pages, sound and hostile."""

import json
import time

import pytest

from dragoman.model import Code
from dragoman.sources.limits import BLOCKS
from dragoman.sources.markup.scan import scan

SENTENCE = "The foreign ministers met on Monday in the harbour town and spoke for two hours. "


def page(body, head=""):
    return f"<!DOCTYPE html><html lang='en'><head>{head}</head><body>{body}</body></html>".encode()


def article(*paragraphs):
    return "<article>" + "".join(f"<p>{p}</p>" for p in paragraphs) + "</article>"


def inside(more):
    return BODY.removesuffix("</article>") + more + "</article>"


BODY = article(SENTENCE * 2, SENTENCE + "They left<br>by ship.", f"He said: “{SENTENCE}”")


def test_paragraphs_stand_apart_by_a_blank_line(draft):
    text = draft("a.html", page(f"<nav><a href='/'>Home</a></nav>{BODY}")).text
    first, second, third = text.split("\n\n")
    assert first == (SENTENCE * 2).strip()
    assert second == SENTENCE + "They left\nby ship."
    assert third.startswith("He said: “The")


def test_a_short_page_keeps_its_paragraphs(draft):
    assert draft("a.html", page("<h1>Ships left</h1><p>One line.</p>")).text == (
        "Ships left\n\nOne line."
    )


def test_linked_data_goes_before_meta_and_title(draft):
    linked = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebPage", "name": "Not this"},
            {
                "@type": ["NewsArticle"],
                "headline": "Ministers &amp; ships",
                "datePublished": "2023-02-06T10:00:00Z",
                "author": [{"@type": "Person", "name": "Ann Example"}, {"name": "Bo Example"}],
                "publisher": {"@type": "Organization", "name": "The Daily Example"},
                "sourceOrganization": {"name": "Example Agency"},
                "isBasedOn": {"@type": "NewsArticle", "publisher": {"name": "The First Example"}},
                "url": "https://a.example/ships",
            },
        ],
    }
    head = (
        f"<title>Ships - Example</title><script type='application/ld+json'>{json.dumps(linked)}"
        "</script><meta property='og:title' content='Other'>"
    )
    assert draft("a.html", page(BODY, head)).stated == {
        "title": "Ministers & ships", "published": "2023-02-06T10:00:00Z",
        "byline": "Ann Example, Bo Example", "outlet": "The Daily Example",
        "agency": "Example Agency", "republished_from": "The First Example",
        "url": "https://a.example/ships", "language": "en",
    }  # fmt: skip


def test_meta_elements_and_title(draft):
    head = """<title>Ships - Example</title><meta property="og:site_name" content="The Example">
      <meta name="author" content="Ann Example"><link rel="canonical" href="https://a.example/1">
      <meta property="article:published_time" content="2023-02-06">
      <meta name="author" content="Bo">"""
    assert draft("a.html", page(BODY, head)).stated == {
        "title": "Ships - Example", "outlet": "The Example", "byline": "Ann Example, Bo",
        "url": "https://a.example/1", "published": "2023-02-06", "language": "en",
    }  # fmt: skip


@pytest.mark.parametrize(
    "head",
    [
        "<script type='application/ld+json'>{broken</script>",
        "<script type='application/ld+json'>" + "[" * 100_000 + "</script>",
        '<script type=\'application/ld+json\'>{"@type": "NewsArticle", "headline": {"a": 1}, '
        '"author": 3, "publisher": [[1]], "url": "javascript:alert(1)"}</script>',
        "<link rel='canonical' href='javascript:alert(1)'><meta property='og:url' content='//x'>",
        '<script type=\'application/ld+json\'>{"@type": "Product", "name": "Not it"}</script>',
    ],
)
def test_nothing_is_invented(head, draft):
    assert draft("a.html", page(BODY, head)).stated == {"language": "en"}


def test_windows_1252_declared_as_utf_8(draft):
    data = page(BODY, "<meta charset='utf-8'>").decode().encode("cp1252")
    read = draft("a.html", data)
    assert (read.encoding, read.code) == ("cp1252", Code.OK)
    assert "“" in read.text


@pytest.mark.parametrize("label", ["utf-8", "utf-16"])
def test_an_xml_declaration_and_wide_characters(label, draft):
    words = "<?xml version='1.0' encoding='utf-8'?>" + page(BODY).decode()
    assert "“" in draft("a.xhtml", words.encode(label)).text


def test_a_page_reads_the_same_whatever_was_read_before(draft):
    data = page(article(*[SENTENCE * 2] * 5, SENTENCE + "An end."))
    assert len({draft("a.html", data).text for _ in range(5)}) == 1


@pytest.mark.parametrize("body", ["", "<div><br><img src='x'></div>", "<script>var a = 1</script>"])
def test_t7_only_markup_is_no_success(body, refusal):
    assert refusal("a.html", page(body)).code is Code.EMPTY_AFTER_EXTRACTION


def test_t7_an_empty_page(refusal):
    assert refusal("a.html", b" \n").code is Code.EMPTY


@pytest.mark.parametrize("depth", [100, 250, 260, 1_000, 5_000, 100_000])
@pytest.mark.parametrize("tag", ["div", "b"])
def test_t10_nothing_nested_deep_is_lost(tag, depth, draft):
    deep = f"<{tag}>" * depth + f"<p>{SENTENCE * 4}deepest words</p>" + f"</{tag}>" * depth
    read = draft("a.html", page(inside(f"{deep}<p>{SENTENCE}last words</p>")))
    assert read.code is Code.OK
    assert "deepest words" in read.text
    assert "last words" in read.text


@pytest.mark.parametrize("nest", ["<ul><li>", "<table><tr><td>", "<blockquote><p>", "<dl><dd>"])
def test_t10_nor_in_lists_and_tables(nest):
    from dragoman.sources.markup.tree import tree_of, words_in

    found = scan(f"<body>{nest * 1_000}deepest words")
    assert words_in(tree_of(found.markup)) == found.words == 2


def test_t10_the_parser_is_not_believed_when_it_loses_words(monkeypatch):
    from dragoman.sources.markup import article as reading

    monkeypatch.setattr(reading, "words_in", lambda _: 20)
    read = reading.article_of(page(BODY))
    assert (read.code, read.lost > 0) == (Code.DEPTH, True)


@pytest.mark.parametrize(
    "hostile",
    [
        "<p " + " ".join(f"a{n}=1" for n in range(300_000)) + ">",
        f"<p title='{'x' * 10_000_000}'>",
        "<" * 1_000_000,
        "<b>" * 200_000,
        "<p title='" * 100_000,
        "<a href=\"x' " * 100_000,
        "<!--" * 200_000 + "-->",
        "<script>" * 100_000 + "</script>",
        "</div>" * 200_000,
    ],
    ids=["attributes", "attribute", "angles", "unclosed", "quotes", "mixed", "comments", "scripts",
         "ends"],
)  # fmt: skip
def test_t11_hostile_markup_ends_in_time(hostile, read):
    began = time.monotonic()
    (record,) = read("a.html", page(BODY + hostile))
    assert time.monotonic() - began < 20
    assert record.code in (Code.OK, Code.EMPTY_AFTER_EXTRACTION, Code.TIMEOUT)


def test_t11_text_after_many_attributes_is_kept(draft):
    many = " ".join(f"a{n}=1" for n in range(30_000))
    body = inside(f"<p {many}>{SENTENCE}kept words</p>")
    assert "kept words" in draft("a.html", page(body)).text


def test_t11_blocks_beyond_the_limit_are_counted():
    found = scan("<p>one two" * (BLOCKS + 10))
    assert (found.words, found.beyond) == (2 * BLOCKS, 20)


def test_scanning_takes_time_linear_in_length():
    def taken(n):
        began = time.process_time()
        scan("<div a='1'>x <i>y</i><!-- z -->" * n + "</div><p title='" * n)
        return time.process_time() - began

    assert taken(40_000) < 5 * max(taken(10_000), 0.02) * 1.6


def test_scanning_keeps_what_is_no_tag():
    found = scan("<p>1 < 2 and a<b</p><textarea><b>raw</textarea><title>a < b</title>")
    assert "1 &lt; 2" in found.markup
    assert "<textarea>&lt;b>raw</textarea>" in found.markup
