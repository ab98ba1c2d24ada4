"""The paper's own title among its first lines: what names its meeting opens no item."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.paper import Paragraph, Part, text_of
from pipeline.rules.match import Matcher
from pipeline.wording import MONTHS

_TITLES = 3  # paragraphs that may be the paper's own title
_LARGER = 1.0  # points by which a paper prints its own title larger than its items'


def names_meeting(at: int, parts: Sequence[Part], look: tuple[object, ...], matcher: Matcher) -> bool:
    """Is this paragraph the paper's own title: above its day, among the first and titled so, or with a day itself?"""
    part = parts[at]
    if not isinstance(part, Paragraph):
        return False
    dated = at == 0 and any(_DAY.match(text_of(below)) for below in parts[1:2])
    return dated or (at < _TITLES and (_is_own_title(part, look, matcher) or _OF_DAY.search(part.text) is not None))


def without_own_title(members: Sequence[int], parts: Sequence[Part]) -> list[int]:
    """The members of one look without the paper's own title, printed larger than the others on its first lines."""
    sizes = [parts[at].lines[0].size or 0.0 for at in members if parts[at].lines]
    larger = len(sizes) > 2 and members[0] < _TITLES and min(sizes) > 0 and sizes[0] >= max(sizes[1:]) + _LARGER
    return list(members[1:] if larger else members)


# "Standards Committee - Monday, 10th June, 2019", "Monday 3 May 2024, Guildhall": what a page calls its meeting.
_OF_DAY = re.compile(r"(?:^\W{0,3}|\s[–-]\s+)(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s.*\b\d{4}\b", re.IGNORECASE)


# "JULY 10, 2024", "Monday 3rd May 2024": right below a paper's title
_DAY = re.compile(
    rf"\W*(?:\w+day,?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{'|'.join(MONTHS)})\b.{{0,12}}", re.IGNORECASE
)


# "HWA 3-6-24 Annual Meeting Notes"
_MEETING_NOTES = re.compile(r"\w\s+(?:meeting|agm)\s+(?:minutes|notes)\W*$", re.IGNORECASE)


def _is_own_title(part: Paragraph, look: tuple[object, ...], matcher: Matcher) -> bool:
    """The paper's own title in capitals or plain words: "BOARD MEETING MINUTES"; "LAST MINUTES" is an item."""
    if _MEETING_NOTES.search(part.text) and not re.search(r"\b(?:last|previous|approv\w+)\b", part.text, re.IGNORECASE):
        return True
    alone = look == ("alone",)
    headed = look[0] == "heading" and re.match(
        r"\W*(?:draft\s+)?(?:minutes|notes)\s+(?:of|for|from)\b", part.text, re.IGNORECASE
    )
    if not (alone or headed or part.text.isupper()) or re.search(r"\b(?:LAST|PREVIOUS|APPROV\w+)\b", part.text.upper()):
        return False
    if alone and re.search(r"\bminutes\b", part.text, re.IGNORECASE):
        return True  # "AGM Minutes & Reports" on a site
    return matcher.first("title", part.text[:200], part="line") is not None
