"""Tables of figures: from tables that the reader saw, and from lines that end in columns of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from pipeline.extractors.places import place_of
from pipeline.found import FoundTable, Place
from pipeline.match import Matcher
from pipeline.paper import Line, Outline, Paper, Table, evidence_of, fold
from pipeline.problem import Problem

Value = float | str | None

_NUMBER = re.compile(r"^\(?-?\s?[£$€]?\s?-?\d{1,3}(?:,\d{3})+(?:\.\d+)?\)?%?$|^\(?-?\s?[£$€]?\s?-?\d+(?:\.\d+)?\)?%?$")
_TAIL = re.compile(r"^(?P<label>.*?\S)\s+(?P<numbers>(?:\(?-?[£$€]?\d[\d,]*(?:\.\d+)?\)?%?(?:\s+|$))+)$")
_ONLY = re.compile(
    r"^(?:total\w*\s*:?\s*)?(?P<numbers>(?:\(?-?[£$€]?\d[\d,]*(?:\.\d+)?\)?(?:\s+|$)){2,})$", re.IGNORECASE
)
_TOTAL = re.compile(r"^(?:grand\s+|sub-?\s?)?totals?\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<!etc)[.;]$|\b(?:was|were|is|are|that|would|will|has|have)\b", re.IGNORECASE)
MOST_SUMS = 20_000  # sums of columns that are kept in mind before a table is left as printed


def find_figures(paper: Paper, outline: Outline, matcher: Matcher) -> Iterator[FoundTable]:
    """The tables of figures of a paper, in order."""
    for section in outline.sections:
        title: str | None = section.title or None
        for part in section.body:
            if isinstance(part, Table):
                found = figures_of_table(part, title=title, place=place_of(section, None, ""))
                if found is not None:
                    yield found
            elif part.text.strip() and len(part.text) < 120:
                title = fold(part.text)
    lines = [part for part in paper.flow if isinstance(part, Line) and part.role == "body" and part.text.strip()]
    yield from find_figures_in_lines(lines)


def figures_of_table(table: Table, *, title: str | None, place: Place) -> FoundTable | None:
    """A table's figures; None where fewer than a third of its filled body cells, or fewer than three, are numbers."""
    if len(table.rows) < 2 or len(table.rows[0]) < 2:
        return None
    texts = [[fold(cell.text) for cell in row] for row in table.rows]
    header = table.header or next((i for i, row in enumerate(texts) if sum(map(_is_number, row)) >= 1 and i > 0), 1)
    header = min(header, 3)
    body = texts[header:]
    filled = [t for row in body for t in row[1:] if t]
    if not filled or sum(map(_is_number, filled)) < max(3, len(filled) / 3):
        return None
    heads = tuple(fold(" ".join(texts[i][c] for i in range(header) if texts[i][c])) for c in range(len(texts[0])))
    rows = [tuple(_value(t) for t in row) for row in body if any(row)]
    totals = next((row for row in reversed(rows) if isinstance(row[0], str) and _TOTAL.match(row[0])), None)
    return FoundTable(
        title,
        heads,
        tuple(row for row in rows if row is not totals),
        evidence_of(
            table.lines,
            fold(table.rows[0][0].text or table.rows[header][0].text or body[0][0] or filled[0]),
            rule="table",
        ),
        totals,
        _unit([*heads, title or ""]),
        place,
    )


def find_figures_in_lines(lines: Sequence[Line]) -> Iterator[FoundTable]:
    """Runs of three or more lines that end in numbers, as a text dump leaves a table: title and header stand above."""
    at = 0
    while at < len(lines):
        run = []
        while at + len(run) < len(lines) and (row := _row(lines[at + len(run)])) is not None:
            run.append(row)
        if len(run) >= 3:
            found = _table(lines, at, run)
            if found is not None:
                yield found
        at += max(len(run), 1)


def _row(line: Line) -> tuple[str, list[float]] | None:
    """Label and numbers of a line that is a table's row."""
    if only := _ONLY.match(line.text):
        return "", _numbers(only["numbers"])
    found = _TAIL.match(line.text)
    if (
        not found
        or len(found["label"].split()) > 12
        or _SENTENCE.search(found["label"])
        or not re.search(r"[A-Za-z]{3}", found["label"])
    ):
        return None
    if re.search(r"(?:19|20)\d\d$|\b(?:no|page|item|ref|tel)\.?$", found["label"], re.IGNORECASE):
        return None
    numbers = _numbers(found["numbers"])
    if len(numbers) == 1 and re.fullmatch(r"(?:19|20)\d\d", found["numbers"].strip()):
        return None
    return found["label"], numbers


