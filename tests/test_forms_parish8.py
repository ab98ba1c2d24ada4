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
