"""How Irish councils minute what officials undertake: passive promises, what is intended, motions and requests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_forms_precision import HEAD, told
from tests.typed import owned, record_of


@pytest.mark.parametrize(
    "sentence",
    [
        # whatever it comes to
        "The Chair asked Cllr Crane to come to her directly if there are issues with the lamps.",
        "Members were advised to contact the Clerk should any faults arise.",
        "Cllr Crane was asked to inform the Clerk if he receives further complaints.",
        "When submitted, a note on the subject will be prepared and circulated in advance of the meeting.",
        # not made up, heard and no more
        "Cllr Crane noted that he would consider putting down a question on this for the next full meeting.",
        "Cllr Birkett noted that we will take the feedback on the fees.",
        # asked and answered there
        "Mr Box asked for an update on the quay and noted he was promised one at the last meeting.",
        "Members also requested an update on the progress of the quay.",
        # posts that are filled
        "It named Ina Gold, Port Chamber, to replace Dr Hugh Pell, and Otto Shea, Port Chamber, to replace Evan Dyer.",
        # a motion, which may fall, and no task
        "It was proposed to hold a day for schools in May.",
        "It is proposed to increase the mooring fee.",
        "It is hoped that the works will commence in May.",
        "The claim would be brought before the court in May.",
        "Forms can be provided to the public at the desk.",
        "He spoke of a map, which was circulated to members in May.",
    ],
)
def test_nobody_is_given_a_task(tmp_path: Path, sentence: str) -> None:
    assert told(tmp_path, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        # comes before the meeting's own people
        ("The final version of the plan would be brought before the April Meeting of the Council for adoption.", []),
        ("A report on the pier will be placed before Members in the autumn.", []),
        ("The Clerk listed the terms of the scheme, which will be circulated to members.", []),
        ("The members will be advised as soon as this is known.", []),
        ("Outcomes can be reviewed as part of the June meeting.", []),
        ("The Clerk confirmed that a half-yearly review can be provided to the Members.", []),
        # intended
        ("It is now proposed to call a meeting of the Harbour Group on 8 April.", []),
        ("It is the intention of the Council to resurface the lane this year.", []),
        ("It is intended that the works at the weir will commence in September.", []),
        # whoever speaks for "we" and "they"
        ("Cllr Crane said that we would amend the form to put a date in.", ["Otto Crane"]),
        ("The Clerk acknowledged that we would review.", ["Mara Dunmore"]),
        ("The Clerk apologised and advised they would follow up with a note.", ["Mara Dunmore"]),
        ("Cllr Crane noted that he would like to come back to the May meeting with a note.", ["Otto Crane"]),
        ("Cllr Crane advised that he would need to look into it from a legal point of view.", ["Otto Crane"]),
        ("Cllr Birkett advised she is very happy to promote the scheme.", ["Ines Birkett"]),
        # asked
        ("The Clerk asked members of the Committee to bring any gaps to her attention.", ["members of the Committee"]),
        ("The Chairperson asked for all members to receive a copy of the advice by e-mail.", []),
        # whoever is asked in is not the one to ask
        ("It was agreed that Cllr Crane be invited to attend the next meeting.", []),
        ("It was agreed that Mill Water be invited to meet the members.", []),
        ("It was agreed that Cllr Crane be requested to prepare a note.", ["Otto Crane"]),
        # agreed, or asked for and agreed
        ("It was agreed to revert back to the members with the exact cost.", []),
        ("It was requested that figures for grants be included in the monthly report.", []),
        ("Councillor Crane proposed and Councillor Birkett seconded that a letter be forwarded to the firm.", []),
        ("Members were informed that the Council would facilitate a residents’ group.", ["Council"]),
        ("Cllr Crane passed the list to the Clerk who will respond directly to him.", ["Mara Dunmore"]),
        # a motion in its own words
        (
            "It was proposed by Cllr Birkett, seconded by Cllr Crane, that the Council to investigate a second pier.",
            ["Council"],
        ),
    ],
)
def test_somebody_is(tmp_path: Path, sentence: str, owners: list[str]) -> None:
    assert [found for _, found in told(tmp_path, sentence)] == [owners]


@pytest.mark.parametrize(
    ("below", "owners"),
    [
        ("The motion was proposed by Cllr Crane. There was no seconder.", []),
        ("The motion was proposed by Cllr Crane. It was agreed to refer this Motion to the Harbour Group.", []),
        ("On a vote the motion was lost.", []),
        ("The motion was proposed by Cllr Crane and seconded by Cllr Birkett and agreed.", [["Council"]]),
    ],
)
def test_what_became_of_a_motion(tmp_path: Path, below: str, owners: list[list[str]]) -> None:
    motion = "To ask the Council to provide a seat at the weir."
    record = record_of(tmp_path, f"{HEAD}{motion}\n\n{below}\n\n3. Next meeting\n\nThe day is open.\n")
    assert [found for _, found in owned(record)] == owners


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        (
            "The proposed policy is: To try the lease for a year.\n\nProposed: Cllr Crane\n\nSeconded: Cllr Birkett",
            1,
        ),
        ("The July Meeting of the Council was re-fixed to Monday, 11th July.", 1),
        (
            "The report stated that at a meeting of the Policy Group the recommendation that Mr Pell be appointed to "
            "the post of Port Warden was considered.",
            0,
        ),
    ],
)
def test_decisions(tmp_path: Path, text: str, outcomes: int) -> None:
    record = record_of(tmp_path, f"{HEAD}{text}\n\n3. Next meeting\n\nThe day is open.\n")
    assert [decision.outcome for decision in record.decisions] == ["agreed"] * outcomes
