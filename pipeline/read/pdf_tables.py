"""Ruled tables: a page's drawn rules -> grids of cells, by pdfplumber's table functions; then words into cells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pdfplumber import table as plumber

from pipeline.paper import Box, Cell, Line, Table
from pipeline.read.pdf_half_ruled import SNAP, supposed
from pipeline.read.pdf_lines import Row, chunks_of, line_of, opens, rows_of
from pipeline.read.raw import RawPage, Rule, Word

SHORT = 4.0  # points: a shorter rule is a dash or a tick
MOST_RULES = 1500  # a page with more separate rules is a drawing


Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table's cells: rows of boxes, None where a merged cell covers the place or no rules close it."""

    rows: tuple[tuple[Box | None, ...], ...]

    @property
    def cells(self) -> list[Box]:
        return [cell for row in self.rows for cell in row if cell]

    @property
    def box(self) -> Box:
        lefts, tops, rights, bottoms = zip(*self.cells, strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)

    @property
    def area(self) -> float:
        left, top, right, bottom = self.box
        return (right - left) * (bottom - top)

    @property
    def lefts(self) -> list[float]:
        return sorted({cell[0] for cell in self.cells})

    @property
    def tops(self) -> list[float]:
        return sorted({cell[1] for cell in self.cells})


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table with the rows of words of each cell; cells that a merged one covers are empty."""

    box: Box
    lefts: tuple[float, ...]
    cells: tuple[tuple[tuple[Row, ...], ...], ...]
    header: int = 0

    @property
    def text(self) -> str:
        return " ".join(row.text for cells in self.cells for cell in cells for row in cell)


@dataclass(frozen=True, slots=True)
class Filled:
    """The tables of a page with their words in place, and the words that stand in none."""

    tables: tuple[RawTable, ...]
    rest: tuple[Word, ...]


def grids_of(page: RawPage) -> list[Grid]:
    """The page's ruled tables, top to bottom. A box around text is none; a stack of unlike tables is taken apart."""
    rules = _joined([rule for rule in page.rules if _length(rule) >= 1 and _on(rule, page)])
    edges = [_edge(rule) for rule in [*rules, *supposed(rules, page.words)]]
    merged = plumber.merge_edges(edges, SNAP, SNAP, SNAP, SNAP) if edges else []
    merged = [edge for edge in merged if max(edge["x1"] - edge["x0"], edge["bottom"] - edge["top"]) >= SHORT]
    if len(merged) < 4 or len(merged) > MOST_RULES:
        return []
    cells = cells_of(plumber.edges_to_intersections(merged, SNAP, SNAP))
    grids = [part for group in plumber.cells_to_tables(cells) for part in _taken_apart(_grid(group))]
    return [grid for grid in grids if len(grid.cells) > 1]


def cells_of(crossings: dict[Point, dict[str, list[dict[str, Any]]]]) -> list[Box]:
    """The smallest closed box right of and below each crossing, as pdfplumber's intersections_to_cells finds them.

    That one compares every crossing with every other; here each looks along its own two rules only.
    """
    upright = {at: {_place(edge) for edge in edges["v"]} for at, edges in crossings.items()}
    level = {at: {_place(edge) for edge in edges["h"]} for at, edges in crossings.items()}
    below: dict[Point, list[Point]] = {}
    right: dict[Point, list[Point]] = {}
    points = sorted(crossings)
    for along, same in ((below, 0), (right, 1)):
        lines: dict[float, list[Point]] = {}
        for point in reversed(points):
            line = lines.setdefault(point[same], [])
            along[point] = line[::-1]
            line.append(point)
    cells = []
    for at in points:
        rights = [point for point in right[at] if level[at] & level[point]]
        downs = (point for point in below[at] if upright[at] & upright[point]) if rights else ()
        corners = ((down, side, (side[0], down[1])) for down in downs for side in rights)
        for down, side, corner in corners:
            if corner in crossings and upright[corner] & upright[side] and level[corner] & level[down]:
                cells.append((*at, *corner))
                break
    return cells


