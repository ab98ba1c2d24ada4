"""Reports and letters that were read into the minutes: what others wrote, in which the meeting decides nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extractors.places import Piece
from pipeline.paper import Paragraph

_READ = re.compile(
    r"^(?!.*\b(?:motion|amendment|resolution|proposal)s?\b).*"
    r"\b(?:read|reading)\s+(?:(?:the|this|that|his|her|their|a)\s+(?:[\w’'-]+\s+){1,6})?(?:in\s?to|onto)\s+the\s+(?:minutes|record)\b"
    r"[^.;:]{0,80}:\s*$",
    re.IGNORECASE | re.DOTALL,
)
# The meeting goes on: somebody speaks, proposes, answers.
_MEETS = re.compile(
    r"\W*(?:(?:Councillor|Cllr|Alderman)\b|Proposed\s+by|Moved\s+by|RESOLVED|[Oo]n\s+the\s+(?:proposal|motion)\b"
    r"|(?:Following|After|In\s+(?:response|reply)|Responding|On\s+resumption)\b.{0,160}\b(?:Mayor|Chair\w*|Cathaoirleach|"
    r"Chomhairleoir|Members|Councillors?|[Mm]eeting|discussion)\b"
    r"|(?:The|An)\s+(?:[\w’'-]+\s+){1,5}?(?:then|thanked|stated|confirmed|invited|responded|declared)\b"
    r"|Members\s+(?:thanked|raised|asked|queried|welcomed|referred|noted|discussed)\b"
    r"|It\s+was\s+(?:\w+ly\s+|then\s+)?(?:proposed|agreed(?!\s+by)|resolved)\b)"
)
_LONGEST = 1500  # paragraphs of a report on a year's budget


def read_out(whole: Sequence[Piece]) -> list[Paragraph]:
    """The paragraphs of what was read into the minutes; none where it cannot be told where it ends."""
    found: list[Paragraph] = []
    for at, piece in enumerate(whole):
        text = piece.paragraph.text.rstrip()
        if text.endswith(":") and piece.kind != "heading" and _READ.search(text[-400:]):
            found += [one.paragraph for one in whole[at + 1 : _end(whole, at + 1)]]
    return found


def _end(whole: Sequence[Piece], start: int) -> int:
    """Where what is read out ends: behind its closing quotation mark, or where the meeting goes on."""
    open_ = 0
    for at in range(start, min(len(whole), start + _LONGEST)):
        text = whole[at].paragraph.text
        if _MEETS.match(text):
            return at
        quoted = open_ > 0 or text.lstrip().startswith("“")
        open_ = open_ + text.count("“") - text.count("”")
        if quoted and open_ <= 0:
            return at + 1
        if not quoted:
            open_ = 0
    return start
