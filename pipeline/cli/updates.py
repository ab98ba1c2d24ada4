"""What people say of actions: actions set, same, differ. Entries are added to corpus/<body>/updates.yaml."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.cli.register import lives_of
from pipeline.cli.terminal import AsJson, Root, actions, print_json, terminal, workspace_at
from pipeline.problem import SettingError

if TYPE_CHECKING:
    from pipeline.track.life import Life
    from pipeline.updates import Update
    from pipeline.workspace import Workspace

Ref = Annotated[str, typer.Argument(metavar="REF", help="The action: its id, or a part of it that no other has.")]
Other = Annotated[str, typer.Argument(metavar="OTHER", help="The other action, likewise.")]
Note = Annotated[str, typer.Option(help="Why: what you know, in a sentence.")]
By = Annotated[str, typer.Option(metavar="NAME", help="Who says so.")]
When = Annotated[str, typer.Option(metavar="DATE", help="The day of which it is true.", show_default="today")]
Proof = Annotated[str, typer.Option(metavar="WORDS", help="What shows it: a letter, an invoice, a minute.")]
Status = Annotated[str, typer.Option(metavar="STATUS", help="open, in_progress, completed, cancelled or superseded.")]


@actions.command(
    "set",
    epilog='Example: minutebook actions set 2025-03-11/action/3.2 --status completed --note "Mended." --by "Ann Lee"',
)
def set_action(
    ref: Ref,
    note: Note,
    by: By,
    status: Status = "",
    due: Annotated[str, typer.Option(metavar="DATE", help="The day by which it is due now.")] = "",
    owner: Annotated[list[str] | None, typer.Option(metavar="NAME", help="Who owes it now; may be repeated.")] = None,
    evidence: Proof = "",
    when: When = "",
    as_json: AsJson = False,
    root: Root = Path(),
) -> None:
    """Say what became of an action. Nothing is overwritten, and your word stands until a later one.

    It also stands against what the program reads in papers, except in a later paper that closes the action.
    """
    said = {"status": status, "due": due, "owners": tuple(owner or ()), "evidence": evidence}
    life, written = _add(workspace_at(root), ref, said=said, note=note, by=by, when=when)
    _told(life, written, as_json=as_json)


@actions.command(
    "same",
    epilog='Example: minutebook actions same 2025-03-11/action/3.2 2025-05-13/action/4 --note "One gate." --by Ann',
)
def same(
    ref: Ref, other: Other, note: Note, by: By, when: When = "", as_json: AsJson = False, root: Root = Path()
) -> None:
    """Say that two actions are one: the register then shows one life."""
    life, written = _add(workspace_at(root), ref, tie=("same", other), note=note, by=by, when=when)
    _told(life, written, as_json=as_json)


@actions.command(
    "differ",
    epilog='Example: minutebook actions differ 2025-03-11/action/3.2 2025-05-13/action/4 --note "Two gates." --by Ann',
)
def differ(
    ref: Ref, other: Other, note: Note, by: By, when: When = "", as_json: AsJson = False, root: Root = Path()
) -> None:
    """Say that two actions are not one: a doubt is answered, and what was put together is parted."""
    life, written = _add(workspace_at(root), ref, tie=("differ", other), note=note, by=by, when=when)
    _told(life, written, as_json=as_json)


def _add(
    workspace: Workspace,
    ref: str,
    *,
    note: str,
    by: str,
    when: str,
    said: dict[str, Any] | None = None,
    tie: tuple[str, str] | None = None,
) -> tuple[Life, Update]:
    from pydantic import ValidationError

    from pipeline.track.find import find_life
    from pipeline.updates import Draft, add_update

    today = date.today().isoformat()
    day = _day(when) or today
    if day > today:
        raise SettingError(
            f"{when}: that day is still to come.", hint="A word can be true of today or of a day before."
        )
    lives = lives_of(workspace, body=_body_of(workspace, [ref, *(tie or ())[1:]]), as_of=today)
    life, typed = find_life(lives, ref)
    chosen = {key: value for key, value in (said or {}).items() if value}
    if tie is not None:
        other, typed_other = find_life(lives, tie[1])
        chosen[tie[0]] = typed_other
        _may_tie(tie[0], life, other, typed, typed_other)
    if "due" in chosen:
        chosen["due"] = _day(chosen["due"])
    # A word on the action as a whole is kept under the id that raised it; a tie is between the two that were typed.
    action, task = (typed, _task(workspace, life, typed)) if tie is not None else (life.ref, life.task)
    try:
        draft = Draft(action=action, task=task, note=note, by=by, when=day, written=today, **chosen)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        option = {"owners": "owner"}.get(str(first["loc"][0]), str(first["loc"][0]))
        raise SettingError(
            f"--{option}: {first['msg'].removeprefix('Value error, ')}.", hint="Type it again."
        ) from error
    return life, add_update(workspace, life.ref.split("/")[0], draft)


def _body_of(workspace: Workspace, typed: Sequence[str]) -> str:
    """The one body whose whole ids were typed, so that no other's actions need be put together; "" for any."""
    bodies = {one.split("/")[0] for one in typed}
    body = bodies.pop() if len(bodies) == 1 else ""
    return (
        body if body and all(one.startswith(f"{body}/") for one in typed) and (workspace.output / body).is_dir() else ""
    )


def _may_tie(how: str, life: Life, other: Life, typed: str, typed_other: str) -> None:
    if typed == typed_other:
        raise SettingError(f"{typed}: both are the same id.", hint="Name two actions.")
    if life.ref.split("/")[0] != other.ref.split("/")[0]:
        raise SettingError(f"{typed} and {typed_other} are of two bodies.", hint="Only actions of one body can be one.")
    if how == "same" and life.ref == other.ref:
        raise SettingError(f"{typed} and {typed_other} are one in the register already.", hint="Nothing is to be done.")


def _task(workspace: Workspace, life: Life, one: str) -> str:
    """What the action or row with this id says, in its own record."""
    from pipeline.write import read_record

    record = read_record(workspace.path_of(next(step.record for step in life.steps if step.action == one)))
    return next(action.task for action in record.actions if action.id == one)


def _day(typed: str) -> str:
    try:
        return date.fromisoformat(typed).isoformat() if typed else ""
    except ValueError as error:
        raise SettingError(f"{typed}: not a date.", hint="Write it as 2025-09-01.") from error


def _told(life: Life, update: Update, *, as_json: bool) -> None:
    if as_json:
        print_json(update.model_dump(exclude_none=True))
        return
    console = terminal()
    console.print(f"{life.ref}: {life.task}")
    changes = []
    if update.status:
        changes.append(f"status {update.status.replace('_', ' ')} (was {life.status.replace('_', ' ')})")
    if update.due:
        changes.append(f"due {update.due} (was {life.due.date or life.due.text or 'not stated'})")
    if update.owners:
        was = ", ".join(owner.name for owner in life.owners) or "nobody"
        changes.append(f"owner {', '.join(update.owners)} (was {was})")
    if update.same:
        changes.append(f"one with {update.same}")
    if update.differ:
        changes.append(f"not one with {update.differ}")
    console.print(f"    {'; '.join(changes) or 'noted'}; by {update.by}, {update.when}.")
