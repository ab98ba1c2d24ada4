"""`minutebook verify`: each thing that can be wrong in a workspace is named, and nothing is written."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.shelf import read_shelf
from pipeline.updates import add_update, read_updates
from pipeline.verify import Fault, verify
from pipeline.workspace import Workspace
from tests.test_batch import run as ingest
from tests.test_cli import Run, run  # noqa: F401
from tests.test_updates import word

MINUTES = "ambleforth/2025-03-11/minutes"
GATE = "ambleforth/2025-03-11/action/1"
CORRECTION = f"""\
- record: {MINUTES}
  entry: {GATE}
  set: {{owners: [Ann Lee]}}
  by: the clerk
  why: said in the next paragraph
"""
PAPERS = {
    "ambleforth/a.txt": "minutes 2025-03-11 Ambleforth\nagenda 2025-03-11 Ambleforth",
    "ambleforth/b.txt": "minutes 2025-05-13 Ambleforth",
    "ambleforth/c.txt": "unreadable",
}


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with three papers, one of them set aside, a correction, two updates, and the cache of records."""
    root = tmp_path_factory.mktemp("kept") / "workspace"
    for name, text in PAPERS.items():
        (root / "corpus" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "corpus" / name).write_text(text, "utf-8")
    (root / "corpus/ambleforth/corrections.yaml").write_text(CORRECTION)
    workspace = Workspace(root)
    ingest(workspace)
    for note in ("Ordered.", "Mended."):
        add_update(workspace, "ambleforth", word(action=GATE, note=note))
    for one in workspace.record_ids():
        os.utime(workspace.path_of(one), (1_700_000_000, 1_700_000_000))  # files just written are not cached
    read_shelf(workspace)
    return root


@pytest.fixture
def root(kept: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(kept, tmp_path / "workspace"))


def faults(root: Path) -> list[Fault]:
    """What verify finds; the workspace is left as it was, to the last file's time."""

    def state() -> dict[str, tuple[int, bytes]]:
        files = (path for path in root.rglob("*") if path.is_file())
        return {str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}

    before = state()
    found = list(verify(Workspace(root)).faults)
    assert state() == before
    return found


def only(root: Path) -> Fault:
    [fault] = faults(root)
    return fault


