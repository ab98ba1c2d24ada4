"""OpenDocument text -> Source: paragraphs and tables as a word processor shows them, list numbers drawn.

Reads the package's XML itself: odfdo gives a paragraph's text without its list number and keeps deleted text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.paper import Source, fold
from pipeline.read.numbering import number_as
from pipeline.read.package import Element, Package, locked, truncated
from pipeline.read.parts import PAGE_BREAK, Grid, Para, Part, bold_lines, bold_share, flow_of
from pipeline.read.sized import with_levels
from pipeline.read.sniff import ODT

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, STYLE, TEXT, TABLE = (f"{{{_NAMES}{kind}:1.0}}" for kind in ("office", "style", "text", "table"))
FO = f"{{{_NAMES}xsl-fo-compatible:1.0}}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_DROPPED = frozenset(
    [
        TEXT + name
        for name in ("tracked-changes", "sequence-decls", "variable-decls", "user-field-decls", "note-citation")
    ]
    + [OFFICE + "annotation", OFFICE + "forms"]
)
_FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_DASHES = "-–—*"
MOST_COLUMNS = 60
MOST_LEVELS = 10


def read_odt(path: Path, *, name: str, sha256: str) -> Source:
    """An OpenDocument text's paragraphs and tables in reading order; headers and footers are furniture.

    Raises:
        UnreadableError: truncated, locked or too big unpacked.
    """
    with Package(path, name) as package:
        manifest = package.bytes("META-INF/manifest.xml") or b""
        if b"encryption-data" in manifest:
            raise locked(name)
        content, styles, meta = (package.xml(f"{part}.xml") for part in ("content", "styles", "meta"))
    body = None if content is None else content.find(f"{OFFICE}body/{OFFICE}text")
    if content is None or body is None:
        raise truncated(name)
    document = _Document([root for root in (styles, content) if root is not None])
    parts = [
        *document.furniture(styles, "header"),
        *document.blocks(body),
        *document.notes,
        *document.furniture(styles, "footer"),
    ]
    return Source(
        path=name,
        sha256=sha256,
        media_type=ODT,
        reader="odt",
        flow=with_levels(flow_of(parts)),
        fields=tuple(_fields(meta)),
    )


def _fields(meta: Element | None) -> Iterator[tuple[str, str]]:
    for element in () if meta is None else meta.iter(_DC + "title", _DC + "subject"):
        if text := fold(element.text or ""):
            yield str(element.tag).rpartition("}")[2], text


@dataclass(frozen=True, slots=True)
class _Style:
    """A style with what it inherits; None means that it does not say."""

    bold: bool | None = None
    hidden: bool | None = None
    caps: bool | None = None
    size: float | None = None
    page: bool | None = None
    lists: str | None = None


@dataclass
class _List:
    """An open list: its style by name, and its count at each level."""

    style: str | None
    counts: dict[int, int] = field(default_factory=dict)


class _Document:
    """Styles and list counts, while the body is read from top to bottom."""

    def __init__(self, roots: list[Element]) -> None:
        self.notes: list[Part] = []
        self._elements: dict[tuple[str, str], Element] = {}
        self._levels: dict[str, dict[int, Element]] = {}
        self._known: dict[tuple[str, str], _Style] = {}
        self._outline: dict[int, Element] = {}
        self._outline_counts = _List(None)
        self._by_id: dict[str, _List] = {}
        self._last: dict[str | None, _List] = {}
        for root in roots:
            for element in root.iter(STYLE + "style"):
                self._elements[element.get(STYLE + "family", ""), element.get(STYLE + "name", "")] = element
            for element in root.iter(TEXT + "list-style"):
                self._levels[element.get(STYLE + "name", "")] = _levels(element)
            for element in root.iter(TEXT + "outline-style"):
                self._outline = _levels(element)

    def blocks(self, container: Element, marker: str = "") -> Iterator[Part]:
        """Paragraphs and tables below an element; `marker` goes before the first words."""
        for element in container:
            if element.tag in _DROPPED:
                continue
            if element.tag in (TEXT + "p", TEXT + "h"):
                yield from self._paragraph(element, marker)
                marker = ""
            elif element.tag == TEXT + "list":
                yield from self._list(element, None, 1, marker)
                marker = ""
            elif element.tag == TABLE + "table":
                yield self._table(element)
            else:
                yield from self.blocks(element, marker)

    def furniture(self, styles: Element | None, kind: str) -> Iterator[Part]:
        """The headers or footers of all page styles, each text once."""
        seen: set[str] = set()
        for tag in (kind, f"{kind}-first", f"{kind}-left"):
            for element in () if styles is None else styles.iter(STYLE + tag):
                for paragraph in element.iter(TEXT + "p"):
                    text = fold("".join(run for run, _, _ in self._runs(paragraph, _Style(), [])))
                    if text and text not in seen:
                        seen.add(text)
                        yield Para(text, role="furniture")

    def _style(self, family: str, name: str | None, depth: int = 0) -> _Style:
        key = (family, name or "")
        if key in self._known:
            return self._known[key]
        element = self._elements.get(key)
        if element is None or depth > 20:
            return _Style()
        below = self._style(family, element.get(STYLE + "parent-style-name"), depth + 1)
        text = element.find(STYLE + "text-properties")
        own = _look(text, below.size)
        paragraph = element.find(STYLE + "paragraph-properties")
        page = None if paragraph is None else paragraph.get(FO + "break-before")
        style = _Style(
            below.bold if own.bold is None else own.bold,
            below.hidden if own.hidden is None else own.hidden,
            below.caps if own.caps is None else own.caps,
            below.size if own.size is None else own.size,
            page == "page" or bool(element.get(STYLE + "master-page-name")),
            element.get(STYLE + "list-style-name", below.lists),
        )
        self._known[key] = style
        return style

    def _paragraph(self, element: Element, marker: str) -> Iterator[Part]:
        style = self._style("paragraph", element.get(TEXT + "style-name"))
        boxes: list[Element] = []
        runs = list(self._runs(element, style, boxes))
        text = "".join(run for run, _, _ in runs)
        heading = 0
        if element.tag == TEXT + "h":
            level = element.get(TEXT + "outline-level", "1")
            heading = min(int(level), 6) if level.isdigit() else 1
            if not marker and text.strip() and element.get(TEXT + "is-list-header") != "true":
                marker = self._draw(self._outline, self._outline_counts, heading, None)
        weights = [(run, bold) for run, bold, _ in runs]
        if text.strip() or not runs:
            yield Para(
                (PAGE_BREAK if style.page else "") + (marker + text if text.strip() else text),
                bold=bold_share(weights),
                bolds=bold_lines([*([(PAGE_BREAK, False)] if style.page else []), *weights]),
                heading=heading,
                size=next((size for run, _, size in runs if run.strip() and size), style.size),
            )
        for box in boxes:
            yield from self.blocks(box)

    def _runs(self, parent: Element, style: _Style, boxes: list[Element]) -> Iterator[tuple[str, bool, float | None]]:
        def run(text: str | None) -> Iterator[tuple[str, bool, float | None]]:
            if text and not style.hidden:
                folded = re.sub(r"[ \t\r\n]+", " ", text)
                yield folded.upper() if style.caps else folded, bool(style.bold), style.size

        yield from run(parent.text)
        for element in parent:
            tag = element.tag
            if tag == TEXT + "s":
                yield " ", False, None
            elif tag == TEXT + "tab":
                yield "\t", False, None
            elif tag == TEXT + "line-break":
                yield "\n", False, None
            elif tag == TEXT + "soft-page-break":
                pass
            elif tag == TEXT + "note":
                self._note(element)
            elif str(tag).endswith("}text-box"):
                boxes.append(element)
            elif tag == TEXT + "span":
                own = self._style("text", element.get(TEXT + "style-name"))
                yield from self._runs(element, _over(own, style), boxes)
            elif tag not in _DROPPED and not str(tag).endswith(("}title", "}desc", "}hidden-text", "}ruby-text")):
                yield from self._runs(element, style, boxes)
            yield from run(element.tail)

    def _note(self, note: Element) -> None:
        number = (
            "".join(note.find(TEXT + "note-citation").itertext())
            if note.find(TEXT + "note-citation") is not None
            else ""
        )
        body = note.find(TEXT + "note-body")
        text = " ".join(
            fold("".join(run for run, _, _ in self._runs(p, _Style(), [])))
            for p in (() if body is None else body.iter(TEXT + "p"))
        )
        self.notes.append(Para(f"{number} {text}".strip()))

    def _list(self, element: Element, above: _List | None, level: int, marker: str) -> Iterator[Part]:
        state = above or self._open(element)
        name = element.get(TEXT + "style-name") or state.style
        levels = self._levels.get(name or "", {})
        if above is not None:
            for deeper in [at for at in state.counts if at >= level]:
                del state.counts[deeper]
        for item in element:
            if item.tag not in (TEXT + "list-item", TEXT + "list-header"):
                continue
            first = next((child for child in item if child.tag in (TEXT + "p", TEXT + "h", TEXT + "list")), None)
            own = ""
            # An item that holds nothing but a deeper list shows no number of its own.
            if item.tag == TEXT + "list-item" and first is not None and first.tag != TEXT + "list":
                start = item.get(TEXT + "start-value", "")
                own = self._draw(
                    levels or self._of_paragraph(first), state, level, int(start) if start.isdigit() else None
                )
            for child in item:
                if child.tag == TEXT + "list":
                    yield from self._list(child, _List(name, state.counts), min(level + 1, MOST_LEVELS), "")
                else:
                    for part in self.blocks([child], marker + own):
                        yield replace(part, depth=level) if isinstance(part, Para) else part
                marker = own = ""

    def _of_paragraph(self, paragraph: Element) -> dict[int, Element]:
        return self._levels.get(self._style("paragraph", paragraph.get(TEXT + "style-name")).lists or "", {})

    def _open(self, element: Element) -> _List:
        """The state of an outermost list: a new one, or that of the list which it goes on with."""
        name = element.get(TEXT + "style-name")
        key = element.get("{http://www.w3.org/XML/1998/namespace}id") or element.get(TEXT + "id") or ""
        going_on = self._by_id.get(element.get(TEXT + "continue-list", "")) or (
            self._last.get(name) if element.get(TEXT + "continue-numbering") == "true" else None
        )
        state = going_on or _List(name)
        self._last[name] = state
        if key:
            self._by_id[key] = state
        return state

    def _draw(self, levels: dict[int, Element], state: _List, level: int, start: int | None) -> str:
        """The number or bullet of a list item with its blank ("3.1 "), "" where it has none. Counts one on."""
        shown = levels.get(level)
        if shown is None:
            return ""
        before = state.counts.get(level)
        state.counts[level] = start if start is not None else _start(shown) if before is None else before + 1
        for deeper in [at for at in state.counts if at > level]:
            del state.counts[deeper]
        if shown.tag == TEXT + "list-level-style-bullet":
            text = shown.get(TEXT + "bullet-char", "•")
            return f"{text if text in _DASHES else '•'} "
        if not shown.get(STYLE + "num-format"):
            text = f"{shown.get(STYLE + 'num-prefix', '')}{shown.get(STYLE + 'num-suffix', '')}".strip()
            return f"{text} " if re.search(r"\w", text) else ""
        count = int(shown.get(TEXT + "display-levels", "1"))
        numbers = []
        for at in range(max(level - count + 1, 1), level + 1):
            one = levels.get(at)
            if one is not None and (style := one.get(STYLE + "num-format")):
                numbers.append(number_as(_FORMATS.get(style, "decimal"), state.counts.get(at, _start(one))))
        text = f"{shown.get(STYLE + 'num-prefix', '')}{'.'.join(numbers)}{shown.get(STYLE + 'num-suffix', '')}".strip()
        return f"{text} " if text else ""

    def _table(self, table: Element) -> Grid:
        rows: list[tuple[tuple[Part, ...], ...]] = []
        header = 0
        for row, is_header in _table_rows(table):
            cells = tuple(self._cells(row))
            header += is_header and header == len(rows)
            if any(cells):
                rows.append(cells)
        return Grid(tuple(rows), header=header if header < len(rows) else 0)

    def _cells(self, row: Element) -> Iterator[tuple[Part, ...]]:
        count = 0
        for cell in row:
            if cell.tag not in (TABLE + "table-cell", TABLE + "covered-table-cell"):
                continue
            times = _whole(cell.get(TABLE + "number-columns-repeated"))
            parts = () if cell.tag == TABLE + "covered-table-cell" else tuple(self.blocks(cell))
            for _ in range(min(times, MOST_COLUMNS - count)):
                count += 1
                yield parts


def _table_rows(table: Element) -> Iterator[tuple[Element, bool]]:
    for element in table:
        if element.tag == TABLE + "table-row":
            yield element, False
        elif element.tag == TABLE + "table-header-rows":
            yield from ((row, True) for row in element if row.tag == TABLE + "table-row")
        elif element.tag in (TABLE + "table-rows", TABLE + "table-row-group"):
            yield from _table_rows(element)


def _levels(style: Element) -> dict[int, Element]:
    return {_whole(level.get(TEXT + "level")): level for level in style if level.get(TEXT + "level")}


def _start(level: Element) -> int:
    text = level.get(TEXT + "start-value", "1")
    return int(text) if text.isdigit() else 1


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdigit() and len(text) < 7 else 1


def _look(properties: Element | None, below: float | None) -> _Style:
    if properties is None:
        return _Style()
    weight = properties.get(FO + "font-weight")
    underline = properties.get(STYLE + "text-underline-style")
    bold = None
    if weight is not None or underline is not None:
        bold = weight in ("bold", "600", "700", "800", "900") or underline not in (None, "none")
    display = properties.get(f"{{{_NAMES}text:1.0}}display") or properties.get(TEXT + "display")
    caps = properties.get(FO + "text-transform")
    return _Style(
        bold=bold,
        hidden=None if display is None else display == "none",
        caps=None if caps is None else caps == "uppercase",
        size=_points(properties.get(FO + "font-size"), below),
    )


def _points(text: str | None, below: float | None) -> float | None:
    if text and (found := re.fullmatch(r"(\d{1,3}(?:\.\d+)?)(pt|%)", text)):
        return float(found[1]) if found[2] == "pt" else None if below is None else below * float(found[1]) / 100
    return None


def _over(own: _Style, below: _Style) -> _Style:
    return _Style(
        below.bold if own.bold is None else own.bold,
        below.hidden if own.hidden is None else own.hidden,
        below.caps if own.caps is None else own.caps,
        below.size if own.size is None else own.size,
    )
