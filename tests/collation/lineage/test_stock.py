from dragoman.collation.lineage import Fingerprints, compare, fingerprint
from stories import FOOTER, HARBOUR, ORCHARD, OTHER_REPORT, REWRITTEN, text


def stock(pages):
    prints = Fingerprints()
    for page in pages:
        prints.add(fingerprint(page))
    return prints.stock()


def test_furniture_of_many_pages_is_stock():
    footers = (FOOTER, FOOTER.replace("newsletter", "bulletin"))
    stories = (HARBOUR, ORCHARD, OTHER_REPORT, REWRITTEN)
    pages = [text(doc, story + footers) for doc, story in zip("abcd", stories, strict=True)]
    found = stock(pages)
    assert found == fingerprint(text("e", footers)).skeletons
    assert compare(pages[1], pages[2]) is not None
    assert compare(pages[1], pages[2], found) is None


def test_copies_make_no_sentence_stock():
    pages = [text(doc, HARBOUR) for doc in "abcdef"]
    assert stock(pages) == frozenset()


def test_a_sentence_that_several_took_from_one_text_is_not_stock():
    other = ("Ferrymen in Oslo would rather talk about the price of diesel this winter.",)
    apart = ("Nobody in Copenhagen answered the telephone on Sunday evening, it seems.",)
    pages = [
        text("a", HARBOUR + ORCHARD),
        text("b", (HARBOUR[0], HARBOUR[3], HARBOUR[4], *other)),
        text("c", (HARBOUR[0], HARBOUR[5], HARBOUR[6], *apart)),
    ]
    assert stock(pages) == frozenset()
