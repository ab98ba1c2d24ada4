"""The format's own headings by their level: which level opens items, and what only holds them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from pipeline.known import HOLDS_ITEMS
from pipeline.listed import AGENDA, LONGEST
from pipeline.paper import Paragraph, Part, text_of

# "Harrow Community Council" above the headings of its minutes
_BODY = re.compile(
    r"\b(?:council|committee|board|society|association|club|trust|forum|panel|authority|group|company)\W*$",
    re.IGNORECASE,
)


def by_level(groups: dict[tuple[object, ...], list[int]], parts: Sequence[Part]) -> dict[tuple[object, ...], list[int]]:
    """The groups with one for the format's headings, whatever their level.

    Items are the highest level that has two of them; a title, and headings that only hold the items, do not count.
    """
    others = {key: members for key, members in groups.items() if key[0] != "heading"}
    levels = sorted((key for key in groups if key[0] == "heading"), key=str)
    marked = sorted(i for key in levels for i in groups[key])
    held = {
        i
        for i, after in zip(marked, [*marked[1:], None], strict=False)
        if HOLDS_ITEMS.fullmatch(text_of(parts[i])) and (after is None or _heading(parts[after]) > _heading(parts[i]))
    }
    titles: set[int] = set()
    if len(marked) > 1 and marked[0] in groups[levels[0]]:
        first, second = (parts[i] for i in marked[:2])
        named = _heading(first) < _heading(second) and _BODY.search(text_of(first)) is not None
        titles = set(marked[:1]) if named or len(groups[levels[0]]) == 1 else set()
    elif marked and not others and _BODY.search(text_of(parts[marked[0]])):
        titles = set(marked)
    for at, key in enumerate(levels):
        business = [i for i in groups[key] if i not in held and i not in titles and not only_lists(i, parts)]
        deeper = any(len(groups[k]) >= 2 for k in levels[at + 1 :])
        if len(business) >= 2 or (business and not deeper and not others):
            return {**others, key: sorted([*business, *_inside(parts, _heading(parts[business[0]]), marked)])}
    return others


def only_lists(place: int, parts: Sequence[Part]) -> bool:
    """ "Agenda" above nothing but its entries: what was said of them stands under other headings."""
    if AGENDA.fullmatch(text_of(parts[place])) is None:
        return False
    below = list(itertools.takewhile(lambda part: not _heading(part) and not _bold(part), parts[place + 1 :]))
    return len(below) > 1 and all(
        isinstance(part, Paragraph) and part.printed and len(part.text.split()) <= LONGEST for part in below
    )


def _bold(part: Part) -> bool:
    return isinstance(part, Paragraph) and not part.printed and all(line.bold for line in part.lines)


def _inside(parts: Sequence[Part], level: int, marked: Sequence[int]) -> Iterator[int]:
    """The headings right under one of this level that only holds items: "### Roads" below "## Minutes"."""
    inside = below = 0
    for index, part in enumerate(parts):
        own = _heading(part)
        if own and own <= level:
            inside, below = (own if HOLDS_ITEMS.fullmatch(text_of(part)) else 0), 0
        elif own and inside and own <= (below or own):
            below = own
            if index in marked:
                yield index


def _heading(part: Part) -> int:
    return part.lines[0].heading if part.lines else 0
