"""The right-hand margin: owners and outcomes ("Clerk", "Noted") set beside the prose, told apart by the whole document.

Two ways of setting them are known. A column: the texts start at one place and no prose crosses into it. A ragged edge:
the writer pushed the words to the right with tabs or blanks after the sentence's end, so they end near the right edge.
Either needs several rows that show it before any row is cut.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import inf
from statistics import quantiles

from pipeline.initials import initials_fit
from pipeline.layout.ahead import is_letters
from pipeline.read.pdf_heads import headed_columns
from pipeline.read.pdf_left import find_left, split_left
from pipeline.read.pdf_lines import Row, chunks_of, joined, row_of
from pipeline.read.raw import Word

START = 0.6  # share of the body's width: no margin text starts left of it
SEVERAL = 0.45  # the same where heads name a column for tasks and one for their owners
BROAD = 0.32  # share of the body's width: no margin text is broader
MOST_WORDS = 7
FAR_RIGHT = 0.8  # share of the body's width: initials alone right of it are no text
STEP = 1.5  # font sizes from one line of a task to the next
FAR = 4.0  # ems between a short title and initials that stand in a margin beside it
SUREST = 3  # rows that must show a margin before the document has one
ALIGNED = 4.0  # points: how far starts in one column may differ
FLUSH = 0.07  # share of the body's width: how far from its right edge a ragged margin text may end


@dataclass(frozen=True, slots=True)
class Frame:
    """Left and right edge of the text on pages of one width, in points."""

    left: float
    right: float

    @property
    def width(self) -> float:
        return max(self.right - self.left, 1.0)


@dataclass(frozen=True, slots=True)
class Column:
    """A margin column on one page: its left edge, and between which baselines nothing crosses it.

    `dated`: days stand in it as well. `parts`: it is several columns, and the further ones begin there.
    """

    left: float
    first: float = -inf
    last: float = inf
    dated: bool = False
    parts: tuple[float, ...] = ()


@dataclass(frozen=True)
class Margin:
    """Where a document sets its margin texts, if it does.

    Attributes:
        frames: page number -> frame.
        columns: page number -> margin column with a clear gutter.
        ragged: margin texts follow the prose at the right edge.
        ranges: left edges at which an agenda's page ranges ("(Pages 3 - 8)") stand in a column.
        text: left edge of the text that has owners to its left; None where it has none.
    """

    frames: dict[int, Frame] = field(default_factory=dict)
    columns: dict[int, Column] = field(default_factory=dict)
    ragged: bool = False
    ranges: tuple[float, ...] = ()
    text: float | None = None

    def split(self, page: int, row: Row) -> tuple[Row | None, Row | None]:
        """The body part and the margin part of a row of a page; one of them may be None, not both."""
        frame = self.frames.get(page)
        if frame is None or not row.words[0].upright:
            return row, None
        if self.text is not None:
            body, owner = split_left(row, self.text)
            if owner is not None:
                return body, owner
        if _are_letters(row.text) and _is_right(row, frame):
            return None, row  # initials on a line of their own
        start = _range_start(row)
        if start and any(abs(row.words[start].left - left) <= ALIGNED for left in self.ranges):
            return row_of(row.words[:start]), row_of(row.words[start:])
        column = self.columns.get(page)
        if column and column.first <= row.base <= column.last:
            beside = [word for word in row.words if word.left >= column.left - ALIGNED]
            prose = row.words[: len(row.words) - len(beside)]
            told = column.dated or not beside or not _figures(joined(beside)) or _is_day(beside, column)
            if beside and told and not _crosses(row, column.left):
                return (row_of(prose) if prose else None), row_of(beside)
        if self.ragged:
            chunks = chunks_of(row)
            last = chunks[-1]
            if _narrow(last, frame) and _flush(last, frame):
                if len(chunks) > 1:
                    return row_of(row.words[: -len(last.words)]), last
                if last.left > frame.left + 0.7 * frame.width and not re.search(r"\d", last.text):
                    return None, last
        return row, None

    def goes_on(self, page: int) -> Callable[[Row, Row], bool]:
        """Tells of two rows of a margin of several columns whether the second goes on with the first's task."""
        parts = column.parts if (column := self.columns.get(page)) is not None else ()

        def told(above: Row, row: Row) -> bool:
            near = row.base - above.base < STEP * row.size
            return bool(parts) and near and row.words[-1].right < parts[0]

        return told

    def parts_of(self, page: int, row: Row) -> list[Row]:
        """A margin row cut where its columns begin: a task, whose it is, when it is due."""
        column = self.columns.get(page)
        edges = (-inf, *column.parts, inf) if column is not None else (-inf, inf)
        cells = ([w for w in row.words if a <= w.left + ALIGNED < b] for a, b in itertools.pairwise(edges))
        return [row_of(words) for words in cells if words]


