"""Columns that blanks make in plain text: tables, and owners at the right. Precision first: else lines stay lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.initials import INITIALS
from pipeline.paper import Cell, Line, Table, fold

NARROW = 40  # characters: a column of sentences has more in most of its lines
FAR = 8  # blanks that part a short entry from the initials of its owner
MOST_HEADER = 4  # lines

_COLUMNS = re.compile(r"\S(?: {0,2}\S)*")
_CLOSE_COLUMNS = re.compile(r"\S(?: ?\S)*")
_MARK = re.compile(r"^(?:\(?\w{1,3}[.)]|\d{1,3}(?:\.\d{1,3})*\.?|\d{4}[.)]|[•●▪·∙○■□➢✓*–—-])$")
_SURE_OWNER = re.compile(
    rf"{INITIALS.pattern}|All|ALL|Everyone|Clerk|Chair(?:man)?|Secretary|Treasurer|ACTIONS?|Actions?(?: [Bb]y)?"
)
_OWNER = re.compile(r"^[A-Z][^\d.:]{0,38}$")
_NUMBER_AHEAD = re.compile(r"^\s*\(?\w{1,3}[.)]\s+")
_LIST = re.compile(r"\s*(?:\(?\w{1,3}[.)]\s+)?[A-Z][A-Za-z ]{2,30}:\s+")
_PERSON = re.compile(
    r"[A-Z][\w’'.-]*(?: {1,2}[A-Z][\w’'.-]*){1,3}(?: \([^()]{1,40}\)|, [A-Z][\w’'&/.-]*(?: [\w’'&/.-]+){0,6})?"
)


@dataclass(frozen=True, slots=True)
class Row:
    """A printed line as typed: its number in the file, its page, how many blank lines stand above it.

    `tabbed` has its cells where tabs part it, else nothing.
    """

    raw: str
    number: int
    page: int
    blanks: int
    tabbed: tuple[str, ...] = ()

    @property
    def indent(self) -> int:
        return len(self.raw) - len(self.raw.lstrip())

    @property
    def text(self) -> str:
        return fold(self.raw)


def starts_marked(text: str) -> bool:
    """A number or a bullet opens the text."""
    return bool(_MARK.match(text.split(maxsplit=1)[0]))


def split_owner(raw: str) -> tuple[str, str]:
    """A line's sentence and the owner that stands in a column of its own at the right ("", where none does)."""
    left, _, right = raw.rstrip().rpartition("    ")
    sentence, owner = fold(left), fold(right)
    far = (
        len(raw.rstrip()) - len(left.rstrip()) - len(right.strip()) >= FAR
        and _SURE_OWNER.fullmatch(owner) is not None
        and any(word[:1].islower() for word in sentence.split())  # "Ann Box      Chair" is who came
    )
    if (
        (len(sentence) >= NARROW or far)
        and len(owner.split()) <= 4
        and _OWNER.match(owner)
        and "   " not in _NUMBER_AHEAD.sub("", left).strip()
    ):
        return sentence, owner
    return people_apart(raw), ""


def people_apart(raw: str) -> str:
    """A line's text with a tab between the people that stand in columns of their own: "Ann Box        Di Lund"."""
    label = _LIST.match(raw)
    people = _COLUMNS.findall(raw, label.end() if label else 0)
    if len(people) < 2 or not all(map(_PERSON.fullmatch, people)):
        return fold(raw)
    return (f"{fold(label[0])} " if label else "") + "\t".join(people)


Field = tuple[int, int, str]
"""First column, column after the last, text."""

Grid = list[list[list[Row]]]
"""Rows of cells; a cell is the pieces of printed lines that stand in it."""


def find_tables(rows: Sequence[Row], marks: frozenset[int]) -> dict[int, tuple[int, Grid, int]]:
    """First row -> (number of rows, grid, rows of the grid's header) for each stretch that is surely a table.

    Three lines or more share all their columns; above them may stand header lines whose words overlap the columns.
    `marks` are rows that are furniture.
    """
    found: dict[int, tuple[int, Grid, int]] = {}
    n = free = 0
    while n < len(rows):
        first = _fields(rows[n])
        if len(first) < 2 or n in marks:
            n += 1
            continue
        end, grid, spans = _body(rows, marks, n, first)
        if len(grid) >= 3 and not _is_prose(grid) and not _counts_titles(grid) and not _hangs(grid):
            header = list(_header(rows, marks, range(n - 1, max(free, n - MOST_HEADER) - 1, -1), spans))[::-1]
            found[n - len(header)] = (end - n + len(header), header + grid, len(header))
            n = free = end
        else:
            n += 1
    return found


