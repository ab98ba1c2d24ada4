"""Planning lists: each application with the comment that ends it, over several lines or in a table's row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.extractors.places import Piece, place_of
from pipeline.match import Match, Matcher
from pipeline.paper import Outline, Table
from pipeline.paragraphs import paragraph_of, unmarked

_PLANNING = re.compile(r"\b(?:planning|applications?)\b", re.IGNORECASE)
_REFERENCE = re.compile(
    r"\b[A-Z]{0,4}/?\d{2,4}/\d{3,6}(?:/[A-Z\d]{1,8})*|\b[A-Z]/\d{4,6}\b|\b[A-Z]{1,3}\d{2}/\d{2,5}\b|\bPA\s?\d+",
    re.ASCII,
)
_APPLICATION = re.compile(r"^\W*(?:location|application|proposal|ref(?:erence)?|site|address)\b.{0,12}:", re.IGNORECASE)


def planning_comments(whole: Sequence[Piece], taken: set[int], matcher: Matcher) -> Iterator[tuple[int, Piece, Match]]:
    """ "21/00123 Extension at ... No objection": where it ends, the lines as one piece, the comment."""
    opened: list[Piece] = []
    for at, piece in enumerate(whole):
        if not _PLANNING.search(f"{piece.section.title} {piece.sub}") or piece.kind == "heading":
            opened = []
            continue
        text = piece.paragraph.text
        if _REFERENCE.search(text) or _APPLICATION.match(text):
            goes_on = opened and not any(_REFERENCE.search(p.paragraph.text) for p in opened)
            opened = [*opened, piece] if goes_on else [piece]
        elif opened:
            opened.append(piece)
        if at in taken or not opened or len(opened) > 12:
            continue
        comment = matcher.first("decision", text if len(text.split()) <= 14 else text[-90:], part="row")
        if comment is None or not any(_REFERENCE.search(p.paragraph.text) for p in opened):
            continue
        joined = unmarked(paragraph_of([line for p in opened for line in p.paragraph.lines]))
        yield at, replace(opened[0], paragraph=joined), comment
        opened = []


def planning_tables(outline: Outline, matcher: Matcher) -> Iterator[tuple[Piece, Match]]:
    """The rows of a table that hold an application's number and, in a later cell, the comment."""
    for section in outline.sections:
        for table in (part for part in section.body if isinstance(part, Table)):
            for row in table.rows:
                cells = [cell.text.strip() for cell in row]
                named = next((n for n, text in enumerate(cells) if _REFERENCE.search(text)), None)
                if named is None or len(cells) < 2:
                    continue
                comment = None
                for text in reversed(cells[named + 1 :]):
                    if text:
                        comment = matcher.first("decision", text[-90:], part="row") if len(text.split()) <= 40 else None
                        break
                lines = [line for cell in row for line in cell.lines]
                if comment is not None and lines:
                    joined = unmarked(paragraph_of(lines))
                    yield Piece(joined, section, place_of(section, None, ""), cell=True), comment
