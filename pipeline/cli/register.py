"""The action register: actions."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.terminal import Root, actions, day_typed, json_of, terminal, workspace_at
from pipeline.problem import SettingError

if TYPE_CHECKING:
    from pipeline.track.life import Life
    from pipeline.track.register import Entry
    from pipeline.workspace import Workspace

_TITLE = 60  # letters of a paper's title
_WIDEST = 24  # letters of a reference that tasks are set beside


class State(StrEnum):
    OPEN = "open"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    SUPERSEDED = "superseded"
    OUTSTANDING = "outstanding"
    ANY = "any"


class Form(StrEnum):
    TABLE = "table"
    CSV = "csv"
    JSON = "json"


@actions.callback(epilog="Example: minutebook actions --body ambleforth-parish-council --overdue --as-of 2025-09-01")
def list_actions(
    context: typer.Context,
    status: Annotated[State, typer.Option(help="Only these; outstanding: open or in progress.")] = State.OUTSTANDING,
    owner: Annotated[str, typer.Option(metavar="NAME", help="Only those of owners with these words.")] = "",
    body: Annotated[str, typer.Option(metavar="BODY", help="Only this body's, by its folder in output/.")] = "",
    as_of: Annotated[str, typer.Option(metavar="DATE", help="As it stood on this day.", show_default="today")] = "",
    overdue: Annotated[bool, typer.Option("--overdue", help="Only those past their day.")] = False,
    vanished: Annotated[bool, typer.Option("--vanished", help="Only those that no paper speaks of any more.")] = False,
    silent: Annotated[
        int, typer.Option(min=1, metavar="N", help="Meetings without a word after which one has vanished.")
    ] = 2,
    ids: Annotated[bool, typer.Option("--ids", help="Whole ids in the table.")] = False,
    form: Annotated[Form, typer.Option("--format", "-f", help="A table to read, or for programs.")] = Form.TABLE,
    out: Annotated[Path | None, typer.Option("-o", "--out", help="The file to write.", show_default="printed")] = None,
    root: Root = Path(),
) -> None:
    """The action register: every action over all meetings, who owes it since when, and what became of it."""
    if context.invoked_subcommand is not None:
        return
    from pipeline.lookup import find_bodies
    from pipeline.track.ratings import load_ratings
    from pipeline.track.register import as_json, register
    from pipeline.track.sheet import csv_of
    from pipeline.write import write_atomic

    day = day_typed(as_of)
    workspace = workspace_at(root)
    if body:
        (body,) = find_bodies(workspace, [body])
    lives = lives_of(workspace, body=body, as_of=day, silent=silent)
    entries = [
        entry
        for entry in register(lives, as_of=day, ratings=load_ratings(workspace.root))
        if _wanted(entry, status)
        and (not overdue or entry.overdue)
        and (not vanished or entry.life.vanished)
        and _owned(entry, owner)
    ]
    if form is Form.TABLE and out is None:
        _show(entries, ids=ids)
        return
    if form is Form.TABLE:
        raise SettingError("A table can only be read on the screen.", hint="With -o choose --format csv or json.")
    text = csv_of(entries) if form is Form.CSV else json_of([as_json(entry) for entry in entries]) + "\n"
    if out is None:
        print(text, end="")
        return
    write_atomic(out, text.encode("utf-8-sig" if form is Form.CSV else "utf-8"))
    print(f"Written: {out} ({_counted(entries)})", file=sys.stderr)


def _show(entries: Sequence[Entry], *, ids: bool) -> None:
    """Body by body: what an auditor asks first, in two lines each."""
    from pipeline.track.find import short_ref
    from pipeline.track.sheet import owners_words

    def named(ref: str) -> str:
        return ref if ids else short_ref(ref)

    console = terminal()
    if entries and not ids:
        console.print("Each action by the meeting that raised it · the minute; --ids shows whole ids.", style="dim")
    for body, held in groupby(entries, key=lambda entry: entry.life.ref.split("/")[0]):
        group = list(held)
        wide = min(max(len(named(entry.life.ref)) for entry in group), _WIDEST)
        console.print(f"\n{group[0].life.body or body}", style="bold")
        for entry in group:
            life = entry.life
            owners = owners_words(life.owners) or "no owner stated"
            console.print(f"{named(life.ref):<{wide}}  {owners}: {life.task}")
            console.print(f"    {'; '.join(filter(None, _said(entry, named)))}", style="dim")
    console.print(f"\n{_summary(entries)}")
    for entry in entries:
        for one in entry.misrated:
            console.print(
                f"{named(entry.life.ref)}: {one.step.by} prints {one.printed}; {one.why} is {one.computed}.",
                style="yellow",
            )


def _said(entry: Entry, named: Callable[[str], str]) -> list[str]:
    """What is told of an action below its task; the day it was raised stands before it unless its id has none."""
    from pipeline.wording import due_words

    life, closing = entry.life, entry.closing
    heard = entry.last_heard
    raised = (
        "" if life.raised.date and f"/{life.raised.date}/" in life.ref else f"raised {life.raised.date or 'on no date'}"
    )
    if life.vanished:
        meetings = "1 meeting" if life.silent == 1 else f"{life.silent} meetings"
        heard_words = f"VANISHED: not spoken of in {meetings} after {heard}"
    else:
        heard_words = f"last heard of {heard}" if life.open and heard != life.raised.date else ""
    return [
        ", ".join(_marks(entry)),
        raised,
        f"due {due_words(life.due)}" if due_words(life.due) else "",
        f"closed {closing.date or 'on no date'} by {_short(closing.by)}" if closing else "",
        heard_words,
        *(f"perhaps the same as {named(doubt.other)}" for doubt in life.doubts),
    ]


def _short(title: str) -> str:
    return title if len(title) <= _TITLE else f"{title[:_TITLE].rsplit(' ', 1)[0]} …"


def _summary(entries: Sequence[Entry]) -> str:
    """How many, how many overdue, and how many vanished: each counted once."""
    late, gone = sum(entry.overdue for entry in entries), sum(entry.life.vanished for entry in entries)
    both = sum(entry.overdue and entry.life.vanished for entry in entries)
    said = [_counted(entries)]
    if late:
        said.append(f"{late} overdue" + (f" ({both} of them vanished)" if both else ""))
    if gone - both:
        said.append(f"{gone - both} {'more ' if late else ''}vanished")
    return ", ".join(said if late or gone else [*said, "none overdue or vanished"]) + "."


def _counted(entries: Sequence[Entry]) -> str:
    return "1 action" if len(entries) == 1 else f"{len(entries)} actions"


def _marks(entry: Entry) -> list[str]:
    """What stands out: status, overdue, how often it was put off, its rating."""
    life = entry.life
    marks = [life.status.replace("_", " "), *["OVERDUE"] * entry.overdue]
    if life.extensions:
        marks.append("put off once" if life.extensions == 1 else f"put off {life.extensions} times")
    if entry.rating:
        marks.append(entry.rating if entry.percent is None else f"{entry.rating} ({entry.percent}%)")
    return marks


def lives_of(workspace: Workspace, *, body: str, as_of: str, silent: int = 2) -> list[Life]:
    """The lives of a workspace's actions as of a day, people's words among them.

    Files at fault, and words whose action is no longer there, are told on stderr.
    """
    from pipeline.rules.in_force import matcher_of
    from pipeline.shelf import read_shelf
    from pipeline.track.lives import track
    from pipeline.track.register import until
    from pipeline.track.said import heard
    from pipeline.updates import all_updates
    from pipeline.wording import parts_missing

    shelf = read_shelf(workspace, body=body)
    people = all_updates(workspace, body=body)
    said = heard(people.updates, shelf.records, as_of=as_of)
    for fault in (*shelf.faults, *people.faults, *said.lost, parts_missing(shelf.records)):
        if fault:
            print(fault, file=sys.stderr)
    return track(
        until(shelf.records, as_of),
        matcher_of(workspace.root, kept=workspace.readings),
        silent=silent,
        said=said.updates,
    )


def _wanted(entry: Entry, status: State) -> bool:
    return status is State.ANY or entry.life.status == status.value or (status is State.OUTSTANDING and entry.life.open)


def _owned(entry: Entry, words: str) -> bool:
    said = " ".join(f"{owner.name} {owner.as_written} {owner.role or ''}" for owner in entry.life.owners).casefold()
    return all(word in said for word in words.casefold().split())
