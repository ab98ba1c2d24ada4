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
_HELD = 0.5  # share of a title's words that a minute must hold
_ROUTINE = re.compile(
    r"\b(?:apolog|any\s+other|aob|a\.o\.b|close|closure|welcome|next\s+meeting|date\s+of|time\s+of|items?\s+for|future|"
    r"public\s+(?:participation|forum|session|question)|questions?\s+from|urgent|chair(?:man|person)?[’']?s|agenda|"
    r"exempt|exclusion|adjourn|break|lunch|refreshments|substitutes?|declar|web-?cast|introductions?|matters\s+arising|minutes|correspondence|updates?$)",
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
        items = [item for item in agenda.items if stems(item.title)]
        missing = [item for item in items if not _told(item, record)]
        if len(items) < 4 or len(items) - len(missing) < _MOST * len(items):
            continue
        for item in missing:
            words = {word for word in stems(item.title) if not word[0].isdigit()}
            if _ROUTINE.search(item.title) or len(words) < 2:
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
    """A title or a minute holds most of the title's words."""
    words = stems(item.title)
    for other in record.items:
        texts = [other.title, *(minute.text for minute in other.minutes)]
        if any(len(words & stems(text)) >= _HELD * len(words) for text in texts):
            return True
    return False


CHECKS = (Check("agenda-item-not-minuted", "Items of an agenda without a minute.", not_minuted),)
