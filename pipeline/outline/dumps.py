"""Papers that a conversion has run together in one paragraph: cut where the numbers of their items count on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.layout.numbers import ROMAN
from pipeline.layout.paragraphs import piece_of
from pipeline.paper import Paragraph, Part

LONGEST = 400  # characters of a paragraph that is no dump
SHARE = 0.6  # of the paper that stands in one paragraph
FEWEST = 4  # items
TOP = 6  # parts in which it is told who came
LONG = 200  # characters of a paragraph that may hold a title and a list

# "... MB1 2CD MINUTES Attendees Ann Box - Chair", "... on the roll. PRESENT A. Box, B. Carr", "... Apologies: Di Elm"
_LISTS = re.compile(
    r"(?<=[\w.,;:)’”]\s)(?:(?<=MINUTES\s)(?:Attendees|Present|In attendance)\s+(?=[A-Z][\w.’'-]*\s[A-Z])"
    r"|(?<![A-Z]\s)(?:PRESENT|ATTENDEES|IN ATTENDANCE|APOLOGIES|ABSENT)\s+(?=[A-Z][\w.’'-]*\s[A-Z][a-z]+[,;(])"
    r"|(?<=[a-z)]\s)(?:Apologies|Absent|In attendance)\s?:\s+(?=[A-Z][\w.’'-]*\s[A-Z]))"
)

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
        pieces = _pieces(part) if dump and isinstance(part, Paragraph) else [part]
        out += [cut for piece in pieces for cut in (_by_list(piece) if len(out) < TOP else [piece])]
    return out


def _by_list(part: Part) -> list[Part]:
    """A paragraph of the top, cut where a list of those who came opens in it: "... MINUTES Attendees Ann Box"."""
    if not isinstance(part, Paragraph) or len(part.text) < LONG or part.text.isupper():
        return [part]
    starts = [0, *(found.start() for found in _LISTS.finditer(part.text))]
    ends = [*starts[1:], len(part.text)]
    first = piece_of(part, 0, ends[0], number=part.number, printed=part.printed)
    return (
        [part]
        if len(starts) < 2
        else [first, *(piece_of(part, *cut) for cut in zip(starts[1:], ends[1:], strict=True))]
    )


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
