"""All records of a workspace, quickly: the books (register, search, checks, exports) begin here.

Reading YAML costs some fifty times what reading the same record as JSON costs, so each record is kept as JSON in
output/.ledger as well, by its file's time and size. That is a cache: without it, or where it can't be used, the YAML
files alone say everything.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from pipeline.problem import RecordError
from pipeline.record import Record
from pipeline.workspace import Workspace
from pipeline.write import read_record

# A cache that a program with other fields wrote is never read.
_FIELDS = sha256((Path(__file__).parent / "record.py").read_bytes()).hexdigest()[:12]
_AT_ONCE = 200  # records in memory when they are read one after the other
_YOUNG = 2 * 10**9  # nanoseconds: the coarsest clock of a file system
_WAIT = 5.0  # seconds that another command may hold the cache


@dataclass(frozen=True, slots=True)
class Shelf:
    """A workspace's records, by id, and a sentence for each record file that can't be read."""

    records: tuple[Record, ...]
    faults: tuple[str, ...] = ()


def read_shelf(workspace: Workspace, *, body: str = "") -> Shelf:
    """All records, or those of one body, by id. A file at fault costs itself alone.

    Args:
        body: a body's slug, the first part of its records' ids.
    """
    ids = [one for one in workspace.record_ids() if not body or one.startswith(f"{body}/")]
    stamps = {one: _stamp(workspace.path_of(one)) for one in ids}
    kept = _kept(workspace, stamps)
    records: list[Record] = []
    faults: list[str] = []
    new: dict[str, Record] = {}
    for one in ids:
        record = kept.get(one)
        if record is None:
            try:
                record = new[one] = read_record(workspace.path_of(one))
            except RecordError as error:
                faults.append(str(error))
                continue
        records.append(record)
    if new:
        _keep(workspace, {one: (stamps[one], record) for one, record in new.items()})
    return Shelf(tuple(records), tuple(faults))


def read_each(workspace: Workspace, ids: Sequence[str]) -> Iterator[tuple[str, Record | str]]:
    """These records one after the other, however many: (id, record), or (id, what is wrong with its file)."""
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        stamps = {one: stamp for one in some if (stamp := _stamp_or_none(workspace.path_of(one)))}
        kept = _kept(workspace, stamps, some)
        new: dict[str, tuple[str, Record]] = {}
        for one in some:
            record: Record | str | None = kept.get(one)
            if record is None:
                try:
                    record = read_record(workspace.path_of(one))
                    if one in stamps:
                        new[one] = (stamps[one], record)
                except RecordError as error:
                    record = str(error)
            yield one, record
        if new:
            _keep(workspace, new, sweep=False)


def bodies_of(records: Iterable[Record]) -> dict[str, tuple[Record, ...]]:
    """Slug of a body -> its records, both in order."""
    out: dict[str, list[Record]] = {}
    for record in records:
        out.setdefault(record.slug, []).append(record)
    return {body: tuple(out[body]) for body in sorted(out)}


def _stamp_or_none(path: Path) -> str | None:
    with suppress(OSError):
        return _stamp(path)
    return None


def _stamp(path: Path) -> str:
    """A file's time and size; "" for one so young that it may change once more and keep both."""
    state = path.stat()
    if state.st_mtime_ns > time.time_ns() - _YOUNG:
        return ""
    return f"{_FIELDS}:{state.st_mtime_ns}:{state.st_size}"


def _kept(workspace: Workspace, stamps: dict[str, str], ids: Sequence[str] = ()) -> dict[str, Record]:
    """The records in the cache that fit their files; only these, where ids are given."""
    out: dict[str, Record] = {}
    with suppress(sqlite3.Error), closing(_open(workspace)) as cache:
        for one, stamp, text in _rows(cache, ids):
            if stamp and stamps.get(one) == stamp:
                with suppress(ValidationError):
                    out[one] = Record.model_validate_json(text)
    return out


def _rows(cache: sqlite3.Connection, ids: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    where = f" WHERE id IN ({', '.join('?' * len(ids))})" if ids else ""
    yield from cache.execute(f"SELECT id, stamp, text FROM records{where}", ids)


def _keep(workspace: Workspace, records: dict[str, tuple[str, Record]], *, sweep: bool = True) -> None:
    """Put records into the cache; `sweep` takes out those whose files are gone."""
    rows = [(one, stamp, record.model_dump_json(by_alias=True)) for one, (stamp, record) in records.items() if stamp]
    with suppress(sqlite3.Error), closing(_open(workspace)) as cache, cache:
        cache.executemany("INSERT OR REPLACE INTO records VALUES (?, ?, ?)", rows)
        if not sweep:
            return
        there = set(workspace.record_ids())
        gone = [(one,) for (one,) in cache.execute("SELECT id FROM records") if one not in there]
        cache.executemany("DELETE FROM records WHERE id = ?", gone)


def _open(workspace: Workspace) -> sqlite3.Connection:
    """The cache, made anew where it is broken.

    Raises:
        sqlite3.Error: it can't be made (a folder that can't be written, a lock that stays).
    """
    path = workspace.ledger / "shelf.sqlite"
    if not workspace.ledger.is_dir():
        raise sqlite3.OperationalError("nothing was ingested here")
    for again in (True, False):
        cache = sqlite3.connect(path, timeout=_WAIT)
        try:
            cache.execute("CREATE TABLE IF NOT EXISTS records (id TEXT PRIMARY KEY, stamp TEXT, text TEXT)")
        except sqlite3.DatabaseError as error:
            cache.close()
            if not again or isinstance(error, sqlite3.OperationalError):
                raise
            path.unlink(missing_ok=True)  # no database: a cache is thrown away
            continue
        return cache
    raise AssertionError
