"""The command that holds papers against themselves and against each other: check."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.terminal import AsJson, Root, app, print_json, print_lines, terminal, workspace_at
from pipeline.problem import SettingError

if TYPE_CHECKING:
    from pipeline.check.papers import Papers
    from pipeline.shelf import Shelf
    from pipeline.workspace import Workspace


class Least(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@app.command(
    rich_help_panel="Ask the books", epilog="Example: minutebook check ambleforth-parish-council --severity warning"
)
def check(
    what: Annotated[
        str | None, typer.Argument(metavar="ID|BODY", help="A record or a body; without it, all papers.")
    ] = None,
    codes: Annotated[
        list[str] | None, typer.Option("--code", metavar="CODE", help="Only this check; may be given again.")
    ] = None,
    severity: Annotated[Least, typer.Option(help="Only findings at least as grave as this.")] = Least.INFO,
    strict: Annotated[bool, typer.Option("--strict", help="End with exit code 1 where something is found.")] = False,
    listed: Annotated[bool, typer.Option("--list", help="List all checks and what each is about.")] = False,
    as_json: AsJson = False,
    root: Root = Path(),
) -> None:
    """Say where papers contradict themselves or each other: dates, sums, votes, numbers, actions."""
    from pipeline import check as checks
    from pipeline.check.telling import SEVERITIES, in_order, lines_of, summary
    from pipeline.check.telling import as_json as finding_json

    known = {one.code: one.about for one in checks.CHECKS}
    if listed:
        if as_json:
            print_json([{"code": code, "about": about} for code, about in known.items()])
        else:
            for code, about in known.items():
                terminal().print(f"{code:<28} {about}")
        return
    for code in codes or []:
        if code not in known:
            raise SettingError(f"{code}: there is no check of this name.", hint="`minutebook check --list` lists them.")
    workspace = workspace_at(root)
    shelf, record = _chosen(workspace, what)
    papers = _papers(workspace, shelf)
    wanted = SEVERITIES[: SEVERITIES.index(severity.value) + 1]
    found = [
        finding
        for finding in checks.check(papers, codes=frozenset(codes or known))
        if finding.severity in wanted and (record is None or record in {place.record.id for place in finding.places})
    ]
    if as_json:
        print_json([finding_json(finding) for finding in in_order(found)])
    else:
        print_lines(lines_of(found))
        terminal().print(("\n" if found else "") + summary(found))
    if shelf.faults:
        print("\n".join(shelf.faults), file=sys.stderr)
    if shelf.faults or (strict and found):
        raise typer.Exit(1)


def _chosen(workspace: Workspace, what: str | None) -> tuple[Shelf, str | None]:
    """The records to look at, and the id of the one that was asked for; the body's other papers come with it."""
    from pipeline.lookup import find_record
    from pipeline.paper import slug
    from pipeline.shelf import read_shelf

    if what is None:
        return read_shelf(workspace), None
    if "/" in what or Path(what).is_file():
        record = find_record(workspace, what).id
        return read_shelf(workspace, body=record.split("/")[0]), record
    shelf = read_shelf(workspace, body=slug(what) or what)
    if not shelf.records and not shelf.faults:
        raise SettingError(
            f"{what}: there is no body of this name with records.", hint="`minutebook show` lists all records."
        )
    return shelf, None


def _papers(workspace: Workspace, shelf: Shelf) -> list[Papers]:
    from pipeline.check.papers import Papers
    from pipeline.rules.in_force import matcher_of
    from pipeline.shelf import bodies_of

    matcher = matcher_of(workspace.root, kept=workspace.readings)
    return [Papers.of(slug, records, matcher.for_body(slug)) for slug, records in bodies_of(shelf.records).items()]
