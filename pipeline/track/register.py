"""Lives as of a day -> entries of the register: how old, overdue, last heard of; and the register as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from pipeline.record import Owner, Record
from pipeline.track.life import Life, Step


@dataclass(frozen=True, slots=True)
class Entry:
    """One action as it stands on a day.

    Attributes:
        age_days: days from being raised to being closed, or to `as_of` while it is open; None where no day is known.
        overdue: still open, and the last day of what it is due by has passed.
    """

    life: Life
    as_of: str
    age_days: int | None
    overdue: bool

    @property
    def last_heard(self) -> str | None:
        """The day of the last paper or person that spoke of it."""
        return max((step.date for step in self.life.steps if step.date), default=None)

    @property
    def closing(self) -> Step | None:
        """The step that closed it; None while it is open."""
        closed = [step for step in self.life.steps if step.event == "closed"]
        return closed[-1] if closed and not self.life.open else None


def until(records: Iterable[Record], as_of: str) -> list[Record]:
    """The papers of meetings up to a day; those without a date stay."""
    return [record for record in records if (first_day(record.meeting.date) or "") <= as_of]


def register(lives: Iterable[Life], *, as_of: str) -> list[Entry]:
    """The lives as they stand on a day (YYYY-MM-DD), in their order."""
    return [_entry(life, as_of) for life in lives]


def _entry(life: Life, as_of: str) -> Entry:
    entry = Entry(life, as_of, None, False)
    raised = first_day(life.raised.date)
    ended = first_day(entry.closing.date) if entry.closing else as_of
    age = (date.fromisoformat(ended) - date.fromisoformat(raised)).days if raised and ended else None
    due = last_day(life.due.date)
    return Entry(life, as_of, age, life.open and due is not None and due < as_of)


def first_day(value: str | None) -> str | None:
    """The first day of a date as records give it: 2018-03 -> 2018-03-01, 2018/2019 -> 2018-04-01."""
    return _days(value)[0] if value else None


def last_day(value: str | None) -> str | None:
    """The last day of a date as records give it: 2018-03 -> 2018-03-31, 2018-23 (autumn) -> 2018-11-30."""
    return _days(value)[1] if value else None


_SEASONS = {21: ("03-01", "05-31"), 22: ("06-01", "08-31"), 23: ("09-01", "11-30")}


def _days(value: str) -> tuple[str, str]:
    year = int(value[:4])
    if "/" in value:  # a financial year; an academic one ends later, which errs on the side of overdue
        return f"{year}-04-01", f"{value[5:]}-03-31"
    match value.split("-")[1:]:
        case [month, day]:
            return (f"{year}-{month}-{day}",) * 2
        case [month] if int(month) in _SEASONS:
            first, last = _SEASONS[int(month)]
            return f"{year}-{first}", f"{year}-{last}"
        case ["24"]:
            return f"{year}-12-01", _before(year + 1, 3)
        case [month]:
            return f"{year}-{month}-01", _before(year + int(month) // 12, int(month) % 12 + 1)
    return f"{year}-01-01", f"{year}-12-31"


def _before(year: int, month: int) -> str:
    """The last day of the month before this one."""
    return date.fromordinal(date(year, month, 1).toordinal() - 1).isoformat()


def as_json(entry: Entry) -> dict[str, Any]:
    """An entry for programs: the contract of `minutebook actions --format json`."""
    life = entry.life
    return {
        "ref": life.ref,
        "body": life.body,
        "task": life.task,
        "owners": [_owner(owner) for owner in life.owners],
        "due": {"text": life.due.text, "date": life.due.date, "original": life.due_first.date or life.due_first.text},
        "status": life.status,
        "vanished": life.vanished,
        "overdue": entry.overdue,
        "extensions": life.extensions,
        "raised": {"date": life.raised.date, "minute": life.raised.minute, "record": life.raised.record},
        "topic": life.topic,
        "visibility": life.visibility,
        "age_days": entry.age_days,
        "last_heard": entry.last_heard,
        "silent_meetings": life.silent,
        "doubts": [{"ref": one.other, "likeness": one.likeness, "task": one.quote} for one in life.doubts],
        "history": [_step(step) for step in life.steps],
    }


def _owner(owner: Owner) -> dict[str, str | None]:
    return {"name": owner.name, "role": owner.role}


def _step(step: Step) -> dict[str, Any]:
    return {
        "date": step.date,
        "event": step.event,
        "status": step.status,
        "by": step.by,
        "record": step.record,
        "source": {"sha256": step.sha256},
        "page": step.evidence.page,
        "quote": step.evidence.quote,
        "minute": step.minute,
        "due": {"text": step.due.text, "date": step.due.date},
        "progress": step.progress,
    }
