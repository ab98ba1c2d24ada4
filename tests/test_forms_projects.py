"""Papers of bodies that do not exist, as projects, standards groups, home owners and library boards write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.record import Record
from tests.typed import owned, record_of


def _record(folder: Path, text: str, name: str = "notes.md") -> Record:
    return record_of(folder, text, name)


HEAD = """# Mill Lane Working Group

Minutes of the meeting held on 5 May 2021

Present: Ann Lund, Bo Ash, Cal Elm (Chair)

## Notes

"""


def test_boxes_beside_names_are_who_came(tmp_path: Path) -> None:
    text = """# MLP meeting 2021-05-06

### Attendees:

Members:

* [x] Ann Lund, Mill Lane Pictures
* [ ] Bo Ash, Low Works
* [x] Cal Elm (_Chair_), High Studio

Additional attendees:

* [x] Dora Holt, Tarn

### Notes

* Fees
  - **Action**: CE to turn the domain over
* [ ] For Ann: print the forms
* [x] Bo: ask the printer about paper
"""
    record = _record(tmp_path, text)
    assert record.meeting.body == "MLP"
    assert [(person.name, person.status) for person in record.attendance] == [
        ("Ann Lund", "present"),
        ("Bo Ash", "absent"),
        ("Cal Elm", "present"),
        ("Dora Holt", "in_attendance"),
    ]
    assert [(action.owners[0].name, action.status) for action in record.actions] == [
        ("Cal Elm", "open"),
        ("Ann Lund", "open"),
        ("Bo Ash", "completed"),
    ]


def test_one_given_name_among_whole_names(tmp_path: Path) -> None:
    people = "* Ann Lund\n* Bo Ash\n* Dorian\n* Cal Elm\n"
    text = f"# Mill call notes, 5 May 2021\n\n## Attendees\n\n{people}\n## Notes\n\n* None\n"
    names = [person.name for person in _record(tmp_path, text).attendance]
    assert names == ["Ann Lund", "Bo Ash", "Dorian", "Cal Elm"]


@pytest.mark.parametrize(
    ("said", "tasks"),
    [
        (
            "Ann said that she had an action item to discuss with Walt B., the forms leader to provide the forms.",
            ["Ann Lund"],
        ),
        ("ACTION, Bo: Get a quote for rocks before the fair.", ["Bo Ash"]),
        ("The Group asked that the management company request prices.", ["management company"]),
        ("The Mayor and the County Board will hold public hearings on the budget.", None),
    ],
)
def test_who_has_the_task(tmp_path: Path, said: str, tasks: list[str] | None) -> None:
    got = [owners for _, owners in owned(_record(tmp_path, HEAD + said + "\n"))]
    assert got == ([tasks] if tasks is not None else [])


@pytest.mark.parametrize(
    "said",
    [
        "A motion was made to approve the notes. The motion was seconded and the group voted unanimously to approve.",
        "Ann nominated Bo for scribe. This passed by voice vote without objections.",
    ],
)
def test_a_vote_closes_the_words_before_it(tmp_path: Path, said: str) -> None:
    (decision,) = _record(tmp_path, HEAD + said + "\n").decisions
    assert decision.text == said


def test_no_quorum_decides_nothing(tmp_path: Path) -> None:
    said = "In the end, it was determined that no quorum existed, so they could not call a vote.\n"
    assert not _record(tmp_path, HEAD + said).decisions


def test_days_by_numbers_follow_days_in_words(tmp_path: Path) -> None:
    text = """Mill Lane Library
Minutes of the meeting on May 6, 2021
Present: Ann Lund, Bo Elm

1. Fair
The fair was held on 04/05/2021. The next one is on April 2, 2022.
ACTION: Ann to mail the forms by 06/07/2021.
"""
    record = _record(tmp_path, text, "library.txt")
    assert [mention.value for mention in record.dates] == ["2021-05-06", "2021-04-05", "2022-04-02", "2021-06-07"]
    assert record.actions[0].due.date == "2021-06-07"
    british = _record(
        tmp_path, text.replace("May 6, 2021", "6 May 2021").replace("April 2, 2022", "2 April 2022"), "parish.txt"
    )
    assert british.actions[0].due.date == "2021-07-06"


def test_people_of_a_sentence_under_their_label(tmp_path: Path) -> None:
    text = """Unofficial Minutes of the Board of Trustees
May 9, 2021

ATTENDING: Ann Lund, Bo Ash, and Cal Elm were present. Also present were Dora Holt, Library Director, and Kit Reed.
MINUTES: The April minutes were approved.
The library will be closed on May 17 from 2:00 – 5:00 p.m. for training.
"""
    record = _record(tmp_path, text, "library.txt")
    assert record.meeting.body == "Board of Trustees"
    assert record.meeting.end is None
    assert [(person.name, person.status) for person in record.attendance] == [
        ("Ann Lund", "present"),
        ("Bo Ash", "present"),
        ("Cal Elm", "present"),
        ("Dora Holt", "in_attendance"),
        ("Kit Reed", "in_attendance"),
    ]


def test_names_and_present_without_a_verb(tmp_path: Path) -> None:
    text = """June 2021
