"""Put records in their places in output/, and keep the ledger in step.

The order of writing is chosen for a batch cut short at any moment: records first, then what they replace is deleted,
the ledger last. A paper whose ledger entry was not written yet is simply read again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from pipeline.correct import Correction, correct
from pipeline.ledger import Entry, Ledger, places_of, remove_entry, source_of, write_entry
from pipeline.problem import RecordError
from pipeline.record import Record
from pipeline.setaside import take_back
from pipeline.workspace import Workspace, wanted_ids, with_ids
from pipeline.write import read_record, to_yaml, write_atomic


def keep(
    workspace: Workspace,
    ledger: Ledger,
    entry: Entry,
    records: Sequence[Record],
    corrections: Sequence[Correction] = (),
) -> tuple[Record, ...]:
    """Write one paper's records in place of those that it, or an older version of it at its path, had.

    Args:
        entry: the paper, without its ids.

    Returns:
        The records as written: with their final ids and people's corrections.

    Raises:
        RecordError: a correction that can't be applied; nothing is written then.
    """
    entry = replace(entry, wanted=tuple(wanted_ids(records, entry.paths[0])), ids=())
    touched = [ledger.entries[entry.sha256]] if entry.sha256 in ledger.entries else []
    older = [other for other in ledger.near(entry.paths) if other.sha256 != entry.sha256]
    for other in older:
        _take_paths(ledger, other, entry.paths)
    ledger.put(entry)
    touched += ledger.settle(places_of(entry).union(*map(places_of, [*touched, *older]))) + older
    ids = ledger.entries[entry.sha256].ids
    final = tuple(correct(record, corrections) for record in with_ids(records, ids))
    _write(workspace, ledger, touched, {record.id: record for record in final})
    take_back(workspace, entry.sha256)
    write_entry(workspace, ledger.entries[entry.sha256])
    return final


def release(workspace: Workspace, ledger: Ledger, entry: Entry, paths: Collection[str]) -> tuple[str, ...]:
    """Forget these paths of a paper; with its last path go its records, whose ids are returned."""
    _take_paths(ledger, entry, paths)
    gone = entry.sha256 not in ledger.entries
    touched = ledger.settle(places_of(entry)) if gone else []
    _write(workspace, ledger, [*touched, entry], {})
    return entry.ids if gone else ()


def _take_paths(ledger: Ledger, entry: Entry, paths: Collection[str]) -> None:
    rest = tuple(path for path in entry.paths if path not in paths)
    if rest:
        # Its records may name a path that it no longer has: it is to be read again.
        ledger.put(replace(entry, paths=rest, version=""))
    else:
        ledger.drop(entry)


def _write(workspace: Workspace, ledger: Ledger, touched: Sequence[Entry], records: dict[str, Record]) -> None:
    """Write new records, rename those of `touched` papers (as they were before) that got other ids, delete the rest."""
    own = {workspace.path_of(one): record for one, record in records.items()}
    moved = {workspace.path_of(new): record for new, record in _renamed(workspace, ledger, touched)}
    # First those that move away, then the new ones that take their places.
    for path, record in (moved | own).items():
        _write_changed(path, to_yaml(record).encode("utf-8"))
    held = {one for entry in ledger.near(set().union(*map(places_of, touched))) for one in entry.ids}
    for one in sorted({one for old in touched for one in old.ids} - held):
        _delete(workspace, workspace.path_of(one))
    # First what is gone: once the paper's own entry is written, nobody comes back for the rest.
    for old in sorted(touched, key=lambda old: old.sha256 in ledger.entries):
        if old.sha256 in ledger.entries:
            write_entry(workspace, ledger.entries[old.sha256])
        else:
            take_back(workspace, old.sha256)
            remove_entry(workspace, old.sha256)


def _renamed(workspace: Workspace, ledger: Ledger, touched: Sequence[Entry]) -> Iterator[tuple[str, Record]]:
    """The papers' records that have another id now, under it."""
    for old in touched:
        new = ledger.entries.get(old.sha256)
        for before, after in zip(old.ids, new.ids if new else (), strict=False):
            path = workspace.path_of(before)
            # One that is broken, gone or another's is left to the next ingest, which finds that out and reads anew.
            if before != after and _is_of(path, old):
                with suppress(RecordError):
                    yield after, with_ids([read_record(path)], [after])[0]


def _is_of(path: Path, entry: Entry) -> bool:
    head = source_of(path)
    return head is not None and head[0] == entry.sha256


def _write_changed(path: Path, content: bytes) -> None:
    """Leave a file alone that already says the same: no reader is woken, no disk is worn."""
    if not (path.is_file() and path.read_bytes() == content):
        write_atomic(path, content)


def _delete(workspace: Workspace, path: Path) -> None:
    path.unlink(missing_ok=True)
    for folder in path.relative_to(workspace.output).parents[:-1]:
        with suppress(OSError):
            (workspace.output / folder).rmdir()
