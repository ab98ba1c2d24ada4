"""Boards overseas: "Action Items" that are voted on, who came from which firm, whose task a title names."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import owned, record_of

HEAD = """CARLOW SPRINGS WATER DISTRICT
Minutes of the Regular Meeting of the Board of Directors, June 10, 2021

Directors Present: Ann Lund, President; Bo Carr; Cy Dunn
Staff Present: Di Eel, General Manager; Ed Fry, District Engineer

1. CALL TO ORDER
The meeting was called to order at 6:00 p.m.

"""
FOOT = "\n\n4. ADJOURNMENT\nThe meeting ended at 8 p.m.\n"


def test_action_items_that_are_moved_are_business(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        HEAD + "2. ACTION ITEMS\n"
        "2.1 Vehicle purchase. Motion by Director Carr, second by Director Dunn, to buy one truck. Passed 3-0.\n\n"
        "2.2 Well 6. Moved by Director Dunn, seconded by Director Carr to reject all bids.\n"
        "   AYES: Carr, Dunn, Lund\n   NOES: None\n" + FOOT,
    )
    assert record.actions == ()
    assert len(record.decisions) == 2


def test_action_items_that_are_tasks_stay_a_list(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        HEAD + "2. ACTION ITEMS\n- Bo Carr to ask who moved the sign.\n- Di Eel to order a second pump.\n" + FOOT,
    )
    assert [owners for _, owners in owned(record)] == [["Bo Carr"], ["Di Eel"]]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        (
            "Also present: Gia Holt, Desert Crest Management; Hal Ivey, Verde Landscaping",
            [("Gia Holt", "Desert Crest Management"), ("Hal Ivey", "Verde Landscaping")],
        ),
        ("Also present: Chief Holt, Attorney Ivey", [("Holt", "Chief"), ("Ivey", "Attorney")]),
        ("Guests: Provost Gia Holt, Hal Ivey", [("Gia Holt", "Provost"), ("Hal Ivey", None)]),
    ],
)
def test_guests_come_from_somewhere(tmp_path: Path, label: str, expected: list[tuple[str, str | None]]) -> None:
    head = "QUAIL MESA ASSOCIATION\nBoard Meeting Minutes - May 19, 2016\n\nPresent: Ann Lund (President), Bo Carr\n"
    record = record_of(tmp_path, f"{head}{label}\n\n1. Call to Order\nThe meeting was called to order at 6 p.m.\n")
    guests = [(one.name, one.capacity) for one in record.attendance if one.status == "in_attendance"]
    assert guests == expected


def test_whoever_is_excused_sent_apologies(tmp_path: Path) -> None:
    head = "LARKSPUR COLLEGE SENATE\nMinutes of October 12, 2011\n\nSenators present: Lund, Carr, Dunn\n"
    record = record_of(tmp_path, f"{head}Senators excused: Eel, Fry\n\n1. Call to Order\nIt began at 3 p.m.\n")
    assert [one.name for one in record.attendance if one.status == "apologies"] == ["Eel", "Fry"]


@pytest.mark.parametrize(
    ("said", "owner"),
    [
        ("Director Carr asked about the cut. The Provost said it was open; she would share the figures.", "Provost"),
        ("Director Carr asked about the cut. The Dean replied that he would share the figures.", "Dean"),
        ("Director Carr asked about the lease. The Registrar explained it. She will send a copy.", "Registrar"),
    ],
)
def test_she_is_the_officer_who_spoke(tmp_path: Path, said: str, owner: str) -> None:
    assert [owners for _, owners in owned(record_of(tmp_path, f"{HEAD}2. BUSINESS\n{said}{FOOT}"))] == [[owner]]


@pytest.mark.parametrize(
    ("said", "owner"),
    [
        ("The GM gave an overview. She will have a crew flush the dead end.", "Di Eel"),
        ("Ed still has to get a bond from the contractor.", "Ed Fry"),
        ("Staff was given direction to post the map.", "Staff"),
    ],
)
def test_whose_task_it_is(tmp_path: Path, said: str, owner: str) -> None:
    assert [owners for _, owners in owned(record_of(tmp_path, f"{HEAD}2. BUSINESS\n{said}{FOOT}"))] == [[owner]]


@pytest.mark.parametrize(
    "said",
    [
        "Ed has yet to receive a quote.",
        "The ranger will be patrolling the beach at weekends.",
    ],
)
def test_no_task(tmp_path: Path, said: str) -> None:
    assert record_of(tmp_path, f"{HEAD}2. BUSINESS\n{said}{FOOT}").actions == ()


def test_a_vote_is_no_list_of_decisions(tmp_path: Path) -> None:
    text = (
        "On motion of Director Carr, seconded by Director Dunn, the calendar was approved by the following vote:\n"
        "   AYES: Carr, Dunn\n   NOES: None\n\nBy consensus item 2c was continued to August.\n"
    )
    found = record_of(tmp_path, f"{HEAD}2. CONSENT CALENDAR\n{text}{FOOT}").decisions
    assert [one.outcome for one in found] == ["agreed", "deferred"]


def test_the_manager_below_the_regrets_was_there(tmp_path: Path) -> None:
    head = "MILL COURT STRATA COUNCIL\nMinutes of September 5, 2018\n\nPRESENT: Ann Lund, Bo Carr\nREGRETS: Cy Dunn\n"
    text = f"{head}PROPERTY MANAGER: Di Eel, Strata Manager, Saltspray Services Ltd.\n\n1. Call to Order\nIt began.\n"
    there = {one.name: one.status for one in record_of(tmp_path, text).attendance}
    assert there["Di Eel"] == "in_attendance"
