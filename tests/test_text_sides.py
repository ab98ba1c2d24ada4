"""Fronts in two columns of plain text: the meeting's and the people's. Every person and body is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import record_of

TAIL = (
    "\n1. Minutes\n\nThe minutes were agreed.\n\n2. Roads\n\nThe bridge is closed.\n\n3. Close\n\nThe meeting closed.\n"
)

PEOPLE_RIGHT = """Board of Works              Present: A. Vale
4 March 2025                         B. Orr (Chair)
Town Hall                            C. Dane
"""
PEOPLE_LEFT = """Present: A. Vale            Board of Works
         B. Orr (Chair)     Tuesday 4 March 2025
         C. Dane            Town Hall
"""
LABELLED = """Body:  Board of Works       Present:   A. Vale
Date:  4 March 2025                    B. Orr (Chair)
Place: Town Hall                       C. Dane
"""
BELOW_A_TITLE = """BOARD OF WORKS
Minutes of meeting

Tuesday 4 March 2025        PRESENT
Town Hall                   A. Vale
7.00 pm                     B. Orr (Chair)
                            C. Dane
"""
BY_TABS = "Board of Works\t\t\tPresent: A. Vale\n4 March 2025\t\t\tB. Orr (Chair)\nTown Hall\t\t\tC. Dane\n"
HEADED = """Board of Works              In attendance:
Town Hall, Harrow           A. Vale
04/03/2025                  B. Orr (Chair)
7.00 pm                     C. Dane
"""


@pytest.mark.parametrize("front", [PEOPLE_RIGHT, PEOPLE_LEFT, LABELLED, BELOW_A_TITLE, BY_TABS, HEADED])
def test_each_column_is_read_for_itself(tmp_path: Path, front: str) -> None:
    record = record_of(tmp_path, front + TAIL)
    assert [(who.name, who.status, who.capacity) for who in record.attendance] == [
        ("A. Vale", "present", None),
        ("B. Orr", "present", "Chair"),
        ("C. Dane", "present", None),
    ]
    assert (record.meeting.body or "").casefold() == "board of works"
    assert record.meeting.date == "2025-03-04"


def test_apologies_and_the_secretary_below_in_the_column(tmp_path: Path) -> None:
    front = """Board of Works              Present: A. Vale
4 March 2025                         B. Orr
Town Hall                   Apologies: C. Dane
                            Secretary: D. Elm
"""
    record = record_of(tmp_path, front + TAIL)
    assert {who.name: who.status for who in record.attendance} == {
        "A. Vale": "present",
        "B. Orr": "present",
        "C. Dane": "apologies",
        "D. Elm": "in_attendance",
    }


def test_heads_side_by_side_stay_a_table(tmp_path: Path) -> None:
    front = (
        "Board of Works\n4 March 2025\n\nPRESENT          ABSENT\nA. Vale          C. Dane\nB. Orr           D. Elm\n"
    )
    record = record_of(tmp_path, front + TAIL)
    assert {who.name: who.status for who in record.attendance} == {
        "A. Vale": "present",
        "B. Orr": "present",
        "C. Dane": "absent",
        "D. Elm": "absent",
    }


def test_people_in_two_columns_stay_one_list(tmp_path: Path) -> None:
    front = "Board of Works\n4 March 2025\n\nPresent:     Ann Vale       Cy Dane\n             Bo Orr         Di Elm\n"
    record = record_of(tmp_path, front + TAIL)
    assert sorted(who.name for who in record.attendance) == ["Ann Vale", "Bo Orr", "Cy Dane", "Di Elm"]


def test_what_stands_across_both_columns_is_no_front(tmp_path: Path) -> None:
    front = (
        "Board of Works                                  Present:\n"
        "The board met in the Town Hall on 4 March 2025 to hear of roads.\n\nPresent: Ann Vale, Bo Orr\n"
    )
    record = record_of(tmp_path, front + TAIL)
    assert [who.name for who in record.attendance] == ["Ann Vale", "Bo Orr"]


@pytest.mark.parametrize("rows", ["Ann Vale               Di Elm\nBo Orr\n", "Ann Vale, Bo Orr       Di Elm\n"])
def test_short_lists_below_heads_side_by_side(tmp_path: Path, rows: str) -> None:
    front = f"Board of Works\n4 March 2025\n\nPresent:               Apologies:\n{rows}"
    record = record_of(tmp_path, front + TAIL)
    assert {who.name: who.status for who in record.attendance} == {
        "Ann Vale": "present",
        "Bo Orr": "present",
        "Di Elm": "apologies",
    }
