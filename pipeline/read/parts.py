"""What readers of formats without printed lines share: a format's paragraphs and grids -> the flow of a Source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.layout.numbers import mark_of
from pipeline.paper import Cell, Line, Role, Table, fold
from pipeline.read.tabbed import columns_of_people
from pipeline.read.tabbed_owners import split_owner

_CONTROLS = "".join(map(chr, [*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)]))
_UNSEEN = re.compile(
    f"[{_CONTROLS}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\ufffe\uffff]"
)
_SYMBOL_BULLET = re.compile("[\uf0b7\uf0a7\uf076\uf0d8\uf0a8\uf06e\uf0fc\uf02d]")  # of the fonts Symbol and Wingdings
_OPEN_END = re.compile(r"(?:,|\b(?:and|or|the|a|an|of|to|for|in|on|at|by|with|from|that|which|is|was|be|as))$")
_CLOSED_END = re.compile(r"[.!?:;][\"'”’)\]]*$")
_TYPED_PAGE = re.compile(r"\W*Page\s+\d{1,4}(?:\s+of\s+\d{1,4})?\W*", re.IGNORECASE)
_BREAK = re.compile(r"[\n\u2028\u2029\x0b\x85]")
PAGE_BREAK = "\f"
_ANY_BREAK = re.compile(rf"{_BREAK.pattern}|{PAGE_BREAK}")
PAGE = 5  # paragraphs of a cell that may hold a whole page
LISTED = 80  # paragraphs that a list of people may take
LEAD = 8  # words of a title that runs on into its text
TITLE = 12  # words of a title with a colon
LONG = 40  # characters from which a line may have been broken for want of room


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph as its format holds it.

    Attributes:
        text: with "\\n" for a line break, "\\t" for a tab, PAGE_BREAK where a new page starts.
        bold: most of its letters are bold or underlined.
        bolds: the same for each of its lines, where its reader says so.
        heading: 1-6 where the format says so.
        size: font size in points, where the format says so.
        lead: the label in bold that its first line opens with (see `lead_of`).
        role: furniture for the headers and footers of its pages.
        depth: how many lists it stands in (see Line).
    """

    text: str
    bold: bool = False
    heading: int = 0
    size: float | None = None
    role: Role = "body"
    bolds: tuple[bool, ...] = ()
    lead: str = ""
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as its format holds it: rows of cells of paragraphs and grids. A merged cell stands in its first place.

    `header` is the number of the first rows that the format marks as header.
    """

    rows: tuple[tuple[tuple[Part, ...], ...], ...]
    header: int = 0


Part = Para | Grid
Run = tuple[str, bool, float | None]
"""Text, whether it is bold, and its size where the reader knows it."""


def clean(text: str) -> str:
    """Text without what nobody sees: control and direction characters, soft hyphens, halves of surrogate pairs."""
    return _SYMBOL_BULLET.sub("•", _UNSEEN.sub("", text))


def flow_of(parts: Iterable[Part]) -> tuple[Line | Table, ...]:
    """The flow: a Line for each line of a paragraph ("p12"), a Table ("t3") for each grid that is no mere layout."""
    return tuple(_printed_lines(list(_Placer().place(_with_columns(list(parts))))))


def _with_columns(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts; paragraphs that list people in columns by tabs as a grid."""
    n = 0
    while n < len(parts):
        lines = _tabbed_lines(parts, n)
        grid = columns_of_people([cells for _, cells in lines])
        ends = len(grid) == len(lines) or (bool(grid) and lines[len(grid)][0] != lines[len(grid) - 1][0])
        if grid and ends:
            yield Grid(tuple(tuple((Para(cell),) if cell else () for cell in row) for row in grid))
            n = lines[len(grid) - 1][0]
        else:
            yield parts[n]
        n += 1


def _tabbed_lines(parts: Sequence[Part], start: int) -> list[tuple[int, tuple[str, ...]]]:
    """The cells of the lines of a stretch of paragraphs, each with its paragraph's place; the first has tabs.

    A gap may stand below the first, which may hold the heads of the columns.
    """
    lines: list[tuple[int, tuple[str, ...]]] = []
    for at, part in enumerate(parts[start : start + LISTED], start):
        if not isinstance(part, Para) or part.role != "body" or part.heading or PAGE_BREAK in part.text:
            break
        if at == start and "\t" not in part.text.strip():
            break
        if not clean(part.text).strip():
            if at == start + 1:
                continue
            break
        lines += [(at, tuple(map(fold, line.split("\t")))) for line in _BREAK.split(clean(part.text))]
    return lines


