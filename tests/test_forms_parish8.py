"""Minutes of parishes, select boards and townships that do not exist: who moved, who came, who is to do what."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.record import Record
from tests.typed import owned, record_of

TOWN = """TOWN OF HARROWDALE
Board of Selectmen Meeting
Minutes of May 4, 2015
Present were Selectmen Stone, Carter, and Lund. Road Agent David Marlow and Treasurer Jane Wells were also present.

"""
COUNCIL = """LITTLE THORNBY COMMUNITY COUNCIL
Minutes of the meeting held on 14th October 2009
Present: Mary Ann Prime, Scott Bell, Matt Hale (Chair), Kevin Wood
Apologies: John Reed

1. Minutes
These were read.

2. Roads
"""


def _town(folder: Path, words: str) -> Record:
    return record_of(folder, f"{TOWN}{words}\n")


def _council(folder: Path, words: str) -> Record:
    return record_of(folder, f"{COUNCIL}{words}\n")


def test_selectmen_and_the_road_agent_are_people_with_a_post(tmp_path: Path) -> None:
    people = _town(tmp_path, "The bridge was discussed.").attendance
    assert [(person.name, person.status, person.capacity) for person in people] == [
        ("Stone", "present", None),
        ("Carter", "present", None),
        ("Lund", "present", None),
        ("David Marlow", "in_attendance", "Road Agent"),
        ("Jane Wells", "in_attendance", "Treasurer"),
    ]


@pytest.mark.parametrize(
    ("words", "mover", "seconder"),
    [
        ("John made the motion to keep the sign. Alan made the second. All in favor. Motion carried.", "John", "Alan"),
        ("Alan made the motion to buy salt. Second was made by John, all in favor, motion carried.", "Alan", "John"),
        (
            "A motion was made by Selectman Lund to pave a lane. This was 2nd by Selectman Stone. All voted in favor.",
            "Selectman Lund",
            "Selectman Stone",
        ),
        ("Motion to approve the minutes made by Lund, seconded by Stone, motion carried.", "Lund", "Stone"),
    ],
)
def test_who_moved_and_who_seconded_in_sentences_of_their_own(
    tmp_path: Path, words: str, mover: str, seconder: str
) -> None:
    (decision,) = _town(tmp_path, words).decisions
    assert (decision.text, decision.mover, decision.seconder) == (words, mover, seconder)


def test_selectmen_decide(tmp_path: Path) -> None:
    record = _town(
        tmp_path, "The Selectmen agreed on choosing Tarn Paving. The Selectmen agreed he could put up a gate."
    )
    assert len(record.decisions) == 2
    assert record.actions == ()


def test_the_selectboard_owns_what_it_will_do(tmp_path: Path) -> None:
    record = _town(tmp_path, "The Selectboard will put out a tender for the culvert.")
    assert owned(record) == [("The Selectboard will put out a tender for the culvert.", ["Selectboard"])]


@pytest.mark.parametrize(
    ("words", "mover", "seconder"),
    [
        ("Matt Hale proposes Scott Bell as Chairman and Kevin Wood seconds.", "Matt Hale", "Kevin Wood"),
        ("Cllr Hale proposed Kevin Wood for Vice Chair, seconded by Cllr Bell.", "Cllr Hale", "Cllr Bell"),
        ("Kevin Wood was proposed for Treasurer by Cllr Hale and seconded by Cllr Bell.", "Cllr Hale", "Cllr Bell"),
    ],
)
def test_who_is_proposed_and_seconded_for_a_post_is_elected(
    tmp_path: Path, words: str, mover: str, seconder: str
) -> None:
    (decision,) = _council(tmp_path, words).decisions
    assert (decision.outcome, decision.mover, decision.seconder) == ("elected", mover, seconder)


def test_two_given_names_are_the_persons_of_the_list(tmp_path: Path) -> None:
    record = _council(tmp_path, "Mary Ann asked about the lamp. Mary Ann will send a copy of the policy.")
    assert owned(record) == [("Mary Ann will send a copy of the policy.", ["Mary Ann Prime"])]


def test_to_be_in_touch_with_somebody_is_a_task(tmp_path: Path) -> None:
    record = _council(tmp_path, "Mr Hale said he would be in touch with the county.")
    assert owned(record) == [("Mr Hale said he would be in touch with the county.", ["Matt Hale"])]


def test_why_a_parish_objects_is_no_task(tmp_path: Path) -> None:
    record = _council(tmp_path, "The councillors objected to the gates. They are ugly and should be replaced by wood.")
    assert [decision.outcome for decision in record.decisions] == ["refused"]
    assert record.actions == ()


def test_an_item_that_says_by_whom_it_was_attended(tmp_path: Path) -> None:
    text = """LITTLE THORNBY PARISH COUNCIL
