"""Commands for auditors: actions report, actions pack."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.export import AsOf, Exempt, books_of
from pipeline.cli.register import State, _wanted
from pipeline.cli.terminal import Root, actions, day_typed, json_of, terminal, workspace_at
from pipeline.problem import SettingError

if TYPE_CHECKING:
    from pipeline.export.books import Books
    from pipeline.reports import Report
    from pipeline.track.register import Entry

report = typer.Typer(no_args_is_help=True, help="Reports: what is outstanding, what was closed.")
actions.add_typer(report, name="report")


class Form(StrEnum):
    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    HTML = "html"


class By(StrEnum):
    OWNER = "owner"
    BODY = "body"
    AGE = "age"


Format = Annotated[Form, typer.Option("--format", "-f", help="A table to read, a web page, or for programs.")]
Out = Annotated[Path | None, typer.Option("-o", "--out", help="The file to write.", show_default="printed")]
Body = Annotated[str, typer.Option(metavar="BODY", help="Only this body's.")]


@report.command("outstanding", epilog="Example: minutebook actions report outstanding --by owner -f html -o open.html")
def report_outstanding(
    by: Annotated[By, typer.Option(help="How they are put together.")] = By.OWNER,
    body: Body = "",
    as_of: AsOf = "",
    form: Format = Form.TABLE,
    out: Out = None,
    include_exempt: Exempt = False,
    root: Root = Path(),
) -> None:
    """Open actions by owner, body or age, the oldest first."""
    from pipeline.reports import outstanding

    day = day_typed(as_of)
    books = _books(root, body, day, include_exempt=include_exempt)
    _give(outstanding(books.actions, by=by.value, as_of=day), form, out, root)


@report.command("closed", epilog="Example: minutebook actions report closed --from 2025-04-01 --to 2025-06-30")
def report_closed(
    first: Annotated[str, typer.Option("--from", metavar="DATE", help="The first day.")],
    last: Annotated[str, typer.Option("--to", metavar="DATE", help="The last day.", show_default="today")] = "",
    body: Body = "",
    form: Format = Form.TABLE,
    out: Out = None,
    include_exempt: Exempt = False,
    root: Root = Path(),
) -> None:
    """Actions that were closed between two days, each with what says so."""
    from pipeline.reports import closed_between

    start, end = day_typed(first), day_typed(last)
    if start > end:
        raise SettingError(f"{start} is after {end}.", hint="Give the earlier day as --from.")
    books = _books(root, body, end, include_exempt=include_exempt)
    _give(closed_between(books.actions, first=start, last=end), form, out, root)


def _books(root: Path, body: str, day: str, *, include_exempt: bool) -> Books:
    books = books_of(workspace_at(root), [body] if body else [], as_of=day, include_exempt=include_exempt, notes=True)
    if books.left_out:
        print("Exempt actions are left out; --include-exempt puts them in.", file=sys.stderr)
    return books


def _give(made: Report, form: Form, out: Path | None, root: Path) -> None:
    from pipeline.reports import as_csv, as_html, as_json
    from pipeline.write import write_atomic

    if form is Form.TABLE:
        if out is not None:
            raise SettingError("A table can only be read on the screen.", hint="With -o choose -f html, csv or json.")
        _show(made)
        return
    if form is Form.HTML:
        text = as_html(made, templates=workspace_at(root).templates)
    else:
        text = as_csv(made) if form is Form.CSV else json_of(as_json(made)) + "\n"
    if out is None:
        print(text, end="")
        return
    write_atomic(out, text.encode("utf-8-sig" if form is Form.CSV else "utf-8"))
    print(f"Written: {out} ({_many(made.actions)})", file=sys.stderr)


def _show(made: Report) -> None:
    console = terminal()
    console.print(f"{made.title}, {made.period}", style="bold")
    for group in made.groups:
        console.print(f"\n{group.title} ({len(group.rows)})", style="bold")
        for row in group.rows:
            marks = [row.status, *["OVERDUE"] * row.overdue, *["VANISHED"] * row.vanished]
            said = [f"raised {row.raised or 'on no known day'}", f"due {row.due}" if row.due else "", row.owners]
            console.print(f"  {row.task}")
            if row.closed:
                console.print(f"      {row.status} {row.closed}, {row.closed_by}: {row.evidence}", style="dim")
            else:
                console.print(f"      {', '.join(marks)}; {'; '.join(filter(None, said))}", style="dim")
            console.print(f"      {row.ref}", style="dim")
    late = "" if made.closed else f", {made.overdue} overdue"
    console.print(f"\n{_many(made.actions)}{late}.")


def _many(count: int) -> str:
    return f"{count} action{'' if count == 1 else 's'}"


@actions.command("pack", epilog="Example: minutebook actions pack --sample 12 --seed 2025 -o pack.html")
def pack(
    refs: Annotated[
        list[str] | None, typer.Argument(metavar="REF…", help="Actions: their ids, or parts that no other has.")
    ] = None,
    count: Annotated[
        int | None, typer.Option("--sample", min=1, metavar="N", help="Draw so many instead of naming them.")
    ] = None,
    seed: Annotated[str, typer.Option(metavar="WORD", help="Draws the same ones again; another draws others.")] = "1",
    status: Annotated[State, typer.Option(help="Draw from these only.")] = State.ANY,
    body: Body = "",
    as_of: AsOf = "",
    include_exempt: Exempt = False,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="The file to write.", show_default="pack.html")
    ] = None,
    root: Root = Path(),
) -> None:
    """An evidence pack: each action's life with its words and pictures of their places, in one HTML or PDF file."""
    from pipeline.pack import exempt_pages, make_pack, sample
    from pipeline.shelf import read_shelf
    from pipeline.track.find import find_life
    from pipeline.write import write_atomic

    path = out or Path("pack.html")
    if path.suffix.lower() not in (".html", ".htm", ".pdf") or path.is_dir():
        raise SettingError(f"{path}: a pack is a .html or a .pdf file.", hint="Name one after -o.")
    if bool(refs) == bool(count):
        raise SettingError("Say which actions go in.", hint="Name them, or draw some with --sample 12.")
    workspace = workspace_at(root)
    day = day_typed(as_of)
    books = _books(root, body, day, include_exempt=include_exempt)
    chosen: list[Entry] = []
    how = ""
    if refs:
        wanted = {find_life([entry.life for entry in books.actions], ref)[0].ref for ref in refs}
        chosen, how = [entry for entry in books.actions if entry.life.ref in wanted], "Chosen by name."
    elif count:
        among = [entry for entry in books.actions if _wanted(entry, status)]
        chosen, how = sample(among, count, seed), f"Drawn from {len(among)} by the word “{seed}”."
    hidden = set() if include_exempt else exempt_pages(read_shelf(workspace).records)
    page = make_pack(
        chosen, books.records, root=workspace.root, as_of=day, chosen=how, hidden=hidden, templates=workspace.templates
    )
    content = page.encode("utf-8")
    if path.suffix.lower() == ".pdf":
        from pipeline.read.office import as_pdf

        content = as_pdf(content)
    write_atomic(path, content)
    print(f"Written: {path} ({_many(len(chosen))})", file=sys.stderr)
