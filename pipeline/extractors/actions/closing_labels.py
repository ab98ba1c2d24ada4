"""Labels that close what stands before them within a paragraph: "... is full. Action: Clerk. The lamp is out. ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extractors.actions.lost_margins import owners_alone
from pipeline.extractors.places import Piece, part_of
from pipeline.rules.match import Matcher

_WHO = r"[A-Z][\w.’'-]*(?:(?:\s*[/&,+]\s*|\s+(?:and\s+)?)[A-Z][\w’'-]*){0,5}"
_LABEL = re.compile(
    r"(?:(?<=[.!?;:)])\s+|\s[–—-]\s?)[(\[]?"
    rf"(?:(?:ACTIONS?|Actions?)\s*(?:by\s|for\s|on\s)?\s*[:–—-]?\s*(?P<after>{_WHO})\s?(?:[.)\]]+|(?=\n))"
    rf"|(?P<before>{_WHO})\s+(?:to\s+action|Action|ACTION)\b[.)\]]*)\s+(?=[(“‘\"]?[A-Z\d])"
)


def with_labels_inside(whole: Sequence[Piece], matcher: Matcher) -> list[Piece]:
    """The same pieces; one that holds a label with its owners, and goes on behind them, is cut there."""
    return [
        part for piece in whole for part in (_cut(piece, matcher) if _LABEL.search(piece.paragraph.text) else [piece])
    ]


def _cut(piece: Piece, matcher: Matcher) -> list[Piece]:
    text = piece.paragraph.text
    cuts = [0]
    for label in _LABEL.finditer(text):
        owners = owners_alone(label["after"] or label["before"])
        if (
            owners and matcher.first("action", text[label.end() :], part="order") is None
        ):  # "Action: AB. Ring the depot"
            cuts.append(label.end())
    return [part_of(piece, a, b) for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True)] if cuts[1:] else [piece]
