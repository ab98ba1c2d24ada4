"""Word's styles and list numbers: what a paragraph looks like and which number Word draws before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.read.numbering import number_as
from pipeline.read.package import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MOST_LEVELS = 9
_DASHES = "-–—*"


def value(element: Element | None, name: str = "val") -> str | None:
    """The attribute w:val (or another one) of an element that may be missing."""
    found = None if element is None else element.get(W + name)
    return None if found is None else str(found)


def number(element: Element | None, name: str = "val") -> int | None:
    text = value(element, name)
    return int(text) if text and re.fullmatch(r"-?\d{1,9}", text) else None


def is_on(element: Element | None) -> bool | None:
    """A switch of Word's: present means on unless it says off; None where it is missing."""
    if element is None:
        return None
    return value(element) not in ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks. None means that this place does not say."""

    bold: bool | None = None
    underlined: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    size: float | None = None

    def over(self, below: Look) -> Look:
        """This look where it says something, else the one below."""
        return Look(
            below.bold if self.bold is None else self.bold,
            below.underlined if self.underlined is None else self.underlined,
            below.caps if self.caps is None else self.caps,
            below.hidden if self.hidden is None else self.hidden,
            below.size if self.size is None else self.size,
        )


def look_of(properties: Element | None) -> Look:
    """The look that run properties (w:rPr) give."""
    if properties is None:
        return Look()
    half = number(properties.find(W + "sz"))
    return Look(
        is_on(properties.find(W + "b")),
        is_on(properties.find(W + "u")),
        is_on(properties.find(W + "caps")),
        is_on(properties.find(W + "vanish")),
        None if half is None else half / 2,
    )


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it inherits: heading level (0 for none), list and level (None where it does not say)."""

    key: str
    look: Look = Look()
    heading: int = 0
    list_id: str | None = None
    level: int | None = None


class Styles:
    """The styles of a document by id."""

    def __init__(self, root: Element | None) -> None:
        self._elements = {} if root is None else {value(e, "styleId"): e for e in root.iter(W + "style")}
        self._known: dict[str | None, Style] = {}
        self.default = next(
            (
                str(key)
                for key, e in self._elements.items()
                if value(e, "type") == "paragraph" and value(e, "default") in ("1", "true", "on")
            ),
            "",
        )
        defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self.base = look_of(defaults)

    def get(self, key: str | None) -> Style:
        """A style; an empty one where the document has none of that id."""
        return self._get(key, 0)

    def _get(self, key: str | None, depth: int) -> Style:
        if key in self._known:
            return self._known[key]
        element = self._elements.get(key)
        if element is None or depth > 20:
            return Style(key or "")
        below = self._get(value(element.find(W + "basedOn")), depth + 1)
        properties = element.find(W + "pPr")
        list_id, level = numbered(properties)
        style = Style(
            key or "",
            look_of(element.find(W + "rPr")).over(below.look),
            _heading(element, properties, below.heading),
            below.list_id if list_id is None else list_id,
            below.level if level is None else level,
        )
        self._known[key] = style
        return style


def _heading(style: Element, properties: Element | None, inherited: int) -> int:
    name = (value(style.find(W + "name")) or "").casefold()
    if found := re.fullmatch(r"heading ?([1-9])", name):
        return min(int(found[1]), 6)
    if name == "title":
        return 1
    if (level := outline_level(properties)) is not None:
        return level
    return inherited


def outline_level(properties: Element | None) -> int | None:
    """1-6 for an outline level, 0 for body text (level 9), None where a paragraph does not say."""
    level = None if properties is None else number(properties.find(W + "outlineLvl"))
    if level is None:
        return None
    return min(level + 1, 6) if 0 <= level < 9 else 0


def numbered(properties: Element | None) -> tuple[str | None, int | None]:
    """The list id and level that paragraph properties (w:pPr) give."""
    found = None if properties is None else properties.find(W + "numPr")
    if found is None:
        return None, None
    return value(found.find(W + "numId")), number(found.find(W + "ilvl"))


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: where it starts, its number format, its text ("%1.%2"), what restarts it."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    paragraph_style: str | None = None


