"""Papers of invented boards of hospitals, schools and trusts: keys behind posts, groups, who is asked what."""

from __future__ import annotations

from pathlib import Path

from tests.typed import owned, record_of

HOSPITAL = """Minutes of the Board of Directors meeting held on

4 May 2021

Present voting:

Sian Bale Chairman SB

Kate Grove Chief Executive KG

Duncan Birtle Director of Nursing and Patient Care DB

Jo McCrae Medical Director from item 6 JMc

Present non-voting:

Terry Robb Director of Workforce TR

In attendance:

Deborah Lawton Company Secretary & Head of Corporate Affairs DL

Lisa Wardle Head of News LW

Claire Wren

Senior Sister Isabel Ward CW

Dennis Dow Public Governor – Kingsmead DD

1. Welcome

The Chair welcomed all.

2. Papers

DL to send the papers to TR.
"""


def test_the_key_closes_each_line_behind_the_post(tmp_path: Path) -> None:
    record = record_of(tmp_path, HOSPITAL)
    assert [(p.name, p.status, p.capacity) for p in record.attendance] == [
        ("Sian Bale", "present", "Chairman"),
        ("Kate Grove", "present", "Chief Executive"),
        ("Duncan Birtle", "present", "Director of Nursing and Patient Care"),
        ("Jo McCrae", "present", "Medical Director from item 6"),
        ("Terry Robb", "present", "Director of Workforce"),
        ("Deborah Lawton", "in_attendance", "Company Secretary & Head of Corporate Affairs"),
        ("Lisa Wardle", "in_attendance", "Head of News"),
        ("Claire Wren", "in_attendance", "Senior Sister Isabel Ward"),
        ("Dennis Dow", "in_attendance", "Public Governor – Kingsmead"),
    ]
    assert owned(record) == [("DL to send the papers to TR.", ["Deborah Lawton"])]


PARENTS = """Minutes of Harrowdale Primary School Parent Council meeting held on 18 November 2024

Present:
Linda Blake Chair
Cathy Diamond Year Group Representative P1
Tim Lawes Colne Amenities Association Representative
Avril Beech Year Group Representative P4

In attendance:
Peter Gorse new Acting Headteacher (from 01.12.24)
Laura Ram Headteacher

1. Fun run

The Council had looked at a request for medals that were to be given to children at the end.
"""


def test_a_body_in_the_post_is_no_part_of_the_name(tmp_path: Path) -> None:
    record = record_of(tmp_path, PARENTS)
    assert [(p.name, p.capacity) for p in record.attendance] == [
        ("Linda Blake", "Chair"),
        ("Cathy Diamond", "Year Group Representative P1"),
        ("Tim Lawes", "Colne Amenities Association Representative"),
        ("Avril Beech", "Year Group Representative P4"),
        ("Peter Gorse", "new Acting Headteacher"),
        ("Laura Ram", "Headteacher"),
    ]
    assert not record.actions


def test_patients_by_letters_among_staff_by_name(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Fernside Patient Group\n\nMinutes of the meeting held on 11 March 2024\n\n"
        "Attending: Donna Ayres (Practice Manager), Karen Park (GP), HS (Patient), VK (Patient), WL (Patient)\n\n"
        "1. Survey\n\nThe results were discussed.\n",
    )
    assert [(p.name, p.capacity) for p in record.attendance] == [
        ("Donna Ayres", "Practice Manager"),
        ("Karen Park", "GP"),
        ("HS", "Patient"),
        ("VK", "Patient"),
        ("WL", "Patient"),
    ]


TRUST = """Harrowdale Learning Trust: Local Governing Board

Minutes of the meeting held on 14 November 2024

Present: Alison Wood, Hazel Bank, Chris Edge

1. Appointment of Chair

Governors were asked to agree how the Chair would be elected. Governors were also asked to appoint a Chair to serve
to the summer term. Because two members were away, Governors felt that it would be better to defer the appointment
to the next meeting.

2. Members

Objective: the Board will recruit from every part of the town.

Where there is a vacancy we will seek somebody from the north ward.

It was agreed at the trust's main meeting on 16 October that places would be advertised.
"""


def test_what_the_board_was_asked_to_decide_is_no_task(tmp_path: Path) -> None:
    record = record_of(tmp_path, TRUST)
    assert [(d.minute or d.item, d.outcome) for d in record.decisions] == [("1", "deferred")]
    assert not [action.task for action in record.actions if action.item != "2"]
    assert not [owner.name for action in record.actions for owner in action.owners]


