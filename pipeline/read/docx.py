"""Word -> Source: paragraphs and tables as Word shows them, list numbers drawn, tracked changes accepted.

Reads the package's XML itself: python-docx passes over content controls, text boxes, tracked changes, list numbers and
nested tables, and refuses files of Word's strict form.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.paper import Source, fold
from pipeline.read.docx_styles import Lists, Look, Styles, W, is_on, look_of, number, outline_level, value
from pipeline.read.package import Element, Package, truncated
from pipeline.read.parts import PAGE_BREAK, Grid, Para, Part, bold_lines, bold_share, flow_of, lead_of, with_lead
from pipeline.read.sized import with_levels
from pipeline.read.sniff import DOCX

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_DROPPED = frozenset(W + name for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sdtPr", "fldData"))
_SYMBOLS = {"F0FE": "☒", "F0FD": "☒", "F0A8": "☐", "F06F": "☐", "F0FC": "✓", "F0FB": "✗", "F0B7": "•", "F0A7": "•"}
_PARTS = ("header", "footer", "footnotes", "endnotes", "styles", "numbering")


def read_docx(path: Path, *, name: str, sha256: str, media_type: str = DOCX, reader: str = "docx") -> Source:
    """A Word document's paragraphs and tables in reading order; headers and footers are furniture.

    Raises:
        UnreadableError: truncated, locked, too big unpacked, or without a text.
    """
    with Package(path, name) as package:
        main = _main_part(package)
        root = package.xml(main)
        body = None if root is None else root.find(W + "body")
        if body is None:
            raise truncated(name)
        document = _Document(package, main)
        flow = with_levels(flow_of(document.parts(body)))
        fields = tuple(_fields(package))
    return Source(path=name, sha256=sha256, media_type=media_type, reader=reader, flow=flow, fields=fields)


def _main_part(package: Package) -> str:
    root = package.xml("_rels/.rels")
    for relation in () if root is None else root.iter(_RELATION):
        if relation.get("Type", "").endswith("/officeDocument"):
            return str(relation.get("Target", "")).lstrip("/")
    return "word/document.xml"


def _fields(package: Package) -> Iterator[tuple[str, str]]:
    root = package.xml("docProps/core.xml")
    for element in () if root is None else root:
        key = str(element.tag).rpartition("}")[2]
        if key in ("title", "subject", "created") and (text := fold(element.text or "")):
            yield key, text


class _Document:
    """What the parts of a document say about each other, while the body is read from top to bottom."""

    def __init__(self, package: Package, main: str) -> None:
        self._package = package
        self._targets: dict[str, str] = {}
        self._kinds: dict[str, str] = {}
        folder = posixpath.dirname(main)
        relations = package.xml(posixpath.join(folder, "_rels", posixpath.basename(main) + ".rels"))
        for relation in () if relations is None else relations.iter(_RELATION):
            kind = str(relation.get("Type", "")).rpartition("/")[2]
            target = str(relation.get("Target", ""))
            target = (
                target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            )
            if kind in _PARTS and relation.get("TargetMode") != "External":
                self._targets[str(relation.get("Id"))] = target
                self._kinds.setdefault(kind, target)
        self._styles = Styles(self._xml("styles"))
        self._lists = Lists(self._xml("numbering"), self._styles)
        self._notes: list[tuple[str, str]] = []

    def _xml(self, kind: str) -> Element | None:
        return self._package.xml(self._kinds[kind]) if kind in self._kinds else None

    def parts(self, body: Element) -> list[Part]:
        """Headers, the body, its notes, footers."""
        text = list(self._blocks(body))
        return [
            *self._furniture(body, "headerReference"),
            *text,
            *self._note_parts(),
            *self._furniture(body, "footerReference"),
        ]

    def _furniture(self, body: Element, tag: str) -> Iterator[Part]:
        """The headers or footers of all sections, each text once."""
        seen: set[str] = set()
        for reference in body.iter(W + tag):
            target = self._targets.get(str(reference.get(_R + "id")))
            root = self._package.xml(target) if target else None
            for para in () if root is None else _paras(self._blocks(root)):
                if (text := fold(para.text)) and text not in seen:
                    seen.add(text)
                    yield Para(para.text.replace(PAGE_BREAK, ""), bold=para.bold, size=para.size, role="furniture")

    def _note_parts(self) -> Iterator[Part]:
        """Footnotes and endnotes in the order in which the text calls them, each behind its number."""
        for kind in ("footnotes", "endnotes"):
            wanted = [key for note, key in self._notes if f"{note}s" == kind]
            root = self._xml(kind) if wanted else None
            if root is None:
                continue
            elements = {value(element, "id"): element for element in root}
            for count, key in enumerate(wanted, 1):
                if (element := elements.get(key)) is not None:
                    text = " ".join(fold(para.text) for para in _paras(self._blocks(element)))
                    yield Para(f"{count} {text}" if text else "")

    def _blocks(self, container: Element) -> Iterator[Part]:
        """Paragraphs and tables below an element, through content controls, inserted parts and custom XML."""
        for element in container:
            if element.tag == W + "p":
                yield from self._paragraph(element)
            elif element.tag == W + "tbl":
                yield self._table(element)
            elif element.tag == _CHOICE:
                yield from self._blocks(_chosen(element))
            elif element.tag not in _DROPPED and element.tag != W + "sectPr":
                yield from self._blocks(element)

    def _paragraph(self, paragraph: Element) -> Iterator[Part]:
        properties = paragraph.find(W + "pPr")
        style = self._styles.get(self._styles.default)
        if properties is not None and (key := value(properties.find(W + "pStyle"))):
            style = self._styles.get(key)
        look = style.look.over(self._styles.base)
        boxes: list[Element] = []
        runs = with_lead([run for run in self._runs(paragraph, look, boxes) if run[0]])
        if not runs and (_is_deleted(properties) or _is_hidden(properties, look)):
            return
        text = "".join(run[0] for run in runs)
        weights = [(run, bold) for run, bold, _ in runs]
        mark = self._lists.mark(properties, style)
        if properties is not None and is_on(properties.find(W + "pageBreakBefore")):
            text = PAGE_BREAK + text
            weights.insert(0, (PAGE_BREAK, False))
        level = outline_level(properties)
        breaks = len(text) - len(text.lstrip(PAGE_BREAK + " \n"))
        yield Para(
            text[:breaks] + mark + text[breaks:] if text.strip() else text,
            bold=bold_share(weights),
            bolds=bold_lines(weights),
            lead=lead_of(weights),
            heading=style.heading if level is None else level,
            size=_usual_size(runs),
            depth=self._lists.depth,
        )
        for box in boxes:
            yield from self._blocks(box)
        if properties is not None and _new_page(properties.find(W + "sectPr")):
            yield Para(PAGE_BREAK)

    def _runs(self, parent: Element, look: Look, boxes: list[Element]) -> Iterator[tuple[str, bool, float | None]]:
        """The text of a paragraph's runs, each with whether it is bold and its size; text boxes go to `boxes`."""
        for element in parent:
            if element.tag in _DROPPED:
                continue
            if element.tag == W + "r":
                yield from self._run(element, look, boxes)
            elif element.tag == _CHOICE:
                yield from self._runs(_chosen(element), look, boxes)
            else:
                yield from self._runs(element, look, boxes)

    def _run(self, run: Element, below: Look, boxes: list[Element]) -> Iterator[tuple[str, bool, float | None]]:
        properties = run.find(W + "rPr")
        named = None if properties is None else value(properties.find(W + "rStyle"))
        look = look_of(properties).over(self._styles.get(named).look if named else Look()).over(below)
        if look.hidden:
            return
        text = "".join(self._piece(element, boxes) for element in run)
        if look.caps:
            text = text.upper()
        yield text, bool(look.bold or look.underlined), look.size

    def _piece(self, element: Element, boxes: list[Element]) -> str:
        match str(element.tag).rpartition("}")[2]:
            case "t":
                return element.text or ""
            case "tab" | "ptab":
                return "\t"
            case "br":
                return PAGE_BREAK if value(element, "type") == "page" else "\n"
            case "cr":
                return "\n"
            case "noBreakHyphen":
                return "-"
            case "sym":
                return _SYMBOLS.get((value(element, "char") or "").upper(), "")
            case "footnoteReference" | "endnoteReference" as note:
                self._notes.append((note.removesuffix("Reference"), value(element, "id") or ""))
            case "drawing" | "pict" | "object":
                boxes += _text_boxes(element)
            case "AlternateContent":
                boxes += _text_boxes(_chosen(element))
        return ""

    def _table(self, table: Element) -> Grid:
        rows: list[tuple[tuple[Part, ...], ...]] = []
        header = 0
        for row in _children(table, W + "tr"):
            properties = row.find(W + "trPr")
            if properties is not None and properties.find(W + "del") is not None:
                continue
            marked = properties is not None and is_on(properties.find(W + "tblHeader"))
            header += bool(marked) and header == len(rows)
            rows.append(tuple(self._cells(row, properties)))
        return Grid(tuple(rows), header=header if header < len(rows) else 0)

    def _cells(self, row: Element, properties: Element | None) -> Iterator[tuple[Part, ...]]:
        before = None if properties is None else number(properties.find(W + "gridBefore"))
        for _ in range(min(before or 0, 60)):
            yield ()
        for cell in _children(row, W + "tc"):
            shape = cell.find(W + "tcPr")
            merged = None if shape is None else shape.find(W + "vMerge")
            continued = merged is not None and value(merged) != "restart"
            span = None if shape is None else number(shape.find(W + "gridSpan"))
            yield () if continued else tuple(self._blocks(cell))
            for _ in range(1, min(span or 1, 60)):
                yield ()


