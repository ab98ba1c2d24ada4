"""What was decided and the vote or movers told right behind it are one decision. Invented papers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.printed import found_in
from tests.test_decisions import decisions_of

WHOLE = [
    "It was agreed to let the yard for ten years. CARRIED",
    "A lower fee was approved. Carried.",
    "The Council was happy to leave the fee as it is. Carried.",
    "Be it resolved that £40 be given to the band. Carried.",
    "RESOLVED that the yard be let. Motion by Ann Box, seconded by Ben Carr. Carried.",
    "To adopt the plan of the yard. Agreed.",
    "To adopt the plan of the yard. Agreed (Prop. Ann Box, Sec. Ben Carr)",
]


@pytest.mark.parametrize("text", WHOLE)
@pytest.mark.parametrize("before", ["", "The price was talked about. "])
def test_a_vote_is_told_with_what_it_is_on(text: str, before: str, tmp_path: Path) -> None:
    assert [decision.text for decision in decisions_of(tmp_path, before + text)] == [text]


@pytest.mark.parametrize(
    "movers", ["Motion by Ann Box, seconded by Ben Carr.", "Proposed: Ann Box. Seconded: Ben Carr."]
)
def test_who_moved_what_was_resolved_before_is_no_decision(movers: str, tmp_path: Path) -> None:
    (found,) = decisions_of(tmp_path, "It was RESOLVED to let the yard for ten years. " + movers)
    assert found.text.startswith("It was RESOLVED to let the yard for ten years.")
    assert (found.mover, found.seconder) == ("Ann Box", "Ben Carr")


def test_a_verdict_on_what_was_told_stands_alone(tmp_path: Path) -> None:
    told = "Two members thought the fee too high, and the hall has few lets. Agreed."
    assert [decision.text for decision in decisions_of(tmp_path, told)] == ["Agreed."]


def test_a_seconder_in_brackets_is_no_owner_at_the_end(tmp_path: Path) -> None:
    rows = [
        f"{n}. {what}\n\nIt was RESOLVED to {does} (Prop. {first}, Sec. {second})"
        for n, what, does, first, second in (
            (2, "Yard", "let the yard and write to the farmer", "Ann Box", "Ben Carr"),
            (3, "Van", "sell the van and tell the insurers", "Ben Carr", "Ann Box"),
            (4, "Well", "mend the well and order a lid", "Ann Box", "Ben Carr"),
        )
    ]
    found = found_in("Ashcombe Council", "Minutes of 4 March 2024", "Present: Ann Box, Ben Carr", "1. Apologies", *rows)
    assert [owner for action in found.actions for owner in action.owners if "B" in owner] == []


def test_a_column_beside_the_minutes_tells_what_was_decided() -> None:
    parts = ("Ashcombe Council", "Minutes of 4 March 2024", "Present: Ann Box, Ben Carr", "1. Apologies\n\nNone.")
    found = found_in(*parts, "2. Yard\n> Agreed to let the yard\nThe rent was talked about.\n> for ten years")
    assert [decision.text for decision in found.decisions] == ["Agreed to let the yard for ten years"]


@pytest.mark.parametrize("opening", ["Agreed that", "Outcome"])
def test_what_stands_below_a_bare_opening_is_what_was_decided(opening: str, tmp_path: Path) -> None:
    found = decisions_of(tmp_path, f"The yard was talked about.\n\n{opening}\n\n- the yard be let\n- the van be sold")
    assert [decision.text for decision in found] == ["the yard be let", "the van be sold"]
