"""A forum's notes: who attended beside the chair, the last meeting's actions, dates to agree, people parted by dots."""

from __future__ import annotations

from pathlib import Path

from tests.typed import record_of

FORUM = """OLDMERE CYCLING FORUM

Notes of meeting held Tuesday 4 November 2025, 10.00 - 11.35, County Hall

Chair: Cllr Mo Task
Attending: Al Brice (Highways), Di Patel (Schools), Pip Dace (Buses)
Apologies: Cllr R Venn

1) Notes of last meeting and actions
Notes of 9 September agreed.
- AB to find a rack: one seen in Fenby, price to come. Ongoing.

2) Training
Two helpers have left and the rest need a course - PD/DP to agree dates before 12 December.
DP asked that her objection to the Mill Lane route be minuted.
AB will bring a map to the 20 January meeting.
"""


def test_who_attended_beside_a_chair_is_a_member(tmp_path: Path) -> None:
    record = record_of(tmp_path, FORUM)
    present = [person.name for person in record.attendance if person.status == "present"]
    assert present == ["Mo Task", "Al Brice", "Di Patel", "Pip Dace"]


def test_notes_that_were_agreed_are_not_noted(tmp_path: Path) -> None:
    assert [(d.text, d.outcome) for d in record_of(tmp_path, FORUM).decisions] == [
        ("Notes of 9 September agreed.", "agreed")
    ]


def test_old_and_new_tasks_of_a_forum(tmp_path: Path) -> None:
    old, dates, plan = record_of(tmp_path, FORUM).actions
    assert old.carried and not dates.carried
    assert [owner.name for owner in dates.owners] == ["Pip Dace", "Di Patel"]
    assert (str(dates.due.date), str(plan.due.date)) == ("2025-12-12", "2026-01-20")


def test_people_parted_by_dots(tmp_path: Path) -> None:
    text = (
        "Oldmere Housing Committee\n\nMinutes, 18 September 2025\n\n"
        "Present: Ann Box (Chair) · Ben Lund · Cy Moss (Treasurer)\n\n"
        "1. Roof\n\nBen Lund to ring the builder.\n\n2. Close\n\nThe meeting ended at 9 pm.\n"
    )
    people = [(person.name, person.capacity) for person in record_of(tmp_path, text).attendance]
    assert people == [("Ann Box", "Chair"), ("Ben Lund", None), ("Cy Moss", "Treasurer")]
