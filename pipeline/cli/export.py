"""Records for other programs: export."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.terminal import Root, app, day_typed, workspace_at
from pipeline.problem import SettingError

if TYPE_CHECKING:
    from pipeline.export.books import Books
    from pipeline.export.files import File
    from pipeline.record import Record
    from pipeline.workspace import Workspace


class Format(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"
    JSONL = "jsonl"
    PARQUET = "parquet"
    ICS = "ics"
    POPOLO = "popolo"
    AKN = "akn"


class What(StrEnum):
    ACTIONS = "actions"
    DECISIONS = "decisions"
    ATTENDANCE = "attendance"
    MONEY = "money"
    DATES = "dates"
    MEETINGS = "meetings"


Exempt = Annotated[
    bool, typer.Option("--include-exempt", help="Put in what the public may not see, too. Without it, it is left out.")
]
AsOf = Annotated[str, typer.Option(metavar="DATE", help="As it stood on this day.", show_default="today")]


@app.command(
    rich_help_panel="Sheets and files",
    epilog="Example: minutebook export xlsx ambleforth-parish-council -o register.xlsx",
)
def export(
    form: Annotated[
        Format, typer.Argument(metavar="FORMAT", help="ics is a calendar, akn the minutes as Akoma Ntoso.")
    ],
    which: Annotated[
        list[str] | None, typer.Argument(metavar="BODY|ID…", help="Bodies and records; without any, all.")
    ] = None,
    what: Annotated[
        list[What] | None, typer.Option("--what", help="Only these; may be given again.", show_default="all")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", help="The file to write, or a folder for several.", show_default="printed"),
    ] = None,
    include_exempt: Exempt = False,
    as_of: AsOf = "",
    root: Root = Path(),
) -> None:
    """Export records for spreadsheets, calendars and other programs. What is exempt is left out."""
    from pipeline.export.files import BINARY, ONE_TABLE
    from pipeline.export.files import export as make

    several = form.value in ONE_TABLE and len(what or What) > 1
    if several and (out is None or out.suffix or out.is_file()):
        raise SettingError(
            f"A {form.value} file holds one table.", hint="Say which, as --what actions, or name a folder after -o."
        )
    books = books_of(
        workspace_at(root),
        which or [],
        as_of=day_typed(as_of),
        actions=form not in (Format.POPOLO, Format.AKN) and What.ACTIONS in (what or What),
        include_exempt=include_exempt,
    )
    files = make(form.value, books, kinds=[one.value for one in what or []])
    if len(files) > 1 and (out is None or out.suffix):
        raise SettingError(f"These are {len(files)} files.", hint="Name a folder after -o, or a single record.")
    if out is None and form.value not in BINARY:
        print(files[0].content.decode("utf-8-sig").replace("\r\n", "\n"), end="")
    else:
        _write(files, out)
    tell_left_out(books.left_out)


def _write(files: Sequence[File], out: Path | None) -> None:
    from pipeline.write import write_atomic

    for file in files:
        path = out / file.name if out is not None and (out.is_dir() or len(files) > 1) else out or Path(file.name)
        write_atomic(path, file.content)
        print(f"Written: {path} ({file.entries} entries)", file=sys.stderr)


def tell_left_out(count: int) -> None:
    if count:
        print(f"{count} exempt entries were left out; --include-exempt puts them in.", file=sys.stderr)


def books_of(
    workspace: Workspace,
    which: Sequence[str],
    *,
    as_of: str,
    actions: bool = True,
    include_exempt: bool,
    notes: bool = False,
) -> Books:
    """The books of these bodies and records; record files at fault and papers read in part are told on stderr."""
    from pipeline.export.books import gather
    from pipeline.rules.in_force import matcher_of
    from pipeline.shelf import read_shelf
    from pipeline.track.said import fit
    from pipeline.updates import all_updates
    from pipeline.wording import parts_missing

    shelf = read_shelf(workspace)
    people = all_updates(workspace)
    said = fit(people.updates, shelf.records)
    for fault in (*shelf.faults, *people.faults, *said.lost):
        print(fault, file=sys.stderr)
    wanted = _wanted(workspace, shelf.records, which) if which else None
    if not shelf.records:
        raise SettingError("There are no records yet.", hint="Ingest some papers first: minutebook ingest corpus")
    books = gather(
        shelf.records,
        matcher_of(workspace.root, kept=workspace.readings),
        as_of=as_of,
        wanted=wanted,
        said=said.updates,
        actions=actions,
        include_exempt=include_exempt,
        notes=notes,
    )
    if missing := parts_missing(books.records):
        print(missing, file=sys.stderr)
    return books


def _wanted(workspace: Workspace, records: Sequence[Record], which: Sequence[str]) -> set[str]:
    from pipeline.lookup import find_body, find_record

    bodies = {record.slug for record in records}
    wanted: set[str] = set()
    for one in which:
        if "/" in one or Path(one).is_file():
            wanted.add(find_record(workspace, one).id)
        else:
            body = find_body(one, bodies)
            wanted |= {record.id for record in records if record.id.startswith(f"{body}/")}
    return wanted
