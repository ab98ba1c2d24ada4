"""Actions that are none: what others do by themselves, what is asked of the meeting, what is said and then marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.extractors.actions.settled import is_over, is_pending
from pipeline.rules.in_force import matcher_of
from pipeline.run import extract

HEAD = """MINUTES of the meeting of Oldbury Town Council held on Tuesday 11 March 2025 at 7.30pm in the Town Hall

Present: Councillors Ann Lee (Chair), Brian Moss, Cara Dunn, David Frith
In attendance: Helen Marsh (Clerk), Peter Gow (Senior Engineer)

1. Apologies

There were none.

2. Other business

"""
TAIL = "\n\n3. Date of next meeting\n\nTuesday 8 April 2025.\n"


def tasks(folder: Path, text: str) -> list[str]:
    paper = folder / "2025-03-11.txt"
    paper.write_text(HEAD + text + TAIL)
    return [action.task for record in extract(paper) for action in record.actions]


@pytest.mark.parametrize(
    "text",
    [
        "The Cabinet Office will publish its White Paper in June.",
        "In this regard, the Department will be making a grant of £900 to the port.",
        "Parents have offered to help on the day.",
        "The staff have been asked to put this first.",
        "The owner spoke of the wall and has offered to do the work at cost.",
        "Where a boat is not safe, officers will write to its owner.",
        "Cllr Moss proposed and Cllr Dunn seconded that the motion be put to the vote.",
        "Mr Gow advised that windows and doors would be replaced.",
        "It was noted that two new bays were to be provided at the mill.",
        "The Chair reported that the county was to work with a firm on litter.",
        "Any sightings should be reported to the police.",
        "The firm has confirmed a new sign will be placed at the mill.",
        "The need for forms to be sent by post was questioned.",
        "It was agreed that the Council will seek tenders over £2,000 and will review this figure annually.",
    ],
)
def test_no_task(tmp_path: Path, text: str) -> None:
    assert tasks(tmp_path, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Clerk will ask the Cabinet Office for its White Paper.",
        "Brian Moss has offered to paint the gate.",
        "The Clerk has been asked to write to the owner.",
        "The litter at the mill should be reported to the county.",
        "The Clerk is to include the lane in her report.",
        "Forms are to be sent by post.",
    ],
)
def test_still_a_task(tmp_path: Path, text: str) -> None:
    assert len(tasks(tmp_path, text)) == 1


def test_said_and_then_marked(tmp_path: Path) -> None:
    """The talk promises it in other words than the label below, and calls its owner by the whole name."""
    told = "Brian Moss agreed to ring the farms to complete his survey of open wells by June.\n\n"
    assert tasks(tmp_path, told + "Action: Brian to complete survey of open wells") == [
        "Brian to complete survey of open wells"
    ]


def test_said_and_another_marked(tmp_path: Path) -> None:
    told = "Brian Moss agreed to ring the farms to complete his survey of open wells by June.\n\n"
    assert len(tasks(tmp_path, told + "Action: Brian to buy paint for the bandstand")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The lane and the quay should be looked at together.",
        "Cllr Moss asked for the slides to be circulated after the talk.",
        "These meetings will be convened following the adoption of the Budget.",
        "The Chair had requested that the county urgently repair the wall.",
        "It was agreed to write -off the sum of £78.",
        "Cllr Dunn had written to Mr and Mrs Lockton to advise them of the date.",
        "Members were invited to join this walk in July.",
    ],
)
def test_nobody_took_it_up(tmp_path: Path, text: str) -> None:
    assert tasks(tmp_path, text) == []


@pytest.mark.parametrize(
    ("sentence", "pending", "over"),
    [
        ("One sign has still to be erected.", True, False),
        ("The price of the lamp is awaited.", True, False),
        ("Date and venue to be decided.", True, False),
        ("There is no further news.", False, True),
        ("Ann had recently cut the paths around the green.", False, True),
        ("The Board welcomed the new plan.", False, True),
        ("Agreed and signed.", False, True),
        ("The Clerk had been in touch with the owner.", False, False),
        ("The Board welcomed the plan and asked the Clerk to send it to the county.", False, False),
    ],
)
def test_what_a_margin_marks(sentence: str, pending: bool, over: bool) -> None:
    assert (is_pending(sentence), is_over(sentence, matcher_of(None))) == (pending, over)
