"""Lines that name a post and who holds it, below words that say they were elected."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extractors.places import Piece
from pipeline.match import Match, Matcher

_APART = 2  # paragraphs between a heading's line and the first that names a post


def officer_of(piece: Piece, matcher: Matcher) -> Match | None:
    """ "Secretary: Ben Carr", under a title that speaks of an election or an appointment."""
    if len(piece.paragraph.text) > 160:
        return None
    titled = any(matcher.first("decision", title, part="election") for title in (piece.section.title, piece.sub))
    return matcher.first("decision", piece.paragraph.text, part="officer") if titled else None


def officers_below(after: Sequence[Piece], matcher: Matcher) -> list[int]:
    """Which paragraphs right below a line that opens them name a post and a person."""
    rows: list[int] = []
    for n, piece in enumerate(after):
        if piece.section is not after[0].section or piece.kind == "heading":
            break
        if matcher.first("decision", piece.paragraph.text[:160], part="officer"):
            rows.append(n)
        elif n - (rows[-1] if rows else 0) >= _APART:
            break
    return rows
