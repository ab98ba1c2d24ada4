"""A board's members by their seats, the staff behind them, letters behind names, who signs. Names are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.extractors.names import is_post_nominal, read_name
from pipeline.found import FoundPerson
from pipeline.link.people import Roster
from pipeline.paper import Evidence
from tests.typed import record_of

LIST = """Harrowdale Dental Board

Minutes of the Meeting of 4 March 2025

Present:

Ann Reed, D.D.S., Chairperson, Hill Member
Bob Hale, Vice Chairperson, Public Member
Di Ash, D.M.D., Mill Member
Sol Quint, Coast Member
Jo Pell, Deputy Attorney General
Kit Lund, Executive Officer
Tim Bray, Supervisory Executive Officer

1. Minutes

The minutes of 4 February were approved.
"""


def test_behind_the_seats_of_members_stand_the_staff(tmp_path: Path) -> None:
    record = record_of(tmp_path, LIST)
    there = {person.name: person.status for person in record.attendance}
    assert [name for name, status in there.items() if status == "present"] == [
        "Ann Reed",
        "Bob Hale",
        "Di Ash",
        "Sol Quint",
    ]
    assert {there[name] for name in ("Jo Pell", "Kit Lund", "Tim Bray")} == {"in_attendance"}


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Ann Reed, M.D., Chair", ", Chair"),
        ("Ann Reed, Ed.D, president", ", president"),
        ("Ann Reed, JD, LLM", ""),
        ("Ann Reed, D. Ash", ", D. Ash"),
    ],
)
def test_letters_with_stops_behind_a_name(text: str, rest: str) -> None:
    read = read_name(text)
    assert read is not None and (read.text, text[read.end :]) == ("Ann Reed", rest)
    assert is_post_nominal("Ph.D.") and not is_post_nominal("A.B.")


@pytest.mark.parametrize(
    "line",
    [
        "Respectfully submitted, Carol Lund, Clerk",
        "Minutes respectfully submitted by Carol Lund, Town Clerk",
        "Taken and recorded by: Carol Lund, Clerk",
    ],
)
def test_who_signs_below_the_minutes_holds_the_post(line: str) -> None:
    people = (FoundPerson("Lund", "present", Evidence("Lund")), FoundPerson("Ash", "present", Evidence("Ash")))
    assert Roster.of(people, texts=("The clerk will write.", line)).resolve("the clerk").name == "Carol Lund"


def test_whom_somebody_works_with_is_not_given_the_task(tmp_path: Path) -> None:
    text = LIST.replace(
        "The minutes of 4 February were approved.",
        "Ann Reed will work with officers Jo Pell and Kit Lund to check the grant.",
    )
    (action,) = record_of(tmp_path, text).actions
    assert action.task.startswith("Ann Reed will work with officers Jo Pell and Kit Lund to check")
    assert "Ann Reed" in [owner.name for owner in action.owners]
