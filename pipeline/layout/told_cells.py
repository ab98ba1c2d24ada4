"""What cells are: of a column all together, sentences or numbers that count on; of a row, a title that spans it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from pipeline.initials import LETTERS
from pipeline.layout.numbers import Mark, in_turn, mark_of
from pipeline.paper import Cell, Line

FEWEST = 4  # cells that show what a column is
WORDS = 4  # of a sentence

_ENDED = re.compile(r"[.!?][\"'”’)]*\s*$", re.MULTILINE)
_NUMBER = re.compile(r"\W*(?:item\s+)?(\d{1,3}(?:\.\d{1,2}){0,2})\W*", re.IGNORECASE)
_FIGURES = re.compile(r"(?=.*\d)[\d.()/ A-Za-z]{1,8}")


def are_sentences(cells: Sequence[str]) -> bool:
    """Half of the cells or more end as sentences do."""
    told = sum(_ENDED.search(cell) is not None and len(cell.split()) >= WORDS for cell in cells)
    return len(cells) >= FEWEST and told * 2 >= len(cells)


_TWO = re.compile(r"[a-z\d)][.!?]\s+[A-Z]")


def tell(cells: Sequence[str]) -> bool:
    """Cells of several sentences, as minutes have them and names of items have not."""
    ended = sum(_ENDED.search(cell) is not None for cell in cells)
    return any(map(_TWO.search, cells)) and ended * 2 >= len(cells)


def are_letters(cells: Sequence[str]) -> bool:
    """Nearly all cells open with somebody's initials."""
    return sum(LETTERS.match(cell) is not None for cell in cells) > 0.7 * len(cells)


def number_of(text: str) -> Mark | None:
    """The number that is all a cell holds, in any form that numbers have: "3.", "Item 3", "PC12"."""
    mark = mark_of(text) or (mark_of(f"{text}.") if text[-1:].isdigit() else None)
    return mark if mark is not None and mark.groups and mark.length >= len(text) else None


def is_number(text: str) -> bool:
    """A cell that holds nothing but a number."""
    return number_of(text) is not None or _FIGURES.fullmatch(text) is not None


_NUMBERED = re.compile(r"^\W*(?:item\s+)?[A-Z]{0,4}\s?\d[\d./ A-Za-z()-]{0,12}$")


def numbers_row(text: str) -> bool:
    """A cell that numbers its row, with what may stand behind the number."""
    return _NUMBERED.match(text) is not None or number_of(text) is not None


def count_on(cells: Sequence[str]) -> bool:
    """Numbers, each one more than the one above it, or below it: 1, 1.1, 1.2, 2, 2.1; PC12, PC13; A., B."""
    found = [_NUMBER.fullmatch(cell) for cell in cells]
    numbers = [tuple(map(int, number[1].split("."))) for number in found if number is not None]
    rising = all(_follows(a, b) for a, b in itertools.pairwise(numbers))
    return len(cells) >= FEWEST and ((len(numbers) == len(cells) and rising) or _rise(cells))


def _rise(cells: Sequence[str]) -> bool:
    """Numbers of one form, one part of which rises by one: 12/24, 13/24."""
    marks = [mark for mark in in_turn([number_of(cell) for cell in cells]) if mark is not None]
    if len(marks) < len(cells) or len({(mark.style, len(mark.groups)) for mark in marks}) > 1:
        return False
    steps = {
        tuple(b - a for a, b in zip(one.groups, two.groups, strict=True)) for one, two in itertools.pairwise(marks)
    }
    return len(steps) == 1 and sorted(*steps) == [0] * (len(marks[0].groups) - 1) + [1]


def _follows(above: tuple[int, ...], below: tuple[int, ...]) -> bool:
    """ "2" or "1.1" below "1", "1.2" or "2" below "1.1"; "2.1" where the item has no number of its own."""
    if below[-1] == 1 and len(below) > 1:
        head = below[:-1]
        return head == above[: len(head)] if len(above) < len(below) else head[-1] == above[len(head) - 1] + 1
    return len(below) <= len(above) and below == (*above[: len(below) - 1], above[len(below) - 1] + 1)


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


def titled(rows: Sequence[Sequence[Cell]]) -> bool:
    """Numbered titles and the sentences below them, a row each, with initials beside some of them."""
    beside = [row[1].text.strip() for row in rows if row[1].text.strip()]
    told = [row[0].text for row in rows]
    marks = [mark.groups for text in told if (mark := mark_of(text)) is not None and len(mark.groups) == 1]
    counted = len(marks) > 2 and marks == [(n,) for n in range(marks[0][0], marks[0][0] + len(marks))]
    return counted and bool(beside) and all(map(LETTERS.fullmatch, beside)) and are_sentences(told)


def above_text(cells: Sequence[Cell]) -> bool:
    """Most cells open with a line in bold or capitals, a title, and what was said stands below it."""
    filled = [cell for cell in cells if cell.lines]
    held = sum(
        any(
            stands_out(cell.lines[0]) and not all(map(stands_out, cell.lines))
            for stands_out in (_in_bold, _in_capitals)
        )
        for cell in filled
    )
    return len(filled) >= FEWEST and held * 2 > len(filled)


def _in_bold(line: Line) -> bool:
    return line.bold


def _in_capitals(line: Line) -> bool:
    return line.text.isupper() and is_words(line.text)


def mostly_alone(rows: Sequence[Sequence[Cell]], beside: Sequence[int]) -> bool:
    """Half of the rows or more have nothing in the columns beside."""
    free = sum(not any(row[place].text.strip() for place in beside) for row in rows)
    return len(rows) >= FEWEST and free * 2 >= len(rows)


def titled_in_bold(cells: Sequence[Cell]) -> bool:
    """Nearly every cell opens with a line in bold above what was said: an item a row."""
    told = [cell.lines for cell in cells if len(cell.lines) > 1]
    titled = sum(lines[0].bold and not lines[-1].bold for lines in told)
    return titled > 2 and titled > 0.7 * len([cell for cell in cells if cell.text])
