"""The skeleton of minutes: numbers and titles of items, headings, lists of who came. All people and places invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.layout.numbers import mark_of
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
        ("Ware", "present", "Chairman"),
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


PLAIN_AGENDA = """<html><body>
<p>LIBRARY BOARD MEETING<br>Monday, May 20, 2024<br>Mill Lane Library</p>
<p>CALL TO ORDER/ROLL CALL</p>
<p>PLEDGE OF ALLEGIANCE</p>
<p>PUBLIC COMMENTS</p>
<p>APPROVAL OF MINUTES</p>
<p>REPAIR OF THE READING ROOM</p>
<p>PRESIDENT’S REPORT</p>
<p>DIRECTOR’S REPORT<br>Summer reading – Kate Ware</p>
<p>UNFINISHED BUSINESS</p>
<p>ADJOURNMENT</p>
</body></html>
"""


def test_titles_of_an_agenda_with_nothing_below_them_are_its_items(tmp_path: Path) -> None:
    record = record_of(tmp_path, PLAIN_AGENDA, "agenda.html")
    assert record.kind == "agenda"
    assert [title for _, title in items(record)] == [
        "CALL TO ORDER/ROLL CALL",
        "PLEDGE OF ALLEGIANCE",
        "PUBLIC COMMENTS",
        "APPROVAL OF MINUTES",
        "REPAIR OF THE READING ROOM",
        "PRESIDENT’S REPORT",
        "DIRECTOR’S REPORT",
        "UNFINISHED BUSINESS",
        "ADJOURNMENT",
    ]


NEWS_AGENDA = """Netherby Public Library Board of Trustees met Aug. 8.
Here is the agenda provided by the Board:
Call to order.
Roll call.
President’s report.
1.Absences of trustees.
Secretary’s report.
1.Approval of July 11, 2024 minutes.
Financial report.
1.Approval of bills payable.
2.Acceptance of the financial report for July.
Librarian’s report.
1.Building and grounds maintenance.
2.Book sale.
3.Discuss the new shelves.
Committee reports.
New business.
Other.
Adjournment.
"""


def test_titles_that_end_with_a_stop_above_lists_that_begin_anew(tmp_path: Path) -> None:
    record = record_of(tmp_path, NEWS_AGENDA, "agenda.txt")
    assert (record.kind, record.meeting.body) == ("agenda", "Netherby Public Library Board of Trustees")
    titles = [title.rstrip(".") for _, title in items(record)]
    assert titles == [
        "Call to order",
        "Roll call",
        "President’s report",
        "Secretary’s report",
        "Financial report",
        "Librarian’s report",
        "Committee reports",
        "New business",
        "Other",
        "Adjournment",
    ]


FILLER = " The matter was looked at once more and nobody had anything to add, so that it may rest until the spring."


def test_a_page_in_one_line_whose_items_have_roman_numbers(tmp_path: Path) -> None:
    text = (
        "HARROW COLLEGE FACULTY SENATE Regular Meeting, 5 March 2024, 4:00 p.m. Mill Room ACTION MINUTES "
        "SENATORS PRESENT: L. Ware, I. Nunn, S. Ash, D. Yates Ex-officio: Ken Hale, Provost "
        "SENATORS ABSENT: J. Lund, S. Holt "
        "GUESTS: Bill Marlow, Laura Reed I. Consideration of Minutes A. 5 February 2024 APPROVED"
        f"{FILLER} II. Announcements A. Approvals from the Provost 1. Requests for new courses 2. Requests for rooms "
        f"3. Requests for lamps 4. Requests for chairs{FILLER * 5} III. Reports of Committees{FILLER * 3} "
        "IV. Old Business - None V. New Business - None"
    )
    record = record_of(tmp_path, text)
    assert [number for number, _ in items(record)] == ["I", "II", "III", "IV", "V"]
    assert items(record)[1] == ("II", "Announcements")
    assert present(record) == ["L. Ware", "I. Nunn", "S. Ash", "D. Yates", "Ken Hale"]
    assert present(record, "absent") == ["J. Lund", "S. Holt"]
    assert present(record, "in_attendance") == ["Bill Marlow", "Laura Reed"]


def test_a_page_in_one_line_whose_titles_are_in_capitals(tmp_path: Path) -> None:
    text = (
        "SUMMARY OF HARROW SENATE MEETING 02/11/2024 CALL TO ORDER Chair Ware called the meeting to order at 3:20 P.M. "
        f"APPROVAL OF THE MINUTES Motion to approve the minutes by Senator Nunn.{FILLER * 3} "
        f"CALL FOR PRESS IDENTIFICATION No press was there.{FILLER * 4} "
        f"NEW BUSINESS Chair Ware spoke of the lamps.{FILLER * 3}"
    )
    assert [title for _, title in items(record_of(tmp_path, text))] == [
        "CALL TO ORDER",
        "APPROVAL OF THE MINUTES",
        "CALL FOR PRESS IDENTIFICATION",
        "NEW BUSINESS",
    ]


def test_what_a_site_says_above_the_list_of_who_came_is_no_item(tmp_path: Path) -> None:
    text = """AGM Netherby Village Hall

