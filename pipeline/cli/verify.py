"""The command that holds a workspace against itself: verify."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.terminal import AsJson, Root, app, print_json, terminal, workspace_at


@app.command(rich_help_panel="Is it right?", epilog="Example: minutebook verify")
def verify(
    sealed: Annotated[
        str, typer.Option(metavar="HASH", help="Also ask for the update with this hash, noted down earlier.")
    ] = "",
    as_json: AsJson = False,
    root: Root = Path(),
) -> None:
    """Check papers, records, people's files and caches, and write nothing. Exit code 1 where something is wrong."""
    from dataclasses import asdict

    from pipeline.progress import Progress
    from pipeline.verify import verify as look

    with Progress(terminal(stderr=True)) as show:
        report = look(workspace_at(root), sealed=sealed, progress=show)
    if as_json:
        print_json({"ok": report.ok, **asdict(report)})
    else:
        console = terminal()
        for fault in report.faults:
            console.print(fault.message, style="red" if fault.severity == "error" else "dim")
        for seal in report.seals:
            console.print(f"{seal.file}: {_many(seal.entries, 'update')}, the last sealed by {seal.hash}")
        looked = ", ".join(_many(count, what) for what, count in report.counts.items() if count)
        errors = sum(fault.severity == "error" for fault in report.faults)
        console.print(f"Looked at {looked or 'nothing: there is nothing here yet'}.")
        console.print(f"{_many(errors, 'error')}, {_many(len(report.faults) - errors, 'note')}.")
    if not report.ok:
        raise typer.Exit(1)


def _many(count: int, what: str) -> str:
    plural = f"{what[:-1]}ies" if what.endswith("y") else f"{what}s"
    return f"{count} {what if count == 1 else plural}"
