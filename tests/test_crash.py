"""A process that is killed, or a disk that fails, at any step of writing: what is there is old or new, never torn."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest

from pipeline import batch
from pipeline.updates import add_update, breaks, read_updates, updates_path
from pipeline.verify import verify
from pipeline.workspace import Workspace, locked
from pipeline.write import read_record, write_atomic
from tests.conftest import ROOT
from tests.failing_disk import dies_at, error, failing_at
from tests.test_batch import extract_here, run, tree
from tests.test_updates import BODY, word

MOST = 400  # steps; more means that a test runs round in circles


@pytest.fixture(autouse=True)
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waiting for the disk shows nothing here: no power fails in a test. A call of fsync is a step all the same."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


def crashes(folder: Path, ready: Callable[[Path], None], act: Callable[[Path], object]) -> Iterator[tuple[int, Path]]:
    """Workspaces in which `act` was killed at its first, second, ... step of writing, made ready anew for each."""
    for number in range(1, MOST):
        root = folder / f"killed-{number}"
        ready(root)
        if not dies_at(number, lambda root=root: act(root)):  # type: ignore[misc]
            assert number > 5
            return
        yield number, root
        shutil.rmtree(root)
    raise AssertionError("it never ends")


def failures(folder: Path, ready: Callable[[Path], None], act: Callable[[Path], object]) -> Iterator[tuple[str, Path]]:
    """Workspaces in which the first, second, ... step of writing failed: no space, or an error at fsync."""
    root = folder / "counted"
    ready(root)
    with failing_at(0, error(errno.EIO)) as steps:
        act(root)
    assert len(steps) > 5
    for number, step in enumerate(steps, start=1):
        root = folder / f"failed-{number}"
        ready(root)
        code = errno.EIO if step == "fsync" else errno.ENOSPC
        with failing_at(number, error(code)), suppress(OSError):
            act(root)
        yield f"{errno.errorcode[code]} at {number} ({step})", root
        shutil.rmtree(root)


def parts(root: Path) -> list[Path]:
    return list(root.rglob("*.part"))


# People's words


def one_word(root: Path) -> None:
    (root / "corpus").mkdir(parents=True)
    add_update(Workspace(root), BODY, word(note="First."))


def another(root: Path) -> None:
    add_update(Workspace(root), BODY, word(note="Second."))


@pytest.fixture
def states(tmp_path: Path) -> tuple[bytes, bytes]:
    """The updates file with one word, and with two."""
    one_word(tmp_path / "clean")
    path = updates_path(Workspace(tmp_path / "clean"), BODY)
    old = path.read_bytes()
    another(tmp_path / "clean")
    return old, path.read_bytes()


def test_a_word_cut_short_by_kill_is_there_or_not(tmp_path: Path, states: tuple[bytes, bytes]) -> None:
    found = set()
    for number, root in crashes(tmp_path, one_word, another):
        path = updates_path(Workspace(root), BODY)
        found.add(path.read_bytes())
        assert path.read_bytes() in states, number
        third = add_update(Workspace(root), BODY, word(note="Third."))  # the lock went with its holder
        updates = read_updates(path)
        assert updates[-1] == third
        assert list(breaks(updates, "x")) == []
    assert found == set(states)


def test_the_first_word_cut_short_by_kill_is_there_or_not(tmp_path: Path, states: tuple[bytes, bytes]) -> None:
    first = states[0]
    for number, root in crashes(
        tmp_path,
        lambda root: (root / "corpus").mkdir(parents=True),
        lambda r: add_update(Workspace(r), BODY, word(note="First.")),
    ):
        path = updates_path(Workspace(root), BODY)
        assert not path.exists() or path.read_bytes() == first, number


def test_a_word_that_a_failing_disk_refuses_leaves_the_old_ones(tmp_path: Path, states: tuple[bytes, bytes]) -> None:
    told = 0
    for what, root in failures(tmp_path, one_word, another):
        assert updates_path(Workspace(root), BODY).read_bytes() in states, what
        assert parts(root) == [] or "unlink" in what, what
        told += 1
    assert told >= 6  # mkstemp, write, fchmod, fsync, replace, fsync of the folder


# Records


OLD = {
    "ambleforth/b.txt": "minutes 2025-03-11 Ambleforth",  # gets another id: a.txt takes its own
    "ambleforth/c.txt": "minutes 2025-05-13 Ambleforth",  # is corrected
    "ambleforth/d.txt": "minutes 2025-07-08 Ambleforth",  # changes
    "ambleforth/e.txt": "minutes 2025-09-09 Ambleforth",  # goes
    "ambleforth/g.txt": "unreadable today",  # is set aside, and can be read when it comes again
}
NEW = {
    "ambleforth/a.txt": "minutes 2025-03-11 Ambleforth\nagenda 2025-03-11 Ambleforth",
    "ambleforth/b.txt": OLD["ambleforth/b.txt"],
    "ambleforth/c.txt": OLD["ambleforth/c.txt"],
    "ambleforth/d.txt": "minutes 2025-07-15 Ambleforth",
    "ambleforth/f.txt": "unreadable",  # is set aside
    "ambleforth/g.txt": "minutes 2025-10-14 Ambleforth",
}
CORRECTION = """\
- record: ambleforth/2025-05-13/minutes
  entry: ambleforth/2025-05-13/action/1
  set: {owners: [Ann Lee]}
  by: the clerk
  why: said in the next paragraph
