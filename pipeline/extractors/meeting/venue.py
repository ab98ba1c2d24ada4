"""Where the meeting was held, by the title block."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.layout.numbers import mark_of
from pipeline.paper import fold
from pipeline.rules.match import Matcher

LAST_MINUTES = re.compile(
    r"\bminutes\b.*\b(?:agree\w*|approv\w*|confirm\w*|correct|accept\w*|adopt\w*|true|signed|previous|last)\b|"
    r"\b(?:agree|approve|confirm|receive|consider)\b.*\bminutes\b",
    re.IGNORECASE,
)
"""What is said of the minutes of an earlier meeting, whose day and place are not this one's."""


_LABELLED = re.compile(r"\W*(?:venue|location)\s*:\s*\S", re.IGNORECASE)


def find_venue(texts: Sequence[str], matcher: Matcher) -> str | None:
    """Where the meeting was held; a place that runs to the end of its line may go on in the next."""
    top = list(enumerate(texts[:16]))
    for at, text in sorted(top, key=lambda line: _LABELLED.match(line[1]) is None):
        if len(text) > 220 or LAST_MINUTES.search(text):
            continue  # a row of the minutes, no title block
        for below in (at + 1, at + 2):
            words = " ".join(texts[at:below])[:220].rstrip()
            if LAST_MINUTES.search(words[len(text) :]):
                break  # the line below is of an earlier meeting's minutes
            found = matcher.first("meeting", words, part="venue")
            if found is None:
                continue
            after = texts[below] if below < len(texts) else ""
            if found.spans["venue"][1] == len(words) and not words.endswith(".") and _goes_on(after, matcher):
                found = matcher.first("meeting", f"{words} {after}", part="venue") or found
            return re.sub(r"\s(?:on|ON|at|AT)$", "", fold(found.get("venue")).strip(" ,."))
    return None


def _goes_on(after: str, matcher: Matcher) -> bool:
    """Can a line be the rest of a place's name? No item's number, title in capitals, day or label can."""
    words = after.split()
    return (
        0 < len(words) <= 8
        and not after.isupper()
        and mark_of(after) is None
        and not _A_DAY.search(after)
        and not _OTHER_LINE.search(after)
        and not any(
            matcher.first("heading", label.strip(" *"), part="line") for label in (words[0], after.split(":")[0])
        )
        and not matcher.first("title", after, part="line")
    )


_OTHER_LINE = re.compile(r"\b(?:meeting|commenc\w+|started|present|opened|apologies)\b", re.IGNORECASE)
_A_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th)|\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m)\b"
    r"|^\W*(?:time|date|attendees|minutes)\b",
    re.IGNORECASE,
)
