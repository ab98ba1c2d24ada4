"""Tables of figures: from tables that the reader saw, and from lines that end in columns of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.extractors.places import place_of
from pipeline.extractors.sums import place as place_in_columns
from pipeline.found import FoundTable, Place
from pipeline.layout.columns import columns_of
from pipeline.paper import Line, Outline, Paper, Paragraph, Section, Table, evidence_of, fold
from pipeline.problem import Problem
from pipeline.rules.match import Matcher

Value = float | str | None

ROWS_AT_LEAST = 3  # lines in a row that make a table of a text dump
HEAD_LINES = 12  # lines above a dump's first row that may hold its title and heads
_EMPTY = frozenset({"", "-", "–", "—", "−"})

_AMOUNT = r"(?!0\d)(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_FIGURE = rf"(?:\(?[-+−]?\s?[£$€]?\s?[-−]?{_AMOUNT}\s?(?:%|\))?%?)"
LONGEST_ROW = 1000  # characters; no printed row of a table is longer, and patterns take time with the square of it
_NUMBER = re.compile(rf"^{_FIGURE}$")
_SCALED = re.compile(rf"^(?P<minus>[-−(]?)[£$€]\s?(?P<number>{_AMOUNT})\s?(?P<scale>[kKmM]|bn|million)\)?$")
_WEIGHTY = re.compile(r"[.,£$€%]\d|\d{3}|\d%")
_YEAR = re.compile(r"^(?:19|20)\d\d(?:\s?[/–-]\s?(?:20)?\d\d)?$")
_TAIL = re.compile(rf"^(?P<label>.*?[^\s\d(£$€−-].*?|[^\s\d(£$€−-])\s+(?P<numbers>{_FIGURE}(?:\s+{_FIGURE}){{0,19}})$")
_ONLY = re.compile(
    rf"^(?:(?P<label>(?:grand\s+|sub-?\s?)?totals?\w*)\W*\s+)?(?P<numbers>{_FIGURE}(?:\s+{_FIGURE}){{1,19}})$", re.I
)
_FIGURES = re.compile(_FIGURE)
_TOTAL = re.compile(r"^(?:grand\s+|overall\s+|sub-?\s?)?totals?\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<!etc)[.;]$|\b(?:was|were|is|are|that|would|will|has|have)\b", re.IGNORECASE)
_NO_LABEL = re.compile(
    r"\b(?:19|20)\d\d$|\b(?:no|nos|page|pages|item|ref|tel|number|chapter|section|appendix)\.?$|^\W*\d[\d,.]*\s|[@:]$",
    re.IGNORECASE,
)
_NO_FIGURES = re.compile(
    r"^\W*(?:pages?|items?|nos?|ref\w*|minutes?|agenda|tel\w*|phone|dates?|years?|times?)\b", re.IGNORECASE
)
_UNITS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (unit, re.compile(pattern, re.IGNORECASE))
    for unit, pattern in (
        ("GBP-thousand", r"£\s?[’'‘]?\s?000|£\s?k\b|£\s?thousands?"),
        ("GBP-million", r"£\s?[’'‘]?\s?m\b|£\s?millions?"),
        ("EUR-thousand", r"€\s?[’'‘]?\s?000|€\s?k\b"),
        ("EUR-million", r"€\s?m\b|€\s?millions?"),
        ("GBP", "£|GBP"),
        ("EUR", "€|EUR"),
        ("USD", r"\$"),
        ("days", r"\bdays\b"),
        ("hours", r"\bhours\b"),
        ("percent", r"%|\bper\s?cent\b|\bpercentage\b"),
    )
)


@dataclass(frozen=True, slots=True)
class Heads:
    """Nouns that end a column's head, and those that head the column of labels (rules/figures.yaml)."""

    columns: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()


def find_figures(paper: Paper, outline: Outline, matcher: Matcher) -> Iterator[FoundTable]:
    """The tables of figures of a paper: those that the reader saw, then those of lines, each in order."""
    terms = matcher.book.terms
    heads = Heads(*(matcher.book.words(term) if term in terms else () for term in ("column_noun", "row_noun")))
    for section in outline.sections:
        before: Paragraph | None = section.heading
        for part in section.body:
            if isinstance(part, Table):
                if part.aside:
                    continue
                if found := figures_of_table(part, title=_title(before, section), place=place_of(section, None, "")):
                    yield found
                before = None
            elif part.text.strip():
                before = part
    for is_line, parts in groupby(paper.flow, key=lambda part: isinstance(part, Line)):
        if is_line:
            lines = [part for part in parts if isinstance(part, Line) and part.role == "body" and part.text.strip()]
            yield from find_figures_in_lines(lines, heads)


def _title(before: Paragraph | None, section: Section) -> str | None:
    """The short line right above a table, else its section's title."""
    words = fold(before.text) if before is not None else ""
    return words if words and len(words) < 120 and not words.endswith(".") else section.title or None


