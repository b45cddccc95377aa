"""T6: letters that look alike and characters that nobody sees hide no alteration."""

import random

import pytest

from dragoman.collation.lineage import derivations
from dragoman.collation.utterances import Saying, group
from dragoman.model import Change, Span, StatementKind
from rewrites import fact, story
from stories import text

COPIES = 5
# What was said, and the word that the copies put in the place of another.
SAID = (
    ("The fishermen of our coast will never sell their licences to foreign trawlers", "owners"),
    ("Nobody at the ministry read the treaty before the president signed that paper", "drafted"),
    ("We counted forty lorries at the border, and the customs officers slept", "thirty"),
    ("Peace without our neighbours is an armistice that waits for the next drought", "famine"),
    ("Her government promised a railway and delivered a photograph of one", "painting"),
    ("Sanctions have closed two ports and opened a dozen smuggling routes", "bakeries"),
    ("I told the ambassador plainly that the glacier belongs to both countries", "neither"),
    ("The inspectors may visit the reactor whenever the river permits the ferry", "quarry"),
    ("Every village along the canal has buried someone because of this delay", "province"),
    ("Our pilots will return when the last hostage has crossed that bridge", "border"),
)
# At which word the other is put in.
PLACE = 6
LOOKALIKES = str.maketrans({"a": "а", "e": "е", "o": "о", "c": "с", "p": "р"})
UNSEEN = ("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad")
ALTERED = {Change.WORD_CHANGED, Change.MEANING_CHANGED}


def disguised(line, chance):
    """Return a line with every other word misspelt for the machine and not for the eye."""
    return " ".join(
        _disguise(word, chance) if at % 2 and word.isalpha() and len(word) > 3 else word
        for at, word in enumerate(line.split(" "))
    )


def _disguise(word, chance):
    if chance.random() < 0.5:
        return word[0] + word[1:].translate(LOOKALIKES)
    return word[:2] + chance.choice(UNSEEN) + word[2:]


def altered(words, other):
    """Return a quotation with another word in the place of one."""
    kept = words.split(" ")
    return " ".join((*kept[:PLACE], other, *kept[PLACE + 1 :]))


def quotation(words):
    return f"“{words},” the envoy said."


def said(doc, line):
    quoted = Span(0, line.index("”") + 1)
    return Saying(doc, doc, line, (quoted,), StatementKind.DIRECT, (quoted,), "person:x")


@pytest.fixture(scope="module")
def quoted():
    """Quotations by number, each with the copies that were altered and disguised."""
    chance = random.Random(6)
    return [
        (
            quotation(words),
            [disguised(quotation(altered(words, other)), chance) for _ in range(COPIES)],
        )
        for words, other in SAID
    ]


def test_every_altered_copy_joins_its_quotation_and_is_shown_as_altered(quoted):
    sayings = [
        said(f"q{number}-{copy}", line)
        for number, (original, copies) in enumerate(quoted)
        for copy, line in enumerate([original, *copies])
    ]
    found = group(sayings)
    assert len(found) == len(SAID)
    for utterance in found:
        assert len(utterance.docs) == 1 + COPIES
        assert {doc.partition("-")[0] for doc in utterance.docs} == {utterance.utterance[:2]}
        changes = [v.change for v in utterance.variants if v.statement != utterance.utterance]
        assert set(changes) <= ALTERED, changes


def test_every_disguised_article_is_found_with_its_origin(quoted):
    chance = random.Random(7)
    texts, expected = [], set()
    for number, (original, copies) in enumerate(quoted):
        lines = (*story(chance), original)
        texts.append(text(f"q{number}", lines))
        for copy, line in enumerate(copies):
            hidden = [disguised(one, chance) for one in lines[:-1]]
            texts.append(text(f"q{number}-{copy}", (*hidden, line)))
            expected.add(frozenset((f"q{number}", f"q{number}-{copy}")))
    found = {frozenset((d.derived, d.origin)) for d in derivations(texts)}
    assert expected <= found
    assert all(len({doc[:2] for doc in pair}) == 1 for pair in found)


def test_a_disguise_alone_alters_nothing():
    chance = random.Random(8)
    line = f"“{fact(chance)}” she said."
    found = group([said("a", line), said("b", disguised(line, chance))])
    assert [v.change for v in found[0].variants] == [Change.SAME, Change.SAME]
