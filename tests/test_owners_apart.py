"""Owners and days that stand apart: below an order, above a list, beside short minutes, in brackets."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import extract

_HEAD = """Minutes of the meeting of Marlow Parish Council
held on Monday 6 May 2019 at 7.30 pm

Present: Ann Box (Chair), Ben Carr (Clerk), Cal Dean (Trading Hut Manager), Eve Ford.

Apologies: none

1. Roads

"""


def _told(folder: Path, body: str, name: str = "minutes.txt") -> list[tuple[str, list[str], str | None]]:
    """Task, owners and day of each action of minutes with this body."""
    path = folder / name
    path.write_text(f"{_HEAD}{body}\n\n2. Close\n\nThe meeting closed at 9 pm.\n", encoding="utf-8")
    (record,) = extract(path)
    return [(a.task, [o.name or o.as_written for o in a.owners], a.due.date or a.due.text) for a in record.actions]


def test_owners_alone_below_orders(tmp_path: Path) -> None:
    body = "The lamp is out. Report it to the county.\n\nEve Ford\n\nPaint the gate by the mill.\n\nTrading Hut Manager"
    assert [owners for _, owners, _ in _told(tmp_path, body)] == [["Eve Ford"], ["Cal Dean"]]


def test_owners_named_above_bullets(tmp_path: Path) -> None:
    body = (
        "The lamp is out.\n\nActions for Eve Ford:\n\n- Report it to the county\n- Paint the gate\n\n"
        "Two seats are worn.\n\nActions for Ann Box and Ben Carr:\n\n- Order new ones"
    )
    told = _told(tmp_path, body, "minutes.md")
    assert [owners for _, owners, _ in told] == [["Eve Ford"], ["Eve Ford"], ["Ann Box", "Ben Carr"]]


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Ann Box agreed to report the lamp (20 May).", "2019-05-20"),
        ("Ann Box agreed to report the lamp (next meeting).", "next meeting"),
        ("Ann Box agreed to report the lamps (12 poles).", None),
        ("Ann Box agreed to book a band for the fair (20 May).", None),
    ],
)
def test_a_day_alone_in_brackets(tmp_path: Path, sentence: str, due: str | None) -> None:
    assert [told for _, _, told in _told(tmp_path, sentence)] == [due]


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("ACTION POINT [Eve Ford]: Report the lamp", ["Eve Ford"]),
        ("[A1] Eve Ford: report the lamp", ["Eve Ford"]),
        ("Action: report the lamp - all", ["all"]),
        ("Eve FORD agreed to report the lamp.", ["Eve Ford"]),
    ],
)
def test_owners_of_labels(tmp_path: Path, line: str, owners: list[str]) -> None:
    assert [who for _, who, _ in _told(tmp_path, line)] == [owners]


def test_short_minutes_below_the_head_item(tmp_path: Path) -> None:
    body = (
        "| Item | Action |\n|---|---|\n| The lamp is out. It will be reported by 3 June. | EF |\n"
        "| Two seats are worn. | |\n"
    )
    assert [owners for _, owners, _ in _told(tmp_path, body, "minutes.md")] == [["Eve Ford"]]
