"""How the PDF papers of corpus/ look: one set of styles, an action column, ruled tables, a page's head and foot."""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Table

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=11.5, leading=16, spaceAfter=7)
ITEM = ParagraphStyle("item", BODY, fontName="Helvetica-Bold", spaceBefore=8, spaceAfter=4)
TITLE = ParagraphStyle("title", BODY, fontName="Helvetica-Bold", fontSize=14, leading=18, spaceAfter=8)
CELL = ParagraphStyle("cell", BODY, fontSize=9.5, leading=12, spaceAfter=0)
HEAD = ParagraphStyle("head", CELL, fontName="Helvetica-Bold")
INITIALS = ParagraphStyle("initials", BODY, fontName="Helvetica-Bold")


def beside(text: str, initials: str, style: ParagraphStyle) -> Table:
    """A paragraph with its owners in the right-hand column, no rules drawn."""
    table = Table([[Paragraph(text, style), Paragraph(initials, INITIALS)]], colWidths=[430, 60])
    table.setStyle(
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ("LEFTPADDING", (0, 0), (0, -1), 0),
        ]
    )
    return table


def ruled(rows: Sequence[Sequence[str]], widths: Sequence[float]) -> Table:
    """A ruled table whose first row is its head; widths in points."""
    cells = [[Paragraph(text, HEAD if i == 0 else CELL) for text in row] for i, row in enumerate(rows)]
    table = Table(cells, colWidths=list(widths), repeatRows=1, hAlign="LEFT")
    table.setStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    return table


def pdf(story: list[Flowable], title: str, author: str) -> bytes:
    """A PDF whose bytes depend on its words alone, with the title on top of every page and its number below."""

    def furniture(canvas: Canvas, template: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(50, A4[1] - 30, title)
        canvas.drawCentredString(A4[0] / 2, 28, f"Page {canvas.getPageNumber()}")

    out = io.BytesIO()
    template = BaseDocTemplate(out, pagesize=A4, invariant=1, pageCompression=0, title=title, author=author)
    frame = Frame(44, 48, A4[0] - 88, A4[1] - 96)
    template.addPageTemplates([PageTemplate(frames=[frame], onPage=furniture)])
    template.build(story)
    return out.getvalue()