# -- tables that the reader saw ----------------------------------------------------------------------------------------


def figures_of_table(table: Table, *, title: str | None, place: Place) -> FoundTable | None:
    """A table's figures; None where no column beside the first holds quantities (dates, page numbers are none)."""
    texts = [[fold(cell.text) for cell in row] for row in table.rows]
    if len(texts) < 2 or len(texts[0]) < 2 or columns_of(table).use != "other":
        return None
    header = _header_rows(texts, table.header)
    body = [row for row in texts[header:] if any(row)]
    width = len(texts[0])
    heads = tuple(fold(" ".join(row[column] for row in texts[:header] if row[column])) for column in range(width))
    if not any(_holds_figures([row[column] for row in body], heads[column]) for column in range(1, width)):
        return None
    rows = [tuple(_value(text) for text in row) for row in body]
    totals = next((row for row in reversed(rows) if isinstance(row[0], str) and _TOTAL.match(row[0])), None)
    quoted = next(line for line in table.lines if line.text.strip())
    signs = [text for row in body for text in row[1:] if _is_number(text)]
    return FoundTable(
        title=title,
        header=heads if any(heads) else (),
        rows=tuple(row for row in rows if row is not totals),
        evidence=evidence_of(table.lines, fold(quoted.text), rule="table"),
        totals=totals,
        unit=_unit([*heads, title or ""]) or _unit_of_cells(signs),
        place=place,
    )


def _header_rows(texts: Sequence[Sequence[str]], marked: int) -> int:
    """How many of the first rows are heads: marked ones without amounts, else those above the first row of numbers."""
    numbered = [any(_is_number(text) and not _YEAR.match(text) for text in row[1:]) for row in texts]
    if marked and not any(numbered[:marked]):
        return marked
    return next((at for at, has_numbers in enumerate(numbered[:4]) if has_numbers), 1)


def _holds_figures(cells: Sequence[str], head: str) -> bool:
    filled = [text for text in cells if text not in _EMPTY]
    numbers = [text for text in filled if _is_number(text) and not _YEAR.match(text)]
    if len(numbers) < 2 or len(numbers) < 0.6 * len(filled) or _NO_FIGURES.match(head):
        return False
    return bool(head) or sum(_WEIGHTY.search(text) is not None for text in numbers) * 2 >= len(numbers)


# -- lines of a text dump ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    numbers: tuple[float, ...]
    words: str


def find_figures_in_lines(lines: Sequence[Line], heads: Heads = Heads()) -> Iterator[FoundTable]:
    """Three or more lines in a row that end in numbers, as a text dump leaves a table; title and heads stand above."""
    at = 0
    while at < len(lines):
        run: list[_Row] = []
        while at + len(run) < len(lines) and (row := _row(lines[at + len(run)])) is not None:
            run.append(row)
        if len(run) >= ROWS_AT_LEAST and (found := _table(lines, at, run, heads)) is not None:
            yield found
        at += max(len(run), 1)


def _row(line: Line) -> _Row | None:
    """Label and numbers of a line that is a table's row."""
    if len(line.text) > LONGEST_ROW:
        return None
    last = line.text.rstrip()[-1:]
    if not (last.isdecimal() or last in "%)"):  # as every figure ends: most lines are told without a pattern
        return None
    found = _ONLY.match(line.text) or _TAIL.match(line.text)
    if found is None:
        return None
    label, words = found["label"] or "", found["numbers"]
    if label and (
        len(label.split()) > 12
        or _SENTENCE.search(label)
        or _NO_LABEL.search(label)
        or not re.search(r"[A-Za-z]{3}", label)
    ):
        return None
    return None if _YEAR.match(words) else _Row(label, tuple(_numbers(words)), words)


def _table(lines: Sequence[Line], at: int, run: Sequence[_Row], heads: Heads) -> FoundTable | None:
    width = max(len(row.numbers) for row in run)
    last = run[-1]
    has_totals = (not last.label or _TOTAL.match(last.label)) and len(last.numbers) == width
    body = run[:-1] if has_totals else run
    above = _above(lines, at)
    title, header = _title_and_header(above, lines[at + len(run) : at + len(run) + 3], width, heads)
    unit = _unit(above) or _unit_of_cells([row.words for row in run])
    if not _is_table(body, width, totals=bool(has_totals), unit=unit):
        return None
    cells, certain = place_in_columns([row.numbers for row in body], last.numbers if has_totals else None, width)
    evidence = evidence_of(tuple(lines[at : at + len(run)]), fold(lines[at].text), rule="figures-in-lines")
    open_rows = [f"{row.label} {row.words}".strip() for row, sure in zip(body, certain, strict=True) if not sure]
    problems: tuple[Problem, ...] = ()
    if open_rows:
        message = f"The text does not tell in which columns some figures of these rows stand: {'; '.join(open_rows)}."
        problems = (Problem("column-uncertain", message, "info", evidence),)
    return FoundTable(
        title=title,
        header=header,
        rows=tuple((row.label, *placed) for row, placed in zip(body, cells, strict=True)),
        evidence=evidence,
        totals=(last.label, *last.numbers) if has_totals else None,
        unit=unit,
        problems=problems,
    )


