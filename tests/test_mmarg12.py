"""Owners in a margin: of several, whose a sentence is. Invented minutes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_forms_layout import on_page
from tests.test_forms_parish11 import margin_page
from tests.typed import owned

LAST = [("2. Roads", ""), ("The county has been told. HM to write to the county about the holes.", "HM")]


def beside(rows: list[tuple[str, str]], folder: Path) -> list[tuple[str, list[str]]]:
    told = owned(on_page(margin_page([("1. Lights", ""), *rows, *LAST]), folder))
    assert told.pop() == ("HM to write to the county about the holes.", ["Hal Moar"])
    return told


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("HM to ring the depot about the lamp.", ["Hal Moar"]),
        ("HM to ring the depot and tell OP.", ["Hal Moar", "Olive Peel"]),
        ("The depot to be told of the lamp.", ["Hal Moar", "Olive Peel"]),
        ("HM and IR will ring the depot.", ["Hal Moar", "Ian Reed"]),
    ],
)
def test_of_two_owners_those_that_the_sentence_speaks_of(text: str, owners: list[str], tmp_path: Path) -> None:
    assert beside([(text, "HM/OP")], tmp_path) == [(text, owners)]


def test_two_owners_in_two_lines_have_what_both_promise(tmp_path: Path) -> None:
    rows = [("HM and OP to meet the owner of the pond and to ask for", "HM"), ("the key. HM to bring a plan.", "OP")]
    assert beside(rows, tmp_path) == [
        ("HM and OP to meet the owner of the pond and to ask for the key.", ["Hal Moar", "Olive Peel"]),
        ("HM to bring a plan.", ["Hal Moar"]),
    ]
