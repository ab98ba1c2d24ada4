"""Ingest on a Dask cluster, and from and to addresses: the same bytes as here, whoever dies; no unprotected line."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

pytest.importorskip("distributed", reason="distributed is not installed (pip install 'minutebook[cluster]')")

from typing import Any

from pipeline import address, cluster, mirror
from pipeline.address import Address, at_hand, find, is_address
from pipeline.batch import Summary, ingest
from pipeline.cluster import check_protected, connected
from pipeline.problem import SettingError, UnreadableError
from pipeline.worker import Limits
from pipeline.workspace import Workspace, wanted_ids
from pipeline.write import read_record
from tests.conftest import ROOT
from tests.test_batch import FAULTS, a_workspace, run, tree


@dataclass
class Machines:
    """A scheduler and its workers, each a process of its own, all on loopback."""

    folder: Path
    scheduler: str = ""
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self, kind: str, *options: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", "--host", "127.0.0.1", "--no-dashboard"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__WORKER__DAEMON": "False"}
        with (self.folder / f"{len(self.processes)}.log").open("wb") as log:
            process = subprocess.Popen([*command, *options], env=environment, stdout=log, stderr=log, cwd=self.folder)
        self.processes.append(process)
        return process

    def worker(self, name: str) -> subprocess.Popen[bytes]:
        options = ("--name", name, "--nthreads", "1", "--no-nanny", "--local-directory", str(self.folder))
        return self.start("worker", self.scheduler, *options)


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    """A scheduler with one worker called "first"."""
    here = Machines(tmp_path_factory.mktemp("cluster"))
    here.start("scheduler", "--port", "0", "--no-jupyter", "--scheduler-file", str(here.folder / "scheduler.json"))
    for _ in range(200):
        time.sleep(0.1)
        if (here.folder / "scheduler.json").is_file():
            break
    here.scheduler = json.loads((here.folder / "scheduler.json").read_text("utf-8"))["address"]
    here.worker("first")
    yield here
    for process in here.processes:
        process.kill()
        process.wait()


def named(client: Any) -> dict[str, str]:
    """Name -> address of the workers."""
    return {str(worker["name"]): one for one, worker in client.scheduler_info(n_workers=-1)["workers"].items()}


RULE = """kind: action
rules:
  - id: action-arrows
    about: Two arrows, the owner, a colon, then what is to be done.
    where: {part: [text]}
    line: '^>>\\s*(?P<owner>[^:]{2,40}):'
    examples:
      - {text: '>> Clerk: order the signs', gives: {owner: Clerk}}
    never:
      - {text: 'The clerk said: order is needed.', because: narrative}
