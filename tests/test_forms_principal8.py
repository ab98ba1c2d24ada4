"""Forms of principal councils and Irish county councils, eighth reading: what a reader says of them. All invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import owned, record_of

REPORT = """Tuesday, May 6, 2025

Report of the Roads SPC, Thursday 13th February 2025

Report of Tarnshire County Council Roads SPC Meeting held at 5.30 p.m. on Thursday 13 February 2025 (Hybrid Meeting)

In attendance:

Cllr. U Pike (Chair), Cllr. W. Oakes and A. Thorn (PPN).

Apologies: Cllr. B Moss

Officials Present:

H Lund (Director of Services), and M. Fenn (Senior Engineer).

  1. Minutes of Previous Meeting

The minutes of the previous meeting, held on 23 November 2024, were agreed.

  1. Matters arising

There were no matters arising.

  1. Gritting

The Chair referred to the report that had gone out before the day.

H Lund mentioned the depot that was opened in spring and he would bring figures to the next meeting.
"""


def test_report_of_a_committees_meeting_is_its_minutes(tmp_path: Path) -> None:
    record = record_of(tmp_path, REPORT)
    assert record.kind == "minutes"
    assert record.meeting.body == "Tarnshire County Council Roads SPC"
    assert record.meeting.date == "2025-02-13"
    assert [(item.number, item.title) for item in record.items] == [
        ("1", "Minutes of Previous Meeting"),
        ("1", "Matters arising"),
        ("1", "Gritting"),
    ]


def test_he_is_who_spoke_in_the_same_sentence(tmp_path: Path) -> None:
    record = record_of(tmp_path, REPORT)
    assert [owners for _, owners in owned(record)] == [["H Lund"]]


NAMESAKES = """Minutes of the Meeting of Tarn Municipal District held in the Moor Hall, Tarn on 17th July 2024

Present:
Cllr. Ula Pike Mayor
Cllr. Hob Lund
Cllr. W. Fenn

Officials in attendance:
Mr. H. Lund, Senior Engineer
Mr. W. Fenn, Staff Officer
Ms. R. Ash, Head of Housing

1. Gritting

Members heard what was planned.

2. Lamps

Members heard what they cost.
"""


def test_a_member_and_an_officer_of_one_name_are_two(tmp_path: Path) -> None:
    record = record_of(tmp_path, NAMESAKES)
    assert [(who.name, who.status, who.capacity) for who in record.attendance] == [
        ("Ula Pike", "present", "Mayor"),
        ("Hob Lund", "present", None),
        ("W. Fenn", "present", None),
        ("H. Lund", "in_attendance", "Senior Engineer"),
        ("W. Fenn", "in_attendance", "Staff Officer"),
        ("R. Ash", "in_attendance", "Head of Housing"),
    ]


PAGE = """Agenda and minutes

Tarn on Wold Municipal District - Monday, 10th February, 2025 11.00 am

Venue: Council Chamber, Moor Hall, Tarn on Wold, Co. Harrow

Contact: Una Pike  Meetings Administrator

Items
No. Item

TMD.14.25

Minutes of Meeting of Tarn on Wold Municipal District held on Monday 13th January 2025

Minutes:

On the PROPOSAL of Cllr. Oakes

SECONDED by Cllr. Thorn

It was AGREED to adopt the minutes of the meeting held on 13th January 2025.

Matters arising from the Minutes:-

Page 6 of Minutes - Councillor Moss asked about the gate at the mill.

TMD.15.25

To consider the Schedule of Works for the year

Minutes:

Copies of the programme were sent to the Members in advance of the meeting.
"""


def test_items_of_a_web_page_with_coded_numbers(tmp_path: Path) -> None:
    record = record_of(tmp_path, PAGE)
    assert record.meeting.body == "Tarn on Wold Municipal District"
    assert record.meeting.venue == "Council Chamber, Moor Hall, Tarn on Wold, Co. Harrow"
    assert [item.number for item in record.items] == ["TMD.14.25", "TMD.15.25"]
    assert [(d.minute or d.item, d.mover, d.seconder) for d in record.decisions] == [
        ("TMD.14.25", "Cllr. Oakes", "Cllr. Thorn")
    ]


DECISIONS = """Decisions of Tarnshire County Council, meeting held on 28 January 2025

