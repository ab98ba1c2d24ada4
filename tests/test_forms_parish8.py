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


COMMISSION = """TARN CONSERVATION COMMISSION
Special Meeting Minutes
October 10, 2012
Members present: Jed Shaw, Carol Ash, Sandy Robson, Don Rich and Nan Hill
At 6:30 PM, Jed Shaw called the meeting to order.

1. Minutes
These were read.

2. Business
"""


def _commission(folder: Path, words: str) -> Record:
    return record_of(folder, f"{COMMISSION}{words}\n")


@pytest.mark.parametrize("vote", ["seconded the motion, all voted in favor.", "seconds and all in favor."])
def test_who_seconded_and_that_all_were_for_it_closes_the_motion_before(tmp_path: Path, vote: str) -> None:
    words = f"Sandy made a motion to send the gifts to the wood. Don {vote}"
    (decision,) = _commission(tmp_path, words).decisions
    assert (decision.text, decision.mover, decision.seconder) == (words, "Sandy", "Don")


def test_a_motion_and_its_fate_with_nothing_but_commas(tmp_path: Path) -> None:
    words = "Approval of previous minutes: moved Sandy Robson, seconded Don Rich, none opposed, carried."
    (decision,) = _commission(tmp_path, words).decisions
    assert (decision.mover, decision.seconder) == ("Sandy Robson", "Don Rich")


def test_who_was_declared_elected(tmp_path: Path) -> None:
    record = _commission(tmp_path, "There were no others, and the Clerk declared Mr J M Hardy duly elected.")
    assert [decision.outcome for decision in record.decisions] == ["elected"]


def test_what_the_selectmen_approved_is_no_decision_of_their_commission(tmp_path: Path) -> None:
    assert _commission(tmp_path, "Selectmen approved the conservation budget at $3750.00.").decisions == ()


def test_a_commission_owns_what_it_will_do(tmp_path: Path) -> None:
    words = "The Conservation Commission will write a letter to the owner."
    assert owned(_commission(tmp_path, words)) == [(words, ["Conservation Commission"])]


def test_what_a_stranger_says_he_will_do_is_nobodys_task(tmp_path: Path) -> None:
    words = (
        "Mr Rich rang the county. Since then the owner of Ruby Cottage has indicated he will apply to keep the lane."
    )
    assert _commission(tmp_path, words).actions == ()


def test_the_firm_that_is_told_of_does_not_own_what_follows_it(tmp_path: Path) -> None:
    words = "Nan Hill stated that the landlord is Harford Housing and Jed Shaw advised that he would contact them."
    assert owned(_commission(tmp_path, words)) == [(words, ["Jed Shaw"])]


def test_minutes_that_were_read_and_signed(tmp_path: Path) -> None:
    words = "These had been circulated and were read and signed by the Chairman."
    assert [decision.text for decision in _council(tmp_path, words).decisions] == [words]


TWO_TONGUES = """MARSH COMMUNITY COUNCIL

The Monthly Meeting of the Council was held on Thursday 13th January 2022 at 6pm at the Community Centre
Present/ Presennol
Mr. N. Frank – Chairman/Cadeirydd
Mr. T. Jones, Mrs J. Llew
01/22 Apologies for Absence/Ymddiheuriadau am absenoldeb
Mr. K. Sims,
02/22 Declarations of Interest/Datganiad o ddiddordeb
No declarations of interest received
03/22 Correspondence/Gohebiaeth
None.
"""


def test_labels_and_titles_in_two_tongues_and_a_number_below_a_comma(tmp_path: Path) -> None:
    record = record_of(tmp_path, TWO_TONGUES)
    assert [(person.name, person.status) for person in record.attendance] == [
        ("N. Frank", "present"),
        ("T. Jones", "present"),
        ("J. Llew", "present"),
        ("K. Sims", "apologies"),
    ]
    assert [item.number for item in record.items] == ["01/22", "02/22", "03/22"]


