"""Markdown that a converter made of a web page: tags make words bold as in the page, and line ends in them are none."""

from __future__ import annotations

from pathlib import Path

from tests.typed import record_of, titles

PAGE = """# Sagehill Rowing Club

Minutes of 4 March 2025

<span style="color:navy; font-weight:700">CALL TO
ORDER</span>: Chair Dale Ruckert called the meeting to order at 6.40 pm.

<b>ROLL CALL OF
MEMBERS</b>: Present: Lou Amaya, Pat Finch, Gwen Stahl.

<span style="font-weight: bold">REGULAR
BUSINESS</span>: The <i>slipway</i> was swept.

<span style="font-weight: bold">NEW BUSINESS</span>: The gate is <b>loose</b>. Pat Finch will mend it.
"""


def test_titles_in_tags_open_items(tmp_path: Path) -> None:
    record = record_of(tmp_path, PAGE, "minutes.md")
    assert titles(record) == ["CALL TO ORDER", "ROLL CALL OF MEMBERS", "REGULAR BUSINESS", "NEW BUSINESS"]
    assert [action.task for action in record.actions] == ["Pat Finch will mend it."]
    assert {person.name for person in record.attendance} == {"Dale Ruckert", "Lou Amaya", "Pat Finch", "Gwen Stahl"}
