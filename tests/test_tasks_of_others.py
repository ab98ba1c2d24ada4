"""What is told and gives nobody of the meeting a task: others' own plans, one member's wish, a motion, an old task."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import owned, record_of

MINUTES = (
    "Tarnside Parish Council\n\nMinutes of the meeting held on Monday 9 June 2025\n\n"
    "Present: Cllrs Ada Thorn (Chair), Una Pike and Otto Crane\nIn attendance: Ivo Lund (Clerk)\n\n"
    "1. Paths\n\n{}\n\n2. Close\n\nNone.\n"
)


def told(folder: Path, text: str) -> list[tuple[str, list[str]]]:
    return owned(record_of(folder, MINUTES.format(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Mill Water will be laying a new main in the lane. There were no comments.",
        "NRT is going to put a guard on the crossing at weekends.",
        "The Ferry Company had offered to take over the two lamps at its own cost.",
        "The Harbour Commission would publish its ratings in October.",
        "The two clubs spoke of the pitch. They have also agreed to sell cakes.",
        "The ferrymen came. They hope to open a kiosk on the quay.",
    ],
)
def test_others_tell_of_their_own_plans(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Mill Water will send us a plan of the main.", "Mill Water"),
        ("The Lengthsman will be clearing the ditch.", "Lengthsman"),
        ("Cllr Pike is going to ring the ferrymen.", "Una Pike"),
        ("The Footpaths Section will measure the stile.", "Footpaths Section"),
    ],
)
def test_what_is_done_for_the_meeting_stays_a_task(tmp_path: Path, text: str, owner: str) -> None:
    assert [owners for _, owners in told(tmp_path, text)] == [[owner]]


def test_one_member_s_wish_is_nobody_s_task_until_it_is_taken_up(tmp_path: Path) -> None:
    wish = "Cllr Pike asked that the stile be mended."
    assert told(tmp_path, f"{wish} There was some talk about what it would cost.") == []
    assert told(tmp_path, f"{wish} This was agreed.")
    assert told(tmp_path, "Members asked that the stile be mended.")


def test_the_text_of_a_motion_waits_for_its_outcome(tmp_path: Path) -> None:
    motion = '"That the Clerk write to the Ferry Company about the quay."'
    assert told(tmp_path, f"Cllr Crane: {motion}") == []
    assert told(tmp_path, f"It was agreed on the proposal of Cllr Crane: {motion}")


@pytest.mark.parametrize(
    "text",
    [
        "Cllr Pike to see the ferrymen about the quay was on the last list.",
        "Clerk to write to Mrs Dale: done, a reply is awaited.",
        "Item 3, Cllr Crane to measure the pond, was complete.",
    ],
)
def test_an_old_task_is_told_with_what_became_of_it(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == []


def test_what_is_to_be_done_may_speak_of_what_was(tmp_path: Path) -> None:
    assert len(told(tmp_path, "Clerk to write to the owner whose hedge has grown.")) == 1
    assert len(told(tmp_path, "Clerk to check the gate was shut.")) == 1


def test_an_agreement_and_who_sees_to_it_are_one_task(tmp_path: Path) -> None:
    text = "It was agreed that a steel post be fitted. Cllr Crane said that he would do this within the next week."
    assert [owners for _, owners in told(tmp_path, text)] == [["Otto Crane"]]


def test_whose_offer_it_is_has_no_task(tmp_path: Path) -> None:
    assert told(tmp_path, "It was agreed that Mrs Dale's kind offer be accepted.") == []


def test_the_quote_of_a_short_task_is_its_own_sentence(tmp_path: Path) -> None:
    (action,) = record_of(tmp_path, MINUTES.format("The lamp at the mill is out. Clerk to chase.")).actions
    assert action.task == "The lamp at the mill is out. Clerk to chase."
    assert action.evidence.quote == "Clerk to chase."
