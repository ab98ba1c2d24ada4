"""What the cells of a column are, all together: sentences that tell what was said, numbers that count on."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

FEWEST = 4  # cells that show what a column is
WORDS = 4  # of a sentence

_ENDED = re.compile(r"[.!?][\"'”’)]*\s*$", re.MULTILINE)
_NUMBER = re.compile(r"\W*(?:item\s+)?(\d{1,3})\W*", re.IGNORECASE)


def are_sentences(cells: Sequence[str]) -> bool:
    """Half of the cells or more end as sentences do."""
    told = sum(_ENDED.search(cell) is not None and len(cell.split()) >= WORDS for cell in cells)
    return len(cells) >= FEWEST and told * 2 >= len(cells)


def count_on(cells: Sequence[str]) -> bool:
    """Plain numbers, each one more than the one above it."""
    found = [_NUMBER.fullmatch(cell) for cell in cells]
    numbers = [int(number[1]) for number in found if number is not None]
    rising = all(b == a + 1 for a, b in itertools.pairwise(numbers))
    return len(numbers) == len(cells) >= FEWEST and rising
