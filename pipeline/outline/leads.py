"""What leads a title: its number alone on the line above, the time of day, how many minutes it may take."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.layout.numbers import mark_of
from pipeline.layout.paragraphs import paragraph_of, piece_of
from pipeline.layout.says import says
from pipeline.layout.told_cells import count_on, number_of
from pipeline.outline.title_print import bold_end, lead_end
from pipeline.outline.titles import caps_end
from pipeline.paper import Paragraph, Part, text_of

FEWEST = 4  # titles that are led so
LONGEST = 14  # words of a title
ONES = 3  # numbers of the paper's own that stand behind a one
SLASHES = 3  # numbers with a slash behind them
_SLASH = re.compile(r"/(?:\s+|$)")
MOST = 0.75  # of the numbers alone on their lines: page numbers stand above whatever comes

_ONE = re.compile(r"1[.)]")
_BARE = re.compile(r"\d{1,3}")
_TIME = re.compile(
    r"[(\[]?(?P<hour>\d{1,2})[:.h](?P<minute>[0-5]\d)(?:\s?[ap]\.?m\b\.?)?"
    r"(?:\s*[–-]\s*\d{1,2}[:.h][0-5]\d(?:\s?[ap]\.?m\b\.?)?)?[)\]]?\s*[:–-]?\s+(?=[A-Z])",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"[(\[]?\d{1,3}\s?(?:min(?:ute)?s?|m)\b\.?[)\]]?\s*[:–-]?\s+(?=[A-Z])")
_STEP = 2  # minutes: numbers that rise by one are no times
_QUARTER = 15  # minutes: 1.08, 2.08 and 3.08 are an item's number and the year


def with_numbers_above(parts: Sequence[Part]) -> list[Part]:
    """The parts; "1", "2", "3" alone on lines above titles are their numbers (see unroll.flatten)."""
    bare = [i for i, part in enumerate(parts) if isinstance(part, Paragraph) and _BARE.fullmatch(part.text)]
    counted: list[int] = []
    for i in bare:
        part = parts[i]
        if isinstance(part, Paragraph) and int(part.text) == len(counted) + 1:
            counted.append(i)
    titled = [i for i in counted if i + 1 < len(parts) and _opens_item(parts[i + 1])]
    if len(titled) < FEWEST or len(titled) < MOST * len(bare):
        titled = _counting_on(parts) or _codes_alone(parts)
    out = [*parts]
    for i in titled:
        if isinstance(part := parts[i], Paragraph):
            starts = tuple(start - len(part.text) for start in part.starts)
            out[i] = replace(part, text="", starts=starts, number=part.text, printed=part.text)
    return out


def _codes_alone(parts: Sequence[Part]) -> list[int]:
    """ "PC12", "PC13" and so on, each alone above a title."""
    found = [
        i
        for i, part in enumerate(parts[:-1])
        if isinstance(part, Paragraph)
        and not part.printed
        and not part.text.isdigit()
        and number_of(part.text)
        and _opens_item(parts[i + 1])
    ]
    return found if count_on([text_of(parts[i]) for i in found]) else []


def _counting_on(parts: Sequence[Part]) -> list[int]:
    """ "7" alone above a title, where "6 Deputations" went before and no other paragraph has that number."""
    printed = [part.number for part in parts if isinstance(part, Paragraph) and part.printed and part.text.strip()]
    counted: list[int] = []
    last = 0
    for i, part in enumerate(parts[:-1]):
        if not isinstance(part, Paragraph):
            continue
        bare = _BARE.fullmatch(part.text) is not None
        number = part.text if bare else part.number if part.printed else ""
        if not number.isdigit() or int(number) != last + 1:
            continue
        if bare:
            if last < FEWEST or number in printed or not _is_title(parts[i + 1]):
                continue
            counted.append(i)
        last += 1
    return counted


def without_slashes(parts: Sequence[Part]) -> list[Part]:
    """The parts; "1. / Roads", "2. /" above its title: what a conversion left between cells is dropped."""
    led = [
        i for i, part in enumerate(parts) if isinstance(part, Paragraph) and part.printed and _SLASH.match(part.text)
    ]
    if len(led) < SLASHES:
        return [*parts]
    out: list[Part] = []
    for i, part in enumerate(parts):
        if isinstance(part, Paragraph) and (slash := _SLASH.match(part.text)):
            if slash.end() < len(part.text):
                out.append(piece_of(part, slash.end(), len(part.text), number=part.number, printed=part.printed))
            elif i in led:
                starts = tuple(start - len(part.text) for start in part.starts)
                out.append(replace(part, text="", starts=starts, lines=(replace(part.lines[0], text=part.printed),)))
        else:
            out.append(part)
    return out


def without_ones(parts: Sequence[Part]) -> list[Part]:
    """The parts; "1. 1. Apologies", "1. 2. Minutes": a page's own count, begun anew each time, before the paper's."""
    counted: list[int] = []
    for i, part in enumerate(parts):
        mark = mark_of(part.text) if isinstance(part, Paragraph) and _ONE.fullmatch(part.printed) else None
        if mark is not None and mark.style == "N" and mark.groups == (len(counted) + 1,):
            counted.append(i)
    out = [*parts]
    for i in counted if len(counted) >= ONES else ():
        if isinstance(part := parts[i], Paragraph):
            first, *others = part.lines
            text = first.text.strip().removeprefix(part.printed).lstrip()
            out[i] = paragraph_of([replace(first, text=text), *others], margin=part.margin)
    return out


def without_signs(parts: Sequence[Part]) -> list[Part]:
    """The parts; "• 1) Roads", "• 2) Parks": bullets that count have these numbers, their parts "• a)" letters."""
    marks = {
        i: mark
        for i, part in enumerate(parts)
        if isinstance(part, Paragraph) and part.kind == "bullet" and (mark := mark_of(part.text)) and mark.groups
    }
    counted: list[int] = []
    for i, mark in marks.items():
        if mark.style in ("N", "N)") and mark.groups == (len(counted) + 1,):
            counted.append(i)
    out = [*parts]
    for i, mark in marks.items() if len(counted) >= FEWEST else ():
        if isinstance(part := parts[i], Paragraph) and (i in counted or mark.style in ("a)", "i)")):
            named = piece_of(part, mark.length, len(part.text), number=mark.number, printed=mark.printed)
            out[i] = replace(named, kind="text")
    return out


def without_times(parts: Sequence[Part]) -> tuple[list[Part], frozenset[int]]:
    """The parts; "7:05 pm Roll call" and "(5 min) Roll call" as titles, where times rise: with their indexes.

    A heading of the format's is all title, its time included.
    """
    out = [*parts]
    timed = {i: found for i, part in enumerate(parts) if (found := _TIME.match(_line(part))) and _is_title(part)}
    clock = [int(found["hour"]) * 60 + int(found["minute"]) for found in timed.values()]
    rising = all((b - a) % 720 >= _STEP for a, b in itertools.pairwise(clock))
    rising = rising and not (len({found["minute"] for found in timed.values()}) == 1 and clock[0] % _QUARTER)
    spent = {i: found for i, part in enumerate(parts) if (found := _MINUTES.match(_line(part))) and _is_title(part)}
    led = timed if rising and len(timed) >= FEWEST else spent if len(spent) >= FEWEST else {}
    for i, found in led.items():
        if isinstance(part := parts[i], Paragraph) and part.lines[0].heading == 0:
            first, *others = part.lines
            lines = [replace(first, text=first.text.strip()[found.end() :]), *others]
            out[i] = replace(paragraph_of(lines, margin=part.margin), kind="heading")
    return out, frozenset(led)


def _opens_item(part: Part) -> bool:
    """A title, or one in bold or capitals that runs on into what was said."""
    if not isinstance(part, Paragraph):
        return False
    return _is_title(part) or lead_end(part) > 0 or bold_end(part) > 0 or caps_end(part.text) is not None


def _line(part: Part) -> str:
    """The first line of a paragraph as the page shows it."""
    return part.lines[0].text.strip() if isinstance(part, Paragraph) and part.lines else ""


def _is_title(part: Part) -> bool:
    """A few words that say nothing."""
    if not isinstance(part, Paragraph) or part.kind == "bullet":
        return False
    words = part.text.split()
    ended = part.text.strip()[-1:] in (".", ";", ",") and not (part.lines and part.lines[0].heading)
    return 0 < len(words) <= LONGEST and not ended and not says(part.text)
