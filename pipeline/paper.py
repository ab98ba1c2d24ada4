"""What a source says and where: the types that flow from the readers to the extractors. All frozen.

    read    -> Source   lines and tables in reading order, each with its place
    split   -> Paper    one agenda, one set of minutes, one report ...
    outline -> Section  an item of business with its paragraphs and tables

Nothing here interprets: a Line's text is what a person sees on the page, the list number that Word draws included.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from statistics import mean
from typing import Literal

from pipeline.problem import Problem

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in PDF points from the page's top left corner."""

Role = Literal["body", "furniture", "margin"]
PaperKind = Literal["agenda", "minutes", "report", "action-sheet", "consultation", "information-sheet", "other"]


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line (PDF, plain text) or a paragraph (Word, HTML, Markdown) with its place.

    Attributes:
        text: as printed, white space runs folded to one blank, list marker or number included.
        page: 1-based page of the file; None where the format has no pages.
        box: place on the page; None where the format has no pages.
        block: place in a format without pages: "p12" (12th paragraph), "t3.r2.c1" (a table's cell).
        number: 1-based line of a plain-text file.
        size: font size in points.
        bold: most of its letters are bold (or underlined, in formats that say so).
        heading: 1-6 where the format itself marks a heading, or a PDF's or Word file's print does by its size, else 0.
        gap: clear white space or a blank line stands above it, so it starts a paragraph.
        role: body; furniture (page header, footer, page number); margin (an owner beside the body line before it).
        whole: it is a whole paragraph of the format (Word, HTML), so the next line never continues it.
        page_break: the format says that a new page starts with this line.
        lead: the label in bold that it opens with ("Roads" of "Roads: The Clerk ..."), where the format tells.
        confidence: of each of its words (0 to 1) where OCR read it; () where the text is the file's own.
        depth: how many lists it stands in: 2 in a list that another's entry holds.
    """

    text: str
    page: int | None = None
    box: Box | None = None
    block: str | None = None
    number: int | None = None
    size: float | None = None
    bold: bool = False
    heading: int = 0
    gap: bool = False
    role: Role = "body"
    whole: bool = False
    page_break: bool = False
    lead: str = ""
    confidence: tuple[float, ...] = ()
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell. `lines` are its printed lines; `text` joins them with a blank."""

    lines: tuple[Line, ...] = ()

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Table:
    """A table in reading order. Every row has the same number of cells; a merged cell stands in its first place.

    Attributes:
        rows: rows of cells, top to bottom, left to right.
        header: how many of the first rows the format itself marks as header (0 where it does not say).
        aside: its columns are a row of minutes' own tasks, owners and days, cut out of the minutes.
    """

    rows: tuple[tuple[Cell, ...], ...]
    page: int | None = None
    box: Box | None = None
    block: str | None = None
    header: int = 0
    aside: bool = False

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for row in self.rows for cell in row for line in cell.lines)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the file.

    Attributes:
        number: 1-based, in the file.
        label: the page number printed on it ("29"), "" where none was seen.
        width, height: in points.
        scanned: it is a picture, or its text layer is of no use; its words, if any, were read by OCR.
    """

    number: int
    width: float = 0.0
    height: float = 0.0
    label: str = ""
    scanned: bool = False


@dataclass(frozen=True)
class Source:
    """A file as its reader saw it.

    Attributes:
        path: as the user gave it (relative to the workspace where it lies inside).
        sha256: of the file's bytes, hex.
        media_type: told by content ("application/pdf"), never by suffix.
        reader: the reader's name ("pdf").
        flow: lines and tables in reading order, furniture and margin lines included.
        pages: empty for formats without pages.
        fields: what the file says about itself outside its text: front matter, document properties.
        problems: what the reader could not read (a page without text, a damaged part).
    """

    path: str
    sha256: str
    media_type: str
    reader: str
    flow: tuple[Line | Table, ...]
    pages: tuple[Page, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()

    @cached_property
    def text(self) -> str:
        """All text in reading order, a line each: what every quote is checked against."""
        return "\n".join(line.text for line in lines_of(self.flow))


def lines_of(flow: tuple[Line | Table, ...]) -> Iterator[Line]:
    """Every line of a flow, the lines of its tables in their place."""
    for part in flow:
        if isinstance(part, Table):
            yield from part.lines
        else:
            yield part


@dataclass(frozen=True)
class Paper:
    """One paper of a source: a pack has several, other files one.

    Attributes:
        kind: what it is.
        title: its printed title, "" where it has none.
        flow: its part of the source's flow.
        pages: first and last page in the file, None for formats without pages.
        problems: doubts about where it starts, ends or what it is.
    """

    source: Source
    kind: PaperKind
    title: str
    flow: tuple[Line | Table, ...]
    pages: tuple[int, int] | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a value stands: the quote, word for word, and its place. `rule` is the id of the rule that found it.

    `confidence` is the mean of the quote's words where OCR read them, `weakest` that of the least certain one.
    """

    quote: str
    page: int | None = None
    box: Box | None = None
    block: str | None = None
    line: int | None = None
    rule: str = ""
    confidence: float | None = None
    weakest: float | None = None


