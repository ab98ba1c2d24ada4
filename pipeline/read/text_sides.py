"""A front printed side by side in plain text, the meeting in one column, who came in the other: one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.read.text_columns import Row
from pipeline.wording import MONTHS

TOP = 40  # lines in which a front stands
NEAREST = 16  # letters before a second column
AWAY = 18  # letters that names may be set in by below their label
LONGEST = 60  # letters of a line of the meeting's column

_FIELD = re.compile(r"\S(?: ?\S)*")
_WHO = re.compile(
    r"(?:(?:members|councillors|those|also|others?)\s+)?(?:present|in\s+attendance|attendance|attendees|apologies|absent|sederunt)"
    r"(?:\s+for\s+absence)?\s*(?::|$)",
    re.IGNORECASE,
)
_WHEN = re.compile(
    rf"\b(?:{'|'.join(name[:3] for name in MONTHS)})[a-z]*\b.*\d|\b\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}\b"
    r"|^(?:date|time|venue|place|location|held\s+(?:at|on))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Cut:
    """A printed line cut at a column: what stands before it and from it on, "" where nothing does."""

    left: str
    right: str


def one_side_first(rows: Sequence[Row]) -> list[Row]:
    """The rows; where the front has two columns, those of the meeting's column stand before those of the people's."""
    for start, row in enumerate(rows[:TOP]):
        fields = [*_FIELD.finditer(row.raw)]
        labels = [_WHO.match(field[0]) is not None for field in fields]
        if len(fields) < 2 or sum(labels) != 1:
            continue  # "PRESENT      ABSENT" heads a table
        column = fields[1].start() if labels[0] else fields[labels.index(True)].start()
        cuts = _cuts(rows, start, column)
        meeting, people = [cut.right for cut in cuts], [cut.left for cut in cuts]
        if not labels[0]:
            meeting, people = people, meeting
        if column >= NEAREST and len(cuts) > 1 and _is_meeting(meeting):
            block = rows[start : start + len(cuts)]
            below = rows[start + len(cuts) :]
            return [
                *rows[:start],
                *_column(meeting, block, row.blanks),
                *_column(people, block, 1),
                *(replace(after, blanks=max(after.blanks, 1)) for after in below[:1]),
                *below[1:],
            ]
    return list(rows)


def _cuts(rows: Sequence[Row], start: int, column: int) -> list[_Cut]:
    """The lines of a front cut at a column, up to the last that has something in the right one."""
    cuts: list[_Cut] = []
    last = 0
    for at in range(start, min(len(rows), start + TOP)):
        row = rows[at]
        if cuts and (row.blanks > 1 or row.page != rows[start].page):
            break
        fields = [*_FIELD.finditer(row.raw)]
        right = next((field.start() for field in fields if column - 2 <= field.start() <= column + AWAY), len(row.raw))
        left = row.raw[:right].rstrip()
        if len(left) > column - 1:
            break  # a line across both columns
        cuts.append(_Cut(left.strip(), row.raw[right:].strip()))
        last = len(cuts) if right < len(row.raw) else last
    return cuts[:last]


def _is_meeting(lines: Sequence[str]) -> bool:
    """Short lines that say when, with no list of people among them."""
    told = [line for line in lines if line]
    short = all(len(line) <= LONGEST and not _WHO.match(line) and not line.endswith(",") for line in told)
    return len(told) > 1 and short and any(_WHEN.search(line) for line in told)


def _column(texts: Sequence[str], block: Sequence[Row], blanks: int) -> list[Row]:
    """A column's lines as rows of their own, the first with a gap above it."""
    kept = [replace(row, raw=text) for text, row in zip(texts, block, strict=True) if text]
    return [replace(row, blanks=blanks if not at else row.blanks) for at, row in enumerate(kept)]