All are welcome to hear about what the hall has done and to bring ideas of their own for next year.

The hall opens at 7.00 pm for tea, and the meeting of its members starts at 7.30pm in the small room.

Netherby Village Hall
Minutes of Annual General Meeting
held in the Hall on Thursday 12th May 2024
Present: Brian Ware (in the chair), Michael Nunn (treasurer), Elaine Hale
Apologies: Evan Ash, Rose Lund.

Brian opened the meeting at 19.35. The minutes of the last AGM were approved.

Chairman’s Report: Brian said that the year had been a good one for the hall.
There have been more bookings, no doubt helped by the new website and the notices in the village news.

Booking Secretary’s Report: Rose could not be present but had sent a full report.

Treasurer’s Report: Michael gave a full account of the year.
"""
    record = record_of(tmp_path, text)
    assert [title for _, title in items(record)] == [
        "Chairman’s Report",
        "Booking Secretary’s Report",
        "Treasurer’s Report",
    ]
    assert record.meeting.date == "2024-05-12"


def test_hon_ends_no_title_and_initials_may_send_confirmed_apologies(tmp_path: Path) -> None:
    text = """Minutes of Netherby Plan Group
Held on Tuesday, 28 May 2024

1. Apologies for absence

Apologies confirmed: GC, HJ, DP (chair)

Present: IH, NM, JT

2. Hon. Treasurer’s Report and Approval of the Accounts. The Hon. Treasurer said that the year had been a thin one.

3. Grant
JT has asked for a grant and nobody has answered.
"""
    record = record_of(tmp_path, text)
    assert items(record)[1][1].rstrip(".") == "Hon. Treasurer’s Report and Approval of the Accounts"
    assert present(record, "apologies") == ["GC", "HJ", "DP"]
    assert present(record) == ["IH", "NM", "JT"]


@pytest.mark.parametrize("sign", ["; ", ";", " - ", " – "])
def test_labels_with_a_semicolon_or_a_dash_are_items(tmp_path: Path, sign: str) -> None:
    text = f"""Netherby Village Hall Committee

Minutes of the meeting held at 7.45 pm on Monday April 11th 2024

Present: Mr Dick Ware (Chairman), Mrs June Nunn, Mr P Lund

Apologies{sign}Mr D Hale. Overby, Mill Lane and Little Moor were not represented.

Minutes{sign}The minutes of the last meeting were read to the meeting and the Chairman then signed them.

Matters arising{sign}The list was read and will be sent to all.

Chairman{sign}The lock to the brick shed has been changed and the kitchen is painted.

Hall floor{sign}Its state was found good.

Any other business{sign}The tables were lent for the fair.