def _table(lines: Sequence[Line], at: int, run: Sequence[tuple[str, list[float]]]) -> FoundTable | None:
    width = max(len(numbers) for _, numbers in run)
    totals = run[-1][1] if (not run[-1][0] or _TOTAL.match(run[-1][0])) and len(run[-1][1]) == width else None
    body = run[:-1] if totals is not None else run
    if width == 1 and any(len(label.split()) > 8 for label, _ in body):
        return None
    if sum(len(numbers) == width for _, numbers in body) < 2 and totals is None:
        return None
    problems: list[Problem] = []
    placed = _place([numbers for _, numbers in body], totals, width)
    unsure = [
        label for (label, numbers), cells in zip(body, placed, strict=True) if cells is None and len(numbers) < width
    ]
    evidence = evidence_of(tuple(lines[at : at + len(run)]), fold(lines[at].text), rule="figures-in-lines")
    if unsure:
        problems.append(
            Problem(
                "column-uncertain",
                f"The text does not tell in which columns these rows' figures stand: {', '.join(unsure)}.",
                "info",
                evidence,
            )
        )
    rows: list[tuple[Value, ...]] = []
    for (label, numbers), cells in zip(body, placed, strict=True):
        gap: list[Value] = [None] * (width - len(numbers))
        filled: list[Value] = list(cells) if cells is not None else [*numbers[:-1], *gap, *numbers[-1:]]
        rows.append((label, *filled))
    title, header = _above(lines, at, width)
    return FoundTable(
        title,
        header,
        tuple(rows),
        evidence,
        ("", *totals) if totals is not None else None,
        _unit([*header, title or ""]),
        Place(),
        tuple(problems),
    )


def _place(
    rows: Sequence[Sequence[float]], totals: Sequence[float] | None, width: int
) -> list[tuple[Value, ...] | None]:
    """Each row's numbers in their columns. Full rows are certain; others where the printed totals leave one way.

    First and last column stand in every row (the amount and its total); the numbers between go, in order, to columns whose
    sums give the printed totals. A row that may be placed in two ways stays None.
    """
    out: list[tuple[Value, ...] | None] = [tuple(row) if len(row) == width else None for row in rows]
    if totals is None or width < 3 or any(len(row) < 2 for row in rows):
        return out
    ways = [
        [_spread(row[1:-1], columns, width - 2) for columns in combinations(range(width - 2), len(row) - 2)]
        for row in rows
    ]
    goal = tuple(round(t, 2) for t in totals[1:-1])
    forward = _reach(ways, goal)
    backward = [{_less(goal, sums) for sums in level} for level in reversed(_reach(ways[::-1], goal))]
    if not forward[-1] & {goal} or max(map(len, forward)) > MOST_SUMS:
        return out
    for at, row in enumerate(rows):
        possible = [way for way in ways[at] if any(_more(sums, way) in backward[at + 1] for sums in forward[at])]
        if len(possible) == 1:
            out[at] = (row[0], *possible[0], row[-1])
    return out


def _spread(numbers: Sequence[float], columns: Sequence[int], width: int) -> tuple[float | None, ...]:
    cells: list[float | None] = [None] * width
    for number, column in zip(numbers, columns, strict=True):
        cells[column] = number
    return tuple(cells)


def _reach(ways: Sequence[Sequence[tuple[float | None, ...]]], goal: tuple[float, ...]) -> list[set[tuple[float, ...]]]:
    """The column sums that the first n rows can have, for n = 0 ... all; none above the goal."""
    levels = [{(0.0,) * len(goal)}]
    for row in ways:
        after = {_more(sums, way) for sums in levels[-1] for way in row}
        levels.append({sums for sums in after if all(s <= g + 0.005 for s, g in zip(sums, goal, strict=True))})
        if len(levels[-1]) > MOST_SUMS:
            levels[-1] = set()
    return levels


def _more(sums: tuple[float, ...], way: tuple[float | None, ...]) -> tuple[float, ...]:
    return tuple(round(s + (cell or 0.0), 2) for s, cell in zip(sums, way, strict=True))


def _less(goal: tuple[float, ...], sums: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(round(g - s, 2) for g, s in zip(goal, sums, strict=True))


def _above(lines: Sequence[Line], at: int, width: int) -> tuple[str | None, tuple[str, ...]]:
    """Title and header of a run of rows: the short lines above it, up to the prose."""
    heads: list[str] = []
    for line in reversed(lines[max(0, at - 12) : at]):
        text = fold(line.text)
        if (
            len(text.split()) > 8
            or text.endswith((".", ":", ";"))
            or (_SENTENCE.search(text) and len(text.split()) > 5)
        ):
            break
        heads.insert(0, text)
    if not heads:
        return None, ()
    title = heads[0] if len(heads) > 1 or width == 1 else None
    header = " ".join(heads[1:] if title else heads).split("  ")
    return title or heads[0], tuple(h for h in header if h)


def _is_number(text: str) -> bool:
    return bool(_NUMBER.match(text)) and bool(re.search(r"\d", text))


def _value(text: str) -> Value:
    if not text or text in ("-", "–", "—"):
        return None
    return _number(text) if _is_number(text) else text


def _number(text: str) -> float:
    digits = float(re.sub(r"[^\d.]", "", text).rstrip(".") or 0)
    return -digits if text.startswith(("(", "-", "£-", "£ -")) else digits


def _numbers(text: str) -> list[float]:
    return [_number(word) for word in text.split()]


def _unit(words: Sequence[str]) -> str | None:
    """The unit that a header or title names."""
    joined = " ".join(words)
    for pattern, unit in (
        (r"£\s?[’'‘]?000|£\s?k\b|£\s?thousand", "GBP-thousand"), (r"£\s?m\b|£\s?million", "GBP-million"), (r"£", "GBP"),
        (r"€\s?[’'‘]?000", "EUR-thousand"), (r"€", "EUR"), (r"\$", "USD"), (r"\bdays\b", "days"), (r"\bhours\b", "hours"), (r"%", "percent"),
    ):  # fmt: skip
        if re.search(pattern, joined, re.IGNORECASE):
            return unit
    return None
