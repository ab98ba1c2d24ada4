"""Lists in which a word behind each name says whether that person came: "Reed - present", "Ann Box: excused"."""

from __future__ import annotations

import re

from pipeline.extractors.attendance.entries import Entry
from pipeline.extractors.attendance.gather import AWAY
from pipeline.extractors.attendance.remarks import status_of_mark
from pipeline.extractors.names import Name, read_name
from pipeline.paper import fold
from pipeline.record import Status
from pipeline.rules.match import Matcher

_SIGN = r"(?:\s*(?::|=|\.{2,}|…|_{2,}|\t)\s*|\s[-–—]\s?|[-–—]\s|,?\s+(?=[✓✔√☑✗✘×]))(?P<mark>[^\n:=]{1,40})"
# Before the answer stands the first sign of the row, or the last: "Ash: apologies – ill", "Ann Box – Chair: here".
_ROWS = (re.compile(rf"(?P<who>[^\n]+?){_SIGN}"), re.compile(rf"(?P<who>[^\n]+(?<![._\s])){_SIGN}"))
_FEWEST = 2  # rows with an answer that make such a list
_SHARE = 0.7  # of the rows, that have one


def is_answer(text: str, matcher: Matcher) -> bool:
    """ "Reed: here", a row of such a list."""
    return _read(text, matcher) is not None


def answered(text: str, matcher: Matcher) -> list[Entry]:
    """The people of a list of which nearly each line ends with an answer, in order; [] for any other.

    Whoever came has the status that the post tells, a member's or a clerk's."""
    rows = [found for found in re.finditer(r"[^\n]+", text) if found[0].strip()]
    lettered = len(rows) > _FEWEST and all(_read(row[0], matcher, lettered=True) is not None for row in rows)
    out: list[Entry] = []
    for row in rows:
        if (told := _read(row[0], matcher, lettered=lettered)) is None:
            continue
        who, name, said = told
        post = fold(who[name.end :]).strip(" ,()-–—:")
        away = said if said in AWAY else None
        out.append(Entry(name, row.start(), row.end(), post or name.office or None, said=away))
    return out if len(out) >= _FEWEST and len(out) >= _SHARE * len(rows) else []


def _read(text: str, matcher: Matcher, *, lettered: bool = False) -> tuple[str, Name, Status] | None:
    """A row's words before its answer, the name that they open with, and what the answer says.

    Args:
        lettered: one letter is an answer too, as it is where every row ends with one.
    """
    plain = text.strip(" .*_")
    for found in (row.fullmatch(plain) for row in _ROWS):
        if found is None or (len(found["mark"]) == 1 and not lettered):
            continue
        name = read_name(found["who"], surname=True)
        said = status_of_mark(found["mark"], matcher) if name is not None else None
        if name is not None and said is not None:
            return found["who"], name, said
    return None
