from dragoman.collation.utterances import group
from dragoman.collation.utterances.aligned import Beside
from dragoman.collation.utterances.likeness import likeness, same
from dragoman.model import Alignment, AlignmentKind, Derivation, DerivationKind, Span
from sayings import said

FIRST = "The quay was full of herring crates. “Fish has no owner.” The mayor left for Bergen early."
SECOND = (
    "Crates of herring filled the quay. “Fish knows no owner.” Early the mayor left for Bergen."
)
QUOTE, OTHER = "“Fish has no owner.”", "“Fish knows no owner.”"


def derivation():
    """Align the first sentences and the last, not the quotation between them."""
    whole = ("The quay was full of herring crates.", "Crates of herring filled the quay.")
    rest = ("The mayor left for Bergen early.", "Early the mayor left for Bergen.")
    aligned = tuple(
        Alignment(_place(SECOND, b), _place(FIRST, a), AlignmentKind.EDITED)
        for a, b in (whole, rest)
    )
    return Derivation("doc-b", "doc-a", "", DerivationKind.EDITED, 1.0, 0.9, 0.9, aligned)


def _place(text, piece):
    start = text.index(piece)
    return Span(start, start + len(piece))


def test_a_short_quotation_between_aligned_passages_is_followed():
    sayings = [said("a", FIRST, QUOTE), said("b", SECOND, OTHER)]
    assert len(group(sayings)) == 2
    assert Beside.among(sayings, [derivation()]) == Beside(frozenset(), frozenset({("a", "b")}))
    assert len(group(sayings, [derivation()])) == 1


def test_different_quotations_between_aligned_passages_stay_two():
    other = SECOND.replace(OTHER, "“Nobody asked the sailors.”")
    sayings = [said("a", FIRST, QUOTE), said("b", other, "“Nobody asked the sailors.”")]
    assert len(group(sayings, [derivation()])) == 2


def test_another_speaker_needs_nearly_the_same_words_elsewhere():
    first = "“Our harbours pay for the ferry treaty every single winter,” Brandvik said."
    second = "“Our harbours paid for that ferry treaty in every winter,” Moen said."
    a = said("a", first, source="Brandvik", speaker="person:brandvik")
    b = said("b", second, source="Moen", speaker="person:moen")
    found = likeness(a, b)
    assert not same(a, b, found)
    assert same(a, b, found, aligned=True)
