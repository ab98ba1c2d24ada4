"""What stands behind a name and is no post: who came late or left, who was away, running text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast, get_args

from pipeline.extractors.attendance.gather import AWAY
from pipeline.extractors.names import is_post
from pipeline.paper import fold
from pipeline.record import Status
from pipeline.rules.match import Matcher

CAME_OR_WENT = re.compile(r"\b(?:left|arrived|joined|departed|until|entered)\b")


def without_notes(capacity: str, matcher: Matcher) -> str:
    """ "Parish Clerk (minutes)", "Auditor - item 3 only": the post alone."""
    found = re.search(r"\s*(?:\(([^()]+)\)|[-–—]\s+(\S.*))$", capacity)
    noted = found is not None and found.start() and is_note(found[1] or found[2], matcher)
    return capacity[: found.start()] if found is not None and noted else capacity


def away(words: str, matcher: Matcher) -> Status | None:
    """Absent or with apologies, by a bracket that says nothing else."""
    mark = matcher.first("attendance", words, part="mark") if len(words) > 3 else None
    return cast(Status, said) if mark is not None and (said := mark.get("status")) in AWAY else None


def away_behind(words: str, matcher: Matcher) -> Status | None:
    """The same by the bracket that closes other words: "Co-opted Governor (apologies accepted)"."""
    bracket = re.search(r"\(([^()]+)\)\s*$", words)
    return away(bracket[1], matcher) if bracket is not None else None


_BEHIND = re.compile(r"\s*(?:\(|\s[–—-]\s|,\s)\s*|(?<=^[✓✔√☑✗✘×])\s+")  # "Yes (in part)", "✓ from 6 pm"


def status_of_mark(mark: str, matcher: Matcher) -> Status | None:
    """What a mark says; the words in brackets behind it say it closer: "Yes (in attendance)", "No - apologies"."""
    head, _, inside = _BEHIND.sub("|", mark.strip(" .*)"), count=1).partition("|")
    if inside and (head_says := status_of_mark(head, matcher)) is not None:
        return status_of_mark(inside, matcher) or head_says
    found = matcher.first("attendance", mark.strip(" .*"), part="mark")
    value = found.get("status") if found is not None else ""
    return value if value in get_args(Status) else None  # type: ignore[return-value]


NUMBER = re.compile(
    r"\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|several|some|an?(?:other)?|vacan(?:t|cy)|tb[acd]",
    re.IGNORECASE,
)
NOBODY = re.compile(r"\W*(?:none|nil|nobody|no\s+(?:apologies|absences|one))\b(?!\s*[-–:,(])", re.IGNORECASE)
GROUPS = re.compile(
    r"and|&|councillors|cllrs|members|(?:members\s+)?(?:and\s+)?(?:officials|officers)|(?:Mr|Mrs|Ms|Miss|Dr|Cllr)s?\.?",
    re.IGNORECASE,
)
# People whom a list only counts: "two residents", "several members of the public".
CROWD = re.compile(r"\b(?:residents|parishioners|public|people|parents|students|others|observers|visitors|guests)\W*$")
SOME = re.compile(
    r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|several|some|other|members?)\b",
    re.IGNORECASE,
)


def is_note(words: str, matcher: Matcher) -> bool:
    """ "minutes", "from 7.30 pm", "left at item 4"."""
    told = CAME_OR_WENT.search(words) is not None
    return told or matcher.first("attendance", fold(words).strip(" .-–("), part="note") is not None


def is_prose(words: str, matcher: Matcher) -> bool:
    """Running text that is no note."""
    outside = re.sub(r"\([^)]*\)", "", words)
    return matcher.first("attendance", fold(outside), part="prose") is not None and not is_note(words, matcher)


_CLERK = re.compile(r"\s*(?:the\s+)?(?:(?:parish|town|deputy|assistant)\s+){0,2}clerk\W*", re.IGNORECASE)
_NO_CLERK = re.compile(r"C?Cllrs?\.?|Councill?ors?|Cr\.?|Rev.*|Fr|Father|Canon", re.IGNORECASE)


def is_somebody_else(titles: Sequence[str], words: str) -> bool:
    """ "Parish Clerk" on the line below a councillor or a vicar: the clerk, whom nobody names."""
    return _CLERK.fullmatch(words) is not None and any(map(_NO_CLERK.fullmatch, titles))


MAX_CAPACITY = 140  # letters; a longer tail is prose
_VERB = re.compile(r"(?:be|was|were|had|has|is|will|to)\s")


def is_capacity(tail: str, matcher: Matcher) -> bool:
    """Words behind a name on its own line that say what somebody is."""
    post = re.sub(r"\s*\([^()]*\)$", "", tail)  # "new Headteacher (from May)"
    opens = tail[:1].isupper() or tail[:1].isdigit() or (is_post(post) and not _VERB.match(tail))
    return (
        opens
        and ": " not in tail
        and len(tail) < MAX_CAPACITY
        and not is_prose(tail, matcher)
        and not is_note(tail, matcher)
    )
