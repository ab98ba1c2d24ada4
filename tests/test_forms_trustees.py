"""How trustees, governors, patient groups and friends write: initials beside notes, posts passed on."""

from __future__ import annotations

from pathlib import Path

from tests.typed import owned, record_of

GOVERNORS = """Moss Lane Primary School Governing Board

Minutes of the meeting held on 3 May 2024

Present: Ann Box (AB), Bob Carr (BC), Cath Dale (CD)

1. Committees

Governors were invited to ask questions on the minutes of the following committees:

Trustees were asked to raise any questions about the accounts.

Governors were asked to raise any questions with the Clerk before the next meeting.

AB agreed to transfer her existing role as link governor to BC.

BC volunteered to take over from Cath Dale as reading governor.

2. Results

Discuss how the figures received from the T&L committee will inform the plan.

BC to write to the county.
"""


def test_questions_asked_there_and_posts_that_change_hands_leave_no_task(tmp_path: Path) -> None:
    record = record_of(tmp_path, GOVERNORS)
    assert owned(record) == [
        ("Governors were asked to raise any questions with the Clerk before the next meeting.", ["Governors"]),
        ("BC to write to the county.", ["Bob Carr"]),
    ]


TRUSTEES = """Moss Wood Trust

Minutes of the meeting held on 3 May 2024

1. Present at meeting: Ann Box/Bob Carr (Co-chairs), Cath Dale (Secretary)

Observing: Ed Gray

2. Paths

The trustees left the report to the Co-chairs, who will circulate the final version.

Trustees who are standing again should prepare a short note by 30 June.

Cath recommended that we should write to Sue Lund to thank her, and the meeting agreed.

Cath suggested that we write to the county.

Silent Auction, AB will finalize the list.

Painting of bins, to be continued.

3. Any other business
"""


def test_trustees_and_what_they_take_on(tmp_path: Path) -> None:
    record = record_of(tmp_path, TRUSTEES)
    assert [(a.name, a.status, a.capacity) for a in record.attendance] == [
        ("Ann Box", "present", "Co-chairs"),
        ("Bob Carr", "present", "Co-chairs"),
        ("Cath Dale", "present", "Secretary"),
        ("Ed Gray", "in_attendance", None),
    ]
    assert [owners for _, owners in owned(record)] == [["Co-chairs"], ["Trustees"], [], ["Ann Box"]]
    assert [action.due.date for action in record.actions] == [None, "2024-06-30", None, None]


NOTES = """                          Minutes of PTA Meeting
                          Thursday 18th April 2024

Present:       Ann Box (AB), Rob Hale (RH), Sue Dean (SD)

    1. Finance

       The balance was read out.

    2. Fair

       Tea stall – confirm whether the teachers can do this and buy cups               AB
       Cakes – possibility that Year 6 could do this stall                             AB/RH
       Raffle – ask the mill for prizes                                                SD
"""


def test_initials_beside_short_notes_own_them(tmp_path: Path) -> None:
    record = record_of(tmp_path, NOTES)
    assert owned(record) == [
        ("Tea stall – confirm whether the teachers can do this and buy cups", ["Ann Box"]),
        ("Cakes – possibility that Year 6 could do this stall", ["Ann Box", "Rob Hale"]),
        ("Raffle – ask the mill for prizes", ["Sue Dean"]),
    ]
    assert all(action.marked for action in record.actions)


KEYS = """Moss Lane PTA

Minutes of the meeting held on 3 May 2024

Ann Box, Chair of the association      AB
Rob Hale, Treasurer of the association RH

1. Fair

AB to book the hall.

2. Sports

RH to find the whistles.
"""


def test_a_key_of_initials_is_no_list_of_tasks(tmp_path: Path) -> None:
    record = record_of(tmp_path, KEYS)
    assert [task for task, _ in owned(record)] == ["AB to book the hall.", "RH to find the whistles."]


PATIENTS = """Moss Wood Patient Group

Minutes of the meeting held on 12 March 2024

Attending; Ann Box (AB), Bob Carr (BC), Cath Dale (CD). Apologies - Neil Holt, Sue Fell. Visitor - Josh Field.

Updates of outstanding action points:

AP108 – Inform those helpers who are required (BC) this was completed Feb 12 - Closed

AP109 – Provide training. (CD / AB) This was carried out Feb 19 - Closed

AP110 – Ask the warden (CD) about the keys (AB)

1. Website

AB made a report to the members present.
"""


def test_initials_before_what_came_of_an_old_action_and_labels_behind_a_list(tmp_path: Path) -> None:
    record = record_of(tmp_path, PATIENTS)
    assert owned(record) == [
        ("Inform those helpers who are required", ["Bob Carr"]),
        ("Provide training.", ["Cath Dale", "Ann Box"]),
        ("Ask the warden (CD) about the keys", ["Ann Box"]),
    ]
    assert {person.name: person.status for person in record.attendance} == {
        "Ann Box": "present",
        "Bob Carr": "present",
        "Cath Dale": "present",
        "Neil Holt": "apologies",
        "Sue Fell": "apologies",
        "Josh Field": "in_attendance",
    }


QUICK = """Moss Users Group Committee Meeting 2024-09-27

We had a quick committee meeting.

Members: Ann Box, Bob Carr

Report on the open day

Ann made a report to members present about the open day.

Server

It was agreed to thank Orla Moss. It was noted that the server is old.
"""


def test_who_made_a_report_makes_no_report_of_the_paper(tmp_path: Path) -> None:
    record = record_of(tmp_path, QUICK)
    assert record.kind == "minutes"


FRIENDS = """Friends of the Moss Library -- Minutes of Meeting

Tuesday, November 13, 2007 at 7:00 PM

Present: Ann Box, Bob Carr, Will Shaw

1. Minutes

Paragraph 3, the words of the Chair to be amended to read: the fair was late.

2. Room

We will keep sharing a room in the mill. Shaw will be returning. It is dear, so we will try to spend less.

We will write to the mill about the rent.
"""


def test_friends_put_minutes_right_and_go_on_as_before(tmp_path: Path) -> None:
    record = record_of(tmp_path, FRIENDS)
    assert record.meeting.body == "Friends of the Moss Library"
    assert owned(record) == [("We will write to the mill about the rent.", [])]
