"""A paragraph that speaks for itself says the same wherever it stands and whatever was read."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.reading.encoder.encoder import encoder
from dragoman.reading.statements import read_statements, tagged
from heard import heard, parser, passages

# None opens with a quotation or ends with a colon, and none has a pronoun for a source.
LINES = (
    "Roe said that Kenya would sign the treaty in May.",
    "Roe told the press that the road was “a gift to nobody” and that it would be closed.",
    "The ministry denied that ships had been held at the lock, according to the Gull.",
    "Poe, who leads the union, said it would strike; Coe called the plan “deeply flawed”.",
    "Later it rained in the hills.",
    "Asked by the Gull, Poe said the ministry had denied that ships were held.",
    "Coe said: “We agree. The road is ours, and nobody will close it.”",
)


def told(text, start=0):
    """Return all that is read in a text, with places counted from `start`."""
    return [
        (
            [
                [(span.start - start, span.end - start) for span in part]
                for part in (one.source, one.cue, one.content)
            ],
            one.kind,
            one.score,
        )
        for one in heard(text)
        if one.content[0].start >= start
    ]


ALONE = {}


def alone(line):
    if line not in ALONE:
        ALONE[line] = told(line)
    return ALONE[line]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=8))
def test_in_any_company(lines):
    text = "\n".join(lines)
    found, place = [], 0
    for line in lines:
        for parts, kind, score in alone(line):
            moved = [[(a + place, b + place) for a, b in part] for part in parts]
            found.append((moved, kind, score))
        place += len(line) + 1
    assert told(text) == found


@pytest.mark.parametrize("line", LINES)
def test_read_anew_or_kept(line):
    kept = told(line)
    tagged._reader.cache_clear()
    assert told(line) == kept
    assert told(line) == kept


def test_copies_in_one_document_each_have_their_places():
    line = LINES[0]
    found = heard(f"{line}\n{line}")
    half = len(found) // 2
    assert half
    for first, second in zip(found[:half], found[half:], strict=True):
        assert [span.start for span in second.content] == [
            span.start + len(line) + 1 for span in first.content
        ]


def test_what_is_carried_over_in_one_document_stays_there():
    line = "“We agree,” Roe said."
    before = told(line)
    assert len(heard(f"{line}\n“We will sign it in May, or never.”")[0].content) == 2
    assert told(line) == before


def test_copies_are_seen_once(monkeypatch):
    seen, see = [], type(encoder()).see
    monkeypatch.setattr(
        type(encoder()), "see", lambda self, told: seen.append(told) or see(self, told)
    )
    tagged._reader.cache_clear()
    heard("\n".join([LINES[4]] * 5))
    assert len(seen) == 1


def test_documents_are_read_apart():
    texts = [LINES[0], "“We will sign it in May, or never.”"]
    together = [read_statements(parser().paragraphs(text, passages(text))) for text in texts]
    assert together[1][0].source == ()
