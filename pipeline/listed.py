"""Items of a paper's own list: named again above what was said of each, or all counted "1." by a page's format."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from pipeline.paper import Paragraph, Part

AGENDA_ITEMS = 5  # bullets that make an agenda
FEWEST = 2  # entries named again that make items
ALIKE = 85.0  # percent of the letters: "Make a decision" and "Decide" in a long title
LONGEST = 25  # words of a title
SHORT_TITLE = 14  # words of one whose number says nothing
RESTARTS = 3  # titles counted 1 that make items

_COUNT = re.compile(r"\d{1,3}\.")
AGENDA = re.compile(
    r"\W*(?:(?:draft|proposed|meeting|today[’']s|the)\s+)*(?:agenda(?:\s+(?:items?|points?|topics?))?|order\s+of\s+business|topics)\W*",
    re.IGNORECASE,
)


def repeated(parts: Sequence[Part]) -> list[int]:
    """Indexes of the lines that name entries of the paper's agenda again; none where fewer than half are."""
    at = _agenda_at(parts)
    if at is None:
        return []
    entries = [_plain(entry.text) for entry in _entries(parts[at + 1 :])]
    waiting = [entry for entry in entries if entry]
    found: list[int] = []
    for index, part in enumerate(parts[at + 1 + len(entries) :], start=at + 1 + len(entries)):
        if not waiting or not isinstance(part, Paragraph) or part.printed or len(part.text.split()) > LONGEST:
            continue
        words = _plain(part.text)
        again = next((e for e in waiting if words.startswith(e) or fuzz.ratio(words, e) >= ALIKE), None)
        if again is not None:
            waiting.remove(again)
            found.append(index)
    return found if len(found) >= max(FEWEST, len(entries) / 2) else []


def restarted(parts: Sequence[Part]) -> list[int]:
    """Indexes of short titles all counted 1: a page counts anew for each item; none where anything else is counted."""
    counted = [i for i, part in enumerate(parts) if isinstance(part, Paragraph) and _COUNT.fullmatch(part.printed)]
    ones = [i for i in counted if _is_one(parts[i]) and _says_more(parts, i)]
    return ones if len(ones) == len(counted) and len(ones) >= RESTARTS else []


def _is_one(part: Part) -> bool:
    if not isinstance(part, Paragraph) or part.number != "1":
        return False
    return 0 < len(part.text.split()) <= SHORT_TITLE and not part.text.rstrip().endswith((".", ",", ";"))


def _says_more(parts: Sequence[Part], index: int) -> bool:
    """Something stands below a title that is no other."""
    below = parts[index + 1] if index + 1 < len(parts) else None
    return below is not None and not (isinstance(below, Paragraph) and below.printed == "1.")


def bullets_of(parts: Sequence[Part]) -> list[int]:
    """Indexes of the bullets of a paper's agenda, where nothing but they can be its items; none for a short list."""
    at = _agenda_at(parts)
    if at is None:
        return []
    below = list(
        itertools.takewhile(lambda part: isinstance(part, Paragraph) and part.kind == "bullet", parts[at + 1 :])
    )
    return [*range(at + 1, at + 1 + len(below))] if len(below) >= AGENDA_ITEMS else []


def _agenda_at(parts: Sequence[Part]) -> int | None:
    """Index of the paper's first heading of an agenda."""
    return next(
        (i for i, part in enumerate(parts) if isinstance(part, Paragraph) and AGENDA.fullmatch(part.text)), None
    )


def _entries(parts: Sequence[Part]) -> Iterator[Paragraph]:
    """The bullets or numbers right below the agenda's heading."""
    for part in parts:
        if not isinstance(part, Paragraph) or not part.printed:
            return
        yield part


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
