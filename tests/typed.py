"""A paper typed in a test: the record of its text, and what the record says of actions."""

from __future__ import annotations

from pathlib import Path

from pipeline.record import Record
from pipeline.run import extract


def record_of(folder: Path, text: str, name: str = "minutes.txt") -> Record:
    """The one record of a text; the ending of `name` says how it is read."""
    return record_at(folder / name, text)


def record_at(path: Path, text: str) -> Record:
    """The one record of a text that is written to a file."""
    path.write_text(text, encoding="utf-8")
    return record_in(path)


def record_in(path: Path) -> Record:
    """The one record of a file."""
    (record,) = extract(path, workspace=None, name=path.name)
    return record


def owned(record: Record) -> list[tuple[str, list[str]]]:
    """Each action's task with its owners."""
    return [(action.task, [owner.name for owner in action.owners]) for action in record.actions]


def titles(record: Record) -> list[str]:
    """The titles of its items."""
    return [item.title for item in record.items]
