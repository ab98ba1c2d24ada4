"""Plain text -> Source: a Line for each printed line, pages from form feeds, columns as tables where that is sure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import quantiles

from pipeline.paper import Cell, Line, Page, Source, Table, fold
from pipeline.read.furniture import Strip, find_furniture, is_page_number
from pipeline.read.parts import clean, runs_on

MEDIA_TYPE = "text/plain"
TAB = 8
NARROW = 40  # characters: a column of sentences has more in most of its lines
PITCH = 0.02  # share of a page's height that a line takes: what furniture.py wants to know

_RULE = re.compile(r"^\s*[-=*~#]{3,}\s*$")
_COLUMNS = re.compile(r"(?:\S(?: {0,2}\S)*)")
_MARK = re.compile(r"^(?:\(?\w{1,3}[.)]|\d{1,3}(?:\.\d{1,3})*\.?|[•*–—-])$")
_OWNER = re.compile(r"^[A-Z][^\d.:]{0,38}$")


@dataclass(frozen=True, slots=True)
class Row:
    """A printed line as typed: its number in the file, its page, how many blank lines stand above it."""

    raw: str
    number: int
    page: int
    blanks: int

    @property
    def indent(self) -> int:
        return len(self.raw) - len(self.raw.lstrip())

    @property
    def text(self) -> str:
        return fold(self.raw)


def read_text(text: str, *, name: str, sha256: str) -> Source:
    """A text file's printed lines in order. Lines are numbered as an editor numbers them; pages count form feeds."""
    rows, pages = _rows(text)
    paged = pages > 1
    tops = _form_feed_tops(rows) if paged else _weak_tops(rows)
    marks, labels = _furniture(rows, pages) if paged else (_page_numbers(rows, tops), ())
    flow = _flow(rows, tops, marks, paged=paged)
    return Source(
        path=name,
        sha256=sha256,
        media_type=MEDIA_TYPE,
        reader="text",
        flow=tuple(flow),
        pages=tuple(Page(n + 1, label=label) for n, label in enumerate(labels)),
    )


def _rows(text: str) -> tuple[list[Row], int]:
    """The lines that say something, and the number of pages."""
    rows: list[Row] = []
    page, blanks = 1, 0
    for number, raw in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        *before, last = raw.split("\f")
        for piece in before:
            if clean(piece).strip():
                rows.append(Row(clean(piece).expandtabs(TAB).rstrip(), number, page, blanks))
            page, blanks = page + 1, 0
        if last := clean(last).expandtabs(TAB).rstrip():
            rows.append(Row(last, number, page, blanks))
            blanks = 0
        else:
            blanks += 1
    return rows, max((row.page for row in rows), default=1)


def _form_feed_tops(rows: Sequence[Row]) -> frozenset[int]:
    return frozenset(n for n in range(1, len(rows)) if rows[n].page != rows[n - 1].page)


def _weak_tops(rows: Sequence[Row]) -> frozenset[int]:
    """First lines of pages in a dump whose form feeds became a single blank before the page's first line.

    Believed only where the whole file looks so: other lines start at the left edge, these are few and far between, and
    no blank line stands above them, as none does between a page's last line and a form feed.
    """
    ones = [n for n, row in enumerate(rows) if row.indent == 1 and row.blanks == 0 and n > 0]
    indented = sum(1 for row in rows if row.indent > 1)
    if not ones or len(ones) > 0.06 * len(rows) or indented > 0.1 * len(rows):
        return frozenset()
    # Three or more close together are a list whose bullets were lost.
    runs: list[list[int]] = []
    for n in ones:
        if runs and rows[n].number - rows[runs[-1][-1]].number <= 6:
            runs[-1].append(n)
        else:
            runs.append([n])
    tops = [n for run in runs if len(run) < 3 for n in run]
    return frozenset(tops) if len(tops) >= 2 else frozenset()


def _furniture(rows: Sequence[Row], pages: int) -> tuple[frozenset[int], tuple[str, ...]]:
    """Rows that are page headers, footers or page numbers, and each page's printed number."""
    members: list[list[int]] = [[] for _ in range(pages)]
    for n, row in enumerate(rows):
        members[row.page - 1].append(n)
    strips = [
        [
            Strip(rows[n].text, (k + 0.5) * PITCH if k < len(page) / 2 else 1 - (len(page) - k - 0.5) * PITCH)
            for k, n in enumerate(page)
        ]
        for page in members
    ]
    found = find_furniture(strips)
    marks = (members[page][k] for page, marked in enumerate(found.marks) for k in marked)
    return frozenset(marks), found.labels


def _page_numbers(rows: Sequence[Row], tops: frozenset[int]) -> frozenset[int]:
    """Lines of a file without form feeds that can only be page numbers: "Page 29", or a bare one at a page's edge."""
    return frozenset(
        n
        for n, row in enumerate(rows)
        if is_page_number(row.text) and ("page" in row.text.casefold() or n in tops or n + 1 in tops)
    )


def _flow(rows: Sequence[Row], tops: frozenset[int], marks: frozenset[int], *, paged: bool) -> list[Line | Table]:
    width = quantiles([len(row.text) for row in rows], n=10)[8] if len(rows) > 9 else 80.0
    doubled = _double_spaced(rows)
    tables = _tables(rows, marks)
    flow: list[Line | Table] = []
    n, rule = 0, False
    last: Row | None = None
    page_break = False
    while n < len(rows):
        row = rows[n]
        page_break = page_break or n in tops
        page = row.page if paged else None
        if n in marks:
            flow.append(Line(row.text, page=page, number=row.number, role="furniture"))
        elif n in tables:
            size, grid = tables[n]
            flow.append(_table(grid, paged=paged))
            n, last, page_break, rule = n + size, None, False, False
            continue
        elif _RULE.match(row.raw):
            if flow and last is not None and not row.blanks and isinstance(flow[-1], Line) and flow[-1].role == "body":
                flow[-1] = replace(flow[-1], bold=True)  # underlined
            rule = True
        else:
            sentence, owner = _split_owner(row.raw)
            gap = last is None or rule or _gap(last, row, width, in_doubled=n in doubled, top=page_break)
            flow.append(Line(sentence, page=page, number=row.number, gap=gap, page_break=page_break))
            if owner:
                flow.append(Line(owner, page=page, number=row.number, role="margin"))
            last, page_break, rule = row, False, False
        n += 1
    return flow


