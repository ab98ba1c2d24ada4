"""What a title's words have that is a body's name: its kind of meeting, numbers and day cut off."""

from __future__ import annotations

import re

from pipeline.paper import fold
from pipeline.wording import MONTHS

_BARE = re.compile(r"^(?:the\s+)?(?:forum|panel|group|members|these|chair(?:man)?|meeting|partnership)$", re.IGNORECASE)
_NUMBERS = re.compile(r"^(?:(?:paper|enclosure|annex|appendix)\s+(?=\(?\d))?(?:\S*\d\S*\s+)+", re.IGNORECASE)
_LETTERED = re.compile(r"^\(?[a-z]{1,3}\)\s+")  # "b) Roads Policy Committee", of a list of committees
_DROP = re.compile(
    r"^(?:(?:the|minute(?=\s+of)|draft|proposed|unofficial|unapproved|unclassified|unconfirmed|approved|confirmed|final|adjourned|proceedings|summary|at|minutes|notes|agenda"
    r"|of|for|a|an|template|ordinary|monthly|annual|extraordinary|extra[\s-]ordinary|virtual|remote|regular|meeting|full(?=\s+(?:parish|town|council))"
    r"|(?:elected\s+)?(?:members|councillors)(?=\s+(?:of|for)\s)|(?:general|special|open|public)(?=\s+(?:meeting|session|council|board|parish|town|agm)\b))\s+)+",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:[-–|:,]\s*)?(?:\b(?:(?:virtual|remote)\s+)?(?:meetings?|mtgs?|minutes|minute\s+of|agenda|held|met|notes|agm|a\.g\.m|annual\s+general|minute\s+book|part\s+(?:one|two|[ivab1-3]+)|page\s+\d)\b.*)?$",
    re.IGNORECASE,
)
_ISSUE = re.compile(rf"\s+[-–|]\s+(?:\d{{1,2}}\s+)?(?:{'|'.join(MONTHS)})\b.*$", re.IGNORECASE)  # "X - January minutes"


def clean(name: str) -> str:
    """A name as found, without what a title says around it."""
    name = _NUMBERS.sub("", _LETTERED.sub("", fold(name)).strip(" -–|:,.;*_#"))
    if (of_all := OF_ALL.search(name)) is not None:
        return of_all[0]
    name = re.sub(r"(?i)^.*\b(?:web\s?site|home\s?page)\s+of\s+", "", name)
    name = _ISSUE.sub("", _NUMBERS.sub("", _DROP.sub("", name)))
    name = _TAIL.sub("", name, count=1) if not re.fullmatch(r"(?i)parish meeting", name) else name
    name = re.sub(r"(?<=s)[’']$", "", name)  # "DIRECTORS' MEETING"
    name = re.sub(r"(?i)\b(trust)\s+trust(?=\s+board$)", r"\1", name)  # "HARROW TRUST" above "Trust Board"
    name = _AGAIN_SHORT.sub(r"\1", name)
    name = re.sub(r"^([A-Z][\w’'-]+)\s.*?\b(?i:council|trust|school)\s(?=\1\b)", "", name)  # of a council and its forum
    name = _ADDRESS_BELOW.sub("", _DAY_BELOW.sub("", name))
    return re.sub(r"(?i)\s+date$", "", name.strip(" -–|:,.;*_#"))


_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
# "Board of Trustees" above "May 5, 2021"
_DAY_BELOW = re.compile(
    rf"(?<!\bof)(?<=\w),?\s(?:{'|'.join(MONTHS)})$"
    rf"|(?<=\w),?(?i:(?:\s(?:regular|special)(?:\ssession)?)?(?:\s{_WEEKDAY})?)$"
)


# "Township of Harrow" above "45 Mill Street"; no "Ward 3 Market Square Committee" or "Friends of 12 Mill Road"
_ADDRESS_BELOW = re.compile(
    r"(?<=[a-zA-Z])(?<!\b[Ww]ard)(?<!\b[Uu]nit)(?<!\b[Aa]rea)(?<!\b[Zz]one)(?<!\bof)(?<!\bOF)(?<!\b[Dd]istrict)(?<!\b[Dd]ivision)(?<!\b[Nn]o)"
    r",?\s(?!.*\b(?i:council|committee|board|association|trust|group|society|forum|panel|club|company|school)\b)\d{1,4}[A-Z]?,?\s(?:[A-Z][\w’'.]*\s){1,3}(?i:street|st|road|rd|lane|avenue|ave|drive|highway|square|place|terrace|crescent)\b.*$"
)
_AGAIN_SHORT = re.compile(
    r"^((.+)\s(?:parish|town)\scouncil)\s\2\s[pt]c$", re.IGNORECASE
)  # "Overby Parish Council Overby PC"