class _Placer:
    """Counts paragraphs and tables while they are put in place."""

    def __init__(self) -> None:
        self.paragraphs = 0
        self.tables = 0
        self.gap = False
        self.page_break = False
        self.first = True

    def place(self, parts: Iterable[Part]) -> Iterator[Line | Table]:
        for part in parts:
            if isinstance(part, Para):
                yield from self._lines(part)
            elif _is_layout(part):
                yield from self.place(inner for row in part.rows for cell in row for inner in cell)
            else:
                yield from self._table(part)

    def _lines(self, para: Para) -> Iterator[Line]:
        lines = lines_of_para(para)
        if not lines:
            if para.role == "body":
                self.gap = True
                self.page_break = self.page_break or PAGE_BREAK in para.text
            return
        self.paragraphs += 1
        for line in lines:
            placed = replace(line, block=f"p{self.paragraphs}")
            if line.role == "body":
                broken = (line.page_break or self.page_break) and not self.first
                placed = replace(placed, gap=line.gap or self.gap, page_break=broken)
                self.gap = self.page_break = self.first = False
            yield placed
        self.page_break = self.page_break or clean(para.text).rstrip(" \n\t").endswith(PAGE_BREAK)

    def _table(self, grid: Grid) -> Iterator[Table]:
        width = max((len(row) for row in grid.rows), default=0)
        rows = [
            [tuple(line for part in cell for line in _cell_lines(part)) for cell in row]
            + [()] * (width - len(row))
            for row in grid.rows
        ]  # fmt: skip
        kept = [number for number, row in enumerate(rows) if any(row)]
        if not kept:
            return
        self.tables += 1
        self.gap = self.page_break = self.first = False
        name = f"t{self.tables}"
        yield Table(
            rows=tuple(
                tuple(
                    Cell(tuple(replace(line, block=f"{name}.r{r}.c{c}") for line in lines))
                    for c, lines in enumerate(rows[number], 1)
                )
                for r, number in enumerate(kept, 1)
            ),
            block=name,
            header=sum(1 for number in kept if number < grid.header),
        )


def _is_layout(grid: Grid) -> bool:
    """A grid that only places things: no two cells of a row are filled, or most of its words stand in grids inside.

    Or its two columns are titles and texts, with tables of their own among the texts; or one cell holds a whole page,
    with its headings and its own grids.
    """
    if all(sum(1 for cell in row if any(map(_words, cell))) <= 1 for row in grid.rows):
        return True
    cells = [cell for row in grid.rows for cell in row]
    inner = sum(_words(part) for cell in cells for part in cell if isinstance(part, Grid))
    if inner > 0 and 2 * inner > _words(grid):
        return True
    if all(sum(1 for cell in row if any(map(_words, cell))) <= 2 for row in grid.rows) and any(
        _is_table(part) for cell in cells for part in cell if isinstance(part, Grid)
    ):
        return True
    fullest = max(cells, key=lambda cell: sum(map(_words, cell)))
    framed = any(isinstance(part, Grid) or part.heading for part in fullest)
    return framed and len(fullest) >= PAGE and 3 * sum(map(_words, fullest)) > 2 * _words(grid)


def _is_table(grid: Grid) -> bool:
    """Rows below a row, with several cells filled in each."""
    return len(grid.rows) > 1 and all(sum(1 for cell in row if any(map(_words, cell))) > 1 for row in grid.rows[:2])


def _words(part: Part) -> int:
    if isinstance(part, Para):
        return len(clean(part.text).split())
    return sum(_words(inner) for row in part.rows for cell in row for inner in cell)


def _cell_lines(part: Part) -> Iterator[Line]:
    if isinstance(part, Para):
        # An owner after a tab is a column's matter: inside a cell the cell is the column.
        yield from lines_of_para(replace(part, text=part.text.replace("\t", " ").replace(PAGE_BREAK, "\n")))
    else:
        for row in part.rows:
            texts = [line.text for cell in row for inner in cell for line in _cell_lines(inner)]
            if texts:
                yield Line(" ".join(texts), whole=True)


def lines_of_para(para: Para) -> list[Line]:
    """The lines that a person sees: one a paragraph, more where it has line breaks or an owner after a tab."""
    lines: list[Line] = []
    broken = False
    bolds = iter(para.bolds)
    for n, page in enumerate(clean(para.text).split(PAGE_BREAK)):
        broken = broken or n > 0
        for text in _BREAK.split(page):
            bold = next(bolds, para.bold)
            sentence, owner = split_owner(text)
            if not sentence:
                continue
            # A page number typed by hand stands in the text, not in the page's footer.
            typed = para.role == "body" and not para.heading and _TYPED_PAGE.fullmatch(sentence)
            line = Line(
                sentence,
                size=para.size,
                bold=bold,
                heading=para.heading,
                role="furniture" if typed else para.role,
                whole=True,
                page_break=broken and para.role == "body",
                lead=para.lead if not lines else "",
                depth=para.depth,
            )
            lines.append(line)
            broken = False
            if owner:
                lines.append(Line(owner, size=para.size, role="margin", whole=True))
    return _joined(lines)


def _joined(lines: list[Line]) -> list[Line]:
    """Lines that a break cut in mid-sentence are not whole, so that the outline joins them."""
    for n in range(1, len(lines)):
        if len(lines[n - 1].text) >= LONG and runs_on(lines[n - 1].text, lines[n].text):
            lines[n - 1], lines[n] = replace(lines[n - 1], whole=False), replace(lines[n], whole=False)
    return lines


def runs_on(last: str, text: str) -> bool:
    """The sentence plainly goes on from one line to the next."""
    return not _CLOSED_END.search(last) and (text[:1].islower() or bool(_OPEN_END.search(last)))