STARTED = """MARSH COMMUNITY COUNCIL
Minutes of the Ordinary Meeting held on Thursday 19th October 2023 at the Hall, commencing at 6.30 pm
Present: Chair Cllr. C Edwards, Cllr. P Rudd, Cllr. J Bull
82/23 Apologies: Cllr. A Edwards sent his apologies.
Cllr. C Edwards – Chair started the meeting. The meeting is held in accordance with the Act of 2021
83/23 Declarations of Interest: There were none.
84/23 Roads: None.
"""


def test_who_starts_the_meeting_sent_no_apologies(tmp_path: Path) -> None:
    people = record_of(tmp_path, STARTED).attendance
    assert [(person.name, person.status) for person in people] == [
        ("C Edwards", "present"),
        ("P Rudd", "present"),
        ("J Bull", "present"),
        ("A Edwards", "apologies"),
    ]


DISTRICT = """TARN WATER DISTRICT
Board of Directors Meeting Minutes
November 6, 2017

Vice-Mayor Anna Fair called the meeting to order with Commissioner Gary Shaw and
Commissioner Gwen May responding to roll call.
Mayor Brian Lund and Commissioner John Garth were reported absent.
Also present were Rich Simms – Director of Public Works, Joni Shaw-Police Chief, and Mary Voss – City Clerk.

1. Grants
Discussion ensued.

2. Business
"""


def test_a_roll_call_told_in_sentences(tmp_path: Path) -> None:
    people = record_of(tmp_path, f"{DISTRICT}None.\n").attendance
    assert sorted((person.name, person.status, person.capacity) for person in people) == [
        ("Anna Fair", "present", "Vice-Mayor"),
        ("Brian Lund", "absent", "Mayor"),
        ("Gary Shaw", "present", "Commissioner"),
        ("Gwen May", "present", "Commissioner"),
        ("John Garth", "absent", "Commissioner"),
        ("Joni Shaw", "in_attendance", "Police Chief"),
        ("Mary Voss", "in_attendance", "City Clerk"),
        ("Rich Simms", "in_attendance", "Director of Public Works"),
    ]


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("Direction was given to staff to look at two sites and bring prices to the board.", "staff"),
        ("The Board gave direction to the Clerk to advertise the post.", "Mary Voss"),
    ],
)
def test_direction_given_is_a_task(tmp_path: Path, words: str, owner: str) -> None:
    assert owned(record_of(tmp_path, f"{DISTRICT}{words}\n")) == [(words, [owner])]


@pytest.mark.parametrize(
    ("words", "mover", "seconder"),
    [
        (
            "ON A MOTION by Commissioner Shaw to pay the list seconded by Commissioner May. MOTION carried by 3-0.",
            "Commissioner Shaw",
            "Commissioner May",
        ),
        (
            "Gary Shaw made a motion to recess for ten minutes. I request the Clerk be present. Commissioner May"
            " seconded the motion. MOTION carried by a VOTE of 3 to 0.",
            "Gary Shaw",
            "Commissioner May",
        ),
    ],
)
def test_motions_with_words_between_them_and_their_vote(tmp_path: Path, words: str, mover: str, seconder: str) -> None:
    (decision,) = record_of(tmp_path, f"{DISTRICT}{words}\n").decisions
    assert (decision.text, decision.mover, decision.seconder) == (words, mover, seconder)


GUESTS = """MARSH COMMUNITY COUNCIL
Minutes of the meeting held on Thursday 7th November 2019 in the Hall on

Present: Steve Byrd (Chair), Mary Graham (Secretary), Mark Heddon
Guests: Anna Innes. Steve Byrd welcomed Anna and told her of the rules.
Minutes of Meeting 3rd October 2019: Proposed: Mark Heddon, Seconded: Mary Graham

Roads: The lane is open.
"""


def test_who_proposed_the_minutes_below_the_guests_is_no_list_of_people(tmp_path: Path) -> None:
    record = record_of(tmp_path, GUESTS)
    assert [(person.name, person.status, person.capacity) for person in record.attendance] == [
        ("Steve Byrd", "present", "Chair"),
        ("Mary Graham", "present", "Secretary"),
        ("Mark Heddon", "present", None),
        ("Anna Innes", "in_attendance", None),
    ]
    assert record.meeting.venue == "Hall"
