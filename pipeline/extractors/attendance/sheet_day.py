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
SIGNS = "†‡§¶*#^"  # marks that stand before or behind a name, by what the paper says of them
_MEANS = r"(?P<{}>[A-Za-z]+(?:\s(?!an?\b)[a-z]+){{0,3}})\b"
_LEGEND = re.compile(
    rf"\b(?P<mark>[A-Za-z]|[A-Z][A-Za-z]{{1,2}})\s*[-–—=:]\s*{_MEANS.format('means')}"
    rf"|(?P<sign>[{SIGNS}])\s*(?:[-–—=:]\s*)?{_MEANS.format('told')}"
)
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
    """What letters and signs mean by a key: "P – Present, A – sent apologies"; {} where a text has none."""
    legend: dict[str, Status] = {}
    for found in _LEGEND.finditer(text):
        words = (found["means"] or found["told"]).split()
        told = (status_of_mark(" ".join(words[:end]), matcher) for end in range(len(words), 0, -1))
        if (said := next((status for status in told if status is not None), None)) is not None:
            legend[found["mark"] or found["sign"]] = said
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
