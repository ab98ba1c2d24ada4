"""Nothing is invented: real agendas, reports and notices, in which nobody decides and nobody is given a task."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from pipeline.record import Record
from pipeline.run import extract

PAPERS = 50
MOST = 5  # one action and one decision in ten papers
LONGEST = 13  # pages: more of a report says no more of this


def quiet(shared: Path) -> list[Path]:
    """Papers of ../shared/more that are no minutes and mark no action, by the list beside them."""
    with (shared / "more" / "MANIFEST.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    chosen = [
        shared / "more" / row["file"]
        for row in rows
        if row["kind"] in ("agenda", "report", "other")
        and row["text_layer"] == "native"
        and "ACTION" not in (row["note"] or "")
        and int(row["pages"] or 1) <= LONGEST
    ]
    return [path for path in chosen if path.is_file()][:PAPERS]


@pytest.fixture(scope="module")
def records(shared: Path) -> list[Record]:
    paths = quiet(shared)
    assert len(paths) == PAPERS
    return [record for path in paths for record in extract(path)]


def test_hardly_an_action_is_made_up(records: list[Record]) -> None:
    told = [f"{record.source.path}: {action.task}" for record in records for action in record.actions]
    assert len(told) <= MOST, "\n".join(told)


def test_hardly_a_decision_is_made_up(records: list[Record]) -> None:
    told = [f"{record.source.path}: {decision.text}" for record in records for decision in record.decisions]
    assert len(told) <= MOST, "\n".join(told)