def find_margin(pages: Sequence[tuple[int, Sequence[Row]]]) -> Margin:
    """Looks at all body rows of a document (page number, rows top to bottom; no tables, no furniture)."""
    frames = _frames(pages)
    shown: list[tuple[int, Row, bool]] = []
    told: set[tuple[str, str]] = set()  # the same words beside the same prose on every page are the head of a form
    for page, rows in pages:
        for prose, chunk, closed in _candidates(rows, frames[page]) if page in frames else ():
            if (prose, chunk.text) not in told:
                shown.append((page, chunk, closed))
            told.add((prose, chunk.text))
    ragged = [closed for page, chunk, closed in shown if _flush(chunk, frames[page])]
    return Margin(
        frames=frames,
        columns=_together(_headed(pages, frames), _columns(pages, frames, shown)),
        ranges=_ranges([row for _, rows in pages for row in rows]),
        ragged=len(ragged) >= SUREST and sum(ragged) * 2 >= len(ragged),
        text=find_left(pages),
    )


_PAGE_RANGE = re.compile(r"\(\s*(?:pages?|pp?\.?)\s*\d+(?:\s*(?:[-–—]|to)\s*\d+)?\s*\)", re.IGNORECASE)


def _range_start(row: Row) -> int:
    """Index of the word that opens the page range at the row's end; 0 where there is none or nothing before it."""
    if not row.words[-1].text.endswith(")"):
        return 0
    for number in range(len(row.words) - 1, max(len(row.words) - 7, 0), -1):
        if row.words[number].text.startswith("("):
            return number if _PAGE_RANGE.fullmatch(joined(row.words[number:])) else 0
    return 0


def _ranges(rows: Sequence[Row]) -> tuple[float, ...]:
    """Page ranges that start at one place in several rows, or far from the words before them, stand in a column."""
    starts = [(row, row.words[number]) for row in rows if (number := _range_start(row))]
    lefts = [word.left for _, word in starts]
    return tuple(
        word.left
        for row, word in starts
        if sum(abs(word.left - left) <= ALIGNED for left in lefts) > 1 or word is chunks_of(row)[-1].words[0]
    )


def _frames(pages: Sequence[tuple[int, Sequence[Row]]]) -> dict[int, Frame]:
    edges: dict[bool, tuple[list[float], list[float]]] = {}
    broad = {page: max((row.right for row in rows), default=0.0) > 620 for page, rows in pages}
    for page, rows in pages:
        lefts, rights = edges.setdefault(broad[page], ([], []))
        lefts += [row.left for row in rows]
        rights += [row.right for row in rows]
    frames: dict[bool, Frame] = {}
    for key, (lefts, rights) in edges.items():
        if len(lefts) >= 2:
            frames[key] = Frame(quantiles(lefts, n=20)[0], quantiles(rights, n=20)[-1])
    return {page: frames[broad[page]] for page, _ in pages if broad[page] in frames}


def _candidates(rows: Sequence[Row], frame: Frame) -> list[tuple[str, Row, bool]]:
    """Prose, the margin text that seems to stand beside it, and whether the prose ends a sentence there."""
    found = []
    above: Row | None = None
    for row in rows:
        chunks = chunks_of(row) if row.words[0].upright else []
        if above is not None and len(chunks) == 1 and _are_letters(row.text) and _is_right(row, frame):
            found.append((above.text, row, False))  # between two lines of the prose
        if len(chunks) in (2, 3) and _narrow(chunks[-1], frame) and not _figures(chunks[-1].text):
            prose = row_of(row.words[: -len(chunks[-1].words)])
            numbered = len(chunks) == 2 or chunks[0].width < 0.12 * frame.width
            wrapped = above is not None and above.width > 0.8 * frame.width and prose.left < above.left + 30
            long = prose.width > 0.35 * frame.width or wrapped
            if numbered and (long or _owns(prose, chunks[-1])) and prose.left < frame.left + 0.35 * frame.width:
                closed = bool(wrapped or re.search(r"[.;:?!)\d]$", prose.text))
                found.append((prose.text, chunks[-1], closed))
        above = row
    return found


def _owns(title: Row, chunk: Row) -> bool:
    """Initials far from the title that they stand beside, and no key to its name: "3 Membership      NH"."""
    far = chunk.left - title.right > FAR * chunk.size and _are_letters(chunk.text)
    return far and not initials_fit(chunk.text, title.text)


def _are_letters(words: str) -> bool:
    """Initials, also with nothing but blanks between them: "AB CD"."""
    return is_letters(_BETWEEN.sub("/", words))


_BETWEEN = re.compile(r"(?<=[A-Z]{2})\s(?=[A-Z]{2})")


def _is_right(row: Row, frame: Frame) -> bool:
    return row.left > frame.left + FAR_RIGHT * frame.width