def _place(edge: dict[str, Any]) -> Box:
    return edge["x0"], edge["top"], edge["x1"], edge["bottom"]


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Pieces of one rule made one: word processors draw a table's rules cell by cell, and fewer edges go faster."""
    found: list[Rule] = []
    for rule in sorted(rules, key=lambda r: (r.left != r.right, r.left if r.left == r.right else r.top, r.left, r.top)):
        last = found[-1] if found else None
        if last and last.left == last.right == rule.left == rule.right and rule.top <= last.bottom + SNAP:
            found[-1] = last._replace(bottom=max(last.bottom, rule.bottom))
        elif last and last.top == last.bottom == rule.top == rule.bottom and rule.left <= last.right + SNAP:
            found[-1] = last._replace(right=max(last.right, rule.right))
        else:
            found.append(rule)
    return found


def _length(rule: Rule) -> float:
    return max(rule.right - rule.left, rule.bottom - rule.top)


def _on(rule: Rule, page: RawPage) -> bool:
    return rule.right >= 0 and rule.left <= page.width and rule.bottom >= 0 and rule.top <= page.height


def _edge(rule: Rule) -> dict[str, Any]:
    upright = rule.right - rule.left < rule.bottom - rule.top
    return {
        "x0": rule.left,
        "x1": rule.right,
        "top": rule.top,
        "bottom": rule.bottom,
        "doctop": rule.top,
        "width": rule.right - rule.left,
        "height": rule.bottom - rule.top,
        "orientation": "v" if upright else "h",
        "object_type": "line",
    }


def _grid(cells: Iterable[Box]) -> Grid:
    cells = list(cells)
    lefts = sorted({cell[0] for cell in cells})
    tops = sorted({cell[1] for cell in cells})
    by_corner = {(cell[1], cell[0]): cell for cell in cells}
    return Grid(tuple(tuple(by_corner.get((top, left)) for left in lefts) for top in tops))


def _taken_apart(grid: Grid) -> list[Grid]:
    """Cut between rows whose inner rules share no place: two tables drawn one under the other."""
    parts: list[list[Box]] = [[]]
    above: list[float] = []
    left = grid.box[0]
    for row in grid.rows:
        cells = [cell for cell in row if cell]
        inner = [cell[0] for cell in cells if cell[0] > left + 2 * SNAP]
        spanned = any(cell[3] > cells[0][1] + SNAP for cell in parts[-1])
        if inner and above and not spanned and not any(abs(a - b) <= 2 * SNAP for a in inner for b in above):
            parts.append([])
        parts[-1].extend(cells)
        above = inner or above
    return [_grid(part) for part in parts if part]


def fill(page: RawPage, words: Sequence[Word]) -> Filled:
    """Words into the smallest table that holds them; one with fewer than two filled columns gives its words back."""
    grids = sorted(grids_of(page), key=lambda grid: grid.area)
    left = list(words)
    tables: list[RawTable] = []
    for grid in grids:
        held, outside = _sort_words(left, grid)
        if len({column for _, column in held}) > 1:
            rows = _rows_in_place(grid, held)
            if not _half_ruled(rows):
                left = outside
                tables.append(_raw_table(grid, rows))
    return Filled(tuple(sorted(tables, key=lambda table: table.box[1])), tuple(left))


Place = tuple[int, int]  # row and column of a grid
Held = dict[Place, list[Word]]


def _sort_words(words: Sequence[Word], grid: Grid) -> tuple[Held, list[Word]]:
    """Words by the place of the cell that holds their middle; inside the table but in no closed cell, by its lines."""
    left, top, right, bottom = grid.box
    lefts, tops = grid.lefts, grid.tops
    closed = [(cell, (r, c)) for r, row in enumerate(grid.rows) for c, cell in enumerate(row) if cell]
    held: Held = {}
    outside: list[Word] = []
    for word in words:
        x = (word.left + word.right) / 2
        y = word.base - 0.3 * word.size if word.upright else (word.top + word.bottom) / 2
        if left <= x <= right and top <= y <= bottom:
            at = (bisect_right(tops, y) - 1, bisect_right(lefts, x) - 1)
            cell = grid.rows[at[0]][at[1]]
            if cell is None or y > cell[3] or x > cell[2]:  # a merged cell, or a gap in the rules
                at = next((a for c, a in closed if c[0] <= x <= c[2] and c[1] <= y <= c[3]), at)
            held.setdefault(at, []).append(word)
        else:
            outside.append(word)
    return held, outside


Stacks = list[list[list[Row]]]  # rows of cells, each with its rows of words


