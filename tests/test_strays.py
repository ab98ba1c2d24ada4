"""A list of people, one to a line, keeps everybody whatever one line of it says: "Vacant", a body, an odd name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.typed import record_of

NAMES = ("Dale Ruckert", "Lou Amaya", "Pat Finch", "Gwen Stahl", "Tia Bloom", "Ned Orcutt")
NOBODY = ("Vacant", "TBC", "Ward vacancy", "rover@example.org", "Plus one observer", "The Clerk")
ODD = {
    "Nigel Head": ("Nigel Head", None),
    "Colin Parish": ("Colin Parish", None),
    "Dave Treasurer": ("Dave", "Treasurer"),
    "dave smith": ("dave smith", None),
    "Yetunde wa Thiong'o": ("Yetunde wa Thiong'o", None),
    "Anne (new)": ("Anne", "new"),
    "Lead officer: Ann Box": ("Ann Box", "Lead officer"),
}


def _bullets(rows: list[str]) -> tuple[str, str]:
    front = "# Sagehill Rowing Club\n\nMinutes, 4 March 2025\n\n## Present\n\n"
    return "minutes.md", front + "".join(f"- {row}\n" for row in rows) + "\n## Boats\n\nTwo planks are loose.\n"


def _html(rows: list[str]) -> tuple[str, str]:
    listed = "".join(f"<li>{row}</li>" for row in rows)
    front = "<html><body><h1>Sagehill Rowing Club</h1><p>Minutes of the meeting of 4 March 2025</p><h2>Present</h2>"
    return "minutes.html", f"{front}<ul>{listed}</ul><h2>1. Boats</h2><p>Two planks are loose.</p></body></html>"


def _lines(rows: list[str]) -> tuple[str, str]:
    front = "Sagehill Rowing Club\nMinutes of the committee held on 4 March 2025\n\nPresent:\n"
    return "minutes.txt", front + "\n".join(rows) + "\n\nApologies: Jan Dole\n\n1. Boats\n\nTwo planks are loose.\n"


def _people(folder: Path, typed: tuple[str, str]) -> list[tuple[str, str, str | None]]:
    name, text = typed
    people = record_of(folder, text, name).attendance
    return [(person.name, person.status, person.capacity) for person in people if person.status != "apologies"]


@pytest.mark.parametrize("at", [2, 5])
@pytest.mark.parametrize("stray", NOBODY)
@pytest.mark.parametrize("form", [_bullets, _html, _lines])
def test_a_line_that_names_nobody_takes_nobody_with_it(
    form: Callable[[list[str]], tuple[str, str]], stray: str, at: int, tmp_path: Path
) -> None:
    rows = [*NAMES[:at], stray, *NAMES[at:]]
    assert _people(tmp_path, form(rows)) == [(name, "present", None) for name in NAMES]


@pytest.mark.parametrize(("odd", "read"), ODD.items())
def test_an_odd_name_in_a_bullet_is_read_and_the_next_ones_too(
    odd: str, read: tuple[str, str | None], tmp_path: Path
) -> None:
    people = _people(tmp_path, _bullets([*NAMES[:3], odd, *NAMES[3:]]))
    assert [name for name, _, _ in people] == [*NAMES[:3], read[0], *NAMES[3:]]
    assert [capacity for _, _, capacity in people] == [None] * 3 + [read[1]] + [None] * 3


def test_a_label_in_a_bullet_among_names_ends_no_list(tmp_path: Path) -> None:
    people = _people(tmp_path, _bullets([*NAMES[:2], "Quorum: 5", *NAMES[2:]]))
    assert [name for name, _, _ in people] == list(NAMES)


def test_what_stands_on_lines_of_its_own_stays_a_post_where_posts_do(tmp_path: Path) -> None:
    rows = ["Dale Ruckert", "Chair", "Lou Amaya", "Head of Roads", "Pat Finch", "Surveyor"]
    people = _people(tmp_path, _lines(rows))
    assert [(name, capacity) for name, _, capacity in people] == [
        ("Dale Ruckert", "Chair"),
        ("Lou Amaya", "Head of Roads"),
        ("Pat Finch", "Surveyor"),
    ]


def test_a_bulleted_list_ends_where_bullets_of_talk_begin(tmp_path: Path) -> None:
    name, text = _bullets([*NAMES[:3], "The gate was left open", "Gwen Stahl said that it needs a new lock"])
    assert [name for name, _, _ in _people(tmp_path, (name, text))] == list(NAMES[:3])