Meeting of the Mill Lane Library
June 10, 2021 at 5:00 pm

1. Call to Order/Roll Call
Meeting called to order at 5:05. Lund, Ash, Holt & Reed present.
2. Approval of Agenda
Motion to approve by Lund, seconded Holt, approved unanimously.
"""
    names = [person.name for person in _record(tmp_path, text, "library.txt").attendance]
    assert names == ["Lund", "Ash", "Holt", "Reed"]


@pytest.mark.parametrize(
    "said",
    [
        "Moved by Bo to table the request. Motion died for lack of a second.",
        "Bo moved to sell the truck. The motion lapsed for want of a seconder.",
    ],
)
def test_a_motion_that_nobody_seconds_was_never_put(tmp_path: Path, said: str) -> None:
    assert not _record(tmp_path, HEAD + said + "\n").decisions


def test_who_moved_stands_above_the_motion(tmp_path: Path) -> None:
    said = (
        "The April notes were approved.\n\nAnn Lund made a motion, seconded by Bo Ash:\n\n"
        "MOTION: THAT THE MILL LANE GROUP APPROVE THE BILLS, SUBJECT TO AUDIT.\n\nThe motion passed unanimously.\n\n"
        "- Fees: Cal was away. A motion to approve the list of checks was made and approved 5-0.\n"
    )
    notes, bills, checks = _record(tmp_path, HEAD + said).decisions
    assert (notes.mover, notes.seconder) == (None, None)
    assert bills.text == "MOTION: THAT THE MILL LANE GROUP APPROVE THE BILLS, SUBJECT TO AUDIT."
    assert (bills.mover, bills.seconder) == ("Ann Lund", "Bo Ash")
    assert checks.text == "A motion to approve the list of checks was made and approved 5-0."


def test_a_vote_told_after_its_motion_is_no_decision_of_its_own(tmp_path: Path) -> None:
    said = (
        "Moved by Ann, seconded by Bo, to direct staff to prepare a report on parking.\n"
        "Vote on Motion: 2-1. Voting aye: Ann, Bo. Voting nay: Cal. Motion declared carried.\n"
    )
    (decision,) = _record(tmp_path, HEAD + said).decisions
    assert decision.text.startswith("Moved by Ann")


def test_who_was_there_when_the_mayor_called_a_meeting_to_order(tmp_path: Path) -> None:
    text = """REGULAR MEETING OF THE MILL CITY COUNCIL
MILL CITY, MAY 5, 2021

Mayor Ann Lund called the Regular Meeting of the Mill City Council to order at 7:06 p.m. with Council Members Bo Ash
and Cal Elm present. Council Member Dora Holt was absent.
"""
    statuses = {person.name: person.status for person in _record(tmp_path, text, "council.txt").attendance}
    assert statuses == {"Ann Lund": "present", "Bo Ash": "present", "Cal Elm": "present", "Dora Holt": "absent"}


def test_minutes_approved_in_few_words_and_a_talk_tabled(tmp_path: Path) -> None:
    said = "May 3, 2021 minutes - approved Motion AL, 2nd BA, vote 7-0\n\nIt was decided to table a talk on funds.\n"
    minutes, talk = _record(tmp_path, HEAD + said).decisions
    assert (minutes.outcome, minutes.mover, minutes.seconder) == ("agreed", "AL", "BA")
    assert talk.outcome == "deferred"


def _at(folder: Path, text: str) -> Record:
    return _record(folder, f"Mill Lane City Council\nMinutes of the meeting held on 5 May 2021\n\n{text}", "mill.txt")


def test_a_comma_before_and_leaves_three_owners(tmp_path: Path) -> None:
    said = "Ann, Dirk, and Cal to speak further about the hall."
    assert owned(_record(tmp_path, f"{HEAD}{said}\n")) == [(said, ["Ann Lund", "Dirk", "Cal Elm"])]


def test_a_numbered_action_item_names_its_owner(tmp_path: Path) -> None:
    text = "Present: Ann Lund, Bo Ash\n\n1. Rules\nACTION: AI-1: Ann Lund: Write a first draft of the rules.\n"
    (action,) = _at(tmp_path, text).actions
    assert [owner.name for owner in action.owners] == ["Ann Lund"]


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("The claim of Ed Moor for a broken window was denied (5-0).", "refused"),
        ("The bid of Low Works for paving awarded on a vote of 5-0.", "agreed"),
        ("PLACED ON FILE (Y-5 N-2)", "noted"),
        ("M/S: Ash/Elm to approve the bills as submitted carried by the following roll call vote: AYES: Ash", "agreed"),
        ("Motion by Ash, second by Elm, that the rezoning be continued to June 3. Carried.", "deferred"),
    ],
)
def test_what_becomes_of_a_matter(tmp_path: Path, said: str, outcome: str) -> None:
    (decision,) = _at(tmp_path, f"1. Claims\n{said}\n").decisions
    assert decision.text == said.rstrip()
    assert decision.outcome == outcome


def test_what_a_resolution_is_called_decides_nothing(tmp_path: Path) -> None:
    title = "Resolution No. 21-14, a resolution on the nuisance in Low Street."
    text = f"1. Nuisance\n{title}\n\nPLACED ON FILE (Y-5 N-2)\n"
    assert [decision.text for decision in _at(tmp_path, text).decisions] == ["PLACED ON FILE (Y-5 N-2)"]


def test_each_line_of_a_consent_agenda_is_adopted(tmp_path: Path) -> None:
    text = """1. Consent agenda
