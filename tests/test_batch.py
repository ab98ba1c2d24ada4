"""Ingest of many papers: the same bytes whatever the order, a paper that breaks costs only itself, nothing is lost."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import batch, ledger, setaside, store, worker
from pipeline.batch import Summary, ingest
from pipeline.inbox import find_papers
from pipeline.kept import Untouched
from pipeline.paper import slug
from pipeline.problem import MinutebookError, RecordError, RuleError, SettingError
from pipeline.record import ProblemRecord
from pipeline.worker import Failure, Limits, Outcome, Task
from pipeline.workspace import Claim, Workspace, assign, locked, wanted_ids, with_ids
from pipeline.write import read_record, write_atomic
from tests import faults
from tests.faults import record_of

FAULTS = "tests.faults:extract"  # tests/faults.py: a paper's lines are "kind date body", or name a fault


def a_workspace(root: Path, papers: dict[str, str]) -> Workspace:
    for name, text in papers.items():
        path = root / "corpus" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return Workspace(root)


def run(workspace: Workspace, *paths: str, workers: bool = False, **options: object) -> Summary:
    """Ingest; in this process where the test is not about workers, which take their time to start."""
    given_paths = [workspace.root / path for path in paths or ("corpus",)]
    with pytest.MonkeyPatch.context() as patch:
        if not workers:
            patch.setattr(batch, "extract_all", extract_here)
        return ingest(given_paths, workspace, target=FAULTS, **options)  # type: ignore[arg-type]


def extract_here(tasks: Iterable[Task], **_: object) -> Iterator[Outcome]:
    for task in tasks:
        answer = worker._answer(task, faults.extract)
        if isinstance(answer, MinutebookError):
            raise answer
        assert not isinstance(answer, Untouched)
        yield Outcome(task, failure=answer) if isinstance(answer, Failure) else Outcome(task, answer)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file's bytes but those of caches, by path."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in files.items() if not name.startswith(".")}


PAPERS = {
    "b/second.txt": "minutes 2025-03-11 Ambleforth Parish Council",
    "a/first.txt": "minutes 2025-03-11 Ambleforth Parish Council\nagenda 2025-03-11 Ambleforth Parish Council",
    "c/third.txt": "minutes 2025-03-11 Ambleforth Parish Council\n",
    "harrowdale/notes.txt": "minutes ? ?",
    "loose.txt": "report ? ?",
}
PLACES = {
    "ambleforth-parish-council/2025-03-11/minutes.yaml": "corpus/a/first.txt",
    "ambleforth-parish-council/2025-03-11/agenda.yaml": "corpus/a/first.txt",
    "ambleforth-parish-council/2025-03-11/minutes-2.yaml": "corpus/b/second.txt",
    "ambleforth-parish-council/2025-03-11/minutes-3.yaml": "corpus/c/third.txt",
    "harrowdale/undated/notes/minutes.yaml": "corpus/harrowdale/notes.txt",
    "unknown-body/undated/loose/report.yaml": "corpus/loose.txt",
}


def test_records_go_where_the_design_says(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path, PAPERS)
    run(workspace)
    records = {place: read_record(workspace.output / place) for place in tree(workspace.output)}
    assert {place: record.source.path for place, record in records.items()} == PLACES
    assert all(f"{record.id}.yaml" == place for place, record in records.items())
    entries = [entry.id for record in records.values() for entry in record.actions]
    assert len(set(entries)) == len(records)
    assert "ambleforth-parish-council/2025-03-11/action/1" in entries
    assert "ambleforth-parish-council/2025-03-11/minutes-2/action/1" in entries
    undated = records["harrowdale/undated/notes/minutes.yaml"]
    assert [action.id for action in undated.actions] == ["harrowdale/undated/notes/action/1"]


def test_order_and_jobs_change_no_byte(tmp_path: Path) -> None:
    at_once = a_workspace(tmp_path / "1", PAPERS)
    run(at_once, jobs=3, workers=True)
    expected = tree(at_once.output)
    one_by_one = a_workspace(tmp_path / "2", PAPERS)
    for name in ("c/third.txt", "b/second.txt", "loose.txt", "a/first.txt", "harrowdale"):
        run(one_by_one, f"corpus/{name}", jobs=1)
    assert tree(one_by_one.output) == expected
    run(one_by_one, force=True)
    assert tree(one_by_one.output) == expected
    shutil.rmtree(one_by_one.output)
    run(one_by_one, jobs=1)
    assert tree(one_by_one.output) == expected


def test_unchanged_papers_are_skipped_until_something_changes(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path, PAPERS)
    assert len(run(workspace).ingested) == len(PAPERS)
    again = run(workspace)
    assert (again.ingested, len(again.unchanged)) == ((), len(PAPERS))
    (workspace.output / "unknown-body/undated/loose/report.yaml").unlink()
    assert [paper.path for paper in run(workspace).ingested] == ["corpus/loose.txt"]
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "action.yaml").write_text("kind: action\nrules: []\n")
    assert len(run(workspace).ingested) == len(PAPERS)


def test_a_lost_ledger_endangers_no_record(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path, PAPERS)
    run(workspace)
    before = tree(workspace.output)
    shutil.rmtree(workspace.ledger)
    # A fourth paper that wants the same id must not take the place of one that the ledger has forgotten.
    (workspace.corpus / "z.txt").write_text("minutes 2025-03-11 Ambleforth Parish Council  ")
    run(workspace, "corpus/z.txt")
    after = tree(workspace.output)
    assert {place: after[place] for place in before} == before
    assert set(after) - set(before) == {"ambleforth-parish-council/2025-03-11/minutes-4.yaml"}


def test_a_changed_paper_replaces_its_records_and_no_other_s(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path, PAPERS)
    run(workspace)
    (workspace.corpus / "a/first.txt").write_text("minutes 2025-05-13 Ambleforth Parish Council")
    run(workspace, "corpus/a")
    places = {place: read_record(workspace.output / place).source.path for place in tree(workspace.output)}
    assert places == {
        "ambleforth-parish-council/2025-05-13/minutes.yaml": "corpus/a/first.txt",
        "ambleforth-parish-council/2025-03-11/minutes.yaml": "corpus/b/second.txt",
        "ambleforth-parish-council/2025-03-11/minutes-2.yaml": "corpus/c/third.txt",
        "harrowdale/undated/notes/minutes.yaml": "corpus/harrowdale/notes.txt",
        "unknown-body/undated/loose/report.yaml": "corpus/loose.txt",
    }


def test_records_of_papers_that_are_gone_go_too(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path, PAPERS)
    run(workspace)
    (workspace.corpus / "a/first.txt").unlink()
    assert run(workspace, "corpus/b").removed == ()  # nobody asked about corpus/a
    summary = run(workspace)
    assert len(summary.removed) == 2
    fresh = a_workspace(tmp_path / "fresh", {name: text for name, text in PAPERS.items() if name != "a/first.txt"})
    run(fresh)
    assert tree(workspace.output) == tree(fresh.output)


def test_the_same_bytes_twice_are_one_paper(tmp_path: Path) -> None:
    text = "minutes 2025-03-11 Ambleforth"
    workspace = a_workspace(tmp_path, {"b.txt": text, "a.txt": text})
    run(workspace)
    place = workspace.output / "ambleforth/2025-03-11/minutes.yaml"
    assert set(tree(workspace.output)) == {"ambleforth/2025-03-11/minutes.yaml"}
    assert read_record(place).source.path == "corpus/a.txt"
    (workspace.corpus / "a.txt").unlink()
    run(workspace)
    assert read_record(place).source.path == "corpus/b.txt"


def test_a_paper_that_breaks_its_worker_costs_only_itself(tmp_path: Path) -> None:
    faults = ["abort", "segfault", "eat", "unreadable", "fail", "hang"]
    good = {f"{n}.txt": f"minutes 2025-0{n}-11 Ambleforth" for n in range(1, 6)}
    workspace = a_workspace(tmp_path, good | {f"{fault}.txt": fault for fault in faults} | {"nothing.txt": ""})
    started = time.monotonic()
    summary = run(workspace, jobs=2, limits=Limits(timeout=1.5), workers=True)
    assert time.monotonic() - started < 30
    assert [paper.path for paper in summary.ingested] == [f"corpus/{name}" for name in good]
    assert {Path(paper.path).stem: paper.reason for paper in summary.set_aside} == {
        "abort": "crashed",
        "segfault": "crashed",
        "eat": "memory",
        "unreadable": "encrypted",
        "fail": "program-fault",
        "hang": "timeout",
        "nothing": "empty",
    }
    for paper in summary.set_aside:
        assert Path(paper.path).name in paper.message
        assert "\n" not in paper.message
        copy = workspace.set_aside / f"{paper.sha256[:16]}-{Path(paper.path).name}"
        assert copy.read_bytes() == (tmp_path / paper.path).read_bytes()
    child = int((workspace.corpus / "hang.child").read_text())
    assert not is_running(child)


def test_a_paper_that_asks_for_time_gets_it(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path, {"a.txt": "long\nminutes 2025-03-11 Ambleforth"})
    summary = run(workspace, jobs=1, limits=Limits(timeout=1.5), workers=True)
    assert [paper.path for paper in summary.ingested] == ["corpus/a.txt"]


def test_scans_are_read_again_when_ocr_comes_or_changes_and_other_papers_are_not(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path, {"scan.txt": "minutes 2025-03-11 Ambleforth", "b.txt": "report ? ?"})

    def read(tasks: Iterable[Task], **_: object) -> Iterator[Outcome]:
        for task in tasks:
            [record] = faults.extract(task.path, name=task.name)
            if task.path.stem == "scan":
                reader = "pdf+ocr" if engines[-1] and task.ocr else "pdf"
                unread = () if reader == "pdf+ocr" else (ProblemRecord(code="scanned-page", message="Not read."),)
                source = record.source.model_copy(update={"reader": reader})
                record = record.model_copy(update={"source": source, "problems": unread})
            yield Outcome(task, (record,))

    def is_due(engine: str, **options: object) -> list[str]:
        engines.append(engine)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(batch, "extract_all", read)
            patch.setattr(batch, "engine", lambda: engine)
            summary = ingest([workspace.corpus], workspace, **options)  # type: ignore[arg-type]
        return [Path(paper.path).name for paper in summary.ingested]

    engines: list[str] = []
    assert is_due("") == ["b.txt", "scan.txt"]
    assert is_due("") == []
    assert is_due("tesseract 5.3.0") == ["scan.txt"]
    assert is_due("tesseract 5.3.0") == []
    assert is_due("tesseract 5.3.0", ocr=False) == []  # what was read stays
    assert is_due("") == []
    assert is_due("tesseract 6.0.0") == ["scan.txt"]


def test_a_picture_set_aside_for_want_of_ocr_is_tried_again_once_it_is_there(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path, {"c.png": "x"})
    tried: list[str] = []

    def read(tasks: Iterable[Task], **_: object) -> Iterator[Outcome]:
        for task in tasks:
            tried.append(task.name)
            yield Outcome(task, failure=Failure("no-ocr", f"{task.name}: install tesseract."))

    for engine in ("", "", "tesseract 5.3.0"):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(batch, "extract_all", read)
            patch.setattr(batch, "engine", lambda engine=engine: engine)
            ingest([workspace.corpus], workspace)
    assert tried == ["corpus/c.png"] * 2


def is_running(number: int) -> bool:
    try:
        return Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_set_aside_papers_wait_for_retry(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path, {"a.txt": "fail", "b.txt": "minutes 2025-03-11 Ambleforth"})
    first = run(workspace)
    bytes_before = tree(workspace.output)
    second = run(workspace, limits=Limits(timeout=0.001), workers=True)  # trying it would now end as a timeout
    assert second.set_aside == first.set_aside
    assert tree(workspace.output) == bytes_before
    (workspace.corpus / "a.txt").unlink()
    third = ingest([], workspace, retry=True, target=FAULTS)  # from the copy, under the old name
    assert third.set_aside == first.set_aside
    run(workspace)
    assert len(list(workspace.set_aside.iterdir())) == 2  # the last copy of a paper is not thrown away
    (workspace.corpus / "a.txt").write_text("agenda 2025-03-11 Ambleforth")
    assert run(workspace).set_aside == ()
    assert set(tree(workspace.output)) == {f"ambleforth/2025-03-11/{kind}.yaml" for kind in ("agenda", "minutes")}


def test_a_newer_version_that_cannot_be_read_leaves_the_old_records(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path, {"a.txt": "minutes 2025-03-11 Ambleforth"})
    run(workspace)
    (workspace.corpus / "a.txt").write_text("unreadable")
    assert [paper.reason for paper in run(workspace).set_aside] == ["encrypted"]
    assert "ambleforth/2025-03-11/minutes.yaml" in tree(workspace.output)


def test_a_bad_rule_file_ends_the_batch_and_leaves_what_is_there(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path, PAPERS)
    run(workspace)
    before = tree(workspace.output)
    (workspace.corpus / "a/first.txt").write_text("bad-rule")
    with pytest.raises(RuleError, match=r"rules/action.yaml, line 3"):
        run(workspace, workers=True)
    assert tree(workspace.output) == before


def test_what_is_no_paper_is_left_out(tmp_path: Path) -> None:
    papers = ["a/minutes.txt", "README.txt", "a/README.md", "rules/policy.txt"]
    other = ["README.md", "a/corrections.yaml", "a/updates.yaml", ".git/config", "a/.DS_Store", "a/~$minutes.docx"]
    workspace = a_workspace(tmp_path, dict.fromkeys([*papers, *other], "x"))
    workspace.output.mkdir()
    (workspace.output / "record.yaml").write_text("x")
    os.mkfifo(workspace.corpus / "pipe")
    found = find_papers([tmp_path], workspace)
    assert sorted(path.relative_to(workspace.corpus).as_posix() for path in found) == sorted(papers)
    (tmp_path / "README.md").write_text("x")
    assert tmp_path / "README.md" not in find_papers([tmp_path], workspace)
    with pytest.raises(SettingError, match="no such file"):
        find_papers([tmp_path / "missing"], workspace)


def test_two_ingests_do_not_work_in_one_workspace(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path, PAPERS)
    told: list[float] = []
    said = r"another ingest has been at work .* for 0.1 seconds"
    with (
        locked(workspace),
        pytest.raises(SettingError, match=said),
        locked(workspace, wait=0.1, waiting=told.append),
    ):
        raise AssertionError
    assert told == [0.1]
    run(workspace)


CORRECTION = """\
- record: ambleforth/2025-03-11/minutes
  entry: ambleforth/2025-03-11/action/1
  set: {owners: [Ann Lee], due: {date: 2025-04-01}}
  by: the clerk
  why: said in the next paragraph