def _rows_in_place(grid: Grid, held: Held) -> Stacks:
    lefts = grid.lefts
    rows = [[rows_of(held.get((r, c), ())) for c in range(len(lefts))] for r in range(len(grid.tops))]
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            box = grid.rows[r][c]
            if box and len(cell) == 1 and sum(box[0] <= left < box[2] - SNAP for left in lefts) > 1:
                _spread(row, c, cell[0], lefts)
    return rows


def _raw_table(grid: Grid, rows: Stacks) -> RawTable:
    filled = [tuple(tuple(cell) for cell in part) for row in rows if any(row) for part in _unstacked(row)]
    return RawTable(grid.box, tuple(grid.lefts), tuple(filled))


def _unstacked(row: list[list[Row]]) -> Stacks:
    """A ruled row whose cells hold stacks of figures is as many rows as it has baselines."""
    stacks = [len(cell) for cell in row[1:] if len(cell) > 2 and sum(_is_figures(p) for p in cell) > 0.6 * len(cell)]
    others = [len(cell) for cell in row if cell]
    if not stacks or len(others) < 2 or max(others) > 1.6 * max(stacks):
        return [row]
    parts: Stacks = []
    last = -1.0
    for part, column in sorted(((part, c) for c, cell in enumerate(row) for part in cell), key=lambda p: p[0].base):
        if not parts or part.base - last > 0.4 * part.size:
            parts.append([[] for _ in row])
            last = part.base
        parts[-1][column].append(part)
    return parts


def _half_ruled(rows: Stacks) -> bool:
    """Most of its words stand in cells that hold rows of figures: rules drawn round blocks, the rows inside unruled."""
    words = figures = 0
    for cells in rows:
        for cell in cells:
            held = sum(len(row.words) for row in cell)
            words += held
            if len(cell) > 2 and sum(_is_figures(row) for row in cell) > 0.6 * len(cell):
                figures += held
    return 2 * figures > words


def _is_figures(row: Row) -> bool:
    """Nothing but figures."""
    return all(_FIGURE.fullmatch(word.text) for word in row.words)


_FIGURE = re.compile(r"[-–(£€$]*\d[\d,.]*[%)kmn]*|[-–]")


def _spread(row: list[list[Row]], first: int, content: Row, lefts: Sequence[float]) -> None:
    """A cell that spans columns and holds a text and figures apart from it: each part to the column it stands in."""
    parts = chunks_of(content)
    columns = [bisect_right(lefts, (part.left + part.right) / 2) - 1 for part in parts]
    if len(parts) > 1 and len(set(columns)) == len(columns) and all(re.search(r"\d", part.text) for part in parts[1:]):
        row[first] = []
        for part, column in zip(parts, [first, *columns[1:]], strict=True):
            row[column] = [part]


def take_header(table: RawTable, rows: Sequence[Row]) -> tuple[RawTable, list[Row]]:
    """A row of column heads that stands right above a table without rules of its own becomes the table's first row."""
    left, top, right, _ = table.box
    for number, row in enumerate(rows):
        if not 0 <= top - row.base < 1.3 * row.size or not row.words[0].upright:
            continue
        parts = chunks_of(row)
        columns = [bisect_right(table.lefts, part.left + 3) - 1 for part in parts]
        near = row.left > left - 10 and row.right < right + 10
        if near and len(parts) > 1 and len(set(columns)) == len(columns) and 2 * len(parts) > len(table.lefts):
            by_column = dict(zip(columns, parts, strict=True))
            head = tuple((by_column[c],) if c in by_column else () for c in range(len(table.lefts)))
            box = (left, row.top, right, table.box[3])
            return RawTable(box, table.lefts, (head, *table.cells), 1), [*rows[:number], *rows[number + 1 :]]
    return table, list(rows)


def table_of(raw: RawTable, page: int, pitch: float) -> Table:
    """The table of the flow; `pitch` is the document's single line spacing as a multiple of the font size."""
    left, top, right, bottom = raw.box
    return Table(
        rows=tuple(tuple(Cell(_lines(cell, page, pitch)) for cell in row) for row in raw.cells),
        page=page,
        box=(round(left, 1), round(top, 1), round(right, 1), round(bottom, 1)),
        header=raw.header,
    )


def _lines(rows: Sequence[Row], page: int, pitch: float) -> tuple[Line, ...]:
    pairs = zip([None, *rows], rows, strict=False)
    return tuple(line_of(row, page, gap=above is not None and opens(above, row, pitch)) for above, row in pairs)
