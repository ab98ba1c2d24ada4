"""Votes without a "resolved", tasks that are still to do or were asked as a question, a council's annual return."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_forms_precision import HEAD, told
from tests.typed import record_of

RETURN = """Annual return for the year ended 31 March 2015

HARROWDALE PARISH COUNCIL

Section 1 - Annual governance statement 2014/15

We acknowledge as the members of Harrowdale Parish Council our responsibility for internal control. We confirm that:

1 We approved the accounting statements prepared in accordance with proper practices.
7 We took appropriate action on all matters raised in reports from internal and external audit.

This annual governance statement is approved by the body and recorded as minute reference 15/34

Annual internal audit report 2014/15

If the response is no please state the action being taken. The auditor will report on any matters.
"""


@pytest.mark.parametrize(
    ("sentence", "outcomes"),
    [
        ("Moved approval of the agenda, with the items above added. CARRIED", ["agreed"]),
        ("A motion was made by Bow and seconded by Crane that it be let. A roll call vote showed all yes.", ["agreed"]),
        ("A motion was made by Selectman Bow, seconded by Ms Crane and voted unanimously to let it.", ["agreed"]),
        ("Motion: Motion was made by Bow, seconded by Crane and voted 3-0 to table the petition.", ["deferred"]),
        ("Upon motion duly made and seconded, it was VOTED: to accept the gift of a bench.", ["agreed"]),
        ("A motion was made by Bow, seconded by Crane, and voted on in private.", []),
        ("Mr Bow moved to let the barn. Second by Crane, carried by a unanimous vote.", ["agreed"]),
        ("Mr Bow moved to let the barn. Second by Crane, failed 1-2.", ["refused"]),
        ("Mr Bow moved house. Second Street was carried away by the flood.", []),
        ("Voted to mend the roof of the shed.", ["agreed"]),
        ("New lamps for the tree - Proposed by Mr Pell, all in favour", ["agreed"]),
        ("On a motion made and seconded, the Board voted, 5-0, to defer the approval of the minutes.", ["deferred"]),
        ("Item held over.", ["deferred"]),
        ("Mr Pell: That we write to the Minister about the bus.\n\nSeconded by Mr Crane and agreed.", ["agreed"]),
        ("Gina Pell was welcomed and co-opted as treasurer.", ["elected"]),
        ("It was asked whether a log was needed but it was decided to keep it that way.", ["agreed"]),
        ("The elected members were thanked.", []),
    ],
)  # fmt: skip
def test_what_was_voted(tmp_path: Path, sentence: str, outcomes: list[str]) -> None:
    record = record_of(tmp_path, f"{HEAD}{sentence}\n\n3. Next meeting\n\nThe day is open.\n")
    assert [decision.outcome for decision in record.decisions] == outcomes
    assert all(len(decision.text.split()) > 1 for decision in record.decisions)


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        ("It was agreed to get in touch with the owners of the wall once more.", []),
        ("Mr Pell has found a mirror for £95 and will get one with a black rim.", ["Mr Pell"]),
        ("The Chair asked Mr Pell if he could get the firm to see to it.", ["Mr Pell"]),
        ("Mr Pell asked if the figures could be shared and Mr Crane agreed to bring them in May.", ["Otto Crane"]),
        (
            "Mr Pell suggested that photographs be included in future reports and Mr Crane agreed to this.",
            ["Otto Crane"],
        ),
        ("P. Lund is going to look at the cost of a mower and let the committee know.", ["P. Lund"]),
        ("Mr Pell has still to send the notice to the school.", ["Mr Pell"]),
        ("Agenda to go out by 7 November.", []),
        ("Mr Pell was still to send the notice to the school.", ["Mr Pell"]),
        ("The Traffic section will monitor the crossing together with the county.", ["Traffic section"]),
    ],
)
def test_who_is_to_do_it(tmp_path: Path, sentence: str, owners: list[str]) -> None:
    assert [found for _, found in told(tmp_path, sentence)] == [owners]


def test_who_came_to_a_small_meeting(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Fernhill Residents' Association\nMinutes of the committee meeting, Wednesday 4 October 2023, "
        "7.30pm at no 12\n\nThere: Jude Amory (chair), Pat Lisle, Bev Coker\nNot there: Ross Whitby, Carol Deane\n\n"
        "Money\nMina reported that we have £1,204.\n\nParking\nPat will book the hedge man.\n\nAOB\nNone.\n",
    )
    status = {person.name: person.status for person in record.attendance}
    assert status == {
        "Jude Amory": "present", "Pat Lisle": "present", "Bev Coker": "present",
        "Ross Whitby": "absent", "Carol Deane": "absent",
    }  # fmt: skip
    assert not any("Fernhill" in item.title for item in record.items)


def test_officials_and_members_by_their_irish_names(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "BALLYCORRAN MUNICIPAL DISTRICT\n\nMinutes of the Monthly Meeting held on Tuesday, 11th June 2024\n\n"
        "I Láthair: Comhairleoir P. Hanratty, Cathaoirleach\nComhairleoirí: M. Dolan, S. Rushe\n"
        "Apologies: Comhairleoir J. Prunty\nOifigigh: Mr. L. Orr, Senior Executive Engineer\n\n"
        "1. Confirmation of Minutes\nThe minutes were confirmed.\n\n2. A.O.B.\nNone.\n",
    )
    assert [(person.name, person.status, person.capacity) for person in record.attendance] == [
        ("P. Hanratty", "present", "Cathaoirleach"),
        ("M. Dolan", "present", None),
        ("S. Rushe", "present", None),
        ("J. Prunty", "apologies", None),
        ("L. Orr", "in_attendance", "Senior Executive Engineer"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "A resident offered to weed the yard. This has now been done and the bill was paid.",
        "The Chair asked that her thanks be put on record.",
        "It was resolved that a vote of sympathy be sent to the family.",
        "The Supervisor shall preside at each meeting of the Board and shall keep order.",
        "It was agreed that the Damp Policy be remitted to the Policy Sub-Committee for further consideration.",
        "Members were asked to think about names for a medal.",
        "The Mayor asked everyone to come to the walk on May 4.",
        "Council will come back into Open Session at about 7:15 p.m.",
    ],
)
def test_nobody_is_given_a_task(tmp_path: Path, sentence: str) -> None:
    assert told(tmp_path, sentence) == []


def test_an_annual_return_decides_nothing(tmp_path: Path) -> None:
    record = record_of(tmp_path, RETURN, "return.txt")
    assert (record.kind, record.decisions, record.actions) == ("other", (), ())
