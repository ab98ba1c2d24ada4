"""What people say of actions: corpus/<body>/updates.yaml, to which entries are added and from which none is ever taken.

    - action: ambleforth-parish-council/2025-03-11/action/3.2
      task: mend the gate                 # what the action said when this was written
      status: completed
      note: Mended on Tuesday; seen by the clerk.
      by: the clerk
      when: "2025-04-02"                  # the day of which it is true
      written: "2025-04-07"
      evidence: Invoice 17
      before: 5f0c…                       # the hash of the entry before; null in the first
      hash: 9ab1…                         # sha256 of this entry without its hash, as canonical JSON

Each entry seals the one before it, so that a change to any of them, or a gap, shows. What was cut off at the end does
not show by itself: `minutebook verify` prints the last hash of each file, for an auditor to note down.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, RootModel, StringConstraints

from pipeline import strict
from pipeline.problem import RecordError, SettingError
from pipeline.record import ActionStatus, DateValue, Day
from pipeline.workspace import Workspace, hold
from pipeline.write import write_atomic, yaml_entries

FILE = "updates.yaml"
WAIT = 10.0
"""Seconds that another person's update is waited for."""
LONGEST = 100_000_000
"""Bytes of an updates file: an entry has about 700."""
_HEAD = (
    b"# Written by `minutebook actions set`. Entries are added at the end, never changed: each seals the one before.\n"
)
_HINT = "Put a copy from before it was changed by hand in its place."
_Hash = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


def _sayable(text: str) -> str:
    if not text.strip():
        raise ValueError("nothing is said")
    for letter in text:
        if letter not in "\n\t" and unicodedata.category(letter) in ("Cc", "Cs"):
            raise ValueError("a character that no text has")
    return text.strip()


def _real_day(value: str) -> str:
    if len(value) == 10:
        date.fromisoformat(value)
    return value


RealDay = Annotated[Day, AfterValidator(_real_day)]
Words = Annotated[str, StringConstraints(max_length=10_000), AfterValidator(_sayable)]


class Draft(BaseModel):
    """A person's word on an action, not sealed yet. `same` and `differ` name another that is, or is not, this one."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    action: Words
    task: Words
    status: ActionStatus | None = None
    due: Annotated[DateValue, AfterValidator(_real_day)] | None = None
    owners: tuple[Words, ...] | None = Field(None, min_length=1)
    same: Words | None = None
    differ: Words | None = None
    note: Words
    by: Words
    when: RealDay
    written: RealDay
    evidence: Words | None = None


class Update(Draft):
    """An entry of an updates file."""

    before: _Hash | None
    hash: _Hash


class Updates(RootModel[tuple[Update, ...]]):
    """An updates file."""


@dataclass(frozen=True, slots=True)
class Break:
    """Where a chain of updates is broken: the file, the entry's number from 1, and a sentence."""

    file: str
    entry: int
    message: str


@dataclass(frozen=True, slots=True)
class Said:
    """All that people said, file by file, as it was written; and a sentence for each file at fault."""

    updates: tuple[Update, ...]
    faults: tuple[str, ...] = ()


def updates_path(workspace: Workspace, body: str) -> Path:
    """Where the updates of a body (the first part of its records' ids) are."""
    return workspace.corpus / body / FILE


def updates_paths(workspace: Workspace, *, body: str = "") -> list[Path]:
    """The updates files that there are, of all bodies or of one."""
    return sorted(path for path in workspace.corpus.glob(f"*/{FILE}") if not body or path.parent.name == body)


def read_updates(path: Path) -> tuple[Update, ...]:
    """The entries of an updates file, none where there is no file. Their chain is not looked at: see `breaks`.

    Raises:
        RecordError: the file can't be used; says file and line.
    """
    if not path.is_file():
        return ()
    typed = strict.parse_file(path, longest=LONGEST)
    return strict.validate(Updates, typed, hint=_HINT).root if typed.value is not None else ()


def all_updates(workspace: Workspace, *, body: str = "") -> Said:
    """What people said of the actions of all bodies or of one. A file at fault costs itself alone, and is told."""
    updates: list[Update] = []
    faults: list[str] = []
    for path in updates_paths(workspace, body=body):
        try:
            entries = read_updates(path)
        except RecordError as error:
            faults.append(str(error))
            continue
        updates += entries
        faults += [one.message for one in breaks(entries, workspace.name_of(path))]
    return Said(tuple(updates), tuple(faults))


def seal(draft: Draft, before: str | None) -> Update:
    """The draft as an entry behind the one with this hash (None: the first)."""
    said = draft.model_dump(exclude_none=True)
    return Update.model_validate({**said, "before": before, "hash": hash_of(said, before)})


def hash_of(said: dict[str, object], before: str | None) -> str:
    """sha256, in hex, of what an entry says and its `before` as canonical JSON.

    That is: sorted keys, no blanks, UTF-8, no nulls but that of the first entry's `before`.
    """
    text = json.dumps({**said, "before": before}, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode("utf-8")).hexdigest()


def breaks(updates: Sequence[Update], name: str) -> Iterator[Break]:
    """Where the chain of a file's entries is broken.

    Args:
        name: the file, as messages shall call it.
    """
    before: str | None = None
    for number, update in enumerate(updates, start=1):
        who = f"{name}: entry {number} ({update.action}, by {update.by})"
        if update.hash != hash_of(update.model_dump(exclude_none=True, exclude={"before", "hash"}), update.before):
            yield Break(name, number, f"{who} was changed after it was written: its hash does not fit it.")
        if update.before != before:
            what = (
                "entries before it are gone" if number == 1 else f"something between it and entry {number - 1} is gone"
            )
            yield Break(name, number, f"{who} does not follow what stands before it: {what}, moved or changed.")
        before = update.hash


def add_update(workspace: Workspace, body: str, draft: Draft, *, wait: float = WAIT) -> Update:
    """Write a person's word at the end of the body's updates file.

    Who writes at the same time waits, so that both words are kept; a reader finds the file with the word or without.

    Args:
        wait: seconds that another writer is waited for.

    Raises:
        RecordError: the file that is there can't be read; it is left as it is.
        SettingError: another writer does not end.
        OSError: it can't be written; the file is as before.
    """
    path = updates_path(workspace, body)
    with _alone(path, wait):
        entries = read_updates(path)
        update = seal(draft, entries[-1].hash if entries else None)
        old = path.read_bytes() if path.is_file() else _HEAD
        end = b"" if old.endswith(b"\n") or not old else b"\n"
        said = {key: value for key, value in update if value is not None or key == "before"}
        new = yaml_entries([said])
        write_atomic(path, old + end + new.encode("utf-8"))
    return update


@contextmanager
def _alone(path: Path, wait: float) -> Iterator[None]:
    """Hold the lock of an updates file. The lock's file stays: who deletes a lock lets two in."""
    lock = path.with_name(f".{path.name}.lock")
    path.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("a") as handle:
        if not hold(handle, wait):
            raise SettingError(
                f"{path}: somebody else has been writing to it for {wait:.0f} seconds.",
                hint="Nothing of yours was written: try again when they are done.",
            )
        yield
