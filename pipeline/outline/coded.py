"""Numbers with letters before them, and numbers behind numbers: "FC12 Budget", "C048/23  1. Apologies"."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.layout.numbers import mark_of
from pipeline.layout.paragraphs import paragraph_of, piece_of, unmarked
from pipeline.paper import Paragraph, Part

FEWEST = 3  # paragraphs that count on
GAP = 2  # from one that is read to the next

# Actions, questions and resolutions are counted so too; "RESOLVED 12" and "ACTION 3" are more than five letters.
_CODE = re.compile(
    r"(?P<code>(?!(?:AP|A|Q|R|NB|NO)\s?\d)(?P<letters>[A-Z]{1,5})\s?(?P<number>\d{1,4}))(?:\s?[.:)–-])?\s+(?=[A-Z])"
)
_SECOND = re.compile(
    r"\(?(?P<number>\d{1,3})(?:[.)]\s+(?=\S)|\s+(?=[A-Z]))|(?P<yearly>\d{1,4}/\d{2,4})[.:]?\s+(?=[A-Z])"
)


def with_codes(parts: Sequence[Part]) -> list[Part]:
    """The parts; "FC12 Budget", "FC13 Roof" and so on have these for numbers, where they count on."""
    codes = {
        i: found
        for i, part in enumerate(parts)
        if isinstance(part, Paragraph) and not part.printed and (found := _CODE.match(part.text))
    }
    out = [*parts]
    for i in _counting({i: (code["letters"], int(code["number"])) for i, code in codes.items()}):
        if isinstance(part := parts[i], Paragraph):
            code = codes[i]["code"].replace(" ", "")
            out[i] = piece_of(part, codes[i].end(), len(part.text), number=code, printed=codes[i]["code"])
    return out


# "APOLOGIES (LC71/24)", "Bursaries – Min. 4/03/2024", "WATER RATE 24-041"
_BEHIND = re.compile(
    r"(?P<title>[A-Z].{2,90}?)\s*(?P<open>\(|[–-]\s*(?i:min(?:ute)?s?)\.?\s*(?:(?i:no)\.?\s*)?|(?<=[A-Z]{2})\s(?=\d\d-\d{3}))"
    r"(?P<code>[A-Z]{0,5}\s?(?P<first>\d{1,4})[/-](?P<second>\d{2,4})(?:[/-]\d{2,4})?)\)?"
)
_ALONE = re.compile(r"\d{2,4}-(?P<number>\d{2,4})")


def with_codes_behind(parts: Sequence[Part]) -> list[Part]:
    """The parts; "APOLOGIES (LC71/24)" and "Roads" above "24-071" have these for numbers, where they count on."""
    # "KEYS 24-073" has been taken for a number.
    parts = [unmarked(p) if isinstance(p, Paragraph) and _BEHIND.fullmatch(p.printed) else p for p in parts]
    texts = {i: part.text for i, part in enumerate(parts) if isinstance(part, Paragraph) and not part.printed}
    behind = {i: found for i, text in texts.items() if (found := _BEHIND.fullmatch(text))}
    alone = {i: found for i, text in texts.items() if (found := _ALONE.fullmatch(text))}
    out = [*parts]
    counts = ({i: (name, int(found[name])) for i, found in behind.items()} for name in ("first", "second"))
    for i in (i for numbers in counts for i in _counting(numbers)):
        if isinstance(part := parts[i], Paragraph):
            end, code = behind[i].end("title"), behind[i]["code"]
            title = paragraph_of([replace(part.lines[0], text=part.text[:end])], kind="heading")
            out[i] = replace(title, number=code, printed=code, margin=part.margin)
    for i in _counting({i: ("", int(found["number"])) for i, found in alone.items()}):
        if isinstance(part := parts[i], Paragraph):
            starts = tuple(start - len(part.text) for start in part.starts)
            out[i] = replace(part, text="", starts=starts, number=part.text, printed=part.text)
    return out


def without_second_numbers(parts: Sequence[Part]) -> list[Part]:
    """The parts; of "C048/23  1. Apologies" and "1. 048/23 Apologies" the first number counts, where the second
    counts on beside it.
    """
    seconds = {
        i: found
        for i, part in enumerate(parts)
        if isinstance(part, Paragraph)
        and part.printed
        and part.kind != "bullet"
        and (found := _SECOND.match(part.text))
    }
    out = [*parts]
    numbers = {
        i: (found.lastgroup or "", int(found[found.lastgroup or 0].partition("/")[0])) for i, found in seconds.items()
    }
    for i in _counting(numbers):
        part = parts[i]
        first = mark_of(f"{part.printed} x") if isinstance(part, Paragraph) else None
        # "3. 1. The roof": a list's first entry right behind a title that is lost
        if isinstance(part, Paragraph) and first is not None and ("/" in first.style) != bool(seconds[i]["yearly"]):
            out[i] = piece_of(part, seconds[i].end(), len(part.text), number=part.number, printed=part.printed)
    return out


def _counting(found: Mapping[int, tuple[str, int]]) -> list[int]:
    """The indexes of the numbers of each kind that count on; a kind of which fewer than three do has none."""
    kinds: dict[str, list[int]] = defaultdict(list)
    for i, (kind, _) in found.items():
        kinds[kind].append(i)
    counted: list[int] = []
    for members in kinds.values():
        rising = all(0 < found[b][1] - found[a][1] <= GAP for a, b in itertools.pairwise(members))
        counted += members if len(members) >= FEWEST and rising else []
    return counted
