"""People in columns that tabs make: "Present:⇥Apologies:" above the names, a register with ticks, names with posts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

FEWEST = 3  # rows of people with something behind each that need no heads above them
MOST = 6  # words of a person with a title

_LIST = re.compile(
    r"\W*(?:(?:also|not|those|all|members|councillors|officers|others|trustees|governors|board|committee)\s+)*"
    r"(?:present|attend(?:ed|ing|ance|ees)|in\s+attendance|apolog(?:y|ies)(?:\s+(?:for\s+absence|received|from))?|regrets|absent|excused"
    r"|observers|guests|visitors|officers|staff)\W*",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"\W*(?:(?:full\s+)?names?|members?|councill?ors?|trustees?|governors?|directors?|attendees?|people|who)\W*",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\W*(?:role|position|post|title|office|organi[sz]ation|representing|representative\s+of|body|ward|initials|status|attended|company"
    r"|affiliation|designation|from|school|type|category)\W*\??",
    re.IGNORECASE,
)
_WORD = r"(?:[A-ZÀ-Þ][\w’'-]*\.?|[a-z]{2,3}(?=\s[A-ZÀ-Þ]))"
_PERSON = re.compile(rf"{_WORD}(?:\s{_WORD}){{1,{MOST - 1}}}(?:\s\([^()]*\))*")

Cells = Sequence[str]


def columns_of_people(rows: Sequence[Cells]) -> list[list[str]]:
    """The grid of the rows that a stretch of tabbed lines opens with; [] where it is none of people.

    Args:
        rows: the cells of each line, as tabs part them, without blanks around them.
    """
    if not rows or sum(map(bool, rows[0])) < 2:
        return []
    heads = [cell for cell in rows[0] if cell]
    lists = all(map(_LIST.fullmatch, heads)) and len({head.casefold() for head in heads}) == len(heads)
    register = _NAME.fullmatch(heads[0]) is not None and all(
        _LIST.fullmatch(head) or _BESIDE.fullmatch(head) for head in heads[1:]
    )
    if lists or register:
        grid = [heads, *_below(rows, heads, lists=lists)]
        return grid if len(grid) > 1 else []
    return _without_heads(rows)


def is_person(words: str) -> bool:
    """Words with capitals and nothing behind them, as a person's name is printed."""
    return _PERSON.fullmatch(words) is not None


def _below(rows: Sequence[Cells], heads: Sequence[str], *, lists: bool) -> Iterator[list[str]]:
    places = [at for at, cell in enumerate(rows[0]) if cell]
    for row in rows[1:]:
        told = [cell for cell in row if cell]
        alone = len(row) == 1 and not (lists and told and is_person(told[0]))
        if not told or alone or len(told) > len(heads):
            return
        if len(row) == len(rows[0]) and not any(row[at] for at in range(len(row)) if at not in places):
            yield [row[at] for at in places]
        elif len(told) == len(heads) or row[0]:
            yield [*told, *[""] * (len(heads) - len(told))]
        else:
            yield [*[""] * (len(heads) - len(told)), *told]


def _without_heads(rows: Sequence[Cells]) -> list[list[str]]:
    """Rows of a person and what stands behind, all alike; the first may open with the label of the list."""
    labelled = _LIST.fullmatch(rows[0][0]) is not None
    grid: list[list[str]] = []
    for row in rows:
        told = [cell for cell in row if cell]
        label = told[0] if told and _LIST.fullmatch(told[0]) else ""
        who = told[1:] if label else told
        if len(who) < 2 or not is_person(who[0]) or (grid and len(who) != len(grid[0]) - labelled):
            break
        if bool(label) > labelled or (grid and labelled and not label and row[0]):
            break
        grid.append([label, *who] if labelled else who)
    return grid if len(grid) >= FEWEST else _in_columns(rows)


# "Ann Box (AB) – Moor Trust", "Bo Hale, Chair"
_TOLD = re.compile(rf"{_PERSON.pattern}\*?(?:\s*(?:[,(/\[]|[-–—]\s).{{2,80}})?")
_PEOPLE = 5  # cells that are all people


def _in_columns(rows: Sequence[Cells]) -> list[list[str]]:
    """Rows of people with what is told of each, two or three to a row; the last may be short."""
    grid: list[list[str]] = []
    for row in rows:
        told = [cell for cell in row if cell]
        width = len(grid[0]) if grid else max(2, len(told))
        if not all(map(_TOLD.fullmatch, told)) or len(told) > width or not told:
            break
        grid.append([*told, *[""] * (width - len(told))])
        if len(told) < width:
            break
    return grid if len(grid) > 1 and sum(1 for row in grid for cell in row if cell) >= _PEOPLE else []
