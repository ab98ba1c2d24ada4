"""Whose a marked task is where the paper sets them before, behind or below it. All papers are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.layout.when import is_when
from pipeline.run import extract

HEAD = (
    "Tarn Moor Allotment Society\n\nMinutes of the meeting held on Tuesday 4 March 2025\n\n"
    "Present: Ann Holt (AH), Chairman; Sam Reed (SR), Secretary; Kit Lund (KL)\n\n1. Water\n\n"
)
FOOT = "\n\n2. Next meeting\n\nTuesday 1 April 2025.\n"
Found = list[tuple[list[str], str, str | None]]


def read(tmp_path: Path, *paragraphs: str) -> Found:
    """The actions of minutes with these paragraphs in an item: owners, the task's first three words, due."""
    path = tmp_path / "minutes.txt"
    path.write_text(HEAD + "\n\n".join(paragraphs) + FOOT, "utf-8")
    (record,) = extract(path)
    return [
        (
            [owner.name for owner in action.owners],
            " ".join(action.task.split()[:3]),
            action.due.date or action.due.text,
        )
        for action in record.actions
    ]


@pytest.mark.parametrize("labels", [("Task", "By whom", "By when"), ("What", "Who", "When"), ("Job", "Lead", "Due")])
def test_labels_below_one_another_make_one_task(tmp_path: Path, labels: tuple[str, str, str]) -> None:
    task, who, when = labels
    block = (f"{task}: Relay the pipe to plot nine", f"{who}: Kit Lund", f"{when}: 3 May")
    assert read(tmp_path, "The trough leaks.", *block) == [(["Kit Lund"], "Relay the pipe", "2025-05-03")]


def test_a_label_below_closes_what_leaves_something_to_be_done(tmp_path: Path) -> None:
    told = read(
        tmp_path, "The trough leaks. The valve needs to be changed.", "Responsible: Secretary", "Due: June 2025"
    )
    assert told == [(["Sam Reed"], "The valve needs", "2025-06")]


def test_labels_of_an_event_are_no_task(tmp_path: Path) -> None:
    assert read(tmp_path, "What: Book the summer lunch early", "Who: All members", "Where: The hut") == []


def test_a_label_with_a_name_below_news_is_no_task(tmp_path: Path) -> None:
    assert read(tmp_path, "The pump was mended in May and works well.", "Lead: Kit Lund") == []


@pytest.mark.parametrize("who", ["Secretary", "Sam Reed", "SR", "Sam"])
def test_an_order_behind_one_of_the_paper_s_people_is_theirs(tmp_path: Path, who: str) -> None:
    assert read(tmp_path, f"{who}: reword the tenancy agreement") == [(["Sam Reed"], "reword the tenancy", None)]


@pytest.mark.parametrize(
    "told",
    [
        "Secretary: the tenancy agreement was reworded in May.",
        "Kit Lund: Stone Water Protection Board",
        "Sam: during the winter the lane was closed.",
    ],
)
def test_what_one_of_the_paper_s_people_told_is_no_task(tmp_path: Path, told: str) -> None:
    assert read(tmp_path, told) == []


def test_people_who_close_what_has_to_be_done_are_its_owners(tmp_path: Path) -> None:
    told = read(
        tmp_path,
        "The hedge hides the sign. It needs a cut. KL",
        "The shed was painted. Ann Holt",
        "Two prices are wanted for the gate – Sam & Kit",
    )
    assert told == [
        (["Kit Lund"], "The hedge hides", None),
        (["Sam Reed", "Kit Lund"], "Two prices are", None),
    ]


@pytest.mark.parametrize(
    "words",
    ["w/c 7 November", "by next mtg", "end of term", "before the July meeting", "mid July", "Q2", "by May", "TBC"],
)
def test_words_that_say_when_and_nothing_else(words: str) -> None:
    assert is_when(words)


@pytest.mark.parametrize("words", ["May Reed", "April Holt", "June Marsh", "Ann Box", "in hand", "the county"])
def test_words_that_do_not_say_when(words: str) -> None:
    assert not is_when(words)
