"""tools/reformed.py: the same papers in other formats, measured with the gold of their own."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.drawn import drawn
from tools import reformed

TEXT = [
    (72.0, 72.0, "Sagehill Rowing Club"),
    (72.0, 96.0, "Minutes of the committee held on 4 March 2025"),
    (72.0, 130.0, "Present: Dale Ruckert, Gwen Stahl and Lou Amaya"),
    (72.0, 164.0, "1. Boats"),
    (72.0, 188.0, "Lou Amaya will nail the planks down by 1 May."),
]


@pytest.mark.needs_poppler
def test_a_pdf_s_text_is_measured_with_the_pdf_s_gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gold, papers = tmp_path / "gold", tmp_path / "papers"
    for folder in (gold / "sagehill", papers / "sagehill"):
        folder.mkdir(parents=True)
    drawn(papers / "sagehill" / "march.pdf", TEXT)
    people = [{"name": name, "status": "present"} for name in ("Dale Ruckert", "Gwen Stahl", "Bo Who-Is-Not-There")]
    typed = {
        "document": "sagehill/march.pdf",
        "annotated": "whole",
        "papers": [{"kind": "minutes", "body": "Sagehill Rowing Club", "date": "2025-03-04"}],
        "attendance": people,
    }
    (gold / "sagehill" / "march.yaml").write_text(yaml.safe_dump(typed), "utf-8")
    monkeypatch.setattr(reformed, "SETS", {"club": (gold, papers)})
    monkeypatch.setattr(reformed, "BUILD", tmp_path / "build")
    made = list(reformed.copies("club"))
    assert {copy.form for copy in made} == {"layout", "flow"}
    head, _, *rows = reformed.table(made)
    assert head.startswith("| papers | form | heading | attendance |")
    assert [row.split(" | ")[:3] for row in rows] == [
        ["| 1 of club", "layout", "1.000 → 1.000"],
        ["| 1 of club", "flow", "1.000 → 1.000"],
    ]
    assert "0.667 → 0.667" in rows[0]  # two of three, with one made up
    assert (tmp_path / "build" / "lost-club-layout.tsv").read_text("utf-8").strip() == ""
