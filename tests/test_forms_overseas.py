"""Papers of bodies that do not exist, as associations, library boards and project committees overseas write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.record import Record
from pipeline.run import extract

HEAD = """# Mill Lane Board

Minutes of the meeting held on 5 May 2021

Present: Wendy Lund, Cindy Ash, Rick Box (Treasurer), Jane Reed (Chair)

## Fees

"""


def _record(folder: Path, text: str, name: str = "minutes.md") -> Record:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    (record,) = extract(path)
    return record


def _owned(record: Record) -> list[tuple[str, list[str]]]:
    return [(action.task, [owner.name for owner in action.owners]) for action in record.actions]


@pytest.mark.parametrize(
    ("said", "tasks"),
    [
        (
            "Cindy will mend the hose and then Wendy will weed the bed.",
            [("Cindy will mend the hose and then", ["Cindy Ash"]), ("Wendy will weed the bed.", ["Wendy Lund"])],
        ),
        (
            "Jane will let the crew know the date and will send the list out.",
            [("Jane will let the crew know the date and will send the list out.", ["Jane Reed"])],
        ),
        (
            "The lease was read and Rick will come to the next meeting with a price.",
            [("The lease was read and Rick will come to the next meeting with a price.", ["Rick Box"])],
        ),
        (
            "Wendy, Cindy & Ottilie will be looking at colours.",
            [("Wendy, Cindy & Ottilie will be looking at colours.", ["Wendy Lund", "Cindy Ash", "Ottilie"])],
        ),
        (
            "The property manager is to meet with the plumber.",
            [("The property manager is to meet with the plumber.", ["property manager"])],
        ),
        (
            "Cindy was given a list of names, which she will follow up on.",
            [("Cindy was given a list of names, which she will follow up on.", ["Cindy Ash"])],
        ),
        ("Waiting for the plans to be drawn so that bids may be sought.", []),
        ("The Board continues to believe paper copies should be sent to all.", []),
        ("The insurer asked Low Builders to check the braces, and this work was done on 3 May.", []),
    ],
)
def test_who_takes_on_what(tmp_path: Path, said: str, tasks: list[tuple[str, list[str]]]) -> None:
    assert _owned(_record(tmp_path, HEAD + said + "\n")) == tasks


def test_labels_on_lines_of_their_own_in_one_paragraph(tmp_path: Path) -> None:
    text = HEAD + "**Action:** Jane and Rick will ask Zoe to speak.\n**Action item:** Book the hall - Cindy\n"
    assert _owned(_record(tmp_path, text)) == [
        ("Jane and Rick will ask Zoe to speak.", ["Jane Reed", "Rick Box"]),
        ("Book the hall", ["Cindy Ash"]),
    ]


def test_a_purpose_behind_a_dash_is_no_owner(tmp_path: Path) -> None:
    assert _owned(_record(tmp_path, HEAD + "Action: Print the pack - For review\n")) == [
        ("Print the pack - For review", [])
    ]


def test_a_line_below_a_short_bullet_is_no_more_of_it(tmp_path: Path) -> None:
    text = """Mill Lane Library Trustees
Minutes of the meeting on 5 May 2021
Present: Wendy Lund, Cindy Ash, Rick Box
Approval of April minutes
- Rick motioned to approve, Cindy seconded; motion carried
Approval of the budget report
- Cindy motioned to approve, Rick seconded; motion carried
Librarian's report
The librarian told the trustees at some length of the summer's reading club, of the new shelves and of the damp wall.
"""
    texts = [decision.text for decision in _record(tmp_path, text, "minutes.txt").decisions]
    assert texts == [
        "Rick motioned to approve, Cindy seconded; motion carried",
        "Cindy motioned to approve, Rick seconded; motion carried",
    ]


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("The Board unanimously approved minutes from the April meeting.", "agreed"),
        ("Board voted four to one in favor of the new shed.", "agreed"),
        ("Rick suggested deferring the vote to June. Seconded by Jane, passed by unanimous consent.", "deferred"),
        ("Jane proposes that we move to stage 2. No objections on the call to this landing.", "agreed"),
    ],
)
def test_ways_to_decide(tmp_path: Path, said: str, outcome: str) -> None:
    (decision,) = _record(tmp_path, HEAD + said + "\n").decisions
    assert decision.outcome == outcome


def test_who_was_there_when_the_meeting_was_called_to_order(tmp_path: Path) -> None:
    text = (
        "# Minutes of the Mill Lane Board, 5 May 2021\n\n"
        "Meeting called to order at 7:40 pm with Wendy (Win) Lund, Rick Box, and Jane Reed in attendance.\n"
    )
    assert [p.name for p in _record(tmp_path, text).attendance] == ["Wendy Lund", "Rick Box", "Jane Reed"]
