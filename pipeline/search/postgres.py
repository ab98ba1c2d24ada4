"""The index in PostgreSQL, for many people on one server: the same tables, a tsvector of our stems in place of FTS5.

It lies in a schema of its own. A search leaves it as it is: whoever ingests brings it up to date (`update`), since the
files of another machine have other times.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn

from pipeline.problem import SettingError
from pipeline.search import query
from pipeline.search.filters import Filters
from pipeline.search.query import Node
from pipeline.search.sqlite import first_number, locked_error
from pipeline.search.store import TABLES, Store, Written, version

if TYPE_CHECKING:
    import psycopg

SCHEMES = ("postgresql://", "postgres://")
WAIT = 20.0
"""Seconds that another program may write the index before an update gives up."""

_SCHEMA = "minutebook"
_LOCK = 0x4D426B31  # any number, the same for all who write
_LETTERS = {"title": "A", "words": "B", "people": "C", "marks": "D"}
_ALL = "ABCD"
# The server's sorting would put words of one beginning in several places.
_TEXT = 'TEXT COLLATE "C"'
_FOUND = (
    "CREATE TABLE found (id BIGINT PRIMARY KEY, stems TSVECTOR)",
    "CREATE INDEX found_stems ON found USING GIN (stems)",
    f"CREATE TABLE version (version {_TEXT})",
)
_LAST = 16_383  # the last place of a word that PostgreSQL knows


class PostgresStore(Store):
    """An index on a server."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        super().__init__()
        self.connection = connection

    def run(self, statement: str, values: Sequence[object] = ()) -> Iterable[tuple[Any, ...]]:
        cursor = self.connection.execute(statement.replace("?", "%s").encode(), values or None)
        return cursor if cursor.description else ()

    def run_many(self, statement: str, values: Iterable[Sequence[object]]) -> None:
        with self.connection.cursor() as cursor:
            cursor.executemany(statement.replace("?", "%s").encode(), list(values))

    @contextmanager
    def writing(self) -> Iterator[None]:
        import psycopg

        with self.connection.transaction():
            self.connection.execute(f"SET LOCAL lock_timeout = {int(WAIT * 1000)}".encode())
            try:
                self.run("SELECT pg_advisory_xact_lock(?)", (_LOCK,))
            except psycopg.errors.LockNotAvailable as error:
                raise locked_error() from error
            yield
            self.flush()

    def close(self) -> None:
        self.connection.close()

    def candidates(self, tree: Node, filters: Filters, most: int) -> list[int]:
        tables, conditions = "found", ["stems @@ ?::tsquery"]
        values: list[object] = [to_tsquery(tree)]
        if filters.since:
            conditions.append("found.id >= ? AND last_day >= ?")
            values += [first_number(filters.since - 731), filters.since]
        if filters.until:
            conditions.append("found.id < ?")
            values.append(first_number(filters.until + 1))
        if filters.amounts:
            conditions.append("amount BETWEEN ? AND ?")
            least = -1e300 if filters.least is None else filters.least
            values += [least, 1e300 if filters.most is None else filters.most]
        if filters.since or filters.amounts:
            tables += " JOIN entries ON entries.id = found.id"
        if filters.since:
            tables += " JOIN records ON records.base = entries.base"
        where = " AND ".join(conditions)
        found = self.run(f"SELECT found.id FROM {tables} WHERE {where} ORDER BY found.id DESC LIMIT ?", (*values, most))
        return [row[0] for row in found]

    def _put(self, table: str, columns: int, rows: Sequence[Sequence[object]]) -> None:
        with self.connection.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN".encode()) as copy:
            for row in rows:
                copy.write_row(row)

    def _find_by(self, entries: Sequence[Written]) -> None:
        self._put("found", 2, [(entry[0], _vector(entry[6:])) for entry in entries])

    def _find_no_more(self, first: int, end: int) -> None:
        self.run("DELETE FROM found WHERE id >= ? AND id < ?", (first, end))

    def _among(self, column: str, values: Sequence[object]) -> tuple[str, Sequence[object]]:
        return f"{column} = ANY(?)", (list(values),)