def _gap(last: Row, row: Row, width: float, *, in_doubled: bool, top: bool) -> bool:
    """A blank line or a new page above a line starts a paragraph, unless its sentence plainly goes on."""
    if not row.blanks and not top:
        return False
    full = len(last.text) > 0.7 * width
    if top or row.blanks == 1:
        lower = row.text[:1].islower() and runs_on(last.text, row.text)
        if (full and lower) or (top and lower):
            return False
    if in_doubled and row.blanks == 1 and full:
        return bool(re.search(r"[.!?:;]$", last.text) or _starts_marked(row.text))
    return True


def _starts_marked(text: str) -> bool:
    return bool(_MARK.match(text.split(maxsplit=1)[0]))


def _double_spaced(rows: Sequence[Row]) -> frozenset[int]:
    """Lines in stretches where a blank line stands after every printed line, sentences cut or not."""
    single = [row.blanks == 1 for row in rows]
    cut = [n > 0 and single[n] and runs_on(rows[n - 1].text, row.text) for n, row in enumerate(rows)]
    found = set()
    for n in range(1, len(rows)):
        near = range(max(1, n - 4), min(len(rows), n + 5))
        if sum(single[k] for k in near) * 3 >= 2 * len(near) and sum(cut[k] for k in near) >= 2:
            found.add(n)
    return frozenset(found)


def _split_owner(raw: str) -> tuple[str, str]:
    """A line's sentence and the owner that stands in a column of its own at the right ("", where none does)."""
    left, _, right = raw.rstrip().rpartition("    ")
    sentence, owner = fold(left), fold(right)
    if len(sentence) >= NARROW and len(owner.split()) <= 4 and _OWNER.match(owner) and "   " not in left.strip():
        return sentence, owner
    return fold(raw), ""


Field = tuple[int, int, str]
"""First column, column after the last, text."""


def _fields(row: Row) -> list[Field]:
    """The columns of a line, three blanks or more apart; a number or bullet goes with what it numbers."""
    found = [(m.start(), m.end(), m.group()) for m in _COLUMNS.finditer(row.raw)]
    if len(found) > 1 and _MARK.match(found[0][2]):
        (start, _, mark), (_, end, text), *rest = found
        return [(start, end, f"{mark} {text}"), *rest]
    return found


def _aligned(one: Sequence[Field], other: Sequence[Field]) -> bool:
    """Both lines have the same columns: each starts or ends where the other's does."""
    return len(one) == len(other) and all(
        abs(a[0] - b[0]) <= 1 or abs(a[1] - b[1]) <= 1 for a, b in zip(one, other, strict=True)
    )


def _tables(rows: Sequence[Row], marks: frozenset[int]) -> dict[int, tuple[int, list[list[list[Row]]]]]:
    """First row -> (number of rows, grid) for each stretch of three lines or more that share all their columns."""
    fields = [_fields(row) for row in rows]
    found: dict[int, tuple[int, list[list[list[Row]]]]] = {}
    n = 0
    while n < len(rows):
        if len(fields[n]) < 2 or n in marks:
            n += 1
            continue
        end = n + 1
        last = fields[n]
        lines = [[[_cut(rows[n], field)] for field in last]]
        while end < len(rows) and end not in marks and rows[end].blanks <= 1 and rows[end].page == rows[n].page:
            if _aligned(last, fields[end]):
                last = fields[end]
                lines.append([[_cut(rows[end], field)] for field in last])
            elif (places := _goes_on_in(lines, last, fields[end])) and not rows[end].blanks:
                for place, field in zip(places, fields[end], strict=True):
                    lines[-1][place].append(_cut(rows[end], field))
            else:
                break
            end += 1
        if len(lines) >= 3 and not _is_prose(lines):
            found[n] = (end - n, lines)
            n = end
        else:
            n += 1
    return found


def _goes_on_in(lines: Sequence[object], last: Sequence[Field], fields: Sequence[Field]) -> list[int]:
    """The columns (never the first) in which a row's cells go on over the next line; empty where it does not."""
    starts = {start: place for place, (start, _, _) in enumerate(last) if place}
    places = [starts.get(start, 0) for start, _, _ in fields]
    return places if lines and places and all(places) and len(fields) < len(last) else []


def _cut(row: Row, field: Field) -> Row:
    return replace(row, raw=field[2])


def _is_prose(lines: Sequence[Sequence[Sequence[Row]]]) -> bool:
    """Two columns of running text side by side are no table: most lines of both are full."""
    wide = [
        sum(1 for line in lines if max(len(row.text) for row in line[column]) > NARROW) * 2 > len(lines)
        for column in range(len(lines[0]))
    ]
    return sum(wide) >= 2


def _table(grid: Sequence[Sequence[Sequence[Row]]], *, paged: bool) -> Table:
    def line(row: Row) -> Line:
        return Line(row.text, page=row.page if paged else None, number=row.number, whole=True)

    return Table(
        rows=tuple(tuple(Cell(tuple(line(row) for row in cell)) for cell in cells) for cells in grid),
        page=grid[0][0][0].page if paged else None,
    )
