"""What files were read as is kept: it saves reading, changes no record, and is never taken on trust."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib.metadata import packages_distributions
from pathlib import Path

import grimp
import pytest

from pipeline import batch, readings, run, worker
from pipeline.batch import Summary, ingest
from pipeline.paper import Line, Page, Source
from pipeline.problem import MinutebookError, Problem
from pipeline.read import read
from pipeline.readings import Readings, read_once, sweep
from pipeline.worker import Failure, Outcome, Task
from pipeline.workspace import Workspace

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
PAPERS = ("2025-03-11-pack.pdf", "2025-03-11-minutes.txt", "2025-05-13-minutes.docx", "2025-07-08-minutes.md")

RULES = """\
kind: action
rules:
- id: task-of-the-day
  about: A line of this test.
  line: '^Task of the day: (?P<owner>\\w+) to (?P<task>.+)$'
  examples: [{text: 'Task of the day: Clerk to sweep the hall', gives: {owner: Clerk}}]
  never: [{text: 'No task today.', because: narrative}]
"""


class Counted:
    """`read`, and the names of the files that it was asked for."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def __call__(self, path: Path, *, name: str | None = None, ocr: bool = True) -> Source:
        self.names.append(name or "")
        return read(path, name=name, ocr=ocr)


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Counted:
    """Files read, in this process: nothing is left to workers."""
    counted = Counted()
    monkeypatch.setattr(readings, "read", counted)
    monkeypatch.setattr(run, "read", counted)
    monkeypatch.setattr(batch, "extract_all", extract_here)
    return counted


def extract_here(tasks: Iterable[Task], **_: object) -> Iterator[Outcome]:
    for task in tasks:
        answer = worker._answer(task, run.extract)
        assert not isinstance(answer, MinutebookError)
        yield Outcome(task, failure=answer) if isinstance(answer, Failure) else Outcome(task, answer)


def a_workspace(root: Path) -> Workspace:
    (root / "corpus/ambleforth").mkdir(parents=True)
    for name in PAPERS:
        shutil.copy(CORPUS / "ambleforth-parish-council" / name, root / "corpus/ambleforth" / name)
    return Workspace(root)


def ingested(workspace: Workspace, *, force: bool = False) -> Summary:
    run._matcher.cache_clear()  # as a worker that has just been started
    return ingest([workspace.corpus], workspace, force=force)


def records(workspace: Workspace) -> dict[str, bytes]:
    return {one: workspace.path_of(one).read_bytes() for one in workspace.record_ids()}


def test_where_only_rules_have_changed_no_file_is_read_and_the_records_are_those_of_reading_all(
    tmp_path: Path, reads: Counted
) -> None:
    workspace, other = a_workspace(tmp_path / "a"), a_workspace(tmp_path / "b")
    ingested(workspace)
    assert len(reads.names) == len(PAPERS)
    before = records(workspace)
    for one in (workspace, other):
        (one.root / "rules").mkdir()
        (one.root / "rules/today.yaml").write_text(RULES)
        # A kind of entry is not looked for any more, so the records change.
        (one.root / "rules/money.yaml").write_text("kind: money\nrules: []\n")
    assert len(ingested(workspace).ingested) == len(PAPERS)
    assert len(reads.names) == len(PAPERS), "read again"
    ingested(other, force=True)
    assert len(reads.names) == 2 * len(PAPERS)
    assert records(workspace) == records(other) != before


def test_force_reads_all_again_and_what_is_thrown_away_is_read_again(tmp_path: Path, reads: Counted) -> None:
    workspace = a_workspace(tmp_path)
    ingested(workspace)
    ingested(workspace, force=True)
    assert len(reads.names) == 2 * len(PAPERS)
    shutil.rmtree(workspace.readings)
    shutil.rmtree(workspace.ledger)
    ingested(workspace)
    assert len(reads.names) == 3 * len(PAPERS)


def test_readings_of_papers_that_are_gone_go_too(tmp_path: Path, reads: Counted) -> None:
    workspace = a_workspace(tmp_path)
    ingested(workspace)
    (workspace.readings / ".part").write_text("of an ingest cut short")
    assert len(kept_in(workspace.readings)) == len(PAPERS)
    gone = read(workspace.corpus / "ambleforth" / PAPERS[0])
    (workspace.corpus / "ambleforth" / PAPERS[0]).unlink()
    ingested(workspace)
    left = kept_in(workspace.readings)
    assert (len(left), gone.sha256 in left) == (len(PAPERS) - 1, False)
    assert not (workspace.readings / ".part").exists()


def test_the_oldest_readings_go_where_there_are_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for age, name in enumerate(["new", "old", "older"]):
        (tmp_path / name).write_bytes(b"x" * 10)
        os.utime(tmp_path / name, (1e9 - age, 1e9 - age))
    monkeypatch.setattr(readings, "MOST", 25)
    sweep(tmp_path, {"new", "old", "older"})
    assert kept_in(tmp_path) == {"new", "old"}


def kept_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir() if not path.name.startswith(".")}


@pytest.mark.parametrize("name", sorted(path.relative_to(CORPUS).as_posix() for path in CORPUS.glob("*/*")))
def test_a_reading_is_what_was_read(name: str, tmp_path: Path) -> None:
    source = read(CORPUS / name)
    first, second = (read_once(CORPUS / name, name=source.path, ocr=True, readings=Readings(tmp_path)) for _ in "12")
    assert kept_in(tmp_path) == {source.sha256}
    assert first == second == source


