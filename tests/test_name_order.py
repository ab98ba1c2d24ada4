"""Lists that give the surname first: "Lund, Ann" on a line of its own. All invented."""

from __future__ import annotations

import pytest

from pipeline.extractors.attendance.roll import read_roll
from pipeline.rules.in_force import matcher_of

People = list[tuple[str, str | None]]
LISTS: list[tuple[str, People]] = [
    (
        "Garrow, Margaret\nVance, Peter (Chair)\nRook, Ida",
        [("Margaret Garrow", None), ("Peter Vance", "Chair"), ("Ida Rook", None)],
    ),
    ("Tilney, Helen\nOrme, Callum", [("Helen Tilney", None), ("Callum Orme", None)]),
    ("van Rook, Tom\nO’Brae, Jo", [("Tom van Rook", None), ("Jo O’Brae", None)]),
    (
        "Tilney, Nell\nPeter Vance\nIda Rook – Clerk",
        [("Nell Tilney", None), ("Peter Vance", None), ("Ida Rook", "Clerk")],
    ),
    ("Nell Tilney, Overby\nPeter Vance, Harrow", [("Nell Tilney", "Overby"), ("Peter Vance", "Harrow")]),  # where from
    ("Tilney, Overby\nVance, Harrowby", [("Tilney", None), ("Overby", None), ("Vance", None), ("Harrowby", None)]),
    (
        "Nell Tilney, Ida Rook\nTom Vance, Jo Brae",
        [("Nell Tilney", None), ("Ida Rook", None), ("Tom Vance", None), ("Jo Brae", None)],
    ),
]


@pytest.mark.parametrize(("text", "people"), LISTS)
def test_the_given_name_comes_first(text: str, people: People) -> None:
    roll = read_roll(text, matcher_of(None), alone=True)
    assert [(entry.name.text, entry.capacity) for entry in roll.entries] == people


def test_the_place_in_the_paper_is_that_of_the_words_as_printed() -> None:
    text = "Tilney, Nell\nPeter Vance\nIda Rook"
    first = read_roll(text, matcher_of(None), alone=True).entries[0]
    assert text[first.start : first.end] == "Tilney, Nell"
