"""A body's papers in the order in which they tell of its actions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.record import Record
from pipeline.track.likeness import Likeness, stems

SAME = 0.62  # likeness from which a row of a sheet repeats an action of the minutes


def in_order(records: Sequence[Record], likeness: Likeness) -> list[Record]:
    """By day; an action sheet of a meeting's day before its minutes where it reports, after them where it repeats.

    A month's paper stands behind the days of that month, and papers without a date behind all others.
    """
    minutes = {r.meeting.date: r for r in reversed(records) if r.kind == "minutes"}

    def key(record: Record) -> tuple[str, int, str]:
        day = record.meeting.date or "9999"
        day = f"{day}-99" if re.fullmatch(r"\d{4}-\d\d", day) else day
        if record.kind == "action-sheet":
            beside = minutes.get(record.meeting.date)
            return day, 3 if beside is None or _repeats(record, beside, likeness) else 1, record.id
        return day, 2, record.id

    return sorted(records, key=key)


def _repeats(sheet: Record, minutes: Record, likeness: Likeness) -> bool:
    raised = [stems(action.task) for action in minutes.actions]
    same = sum(any(likeness.between(stems(row.task), words) >= SAME for words in raised) for row in sheet.actions)
    return 2 * same >= len(sheet.actions)
