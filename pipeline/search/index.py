"""The index of a workspace: where it is, and kept in step with the records."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pipeline.problem import SettingError
from pipeline.search.filters import Filters
from pipeline.search.fresh import Seen, changes, look
from pipeline.search.result import Results, search
from pipeline.search.sqlite import discard, is_broken, is_locked, is_refused, locked_error, open_memory, open_sqlite
from pipeline.search.store import Store

if TYPE_CHECKING:
    from pipeline.workspace import Workspace

_MANY = 200
"""Records; where more are to be read, they are written in large pieces."""

Progress = Callable[[int, int], None]


def index_file(workspace: Workspace) -> Path:
    """Where the index of a workspace is kept; a cache, which may be deleted at any time."""
    return workspace.ledger / "search.sqlite"


def find(
    workspace: Workspace,
    typed: str,
    filters: Filters | None = None,
    *,
    limit: int = 20,
    newest: bool = False,
    address: str = "",
    update: bool | None = None,
    progress: Progress = lambda done, total: None,
) -> Results:
    """Search the records of a workspace; the index is made, brought up to date and, where it is broken, made anew.

    Args:
        address: of an index on a server, postgresql://…; "" for the workspace's own.
        update: bring the index in step first; left out, the workspace's own is and one on a server is not.

    Raises: as `result.search` and `refresh`.
    """

    def ask(store: Store) -> Results:
        if not address if update is None else update:
            refresh(store, workspace, progress)
        found = search(store, typed, filters, limit=limit, newest=newest)
        return replace(found, faults=tuple(store.faults()))

    return _with(workspace, address, bool(update), ask)


def bring_up_to_date(
    workspace: Workspace, *, address: str = "", progress: Progress = lambda done, total: None
) -> tuple[int, int]:
    """Only bring the index in step; record files read, entries in the index. Raises as `find`."""
    return _with(workspace, address, True, lambda store: (refresh(store, workspace, progress), store.totals()[0]))


Answer = TypeVar("Answer")


def _with(workspace: Workspace, address: str, update: bool, ask: Callable[[Store], Answer]) -> Answer:
    """What is asked of an open index."""
    if address:
        return _with_server(workspace, address, update, ask)
    path = index_file(workspace)
    for again in (True, False):
        try:
            with closing(open_sqlite(path)) as store:
                return ask(store)
        except sqlite3.Error as error:
            if is_locked(error):
                raise locked_error() from error
            if is_refused(error):
                break
            if not again or not is_broken(error):
                raise
            discard(path)
    with closing(open_memory()) as store:
        return ask(store)


def _with_server(workspace: Workspace, address: str, update: bool, ask: Callable[[Store], Answer]) -> Answer:
    from pipeline.search.postgres import SCHEMES, open_postgres

    if not address.startswith(SCHEMES):
        raise SettingError("--index: not the address of an index.", hint="It looks like postgresql://host/database.")
    if update and not workspace.record_ids():
        raise SettingError(
            "There are no records in this workspace, and the index on the server would be emptied.",
            hint="Name the folder that has them with --workspace.",
        )
    import psycopg

    with closing(open_postgres(address, update=update)) as store:
        try:
            return ask(store)
        except psycopg.Error as error:
            said = " ".join(str(error).split()).rstrip(".")
            raise SettingError(f"The index on the server failed: {said}.", hint="Try again.") from error


def refresh(store: Store, workspace: Workspace, progress: Progress = lambda done, total: None) -> int:
    """Bring an index in step with the records; how many record files were read for it.

    Only files whose time, size or place on the disk is new are opened, and only those whose bytes are new are indexed.

    Args:
        progress: called with (records done, records in all).

    Raises:
        SettingError: another program writes the index and does not end.
    """
    before = store.seen()
    now = look(workspace.output, before)
    due, gone = changes(before, now)
    if not due and not gone and now.folders == before.folders:
        return 0
    if len(due) > _MANY:
        store.gather()
    with store.writing():
        before = store.seen()  # another search may have been quicker
        now = look(workspace.output, before)
        due, gone = changes(before, now)
        for record in gone:
            store.remove(record)
        # In the order of their days: then entries are written one behind the other.
        _read(store, workspace, sorted(due, key=lambda one: one.split("/")[1]), now, progress)
        store.keep_folders(before, now)
    store.settle()
    return len(due)


def _read(store: Store, workspace: Workspace, due: list[str], now: Seen, progress: Progress) -> None:
    new: dict[str, tuple[str, str]] = {}
    for record in due:
        try:
            digest = sha256(workspace.path_of(record).read_bytes()).hexdigest()[:20]
        except OSError:
            digest = ""  # reading it as a record says what is wrong with it
        if digest and digest == store.digest_of(record):
            store.restamp(record, now.files[record])
        else:
            new[record] = (now.files[record], digest)
    if not new:
        return
    from pipeline.record import Record
    from pipeline.search.rows import rows_of
    from pipeline.shelf import read_each

    for done, (name, read) in enumerate(read_each(workspace, list(new)), start=1):
        stamp, digest = new[name]
        if isinstance(read, Record):
            # A file that was moved by hand is found where it lies.
            own = read if read.id == name else read.model_copy(update={"id": name})
            store.add(own, rows_of(own), stamp=stamp, digest=digest)
        else:
            store.add_fault(name, read, stamp=stamp, digest=digest)
        progress(done, len(new))
