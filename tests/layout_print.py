"""Prints a paper of paragraphs and tables as PDF, Word, HTML, Markdown or plain text: the same words in each."""

from __future__ import annotations

import html
import io
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.shared import Mm
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Spacer, Table

WIDTH = 500.0  # points between the edges of a page's text
COLUMNS = 96  # characters of a line of plain text


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph. `number` hangs to its left in a column of its own, `beside` stands at the right edge."""

    text: str
    bold: bool = False
    heading: int = 0
    bullet: bool = False
    number: str = ""
    beside: str = ""


Cell = tuple[Para, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. `widths` are shares of the page; a row with one cell spans all columns; the first may be the heads."""

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    head: bool = True
    repeat: bool = True
    ruled: bool = True


Block = Para | Grid


def printed(blocks: Sequence[Block], form: str, *, header: str = "") -> bytes:
    """The blocks as a file. `form`: pdf, docx, html, md or txt; `header` stands at the top of each page."""
    match form:
        case "pdf":
            return _pdf(blocks, header)
        case "docx":
            return _docx(blocks, header)
        case "html":
            return _html(blocks).encode()
        case "md":
            return _markdown(blocks).encode()
    return _text(blocks).encode()


# -- PDF ---------------------------------------------------------------------------------------------------------------

_BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10.5, leading=13.5, spaceAfter=6)
_CELL = ParagraphStyle("cell", _BODY, fontSize=9.5, leading=12, spaceAfter=3)


def _pdf(blocks: Sequence[Block], header: str) -> bytes:
    def furniture(canvas: Canvas, _: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(48, A4[1] - 28, header)
        canvas.drawCentredString(A4[0] / 2, 24, f"Page {canvas.getPageNumber()}")

    out = io.BytesIO()
    template = BaseDocTemplate(out, pagesize=A4, invariant=1)
    template.addPageTemplates([PageTemplate(frames=[Frame(42, 44, WIDTH + 12, A4[1] - 90)], onPage=furniture)])
    template.build([flowable for block in blocks for flowable in _flowables(block)])
    return out.getvalue()


def _flowables(block: Block) -> Iterator[Flowable]:
    if isinstance(block, Grid):
        cells = [[[_paragraph(para, _CELL) for para in cell] for cell in row] for row in block.rows]
        cells = [row + [[] for _ in block.widths[len(row) :]] for row in cells]
        repeat = 1 if block.head and block.repeat else 0
        widths = [share * WIDTH for share in block.widths]
        broken = 0 if repeat else 1  # reportlab prints repeated heads into the rest of a row that it breaks
        table = Table(cells, colWidths=widths, repeatRows=repeat, splitInRow=broken, hAlign="LEFT")
        spans = [("SPAN", (0, r), (-1, r)) for r, row in enumerate(block.rows) if len(row) == 1]
        rules = [("GRID", (0, 0), (-1, -1), 0.5, colors.black)] if block.ruled else []
        table.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *spans, *rules])
        yield from (table, Spacer(1, 10))
    elif block.number or block.beside:
        parts = (Para(block.number), replace(block, number="", beside=""), Para(block.beside))
        row = [_paragraph(part, _BODY) for part in parts]
        table = Table([row], colWidths=[40 if block.number else 0.1, WIDTH - 130, 90], hAlign="LEFT", splitInRow=1)
        table.setStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                *_flat(),
                ("LEFTPADDING", (2, 0), (2, -1), 15),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
            ]
        )
        yield table
    else:
        yield _paragraph(block, _BODY)


def _flat() -> list[tuple[str, tuple[int, int], tuple[int, int], int]]:
    return [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]


def _paragraph(para: Para, base: ParagraphStyle) -> Paragraph:
    bold = "Helvetica-Bold" if para.bold or para.heading else "Helvetica"
    size = {0: base.fontSize, 1: 15, 2: 12}[min(para.heading, 2)]
    space = 8 if para.heading and base is _BODY else 0
    style = ParagraphStyle("p", base, fontName=bold, fontSize=size, leading=size * 1.3, spaceBefore=space)
    if para.bullet:
        style = ParagraphStyle("b", style, leftIndent=18, bulletIndent=6)
    return Paragraph(html.escape(para.text), style, bulletText="•" if para.bullet else None)


# -- Word --------------------------------------------------------------------------------------------------------------


