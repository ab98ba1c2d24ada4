"""What a glance at unread papers showed: lists that wrap, titles, addressees, who sees to what. All invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.extractors.actions import find_actions
from pipeline.extractors.attendance import find_attendance
from pipeline.extractors.attendance.roll import read_roll
from pipeline.extractors.dates import find_dates
from pipeline.extractors.meeting.addressed import addressed
from pipeline.extractors.meeting.naming import clean
from pipeline.found import Place
from pipeline.link.meeting import _name_case
from pipeline.outline.titles import title_end
from pipeline.paper import Line, Paragraph
from tests.printed import outlined, paper_of, rules
from tests.typed import record_at

TAIL = "1. Minutes\n\nThe minutes were agreed.\n\n2. Highways\n\nThe bridge is closed.\n\n3. Close\n\nThe end."


def _came(top: str) -> list[tuple[str, str, str | None, str | None]]:
    people = find_attendance(outlined(top, TAIL), rules())
    return [(one.name, one.status, one.capacity, one.initials) for one in people]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_brackets_that_a_line_end_parts(tmp_path: Path, gap: str) -> None:
    lines = (
        "**OFFICIALS IN ATTENDANCE:**",
        "Director of Roads (Mr. S. Orton), Head of Digital Services and Overseas Programmes (Mr.",
        "M. Bilton), Senior Executive Officer, Physical Works (Mr. D. Guigan), Corporate Officer (Ms. F.",
        "Cormack).",
        "1. Minutes\n\nThe minutes were agreed.\n\n2. Roads\n\nThe bridge is closed.",
    )
    text = "# Minutes of Overby Town Council, 3 May 2022\n\n" + gap.join(lines[:4]) + "\n\n" + lines[4]
    people = [(one.name, one.capacity) for one in record_at(tmp_path / "a.md", text).attendance]
    assert ("M. Bilton", "Head of Digital Services and Overseas Programmes") in people
    assert ("D. Guigan", "Senior Executive Officer, Physical Works") in people
    assert ("F. Cormack", "Corporate Officer") in people


def test_initials_in_a_column_of_their_own_and_a_body_of_two_places() -> None:
    top = (
        "Present:\n\nCllr Jo Brice   JB   Chairperson\n\nNicola Cope   NC   Parish Clerk\n\nCllr Al Dunn   AD\n\n"
        "Also in attendance:\n\nCllr Odo Plank   OP   Borough Council of Low Moor and West Overby\n\n"
        "Cllr Mel Story   MS   Norling County Council"
    )
    assert _came(top) == [
        ("Jo Brice", "present", "Chairperson", "JB"),
        ("Nicola Cope", "in_attendance", "Parish Clerk", "NC"),
        ("Al Dunn", "present", None, "AD"),
        ("Odo Plank", "in_attendance", "Borough Council of Low Moor and West Overby", "OP"),
        ("Mel Story", "in_attendance", "Norling County Council", "MS"),
    ]
    two = read_roll("Ann Box, Chair of Council and Bo Hale, Clerk", rules()).entries
    assert [one.name.text for one in two] == ["Ann Box", "Bo Hale"]


def test_who_presides_behind_the_words_for_the_office() -> None:
    assert _came("In the chair: Ardmhaor Tofa, Councillor D. Swann")[0] == ("D. Swann", "present", "Chair", None)
    two = _came("In the chair: Ann Box, Councillor Bo Hale")
    assert [one[0] for one in two] == ["Ann Box", "Bo Hale"]


def test_who_chaired_by_initials_and_at_the_end_of_a_sentence() -> None:
    top = "Present: Kath Payne (KP), Ken Combe (KC)\n\nKP chaired the meeting."
    assert _came(top) == [("Kath Payne", "present", "Chair", "KP"), ("Ken Combe", "present", None, "KC")]
    assert [one[0] for one in _came("Present: Kath Payne (KP), Ken Combe (KC)\n\nXY chaired the meeting.")] == [
        "Kath Payne",
        "Ken Combe",
    ]
    held = "Held at the Mill Theatre, Overby and chaired by Owen Cambell.\n\nPresent: Owen Cambell, Becky Orme"
    assert _came(held)[0] == ("Owen Cambell", "present", "Chair", None)


def test_strokes_and_commas_in_one_list() -> None:
    text = "Ann Box (BCD), Dave Reed/Tom Holt/Bo Carr (Moor City Council), Jan Lund (Dale Trust), Gil Orme (LGA)."
    names = [one.name.text for one in read_roll(text, rules()).entries]
    assert names == ["Ann Box", "Dave Reed", "Tom Holt", "Bo Carr", "Jan Lund", "Gil Orme"]


def test_apologies_below_a_list_without_a_stop() -> None:
    top = (
        "**PRESENT**\n\nCouncillors Kell, Keary and Brien\n\nPat Dowd, Deputy Chief Executive\n"
        "Apologies for their inability to attend had been received from Councillor Jerry Dean."
    )
    people = {name: status for name, status, *_ in _came(top)}
    assert people["Pat Dowd"] == "in_attendance"
    assert people["Jerry Dean"] == "apologies"


def test_posts_end_without_the_comma_that_parted_them() -> None:
    top = "Officials in attendance: Fire Chief, (Mr. K. Lehan), Roads Engineer, (Ms. A. Reed)."
    assert [one[2] for one in _came(top)] == ["Fire Chief", "Roads Engineer"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Apologies for absence None", "Apologies for absence"),
        ("Parish meeting matters None", "Parish meeting matters"),
        ("Bring and share: None the wiser", "Bring and share"),
    ],
)
def test_titles_without_the_word_for_nothing(text: str, title: str) -> None:
    ends = title_end(text)
    assert ends is not None
    assert text[: ends[0]] == title


def test_a_long_title_is_its_first_sentence() -> None:
    said = "Accounts were shown and accepted. Cheques for the hall, the path and the lamps were drawn for "
    said += "the Clerk to post to each firm in May"
    heads = [
        s.title for s in outlined(f"1. Apologies\n\nNone.\n\n2. {said}\n\n3. Roads\n\nThe bridge is shut.").sections
    ]
    assert "Accounts were shown and accepted" in heads


def test_figures_and_counts_are_no_items() -> None:
    text = (
        "1. Minutes\n\nThe minutes were agreed.\n\n2. Roads\n\nThe bridge is closed.\n\n3 17\n\n4 13%\n\n"
        "5 reports of theft have been made in Overby area.\n\n3. Close\n\nThe end."
    )
    assert [s.title for s in outlined(text).sections if s.number] == ["Minutes", "Roads", "Close"]


def test_agenda_lines_whose_first_word_says_what_sort_they_are() -> None:
    text = (
        "1. Apologies.\n\n2. Resolution: Adopt the minutes of the meeting held 6 June 2023.\n\n3. Accounts to pay.\n\n"
        "4. Resolution: Lend the hall to the Scouts for their play and their fair.\n\n5. Close."
    )
    titles = [s.title for s in outlined(text, kind="agenda").sections if s.number]
    assert titles[1].startswith("Resolution: Adopt the minutes")
    assert titles[3].startswith("Resolution: Lend the hall")


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("To: Cabinet – 30th January 2025", "Cabinet"),
        ("To: Dale County Council Date: 13 March 2025", "Dale County Council"),
        ("To: the Roads Scrutiny Committee, Monday 3 May 2021", "Roads Scrutiny Committee"),
    ],
)
def test_the_body_that_a_report_goes_to(line: str, body: str) -> None:
    found = addressed([Line("From: Ann Box, Leader"), Line(line)])
    assert found is not None
    assert found[0] == body


@pytest.mark.parametrize(
    "line", ["To: Ann Box – 3 May 2021", "To: all members of the Roads Committee", "To: Cabinet", "Up to: Cabinet 2021"]
)
def test_what_a_report_is_sent_to_without_a_meeting(line: str) -> None:
    assert addressed([Line(line)]) is None


def test_bodies_without_address_or_short_form() -> None:
    assert clean("The Township of Overby 45 Mill Street") == "Township of Overby"
    assert clean("Overby Parish Council Overby PC") == "Overby Parish Council"
    assert clean("Ward 45 Residents") == "Ward 45 Residents"
    assert _name_case("MUNICIPAL DISTRICT OF OVERBY-HARLOCK") == "Municipal District of Overby-Harlock"
    assert _name_case("MOOR-ON-DALE PARISH COUNCIL") == "Moor-on-Dale Parish Council"


def test_a_number_beside_an_owner_is_no_task() -> None:
    text = "1. Minutes\n\nThe minutes were agreed.\n\n2. Data\n\nFC 44/2122\n\n> Clerk\n\n3. Close\n\nThe end."
    paper = paper_of(text)
    assert not [a for a in find_actions(paper, outlined(text), rules()) if "44/2122" in a.task]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("held on 23 Septmember 2020", (23, 9)),
        ("THURSDAY 8th DECEMEBER 2005", (8, 12)),
        ("held on Tuesday 3 0ctober 2017", (3, 10)),
        ("in 12 Marsh House 2024", None),
        ("at 12 Mayor Street 2024", None),
    ],
)
def test_months_with_a_slip_of_the_pen(text: str, value: tuple[int, int] | None) -> None:
    found = find_dates(Paragraph(text, (Line(text),), (0,)), rules(), place=Place())
    days = [(one.day, one.month) for one in found if one.form == "day"]
    assert days == ([value] if value else [])


def test_a_page_break_with_a_bold_page_number_makes_no_title(tmp_path: Path) -> None:
    text = (
        "# Minutes of Overby Town Council, 3 May 2022\n\n## 1. Homes\n\nThe engineer told us that in Overby and\n---\n"
        "**2**\n\nDale there were six empty homes.\n\n## 2. Roads\n\nThe bridge is closed.\n"
    )
    assert [item.title for item in record_at(tmp_path / "a.md", text).items] == ["Homes", "Roads"]


@pytest.mark.parametrize(
    ("said", "owners"),
    [
        ("Ann Box to ask Sam and Ben to mend the gate.", [["Ann Box"]]),
        ("Ann Box to ask Simon and Peter to look into the smell.", [["Ann Box"]]),
        ("Ann Box to invite Sue Lund, SRFC to future meetings.", [["Ann Box"]]),
        ("Ann Box to ring the bank, and Bo Hale to order the lamps.", [["Ann Box"], ["Bo Hale"]]),
        ("Ann Box to ask the bank and Bo Hale to order the lamps.", [["Ann Box"], ["Bo Hale"]]),
    ],
)
def test_whom_somebody_asks_is_no_owner(said: str, owners: list[list[str]]) -> None:
    text = f"Present: Ann Box, Bo Hale\n\n1. Minutes\n\nThese were agreed.\n\n2. Gate\n\n{said}\n\n3. Close\n\nThe end."
    found = find_actions(paper_of(text), outlined(text), rules())
    assert [[*action.owners] for action in found] == owners
