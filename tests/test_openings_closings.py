"""Openings and closings of clubs, schools and companies; whom a group's name does not mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.record import Record
from tests import typed

LIST = ["", "Present: Ann Box (Chair), Tom Reed, Mary Hill", "", "1. Hall", "", "The roof was looked at.", ""]


def record_of(tmp_path: Path, *lines: str) -> Record:
    return typed.record_of(tmp_path, "\n".join(lines))


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        (("Tarn Garden Society – Committee Meeting 3 Feb 2026, 19:30",), "Tarn Garden Society Committee"),
        (("Draft Minutes - Council Meeting 3 February 2026",), "Council"),
        (("PTA Meeting", "Marsh Lane Infants", "3 February 2026"), "Marsh Lane Infants PTA"),
        (("HILLTOP SCHOOL", "PTA MEETING MINUTES", "3 February 2026"), "Hilltop School PTA"),
        (("FGB Minutes", "Marsh End Academy", "3 February 2026"), "Marsh End Academy FGB"),
        (("St Bride's Primary School FGB Minutes – Spring 1 – 3.2.26",), "St Bride's Primary School FGB"),
        (("Full Governing Board", "Hill School", "Minutes of meeting 3 May 2026"), "Hill School Full Governing Board"),
    ],
)  # fmt: skip
def test_whose_meeting_it_was(tmp_path: Path, heading: tuple[str, ...], body: str) -> None:
    assert record_of(tmp_path, *heading, *LIST).meeting.body == body


@pytest.mark.parametrize(
    ("opened", "closing", "end"),
    [
        ("6.00pm", "Meeting closed 7.20", "19:20"),
        ("6.00pm", "Meeting closed 11.50am", "11:50"),
        ("10.00", "The meeting closed at 12.15", "12:15"),
        ("18:00", "ADJOURNMENT: 7:41 PM", "19:41"),
    ],
)
def test_when_it_closed(tmp_path: Path, opened: str, closing: str, end: str) -> None:
    heading = ("Harrow Club", f"Minutes of the meeting held on Tuesday 4 March 2025 at {opened} in the Hall")
    assert record_of(tmp_path, *heading, *LIST, closing).meeting.end == end


def test_all_directors_are_no_director(tmp_path: Path) -> None:
    heading = ("Harrow Club", "Minutes of the meeting held on Tuesday 4 March 2025 in the Hall", "")
    listed = ("Present: Ann Box (Chair), Tom Reed (Director)", "", "1. Hall", "")
    tasks = ("Directors are to send comments to the Office by 6 June.", "", "The Director to mend the gate.")
    found = record_of(tmp_path, *heading, *listed, *tasks).actions
    assert [owner.name for action in found for owner in action.owners] == ["Directors", "Tom Reed"]


def test_whose_task_a_name_in_brackets_makes_it(tmp_path: Path) -> None:
    heading = ("Harrow Club", "Minutes of the meeting held on Tuesday 4 March 2025 in the Hall", "")
    listed = ("Present: Ann Box (Chair), Mr Tom Reed, Mary Hill", "", "1. Hall", "")
    tasks = ("The roof is due in May and the mason is to be asked for a date (Mr Reed).", "",
             "A letter will be sent to the owner (Ann Box and Mary Hill).", "",
             "The plan will be sent to the owner (Harrow Road).", "",
             "Rent may fall in Q2 and Mary Hill will circulate a note.")  # fmt: skip
    found = record_of(tmp_path, *heading, *listed, *tasks).actions
    assert [[owner.name for owner in action.owners] for action in found] == [
        ["Tom Reed"], ["Ann Box", "Mary Hill"], [], ["Mary Hill"]
    ]  # fmt: skip


@pytest.mark.parametrize(
    "listed",
    [
        ("Present: Ann Box (Chair), Tom Reed (Warden), Sian Pugh (Manager, in attendance for item 5)",),
        ("Name         Role", "Ann Box      Chair", "Tom Reed     Warden", "Sian Pugh    Manager (in attendance)"),
    ],
)  # fmt: skip
def test_a_list_says_who_is_in_attendance(tmp_path: Path, listed: tuple[str, ...]) -> None:
    record = record_of(tmp_path, "Harrow Club", "Minutes of the meeting held on 4 March 2025", "", *listed, *LIST[3:])
    told = [(person.name, person.status, person.capacity) for person in record.attendance]
    assert told == [
        ("Ann Box", "present", "Chair"),
        ("Tom Reed", "present", "Warden"),
        ("Sian Pugh", "in_attendance", "Manager"),
    ]


def test_the_minutes_table_below_its_agenda_opens_the_items(tmp_path: Path) -> None:
    agenda = "".join(
        f"<p>{n}. {t}</p>" for n, t in enumerate(("Apologies", "Finance", "Premises", "Date of meeting"), 1)
    )
    rows = (
        ("Apologies", "Ann Box had sent her apologies.", ""),
        ("Finance", "The budget was agreed.", "Tom Reed to send it to the bank"),
        ("Premises", "The hedge has been cut.", ""),
        ("Safety", "The gate is mended.", ""),
    )
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    head = "<tr><th>Item</th><th>Notes</th><th>Action</th></tr>"
    record = typed.record_of(
        tmp_path,
        f"<html><body><h1>Hill School Governing Body</h1><p>Minutes of the meeting held on 4 March 2025</p>{agenda}"
        f"<table>{head}{table}</table></body></html>",
        "paper.html",
    )
    assert [item.title for item in record.items] == ["Apologies", "Finance", "Premises", "Safety"]
    assert [decision.text for decision in record.decisions] == ["The budget was agreed."]
    assert [action.task for action in record.actions] == ["Tom Reed to send it to the bank"]