The Director of Services, Mr. Hob Lund said that no money was given this year.

On the PROPOSAL of Cllr. Oakes

SECONDED by Cllr. Thorn

It was AGREED that the Director of Services write to the roads agency to clarify the sum and when works will begin.
"""


def test_a_director_is_whom_the_prose_names_and_what_is_asked_is_no_day(tmp_path: Path) -> None:
    record = record_of(tmp_path, DECISIONS)
    (action,) = record.actions
    assert [owner.name for owner in action.owners] == ["Hob Lund"]
    assert (action.due.date, action.due.text) == (None, None)
    assert record.items == ()


COMMITTEE = """Tarnshire County Council

MEETING OF TARNSHIRE COUNTY COUNCIL

Monday, June 16, 2025

REPORT FROM THE POLICING COMMITTEE

The Policing Committee met on Friday 23rd May 2025 in Moor Station

Attendance: Committee Members

Cllr. Ula Pike (Chair), Cllr. Hob Lund; Cllr Ada Thorn;

Gem Hale, Harbour Watch; Ann Coyle, PPN; Tara Dease, PPN; Jo Lawn, Moor Drugs & Alcohol Team;

In attendance: Superintendent Dan Mabb, Noreen Birch

Apologies: Cllr Paula Dunn

1          Lamps

Reports were circulated by the Superintendent.

2          Drugs

Ada Thorn made a presentation on the report.

The following were agreed as actions to take forward:

  1. To write to other committees of the county about lamps
  2. To circulate the presentation to members of the committee

3          Annual Report

The motion from the floor was AGREED.
"""


def test_a_committees_report_with_lists_of_who_came_is_minutes(tmp_path: Path) -> None:
    record = record_of(tmp_path, COMMITTEE)
    assert (record.kind, record.meeting.date) == ("minutes", "2025-05-23")
    assert [item.number for item in record.items] == ["1", "2", "3"]
    assert owned(record) == [
        ("To write to other committees of the county about lamps", []),
        ("To circulate the presentation to members of the committee", []),
    ]
    assert all(action.marked for action in record.actions)
    assert record.decisions[-1].text == "The motion from the floor was AGREED."


def test_pairs_of_a_name_and_a_body_parted_by_semicolons(tmp_path: Path) -> None:
    record = record_of(tmp_path, COMMITTEE)
    assert [(who.name, who.capacity) for who in record.attendance if who.status == "present"][3:] == [
        ("Gem Hale", "Harbour Watch"),
        ("Ann Coyle", "PPN"),
        ("Tara Dease", "PPN"),
        ("Jo Lawn", "Moor Drugs & Alcohol Team"),
    ]


SECTORS = """Minutes of Tarn Local Community Development Committee held on Wednesday 13th April 2024

PRESENT

Statutory Interests: Cllr. Ula Pike
Tarn County Council: Kay Hollow
Other Interests:
Community & Voluntary Sector: Tom Kell
Farming: Hob Ó hAodha

Apologies: Statutory Interests: Cllr. Will Quin

Ula Pike, Chief Executive, welcomed all to the meeting and apologies were noted.

1. Correspondence

Correspondence from the Moor Roads Agency regarding the Committee's place on the Port Forum of the county was noted.

2. Plan

