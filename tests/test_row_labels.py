"""Tables of people in which rows are lists that a label or a post opens. All invented."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.typed import record_of

FRONT = "<h1>Ostler Green Association</h1><p><b>Minutes of the committee held on 6 May 2025</b></p>"
BUSINESS = "<h2>1. Green</h2><p>The hedge had been cut.</p><h2>2. Tea</h2><p>It was agreed to buy an urn.</p>"
CAME = [("Nell Garrow", "present"), ("Peter Vance", "present"), ("Ida Rook", "present")]
REST = [("Jo Brae", "in_attendance"), ("Tom Orme", "apologies"), ("Ann Tilney", "apologies")]


def _people(folder: Path, *parts: str) -> list[tuple[str, str]]:
    record = record_of(folder, f"<html><body>{FRONT}{''.join(parts)}{BUSINESS}</body></html>", "minutes.html")
    return [(person.name, person.status) for person in record.attendance]


def _table(*rows: Sequence[str]) -> str:
    return f"<table>{''.join('<tr>' + ''.join(f'<td>{cell}</td>' for cell in row) + '</tr>' for row in rows)}</table>"


LAST = (("In attendance", "Jo Brae (Clerk)"), ("Apologies", "Tom Orme, Ann Tilney"))


@pytest.mark.parametrize("above", ["", "<p><b>Present:</b></p>"])
def test_lists_in_the_last_rows_of_a_register(above: str, tmp_path: Path) -> None:
    people = (("Nell Garrow", "Chair"), ("Peter Vance", "Member"), ("Ida Rook", "Member"))
    assert _people(tmp_path, above, _table(("Name", "Role"), *people, *LAST)) == [*CAME, *REST]


def test_who_holds_a_post_above_the_lists(tmp_path: Path) -> None:
    rows = (("Chair", "Nell Garrow"), ("Present", "Peter Vance, Ida Rook"), *LAST)
    assert _people(tmp_path, _table(*rows)) == [*CAME, *REST]


def test_a_venue_beside_its_label_is_nobody(tmp_path: Path) -> None:
    rows = (("Venue", "Harrow Lodge"), ("Present", "Nell Garrow, Peter Vance, Ida Rook"), *LAST)
    assert _people(tmp_path, _table(*rows)) == [*CAME, *REST]


def test_members_and_officers_side_by_side(tmp_path: Path) -> None:
    cells = ("<p>Nell Garrow, Chair</p><p>Peter Vance</p><p>Ida Rook</p>", "<p>Jo Brae, Clerk</p>")
    away = "<p>Apologies: Tom Orme, Ann Tilney</p>"
    assert _people(tmp_path, _table(("Members", "Officers"), cells), away) == [*CAME, *REST]


def test_posts_with_their_holders_below_in_attendance(tmp_path: Path) -> None:
    parts = (
        "<p><b>Present</b></p><p>Chair: Nell Garrow</p><p>Treasurer: Peter Vance</p><p>Secretary: Ida Rook</p>",
        "<p><b>In attendance</b></p><p>Project Officer: Jo Brae</p>",
        "<p><b>Apologies</b></p><p>Tom Orme</p><p>Ann Tilney</p>",
    )
    assert _people(tmp_path, *parts) == [*CAME, *REST]
