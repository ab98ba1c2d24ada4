"""Workers under a reader that does harm on demand: nothing that it starts outlives it, only its paper is lost."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

from pipeline import scratch
from pipeline.worker import FILE_SIZE, MARK, Limits, Task, extract_all
from tests.faults import FAULTS
from tests.test_batch import is_running

GOOD = "minutes 2025-03-11 Ambleforth"


def outcomes(folder: Path, papers: dict[str, str], **limits: float) -> dict[str, str]:
    """Paper -> the reason why it has no records, "" where it has."""
    tasks = []
    for name, text in papers.items():
        (folder / name).write_text(text, "utf-8")
        tasks.append(Task(folder / name, name))
    done = extract_all(tasks, jobs=1, limits=Limits(**limits), target="tests.faults:extract")  # type: ignore[arg-type]
    return {one.task.name: one.failure.reason if one.failure else "" for one in done}


def children(folder: Path) -> list[int]:
    return [int(number) for path in folder.glob("*.child") for number in path.read_text().split()]


def all_gone(numbers: list[int]) -> bool:
    """A killed process takes a moment to be gone from the list."""
    until = time.monotonic() + 5
    while any(map(is_running, numbers)) and time.monotonic() < until:
        time.sleep(0.02)
    return not any(map(is_running, numbers))


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("hang", "timeout"),
        ("fork-and-hang", "timeout"),
        ("fork-and-abort", "crashed"),
        ("deaf", "timeout"),
    ],
)
def test_all_that_a_lost_worker_started_goes_with_it(fault: str, reason: str, tmp_path: Path) -> None:
    found = outcomes(tmp_path, {"bad.txt": fault, "good.txt": GOOD}, timeout=1.5)
    assert found == {"bad.txt": reason, "good.txt": ""}
    started = children(tmp_path)
    assert len(started) == (4 if fault.startswith("fork") else 1)
    assert all_gone(started)


def test_what_a_good_paper_left_running_ends_with_the_batch(tmp_path: Path) -> None:
    assert outcomes(tmp_path, {"a.txt": f"leave-running\n{GOOD}"}) == {"a.txt": ""}
    started = children(tmp_path)
    assert len(started) == 3
    assert all_gone(started)


def test_what_a_lost_worker_had_written_on_its_way_is_gone(tmp_path: Path) -> None:
    found = outcomes(tmp_path, {"bad.txt": "leave-files", "good.txt": GOOD}, timeout=1.5)
    assert found == {"bad.txt": "timeout", "good.txt": ""}
    left = Path((tmp_path / "bad.left").read_text())
    assert not left.exists()
    assert list(Path(tempfile.gettempdir()).glob(f"{scratch.PREFIX}*-{os.getpid()}-*")) == []


def test_what_a_killed_program_left_is_swept_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    gone = subprocess.Popen(["true"])
    gone.wait()
    mine = scratch.make()
    other = Path(str(mine).replace(f"-{os.getpid()}-", f"-{gone.pid}-"))
    stranger = tmp_path / f"{scratch.PREFIX}another-machine-{gone.pid}-x"
    for folder in (other, stranger):
        folder.mkdir()
        (folder / "page.txt").write_text("the words of the paper")
    again = scratch.make()
    assert sorted(tmp_path.iterdir()) == sorted([mine, again, stranger])
    assert mine.stat().st_mode & 0o077 == 0


def test_a_flood_of_output_blocks_nothing_and_is_kept_nowhere(tmp_path: Path) -> None:
    assert outcomes(tmp_path, {"a.txt": f"flood\n{GOOD}", "b.txt": GOOD}, timeout=20) == {"a.txt": "", "b.txt": ""}


def test_processor_time_is_limited_where_the_clock_allows_more(tmp_path: Path) -> None:
    started = time.monotonic()
    assert outcomes(tmp_path, {"bad.txt": "spin", "good.txt": GOOD}, timeout=60, cpu=1) == {
        "bad.txt": "timeout",
        "good.txt": "",
    }
    assert time.monotonic() - started < 40


def test_processor_time_is_counted_for_each_paper_anew(tmp_path: Path) -> None:
    papers = {f"{n}.txt": f"compute\n{GOOD}" for n in range(4)}  # 0.7 seconds each, in one worker
    assert set(outcomes(tmp_path, papers, timeout=60, cpu=2).values()) == {""}


def test_a_file_that_grows_without_end_is_stopped(tmp_path: Path) -> None:
    assert outcomes(tmp_path, {"bad.txt": "big-file", "good.txt": GOOD}, file_size=1_000_000) == {
        "bad.txt": "memory",
        "good.txt": "",
    }
    assert (tmp_path / "bad.grown").stat().st_size <= 1_000_000
    assert Limits().file_size == FILE_SIZE == 2**30


def test_memory_is_limited(tmp_path: Path) -> None:
    assert outcomes(tmp_path, {"bad.txt": "eat", "good.txt": GOOD}) == {"bad.txt": "memory", "good.txt": ""}


def test_other_processes_are_left_alone(tmp_path: Path) -> None:
    """Only the mark of the very worker that is killed counts: another ingest's workers carry another."""
    other = subprocess.Popen(["sleep", "30"], env={**os.environ, MARK: "another"})
    try:
        outcomes(tmp_path, {"bad.txt": "fork-and-abort"})
        assert all_gone(children(tmp_path))
        assert other.poll() is None
    finally:
        other.kill()
        other.wait()


def test_every_fault_has_a_test() -> None:
    here = Path(__file__).read_text("utf-8") + (Path(__file__).parent / "test_batch.py").read_text("utf-8")
    assert [fault for fault in FAULTS if f'"{fault}' not in here] == []
