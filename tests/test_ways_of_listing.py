"""Ways in which clerks list who came: columns by tabs, answers, signs, strokes, labels that run on. All invented."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from pipeline.run import extract
from tests.typed import record_of

HEAD = "Harrowdale Orchard Group\nMinutes of the meeting held on 4 March 2025\n\n"
TAIL = "\n\n1. Minutes\n\nThe minutes were agreed.\n\n2. Roads\n\nThe bridge is closed.\n"

VALE, ORR, DANE, ELM = "Ann Vale", "Bo Orr", "Cy Dane", "Di Elm"


def _people(folder: Path, text: str) -> dict[str, tuple[str, str | None]]:
    people = record_of(folder, f"{HEAD}{text}{TAIL}").attendance
    return {person.name: (person.status, person.capacity) for person in people}


def _statuses(folder: Path, text: str) -> dict[str, str]:
    return {name: status for name, (status, _) in _people(folder, text).items()}


@pytest.mark.parametrize(
    "text",
    [
        f"Present: {VALE} / {ORR} / {DANE}\nApologies: {ELM}",
        f"Present: three members: {VALE}, {ORR}, {DANE}\nApologies: {ELM}",
        f"Present {VALE}, {ORR}, {DANE} Apologies {ELM}",
        f"PRESENT Cllr {VALE} Cllr {ORR} Cllr {DANE} APOLOGIES Cllr {ELM}",
        f"Attendance:\n{VALE} - Yes\n{ORR} - Yes\n{DANE} - Yes\n{ELM} - No (apologies)",
        f"Roll Call\n{VALE} - present\n{ORR} - present\n{DANE} - present\n{ELM} - excused",
        f"Members (* present)\n* {VALE}\n* {ORR}\n* {DANE}\n\nApologies: {ELM}",
        f"Three members were in attendance – {VALE}, {ORR} and {DANE}.\nApologies: {ELM}",
        f"{VALE}, {ORR} and {DANE} attended. {ELM} let the Clerk know that she could not come.",
        f"Who: {VALE}, {ORR}, {DANE}\nApologies: {ELM}",
        f"Present: {VALE}, {ORR}, {DANE} and reps from all clubs except Mill Lane and Nether Houses.\nApologies: {ELM}",
        f"Present: {VALE}, {ORR}, {DANE}\nAbsent (with prior notice): {ELM}",
        f"Attending\n{VALE} (she/her)\n{ORR} (they/them)\n{DANE}\nSent apologies\n{ELM}",
        f"Present:\tApologies:\n{VALE}\t{ELM}\n{ORR}\n{DANE}",
        f"Present:     Apologies:\n\n{VALE}     {ELM}\n\n{ORR}\n\n{DANE}\n\nThe chair opened the meeting.",
        f"Name\tPresent\tApologies\n{VALE}\t✓\t\n{ORR}\t✓\t\n{DANE}\t✓\t\n{ELM}\t\t✓",
    ],
)
def test_three_came_and_one_sent_apologies(tmp_path: Path, text: str) -> None:
    assert _statuses(tmp_path, text) == {VALE: "present", ORR: "present", DANE: "present", ELM: "apologies"}


def test_dashes_between_names_and_a_stroke_between_two(tmp_path: Path) -> None:
    listed = _statuses(tmp_path, "Present: Ann Vale – Tom Orr – Sue Dane\nApologies: Peter Elm / Mike Ash")
    assert listed == {
        "Ann Vale": "present",
        "Tom Orr": "present",
        "Sue Dane": "present",
        "Peter Elm": "apologies",
        "Mike Ash": "apologies",
    }


def test_a_sign_that_some_have_says_that_the_others_stayed_away(tmp_path: Path) -> None:
    listed = f"Members (* denotes attendance)\n* {VALE}\n* {ORR}\n{DANE}\n* {ELM}"
    assert _statuses(tmp_path, listed) == {VALE: "present", ORR: "present", DANE: "absent", ELM: "present"}
    told = f"Present: {VALE}, {ORR}*, {DANE}\n* = apologies"
    assert _statuses(tmp_path, told)[ORR] == "apologies"


def test_stars_that_nothing_explains_mark_nobody(tmp_path: Path) -> None:
    assert set(_statuses(tmp_path, f"Present: *{VALE}, *{ORR}, {DANE}").values()) == {"present"}


def test_a_post_behind_a_dash_is_no_name(tmp_path: Path) -> None:
    listed = _people(tmp_path, f"Present:\n{VALE} – Harrow Mill\n{ORR} / Treasurer\n{DANE}")
    assert listed == {VALE: ("present", "Harrow Mill"), ORR: ("present", "Treasurer"), DANE: ("present", None)}


def test_the_clerk_below_those_away_was_there(tmp_path: Path) -> None:
    text = f"Members Absent\n{VALE}, Co-opted Governor (apologies accepted)\n{ORR}\n\nClerk\n{DANE}"
    listed = _people(tmp_path, f"Present: {ELM}\n\n{text}")
    assert listed[VALE] == ("apologies", "Co-opted Governor")
    assert (listed[ORR][0], listed[DANE]) == ("absent", ("in_attendance", "Clerk"))


def test_surnames_first_in_capitals(tmp_path: Path) -> None:
    listed = _people(tmp_path, "Present:\nLEE, Ann (Chair)\nFIELD, Rosa\n\nApologies:\nDUNN, Peter")
    assert listed == {
        "Ann LEE": ("present", "Chair"),
        "Rosa FIELD": ("present", None),
        "Peter DUNN": ("apologies", None),
    }


def test_short_posts_and_tiers(tmp_path: Path) -> None:
    listed = _people(tmp_path, f"Present: Chair {VALE}, Treas {ORR}, Sec {DANE}\nAlso present: DCllr {ELM}")
    assert listed[ORR] == ("present", "Treas")
    assert listed[DANE] == ("present", "Sec")
    assert listed[ELM][0] == "in_attendance"


@pytest.mark.parametrize(
    "rows",
    [
        ["Present:\tApologies:", f"{VALE} (Chair)\t{ELM}", f"{ORR}\t", DANE],
        ["PRESENT\t\tAPOLOGIES", "", f"{VALE}, Chair\t\t{ELM}", ORR, DANE],
        ["Name\tRole\tPresent\tApologies", f"{VALE}\tChair\tx\t", f"{ORR}\t\tx\t", f"{DANE}\t\tx\t", f"{ELM}\t\t\tx"],
    ],
)
def test_columns_that_tabs_make_in_word(tmp_path: Path, rows: list[str]) -> None:
    paper = docx.Document()
    for row in (*HEAD.rstrip().split("\n"), "", *rows, "", "1. Roads", "The bridge is closed.", "2. Paths", "None."):
        paper.add_paragraph(row)
    paper.save(str(tmp_path / "minutes.docx"))
    (record,) = extract(tmp_path / "minutes.docx")
    listed = {person.name: person.status for person in record.attendance}
    assert listed == {VALE: "present", ORR: "present", DANE: "present", ELM: "apologies"}


def test_posts_behind_a_tab_in_word(tmp_path: Path) -> None:
    rows = [f"Present:\t{VALE}\tHarrow Trust", f"\t{ORR}\tMill Residents", f"\t{DANE}\tOverby School"]
    paper = docx.Document()
    for row in (*HEAD.rstrip().split("\n"), "", *rows, "", "1. Roads", "The bridge is closed.", "2. Paths", "None."):
        paper.add_paragraph(row)
    paper.save(str(tmp_path / "minutes.docx"))
    (record,) = extract(tmp_path / "minutes.docx")
    listed = {person.name: person.capacity for person in record.attendance}
    assert listed == {VALE: "Harrow Trust", ORR: "Mill Residents", DANE: "Overby School"}


def test_a_row_below_the_members_names_who_else_was_there(tmp_path: Path) -> None:
    text = f"Present: Cllr {VALE}, Cllr {ORR}\nAlso Clerk {DANE}, Mr {ELM} (groundsman) and two residents"
    assert set(_statuses(tmp_path, text).items()) >= {
        (VALE, "present"),
        (DANE, "in_attendance"),
        (ELM, "in_attendance"),
    }


def test_behind_the_clerk_of_titled_councillors_nobody_is_a_member(tmp_path: Path) -> None:
    text = f"Present: Cllr {VALE}, Cllr Bo Ash, Cllr {ORR}, Mrs {DANE} (clerk), Mr {ELM} (groundsman)"
    assert _statuses(tmp_path, text)[ELM] == "in_attendance"


@pytest.mark.parametrize("label", ["Other members present", "Other ward councillors"])
def test_other_members_are_guests_beside_members_and_members_beside_the_chair(tmp_path: Path, label: str) -> None:
    beside = _statuses(tmp_path, f"Present: {VALE} (Chair), {ORR}\n{label}: {DANE}")
    assert beside[DANE] == "in_attendance"
    alone = _statuses(tmp_path, f"Chair: Cllr {VALE}\n{label}: Cllr {DANE}")
    assert alone[DANE] == "present"


def test_where_somebody_comes_from_behind_a_comma_is_nobody(tmp_path: Path) -> None:
    keyed = _people(tmp_path, f"Present: {VALE} (AV), {ORR}, Mill Estate (BO), {DANE} (CD)")
    assert set(keyed) == {VALE, ORR, DANE}
    parted = _people(
        tmp_path, f"Present: {VALE} (Otter Trust); {ORR}, Mill Estate Group, for item 4; {DANE}, Harbour Watch"
    )
    assert set(parted) == {VALE, ORR, DANE}


def test_a_label_that_a_column_broke(tmp_path: Path) -> None:
    listed = _statuses(tmp_path, f"Present: {VALE}\n\nIn {ORR}, Engineer\nattendance: {DANE}, Clerk")
    assert (listed[ORR], listed[DANE]) == ("in_attendance", "in_attendance")


def test_who_writes_the_minutes_on_the_staff_is_no_member(tmp_path: Path) -> None:
    text = f"Present:\n{VALE} – Chair\n{ORR} – Head of Service, Moor Trust\n{DANE} – Support Officer, (minutes)"
    assert _statuses(tmp_path, text) == {VALE: "present", ORR: "present", DANE: "in_attendance"}


def test_names_in_columns_headed_name(tmp_path: Path) -> None:
    rows = f"| Name: | Name: |\n|---|---|\n| {VALE} (Chair) | {ORR} |\n| {DANE} | {ELM} (Moor Trust) |"
    (tmp_path / "minutes.md").write_text(
        f"# Orchard Group\n\nMinutes, 4 March 2025\n\n{rows}\n\n## 1. Roads\n\nNone.\n"
    )
    (record,) = extract(tmp_path / "minutes.md")
    assert {person.name: person.capacity for person in record.attendance} == {
        VALE: "Chair",
        ORR: None,
        DANE: None,
        ELM: "Moor Trust",
    }


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Harrow Mill Trust – Committee – 4 March 2025", "Harrow Mill Trust Committee"),
        ("Group: Upper Dale Flood Action Group\nWhen: 4 March 2025", "Upper Dale Flood Action Group"),
        ("Notes from the Friends of Hill Park committee - 4/3/25", "Friends of Hill Park committee"),
        (
            "Kind, Curious, Brave\nOverby School Resources Committee\nMinutes, 4 March 2025",
            "Overby School Resources Committee",
        ),
    ],
)
def test_the_body_in_a_title_of_few_words(tmp_path: Path, head: str, body: str) -> None:
    record = record_of(tmp_path, f"{head}\n\nPresent: {VALE}, {ORR}{TAIL}")
    assert record.meeting.body == body
    assert record.meeting.date == "2025-03-04"
