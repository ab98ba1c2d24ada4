"""HTML -> Source: what a browser would show of the paper itself, menus and banners left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import lxml.html
from lxml import etree

from pipeline.paper import Role, Source, fold
from pipeline.problem import UnreadableError
from pipeline.read.numbering import drawn_bullet, number_as
from pipeline.read.package import Element
from pipeline.read.parts import Grid, Para, Part, bold_lines, bold_share, flow_of, lead_of

MEDIA_TYPE = "text/html"

_UNSEEN = ("script", "style", "noscript", "template", "svg", "math", "head", "iframe", "object", "select", "button",
           "textarea", "nav", "del", "audio", "video", "canvas", "dialog")  # fmt: skip
_AROUND = ("aside", "header", "footer")
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 header hr html legend li main menu ol p pre section summary table tbody td tfoot th thead tr"
    " ul".split()
)
_BOLD = frozenset(("b", "strong", "u", "th", "dt", "summary"))
_BANNER = re.compile(r"cookie|skip-?(?:to|link|nav)|breadcrumb", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|text-decoration[\w-]*\s*:\s*underline", re.IGNORECASE)
_LIST_STYLE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*?\b(none|decimal|(?:lower|upper)-(?:alpha|latin|roman)|disc|circle|square)\b", re.I
)
_FORMATS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "decimal": "decimal", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
    "disc": "bullet", "circle": "bullet", "square": "bullet", "none": "none",
}  # fmt: skip
_DROPPED = "x-dropped"
_MOST_COLUMNS = 100
_MOST_ROWS = 1000


def read_html(text: str, *, name: str, sha256: str) -> Source:
    """A page's paragraphs and tables in reading order; its title in `fields`.

    Raises:
        UnreadableError: nothing in it can be parsed as HTML.
    """
    try:
        root = _parse(text)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(
            f"{name}: this HTML page can't be parsed.", reason="not-a-document", hint="Print it to PDF and ingest that."
        ) from error
    title = fold(" ".join(root.xpath("//title//text()")[:1]))
    main = _main(root)
    names = [] if main is root else root.xpath("//body//header//h1 | //body//header//h2 | //body//h1")
    site = next((fold(name.text_content()) for name in names if main not in name.iterancestors()), "")
    return Source(
        path=name,
        sha256=sha256,
        media_type=MEDIA_TYPE,
        reader="html",
        flow=flow_of(_Walk().parts(main)),
        fields=tuple((key, words) for key, words in (("title", title), ("site", site)) if words),
    )


def html_parts(text: str) -> list[Part]:
    """The paragraphs and grids of a piece of HTML, such as Markdown may hold."""
    try:
        return _Walk().parts(_without_unseen(_parse(f"<html><body>{text}</body></html>")))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return []


def _parse(text: str) -> Element:
    # huge_tree: HTML has no entities to swell, and without it libxml2 drops all text deeper than 256 tags unsaid.
    parser = lxml.html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    # NUL would end the text for libxml2; half surrogate pairs have no place in UTF-8.
    root = lxml.html.document_fromstring(text.replace("\0", "").encode("utf-8", "ignore"), parser=parser)
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise RecursionError("tags in tags in tags")
    return root


def _main(root: Element) -> Element:
    """The part of the page that is the paper: its <main> or only <article>, where that holds much of the text."""
    _without_unseen(root)
    whole = len(fold(root.text_content()))
    found = root.xpath("//main | //*[@role='main']") or root.xpath("//article[not(ancestor::article)]")
    best = max(found, key=lambda e: len(e.text_content()), default=None)
    if best is None or len(fold(best.text_content())) < min(0.3 * whole, 500):
        return root
    # A header inside the article holds its title; a footer or an aside does not.
    _drop(best, [element for element in best.iter("footer", "aside") if element is not best])
    return best


def _without_unseen(root: Element) -> Element:
    inner = (e for e in root.iter() if isinstance(e.tag, str) and e is not root and e.tag != "body")
    _drop(root, [element for element in inner if _is_unseen(element)])
    for described in root.iter("dl"):
        _in_lines(described)
    return root


_SHORT = 8  # words behind a term that are its value: "Date" 4 March 2025, "Treasurer" Ann Box


def _in_lines(described: Element) -> None:
    """Makes a line each, "Treasurer: Ann Box", of the terms of a list that have one short value; a text stays below."""
    for term in described.findall("dt"):
        value = term.getnext()
        alone = value is not None and value.tag == "dd" and (value.getnext() is None or value.getnext().tag == "dt")
        words = fold(value.text_content()).split() if value is not None and alone else []
        label = fold(term.text_content()).rstrip(":")
        if 0 < len(words) <= _SHORT and words[-1][-1] != "." and 0 < len(label.split()) <= _SHORT:
            described.remove(value)
            term.clear(keep_tail=True)
            term.tag = "p"
            bold = etree.SubElement(term, "b")
            bold.text, bold.tail = f"{label}:", " " + " ".join(words)


def _drop(root: Element, elements: list[Element]) -> None:
    """Takes elements out and leaves the text behind them: renamed, so that one pass finds them all."""
    for element in elements:
        element.tag = _DROPPED
    etree.strip_elements(root, _DROPPED, with_tail=False)


def _is_unseen(element: Element) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return (
        element.tag in _UNSEEN
        or element.get("hidden") is not None
        or element.get("role") in ("navigation", "dialog", "alertdialog", "search")
        or (element.tag in ("td", "th") and _is_menu(element))
        or bool(_HIDDEN_STYLE.search(element.get("style", "")))
        or bool(_BANNER.search(names) and element.tag not in ("main", "article") and len(element.text_content()) < 2000)
    )


_MENU = re.compile(
    r"\W*(?:home(?:\s*page)?|contact(?:\s+us)?|site\s*map|about(?:\s+us)?|log\s*in|search)\W*", re.IGNORECASE
)


def _is_menu(cell: Element) -> bool:
    """A cell of nothing but links, one of which leads home or to the people behind the page."""
    links = [fold(link.text_content()) for link in cell.iter("a")]
    whole = "".join(cell.text_content().split())
    return len(links) > 2 and whole == "".join("".join(links).split()) and any(map(_MENU.fullmatch, links))


@dataclass
class _Cell:
    parts: list[Part] = field(default_factory=list)
    columns: int = 1
    rows: int = 1
    head: bool = False


@dataclass
class _List:
    style: str
    next: int


@dataclass
class _Walk:
    """Goes over the tree by events, not by recursion: pages nest deeper than Python calls may."""

    runs: list[tuple[str, bool]] = field(default_factory=list)
    marker: str = ""
    heading: int = 0
    bold: int = 0
    pre: int = 0
    around: int = 0
    lists: list[_List] = field(default_factory=list)
    outs: list[list[Part]] = field(default_factory=lambda: [[]])
    tables: list[list[list[_Cell]]] = field(default_factory=list)

    def parts(self, root: Element) -> list[Part]:
        for event, element in etree.iterwalk(root, events=("start", "end")):
            if not isinstance(element.tag, str):
                # an entity that names nothing
                if event == "end":
                    self._text(element.tail)
            elif event == "start":
                self._start(element, element.tag)
                self._text(element.text)
            else:
                self._end(element, element.tag)
                if element is not root:
                    self._text(element.tail)
        self._flush()
        return self.outs[0]

    def _text(self, text: str | None) -> None:
        if text:
            text = text.replace("\r", "") if self.pre else re.sub(r"[\s\x0b\x85\u2028\u2029]+", " ", text)
            self.runs.append((text, self.bold > 0))

    def _flush(self) -> None:
        text = "".join(run for run, _ in self.runs)
        if text.strip():
            bold = bold_share(self.runs)
            role: Role = "furniture" if self.around else "body"
            para = Para(
                self.marker + text.strip(" "), bold=bold, heading=self.heading, role=role, depth=len(self.lists)
            )
            self.outs[-1].append(replace(para, bolds=bold_lines(self.runs), lead=lead_of(self.runs)))
            self.marker = ""
        elif text and "\xa0" in text:
            self.outs[-1].append(Para(""))
        self.runs = []

    def _start(self, element: Element, tag: str) -> None:
        if tag == "br":
            self.runs.append(("\n", False))
            return
        if tag in _BLOCKS:
            self._flush()
        if _is_bold(element):
            self.bold += 1
        if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            self.heading = int(tag[1])
        elif tag == "hr":
            self.outs[-1].append(Para(""))
        elif tag == "pre":
            self.pre += 1
        elif tag in _AROUND and element.getparent() is not None:
            self.around += element.getparent().tag == "body" or tag == "aside"
        elif tag in ("ul", "ol", "menu"):
            self.lists.append(
                _List(_style(element, "decimal" if tag == "ol" else "bullet"), _whole(element.get("start"), 1))
            )
        elif tag == "li":
            self.marker += self._item(element)
        elif tag == "table":
            self.tables.append([])
        elif tag == "tr" and self.tables:
            self.tables[-1].append([])
        elif tag in ("td", "th") and self.tables:
            self._cell(element, head=tag == "th")

    def _item(self, element: Element) -> str:
        if not self.lists:
            return "• "
        current = self.lists[-1]
        number = _whole(element.get("value"), current.next)
        current.next = number + 1
        style = _style(element, current.style)
        if style == "none":
            return ""
        return f"{drawn_bullet(len(self.lists))} " if style == "bullet" else f"{number_as(style, number)}. "

    def _cell(self, element: Element, *, head: bool) -> None:
        if not self.tables[-1]:
            self.tables[-1].append([])
        in_head = any(parent.tag == "thead" for parent in element.iterancestors("thead", "table"))
        cell = _Cell(
            columns=min(_whole(element.get("colspan"), 1), _MOST_COLUMNS),
            rows=min(_whole(element.get("rowspan"), 1), _MOST_ROWS),
            head=head or in_head,
        )
        self.tables[-1][-1].append(cell)
        self.outs.append(cell.parts)

    def _end(self, element: Element, tag: str) -> None:
        if tag in _BLOCKS:
            self._flush()
        if _is_bold(element):
            self.bold -= 1
        if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            self.heading = 0
        elif tag == "pre":
            self.pre -= 1
        elif tag in _AROUND and element.getparent() is not None:
            self.around -= element.getparent().tag == "body" or tag == "aside"
        elif tag in ("ul", "ol", "menu") and self.lists:
            self.lists.pop()
        elif tag == "li":
            self.marker = ""
        elif tag in ("td", "th") and len(self.outs) > 1:
            self.outs.pop()
        elif tag == "table" and self.tables:
            rows = list(_rows(self.tables.pop()))
            # a table of nothing but header cells has no header
            header = next((n for n, (is_header, _) in enumerate(rows) if not is_header), 0)
            self.outs[-1].append(Grid(tuple(row for _, row in rows), header=header))


def _rows(rows: list[list[_Cell]]) -> Iterator[tuple[bool, tuple[tuple[Part, ...], ...]]]:
    """Rows with their cells spread over the columns, a merged cell in its first place; whether each is a header."""
    below: dict[int, int] = {}
    for row in rows:
        placed: list[tuple[Part, ...]] = []
        spans: dict[int, int] = {}
        for cell in row:
            while below.get(len(placed), 0) > 0:
                placed.append(())
            # a cell with words in it stands, however wide the table has grown
            for place in range(max(1, min(cell.columns, _MOST_COLUMNS - len(placed)))):
                if cell.rows > 1 and len(placed) < _MOST_COLUMNS:
                    spans[len(placed)] = cell.rows
                placed.append(tuple(cell.parts) if place == 0 else ())
        while below.get(len(placed), 0) > 0:
            placed.append(())
        below = {column: left - 1 for column, left in below.items() if left > 1} | {c: n - 1 for c, n in spans.items()}
        yield bool(row) and all(cell.head for cell in row), tuple(placed)


def is_bold(tag: str, style: str) -> bool:
    """Does an element stand out by its tag or by what its style says?"""
    return tag in _BOLD or bool(_BOLD_STYLE.search(style))


def _is_bold(element: Element) -> bool:
    return is_bold(element.tag, element.get("style", ""))


def _style(element: Element, usual: str) -> str:
    """How a list or one of its items is numbered: a number format of Word's, "bullet" or "none"."""
    if found := _LIST_STYLE.search(element.get("style", "")):
        return _FORMATS[found[1].lower()]
    return _FORMATS.get(element.get("type", ""), usual)


def _whole(text: str | None, usual: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text.strip()) and int(text) >= 0 else usual
