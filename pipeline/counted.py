"""Headings whose titles open with what counts them: Roman numerals without a stop, numbers with letters before them."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import replace

from pipeline.numbers import ROMAN
from pipeline.titles import Head


def with_roman(heads: dict[int, Head]) -> dict[int, Head]:
    """ "II DECLARATION OF INTEREST": the headings count on in Roman numerals without a stop."""
    told = [head.title.partition(" ") for head in heads.values()]
    if len(told) < 3 or [number for number, _, _ in told] != [*ROMAN[: len(told)]]:
        return heads
    return {
        index: replace(head, number=number, title=title.strip())
        for (index, head), (number, _, title) in zip(heads.items(), told, strict=True)
    }


_CODE = re.compile(r"(?P<letters>[A-Z]{1,5})\s?(?P<number>\d{1,4})\s?[–:-]\s+(?=[A-Z])")


def with_codes(heads: dict[int, Head]) -> dict[int, Head]:
    """ "CC902 – ROADS", "CC903 – PATHS": the headings count on in numbers with letters before them."""
    found = {i: code for i, head in heads.items() if not head.number and (code := _CODE.match(head.title))}
    letters = Counter(code["letters"] for code in found.values()).most_common(1)
    counted = {i: code for i, code in found.items() if code["letters"] == letters[0][0]} if letters else {}
    numbers = [int(code["number"]) for code in counted.values()]
    if len(numbers) < 3 or sum(b == a + 1 for a, b in itertools.pairwise(numbers)) < len(numbers) - 2:
        return heads
    return {
        i: replace(head, number=f"{counted[i]['letters']}{counted[i]['number']}", title=head.title[counted[i].end() :])
        if i in counted
        else head
        for i, head in heads.items()
    }