def test_a_reading_tells_apart_what_json_could_mix_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table between lines, a whole number as a place, no place, signs that JSON writes in its own way."""
    path = tmp_path / "a.txt"
    path.write_text("x")
    line = Line('10\u2028\u00a350 "x" \\ \U0001f600', page=1, box=(1.0, 2.0, 3.5, 1e-7), confidence=(0.5,))
    made = replace(read(path), flow=(line, Line("x", size=10.0)), pages=(Page(1, scanned=True),), fields=(("a", "b"),))
    monkeypatch.setattr(readings, "read", lambda *_, **__: made)
    for _ in "12":
        assert read_once(path, name=made.path, ocr=True, readings=Readings(tmp_path / "kept")) == made


@pytest.mark.parametrize("harm", ["cut", "changed", "other version", "forged", "empty", "no json", "folder"])
def test_a_reading_is_not_taken_on_trust(harm: str, tmp_path: Path, reads: Counted) -> None:
    folder = tmp_path / "kept"
    paper = CORPUS / "ambleforth-parish-council" / PAPERS[0]
    source = read_once(paper, name="a", ocr=True, readings=Readings(folder))
    kept = folder / source.sha256
    first, _, packed = kept.read_bytes().partition(b"\n")
    match harm:
        case "cut":
            kept.write_bytes(kept.read_bytes()[:-7])
        case "changed":
            kept.write_bytes(first + b"\n" + packed[:50] + bytes([packed[50] ^ 1]) + packed[51:])
        case "other version":
            kept.write_bytes(first.replace(readings._version().encode(), b"0" * 16) + b"\n" + packed)
        case "forged":  # another paper's reading under this one's name
            other = CORPUS / "ambleforth-parish-council" / PAPERS[1]
            another = read_once(other, name="a", ocr=True, readings=Readings(folder))
            shutil.copy(folder / another.sha256, kept)
        case "empty":
            kept.write_bytes(b"")
        case "no json":
            kept.write_bytes(b"[1]\n" + packed)
        case "folder":
            kept.unlink()
            kept.mkdir()
    before = len(reads.names)
    assert read_once(paper, name="a", ocr=True, readings=Readings(folder)) == source
    assert len(reads.names) == before + 1
    if harm != "folder":
        assert read_once(paper, name="a", ocr=True, readings=Readings(folder)) == source
        assert len(reads.names) == before + 1, "not kept in place of the broken one"


def test_a_renamed_file_is_read_again_since_messages_name_it(tmp_path: Path, reads: Counted) -> None:
    paper = CORPUS / "ambleforth-parish-council" / PAPERS[0]
    for name in ("a", "b"):
        assert read_once(paper, name=name, ocr=True, readings=Readings(tmp_path)).path == name
    assert reads.names == ["a", "b"]


def test_scans_are_looked_at_again_when_ocr_comes_or_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "scan.pdf"
    path.write_text("x")
    plain = replace(read(path), pages=(Page(1, scanned=True),))
    unread = replace(plain, reader="pdf", problems=(Problem("scanned-page", "Page 1 is a picture."),))
    looked_at = replace(plain, reader="pdf+ocr")
    asked: list[str] = []

    def is_read(engine: str, *, ocr: bool = True) -> bool:
        def scan(*_: object, **__: object) -> Source:
            asked.append(engine)
            return looked_at if engine and ocr else unread

        readings._program.cache_clear()
        monkeypatch.setattr(readings, "engine", lambda: engine)
        monkeypatch.setattr(readings, "read", scan)
        before = len(asked)
        source = read_once(path, name=plain.path, ocr=ocr, readings=Readings(tmp_path / "kept"))
        assert source == (looked_at if engine and ocr else unread)
        return len(asked) > before

    assert is_read("")
    assert is_read("tesseract 5.3.0")
    assert not is_read("tesseract 5.3.0")
    assert is_read("tesseract 5.3.0", ocr=False)
    assert not is_read("tesseract 5.3.0")
    assert is_read("tesseract 6.0.0")
    readings._program.cache_clear()


def test_a_full_disk_costs_no_paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> object:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.mkstemp", full)
    paper = CORPUS / "ambleforth-parish-council" / PAPERS[0]
    assert read_once(paper, name="a", ocr=True, readings=Readings(tmp_path)) == read(paper, name="a")


def test_all_that_a_reading_hangs_on_is_in_its_version() -> None:
    graph = grimp.build_graph("pipeline", include_external_packages=True)
    reader = {"pipeline.read", *graph.find_descendants("pipeline.read")}
    used = set().union(*map(graph.find_upstream_modules, reader)) - reader
    inside = {one for one in used if one.startswith("pipeline.")}
    code = {f"pipeline.{Path(name).stem}" for name in readings.CODE}
    assert code == inside | {"pipeline.readings"}
    direct = set().union(*map(graph.find_modules_directly_imported_by, reader | inside))
    packages = packages_distributions()
    outside = {packages[one][0].lower() for one in direct if one in packages and one != "pipeline"}
    assert {name.lower() for name in readings.LIBRARIES} == outside