def change(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text("utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new, 1), "utf-8")


UPDATES = "corpus/ambleforth/updates.yaml"
RECORD = f"output/{MINUTES}.yaml"


def test_a_workspace_in_order_has_no_faults_and_is_counted(root: Path) -> None:
    report = verify(Workspace(root))
    assert report.faults == ()
    assert report.ok
    assert report.counts == {
        "record": 3, "paper": 3, "correction": 1, "update": 2, "set-aside paper": 1, "ledger entry": 3, "cache": 1,
    }  # fmt: skip
    [seal] = report.seals
    assert (seal.file, seal.entries, seal.hash) == (UPDATES, 2, read_updates(root / UPDATES)[1].hash)


def test_an_empty_workspace_is_in_order(workspace: Path) -> None:
    assert verify(Workspace(workspace)).faults == ()
    shutil.rmtree(workspace / "corpus")
    shutil.rmtree(workspace / "output")
    assert verify(Workspace(workspace)).faults == ()


Harm = Callable[[Path], object]


def gone(name: str) -> Harm:
    return lambda root: (root / name).unlink()


def edited(name: str, old: str, new: str) -> Harm:
    return lambda root: change(root, name, old, new)


def written(name: str, text: str) -> Harm:
    return lambda root: (root / name).write_text(text, "utf-8")


HARMS: dict[str, tuple[Harm, str, str, str]] = {
    "a paper that is gone": (
        gone("corpus/ambleforth/b.txt"),
        "paper",
        "corpus/ambleforth/b.txt",
        "corpus/ambleforth/b.txt: the paper of ambleforth/2025-05-13/minutes is not there: put it back",
    ),
    "a paper that was renamed": (
        lambda root: (root / "corpus/ambleforth/b.txt").rename(root / "corpus/ambleforth/bb.txt"),
        "paper",
        "corpus/ambleforth/b.txt",
        "is not there: it lies at corpus/ambleforth/bb.txt now",
    ),
    "a paper that changed": (
        edited("corpus/ambleforth/a.txt", "minutes", "Minutes"),
        "paper",
        "corpus/ambleforth/a.txt",
        "the paper has changed since ambleforth/2025-03-11/agenda and 1 more was made of it",
    ),
    "a record with an unknown key": (
        edited(RECORD, "title:", "surprise: 1\ntitle:"),
        "record",
        RECORD,
        f"{RECORD}:4: surprise: no such key.",
    ),
    "a record whose amount is a word": (
        edited(RECORD, "marked: true", "marked: perhaps"),
        "record",
        RECORD,
        "actions.0.marked: Input should be a valid boolean",
    ),
    "a record with another's id": (
        edited(RECORD, f"id: {MINUTES}", "id: ambleforth/2025-03-12/minutes"),
        "record",
        RECORD,
        f"the record calls itself ambleforth/2025-03-12/minutes and lies where {MINUTES} belongs",
    ),
    "a record that was deleted": (
        gone("output/ambleforth/2025-05-13/minutes.yaml"),
        "record",
        "output/ambleforth/2025-05-13/minutes.yaml",
        "ambleforth/2025-05-13/minutes: the record was made and is gone",
    ),
    "corrections that can't be read": (
        edited("corpus/ambleforth/corrections.yaml", "  by:", "  bye:"),
        "correction",
        "corpus/ambleforth/corrections.yaml",
        "corpus/ambleforth/corrections.yaml:1: 0.by: this key is missing.",
    ),
    "a correction for no record": (
        edited("corpus/ambleforth/corrections.yaml", "2025-03-11/minutes", "2025-03-12/minutes"),
        "correction",
        "corpus/ambleforth/corrections.yaml",
        "a correction by the clerk is for ambleforth/2025-03-12/minutes, which is not there",
    ),
    "a correction for no entry": (
        edited("corpus/ambleforth/corrections.yaml", "action/1", "action/9"),
        "correction",
        "corpus/ambleforth/corrections.yaml",
        "a correction by the clerk is for ambleforth/2025-03-11/action/9, which is not there",
    ),
    "a correction that is not in its record yet": (
        edited("corpus/ambleforth/corrections.yaml", "Ann Lee", "John Marsh"),
        "correction",
        "corpus/ambleforth/corrections.yaml",
        f"corrections for {MINUTES} are not in its record yet",
    ),
    "a correction of what can't be set": (
        edited("corpus/ambleforth/corrections.yaml", "owners: [Ann Lee]", "evidence: {quote: no}"),
        "correction",
        "corpus/ambleforth/corrections.yaml",
        f'corpus/ambleforth/corrections.yaml: {GATE}: "evidence" can\'t be set.',
    ),
    "an update that was changed by hand": (
        edited(UPDATES, "Mended.", "Mended!"),
        "update",
        UPDATES,
        f"{UPDATES}: entry 2 ({GATE}, by Ann Lee) was changed after it was written",
    ),
    "updates whose end was torn off": (
        lambda root: (root / UPDATES).write_bytes((root / UPDATES).read_bytes()[:-90]),
        "update",
        UPDATES,
        "corpus/ambleforth/updates.yaml:18: 1.before: String should match pattern",
    ),
    "a copy of a set-aside paper that changed": (
        lambda root: next((root / "output/set-aside").glob("*.txt")).write_text("unreadable, too"),
        "set-aside",
        "",
        "no longer what was set aside; delete it",
    ),
    "a note on a set-aside paper that can't be read": (
        lambda root: next((root / "output/set-aside").glob("*.yaml")).write_text("sha256: [a\n"),
        "set-aside",
        "output/set-aside",
        "not YAML",
    ),
    "a cache that is no database": (
        written("output/.ledger/shelf.sqlite", "no database" * 100),
        "cache",
        "output/.ledger/shelf.sqlite",
        "this cache is broken (file is not a database); delete it",
    ),
}


@pytest.mark.parametrize("harm", HARMS, ids=list(HARMS))
def test_what_is_wrong_is_named(root: Path, harm: str) -> None:
    do, area, file, words = HARMS[harm]
    do(root)
    wrong = [fault for fault in faults(root) if fault.severity == "error"]
    assert [fault.area for fault in wrong] == [area] or harm == "a record with another's id"
    fault = wrong[0]
    assert words in fault.message
    assert file in (fault.file, "")
    assert not verify(Workspace(root)).ok


def test_a_torn_chain_is_named_with_its_entry(root: Path) -> None:
    add_update(Workspace(root), "ambleforth", word(action=GATE, note="Painted."))
    head, first, _, last = (root / UPDATES).read_text("utf-8").split("- action: ")
    (root / UPDATES).write_text("- action: ".join((head, first, last)), "utf-8")
    fault = only(root)
    assert (fault.area, fault.severity, fault.file, fault.entry) == ("update", "error", UPDATES, "2")


def test_an_update_whose_action_is_gone_is_an_error(root: Path) -> None:
    add_update(Workspace(root), "ambleforth", word(action="ambleforth/2025-03-11/action/8"))
    assert "there is no action ambleforth/2025-03-11/action/8 any more" in only(root).message


def test_an_update_in_another_body_s_file_is_an_error(root: Path) -> None:
    add_update(Workspace(root), "harrowdale", word(action=GATE))
    assert only(root).message == f"corpus/harrowdale/updates.yaml: entry 1 is for {GATE}, an action of another body."


def test_a_cache_that_says_something_else_than_its_record_is_an_error(root: Path) -> None:
    with closing(sqlite3.connect(root / "output/.ledger/shelf.sqlite")) as cache, cache:
        cache.execute("UPDATE records SET text = replace(text, 'mend the gate', 'sell the gate')")
    found = faults(root)
    assert [fault.area for fault in found] == ["cache"] * 3
    assert f"the cache says something else of {MINUTES} than its record" in found[1].message


def test_an_old_cache_is_no_fault(root: Path) -> None:
    change(root, RECORD, "mend the gate", "mend the old gate")
    assert faults(root) == []


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (written("corpus/ambleforth/new.txt", "minutes 2025-09-09 Ambleforth"), "has not been read yet"),
        (written("corpus/ambleforth/.updates.yaml.abc.part", "- act"), "left by a write that was cut short"),
        (written(f"output/.ledger/{'0' * 64}.json", "{"), "a note of the ledger that can't be read"),
    ],
)
def test_what_does_no_harm_is_a_note(root: Path, harm: Harm, words: str) -> None:
    harm(root)
    fault = only(root)
    assert fault.severity == "note"
    assert words in fault.message
    assert verify(Workspace(root)).ok


