"""The skeleton of minutes: numbers and titles of items, headings, lists of who came. All people and places invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.numbers import mark_of
from pipeline.record import Record
from tests.typed import record_of


def items(record: Record) -> list[tuple[str, str]]:
    return [(item.number, item.title) for item in record.items]


def present(record: Record, status: str = "present") -> list[str]:
    return [person.name for person in record.attendance if person.status == status]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3.11/24E To open the meeting", "3.11/24E"),
        ("2.4/2025 Apologies", "2.4/2025"),
        ("2024-06_3. Hedges", "2024-06_3"),
        ("7-B REPORTS FROM OFFICERS", "7-B"),
        ("24-B Mill Street was mended", None),
        ("3.5/6 of the rent", None),
    ],
)
def test_numbers_with_the_month_and_year_of_the_meeting(text: str, number: str | None) -> None:
    mark = mark_of(text)
    assert (mark.number if mark else None) == number


MONTHLY = """Minutes of the Extraordinary Meeting of Netherby Parish Council held on 4 November 2024 at 7pm
Present: Cllr A Lund (Chair) Cllr B Ash
1.11/24E To open the meeting
The meeting was opened at 7.02pm
2.11/24E To note apologies
Apologies were received from Cllr Hale. These were accepted.
3.11/24E To consider the lease of the old forge
Councillors resolved to sign the lease.
"""


def test_items_counted_before_the_month_of_the_meeting(tmp_path: Path) -> None:
    record = record_of(tmp_path, MONTHLY)
    assert items(record) == [
        ("1.11/24E", "To open the meeting"),
        ("2.11/24E", "To note apologies"),
        ("3.11/24E", "To consider the lease of the old forge"),
    ]
    assert present(record, "apologies") == ["Hale"]


BULLETS = """Friends of Thornby School

Minutes 14.03.2024

Attendees: Tessa Ware, Paul Nunn, Ivy Marlow

·  Correspondence received: A book firm wrote.  Nobody wants its books.

The card firm wants its money by May.

·  Finance update (PN): Current balance £812.40

·  Spring fair review: Everybody liked the games.

·  Next events:

Disco: Friday 12 April, with the lamps of last year.

Quiz night: put off until the hall is dry.

·  How to spend the funds: a shed was asked for.
"""


def test_bullets_that_each_open_with_a_title_are_the_items(tmp_path: Path) -> None:
    titles = [title for _, title in items(record_of(tmp_path, BULLETS))]
    assert titles == [
        "Correspondence received",
        "Finance update (PN)",
        "Spring fair review",
        "Next events",
        "How to spend the funds",
    ]


def test_bullets_that_only_partly_have_titles_are_none(tmp_path: Path) -> None:
    text = BULLETS.replace("Spring fair review: Everybody", "Everybody").replace("How to spend the funds: a", "A")
    assert "Correspondence received" not in [title for _, title in items(record_of(tmp_path, text))]


def test_the_election_of_officers_above_their_names_is_an_item(tmp_path: Path) -> None:
    text = """Present: Mrs Ware, Mrs Nunn, Paul Marlow, Miss Ash
Apologies: Mrs Hale

Election of committee

Treasurer: Mrs Nunn - Proposed by Mrs Ware, seconded by Miss Ash
Chair: Paul Marlow - Proposed by Miss Ash, seconded by Mrs Ware

Other business

Mrs Ware asked whether the group would pay for a new curtain in the hall before the summer play begins.

Miss Ash would like the group to buy seeds for the beds at the gate, which nobody has dug for years.
"""
    assert items(record_of(tmp_path, text)) == [("", "Election of committee"), ("", "Other business")]


COLUMNS = """                    TODDLER GROUP MINUTES

              Minutes of a meeting held on
              Tuesday 18 July 2023 at 8.00 pm

1) Present:     Yvonne Ware (Jt Chair)        Dawn Nunn
                Liz Marlow (Jt Chair)         Karen Ash
                Rick Hale                     Debbie Lund

2) Apologies:   Cathy Holt                    Linda Reed

3)              Minutes of last meeting                                              Action

                The minutes of the last meeting were agreed as a true record.

4)              Toys

                The old slide was given to the nursery and the new one has come.
"""


def test_people_in_columns_of_plain_text_are_one_each(tmp_path: Path) -> None:
    record = record_of(tmp_path, COLUMNS)
    assert present(record) == ["Yvonne Ware", "Dawn Nunn", "Liz Marlow", "Karen Ash", "Rick Hale", "Debbie Lund"]
    assert present(record, "apologies") == ["Cathy Holt", "Linda Reed"]
    assert items(record) == [("1", "Present"), ("2", "Apologies"), ("3", "Minutes of last meeting"), ("4", "Toys")]


def test_a_post_in_the_second_column_stays_its_holders(tmp_path: Path) -> None:
    text = """Minutes of Netherby Hall Committee
3 May 2024

Present:    Ann Ware           Parish Clerk
            Di Lund            Mill Trust

1. Roof
The roof was mended by the builder and is dry again.
2. Drains
The drains were seen to.
"""
    people = [(person.name, person.capacity) for person in record_of(tmp_path, text).attendance]
    assert people == [("Ann Ware", "Parish Clerk"), ("Di Lund", "Mill Trust")]


TOWN = """TOWN OF NETHERBY
SPECIAL TOWN BOARD MEETING
MONDAY, AUGUST 5, 2024
This special meeting was opened at 11:45 a.m. Supervisor Lund presided. The Town Clerk called the roll. Present were:
Councilman Denis Hale
Councilwoman Eugenia P. Ash
Absent: Councilman Ward

Councilman Ward arrived at 11:52 a.m.

The board agreed to buy a new pump for the well at the old mill before the frost.
"""


def test_who_presides_above_the_list_and_who_comes_later_were_there(tmp_path: Path) -> None:
    record = record_of(tmp_path, TOWN)
    assert present(record) == ["Denis Hale", "Eugenia P. Ash", "Ward", "Lund"]
    assert present(record, "absent") == []


def test_a_supervisor_who_opens_a_meeting_is_there(tmp_path: Path) -> None:
    text = """Special Meeting August 5, 2024

Supervisor Lund opened the special meeting of August 5, 2024, at 6:30pm. In attendance were
Councilman Hale, Councilman Ash and Town Clerk Reed. Councilman Marlow was absent.

Councilman Marlow arrived at 6:33pm.

Councilman Hale made a motion to adjourn at 7:23pm, seconded by Councilman Ash.
"""
    record = record_of(tmp_path, text)
    assert present(record) == ["Lund", "Hale", "Ash", "Marlow"]
    assert present(record, "in_attendance") == ["Reed"]


def test_an_office_behind_a_name_is_no_part_of_it_and_junior_no_other_man(tmp_path: Path) -> None:
    text = """Board Meeting
August 5, 2024
ROLL CALL: Present - Sheila M. Lund Supervisor
Eugene P. Ash Councilman
William P. Reed, Jr. Councilman
Absent - None
The board agreed to buy a new pump for the well at the old mill before the frost.
"""
    people = [(person.name, person.capacity) for person in record_of(tmp_path, text).attendance]
    assert people == [
        ("Sheila M. Lund", "Supervisor"),
        ("Eugene P. Ash", "Councilman"),
        ("William P. Reed Jr", "Councilman"),
    ]
