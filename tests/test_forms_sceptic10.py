"""What a sceptic found: tasks nobody took on, owners who ask or are asked in, outcomes that the words deny."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_forms_precision import HEAD, told
from tests.typed import owned, record_of


@pytest.mark.parametrize(
    "sentence",
    [
        # terms of an agreement, and what would be done if it came to that
        "In the absence of the Chair, the Clerk shall make the report.",
        "Should any flood occur, the Council would send a crew as it does to any other.",
        "Under that plan, Cllr Birkett would replace any pads that are used.",
        # done while the meeting went on
        "The Chair called the meeting to order and members were reminded to disclose any interest in the items.",
        "Cllr Crane is the owner of the mill and requested that this interest be recorded.",
        "The Chair agreed to permit discussion of the plan as follows.",
        "Cllr Birkett was then invited to take the chair.",
        "Cllr Birkett was asked to open the following bids.",
        "The meeting was closed at 19.40 to allow Cllr Crane to speak on the lease.",
        "The Council will return to the open meeting at the end of the closed session.",
        "Would the Clerk please inform us of the steps that are taken to guard the bridge?",
        # what a life brings
        "A new Manager, Ivo Tamsin, will join the firm on 3 May.",
        "Cllr Crane will be teaching the juniors when the trip is on.",
        "Cllr Birkett reported that she would be seeking election at the fair.",
        # done already
        "The cash was passed to Cllr Crane to hold as a float.",
        "- Update provided on the year:",
        # another's would
        "Mr Hook said a reeve would not belong to the people but would follow the county.",
    ],
)
def test_nobody_took_it_on(tmp_path: Path, sentence: str) -> None:
    assert told(tmp_path, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        # whoever is asked in or told does nothing yet
        ("All members are to be invited to the mill.", []),
        ("Parents will be informed of the new hours.", []),
        ("Cllr Crane will inform the parents of the new hours.", ["Otto Crane"]),
        # who asks is not who does it
        ("The Port Warden said he is happy to see the new hours and requested that a form be sent to him.", []),
        # a topic is no owner
        ("BBQ - Need to get hold of a second grill", []),
        ("HIGHWAYS AND FOOTPATHS Clerk to ask for a report on the hedge.", ["Mara Dunmore"]),
        # the whole name of a group, all of several people
        ("The school council will discuss how to advertise it.", ["school council"]),
        (
            "Cllrs R. Ashdown, Ines Birkett, O. Crane and D. Pell volunteered to undertake the survey.",
            ["Rolf Ashdown", "Ines Birkett", "Otto Crane", "D. Pell"],
        ),
    ],
)
def test_whose_task(tmp_path: Path, sentence: str, owners: list[str]) -> None:
    assert [found for _, found in told(tmp_path, sentence)] == [owners]


@pytest.mark.parametrize(
    ("sentence", "outcomes"),
    [
        ("RESOLVED: That the minutes of 5 February be received and confirmed as a correct record.", ["agreed"]),
        ("RESOLVED: That the report on the weir be received.", ["noted"]),
        ("The Council voted 5 to 2 against the scheme.", ["refused"]),
        ("Two members voted against the motion.", []),
    ],
)
def test_what_came_of_it(tmp_path: Path, sentence: str, outcomes: list[str]) -> None:
    record = record_of(tmp_path, f"{HEAD}{sentence}\n\n3. Next meeting\n\nThe day is open.\n")
    assert [decision.outcome for decision in record.decisions] == outcomes


def test_absent_trustees_were_not_there(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Marlow Library Board\n\nMinutes of 4 March 2024\n\nTrustees in attendance: Ann Reed, Bo Carr, Cal Moss\n\n"
        "Absent Trustees: Dora Pell\n\n1. Call to order\n\nThe meeting opened.\n",
    )
    assert ("Dora Pell", "absent") in [(person.name, person.status) for person in record.attendance]


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        # the day of the task, and not of what is told beside it
        ("Prep is on for the AGM on 18 May and Mara will send an email to members shortly.", "shortly"),
        ("The Clerk will ask for prices before the contract expires with our firm in November.", None),
        ("The Clerk will write to the owners of all boats purchased this year.", None),
        ("The Clerk will post a notice that visitors are welcome at the fair to be held on 5 May.", None),
        ("The Clerk will buy the boats in May.", "in May"),
        (
            "At the AGM residents asked for the plan to be sent, and the Council agreed that it should be.",
            None,
        ),
        ("At the AGM the Clerk will present the plan.", "At the AGM"),
    ],
)
def test_when_it_is_due(tmp_path: Path, sentence: str, due: str | None) -> None:
    record = record_of(tmp_path, f"{HEAD}{sentence}\n\n3. Next meeting\n\nThe day is open.\n")
    assert [action.due.text for action in record.actions] == [due]


@pytest.mark.parametrize(
    "words",
    [
        "MINUTES\n\nAbout the minutes\n\nAfter each meeting the Clerk prepares minutes for the Chair.\n\n"
        "At the next meeting the Council will be asked if they agree.\n",
        "Council Minutes\n\nFirst, minutes are transcribed and go before the Board to be approved. Not all minutes are "
        "approved as written.\n\nYou can view the minutes here.\n",
        "Clerk Job Description\n\nTo take minutes, which are approved by the Council.\n\n"
        "To carry out the decisions that are agreed by the Council.\n\n"
        "The Clerk will report to the Chair before each meeting.\n",
    ],
)
def test_a_page_about_minutes_tells_of_no_meeting(tmp_path: Path, words: str) -> None:
    record = record_of(tmp_path, words)
    assert record.kind != "minutes"
    assert (record.actions, record.decisions) == ((), ())


def test_heads_and_common_words_are_no_tasks_and_no_owners(tmp_path: Path) -> None:
    words = (
        "Minutes:- / Action by:- / Action by date:-\n\nThe fair was fine.\n\n"
        "ACTION: Moved to discuss at the next meeting.\n\nAction points:\n\n"
        "- Ann to ring the depot\n- Registration is to open in May\n"
    )
    assert told(tmp_path, words) == [
        ("Moved to discuss at the next meeting.", []),
        ("Ann to ring the depot", ["Ann"]),
        ("Registration is to open in May", []),
    ]


def test_whom_a_task_is_about_does_not_own_it(tmp_path: Path) -> None:
    words = (
        "Present: Ann Reed (AR), Bo Carr (BC), Cal Moss (CM)\n\n2. Works\n\nAction points:\n\n"
        "- AR to check with the depot and update BC\n- Hall: CM to ask the warden and tell BC\n"
        "- AR to ring the printer and inform CM\n"
    )
    record = record_of(tmp_path, f"Marlow Hall Trust\n\nMinutes of 4 March 2024\n\n{words}")
    assert owned(record) == [
        ("AR to check with the depot and update BC", ["Ann Reed"]),
        ("Hall: CM to ask the warden and tell BC", ["Cal Moss"]),
        ("AR to ring the printer and inform CM", ["Ann Reed"]),
    ]


def test_the_same_row_with_its_topic_and_without_is_one(tmp_path: Path) -> None:
    words = (
        "Present: Ann Reed (AR), Bo Carr (BC), Cal Moss (CM)\n\nActions\n\n"
        "- Lamps: AR to check the lamps with the depot\n"
        "- Hall: CM to ask the warden about heating\n\nWorks\n\nThe lamps are out.\n\nActions\n\n"
        "- AR to check the lamps with the depot\n"
    )
    record = record_of(tmp_path, f"Marlow Hall Trust\n\nMinutes of 4 March 2024\n\n{words}")
    assert [task for task, _ in owned(record)] == [
        "Lamps: AR to check the lamps with the depot",
        "Hall: CM to ask the warden about heating",
    ]


def test_who_proposed_and_who_seconded_before_both_verbs(tmp_path: Path) -> None:
    sentence = "Cllr Birkett and Cllr Crane proposed and seconded that the fence be kept. Carried."
    record = record_of(tmp_path, f"{HEAD}{sentence}\n\n3. Next meeting\n\nThe day is open.\n")
    assert [(d.mover, d.seconder) for d in record.decisions] == [("Cllr Birkett", "Cllr Crane")]


def test_one_of_several_members_was_happy_to_stand(tmp_path: Path) -> None:
    sentence = "Council members – Cllr Birkett was not going to stand again, and Cllr Crane was happy to stand."
    record = record_of(tmp_path, f"{HEAD}{sentence}\n\n3. Next meeting\n\nThe day is open.\n")
    assert record.decisions == ()
