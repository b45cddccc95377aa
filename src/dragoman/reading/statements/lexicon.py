"""The words that attribute, from `knowledge/cues.tsv`, under every form they take."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.knowledge import listed, table

VOWELS = frozenset("aeiou")
SIBILANTS = ("s", "x", "z", "ch", "sh", "o")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that attributes.

    act: speech, writing, thought or intent. takes: what gives the content (`clause`,
    `infinitive`, `gerund`, `noun`, or a preposition). denies: `always` if the content is what is
    denied, `claims` if it is only where the content is a claim ("rejected the claim", but not
    "rejected the plan"), else nothing.
    """

    word: str
    part: str
    act: str
    denies: str
    takes: frozenset[str]

    @property
    def spoken(self) -> bool:
        """Say whether its content is in words that could be quoted."""
        return self.act in {"speech", "writing"}


@cache
def cues(part: str) -> dict[str, Cue]:
    """Return the cues of one part of speech by their forms, in lower case.

    A verb with a particle is found under "form particle" ("pointed out").
    """
    found: dict[str, Cue] = {}
    for row in table("cues"):
        if row["part"] == part:
            takes = frozenset(listed(row["takes"]))
            cue = Cue(row["word"], part, row["class"], row["denial"], takes)
            for form in forms(row["word"], part, listed(row["forms"])):
                found.setdefault(form, cue)
    return found


def forms(word: str, part: str, irregular: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the forms of a cue; regular spelling after Quirk et al. (1985), 3.5 to 3.10.

    Where the doubling of a final consonant depends on stress or country, both spellings are made.
    """
    head, *rest = word.split()
    made = [head, *irregular]
    if part != "adjective":
        made.append(_with_s(head))
    if part == "verb":
        made += [ending for stem in _stems(head) for ending in (f"{stem}ed", f"{stem}ing")]
        made += [f"{head}d", f"{head[:-2]}ying"] if head.endswith("ie") else []
    tail = "".join(f" {particle}" for particle in rest)
    return tuple(dict.fromkeys(form + tail for form in made))


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(SIBILANTS) else f"{word}s"


def _stems(word: str) -> tuple[str, ...]:
    if word.endswith("e"):
        return (word[:-1], word) if word.endswith(("ee", "oe", "ye")) else (word[:-1],)
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return (word, f"{word[:-1]}i")
    doubled = word[-1] not in VOWELS | set("wxy") and word[-2:-1] in VOWELS
    return (word, word + word[-1]) if doubled else (word,)