def _vector(columns: Sequence[str]) -> str:
    """The stems of an entry with their places, each column some places behind the one before."""
    places: dict[str, list[str]] = {}
    place = 1
    for letter, column in zip(_ALL, columns, strict=True):
        for stem in column.split():
            places.setdefault(stem, []).append(f"{min(place, _LAST)}{letter}")
            place += 1
        place += 2
    return " ".join(f"{_quoted(stem)}:{','.join(where)}" for stem, where in places.items())


def _quoted(stem: str) -> str:
    doubled = stem.replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'"


def to_tsquery(node: Node, letters: str = _ALL) -> str:
    """The tree as a text that PostgreSQL reads as a tsquery."""
    if isinstance(node, query.Words):
        return "(" + " <-> ".join(f"{_quoted(stem)}:{letters}" for stem in node.stems) + ")"
    if isinstance(node, query.Start):
        raise ValueError(node.start)
    if isinstance(node, query.In):
        return to_tsquery(
            node.part, "".join(_LETTERS[column] for column in node.columns if _LETTERS[column] in letters)
        )
    if isinstance(node, query.Without):
        return f"({to_tsquery(node.found, letters)} & !{to_tsquery(node.unwanted, letters)})"
    sign = " & " if isinstance(node, query.All) else " | "
    return "(" + sign.join(to_tsquery(part, letters) for part in node.parts) + ")"


def open_postgres(address: str, *, update: bool) -> PostgresStore:
    """The index on a server.

    Args:
        address: postgresql://…, as libpq reads it; a password may stand in ~/.pgpass or PGPASSWORD instead.
        update: make the tables where there are none, or another version's.

    Raises:
        SettingError: the server can't be reached, or holds no index that this program can search.
    """
    try:
        import psycopg
    except ImportError as error:
        raise SettingError(
            "An index in PostgreSQL needs the library psycopg, which is not installed.",
            hint="Install it: pip install 'minutebook[postgres]'",
        ) from error
    try:
        psycopg.conninfo.conninfo_to_dict(address)
    except psycopg.Error:
        # libpq's sentence would show the address, and the password in it.
        _refuse("--index: the address can't be read.", "It looks like postgresql://host/database.")
    try:
        connection = psycopg.connect(address, autocommit=True, connect_timeout=10)
    except psycopg.Error as error:
        # The server's sentence names host and user, and never the password.
        said = " ".join(str(error).split()).rstrip(".")
        raise SettingError(f"The index on the server can't be reached: {said}.", hint="Check --index.") from error
    try:
        connection.execute(f"SET search_path = {_SCHEMA}".encode())
        store = PostgresStore(connection)
        _prepare(store, update=update)
    except BaseException:
        connection.close()
        raise
    return store


def _prepare(store: PostgresStore, *, update: bool) -> None:
    made_by = _made_by(store)
    if made_by == version():
        return
    if not update:
        state = "was made by another version of the program" if made_by else "is empty"
        raise SettingError(f"The index on the server {state}.", hint="Bring it up to date: minutebook search --update")
    with store.writing():
        made_by = _made_by(store)
        if made_by == version():
            return
        if made_by:
            store.run(f"DROP SCHEMA {_SCHEMA} CASCADE")
        elif list(store.run("SELECT 1 FROM information_schema.tables WHERE table_schema = ?", (_SCHEMA,))):
            raise SettingError(
                f"The schema {_SCHEMA} on the server holds something else.", hint="Name another database after --index."
            )
        store.run(f"CREATE SCHEMA IF NOT EXISTS {_SCHEMA}")
        for statement in (*TABLES, *_FOUND):
            store.run(statement.replace(" TEXT", f" {_TEXT}") if statement in TABLES else statement)
        store.run("INSERT INTO version VALUES (?)", (version(),))


def _refuse(sentence: str, hint: str) -> NoReturn:
    raise SettingError(sentence, hint=hint) from None


def _made_by(store: PostgresStore) -> str:
    there = "SELECT 1 FROM information_schema.tables WHERE table_schema = ? AND table_name = 'version'"
    if not list(store.run(there, (_SCHEMA,))):
        return ""
    return next((row[0] for row in store.run("SELECT version FROM version")), "")
