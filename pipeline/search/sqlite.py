"""The index in a file of SQLite: an FTS5 table over the stems, ordinary tables beside it."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from pipeline.problem import SettingError
from pipeline.search.filters import Filters
from pipeline.search.query import Node, to_fts5
from pipeline.search.store import BLOCK, TABLES, Store, Written, version

WAIT = 20.0
"""Seconds that another program may write the index before a search gives up."""

_OURS = 0x4D426B31  # "MBk1", in the file's head
# No copy of the texts (content=''), no sizes (columnsize=0): results are ranked from `entries`.
_FOUND = (
    "CREATE VIRTUAL TABLE found USING fts5(title, words, people, marks, content='', columnsize=0, tokenize='ascii')"
)
_LATEST = 1 << 62


class SqliteStore(Store):
    """An open index file.

    Attributes:
        lasting: False where it is in memory only, because output/ can't be written.
    """

    def __init__(self, connection: sqlite3.Connection, *, lasting: bool = True) -> None:
        super().__init__()
        self.connection = connection
        self.lasting = lasting
        self.gathering = False
        connection.execute("PRAGMA synchronous = NORMAL")

    def run(self, statement: str, values: Sequence[object] = ()) -> Iterable[tuple[Any, ...]]:
        return self.connection.execute(statement, values)

    def run_many(self, statement: str, values: Iterable[Sequence[object]]) -> None:
        self.connection.executemany(statement, values)

    @contextmanager
    def writing(self) -> Iterator[None]:
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.flush()
            self.connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self.connection.execute("ROLLBACK")
            raise

    def close(self) -> None:
        self.connection.close()

    def gather(self) -> None:
        self.gathering = True
        self.connection.execute("PRAGMA cache_size = -200000")  # kilobytes
        self.connection.execute("PRAGMA synchronous = OFF")
        self.connection.execute("INSERT INTO found (found, rank) VALUES ('hashsize', 67108864)")

    def settle(self) -> None:
        if not self.gathering:
            return
        self.gathering = False
        self.connection.execute("PRAGMA synchronous = NORMAL")
        for _, _, path in self.connection.execute("PRAGMA database_list").fetchall():
            if path:
                with Path(path).open("rb") as file:
                    os.fsync(file.fileno())

    def candidates(self, tree: Node, filters: Filters, most: int) -> list[int]:
        tables, conditions, values = "found", ["found MATCH ?"], [to_fts5(tree)]
        limits: list[object] = []
        if filters.since:
            # A year begins before the days in it: go back as far as a span of two years may begin.
            conditions.append("found.rowid >= ? AND last_day >= ?")
            limits += [first_number(filters.since - 731), filters.since]
        if filters.until:
            conditions.append("found.rowid < ?")
            limits.append(first_number(filters.until + 1))
        if filters.amounts:
            conditions.append("amount BETWEEN ? AND ?")
            limits += [
                -1e300 if filters.least is None else filters.least,
                1e300 if filters.most is None else filters.most,
            ]
        if filters.since or filters.amounts:
            tables += " CROSS JOIN entries ON entries.id = found.rowid"
        if filters.since:
            tables += " CROSS JOIN records ON records.base = entries.base"
        statement = (
            f"SELECT found.rowid FROM {tables} WHERE {' AND '.join(conditions)} ORDER BY found.rowid DESC LIMIT ?"
        )
        return [row[0] for row in self.run(statement, (*values, *limits, most))]

    def _find_by(self, entries: Sequence[Written]) -> None:
        self.run_many(
            "INSERT INTO found (rowid, title, words, people, marks) VALUES (?, ?, ?, ?, ?)",
            [(entry[0], *entry[6:]) for entry in sorted(entries)],
        )

    def _find_no_more(self, first: int, end: int) -> None:
        self.run(
            "INSERT INTO found (found, rowid, title, words, people, marks)"
            " SELECT 'delete', id, title, words, people, marks FROM entries WHERE id >= ? AND id < ?",
            (first, end),
        )

    def _among(self, column: str, values: Sequence[object]) -> tuple[str, Sequence[object]]:
        return f"{column} IN (SELECT value FROM json_each(?))", (json.dumps(list(values)),)


def first_number(day: int) -> int:
    """The least number that an entry of this day, an ordinal, can have."""
    return max(0, day) * (1 << 16) * BLOCK


def open_sqlite(path: Path) -> SqliteStore:
    """The index in this file, empty where there is none yet or none that this program can use.

    Where the folder can't be written, an index that is there is read, and else one is made in memory.

    Raises:
        SettingError: it is locked and stays so.
    """
    for again in (True, False):
        try:
            return _open(path)
        except sqlite3.Error as error:
            if is_locked(error):
                raise locked_error() from error
            if not again or not is_broken(error):
                break
            discard(path)
    return open_memory()


def open_memory() -> SqliteStore:
    """An empty index that lasts as long as this process."""
    return _prepared(sqlite3.connect(":memory:", isolation_level=None), lasting=False)


def _open(path: Path) -> SqliteStore:
    with suppress(OSError):
        if not path.parent.is_dir():
            path.parent.mkdir()  # where there is no output/ either, this is no workspace: nothing is made in it
            # A cache of this machine: it keeps itself out of version control.
            (path.parent / ".gitignore").write_text("*\n", "utf-8")
    connection = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
    try:
        [number] = connection.execute("PRAGMA application_id").fetchone()
        [made_by] = connection.execute("PRAGMA user_version").fetchone()
        [objects] = connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
        if objects and (number, made_by) != (_OURS, _version()):
            raise sqlite3.DatabaseError("another program's")
        if objects:
            return SqliteStore(connection)
        return _prepared(connection, lasting=True)
    except BaseException:
        connection.close()
        raise


def _prepared(connection: sqlite3.Connection, *, lasting: bool) -> SqliteStore:
    store = SqliteStore(connection, lasting=lasting)
    with store.writing():
        # Another search may have made the tables while this one waited.
        if not connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0]:
            for statement in (*TABLES, _FOUND):
                # SQLite's word for "the row's number itself", and for "rows in the order of their key".
                own = statement.replace("BIGINT PRIMARY KEY", "INTEGER PRIMARY KEY")
                connection.execute(own + (" WITHOUT ROWID" if "TEXT PRIMARY KEY" in own else ""))
            connection.execute(f"PRAGMA application_id = {_OURS}")
            connection.execute(f"PRAGMA user_version = {_version()}")
    return store


def _version() -> int:
    return int(version(), 16) & 0x7FFFFFFF


def discard(path: Path) -> None:
    """Throw an index away, with what SQLite keeps beside it; where that may not be, leave it."""
    with suppress(OSError):
        for name in (path.with_name(path.name + "-journal"), path):
            name.unlink(missing_ok=True)


def is_locked(error: BaseException) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def is_broken(error: BaseException) -> bool:
    """The file is no index of this program, or a damaged one."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return isinstance(error, sqlite3.DatabaseError) and code in (
        0,
        sqlite3.SQLITE_ERROR,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
    )


def is_refused(error: BaseException) -> bool:
    """The disk is full or fails, or the file may not be written."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)


def locked_error() -> SettingError:
    return SettingError(
        "The search index is being written by another program.", hint="Try again when that one has ended."
    )
