"""T42, T43: whatever stands in an article, the page shows it and obeys none of it."""

import json

import pytest

from dragoman.archive.actors import Actor, replace_actors
from dragoman.archive.archive import Archive
from dragoman.archive.writer import writing
from dragoman.model import (
    Code,
    Figure,
    Form,
    Input,
    Mention,
    Passage,
    PassageKind,
    Role,
    Span,
    StatementKind,
    Time,
    TimeType,
    Verdict,
)
from dragoman.telling.dossier import dossier
from dragoman.telling.dossier.links import link
from dragoman.telling.dossier.visible import visible
from strait import VARNLAND, Reading, Statement, document, taken_apart

CALL = "alert(1)"
TAGS = (
    "<script>{}</script>", "<ScRiPt>{}</sCrIpT>", "</script><script>{}</script>",
    "</style><script>{}</script>", "</title><script>{}</script>", "--><script>{}</script>",
    "]]><script>{}</script>", "<!--<script>{}</script>-->", "<img src=x onerror={}>",
    "<img src=x:x onerror='{}'>", "<svg onload={}>", "<svg><script>{}</script></svg>",
    "<svg><animate onbegin={} attributeName=x dur=1s>", "<body onload={}>",
    "<details open ontoggle={}>", "<input autofocus onfocus={}>", "<video><source onerror={}>",
    "<audio src=x onerror={}>", "<iframe srcdoc='<script>{}</script>'>",
    "<iframe src='javascript:{}'>", "<object data='javascript:{}'>", "<embed src='javascript:{}'>",
    "<a href='javascript:{}'>x</a>", "<form action='javascript:{}'><button>",
    "<base href=//evil.example/>",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content='0;javascript:{}'>",
    "<style>@import '//evil.example/x.css';</style>", "<math><mtext><script>{}</script>",
    "<template><script>{}</script></template>", "<marquee onstart={}>",
    "<select autofocus onfocus={}>",
    "<textarea autofocus onfocus={}>", "<noscript><p title='</noscript><img src=x onerror={}>'>",
    "<p style='background:url(//evil.example/x)'>", "<xss onclick={} tabindex=1 id=main>",
)  # fmt: skip
BREAKS = (
    "' onmouseover='{}", '" onmouseover="{}', '"><img src=x onerror={}>', "'><svg onload={}>",
    "` onfocus=`{}", '" autofocus onfocus="{}', "\u2028{}\u2029", "\0<script>{}</script>",
    "{{{{ {} }}}}", "{{% raw %}}{}", "${{{}}}", "&lt;script&gt;{}&lt;/script&gt;",
    "&#60;script&#62;{}", "\\u003cscript\\u003e{}", "\u202e<script>{}</script>\u202c",
    "<scr\0ipt>{}</scr\0ipt>", "<script\n>{}</script\n>", "<script/x>{}</script>",
    "<<script>{}//<</script>", "<script>{}", "\ufeff<script>{}</script>", "%3Cscript%3E{}",
    "+ADw-script+AD4-{}", "</textarea><script>{}</script>", "<%00script>{}</script>",
    "\x1b]0;{}\x07", "';{}//", '";{}//', "*/{}/*", "<!doctype html><script>{}</script>",
)  # fmt: skip
SCHEMES = (
    "javascript:{}", "JaVaScRiPt:{}", "java\tscript:{}", "java\nscript:{}", " javascript:{}",
    "\x01javascript:{}", "javascript&colon;{}", "data:text/html,<script>{}</script>",
    "data:text/html;base64,PHNjcmlwdD4=", "vbscript:{}", "//evil.example/{}", "\\\\evil.example/{}",
    "file:///home/somebody/{}", "blob:{}", "https:javascript:{}", "http://user@evil.example/{}",
    "https://evil.example\\@good.example/{}", "view-source:{}", "feed:javascript:{}", "ftp://x/{}",
)  # fmt: skip
PAYLOADS = tuple(p.format(CALL) for p in (*TAGS, *BREAKS, *SCHEMES))
MORE = tuple(
    f"{before}<script>{CALL}</script>" for before in "\t\r\v\f\x85\xa0\u200b\u2066\u061c؟𝕏é\x7f~"
)
ALL = PAYLOADS + MORE


def hostile(number, payload):
    """Return a reading in which every field and all words are the payload."""
    text = f"{payload}\n\n{payload} said: {payload}"
    doc = f"h{number}"
    half = len(payload) + 2
    whole, tail = Span(0, len(text)), Span(half, len(text))
    head = Span(0, len(payload))
    known = dict.fromkeys(
        ("url", "outlet", "agency", "republished_from", "byline", "published", "language"), payload
    )
    figure = Figure(f"person:h{number}", payload, "person", payload, payload)
    statement = Statement(
        (head,), (Span(half, half + len(payload)),), (tail,), StatementKind.MIXED,
        denial=True, score=0.9, speaker=figure.local, made_on=payload, addressee=head,
        venue=head, medium=head, when=head,
    )  # fmt: skip
    return Reading(
        document(doc, text, payload, **{**known, "path": f"folder/{payload}"}),
        (Passage(head, PassageKind.HEADLINE), Passage(tail, PassageKind.BODY)),
        (whole,),
        (figure, VARNLAND),
        (Mention(head, figure.local, Form.NAME, 0.9),),
        (Role(figure.local, payload, VARNLAND.local, head),),
        (statement,),
        (Time(tail, TimeType.DATE, "2024-03-04"),),
    )


