"""The action register: actions."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli.terminal import Root, actions, day_typed, json_of, terminal, workspace_at
from pipeline.problem import SettingError

if TYPE_CHECKING:
    from pipeline.track.life import Life
    from pipeline.track.register import Entry
    from pipeline.workspace import Workspace


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
    form: Annotated[Form, typer.Option("--format", "-f", help="A table to read, or for programs.")] = Form.TABLE,
    out: Annotated[Path | None, typer.Option("-o", "--out", help="The file to write.", show_default="printed")] = None,
    root: Root = Path(),
) -> None:
    """The action register: every action over all meetings, who owes it since when, and what became of it."""
    if context.invoked_subcommand is not None:
        return
    from pipeline.track.ratings import load_ratings
    from pipeline.track.register import as_json, register
    from pipeline.track.sheet import csv_of
    from pipeline.write import write_atomic

    day = day_typed(as_of)
    workspace = workspace_at(root)
    if body and not any(one.startswith(f"{body}/") for one in workspace.record_ids()):
        raise SettingError(f"{body}: there are no records of this body.", hint="Name its folder in output/.")
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
        _show(entries)
        return
    if form is Form.TABLE:
        raise SettingError("A table can only be read on the screen.", hint="With -o choose --format csv or json.")
    text = csv_of(entries) if form is Form.CSV else json_of([as_json(entry) for entry in entries]) + "\n"
    if out is None:
        print(text, end="")
        return
    write_atomic(out, text.encode("utf-8-sig" if form is Form.CSV else "utf-8"))
    print(f"Written: {out} ({_counted(entries)})", file=sys.stderr)


def _show(entries: Sequence[Entry]) -> None:
    """Body by body: what an auditor asks first, in two lines each."""
    from pipeline.track.sheet import owners_words
    from pipeline.wording import due_words

    console = terminal()
    body = None
    for entry in entries:
        life = entry.life
        if life.ref.split("/")[0] != body:
            body = life.ref.split("/")[0]
            console.print(f"\n{life.body or body}", style="bold")
        console.print(f"{life.ref}  {owners_words(life.owners) or 'no owner stated'}: {life.task}")
        closing = entry.closing
        said = [
            ", ".join(_marks(entry)),
            f"raised {life.raised.date or 'on no date'}",
            f"due {due_words(life.due)}" if due_words(life.due) else "",
            f"closed {closing.date} by {closing.record or closing.by}" if closing else "",
            f"last heard of {entry.last_heard}" if life.open and entry.last_heard != life.raised.date else "",
            *(f"perhaps the same as {doubt.other}" for doubt in life.doubts),
        ]
        console.print(f"    {'; '.join(filter(None, said))}", style="dim")
    late, gone = sum(entry.overdue for entry in entries), sum(entry.life.vanished for entry in entries)
    console.print(f"\n{_counted(entries)}, {late} overdue, {gone} vanished.")
    for entry in entries:
        for one in entry.misrated:
            console.print(
                f"{entry.life.ref}: {one.step.record} prints {one.printed}; {one.why} is {one.computed}.",
                style="yellow",
            )


def _counted(entries: Sequence[Entry]) -> str:
    return "1 action" if len(entries) == 1 else f"{len(entries)} actions"


def _marks(entry: Entry) -> list[str]:
    """What stands out: status, overdue, vanished, how often it was put off, its rating."""
    life = entry.life
    marks = [life.status.replace("_", " "), *["OVERDUE"] * entry.overdue, *["VANISHED"] * life.vanished]
    if life.extensions:
        marks.append("put off once" if life.extensions == 1 else f"put off {life.extensions} times")
    if entry.rating:
        marks.append(entry.rating if entry.percent is None else f"{entry.rating} ({entry.percent}%)")
    return marks


def lives_of(workspace: Workspace, *, body: str, as_of: str, silent: int = 2) -> list[Life]:
    """The lives of a workspace's actions as of a day, people's words among them.

    Files at fault, and words whose action is no longer there, are told on stderr.
    """
    from pipeline.run import matcher_of
    from pipeline.shelf import read_shelf
    from pipeline.track.lives import track
    from pipeline.track.register import until
    from pipeline.track.said import heard
    from pipeline.updates import all_updates

    shelf = read_shelf(workspace, body=body)
    people = all_updates(workspace, body=body)
    said = heard(people.updates, shelf.records, as_of=as_of)
    for fault in (*shelf.faults, *people.faults, *said.lost):
        print(fault, file=sys.stderr)
    return track(until(shelf.records, as_of), matcher_of(workspace.root), silent=silent, said=said.updates)


def _wanted(entry: Entry, status: State) -> bool:
    return status is State.ANY or entry.life.status == status.value or (status is State.OUTSTANDING and entry.life.open)


def _owned(entry: Entry, words: str) -> bool:
    said = " ".join(f"{owner.name} {owner.as_written} {owner.role or ''}" for owner in entry.life.owners).casefold()
    return all(word in said for word in words.casefold().split())