Members heard what was planned for roads.
"""


def test_groups_of_groups_in_a_list_of_who_came(tmp_path: Path) -> None:
    record = record_of(tmp_path, SECTORS)
    assert [(who.name, who.status, who.capacity) for who in record.attendance] == [
        ("Ula Pike", "present", "Statutory Interests"),
        ("Kay Hollow", "present", "Tarn County Council"),
        ("Tom Kell", "present", "Community & Voluntary Sector"),
        ("Hob Ó hAodha", "present", "Farming"),
        ("Will Quin", "apologies", "Statutory Interests"),
    ]
    assert [decision.outcome for decision in record.decisions] == ["noted"]


HEAD = """Minutes of Tarn Roads Committee held on Wednesday 13th March 2024

Present: Cllr. Ula Pike (Chair), Cllr. Hob Lund, Cllr. Ada Thorn

In attendance: Mr. W. Fenn, Director of Services; Ms. R. Ash, Senior Engineer

1. Apologies

None were sent.

2. Roads

"""
TAIL = """

3. Houses

Members heard what was planned for houses.
"""


@pytest.mark.parametrize(
    ("said", "owners", "due"),
    [
        ("It was agreed to place the nominations on the agenda for the next meeting.", [], "for the next meeting"),
        ("The lamps are to be included on the agenda of the June meeting.", [], "2024-06"),
        ("Agreed to bring a report on the pier to the May meeting.", [], "2024-05"),
        ("It was agreed that a letter would issue to the Ferry Board in this regard.", [], None),
        ("Cllr Lund asked that the bins be looked at. Mr. Fenn said this would be done.", ["W. Fenn"], None),
        ("Cllr Lund asked that the bins be looked at. Mr. Fenn undertook to have this done.", ["W. Fenn"], None),
        (
            "The Director confirmed the Council would apply for funds when the scheme opens.",
            ["Council"],
            "when the scheme opens",
        ),
        ("Mr. W. Fenn, Director of Services, told members that he would be happy to meet them.", ["W. Fenn"], None),
        ("Mr Fenn took note of the points and will pass them to the builder.", ["W. Fenn"], None),
        ("The Director gave a commitment to bring the plan to the Council in June.", ["W. Fenn"], "2024-06"),
        ("The Chair thanked Ms Ash, who agreed to return with figures in June.", ["R. Ash"], "2024-06"),
        ("An update on the scheme would come to the September meeting.", [], "2024-09"),
        ("Cllr Thorn asked that the Roads Agency repair the wall.", ["Roads Agency"], None),
        ("Ms. Ash noted this and said that she would include it in the next programme.", ["R. Ash"], None),
        ("It was agreed to support the motion and to forward it to the Minister.", [], None),
        ("That the Director of Services be asked to consider the points made by the Panel.", ["W. Fenn"], None),
        (
            '"That Tarn County Council would provide a path at the mill." This was agreed.',
            ["Tarn County Council"],
            None,
        ),
    ],
)
def test_who_takes_on_what_is_said(tmp_path: Path, said: str, owners: list[str], due: str | None) -> None:
    (action,) = record_of(tmp_path, HEAD + said + TAIL).actions
    assert [owner.name for owner in action.owners] == owners
    assert (action.due.date or action.due.text) == due


@pytest.mark.parametrize(
    "said",
    [
        "The Director said the scheme would help the town.",
        "Cllr Thorn asked if the Council would apply for funds.",
        "Mr Fenn said that the plan that will come to the Council is long.",
        "The Director stated that the Council would benefit.",
        "Mr. Fenn said that the Council would make a decision in the autumn.",
        "Cllr Lund said he would be supporting the motion.",
    ],
)
def test_what_is_told_gives_nobody_a_task(tmp_path: Path, said: str) -> None:
    assert record_of(tmp_path, HEAD + said + TAIL).actions == ()


def test_a_meeting_to_be_arranged_with_several_is_one_task(tmp_path: Path) -> None:
    said = (
        "RESOLVED: That a meeting be arranged with the Cabinet Member, Clerk and Roads Committee Chairs to discuss it."
    )
    (action,) = record_of(tmp_path, HEAD + said + TAIL).actions
    assert (action.owners, action.task.endswith("to discuss it.")) == ((), True)


def test_a_day_in_what_is_asked_about_is_no_due_day(tmp_path: Path) -> None:
    said = "The Chair agreed to write to Cllr Lund to ask why the list could not be had prior to April."
    (action,) = record_of(tmp_path, HEAD + said + TAIL).actions
    assert (action.due.date, action.due.text) == (None, None)


LISTED = """MINUTES OF MEETING OF
ROADS, PIERS, PORTS
AND LAMPS POLICY COMMITTEE
held on Wednesday, 6th July, 2024, at 11:15 am

