"""When the meeting opened and closed, by its title block and its last lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.paper import Line, Paper, lines_of
from pipeline.rules.match import Match, Matcher

_NEXT = re.compile(r"\bnext\s+(?:\w+\s+){0,3}meeting\b", re.IGNORECASE)
_FROM_TO = re.compile(
    r"\b(?P<from>[01]?\d|2[0-3])[:.][0-5]\d\s*(?P<first>[ap]\.?m\.?)?\s*(?:[-–—]|to|until)\s*(?P<hour>\d{1,2})"
    r"(?:[:.](?P<minute>[0-5]\d)(?![\d.:])|(?=\s?[ap]\.?m\b))\s?(?P<half>[ap]\.?m\b)?",
    re.IGNORECASE,
)
# "The library will be closed from 2:00 to 5:00": no times of the meeting.
_ELSEWHERE = re.compile(
    r"^\W*•|\b(?:will|closed|hours|shift|absent|left|arrived|joined|articles?|sections?|paragraphs?)\b", re.IGNORECASE
)

_HOURS = re.compile(
    r"\b(?:extended|shortened|(?<!\d\s)hours\s+(?:at|of|for)|opening\s+(?:hours|times))\b", re.IGNORECASE
)
# "23.31  MINUTES": the year and the number of a minute. "19.30 Welcome" is a time.
_MINUTE = re.compile(r"\W{0,2}\d{2}\.\d{2}\s+[A-Z]{4,}(?:\s[A-Z]+)*\W*$")


def start_of(texts: Sequence[str], matcher: Matcher) -> str | None:
    """When the meeting opened, HH:MM, by the lines of the title block."""
    for text in texts[:16]:
        other = _NEXT.search(text) or _HOURS.search(text) or _MINUTE.match(text)
        if other or matcher.first("meeting", text, part="end") is not None:
            continue
        found = matcher.first("meeting", text, part="start")
        if found is not None and (clock := _clock(found)):
            return clock if found.get("half") else _of_range(clock, text)
    return None


def _of_range(clock: str, text: str) -> str:
    """Where "3:00 - 5:00 pm" opens: the half of the day is of both, but "10:30 - 12:00 pm" opens before noon."""
    found = _FROM_TO.search(text)
    late = found is not None and not found["first"] and (found["half"] or "").casefold().startswith("p")
    if not late or found is None or int(found["from"]) != int(clock[:2]):
        return clock
    hour = int(clock[:2])
    return f"{hour + 12:02d}{clock[2:]}" if hour < 12 and hour <= int(found["hour"]) % 12 else clock


def end_of(paper: Paper, matcher: Matcher, start: str | None = None) -> str | None:
    """When the meeting closed, HH:MM, by the paper's last lines; "7.20" of one that opened at 18:00 is 19:20."""
    said = [part for part in paper.flow if isinstance(part, Line)]
    for lines in (said, list(lines_of(paper.flow))):  # minutes in columns say it in a cell
        tail = [line for line in lines if line.role == "body" and line.text.strip()][-25:]
        for at in range(len(tail) - 1, -1, -1):
            text = " ".join(line.text for line in tail[at : at + 2])
            found = matcher.first("meeting", text, part="end")
            if found is not None and (clock := _clock(found)):
                return clock if found.get("half") or not start else _after(start, clock)
    return None


def _after(start: str, clock: str) -> str:
    """A time said without its half of the day: that of the evening where the other comes before the start."""
    evening = f"{int(clock[:2]) + 12:02d}{clock[2:]}"
    return evening if clock < start < evening < "24" else clock


def end_of_range(texts: Sequence[str]) -> str | None:
    """The end of "09:30 – 12:15" in the title block."""
    told = (text for text in texts[:16] if not _ELSEWHERE.search(text))
    found = next((found for text in told if (found := _FROM_TO.search(text))), None)
    if found is None or (not found["half"] and re.search(r"[ap]\.?m", found[0], re.IGNORECASE)):
        return None
    hour = int(found["hour"]) + (
        12 if (found["half"] or "").casefold().startswith("p") and int(found["hour"]) < 12 else 0
    )
    return f"{hour:02d}:{found['minute'] or '00'}" if hour < 24 else None


def _clock(found: Match) -> str | None:
    """A match with hour, minute, half as HH:MM, as read; None where it is no time of day."""
    digits, minute = found.get("hour"), found.get("minute")
    half = found.get("half").casefold().replace(".", "").replace(" ", "")
    if not minute and not half:
        return None
    hour, minutes = int(digits), int(minute or 0)
    if half.startswith("p") and hour < 12:
        hour += 12
    if half in ("noon", "midday"):
        hour = 12
    if half.startswith("a") and hour == 12:
        hour = 0
    return f"{hour:02d}:{minutes:02d}" if hour < 24 and minutes < 60 else None
