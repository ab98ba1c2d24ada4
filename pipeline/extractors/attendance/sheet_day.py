"""What a paper says around its registers: the meeting's day, by which their columns are told, and a key of letters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from pipeline.extractors.attendance.remarks import status_of_mark
from pipeline.record import Status
from pipeline.rules.match import Matcher
from pipeline.wording import MONTHS

Day = tuple[int, int]
"""Day and month."""
_LEGEND = re.compile(r"\b(?P<mark>[A-Z][A-Za-z]{0,2})\s*[-–—=:]\s*(?P<means>[A-Za-z]+)\b")
_MONTHS = [name[:3].lower() for name in MONTHS]
_NAMED = "|".join(rf"{name[:3]}(?:{name[3:]})?t?" for name in MONTHS)
_DAY = re.compile(
    rf"\b(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(?P<month>{_NAMED})\b|"
    rf"\b(?P<first>{_NAMED})\s+(?P<after>\d{{1,2}})\b|"
    r"(?<![\d./-])(?P<d>\d{1,2})[./-](?P<m>\d{1,2})(?:[./-]\d{2,4})?(?![\d:])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a paper says around its registers: the meeting's day, and what a key of letters means ("A - Absent")."""

    day: Day | None = None
    legend: Mapping[str, Status] = field(default_factory=dict)


def legend_of(text: str, matcher: Matcher) -> dict[str, Status]:
    """What letters mean by a key: "P – Present, A – Absent"; {} where a text has none."""
    pairs = ((found["mark"], status_of_mark(found["means"], matcher)) for found in _LEGEND.finditer(text))
    legend = {mark: status for mark, status in pairs if status is not None}
    return legend if len(legend) > 1 else {}


def day_of(text: str) -> Day | None:
    """Day and month of the first date in a text; days first where both could be."""
    found = _DAY.search(text)
    if found is None:
        return None
    if found["month"]:
        return int(found["day"]), _MONTHS.index(found["month"][:3].lower()) + 1
    if found["first"]:
        return int(found["after"]), _MONTHS.index(found["first"][:3].lower()) + 1
    return int(found["d"]), int(found["m"])