def _narrow(chunk: Row, frame: Frame) -> bool:
    return (
        chunk.left > frame.left + START * frame.width
        and chunk.width < BROAD * frame.width
        and len(chunk.words) <= MOST_WORDS
        and not _figures(chunk.text)
    )


def _flush(chunk: Row, frame: Frame) -> bool:
    return chunk.right > frame.right - FLUSH * frame.width


def _is_day(words: Sequence[Word], column: Column) -> bool:
    """ "30/9/25" where the column's texts begin, below the owner whose day it is."""
    return len(words) == 1 and abs(words[0].left - column.left) <= ALIGNED and _DAY.fullmatch(words[0].text) is not None


_DAY = re.compile(r"\(?\d{1,2}([/.])\d{1,2}\1(?:20)?\d\d\)?")
_FIGURE = re.compile(
    r"[\W_]*(?:(?:pages?|pp?\.?|item|no\.?|total|nil|[£€$]|[ck]r?|dr|m|bn|%|of|to|and|\d[\d,.:/]*)[\W_]*)+$",
    re.IGNORECASE,
)


_UNITS = re.compile(r"\W*(?:[CD]R|ITEM|PAGE)\b")  # letters of accounts and of a page, nobody's initials


def _figures(text: str) -> bool:
    """Amounts, page numbers and leaders: a column of figures is no margin."""
    owner = is_letters(text) and not _UNITS.match(text)
    return bool(_FIGURE.match(text) and not owner) or not re.search(r"[^\W\d_]", text)


def _columns(
    pages: Sequence[tuple[int, Sequence[Row]]], frames: dict[int, Frame], shown: Sequence[tuple[int, Row, bool]]
) -> dict[int, Column]:
    """Page -> margin column, for the pages, or the parts of pages, where nothing crosses it."""
    best: tuple[int, float] = (0, 0.0)
    starts = sorted(chunk.left for _, chunk, _ in shown)
    for start in starts:
        count = sum(1 for other in starts if 0 <= other - start <= ALIGNED)
        if count > best[0]:
            best = (count, start)
    count, edge = best
    if count < SUREST:
        return {}
    using: dict[int, list[float]] = {}
    for page, chunk, _ in shown:
        if -1 <= chunk.left - edge <= ALIGNED:
            using.setdefault(page, []).append(chunk.base)
    clear = {}
    for page, rows in pages:
        beside = [row for row in rows if row.right > edge]
        crossing = [row.base for row in beside if _crosses(row, edge)]
        if page not in frames:
            continue
        if (page in using or not crossing) and len(crossing) * 10 <= len(beside):
            clear[page] = Column(edge)
        elif part := _clear_part(edge, crossing, using.get(page, ())):
            clear[page] = part
    return clear if using.keys() & clear.keys() else {}


def _headed(pages: Sequence[tuple[int, Sequence[Row]]], frames: dict[int, Frame]) -> dict[int, Column]:
    """Page -> margin column, where a row of heads names it and little crosses it below."""
    far, several = (max((f.left + share * f.width for f in frames.values()), default=inf) for share in (START, SEVERAL))
    columns = {}
    rows_of_page = dict(pages)
    for head in headed_columns(pages, far, several):
        under = [row for row in rows_of_page[head.page] if row.base > head.below]
        crossing = sum(_crosses(row, head.left) for row in under)
        if head.page in frames and crossing * 10 <= len(under):
            columns[head.page] = Column(head.left, head.below, dated=head.dated, parts=head.parts)
    return columns


def _together(headed: dict[int, Column], shown: dict[int, Column]) -> dict[int, Column]:
    """The columns that the rows show, else those that heads name; heads that name several tell where each begins."""
    parted = {page: column for page, column in headed.items() if column.parts}
    return {**headed, **shown, **parted}


def _clear_part(edge: float, crossing: Sequence[float], bases: Sequence[float]) -> Column | None:
    """The stretch of a page, between rows that cross the column (a title, a list of names), with most margin texts."""
    cuts = [-inf, *sorted(crossing), inf]
    stretches = [[base for base in bases if above < base < below] for above, below in itertools.pairwise(cuts)]
    most = max(range(len(stretches)), key=lambda number: len(stretches[number]))
    if len(stretches[most]) < max(SUREST, len(crossing)):
        return None
    return Column(edge, cuts[most] + 1, cuts[most + 1] - 1)


def _crosses(row: Row, edge: float) -> bool:
    """Text runs over the edge, or up to it without the gutter's white space."""
    before = [word for word in row.words if word.left < edge - ALIGNED]
    after = [word for word in row.words if word.left >= edge - ALIGNED]
    if before and max(word.right for word in before) > edge - 1:
        return True
    return bool(before and after) and after[0].left - before[-1].right < 0.6 * row.size
