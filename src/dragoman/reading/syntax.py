"""The parse of a paragraph as plain lists, so that each question costs constant time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})


@dataclass(frozen=True, slots=True)
class Syntax:
    """Tokens of a paragraph: words in lower case, places in characters, dependencies.

    left and right are the first and last token of each token's subtree; first and last those of
    its sentence. Everything is indexed by token.
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    heads: list[int]
    deps: list[str]
    tags: list[str]
    children: list[list[int]]
    left: list[int]
    right: list[int]
    first: list[int]
    last: list[int]

    def __len__(self) -> int:
        return len(self.words)

    def child(self, token: int, *deps: str) -> int | None:
        """Return the first child that hangs by one of `deps`."""
        return next((kid for kid in self.children[token] if self.deps[kid] in deps), None)

    def verbal(self, token: int) -> bool:
        """Say whether the token is tagged as a verb form."""
        return self.tags[token].startswith("VB")

    def infinitive(self, token: int) -> bool:
        """Say whether a verb stands with "to"."""
        return any(self.tags[kid] == "TO" for kid in self.children[token] if kid < token)


def read_syntax(doc: Doc) -> Syntax:
    """Turn spaCy's parse into lists. Time and memory are linear in the tokens."""
    rows = doc.to_array(["HEAD", "DEP", "TAG", "SENT_START", "LOWER", "LENGTH", "SPACY"])
    count = len(doc)
    strings = doc.vocab.strings
    codes = {int(code) for code in rows[:, [1, 2, 4]].ravel()} if count else set()
    names = {code: strings[code] for code in codes}
    offsets = rows[:, 0].astype("int64").tolist()
    heads = [place + offset for place, offset in enumerate(offsets)]
    children: list[list[int]] = [[] for _ in range(count)]
    for token, head in enumerate(heads):
        if head != token:
            children[head].append(token)
    left, right = _edges(heads, children)
    begins = [place == 0 or start == 1 for place, start in enumerate(rows[:, 3].tolist())]
    first, last = _sentences(begins)
    lengths = rows[:, 5].astype("int64")
    widths = lengths + rows[:, 6].astype("int64")  # with the blank behind the token
    starts = widths.cumsum() - widths
    ends = (starts + lengths).tolist()
    words = [names[code] for code in rows[:, 4].tolist()]
    deps = [names[code] for code in rows[:, 1].tolist()]
    tags = [names[code] for code in rows[:, 2].tolist()]
    return Syntax(
        doc.text,
        words,
        starts.tolist(),
        ends,
        heads,
        deps,
        tags,
        children,
        left,
        right,
        first,
        last,
    )


def _edges(heads: list[int], children: list[list[int]]) -> tuple[list[int], list[int]]:
    order = [token for token, head in enumerate(heads) if head == token]
    for token in order:  # grows while it is walked: parents before children
        order.extend(children[token])
    left, right = list(range(len(heads))), list(range(len(heads)))
    for token in reversed(order):
        head = heads[token]
        left[head] = min(left[head], left[token])
        right[head] = max(right[head], right[token])
    return left, right


def _sentences(begins: list[bool]) -> tuple[list[int], list[int]]:
    count = len(begins)
    first, last = [0] * count, [0] * count
    for place in range(count):
        first[place] = place if begins[place] else first[place - 1]
    for place in range(count - 1, -1, -1):
        ends = place == count - 1 or begins[place + 1]
        last[place] = place if ends else last[place + 1]
    return first, last