Present: Cllr Ula Pike (Chair)
Cllr Hob Lund
Ms Kay Dell, Tarn Librarian

1. Minutes of meeting of 3rd May 2024 - Proposed by Cllr H. Lund and seconded by Cllr Pike and agreed.

2. Lamps

Members heard what they cost.
"""


def test_a_body_in_three_lines_and_a_title_above_who_proposed(tmp_path: Path) -> None:
    record = record_of(tmp_path, LISTED)
    assert record.meeting.body == "Roads, Piers, Ports and Lamps Policy Committee"
    assert record.items[0].title == "Minutes of meeting of 3rd May 2024"
    assert [(d.outcome, d.mover) for d in record.decisions] == [("agreed", "Cllr H. Lund")]
    assert record.attendance[-1].status == "in_attendance"


ITEM = """Agenda item

Lamps of the Mill Lane

Minutes:

The Chair told members what had been done.

RESOLVED: That the report be noted.
"""


def test_page_of_one_item_without_its_number(tmp_path: Path) -> None:
    record = record_of(tmp_path, ITEM)
    assert [(item.number, item.title) for item in record.items] == [("", "Lamps of the Mill Lane")]


COLUMNS = """TARNSHIRE COUNTY COUNCIL

MEETING OF TARNSHIRE COUNTY COUNCIL

Monday, January 13, 2025

Minutes of meeting of the Roads SPC held on 2nd September 2024 in the Council Chamber

Attendance

Members                                                            Officials

Councillor Hob Lund  Cathaoirleach                Una Ash, Director Roads Services

Councillor Bree Moss                                           Tess Birch, Senior Executive Officer

Councillor Ada Thorn                                           Yve Fenn, Senior Engineer

Apologies

Councillor Cal Bond

Sherri Dunn

An Cathaoirleach, Councillor Hob Lund presided.

1. Minutes

Minutes of the Roads SPC were agreed.

2. Lamps

Ms Birch stated that a report will be brought to the next meeting.
"""


def test_members_and_officials_in_columns_and_who_presided(tmp_path: Path) -> None:
    record = record_of(tmp_path, COLUMNS)
    assert (record.meeting.body, record.meeting.date) == ("Tarnshire County Council Roads SPC", "2024-09-02")
    assert sorted((who.name, who.status, who.capacity) for who in record.attendance) == [
        ("Ada Thorn", "present", None),
        ("Bree Moss", "present", None),
        ("Cal Bond", "apologies", None),
        ("Hob Lund", "present", "Cathaoirleach"),
        ("Sherri Dunn", "apologies", None),
        ("Tess Birch", "in_attendance", "Senior Executive Officer"),
        ("Una Ash", "in_attendance", "Director Roads Services"),
        ("Yve Fenn", "in_attendance", "Senior Engineer"),
    ]
    assert [owners for _, owners in owned(record)] == [["Tess Birch"]]


def test_a_committee_with_a_letter_in_its_councils_papers(tmp_path: Path) -> None:
    text = COLUMNS.replace(
        "Minutes of meeting of the Roads SPC held on", "b) Roads Policy Committee\ni) Report of Meeting"
    )
    record = record_of(tmp_path, text.replace(" in the Council Chamber", ""))
    assert (record.kind, record.meeting.body, record.meeting.date) == (
        "minutes",
        "Tarnshire County Council Roads Policy Committee",
        "2024-09-02",
    )
