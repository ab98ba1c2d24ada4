"""Papers of bodies that do not exist, in forms that many bodies use: a short text in, what the record says out."""

from __future__ import annotations

from pathlib import Path

from tests.typed import owned, record_of

BOARD = """TARNBECK WOODS CIC
MINUTES OF BOARD MEETING
Held on Thursday 23rd August 2018
Present: Derek Borle (DB)
Neil Sutton (NS)
Keith Hunt (KH)
Guests: Jane Crosse
1. Apologies
None.
2. Matters Arising
NS reported that the new router was in place. It was agreed to keep the old one as a spare.
Action: DB/NS to contact the supplier of the broadband about the faults in the bar.
KH reported that a surveyor has been found, who will draw up a plan for five years.
Action: KH to bring the plan to the next board meeting with a note of what it would cost.
It was noted that the path along the lake had been mended by the volunteers in July.
Action: KH awaiting replies from the developer and the Land Registry on the boundary.
The accounts to 31 July were received, and the auditor had found them to be in good order.
Date of next meeting: 20th September 2018.
"""


def test_lines_that_are_whole_paragraphs_stay_apart(tmp_path: Path) -> None:
    assert owned(record_of(tmp_path, BOARD)) == [
        ("DB/NS to contact the supplier of the broadband about the faults in the bar.", ["Derek Borle", "Neil Sutton"]),
        ("KH to bring the plan to the next board meeting with a note of what it would cost.", ["Keith Hunt"]),
        ("KH awaiting replies from the developer and the Land Registry on the boundary.", ["Keith Hunt"]),
    ]


CHURCH = """St Oswin's Church, Hartby
Parochial Church Council

Minutes of Meeting held on Thursday 13th June 2019

Present: Rev. Tony Barr (TB), John Bowman (JB), David Tebb-Chapel (DT-C) and Ravi Nathan (RN).

Opening Prayers: Chairman Rev. Tony Barr opened the meeting with prayer at 7.35 pm.

Apologies for Absence: were received from Morag Barr (MB) and from Ann Booth (AB).

1. Minutes
The minutes of 2 May were approved.

2. Church Hall
Wheelchair Ramp – A supplier has been found at a cost of £350. All agreed – action JB.
"""


def test_a_church_council(tmp_path: Path) -> None:
    record = record_of(tmp_path, CHURCH)
    assert [(person.name, person.status) for person in record.attendance] == [
        ("Tony Barr", "present"),
        ("John Bowman", "present"),
        ("David Tebb-Chapel", "present"),
        ("Ravi Nathan", "present"),
        ("Morag Barr", "apologies"),
        ("Ann Booth", "apologies"),
    ]
    assert record.attendance[2].capacity is None
    assert [(owners, action.marked) for (_, owners), action in zip(owned(record), record.actions, strict=True)] == [
        (["John Bowman"], True)
    ]


WELLBEING = """HEALTH AND WELLBEING BOARD

MINUTES OF THE MEETING HELD ON WEDNESDAY 6 NOVEMBER 2024 AT 2.00 PM IN COMMITTEE ROOM 2

Members present:
Cllr Anita Bose (Chair) – Cabinet Member for Adult Social Care
Dr Hugh Pell (Vice-Chair) – Clinical Lead, Marlow Integrated Care Board

Officers and others in attendance:
Sarah Finch, Director of Public Health
Rachel Stone, Consultant in Public Health

24/42 MINUTES AND ACTION TRACKER
The minutes of 4 September 2024 were agreed as an accurate record.

Action 24/36: Rachel Stone had circulated the dental figures. Closed.

24/43 DRUG AND ALCOHOL STRATEGY
Rachel Stone introduced the report.

In response to a question from Councillor Bose, the Director of Public Health confirmed that she would provide a note.

The Board:

a) NOTED progress against the strategy;

b) REQUESTED that a further update come to the March 2025 meeting.

Action: Sarah Finch / March 2025
"""


