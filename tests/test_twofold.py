"""Two decisions in one sentence, below a number or in a table's cell; a verdict that is a sentence. Invented papers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.printed import found_in, table
from tests.test_decisions import decisions_of

TWO = [
    (
        "RESOLVED that the report be noted and a sum of £900 be moved to the roof fund.",
        [("noted", "RESOLVED that the report be noted"), ("agreed", "a sum of £900 be moved to the roof fund.")],
    ),
    (
        "RESOLVED that the lease be renewed, and that the question of the gate be deferred to May.",
        [
            ("agreed", "RESOLVED that the lease be renewed"),
            ("deferred", "that the question of the gate be deferred to May."),
        ],
    ),
    (
        "The treasurer's report was noted and the Council agreed to lend £40 to the band.",
        [("noted", "The treasurer's report was noted"), ("agreed", "the Council agreed to lend £40 to the band.")],
    ),
    (
        "The Council noted the report and agreed that a new mower was needed.",
        [("noted", "The Council noted the report"), ("agreed", "agreed that a new mower was needed.")],
    ),
    (
        "RESOLVED 2024/017\n\nThat the report be noted and the lease be renewed for a year.",
        [("noted", "That the report be noted"), ("agreed", "the lease be renewed for a year.")],
    ),
]

ONE = [
    "It was agreed that a flag would be bought and that it would be flown in May.",
    "It was proposed by Cllr Box, seconded by Cllr Carr and unanimously agreed that the minutes be signed.",
    "The Council agreed to recommend to the Board that the hall be sold, and that the yard be kept.",
    "It was agreed to mend the gate and paint the fence.",
]


@pytest.mark.parametrize(("text", "expected"), TWO)
def test_two_acts_are_two_decisions(tmp_path: Path, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(found.outcome, found.text) for found in decisions_of(tmp_path, text)] == expected


@pytest.mark.parametrize("text", ONE)
def test_one_act_in_two_clauses_is_one(tmp_path: Path, text: str) -> None:
    assert [found.text for found in decisions_of(tmp_path, text)] == [text]


def test_a_table_of_services_says_their_outcomes() -> None:
    rows = table(
        ("Service", "Outcome"),
        ("Library", "Primary – agreed; secondary – not agreed"),
        ("Music", "Primary – agreed; secondary – agreed"),
        ("Swimming", "Deferred to November"),
    )
    found = found_in("Ashcombe Forum\n\nMinutes of the meeting held on 4 March 2024\n\n1. Services", rows)
    assert [(one.outcome, one.text) for one in found.decisions] == [
        ("agreed", "Primary – agreed"),
        ("refused", "secondary – not agreed"),
        ("agreed", "Primary – agreed; secondary – agreed"),
        ("deferred", "Deferred to November"),
    ]


def test_the_fates_of_an_amendment_and_of_its_motion_are_two(tmp_path: Path) -> None:
    text = "Cllr Box moved that the charge go. Cllr Carr moved an amendment that it be halved, seconded by Cllr Dunn. "
    text += "On a show of hands the amendment was lost by 6 votes to 3. The motion was then put and carried."
    found = decisions_of(tmp_path, text)
    assert [one.outcome for one in found] == ["refused", "agreed"]
    assert found[0].text.endswith("the amendment was lost by 6 votes to 3.")
    assert found[1].text == "The motion was then put and carried."
