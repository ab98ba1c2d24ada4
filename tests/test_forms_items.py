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


def people(record: Record) -> list[tuple[str, str, str | None]]:
    return [(person.name, person.status, person.capacity) for person in record.attendance]


def test_a_label_behind_a_titled_name_takes_nothing_of_it(tmp_path: Path) -> None:
    text = """Minutes of the meeting of the Council on Tuesday 20th August 2024 at 7.15pm at the Parish Office

Present: Chairman: Cllr Mrs Ware Councillors: Mrs Nunn, Mrs Lund, Marlow, Hale
Clerk: Mrs Ash Members of public: 3

1. Welcome

2. Apologies for Absence – Cllr Holt

3. Declarations of Interest – none
"""
    record = record_of(tmp_path, text)
    assert people(record) == [
        ("Ware", "present", "Chair"),
        ("Nunn", "present", None),
        ("Lund", "present", None),
        ("Marlow", "present", None),
        ("Hale", "present", None),
        ("Ash", "in_attendance", "Clerk"),
        ("Holt", "apologies", None),
    ]
    assert items(record) == [("1", "Welcome"), ("2", "Apologies for Absence"), ("3", "Declarations of Interest")]


def test_dots_part_a_label_from_its_people_and_a_title_from_what_was_said(tmp_path: Path) -> None:
    text = """Minutes of an Extraordinary Meeting of the Parish Council held on Monday 1st July 2024

Present … Councillors: Mark Ware (In the Chair), Susan Nunn & Chris Lund.

In attendance … Linda Hale – Parish Clerk. Three members of the public.

1. Apologies for absence were received from Councillors Steve Ash & Jamie Reed.

2. Declarations of interest … There were none.

3. Date of the next scheduled meeting … Noted as 25-7-24.
"""
    record = record_of(tmp_path, text)
    assert present(record) == ["Mark Ware", "Susan Nunn", "Chris Lund"]
    assert present(record, "in_attendance") == ["Linda Hale"]
    assert present(record, "apologies") == ["Steve Ash", "Jamie Reed"]
    assert [title for _, title in items(record)] == [
        "Apologies for absence",
        "Declarations of interest",
        "Date of the next scheduled meeting",
    ]


def test_posts_behind_names_stay_there_though_the_first_has_one_in_brackets_before_it(tmp_path: Path) -> None:
    text = """Minutes of the Executive Committee held on 21 October 2024

Sederunt: ( Chair) R. Ware, SP; J. Nunn, VPSA; A. Lund, VPSS; M. Hale, ISO.

1. Roof
The roof was mended by the builder and is dry again.
2. Drains
The drains were seen to.
"""
    assert people(record_of(tmp_path, text)) == [
        ("R. Ware", "present", "Chair"),
        ("J. Nunn", "present", "VPSA"),
        ("A. Lund", "present", "VPSS"),
        ("M. Hale", "present", "ISO"),
    ]


CHURCH = """The Parochial Church Council of the Parish of Netherby with Overby and St Wilfrid

Minutes of the meeting held on Tuesday 21st July 2024 at the Parish Hall

Present: The Revd Canon Howard Ware (Rector and Chair), Anna Lund Jenny Hale (Churchwardens), Peter Nunn, Susan Ash
Apologies: John Marlow

1. Fabric
The tower was looked at by the builder and is dry again.
2. Finance
The accounts were seen and signed.
"""


def test_the_revd_has_his_post_and_two_churchwardens_are_two(tmp_path: Path) -> None:
    record = record_of(tmp_path, CHURCH)
    assert record.meeting.body == "Parochial Church Council of the Parish of Netherby with Overby and St Wilfrid"
    assert people(record) == [
        ("Howard Ware", "present", "Rector and Chair"),
        ("Anna Lund", "present", None),
        ("Jenny Hale", "present", "Churchwardens"),
        ("Peter Nunn", "present", None),
        ("Susan Ash", "present", None),
        ("John Marlow", "apologies", None),
    ]


REPORTS = """Present: Warren Ware (Chair), Sally Nunn, Nick Lund, Jan Hale
WW opened the meeting with prayer
There were no apologies
The minutes of the meeting of 10th November 2024 were accepted as a correct record.
Churchwardens’ Report: SN spoke to her report which had been sent to all.
NL added to SN’s report to say that a new bell rope had come.
Treasurer’s Report: JH spoke to the draft accounts, which may still be mended here and there.
Deanery Synod Report: NL said there was no report as the Synod meets on 19th January.
"""


def test_reports_named_by_labels_are_items_and_the_paper_is_minutes(tmp_path: Path) -> None:
    record = record_of(tmp_path, REPORTS)
    assert record.kind == "minutes"
    titles = [title for _, title in items(record)]
    assert titles == ["Churchwardens’ Report", "Treasurer’s Report", "Deanery Synod Report"]


def test_who_declares_a_meeting_open_by_office_is_there(tmp_path: Path) -> None:
    text = """MINUTES OF THE ALLOTMENT SOCIETY AGM

HELD ON 17TH May 2024.

1. The Chairman, B Ware declared the meeting open at 8.02pm and welcomed those who came.

2. APOLOGIES.

Apologies were received from Eileen Nunn and Norman Lund.

3. MINUTES OF THE MEETING HELD ON 15 November 2023 The minutes were carried.
"""
    record = record_of(tmp_path, text)
    assert people(record) == [
        ("B Ware", "present", "Chairman"),
        ("Eileen Nunn", "apologies", None),
        ("Norman Lund", "apologies", None),
    ]
    assert items(record)[2] == ("3", "MINUTES OF THE MEETING HELD ON 15 November 2023")


def test_apologies_below_a_title_that_asks_for_them_with_reasons_and_a_reference(tmp_path: Path) -> None:
    text = """Minutes of Netherby Parish Council held on 2 April 2024
Present: Councillors D Ash, C Ware (Chair).
1 To receive apologies and reasons for absence Ref 24/046

Cllr Nunn, Cllr Lund.

2 To receive declarations of interest Ref 24/047
None were declared.
3 Public Questions Ref 24/048
A resident asked who mows the green in the summer.
"""
    assert present(record_of(tmp_path, text), "apologies") == ["Nunn", "Lund"]
