"""Which column of a register of people has this meeting's marks, which their posts."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from pipeline.extractors.attendance.remarks import status_of_mark
from pipeline.extractors.attendance.sheet_day import Day, day_of
from pipeline.extractors.given import is_sure
from pipeline.extractors.names import Name, read_name
from pipeline.paper import Table
from pipeline.rules.match import Matcher

_POST_WORDS = r"role|position|post|capacity|(?:job\s+)?title"
_POST_HEAD = re.compile(rf"^(?:{_POST_WORDS})\b", re.IGNORECASE)
ROLE_HEAD = re.compile(
    rf"^(?:{_POST_WORDS}|organi[sz]ation|representing|category|type|designation|company|"
    r"school|ward|sector|phase|constituency|body|agency|affiliation|institution|employer|department|firm|practice|surgery|club|parish|team)\b",
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{1,4}\s?[./-]\s?\d{1,2}|\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}|^[A-Z][a-z]{2,8}\s+\d{2,4}$")


def mark_column(
    table: Table, names: Sequence[tuple[int, Name] | None], matcher: Matcher, day: Day | None
) -> int | None:
    """The column with this meeting's marks: of a column for each meeting its own, else the last filled in."""
    rows = [row for row, name in zip(table.rows, names, strict=True) if name is not None]
    columns = [
        place
        for place in range(1, len(table.rows[0]))
        if (cells := [row[place].text.strip() for row in rows if row[place].text.strip()])
        and sum(status_of_mark(cell, matcher) is not None for cell in cells) >= max(1, 0.7 * len(cells))
        and not any(ROLE_HEAD.match(row[place].text) for row in table.rows[:2])
    ]
    heads = [row for row, name in zip(table.rows, names, strict=True) if name is None][:2]
    dated = [place for place in columns if day and any(day_of(row[place].text) == day for row in heads)]
    return dated[0] if dated else columns[-1] if columns else None


def role_column(table: Table, first: int, marks: int | None, named: Set[int]) -> int | None:
    """The column of roles, by its header; without header the second column, where it holds words."""
    width = len(table.rows[0])
    for head in (_POST_HEAD, ROLE_HEAD):  # "Affiliation | Role": the post, before whom somebody comes from
        for row in table.rows[:first]:
            for place, cell in enumerate(row):
                if head.match(cell.text.strip()):
                    return place
    if marks is None:
        rows = table.rows[first:]
        for place in sorted(set(range(1, width)) - named):
            if 2 * sum(_is_somebody(row[place].text) for row in rows) > len(rows):
                continue  # people in two columns
            words = [text for row in rows if len(text := row[place].text.strip(" []()")) > 3 and not _DATE.search(text)]
            if len(words) >= 0.5 * len(rows) or width == 2:
                return place
        return None
    cells = [row[1].text.strip() for row in table.rows[first:] if len(row) > 2]
    words = [cell for cell in cells if len(cell) > 2 and not _DATE.search(cell)]
    return 1 if marks not in (None, 1) and len(words) >= 0.5 * max(1, len(cells)) else None


def _is_somebody(text: str) -> bool:
    name = read_name(text.strip())
    return name is not None and (name.full or bool(name.titles)) and is_sure(name)
