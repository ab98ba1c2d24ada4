"""What files were read as is kept, and what the rules were asked: it saves work, changes no record, is not trusted."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib.metadata import packages_distributions
from pathlib import Path

import grimp
import pytest

from pipeline import asked, batch, kept, readings, run, worker
from pipeline.batch import Summary, ingest
from pipeline.kept import Keep, Untouched, sweep
from pipeline.paper import Line, Page, Source
from pipeline.problem import MinutebookError, Problem
from pipeline.read import read
from pipeline.readings import read_once
from pipeline.record import Record
from pipeline.rules import Rulebook, in_force
from pipeline.rules.match import Matcher
from pipeline.worker import Failure, Outcome, Task
from pipeline.workspace import Workspace

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
PAPERS = ("2025-03-11-pack.pdf", "2025-03-11-minutes.txt", "2025-05-13-minutes.docx", "2025-07-08-minutes.md")

RULES = """\
kind: action
rules:
- id: task-of-the-day
  about: A line of this test.
  where: {part: [text]}
  line: '^Task of the day, (?P<owner>\\w+):'
  examples: [{text: 'Task of the day, Clerk: sweep the hall', gives: {owner: Clerk}}]
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
        answer = worker._answer(task, run.renew)
        assert not isinstance(answer, MinutebookError)
        if isinstance(answer, Untouched):
            yield Outcome(task, untouched=True)
        else:
            yield Outcome(task, failure=answer) if isinstance(answer, Failure) else Outcome(task, answer)


def a_workspace(root: Path) -> Workspace:
    (root / "corpus/ambleforth").mkdir(parents=True)
    for name in PAPERS:
        shutil.copy(CORPUS / "ambleforth-parish-council" / name, root / "corpus/ambleforth" / name)
    return Workspace(root)


def ingested(workspace: Workspace, *, force: bool = False) -> Summary:
    if (workspace.root / "rules").is_dir():
        in_force._matcher.cache_clear()  # as a worker that has just been started
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
    monkeypatch.setattr(kept, "MOST", 25)
    sweep(tmp_path, {"new", "old", "older"})
    assert kept_in(tmp_path) == {"new", "old"}


def kept_in(folder: Path) -> set[str]:
    """The sha256 of papers whose readings are there."""
    return {path.name for path in folder.iterdir() if "." not in path.name}


@pytest.mark.parametrize("name", sorted(path.relative_to(CORPUS).as_posix() for path in CORPUS.glob("*/*")))
def test_a_reading_is_what_was_read(name: str, tmp_path: Path) -> None:
    source = read(CORPUS / name)
    first, second = (read_once(CORPUS / name, name=source.path, ocr=True, keep=Keep(tmp_path)) for _ in "12")
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
        assert read_once(path, name=made.path, ocr=True, keep=Keep(tmp_path / "kept")) == made


@pytest.mark.parametrize("harm", ["cut", "changed", "other version", "forged", "empty", "no json", "folder"])
def test_a_reading_is_not_taken_on_trust(harm: str, tmp_path: Path, reads: Counted) -> None:
    folder = tmp_path / "kept"
    paper = CORPUS / "ambleforth-parish-council" / PAPERS[0]
    source = read_once(paper, name="a", ocr=True, keep=Keep(folder))
    place = folder / source.sha256
    first, _, packed = place.read_bytes().partition(b"\n")
    match harm:
        case "cut":
            place.write_bytes(place.read_bytes()[:-7])
        case "changed":
            place.write_bytes(first + b"\n" + packed[:50] + bytes([packed[50] ^ 1]) + packed[51:])
        case "other version":
            place.write_bytes(first.replace(readings.version_of_reading().encode(), b"0" * 16) + b"\n" + packed)
        case "forged":  # another paper's reading under this one's name
            other = CORPUS / "ambleforth-parish-council" / PAPERS[1]
            another = read_once(other, name="a", ocr=True, keep=Keep(folder))
            shutil.copy(folder / another.sha256, place)
        case "empty":
            place.write_bytes(b"")
        case "no json":
            place.write_bytes(b"[1]\n" + packed)
        case "folder":
            place.unlink()
            place.mkdir()
    before = len(reads.names)
    assert read_once(paper, name="a", ocr=True, keep=Keep(folder)) == source
    assert len(reads.names) == before + 1
    if harm != "folder":
        assert read_once(paper, name="a", ocr=True, keep=Keep(folder)) == source
        assert len(reads.names) == before + 1, "not kept in place of the broken one"


