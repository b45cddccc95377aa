"""Piles of invented coverage, made to measure."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SPEAKERS = (
    "Ilse Varga", "Tomas Brandt", "Nadia Okoye", "Peter Halloran", "Mina Castell",
    "Jonas Whitlock", "Amara Diallo", "Rolf Gunnarsson", "Teresa Quiroga", "Dmitri Belov",
)  # fmt: skip
OFFICES = ("Foreign Minister", "President", "Ambassador", "Defence Minister", "Prime Minister")
STATES = ("France", "Japan", "Brazil", "Kenya", "Norway", "India", "Chile", "Egypt")
DOERS = (
    "inspectors", "fishermen", "engineers", "customs officers", "pilots", "surveyors", "farmers",
    "dockers", "magistrates", "translators", "senators", "geologists", "nurses", "trustees",
)  # fmt: skip
DEEDS = (
    "measured", "abandoned", "photographed", "repaired", "auctioned", "inherited", "flooded",
    "renamed", "mapped", "insured", "dismantled", "painted", "guarded", "borrowed",
)  # fmt: skip
THINGS = (
    "lighthouse", "granary", "ferry", "observatory", "quarry", "orchard", "viaduct", "archive",
    "reservoir", "shipyard", "monastery", "tannery", "greenhouse", "harbour wall", "bell tower",
)  # fmt: skip
WHERE = (
    "beside the glacier", "below the cathedral", "on the northern plateau", "near the salt flats",
    "across the estuary", "behind the barracks", "along the disused railway", "above the gorge",
)  # fmt: skip


def article(number: int) -> str:
    """Return an invented article; another number gives a story with other words."""
    chance = random.Random(number)

    def fact() -> str:
        deed = f"{chance.choice(DOERS)} {chance.choice(DEEDS)} the {chance.choice(THINGS)}"
        return f"{deed} {chance.choice(WHERE)} {chance.randint(2, 97)} times"

    first, second = chance.sample(SPEAKERS, 2)
    here, there = chance.sample(STATES, 2)
    office = chance.choice(OFFICES)
    return (
        f"{chance.choice(THINGS).capitalize()} divides {here} and {there}\n\n"
        f"By {second}\n\n"
        f"{office} {first} of {here} said on Monday that {fact()}.\n\n"
        f"“In those years {fact()}, and {fact()},” {first.split()[1]} said."
        f" {second} denied that {fact()}, according to Reuters.\n\n"
        f"{there} urged its neighbours to see how {fact()}. Meanwhile {fact()}.\n"
    )


def pile(folder: Path, documents: int) -> Path:
    """Write so many articles into a folder, one of ten a copy of the one before, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(documents):
        told = number - 1 if number % 10 == 9 else number
        (folder / f"a{number:04}.txt").write_text(article(told), encoding="utf-8")
    return folder
