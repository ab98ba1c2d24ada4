"""Decisions that open with another verb than "resolved", and lists whose rows end each in their own way. Invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_decisions import decisions_of

GRANTS = (
    "Lunch Club - oven - £700\nBrass Band - uniforms - £900 - refused, not for us\nScouts - van - deferred, no sums £9"
)
CASES = [
    ("CONCLUDED that the timetable be adopted.", [("agreed", "CONCLUDED that")]),
    ("The Council Noted the progress made.", [("noted", "The Council Noted")]),
    (
        "The Council:\n\na Noted the position.\n\nb Asked for a second price.",
        [("noted", "Noted the"), ("agreed", "Asked for")],
    ),
    ("The premium falls due in May, agreed to stay with the firm.", [("agreed", "agreed to stay")]),
    (
        "Offered: an old piano, declined with thanks; box of slides, accepted.",
        [("refused", "Offered: an old piano"), ("agreed", "box of slides")],
    ),
    (
        f"RESOLVED\n\nThat the following be agreed:\n{GRANTS}",
        [("agreed", "Lunch Club"), ("refused", "Brass Band"), ("deferred", "Scouts")],
    ),
    (
        "MOTION: Box/Carr that a second bus be run.\n\nThe Clerk gave the cost. DEFEATED",
        [("refused", "MOTION: Box/Carr that a second bus")],
    ),
    ("Ben Carr SECONDED the motion and asked for a copy. It was agreed.", [("agreed", "It was agreed.")]),
]
NONE = [
    "The Clerk to chase the builder. This is carried over to May.",
    "REPORTED that the lamp is mended.",
    "Action – It was agreed:\n\n- that the Clerk mend the links;\n\n- that Ann Box ring the county.",
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_how_decisions_open(text: str, wanted: list[tuple[str, str]], tmp_path: Path) -> None:
    found = [(one.outcome, one.text) for one in decisions_of(tmp_path, text)]
    assert len(found) == len(wanted), found
    for (outcome, words), (right, begin) in zip(found, wanted, strict=True):
        assert (outcome, words[: len(begin)]) == (right, begin)


@pytest.mark.parametrize("text", NONE)
def test_what_opens_no_decision(text: str, tmp_path: Path) -> None:
    assert decisions_of(tmp_path, text) == []


def test_a_council_of_another_kind_is_not_the_body_that_met(tmp_path: Path) -> None:
    news = "The Parish Council has agreed a grant of £90."
    assert decisions_of(tmp_path, news, body="Ash Library Trust") == []
    assert len(decisions_of(tmp_path, news, body="Ash Parish Council")) == 1


def test_a_body_is_called_by_the_last_word_of_its_name(tmp_path: Path) -> None:
    agreed = "Session agreed to buy a second mower."
    assert [one.outcome for one in decisions_of(tmp_path, agreed, body="Ash Vale Kirk Session")] == ["agreed"]
    assert decisions_of(tmp_path, agreed, body="Ash Vale Committee") == []
