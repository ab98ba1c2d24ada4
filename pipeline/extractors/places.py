"""Walks an outline paragraph by paragraph, saying under which item and minute each stands."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.found import Place
from pipeline.layout.paragraphs import paragraphs
from pipeline.layout.sentences import sentences
from pipeline.paper import Line, Outline, Paragraph, Section, Table

OLD = re.compile(
    r"\b(?:previous|last|outstanding|open(?=\s+(?:actions?|items?|tasks?))|pending|carried\s+forward|brought\s+forward|matters\s+arising|"
    r"progress|update|review|follow[- ]?up|log|tracker)\b",
    re.IGNORECASE,
)
"""A title above what was to be done before: "Outstanding actions", "Matters arising"."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph (or a table cell's paragraph) with its section and place.

    Attributes:
        cell: it comes from a table that was not unrolled.
        sub: the sub-heading above it inside the section, "" where none.
        head: the words above its table's column, "" where none.
    """

    paragraph: Paragraph
    section: Section
    place: Place
    cell: bool = False
    sub: str = ""
    head: str = ""

    @property
    def kind(self) -> str:
        return self.paragraph.kind

    @property
    def margin_words(self) -> str:
        """The owner column's words beside it, in one line."""
        return " ".join(line.text for line in self.paragraph.margin).strip()


def part_of(piece: Piece, start: int, end: int) -> Piece:
    """The piece with only text[start:end]; the first keeps the number, the last what stands beside it."""
    whole = piece.paragraph
    lines = [
        (line, at - start)
        for line, at in zip(whole.lines, whole.starts, strict=True)
        if at < end and at + len(line.text) > start
    ]
    return replace(
        piece,
        paragraph=Paragraph(
            whole.text[start:end].rstrip(),
            tuple(line for line, _ in lines),
            tuple(at for _, at in lines),
            "" if start else whole.number,
            "" if start else whole.printed,
            whole.margin if end == len(whole.text) else (),
            whole.kind,
        ),
    )


def pieces(outline: Outline, *, cells: bool = False, headings: bool = False, agenda: bool = False) -> Iterator[Piece]:
    """Every paragraph in order; with `cells` those in tables too, with `headings` the sections' headings too.

    Args:
        agenda: also what the agenda asked, where minutes print it again.
    """
    for section in outline.sections:
        minute: str | None = None
        sub = ""
        if headings and section.heading is not None and section.heading.text:
            yield Piece(section.heading, section, place_of(section, None, ""))
        for part in section.body:
            if isinstance(part, Table):
                if cells:
                    place = place_of(section, minute, sub)
                    for paragraph, head in table_paragraphs(part):
                        yield Piece(paragraph, section, place, cell=True, sub=sub, head=head)
                continue
            if part.kind == "agenda" and not agenda:
                continue
            if part.kind == "heading":
                sub = part.text
            if part.number:
                minute = minute_number(section.number, part)
            yield Piece(part, section, place_of(section, minute, sub), sub=sub)


def minute_number(item: str, paragraph: Paragraph) -> str:
    """ "3.1" as printed; "5.iv" for the "iv)" of item 5."""
    number = paragraph.number
    if item and re.fullmatch(r"[a-zA-Z]|[ivx]+|\d{1,2}[a-z]?", number):
        return f"{item}.{number}"
    return number


def place_of(section: Section, minute: str | None, sub: str) -> Place:
    return Place(
        item=section.number or None,
        minute=minute,
        topic=section.title or sub or None,
        exempt=section.visibility == "exempt",
    )


_ACTION = re.compile(r"\W*actions?\W*", re.IGNORECASE)


def told_by_topic(section: Section) -> bool:
    """Minutes under the title of a list of actions: prose below two or more headings of the format's own."""
    if section.kind != "action-list":
        return False
    told = [part for part in section.paragraphs if not part.lines[0].heading]
    topics = len(section.paragraphs) - len(told)
    prose = sum(len(sentences(part.text)) > 1 for part in told)
    return topics > 1 and 3 * prose >= len(told)


def with_label_each(sections: Sequence[Section]) -> tuple[set[int], set[int]]:
    """Ids of the sections below "Action" where each topic of a list has that label over its task; of the list's own.

    "Library", "It is damp.", "Action:", "Ring the builder (AB)", "Paths": what stands below the next topic is no task.
    """
    labels = {id(s) for s in sections if s.kind == "action-list" and _ACTION.fullmatch(s.title)}
    pairs = itertools.pairwise(sections)
    over = {id(s) for s, below in pairs if s.kind == "action-list" and s.paragraphs and id(below) in labels} - labels
    over |= {id(s) for s in sections if id(s) in labels and s.paragraphs and s.paragraphs[0].lines[0].heading}
    return (labels, over) if len(labels) > 1 else (set(), set())


def table_paragraphs(table: Table) -> Iterator[tuple[Paragraph, str]]:
    """The paragraphs of a table's cells, row by row, each with what stands at the top of its column."""
    heads = [cell.text for cell in table.rows[0]] if table.rows else []
    for row in table.rows:
        for cell, head in zip(row, heads, strict=False):
            body: list[Line | Table] = list(cell.lines)
            for part in paragraphs(body):
                if isinstance(part, Paragraph):
                    yield part, head
