"""Minutes of parishes, halls and clubs that do not exist: who is told to act in a roundabout way, and who came."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.ahead import is_letters
from pipeline.record import Record
from tests.typed import owned, record_of

COUNCIL = """Dunmoor Parish Council
Minutes of the meeting held on 4 March 2024
Present: Cllr Rolf Ashdown (Chair), Cllr Ines Birkett, Cllr Otto Crane
In attendance: Mara Dunne (Clerk)

1. Apologies
There were none.

2. Matters arising
"""


def _council(folder: Path, words: str) -> Record:
    return record_of(folder, f"{COUNCIL}{words}\n")


def _people(folder: Path, lists: str) -> list[tuple[str, str, str | None]]:
    text = f"Dunmoor Parish Council\nMinutes of the meeting held on 4 March 2024\n\n{lists}\n\n1. Roads\nMended.\n"
    return [(person.name, person.status, person.capacity) for person in record_of(folder, text).attendance]


@pytest.mark.parametrize(
    ("words", "owners"),
    [
        ("A working party of Cllrs Ashdown and Crane was formed to inspect the weir.", ["Rolf Ashdown", "Otto Crane"]),
        ("A small sub-group (Cllrs Ashdown, Crane) has been set up to plan the fair.", ["Rolf Ashdown", "Otto Crane"]),
        (
            "A panel comprising Cllr Birkett and the Clerk was created to rewrite the form.",
            ["Ines Birkett", "Mara Dunne"],
        ),
        ("Cllr Crane has the task of finding a thatcher.", ["Otto Crane"]),
        ("The onus is on the Clerk to warn the insurers.", ["Mara Dunne"]),
        ("It is up to Cllr Birkett to chase the depot.", ["Ines Birkett"]),
        ("It falls to the Clerk to file the return.", ["Mara Dunne"]),
        ("The Council instructed its solicitor to draw up a lease.", ["solicitor"]),
        ("The Parish Council has asked its insurers to look at the roof.", ["insurers"]),
        ("CR Crane to write to the miller.", ["Otto Crane"]),
        ("CLLRS ASHDOWN & CRANE to measure the weir.", ["Rolf Ashdown", "Otto Crane"]),
    ],
)
def test_a_task_told_in_a_roundabout_way(tmp_path: Path, words: str, owners: list[str]) -> None:
    assert owned(_council(tmp_path, words)) == [(words, owners)]


@pytest.mark.parametrize(
    "words",
    [
        "A working party was formed in 2019 to look at the weir.",
        "A group of anglers was formed to look at the weir.",
        "It is up to the Clerk to decide.",
        "The onus is on dog owners to clean up.",
        "The Council had instructed its solicitor to draw up a lease.",
        "Cllr Crane had the task of finding a thatcher.",
    ],
)
def test_what_was_done_or_holds_for_everybody_is_no_task(tmp_path: Path, words: str) -> None:
    assert owned(_council(tmp_path, words)) == []


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Proposed memorial for the late Mr Hoe, approved by Council.", "agreed"),
        ("Bench for the green: agreed by all.", "agreed"),
        ("Wording on the Hoe stone, deferred by the Committee until the fee is paid.", "deferred"),
        ("Proposed stone in row nine, refused by Council.", "refused"),
    ],
)
def test_a_topic_and_who_agreed_to_it_is_a_decision(tmp_path: Path, words: str, outcome: str) -> None:
    (decision,) = _council(tmp_path, words).decisions
    assert (decision.text, decision.outcome) == (words, outcome)


@pytest.mark.parametrize(
    "words", ["The budget, approved by Council, was sent to the mill.", "A porch, approved by Tarn Borough Council."]
)
def test_what_is_told_of_an_approval_is_no_decision(tmp_path: Path, words: str) -> None:
    assert _council(tmp_path, words).decisions == ()


@pytest.mark.parametrize(
    ("words", "owners"),
    [
        ("ACTION: obtain a quote (Tarn Paving)", []),
        ("ACTION: mend the wall (Garner & Sons)", []),
        ("ACTION: Clerk to get a price (Weir Builders)", ["Mara Dunne"]),
        ("ACTION: mend the wall (Mara Dunne)", ["Mara Dunne"]),
        ("ACTION: mend the wall (Highways)", ["Highways"]),
    ],
)
def test_a_firm_in_brackets_is_whom_the_task_is_about(tmp_path: Path, words: str, owners: list[str]) -> None:
    (action,) = _council(tmp_path, words).actions
    assert [owner.name for owner in action.owners] == owners


@pytest.mark.parametrize(
    ("lists", "names"),
    [
        ("Present: Cllr Rolf Ash, Birkett, Otto Crane, Ida Hoe", ["Rolf Ash", "Birkett", "Otto Crane", "Ida Hoe"]),
        ("Present: Rolf Ash (Chair), Ines, Otto Crane, Ida Hoe", ["Rolf Ash", "Ines", "Otto Crane", "Ida Hoe"]),
        (
            "Present: Rolf Ash – Chair\nIda Hoe – Vice Chair\nCrane\nDi Lund",
            ["Rolf Ash", "Ida Hoe", "Crane", "Di Lund"],
        ),
        ("Present: JANE, BOB, ALAN, SUE\nApologies: FRED, MARY", ["JANE", "BOB", "ALAN", "SUE", "FRED", "MARY"]),
        ("Present: JANE BOX, BOB ELM, SALLY", ["JANE BOX", "BOB ELM", "SALLY"]),
        ("Present: Jo Box, Al Elm\nApologies: Fred", ["Jo Box", "Al Elm", "Fred"]),
    ],
)
def test_a_name_alone_in_a_list_is_somebody(tmp_path: Path, lists: str, names: list[str]) -> None:
    assert [name for name, *_ in _people(tmp_path, lists)] == names


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        (
            "Present: Jo Box, Harrow, Al Elm, Unison, Sam Ash, Tarn",
            [("Jo Box", "Harrow"), ("Al Elm", "Unison"), ("Sam Ash", "Tarn")],
        ),
        (
            "Present: Jo Box, Al Elm, UNITE, Sam Ash, Di Lund",
            [("Jo Box", None), ("Al Elm", "UNITE"), ("Sam Ash", None), ("Di Lund", None)],
        ),
    ],
)
def test_a_word_behind_each_name_is_where_somebody_works(
    tmp_path: Path, lists: str, expected: list[tuple[str, str | None]]
) -> None:
    assert [(name, capacity) for name, _, capacity in _people(tmp_path, lists)] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("AB", True), ("AB, CD/EF", True), ("All", True), ("AB:", True), ("CR Hoe", False), ("Ann", False)],
)
def test_whose_a_row_of_a_narrow_column_is_by_letters(words: str, expected: bool) -> None:
    assert is_letters(words) is expected
