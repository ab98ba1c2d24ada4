"""Items that a paper lists on an agenda of its own and names again, in the same words, above what was said of each."""

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
