"""Items of a paper's own list: named again above what was said of each, or all counted "1." by a page's format."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence

from rapidfuzz import fuzz

from pipeline.paper import Paragraph, Part, depth_of, text_of

AGENDA_ITEMS = 5  # bullets that make an agenda
FEWEST = 2  # entries named again that make items
ALIKE = 85.0  # percent of the letters: "Make a decision" and "Decide" in a long title
LONGEST = 25  # words of a title
SHORT_TITLE = 14  # words of one whose number says nothing
HOLD = 4  # bullets of a list that holds lists
MOST = 0.6  # share of them that hold one
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
    """Indexes of short titles all counted 1: a page counts anew for each item; none where anything else is counted.

    Below one or another, "1. Prayer", nothing need be said.
    """
    counted = [i for i, part in enumerate(parts) if isinstance(part, Paragraph) and _COUNT.fullmatch(part.printed)]
    ones = [i for i in counted if _is_one(parts[i])]
    told = sum(_says_more(parts, i) for i in ones)
    return ones if len(ones) == len(counted) and told >= RESTARTS and told >= MOST * len(ones) else []


def _is_one(part: Part) -> bool:
    if not isinstance(part, Paragraph) or part.number != "1":
        return False
    return 0 < len(part.text.split()) <= SHORT_TITLE and not part.text.rstrip().endswith((".", ",", ";"))


def _says_more(parts: Sequence[Part], index: int) -> bool:
    """Something stands below a title that is no other."""
    below = parts[index + 1] if index + 1 < len(parts) else None
    return below is not None and not (isinstance(below, Paragraph) and below.printed == "1.")


def bullets_of(parts: Sequence[Part], usual: Callable[[str], bool]) -> list[int]:
    """Indexes of the bullets that are items where nothing else can be: of lists in which most entries hold a list of
    what was said, else of the paper's agenda; none for a short list.
    """
    if outer := _holders(parts, usual):
        return outer
    at = _agenda_at(parts)
    if at is None:
        return []
    below = list(
        itertools.takewhile(lambda part: isinstance(part, Paragraph) and part.kind == "bullet", parts[at + 1 :])
    )
    return [*range(at + 1, at + 1 + len(below))] if len(below) >= AGENDA_ITEMS else []


# What stands above lists that hold no business: tasks below who is to do them, groups of those who came.
_NO_BUSINESS = re.compile(
    r"\b(?:actions?|to-?\s?do|tasks?|assignments?|follow[\s-]?ups?|next\s+steps|attend\w*|present|participants|apologies|absent"
    r"|resolutions|decisions|links|resources|documents)\b",
    re.IGNORECASE,
)


def _holders(parts: Sequence[Part], usual: Callable[[str], bool]) -> list[int]:
    """The outer bullets of lists whose entries mostly hold a list: "• Roads" above "◦ The lamp is out."."""
    found: list[int] = []
    for _, run in itertools.groupby(range(len(parts)), key=lambda i: depth_of(parts[i]) > 0):
        outer = [
            i for i in run if depth_of(parts[i]) == 1 and isinstance(p := parts[i], Paragraph) and p.kind == "bullet"
        ]
        hold = {i for i in outer for below in parts[i + 1 : i + 2] if depth_of(below) > 1}
        # A list of those who came may end right above, and its entries hold nothing.
        while outer and outer[0] not in hold and not usual(text_of(parts[outer[0]]).rstrip(".")):
            outer = outer[1:]
        above = text_of(parts[outer[0] - 1]) if outer and outer[0] else ""
        # "Present: Ann Box, Bob Carr" tells it all and opens no list.
        business = len(above.split()) > LONGEST or not _NO_BUSINESS.search(above) or re.search(r":\s*\w", above)
        if len(outer) >= HOLD and len(hold) >= MOST * len(outer) and business:
            found += [i for i in outer if len(text_of(parts[i]).split()) <= LONGEST]
    return found


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
