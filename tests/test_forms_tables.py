"""Tables as boards and trusts draw them: who was there by a column, decisions beside tasks, and tables of decisions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.link.dates import resolve_due
from pipeline.outline.cells import task_rows, whole_words
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


def test_a_mark_in_four_tells_of_a_substitute(tmp_path: Path) -> None:
    record = _board(
        tmp_path,
        "<p>Attendance</p>",
        _table(
            ("Sector", "Member", "School", "6 May"),
            ("Primary", "Ned Ashdown", "Elm Primary", "✓"),
            ("Primary", "Pia Brook", "Fir Primary", "✓"),
            ("Special", "Tom Carr", "The Oaks", "Apols"),
            ("Special", "Una Dale", "The Limes", "Sub: Vic Eaves"),
            ("Early years", "Vacancy", "", ""),
        ),
    )
    assert [(one.name, one.status) for one in record.attendance] == [
        ("Ned Ashdown", "present"),
        ("Pia Brook", "present"),
        ("Tom Carr", "apologies"),
    ]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("31/01/25", "2025-01-31"),  # before the meeting: not the next "25" to come
        ("31.01.25", "2025-01-31"),
        ("31/01/2 5", "2025-01-31"),
        ("28 Feb 24", "2024-02-28"),
        ("Feb ’25", "2025-02"),
        ("by 5 May 10am", "2025-05-05"),
    ],
)
def test_a_year_of_two_digits_is_of_this_century(words: str, day: str) -> None:
    assert resolve_due(words, meeting=date(2025, 3, 11)) == day


def test_what_was_carried_by_votes_is_decided(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Fernley Harbour Trust\n\nMinutes of the meeting held on 6 May 2025\n\nPresent: Ned Ashdown, Pia Brook\n"
        "Officers: Tom Carr, Harbour Master\n\n1. Minutes – proposed P Brook, seconded N Ashdown. Approved.\n\n"
        "2. Dues\n\n"
        "The paper asked for an increase of 4%. The recommendation was carried by 3 votes to 1.\n\n"
        "3. Rates – 4 letters have come since April. The Harbour Master undertook to answer them.\n",
    )
    assert "The recommendation was carried by 3 votes to 1." in [one.text for one in record.decisions]
    assert [(one.name, one.capacity) for one in record.attendance][2:] == [("Tom Carr", "Harbour Master")]
    assert [item.title for item in record.items] == ["Minutes", "Dues", "Rates"]
    assert [owners for _, owners in owned(record)] == [["Tom Carr"]]


def test_a_number_that_its_column_cut_is_one() -> None:
    assert [line.text for line in whole_words([_line("1", 100, 50), _line(".", 112, 50)])] == ["1."]