def _is_table(body: Sequence[_Row], width: int, *, totals: bool, unit: str | None) -> bool:
    """Not a contents list, whose one column of numbers only rises, and not a list of addresses."""
    if width > 1:
        return totals or sum(len(row.numbers) == width for row in body) >= 2
    numbers = [row.numbers[0] for row in body]
    if any(len(row.label.split()) > 8 for row in body) or numbers == sorted(numbers):
        return False
    return unit is not None or sum(_WEIGHTY.search(row.words) is not None for row in body) * 2 >= len(body)


def _above(lines: Sequence[Line], at: int) -> list[str]:
    """The short lines right above a dump's first row, up to the prose: its title first, then its heads."""
    found: list[str] = []
    for line in reversed(lines[max(0, at - HEAD_LINES) : at]):
        text = fold(line.text)
        if len(text.split()) > 10 or text.endswith((".", ":", ";")) or _row(line) or re.search(r"[£€$]\s?\d", text):
            break
        if _SENTENCE.search(text) and len(text.split()) > 5:
            break
        found.insert(0, text)
    return found


def _title_and_header(
    above: Sequence[str], below: Sequence[Line], width: int, heads: Heads
) -> tuple[str | None, tuple[str, ...]]:
    """Title; a head for the labels and one for each column, where the words above fall into as many, else ().

    A dump may print the first heads below the table ("BudgetScheme"); one that is nowhere stays "".
    """
    for missing in (0, 1):
        for start in [*range(1, len(above)), 0]:
            label, columns = split_heads(" ".join(above[start:]), heads)
            if not columns or len(columns) != width - missing or (missing and start == 0):
                continue
            if missing:
                words = next((w for line in below if (w := _glued(line.text)) and set(w) & set(heads.rows)), [])
                label = label or next((word for word in words if word in heads.rows), "")
                columns = [next((word for word in words if word in heads.columns), ""), *columns]
            return above[max(0, start - 1)], (label, *columns)
    return (above[0] if above else None), ()


def _glued(text: str) -> list[str]:
    """Words of a short line, those that a dump ran together apart: BudgetScheme."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text).split() if len(text) < 40 else []


def split_heads(words: str, heads: Heads) -> tuple[str, list[str]]:
    """The head of the labels and those of the columns; no columns where words are left over.

    "Scheme Grant School Contribution Total" gives Scheme and [Grant, School Contribution, Total].
    """
    noun = "|".join(sorted(map(re.escape, heads.columns), key=len, reverse=True))
    found = re.findall(rf"(?:\S.*?\s)??(?:{noun})\b(?:\s?\([£€$%][^)]{{0,6}}\))?(?=\s|$)", words) if noun else []
    if not found or fold(" ".join(found)) != fold(words):
        return "", []
    first, _, rest = found[0].partition(" ")
    return (first, [rest, *found[1:]]) if rest and first in heads.rows else ("", found)


# -- cells -------------------------------------------------------------------------------------------------------------


def _is_number(text: str) -> bool:
    return _NUMBER.match(text) is not None or _SCALED.match(text) is not None


def _value(text: str) -> Value:
    if text in _EMPTY:
        return None
    return _number(text) if _is_number(text) else text


def _number(text: str) -> float:
    """1,234.5; (1,234) and -1,234 below nothing; £1.2m as 1200000."""
    if scaled := _SCALED.match(text):
        times = {"k": 1e3, "m": 1e6, "b": 1e9}[scaled["scale"][0].casefold()]
        number = round(float(scaled["number"].replace(",", "")) * times, 2)
        return -number if scaled["minus"] else number
    number = float(re.sub(r"[^\d.]", "", text))
    return -number if text.lstrip().startswith(("(", "-", "−")) or re.match(r"[£$€]\s?[-−]", text) else number


def _numbers(words: str) -> list[float]:
    return [_number(found.group().strip()) for found in _FIGURES.finditer(words)]


def _unit(words: Sequence[str]) -> str | None:
    """The unit that heads or a title name."""
    joined = " ".join(words)
    return next((unit for unit, pattern in _UNITS if pattern.search(joined)), None)


def _unit_of_cells(cells: Sequence[str]) -> str | None:
    """GBP where most cells carry the sign."""
    for sign, unit in (("£", "GBP"), ("€", "EUR"), ("$", "USD"), ("%", "percent")):
        if cells and sum(sign in text for text in cells) * 2 > len(cells):
            return unit
    return None
