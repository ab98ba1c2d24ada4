"""The command that says where a decision comes from and what became of it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.terminal import AsJson, Root, app, print_json, print_lines, workspace_at
from pipeline.problem import SettingError


@app.command(
    rich_help_panel="Ask the books", epilog="Example: minutebook lineage ambleforth-parish-council/2025-05-13/minutes"
)
def lineage(
    what: Annotated[str, typer.Argument(metavar="ID|BODY", help="A decision, the record of minutes, or a body.")],
    show_all: Annotated[bool, typer.Option("--all", help="Decisions without any link too.")] = False,
    as_json: AsJson = False,
    root: Root = Path(),
) -> None:
    """Show what decisions go back to: the report and what it recommended, earlier minutes, other bodies."""
    from pipeline.lineage.shelfmarks import Papers
    from pipeline.lineage.told import as_json as told_json
    from pipeline.lineage.told import lines_of
    from pipeline.lineage.trace import not_taken_up, trace, with_later
    from pipeline.lookup import find_bodies, near_ids
    from pipeline.shelf import read_shelf

    workspace = workspace_at(root)
    shelf = read_shelf(workspace)
    for fault in shelf.faults:
        print(fault, file=sys.stderr)
    if "/" not in what:
        [slug] = find_bodies(workspace, [what])
        wanted = [one for one in shelf.records if one.id.startswith(f"{slug}/") and one.decisions]
        if not wanted:
            raise SettingError(f"{what}: none of its papers holds a decision.", hint="Ingest some minutes of it.")
    else:
        wanted = [one for one in shelf.records if one.id == what or any(d.id == what for d in one.decisions)]
        if not wanted:
            decisions = [d.id for one in shelf.records for d in one.decisions]
            ids = [one.id for one in shelf.records if one.decisions]
            raise SettingError(
                f"{what}: there is no record or decision with this id.", hint=near_ids(what, ids + decisions)
            )
    papers = Papers.of(shelf.records)
    found = trace(papers, wanted)
    left = not_taken_up(papers, wanted)
    if any(one.decision.id == what for one in found):
        found = [with_later(one, papers) for one in found if one.decision.id == what]
        left = []
    elif not show_all:
        found = [one for one in found if one.links or one.comparisons]
    if as_json:
        print_json(told_json(found, left))
        return
    print_lines(list(lines_of(found, left))[1:])
    if not found and not left:
        print("No decision there refers to another paper that is told by its words, its day or its subject.")
