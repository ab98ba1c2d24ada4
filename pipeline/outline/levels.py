"""The format's own headings by their level: which level opens items, and what only holds them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Collection, Iterator, Sequence

from pipeline.outline.known import HOLDS_ITEMS
from pipeline.outline.listed import AGENDA, LONGEST
from pipeline.outline.title_print import lead_end
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


_USUAL = 2  # titles that every meeting has, below what holds them
Groups = dict[tuple[object, ...], list[int]]


def without_holders(groups: Groups, parts: Sequence[Part], usual: Callable[[str], bool]) -> Groups:
    """The groups without one each of whose members stands right above a title of another, of more, some `usual`.

    "OPEN SESSION" above "Apologies" and "CLOSED SESSION" above "Staff" hold the items and are none of them.
    """

    def title(index: int) -> str:
        part = parts[index]
        lead = lead_end(part) if isinstance(part, Paragraph) else 0
        return text_of(part)[: lead or None].partition(":")[0].rstrip(" .")

    def holds(members: Sequence[int], others: frozenset[int]) -> bool:
        above = len(members) * 2 < len(others) and all(i + 1 in others for i in members)
        return above and sum(usual(title(i)) for i in others) >= _USUAL

    indexes = {key: frozenset(members) for key, members in groups.items()}
    holders = [
        key
        for key, members in groups.items()
        if members
        and any(holds(members, others) for other, others in indexes.items() if other != key)
        and not any(usual(text_of(parts[i])) for i in members)
    ]
    return {key: members for key, members in groups.items() if key not in holders}


FEWEST = 4  # titles on lines of their own


def without_leads(members: Sequence[int], parts: Sequence[Part], usual: Callable[[str], bool]) -> list[int]:
    """The titles in bold without the labels in bold that stand one below another under one of them.

    "Curtains They are shorter now." and "Keys There are 14." below "Matters arising" are parts of it.
    """
    labels = {i for i in members if isinstance(part := parts[i], Paragraph) and lead_end(part)}
    whole = [i for i in members if i not in labels]
    if len(whole) < FEWEST:
        return list(members)
    below = {i for i in labels if i - 1 in whole or i - 1 in labels}
    runs = {i for i in below if i + 1 in below or i - 1 in below}
    # What every meeting has may stand so at the end: "Next meeting: 5 May".
    parted = {i for i in runs if not any(usual(text_of(parts[k]).partition(":")[0]) for k in _run(i, labels))}
    return [i for i in members if i not in parted]


def _run(at: int, labels: Collection[int]) -> Iterator[int]:
    """The labels that stand one below another with this one."""
    yield from itertools.takewhile(labels.__contains__, range(at, -1, -1))
    yield from itertools.takewhile(labels.__contains__, itertools.count(at + 1))


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