def test_a_health_and_wellbeing_board(tmp_path: Path) -> None:
    record = record_of(tmp_path, WELLBEING)
    assert [(person.name, person.status, person.capacity) for person in record.attendance] == [
        ("Anita Bose", "present", "Chair"),
        ("Hugh Pell", "present", "Vice-Chair"),
        ("Sarah Finch", "in_attendance", "Director of Public Health"),
        ("Rachel Stone", "in_attendance", "Consultant in Public Health"),
    ]
    assert [(decision.text, decision.outcome) for decision in record.decisions[1:]] == [
        ("NOTED progress against the strategy;", "noted"),
        ("REQUESTED that a further update come to the March 2025 meeting.", "agreed"),
    ]
    assert [(owners, action.carried) for (_, owners), action in zip(owned(record), record.actions, strict=True)] == [
        (["Rachel Stone"], True),
        (["Sarah Finch"], False),
        (["Sarah Finch"], False),
    ]
    assert record.actions[2].task == "REQUESTED that a further update come to the March 2025 meeting."


HOUSING = """CALDER GLEN HOUSING ASSOCIATION LTD

Minute of Meeting of the Board of Management held on Wednesday 24 April 2013 at 6.00pm in the Boardroom

Present: David Grange (Chair), Penny Colburn
In attendance:
Julie Cosser Chief Executive
Andrew Kilbride Asset Management Director

1. Gifts
The Board HOMOLOGATED the decision taken by the Chair to accept the offer of a lamp.

2. Arrears
The Board HELD OVER the write-off of old arrears until more was known.
"""


def test_the_board_of_a_housing_association(tmp_path: Path) -> None:
    record = record_of(tmp_path, HOUSING)
    assert record.meeting.body == "Calder Glen Housing Association Ltd Board of Management"
    assert [(person.name, person.capacity) for person in record.attendance][2:] == [
        ("Julie Cosser", "Chief Executive"),
        ("Andrew Kilbride", "Asset Management Director"),
    ]
    assert [decision.outcome for decision in record.decisions] == ["agreed", "deferred"]


ITEM = """Agenda item

Schools' Forum Work Programme

Meeting of Schools' Forum, Monday 16th June 2025 5.00 pm (Item 9.)

Minutes:

The Chair stated that it was a good time to review the terms of reference.

RESOLVED that

·        A working group be set up to review the terms of reference.

·        Jo Bell to circulate a list of possible dates to members.

·        The vote on the work programme be postponed until the July meeting.
"""


def test_bullets_far_from_their_words_are_parts_of_a_resolution(tmp_path: Path) -> None:
    record = record_of(tmp_path, ITEM)
    assert [(decision.text, decision.outcome) for decision in record.decisions] == [
        ("A working group be set up to review the terms of reference.", "agreed"),
        ("Jo Bell to circulate a list of possible dates to members.", "agreed"),
        ("The vote on the work programme be postponed until the July meeting.", "deferred"),
    ]
    assert owned(record) == [("Jo Bell to circulate a list of possible dates to members.", ["Jo Bell"])]


COMMUNITY = """LOWER TARNBECK COMMUNITY COUNCIL

Minutes of the Ordinary Meeting held at the Memorial Hall, Tarnbeck on Monday 10th July 2023 at 7pm

Present: Cllrs Gwen Parry (Chair), Huw Lloyd, Sian Bevan
County Councillor Emlyn Price
Clerk – Nia Roberts

37/23  Minutes
It was resolved to approve the minutes of 12th June as a true record (prop. Cllr Lloyd, sec. Cllr Bevan).

38/23  Policies
Approved: Behaviour; First Aid; Lettings.

39/23  Schools
NL to provide the figures by year group (by 14 July)
"""


