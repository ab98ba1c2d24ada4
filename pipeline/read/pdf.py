"""PDF -> Source: opens the file (mending a damaged one), reads each page, puts lines and tables in reading order."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.paper import Box, Line, Page, Source, Table
from pipeline.problem import Problem, UnreadableError
from pipeline.read.furniture import Strip, find_furniture, is_page_number
from pipeline.read.pdf_lines import Row, in_columns, line_of, new_paragraph, opens, rows_of, usual_pitch
from pipeline.read.pdf_margin import Margin, find_margin
from pipeline.read.pdf_tables import RawTable, fill, table_of, take_header
from pipeline.read.pdf_words import RawPage, read_page

MEDIA_TYPE = "application/pdf"


def read_pdf(path: Path, *, name: str, sha256: str) -> Source:
    """A PDF's lines and tables in reading order, with boxes in points from each page's top left.

    Args:
        path: the file.
        name: the path as the user knows it: `Source.path`, and how messages name the file.
        sha256: of the file's bytes, hex.

    Raises:
        UnreadableError: encrypted, no PDF, empty, or damaged so that pages are lost.
    """
    document = _open(path, name)
    try:
        raw, problems = _pages(document, name)
    finally:
        document.close()
    flow, pages = _assemble(raw)
    return Source(
        path=name,
        sha256=sha256,
        media_type=MEDIA_TYPE,
        reader="pdf",
        flow=flow,
        pages=pages,
        problems=(*problems, *_scans(pages)),
    )


def _open(path: Path, name: str) -> pdfium.PdfDocument:
    if path.stat().st_size == 0:
        raise UnreadableError(f"{name}: the file is empty.", reason="empty", hint="Fetch it again from where it came.")
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if _needs_password(error):
            raise _locked(name) from error
        return _mended(path, name)
    if len(document) == 0:
        document.close()
        return _mended(path, name)
    return document


def _needs_password(error: pdfium.PdfiumError) -> bool:
    codes = (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY)
    return getattr(error, "err_code", None) in codes or "password" in str(error).lower()


def _locked(name: str) -> UnreadableError:
    return UnreadableError(
        f"{name}: the PDF is locked with a password.",
        reason="encrypted",
        hint="Save a copy without the password and ingest that.",
    )


def _mended(path: Path, name: str) -> pdfium.PdfDocument:
    """A damaged file saved anew in memory by qpdf; both libraries must then count the same pages."""
    import pikepdf  # slow to load, and few files are damaged

    try:
        with pikepdf.open(path) as damaged:
            expected = len(damaged.pages)
            saved = io.BytesIO()
            damaged.save(saved)
        document = pdfium.PdfDocument(saved.getvalue())
    except pikepdf.PasswordError as error:
        raise _locked(name) from error
    except (pikepdf.PdfError, pdfium.PdfiumError, ValueError, RuntimeError, KeyError, TypeError) as error:
        raise UnreadableError(
            f"{name}: this is not a PDF that can be read, and mending it failed.",
            reason="not-a-document",
            hint="Open it in a viewer and print it to a new PDF, or fetch it again.",
        ) from error
    if len(document) != expected:
        raise UnreadableError(
            f"{name}: the PDF is damaged; {len(document)} of its {expected} pages could be recovered.",
            reason="page-count",
            hint="Fetch it again, so that no page is lost silently.",
        )
    if expected == 0:
        raise UnreadableError(f"{name}: the PDF has no pages.", reason="empty", hint="Fetch it again.")
    return document


def _pages(document: pdfium.PdfDocument, name: str) -> tuple[list[RawPage], list[Problem]]:
    pages: list[RawPage] = []
    problems: list[Problem] = []
    for index in range(len(document)):
        try:
            pages.append(read_page(document, index))
        except pdfium.PdfiumError:
            pages.append(RawPage(index + 1, 0.0, 0.0))
            message = f"{name}: page {index + 1} could not be read; read it from the paper itself."
            problems.append(Problem("page-unread", message))
    return pages, problems


def _scans(pages: Sequence[Page]) -> tuple[Problem, ...]:
    numbers = [str(page.number) for page in pages if page.scanned]
    if not numbers:
        return ()
    which = f"Page {numbers[0]} is a picture" if len(numbers) == 1 else f"Pages {', '.join(numbers)} are pictures"
    return (Problem("scanned-page", f"{which} without a text layer; nothing on it was read."),)


@dataclass(frozen=True, slots=True)
class Layout:
    """A page cut up: ruled tables, the rows outside them (top to bottom), page numbers set sideways at its edges."""

    page: RawPage
    tables: tuple[RawTable, ...]
    rows: tuple[Row, ...]
    stamps: tuple[Row, ...] = ()


def _assemble(raw: Sequence[RawPage]) -> tuple[tuple[Line | Table, ...], tuple[Page, ...]]:
    layouts = [_layout(page) for page in raw]
    pitch = usual_pitch([layout.rows for layout in layouts] + [_cell_rows(layout) for layout in layouts])
    furniture = find_furniture([_strips(layout) for layout in layouts])
    bodies = [_body(layout, marks) for layout, marks in zip(layouts, furniture.marks, strict=True)]
    margin = find_margin([(layout.page.number, body) for layout, body in zip(layouts, bodies, strict=True)])
    flow: list[Line | Table] = []
    above: Row | None = None
    for layout, marks in zip(layouts, furniture.marks, strict=True):
        parts, above = _page_flow(layout, marks, margin, pitch, above)
        flow += parts
    pages = tuple(
        Page(page.number, page.width, page.height, label, page.scanned)
        for page, label in zip(raw, furniture.labels, strict=True)
    )
    return tuple(flow), pages


def _layout(page: RawPage) -> Layout:
    stamps = _stamps(page)
    stamped = {word for row in stamps for word in row.words}
    filled = fill(page, [word for word in page.words if word not in stamped] if stamped else page.words)
    rows = rows_of(filled.rest)
    tables = []
    for table in filled.tables:
        headed, rows = take_header(table, rows)
        tables.append(headed)
    return Layout(page, tuple(tables), tuple(rows), stamps)


EDGE = 0.08  # share of a page's width at its left and right edge where a landscape page of a pack bears its number


def _stamps(page: RawPage) -> tuple[Row, ...]:
    """Page numbers set sideways at the left or right edge."""
    sideways = [w for w in page.words if not w.upright and not EDGE < (w.left + w.right) / 2 / page.width < 1 - EDGE]
    return tuple(row for row in rows_of(sideways) if is_page_number(" ".join(word.text for word in row.words)))


def _cell_rows(layout: Layout) -> list[Row]:
    return [row for table in layout.tables for cells in table.cells for cell in cells for row in cell]


def _strips(layout: Layout) -> list[Strip]:
    """Rows first, then tables (furniture as a whole or not at all), then sideways page numbers."""
    height = layout.page.height or 1.0
    places = [(row.base - 0.3 * row.size) / height for row in layout.rows]
    rows = [Strip(row.text, place) for row, place in zip(layout.rows, places, strict=True)]
    tables = [Strip(table.text, _zone_place(table.box, height)) for table in layout.tables]
    return rows + tables + [Strip(" ".join(word.text for word in row.words), 0.999) for row in layout.stamps]


def _zone_place(box: Box, height: float) -> float:
    """The edge of a table that reaches furthest into the page: a table is in a zone when all of it is."""
    middle = (box[1] + box[3]) / 2
    return (box[3] if middle < height / 2 else box[1]) / height


def _body(layout: Layout, marks: frozenset[int]) -> list[Row]:
    return [row for number, row in enumerate(layout.rows) if number not in marks]


def _page_flow(
    layout: Layout, marks: frozenset[int], margin: Margin, pitch: float, above: Row | None
) -> tuple[list[Line | Table], Row | None]:
    """A page's part of the flow; `above` is the last body row of the pages before, and is given back for the next."""
    page = layout.page.number
    flow: list[Line | Table] = []
    pending: list[Row] = []
    fresh = True

    def flush() -> None:
        nonlocal above, fresh, pending
        for column in in_columns(pending):
            for row, beside, starts in _with_margins(column, page, margin, pitch, above, fresh):
                if row is not None:
                    flow.append(line_of(row, page, gap=starts))
                    above = row
                flow.extend(line_of(extra, page, role="margin") for extra in beside)
            fresh = True
        pending = []

    for number, part in _in_order(layout):
        if number in marks:
            flush()
            flow.extend(_as_furniture(part, page))
        elif isinstance(part, RawTable):
            flush()
            flow.append(table_of(part, page, pitch))
            above, fresh = None, True
        else:
            pending.append(part)
    flush()
    return flow, above


