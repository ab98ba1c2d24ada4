"""Decisions that stand in a column beside what was said: "Agreed to buy two bins", cut by the lines of the minutes."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extractors.decisions.deciding import Deciding
from pipeline.extractors.places import Piece
from pipeline.layout.paragraphs import paragraph_of

_FEWEST = 4  # words of a decision; fewer are an owner or a verdict, which say it of the text


def with_told_beside(whole: Sequence[Piece], deciding: Deciding) -> list[Piece]:
    """The pieces, and below those of each section that have it beside them the decision that their margin tells."""
    out: list[Piece] = []
    for (_, has), group in itertools.groupby(whole, key=_section_and_margin):
        pieces = list(group)
        out += pieces
        out += _told(pieces, deciding) if has else ()
    return out


def _section_and_margin(piece: Piece) -> tuple[int, bool]:
    return id(piece.section), bool(piece.paragraph.margin)


def _told(pieces: Sequence[Piece], deciding: Deciding) -> Iterator[Piece]:
    lines = [line for piece in pieces for line in piece.paragraph.margin]
    beside = paragraph_of([replace(line, role="body") for line in lines])
    if len(beside.text.split()) >= _FEWEST and deciding.match(beside.text, pieces[0].section.kind) is not None:
        yield replace(pieces[-1], paragraph=beside)
