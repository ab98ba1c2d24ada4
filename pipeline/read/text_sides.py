"""A front printed side by side in plain text, the meeting in one column, who came in the other: one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.read.tabbed import is_person
from pipeline.read.text_columns import Row

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
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b.*\d|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b"
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
        if len(fields) > 1 and all(labels) and not row.tabbed and (columns := _below_heads(rows, start)):
            return columns
        if len(fields) < 2 or sum(labels) != 1:
            continue
        column = fields[1].start() if labels[0] else fields[labels.index(True)].start()
        cuts = _cuts(rows, start, column)
        meeting, people = [cut.right for cut in cuts], [cut.left for cut in cuts]
        if not labels[0]:
            meeting, people = people, meeting
        if column >= NEAREST and len(cuts) > 1 and _is_meeting(meeting):
            block = rows[start : start + len(cuts)]
            return [
                *rows[:start],
                *_column(meeting, block, row.blanks),
                *_column(people, block, 1),
                *_parted(rows[start + len(cuts) :]),
            ]
    return list(rows)


def _below_heads(rows: Sequence[Row], start: int) -> list[Row]:
    """The rows with each list below its head, of two lists with heads side by side.

    Lists as long as each other share their columns line by line and are found as a table, but for a line or two; none
    where no line stands below. With a gap between the lines the list ends with whatever is no person.
    """
    heads = [field.start() for field in _FIELD.finditer(rows[start].raw)]
    columns: list[list[Row]] = [[_cell(rows[start], rows[start].raw[a:b].strip())] for a, b in _spans(heads)]
    end, gap = start + 1, min(rows[start + 1].blanks, 1) if start + 1 < len(rows) else 0
    while end < len(rows) and rows[end].blanks <= gap and rows[end].page == rows[start].page:
        fields = [*_FIELD.finditer(rows[end].raw)]
        places = [[at for at, head in enumerate(heads) if abs(head - field.start()) <= 2] for field in fields]
        if not all(places) or len(fields) > len(heads) or (gap and not all(is_person(field[0]) for field in fields)):
            break
        for field, place in zip(fields, places, strict=True):
            columns[place[0]].append(_cell(rows[end], field[0]))
        end += 1
    whole = all(len(column) == end - start for column in columns)
    if any(len(column) < 2 for column in columns) or (whole and end - start >= SHORT):
        return []
    listed = [replace(row, blanks=0 if at else 1) for column in columns for at, row in enumerate(column)]
    return [*rows[:start], *listed, *_parted(rows[end:])]


def _cell(row: Row, words: str) -> Row:
    return replace(row, raw=words, tabbed=())


SHORT = 3  # lines, the heads' own counted, that are too few to be found as a table


def _parted(below: Sequence[Row]) -> list[Row]:
    """What stands below the front, with a gap above it."""
    return [*(replace(row, blanks=max(row.blanks, 1)) for row in below[:1]), *below[1:]]


def _spans(starts: Sequence[int]) -> list[tuple[int, int | None]]:
    return [(a, b) for a, b in zip(starts, [*starts[1:], None], strict=True)]


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
    kept = [_cell(row, text) for text, row in zip(texts, block, strict=True) if text]
    return [replace(row, blanks=blanks if not at else row.blanks) for at, row in enumerate(kept)]
