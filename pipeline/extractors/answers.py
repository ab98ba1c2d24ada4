"""Lists in which a word behind each name says whether that person came: "Reed - present", "Ann Box: excused"."""

from __future__ import annotations

import re

from pipeline.extractors.entries import Entry
from pipeline.extractors.gather import AWAY
from pipeline.extractors.names import read_name
from pipeline.extractors.remarks import status_of_mark
from pipeline.match import Matcher
from pipeline.paper import fold

_ROW = re.compile(
    r"(?P<who>[^\n]+?)(?:\s*(?::|=|\.{2,}|…|_{2,}|\t)\s*|\s[-–—]\s?|[-–—]\s|,?\s+(?=[✓✔√☑✗✘×]))(?P<mark>[^\n:=]{1,40})"
)
_FEWEST = 2  # rows with an answer that make such a list
_SHARE = 0.7  # of the rows, that have one


def is_answer(text: str, matcher: Matcher) -> bool:
    """ "Reed: here", a row of such a list."""
    found = _ROW.fullmatch(text.strip(" .*_"))
    return (
        found is not None
        and len(found["mark"]) > 1
        and read_name(found["who"], surname=True) is not None
        and status_of_mark(found["mark"], matcher) is not None
    )


def answered(text: str, matcher: Matcher) -> list[Entry]:
    """The people of a list of which nearly each line ends with an answer, in order; [] for any other.

    Whoever came has the status that the post tells, a member's or a clerk's."""
    rows = [found for found in re.finditer(r"[^\n]+", text) if found[0].strip()]
    out: list[Entry] = []
    for row in rows:
        found = _ROW.fullmatch(row[0].strip(" .*_")) if is_answer(row[0], matcher) else None
        name = read_name(found["who"], surname=True) if found is not None else None
        if found is None or name is None:
            continue
        said = status_of_mark(found["mark"], matcher)
        post = fold(found["who"][name.end :]).strip(" ,()-–—:")
        away = said if said in AWAY else None
        out.append(Entry(name, row.start(), row.end(), post or name.office or None, said=away))
    return out if len(out) >= _FEWEST and len(out) >= _SHARE * len(rows) else []
