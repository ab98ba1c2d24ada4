"""Sheets and registers for people: render."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.export import AsOf, Exempt, books_of, tell_left_out
from pipeline.cli.terminal import Root, app, day_typed, workspace_at
from pipeline.problem import SettingError

if TYPE_CHECKING:
    from pipeline.roster.typed import Typed
    from pipeline.workspace import Workspace


class Sheet(StrEnum):
    ACTION_SHEET = "action-sheet"
    SUMMARY = "summary"
    DECISION_REGISTER = "decision-register"
    ACTION_REGISTER = "action-register"
    REGISTER = "register"
    REMINDER = "reminder"
    ATTENDANCE = "attendance"


class Form(StrEnum):
    MD = "md"
    HTML = "html"
    DOCX = "docx"
    XLSX = "xlsx"


@app.command(
    rich_help_panel="Sheets and files",
    epilog="Example: minutebook render action-sheet ambleforth-parish-council --format docx -o sheet.docx",
)
def render(
    what: Annotated[Sheet, typer.Argument(help="Which sheet; register is short for action-register.")],
    records: Annotated[
        list[str],
        typer.Argument(
            metavar="ID|BODY…", help="Records; a body stands for its latest minutes, in registers for all its meetings."
        ),
    ],
    form: Annotated[Form, typer.Option("--format", "-f", help="Markdown, a web page, Word or Excel.")] = Form.MD,
    owner: Annotated[str, typer.Option(metavar="NAME", help="Whom to remind.", show_default="all, a letter each")] = "",
    as_of: AsOf = "",
    first: Annotated[str, typer.Option("--from", metavar="DATE", help="Only meetings from this day on.")] = "",
    last: Annotated[str, typer.Option("--to", metavar="DATE", help="Only meetings up to this day.")] = "",
    include_exempt: Exempt = False,
    out: Annotated[Path | None, typer.Option("-o", "--out", help="The file to write.", show_default="printed")] = None,
    root: Root = Path(),
) -> None:
    """Make an action sheet, a summary, a register, reminders or an attendance table from records alone."""
    from pipeline.write import write_atomic

    workspace = workspace_at(root)
    if out is not None and out.is_dir():
        raise SettingError(f"{out}: is a folder.", hint="Name the file to write after -o.")
    if what in (Sheet.ACTION_SHEET, Sheet.SUMMARY):
        sheet, name = _of_meeting(workspace, what, records, form, include_exempt=include_exempt)
    else:
        from pipeline.registers.make import make

        kind = Sheet.ACTION_REGISTER if what is Sheet.REGISTER else what
        day = day_typed(as_of)
        books = books_of(
            workspace,
            records,
            as_of=day,
            actions=kind in (Sheet.ACTION_REGISTER, Sheet.REMINDER),
            include_exempt=include_exempt,
        )
        sheet = make(
            kind.value,  # type: ignore[arg-type]
            books,
            as_of=day,
            form=form.value,
            templates=workspace.templates,
            owner=owner,
            people=_people(workspace, records[0]) if what is Sheet.ATTENDANCE else None,
            first=day_typed(first) if first else "",
            last=day_typed(last) if last else "",
        )
        name = f"{records[0].replace('/', '-')}-{kind.value}"
        tell_left_out(books.left_out)
    if out is None and isinstance(sheet, str):
        print(sheet, end="")
        return
    path = out or Path(f"{name}.{form.value}")
    write_atomic(path, sheet.encode("utf-8") if isinstance(sheet, str) else sheet)
    print(f"Written: {path}", file=sys.stderr)


def _people(workspace: Workspace, body: str) -> Typed:
    """What somebody typed about the people of a body (or of a record's body)."""
    from pipeline.paper import slug
    from pipeline.roster.typed import people_path, read_people

    return read_people(people_path(workspace, slug(body.split("/")[0])))


def _of_meeting(
    workspace: Workspace, what: Sheet, names: Sequence[str], form: Form, *, include_exempt: bool
) -> tuple[str | bytes, str]:
    """An action sheet or a summary, and a name for its file."""
    from pipeline.lookup import find_meeting, find_record
    from pipeline.render import render as make
    from pipeline.shelf import read_shelf
    from pipeline.visible import Secrets

    if what is Sheet.ACTION_SHEET:
        found = [record for name in names for record in find_meeting(workspace, name)]
    else:
        found = [
            find_meeting(workspace, name)[0] if "/" not in name else find_record(workspace, name) for name in names
        ]
    found = list({record.id: record for record in found}.values())
    # A row of an action sheet is exempt where the minutes that it reports on say so.
    bodies = sorted({record.slug for record in found})
    shelves = [read_shelf(workspace, body=body) for body in bodies]
    for fault in (fault for shelf in shelves for fault in shelf.faults):
        print(fault, file=sys.stderr)  # what is exempt may stand in that record
    others = [record for shelf in shelves for record in shelf.records]
    secrets = Secrets.of(list({record.id: record for record in (*others, *found)}.values()))
    sheet = make(
        what.value,  # type: ignore[arg-type]
        found,
        form=form.value,  # type: ignore[arg-type]
        templates=workspace.templates,
        secrets=secrets,
        include_exempt=include_exempt,
    )
    if not include_exempt:
        tell_left_out(secrets.left_out(found))
    return sheet, f"{'-'.join(found[0].id.split('/')[:-1])}-{what.value}"
