"""Numbered titles that run on into their text on one line, in plain text with blanks between. All of it is invented."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from pipeline.paper import Table
from pipeline.read import read
from tests.test_forms_titles import items
from tests.typed import record_of

HEAD = """Thornholme Parish Council

Minutes of the meeting held on Monday 3 June 2024 at 7.30 pm in the Village Hall

Present: Cllr A. Marl (Chair), Cllr T. Quince, Cllr B. Lathe and the Clerk

"""
BUSINESS = [
    ("Hall roof", "Two prices were read out and the lower was taken, with work to begin in the autumn."),
    ("Duck pond", "The Clerk had heard nothing from the water company since the spring and will ask again."),
    ("Bus shelter", "A pane is missing. Cllr Quince has measured it and the Clerk will order another."),
    ("Footpath 14", "The stile by the mill is rotten and walkers go round it through the crop."),
    ("Notice board", "It was agreed that the lock be changed and that each member has a key."),
    ("Verges", "Several residents asked for fewer cuts. The matter will be looked at with the contract."),
]


@pytest.mark.parametrize("first", [7, 43, 2043])
@pytest.mark.parametrize("form", ["{}.  {}:   {}", "{}.   {}   {}", "{}. {}: {}", "{}) {} - {}", "{}.  {}:  {}"])
@pytest.mark.parametrize("width", [60, 900])
def test_numbered_titles_run_on_into_their_text(tmp_path: Path, first: int, form: str, width: int) -> None:
    told = [form.format(first + at, title, said) for at, (title, said) in enumerate(BUSINESS)]
    if width < 900:
        told = [textwrap.fill(one, width, subsequent_indent="      ") for one in told]
    record = record_of(tmp_path, HEAD + "\n\n".join(told) + "\n\nThe meeting closed at 9.10 pm.\n")
    assert items(record) == [(str(first + at), title) for at, (title, _) in enumerate(BUSINESS)]


def test_a_year_goes_on_with_the_sentence_above(tmp_path: Path) -> None:
    text = (
        HEAD
        + "1. Hall roof\n\nThe slates were last looked at by a builder in early March\n\n2019. He found two loose.\n"
    )
    record = record_of(tmp_path, text + "\n2. Verges\n\nThey were cut.\n")
    assert [number for number, _ in items(record)] == ["1", "2"]
    assert record.items[0].minutes[0].text.endswith("March 2019. He found two loose.")


def test_short_cells_beside_numbers_stay_a_table(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    rows = ["1. Broom      Ann Marl", "2. Ladder     Tom Quince", "3. Spade      Bea Lathe"]
    path.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    assert any(isinstance(part, Table) for part in read(path, name="minutes.txt").flow)
