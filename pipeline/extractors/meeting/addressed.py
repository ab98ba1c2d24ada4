"""To which meeting a report goes, by the line of its front sheet that says so: "To: Roads Committee – 3 May 2024"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extractors.meeting.naming import clean, is_name
from pipeline.paper import Line
from pipeline.wording import MONTHS

_DAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:the\s+)?"
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{'|'.join(MONTHS)}),?\s+\d{{4}}"
)
_TO = re.compile(
    r"\W*(?:report\s+)?to\s*:\s*(?:the\s+)?(?P<body>(?-i:[A-Z])[^:;.–—\d]{2,90}?)\s*(?:,|\s[–—-]|(?:date|meeting\s+date)\s*:)\s*"
    rf"(?P<day>{_DAY})\W*",
    re.IGNORECASE,
)
_MEETS = re.compile(
    r"\b(?:council|cabinet|committee|sub-committee|board|panel|executive|forum|governors|trustees|authority|assembly|commission|group)$",
    re.IGNORECASE,
)


def addressed(lines: Sequence[Line]) -> tuple[str, Line] | None:
    """The body that a report goes to, and the line that says so with the day of its meeting; None where none does."""
    for line in lines:
        found = _TO.fullmatch(line.text)
        body = clean(found["body"]) if found is not None else ""
        if body and _MEETS.search(body) and is_name(body):
            return body, line
    return None


# "Committee date: 3 May 2024", "Date of meeting" above its day
_LABELLED = re.compile(
    r"\W*(?:(?:meeting|committee|council|cabinet|board)\s+date|date\s+of\s+(?:the\s+)?(?:meeting|committee|council|cabinet|board))\b",
    re.IGNORECASE,
)


def has_labelled_day(lines: Sequence[Line]) -> bool:
    """Does a front sheet give the day of its meeting in a line of its own?"""
    return any(_LABELLED.match(line.text) for line in lines)