def _docx(blocks: Sequence[Block], header: str) -> bytes:
    word = Document()
    word.sections[0].header.paragraphs[0].text = header
    for block in blocks:
        if isinstance(block, Grid):
            _word_table(word, block)
            word.add_paragraph()
            continue
        style = f"Heading {block.heading}" if block.heading else "List Bullet" if block.bullet else "Normal"
        paragraph = word.add_paragraph(style=style)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(150), WD_TAB_ALIGNMENT.LEFT)
        _write(paragraph, "\t".join(part for part in (block.number, block.text, block.beside) if part), block.bold)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _word_table(word: Word, grid: Grid) -> None:
    table = word.add_table(rows=len(grid.rows), cols=len(grid.widths), style="Table Grid" if grid.ruled else None)
    for at, (row, told) in enumerate(zip(table.rows, grid.rows, strict=True)):
        if len(told) == 1:
            row.cells[0].merge(row.cells[-1])
        for cell, paras in zip(row.cells, told, strict=False):
            _fill(cell, paras)
        if at == 0 and grid.head and grid.repeat:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _fill(cell: _Cell, paras: Cell) -> None:
    for at, para in enumerate(paras):
        paragraph = cell.add_paragraph() if at else cell.paragraphs[0]
        paragraph.style = "List Bullet" if para.bullet else "Normal"
        _write(paragraph, para.text, para.bold)


def _write(paragraph: WordParagraph, text: str, bold: bool) -> None:
    paragraph.add_run(text).bold = bold or None


# -- HTML and Markdown -------------------------------------------------------------------------------------------------


def _html(blocks: Sequence[Block]) -> str:
    out = ["<!DOCTYPE html><html><head><meta charset='utf-8'><title>Papers</title></head><body>"]
    for block in blocks:
        if isinstance(block, Para):
            out.append(_tag(block))
            continue
        out.append("<table>")
        for at, row in enumerate(block.rows):
            cell = "th" if block.head and at == 0 else "td"
            span = f" colspan='{len(block.widths)}'" if len(row) == 1 else ""
            cells = "".join(f"<{cell}{span}>{''.join(map(_tag, paras))}</{cell}>" for paras in row)
            out.append(f"<tr>{cells}</tr>")
        out.append("</table>")
    return "\n".join([*out, "</body></html>"])


def _tag(para: Para) -> str:
    words = html.escape(" ".join(part for part in (para.number, para.text) if part))
    if para.heading:
        return f"<h{para.heading}>{words}</h{para.heading}>"
    words = f"<strong>{words}</strong>" if para.bold else words
    return f"<ul><li>{words}</li></ul>" if para.bullet else f"<p>{words}</p>"


def _markdown(blocks: Sequence[Block]) -> str:
    out: list[str] = []
    for block in blocks:
        if isinstance(block, Para):
            words = " ".join(part for part in (block.number, block.text) if part)
            words = words.replace(". ", "\\. ", 1) if block.heading or block.number else words
            words = f"**{words}**" if block.bold else words
            out.append(f"{'#' * block.heading} {words}" if block.heading else f"- {words}" if block.bullet else words)
            continue
        rows = [["<br>".join(_marked(para) for para in cell) for cell in row] for row in block.rows]
        rows = [row + [""] * (len(block.widths) - len(row)) for row in rows]
        rows = rows if block.head else [[""] * len(block.widths), *rows]
        rows.insert(1, ["---"] * len(block.widths))
        out.append("\n".join(f"| {' | '.join(row)} |" for row in rows))
    return "\n\n".join(out) + "\n"


def _marked(para: Para) -> str:
    words = f"**{para.text}**" if para.bold else para.text
    return f"• {words}" if para.bullet else words


# -- plain text --------------------------------------------------------------------------------------------------------


def _text(blocks: Sequence[Block]) -> str:
    out: list[str] = []
    for block in blocks:
        out += _text_table(block) if isinstance(block, Grid) else _text_lines(block)
        out.append("")
    return "\n".join(line.rstrip() for line in out) + "\n"


def _text_lines(para: Para) -> list[str]:
    words = para.text.upper() if para.heading == 1 else para.text
    lead = "  - " if para.bullet else f"{para.number:<6}" if para.number else ""
    room = COLUMNS - 22 if para.beside else COLUMNS - 14
    lines = textwrap.wrap(words, room, initial_indent=lead, subsequent_indent=" " * len(lead)) or [""]
    return [f"{lines[0]:<{COLUMNS - 14}}{para.beside}", *lines[1:]] if para.beside else lines


def _text_table(grid: Grid) -> list[str]:
    """Columns made of blanks, a blank line between two rows; heads underlined."""
    room = [max(6, int(share * COLUMNS)) for share in grid.widths]
    out: list[str] = []
    for at, row in enumerate(grid.rows):
        widths = [sum(room)] if len(row) == 1 else room
        cells = [_cell_lines(cell, width - 4) for cell, width in zip(row, widths, strict=True)]
        for number in range(max(map(len, cells))):
            parts = [lines[number] if number < len(lines) else "" for lines in cells]
            out.append("".join(f"{part:<{width}}" for part, width in zip(parts, widths, strict=True)))
        out.append("".join("-" * (width - 4) + "    " for width in room) if grid.head and at == 0 else "")
    return out


def _cell_lines(cell: Cell, width: int) -> list[str]:
    marked = [("- " if para.bullet else "") + para.text for para in cell]
    return [line for words in marked for line in textwrap.wrap(words, width, subsequent_indent="")]
