"""Lists of those who came whose names, posts and firms stand in columns or rows. Invented people."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import record_of

PAPER = """# Netherby Harbour Committee Meeting

4 March 2025

## Present

{rows}

## Moorings

The plan was approved.
"""
COLUMNS = """| {heads} | Affiliation | Role |
|---|---|---|---|
| {box} | Mill Trust | Voting Member, Chair |
| {holt} | Harbour Cyber and Water Safety Agency (HCWSA) | Voting Member |
| {lund} | Microtown | Observer |
"""


@pytest.mark.parametrize(
    ("heads", "box", "holt", "lund"),
    [
        ("Given Name | Family Name", "Ann | Box", "Ben | Holt", "Cal | Lund"),
        ("First name | Surname", "Ann | Box", "Ben | Holt", "Cal | Lund"),
        ("Last Name | First Name", "Box | Ann", "Holt | Ben", "Lund | Cal"),
        ("Name | No", "Ann Box | 1", "Ben Holt | 2", "Cal Lund | 3"),
    ],
)
def test_names_in_two_columns_are_one(tmp_path: Path, heads: str, box: str, holt: str, lund: str) -> None:
    rows = COLUMNS.format(heads=heads, box=box, holt=holt, lund=lund)
    record = record_of(tmp_path, PAPER.format(rows=rows), "minutes.md")
    assert [(one.name, one.capacity, one.status) for one in record.attendance] == [
        ("Ann Box", "Voting Member, Chair", "present"),
        ("Ben Holt", "Voting Member", "present"),
        ("Cal Lund", "Observer", "in_attendance"),
    ]


LONG = """Ann Box (AB) (Chair)\t\t-\tThe Netherby and Ambleforth Harbour Trust
Ben Holt (BH)\t\t\t-\tThe Ambleforth Fishers’ Association
Cal Lund (CL)\t\t\t- \tWold University
Dee Marsh (DM)\t\t-\tThe Netherby and Ambleforth Harbour Trust
"""


def test_each_line_of_a_paragraph_that_opens_with_a_name_is_somebody(tmp_path: Path) -> None:
    record = record_of(tmp_path, PAPER.format(rows=LONG), "minutes.md")
    assert [one.name for one in record.attendance] == ["Ann Box", "Ben Holt", "Cal Lund", "Dee Marsh"]


ROWS = """# Board, March 2025

Mill Library, Tuesday 4 March 2025, 7pm

**{label}**

| | |
|---|---|
| President | Ann Box |
| Fundraising Coordinator | Ben Holt |
| Coach | Cal Lund |

**Boats**

*Oars:* Cal will send a list of what is needed.
"""


@pytest.mark.parametrize("label", ["Attendance", "Board Members"])
def test_posts_and_names_below_attendance_make_minutes(tmp_path: Path, label: str) -> None:
    record = record_of(tmp_path, ROWS.format(label=label), "board.md")
    assert record.kind == "minutes"
    assert [one.name for one in record.attendance] == ["Ann Box", "Ben Holt", "Cal Lund"]


SURNAMES = """<p>Netherby Parish Council: minutes of the meeting held on 4 March 2025</p>
<table>
<tr><td>Present</td><td>Chairman:</td><td>Mrs Box</td></tr>
<tr><td></td><td>Councillors:</td><td>Mrs Holt</td></tr>
<tr><td></td><td></td><td>Lund</td></tr>
<tr><td></td><td></td><td>Marsh</td></tr>
<tr><td></td><td></td><td>Clerk</td></tr>
</table>
<p>1. Hedges</p><p>The hedges were cut.</p>
"""


def test_a_surname_alone_below_mrs_box_is_somebody(tmp_path: Path) -> None:
    record = record_of(tmp_path, SURNAMES, "minutes.html")
    assert [one.name for one in record.attendance] == ["Box", "Holt", "Lund", "Marsh"]
