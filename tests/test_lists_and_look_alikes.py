"""What looks like a label, an answer, an action point or an owner and is none. Invented papers."""

from __future__ import annotations

import pytest

from pipeline.extractors.meeting.units import with_owner
from pipeline.layout.business import agenda_of
from tests.printed import found_in, outlined, table

FRONT = ("Ashcombe Council", "Minutes of the meeting held on 4 March 2024")
BUSINESS = ("1. Roads\n\nNone.", "2. Paths\n\nNone.")


@pytest.mark.parametrize("name", ["J Ward", "Mrs Ward", "Cllr Jo Ward", "Mr D Ward"])
def test_somebody_called_ward_is_no_ward(name: str) -> None:
    found = found_in(*FRONT, f"Present:\nAnn Box\n{name}\nBo Holt", *BUSINESS)
    assert [person.name.split()[-1] for person in found.people] == ["Box", "Ward", "Holt"]


def test_an_answer_is_the_first_sign_that_has_one() -> None:
    rows = "Sam Ash: apologies – ill\nDi Lund: absent - no word\nAnn Box – Chair: here\nBo Hale ....... here"
    found = found_in(*FRONT, "Roll call:\n" + rows, *BUSINESS)
    assert [(one.name, one.status, one.capacity) for one in found.people] == [
        *(("Sam Ash", "apologies", None), ("Di Lund", "absent", None)),
        *(("Ann Box", "present", "Chair"), ("Bo Hale", "present", None)),
    ]


def test_a_bullet_that_names_its_owner_keeps_it_below_somebody_else() -> None:
    tasks = "Actions for Ann Box:\n\n• Bo Holt to price the bins\n\n• ring the county"
    found = found_in(*FRONT, "Present: Ann Box, Bo Holt", "1. Bins\n\nNone.", "2. Paths\n\nNone.\n\n" + tasks)
    assert [action.owners for action in found.actions] == [("Bo Holt",), ("Ann Box",)]


def test_roads_are_no_action_points() -> None:
    found = found_in(*FRONT, "Present: Ann Box", "1. Roads\n\n- A38: Resurfacing in May\n- A46: Closure by night")
    assert not found.actions


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("Harrow Parish Council", "Moor Village Hall"), "Harrow Parish Council"),
        (("Venue: Moor Village Hall", "Harrow Parish Council"), "Harrow Parish Council"),
        (("Finance Committee", "Moor Village Hall"), "Finance Committee"),
        (("Ann Hall", "Finance Committee"), "Finance Committee"),
        (("HARROW SCHOOL", "Networks Committee of all"), "Works Committee"),
    ],
)
def test_a_place_or_a_person_next_to_a_body_is_no_owner_of_it(lines: tuple[str, ...], name: str) -> None:
    assert with_owner(name, lines) == name


def test_movers_belong_to_the_sentence_right_before_them() -> None:
    told = "It was agreed to cut the hedge. The fee be five pounds. Proposed Ann Box, seconded Bo Holt, carried."
    found = found_in(*FRONT, "Present: Ann Box, Bo Holt", "1. Apologies\n\nNone.", "2. Hedge\n\n" + told)
    assert [(one.text[:12], one.mover) for one in found.decisions] == [
        ("It was agree", None),
        ("The fee be f", "Ann Box"),
    ]


def test_a_usual_title_in_plain_print_above_a_number_is_an_item() -> None:
    outline = outlined(*FRONT, "Present: Ann Box", *BUSINESS, "Any other business\n\n3. Bins\n\nNone.")
    assert "Any other business" in [section.title for section in outline.sections if section.kind == "item"]


def test_a_list_of_tasks_is_no_agenda() -> None:
    last = ("2", "To agree a date", "Bo Holt"), ("3", "To note it", "Ann Box"), ("4", "To note the rota", "Clerk")
    assert agenda_of(table(("1", "To review the policy", "Ann Box"), *last).rows) is None
    assert agenda_of(table(("1", "Apologies", "Chair"), *last).rows) is not None