- record: ambleforth/2025-03-11/minutes
  entry: ambleforth/2025-03-11/action/9
  remove: true
  by: the clerk
  why: not an action
"""


def test_people_s_corrections_win_and_none_is_lost_in_silence(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path, {"ambleforth/a.txt": "minutes 2025-03-11 Ambleforth"})
    run(workspace)
    (workspace.corpus / "ambleforth/corrections.yaml").write_text(CORRECTION)
    run(workspace)
    record = read_record(workspace.path_of("ambleforth/2025-03-11/minutes"))
    (action,) = record.actions
    assert [owner.name for owner in action.owners] == ["Ann Lee"]
    assert (action.due.date, action.task) == ("2025-04-01", "mend the gate")
    (problem,) = record.problems
    assert problem.code == "correction-lost"
    assert "action/9" in problem.message


def test_a_correction_of_a_record_that_is_not_there_is_told(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path, {"ambleforth/a.txt": "minutes 2025-03-11 Ambleforth"})
    (workspace.corpus / "ambleforth/corrections.yaml").write_text(CORRECTION)
    assert run(workspace).astray == ()
    (workspace.corpus / "ambleforth/corrections.yaml").write_text(CORRECTION.replace("2025-03-11", "2025-03-12"))
    (sentence,) = run(workspace).astray  # two corrections, one record
    assert sentence.startswith("corpus/ambleforth/corrections.yaml: ")
    assert "ambleforth/2025-03-12/minutes" in sentence


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("owners: [Ann Lee]", "owner: Ann Lee", "owner"),
        ("date: 2025-04-01", "date: next week", "due.date"),
        ("  by: the clerk\n  why: not", "  why: not", "by"),
        ("  remove: true\n", "", "either set or remove"),
        ("  remove: true", "  remove: true\n  remove: true", "twice"),
    ],
)
def test_a_faulty_correction_is_one_sentence(old: str, new: str, words: str, tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path, {"ambleforth/a.txt": "minutes 2025-03-11 Ambleforth"})
    assert old in CORRECTION
    (workspace.corpus / "ambleforth/corrections.yaml").write_text(CORRECTION.replace(old, new, 1))
    with pytest.raises(RecordError) as caught:
        run(workspace)
    assert "corrections.yaml" in str(caught.value)
    assert words in str(caught.value)


claims = st.lists(
    st.builds(
        Claim,
        path=st.sampled_from("abc"),
        sha256=st.just("0"),
        ordinal=st.integers(0, 2),
        wanted=st.sampled_from(["x/2025/minutes", "x/2025/minutes-2", "x/2025/agenda"]),
    ),
    unique_by=lambda claim: (claim.path, claim.ordinal),
)


@given(claims, st.randoms())
def test_ids_do_not_depend_on_the_order_of_claims(wishes: list[Claim], random: object) -> None:
    ids = assign(wishes)
    assert len(set(ids.values())) == len(wishes)
    shuffled = wishes[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert assign(shuffled) == ids


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harrowdale Schools Forum", "harrowdale-schools-forum"),
        ("Comhairle Átha Móir", "comhairle-atha-moir"),
        ("St. Anne's P.T.A.", "st-annes-p-t-a"),
        ("理事会", ""),
        ("a" * 90, "a" * 80),
        ("Committee for " + "long " * 20, "committee-for" + "-long" * 13),
    ],
)
def test_slugs(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_the_ledger_names_no_machine(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path, PAPERS)
    run(workspace)
    for path in workspace.ledger.glob("*.json"):
        assert str(tmp_path) not in json.dumps(json.loads(path.read_text()))


def test_a_row_still_refers_to_its_action_when_the_file_s_folder_names_the_body() -> None:
    path = Path(__file__)
    minutes = record_of("minutes", "2025-03-11", "?", path=path, name="corpus/ambleforth/pack.txt")
    sheet = record_of("action-sheet", "2025-05-13", "?", path=path, name="corpus/ambleforth/pack.txt")
    row = sheet.actions[0].model_copy(update={"refers_to": minutes.actions[0].id})
    records = [minutes, sheet.model_copy(update={"actions": (row,)})]
    ids = wanted_ids(records, "corpus/ambleforth/pack.txt")
    assert ids == ["ambleforth/2025-03-11/minutes", "ambleforth/2025-05-13/action-sheet"]
    moved = with_ids(records, ids)
    assert moved[0].actions[0].id == "ambleforth/2025-03-11/action/1"
    assert moved[1].actions[0].id == "ambleforth/2025-05-13/action-sheet/action/1"
    assert moved[1].actions[0].refers_to == moved[0].actions[0].id


class PowerCut(BaseException):
    """Not an Exception, so that nothing in the program can take it for a fault of a paper."""


@pytest.mark.parametrize("moment", range(1, 13))
def test_a_batch_cut_short_at_any_write_is_taken_up(
    moment: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = a_workspace(tmp_path / "cut", PAPERS)
    run(workspace)
    changed = {
        # Takes the first id, so that the others are renamed.
        "0/earlier.txt": "minutes 2025-03-11 Ambleforth Parish Council   ",
        "b/second.txt": "minutes 2025-05-13 Ambleforth Parish Council",
        "broken.txt": "unreadable",
    }
    a_workspace(workspace.root, changed)
    count = 0

    def cut(path: Path, content: bytes) -> None:
        nonlocal count
        count += 1
        if count == moment:
            raise PowerCut
        write_atomic(path, content)

    with monkeypatch.context() as patch:
        for module in (store, ledger, setaside):
            patch.setattr(module, "write_atomic", cut)
        try:
            run(workspace, jobs=1)
        except PowerCut:
            pass
        else:
            assert moment > 8, "the batch writes more often than this test thinks"
    run(workspace)
    fresh = a_workspace(tmp_path / "fresh", PAPERS | changed)
    run(fresh)
    assert tree(workspace.output) == tree(fresh.output)