def _printed_lines(flow: list[Line | Table]) -> Iterator[Line | Table]:
    """Paragraphs of a file that a converter made of printed lines, one each, are lines again, for the outline to join.

    Such a file breaks many sentences at a paragraph's end; in a file that a person wrote next to none is.
    """
    body = [part for part in flow if isinstance(part, Line) and part.role == "body" and not part.heading]
    lengths = sorted(_width(line.text) for line in body)
    pairs = [(a, b) for a, b in pairwise(body) if len(a.text) >= LONG]
    cut = sum(1 for a, b in pairs if runs_on(a.text, b.text) and b.text[:1].islower())
    if len(pairs) < 10 or cut < 0.15 * len(pairs) or lengths[int(0.95 * len(lengths))] > 160:
        yield from flow
        return
    width = lengths[int(0.9 * len(lengths))]
    last: Line | None = None
    for part in flow:
        if not isinstance(part, Line) or part.role == "furniture" or part.heading:
            last = None
            yield part
        elif part.role == "margin":
            yield part
        else:
            yield replace(part, whole=False, gap=part.gap or not _goes_on(last, part, width))
            last = part


def _width(text: str) -> float:
    """About how wide a line is, in small letters: capitals take more room."""
    return len(text) + 0.25 * sum(1 for c in text if c.isupper())


def _goes_on(last: Line | None, line: Line, width: float) -> bool:
    """In a file of printed lines: a full line without an end goes on in the next, unless that opens with a mark."""
    return (
        last is not None
        and _width(last.text) > 0.75 * width
        and last.bold == line.bold
        and not _CLOSED_END.search(last.text)
        and not re.match(r"\W*\d+[.)]|[•\-–(]", line.text)
    )


def bold_lines(runs: Iterable[tuple[str, bool]]) -> tuple[bool, ...]:
    """Which lines of a paragraph are bold: a title above its text, with no more than a line break between them."""
    lines: list[list[tuple[str, bool]]] = [[]]
    for text, bold in runs:
        first, *more = _ANY_BREAK.split(text)
        lines[-1].append((first, bold))
        lines += [[(line, bold)] for line in more]
    return tuple(all(bold for text, bold in line if re.search(r"\w", text)) for line in lines) if len(lines) > 1 else ()


def with_lead(runs: Sequence[Run]) -> list[Run]:
    """Runs of a paragraph with a line break behind a numbered title in bold that runs on into plain text."""
    lead = next((n for n, run in enumerate(runs) if not run[1] and run[0].strip()), 0)
    title = "".join(run[0] for run in runs[:lead]).strip()
    mark = mark_of(title)
    words = title[mark.length :].split() if mark is not None and mark.groups else []
    rest = "".join(run[0] for run in runs[lead:])
    told = 1 <= len(words) <= LEAD and len(words[0]) > 2 and title[-1:].isalnum() and rest.lstrip()[:1].isupper()
    apart = rest[:1].isspace() or runs[lead - 1][0][-1:].isspace() if told else False
    if not apart:
        return list(runs)
    text, bold, size = runs[lead]
    return [*runs[:lead], (f"\n{text.lstrip()}", bold, size), *runs[lead + 1 :]]


def lead_of(runs: Sequence[tuple[str, bool]]) -> str:
    """The label in bold that runs on into plain text; "" where none opens the runs.

    A colon, a stop or a dash closes it, or a sentence begins behind it: "**Roads** The Clerk said", no "**Ann** said".
    """
    runs = runs[next((n for n, (text, bold) in enumerate(runs) if bold or re.search(r"[^\W\d]", text)), 0) :]  # "1. "
    ends = next((n for n, (text, bold) in enumerate(runs) if not bold and re.search(r"\S", text)), len(runs))
    label = fold("".join(text for text, _ in runs[:ends]))
    rest = "".join(text for text, _ in runs[ends:])
    if (mark := mark_of(label)) is not None and mark.groups:
        label = label[mark.length :]
    said = _SAID.match(rest) is not None and label[:1].isupper() and label[-1:].isalnum()
    closed = label.endswith((":", ".")) or rest.startswith(":") or said
    run_on = "\n" not in "".join(text for text, _ in runs[:ends]).strip() and re.search(r"\w", rest.split("\n")[0])
    return label.rstrip(":. ") if closed and run_on and 1 <= len(label.split()) <= TITLE else ""


# What is said behind a title in bold: a dash, or a capital and a word that is no name's.
_SAID = re.compile(
    r"\s+(?:[–—-]\s+(?=[A-Z\d£])|[“‘]?[A-Z][\w’'-]*(?:\s+[A-Z][\w.’'-]*){0,4}\s+[a-z(]|No(?:ne|thing)\b"
    r"|\w{3,6}day\s\d|[\d£€$])"
)


def bold_share(runs: Sequence[tuple[str, bool]]) -> bool:
    """Most letters of these runs of text are bold."""
    counts = [0, 0]
    for text, bold in runs:
        counts[bold] += sum(1 for c in text if c.isalnum())
    return counts[1] > counts[0]
