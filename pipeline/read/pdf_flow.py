"""Pages of words -> the flow of a Source: furniture labelled, tables in place, columns and margins in reading order."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from pipeline.paper import Box, Cell, Line, Page, Table
from pipeline.read.furniture import Strip, find_furniture, in_zone, is_page_number
from pipeline.read.pdf_beside import Sides, beside_topics, find_sides
from pipeline.read.pdf_columns import in_columns
from pipeline.read.pdf_counted import line_numbers, printed_across
from pipeline.read.pdf_lines import Row, indented, line_of, new_paragraph, opens, row_of, rows_of, usual_pitch
from pipeline.read.pdf_margin import Margin, find_margin
from pipeline.read.pdf_people import people_apart, with_gaps
from pipeline.read.pdf_sides import with_whole_labels
from pipeline.read.pdf_tables import RawTable, fill, table_of, take_header
from pipeline.read.pdf_titles import Titles, find_titles, titles_above
from pipeline.read.pdf_unruled import boxed, unruled
from pipeline.read.raw import SAME, Matrix, RawPage, placed

LARGE = 1.15  # times the usual font size: print of this size and above is a title's
EDGE = 0.08  # share of a page's width at its left and right edge where a landscape page of a pack bears its number


@dataclass(frozen=True, slots=True)
class Layout:
    """A page cut up: ruled tables, the rows outside them (top to bottom), page numbers set sideways at its edges.

    `apart`: rows of what is no part of its text, the numbers of its lines and a mark across it.
    """

    page: RawPage
    tables: tuple[RawTable, ...]
    rows: tuple[Row, ...]
    stamps: tuple[Row, ...] = ()
    apart: tuple[Row, ...] = ()


def assemble(raw: Sequence[RawPage]) -> tuple[tuple[Line | Table, ...], tuple[Page, ...]]:
    """All pages' lines and tables in reading order, and the pages with their printed numbers.

    What one page shows is judged by the whole document: its line spacing, its furniture, its margin.
    """
    usual = _usual_size(raw)
    layouts = [_layout(page, usual) for page in raw]
    pitch = usual_pitch([layout.rows for layout in layouts] + [_cell_rows(layout) for layout in layouts])
    large = LARGE * usual
    furniture = find_furniture([_strips(layout, large) for layout in layouts])
    bodies = [_body(layout, marks) for layout, marks in zip(layouts, furniture.marks, strict=True)]
    numbered = [(layout.page.number, body) for layout, body in zip(layouts, bodies, strict=True)]
    margin = find_margin(numbered)
    titles = find_titles(numbered) if margin.text is None else None
    sides = find_sides(numbered) if margin.text is None and titles is None else None
    pitch = max(pitch, sides.step / usual) if sides is not None and usual else pitch  # rows of both columns lie close
    writer = _Writer(pitch, margin, titles, sides)
    for layout, marks in zip(layouts, furniture.marks, strict=True):
        writer.write(layout, marks)
    pages = tuple(_page(page, label) for page, label in zip(raw, furniture.labels, strict=True))
    turned = {page.number: page.turned for page in raw if page.turned != SAME}
    return tuple(_as_shown(part, turned.get(part.page or 0)) for part in writer.flow), pages


def _page(page: RawPage, label: str) -> Page:
    sideways = page.turned[0] == 0
    width, height = (page.height, page.width) if sideways else (page.width, page.height)
    return Page(page.number, width, height, label, page.scanned)


def _as_shown(part: Line | Table, turned: Matrix | None) -> Line | Table:
    """A line or table of a page that was read straightened, in its place on the page as shown."""
    if turned is None:
        return part
    box = part.box and placed(part.box, turned)
    if isinstance(part, Line):
        return replace(part, box=box)
    rows = tuple(
        tuple(
            Cell(tuple(replace(line, box=line.box and placed(line.box, turned)) for line in cell.lines)) for cell in row
        )
        for row in part.rows
    )
    return replace(part, box=box, rows=rows)


def _layout(page: RawPage, usual: float) -> Layout:
    aside = [set(words) for words in (line_numbers(page.words), printed_across(page, usual)) if words]
    apart = tuple(row_of(sorted(words, key=lambda word: (word.base, word.left))) for words in aside)
    stamps = _stamps(page)
    stamped = {word for row in (*stamps, *apart) for word in row.words}
    filled = fill(page, [word for word in page.words if word not in stamped] if stamped else page.words)
    rows = rows_of(filled.rest)
    tables = []
    for table in filled.tables:
        headed, rows = take_header(table, rows)
        tables.append(headed)
    return Layout(page, tuple(tables), tuple(rows), stamps, apart)


def _stamps(page: RawPage) -> tuple[Row, ...]:
    """Page numbers set sideways at the left or right edge."""
    sideways = [w for w in page.words if not w.upright and not EDGE < (w.left + w.right) / 2 / page.width < 1 - EDGE]
    return tuple(row for row in rows_of(sideways) if is_page_number(" ".join(word.text for word in row.words)))


def _cell_rows(layout: Layout) -> list[Row]:
    return [row for table in layout.tables for cells in table.cells for cell in cells for row in cell]


def _usual_size(raw: Sequence[RawPage]) -> float:
    """The font size of most words of a document, in points; 0 where it has none."""
    sizes: Counter[float] = Counter()
    for size, words in Counter(word.size for page in raw for word in page.words).items():
        sizes[round(size, 1)] += words
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _strips(layout: Layout, large: float) -> list[Strip]:
    """Rows first, then tables (furniture as a whole or not at all), then sideways page numbers."""
    height = layout.page.height or 1.0
    places = [(row.base - 0.3 * row.size) / height for row in layout.rows]
    outermost = (0, len(places) - 1)
    rows = [
        Strip(row.text if number in outermost or in_zone(place) else "", place, row.size > large)
        for number, (row, place) in enumerate(zip(layout.rows, places, strict=True))
    ]
    boxes = [(table, _zone_place(table.box, height)) for table in layout.tables]
    tables = [Strip(table.text if in_zone(place) else "", place) for table, place in boxes]
    return rows + tables + [Strip(" ".join(word.text for word in row.words), 0.999) for row in layout.stamps]


def _zone_place(box: Box, height: float) -> float:
    """The edge of a table that reaches furthest into the page: a table is in a zone when all of it is."""
    middle = (box[1] + box[3]) / 2
    return (box[3] if middle < height / 2 else box[1]) / height


def _body(layout: Layout, marks: frozenset[int]) -> list[Row]:
    return [row for number, row in enumerate(layout.rows) if number not in marks]


@dataclass
class _Writer:
    """Writes the flow page by page; `above` is the body row that the next one may go on from."""

    pitch: float
    margin: Margin
    titles: Titles | None
    sides: Sides | None
    flow: list[Line | Table] = field(default_factory=list)
    above: Row | None = None

    def write(self, layout: Layout, marks: frozenset[int]) -> None:
        page = layout.page.number
        pending: list[Row] = []
        for number, part in _in_order(layout):
            if isinstance(part, Row) and number not in marks:
                pending.append(part)
                continue
            self._rows(pending, page)
            pending = []
            if number in marks:
                self.flow += _as_furniture(part, page)
            elif isinstance(part, RawTable):
                self._table(part, page)
        self._rows(pending, page)
        self.flow += [line_of(row, page, role="furniture") for row in layout.apart]

    def _rows(self, rows: Sequence[Row], page: int) -> None:
        rows = titles_above(rows, self.titles) if self.titles is not None else rows
        text: list[Row] = []
        for part in boxed(rows):
            if isinstance(part, Row):
                text.append(part)
                continue
            self._text(text, page)
            text = []
            self._table(part, page)
        self._text(text, page)

    def _text(self, rows: Sequence[Row], page: int) -> None:
        cut = [self.margin.split(page, row) for row in rows]
        bodies = [body for body, _ in cut if body is not None]
        beside = _beside(cut, bodies, self.margin.goes_on(page))
        self._margin(beside.get(-1, ()), page)
        if beside:  # a page with a margin has one column of text
            self._column(bodies, page, beside)
            return
        parts = beside_topics(bodies, self.sides) if self.sides else bodies
        for whole, group in itertools.groupby(parts, key=lambda part: isinstance(part, RawTable)):
            plain: list[Row] = []
            for part in group if whole else unruled([row for row in group if isinstance(row, Row)]):
                if isinstance(part, Row):
                    plain.append(part)
                    continue
                self._columns(plain, page)
                plain = []
                self._table(part, page)
            self._columns(plain, page)

    def _table(self, table: RawTable, page: int) -> None:
        self.flow.append(table_of(table, page, self.pitch))
        self.above = None

    def _columns(self, rows: Sequence[Row], page: int) -> None:
        for column in in_columns(with_whole_labels(people_apart(rows))):
            self._column(column, page, {})

    def _column(self, column: Sequence[Row], page: int, beside: dict[int, list[Row]]) -> None:
        frame = self.margin.frames.get(page)
        column = with_gaps(column)
        for number, row in enumerate(column):
            if number:
                below = column[number + 1] if number + 1 < len(column) else None
                gap = opens(column[number - 1], row, self.pitch) or indented(column[number - 1], row, below)
            else:
                gap = new_paragraph(self.above, row, frame.right if frame else row.right)
            self.flow.append(line_of(row, page, gap=gap))
            self._margin(beside.get(number, ()), page)
            self.above = row

    def _margin(self, rows: Sequence[Row], page: int) -> None:
        self.flow += [line_of(part, page, role="margin") for row in rows for part in self.margin.parts_of(page, row)]


def _beside(
    cut: Sequence[tuple[Row | None, Row | None]], bodies: Sequence[Row], goes_on: Callable[[Row, Row], bool]
) -> dict[int, list[Row]]:
    """Margin rows by the index of the body row they stand beside: on its baseline, or the nearest above (-1: none).

    A row that goes on with the one above it stands where that does.
    """
    beside: dict[int, list[Row]] = {}
    count = 0
    last: tuple[Row, int] | None = None
    for body, extra in cut:
        count += body is not None
        if extra is not None and last is not None and goes_on(last[0], extra):
            beside[last[1]].append(extra)
            last = extra, last[1]
        elif extra is not None:
            next_is_nearer = count < len(bodies) and bodies[count].base - extra.base < 0.5 * extra.size
            at = count if body is None and next_is_nearer else count - 1
            beside.setdefault(at, []).append(extra)
            last = extra, at
    return beside


def _in_order(layout: Layout) -> list[tuple[int, Row | RawTable]]:
    """The parts of a page from top to bottom, each with its index as a strip."""
    parts: list[Row | RawTable] = [*layout.rows, *layout.tables, *layout.stamps]
    tops = [part.box[1] if isinstance(part, RawTable) else part.top for part in parts]
    order = sorted(range(len(parts)), key=lambda number: (tops[number], number))
    return [(number, parts[number]) for number in order]


def _as_furniture(part: Row | RawTable, page: int) -> list[Line]:
    if isinstance(part, Row):
        return [line_of(part, page, role="furniture")]
    return [replace(line, role="furniture") for line in table_of(part, page, 1.0).lines]
