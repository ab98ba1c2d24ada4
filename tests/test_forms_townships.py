"""Minutes of parishes, cemetery commissions and townships that do not exist: lists run on, marks, motions."""

from __future__ import annotations

from pathlib import Path

from tests.typed import owned, record_of

RUN_ON = """Elmcote Parish Council
Minutes of a meeting held on Tuesday 10th August 2021 at the Methodist Hall
Present: Chairman: Cllr Mrs Boxall Councillors: Marlow, Tarnby, Kendrick Clerk: Mrs Holt Members of public: 3
1. Welcome
The Chairman welcomed all.
2. Apologies – Cllrs Mrs Lund, Senby
"""


def test_labels_that_stand_in_one_row(tmp_path: Path) -> None:
    record = record_of(tmp_path, RUN_ON)
    assert [(person.name, person.status, person.capacity) for person in record.attendance] == [
        ("Boxall", "present", "Chair"),
        ("Marlow", "present", None),
        ("Tarnby", "present", None),
        ("Kendrick", "present", None),
        ("Holt", "in_attendance", "Clerk"),
        ("Lund", "apologies", None),
        ("Senby", "apologies", None),
    ]


ALLOTMENTS = """Tarn Allotments Association
Minutes of the committee meeting held on the 4th September 2010 at the Pavilion
Committee Members Present, Chairman Barry Ash, Treasurer Norah Box, Site Secretary Robin Holt, and Audrey Lund.
1 Main Gate
1-1 The gate was left open.
1-2 Norah to apologise to the plot holders for the noise.
2 Shed
2-1 The shed was painted.
2-2 The roof is dry.
3 Water
3-1 Nothing to report.
"""


def test_members_present_with_their_posts_in_front(tmp_path: Path) -> None:
    record = record_of(tmp_path, ALLOTMENTS)
    assert [(person.name, person.capacity) for person in record.attendance] == [
        ("Barry Ash", "Chairman"),
        ("Norah Box", "Treasurer"),
        ("Robin Holt", "Site Secretary"),
        ("Audrey Lund", None),
    ]
    assert [owners for _, owners in owned(record)] == [["Norah Box"]]


def test_first_names_in_the_title_of_apologies(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "MINUTES OF THE COMMITTEE MEETING HELD ON 19th August 2021 in the Village Hall\n"
        "1.PRESENT: Roy, Carol, Roger, Syd, and Sarah\n2.Apologies:John, Helen\n3.Matters Arising\nNone.\n",
    )
    assert [person.name for person in record.attendance if person.status == "apologies"] == ["John", "Helen"]


COMMISSION = """Hartby Cemetery Commission
Minutes of the meeting held on 5 May 2021
Present: Ethel Lund, Ben Tarn, D.Forster L. Holgate
1/ Minutes
Lund moved, Tarn seconded the motion to approve the minutes of 8 June.
2/ Burials
Tarn moved and Lund seconded a motion that we charge a fee of $100.
3/ Brochure
We reviewed the brochure and authorized Ethel to go ahead and have 100 copies made.
Because only three members had come, this Hearing was moved to July 24, 2021 at 8:30 PM.
"""


def test_a_cemetery_commission(tmp_path: Path) -> None:
    record = record_of(tmp_path, COMMISSION)
    assert [person.name for person in record.attendance] == ["Ethel Lund", "Ben Tarn", "D.Forster", "L. Holgate"]
    assert [(item.number, item.title) for item in record.items] == [
        ("1", "Minutes"),
        ("2", "Burials"),
        ("3", "Brochure"),
    ]
    assert [(decision.item, decision.outcome, decision.mover, decision.seconder) for decision in record.decisions] == [
        ("1", "agreed", "Lund", "Tarn"),
        ("2", "agreed", "Tarn", "Lund"),
        ("3", "agreed", None, None),
        ("3", "deferred", None, None),
    ]


TOWNSHIP = """Minutes of the Elmcote Township Council
held in the Guildhall, Elmcote, Monday 5 September 2022
Present: Cllr A Reedman, Cllr B Holt, Cllr C Ash
1. Agenda
Moved by Reedman, Seconded by Holt
Be it resolved that the agenda be adopted.
Carried.
2. Thanks
Cllr Holt requested that her thanks be recorded in the minutes.
Cllr Ash will write to Mr Dale, as he could not be present this evening.
"""


