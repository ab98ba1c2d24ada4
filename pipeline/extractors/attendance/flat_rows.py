"""Registers that lost their columns: "Ann Reed Staff Governor Attended", "Bo Hale Chair Sent apologies"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extractors.names import is_person
from pipeline.paper import Cell, Line, Paragraph, Part, Section, Table

FEWEST = 3  # rows that show that all are read so
MOST = 0.8  # of the letters stand in rows

_TITLE = r"(?:(?:Cllr|Councillor|Ald|Mr|Mrs|Ms|Miss|Dr|Prof|Rev|Revd|Canon|Sir|Dame)\.?\s)?"
_ROW = re.compile(
    rf"(?P<name>{_TITLE}[A-Z][\w’'-]+\s(?:[A-Z]\.?\s)?[A-Z][\w’'-]+)(?:,|\s[–-])?\s(?P<role>[A-Z(][^.:;]{{2,90}}?)\s+"
    r"(?P<mark>(?:Attended|Present|Sent\sapologies|Apologies(?:\s(?:sent|received|given))?|Did\snot\sattend|Absent"
    r"|Not\spresent|Not\sin\sattendance|In\sattendance))(?=\s+[A-Z]|\s*$)"
)
_HEADS = re.compile(r"(?:\b(?:name|role|position|post|organi[sz]ation|status|attend\w+|present|apologies)\b\W*)+", re.I)


def with_flat_rows(section: Section) -> Sequence[Part]:
    """The parts of a section; in a list of people, paragraphs that are rows without columns as their register."""
    body = section.body if section.kind in ("front", "attendance") else ()
    told = [part for part in body if isinstance(part, Paragraph) and not _HEADS.fullmatch(part.text)]
    found = {id(part): rows for part in told if (rows := _rows(part))}
    if sum(map(len, found.values())) < FEWEST:
        return section.body
    out: list[Part] = []
    for part in body:
        rows = found.get(id(part), [])
        last = out[-1] if out else None
        if rows and isinstance(last, Table):
            out[-1] = replace(last, rows=(*last.rows, *rows))
        elif rows and isinstance(part, Paragraph):
            out.append(Table(tuple(rows), page=part.lines[0].page))
        elif isinstance(part, Table) or not _HEADS.fullmatch(part.text):
            out.append(part)
    return out


def _rows(part: Paragraph) -> list[tuple[Cell, ...]]:
    """The rows of a paragraph that is nothing but rows, else none."""
    rows = [found for found in _ROW.finditer(part.text) if is_person(found["name"])]
    if sum(len(found[0]) for found in rows) < MOST * len(part.text):
        return []
    return [
        tuple(_cell(part, found.start(name), found.end(name)) for name in ("name", "role", "mark")) for found in rows
    ]


def _cell(part: Paragraph, start: int, end: int) -> Cell:
    return Cell((replace(_line_at(part, start), text=part.text[start:end]),))


def _line_at(part: Paragraph, at: int) -> Line:
    """The printed line in which a letter of a paragraph stands."""
    return [line for line, start in zip(part.lines, part.starts, strict=True) if start <= at][-1]
