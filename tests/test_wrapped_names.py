"""Lists of people that run on over narrow lines: names that a line's end cuts in two, several people in one bullet."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import record_of

HEAD = "Sagehill Rowing Club\nMinutes of the committee held on 4 March 2025\n\n"
BODY = "\n\n1. Boats\n\nTwo planks are loose, and Lou Amaya will nail them down.\n\n2. Keys\n\nNone was lost.\n"


def _people(folder: Path, front: str) -> list[tuple[str, str | None]]:
    return [(person.name, person.capacity) for person in record_of(folder, HEAD + front + BODY).attendance]


def test_a_name_that_a_line_end_cuts_in_two_shows_a_list_that_runs_on(tmp_path: Path) -> None:
    front = (
        "Present: Dale Ruckert (DR), Gwen\nStahl [Treasurer] (GS), Pat Finch\n[Coach] (PF), Lou Amaya [Boatman]\n"
        "(LA), Tia Bloom [Vice Chair] (TB), Ned\nOrcutt [Secretary] (NO), Jan Dole (JD)"
    )
    assert _people(tmp_path, front) == [
        ("Dale Ruckert", None),
        ("Gwen Stahl", "Treasurer"),
        ("Pat Finch", "Coach"),
        ("Lou Amaya", "Boatman"),
        ("Tia Bloom", "Vice Chair"),
        ("Ned Orcutt", "Secretary"),
        ("Jan Dole", None),
    ]


def test_a_bullet_that_runs_on_names_several(tmp_path: Path) -> None:
    front = (
        "Attendance:\n\n- Present: Dale Ruckert (Chair),\n  Gwen Stahl (Coach), Pat Finch\n"
        "  (Vice-Chair), Lou Amaya (Treasurer)"
    )
    assert [name for name, _ in _people(tmp_path, front)] == ["Dale Ruckert", "Gwen Stahl", "Pat Finch", "Lou Amaya"]


@pytest.mark.parametrize(
    "line", ["Gwen Stahl, Head of Water\nPat Finch, Coach", "Gwen Stahl, Harrow\nPat Finch, Leeds"]
)
def test_a_line_a_person_stays_so(tmp_path: Path, line: str) -> None:
    front = f"Present:\nDale Ruckert, Chair\n{line}\nLou Amaya, Treasurer"
    assert [name for name, _ in _people(tmp_path, front)] == [
        "Dale Ruckert",
        "Gwen Stahl",
        "Pat Finch",
        "Lou Amaya",
    ]