def test_a_resolution_below_its_seconder(tmp_path: Path) -> None:
    record = record_of(tmp_path, TOWNSHIP)
    assert record.meeting.venue == "Guildhall, Elmcote"
    assert [(decision.mover, decision.seconder) for decision in record.decisions] == [("Reedman", "Holt")]
    assert owned(record) == [("Cllr Ash will write to Mr Dale, as he could not be present this evening.", ["C Ash"])]
    assert record.actions[0].due.text is None


BURIALS = """Elmcote Town Council
Minutes of the Burial Committee held on Friday 13 February 2015
Present:
Councillor M Marlow-Senby, Chairman
Councillors P Nortby and J Sandby
Rev’d Father Terry Bardby
Parish Clerk
17/15/BC Apologies
None.
18/15/BC Gates
RESOLVED: That the Clerk ask three firms for prices, the works to start not before September.
19/15/BC Walls
Councilor Nortby will write to the owner.
"""


def test_an_unnamed_clerk_below_a_vicar(tmp_path: Path) -> None:
    record = record_of(tmp_path, BURIALS)
    assert [person.name for person in record.attendance] == ["M Marlow-Senby", "P Nortby", "J Sandby", "Terry Bardby"]
    assert record.attendance[-1].capacity is None
    assert [(item.number, item.title) for item in record.items] == [
        ("17/15/BC", "Apologies"),
        ("18/15/BC", "Gates"),
        ("19/15/BC", "Walls"),
    ]
    assert [(owners, action.due.text) for (_, owners), action in zip(owned(record), record.actions, strict=True)] == [
        (["Clerk"], None),
        (["P Nortby"], None),
    ]


COUNTY = """COUNTY OF ELMCOTE
MINUTES OF COUNCIL MEETING
March 24, 2011
I. MINUTES
MOVED BY COUNCILLOR A. EASTBY that the minutes be adopted.
MOTION CARRIED
II. POST AGENDA ITEMS
The Reeve called for items.
III. ADOPTION OF AGENDA
MOVED BY COUNCILLOR B. NORTBY that the agenda be adopted.
MOTION CARRIED
IV. BYLAWS
MOVED BY COUNCILLOR B. NORTBY that the bylaw be given its first reading.
MOTION CARRIED
"""


def test_motion_carried_is_no_item(tmp_path: Path) -> None:
    record = record_of(tmp_path, COUNTY)
    assert [item.title for item in record.items] == ["MINUTES", "POST AGENDA ITEMS", "ADOPTION OF AGENDA", "BYLAWS"]
    assert [(decision.item, decision.outcome) for decision in record.decisions] == [
        ("I", "agreed"),
        ("III", "agreed"),
        ("IV", "agreed"),
    ]


def test_the_public_stands_between_a_member_and_the_clerk(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "ELMCOTE PARISH COUNCIL\nMINUTES OF THE MEETING HELD ON MONDAY 14 NOVEMBER 2011\n"
        "1. PRESENT\nCllrs Brownby, Edmondby, Cllr Mrs Lazarby, Mrs Towelby, 7 members of the public, Parish Clerk,\n"
        "2. APOLOGIES\nCllr Hyttenby\n3. MINUTES\nAgreed as a true record\n",
    )
    assert [(person.name, person.status, person.capacity) for person in record.attendance if "Tow" in person.name] == [
        ("Towelby", "present", None)
    ]


def test_who_joined_by_zoom_is_not_absent(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Elmcote Selectboard\nMinutes of the meeting of September 14th, 2023\n"
        "Present: Angela Sandby, Katy Johnby-Ash.\nAbsent: Mike Patby and Ann Golby.\n\n"
        "Zoom: Jay Wilby (Road Foreman).\n\nBids\nJay Wilby reported on the bids.\n",
    )
    assert [(person.name, person.status) for person in record.attendance] == [
        ("Angela Sandby", "present"),
        ("Katy Johnby-Ash", "present"),
        ("Mike Patby", "absent"),
        ("Ann Golby", "absent"),
        ("Jay Wilby", "in_attendance"),
    ]