SectionKind = Literal["front", "attendance", "item", "matters-arising", "action-list", "signature", "back"]
ParagraphKind = Literal["text", "bullet", "heading", "row", "agenda"]


@dataclass(frozen=True)
class Paragraph:
    """Lines that belong together, joined into one text; knows where each character was printed.

    Attributes:
        text: the lines joined with a blank (a hyphen at a line's end is kept as printed, joined without blank
            where the word goes on), its number or bullet left out.
        lines: the printed lines.
        starts: where each line's text begins in `text` (the first may be negative: its number was cut off).
        number: "3.1" as read, "" where it has none; `printed` as the page shows it ("3.1.", "4..6").
        margin: owner lines that stand beside it (right margin or action column).
        kind: text, bullet, heading (a sub-heading inside a section), row (a table row flattened) or agenda (what the
            meeting was asked to do, printed again above what is minuted).
    """

    text: str
    lines: tuple[Line, ...]
    starts: tuple[int, ...]
    number: str = ""
    printed: str = ""
    margin: tuple[Line, ...] = ()
    kind: ParagraphKind = "text"

    def evidence(self, start: int = 0, end: int | None = None, *, rule: str = "") -> Evidence:
        """Evidence for text[start:end]; the box covers the lines that the quote touches on its first page."""
        end = len(self.text) if end is None else end
        touched = [
            line
            for line, begin in zip(self.lines, self.starts, strict=True)
            if begin < end and begin + len(line.text) > start
        ] or list(self.lines[:1])
        return evidence_of(tuple(touched), self.text[start:end], rule=rule)


def evidence_of(lines: tuple[Line, ...], quote: str, *, rule: str = "") -> Evidence:
    """Evidence for a quote that these lines hold; the box is theirs on the page of the first."""
    if not lines:
        return Evidence(quote=quote, rule=rule)
    first = lines[0]
    boxes = [line.box for line in lines if line.box and line.page == first.page]
    box = None
    if boxes:
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        box = (min(lefts), min(tops), max(rights), max(bottoms))
    plain = Evidence(quote=quote, page=first.page, box=box, block=first.block, line=first.number, rule=rule)
    sure = _confidence(lines, quote)
    return replace(plain, confidence=round(mean(sure), 2), weakest=min(sure)) if sure else plain


def _confidence(lines: tuple[Line, ...], quote: str) -> list[float]:
    """That of each word that the quote touches; of all words of the lines where they do not hold it as it is."""
    if not any(line.confidence for line in lines):  # a paper that nobody scanned
        return []
    words = [(word, sure) for line in lines for word, sure in zip(line.text.split(), line.confidence, strict=False)]
    if not words:
        return []
    start = " ".join(word for word, _ in words).find(fold(quote))
    end = start + len(fold(quote))
    touched: list[float] = []
    at = 0
    for word, sure in words:
        if start < 0 or (at < end and start < at + len(word)):
            touched.append(sure)
        at += len(word) + 1
    return touched


Part = Paragraph | Table
"""What stands in a section, in order."""


@dataclass(frozen=True)
class Section:
    """An item of business (or the front, the attendance list, an action list ...) with what stands under it.

    Attributes:
        number: as printed without closing stop ("3", "20.03.01", "BM 01/2021"), "" where none.
        title: verbatim, "" for the front.
        heading: the paragraph that the number and title come from; None for the front.
        body: paragraphs and tables in order.
        visibility: exempt where the paper says that the public was excluded.
    """

    kind: SectionKind
    number: str = ""
    title: str = ""
    heading: Paragraph | None = None
    body: tuple[Part, ...] = ()
    visibility: Literal["public", "exempt"] = "public"

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(part for part in self.body if isinstance(part, Paragraph))


@dataclass(frozen=True)
class Outline:
    """A paper's sections in order, with the doubts met on the way (a number gap, "4..6")."""

    sections: tuple[Section, ...]
    problems: tuple[Problem, ...] = field(default=())


def depth_of(part: Part) -> int:
    """How many lists a part stands in, by its first line."""
    return part.lines[0].depth if part.lines else 0


def text_of(part: Part) -> str:
    """The words of a paragraph; a table has none."""
    return part.text.strip() if isinstance(part, Paragraph) else ""


def fold(text: str) -> str:
    """White space runs folded to one blank: how quotes and source text are compared."""
    return " ".join(text.split())


def slug(text: str, *, longest: int = 80) -> str:
    """A name for a folder or an id: small letters, digits and hyphens; accents taken off. "" where nothing is left."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    whole = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")
    return whole if len(whole) <= longest else whole[: longest + 1].rsplit("-", 1)[0][:longest].strip("-")
