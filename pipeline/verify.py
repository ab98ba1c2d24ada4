"""Whether a workspace is what it says it is: papers, records, people's files, caches. Nothing is written.

A fault is an error (something is wrong, and its sentence says what puts it right) or a note (worth knowing, harmless).
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from pydantic import ValidationError

from pipeline.address import is_address
from pipeline.correct import FILE as CORRECTIONS
from pipeline.correct import Correction, correct, read_corrections
from pipeline.inbox import find_papers
from pipeline.ledger import source_of
from pipeline.problem import RecordError
from pipeline.record import Record
from pipeline.setaside import SetAside, notes_of
from pipeline.track.said import fit
from pipeline.updates import breaks, read_updates, updates_paths
from pipeline.workspace import Workspace
from pipeline.write import read_record, to_yaml

Area = Literal["paper", "record", "correction", "update", "set-aside", "cache", "left-over"]
Severity = Literal["error", "note"]
_ANEW = "`minutebook ingest corpus --force` makes it anew"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it should be: `message` is a sentence with the file, what is wrong and what to do."""

    area: Area
    severity: Severity
    file: str
    message: str
    entry: str | None = None


@dataclass(frozen=True, slots=True)
class Seal:
    """The end of a body's updates: how many there are, and the hash of the last, which seals all before it."""

    file: str
    entries: int
    hash: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was looked at, by area, and what was found."""

    counts: Mapping[str, int]
    faults: tuple[Fault, ...]
    seals: tuple[Seal, ...]

    @property
    def ok(self) -> bool:
        return not any(fault.severity == "error" for fault in self.faults)


@dataclass(slots=True)
class _Look:
    workspace: Workspace
    counts: Counter[str] = field(default_factory=Counter)
    records: dict[str, Record] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)  # ids of records that can't be read: what is in them is not known
    seals: list[Seal] = field(default_factory=list)
    hashes: set[str] = field(default_factory=set)  # of all updates
    cached: dict[str, tuple[str, str]] = field(default_factory=dict)  # id -> stamp and JSON of the shelf's cache


def verify(
    workspace: Workspace, *, sealed: str = "", progress: Callable[[int, int], None] = lambda done, total: None
) -> Report:
    """Look at everything in a workspace.

    Args:
        sealed: the hash of an update that somebody noted down earlier: it shall still be in a chain.
        progress: called with (records looked at, records in all).
    """
    look = _Look(workspace)
    faults = [
        *_databases(look),
        *_records(look, progress),
        *_papers(look),
        *_corrections(look),
        *_updates(look),
        *_sealed(look, sealed),
        *_set_aside(look),
        *_ledger(look),
        *_left_over(look),
    ]
    return Report(dict(look.counts), tuple(faults), tuple(look.seals))


# Records


def _records(look: _Look, progress: Callable[[int, int], None]) -> Iterator[Fault]:
    ids = look.workspace.record_ids()
    for done, one in enumerate(ids):
        progress(done, len(ids))
        look.counts["record"] += 1
        path = look.workspace.path_of(one)
        name = look.workspace.name_of(path)
        try:
            record = _from_cache(look, one, path) or read_record(path)
        except RecordError as error:
            look.broken.add(one)
            yield Fault("record", "error", name, str(error).replace(str(path), name))
            continue
        look.records[one] = record
        yield from _wrong_ids(record, one, name)
        yield from _wrong_cache(look, record, one, path)
    progress(len(ids), len(ids))


def _from_cache(look: _Look, one: str, path: Path) -> Record | None:
    """The cached record, where the file holds exactly what that record is written as: then YAML need not be read."""
    if one not in look.cached:
        return None
    try:
        record = Record.model_validate_json(look.cached[one][1])
        return record if to_yaml(record).encode("utf-8") == path.read_bytes() else None
    except (ValidationError, OSError, UnicodeEncodeError):
        return None


def _entries(record: Record) -> list[str]:
    """The ids of what can be corrected."""
    return [*(decision.id for decision in record.decisions), *(action.id for action in record.actions)]


def _wrong_ids(record: Record, one: str, name: str) -> Iterator[Fault]:
    if record.id != one:
        what = f"{name}: the record calls itself {record.id} and lies where {one} belongs; {_ANEW}."
        yield Fault("record", "error", name, what)
    entries = _entries(record)
    start = f"{record.id.removesuffix('/minutes')}/"
    for entry, count in Counter(entries).items():
        if count > 1:
            yield Fault("record", "error", name, f"{name}: {count} entries are called {entry}; {_ANEW}.", entry)
        if not entry.startswith(start):
            what = f"{name}: the entry {entry} is not of the record {record.id}; {_ANEW}."
            yield Fault("record", "error", name, what, entry)
    for action in record.actions:
        if action.decision and action.decision not in entries:
            what = f"{name}: {action.id} carries out {action.decision}, which is not in the record."
            yield Fault("record", "note", name, what, action.id)


# Papers


def _papers(look: _Look) -> Iterator[Fault]:
    """The papers that records name: there, and unchanged; and papers that no record knows."""
    workspace = look.workspace
    hashes = {workspace.name_of(path): _sha256(path) for path in _corpus(workspace)}
    look.counts["paper"] = len(hashes)
    places = defaultdict(list)
    for name, sha256 in hashes.items():
        places[sha256].append(name)
    sources: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one, record in look.records.items():
        sources[record.source.path, record.source.sha256].append(one)
    for (name, sha256), ids in sorted(sources.items()):
        if is_address(name):  # nothing is fetched to verify
            continue
        path = workspace.root / name
        now = hashes[name] if name in hashes else _sha256(path) if path.is_file() else None
        of = f"{ids[0]}{f' and {len(ids) - 1} more' if len(ids) > 1 else ''}"
        if now == sha256:
            continue
        if now is None:
            moved = f"it lies at {places[sha256][0]} now" if sha256 in places else "put it back"
            what = f"{name}: the paper of {of} is not there: {moved}, then `minutebook ingest corpus`."
        else:
            what = f"{name}: the paper has changed since {of} was made of it; `minutebook ingest corpus` reads it anew."
        yield Fault("paper", "error", name, what)
    known = {sha256 for _, sha256 in sources} | {note.sha256 for note in _notes(workspace)}
    for name, sha256 in hashes.items():
        if sha256 not in known and sha256 is not None and not any(name == path for path, _ in sources):
            yield Fault("paper", "note", name, f"{name}: has not been read yet; `minutebook ingest corpus` does.")
        if sha256 is None:
            yield Fault("paper", "error", name, f"{name}: can't be read; look who may read it.")


def _corpus(workspace: Workspace) -> list[Path]:
    return find_papers([workspace.corpus], workspace) if workspace.corpus.is_dir() else []


def _sha256(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


# What people typed


def _corrections(look: _Look) -> Iterator[Fault]:
    for path in sorted(look.workspace.corpus.rglob(CORRECTIONS)):
        name = look.workspace.name_of(path)
        try:
            corrections = read_corrections(path)
        except RecordError as error:
            yield Fault("correction", "error", name, str(error).replace(str(path), name))
            continue
        look.counts["correction"] += len(corrections)
        for one in dict.fromkeys(correction.record for correction in corrections):
            yield from _uncorrected(look, name, one, [made for made in corrections if made.record == one])


def _uncorrected(look: _Look, name: str, one: str, corrections: Sequence[Correction]) -> Iterator[Fault]:
    record = look.records.get(one)
    if one in look.broken:
        return
    if record is None:
        by = corrections[0].by
        what = f"{name}: a correction by {by} is for {one}, which is not there; `minutebook show` lists the records."
        yield Fault("correction", "error", name, what, one)
        return
    there = _entries(record)
    kept = []
    people = {person.name for person in record.attendance}
    for made in corrections:
        if made.person is not None and made.person not in people:
            renamed = (made.set or {}).get("name")
            if renamed in people:
                kept.append(made.model_copy(update={"person": renamed}))
            elif not made.remove:
                who = f"{name}: a correction by {made.by} is for {made.person}"
                yield Fault("correction", "error", name, f"{who}, who is not in the attendance of {one}.", made.person)
        elif made.entry is None or made.entry in there:
            kept.append(made)
        elif _is_lost(made, record, corrections):
            who = f"{name}: a correction by {made.by} is for {made.entry}"
            what = f"{who}, which is not there; `minutebook show {one} --json` has the ids."
            yield Fault("correction", "error", name, what, made.entry)
    try:
        applied = correct(record, kept)
    except RecordError as error:
        yield Fault("correction", "error", name, f"{name.removesuffix(CORRECTIONS)}{error}", one)
        return
    if applied != record:
        what = f"{name}: corrections for {one} are not in its record yet; `minutebook ingest corpus` puts them in."
        yield Fault("correction", "error", name, what, one)


def _is_lost(made: Correction, record: Record, corrections: Sequence[Correction]) -> bool:
    """Its entry was never there, and is not one that a correction took out."""
    if made.remove:
        return any(f" {made.entry}, " in said.message for said in record.problems if said.code == "correction-lost")
    return not any(other.remove and other.entry == made.entry for other in corrections)


def _updates(look: _Look) -> Iterator[Fault]:
    for path in updates_paths(look.workspace):
        name = look.workspace.name_of(path)
        try:
            updates = read_updates(path)
        except RecordError as error:
            yield Fault("update", "error", name, str(error).replace(str(path), name))
            continue
        look.counts["update"] += len(updates)
        for broken in breaks(updates, name):
            yield Fault("update", "error", name, broken.message, str(broken.entry))
        known = not any(one.startswith(f"{path.parent.name}/") for one in look.broken)
        for lost in fit(updates, look.records.values()).lost if known else ():
            yield Fault("update", "error", name, f"{name}: {lost}")
        for number, update in enumerate(updates, start=1):
            if not update.action.startswith(f"{path.parent.name}/"):
                what = f"{name}: entry {number} is for {update.action}, an action of another body."
                yield Fault("update", "error", name, what, str(number))
        if updates:
            look.hashes |= {update.hash for update in updates}
            look.seals.append(Seal(name, len(updates), updates[-1].hash))


def _sealed(look: _Look, sealed: str) -> Iterator[Fault]:
    if sealed and sealed.strip().lower() not in look.hashes:
        what = f"{sealed}: no update has this hash any more: updates were taken out, or changed and sealed anew."
        yield Fault("update", "error", "", what)


# What the program keeps for itself


def _notes(workspace: Workspace) -> list[SetAside]:
    try:
        return [note for note, _ in notes_of(workspace)]
    except RecordError:
        return []  # told by _set_aside


def _set_aside(look: _Look) -> Iterator[Fault]:
    name = look.workspace.name_of(look.workspace.set_aside)
    try:
        notes = notes_of(look.workspace)
    except RecordError as error:
        yield Fault("set-aside", "error", name, str(error))
        return
    for note, copy in notes:
        look.counts["set-aside paper"] += 1
        if _sha256(copy) != note.sha256:
            file = look.workspace.name_of(copy)
            what = f"{file}: no longer what was set aside; delete it, then `minutebook ingest --retry` copies it anew."
            yield Fault("set-aside", "error", file, what)


def _ledger(look: _Look) -> Iterator[Fault]:
    """Entries of the ledger and the records that they say there are."""
    for path in sorted(look.workspace.ledger.glob("*.json")):
        name = look.workspace.name_of(path)
        look.counts["ledger entry"] += 1
        try:
            entry = json.loads(path.read_text("utf-8"))
            sha256, ids = str(entry["sha256"]), [str(one) for one in entry["ids"]]
        except (ValueError, TypeError, KeyError):
            yield Fault(
                "cache", "note", name, f"{name}: a note of the ledger that can't be read; ingest makes it anew."
            )
            continue
        for one in ids:
            record = look.workspace.path_of(one)
            if not record.is_file():
                what = f"{one}: the record was made and is gone; `minutebook ingest corpus` makes it anew."
                yield Fault("record", "error", look.workspace.name_of(record), what)
            elif (source_of(record) or ("",))[0] not in (sha256, ""):
                what = (
                    f"{one}: the record names another paper than the ledger does; `minutebook ingest corpus` mends it."
                )
                yield Fault("cache", "error", look.workspace.name_of(record), what)


def _databases(look: _Look) -> Iterator[Fault]:
    """The caches that are databases: whole, and the one of the records into memory for what follows."""
    for path in sorted(look.workspace.ledger.glob("*.sqlite")):
        name = look.workspace.name_of(path)
        look.counts["cache"] += 1
        try:
            # Read-only, and without the files that SQLite else puts beside a database while it reads.
            with closing(sqlite3.connect(f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1", uri=True)) as cache:
                said = [row[0] for row in cache.execute("PRAGMA quick_check(1)")]
                if path.name == "shelf.sqlite":
                    look.cached = {one: (stamp, text) for one, stamp, text in cache.execute("SELECT * FROM records")}
        except (sqlite3.Error, ValueError) as error:
            said = [str(error)]
        if said != ["ok"]:
            what = f"{name}: this cache is broken ({said[0]}); delete it, it is made anew."
            yield Fault("cache", "error", name, what)


def _wrong_cache(look: _Look, record: Record, one: str, path: Path) -> Iterator[Fault]:
    """A cached record that would be taken for the file's, and says something else."""
    stamp, text = look.cached.get(one, ("", ""))
    state = path.stat()
    if stamp.partition(":")[2] != f"{state.st_mtime_ns}:{state.st_size}":
        return  # it would not be used
    try:
        same = Record.model_validate_json(text) == record
    except ValidationError:
        return  # nor would this
    if not same:
        name = look.workspace.name_of(look.workspace.ledger / "shelf.sqlite")
        what = f"{name}: the cache says something else of {one} than its record; delete the cache, it is made anew."
        yield Fault("cache", "error", name, what, one)


def _left_over(look: _Look) -> Iterator[Fault]:
    for folder in (look.workspace.corpus, look.workspace.output):
        for path in sorted(folder.rglob(".*.part")):
            name = look.workspace.name_of(path)
            what = f"{name}: left by a write that was cut short; nothing needs it, and it may be deleted."
            yield Fault("left-over", "note", name, what)
