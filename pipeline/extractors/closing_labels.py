"""Labels that close what stands before them within a paragraph: "... is full. Action: Clerk. The lamp is out. ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extractors.lost_margins import owners_alone
from pipeline.extractors.places import Piece
from pipeline.match import Matcher
from pipeline.paper import Paragraph

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
    return [_part(piece, a, b) for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True)] if cuts[1:] else [piece]


def _part(piece: Piece, start: int, end: int) -> Piece:
    """The piece with only text[start:end]; the first keeps the number, the last what stands beside it."""
    whole = piece.paragraph
    lines = [
        (line, at - start)
        for line, at in zip(whole.lines, whole.starts, strict=True)
        if at < end and at + len(line.text) > start
    ]
    return replace(
        piece,
        paragraph=Paragraph(
            whole.text[start:end].rstrip(),
            tuple(line for line, _ in lines),
            tuple(at for _, at in lines),
            "" if start else whole.number,
            "" if start else whole.printed,
            whole.margin if end == len(whole.text) else (),
            whole.kind,
        ),
    )
