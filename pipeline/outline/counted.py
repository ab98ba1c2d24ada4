"""What counts headings that have no number of their own: "II" in the title, "(Item 3)" or "3." in the line below."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from string import ascii_letters

from pipeline.layout.numbers import ITEM_WORDS, ROMAN
from pipeline.layout.paragraphs import ITEM_LINE
from pipeline.layout.says import is_sentence
from pipeline.outline.title_print import clean_title
from pipeline.outline.titles import Head
from pipeline.paper import Paragraph, Part


def with_roman(heads: dict[int, Head]) -> dict[int, Head]:
    """ "II DECLARATION OF INTEREST": the headings count on in Roman numerals without a stop."""
    told = [head.title.partition(" ") for head in heads.values()]
    if len(told) < 3 or [number for number, _, _ in told] != [*ROMAN[: len(told)]]:
        return heads
    return {
        index: replace(head, number=number, title=title.strip())
        for (index, head), (number, _, title) in zip(heads.items(), told, strict=True)
    }


FEWEST = 3  # titles above such lines that are a paper's items


def above_item_lines(parts: Sequence[Part]) -> dict[int, Head]:
    """The titles without numbers that stand right above "(Item 1)", "(Item 2)" and so on.

    None where few do, or where most such titles have a number of their own: "286. Apologies" above "(Item 1)".
    """
    found: dict[int, Head] = {}
    last = numbered = 0
    for index, (part, after) in enumerate(itertools.pairwise(parts)):
        told = ITEM_LINE.fullmatch(after.text) if isinstance(after, Paragraph) else None
        if told is None or not isinstance(part, Paragraph) or is_sentence(part.text) or part.text.endswith("."):
            continue
        number = int(told["number"].rstrip(ascii_letters))
        if number < last:
            return {}
        last = number
        if part.printed:
            numbered += 1
            continue
        found[index] = Head("item", "", clean_title(part.text), part)
    return found if len(found) >= max(FEWEST, numbered + 1) else {}


_ITEM_LINE = re.compile(rf"\(?\s*{ITEM_WORDS}\s*\)?\W*", re.IGNORECASE)


def with_item_numbers(heads: dict[int, Head], parts: Sequence[Part]) -> dict[int, Head]:
    """Headings with the number that "(Item 3)" in the line below gives them, or the paragraph below that counts on."""
    below: dict[int, str] = {}
    counts: list[int] = []
    for index, head in heads.items():
        after = parts[index + 1] if index + 1 < len(parts) else None
        if not isinstance(after, Paragraph) or head.number:
            continue
        if len(after.lines) == 1 and (found := _ITEM_LINE.fullmatch(after.lines[0].text)):
            below[index] = found[1]
        elif after.printed and after.number.isdigit():
            below[index] = after.number
            counts.append(int(after.number))
    printed = {
        int(part.number) for part in parts if isinstance(part, Paragraph) and part.printed and part.number.isdigit()
    }
    # Where further paragraphs below a heading count on, the numbers are theirs: "1.", "2." and "3." below "Roads".
    rising = len(counts) >= 3 and all(a < b and not printed & {*range(a + 1, b)} for a, b in itertools.pairwise(counts))
    if counts and not rising:
        below = {i: n for i, n in below.items() if _ITEM_LINE.fullmatch(first_line(parts[i + 1]))}
    return {i: replace(head, number=below.get(i, head.number or _coded(parts[i]))) for i, head in heads.items()}


def _coded(part: Part) -> str:
    """The number that stood behind a title: "ROADS (LC71/24)"."""
    coded = isinstance(part, Paragraph) and part.kind == "heading" and re.search(r"\d[/-]\d", part.number)
    return part.number if isinstance(part, Paragraph) and coded else ""


def first_line(part: Part) -> str:
    return part.lines[0].text if part.lines else ""