REPORTS = """# Moor Parent Council

Minutes of the meeting held on 14 November 2024

Present: Rachel Bee, Derek Dunn

1. Welcome

The Chair opened the meeting.

2. Reports

  • Survey results to be shared with parents
  • Carpets in all rooms have been renewed
  • Derek Dunn to price the paint
"""


def test_bullets_typed_with_a_sign_are_lines_of_their_own(tmp_path: Path) -> None:
    assert owned(record_of(tmp_path, REPORTS, name="minutes.md")) == [
        ("Survey results to be shared with parents", []),
        ("Derek Dunn to price the paint", ["Derek Dunn"]),
    ]


TENANTS = """Moor Area Panel

17/8/2024 2PM

Residents: Anne Tisdall, Joe Mackie, Roy Crowe
Councillors: Cllr Allcote (Chair), Cllr Barnes
Officers: Janet Dowd, Grant Ritson

2. Repairs

2.1 Grant Ritson stated that he can provide a written response to Roy.

a. ACTION – Grant Ritson to provide a written response to Roy regarding the gutters.

2.2 Janet Dowd said that she would look into this.

a. ACTION – Janet Dowd to give the dates of the inspections.
"""


def test_residents_are_a_panels_members_and_what_is_said_and_then_marked_is_one_action(tmp_path: Path) -> None:
    record = record_of(tmp_path, TENANTS)
    assert {p.name for p in record.attendance if p.status == "present"} == {
        "Anne Tisdall",
        "Joe Mackie",
        "Roy Crowe",
        "Allcote",
        "Barnes",
    }
    assert owned(record) == [
        ("Grant Ritson to provide a written response to Roy regarding the gutters.", ["Grant Ritson"]),
        ("Janet Dowd to give the dates of the inspections.", ["Janet Dowd"]),
    ]


def test_residents_behind_the_members_are_guests(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Moor Parish Council\n\nMinutes of the meeting held on 4 June 2024\n\n"
        "Present: Cllr Ann Marlow, Cllr Sam Reed\n\n"
        "Residents: Joe Mackie, Roy Crowe\n\n1. Minutes\n\nThe minutes were agreed.\n",
    )
    assert [(p.name, p.status) for p in record.attendance if "C" in p.name or "k" in p.name] == [
        ("Joe Mackie", "in_attendance"),
        ("Roy Crowe", "in_attendance"),
    ]


SHEET = """<html><body><h1>Moor Area Panel Actions List</h1>
<table><tr><td>Area</td><td>Date Raised</td><td>Action</td><td>Officer</td><td>Response</td></tr>
<tr><td>West</td><td>March 2024 Area Panel</td><td>Price the taps for the gardens.</td>
<td><p>Rob Kealey</p><p>Justine Hale</p><p>Janet Dowd</p></td><td>Ongoing</td></tr>
<tr><td>West</td><td>June 2024 Area Panel</td><td>Mend the lift.</td>
<td><p>Rob Kealey</p><p>SR</p></td><td>Complete</td></tr>
</table></body></html>
"""


def test_each_line_of_a_cell_may_name_an_owner(tmp_path: Path) -> None:
    record = record_of(tmp_path, SHEET, name="actions.html")
    assert (record.kind, record.meeting.date) == ("action-sheet", None)
    assert owned(record) == [
        ("Price the taps for the gardens.", ["Rob Kealey", "Justine Hale", "Janet Dowd"]),
        ("Mend the lift.", ["Rob Kealey", "SR"]),
    ]


SENATE = """COMMITTEE:           Committee on Rooms

MEETING DATE:    Tuesday August 31, 2024  at  3:00pm

PERSON PRESIDING:      Cathy Rigg

REGULAR MEMBERS IN ATTENDANCE:     Cathy Rigg, Meg Bauer, Enrico Reyes

OTHERS IN ATTENDANCE:   Lori Lee

Agenda Item 1:  Rooms

Terms to do with land are no matter of ours. Meg asks that the bids be reviewed from the Fair Fund and Hot Lunch to see
what is left.

Agenda Item 2:  The year

Members agreed on the following as actions to be taken this year:

·         Address the free places on the board.

·         Discuss the charges of both committees.
"""