def _in_order(layout: Layout) -> list[tuple[int, Row | RawTable]]:
    parts: list[Row | RawTable] = [*layout.rows, *layout.tables, *layout.stamps]
    tops = [part.box[1] if isinstance(part, RawTable) else part.top for part in parts]
    order = sorted(range(len(parts)), key=lambda number: (tops[number], number))
    return [(number, parts[number]) for number in order]


def _as_furniture(part: Row | RawTable, page: int) -> list[Line]:
    if isinstance(part, Row):
        return [line_of(part, page, role="furniture")]
    return [replace(line, role="furniture") for line in table_of(part, page, 1.0).lines]


def _with_margins(
    column: Sequence[Row], page: int, margin: Margin, pitch: float, above: Row | None, fresh: bool
) -> Iterator[tuple[Row | None, list[Row], bool]]:
    """Each body row of a column with the margin rows beside it and whether it starts a paragraph."""
    cut = [margin.split(page, row) for row in column]
    bodies = [body for body, _ in cut if body is not None]
    beside: dict[int, list[Row]] = {}
    count = 0
    for body, extra in cut:
        count += body is not None
        if extra is not None:
            beside.setdefault(_anchor(extra, bodies, count), []).append(extra)
    if -1 in beside:
        yield None, beside[-1], False
    frame = margin.frames.get(page)
    for number, body in enumerate(bodies):
        if fresh:
            starts = new_paragraph(above, body, frame.right if frame else body.right)
        else:
            starts = opens(above, body, pitch)
        fresh = False
        above = body
        yield body, beside.get(number, []), starts


def _anchor(extra: Row, bodies: Sequence[Row], count: int) -> int:
    """Index of the body row that a margin row stands beside: on its baseline, just below if that is nearer, or above."""
    if count < len(bodies) and bodies[count].base - extra.base < 0.5 * extra.size:
        return count
    return count - 1