"""


def papers(root: Path, texts: dict[str, str]) -> None:
    shutil.rmtree(root / "corpus", ignore_errors=True)
    for name, text in texts.items():
        (root / "corpus" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "corpus" / name).write_text(text, "utf-8")


def shown(root: Path) -> dict[str, bytes]:
    """The files in output/ that anybody reads."""
    return {
        name: content for name, content in tree(root / "output").items() if not name.rpartition("/")[2].startswith(".")
    }


Change = tuple[Callable[[Path], None], dict[str, bytes], dict[str, bytes]]


@pytest.fixture
def change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Change:
    """What makes a workspace ready whose papers have changed; output/ as it was, and as it shall be."""
    monkeypatch.setattr(batch, "version_of", lambda *_: "a-version")  # to read the whole program takes its time
    old = tmp_path / "old"
    papers(old, OLD)
    ingest(old)

    def ready(root: Path) -> None:
        shutil.copytree(old, root)
        papers(root, NEW)
        (root / "corpus/ambleforth/corrections.yaml").write_text(CORRECTION)

    ready(tmp_path / "new")
    ingest(tmp_path / "new")
    return ready, shown(old), shown(tmp_path / "new")


def ingest(root: Path) -> None:
    run(Workspace(root), ocr=False)


def test_the_story_of_these_papers(change: Change) -> None:
    """What the tests below cut short: a move, a correction, a change, a removal, a new paper and one set aside."""
    _, old, new = change
    minutes = "ambleforth/{}/minutes{}.yaml".format
    days = ("2025-03-11", "2025-05-13", "2025-07-08", "2025-09-09")
    before = f"set-aside/{sha256(b'unreadable today').hexdigest()[:16]}-g.txt"
    assert set(old) == {*(minutes(day, "") for day in days), before, f"{before}.yaml"}
    kept = {minutes("2025-03-11", ""), minutes("2025-03-11", "-2")}
    kept |= {minutes(day, "") for day in ("2025-05-13", "2025-07-15", "2025-10-14")}
    aside = f"set-aside/{sha256(b'unreadable').hexdigest()[:16]}-f.txt"
    assert set(new) >= {*kept, "ambleforth/2025-03-11/agenda.yaml", aside, f"{aside}.yaml"}
    assert set(new) - {before, f"{before}.yaml"} == {*kept, "ambleforth/2025-03-11/agenda.yaml", aside, f"{aside}.yaml"}
    assert b"Ann Lee" in new[minutes("2025-05-13", "")]


def is_whole(root: Path, old: dict[str, bytes], new: dict[str, bytes], when: str) -> None:
    """Every file is as before or as it shall be; a paper that had a record and shall have one, has one."""
    workspace = Workspace(root)
    for name, content in shown(root).items():
        assert content in (old.get(name), new.get(name)), f"{when}: {name}"
    sources = {read_record(workspace.path_of(one)).source.sha256 for one in workspace.record_ids()}
    for name in ("ambleforth/b.txt", "ambleforth/c.txt"):
        assert sha256(OLD[name].encode("utf-8")).hexdigest() in sources, f"{when}: {name} has no record"


def test_an_ingest_cut_short_by_kill_leaves_whole_records_and_is_gone_on_with(tmp_path: Path, change: Change) -> None:
    ready, old, new = change
    left = 0
    for number, root in crashes(tmp_path, ready, ingest):
        is_whole(root, old, new, f"killed at {number}")
        told = {fault.file for fault in verify(Workspace(root)).faults if fault.area == "left-over"}
        assert told == {Workspace(root).name_of(part) for part in parts(root)}, "what a write left is named"
        left += len(told)
        ingest(root)
        assert shown(root) == new, f"killed at {number}"
    assert left > 5


def test_an_ingest_on_a_failing_disk_leaves_whole_records_and_is_gone_on_with(tmp_path: Path, change: Change) -> None:
    ready, old, new = change
    for what, root in failures(tmp_path, ready, ingest):
        is_whole(root, old, new, what)
        ingest(root)
        assert shown(root) == new, what


# Two at once


def test_a_correction_that_is_typed_while_its_paper_is_read_is_taken_by_the_next_ingest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers(tmp_path, {"ambleforth/c.txt": OLD["ambleforth/c.txt"]})
    workspace = Workspace(tmp_path)

    def typed_meanwhile(*arguments: object, **options: object) -> Iterator[object]:
        (workspace.corpus / "ambleforth/corrections.yaml").write_text(CORRECTION)
        yield from extract_here(*arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(batch, "extract_all", typed_meanwhile)
    batch.ingest([workspace.corpus], workspace, target="tests.faults:extract")
    run(workspace)
    [action] = read_record(workspace.path_of("ambleforth/2025-05-13/minutes")).actions
    assert [owner.name for owner in action.owners] == ["Ann Lee"]


INGEST = """
import sys
from pathlib import Path
from pipeline import batch
from pipeline.workspace import Workspace
done = batch.ingest([Path("corpus")], Workspace(Path()), target="tests.faults:extract", jobs=1)
print(len(done.ingested), len(done.unchanged))
"""


def ingests(root: Path, script: str = INGEST) -> subprocess.Popen[str]:
    """An ingest in a process of its own."""
    paths = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen([sys.executable, "-c", script], cwd=root, env=paths, stdout=subprocess.PIPE, text=True)


def test_the_same_paper_ingested_twice_at_once_is_one_record(tmp_path: Path) -> None:
    papers(tmp_path, {"ambleforth/c.txt": OLD["ambleforth/c.txt"]})
    both = [ingests(tmp_path) for _ in range(2)]
    said = sorted(one.communicate(timeout=90)[0].strip() for one in both)
    assert [one.returncode for one in both] == [0, 0]
    assert said == ["0 1", "1 0"], "the second waits, and finds it done"
    assert Workspace(tmp_path).record_ids() == ["ambleforth/2025-05-13/minutes"]


def test_an_ingest_waits_for_another_and_says_so(tmp_path: Path) -> None:
    papers(tmp_path, {"ambleforth/c.md": "# Ambleforth Parish Council\n\nMinutes of the meeting of 13 May 2025\n"})
    command = [sys.executable, "-m", "pipeline", "ingest", "corpus", "--jobs", "1"]
    with locked(Workspace(tmp_path)):
        second = subprocess.Popen(
            command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, stderr=subprocess.PIPE, text=True
        )
        assert second.stderr is not None
        assert "another ingest is at work" in second.stderr.readline().lower()
        assert second.poll() is None
    second.communicate(timeout=90)
    assert second.returncode == 0
    assert len(Workspace(tmp_path).record_ids()) == 1


def test_a_reader_finds_a_whole_file_at_any_moment(tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    contents = {bytes([letter]) * 200_000 for letter in b"ab"}
    write_atomic(path, min(contents))
    child = os.fork()
    if child == 0:
        try:
            for _ in range(60):
                for content in sorted(contents):
                    write_atomic(path, content)
        finally:
            os._exit(0)
    until = time.monotonic() + 20
    seen = 0
    while os.waitpid(child, os.WNOHANG)[0] == 0 and time.monotonic() < until:
        assert path.read_bytes() in contents
        seen += 1
    assert seen > 10