def test_a_form_of_a_senates_committee(tmp_path: Path) -> None:
    record = record_of(tmp_path, SENATE)
    assert [(p.name, p.status, p.capacity) for p in record.attendance] == [
        ("Cathy Rigg", "present", "Chair"),
        ("Meg Bauer", "present", None),
        ("Enrico Reyes", "present", None),
        ("Lori Lee", "in_attendance", None),
    ]
    assert not [action for action in record.actions if action.owners]
    assert [action.task for action in record.actions if action.item == "2"] == [
        "Address the free places on the board.",
        "Discuss the charges of both committees.",
    ]


def test_a_motion_behind_its_topic_and_a_resolution_below_a_list(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Moor Library Trustees\n\nMinutes of the meeting held on 4 June 2024\n\nPresent: Dan Marsh, Paul Elder\n"
        "Also Attending\nMr J Logan – Head of Housing Services\nMrs D Allen – Housing Services\n"
        "RESOLVED that Dan Marsh be elected as Chair until the first meeting of\nthe next year.\n\n"
        "1. Minutes\n\nMinutes for 8 May – Motion to approve by Dan, seconded by Paul, all aye.\n",
    )
    assert [(d.outcome, d.text) for d in record.decisions] == [
        ("elected", "RESOLVED that Dan Marsh be elected as Chair until the first meeting of the next year."),
        ("agreed", "Minutes for 8 May – Motion to approve by Dan, seconded by Paul, all aye."),
    ]


STUDENTS = """HARROWDALE TRUSTEE BOARD MEETING

The Minutes of the Trustee Board meeting held on Monday, 5 August 2024, at 6.00pm in Room 9.

Present:
Lauren Rame, Sabbatical Trustee (Chair)
Jodie White, Sabbatical Trustee
Chris Dale, Sabbatical Trustee
David Super – Democracy Officer [DS]
Iris Enang, Student Trustee

1. Accounts

These were signed off by chair’s action to be sent to the regulator by 31st May.

Training for next year’s team would cover this and DS said that he would not walk away from it.

CD asked for an update on the space campaign. David updated the group.

2. Papers

The Chair asked members to determine if they wished any paper to be private.

It was agreed to apply to the Harrow Fund for a grant to build a shed.

ACTION: DS to write the bid.
"""


def test_posts_keep_their_last_word_and_chairs_action_owns_nothing(tmp_path: Path) -> None:
    record = record_of(tmp_path, STUDENTS)
    assert [(p.name, p.capacity) for p in record.attendance] == [
        ("Lauren Rame", "Sabbatical Trustee (Chair)"),
        ("Jodie White", "Sabbatical Trustee"),
        ("Chris Dale", "Sabbatical Trustee"),
        ("David Super", "Democracy Officer"),
        ("Iris Enang", "Student Trustee"),
    ]
    assert owned(record) == [
        ("It was agreed to apply to the Harrow Fund for a grant to build a shed.", []),
        ("DS to write the bid.", ["David Super"]),
    ]


MUSEUM = """# Quay Museum Trust

Summary of meeting held on 15 October 2024 via Zoom

Present: Robert Pole (chair), Pamela Mast (PM), Jacqui Griff (JG), Laksh Said (LS)

Apologies Ruth Bryce (RB) (joined the meeting later)

  • Trustee Jacqui Griff has been appointed as Company Secretary (All)
  • Cash at bank is low but this includes some restricted funds (RP)
  • A workshop to progress the business plan to be held in December (LS)
  • PM thanked LS for all her efforts this year
  • Supper to be held on site – to be confirmed (JG/PM)
"""


def test_bullets_below_the_apologies_tell_what_was_said(tmp_path: Path) -> None:
    record = record_of(tmp_path, MUSEUM, name="minutes.md")
    assert [(p.name, p.status) for p in record.attendance] == [
        ("Robert Pole", "present"),
        ("Pamela Mast", "present"),
        ("Jacqui Griff", "present"),
        ("Laksh Said", "present"),
        ("Ruth Bryce", "apologies"),
    ]
    assert [(action.task[:8], [owner.name for owner in action.owners]) for action in record.actions] == [
        ("A worksh", ["Laksh Said"]),
        ("Supper t", ["Jacqui Griff", "Pamela Mast"]),
    ]
    assert not [decision for decision in record.decisions if decision.mover]


