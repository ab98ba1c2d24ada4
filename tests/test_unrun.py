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
