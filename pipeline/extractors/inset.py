"""Bullets that stand further in below a row of an action list: what became of it, and no task of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.extractors.places import Piece
from pipeline.found import FoundAction

_LISTED = "action-list"
_OWN = re.compile(r"[^:]{2,40}(?::{1,2}|->)\s+\S")  # "Ben: check the links" is a row wherever it stands

Spot = tuple[str | None, int | None]
"""Block and line, which pages that are drawn (PDF) do not have: there a sign may change without a deeper list."""
_DRAWN: Spot = (None, None)


def without_inset(found: Sequence[FoundAction], whole: Sequence[Piece]) -> list[FoundAction]:
    """The actions but those of bullets below a row that has its task and its owner.

    "Ann: find a hall" above "too dear last time". Below "Ann:" alone, or below a topic, each bullet is a task.
    """
    owned = {_spot(action) for action in found if action.owners} - {_DRAWN}
    inset = {
        _spot_of(piece)
        for row, piece in _inset(whole)
        if _spot_of(row) in owned and not _OWN.match(piece.paragraph.text)
    }
    return [action for action in found if action.evidence.rule != _LISTED or _spot(action) not in inset]


def _inset(whole: Sequence[Piece]) -> Iterator[tuple[Piece, Piece]]:
    """Each bullet of a deeper sign, behind the bullet at its list's left edge."""
    signs: list[str] = []  # from the left edge to where the list stands now
    row: Piece | None = None
    for piece in whole:
        sign = piece.paragraph.printed
        if piece.kind != "bullet" or (row is not None and piece.section is not row.section):
            signs, row = [], None
        if piece.kind != "bullet":
            continue
        signs = [*signs[: signs.index(sign)], sign] if sign in signs else [*signs, sign]
        if row is None or len(signs) == 1:
            row = piece
        else:
            yield row, piece


def _spot(action: FoundAction) -> Spot:
    return action.evidence.block, action.evidence.line


def _spot_of(piece: Piece) -> Spot:
    line = piece.paragraph.lines[0]
    return line.block, line.number
