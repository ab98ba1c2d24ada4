"""Whose a committee, a board or a group is: the name of its club, church or trust on a line of the title block."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extractors.given import is_known
from pipeline.extractors.meeting.naming import STREET, clean, is_proper
from pipeline.paper import fold

LABEL = 3  # words of a title that says nothing but what the paper is: "Draft Minutes"
LETTERS = 220  # of a line that may be a title
NEAR = 5  # lines above a unit's in which its owner stands

# What an organisation of any kind has, and which says nothing of whose it is.
_UNIT = re.compile(
    r"(?:[A-Z][\w’'&/-]*,?\s+(?:(?:and|&|of|the|for)\s+)*){0,6}(?i:(?:sub-?\s?)?committee|board|panel|group|forum|court|corporation|senate|vestry"
    r"|council|trustees|directors|governors|governing\s+body|cabinet|commission|ppg|pta|board\s+of\s+\w+(?:\s+\w+)?|council\s+of\s+governors)"
)
# What kind of organisation has such units.
_OWNER = re.compile(
    r"\b(?:council|school|academy|college|university|nursery|trust|foundation|hospitals?|surgery|practice|(?:medical|health|arts|community)\s+centre|church|chapel|parish|diocese"
    r"|club|society|association|league|union|charity|hall|museum|library|park|partnership|authority|service|district|town|village|city|borough|shire|municipality|company|homes|friends)\b",
    re.IGNORECASE,
)
_IS_OWNER = re.compile(
    r"\b(?:parish|town|city|county|borough|district|community|village|township|shire)\s+council$", re.IGNORECASE
)
_VENUE = re.compile(r"\b(?:hall|centre)$", re.IGNORECASE)  # where it met, next to whose it is
_OF_PLACE = re.compile(r"\b(?:school|academy|college|university|church|hospital)\b", re.IGNORECASE)
# The line that says what the paper is: "Minutes – 3 May 2024", "Notes of the annual meeting held in the hall".
_PAPER = re.compile(
    r"\W*(?:(?:draft|unconfirmed|unapproved|confirmed|approved|action|meeting)\s+){0,3}(?:minutes?|notes|record|agenda)\b"
    r"(?!\s+of\s+(?:the\s+|a\s+)?(?:last|previous)\b)(?:[\W\d]*|\s+of\s.*\bmeeting\b.*|\W.*\d\W*)",
    re.IGNORECASE,
)
# "Works Committee Minutes 3 May | Harrow Academy", "Harrow Academy – Works Committee"
_BESIDE = re.compile(r"\s[|–—-]\s(?P<behind>[A-Z][^|–—]{4,60})$|^(?P<before>[A-Z][^|–—]{4,60}?)\s*[|–—:-]\s+$")
_SHARED = frozenset(("of", "the", "and", "for", "&", "board", "council", "committee", "group", "trust"))


def with_owner(name: str, texts: Sequence[str]) -> str:
    """A unit's name with its owner's before it, where a line next to it in the title block names one alone."""
    if not _UNIT.fullmatch(name) or _OWNER.search(name.rpartition(" ")[0]) or _IS_OWNER.search(name):
        return name  # "Harrow Tennis Club Committee", "Harrow Parish Council" say whose they are
    lines = [fold(text[:LETTERS]).strip(" -–|:,.;*_#") for text in texts]
    found_at = ((n, re.search(rf"\b{re.escape(name)}\b", line, re.IGNORECASE)) for n, line in enumerate(lines))
    at, found = next(((n, found) for n, found in found_at if found is not None), (0, None))
    if found is None:
        return name
    beside = (_BESIDE.search(words) for words in (lines[at], lines[at][: found.start()]))
    near = [other["behind"] or other["before"] for other in beside if other is not None]
    near += reversed(lines[max(0, at - NEAR) : at])
    if clean(lines[at]).casefold() == name.casefold():
        near += lines[at + 1 : at + 2]
    owner = next((line for line in near if _is_owner(line, name)), None)
    return f"{owner} {name.upper() if owner.isupper() else name}" if owner is not None else name


def _is_owner(line: str, name: str) -> bool:
    """An organisation's name alone on its line that has none of the unit's own words."""
    words = {word for word in line.casefold().split() if word not in _SHARED and not _OWNER.fullmatch(word)}
    alone = _is_name_alone(line) and ":" not in line and not _VENUE.search(line) and not _opens_given(line)
    return alone and _OWNER.search(line) is not None and not words & set(name.casefold().split())


def beside_paper(texts: Sequence[str]) -> str | None:
    """The name above the line that says what the paper is, or right below it; None where neither is a name."""
    lines = [fold(text[:LETTERS]).strip(" -–|:,;*_#") for text in texts]
    at = next((n for n, line in enumerate(lines) if _PAPER.fullmatch(line)), None)
    if at is None:
        return None
    near = reversed(lines[max(0, at - NEAR) : at])
    above = next((line for line in near if _is_name_alone(line) and not _opens_given(line)), None)
    below, unit = [*lines[at + 1 : at + 3], "", ""][:2]
    if above is not None or len(lines[at].split()) > LABEL or not _is_name_alone(below):
        return above
    return f"{below} {unit}" if _UNIT.fullmatch(unit) else below


def _opens_given(line: str) -> bool:
    """ "Ann Hall": somebody, though it ends like a place."""
    words = line.split()
    return len(words) == 2 and is_known(words[0])


def _is_name_alone(line: str) -> bool:
    """A name alone on its line, a school's with its place behind it: "St Ann's Primary School, Harrow"."""
    first, _, place = line.partition(", ")
    placed = bool(place) and _OF_PLACE.search(first) is not None and is_proper(place)
    address = STREET.search(line) or re.search(r"\d", line)
    return is_proper(first if placed else line) and not line.endswith("..") and not address and not _PAPER.match(line)
