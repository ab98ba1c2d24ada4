"""Ingest many papers: find them, skip the unchanged, extract the rest in workers, put their records in their places.

What cannot be read is set aside: a copy in output/set-aside with a note beside it, and the batch goes on. Records are
written as they are ready; each paper's ledger entry comes last, so that a batch cut short is taken up where it ended.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from pipeline.address import Address, Hashed, at_hand, find, hashes, is_address
from pipeline.correct import FILE as CORRECTIONS
from pipeline.correct import Correction, read_corrections
from pipeline.inbox import find_papers
from pipeline.kept import Keep, sweep
from pipeline.ledger import Entry, Ledger, note_version, read_marks, source_of, version_of, write_entry, write_marks
from pipeline.machines import Machines
from pipeline.problem import UnreadableError
from pipeline.read.tesseract import engine
from pipeline.record import Record
from pipeline.setaside import SetAside, notes_of, put_aside
from pipeline.shipped import rules_folder
from pipeline.store import keep, release
from pipeline.worker import Failure, Limits, Outcome, Task, extract_all
from pipeline.workspace import Workspace, locked


@dataclass(frozen=True, slots=True)
class Ingested:
    """A paper with records, and how many of each."""

    path: str
    records: tuple[str, ...]
    decisions: int
    actions: int
    problems: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What a batch did.

    `set_aside` lists the unreadable papers of this batch, those of an earlier one included; `astray` has a sentence for
    each correction beside these papers that names a record which is not there.
    """

    ingested: tuple[Ingested, ...] = ()
    unchanged: tuple[str, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    removed: tuple[str, ...] = ()
    astray: tuple[str, ...] = ()


@dataclass(slots=True)
class _Batch:
    """A batch at work."""

    workspace: Workspace
    ledger: Ledger
    version: str
    ocr: str  # the program that reads scans, and its version; "" for none
    ingested: list[Ingested] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    corrections: dict[Path, tuple[Correction, ...]] = field(default_factory=dict)
    marks: dict[Path, str] = field(default_factory=dict)  # folder -> a hash of its corrections as they were read
    notes: dict[str, SetAside] = field(default_factory=dict)  # sha256 -> why it was set aside before
    origins: dict[str, tuple[str, ...]] = field(default_factory=dict)  # sha256 -> where a paper of this batch lies


def ingest(
    paths: Sequence[Path],
    workspace: Workspace,
    *,
    addresses: Sequence[str] = (),
    machines: Machines | None = None,
    jobs: int | None = None,
    force: bool = False,
    retry: bool = False,
    ocr: bool = True,
    limits: Limits | None = None,
    target: str = "pipeline.run:renew",
    progress: Callable[[int, int], None] = lambda done, total: None,
    waiting: Callable[[float], None] = lambda seconds: None,
) -> Summary:
    """Make the records of these files, and of all files in these folders.

    Args:
        addresses: of papers and folders that fsspec can read; such a paper's name is its address.
        machines: who hashes what lies at addresses, and reads papers; default: `jobs` workers of this machine.
        jobs: workers at once; default: the cores that this process may use.
        force: read unchanged papers again too.
        retry: try those that were set aside again; all of them where no path is given.
        ocr: read scanned pages, where tesseract is installed; papers with such pages are read again when that changes.
        progress: called with (papers done, papers in all).
        waiting: told how long another ingest of this workspace is waited for.

    Raises:
        MinutebookError: a path, a rule file or a corrections file that can't be used; what is written stays whole.
    """
    places = [find(url) for url in addresses]
    apart = {paper.url: paper for place in places for paper in place.papers}
    with locked(workspace, waiting=waiting):
        files = {workspace.name_of(path): path for path in find_papers(paths, workspace)}
        version = version_of((rules_folder(), workspace.root / "rules"))
        batch = _Batch(workspace, Ledger(workspace), version, engine() if ocr else "")
        batch.notes = {note.sha256: note for note, _ in notes_of(workspace)}
        roots = [workspace.name_of(path) for path in paths if path.is_dir()]
        roots += [place.root for place in places if place.root]
        _forget_lost(batch, roots, {*files, *apart})
        marks = {} if force else read_marks(workspace)
        found = _hashed(batch, files, _hashes(batch, list(apart.values()), marks, machines))
        if retry and not paths:
            found |= _set_aside_before(workspace)
        found = {sha256: replace(task, ocr=ocr) for sha256, task in found.items()}
        due = {
            _kept(batch, sha256, task, anew=force): sha256
            for sha256, task in sorted(found.items())
            if _is_due(batch, sha256, task, force=force, retry=retry)
        }
        tasks = sorted(due, key=_size, reverse=True)  # the longest first, so that no worker ends alone
        progress(0, len(tasks))
        if machines:
            outcomes = machines.extract_all(tasks, limits=limits, target=target)
        else:
            outcomes = extract_all(tasks, jobs=jobs or cores(), limits=limits, target=target)
        for done, outcome in enumerate(outcomes, start=1):
            _keep(batch, due[outcome.task], outcome)
            progress(done, len(tasks))
        sweep(workspace.readings, batch.ledger.entries.keys())
    return Summary(
        tuple(sorted(batch.ingested, key=lambda paper: paper.path)),
        tuple(sorted(batch.unchanged)),
        tuple(sorted(batch.set_aside, key=lambda paper: paper.path)),
        tuple(sorted(batch.removed)),
        tuple(_astray(batch)),
    )


def _astray(batch: _Batch) -> Iterator[str]:
    ids = set(batch.workspace.record_ids()) if any(batch.corrections.values()) else set()
    for folder, corrections in sorted(batch.corrections.items()):
        name = batch.workspace.name_of(folder / CORRECTIONS)
        for record in dict.fromkeys(one.record for one in corrections if one.record not in ids):
            yield f"{name}: a correction is for {record}, which is not there; `minutebook show` lists the records."


def cores() -> int:
    """The processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


# Before extraction


def _size(task: Task) -> int:
    return task.path.stat().st_size if task.path.is_file() else 0


def _hashed(batch: _Batch, paths: Mapping[str, Path], apart: Iterable[Hashed]) -> dict[str, Task]:
    """sha256 -> task. Two files with the same bytes are one paper, named by the first of their paths."""
    names: dict[str, list[str]] = {}
    for name, path in paths.items():
        try:
            with path.open("rb") as file:
                names.setdefault(hashlib.file_digest(file, "sha256").hexdigest(), []).append(name)
        except OSError as error:
            sentence = f"{name}: can't be read: {error.strerror}; check who may read it."
            batch.set_aside.append(SetAside(name, "", "no-access", sentence))
    for paper in apart:
        if paper.fault:
            batch.set_aside.append(SetAside(paper.url, "", "no-access", paper.fault))
        else:
            names.setdefault(paper.sha256, []).append(paper.url)
    tasks = {}
    root = batch.workspace.root
    here = {name for same in names.values() for name in same}
    for sha256, same in names.items():
        entry = batch.ledger.entries.get(sha256)
        elsewhere = set(entry.paths if entry else ()) - here
        # What lay at an address before counts as still there: looking would cost a request each.
        known = [name for name in elsewhere if is_address(name) or (root / name).is_file()]
        first, *_ = every = tuple(sorted({*same, *known}))
        batch.origins[sha256] = every
        address = first if is_address(first) else ""
        tasks[sha256] = Task(paths.get(first) or root / first, first, root, address=address)
    return tasks


def _hashes(
    batch: _Batch, papers: Sequence[Address], marks: dict[str, tuple[str, str]], machines: Machines | None
) -> Iterator[Hashed]:
    """The hashes of papers at addresses; one whose mark is still that of its last ingest is not fetched.

    Args:
        marks: address -> mark and sha256.
    """
    due = {}
    for paper in papers:
        mark, sha256 = marks.get(paper.url, ("", ""))
        if mark and mark == paper.mark:
            yield Hashed(paper.url, sha256)
        else:
            due[paper.url] = paper.mark
    try:
        for hashed in machines.hashes(list(due)) if machines else hashes(due):
            if hashed.sha256 and due[hashed.url]:
                marks[hashed.url] = (due[hashed.url], hashed.sha256)
            yield hashed
    finally:  # what was fetched is not fetched again, however this ends
        if due:
            write_marks(batch.workspace, marks)


def _set_aside_before(workspace: Workspace) -> dict[str, Task]:
    """The papers set aside that are no more where they came from are read from their copies."""
    tasks = {}
    for note, copy in notes_of(workspace):
        original = workspace.root / note.path
        if original.is_file() and hashlib.sha256(original.read_bytes()).hexdigest() == note.sha256:
            copy = original
        tasks[note.sha256] = Task(copy, note.path, workspace.root)
    return tasks


def _is_due(batch: _Batch, sha256: str, task: Task, *, force: bool, retry: bool) -> bool:
    """Whether a paper is to be read; what is not, is counted as unchanged or as still set aside."""
    folder = _folder(batch, task.name)
    if folder not in batch.corrections:
        _read_corrections(batch, folder)
    entry = batch.ledger.entries.get(sha256)
    names = batch.origins.setdefault(sha256, (task.name,))
    if force or entry is None or not _is_current(batch, entry, task.name) or entry.paths != names:
        return True
    if entry.failed:
        note = batch.notes.get(sha256)
        if retry or note is None:
            return True
        batch.set_aside.append(note)
        return False
    if not _has_records(batch, entry):
        return True
    batch.unchanged.append(task.name)
    return False


def _has_records(batch: _Batch, entry: Entry) -> bool:
    return all((source_of(batch.workspace.path_of(one)) or ("",))[0] == entry.sha256 for one in entry.ids)


def _kept(batch: _Batch, sha256: str, task: Task, *, anew: bool) -> Task:
    """The task, with what is kept of its paper, which helps where nothing but rules has changed."""
    entry = batch.ledger.entries.get(sha256)
    since = ""
    if entry and not entry.failed and entry.paths == batch.origins[sha256] and _has_records(batch, entry):
        since = entry.version.partition(_SCANNED)[0].partition(_CORRECTED)[0]
        if not _is_current(batch, replace(entry, version=entry.version.replace(since, batch.version, 1)), task.name):
            since = ""  # corrections or OCR have changed too
    keep = Keep(batch.workspace.readings, sha256, anew=anew, version=batch.version, since=since)
    return replace(task, keep=keep)


def _folder(batch: _Batch, name: str) -> Path:
    """Where a paper's corrections are typed: beside it, or in corpus/ for one at an address."""
    if is_address(name):
        return batch.workspace.corpus
    return (batch.workspace.root / name).parent


def _read_corrections(batch: _Batch, folder: Path) -> None:
    """Read a folder's corrections once for the batch: one typed later counts as unread, so the next ingest takes it."""
    while True:
        mark = _mark(folder / CORRECTIONS)
        batch.corrections[folder] = read_corrections(folder / CORRECTIONS)
        batch.marks[folder] = mark
        if _mark(folder / CORRECTIONS) == mark:  # else somebody saved it meanwhile
            return


def _mark(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:8] if file.is_file() else ""


def _version(batch: _Batch, name: str) -> str:
    mark = batch.marks[_folder(batch, name)]
    return f"{batch.version}{_CORRECTED}{mark}" if mark else batch.version


_CORRECTED = "-"  # in a ledger entry's version, before the hash of the corrections typed beside its paper
_SCANNED = "+"  # in a ledger entry's version, before the OCR program that its scanned pages were read with ("" if none)


def _is_current(batch: _Batch, entry: Entry, name: str) -> bool:
    """Read by this version; scans also by this OCR program, and where there is none what was read stays."""
    version, scanned, ocr = entry.version.partition(_SCANNED)
    return version == _version(batch, name) and (not scanned or not batch.ocr or ocr == batch.ocr)


def _has_scans(outcome: Outcome) -> bool:
    """What was read of the paper hangs on OCR."""
    if outcome.failure:
        return outcome.failure.reason == "no-ocr"
    return any(
        record.source.reader.endswith("+ocr") or any(problem.code == "scanned-page" for problem in record.problems)
        for record in outcome.records
    )


def _forget_lost(batch: _Batch, roots: Sequence[str], here: Collection[str]) -> None:
    """Delete the records of papers that were in these folders and are gone."""
    for entry in list(batch.ledger.entries.values()):
        if entry.failed and not entry.ids:  # the copy that was set aside may be the last one
            continue
        under = [path for path in entry.paths if any(_is_under(path, root) for root in roots)]
        if gone := [path for path in under if path not in here]:
            batch.removed += release(batch.workspace, batch.ledger, entry, gone)


def _is_under(name: str, root: str) -> bool:
    return name.startswith(f"{root}/") or (root == "." and not is_address(name))


# After extraction


def _keep(batch: _Batch, sha256: str, outcome: Outcome) -> None:
    """Write what came of a paper."""
    name, names = outcome.task.name, batch.origins[sha256]
    if outcome.untouched:
        before = batch.ledger.entries[sha256]
        _, scanned, engine_then = before.version.partition(_SCANNED)
        now = replace(before, version=f"{_version(batch, name)}{scanned}{engine_then}")
        batch.ledger.put(now)
        note_version(batch.workspace, now)
        batch.unchanged.append(name)
        return
    version = _version(batch, name) + (f"{_SCANNED}{batch.ocr}" if _has_scans(outcome) else "")
    entry = Entry(sha256, names, version)
    failure = outcome.failure
    if failure is None and not outcome.records:
        failure = Failure("empty", f"{name}: no paper was found in it; look whether it is the right file.")
    if failure is None:
        corrections = batch.corrections[_folder(batch, name)]
        records = keep(batch.workspace, batch.ledger, entry, outcome.records, corrections)
        batch.ingested.append(_counted(name, records))
        return
    note = SetAside(name, sha256, failure.reason, failure.message)
    if outcome.task.address:
        with suppress(UnreadableError), at_hand(outcome.task.address) as copy:
            put_aside(batch.workspace, note, copy)
    else:
        put_aside(batch.workspace, note, outcome.task.path)
    # Records of an earlier reading stay: they are better than none.
    before = batch.ledger.entries.get(sha256, entry)
    failed = replace(before, paths=names, version=entry.version, failed=True)
    batch.ledger.put(failed)
    write_entry(batch.workspace, failed)
    batch.set_aside.append(note)


def _counted(name: str, records: Sequence[Record]) -> Ingested:
    return Ingested(
        path=name,
        records=tuple(record.id for record in records),
        decisions=sum(len(record.decisions) for record in records),
        actions=sum(len(record.actions) for record in records),
        problems=sum(len(record.problems) for record in records),
    )
