"""How clubs and societies write: tasks listed below "Resolved", what somebody should do, labels of two words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import owned, record_of

_HEAD = "# Quay Workshop Plenum Minutes\n\nDate: 5 March 2024\n\nPresent: Olga Finch, Tom Reed, Ida Vale\n\n"


def test_each_row_below_resolved_alone_is_decided_and_given_to_the_one_it_names(tmp_path: Path) -> None:
    rows = "- Tom: Introduce Ida to the printer\n- Olga/Ida: Sort out the shelves\n"
    record = record_of(tmp_path, f"{_HEAD}## Shop\n\n- No news.\n\n**Resolved**\n\n{rows}", "minutes.md")
    assert [d.text for d in record.decisions] == [
        "Tom: Introduce Ida to the printer",
        "Olga/Ida: Sort out the shelves",
    ]
    assert [names for _, names in owned(record)] == [["Tom Reed"], ["Olga Finch", "Ida Vale"]]


@pytest.mark.parametrize("row", ["(none)", "Nothing", "n/a"])
def test_where_none_stands_below_resolved_nothing_was_decided(tmp_path: Path, row: str) -> None:
    record = record_of(tmp_path, f"{_HEAD}## Shop\n\n- No news.\n\n**Resolved**\n\n- {row}\n", "minutes.md")
    assert record.decisions == ()


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("The till is short, Tom and Ida should coordinate on this.", ["Tom Reed", "Ida Vale"]),
        ("Currently Olga is paying for the hall and should seek repayment.", ["Olga Finch"]),
        ("We should look into the rules for raffles.", []),
        ("ACTION/TODO: Draw up a rota", []),
    ],
)
def test_what_somebody_should_do_is_a_task(tmp_path: Path, line: str, owners: list[str]) -> None:
    record = record_of(tmp_path, f"{_HEAD}## Shop\n\n- {line}\n- The lamps are old.\n", "minutes.md")
    assert [names for _, names in owned(record)] == [owners]


@pytest.mark.parametrize(
    "line",
    ["Tom should have asked the printer.", "We should be proud of the fair.", "He asked if we should look into it."],
)
def test_what_should_have_been_and_what_is_thought_are_no_tasks(tmp_path: Path, line: str) -> None:
    record = record_of(tmp_path, f"{_HEAD}## Shop\n\n- {line}\n- The lamps are old.\n", "minutes.md")
    assert record.actions == ()


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("Tom will need to ring the depot a week ahead.", ["Tom Reed"]),
        ("Ida has tentatively agreed to run the stall.", ["Ida Vale"]),
    ],
)
def test_softer_words_still_give_tasks(tmp_path: Path, line: str, owners: list[str]) -> None:
    record = record_of(tmp_path, f"{_HEAD}## Shop\n\n{line}\n\nThe lamps are old.\n", "minutes.md")
    assert [names for _, names in owned(record)] == [owners]


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("KX0LDG will work on prizes.", ["KX0LDG"]),
        ("Mark KX0SHM will oversee this special election.", ["Mark KX0SHM"]),
    ],
)
def test_a_call_sign_names_somebody_of_a_radio_club(tmp_path: Path, line: str, owners: list[str]) -> None:
    head = "# Mill Radio Club Minutes\n\nMeeting called to order at 19:00, August 16, 2022\n\n"
    text = f"{head}## Hamfest\n\n{line}\n\nAll is well.\n"
    assert [names for _, names in owned(record_of(tmp_path, text, "minutes.md"))] == [owners]


@pytest.mark.parametrize("line", ["The A140 will close in May.", "The hall at NR4 2TX will open at noon."])
def test_roads_and_postcodes_are_no_call_signs(tmp_path: Path, line: str) -> None:
    record = record_of(tmp_path, f"{_HEAD}## Shop\n\n{line}\n\nThe lamps are old.\n", "minutes.md")
    assert record.actions == ()


def test_a_regular_agenda_holds_the_items_below_it(tmp_path: Path) -> None:
    text = f"{_HEAD}## Regular Agenda\n\n### Fair\n\nIt rained.\n\n### Lamps\n\nThey are old.\n"
    assert [item.title for item in record_of(tmp_path, text, "minutes.md").items] == ["Fair", "Lamps"]
