"""Piles of invented coverage, made to measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PLACES = ("Ostrava Quay", "Port Meridian", "Lake Calder", "Varn Crossing", "Tolm")
SPEAKERS = ("Ilse Varga", "Tomas Brandt", "Nadia Okoye", "Peter Halloran", "Mina Castell")
MATTERS = (
    "the dam",
    "the fishing quota",
    "the customs treaty",
    "the ferry line",
    "the border post",
)


def article(number: int) -> str:
    """Return an invented article; each number gives other words."""
    speaker = SPEAKERS[number % 5]
    other = SPEAKERS[(number * 3 + 1) % 5]
    matter = MATTERS[(number // 5) % 5]
    place = PLACES[(number // 3) % 5]
    return (
        f"Talks on {matter} resume at {place}, round {number}\n\n"
        f"By {other}\n\n"
        f"{place.upper()}, March {number % 28 + 1}, 2024 - Foreign Minister {speaker} said on Monday"
        f" that France and Japan had met {number + 2} times over {matter}.\n\n"
        f"“We will not sign paper number {number} before it is read,” {speaker.split()[1]} said."
        f" {other} denied that item {number * 7 + 3} had been dropped, according to Reuters.\n\n"
        f"The Japanese delegation urged both sides to publish annex {number * 11 + 5}.\n"
    )


def pile(folder: Path, documents: int) -> Path:
    """Write so many articles into a folder, one of ten a copy of the one before, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(documents):
        told = number - 1 if number % 10 == 9 else number
        (folder / f"a{number:04}.txt").write_text(article(told), encoding="utf-8")
    return folder
