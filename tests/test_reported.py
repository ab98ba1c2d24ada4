"""Reports on old actions that close with their state. People and places are invented."""

from __future__ import annotations

import pytest

from pipeline.found import FoundAction
from tests.printed import found_in

FRONT = "Minutes of the meeting of 9 September 2025\n\nPresent: Cllr Ann Box, Cllr Ben Carr, Dee Dunn (Clerk)\n\n"


def told(text: str, title: str = "1. Matters arising") -> list[FoundAction]:
    return list(found_in(f"{FRONT}{title}\n\n{text}\n\n2. Finance\n\nThe bill was paid.").actions)


@pytest.mark.parametrize(
    ("text", "task", "owners", "status"),
    [
        (
            "Gazebo: Cllr Box had checked it for damage. Completed.",
            "Gazebo: Cllr Box had checked it for damage.",
            ("Cllr Box",),
            "completed",
        ),
        (
            "Minute 4.2: Ben Carr had sent the list to members on 3 May. Action closed.",
            "Ben Carr had sent the list to members on 3 May.",
            ("Ben Carr",),
            "completed",
        ),
        (
            "Footpath: Cllr Carr and the Clerk were waiting for the map. Carried forward.",
            "Footpath: Cllr Carr and the Clerk were waiting for the map.",
            ("Cllr Carr", "the Clerk"),
            "open",
        ),
        ("The grant: £40 was paid in on 2 May. Completed.", "The grant: £40 was paid in on 2 May.", (), "completed"),
    ],
)
def test_a_report_is_a_carried_action_with_its_state(
    text: str, task: str, owners: tuple[str, ...], status: str
) -> None:
    [action] = told(text)
    assert (action.task, action.owners, action.status) == (task, owners, status)
    assert action.carried and not action.marked and action.due is None


def test_a_date_that_was_moved_is_what_is_due() -> None:
    [action] = told("Budget: Cllr Box asked for more time in June. Carried forward; due date moved to 8 July 2025.")
    assert (action.due, action.status) == ("8 July 2025", "open")
    assert action.progress == "Carried forward; due date moved to 8 July 2025."


def test_owners_below_a_report_mark_it() -> None:
    [action] = told("2.3 Minute 4.6: the Clerk had not yet written to the county. Carried forward.\n\nACTION: Dee Dunn")
    assert (action.owners, action.marked, action.carried) == (("Dee Dunn",), True, True)
    assert action.task == "the Clerk had not yet written to the county."


@pytest.mark.parametrize(
    "text",
    [
        "The gazebo was checked for damage.",
        "Completed.",
        "The roof was mended. The works were completed in May.",
    ],
)
def test_a_story_is_no_report(text: str) -> None:
    assert told(text) == []


def test_outside_of_matters_arising_nothing_is_made_of_a_state() -> None:
    assert told("Roof: the slates had been mended. Completed.", "1. Buildings") == []


def test_what_the_body_notes_in_a_list_of_actions_is_a_decision() -> None:
    found = found_in(f"{FRONT}1. Action log\n\nThe Council noted the action log.\n\n2. Finance\n\nThe bill was paid.")
    assert [decision.text for decision in found.decisions] == ["The Council noted the action log."]
    assert found.actions == ()
