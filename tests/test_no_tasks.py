"""What reads like a promise and is none (rules/no-tasks.yaml), and the tasks that stand close by: invented minutes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import owned, record_of

HEAD = """Tidewell Harbour Board

Minutes of the meeting of the Tidewell Harbour Board held on 4 March 2024

Present: Ms Ilse Ferrow (Chair), Mr Joss Hadley, Mrs Wren Pollard, Mr Otis Quill

In attendance: Nell Strand (Clerk)

1. Apologies

There were none.

2. Reports

"""


def told(folder: Path, sentence: str) -> list[tuple[str, list[str]]]:
    """The actions of a paragraph of minutes, each with its owners."""
    return owned(record_of(folder, f"{HEAD}{sentence}\n\n3. Next meeting\n\nThe date was noted.\n"))


@pytest.mark.parametrize(
    "sentence",
    [
        # a reason, a lack, a condition
        "Mr Quill feared that the regatta could not be held because the Pilots Committee will be repairing the slip.",
        "The surveyor has not called as there is nothing he thinks he needs to inspect.",
        "A sum of £300 is for a new winch if it's decided the Board will keep the old launch.",
        # voted
        "The Members agreed to give £40 to the lifeboat.",
        "The precept form was gone through, and after some talk it was resolved to apply for £6,200.",
        "The trustees decided that the meeting set for 9 April would be cancelled.",
        "It was decided that Board meetings will be held on the first Monday of the month.",
        # what something or somebody is for
        "Mrs Pollard said that the purpose of the Pilots Group is to advise new skippers.",
        "Mr Hadley and Mr Quill will continue in their current posts.",
        "Mr Quill will keep his duties as link member for now.",
        "Ms Marsh, trustee, will be replaced by Mr Tull from May.",
        "Mr Hadley and Mrs Pollard have put their names down as trustees.",
        # how a sitting goes on
        "During the hearing the Chair will call each witness in turn.",
        "The Commission will first determine whether the papers are complete.",
        "Each motion will be put by the Chair.",
        "The Panel will meet in closed session to discuss a claim.",
        "Ms Ferrow asked that these rules be followed during the meeting.",
        # an event
        "Mr Hadley said that the Pilots Committee will be meeting next month.",
        "The Pilots Group intends to meet again in the summer.",
        "Mr Hadley will return next month and sends his thanks.",
        "The Clerk will await the price.",
        "Mr Quill said that the Commodore Alf Tunney will appear at the regatta.",
        # what a rule wants, what was decided elsewhere
        "Section 9 of the bylaws states that a notice must be posted before an election.",
        "A letter acknowledging receipt of the Resolution passed in May, that the Minister be written to.",
        "The group was formed after the June meeting at which it was agreed to form a working party.",
        # a thought, an appeal to everybody
        "Mrs Pollard wondered if they could be printed in the almanac.",
        "It was suggested that a brief survey be held to see who comes.",
        "Mr Hadley urged parents to sign early.",
        "It was stressed that all residents should test their alarms.",
        "Householders are reminded to clear their gutters.",
        "Spare oars will be issued to crews at a cost of £12.",
        "The Chair would appreciate your views on the plan.",
        # what goes round each year, and what others hold
        "The reeds were cut and the contractor will continue to cut them every month.",
        "The auditor will carry out the interim audit in November.",
        "The cadets will be sailing to the island and parents will be asked for a contribution.",
        "The County will be holding a consultation on its draft plan, which will close on 4 July.",
        "Mr Quill, for the owner, said that his client would be planting a hedge.",
        # nobody does what is "not" to be done, nor a sum
        "Joss will not provide a map.",
        "Total to replace the four buoys £8,160.",
    ],
)
def test_nobody_is_given_a_task(tmp_path: Path, sentence: str) -> None:
    assert told(tmp_path, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        ("Because the slip is broken, the Clerk will ring the builder.", ["Nell Strand"]),
        ("There is nothing in the file, so the Clerk will ask the county for its copy.", ["Nell Strand"]),
        ("The purpose of the fee was not clear and Mr Hadley will ask the agent.", ["Joss Hadley"]),
        ("Mr Quill will return the form to the insurer.", ["Otis Quill"]),
        ("Mr Quill will return with prices at the next meeting.", ["Otis Quill"]),
        ("The Clerk will send a copy of the resolution to the Minister.", ["Nell Strand"]),
        ("The Clerk will ask what the county requires.", ["Nell Strand"]),
        ("The Clerk was asked to remind residents to clear their gutters.", ["Nell Strand"]),
        ("Mrs Pollard wondered if they could be printed in the almanac. She will ask the editor.", ["Wren Pollard"]),
        ("The Pilots Group will meet again in June to discuss the lease.", ["Pilots Group"]),
        ("Mr Hadley will keep a list of the keys.", ["Joss Hadley"]),
        ("After the meeting the Clerk will send out the tide tables.", ["Nell Strand"]),
        ("Members are asked to send their views on the plan to the Clerk.", ["Members"]),
        ("Mr Hadley will wait for the price and then order the pump.", ["Joss Hadley"]),
        ("Mr Quill agreed to spend £90 on paint and have the gate done.", ["Otis Quill"]),
        ("The Clerk will continue to send the list to the county every month.", ["Nell Strand"]),
        ("The Clerk will be holding a drop-in session about the lease.", ["Nell Strand"]),
        ("The Clerk will order twelve fobs at a cost of £12.", ["Nell Strand"]),
    ],
)
def test_the_task_that_stands_close_by(tmp_path: Path, sentence: str, owners: list[str]) -> None:
    assert [who for _, who in told(tmp_path, sentence)] == [owners]


def test_how_an_item_is_taken_is_no_owner(tmp_path: Path) -> None:
    assert told(tmp_path, "Action (Consent): B. Accept the list of moorings") == []
    assert told(tmp_path, "Action (JH): accept the list of moorings") == [
        ("accept the list of moorings", ["Joss Hadley"])
    ]
