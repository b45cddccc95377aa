"""The page put together: one file, inert, the same for the same archive."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dragoman.errors import UsageError
from dragoman.telling.appearing import appearing, unwritable_if_refused
from dragoman.telling.dossier.actors import MOST_CARDS, actor_cards, headline
from dragoman.telling.dossier.hidden import hidden_texts
from dragoman.telling.dossier.layers import layers
from dragoman.telling.dossier.lineage import edges
from dragoman.telling.dossier.making import making
from dragoman.telling.dossier.opening import opening, speakers
from dragoman.telling.dossier.pairs import pairs
from dragoman.telling.dossier.papers import pile
from dragoman.telling.dossier.quotations import altered
from dragoman.telling.dossier.sayings import sayings
from dragoman.telling.dossier.shared import shared_quotations
from dragoman.telling.dossier.texts import full_texts
from dragoman.telling.dossier.timeline import timeline
from dragoman.telling.dossier.tree import tree
from dragoman.telling.dossier.visible import visible
from dragoman.telling.dossier.voices import voices
from dragoman.telling.dossier.wordings import CHANGES

if TYPE_CHECKING:
    from pathlib import Path

    from dragoman.archive.archive import Archive

# In piles of thousands of documents the page tells the most widely carried and says what is left.
MOST_QUOTATIONS = 300
STYLES = ("dossier.css", "lineage.css", "voices.css")
SCRIPTS = ("dossier.js", "pairs.js", "filters.js", "voices.js")
SQLITE_HEADER = b"SQLite format 3\0"


def dossier(archive: Archive, title: str | None = None) -> str:
    """Return the dossier of an archive as one self-contained HTML page.

    title: what the page is called; by default it is named after the most widely named actors.
    Nothing on the page is loaded from anywhere; text of articles is escaped throughout.
    """
    with archive.snapshot():
        context = _context(archive, title)
    return _environment().get_template("page.html.jinja").render(context)


def write_dossier(archive: Archive, path: Path, title: str | None = None) -> None:
    """Write the dossier to `path`; it appears whole, or not at all.

    Raises:
        UsageError: `path` is an archive.
        OutputError: it cannot be written.
    """
    page = dossier(archive, title)
    with unwritable_if_refused(path):
        if path.is_file():
            with path.open("rb") as existing:
                if existing.read(len(SQLITE_HEADER)) == SQLITE_HEADER:
                    raise UsageError.output_is_input(path)
    with appearing(path, "x", encoding="utf-8", newline="\n") as stream:
        stream.write(page)


def _context(archive: Archive, title: str | None) -> dict[str, Any]:
    held = pile(archive.connection)
    said = sayings(held)
    cards = actor_cards(held, said)
    hidden = hidden_texts(held)
    derivations = edges(held, hidden)
    beside = pairs(held, derivations)
    heard = voices(held, said, cards)
    style, script = _assets(STYLES), _assets(SCRIPTS)
    return {
        "title": title or headline(cards),
        "style": Markup(style),  # noqa: S704 - our own file
        "script": Markup(script),  # noqa: S704 - our own file
        "style_hash": _hash(style),
        "script_hash": _hash(script),
        "pile": held,
        "opening": opening(held, said, cards, derivations),
        "said": said,
        "speakers": speakers(said),
        "cards": cards,
        "edges": derivations,
        "tree": tree(held, derivations),
        "hidden": tuple(hidden.values()),
        "layers": layers(held),
        "pairs": beside,
        "shared": shared_quotations(held),
        "altered": altered(held, said, cards, beside.anchors),
        "changes": CHANGES,
        "most_quotations": MOST_QUOTATIONS,
        "most_actors": MOST_CARDS,
        "voices": heard,
        "timeline": timeline(held, said),
        "making": making(archive),
        # Last, since it sets the anchors that all others asked for.
        "texts": full_texts(held, said, cards),
    }


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("dragoman.telling.dossier"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=visible,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["number"] = "{:,}".format
    environment.filters["of"] = _count
    return environment


def _count(number: int, noun: str) -> str:
    """Return a number with its noun: "1 family", "2 families"."""
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,}\N{NO-BREAK SPACE}{noun if number == 1 else plural}"


@cache
def _assets(names: tuple[str, ...]) -> str:
    return "\n".join(files(__package__).joinpath(n).read_text(encoding="utf-8") for n in names)


def _hash(content: str) -> str:
    """Return the hash by which the page's policy lets this very style or script pass."""
    return "sha256-" + b64encode(sha256(content.encode()).digest()).decode("ascii")