def test_a_community_council(tmp_path: Path) -> None:
    record = record_of(tmp_path, COMMUNITY)
    assert [(person.name, person.status) for person in record.attendance] == [
        ("Gwen Parry", "present"),
        ("Huw Lloyd", "present"),
        ("Sian Bevan", "present"),
        ("Emlyn Price", "present"),
        ("Nia Roberts", "in_attendance"),
    ]
    first, second = record.decisions
    assert (first.mover, first.seconder) == ("Cllr Lloyd", "Cllr Bevan")
    assert second.text == "Approved: Behaviour; First Aid; Lettings."
    assert [str(action.due.date) for action in record.actions] == ["2023-07-14"]


PARISH = """MINUTES of the Parish Council meeting held on 2nd November 2017 at 7.30 pm in Marlow Village Hall.

Present: Cllr P Carver (Chairman), Cllrs S Bright, J Hair, A Watts and R. Morland.

17/18-61: Chairman's remarks: there were no members of the public present.  Chair welcomed all present.

17/18-62: Apologies – Cllr Wendy Fell.

17/18-63: Minutes of the last meeting – Minutes of the meeting held on 5th October were read and accepted.

17/18-64: Action items from the previous meeting:

[a] Crescent Close – matters reported to the district council – Clerk to chase again.

[b] The noticeboard is ready.  Cllr Morland will install.

17/18-65: Highways: Clerk to chase the district council about name plates.
"""


def test_numbers_of_a_year_and_letters_in_square_brackets(tmp_path: Path) -> None:
    record = record_of(tmp_path, PARISH)
    assert [item.number for item in record.items] == ["17/18-61", "17/18-62", "17/18-63", "17/18-64", "17/18-65"]
    assert [person.name for person in record.attendance if person.status == "apologies"] == ["Wendy Fell"]
    assert [(action.minute or action.item, action.carried) for action in record.actions] == [
        ("17/18-64.a", True),
        ("17/18-64.b", True),
        ("17/18-65", False),
    ]
    assert [owners for _, owners in owned(record)] == [["Clerk"], ["R. Morland"], ["Clerk"]]


JOINT_BOARD = """<html><body>
<p>At a MEETING of the DUNMORE HEALTH AND SOCIAL CARE INTEGRATION JOINT BOARD held remotely on 27th October, 2021.</p>
<p>Present:-</p>
<table><tr><td>Members</td><td>Role</td></tr>
<tr><td>Trudy McLEISH (Vice Chairperson)</td><td>Nominated by Health Board (Non-Executive Member)</td></tr>
<tr><td>Lynne SHAW</td><td>Nominated by Dunmore Council (Elected Member)</td></tr></table>
<p>Non-members in attendance at request of Chief Officer:-</p>
<table><tr><td>Jenny HALL</td><td>Head of Health</td></tr>
<tr><td>Arlene MILNE</td><td>Localities Manager</td></tr></table>
<p><b>I APOLOGIES FOR ABSENCE</b></p>
<p>Apologies for absence were submitted on behalf of:-</p>
<table><tr><td>Members</td><td>Role</td></tr>
<tr><td>Anne BUCHAN</td><td>Nominated by Health Board</td></tr></table>
<p><b>II DECLARATION OF INTEREST</b></p><p>There were no declarations of interest.</p>
<p><b>III PERFORMANCE REPORT</b></p>
<p>(a) The Action Tracker (AB60-2021) was submitted and noted.</p>
<p>(b) The Joint Board RECEIVED and NOTED the finance report.</p>
</body></html>
"""


def test_a_joint_board_of_the_north(tmp_path: Path) -> None:
    record = record_of(tmp_path, JOINT_BOARD, "minutes.html")
    assert [(person.name, person.status) for person in record.attendance] == [
        ("Trudy McLEISH", "present"),
        ("Lynne SHAW", "present"),
        ("Jenny HALL", "in_attendance"),
        ("Arlene MILNE", "in_attendance"),
        ("Anne BUCHAN", "apologies"),
    ]
    assert [(item.number, item.title) for item in record.items] == [
        ("I", "APOLOGIES FOR ABSENCE"),
        ("II", "DECLARATION OF INTEREST"),
        ("III", "PERFORMANCE REPORT"),
    ]
    assert [(decision.text, decision.outcome) for decision in record.decisions] == [
        ("The Action Tracker (AB60-2021) was submitted and noted.", "noted"),
        ("The Joint Board RECEIVED and NOTED the finance report.", "noted"),
    ]


