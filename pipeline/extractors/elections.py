"""Lines that name a post and who holds it, below words that say they were elected."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from pipeline.extractors.places import Piece, part_of
from pipeline.match import Match, Matcher
from pipeline.titles import is_sentence

_SEVERAL = 2
_SHORT = 80  # letters of a line that names a post and who holds it
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
        elif n - (rows[-1] if rows else 0) >= _APART or is_sentence(piece.paragraph.text):
            break
    return rows


def officers_apart(whole: Sequence[Piece], matcher: Matcher) -> list[Piece]:
    """The same pieces; one of several lines that each name a post and who holds it is cut into these lines."""
    return [part for piece in whole for part in _by_line(piece, matcher)]


def _by_line(piece: Piece, matcher: Matcher) -> list[Piece]:
    lines = piece.paragraph.lines
    if len(lines) < _SEVERAL or not all(len(line.text) < _SHORT for line in lines):
        return [piece]
    if not all(matcher.first("decision", line.text, part="officer") for line in lines):
        return [piece]
    cuts = [0, *piece.paragraph.starts[1:], len(piece.paragraph.text)]
    return [part_of(piece, a, b) for a, b in itertools.pairwise(cuts)]