"""
ARROWS = """Harrowdale Parish Council
Minutes of the meeting held on Tuesday 4 March 2025
1. Signs
The signs are worn.
>> Clerk: order the signs
"""


def test_a_machine_that_dies_half_way_changes_no_byte(tmp_path: Path, machines: Machines) -> None:
    import distributed

    one, two = Workspace(tmp_path / "one"), Workspace(tmp_path / "two")
    for workspace in (one, two):
        shutil.copytree(ROOT / "corpus" / "ambleforth-parish-council", workspace.corpus / "ambleforth-parish-council")
        (workspace.corpus / "arrows.txt").write_text(ARROWS, "utf-8")
        (workspace.corpus / "torn.pdf").write_bytes(b"%PDF-1.7\nnothing more")
        (workspace.root / "rules").mkdir()
        (workspace.root / "rules" / "own.yaml").write_text(RULE, "utf-8")
    alone = ingest([one.corpus], one, jobs=1)

    victim = machines.worker("second")
    dask: Any = distributed
    watch = dask.Client(machines.scheduler, set_as_default=False)
    watch.wait_for_workers(2, timeout=30)
    address_of = named(watch)["second"]
    held: list[int] = []

    def half_way(done: int, total: int) -> None:
        if done != 3:
            return
        victim.send_signal(signal.SIGSTOP)  # from here on what it is given stays with it
        for _ in range(100):
            if watch.processing()[address_of]:
                break
            time.sleep(0.1)
        held.append(len(watch.processing()[address_of]))
        victim.kill()

    with connected(machines.scheduler) as crew:
        together = ingest([two.corpus], two, machines=crew, progress=half_way)
    watch.close()
    assert victim.wait(timeout=10) == -signal.SIGKILL
    assert held[0] > 0, "it died with nothing in hand"
    assert tree(one.output) == tree(two.output)
    assert together == alone
    assert [paper.path for paper in together.set_aside] == ["corpus/torn.pdf"]
    [action] = read_record(two.output / "harrowdale-parish-council/2025-03-04/minutes.yaml").actions
    assert [owner.name for owner in action.owners] == ["Clerk"]  # the workspace's own rule went along


def test_a_paper_that_breaks_its_reader_costs_only_itself(tmp_path: Path, machines: Machines) -> None:
    papers = {f"{fault}.txt": fault for fault in ("abort", "hang", "unreadable")}
    workspace = a_workspace(tmp_path, papers | {"good.txt": "minutes 2025-03-11 Ambleforth", "nothing.txt": ""})
    with connected(machines.scheduler) as crew:
        summary = ingest([workspace.corpus], workspace, machines=crew, target=FAULTS, limits=Limits(timeout=1))
    assert {Path(paper.path).stem: paper.reason for paper in summary.set_aside} == {
        "abort": "crashed",
        "hang": "timeout",
        "unreadable": "encrypted",
        "nothing": "empty",
    }
    assert [paper.records for paper in summary.ingested] == [("ambleforth/2025-03-11/minutes",)]
    assert (workspace.set_aside / f"{summary.set_aside[0].sha256[:16]}-abort.txt").read_text() == "abort"


def test_papers_at_addresses_are_read_there_and_here_alike(tmp_path: Path, machines: Machines) -> None:
    store = tmp_path / "store" / "corpus" / "harrowdale"
    store.mkdir(parents=True)
    (store / "one.txt").write_text("minutes 2025-03-11 Ambleforth", "utf-8")
    (store / "two.txt").write_text("minutes ? ?", "utf-8")
    for left_out in (".hidden.txt", "corrections.yaml", "../README.md"):
        (store / left_out).write_text("minutes 2025-01-01 Wrong", "utf-8")
    url = (tmp_path / "store").as_uri()
    here, there = Workspace(tmp_path / "here"), Workspace(tmp_path / "there")
    with connected(machines.scheduler) as crew:
        summary = ingest([], there, addresses=[url], machines=crew, target=FAULTS)
    assert ingest([], here, addresses=[f"{url}/"], target=FAULTS, jobs=1) == summary
    assert tree(here.output) == tree(there.output)
    assert sorted(tree(there.output)) == [
        "ambleforth/2025-03-11/minutes.yaml",
        "harrowdale/undated/two/minutes.yaml",  # from the folder below corpus/
    ]
    record = read_record(there.output / "ambleforth/2025-03-11/minutes.yaml")
    assert record.source.path == f"{url}/corpus/harrowdale/one.txt"


def test_a_machine_that_would_read_otherwise_is_told(
    tmp_path: Path, machines: Machines, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = a_workspace(tmp_path, {"a.txt": "minutes 2025-03-11 Ambleforth"})
    about = {**cluster._about(), "pypdfium2": "4.0"}
    monkeypatch.setattr(cluster, "_about", lambda: about)
    with (
        connected(machines.scheduler) as crew,
        pytest.raises(SettingError, match=r"pypdfium2 .*, and .* 4\.0\. Install"),
    ):
        ingest([workspace.corpus], workspace, machines=crew, target=FAULTS)


# Addresses, on this machine


def read_at(workspace: Workspace, url: str, **options: Any) -> Summary:
    return run(workspace, str(workspace.root), addresses=[url], **options)


def test_a_paper_at_an_address_is_fetched_once_and_forgotten_when_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, workspace = tmp_path / "store", Workspace(tmp_path / "workspace")
    for folder in (store, workspace.root):
        folder.mkdir()
    (store / "a.txt").write_text("minutes 2025-03-11 Ambleforth", "utf-8")
    (store / "b.txt").write_text("minutes 2025-04-08 Ambleforth", "utf-8")
    assert [paper.path for paper in read_at(workspace, store.as_uri()).ingested] == [
        f"{store.as_uri()}/a.txt",
        f"{store.as_uri()}/b.txt",
    ]
    asked: list[str] = []
    hash_of = address.hash_of

    def counted(url: str) -> address.Hashed:
        asked.append(url)
        return hash_of(url)

    monkeypatch.setattr(address, "hash_of", counted)
    (store / "b.txt").write_text("minutes 2025-05-13 Ambleforth again", "utf-8")
    changed = read_at(workspace, store.as_uri())
    assert (asked, changed.unchanged) == ([f"{store.as_uri()}/b.txt"], (f"{store.as_uri()}/a.txt",))
    (store / "a.txt").unlink()
    assert read_at(workspace, store.as_uri()).removed == ("ambleforth/2025-03-11/minutes",)
    assert list(tree(workspace.output)) == ["ambleforth-again/2025-05-13/minutes.yaml"]


def test_a_paper_at_an_address_that_breaks_is_set_aside_with_its_bytes(tmp_path: Path) -> None:
    store, workspace = tmp_path / "store", Workspace(tmp_path / "workspace")
    for folder in (store, workspace.root):
        folder.mkdir()
    (store / "a.txt").write_text("unreadable", "utf-8")
    [note] = read_at(workspace, store.as_uri()).set_aside
    assert (note.path, note.reason) == (f"{store.as_uri()}/a.txt", "encrypted")
    assert (workspace.set_aside / f"{note.sha256[:16]}-a.txt").read_text() == "unreadable"


def test_what_can_not_be_fetched_is_told_in_a_sentence(tmp_path: Path) -> None:
    url = (tmp_path / "none.pdf").as_uri()
    with pytest.raises(SettingError, match=r"none\.pdf: can't be reached: .*\. Check the address\.$"):
        find(url)
    with pytest.raises(UnreadableError, match=r"none\.pdf: can't be fetched: "), at_hand(url):
        pass
    with pytest.raises(SettingError, match=r"^https://…: .* must hold no password"):
        find("https://clerk:secret@example.org/papers/")
    with pytest.raises(SettingError, match=r"^nowhere://x: can't be used: "):
        find("nowhere://x")


def test_addresses_and_paths_are_told_apart() -> None:
    assert all(map(is_address, ("s3://bucket/a.pdf", "https://example.org/a", "FILE:///a")))
    assert not any(map(is_address, ("corpus", "/a/b", "a:b", "c://", "corpus/a://b.txt")[:3]))


def test_a_storage_that_tells_a_size_alone_proves_nothing(tmp_path: Path) -> None:
    assert address._mark({"size": 3}) == ""
    assert address._mark({"size": 3, "ETag": "x"}) != address._mark({"size": 3, "ETag": "y"}) != ""
    paper = tmp_path / "a.txt"
    paper.write_text("x", "utf-8")
    [found] = find(paper.as_uri()).papers
    assert found == Address(paper.as_uri(), found.mark)


def test_the_folder_below_corpus_names_the_body_of_a_paper_that_does_not() -> None:
    from tests.faults import record_of

    record = record_of("minutes", "?", "?", path=Path(__file__), name="x")
    for name, body in {
        "s3://bucket/corpus/harrowdale/may.txt": "harrowdale",
        "corpus/harrowdale/may.txt": "harrowdale",
        "s3://bucket/harrowdale/may.txt": "unknown-body",
    }.items():
        assert wanted_ids([record], name) == [f"{body}/undated/may/minutes"]


def test_records_are_written_to_an_address_and_only_what_changed(tmp_path: Path) -> None:
    import fsspec

    storage = fsspec.filesystem("memory")
    workspace = a_workspace(
        tmp_path, {"a.txt": "minutes 2025-03-11 Ambleforth", "b.txt": "minutes 2025-04-08 Ambleforth"}
    )
    run(workspace)
    assert mirror.send(workspace, "memory://county/records") == mirror.Sent(written=2, removed=0)

    def sent() -> dict[str, bytes]:
        found = storage.find("/county/records")
        return {path.removeprefix("/county/records/"): storage.cat_file(path) for path in found}

    assert sent() == tree(workspace.output)
    (workspace.corpus / "a.txt").unlink()
    (workspace.corpus / "c.txt").write_text("agenda 2025-04-08 Ambleforth", "utf-8")
    run(workspace)
    assert mirror.send(workspace, "memory://county/records") == mirror.Sent(written=1, removed=1)
    assert sent() == tree(workspace.output)
    assert mirror.send(workspace, "memory://county/records", anew=True) == mirror.Sent(written=2, removed=0)
    mirror.send(workspace, (tmp_path / "copy").as_uri())
    assert tree(tmp_path / "copy") == tree(workspace.output)


# What is refused


@pytest.mark.parametrize(
    "scheduler", ["tcp://10.0.0.5:8786", "tcp://scheduler.example.org:8786", "tcp://[2001:db8::1]:8786"]
)
def test_an_unprotected_line_to_another_machine_is_refused(scheduler: str) -> None:
    with pytest.raises(SettingError, match=r"papers and code would travel unprotected to another machine\. Use TLS"):
        check_protected(scheduler)


@pytest.mark.parametrize(
    "scheduler", ["tcp://127.0.0.1:8786", "tcp://localhost:1", "tcp://[::1]:9", "tls://10.0.0.5:8786"]
)
def test_tls_and_loopback_are_let_pass(scheduler: str) -> None:
    check_protected(scheduler)


@pytest.mark.parametrize("scheduler", ["10.0.0.5:8786", "ws://127.0.0.1:8786", "tcp://127.0.0.1", "tcp://127.0.0.1:x"])
def test_what_is_no_schedulers_address_is_told(scheduler: str) -> None:
    with pytest.raises(SettingError, match="not the address of a scheduler"):
        check_protected(scheduler)


def test_the_command_refuses_in_one_sentence_and_reads_nothing(tmp_path: Path) -> None:
    workspace = a_workspace(tmp_path, {"a.txt": "minutes 2025-03-11 Ambleforth"})
    command = [sys.executable, "-m", "pipeline", "ingest", "corpus", "--scheduler", "tcp://10.0.0.5:8786"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("minutebook: tcp://10.0.0.5:8786: papers and code would travel unprotected")
    assert len(done.stderr.splitlines()) == 1
    assert not workspace.output.exists()


def test_tls_without_certificates_is_told() -> None:
    with pytest.raises(SettingError, match="name no certificates"), connected("tls://127.0.0.1:8786"):
        pass


def test_a_scheduler_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "ANSWER_TIME", 0.5)
    with pytest.raises(SettingError, match="no scheduler answers there"), connected("tcp://127.0.0.1:1"):
        pass


def test_without_the_library_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(SettingError, match=r"pip install 'minutebook\[cluster\]'"), connected("tcp://127.0.0.1:8786"):
        pass
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(SettingError, match="s3://x: can't be used"):
        find("s3://x")