COLUMNS = """<html><body><h1>Tideway Credit Union Board minutes</h1>
<p>Held on 11 September 2023</p>
<p>Present: Gail Moss (GM, Chair), Andy Rigg (AR)</p>
<p>In attendance: Sam Nott (SN), Kit Bray (KB)</p>
<p>Sorry: Des Farr</p>
<table><tr><th>Item</th><th>Discussion and decisions</th><th>Action / Owner / Deadline</th></tr>
<tr><td>1. Minutes of 10 July</td><td>Approved with one correction to item 5.</td>
<td>KB to amend and publish – 15 Sept</td></tr>
<tr><td>2. CEO report</td><td>SN presented it. The Board is RECOMMENDED to look at arrears.</td>
<td>SN to provide a breakdown of arrears – next meeting</td></tr>
<tr><td>3. Loan policy</td><td>The policy was approved. Accounts accepted nem con.</td>
<td>Circulate to staff – SN – 22 Sept<br/>Update website – KB – 1 Oct</td></tr></table>
</body></html>
"""


def test_a_column_of_actions_whose_rows_end_with_who_and_when(tmp_path: Path) -> None:
    record = record_of(tmp_path, COLUMNS, "minutes.html")
    assert [(person.name, person.status, person.capacity) for person in record.attendance] == [
        ("Gail Moss", "present", "Chair"),
        ("Andy Rigg", "present", None),
        ("Sam Nott", "in_attendance", None),
        ("Kit Bray", "in_attendance", None),
        ("Des Farr", "apologies", None),
    ]
    owners = [owners for _, owners in owned(record)]
    told = list(zip(owners, (str(a.due.date or a.due.text) for a in record.actions), strict=True))
    assert told == [
        (["Kit Bray"], "2023-09-15"),
        (["Sam Nott"], "next meeting"),
        (["Sam Nott"], "2023-09-22"),
        (["Kit Bray"], "2023-10-01"),
    ]
    assert [decision.text for decision in record.decisions] == [
        "Approved with one correction to item 5.",
        "The policy was approved.",
        "Accounts accepted nem con.",
    ]


NOTES = """<html><body><h1>Scrutiny Panel – Adult Services</h1>
<p>Notes of the meeting held on Thursday 3 October 2019, 6pm</p>
<p>Members: Anne Pole (Chairman), Bill Quick</p>
<p>Officers: Emma Tull (Lead Officer), Frank Unwin (Secretary)</p>
<p>Apologies: Mr P Kerr – accepted; Mrs V Lane</p>
<p><b>1. Notes of the last meeting</b></p><p>Agreed, with the addition of Bill to those present.</p>
<p><b>2. Day services</b></p><p>Emma gave a talk.</p>
<p><b>AP1:</b> Frank Unwin to write to the carers</p><p><b>AP2:</b> All – send Emma their questions by Christmas</p>
<p><b>3. Next meeting</b></p><p>16 January 2020.</p>
</body></html>
"""


def test_action_points_by_number(tmp_path: Path) -> None:
    record = record_of(tmp_path, NOTES, "notes.html")
    assert record.meeting.body == "Scrutiny Panel – Adult Services"
    assert [decision.text for decision in record.decisions] == ["Agreed, with the addition of Bill to those present."]
    assert [(owners, action.marked) for (_, owners), action in zip(owned(record), record.actions, strict=True)] == [
        (["Frank Unwin"], True),
        (["All"], True),
    ]