def test_a_renamed_file_is_read_again_since_messages_name_it(tmp_path: Path, reads: Counted) -> None:
    paper = CORPUS / "ambleforth-parish-council" / PAPERS[0]
    for name in ("a", "b"):
        assert read_once(paper, name=name, ocr=True, keep=Keep(tmp_path)).path == name
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
        source = read_once(path, name=plain.path, ocr=ocr, keep=Keep(tmp_path / "kept"))
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
    assert read_once(paper, name="a", ocr=True, keep=Keep(tmp_path)) == read(paper, name="a")


def test_all_that_a_reading_hangs_on_is_in_its_version() -> None:
    graph = grimp.build_graph("pipeline", include_external_packages=True)
    reader = {"pipeline.read", *graph.find_descendants("pipeline.read")}
    used = set().union(*map(graph.find_upstream_modules, reader)) - reader
    inside = {one for one in used if one.startswith("pipeline.")}
    code = {
        "pipeline." + name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") for name in readings.CODE
    }
    assert inside - code == set(), "put them into readings.CODE"
    direct = set().union(*map(graph.find_modules_directly_imported_by, reader | inside))
    packages = packages_distributions()
    outside = {packages[one][0].lower() for one in direct if one in packages and one != "pipeline"}
    assert outside - {name.lower() for name in readings.LIBRARIES} == set(), "put them into readings.LIBRARIES"


# What the rules were asked


LOOSE = {
    "task.txt": "Ambleforth Parish Council\nMinutes of the meeting held on Tuesday 4 March 2025\n"
    "1. Hall\nThe hall was swept.\nTask of the day, Clerk: paint the door\n",
    "plain.txt": "Ambleforth Parish Council\nMinutes of the meeting held on Tuesday 1 April 2025\n"
    "1. Signs\nIt was agreed to buy one.\n",
}


def with_rules(workspace: Workspace, text: str) -> list[str]:
    """The papers that are made anew with such rules of the workspace's own."""
    (workspace.root / "rules").mkdir(exist_ok=True)
    (workspace.root / "rules/today.yaml").write_text(text)
    summary = ingested(workspace)
    assert len(summary.ingested) + len(summary.unchanged) == len(LOOSE)
    return [Path(paper.path).name for paper in summary.ingested]


def test_a_changed_rule_redoes_only_the_papers_of_which_it_says_or_said_something(
    tmp_path: Path, reads: Counted
) -> None:
    workspace = Workspace(tmp_path)
    workspace.corpus.mkdir()
    for name, text in LOOSE.items():
        (workspace.corpus / name).write_text(text)
    assert with_rules(workspace, "kind: action\nrules: []\n") == ["plain.txt", "task.txt"]
    assert with_rules(workspace, RULES) == ["task.txt"]
    assert "paint the door" in str(records(workspace))
    assert with_rules(workspace, RULES.replace("A line of this test", "Another story")) == []
    assert with_rules(workspace, RULES.replace("No task today", "Not a task today")) == []
    assert with_rules(workspace, RULES.replace("  line:", "  set: {status: completed}\n  line:")) == ["task.txt"]
    assert with_rules(workspace, RULES.replace("Task of", "Job of")) == [
        "task.txt"
    ]  # a failing example is no matter here
    assert with_rules(workspace, RULES.replace("Task of", "Work of")) == []
    assert with_rules(workspace, RULES) == ["task.txt"]
    assert with_rules(workspace, "kind: action\nrules: []\n") == ["task.txt"]
    assert len(reads.names) == len(LOOSE), "read again"
    left = records(workspace)
    ingested(workspace, force=True)
    assert records(workspace) == left
    assert [paper.path for paper in ingested(workspace).ingested] == []


def test_a_record_that_somebody_deleted_or_corrected_is_made_anew(tmp_path: Path, reads: Counted) -> None:
    workspace = Workspace(tmp_path)
    (workspace.corpus / "ambleforth").mkdir(parents=True)
    for name, text in LOOSE.items():
        (workspace.corpus / "ambleforth" / name).write_text(text)
    assert len(with_rules(workspace, "kind: action\nrules: []\n")) == 2
    [gone] = [one for one in workspace.record_ids() if "2025-04-01" in one]
    workspace.path_of(gone).unlink()
    assert with_rules(workspace, RULES.replace("Task of", "Job of")) == ["plain.txt"]
    [other] = [one for one in workspace.record_ids() if "2025-03-04" in one]
    (workspace.corpus / "ambleforth/corrections.yaml").write_text(
        f"- {{record: {other}, set: {{title: Meeting in March}}, by: the clerk, why: it has no title}}\n"
    )
    assert with_rules(workspace, RULES.replace("Task of", "Work of")) == ["plain.txt", "task.txt"]
    assert "Meeting in March" in workspace.path_of(other).read_text()


