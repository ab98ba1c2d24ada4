"""Lists whose rows end each in their own way: "a mangle, declined; slides, accepted", bids below "be agreed:"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

from pipeline.extractors.decisions.resolutions import Part, trimmed
from pipeline.extractors.places import Piece

Span = tuple[int, int]

_FATE = re.compile(
    r"(?:,|:|\s[–—-])\s(?:[\w’']+\s){0,3}?(?P<fate>accepted|agreed|approved|awarded|granted|noted|declined|refused|rejected|turned\s+down|"
    r"deferred|put\s+off|held\s+over|withdrawn)\b",
    re.IGNORECASE,
)
_PARTED = re.compile(r";\s+(?:and\s+)?")
_LIST = re.compile(r"\bfollowing\b[^.;]*:\W*$", re.IGNORECASE)
_ROW = re.compile(r"\s[–—-]\s|[£$€]\s?\d")
_SEVERAL = 2


def rowed(text: str, spans: Iterable[Span]) -> list[Span]:
    """The sentences of a text, one that lists matters with what became of each as its rows."""
    return [row for span in spans for row in _rows(text, *span)]


def _rows(text: str, start: int, end: int) -> list[Span]:
    cuts = list(_PARTED.finditer(text, start, end))
    rows = list(zip([start, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), end], strict=True))
    return rows if all(_FATE.search(text, *row) for row in rows) else [(start, end)]


def listed_below(part: Part, after: Sequence[Piece]) -> list[Part]:
    """The rows below "That the following be agreed:", where one at least ends otherwise; else none."""
    if not _LIST.search(part.piece.paragraph.text):
        return []
    section = part.piece.section
    rows = list(itertools.takewhile(lambda piece: piece.section is section and _is_row(piece), after))
    fates = {fate["fate"] for piece in rows if (fate := _FATE.search(piece.paragraph.text))}
    if len(rows) < _SEVERAL or not fates:
        return []
    return [Part(row, *trimmed(row.paragraph.text, 0, len(row.paragraph.text))) for row in rows]


def _is_row(piece: Piece) -> bool:
    return piece.kind != "heading" and _ROW.search(piece.paragraph.text) is not None
