"""Find records in a workspace by what a person types: an id, a file, a body."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import Path

from pipeline.paper import slug
from pipeline.problem import SettingError
from pipeline.record import Record
from pipeline.workspace import UNDATED, Workspace
from pipeline.write import read_record


def find_record(workspace: Workspace, what: str) -> Record:
    """The record with this id, or in this file, or that holds the decision or action with this id.

    Raises:
        SettingError: there is none; names ids that look alike.
        RecordError: it can't be read.
    """
    path = Path(what)
    if path.suffix == ".yaml" and path.is_file():
        return read_record(path)
    ids = workspace.record_ids()
    if what in ids:
        return read_record(workspace.path_of(what))
    if (holder := _holder(workspace, what, ids)) is not None:
        return holder
    raise SettingError(f"{what}: there is no record with this id.", hint=near_ids(what, ids))


def is_entry(what: str) -> bool:
    """Does it look like the id of a decision or an action?"""
    return re.search(r"/(?:decision|action)/", what) is not None


def _holder(workspace: Workspace, what: str, ids: list[str]) -> Record | None:
    """The record with the decision or action of this id; None where it is no such id."""
    if not is_entry(what):
        return None
    meeting = re.split(r"/(?:decision|action)/", what)[0]
    for one in ids:
        if one.startswith(f"{meeting}/"):
            record = read_record(workspace.path_of(one))
            held = {decision.id for decision in record.decisions} | {action.id for action in record.actions}
            if what in held:
                return record
    return None


def find_meeting(workspace: Workspace, what: str) -> list[Record]:
    """The records that a sheet is made from: the one asked for, then those that report on its actions.

    Args:
        what: a record's id or file, or a body (its name or slug), which stands for its latest minutes.

    Raises:
        SettingError, RecordError: as `find_record`.
    """
    if "/" not in what and not Path(what).is_file():
        what = _latest_minutes(workspace, what)
    record = find_record(workspace, what)
    if record.kind != "minutes" or not record.actions:
        return [record]
    return [record, *_reports_on(workspace, record)]


def find_bodies(workspace: Workspace, names: Sequence[str]) -> list[str]:
    """The slugs of bodies with records, by name or slug, each once.

    Raises:
        SettingError: there is none of one of these names; names those that look alike.
    """
    known = {one.split("/")[0] for one in workspace.record_ids()}
    return list(dict.fromkeys(find_body(name, known) for name in names))


def _latest_minutes(workspace: Workspace, body: str) -> str:
    ids = [one for one in workspace.record_ids() if one.startswith(f"{slug(body)}/")]
    minutes = [one for one in ids if read_kind(workspace, one) == "minutes"]
    if minutes:
        return max(minutes, key=lambda one: (one.split("/")[1].replace(UNDATED, ""), one))
    if ids:
        raise SettingError(f"{body}: there are no minutes of it, only {', '.join(ids[:5])}.", hint="Name one of these.")
    raise _no_body(body, {one.split("/")[0] for one in workspace.record_ids()})


def find_body(what: str, bodies: Collection[str]) -> str:
    """The slug of a body that a person names by name or slug.

    Args:
        bodies: slugs of the bodies that have records.

    Raises:
        SettingError: there is none; names bodies that look alike.
    """
    if slug(what) not in bodies:
        raise _no_body(what, bodies)
    return slug(what)


def _no_body(what: str, bodies: Collection[str]) -> SettingError:
    hint = near_ids(slug(what) or what, sorted(bodies))
    return SettingError(f"{what}: there is no body of this name with records.", hint=hint)


def read_kind(workspace: Workspace, record_id: str) -> str:
    """The kind that a record's file states in its first lines; "" where it states none."""
    with workspace.path_of(record_id).open(encoding="utf-8", errors="replace") as file:
        heads = [line for _, line in zip(range(5), file, strict=False)]
    return next((line.removeprefix("kind:").strip() for line in heads if line.startswith("kind:")), "")


def _reports_on(workspace: Workspace, minutes: Record) -> list[Record]:
    """The body's other records with rows that refer to actions of these minutes, by date."""
    body = minutes.slug
    wanted = {action.id for action in minutes.actions}
    # Looking for words in a file costs less than reading it as a record.
    words = re.compile(rb'refers_to: "?' + re.escape(body).encode("utf-8") + b"/")
    found = []
    for record_id in workspace.record_ids():
        path = workspace.path_of(record_id)
        if record_id == minutes.id or not record_id.startswith(f"{body}/") or not words.search(path.read_bytes()):
            continue
        record = read_record(path)
        if any(action.refers_to in wanted for action in record.actions):
            found.append(record)
    return found


def near_ids(what: str, choices: list[str]) -> str:
    """A hint that names the ids or names that look like what was typed."""
    from rapidfuzz import process

    if not choices:
        return "There are no records yet: ingest some papers first."
    near = [str(choice) for choice, score, _ in process.extract(what, choices, limit=3) if score >= 50]
    return f"Do you mean {' or '.join(near)}?" if near else "`minutebook show` without an id lists them all."
