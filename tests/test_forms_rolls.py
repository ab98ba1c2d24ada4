"""Who came, what was on the agenda and which body met, in the many ways papers say so. All names are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.record import Record
from tests.typed import record_of


def came(record: Record) -> list[tuple[str, str]]:
    return [(person.name, person.status) for person in record.attendance]


def titles(record: Record) -> list[tuple[str, str]]:
    return [(item.number, item.title) for item in record.items]


TOLD = "The bridge was discussed at some length and it was agreed that nothing should be done before the winter."


def test_who_opens_a_meeting_by_office_is_there_with_those_listed_and_those_who_also_attended(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Board of Selectmen\nMarch 4, 2024\nMinutes\n"
        "The meeting was called to order at 7:00 p.m. by Chairman Kit Rowe. Selectmen present included Tessa Ware and"
        f" Paul Nunn. Town Administrator Olive Peel also attended.\n{TOLD}\n",
    )
    assert came(record) == [
        ("Kit Rowe", "present"),
        ("Tessa Ware", "present"),
        ("Paul Nunn", "present"),
        ("Olive Peel", "in_attendance"),
    ]


def test_who_opens_a_meeting_leaves_the_list_in_attendance_to_the_members(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Minutes of the Lowmoor Radio Club, 4 March 2024\n\n"
        "The meeting was called to order by President Kit Rowe.\n\n"
        f"In attendance were Tessa Ware, Paul Nunn and Olive Peel.\n\nREPAIRS\n\n{TOLD}\n",
    )
    assert [status for _, status in came(record)] == ["present"] * 4


def test_a_comma_behind_apologies_opens_their_list(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Lowmoor Society AGM\n\n4 March 2024\n\nPresent: Tessa Ware, Paul Nunn & Olive Peel.\n\n"
        f"Apologies, Kit Rowe, Jo & Sam Hale.\n\n{TOLD}\n",
    )
    assert came(record)[3:] == [("Kit Rowe", "apologies"), ("Jo Hale", "apologies"), ("Sam Hale", "apologies")]


def test_an_address_below_place_is_nobody(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Council\nTuesday, 5th March, 2024 7.30 pm\n\nPlace:\nMill Rooms, Ware Building, Nunn Hill, West Peel\n"
        "C 24/01 Election of Mayor\nIt was proposed by Councillor Ware and\n\nRESOLVED: That Mrs Nunn be elected.\n"
        "C 24/02 Vote of Thanks\nRESOLVED: That the thanks of the Council be recorded.\n"
        "C 24/03 Minutes\nRESOLVED: That the Minutes be approved as a correct record.\n",
    )
    assert not record.attendance
    assert [number for number, _ in titles(record)] == ["C 24/01", "C 24/02", "C 24/03"]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Call to order at 7:05 pm   Quorum = 9", "Call to order"),
        ("Apologies were received from Kit Rowe and Sam Hale.", "Apologies"),
        ("Apologies:- Apologies received from Kit Rowe(Chairman).", "Apologies"),
        ("- Apologies for absence", "Apologies for absence"),
        ("Welcome. Present:- Tessa Ware, Paul Nunn and Olive Peel.", "Welcome"),
    ],
)
def test_a_title_ends_before_what_was_said_or_done(line: str, title: str, tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        f"Lowmoor Parish Council\nMinutes of the meeting held on 4 March 2024\n\n1. {line}\n\n"
        f"2. Highways\n\n{TOLD}\n\n3. Finance\n\n{TOLD}\n",
    )
    assert titles(record)[0] == ("1", title)


def test_minutes_with_three_labels_have_three_items(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Present: Tessa Ware (Chair), Paul Nunn, Olive Peel.\n\nApologies: Kit Rowe.\n\n"
        f"Welcome: Tessa Ware welcomed everyone to the first meeting of the year.\n\nRepairs to the bridge: {TOLD}\n\n"
        f"Election of members of the Friends of the Mill: {TOLD}\n",
    )
    assert [title for _, title in titles(record)] == [
        "Welcome",
        "Repairs to the bridge",
        "Election of members of the Friends of the Mill",
    ]


def test_two_titles_that_meetings_everywhere_have_are_items_in_plain_type(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Lowmoor Society Meeting Minutes\n\n4 March 2024\n\nPresent: Tessa Ware, Paul Nunn and Olive Peel.\n\n"
        f"{TOLD}\n\nMatters arising\n\nMeetings stay free.\n\nChairman’s Report:\n\n{TOLD}\n",
    )
    assert [title for _, title in titles(record)] == ["Matters arising", "Chairman’s Report"]


def test_a_selectmens_paper_with_a_day_behind_a_comma_is_their_minutes(tmp_path: Path) -> None:
    record = record_of(tmp_path, f"Selectmen’s Minutes, March 4, 2024\n\nNEW BUSINESS: {TOLD}\n\nROADS: {TOLD}\n")
    assert (record.kind, record.meeting.body, record.meeting.date) == ("minutes", "Selectmen", "2024-03-04")
    assert [title for _, title in titles(record)] == ["NEW BUSINESS", "ROADS"]


def test_a_row_of_names_below_present_tells_that_notes_are_minutes(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "---\ndate: 2024-03-04\n---\n\n**Present**\n\nTessa Ware, Paul Nunn, Olive Peel\n\n**Stickers**\n\n"
        "- Paul will order some\n\n**Cards**\n\n- Front and back are ready\n",
        "2024-03-04.md",
    )
    assert record.kind == "minutes"
    assert [title for _, title in titles(record)] == ["Stickers", "Cards"]


def test_headings_below_a_summary_are_the_items(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        '---\ntitle: "Board Meeting Summary - March 4, 2024"\n---\n\n## Quick Recap\n\n'
        f"{TOLD}\n\n## Next Steps\n\n* **Paul Nunn:** Write to the county.\n\n## Summary\n\n"
        f"### The bridge\n\n{TOLD}\n\n### Noise at night\n\n{TOLD}\n",
        "minutes.md",
    )
    assert [title for _, title in titles(record)][-2:] == ["The bridge", "Noise at night"]
    assert ("", "Summary") not in titles(record)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Guest requests — none", "Guest requests"),
        ("Minutes from the March meeting – approved as emailed", "Minutes from the March meeting"),
        ("Police report: deferred until May", "Police report"),
    ],
)
def test_a_title_ends_before_what_little_came_of_it(line: str, title: str, tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        f"Lowmoor Parish Council\nMinutes of the meeting held on 4 March 2024\n\n1. {line}\n\n"
        f"2. Highways\n\n{TOLD}\n\n3. Finance\n\n{TOLD}\n",
    )
    assert titles(record)[0] == ("1", title)


def test_lines_that_count_on_without_stops_are_items(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Lowmoor Community Council\nMinutes of Meeting\nDate: Monday 4th March, 2024\nChair: Tessa Ware\n"
        "Apologies: CClrs Paul Nunn and Olive Peel\n1 Introduction by Chair\n2 Police Report\n"
        "The report was received by email.\nThere was a report of speeding on the back road.\n3 Members of the public\n"
        "4 Accounts\nThere was £15 spent on water for meetings.\n",
    )
    assert titles(record) == [
        ("1", "Introduction by Chair"),
        ("2", "Police Report"),
        ("3", "Members of the public"),
        ("4", "Accounts"),
    ]
    assert came(record) == [("Tessa Ware", "present"), ("Paul Nunn", "apologies"), ("Olive Peel", "apologies")]


def test_the_first_item_in_roman_numerals_is_nobody(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Minutes – March 4, 2024\n\nPresent: Tessa Ware, Paul Nunn, Olive Peel\n\nI.   Call to Order:  7:04 p.m.\n\n"
        f"2.  Proxy votes –  none\n\n3.  Correspondence. {TOLD}\n\n4.  Old business\n\n{TOLD}\n",
    )
    assert [name for name, _ in came(record)] == ["Tessa Ware", "Paul Nunn", "Olive Peel"]


def test_short_titles_above_bullets_are_items(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Board Meeting Minutes – March 4, 2024\n\nMinutes of the January meeting were approved as presented.\n\n"
        "Newsletter\n\n  • A mailing went out.\n  • Olive writes the next one.\n\nAnnual Meeting\n\n"
        "  • It usually has forty people.\n\nBook Sales\n\n  • The date has changed.\n",
    )
    assert [title for _, title in titles(record)] == ["Newsletter", "Annual Meeting", "Book Sales"]


@pytest.mark.parametrize(
    ("top", "body"),
    [
        ("Zoning Board of Adjustment Meeting March 4, 2024\nMinutes", "Zoning Board of Adjustment"),
        ("ZBA Administrative Meeting Minutes\nMarch 4, 2024", "ZBA"),
        ("Minutes Template\n\nOverview & Scrutiny Committee\n\n4 March 2024", "Overview & Scrutiny Committee"),
        ("Friends of the Mill\nExecutive Board Meeting\nMarch 4, 2024\nMinutes", "Friends of the Mill Executive Board"),
    ],
)
def test_the_body_is_named_in_full_and_alone(top: str, body: str, tmp_path: Path) -> None:
    record = record_of(tmp_path, f"{top}\n\nPresent: Tessa Ware, Paul Nunn and Olive Peel\n\n{TOLD}\n")
    assert record.meeting.body == body


def test_a_day_that_a_narrow_column_broke_is_a_date(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Mill School Governors\nMinutes of the meeting held on 5 October 2020\n\n"
        f"Meetings 05/ 10/ 20 20 and 07/ 12/ 20 20\n\n{TOLD}\n",
    )
    assert [date.value for date in record.dates] == ["2020-10-05", "2020-10-05", "2020-12-07"]


def test_a_typesetter_s_hyphen_is_part_of_a_name(tmp_path: Path) -> None:
    text = (
        "Minutes of the meeting of the Elmer Hall Committee, 4 May 2024\n\nPresent: Ann‐Marie Lund, Ben Carr, Cal Dunn"
    )
    record = record_of(tmp_path, f"{text}\n\n1. Hall\n\nAML offered to ring the builder.\n")
    assert came(record) == [("Ann-Marie Lund", "present"), ("Ben Carr", "present"), ("Cal Dunn", "present")]
    assert [[owner.name for owner in action.owners] for action in record.actions] == [["Ann-Marie Lund"]]
