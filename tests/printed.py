"""Papers as tests print them: a text becomes lines as a reader sees them, then a paper, its outline, its record.

blank line    white space above the next line        # Title     a heading of the format, level by the count of #
**words**     a bold line                             > words     a line in the margin, beside the line above
~ words       furniture: page header, footer          ^L          the next page begins
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from pipeline.extractors.find import Found, find_all
from pipeline.outline import outline
from pipeline.paper import Cell, Line, Outline, Page, Paper, PaperKind, Source, Table
from pipeline.rules.in_force import matcher_of
from pipeline.rules.match import Matcher

Flow = tuple[Line | Table, ...]


@lru_cache(maxsize=1)
def rules() -> Matcher:
    return matcher_of(None)


def lines(text: str, *, page: int | None = None) -> tuple[Line, ...]:
    """The lines of a text; with `page` they carry page numbers, counted on at each form feed."""
    out = []
    gap = True
    broken = False
    for number, printed in enumerate(text.split("\n"), 1):
        while printed.strip(" ").startswith("\f"):
            page = None if page is None else page + 1
            printed, gap, broken = printed.strip(" ")[1:], True, True
        words = printed.strip()
        if not words:
            gap = True
            continue
        line = Line(words, page=page, number=number, gap=gap, page_break=broken)
        gap = broken = False
        if words.startswith("#"):
            level = len(words) - len(words.lstrip("#"))
            line = replace(line, text=words[level:].strip(), heading=level)
        elif words.startswith("**") and words.endswith("**"):
            line = replace(line, text=words.strip("*"), bold=True)
        elif words.startswith("> "):
            line = replace(line, text=words[2:], role="margin", gap=False)
        elif words.startswith("~ "):
            line = replace(line, text=words[2:], role="furniture")
        out.append(line)
    return tuple(out)


def table(*rows: Sequence[str], header: int = 0) -> Table:
    """A table of cells; a line break in a cell makes two lines."""
    return Table(
        tuple(tuple(Cell(tuple(Line(line) for line in cell.split("\n") if line)) for cell in row) for row in rows),
        header=header,
    )


def source_of(
    *parts: str | Table, path: str = "corpus/ambleforth/paper.txt", labels: dict[int, str] | None = None
) -> Source:
    """Texts and tables as one source; it has pages where `labels` gives their printed numbers."""
    flow: Flow = ()
    for part in parts:
        flow += (part,) if isinstance(part, Table) else lines(part, page=1 if labels is not None else None)
    pages = tuple(Page(number, label=label) for number, label in (labels or {}).items())
    return Source(path, "0" * 64, "text/plain", "text", flow, pages=pages)


def paper_of(*parts: str | Table, kind: PaperKind = "minutes", title: str = "Minutes") -> Paper:
    source = source_of(*parts)
    return Paper(source, kind, title, source.flow)


def outlined(*parts: str | Table, kind: PaperKind = "minutes") -> Outline:
    return outline(paper_of(*parts, kind=kind), rules())


def found_in(*parts: str | Table, kind: PaperKind = "minutes") -> Found:
    paper = paper_of(*parts, kind=kind)
    return find_all(paper, outline(paper, rules()), rules())
