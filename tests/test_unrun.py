"""Pages in one line, as a conversion leaves them: the line ends come back where numbers count on. Invented words."""

from __future__ import annotations

from pathlib import Path

from pipeline.read.unrun import LONG, with_line_ends
from pipeline.run import extract

REPORT = "The warden said that the moor was dry, that the grouse had gone and that the hides were full of wasps. " * 9
PAGE = (
    "MINUTES OF MOOR PARISH COUNCIL MEETING HELD ON MAY 4TH 2020 Present: Cllr Dan Lane – Chairman, Cllr Mark Cane "
    "1. Apologies for Absence were received from Cllr Mick Pike. 2. Approval of Minutes: The minutes of the meeting "
    f"held on 02.03.2020 were accepted as a true record. 3. Reports 3.1 Warden’s Report {REPORT}3.2 Clerk’s Report "
    "• A plan was sent. • Cllr Cane will check the lamp. 4. Accounts It was agreed to pay £20. 5. Date of "
    "next meeting"
)


def test_numbers_that_count_on_and_bullets_have_lines_of_their_own() -> None:
    lines = with_line_ends(PAGE).split("\n")
    assert [line.split(" ")[0] for line in lines] == [
        *("MINUTES", "Present:", "1.", "2.", "3.", "3.1", "3.2", "•", "•", "4.", "5."),
    ]
    assert " ".join(lines) == PAGE


def test_the_first_number_may_open_the_page() -> None:
    text = f"1. Apologies Two were read. 2. Roof {REPORT}3. Hides {REPORT}4. Close None."
    assert [line[:2] for line in with_line_ends(text).split("\n")] == ["1.", "2.", "3.", "4."]


def test_prose_with_numbers_stays_as_it_is() -> None:
    prose = "In 1. Moor Lane and 2 Mill Road 12 Lamps failed; 3 Men came. " * 30
    assert len(prose) > LONG
    assert with_line_ends(prose) == prose


def test_a_short_paragraph_stays_as_it_is() -> None:
    text = "1. One 2. Two 3. Three 4. Four 5. Five"
    assert with_line_ends(text) == text


def test_a_page_in_one_line_is_read_as_minutes(tmp_path: Path) -> None:
    path = tmp_path / "paper.md"
    path.write_text(PAGE, "utf-8")
    (record,) = extract(path)
    assert [(i.number, i.title) for i in record.items] == [
        ("1", "Apologies for Absence"),
        ("2", "Approval of Minutes"),
        ("3", "Reports"),
        ("4", "Accounts"),
        ("5", "Date of next meeting"),
    ]
    assert record.meeting.date == "2020-05-04"
    assert [(a.minute, a.owners[0].name) for a in record.actions] == [("3.2", "Mark Cane")]


TALK = "The secretary said that the slipway had been swept and that the trust was glad of it. " * 4
NO_NUMBERS = (
    "Approved Ferrydale Community Council Minute of the Meeting held on Tuesday 4 March 2014 at the Boat Shed "
    "Attendance and Apologies: Members: T Orr; B Lamb; C Pike. Visitors: Cllr Moss; A Dunn, Ferry Trust. "
    f"Apologies: P Reid; B Lamb in the Chair. Minutes of Previous Meeting: They were agreed. Matters Arising: {TALK}"
    "Correspondence: A letter had come."
)


def test_a_page_without_numbers_has_its_usual_titles_and_labels_in_lines_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_text(NO_NUMBERS, "utf-8")
    (record,) = extract(path)
    assert (record.meeting.body, record.meeting.date) == ("Ferrydale Community Council", "2014-03-04")
    assert [item.title for item in record.items] == ["Minutes of Previous Meeting", "Matters Arising", "Correspondence"]
    assert [(person.name, person.status) for person in record.attendance] == [
        *(("T Orr", "present"), ("B Lamb", "present"), ("C Pike", "present")),
        *(("Moss", "in_attendance"), ("A Dunn", "in_attendance"), ("P Reid", "apologies")),
    ]


def test_titles_in_prose_that_has_no_list_of_people_stay() -> None:
    prose = f"Minutes of the meeting held in May. {TALK}Matters arising: none. Correspondence: none. " * 2
    assert with_line_ends(prose) == prose


def test_a_second_item_may_open_with_its_first_minute_and_a_count_is_no_item() -> None:
    page = (
        "MINUTES OF THE MEETING HELD ON 4 MAY 2020 AT THE HALL PRESENT: Mr Dan Lane and 1 Member of the public "
        f"1. Apologies None came. 2.1 Minutes They were agreed. 3. Reports 3.1 Hides {TALK}3.2 Paths They are dry."
    )
    assert [line.split(" ")[0] for line in with_line_ends(page).split("\n")] == [
        *("MINUTES", "PRESENT:", "1.", "2.1", "3.", "3.1", "3.2"),
    ]


def test_codes_with_the_number_first_count_on() -> None:
    page = (
        "MOOR PARISH COUNCIL Minutes of the Paths Committee meeting held on 4 May 2012 Present: Dan Lane, Mark Cane "
        f"01/P12 – Interests None. 02/P12 – Hides {TALK}03/P12 – Paths They are dry."
    )
    lines = with_line_ends(page).split("\n")
    assert [line.split(" ")[0] for line in lines] == ["MOOR", "Minutes", "Present:", "01/P12", "02/P12", "03/P12"]
