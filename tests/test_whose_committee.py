"""Whose a committee is, and bodies without a word for what they are: by the lines of the title block next to them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import record_of

BELOW = (
    "\n\nPresent: Dale Ruckert (Chair), Lou Amaya\n\n1. Planks\n\nTwo of them are loose.\n\n2. Oars\n\nThey are new.\n"
)


def body(folder: Path, *lines: str) -> str | None:
    return record_of(folder, "\n\n".join(lines) + BELOW).meeting.body


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        (
            ("Sagehill Methodist Church", "Fabric Committee", "Minutes – 4 March 2025"),
            "Sagehill Methodist Church Fabric Committee",
        ),
        (
            ("Fabric Committee", "Sagehill Parish Church", "Notes – 4 March 2025"),
            "Sagehill Parish Church Fabric Committee",
        ),
        (
            (
                "Sagehill Museum",
                "12 Mill Lane, Sagehill",
                "Steering Group",
                "Minutes of the meeting held on 4 March 2025",
            ),
            "Sagehill Museum Steering Group",
        ),
        (("Sagehill Surgery | Patient Panel | Minutes 4 March 2025",), "Sagehill Surgery Patient Panel"),
        (
            ("St Ann's Primary School, Sagehill", "Resources Committee", "Minutes – 4 March 2025"),
            "St Ann's Primary School, Sagehill Resources Committee",
        ),
    ],
)
def test_a_committee_has_its_owners_name(tmp_path: Path, lines: tuple[str, ...], named: str) -> None:
    assert body(tmp_path, *lines) == named


@pytest.mark.parametrize(
    "lines",
    [
        ("SAGEHILL VILLAGE HALL", "Minutes – 4 March 2025"),
        ("Draft", "Sagehill Museum", "Notes of the annual meeting held on 4 March 2025"),
        ("Minutes", "Name of group: Sagehill Museum", "Date of meeting: 4 March 2025"),
        ("Notes", "Sagehill Medical Practice", "4 March 2025"),
    ],
)
def test_a_name_alone_beside_what_the_paper_is(tmp_path: Path, lines: tuple[str, ...]) -> None:
    assert (body(tmp_path, *lines) or "").casefold() in {
        "sagehill village hall",
        "sagehill museum",
        "sagehill medical practice",
    }


def test_an_address_owns_nothing(tmp_path: Path) -> None:
    assert body(tmp_path, "The Old Barn, Mill Lane", "Roads Committee", "Minutes – 4 March 2025") == "Roads Committee"


def test_a_name_that_a_lines_end_parts(tmp_path: Path) -> None:
    lines = (
        "Minutes of the meeting of the Social Committee of the Sagehill\nResidents' Association held on 4 March 2025"
    )
    assert body(tmp_path, lines) == "Social Committee of the Sagehill Residents' Association"


@pytest.mark.parametrize(
    "title", ["Sagehill Town Council – Agenda", "Sagehill Town Council\n\nAgenda – Tuesday 4th March 2025"]
)
def test_a_title_that_says_agenda_among_other_things(tmp_path: Path, title: str) -> None:
    record = record_of(tmp_path, f"{title}\n\nTown Hall\n\n1. Planks\n\n2. Oars\n\n3. Paint\n")
    assert record.kind == "agenda"
