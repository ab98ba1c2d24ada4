"""Papers that a conversion has run together in one paragraph: cut where the numbers of their items count on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.numbers import ROMAN
from pipeline.paper import Paragraph, Part
from pipeline.paragraphs import piece_of

LONGEST = 400  # characters of a paragraph that is no dump
SHARE = 0.6  # of the paper that stands in one paragraph
FEWEST = 4  # items

# "Item 3/24: Roads", "3. Roads", "III. ROADS"
_LEADS = (
    re.compile(r"(?<=\s)(?P<printed>(?:Agenda\s)?I(?:tem|TEM)\s(?P<number>\d{1,2})(?:/\d{2,4})?)\s?[:.–-]?\s(?=\S)"),
    re.compile(r"(?<=\s)(?P<printed>(?P<number>\d{1,2})[.)])\s(?=[A-Z“‘])"),
    re.compile(r"(?<=\s)(?P<printed>(?P<number>[IVX]{1,5})[.)])\s(?=[A-Z])"),
    re.compile(r"(?<=\s)(?P<printed>(?P<number>\d{1,2})\s?[.)])\s?(?=[A-Z]{3,})"),  # "1 . ROLL CALL", "2.MINUTES"
)
_LABEL = re.compile(r"(?<=[.!?]\s)[A-Z][\w’'-]+(?:\s[\w’'-]+){0,3}:\s(?=[A-Z])")  # "... carried. Cemetery: No report"


def undumped(parts: Sequence[Part]) -> list[Part]:
    """The parts; a paragraph that is nearly all of the paper is cut before each of its items."""
    whole = sum(len(part.text) for part in parts if isinstance(part, Paragraph))
    out: list[Part] = []
    for part in parts:
        dump = isinstance(part, Paragraph) and LONGEST < len(part.text) > SHARE * whole
        out.extend(_pieces(part) if dump and isinstance(part, Paragraph) else [part])
    return out


def _pieces(part: Paragraph) -> list[Paragraph]:
    cuts = max((_cuts(lead, part.text) for lead in _LEADS), key=len)
    if len(cuts) < FEWEST:
        starts = [0, *(label.start() for label in _LABEL.finditer(part.text))]
        ends = [*starts[1:], len(part.text)]
        return [piece_of(part, *cut) for cut in zip(starts, ends, strict=True)] if len(starts) > FEWEST else [part]
    ends = [*(cut.start() for cut in cuts[1:]), len(part.text)]
    front = piece_of(part, 0, cuts[0].start(), number=part.number, printed=part.printed)
    items = [
        piece_of(part, cut.end(), end, number=cut["printed"].strip(" .)").split()[-1], printed=cut["printed"])
        for cut, end in zip(cuts, ends, strict=True)
    ]
    return [front, *items]


def _cuts(lead: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """The numbers that count on from one, each at its first place."""
    cuts: list[re.Match[str]] = []
    for found in lead.finditer(text):
        wanted = len(cuts) + 1
        if found["number"] in (str(wanted), ROMAN[min(wanted, len(ROMAN)) - 1]):
            cuts.append(found)
    return cuts
