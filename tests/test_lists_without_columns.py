"""Lists of people and items whose columns, labels or numbers stand in odd places. Every person is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.printed import found_in
from tests.typed import record_of

TAIL = "# 1. Budget\n\nThe budget was agreed.\n\n# 2. Keys\n\nThere were none."


def _people(*texts: str) -> set[tuple[str, str]]:
    return {(person.name, person.status) for person in found_in(*texts, TAIL).people}


def test_a_register_that_lost_its_columns() -> None:
    rows = (
        "Name Role Apologies\n\nAnn Box Public Governor, Moor Attended\n\nBo Holt Carer Governor Sent apologies\n\n"
        "Dr Cy Elm Staff Governor, Clinical Attended\n\nCllr Di Lund Appointed Governor, Thornby Council Did not attend"
    )
    assert _people("Thornby Trust\n\n# Attendance", rows) == {
        ("Ann Box", "present"),
        ("Bo Holt", "apologies"),
        ("Cy Elm", "present"),
        ("Di Lund", "absent"),
    }


def test_titled_people_in_columns_that_lost_their_gap() -> None:
    text = "Dr A Box Cllr B Holt (Town Council)\nMr C Elm (Chairman) Ms D Lund\nMr & Mrs Reed Mr E Ash"
    names = {name for name, status in _people("Minutes of the Growers’ AGM held on 4 March 2025", text)}
    assert names == {"A Box", "B Holt", "C Elm", "D Lund", "Reed", "E Ash"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Apologies:\nwere received from Cllr Ann Box and Cllr Bo Holt.", {"Ann Box", "Bo Holt"}),
        ("Apologies: A Box CE Holt", {"A Box", "CE Holt"}),
        ("Apologies were received from Mr C Elm (away), Dist. Cllr Box and PC Bo Holt.", {"C Elm", "Box", "Bo Holt"}),
    ],
)
def test_apologies(text: str, names: set[str]) -> None:
    assert {name for name, status in _people("Thornby Council", text) if status == "apologies"} == names


def test_a_school_boards_officers_attend() -> None:
    listed = (
        "In attendance: Ann Box, Chair; Bo Holt, Trustee; Cy Elm, Trustee; Di Lund, Trustee; "
        "Ed Ash, Superintendent of Schools; Flo Reed, Secretary-Treasurer"
    )
    people = dict(_people("Thornby School Board", listed))
    assert {name for name, status in people.items() if status == "in_attendance"} == {"Ed Ash", "Flo Reed"}
    assert people["Ann Box"] == people["Cy Elm"] == "present"


ITEMS = ("Welcome", "Budget", "Keys", "Roof", "Any other business")


@pytest.mark.parametrize(
    "lead",
    ["• {0}) ", "{1}/04 {0}   ", "04.03.25 0{0}. "],
    ids=["numbers behind bullets", "numbers behind numbers", "numbers behind a day"],
)
def test_numbers_of_items(lead: str, tmp_path: Path) -> None:
    told = "".join(f"{lead.format(n, 150 + n)}{title}\n\nThis was talked over.\n\n" for n, title in enumerate(ITEMS, 1))
    record = record_of(tmp_path, f"Thornby Council\nMinutes of 4 March 2025\n\nPresent: Ann Box, Bo Holt\n\n{told}")
    assert [item.title.strip(" .") for item in record.items] == list(ITEMS)


def test_the_numbers_of_tasks_beside_minutes_are_none_of_items(tmp_path: Path) -> None:
    rows = "".join(
        f"| {n}. {title} | This was talked over at length. | {n + 4} |\n" for n, title in enumerate(ITEMS, 1)
    )
    text = (
        "# Thornby Council\n\nMinutes of 4 March 2025\n\nPresent: Ann Box, Bo Holt\n\n"
        f"| Agenda item | Minutes | Action no. |\n|---|---|---|\n{rows}"
    )
    record = record_of(tmp_path, text, name="minutes.md")
    assert [(item.number, item.title) for item in record.items] == [(str(n), t) for n, t in enumerate(ITEMS, 1)]


def test_a_report_of_an_agm_is_minutes(tmp_path: Path) -> None:
    text = "Report of the Growers’ AGM held on 4 March 2025\n\nPresent: Ann Box, Bo Holt\n\nMr Box was elected Chair.\n"
    assert record_of(tmp_path, text).kind == "minutes"