A sound system was put forward, of four speakers and what goes with them.
"""
    record = record_of(tmp_path, text)
    assert [title for _, title in items(record)] == [
        "Minutes",
        "Matters arising",
        "Chairman",
        "Hall floor",
        "Any other business",
    ]
    assert present(record, "apologies") == ["D Hale"]


def test_posts_on_lines_of_their_own_above_names(tmp_path: Path) -> None:
    text = """Netherby Local Board

OPEN MINUTES

Minutes of a meeting of the Netherby Local Board held on Thursday, 19 May 2024 at 10.00am

present

Chairperson

Julie Ware

Deputy Chairperson

Jon Nunn

Members

Ella Lund, JP

Fiona Hale

1             Welcome

Member Lund said the words of welcome.

2          Apologies

Resolution number NB/2024/59 MOVED by Chairperson J Ware, seconded by Member E Lund: That the board give thanks.

3          Declaration of Interest

There were none.
"""
    assert people(record_of(tmp_path, text)) == [
        ("Julie Ware", "present", "Chair"),
        ("Jon Nunn", "present", "Deputy Chairperson"),
        ("Ella Lund", "present", None),
        ("Fiona Hale", "present", None),
    ]


def test_apologies_in_respect_of_people(tmp_path: Path) -> None:
    text = """Minutes of the Special General meeting of the Netherby Land Trust held on Saturday 10 December 2024
PRESENT: Marilyn Ware, Sue Nunn, Keith Lund.
1. THE CHAIR
Keith Lund was in the Chair and welcomed members to this first meeting of the Trust.
2. APOLOGIES
Apologies were given in respect of Roger Hale, Patrick Ash and Martin Reed.
3. THE LAND
The inspector has said that the meadow stays a meadow.
"""
    assert present(record_of(tmp_path, text), "apologies") == ["Roger Hale", "Patrick Ash", "Martin Reed"]


def test_a_dash_within_a_title_does_not_end_it(tmp_path: Path) -> None:
    text = """Minutes of Netherby Parish Council held on 2 April 2024

Present: Cllrs Ware, Nunn and Lund.

1. Finance - The bills were paid and the books are in good order.

2. Council Vacancy – Co-option The Clerk said that two people had come forward and would be asked to the next meeting.

3. Trees – Mill Lane
"""
    assert items(record_of(tmp_path, text)) == [
        ("1", "Finance"),
        ("2", "Council Vacancy – Co-option"),
        ("3", "Trees – Mill Lane"),
    ]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "MINUTE OF OVERBY COLLEGE AUDIT COMMITTEE HELD ON TUESDAY 4 MARCH 2025 IN THE MILL",
            "Overby College Audit Committee",
        ),
        (
            "OVERBY COLLEGE FURTHER EDUCATION CORPORATION\n\nMinutes of the Full Corporation meeting of 4 March 2025",
            "Overby College Further Education Corporation",
        ),
        ("Overby Hill Primary - Minutes of PTA Meeting\n\nTuesday 4 March 2025", "Overby Hill Primary PTA"),
        ("Agenda and minutes\n\nLocal Committee (Overby) - Tuesday, 4 March 2025 2.00 pm", "Local Committee (Overby)"),
        ("Roads Portfolio Holder's Meeting - Tuesday, 4 March 2025 10.00 a.m.", "Roads Portfolio Holder"),
        (
            "REPORT TO: THE CHAIR AND MEMBERS OF THE ROADS SCRUTINY COMMITTEE\n\nSUBJECT: MINUTES OF 4 MARCH 2025",
            "Roads Scrutiny Committee",
        ),
    ],
)
def test_what_a_title_block_calls_the_body(tmp_path: Path, title: str, body: str) -> None:
    text = f"{title}\n\nPresent: Ann Box (Chair), Bo Vale\n\n1. Apologies\n\nThere were none.\n"
    assert record_of(tmp_path, text).meeting.body == body
