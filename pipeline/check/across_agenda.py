"""The agenda of a meeting against its minutes: business that no minute tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.check.across import cut, stems
from pipeline.check.finding import Check, Finding, Place
from pipeline.check.papers import Papers, day_of
from pipeline.record import Item, Record
from pipeline.wording import long_date

_MOST = 0.6  # share of an agenda's items that minutes must tell of before the rest are missed
_HELD = 0.4  # share of a title's words that a minute must hold
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DONE = stems("review discuss receive consider approve hear register matters items report reports paper presentation")
_HEAD = re.compile(r"\s[-–—]\s*|[:(]")
_ROUTINE = re.compile(
    r"\b(?:apolog|any\s+other|aob|a\.o\.b|close|closure|welcome|next\s+meeting|date\s+of|time\s+of|items?\s+for|future|"
    r"public\s+(?:participation|forum|session|question)|questions?\s+from|urgent|chair(?:man|person)?[’']?s|agenda|"
    r"exempt|exclusion|adjourn|break|lunch|refreshments|substitutes?|declar|web-?cast|introductions?|matters\s+arising|any\s+matters|electors|minutes|correspondence|updates?$)",
    re.IGNORECASE,
)


def not_minuted(papers: Papers) -> Iterator[Finding]:
    """Items of an agenda of which the minutes of that meeting hold no word."""
    for agenda in papers.kind("agenda"):
        day = day_of(agenda)
        minutes = [one for one in papers.kind("minutes") if day is not None and day_of(one) == day]
        if len(minutes) != 1:
            continue
        [record] = minutes
        items = [item for item in agenda.items if _words(item.title)]
        missing = [item for item in items if not _told(item, record)]
        numbers = [item.number for item in agenda.items if item.number]
        if len(set(numbers)) < len(numbers):
            continue  # agendas of two meetings in one paper
        if len(items) < 4 or len(items) - len(missing) < _MOST * len(items):
            continue
        for item in missing:
            if _ROUTINE.search(item.title) or len(_words(item.title)) < 2:
                continue
            number = f"Item {item.number}" if item.number else "An item"
            yield Finding(
                "agenda-item-not-minuted",
                "info",
                f"{number} of the agenda for {long_date(day)}, “{cut(item.title, 90)}”, has no minute.",
                Place(agenda, item.evidence),
                Place(record),
            )


def _told(item: Item, record: Record) -> bool:
    """A title or a minute holds most of the title's words, or all of those before its dash or bracket."""
    words = _words(item.title)
    head = _words(_HEAD.split(item.title.strip(" -–:("))[0])
    for other in record.items:
        for text in (other.title, *(minute.text for minute in other.minutes)):
            told = stems(text)
            if (head and head <= told) or len(words & told) >= _HELD * len(words):
                return True
    return False


def _words(title: str) -> frozenset[str]:
    """What a title speaks of: no numbers, no times, nothing of what is done with every item. Glued words are parted."""
    told = stems(_GLUED.sub(" ", title))
    return frozenset(word for word in told if not word[0].isdigit()) - _DONE


CHECKS = (Check("agenda-item-not-minuted", "Items of an agenda without a minute.", not_minuted),)
