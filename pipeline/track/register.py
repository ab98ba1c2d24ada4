"""Lives as of a day -> entries of the register: how old, overdue, last heard of; and the register as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pipeline.record import Owner, Record
from pipeline.track.days import days_between, first_day, last_day
from pipeline.track.life import Life, Step
from pipeline.track.ratings import Misrated, Rating, Ratings, misrated, percent_done


@dataclass(frozen=True, slots=True)
class Entry:
    """One action as it stands on a day.

    Attributes:
        age_days: days from being raised to being closed, or to `as_of` while it is open; None where no day is known.
        overdue: still open, and the last day of what it is due by has passed.
        percent: done so far, where a paper says so.
        misrated: ratings that papers print against their own figures.
    """

    life: Life
    as_of: str
    age_days: int | None
    overdue: bool
    percent: int | None = None
    rating: Rating | None = None
    misrated: tuple[Misrated, ...] = ()

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


def register(lives: Iterable[Life], *, as_of: str, ratings: Ratings | None = None) -> list[Entry]:
    """The lives as they stand on a day (YYYY-MM-DD), in their order; without `ratings` none is rated."""
    return [_entry(life, as_of, ratings) for life in lives]


def _entry(life: Life, as_of: str, ratings: Ratings | None) -> Entry:
    closing = Entry(life, as_of, None, False).closing
    age = days_between(life.raised.date, closing.date if closing else as_of)
    due = last_day(life.due.date)
    late = life.open and due is not None and due < as_of
    if ratings is None:
        return Entry(life, as_of, age, late)
    percent = percent_done(life)
    rating = ratings.rate(percent=percent, status=life.status, past_due=late, extended=life.extensions)
    return Entry(life, as_of, age, late, percent, rating, misrated(life, ratings))


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
        "percent": entry.percent,
        "rating": entry.rating,
        "rating_contradictions": [
            {"printed": one.printed, "computed": one.computed, "why": one.why, **_place(one.step)}
            for one in entry.misrated
        ],
        "closing": None if entry.closing is None else {"by": entry.closing.by, **_place(entry.closing)},
        "doubts": [{"ref": one.other, "likeness": one.likeness, "task": one.quote} for one in life.doubts],
        "history": [_step(step) for step in life.steps],
    }


def _place(step: Step) -> dict[str, Any]:
    return {"date": step.date, "record": step.record, "page": step.evidence.page, "quote": step.evidence.quote}


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
