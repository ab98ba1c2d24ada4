"""Lists of people that open with who presided: posts with their holders in brackets, "in the chair" behind them."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.run import extract

PAPER = """Oldbury Town Council

Minutes of a meeting held on Thursday, 8 May 2025 in the Town Hall

{present}

1. Minutes

The minutes of 10 April were agreed.
"""


def _people(tmp_path: Path, present: str) -> list[tuple[str, str | None]]:
    path = tmp_path / "a.txt"
    path.write_text(PAPER.format(present=present), "utf-8")
    (record,) = extract(path, workspace=None, name=path.name)
    return [(person.name, person.capacity) for person in record.attendance if person.status == "present"]


def test_councillors_behind_posts_with_their_holders_in_brackets(tmp_path: Path) -> None:
    present = "PRESENT: The Mayor (Councillor A Reed), the Deputy Mayor (Councillor B Ash), "
    present += "Councillors C Holt, D Lund and E Moss"
    assert _people(tmp_path, present) == [
        ("A Reed", "The Mayor"),
        ("B Ash", "the Deputy Mayor"),
        ("C Holt", None),
        ("D Lund", None),
        ("E Moss", None),
    ]


@pytest.mark.parametrize(
    ("first", "post"),
    [
        ("The Vicar (Canon Alan Reed)", "The Vicar"),
        ("The Vicar (Revd Alan Reed) in the chair", "The Vicar"),
        ("The Chairman (Mr Alan Reed) in the chair", "The Chairman"),
        ("the Rector, the Revd Alan Reed, in the chair", "the Rector"),
        ("the Revd Alan Reed, Rector, in the chair", "Rector"),
        ("Alan Reed, in the chair", "Chair"),
    ],
)
def test_who_presided_does_not_end_the_list(first: str, post: str, tmp_path: Path) -> None:
    assert _people(tmp_path, f"Present: {first}, Bea Ash, Cy Holt.") == [
        ("Alan Reed", post),
        ("Bea Ash", None),
        ("Cy Holt", None),
    ]


def test_who_was_in_the_chair_counts_once(tmp_path: Path) -> None:
    said = "Present: Alan Reed and Bea Ash.\n\nBea Ash was in the chair, the Mayor being away."
    assert [name for name, _ in _people(tmp_path, said)] == ["Alan Reed", "Bea Ash"]
