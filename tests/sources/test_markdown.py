from dragoman.model import PassageKind

PAGE = """---
title: "Ministers: a meeting"
author: Ann Example
date: 2023-02-06
url: javascript:alert(1)
series: Winter
---

# Another heading

Ships left the harbour.
"""


def test_front_matter_is_stated_and_marked(draft):
    read = draft("a.md", PAGE.encode())
    assert read.text == PAGE
    assert read.stated == {
        "title": "Ministers: a meeting", "byline": "Ann Example", "published": "2023-02-06",
    }  # fmt: skip
    assert read.extra["series"] == "Winter"
    (passage,) = read.marked
    assert passage.kind is PassageKind.BOILERPLATE
    assert passage.span.cut(PAGE).endswith("Winter\n---\n")


def test_the_first_heading_is_the_title(draft):
    assert draft("a.md", b"\n# Ships leave #\n\nWords.").stated == {"title": "Ships leave"}


def test_rules_and_later_headings_state_nothing(draft):
    for words in ("Words.\n\n# Later\n", "---\n\nWords after a rule.\n", "## Second level\n"):
        read = draft("a.md", words.encode())
        assert (read.text, read.stated, read.marked) == (words, {}, ())
