"""Decisions that a label, a stem or a list's form opens: what stands below it, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import record_of

_HEAD = (
    "HOLLOW COMMON BOARD\nMinutes of the meeting held on Tuesday 4 March 2025\n\n"
    "Present: Ann Box (Chair), Ben Carr, Cat Dunn\n\n1. Welcome\n\nThe Chair opened.\n\n2. Pond\n\n"
)
_END = "\n\n3. Close\n\nThe meeting closed at 9 pm.\n"


def _told(folder: Path, text: str) -> list[tuple[str, str]]:
    record = record_of(folder, _HEAD + text + _END, "minutes.txt")
    return [(decision.text, decision.outcome) for decision in record.decisions]


@pytest.mark.parametrize(
    ("text", "decided"),
    [
        (
            "RESOLVED\n\nThat the Board:\n\na) Receives the report.\n\nb) Approves the pond plan.\n\nBox/Carr\nCARRIED",
            [("Receives the report.", "noted"), ("Approves the pond plan.", "agreed")],
        ),
        (
            "It was resolved to:\n\nA    Note the survey.\n\nB    Approve the pond plan.",
            [("Note the survey.", "noted"), ("Approve the pond plan.", "agreed")],
        ),
        (
            "The following decisions have been made:\n\n(a)   That the pond be cleared.\n\n(b)   That the fee be £4.",
            [("That the pond be cleared.", "agreed"), ("That the fee be £4.", "agreed")],
        ),
        (
            "The following members volunteered to hold the posts:\n\n• Secretary - Cat\n• Treasurer - Ben",
            [("Secretary - Cat", "elected"), ("Treasurer - Ben", "elected")],
        ),
        (
            "Ann Box moved to clear the pond. Second by Ben Carr. Voice vote. Motion carries.",
            [("Ann Box moved to clear the pond. Second by Ben Carr. Voice vote. Motion carries.", "agreed")],
        ),
        ("RESOLVED\n\nThe Chair thanked the wardens.", []),
    ],
)
def test_what_stands_below_a_stem_is_decided(tmp_path: Path, text: str, decided: list[tuple[str, str]]) -> None:
    assert _told(tmp_path, text) == decided


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The Clerk recommended that the pond be cleared. This was agreed.", "agreed"),
        ("It was agreed to note the survey of the pond.", "noted"),
        ("Decision: Defer the pond plan until May.", "deferred"),
        ("The appointment of Dan Ash was approved by three members.", "elected"),
    ],
)
def test_the_outcome_is_what_the_words_settle(tmp_path: Path, text: str, outcome: str) -> None:
    assert [told for _, told in _told(tmp_path, text)] == [outcome]
