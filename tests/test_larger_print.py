"""Titles that a PDF or a Word file without styles prints larger than its text, and the bold ones below them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from docx.shared import Pt
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph, SimpleDocTemplate

from pipeline.paper import Line
from pipeline.read.sized import with_levels
from tests.typed import record_in

# Size in points and text; "b" prints bold.
PAPER = (
    (20, "b", "Sagehill Rowing Club committee"),
    (11, "", "Minutes of the meeting held on 4 March 2025 in the boathouse"),
    (11, "", "Present: Dale Ruckert (Chair), Lou Amaya, Pat Finch, Gwen Stahl"),
    (15, "b", "Minutes of the last meeting"),
    (11, "", "They were agreed as printed."),
    (15, "b", "Reports"),
    (13, "b", "Safety"),
    (11, "", "Nobody had been hurt. Lou Amaya will order two throw lines."),
    (11, "b", "Boats"),
    (11, "", "The double leaks at its bow."),
    (11, "b", "Oars"),
    (11, "", "All four sets are in use, and the oldest has been mended again with tape."),
    (11, "b", "Trailer"),
    (11, "", "The trailer was serviced in January and its lights work."),
    (15, "b", "Regatta"),
    (11, "", "The date is not yet known. Pat Finch will write to the council."),
    (15, "b", "Any other business"),
    (11, "", "There was none."),
)
TITLES = ["Minutes of the last meeting", "Reports", "Regatta", "Any other business"]


def _pdf(path: Path) -> Path:
    flow = [
        Paragraph(
            f"<b>{text}</b>" if look else text,
            ParagraphStyle("p", fontName="Helvetica", fontSize=size, leading=1.3 * size, spaceAfter=8),
        )
        for size, look, text in PAPER
    ]
    SimpleDocTemplate(str(path / "a.pdf"), pagesize=A4).build(flow)
    return path / "a.pdf"


def _word(path: Path) -> Path:
    document = Document()
    for size, look, text in PAPER:
        run = document.add_paragraph().add_run(text)
        run.bold, run.font.size = bool(look), Pt(size)
    document.save(str(path / "a.docx"))
    return path / "a.docx"


@pytest.mark.parametrize("printed", [_pdf, _word])
def test_the_larger_titles_are_the_items_and_hold_what_stands_in_bold_below_them(
    printed: Callable[[Path], Path], tmp_path: Path
) -> None:
    record = record_in(printed(tmp_path))
    assert [item.title for item in record.items] == TITLES
    assert {(action.task, *(owner.name for owner in action.owners)) for action in record.actions} == {
        ("Lou Amaya will order two throw lines.", "Lou Amaya"),
        ("Pat Finch will write to the council.", "Pat Finch"),
    }


def _lines(*sizes: float | None, text: str = "Boats") -> tuple[Line, ...]:
    body = Line("What was said of it at the meeting, at some length.", size=11, gap=True)
    titles = tuple(Line(text, size=size, gap=True) for size in sizes)
    return tuple(line for title in titles for line in (title, body))


def _levels(*flow: Line) -> list[int]:
    return [line.heading for line in with_levels(flow) if isinstance(line, Line)]


def test_the_largest_size_is_the_first_level() -> None:
    assert _levels(*_lines(20, 15, 13, 15)) == [1, 0, 2, 0, 3, 0, 2, 0]


def test_what_is_a_little_larger_is_text() -> None:
    assert _levels(*_lines(11.5, 11.5)) == [0, 0, 0, 0]


def test_long_texts_in_larger_print_are_no_titles() -> None:
    letter = "This part of the pack was typed in larger print, and it is a letter of several sentences. " * 3
    assert _levels(*_lines(14, 14, text=letter)) == [0, 0, 0, 0]


def test_marks_of_the_format_are_believed() -> None:
    marked = replace(Line("Boats", size=11, gap=True), heading=2)
    assert _levels(marked, *_lines(15, 15)) == [2, 0, 0, 0, 0]


def test_what_ocr_has_read_has_no_sizes_to_trust() -> None:
    read = tuple(replace(line, confidence=(0.9,)) for line in _lines(15, 15))
    assert _levels(*read) == [0, 0, 0, 0]


def test_a_paper_without_sizes_stays_as_it_is() -> None:
    assert _levels(*(replace(line, size=None) for line in _lines(15, 15))) == [0, 0, 0, 0]


def test_a_pack_of_many_sizes_has_six_levels() -> None:
    assert _levels(*_lines(28, 26, 24, 22, 20, 18, 16, 14))[::2] == [1, 2, 3, 4, 5, 6, 6, 6]
