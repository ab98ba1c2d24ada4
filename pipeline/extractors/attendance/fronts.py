"""What stands in front of names within a list: items that they came for, a count, the label of a group, a post."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extractors.names import is_post

# "Items 3 and 4:", for which somebody came
ITEMS = re.compile(
    r"\s*(?:(?:for\s+)?(?:agenda\s+)?items?\s+\d[\d.\s,&–-]*(?:only)?|\d[\d\s,&–-]*only)\s*[:,–-]?\s*", re.IGNORECASE
)
# "..., with Ann Marlow joining by phone": who came beside the others
_WITH = re.compile(
    r"\s*(?:(?:along|together)\s+)?(?:with|joined\s+by)\s+(?=(?:[A-Z][\w’'-]+\.?\s+){1,3}(?:also\s)?[a-z]+ing\b)"
)
# "..., and from the Council Ann Marlow (Access Officer)": whom another body sends
_SENT = re.compile(
    r"\s*(?:from\s+)?(?:the|our)\s+(?:[A-Z][\w’'-]+\s+){0,3}(?:Council|Authority|Trust|Agency|Police|Company|Office|University)[:,]?\s+"
    r"(?=(?:[A-Z][\w’'-]*\.?\s+){1,3}[A-Z])"
)
# "6:", "Nine councillors:", "5 members present –"
_COUNT = re.compile(
    r"\W*(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?:\s+(?:\w+\s+)?(?:members|councill?ors|cllrs|trustees|governors|directors|commissioners|people|residents)"
    r"(?:\s+(?:were\s+)?(?:present|attended|there|in\s+attendance))?)?\s*[-–—:]\s*(?=[A-Z])",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"\W*(?:(?i:(?:the\s+)?(?:"
    r"(?P<guest>guests?|visitors?|residents?|observers?|staff(?!\s+(?:officer|governor|member|representative|rep)\b)|officers?|members?\s+of\s+the\s+public)|"
    r"(?:board\s+|committee\s+)?members|directors|governors))|supervisors|commissioners|councill?ors|trustees|"
    r"(?:Supervisors|Commissioners|Councill?ors|Trustees|Deputies|Senators)(?=\s*[-–—:]))\s*[-–—:]?\s+"
    r"(?=[A-Z][\w.]*(?:\s+(?:[A-Z]|(?:and|&)\s+[A-Z])|(?:\s\([^()]{2,20}\))?,\s+[A-Z]))"
)
# "Board member Ann Lund", "the elders Ann Lund, J. D. Reed"
_MEMBER = re.compile(
    r"\W*(?:the\s+)?(?:[A-Z]?[a-z]+\s+){0,2}(?:members?|elders?|deacons|trustees|governors|directors|councill?ors|delegates)\s+"
    r"(?=(?:Mrs?\.?\s|Ms\.?\s|Dr\.?\s)?[A-Z][\w.’'-]*\s[A-Z])"
)
_TITLED_GROUP = re.compile(
    r"\W*(?:directors|governors|(?:board\s+|committee\s+)?members|supervisors|commissioners|councill?ors|trustees|deputies|senators)\b",
    re.IGNORECASE,
)
# "C.A.O.: Ann Lund", "Neighbours attending: Ed S" within a list, and "Planning – A Marlow" where a post goes on
LABELLED = re.compile(r"\s*(?P<label>[A-Z][\w.’'& -]{1,40}?)\s*:\s*(?=[A-Z])")
DASHED = re.compile(r"[^–—:,-]{2,40}(?:\s[-–—]|:)\s+(?=[A-Z])")
_LETTERS = re.compile(r"(?:[A-Z]\.?){2,5}")
_GUESTS = re.compile(r"\b(?:guests?|visitors?|observers?|officers|staff|public|neighbou?r\w*)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Front:
    """Where what stands in front ends; whether it says that guests follow, or surnames alone."""

    end: int
    guests: bool
    surnames: bool


def past_front(text: str, start: int, end: int) -> Front:
    """Past the items, the count and the group's label that a piece of a list opens with."""
    guests = surnames = False
    for front in (ITEMS, _COUNT, _GROUP, _MEMBER, _WITH, *((_SENT,) if start else ())):
        if (found := front.match(text, start)) and found.end() <= end:
            start = found.end()
            guests = guests or front is _SENT or (front is _GROUP and found["guest"] is not None)
            surnames = surnames or (front is _GROUP and _TITLED_GROUP.match(found[0]) is not None)
    return Front(start, guests, surnames)


def names_post(label: str) -> bool:
    """ "Deputy Clerk", "C.A.O."."""
    return is_post(label) or _LETTERS.fullmatch(label) is not None


def names_guests(label: str) -> bool:
    """ "Invited Guests", "Officers"."""
    return _GUESTS.search(label) is not None
