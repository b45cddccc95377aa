"""`dragoman check`: the proof."""

from __future__ import annotations

import typer

from dragoman.cli.options import ArchiveFile, AsJson, count, print_json

FAULTS_SHOWN = 20


def check(archive: ArchiveFile, as_json: AsJson = False) -> None:
    """Cut every receipt again and follow every reference; exit 0 only if all hold.

    Example: dragoman check nato.dragoman
    """
    from dragoman.archive.archive import Archive

    with Archive(archive) as opened:
        report = opened.check()
    faults = [{"table": f.table, "row": f.row, "what": f.what} for f in report.faults]
    if as_json:
        print_json({"receipts": report.receipts, "faults": faults, "holds": report.holds})
    elif report.holds:
        typer.echo(
            f"All {count(report.receipts, 'receipt')} hold; every reference leads somewhere."
        )
    else:
        for fault in faults[:FAULTS_SHOWN]:
            typer.echo("{table} {row}: {what}".format(**fault), err=True)
        more = f" The first {FAULTS_SHOWN} are above." if len(faults) > FAULTS_SHOWN else ""
        typer.echo(f"{count(len(faults), 'fault')} found.{more}", err=True)
    if not report.holds:
        raise typer.Exit(1)
