"""Notes of small groups: short sentences, labels with a state, motions that fell. Invented words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import owned, record_of

HEAD = """Elmer Cycling Club

Minutes of the meeting held on 4 March 2025

Present: Ann Box (Chair), Ben Carr, Cal Dunn

In attendance: Eva Firth (Secretary)

1. Apologies

There were none.

2. Kit

"""
END = "\n\n3. Next meeting\n\nThe date was noted.\n"


@pytest.mark.parametrize(
    "text",
    [
        "Ben proposed charging £2 more on the line, seconded Cal - vote 2 for 3 against, not carried.",
        "Cllr Carr moved to close the shed, seconded by Cllr Dunn, 1 in favour and 4 against, motion not passed.",
    ],
)
def test_a_motion_that_was_not_carried_is_refused(tmp_path: Path, text: str) -> None:
    decision = record_of(tmp_path, f"{HEAD}{text}{END}").decisions[0]
    assert (decision.text, decision.outcome) == (text, "refused")


@pytest.mark.parametrize(
    "text",
    [
        "After a show of hands (3 for, 1 against) the Committee CHOSE red.",
        "Members opted for the blue shirt.",
    ],
)
def test_what_a_body_chose_is_decided(tmp_path: Path, text: str) -> None:
    record = record_of(tmp_path, f"{HEAD}{text}{END}")
    assert [d.text for d in record.decisions if d.item == "2"] == [text]


def test_a_short_month_behind_a_day_ends_a_sentence(tmp_path: Path) -> None:
    text = "Ben to give the pub the numbers by 20th Feb. Cal will bring the cups."
    assert owned(record_of(tmp_path, f"{HEAD}{text}{END}")) == [
        ("Ben to give the pub the numbers by 20th Feb.", ["Ben Carr"]),
        ("Cal will bring the cups.", ["Cal Dunn"]),
    ]


@pytest.mark.parametrize("opening", ["Cal - the trailer needs a hitch.", "Cal: the trailer needs a hitch."])
@pytest.mark.parametrize("will", ["He'll", "He will"])
def test_he_is_who_the_paragraph_names_in_front(tmp_path: Path, opening: str, will: str) -> None:
    task = f"{will} get a price."
    assert owned(record_of(tmp_path, f"{HEAD}{opening} {task}{END}")) == [(task, ["Cal Dunn"])]


@pytest.mark.parametrize("state", ["c/f", "b/f", "carried forward", "ongoing"])
def test_a_label_with_a_state_closes_what_stands_before_it(tmp_path: Path, state: str) -> None:
    task = "Ben had not met the walkers and would do so before Easter."
    (action,) = record_of(tmp_path, f"{HEAD}{task} Action: BC ({state}){END}").actions
    assert (action.task, [owner.name for owner in action.owners]) == (task, ["Ben Carr"])
    assert action.carried or "/f" not in state


def test_numbered_labels_on_lines_of_one_paragraph_are_a_task_each(tmp_path: Path) -> None:
    text = "**Action 4.1** BC – mend the lamps – 18/03/25\n**Action 4.2** CD/AB – agree dates for the rides"
    record = record_of(tmp_path, f"{HEAD}{text}{END}", "minutes.md")
    assert [(task.split(" – ")[0], owners) for task, owners in owned(record)] == [
        ("mend the lamps", ["Ben Carr"]),
        ("agree dates for the rides", ["Cal Dunn", "Ann Box"]),
    ]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("The repairs will be complete by 6th July, 2025.", []),
        ("The flood plans will be placed before the Full Council for adoption at the July Meeting.", []),
        ("The Secretary said that the scheme would be going to tender in the coming weeks.", ["Eva Firth"]),
        ("It was intended to bring the disposal of the yard to the Full Council for approval.", []),
        ("It was stated that the Council intended to complete the works shortly.", ["Council"]),
    ],
)
def test_what_a_council_says_its_works_come_to_is_a_task(tmp_path: Path, text: str, owners: list[str]) -> None:
    assert owned(record_of(tmp_path, f"{HEAD}{text}{END}")) == [(text, owners)]


@pytest.mark.parametrize(
    "text",
    [
        "In proposing the motion, Councillor Carr stated that the land was free and the landowner should be contacted.",
        "It was suggested that contact should be made with the Planning Department, who may know the owner.",
        "Members suggested that consideration should be given to reviewing the byelaws.",
        "The works on the quay were complete by 6 January.",
    ],
)
def test_thoughts_that_nobody_took_up_are_no_tasks(tmp_path: Path, text: str) -> None:
    assert not record_of(tmp_path, f"{HEAD}{text}{END}").actions


def test_a_thought_that_was_taken_up_is_a_task(tmp_path: Path) -> None:
    text = "It was suggested that contact should be made with the Planning Department. This was agreed."
    assert record_of(tmp_path, f"{HEAD}{text}{END}").actions


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Eva Firth replied that we can organise a briefing on this.", ["Eva Firth"]),
        ("The Secretary replied that the Council can look into this.", ["Council"]),
        ("A review of the trial will take place after six months.", []),
        ("It was confirmed that the gullies would be jetted.", []),
        (
            "On the proposal of Cllr. Cal Dunn seconded by Cllr. Ben Carr it was agreed to seek an update on rents.",
            [],
        ),
    ],
)
def test_answers_reviews_and_what_a_proposer_does_not_own(tmp_path: Path, text: str, owners: list[str]) -> None:
    assert owned(record_of(tmp_path, f"{HEAD}{text}{END}")) == [(text, owners)]


SENATE = """UNIVERSITY OF ELMER

LEARNING COMMITTEE

Minutes of the meeting held on 21 November 2023

PRESENT: Professor J Whit (Chair), Dr S Amin, Ms C Dean

23.31  MINUTES
       CONFIRMED: The minutes of the meeting held on 3 October 2023 (LC.23.18).

23.32  MATTERS ARISING
       REPORTED: That the policy on late work had been approved by Senate on 1 November.

23.33  EXAMINATIONS
       RECEIVED: A paper from Dr Amin (LC.23.19).
       CONSIDERED:
       (i) Whether they should be longer.
       (ii) The load on markers.
       RESOLVED:
       (a) To endorse the draft;
"""


def test_a_committee_that_labels_what_it_does(tmp_path: Path) -> None:
    record = record_of(tmp_path, SENATE)
    assert [(d.text.split(":")[0], d.outcome) for d in record.decisions] == [
        ("CONFIRMED", "agreed"),
        ("RECEIVED", "noted"),
        ("To endorse the draft;", "agreed"),
    ]
    assert record.meeting.start is None
    assert [item.number for item in record.items] == ["23.31", "23.32", "23.33"]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("The Secretary will have an officer watch the bridge in the mornings.", ["Eva Firth"]),
        ("The Secretary replied that a written answer would be sent.", ["Eva Firth"]),
    ],
)
def test_what_somebody_will_have_done(tmp_path: Path, text: str, owners: list[str]) -> None:
    assert owned(record_of(tmp_path, f"{HEAD}{text}{END}")) == [(text, owners)]


def test_after_discussion_a_body_tables_a_matter(tmp_path: Path) -> None:
    text = "After discussion the Committee tabled the matter until 24 May."
    record = record_of(tmp_path, f"{HEAD}{text}{END}")
    assert [(d.text, d.outcome) for d in record.decisions if d.item == "2"] == [(text, "deferred")]
