"""Sections headed "Action Items" that hold no tasks: what an American board's agenda puts to the vote."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.outline.titles import Head
from pipeline.paper import Paragraph, Part

_MOVED = re.compile(
    r"\b(?:motion\s+(?:by|to|was|made|from|that)\b|moved\s+(?:by|to|that)\b|(?:made|on)\s+(?:a\s+)?motion\b|"
    r"seconded\b|second(?:ed)?\s+by\b|roll[\s-]call\s+vote|motion\s+(?:carried|passed|failed))"
    r"|^\W*(?:ayes|yeas|nays|noes)\s*[:–-]",
    re.IGNORECASE,
)
TWICE = 2  # paragraphs that tell of motions: one may only stand in a task


def acted_upon(heads: Mapping[int, Head], parts: Sequence[Part]) -> dict[int, Head]:
    """The heads; one of a list of actions under which motions are moved opens an item of business."""
    out = {**heads}
    for at, end in pairwise([*sorted(heads), len(parts)]):
        if heads[at].kind != "action-list":
            continue
        moved = sum(isinstance(part, Paragraph) and bool(_MOVED.search(part.text)) for part in parts[at + 1 : end])
        if moved >= TWICE:
            out[at] = replace(heads[at], kind="item")
    return out
