"""Which rows and columns of a table are the meeting's business."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.layout.heads import Role, role_of
from pipeline.layout.told_cells import count_on, is_number
from pipeline.paper import Cell, Table

_TIME_HEAD = re.compile(r"\W*(?:start\s+)?(?:times?|timings?|mins?|minutes\s+allotted)\W*", re.IGNORECASE)
_CLOCK = r"\d{1,2}[.:]\d\d(?:\s?[ap]\.?m\.?)?"
_TIMES = re.compile(rf"(?:{_CLOCK}(?:\s?[–-]\s?{_CLOCK})?|\d{{1,3}}\s?(?:mins?|[ap]m))?\W*", re.IGNORECASE)
_PRESENTS = re.compile(
    r"\W*(?:lead(?:\s+by)?|led\s+by|presenters?|presented\s+by|speakers?|facilitators?|introduced\s+by)\W*",
    re.IGNORECASE,
)
FOLLOWS = re.compile(r"\W*(?:follow[\s-]?ups?|next\s+steps?)\W*", re.IGNORECASE)


def business_of(table: Table) -> Table:
    """Minutes in columns without those that say when an item came up and who presented it."""
    heads = [cell.text for cell in table.rows[0]] if table.rows else []
    roles = [role_of(head) for head in heads]
    if "notes" not in roles:
        return table
    notes = roles.index("notes")
    asks = any(
        role == "action" or FOLLOWS.fullmatch(head) for role, head in zip(roles[notes:], heads[notes:], strict=True)
    )
    left_out = {
        place
        for place, head in enumerate(heads[:notes])
        if (_TIME_HEAD.fullmatch(head) and all(_TIMES.fullmatch(row[place].text) for row in table.rows[1:]))
        or (asks and _PRESENTS.fullmatch(head))
    }
    if not left_out:
        return table
    kept = (tuple(cell for place, cell in enumerate(row) if place not in left_out) for row in table.rows)
    return replace(table, rows=tuple(kept))


FEWEST = 3  # titles that meetings everywhere have
MOST = 0.8  # of the cells beside titles that end as sentences do
_LONGEST = 60  # letters of a title in a column of its own
_TITLE = re.compile(
    r"\W*(?:(?:opening\s+)?prayers?|welcome\b.*|(?:last|previous)\s+(?:minutes|notes|meeting)|(?:minutes|matters\s+arising|declarations?\s+of)\b.*|any\s+other\s+business|a\.?\s?o\.?\s?(?:c\.?\s?)?b\.?"
    r"|(?:date\s+of\s+)?(?:the\s+)?next\s+meeting|finances?|correspondence|(?:chair\w*|treasurer|secretary|clerk|head\s?teacher)[’'`]?s?[’'`]?\s+report)\W*",
    re.IGNORECASE,
)
# What stands above business: the meeting, its day and place, who came.
_FRONT = re.compile(
    r"\W*(?:meeting|dates?(?!\s+of\s+next)|times?|venue|place|location|subject|present|in\s+attendance|attend\w+|members|absent|apologies|regrets"
    r"|chair\w*\W*$|minute[\s-]?taker|(?:minutes|notes)\s+(?:by|taken)|scribe)\b",
    re.IGNORECASE,
)


def first_title(rows: Sequence[Sequence[Cell]]) -> int | None:
    """The row in which business begins, in a table of titles and what was said beside them; None in any other."""
    if any(len(row) != 2 or (len(row[0].text) > _LONGEST and row[1].text) for row in rows):
        return None
    titles = [at for at, row in enumerate(rows) if _TITLE.fullmatch(row[0].text)]
    front = [*itertools.takewhile(lambda at: _FRONT.match(rows[at][0].text) or not rows[at][1].text, range(len(rows)))]
    told = [row[1].text.strip() for row in rows[len(front) :]]
    says = len(told) >= FEWEST and sum(text.endswith(".") for text in told) >= MOST * len(told)
    return len(front) if len(titles) >= (1 if says else FEWEST) else None


# What an agenda asks a meeting to do, and who is not there: beside the titles above, entries of an agenda.
ASKS = re.compile(
    r"to\s+(?:receive|consider|approve|note|agree|discuss|review|confirm|elect|adopt|sign|welcome|resolve)\b|(?:apologies|welcome)(?:\s\S+){0,3}$",
    re.IGNORECASE,
)
# "1 | To review the policy | Ann Box" is a list of tasks where no entry is one of these.
_OF_MEETINGS = re.compile(
    r"\b(?:apologies|welcome|minutes|declarations?|interests|any\s+other\s+business|aob|next\s+meeting|matters\s+arising)\b",
    re.IGNORECASE,
)


def _nest(body: Sequence[Sequence[Cell]]) -> bool:
    """Some rows have a number of more parts than others: 1, 1.1, 1.2, 2."""
    return len({row[0].text.strip(" .").count(".") for row in body if row[0].text.strip()}) > 1


_USUAL = 2  # entries of an agenda that every meeting has
_WORDS = 25  # of an entry


def agenda_of(rows: Sequence[Sequence[Cell]]) -> tuple[int, tuple[Role, ...]] | None:
    """The heads and columns of an agenda in a table: "1. | Apologies | Chair | 7.00"; None for any other table.

    Its rows count on, or its heads name the entries; nothing is said beside them and nobody has a task.
    """
    heads = [role_of(cell.text) for cell in rows[0]] if rows else []
    header = int(any(heads) and not any(is_number(cell.text) for cell in rows[0]))
    if len(heads) < 2 or (header and {"action", "notes", "status", "due"} & set(heads)):
        return None
    body = rows[header:]
    counted = count_on([row[0].text for row in body if row[0].text])
    if not counted and (not header or heads[0] != "title"):
        return None
    at = int(counted)
    if any(len({line.bold for line in row[at].lines}) > 1 for row in body) or (counted and _nest(body)):
        return None  # titles with what was said below them
    beside = [cell.text for row in body for cell in row[at + 1 :]]
    entries = [row[at].text for row in body if row[0].text]
    usual = sum(bool(_TITLE.fullmatch(entry) or ASKS.match(entry)) for entry in entries)
    short = all(len(row[at].text.split()) <= _WORDS and len(row[at].lines) <= 2 for row in body)
    if usual < _USUAL or not any(map(_OF_MEETINGS.search, entries)):
        return None
    if not short or any(len(text) > _LONGEST or text.rstrip().endswith(".") for text in beside):
        return None
    lead: list[Role] = ["lead" for _ in heads[at + 1 :]]
    return header, ("number", "title", *lead) if counted else ("title", *lead)
