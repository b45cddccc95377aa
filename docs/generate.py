"""Write the pages that are made from the code: commands and tables.

Run it to write them; with `--check` it exits 1 if they are not up to date.
"""

from __future__ import annotations

import inspect
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, get_type_hints

import typer

from dragoman.archive.dictionary import TableInfo, exported_tables
from dragoman.cli.main import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HERE = Path(__file__).parent
NOTE = "<!-- Made by docs/generate.py; change the code, not this page. -->\n"


@dataclass(frozen=True, slots=True)
class Parameter:
    """A command's argument or option, as its function declares it."""

    names: str
    about: str
    default: str
    is_argument: bool


def commands() -> str:
    """Return the page of commands, from the functions that they are."""
    lines = [NOTE, "# Commands\n"]
    lines += [
        "Exit codes: 0 done; 1 failed, with one line why; 2 wrong usage; 130 interrupted. What an",
        "interrupted `read` had finished is kept, and the same command goes on from there.\n",
    ]
    for command in COMMANDS:
        parameters = list(_parameters(command))
        arguments = [p.names for p in parameters if p.is_argument]
        lines += [f"## dragoman {command.__name__}\n"]
        lines += [f"    dragoman {command.__name__} [OPTIONS] {' '.join(arguments)}\n"]
        lines += [f"{_prose(command.__doc__ or '')}\n"]
        lines += ["| parameter | what it does | default |", "| --- | --- | --- |"]
        lines += [f"| `{p.names}` | {p.about} | {p.default} |" for p in parameters]
        lines += [""]
    return "\n".join(lines)


def _parameters(command: Callable[..., None]) -> Iterator[Parameter]:
    hints = get_type_hints(command, include_extras=True)
    for name, parameter in inspect.signature(command).parameters.items():
        info = hints[name].__metadata__[0]
        is_argument = isinstance(info, typer.models.ArgumentInfo)
        declared = [*filter(None, [getattr(info, "default", None)]), *(info.param_decls or ())]
        names = ", ".join(str(d) for d in declared if str(d).startswith("-"))
        required = parameter.default is inspect.Parameter.empty
        silent = parameter.default is None or parameter.default is False
        shown = "" if silent or parameter.default == "" else f"`{parameter.default}`"
        yield Parameter(
            info.metavar or name.upper() if is_argument else names,
            str(info.help),
            "*required*" if required else shown,
            is_argument,
        )


def _prose(text: str) -> str:
    about, _, example = text.strip().partition("Example:")
    words = " ".join(about.split())
    return f"{words}\n\n    {' '.join(example.split())}" if example else words


def tables() -> str:
    """Return the page of tables, from the comments of the schema."""
    lines = [NOTE, "# Tables\n"]
    lines += [
        "Each is a table of the SQLite file, an attribute of `Archive` in Python, and a file of an",
        "export. Spans are half-open `[start, end)` in Unicode code points into `documents.text`.",
        "*Evidence* is only ever appended to; what is *collated* may be made again at any time;",
        "tables marked *later* are part of the contract and still empty.\n",
    ]
    for table in exported_tables():
        lines += _table(table)
    return "\n".join(lines)


def _table(table: TableInfo) -> list[str]:
    lines = [f"## {table.name}\n", f"{table.about} *({table.kept})*\n"]
    lines += ["| column | type | what it holds |", "| --- | --- | --- |"]
    for column in table.columns:
        about = column.about.replace("|", "\\|")
        lines.append(f"| `{column.name}` | {column.type} | {about} |")
    return [*lines, ""]


def main() -> int:
    """Write or check the pages."""
    stale = []
    for name, page in (("cli.md", commands()), ("tables.md", tables())):
        path = HERE / name
        if "--check" in sys.argv:
            if not path.exists() or path.read_text(encoding="utf-8") != page:
                stale.append(name)
        else:
            path.write_text(page, encoding="utf-8")
    if stale:
        sys.stderr.write(f"Not up to date: {', '.join(stale)}. Run: python docs/generate.py\n")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