def _children(parent: Element, tag: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, also those in content controls and marks of changes."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag not in _DROPPED and element.tag not in (W + "tbl", W + "p", W + "tr", W + "tc"):
            yield from _children(element, tag)


def _chosen(alternatives: Element) -> Element:
    """The first alternative that has words in it: Word writes text boxes twice, for new and for old programs."""
    options = list(alternatives)
    return next((option for option in options if next(option.iter(W + "t"), None) is not None), [])


def _text_boxes(element: Element | list[Element]) -> list[Element]:
    """The outermost text boxes below a drawing; those inside a box come out as its blocks are read."""
    found: list[Element] = []
    for child in element:
        if child.tag == W + "txbxContent":
            found.append(child)
        elif child.tag == _CHOICE:
            found += _text_boxes(_chosen(child))
        else:
            found += _text_boxes(child)
    return found


def _is_deleted(properties: Element | None) -> bool:
    return properties is not None and properties.find(f"{W}rPr/{W}del") is not None


def _is_hidden(properties: Element | None, look: Look) -> bool:
    mark = None if properties is None else properties.find(W + "rPr")
    return bool(look_of(mark).over(look).hidden)


def _new_page(section: Element | None) -> bool:
    return section is not None and value(section.find(W + "type")) not in ("continuous", "nextColumn")


def _usual_size(runs: Iterable[tuple[str, bool, float | None]]) -> float | None:
    """The size of most letters."""
    letters: dict[float, int] = {}
    for text, _, size in runs:
        if size is not None:
            letters[size] = letters.get(size, 0) + len(re.sub(r"\s", "", text))
    return max(letters, key=lambda size: letters[size], default=None)


def _paras(parts: Iterable[Part]) -> Iterator[Para]:
    for part in parts:
        if isinstance(part, Para):
            yield part
        else:
            yield from (para for row in part.rows for cell in row for para in _paras(cell))
