"""A body's meetings with those whom their minutes list: what a roster is made from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.record import Attendee, Evidence, Record, Status, is_day
from pipeline.roster.names import key_of

_STRENGTH: tuple[Status, ...] = ("present", "in_attendance", "apologies", "absent")
SAME = 0.5  # part of the shorter list that two lists of one day share where they are of one meeting


@dataclass(frozen=True, slots=True)
class Sighting:
    """One time that a paper lists somebody.

    Attributes:
        meeting: key of the meeting, "2025-03-11", or "2025-03-11 (2)" for a second of the same day.
        title: Mr, Mrs ... where the paper's words have it before the name, "" where not.
    """

    meeting: str
    day: str
    record: str
    name: str
    status: Status
    capacity: str | None
    evidence: Evidence
    title: str = ""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting: its key, its day, the records that list who was there."""

    key: str
    day: str
    records: tuple[str, ...]


def sittings_of(records: Iterable[Record]) -> tuple[tuple[Sitting, ...], tuple[Sighting, ...], tuple[str, ...]]:
    """The meetings by day, all sightings, and the ids of records with a list but no day.

    Two records of one day are one meeting (a draft and its final form) where their lists agree.
    """
    by_day: dict[str, list[list[Record]]] = {}
    undated = []
    for record in sorted(records, key=lambda record: record.id):
        if not record.attendance or record.kind not in ("minutes", "other"):
            continue
        day = record.meeting.date or ""
        if not is_day(day):
            undated.append(record.id)
            continue
        groups = by_day.setdefault(day, [])
        group = next((group for group in groups if _agree(group[0], record)), None)
        if group is None:
            groups.append([record])
        else:
            group.append(record)
    sittings: list[Sitting] = []
    sightings: list[Sighting] = []
    for day in sorted(by_day):
        for count, group in enumerate(by_day[day], start=1):
            key = day if count == 1 else f"{day} ({count})"
            sittings.append(Sitting(key, day, tuple(record.id for record in group)))
            sightings += [_sighting(key, day, record, one) for record in group for one in record.attendance]
    return tuple(sittings), tuple(sightings), tuple(undated)


def _agree(one: Record, two: Record) -> bool:
    first, second = ({key_of(person.name) for person in record.attendance} for record in (one, two))
    return len(first & second) >= SAME * min(len(first), len(second))


def _sighting(key: str, day: str, record: Record, person: Attendee) -> Sighting:
    before = re.search(rf"\b(Mr|Mrs|Ms|Miss)\b\.?\s+{re.escape(person.name)}", person.evidence.quote)
    return Sighting(
        meeting=key,
        day=day,
        record=record.id,
        name=person.name,
        status=person.status,
        capacity=person.capacity,
        evidence=person.evidence,
        title=before[1] if before else "",
    )


def strongest(sightings: Sequence[Sighting]) -> Status:
    """What holds of somebody whom a meeting's papers list more than once: being there over being away."""
    return min((one.status for one in sightings), key=_STRENGTH.index)
