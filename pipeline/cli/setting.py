"""Commands about the workspace and the machine: init, doctor."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.terminal import AsJson, Root, app, print_json, terminal, workspace_at


@app.command(rich_help_panel="Set up", epilog="Example: minutebook init ambleforth")
def init(folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.")]) -> None:
    """Make a workspace: corpus/ for your papers, output/ for records, rules/ and templates/ for what you change."""
    from pipeline.init import make_workspace

    for path in make_workspace(folder):
        print(path)
    print(f"Put papers into {folder / 'corpus'}, a folder for each body. Then: cd {folder} && minutebook ingest corpus")


@app.command(rich_help_panel="Set up", epilog="Example: minutebook doctor")
def doctor(as_json: AsJson = False, root: Root = Path()) -> None:
    """Say what is installed, what each part is for, and what to do where one is missing."""
    from dataclasses import asdict

    from pipeline.doctor import examine

    checks = list(examine(workspace_at(root)))
    if as_json:
        print_json([asdict(check) for check in checks])
    else:
        console = terminal()
        for check in checks:
            found = check.found or ("MISSING" if check.needed else "not there")
            remedy = "" if check.found else f"; {check.remedy}"
            style = None if check.found else "red" if check.needed else "yellow"
            console.print(f"{check.name:<15} {found:<40} for {check.purpose}{remedy}", style=style)
    if any(check.needed and not check.found for check in checks):
        raise typer.Exit(1)