def _body(
    rows: Sequence[Row], marks: frozenset[int], start: int, first: list[Field]
) -> tuple[int, Grid, list[tuple[int, int]]]:
    """The row after the stretch that shares the columns of its first row, its grid, and how far each column reaches."""
    last = first
    spans = [(left, right) for left, right, _ in first]
    grid = [[[_cut(rows[start], field)] for field in first]]
    end = start + 1
    while end < len(rows) and end not in marks and rows[end].blanks <= 1 and rows[end].page == rows[start].page:
        fields = _fields(rows[end])
        if not _aligned(last, fields):
            # A long label may leave but two blanks before the next column.
            fields = next((f for f in (_fields(rows[end], _CLOSE_COLUMNS),) if _starts_with(last, f)), fields)
        if _aligned(last, fields):
            last = fields
            grid.append([[_cut(rows[end], field)] for field in fields])
            spans = [(min(a, f[0]), max(b, f[1])) for (a, b), f in zip(spans, fields, strict=True)]
        elif (places := _goes_on_in(last, fields)) and not rows[end].blanks:
            for place, field in zip(places, fields, strict=True):
                grid[-1][place].append(_cut(rows[end], field))
        else:
            break
        end += 1
    return end, grid, spans


def _header(
    rows: Sequence[Row], marks: frozenset[int], above: range, spans: Sequence[tuple[int, int]]
) -> Iterator[list[list[Row]]]:
    """Header lines right above a table, the lowest first: two words or more, each over one column of its own."""
    below = above.start + 1
    for n in above:
        fields = _fields(rows[n])
        over = [[c for c, (a, b) in enumerate(spans) if left < b + 2 and right > a - 2] for left, right, _ in fields]
        places = [columns[0] for columns in over if len(columns) == 1]
        if (
            n in marks
            or rows[below].blanks
            or rows[n].page != rows[below].page
            or len(fields) < 2
            or len(places) < len(fields)
            or len(set(places)) < len(places)
            or not any(c.isalpha() or c in "£$€%" for c in rows[n].text)
        ):
            return
        cells: list[list[Row]] = [[] for _ in spans]
        for place, field in zip(places, fields, strict=True):
            cells[place].append(_cut(rows[n], field))
        yield cells
        below = n


def _fields(row: Row, columns: re.Pattern[str] = _COLUMNS) -> list[Field]:
    """The columns of a line, three blanks or more apart; a number or bullet goes with what it numbers."""
    found = [(m.start(), m.end(), m.group()) for m in columns.finditer(row.raw)]
    if len(found) > 1 and _MARK.match(found[0][2]):
        (start, _, mark), (_, end, text), *rest = found
        return [(start, end, f"{mark} {text}"), *rest]
    return found


def _aligned(one: Sequence[Field], other: Sequence[Field]) -> bool:
    """Both lines have the same columns: each starts or ends where the other's does."""
    return len(one) == len(other) and all(
        abs(a[0] - b[0]) <= 1 or abs(a[1] - b[1]) <= 1 for a, b in zip(one, other, strict=True)
    )


def _starts_with(one: Sequence[Field], other: Sequence[Field]) -> bool:
    return [field[0] for field in one] == [field[0] for field in other]


def _goes_on_in(last: Sequence[Field], fields: Sequence[Field]) -> list[int]:
    """The columns (never the first) in which a row's cells go on over the next line; empty where it does not."""
    starts = {start: place for place, (start, _, _) in enumerate(last) if place}
    places = [starts.get(start, 0) for start, _, _ in fields]
    return places if places and all(places) and len(fields) < len(last) else []


def _cut(row: Row, field: Field) -> Row:
    return replace(row, raw=field[2])


def _is_prose(grid: Grid) -> bool:
    """Two columns of running text side by side are no table: most lines of both are full."""
    wide = [
        sum(1 for cells in grid if max(len(row.text) for row in cells[column]) > NARROW) * 2 > len(grid)
        for column in range(len(grid[0]))
    ]
    return sum(wide) >= 2


_COUNTED = re.compile(r"\(?(\d{1,4})[.):]?\s+[^\W\d]")


def _counts_titles(grid: Grid) -> bool:
    """ "41. Roof:   Two prices were read" above "42. Gate:   It sticks": numbers that count on, most texts long."""
    numbers = [int(found[1]) for row in grid if (found := _COUNTED.match(row[0][0].text))]
    long = sum(sum(len(row.text) for row in cells[-1]) > NARROW for cells in grid)
    counts = all(b == a + 1 for a, b in pairwise(numbers))
    return len(grid[0]) == 2 and len(numbers) == len(grid) and counts and long * 2 > len(grid)


_NUMBER_ALONE = re.compile(r"\(?\d[\d/.\s-]{0,12}[a-z]?[.)]?")
_RUNS_ON = 3  # lines of a minute


def _hangs(grid: Grid) -> bool:
    """ "157/04 4   Roof" above lines set in below the title: minutes whose text hangs beside their numbers."""
    numbers = all(_NUMBER_ALONE.fullmatch(row[0][0].text) for row in grid)
    told = [len(row[-1]) >= _RUNS_ON and max(len(line.text) for line in row[-1]) > NARROW for row in grid]
    return len(grid[0]) == 2 and numbers and sum(told) * 2 > len(grid)


def table_of(grid: Grid, header: int, *, paged: bool) -> Table:
    """The table of a grid; its lines carry their line numbers, and pages where the file has some."""

    def line(row: Row) -> Line:
        return Line(row.text, page=row.page if paged else None, number=row.number, whole=True)

    cells = tuple(tuple(Cell(tuple(map(line, pieces))) for pieces in row) for row in grid)
    first = next(piece.lines[0] for row in cells for piece in row if piece.lines)
    return Table(rows=cells, page=first.page, header=header)
