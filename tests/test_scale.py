"""Ten thousand papers: what nobody has touched costs next to nothing. Long: `make test-scale`."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from pipeline import batch
from pipeline.batch import ingest
from pipeline.worker import Outcome, Task
from pipeline.workspace import Workspace
from tests import faults

PAPERS = 10_000


def test_ten_thousand_unchanged_papers_are_passed_over_in_five_seconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Process start included, of processor time, so that a busy machine does not count."""
    workspace = Workspace(tmp_path)
    for number in range(PAPERS):
        path = workspace.corpus / f"body-{number % 50}" / f"paper-{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"minutes {2000 + number % 25}-{number % 12 + 1:02}-{number % 28 + 1:02} Body {number}")

    def made(tasks: Iterable[Task], **_: object) -> Iterator[Outcome]:
        for task in tasks:
            yield Outcome(task, tuple(faults.extract(task.path, name=task.name)))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        patch.setattr(batch, "extract_all", made)
        assert len(ingest([workspace.corpus], workspace).ingested) == PAPERS
    before = os.times()
    command = [sys.executable, "-P", "-m", "pipeline", "ingest", "corpus", "--workspace", "."]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        capture_output=True,
        text=True,
        check=True,
    )
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    print(f"{PAPERS:,} unchanged papers: {spent:.2f} s of processor time")
    assert f"{PAPERS} " in done.stdout
    assert spent < 5