# "Annual Parish Meeting": a body of its own, with the parish's name where that stands before it.
OF_ALL = re.compile(
    r"(?:(?!(?i:the|minutes|notes|draft|agenda|of|meeting)\b)[A-Z][\w’'&-]+\s+){0,4}"
    r"(?i:annual\s+(?:parish|town|village|community|parochial(?:\s+church)?)\s+(?:meeting|assembly))$"
)


# Words of an address.
STREET = re.compile(r"\b(?:street|road|lane|avenue|square|drive|offices?|house|room|floor)\b", re.IGNORECASE)
LONGEST = 18  # words of the name of a council of several parishes
_OF_PARISH = re.compile(r"\bof\s+the\s+(?:\w+\s+)?(?:parish(?:es)?|benefice)\s+of\b", re.IGNORECASE)


def is_name(name: str) -> bool:
    """Can these words be what a body is called?"""
    words = name.split()
    return (
        1 <= len(words) <= (LONGEST if _OF_PARISH.search(name) else 12)
        and not re.search(
            r"\b(?:was|were|will|is|are|has|that|by|apologies|present|chair|report|item|\d{4})\b", name, re.IGNORECASE
        )
        and (name[:1].isupper() or name[:1].isdigit())
        and not _NO_NAME.fullmatch(name)
        and not _OF_MONTH.fullmatch(name)
        and not _WITH_POST.search(name)
        and not _BARE.match(name)
    )


_WITH_POST = re.compile(r",\s+(?:secretary|chair\w*|clerk|president|treasurer)\b", re.IGNORECASE)  # a person's line
# "August Board Minutes"
_OF_MONTH = re.compile(
    rf"(?:{'|'.join(MONTHS)})\s+(?:full\s+)?(?:board|committee|council|trustees?|members?)", re.IGNORECASE
)
_NO_NAME = re.compile(
    r"(?:registered\s+(?:charity|office|company|in)|(?:charity|company)\s+(?:no|number|registration)|dear|question|(?:the\s+)?(?:previous|last|past)(?:\s+meetings?)?$|committees\s+and|corporate\s+directors?)\b.*|.*,.*\bcorporate\s+directors?|.*\b(?:of|for|to|the|and|on)"
    rf"|(?:(?:{'|'.join(MONTHS)}|(?:{_WEEKDAY}|today|yesterday|tonight)(?:[’']s)?|\d+|monthly|quarterly|weekly|annual|ordinary|special|general|\d+(?:st|nd|rd|th)|first|second"
    r"|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|inaugural|final|winter|spring|summer|autumn|fall"
    r"|extraordinary|regular|business|municipal|virtual|draft|public|zoom|teams|skype|webex|online|remote|parish|parochial(?:\s+church)?|township)\s*)+",
    re.IGNORECASE | re.DOTALL,
)


def is_proper(name: str) -> bool:
    """A name in capitals or with capitals, and not only words of titles: no "General Meeting"."""
    words = re.findall(r"[^\W\d_][\w’'.]*", name)
    own = any(not _TITLE_WORD.fullmatch(word) for word in words)
    return own and _PROPER.fullmatch(name) is not None and is_name(name)


# Words of a title that name no body.
_TITLE_WORD = re.compile(
    r"(?:draft|final|approved|unapproved|confirmed|annual|general|special|extraordinary|ordinary|regular|weekly|monthly|quarterly|"
    r"board|committee|council|executive|members?|membership|public|private|open|closed|virtual|online|zoom|teams|hybrid|staff|team|"
    r"business|planning|strategy|project|subject|minutes?|meetings?|notes|agenda|actions?|record|report|summary|the|of|for|and|a|an|in|at|on|"
    r"welcome|home|quick|navigation|menu|search|contents|print|share|news|posts?|blog|archives?|document|page|untitled|full|loading|sample|download|transcription|present|attendance|date|time|venue|location|first|second|third|"
    rf"{'|'.join(MONTHS)}|spring|summer|autumn|winter|fall|(?:mon|tues|wednes|thurs|fri|satur|sun)day|am|pm|noon)\.?",
    re.IGNORECASE,
)
_PROPER = re.compile(r"(?:the\s)?[A-Z][\w’'.:&-]*(?:\s(?:[A-Z&(][\w’'.:&)-]*|e\.V\.|of|the|and|for|in|at)){0,7}")
