"""What stands on a line of a PDF is a paragraph where nearly all are one line, however far apart. All invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.read.pdf_lines import joined
from pipeline.read.raw import Word
from pipeline.record import Record
from pipeline.run import extract

SHORT = (
    ("OSTLER GREEN ASSOCIATION", True),
    ("Minutes of the committee held on 6 May 2025", True),
    ("Present: Nell Garrow (Chair), Peter Vance, Ida Rook", False),
    ("Apologies", True),
    ("Apologies had come from Tom Orme.", False),
    ("Green", True),
    ("ACTION: Peter Vance to order a hedge cutter from the dealer in Harrow", True),
    ("Tea", True),
    ("It was agreed to buy an urn.", False),
    ("ACTION: Ida Rook to write to the caterer about the price of the cups", True),
    ("Date of next meeting", True),
    ("3 June 2025 at 7 pm in the lodge", False),
)
LONG = (
    "The committee had walked round the green in the rain before tea, and had then seen what the frost",
    "had left of it.",
)


def _record(folder: Path, lines: list[tuple[str, bool, float]]) -> Record:
    canvas = Canvas(str(folder / "minutes.pdf"), pagesize=(595, 842))
    height = 800.0
    for text, bold, step in lines:
        height -= step
        canvas.setFont("Times-Bold" if bold else "Times-Roman", 11)
        canvas.drawString(60, height, text)
    canvas.save()
    (record,) = extract(folder / "minutes.pdf")
    return record


@pytest.mark.parametrize("wraps", [0, 1])
@pytest.mark.parametrize("step", [20.0, 24.0])
def test_titles_below_marked_tasks_are_items(wraps: int, step: float, tmp_path: Path) -> None:
    lines = [(text, bold, step) for text, bold in SHORT]
    if wraps:
        lines[6:6] = [(LONG[0], False, step), (LONG[1], False, 13.0)]
    record = _record(tmp_path, lines)
    assert [item.title for item in record.items] == ["Apologies", "Green", "Tea", "Date of next meeting"]
    assert [action.owners[0].name for action in record.actions] == ["Peter Vance", "Ida Rook"]


def test_lines_of_a_text_in_double_spacing_stay_joined(tmp_path: Path) -> None:
    told = [
        (LONG[0], False, 24.0),
        (LONG[1], False, 24.0),
        ("Peter Vance will order a hedge cutter for the long hedge by", False, 36.0),
    ]
    told += [("the mill as soon as he can.", False, 24.0), *told[:2]]
    lines = [*((text, bold, 36.0) for text, bold in SHORT[:3]), ("1. Green", True, 36.0), *told]
    record = _record(tmp_path, lines)
    assert [action.task for action in record.actions] == [
        "Peter Vance will order a hedge cutter for the long hedge by the mill as soon as he can."
    ]


def _words(*parts: tuple[str, float, float]) -> list[Word]:
    return [Word(text, left, 100.0, right, 112.0, 110.0, 11.0, bold=False, upright=True) for text, left, right in parts]


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ((("minutes", 60.0, 95.0), ("of", 98.0, 109.0), ("the", 109.2, 122.0)), "minutes of the"),  # the f leans over
        ((("see", 60.0, 75.0), ("if", 78.0, 86.0), ("all", 85.8, 97.0)), "see if all"),
        ((("of", 60.0, 71.0), (",", 71.1, 73.0)), "of,"),
        ((("Gar", 60.0, 75.0), ("row", 75.1, 92.0)), "Garrow"),  # a part set apart by its kerning
    ],
)
def test_a_slanted_letter_over_its_blank_does_not_join_two_words(
    parts: tuple[tuple[str, float, float], ...], text: str
) -> None:
    assert joined(_words(*parts)) == text