def make_kin(connection):
    """Let every document go back to the one before it, and all name a payload wherever they can."""
    for number, payload in enumerate(ALL):
        connection.execute(
            "insert or replace into families (doc, family, publisher, wire) values (?, 'h0', ?, ?)",
            (f"h{number}", payload, payload),
        )
        connection.execute(
            "insert into hidden_sources (hidden_source, source_note, before, agency, documents)"
            " values (?, ?, ?, ?, 1)",
            (payload, payload, payload, payload),
        )
        for origin, hidden in ((f"h{number - 1}" if number else None, None), (None, payload)):
            connection.execute(
                "insert into lineage (derived, origin, hidden_source, source_note, kind, coverage,"
                " direction_score, score, origin_coverage, parent)"
                " values (?, ?, ?, ?, 'edited', 1, 1, 1, 1, 1)",
                (f"h{number}", origin, hidden, payload),
            )
    connection.execute(
        "insert into utterances (utterance, speaker, documents, families, first_doc)"
        " values ('h0:s1', null, 2, 1, 'h0')"
    )
    for number, payload in enumerate(ALL):
        edits = json.dumps([{"from": payload, "to": "", "span": [5, 5], "reference_span": [0, 1]}])
        connection.execute(
            "insert into variants (utterance, statement, reference_statement, change, edits,"
            " in_quotation_marks, score, appeared)"
            " values ('h0:s1', ?, 'h0:s1', 'word-changed', ?, 1, 1, 1)",
            (f"h{number}:s1", edits),
        )


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    path = tmp_path_factory.mktemp("hostile") / "hostile.dragoman"
    readings = [hostile(number, payload) for number, payload in enumerate(ALL)]
    with writing(path) as writer:
        writer.begin_run({p: p for p in ALL[:20]}, {p: p for p in ALL[:20]})
        refused = [
            Input(p, p, 1, p.encode().hex(), "", "", Verdict.REFUSED, Code.EMPTY, p, None)
            for p in ALL
        ]
        writer.append(readings, refused)
        figures = [r.figures[0] for r in readings]
        actors = [
            Actor(f.local, f.name, f.kind, f.country, f.sector, (f.name, f"{f.name}!"))
            for f in (*figures, VARNLAND)
        ]
        of = {(r.document.doc, f.local): f.local for r in readings for f in r.figures}
        with writer.transaction() as connection:
            replace_actors(connection, actors, of)
            make_kin(connection)
        writer.end_run({})
    with Archive(path) as archive:
        return dossier(archive, PAYLOADS[0])


def test_a_hundred_payloads_add_no_element(page):
    assert len(ALL) >= 100
    tree = taken_apart(page)
    assert len(tree.xpath("//script")) == len(tree.xpath("//style")) == 1
    attributes = {name for element in tree.iter() for name in element.attrib}
    assert not {name for name in attributes if name.startswith("on") or name == "style"}
    assert not tree.xpath("//iframe | //img | //object | //embed | //form | //base | //video")
    hrefs = tree.xpath("//a/@href")
    assert {href[:1] for href in hrefs} == {"#"}


@pytest.mark.browser
@pytest.mark.parametrize("unguarded", [False, True])
def test_a_hundred_payloads_do_nothing(page, shown, unguarded):
    """Neither under the page's policy nor, were it to fail, without it."""
    tab = shown(page, bypass_csp=unguarded)
    tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    for chip in tab.locator("#voices a.chip").all()[:20]:
        chip.dispatch_event("click")
        tab.locator("#receipt-close").click()
    tab.wait_for_timeout(300)
    assert tab.noted == []


@pytest.mark.parametrize(
    "address",
    [s.format(CALL) for s in SCHEMES]
    + ["", None, "http://", "https:///x", "http://[::1", "http://a b/"],
)
def test_only_plain_web_addresses_are_linked(address):
    assert link(address) is None


def test_what_turns_or_hides_text_is_spelt_out():
    assert (
        visible("a\u202eb\0c\u2066\u200bd\ufeff") == "a[U+202E]b[U+0000]c[U+2066][U+200B]d[U+FEFF]"
    )
    assert visible("line\nline\ttab می‌خواهم 👩‍🚀") == "line\nline\ttab می‌خواهم 👩‍🚀"


def test_no_turning_character_reaches_the_page(page):
    assert not set(page) & set("\0\x1b\u202e\u202c\u2066\u2028\u2029\u200b\ufeff\x7f")
