"""Owners and days that stand apart: below an order, above a list, beside short minutes, in brackets."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import extract

_HEAD = """Minutes of the meeting of Marlow Parish Council
held on Monday 6 May 2019 at 7.30 pm

Present: Ann Box (Chair), Ben Carr (Clerk), Cal Dean (Trading Hut Manager), Eve Ford,
Gus Hill (Rights of Way Officer).

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


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("Agreed Ann to report the lamp to the county.", ["Ann Box"]),
        ("All must review the list of benches.", ["All"]),
        ("Eve Ford must publish the list by 3 June.", ["Eve Ford"]),
        ("Ann Box please to order the signs.", ["Ann Box"]),
        ("The trees to be mapped by Eve Ford.", ["Eve Ford"]),
        ("ACTION POINT Eve Ford: report the lamp to the county", ["Eve Ford"]),
        ("Action: (Rights of Way Officer) report the lamp", ["Gus Hill"]),
    ],
)
def test_whose_task_a_sentence_makes_it(tmp_path: Path, line: str, owners: list[str]) -> None:
    assert [who for _, who, _ in _told(tmp_path, line)] == [owners]


@pytest.mark.parametrize(
    "line", ["All will be welcome.", "Ann Box should keep the key.", "Ann Box please note the date."]
)
def test_what_gives_nobody_a_task(tmp_path: Path, line: str) -> None:
    assert _told(tmp_path, line) == []


def test_a_day_behind_an_owner_in_a_list(tmp_path: Path) -> None:
    told = _told(
        tmp_path, "**Actions:**\n\n- Report the lamp - EF - Next meeting\n- Paint the gate - AB - 3 June", "minutes.md"
    )
    assert [(owners, due) for _, owners, due in told] == [(["Eve Ford"], "Next meeting"), (["Ann Box"], "2019-06-03")]


def test_a_dash_in_a_column_of_days_is_none(tmp_path: Path) -> None:
    rows = "| Report the lamp | Eve Ford | 3 June |\n| Paint the gate | Ann Box | - |\n"
    told = _told(tmp_path, f"**Actions**\n\n| Action | Owner | Due |\n|---|---|---|\n{rows}", "minutes.md")
    assert [due for _, _, due in told] == ["2019-06-03", None]


def test_a_day_in_a_field_behind_the_owner(tmp_path: Path) -> None:
    told = _told(tmp_path, "Action: Renew the policy. Who: Eve Ford. Date: 3 June")
    assert [(owners, due) for _, owners, due in told] == [(["Eve Ford"], "2019-06-03")]


def test_minutes_that_give_tasks_are_no_titles(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text(
        _HEAD.replace("1. Roads\n\n", "")
        + "Roads:\n\n1.1 The lamp is dim.\n\n1.2 The road is dry.\n\n1.3 Clerk to report the lamp.\n\n"
        "Bins:\n\n2.1 The bin is full.\n\n2.2 It is old.\n\n2.3 Ann Box to order another.\n\n"
        "Field:\n\n3.1 The grass is long.\n\n3.2 It was wet.\n\n3.3 Eve Ford to ask the mower.\n",
        encoding="utf-8",
    )
    (record,) = extract(path)
    assert [[o.name for o in a.owners] for a in record.actions] == [["Ben Carr"], ["Ann Box"], ["Eve Ford"]]


def test_lines_that_broke_on_purpose_stay_apart(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    told = ("The lamp in the lane by the old mill has been out for many weeks and", "nobody knows why.")
    tasks = ("AP 1 Ann Box to report the lamps to the council by 3 June 2019", "AP 2 Eve Ford to paint the gate")
    lines = [*_HEAD.replace("1. Roads", "").split("\n"), "1. Roads", *told, *tasks, "2. Bins", *told, "3. Field", *told]
    path.write_text("\n\n".join(filter(None, lines)), encoding="utf-8")
    (record,) = extract(path)
    assert [[o.name for o in a.owners] for a in record.actions] == [["Ann Box"], ["Eve Ford"]]