# The command


def test_the_command_says_what_it_looked_at_and_ends_with_1_where_something_is_wrong(root: Path, run: Run) -> None:  # noqa: F811
    code, out, err = run("verify", "-w", str(root))
    assert (code, err) == (0, "")
    assert out.splitlines()[-2:] == [
        "Looked at 1 cache, 3 records, 3 papers, 1 correction, 2 updates, 1 set-aside paper, 3 ledger entries.",
        "0 errors, 0 notes.",
    ]
    (root / "corpus/ambleforth/b.txt").unlink()
    code, out, _ = run("verify", "-w", str(root))
    assert code == 1
    assert out.splitlines()[-1] == "1 error, 0 notes."


def test_the_command_as_json(root: Path, run: Run) -> None:  # noqa: F811
    (root / "corpus/ambleforth/b.txt").unlink()
    code, out, _ = run("verify", "-w", str(root), "--json")
    said = json.loads(out)
    assert (code, said["ok"], said["counts"]["record"]) == (1, False, 3)
    assert [fault["file"] for fault in said["faults"]] == ["corpus/ambleforth/b.txt"]
    assert said["seals"][0]["entries"] == 2


def test_a_seal_that_was_noted_down_is_still_there_or_not(root: Path, run: Run) -> None:  # noqa: F811
    first, second = read_updates(root / UPDATES)
    assert run("verify", "-w", str(root), "--sealed", first.hash)[0] == 0
    text = (root / UPDATES).read_text("utf-8")
    (root / UPDATES).write_text(text[: text.rindex("- action: ")], "utf-8")  # the last word is taken out
    assert run("verify", "-w", str(root))[0] == 0  # which the chain does not show
    code, out, _ = run("verify", "-w", str(root), "--sealed", second.hash)
    assert code == 1
    assert f"{second.hash}: no update has this hash any more" in out