Motion by Ash, second by Elm, to approve the consent agenda as follows:
a. Minutes of the meeting of April 7, 2021
b. Permit for the summer fair in Low Park
Motion carried 3-0.

2. Closing
"""
    assert [decision.text for decision in _at(tmp_path, text).decisions] == [
        "Minutes of the meeting of April 7, 2021",
        "Permit for the summer fair in Low Park",
    ]


def test_a_long_line_on_where_it_met_keeps_its_day(tmp_path: Path) -> None:
    text = """Mill Lane Local Board

Minutes of a meeting of the Mill Lane Local Board held in the Mill Lane Local Board Office, Ground Floor, 52 Low \
Street, Mill Town on Tuesday, 20 April 2021 at 1.00pm.

Present

Ann Lund
absent from 1.30pm to 3.49pm
Bo Ash
"""
    meeting = _record(tmp_path, text, "board.txt").meeting
    assert (meeting.date, meeting.start, meeting.end) == ("2021-04-20", "13:00", None)


def test_an_office_before_each_name(tmp_path: Path) -> None:
    text = """Mill Lane Regional District
Minutes of the board meeting held on 5 May 2021

Present:
                    Director J. Lund                         Chairperson
                    Director D. Ash                          Deputy Chairperson
                    Director A. Elm                          Electoral Area A
Alternate
                    Director H. Holt                         Electoral Area B

1. Roads

The roads were clear.

2. Walls

The walls were clear.
"""
    people = _record(tmp_path, text, "district.txt").attendance
    assert [(person.name, person.status, person.capacity) for person in people] == [
        ("J. Lund", "present", "Chairperson"),
        ("D. Ash", "present", "Deputy Chairperson"),
        ("A. Elm", "present", "Electoral Area A"),
        ("H. Holt", "present", "Director"),  # alone below the register, nothing tells that the post stands behind
    ]


def test_posts_of_two_words_before_surnames_and_who_was_absent(tmp_path: Path) -> None:
    text = """Mill City Council
Minutes of the meeting held on 5 May 2021

COUNCIL PRESENT: Mayor Lund; Councilmembers Ash, Elm, and Holt.
COUNCIL ABSENT: Ann Reed, Bo Moor
STAFF PRESENT: City Manager Wold, Assistant Manager Sett, Public Works Director Tarn, and City Clerk Penn.

1. Roads
The roads were clear.
"""
    people = _record(tmp_path, text, "council.txt").attendance
    assert [(person.name, person.status) for person in people] == [
        *((name, "present") for name in ("Lund", "Ash", "Elm", "Holt")),
        *((name, "absent") for name in ("Ann Reed", "Bo Moor")),
        *((name, "in_attendance") for name in ("Wold", "Sett", "Tarn", "Penn")),
    ]


def test_who_was_absent_from_an_earlier_meeting(tmp_path: Path) -> None:
    text = """Mill Town Board
Minutes of the meeting held on 5 May 2021

Meeting called to order at 7 p.m. by Chair Ann Lund. Also present were Supervisors Bo Ash and Cal Elm and Clerk Dora \
Holt. Absent was Treasurer Ed Moor.
Motion by Bo Ash, second by Cal Elm, to approve the minutes, with the addition that Clerk Dora Holt was absent. Carried.
"""
    statuses = {person.name: person.status for person in _record(tmp_path, text, "town.txt").attendance}
    assert statuses == {
        "Ann Lund": "present",
        "Bo Ash": "present",
        "Cal Elm": "present",
        "Dora Holt": "in_attendance",
        "Ed Moor": "absent",
    }


def test_conditions_below_a_motion_are_not_what_was_carried(tmp_path: Path) -> None:
    motion = "Motion by Ash, second by Elm, to approve the permit with these conditions:"
    conditions = "a. The owner shall plant a hedge.\nb. The owner shall pave the drive.\nc. The owner shall mow."
    text = f"1. Roads\nThe roads were clear.\n\n2. Permit\n{motion}\n{conditions}\nMotion carried.\n"
    assert [decision.text for decision in _at(tmp_path, text).decisions] == [motion]


def test_what_a_council_should_determine_is_no_task(tmp_path: Path) -> None:
    text = "1. Fees\nIt was suggested by the Parks Board that fees should be determined by the Council.\n"
    assert not _at(tmp_path, text).actions