SCHOOL = """<html><body>
<p>Trust, Courage, Kindness, Hope, Care</p>
<p>Resources Sub Committee Meeting</p>
<p>Minutes of the meeting held on 1 October 2024</p>
<p>Present: Nicki Broome (NB), Julie Wall (JW), Gillian Knott (GK)</p>
<p>Ahead of the meeting, GK gave an overview of a course that she attended. ACTION (1) – GK to forward the slides.</p>
<p>1. Matters arising</p>
<table><tr><td></td><td>Action detail</td><td></td></tr>
<tr><td>1</td><td>File the report in the school office - ACTIONED</td><td>JW</td></tr>
<tr><td>2</td><td>Ensure that the school's site is up to date</td><td>NB</td></tr></table>
<p>2. Policies</p>
<p>The terms were agreed. The hut requires a last coat of paint to be completed.</p>
<p>Action: Recommend Terms of Reference to be adopted by the full board</p>
<p>The lamps are out.</p>
<p>ACTION: Contact Highways</p>
<p>NB proposed, and the Board agreed, that she should write to the county to ask for news of the lease.</p>
<p>The skip must go by next week, JW agreed and would make the arrangements.</p>
</body></html>
"""


def test_verbs_own_nothing_and_letters_behind_tasks_do(tmp_path: Path) -> None:
    record = record_of(tmp_path, SCHOOL, name="minutes.html")
    assert [action.status for action in record.actions[:2]] == ["completed", "open"]
    assert record.meeting.body == "Resources Sub Committee"
    assert [(task[:24], owners) for task, owners in owned(record)] == [
        ("File the report in the s", ["Julie Wall"]),
        ("Ensure that the school's", ["Nicki Broome"]),
        ("GK to forward the slides", ["Gillian Knott"]),
        ("Recommend Terms of Refer", []),
        ("Contact Highways", []),
        ("NB proposed, and the Boa", ["Nicki Broome"]),
        ("The skip must go by next", ["Julie Wall"]),
    ]


CENTRE = """MOOR COMMUNITY SPORTS CENTRE
Registered Charity No. 100200
Minutes of the Trustees Meeting – 25th July 2024.
Those Present:
Jon leary (JL), Tom Tapper (TT).Angela Zeal (AZ), Jo Small (JS) and Rob Driver (RD)
1. ELECTION OF SECRETARY
Tony Chown volunteered to take on this role.
2. LAMPS
New bulbs are needed (Jo sorting). Jo will get a price for the lamps.
ACTION 2407-B1.1 All to offer thoughts on the lamps

The firm spoke of the lamps and of what it had done.
ACTION 2407-B1.2 TT/RD will drive the work

Allocate Actions

Rob Driver to pay the cheque in.

Outstanding Actions

Tom Tapper to find out how the match went. Ongoing.
"""


def test_small_surnames_short_given_names_and_lists_of_actions_by_name(tmp_path: Path) -> None:
    record = record_of(tmp_path, CENTRE)
    assert record.meeting.body == "Moor Community Sports Centre Trustees"
    assert [p.name for p in record.attendance] == ["Jon leary", "Tom Tapper", "Angela Zeal", "Jo Small", "Rob Driver"]
    assert [(a.task, [o.name for o in a.owners], a.marked, a.carried) for a in record.actions] == [
        ("New bulbs are needed (Jo sorting).", ["Jo Small"], False, False),
        ("Jo will get a price for the lamps.", ["Jo Small"], False, False),
        ("All to offer thoughts on the lamps", ["All"], True, False),
        ("TT/RD will drive the work", ["Tom Tapper", "Rob Driver"], True, False),
        ("Rob Driver to pay the cheque in.", ["Rob Driver"], True, False),
        ("Tom Tapper to find out how the match went.", ["Tom Tapper"], True, True),
    ]


EASY = """Green Local Group

Thursday 9 December 2024, Moor Centre, Love Lane

People who were there: Flora Gale (county), Anita Usher (carer), Jo Gush (Moor day service)

People who could not come: Dan Stone (county)

Minutes approved

Matters arising

The leaflet is almost ready. Flora to print it.
"""


def test_minutes_in_plain_words_say_who_was_there(tmp_path: Path) -> None:
    record = record_of(tmp_path, EASY)
    assert (record.kind, record.meeting.date) == ("minutes", "2024-12-09")
    assert [(p.name, p.status) for p in record.attendance] == [
        ("Flora Gale", "present"),
        ("Anita Usher", "present"),
        ("Jo Gush", "present"),
        ("Dan Stone", "apologies"),
    ]
    assert owned(record) == [("Flora to print it.", ["Flora Gale"])]
