"""What cells are: of a column all together, sentences or numbers that count on; of a row, a title that spans it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from pipeline.numbers import mark_of
from pipeline.paper import Cell

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


def is_words(text: str) -> bool:
    """Words, and not only a number."""
    mark = mark_of(text)
    return re.search(r"[A-Za-z]{4,}", text) is not None and (mark is None or mark.length < len(text))


def alone(row: Sequence[Cell]) -> bool:
    """Words in the first place and nothing beside them: they span the columns, as far as a table shows it."""
    return is_words(row[0].text) and not any(cell.text.strip() for cell in row[1:])


def told_rows(rows: Sequence[tuple[Cell, ...]]) -> Sequence[tuple[Cell, ...]]:
    """The rows without titles that span the columns; all where nothing else is left."""
    return [row for row in rows if not alone(row) or row[0].text.rstrip().endswith((".", ":"))] or rows
