"""The search index and the records' cache under `kill -9` and on a full disk: made whole by the next search."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.search.index import find
from pipeline.workspace import Workspace
from tests.conftest import ROOT
from tests.failing_disk import kill
from tests.test_batch import run, tree

EVERY = 5
"""One in so many of the things that SQLite is asked for: writing a record takes dozens."""


def ingested(root: Path, first: str, last: int) -> None:
    (root / "corpus/ambleforth").mkdir(parents=True, exist_ok=True)
    (root / "corpus/ambleforth/a.txt").write_text(first)
    for day in range(10, last):
        (root / f"corpus/ambleforth/{day}.txt").write_text(f"minutes 2025-03-{day} Ambleforth")
    run(Workspace(root), ocr=False)


def found_in(root: Path) -> list[str]:
    return sorted(hit.record for hit in find(Workspace(root), "gate").hits)


def dies_at_statement(number: int, act: Callable[[], object]) -> bool:
    """Run `act` in a process of its own that is killed at the `number`th thing it asks of SQLite."""
    child = os.fork()
    if child == 0:
        asked = 0
        real = sqlite3.connect

        def ask(statement: str) -> None:
            nonlocal asked
            asked += 1
            if asked == number:
                kill()

        def connect(*arguments: Any, **options: Any) -> sqlite3.Connection:
            opened: sqlite3.Connection = real(*arguments, **options)
            opened.set_trace_callback(ask)
            return opened

        try:
            sqlite3.connect = connect  # type: ignore[assignment]
            act()
            os._exit(0)
        finally:
            os._exit(1)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, -signal.SIGKILL)
    return status != 0


@pytest.mark.parametrize("state", ["anew", "in-step"])
def test_an_index_cut_short_by_kill_is_gone_on_with(state: str, tmp_path: Path) -> None:
    root = tmp_path / "old"
    ingested(root, "minutes 2025-03-01 Ambleforth", 14)
    if state == "in-step":
        assert len(found_in(root)) == 5
        ingested(root, "minutes 2025-04-01 Ambleforth", 16)  # one record goes, three come
    expected = sorted(Workspace(root).record_ids())
    records = {name: content for name, content in tree(root / "output").items() if name.endswith(".yaml")}
    killed = 0
    for number in range(1, 10_000, EVERY):
        copy = tmp_path / f"killed-{number}"
        shutil.copytree(root, copy)
        if not dies_at_statement(number, lambda copy=copy: found_in(copy)):  # type: ignore[misc]
            break
        killed += 1
        assert found_in(copy) == expected, f"killed at {number}"
        assert {name: content for name, content in tree(copy / "output").items() if name.endswith(".yaml")} == records
        shutil.rmtree(copy)
    assert killed >= 8


FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
from pipeline.cli import main
sys.argv[1:] = ["search", "gate", "--json"]
main()
"""


@pytest.mark.parametrize("room", [0, 1, 30_000, 60_000, 100_000])
def test_a_search_on_a_full_disk_finds_all(room: int, tmp_path: Path) -> None:
    """A file that may not grow past `room` bytes is what a full disk is to SQLite: the whole index has 270,000."""
    days = [f"minutes 2025-{month:02}-{day:02} Ambleforth" for month in range(1, 10) for day in range(1, 29)]
    ingested(tmp_path, "\n".join(days), 10)
    paths = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(room)], cwd=tmp_path, env=paths, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["found"] == len(days)
    assert find(Workspace(tmp_path), "gate").found == len(days), "with room again, nothing has to be mended by hand"
