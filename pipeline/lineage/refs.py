"""What a decision's words refer to: minutes of a day, a minute or resolution by number, what was agreed on a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pipeline.record import DateMention

_ON = r"(?:(?:held|dated|taken|on|for|of|from)\s+)+(?:the\s+|both\s+)*(?=(?P<rest>[^.;]{0,120}))"
_MINUTES = (
    # with the name of whose minutes they are, then "minutes of the 4th July meeting"
    re.compile(
        rf"\bminutes\b,?\s+(?:of|from|for)\s+(?:the\s+|both\s+)?(?P<body>[^.;]{{0,90}}?),?\s+{_ON}", re.IGNORECASE
    ),
    re.compile(rf"\bminutes\b\s*(?P<body>)(?:,\s*)?{_ON}", re.IGNORECASE),
)
_LAST = re.compile(
    r"\bminutes\s+(?:of|from)\s+(?:the\s+|our\s+)?(?:last|previous)\s+(?:[\w-]+\s+){0,3}?meeting\b", re.IGNORECASE
)
_TOKEN = r"(?:[A-Z]{1,4}[ -]?)?\d[\w./-]*\d|\d+"
_NUMBER = re.compile(
    rf"\b(?P<what>minute|min|resolution|motion|decision)s?\b\.?\s*(?:(?:no|nos|number|ref|reference)\b\.?\s*)?[:#]?\s*"
    rf"(?P<token>{_TOKEN})(?![\w%])",
    re.IGNORECASE,
)
_AGREED = re.compile(
    r"\b(?:as\s+|previously\s+|was\s+|were\s+|been\s+|already\s+)?(?P<verb>agreed|decided|resolved|approved|adopted|recommended|made|set)\b"
    r"[^.;]{0,40}?\b(?:at|by|on|in)\b(?P<rest>[^.;]{0,90})",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:by|at)\s+(?:the\s+|a\s+)?(?P<body>(?:[A-Z][\w’'&-]*\s+(?:(?:and|of|for|&)\s+)?){0,6}"
    r"(?:Council|Cabinet|Committee|Board|Panel|Forum|FGB|Governors|Trustees))\b"
)
# "recommended to Council that", "recommend that the Board", "recommended Cabinet agree"; not "recommended by".
RECOMMENDS = re.compile(
    r"\brecommend(?:ed|s|ation|ations|ing)?\b(?:(?!\b(?:by|of|from)\b)[^.;:]){0,60}?"
    r"(?:\b(?:to|that)\s+(?:the\s+)?|(?<=recommended\s)(?:the\s+)?|(?<=recommends\s)(?:the\s+)?)"
    r"(?P<body>(?:[A-Z][\w’'&-]*\s+(?:(?:and|of|for|&)\s+)?){0,6}"
    r"(?:Council|Cabinet|Committee|Board|Panel|Forum|Governors|Governing\s+Body|Trustees)|FGB|SLT|SPC)\b"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """One thing that a text refers to.

    Attributes:
        what: minutes (of a day), last-minutes, number (of a minute or resolution), agreed (on a day).
        words: the words that say so.
        days: YYYY-MM-DD or YYYY-MM, as the record has resolved them.
        body: the body that is named, "" where none is.
    """

    what: Literal["minutes", "last-minutes", "number", "agreed"]
    words: str
    days: tuple[str, ...] = ()
    number: str = ""
    body: str = ""


def references(text: str, dates: list[DateMention]) -> Iterator[Reference]:
    """What a text refers to, in the order of its kinds."""
    told = False
    for found in (found for pattern in _MINUTES for found in pattern.finditer(text)):
        words = text[found.start() : found.end("rest")]
        days = _days(words, dates, full=True)
        if days:
            told = True
            yield Reference("minutes", _until(words, days, dates), days, body=_named(found["body"]))
            break
    if not told and (last := _LAST.search(text)):
        yield Reference("last-minutes", last[0])
    for found in _NUMBER.finditer(text):
        token = found["token"].rstrip(".-/")
        if len(re.sub(r"\D", "", token)) > 1 or found["what"].lower().startswith("min"):
            yield Reference("number", found[0], _days(text[found.start() : found.end() + 60], dates), token)
    if told:
        return
    for found in _AGREED.finditer(text):
        days = _days(found["rest"], dates)
        near = re.search(r"\bmeeting\b|\bCouncil\b|\bCabinet\b|\bCommittee\b|\bBoard\b|\bFGB\b", found["rest"])
        if days and re.search(r"\bminutes\b", found[0], re.IGNORECASE):
            yield Reference("minutes", _until(found[0], days, dates), tuple(day for day in days if len(day) == 10))
            return
        if days and (near or re.match(r"\s*(?:the\s+)?\d", found["rest"])):
            body = _BODY.search(found[0])
            yield Reference("agreed", _until(found[0], days, dates), days, body=body["body"] if body else "")


def _days(words: str, dates: list[DateMention], *, full: bool = False) -> tuple[str, ...]:
    found = {
        date.value: words.find(date.text)
        for date in dates
        if date.text in words and len(date.value) in ((10,) if full else (7, 10)) and date.kind != "next-meeting"
    }
    return tuple(sorted(found, key=lambda value: found[value]))


def _until(words: str, days: tuple[str, ...], dates: list[DateMention]) -> str:
    """The words as far as the last of the days."""
    ends = [words.find(d.text) + len(d.text) for d in dates if d.value in days and d.text in words]
    return words[: max(ends)] if ends else words


_KIND = re.compile(
    r"\b(?:last|previous|ordinary|extraordinary|annual|special|general|meetings?|held|full|of|the|both)\b",
    re.IGNORECASE,
)
_A_BODY = re.compile(r"\b(?:Council|Cabinet|Committee|Board|Panel|Forum|Group|Party|Governors|Trustees)\b")


def _named(words: str) -> str:
    """The body in "minutes of the Audit Committee meeting"; "" for the last meeting, the Annual Meeting ..."""
    plain = " ".join(_KIND.sub(" ", words).split())
    return plain if _A_BODY.search(plain) else ""
