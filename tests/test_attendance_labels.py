"""Labels of lists of people that no rule knows, lists below the business, sentences of absence. All invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import record_of

HEAD = "Harrowdale Orchard Group\nMinutes of 4 March 2025\n\n"
PRESENT = "Present: Ann Vale, Bo Orr, Cy Dane\n"
BUSINESS = (
    "1. Minutes\n\nThe minutes were agreed.\n\n2. Roads\n\nThe bridge is closed.\n\n3. Close\n\nThe meeting closed.\n\n"
)
TAIL = f"\n\n{BUSINESS}"


def _people(folder: Path, text: str, *, head: str = HEAD, tail: str = TAIL) -> list[tuple[str, str]]:
    return [(person.name, person.status) for person in record_of(folder, f"{head}{text}{tail}").attendance]


@pytest.mark.parametrize(
    "label",
    [
        "Sorry not to be there",
        "Sorry to have missed it",
        "Couldn’t make it",
        "Could not join us",
        "Unable to be with us",
        "Unavailable",
        "Away",
        "Sent their apologies",
        "Who could not come",
        "Approved apologies",
    ],
)
def test_other_words_for_apologies(tmp_path: Path, label: str) -> None:
    found = _people(tmp_path, f"{PRESENT}{label}: Di Elm, Ed Fox")
    assert found[3:] == [("Di Elm", "apologies"), ("Ed Fox", "apologies")]


@pytest.mark.parametrize("label", ["Missing", "No shows", "Weren’t there", "Orchard group members absent"])
def test_other_words_for_absence(tmp_path: Path, label: str) -> None:
    assert _people(tmp_path, f"{PRESENT}{label}: Di Elm")[3:] == [("Di Elm", "absent")]


@pytest.mark.parametrize(
    "label",
    ["Tea rota", "Keyholders", "Copied to", "Thanks to", "Proxies held by", "Birthdays", "Condolences", "Rescued"],
)
def test_a_label_that_tells_of_no_coming_adds_nobody(tmp_path: Path, label: str) -> None:
    assert _people(tmp_path, f"{PRESENT}{label}: Di Elm, Ed Fox") == [
        ("Ann Vale", "present"),
        ("Bo Orr", "present"),
        ("Cy Dane", "present"),
    ]


@pytest.mark.parametrize("label", ["Harbour Watch", "Secondary Heads", "Treasurer", "Primary schools"])
def test_a_group_by_its_own_name_stays_in_the_list(tmp_path: Path, label: str) -> None:
    assert _people(tmp_path, f"{PRESENT}{label}: Di Elm")[3:] == [("Di Elm", "present")]


def test_an_organisation_with_the_look_of_a_name_is_no_person(tmp_path: Path) -> None:
    text = f"{PRESENT}Severn Water: Di Elm (Auditor); Ed Fox, Bursar\nGus Hay: Clerk\n"
    assert [name for name, _ in _people(tmp_path, text)][3:] == ["Di Elm", "Ed Fox", "Gus Hay"]


def test_the_first_post_has_a_label_in_a_list_of_several(tmp_path: Path) -> None:
    text = "Present: Chair: Ann Vale (AV), Vice Chair: Bo Orr (BO), Cy Dane (CD), Di Elm (DE)\n\nClerk: Ed Fox (EF)"
    record = record_of(tmp_path, HEAD + text + TAIL)
    assert [(who.name, who.status, who.capacity) for who in record.attendance] == [
        ("Ann Vale", "present", "Chair"),
        ("Bo Orr", "present", "Vice Chair"),
        ("Cy Dane", "present", None),
        ("Di Elm", "present", None),
        ("Ed Fox", "in_attendance", "Clerk"),
    ]


def test_what_guests_came_for(tmp_path: Path) -> None:
    text = (
        f"{PRESENT}\nAlso present to take part in the meeting: Di Elm, Roads Manager and Ed Fox, Permit Officer;"
        " Flo Grey, Assistant Solicitor.\n\nMembers of the public speaking: Gus Hay"
    )
    guests = [("Di Elm"), ("Ed Fox"), ("Flo Grey"), ("Gus Hay")]
    assert _people(tmp_path, text)[3:] == [(name, "in_attendance") for name in guests]


def test_who_joined_beside_those_who_attended(tmp_path: Path) -> None:
    text = "The meeting was attended by Ann Vale and Bo Orr, with Di Elm joining by phone, and Ed Fox taking notes."
    assert [name for name, _ in _people(tmp_path, text)] == ["Ann Vale", "Bo Orr", "Di Elm", "Ed Fox"]


@pytest.mark.parametrize(
    "end",
    [
        "Present: Ann Vale (Chair), Bo Orr and Cy Dane\nApologies: Di Elm\n",
        "Attendance:\nAnn Vale (Chair)\nBo Orr\nCy Dane\nApologies\nDi Elm\n",
        "Apologies: Di Elm\n\nMembers present: Ann Vale, Bo Orr, Cy Dane\n",
    ],
)
def test_lists_below_the_business(tmp_path: Path, end: str) -> None:
    found = _people(tmp_path, BUSINESS + end, tail="")
    assert sorted(found) == [
        ("Ann Vale", "present"),
        ("Bo Orr", "present"),
        ("Cy Dane", "present"),
        ("Di Elm", "apologies"),
    ]


def test_no_list_is_looked_for_below_where_one_stands_above(tmp_path: Path) -> None:
    text = f"{PRESENT}\n{BUSINESS}Present at the site visit: Gus Hay, Hal Ives\n"
    assert _people(tmp_path, text, tail="") == [("Ann Vale", "present"), ("Bo Orr", "present"), ("Cy Dane", "present")]


COUNCIL = "Harrowdale Parish Council\nMinutes of 4 March 2025\n\nPresent: Cllrs A Vale (Chair), B Orr, C Dane\n\n"


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("It was noted that Cllr E Fox was absent.", ("E Fox", "absent")),
        ("No apologies were received from Cllr E Fox.", ("E Fox", "absent")),
        ("Cllr E Fox had not sent apologies.", ("E Fox", "absent")),
        ("The following apology was accepted: District Councillor Mr E. Fox.", ("E. Fox", "apologies")),
        ("Councillors absent were E Fox and F Grey.", ("E Fox", "absent")),
    ],
)
def test_sentences_of_absence(tmp_path: Path, said: str, who: tuple[str, str]) -> None:
    assert who in _people(
        tmp_path, f"1. Apologies\n\n{said}", head=COUNCIL, tail="\n\n2. Roads\n\nThe bridge is closed.\n"
    )


@pytest.mark.parametrize("said", ["No apologies were received.", "Nominations were called. Accepted by Ed Fox."])
def test_sentences_that_excuse_nobody(tmp_path: Path, said: str) -> None:
    found = _people(tmp_path, f"1. Apologies\n\n{said}", head=COUNCIL, tail="\n\n2. Roads\n\nThe bridge is closed.\n")
    assert len(found) == 3


def test_labels_of_other_councils_name_guests_of_a_parish(tmp_path: Path) -> None:
    text = "District Councillor: Mrs F Grey; and Mr P Sloe.\nCounty Councillor: Dr J Hay.\nThe Clerk: Mr R Ives"
    record = record_of(tmp_path, COUNCIL + text + TAIL)
    assert [(who.name, who.status, who.capacity) for who in record.attendance][3:] == [
        ("F Grey", "in_attendance", "District Councillor"),
        ("P Sloe", "in_attendance", "District Councillor"),
        ("J Hay", "in_attendance", "County Councillor"),
        ("R Ives", "in_attendance", "The Clerk"),
    ]


def test_the_same_labels_name_members_of_the_county(tmp_path: Path) -> None:
    text = (
        "Moorshire Board\nMinutes of 4 March 2025\n\nPresent:\nCounty Councillors: A. Vale\nCity Councillors: C. Dane"
    )
    assert {status for _, status in _people(tmp_path, text, head="")} == {"present"}


def test_surnames_behind_an_office(tmp_path: Path) -> None:
    text = "Directors Vale and Orr were absent.\n\nStaff Present: Cy Dane, Di Elm"
    assert _people(tmp_path, text)[:2] == [("Vale", "absent"), ("Orr", "absent")]


def test_called_to_order_by_somebody_with_letters(tmp_path: Path) -> None:
    text = (
        "The session was called to order at 8 a.m. by Ann D. Vale, M.D., Chair. Other Committee members present were"
        " Bo Orr, Cy D. Dane and Ed Fox, M.D.\n\nBoard members absent were Flo B. Grey, D.O. and Gus Hay.\n\n"
        "Ms. Hay joined the meeting at 9:40 a.m."
    )
    assert _people(tmp_path, text) == [
        ("Ann D. Vale", "present"),
        ("Bo Orr", "present"),
        ("Cy D. Dane", "present"),
        ("Ed Fox", "present"),
        ("Flo B. Grey", "absent"),
        ("Gus Hay", "present"),
    ]


def test_what_opens_the_business_is_nobody(tmp_path: Path) -> None:
    text = "Present: Ann Vale, Chair AV\n\nBo Orr BO\n\nCy Dane CD\n\n1. Opening Prayers were led by AV"
    assert [name for name, _ in _people(tmp_path, text, tail="")] == ["Ann Vale", "Bo Orr", "Cy Dane"]


def test_who_chaired_by_a_sentence(tmp_path: Path) -> None:
    text = "1. Attendance\n\nThe meeting was chaired by Cllr A Vale. Apologies were received from Cllr D Elm."
    head = "Harrowdale Parish Council\nMinutes of 4 March 2025\n\n"
    found = _people(tmp_path, text, head=head, tail="\n\n2. Roads\n\nThe bridge is closed.\n")
    assert found == [("A Vale", "present"), ("D Elm", "apologies")]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "August Board Minutes\n\nHarrowdale Library Board of Trustees\nAugust 20, 2008",
            "Harrowdale",
        ),
        ("May Hill Board Minutes\n\n20 August 2008", "May Hill"),
    ],
)
def test_a_month_is_no_name_of_a_board(tmp_path: Path, title: str, body: str) -> None:
    record = record_of(tmp_path, f"{title}\n\n{PRESENT}{TAIL}")
    assert (record.meeting.body or "").startswith(body)


@pytest.mark.parametrize(
    ("said", "person"),
    [
        ("Allan Garnet Overby District Council", ("Allan Garnet", "Overby District Council")),
        ("PC Ian Holt North Overby Police", ("Ian Holt", "North Overby Police")),
        ("Mary Ann Reed, Borough Council", ("Mary Ann Reed", "Borough Council")),
        ("Sam Low Town Clerk", ("Sam Low", "Town Clerk")),
    ],
)
def test_the_place_of_a_council_is_no_part_of_a_name(tmp_path: Path, said: str, person: tuple[str, str]) -> None:
    record = record_of(tmp_path, f"{PRESENT}In attendance: J Conn (Clerk), {said}\n{TAIL}")
    assert person in [(one.name, one.capacity) for one in record.attendance]


@pytest.mark.parametrize(
    "label",
    [
        "Present –",
        "PRESENT -",
        "Committee present;",
        "Orchard group members present –",
        "MEMBERS OF THE COMMITTEE PRESENT",
    ],
)
def test_what_stands_behind_a_label_says_nothing(tmp_path: Path, label: str) -> None:
    found = _people(tmp_path, f"{label}\nAnn Vale\nBo Orr\nCy Dane\n\nApologies received –\nDi Elm")
    assert found == [("Ann Vale", "present"), ("Bo Orr", "present"), ("Cy Dane", "present"), ("Di Elm", "apologies")]


@pytest.mark.parametrize("sign", [":", " –", " -"])
def test_groups_of_a_list(tmp_path: Path, sign: str) -> None:
    rows = f"Present:\n\nMill Ward{sign} Cllr A Vale, Cllr B Orr\n\nTown Ward{sign} Cllr C Dane\n\n"
    assert _people(tmp_path, rows) == [("A Vale", "present"), ("B Orr", "present"), ("C Dane", "present")]
    above = f"Landowners{sign}\n\nAnn Vale (Harrow Estate)\n\nBo Orr (Low Farm)\n\nPrivate sector{sign}\n\nCy Dane"
    assert [name for name, _ in _people(tmp_path, f"Participants:\n\n{above}")] == ["Ann Vale", "Bo Orr", "Cy Dane"]


def test_a_person_with_a_body_behind_a_dash_is_no_group(tmp_path: Path) -> None:
    rows = "Present:\n\nAnn Vale – Harrow Estate\n\nBo Orr – Low Farm\n\nCy Dane – Mill Lane School"
    assert [name for name, _ in _people(tmp_path, rows)] == ["Ann Vale", "Bo Orr", "Cy Dane"]


@pytest.mark.parametrize(
    "said",
    [
        "It was noted that Di Elm and Ed Fox had sent apologies.",
        "The Chair gave apologies for Di Elm and Ed Fox.",
        "Apologies were offered for D Elm and E Fox.",
    ],
)
def test_apologies_told_by_somebody(tmp_path: Path, said: str) -> None:
    found = _people(tmp_path, PRESENT, tail=f"\n1. Apologies\n\n{said}{TAIL}")
    assert [(name.split()[-1], status) for name, status in found[3:]] == [("Elm", "apologies"), ("Fox", "apologies")]


def test_lists_in_a_table_at_the_end(tmp_path: Path) -> None:
    head = "# Harrowdale Orchard Group\n\nMinutes of 4 March 2025\n\n## 1. Minutes\n\nThey were agreed.\n\n"
    rows = "| | |\n|---|---|\n| Present: | Ann Vale, Bo Orr, Cy Dane |\n| Apologies: | Di Elm |\n"
    record = record_of(tmp_path, f"{head}The meeting closed at 9.\n\n{rows}", name="minutes.md")
    assert [(person.name, person.status) for person in record.attendance] == [
        ("Ann Vale", "present"),
        ("Bo Orr", "present"),
        ("Cy Dane", "present"),
        ("Di Elm", "apologies"),
    ]


def test_a_staff_governor_is_no_guest(tmp_path: Path) -> None:
    rows = "Present: Ann Vale, Headteacher; Bo Orr, Staff Governor; Cy Dane, Parent Governor"
    assert _people(tmp_path, rows)[1:] == [("Bo Orr", "present"), ("Cy Dane", "present")]


@pytest.mark.parametrize(
    "rows",
    [
        "Ann Vale (Chair) - Mill Housing, Bo Orr - Fire and Rescue, Cy Dane - Low Farm Trust",
        "Ann Vale, Mill Housing; Bo Orr, Fire and Rescue; Cy Dane, Low Farm Trust",
        "Ann Vale/Mill Housing | Bo Orr/Fire and Rescue | Cy Dane/Low Farm Trust",
        "Mrs Ann Vale (part) – Mr Bo Orr, Treasurer – Ms Cy Dane, Captain",
        "\nAnn Vale (AV), Mill Housing - by phone\nBo Orr (BO), Orr Water\nCy Dane (CD), Low Farm Trust",
        "Ann Vale AV, Chair / Bo Orr BO, Secretary (sub) / Cy Dane CD",
        "\nVale, Ann (Chair)\nvan der Orr, Bo\nDane, Cy",
    ],
)
def test_whatever_parts_people_and_what_is_told_of_them(tmp_path: Path, rows: str) -> None:
    found = [
        (sorted(name.replace(",", "").split())[-1], status) for name, status in _people(tmp_path, f"Present: {rows}")
    ]
    assert len(found) == 3 and {status for _, status in found} == {"present"}


def test_letters_behind_names_are_answers(tmp_path: Path) -> None:
    rows = "Attendance:\nAnn Vale (Chair) – Y\nBo Orr – Treasurer – Y\nCy Dane – A\nDi Elm – x"
    assert _people(tmp_path, rows) == [
        ("Ann Vale", "present"),
        ("Bo Orr", "present"),
        ("Cy Dane", "apologies"),
        ("Di Elm", "absent"),
    ]


def test_an_opening_sentence_names_who_was_present(tmp_path: Path) -> None:
    said = (
        "At a meeting of the Group held on 4 March 2025 at 7.30 pm in the hall there were present Ann Vale and Bo Orr."
    )
    assert _people(tmp_path, said) == [("Ann Vale", "present"), ("Bo Orr", "present")]


def test_lists_side_by_side_are_no_minutes_in_columns(tmp_path: Path) -> None:
    names = "Ann Vale (Harrow Estate)<br>Bo Orr (Orchard Trust)<br>Cy Dane (Low Farm)<br>Flo Gray (Mill Lane School)"
    rows = (
        f"| Present | Apologies | In attendance |\n|---|---|---|\n| {names} | Di Elm (Moor Trust) | Ed Fox (Clerk) |\n"
    )
    record = record_of(tmp_path, f"# Harrowdale Orchard Group\n\nMinutes of 4 March 2025\n\n{rows}{TAIL}", "minutes.md")
    assert [(p.name, p.status) for p in record.attendance][4:] == [("Di Elm", "apologies"), ("Ed Fox", "in_attendance")]


def test_people_with_bodies_in_two_columns(tmp_path: Path) -> None:
    rows = "| Ann Vale – Moor Trust | Sam Orr – Police |\n| Jo Dane (Low Farm) | Di Elm – Mill Housing |\n"
    page = f"# Harrowdale Orchard Group\n\nMinutes of 4 March 2025\n\nPresent:\n\n| | |\n|---|---|\n{rows}{TAIL}"
    record = record_of(tmp_path, page, "minutes.md")
    assert [person.name for person in record.attendance] == ["Ann Vale", "Sam Orr", "Jo Dane", "Di Elm"]


def test_titles_of_lists_below_an_item_of_attendance(tmp_path: Path) -> None:
    lists = "## 1. Attendance\n\n## Governors\n\nAnn Vale\n\nSam Orr\n\n## Also in attendance\n\nDi Elm, Clerk\n\n"
    page = f"# Harrowdale School\n\nMinutes of 4 March 2025\n\n{lists}## 2. Roads\n\nThe bridge is closed.\n"
    record = record_of(tmp_path, page, "minutes.md")
    assert [(person.name, person.status) for person in record.attendance] == [
        ("Ann Vale", "present"),
        ("Sam Orr", "present"),
        ("Di Elm", "in_attendance"),
    ]


def test_a_title_is_no_label_of_members(tmp_path: Path) -> None:
    rows = "Present: Ann Vale\n\nApologies: Mr Sam Orr, Mr Jo Dane,\n\nCllr. Di Elm, Cllr. Ed Fox\n\n"
    assert [status for _, status in _people(tmp_path, rows)] == ["present", *["apologies"] * 4]
    assert len(_people(tmp_path, "Committee members Ann Vale, Sam Orr, Jo Dane")) == 3