Minutes of the meeting held on 14th October 2009
45. Attended by: Cllrs Fay Moon (Chairman), Hannah Walker, Keith Rowe.
46. Apologies: Cllrs Sue Oliver, Paul Wills.
47. Highways: The lane is open.
"""
    people = record_of(tmp_path, text).attendance
    assert [(person.name, person.status) for person in people] == [
        ("Fay Moon", "present"),
        ("Hannah Walker", "present"),
        ("Keith Rowe", "present"),
        ("Sue Oliver", "apologies"),
        ("Paul Wills", "apologies"),
    ]


@pytest.mark.parametrize(
    ("words", "mover", "seconder"),
    [
        ("Motion by Stone, support by Lund to pay all the bills, motion carried.", "Stone", "Lund"),
        ("Moved by Stone, supported by Lund, to pave Mill Street. Ayes: 3, Nays: 0. Motion carried.", "Stone", "Lund"),
        (
            "COUNCIL MEMBER STONE MOVED, SECONDED BY COUNCIL MEMBER LUND and motion carried to pay the bills.",
            "COUNCIL MEMBER STONE",
            "COUNCIL MEMBER LUND",
        ),
    ],
)
def test_who_moved_and_who_supported(tmp_path: Path, words: str, mover: str, seconder: str) -> None:
    (decision,) = _town(tmp_path, words).decisions
    assert (decision.text, decision.mover, decision.seconder) == (words, mover, seconder)


def test_each_supported_motion_is_a_decision(tmp_path: Path) -> None:
    first = "Motion by Stone, support by Lund to accept the report, motion carried."
    second = "Motion by Lund, support by Carter to pay all the bills, roll call vote, all yeas, motion carried."
    record = _town(tmp_path, f"{first}\n\n{second}")
    assert [decision.text for decision in record.decisions] == [first, second]


def test_whom_the_council_asked_is_who_was_told_of_before(tmp_path: Path) -> None:
    record = _town(tmp_path, "Jane Wells spoke of a new clock. The Board asked her to find out what one costs.")
    assert owned(record) == [("The Board asked her to find out what one costs.", ["Jane Wells"])]


@pytest.mark.parametrize(
    "words",
    [
        "Selectman Carter stated he was going to stick with voting no.",
        "To be addressed under the agenda items below.",
    ],
)
def test_leaves_nobody_a_task(tmp_path: Path, words: str) -> None:
    assert _town(tmp_path, words).actions == ()


VILLAGE = """June 2, 2014 - Meeting Minutes
Tarn Village Council met in regular session with Mayor Mike Shaw presiding.
MEMBERS PRESENT:
Mike Shaw, Mayor
Dale Fox, Council Member
Steven Thorp, Jr., Council Member
VILLAGE OFFICIALS PRESENT:
Kris King, Clerk-Treasurer
VILLAGE EMPLOYEES PRESENT:
Chris Cole, Fire Captain
PRESENTATION OF BILLS:
The bills were read.
GUESTS:
None.
"""


def test_officials_and_employees_of_a_village(tmp_path: Path) -> None:
    record = record_of(tmp_path, VILLAGE)
    assert [(person.name, person.status) for person in record.attendance] == [
        ("Mike Shaw", "present"),
        ("Dale Fox", "present"),
        ("Steven Thorp Jr", "present"),
        ("Kris King", "in_attendance"),
        ("Chris Cole", "in_attendance"),
    ]


BOARD = """Board of Selectmen's Minutes 10/05/10

October 5, 2010
PRESENT:                            Gordon Carl                Chairman

                                    David Wood                 Selectman

                                    Burton Reynolds            Town Administrator

Mr. Carl called the meeting to order at 7:09 p.m.

Mr. Carl appointed Ms. Kins as a voting member for this meeting.

The plan was read.
"""


def test_posts_in_a_column_and_a_day_in_figures_that_is_spelled_out_as_well(tmp_path: Path) -> None:
    record = record_of(tmp_path, BOARD)
    assert (record.meeting.body, record.meeting.date) == ("Board of Selectmen", "2010-10-05")
    assert [(person.name, person.capacity) for person in record.attendance] == [
        ("Gordon Carl", "Chairman"),
        ("David Wood", "Selectman"),
        ("Burton Reynolds", "Town Administrator"),
    ]


PLANNING = """LITTLE THORNBY PARISH COUNCIL
Minutes of the meeting held on 14th October 2019
Present: Mrs Ann Box, Mr Tom Lund

1. Planning Application 20/18688/FUL – Mill Court Farm. No objections (3 for and 2 against).
2. Planning application 20/18689/FUL – Hill Farm
No objections.
3. Planning application 20/18690/FUL – Dale Farm
The owner came to speak.
4. Footpaths
All are open.
"""


def test_an_item_that_is_an_application_ends_in_its_comment(tmp_path: Path) -> None:
    decisions = record_of(tmp_path, PLANNING).decisions
    assert [(decision.item, decision.outcome) for decision in decisions] == [("1", "agreed"), ("2", "agreed")]
