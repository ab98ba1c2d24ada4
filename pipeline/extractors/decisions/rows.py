"""Lists whose rows end each in their own way: "a mangle, declined; slides, accepted", bids below "be agreed:"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

from pipeline.extractors.decisions.outcomes import fate_of
from pipeline.extractors.decisions.resolutions import Part, trimmed
from pipeline.extractors.places import Piece
from pipeline.record import Outcome

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


def listed_below(part: Part, after: Sequence[Piece]) -> tuple[list[Part], int]:
    """The rows below "That the following be agreed:" and their paragraphs, where one at least ends otherwise."""
    if not _LIST.search(part.piece.paragraph.text):
        return [], 0
    section = part.piece.section
    listed = list(itertools.takewhile(lambda piece: piece.section is section and _is_row(piece), after))
    rows = [row for piece in listed for row in _lines(piece)]
    if len(rows) < _SEVERAL or not any(fate_in(_words(row)) for row in rows):
        return [], 0
    return rows, len(listed)


def fate_in(words: str) -> Outcome | None:
    """What became of a row's matter, where that is not what the list was put for: "Brass Band - £90 - refused"."""
    found = _FATE.search(words)
    return fate_of(words[found.start("fate") :]) if found is not None else None


def _is_row(piece: Piece) -> bool:
    return piece.kind != "heading" and _ROW.search(piece.paragraph.lines[0].text) is not None


def _lines(piece: Piece) -> list[Part]:
    """The rows of a paragraph, which a text file makes of several lines; what has no dash or sum goes on with one."""
    text, lines = piece.paragraph.text, zip(piece.paragraph.lines, piece.paragraph.starts, strict=True)
    starts = [0] if piece.kind == "bullet" else [max(0, at) for line, at in lines if _ROW.search(line.text)]
    return [Part(piece, *trimmed(text, *span)) for span in itertools.pairwise([*starts, len(text)])]


def _words(part: Part) -> str:
    return part.piece.paragraph.text[part.start : part.end]
