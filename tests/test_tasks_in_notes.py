"""Minutes that are notes: tasks without a subject, orders to all, lists by their label."""

from __future__ import annotations

import pytest

from pipeline.extractors.find import find_all
from pipeline.link.assemble import assemble
from pipeline.outline import outline
from pipeline.record import Action, Record
from tests.printed import paper_of, rules

HEAD = """LOWFELL SCHOOL PTA

Minutes of the meeting held on Monday 6 October 2025 at 5pm

Present: Joan Alder, Kit Birch, Lena Corr, Olly Finch
Apologies: Nell Edge
"""


def actions(text: str) -> list[Action]:
    paper = paper_of(f"{HEAD}\n1. Apologies\n\nThese were accepted.\n\n2. Events\n\n{text}\n\n3. Close\n")
    shape = outline(paper, rules())
    record: Record = assemble(paper, shape, find_all(paper, shape, rules()))
    return list(record.actions)


def owned(text: str) -> list[list[str]]:
    return [[owner.name for owner in action.owners] for action in actions(text)]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Stalls were counted. Will assemble the rest on the eve of the fair.", []),
        ("Everyone bring a torch!", ["Everyone"]),
        ("Birch will use the old rota to draw up a new one.", ["Kit Birch"]),
        ("Hands still wanted at the tombola - KB volunteered while the band plays.", ["Kit Birch"]),
        ("Also KB and Mrs Corr offered to be on hand.", ["Kit Birch", "Lena Corr"]),
        ("Olly can lend a gazebo.", ["Olly Finch"]),
        ("Posters to be submitted by June and the Fair Group to be reconvened.", []),
        (
            "Fire Chief Alder and Deputy Chief Ward will draw up a plan of the exits.",
            ["Joan Alder", "Deputy Chief Ward"],
        ),
        ("The survey will go out in the week of 3 November.", []),
        ("The letter on swimming is again being sent out next week.", []),
        ("Decision was made to update the website.", []),
        ("The old bank account will be closed.", []),
    ],
)
def test_a_note_gives_somebody_a_task(text: str, owners: list[str]) -> None:
    assert owned(text) == [owners]


@pytest.mark.parametrize(
    "text",
    [
        "Will still thinks that the lamp is dim.",
        "Everyone brought a torch.",
        "These members agreed to take the posts below:",
        "The Chair would bring item 7 - Lamps further up the agenda.",
        "Forms are being redrawn.",
        "Details will be available at the next Lowfell Forum.",
        "Olly can swim.",
    ],
)
def test_a_note_that_tells_gives_no_task(text: str) -> None:
    assert owned(text) == []


def test_a_list_of_actions_may_say_what_for() -> None:
    rows = "Action items for the winter fair:\n\n- Hire a tea urn (Kit Birch)\n- Raffle prizes (Lena Corr)"
    assert owned(rows) == [["Kit Birch"], ["Lena Corr"]]


def test_a_short_task_is_marked_anew_under_another_topic() -> None:
    label = "ACTION – KB agenda item for next meeting."
    text = f"The clock is slow.\n\n{label}\n\nThe gate sticks.\n\n{label}"
    assert owned(text) == [["Kit Birch"], ["Kit Birch"]]


def test_what_was_asked_for_stands_below_a_semicolon() -> None:
    rows = "- The replacement of the clock be pursued.\n- The gate is blue."
    text = f"Matters were gone through and it was requested that;\n\n{rows}"
    assert [action.task for action in actions(text)] == ["The replacement of the clock be pursued."]