@dataclass
class Lists:
    """The lists of a document; counts while the document is read from top to bottom."""

    root: Element | None
    styles: Styles
    abstract: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    overrides: dict[str, dict[int, Level]] = field(default_factory=dict)
    starts: dict[str, dict[int, int]] = field(default_factory=dict)
    counts: dict[str, list[int | None]] = field(default_factory=dict)
    depth: int = 0  # how many lists the last paragraph stands in that was asked for

    def __post_init__(self) -> None:
        if self.root is None:
            return
        links: dict[str, str] = {}
        for element in self.root.iter(W + "abstractNum"):
            key = value(element, "abstractNumId") or ""
            self.abstract[key] = dict(_levels(element))
            if (link := value(element.find(W + "numStyleLink"))) is not None:
                links[key] = link
        for element in self.root.iter(W + "num"):
            key = value(element, "numId") or ""
            self.lists[key] = value(element.find(W + "abstractNumId")) or ""
            for override in element.iter(W + "lvlOverride"):
                level = number(override, "ilvl") or 0
                self.overrides.setdefault(key, {}).update(_levels(override))
                if (start := number(override.find(W + "startOverride"))) is not None:
                    self.starts.setdefault(key, {})[level] = start
        for key, link in links.items():
            # A list that only names a list style takes the levels of the list which that style names.
            target = self.lists.get(self.styles.get(link).list_id or "")
            if target is not None and target != key:
                self.abstract[key] = self.abstract.get(target, {})

    def mark(self, properties: Element | None, style: Style) -> str:
        """The number or bullet before a paragraph with its blank ("3.1 "), "" where it has none. Counts one on."""
        list_id, level = numbered(properties)
        own = list_id is not None
        list_id = list_id if own else style.list_id
        self.depth = 0
        abstract = self.lists.get(list_id or "")
        if list_id is None or list_id == "0" or abstract is None:
            return ""
        if level is None:
            level = style.level if not own or style.list_id == list_id else None
        if level is None:
            level = next(
                (n for n, one in self.abstract.get(abstract, {}).items() if one.paragraph_style == style.key), 0
            )
        level = min(max(level, 0), MOST_LEVELS - 1)
        self.depth = level + 1
        return self._draw(list_id, abstract, level)

    def _level(self, list_id: str, abstract: str, level: int) -> Level:
        return self.overrides.get(list_id, {}).get(level) or self.abstract.get(abstract, {}).get(level) or Level()

    def _draw(self, list_id: str, abstract: str, level: int) -> str:
        counts = self.counts.setdefault(abstract, [None] * MOST_LEVELS)
        # A list that starts anew does so at its first paragraph only.
        for at, start in self.starts.pop(list_id, {}).items():
            if 0 <= at < MOST_LEVELS:
                counts[at] = start - 1
        shown = self._level(list_id, abstract, level)
        before = counts[level]
        counts[level] = shown.start if before is None else before + 1
        for deeper in range(level + 1, MOST_LEVELS):
            restart = self._level(list_id, abstract, deeper).restart
            if restart is None or (restart > 0 and level < restart):
                counts[deeper] = None
        if shown.style == "bullet":
            return f"{_bullet(shown.text)} "

        def put(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            part = self._level(list_id, abstract, at)
            count = counts[at] if counts[at] is not None else part.start
            return number_as("decimal" if shown.legal and part.style != "none" else part.style, count or 0)

        text = re.sub(r"%([1-9])", put, shown.text).strip()
        return f"{text} " if text else ""


def _bullet(text: str) -> str:
    """Bullets are drawn in symbol fonts, whose letters mean nothing: all are shown as one, dashes as they are."""
    return text if text and text in _DASHES else "•"


def _levels(element: Element) -> Iterator[tuple[int, Level]]:
    for one in element.iter(W + "lvl"):
        start = number(one.find(W + "start"))
        text = value(one.find(W + "lvlText")) or ""
        yield (
            number(one, "ilvl") or 0,
            Level(
                start=1 if start is None else start,
                style=value(one.find(W + "numFmt")) or "decimal",
                text="" if "%" not in text and not text.strip("\0 ") else text,
                restart=number(one.find(W + "lvlRestart")),
                legal=bool(is_on(one.find(W + "isLgl"))),
                paragraph_style=value(one.find(W + "pStyle")),
            ),
        )
