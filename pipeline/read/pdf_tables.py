"""Ruled tables: a page's drawn rules -> grids of cells, by pdfplumber's table functions; then words into cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pdfplumber import table as plumber

from pipeline.paper import Box, Cell, Line, Table
from pipeline.read.pdf_lines import box_of, line_of, opens, rows_of
from pipeline.read.pdf_words import RawPage, Rule, Word

SNAP = 3.0  # points: rules nearer than this are one (pdfplumber's default)
SHORT = 4.0  # points: a shorter rule is a dash or a tick
MOST_RULES = 1500  # a page with more separate rules is a drawing


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table's cells: rows of boxes, None where a merged cell covers the place."""

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


def grids_of(page: RawPage) -> list[Grid]:
    """The page's ruled tables, top to bottom. A box around text is none; a stack of unlike tables is taken apart."""
    edges = [_edge(rule) for rule in page.rules if _length(rule) >= 1 and _on(rule, page)]
    merged = plumber.merge_edges(edges, SNAP, SNAP, SNAP, SNAP) if edges else []
    merged = [edge for edge in merged if max(edge["x1"] - edge["x0"], edge["bottom"] - edge["top"]) >= SHORT]
    if len(merged) < 4 or len(merged) > MOST_RULES:
        return []
    crossings = plumber.edges_to_intersections(merged, SNAP, SNAP)
    cells = plumber.intersections_to_cells(crossings)
    grids = [part for group in plumber.cells_to_tables(cells) for part in _taken_apart(_grid(group))]
    return [grid for grid in grids if len(grid.cells) > 1]


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
    above: set[float] = set()
    for row in grid.rows:
        cells = [cell for cell in row if cell]
        left = min((cell[0] for cell in cells), default=0.0)
        inner = {cell[0] for cell in cells if cell[0] > left + SNAP}
        spanned = any(cell[3] > cells[0][1] + SNAP for part in parts[-1:] for cell in part) if cells else True
        if inner and above and not spanned and not any(abs(a - b) <= 2 * SNAP for a in inner for b in above):
            parts.append([])
        parts[-1].extend(cells)
        above = inner or above
    return [_grid(part) for part in parts if part]


@dataclass(frozen=True, slots=True)
class Filled:
    """The tables of a page with their words in place, and the words that stand in none."""

    tables: tuple[Table, ...]
    rest: tuple[Word, ...]


def fill(page: RawPage, pitch: float) -> Filled:
    """Words into the smallest cell that holds their middle. A table with fewer than two filled cells gives its words back.

    `pitch` is the document's single line spacing as a multiple of the font size.
    """
    grids = sorted(grids_of(page), key=lambda grid: grid.area)
    left = list(page.words)
    tables: list[Table] = []
    for grid in grids:
        inside, outside = _sort_words(left, grid)
        if len(inside) < 2:
            continue
        left = outside
        tables.append(_table(grid, inside, page.number, pitch))
    return Filled(tuple(sorted(tables, key=lambda t: (t.box or (0, 0, 0, 0))[1])), tuple(left))


Held = dict[Box, list[Word]]


def _sort_words(words: Sequence[Word], grid: Grid) -> tuple[Held, list[Word]]:
    box = grid.box
    inside: Held = {}
    outside: list[Word] = []
    cells = grid.cells
    for word in words:
        x, y = (word.left + word.right) / 2, word.base - 0.3 * word.size if word.upright else (word.top + word.bottom) / 2
        cell = None
        if box[0] <= x <= box[2] and box[1] <= y <= box[3]:
            cell = next((c for c in cells if c[0] <= x <= c[2] and c[1] <= y <= c[3]), None)
        if cell is None:
            outside.append(word)
        else:
            inside.setdefault(cell, []).append(word)
    return inside, outside


def _table(grid: Grid, inside: Held, page: int, pitch: float) -> Table:
    rows = tuple(tuple(Cell(_lines(inside.get(box, []), page, pitch)) if box else Cell() for box in row) for row in grid.rows)
    filled = [row for row in rows if any(cell.lines for cell in row)]
    kept = [n for n in range(len(rows[0])) if any(row[n].lines for row in filled)]
    first, last = (kept[0], kept[-1]) if kept else (0, 0)
    left, top, right, bottom = grid.box
    return Table(
        rows=tuple(row[first : last + 1] for row in filled) if len(kept) == 0 else tuple(filled),
        page=page,
        box=(round(left, 1), round(top, 1), round(right, 1), round(bottom, 1)),
    )


def _lines(words: Sequence[Word], page: int, pitch: float) -> tuple[Line, ...]:
    rows = rows_of(words)
    pairs = zip([None, *rows], rows, strict=False)
    return tuple(line_of(row, page, gap=above is not None and opens(above, row, pitch)) for above, row in pairs)


__all__ = ["Filled", "Grid", "box_of", "fill", "grids_of"]
