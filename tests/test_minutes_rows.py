"""Minutes laid out in rows without heads, a paragraph each, and owners behind a tab. All invented."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Word

from pipeline.record import Record
from pipeline.run import extract
from tests.test_forms_layout import told

ROWS = (
    ("1", "Apologies", ""),
    ("1.1", "Apologies had come from Tom Orme.", ""),
    ("2", "Green", ""),
    ("2.1", "The hedge had grown over the path.", ""),
    ("2.2", "Peter Vance will order a hedge cutter.", "PV"),
    ("3", "Tea", ""),
    ("3.1", "It was agreed to buy an urn.", ""),
    ("3.2", "Ida Rook will write to the caterer.", "IR"),
)
TASKS = [
    ("Peter Vance will order a hedge", ["Peter Vance"], None, True),
    ("Ida Rook will write to the cat", ["Ida Rook"], None, True),
]


def _record(folder: Path, write: Callable[[Word], None]) -> Record:
    word = Document()
    word.add_heading("Ostler Green Association", 1)
    word.add_paragraph("Minutes of the committee held on 6 May 2025")
    word.add_paragraph("Present: Nell Garrow (Chair) (NG), Peter Vance (PV), Ida Rook (IR)")
    write(word)
    word.save(str(folder / "minutes.docx"))
    (record,) = extract(folder / "minutes.docx")
    return record


def _rows(word: Word, rows: Sequence[Sequence[str]]) -> None:
    table = word.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


@pytest.mark.parametrize("wide", [True, False])
def test_rows_of_numbers_text_and_owners_are_minutes(wide: bool, tmp_path: Path) -> None:
    in_two = [(f"{number}. {text}" if "." not in number else text, owner) for number, text, owner in ROWS]
    record = _record(tmp_path, lambda word: _rows(word, ROWS if wide else in_two))
    assert [(item.number.rstrip("."), item.title) for item in record.items] == [
        ("1", "Apologies"),
        ("2", "Green"),
        ("3", "Tea"),
    ]
    assert told(record) == TASKS
    assert [decision.outcome for decision in record.decisions] == ["agreed"]


def test_a_table_of_figures_with_numbers_is_no_minutes(tmp_path: Path) -> None:
    rows = [
        ("1", "Hall hire", "40"),
        ("1.1", "Deposit", "10"),
        ("2", "Tea", "12"),
        ("3", "Urn", "30"),
        ("4", "Cups", "9"),
    ]
    record = _record(tmp_path, lambda word: _rows(word, rows))
    assert not record.items and not record.actions


def test_one_row_for_each_task_between_the_paragraphs(tmp_path: Path) -> None:
    def write(word: Word) -> None:
        word.add_heading("1. Green", 2)
        word.add_paragraph("The hedge had grown over the path.")
        _rows(word, [("Peter Vance will order a hedge cutter.", "PV")])
        word.add_heading("2. Tea", 2)
        _rows(word, [("Action", "Write to the caterer", "IR")])

    tasks = [TASKS[0], ("Write to the caterer", ["Ida Rook"], None, True)]
    assert sorted(told(_record(tmp_path, write))) == tasks


def test_letters_behind_a_tab_own_what_stands_before_them(tmp_path: Path) -> None:
    def write(word: Word) -> None:
        word.add_heading("1. Green", 2)
        word.add_paragraph("Order a hedge cutter before the next meeting\tPV")
        word.add_heading("2. Tea", 2)
        word.add_paragraph("Write to the caterer about the price of cups\tIR/PV")

    assert told(_record(tmp_path, write)) == [
        ("Order a hedge cutter before th", ["Peter Vance"], "the next meeting", True),
        ("Write to the caterer about the", ["Ida Rook", "Peter Vance"], None, True),
    ]


def test_letters_behind_a_tab_that_are_somebodys_own_stay_theirs(tmp_path: Path) -> None:
    def write(word: Word) -> None:
        word.add_paragraph("In attendance:")
        word.add_paragraph("Jo Brae, Clerk to the trustees of the hall\tJB")
        word.add_heading("1. Tea", 2)
        word.add_paragraph("JB will write to the caterer.")

    record = _record(tmp_path, write)
    assert [action.owners[0].name for action in record.actions] == ["Jo Brae"]
