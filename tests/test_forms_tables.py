"""Tables as boards and trusts draw them: who was there by a column, decisions beside tasks, and tables of decisions."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.cells import task_rows
from pipeline.paper import Line
from pipeline.record import Record
from tests.typed import owned, record_of


def _table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def _board(folder: Path, *tables: str) -> Record:
    head = "<h1>Fernley Trust Audit Committee</h1><p>Minutes of the meeting held on 6 May 2025</p>"
    return record_of(folder, f"<html><body>{head}{''.join(tables)}</body></html>", "minutes.html")


def test_a_column_says_who_was_there(tmp_path: Path) -> None:
    record = _board(
        tmp_path,
        _table(
            ("Attendees", "Role", "Initials", "Present"),
            ("Ned Ashdown", "Chair", "NA", "Yes"),
            ("Pia Brook", "Trustee", "PB", "Apologies"),
            ("Tom Carr", "Trustee", "TC", "No - apologies"),
            ("Una Dale", "Finance Director", "UD", "Yes (in attendance)"),
        ),
    )
    assert [(one.name, one.status) for one in record.attendance] == [
        ("Ned Ashdown", "present"),
        ("Pia Brook", "apologies"),
        ("Tom Carr", "apologies"),
        ("Una Dale", "in_attendance"),
    ]


HEADS = ("No.", "Agenda item and discussion", "Action / decision", "Lead", "Deadline")
TALK = (
    "The surveyor spoke of the roof at length and answered what was asked, and the members thanked him for the report."
)


def test_what_was_decided_is_nobody_s_task_and_owns_none(tmp_path: Path) -> None:
    record = _board(
        tmp_path,
        _table(
            HEADS,
            ("1", f"<b>Apologies</b><br>{TALK}", "Apologies accepted", "", ""),
            ("2", f"<b>Minutes</b><br>{TALK} The minutes were agreed.", "Minutes approved", "NA", ""),
            (
                "3",
                f"<b>Roof</b><br>{TALK}",
                "Quotation approved<br>Place the order with the roofer",
                "UD",
                "9 May 2025",
            ),
        ),
    )
    assert [(task, owners) for task, owners in owned(record)] == [("Place the order with the roofer", ["UD"])]
    assert [action.due.date for action in record.actions] == ["2025-05-09"]
    assert [one.text for one in record.decisions] == [
        "Apologies accepted",
        "The minutes were agreed.",
        "Quotation approved",
    ]


@pytest.mark.parametrize("head", ["Decision", "Decisions made", "Resolution"])
def test_a_table_of_decisions_decides_a_row(head: str, tmp_path: Path) -> None:
    record = _board(
        tmp_path,
        "<h2>Decisions</h2>",
        _table(
            ("Ref", head, "Rationale"),
            ("D7", "Hours at the pool extended to 22:00", "Asked for"),
            ("D8", "The tender will not go ahead this year", "No bids"),
        ),
    )
    assert [(one.minute, one.text) for one in record.decisions] == [
        ("D7", "Hours at the pool extended to 22:00"),
        ("D8", "The tender will not go ahead this year"),
    ]
    assert record.meeting.start is None  # the pool's hours are not the meeting's


def test_what_an_earlier_meeting_decided_is_no_decision(tmp_path: Path) -> None:
    rows = _table(("Ref", "Decision", "Rationale"), ("D1", "The café was let to a new tenant", "Best bid"))
    assert not _board(tmp_path, "<h2>Decisions of the previous meeting</h2>", rows).decisions


def test_by_beside_who_says_when(tmp_path: Path) -> None:
    record = _board(
        tmp_path,
        "<h2>Actions</h2>",
        _table(("Ref", "Action", "Who", "By"), ("A1", "Tell both bidders", "Una Dale", "End June")),
    )
    assert owned(record) == [("Tell both bidders", ["Una Dale"])]
    assert [action.due.date for action in record.actions] == ["2025-06"]


def _line(text: str, top: float, x: float) -> Line:
    return Line(text, page=1, box=(x, top, x + 80, top + 10), size=10.0)


def test_an_owner_at_the_middle_of_a_cell_owns_all_of_it() -> None:
    task = [_line("Split the costs by", 100, 50), _line("school in the next", 112, 50), _line("report", 124, 50)]
    rows = task_rows(task, [_line("UD", 112, 200)], [_line("9 May", 112, 300)])
    assert [[line.text for line in lines] for lines in rows[0]] == [[line.text for line in task], ["UD"], ["9 May"]]
    assert len(rows) == 1


def test_a_front_table_s_pairs_are_read_apart(tmp_path: Path) -> None:
    pairs = _table(("Date", "6 May 2025", "Time", "16:30"), ("Venue", "The Old Mill", "Clerk", "Una Dale"))
    assert _board(tmp_path, pairs).meeting.venue == "The Old Mill"