def test_questions_of_a_run_whose_records_were_not_written_count_for_nothing(
    tmp_path: Path, reads: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = Workspace(tmp_path)
    workspace.corpus.mkdir()
    for name, text in LOOSE.items():
        (workspace.corpus / name).write_text(text)
    with_rules(workspace, "kind: action\nrules: []\n")

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(batch, "keep", stop)
        with pytest.raises(KeyboardInterrupt):
            with_rules(workspace, RULES)
    assert "paint the door" not in str(records(workspace))
    assert "task.txt" in with_rules(workspace, RULES + "# as before\n")
    assert "paint the door" in str(records(workspace))


def without(book: Rulebook, *ids: str) -> Rulebook:
    return replace(book, rules=tuple(rule for rule in book.rules if rule.id not in ids))


def test_whatever_rule_comes_or_goes_an_untouched_paper_has_the_same_records(tmp_path: Path) -> None:
    """The questions of a paper, put to all rules or to all but one, and then that one comes or goes."""
    book = in_force.matcher_of(None).book
    seen = Counter[bool]()
    less_by_id = {one: without(book, one) for one in random.Random(5).sample([rule.id for rule in book.rules], 10)}
    less_by_id |= {one: without(book, one) for one in ("decision-passive-approved", "money-signed", "attendance-clerk")}
    for name in ("2025-03-11-minutes.txt", "2025-05-13-minutes.docx"):
        source = read(CORPUS / "ambleforth-parish-council" / name)
        whole, asked_whole = asked_of(source, book)
        for id_, less in less_by_id.items():
            part, asked_part = asked_of(source, less)
            for before, after, questions in ((book, less, asked_whole), (less, book, asked_part)):
                keep = Keep(tmp_path / f"{id_} {len(before.rules)}", source.sha256, version="1", since="1")
                asked.keep_questions(questions, keep, before)
                is_untouched = asked.untouched(replace(keep, version="2"), after)
                assert not is_untouched or whole == part, (name, id_)
                seen[is_untouched] += 1
    assert min(seen[True], seen[False]) >= 4, seen


def asked_of(source: Source, book: Rulebook) -> tuple[list[Record], asked.Questions]:
    questions = asked.Questions()
    return run.records_of(source, asked.Listening(Matcher(book), questions)), questions


def test_a_version_of_the_rules_has_the_same_name_in_every_process() -> None:
    """Sets are in another order in each."""
    code = (
        "from pipeline import asked; from pipeline.rules import in_force;"
        "print(asked._rules_of(in_force.matcher_of(None).book)[0])"
    )
    names = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True
        ).stdout
        for seed in "12"
    }
    assert len(names) == 1
    assert len(names.pop().strip()) == 16


def test_what_rules_give_beside_answers_redoes_all_papers(tmp_path: Path) -> None:
    book = in_force.matcher_of(None).book
    keep = Keep(tmp_path, "0", version="1", since="1")
    first, second, *rest = book.rules
    for other, expected in (
        (book, True),
        (replace(book), True),
        (replace(book, terms={**book.terms, "column_noun": ("sum",)}), False),
        (replace(book, confidence={"actions": {first.id: (1, 2)}}), False),
        (replace(book, rules=(second, first, *rest)), False),  # another order
    ):
        asked.keep_questions(asked.Questions(), keep, book)
        assert asked.untouched(keep, other) == expected


def test_stages_get_from_rules_nothing_but_answers_and_what_is_known_here() -> None:
    """What else a stage took from a rulebook would be no reason to make a record anew."""
    package = Path(run.__file__).parent
    stages = [path for name in ("layout", "outline", "extractors", "link") for path in (package / name).rglob("*.py")]
    stages += [package / f"{name}.py" for name in ("split", "kinds")]
    taking = re.compile(r"\.book\b|rules_folder|import.* run\b|in_force")
    takes = {path.name for path in stages if taking.search(path.read_text("utf-8"))}
    assert takes == {"figures.py", "word_lists.py"}  # asked.TERMS, word_lists
    figures = (package / "extractors/figures.py").read_text("utf-8")
    assert re.findall(r'"(\w+_noun)"', figures) == list(asked.TERMS)
