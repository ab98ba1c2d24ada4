"""Lists of people and items whose columns, labels or numbers stand in odd places. Every person is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.printed import found_in, outlined, table
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


@pytest.mark.parametrize(
    "behind",
    [" (LC{0}/24)", " – MIN. {0}/03/2024", " 24-0{0}"],
    ids=["in brackets", "behind minute", "behind capitals"],
)
def test_numbers_behind_titles(behind: str, tmp_path: Path) -> None:
    told = "".join(
        f"{title.upper()}{behind.format(n)}\n\nThis was talked over.\n\n" for n, title in enumerate(ITEMS, 71)
    )
    record = record_of(tmp_path, f"Thornby Council\nMinutes of 4 March 2025\n\nPresent: Ann Box, Bo Holt\n\n{told}")
    assert [item.title.casefold() for item in record.items] == [title.casefold() for title in ITEMS]
    assert all(str(n) in item.number for n, item in enumerate(record.items, 71))


@pytest.mark.parametrize("lead", ["24/07/0{0} ", "PART {0} ", "0{0}. "])
def test_numbers_of_three_parts_and_words(lead: str, tmp_path: Path) -> None:
    told = "".join(f"{lead.format(n)}{title.upper()}\n\nThis was talked over.\n\n" for n, title in enumerate(ITEMS, 1))
    record = record_of(tmp_path, f"Thornby Board\nMinutes of 4 March 2025\n\nPresent: Ann Box, Bo Holt\n\n{told}")
    assert [item.title.casefold() for item in record.items] == [title.casefold() for title in ITEMS]
    assert all(item.number.strip("0").endswith(str(n)) for n, item in enumerate(record.items, 1))


def test_a_day_of_three_numbers_is_no_number(tmp_path: Path) -> None:
    front = "Thornby Board\nMinutes of 4 March 2025\n\nPresent: Ann Box, Bo Holt\n\n"
    text = f"{front}1. Visits\n\n02/10/24 Box and Holt\n\n2. Keys\n\nNone.\n"
    record = record_of(tmp_path, text)
    assert [(item.number, item.title) for item in record.items] == [("1", "Visits"), ("2", "Keys")]
    assert "2024-10-02" in {str(date.value) for date in record.dates}


@pytest.mark.parametrize(
    ("front", "day"),
    [
        ("MINUTES OF THE BOARD HELD ON MONDAY, NOVEMBER 14,\n2016, AT 6:30 P.M.", "2016-11-14"),
        ("Held at the hall 14 May 19 1930hrs", "2019-05-14"),
        ("Cyfarfod nos Fercher, 9fed o Fai 2018", "2018-05-09"),
        ("REP COUNCIL NO. 3 - TUESDAY 6 NOVEMBER 2018", "2018-11-06"),
        ("MEETING #04/12\nDATE: Wednesday, June 20, 2012", "2012-06-20"),
    ],
)
def test_the_day_in_odd_titles(front: str, day: str, tmp_path: Path) -> None:
    text = (
        f"Thornby Board\n{front}\n\nPresent: Ann Box, Bo Holt\n\n1. Keys\n\nThere were none.\n\n2. Roof\n\nIt leaks.\n"
    )
    assert str(record_of(tmp_path, text).meeting.date) == day


def test_a_title_in_capitals_before_sentences(tmp_path: Path) -> None:
    text = (
        "Thornby Club\nMinutes of 4 March 2025\n\nPresent: Ann Box, Bo Holt\n\n"
        "SEC'S REP - We ended 4th. Two balls lost.\n\n"
        "SUBS - Box wanted £45, Holt £35. Set at £40.\n\nMOWER - Needs a new belt. Holt to ask.\n"
    )
    assert [item.title for item in record_of(tmp_path, text).items] == ["SEC'S REP", "SUBS", "MOWER"]


def test_marks_behind_names_tell_that_these_are_minutes(tmp_path: Path) -> None:
    people = "Ann Box (P) Bo Holt (A) Cy Elm (P) Di Lund (X)"
    text = f"Thornby Hall\nCommittee – 3rd Dec 2018\n\n{people}\n\n1. Keys – none.\n\n2. Roof – leaks.\n"
    assert record_of(tmp_path, text).kind == "minutes"


def test_a_table_of_titles_below_who_came() -> None:
    rows = [
        ("Thornby Hall Trustees’ meeting of 4 March 2025, at the Memorial Hall, High Street", ""),
        ("Present", "Ann Box, Bo Holt"),
        ("Apologies", "Cy Elm"),
        ("Boiler", "Two quotations had been received and the dearer one was declined."),
        ("Damp", "It is through to the back room."),
        ("Any Other Business", "There was none."),
    ]
    titles = [section.title for section in outlined(table(*rows)).sections if section.kind == "item"]
    assert titles == ["Boiler", "Damp", "Any Other Business"]


def test_a_title_into_which_its_first_part_ran(tmp_path: Path) -> None:
    told = "".join(
        f"{n}. {title}{' 3.1 Shed keys were counted at length.' if n == 3 else ''}\n\nThis was talked over.\n\n"
        for n, title in enumerate(ITEMS, 1)
    )
    record = record_of(tmp_path, f"Thornby Council\nMinutes of 4 March 2025\n\nPresent: Ann Box, Bo Holt\n\n{told}")
    assert [(item.number, item.title) for item in record.items] == [(str(n), t) for n, t in enumerate(ITEMS, 1)]
