"""Bullets that stand further in below a row of an action list: what became of it, and no task of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.extractors.places import Piece
from pipeline.found import FoundAction
from pipeline.paper import depth_of

_LISTED = "action-list"
_OWN = re.compile(r"[^:]{2,40}(?::{1,2}|->)\s+\S")  # "Ben: check the links" is a row wherever it stands

Spot = tuple[str | None, int | None]
"""Block and line, which pages that are drawn (PDF) do not have."""
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
    """Each bullet of an inner list, behind the bullet of the outer one that it stands below."""
    row: Piece | None = None
    for piece in whole:
        if piece.kind != "bullet" or (row is not None and piece.section is not row.section):
            row = None
        if piece.kind != "bullet":
            continue
        if row is None or depth_of(piece.paragraph) <= depth_of(row.paragraph):
            row = piece
        else:
            yield row, piece


def _spot(action: FoundAction) -> Spot:
    return action.evidence.block, action.evidence.line


def _spot_of(piece: Piece) -> Spot:
    line = piece.paragraph.lines[0]
    return line.block, line.number
