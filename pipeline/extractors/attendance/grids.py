"""Tables of people: registers, columns under labels, and grids in which each cell holds who came, group by group.

A grid's marks are told by the paper's key: "Ann Reed (A)", "† Cllr B Hale" with "† apologies".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extractors.attendance.listed import NOBODY_COMES
from pipeline.extractors.attendance.register import read_columns, read_register
from pipeline.extractors.attendance.remarks import away
from pipeline.extractors.attendance.sheet_day import SIGNS, Sheet
from pipeline.extractors.attendance.turned import with_people_righted
from pipeline.extractors.given import is_sure
from pipeline.extractors.names import Name, is_post, read_name
from pipeline.found import FoundPerson
from pipeline.paper import Cell, Line, Table, evidence_of, fold
from pipeline.record import Status
from pipeline.rules.match import Matcher

_SIGN = re.compile(rf"\s*(?P<sign>[{SIGNS}])\s*")
_BEHIND = re.compile(r"\s*(?:$|[(\[,]|[-–—]\s)")
_BRACKET = re.compile(r"[(\[]\s*([^()\[\]]+?)\s*[)\]]")
_OF_BODIES = re.compile(
    r"(?:clubs?|schools?|teams?|parish(?:es)?|organi[sz]ations?|bod(?:y|ies)|wards?|branch(?:es)?|sectors?|groups?|area|region)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"not\s+represented|no\s+(?:representative|delegate)|none|nil|vacan(?:t|cy)|[-–—]", re.IGNORECASE)
_FEWEST = 4  # people that make a grid
_MOST = 0.8  # share of a column's lines that are people


def read_people(
    table: Table, matcher: Matcher, *, status: Status | None, sheet: Sheet, front: bool
) -> list[FoundPerson] | None:
    """The people of a table that is a register, or columns of lists; of a grid where no label stands above it."""
    listed = read_columns(table, matcher) or read_register(table, matcher, status=status, sheet=sheet, front=front)
    return listed or (_read_grid(table, matcher, sheet) if front and status is None else None)


def _read_grid(table: Table, matcher: Matcher, sheet: Sheet) -> list[FoundPerson] | None:
    """The people of two columns or more, or of cells with a line each; None where the cells hold anything else."""
    right = with_people_righted(table).rows
    heads = 0 if not right or any(map(_people, right[0])) else 1
    bodies = (
        {at for at, cell in enumerate(right[0]) if heads and _OF_BODIES.match(cell.text.strip())} if right else set()
    )
    columns = [at for at in range(len(right[0]) if right else 0) if at not in bodies]
    cells = [[row[at] for row in right[heads:] if row[at].text.strip()] for at in columns]
    if len(columns) < 2 or len(bodies) > 1 or not all(map(_is_of_people, cells)):
        return None
    if not _are_sure([name for column in cells for cell in column for _, name in _people(cell)]):
        return None
    out: list[FoundPerson] = []
    for printed, row in zip(table.rows[heads:], right[heads:], strict=True):
        stands_for = next((printed[at].text.strip() for at in bodies), "")
        for at in columns:
            lines = [line for line in printed[at].lines if line.text.strip()]
            for line, (text, name) in zip(lines, _people(row[at]), strict=False):
                rest = text[name.end :]
                bracket = _BRACKET.search(rest)
                said = bracket is not None and (sheet.legend.get(bracket[1]) or away(bracket[1], matcher))
                sign = _SIGN.match(line.text)
                told = sheet.legend.get(sign["sign"]) if sign is not None else None
                post = fold(_BRACKET.sub("", rest, count=1) if said else rest).strip(" ()[]–—-,")
                quote = evidence_of((line,), fold(line.text), rule="attendance-register")
                out.append(FoundPerson(name.text, told or said or "present", quote, post or stands_for or None))
    return out if len(out) >= _FEWEST else None


def _is_of_people(cells: Sequence[Cell]) -> bool:
    lines = [line for cell in cells for line in cell.lines if line.text.strip()]
    people = [one for cell in cells for one in _people(cell)]
    nobody = sum(_NOBODY.fullmatch(line.text.strip()) is not None or _comes(line) for line in lines)
    return len(people) + nobody >= _MOST * len(lines) and bool(people)


def _comes(line: Line) -> bool:
    return NOBODY_COMES.search(line.text) is not None


def _are_sure(names: Sequence[Name]) -> bool:
    """Most have a title, or a given name or letter that is known: no places, no firms."""
    return 2 * sum(map(is_sure, names)) > len(names)


def _people(cell: Cell) -> list[tuple[str, Name]]:
    """The lines of a cell that are somebody with what is told of them, without the sign before them."""
    found = []
    for line in cell.lines:
        sign = _SIGN.match(line.text)
        text = line.text[sign.end() if sign is not None else 0 :].strip()
        name = read_name(text)
        if name is not None and (name.full or name.titles) and _BEHIND.match(text, name.end) and not is_post(text):
            found.append((text, name))
    return found
