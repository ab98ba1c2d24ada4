"""The entries of an agenda that has no numbers: short lines or bullets, one below another."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence

from pipeline.layout.business import ASKS
from pipeline.layout.says import says
from pipeline.outline.known import HOLDS_ITEMS, NO_TITLE
from pipeline.outline.titles import emphasis
from pipeline.paper import Paragraph, Part, text_of

FEWEST = 4  # entries of an agenda
USUAL = 2  # of them that every meeting has, or that ask it to do something
LONGEST = 25  # words of an entry


def entries_of(parts: Sequence[Part], usual: Callable[[str], bool]) -> list[int]:
    """Indexes of the entries of an agenda: from the first that is `usual` or asks for something, all that look like it;
    none where too few do.
    """
    entries = [i for i, part in enumerate(parts) if isinstance(part, Paragraph) and _is_entry(part)]
    groups = itertools.groupby(sorted(entries, key=lambda i: _look(parts[i])), key=lambda i: _look(parts[i]))
    lists = [list(_from_known(list(group), parts, usual)) for _, group in groups]
    return max(lists, key=len, default=[])


def _from_known(group: Sequence[int], parts: Sequence[Part], usual: Callable[[str], bool]) -> Iterator[int]:
    known = [i for i in group if usual(text_of(parts[i]).rstrip(".")) or ASKS.match(text_of(parts[i]))]
    below = [i for i in group if known and i >= known[0]]
    if len(known) >= USUAL and len(below) >= FEWEST and len(known) * 3 >= len(below):
        yield from below


def _look(part: Part) -> tuple[str, int, str]:
    assert isinstance(part, Paragraph)
    return emphasis(part), part.lines[0].heading, part.kind


def _is_entry(part: Paragraph) -> bool:
    """A few words that say nothing and open no list: no number, no date or place of the meeting."""
    text = part.text.strip()
    told = says(text) or NO_TITLE.search(text) or HOLDS_ITEMS.fullmatch(text) or text.endswith((":", ","))
    return not part.printed.strip("•-–—*") and 0 < len(text.split()) <= LONGEST and text[:1].isalnum() and not told
