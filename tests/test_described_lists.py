"""A page's list of terms with a short value each (<dl>): "Treasurer" Ann Box is one line, a longer text stays below."""

from __future__ import annotations

from pathlib import Path

from tests.typed import owned, record_of

PAGE = """<html><body><h1>Sagehill Rowing Club</h1><h2>Minutes of the annual meeting</h2>
<dl><dt>Date</dt><dd>4 March 2025</dd><dt>Venue:</dt><dd>Mill Rooms</dd>
<dt>Present</dt><dd>Lou Amaya, Pat Finch, Gwen Stahl</dd></dl>
<h2>1. Election of officers</h2>
<dl><dt>(a) Chairman</dt><dd>Pat Finch</dd><dt>(b) Treasurer</dt><dd>Lou Amaya</dd></dl>
<h2>2. Reports</h2>
<dl><dt>Slipway</dt><dd>It was swept in spring. Lou Amaya will sweep it again.</dd></dl></body></html>
"""


def test_terms_with_their_values(tmp_path: Path) -> None:
    record = record_of(tmp_path, PAGE, "minutes.html")
    assert [person.name for person in record.attendance] == ["Lou Amaya", "Pat Finch", "Gwen Stahl"]
    assert [(item.number, item.title) for item in record.items] == [("1", "Election of officers"), ("2", "Reports")]
    assert [(made.outcome, made.text) for made in record.decisions] == [
        ("elected", "Chairman: Pat Finch"),
        ("elected", "Treasurer: Lou Amaya"),
    ]
    assert owned(record) == [("Lou Amaya will sweep it again.", ["Lou Amaya"])]
