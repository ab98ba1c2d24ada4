"""The index's tables, the same in SQLite and in PostgreSQL; what the two say differently is left to them.

`entries` holds what is searched, as stems, and what results are ranked by; `shown` what a result shows. An entry's
number begins with its record's day: the newest have the highest numbers, in whatever order records came.
"""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from pipeline.search import words as analysis
from pipeline.search.filters import Filters, days_of, marks_of
from pipeline.search.fresh import Seen
from pipeline.search.query import Node
from pipeline.search.rows import Row

if TYPE_CHECKING:
    from pipeline.record import Record

TABLES = (
    "CREATE TABLE records (base BIGINT PRIMARY KEY, blocks INTEGER, size INTEGER, id TEXT UNIQUE, stamp TEXT,"
    " digest TEXT, fault TEXT, slug TEXT, body TEXT, date TEXT, first_day INTEGER, last_day INTEGER)",
    "CREATE TABLE folders (path TEXT PRIMARY KEY, changed BIGINT)",
    "CREATE TABLE entries (id BIGINT PRIMARY KEY, base BIGINT, kind TEXT, spot TEXT, amount DOUBLE PRECISION,"
    " size INTEGER, title TEXT, words TEXT, people TEXT, marks TEXT)",
    "CREATE TABLE shown (id BIGINT PRIMARY KEY, entry TEXT)",
    "CREATE TABLE stems (stem TEXT PRIMARY KEY, entries INTEGER)",
    "CREATE TABLE spellings (word TEXT PRIMARY KEY, stem TEXT)",
    "CREATE TABLE secrets (id BIGINT PRIMARY KEY, entry TEXT)",
    "CREATE TABLE refers (id BIGINT PRIMARY KEY, entry TEXT, targets TEXT)",
    "CREATE TABLE totals (entries BIGINT, size BIGINT)",
    "INSERT INTO totals VALUES (0, 0)",
)
BLOCK = 1 << 12
_BLOCKS = 1 << 16  # places of records in one day
_PACE = 5_000  # entries written at once


def version() -> str:
    """Changes with the code that says what an index holds: another program's index is made anew."""
    package = Path(__file__).resolve().parent
    names = ("store.py", "rows.py", "words.py", "filters.py", "fresh.py")
    return sha256(b"".join((package / name).read_bytes() for name in names)).hexdigest()[:8]


class Entry(NamedTuple):
    """An entry as results are ranked by it. Texts are stems, a space around each."""

    id: int
    base: int
    kind: str
    spot: str
    size: int
    title: str
    words: str
    people: str


@dataclass(frozen=True, slots=True)
class Head:
    """What the entries of a record have in common."""

    record: str
    body: str
    date: str


Written = tuple[int, int, str, str, float | None, int, str, str, str, str]


class Store(ABC):
    """An index that is open. Use `writing` around all that changes it."""

    def __init__(self) -> None:
        self._pending: list[Written] = []
        self._shown: list[tuple[int, str]] = []
        self._stems: Counter[str] = Counter()
        self._added: list[str] = []
        self._totals = [0, 0]
        self._spelt = 0

    # What the two databases say differently

    @abstractmethod
    def run(self, statement: str, values: Sequence[object] = ()) -> Iterable[tuple[Any, ...]]:
        """Run a statement whose places are written `?`."""

    @abstractmethod
    def run_many(self, statement: str, values: Iterable[Sequence[object]]) -> None: ...

    @abstractmethod
    def writing(self) -> AbstractContextManager[None]:
        """A transaction that keeps other writers out.

        Raises:
            SettingError: another one is at work and does not end.
        """

    @abstractmethod
    def close(self) -> None: ...

    def gather(self) -> None:  # noqa: B027
        """Before many entries come: let them be written in few, large pieces, not yet safe from a power cut."""

    def settle(self) -> None:  # noqa: B027
        """After they have come: make sure that they are on the disk."""

    @abstractmethod
    def candidates(self, tree: Node, filters: Filters, most: int) -> list[int]:
        """Numbers of the entries that a tree finds within the filters' limits, the newest `most`, newest first."""

    @abstractmethod
    def _find_by(self, entries: Sequence[Written]) -> None:
        """Make entries findable."""

    @abstractmethod
    def _find_no_more(self, first: int, end: int) -> None:
        """Let the entries from `first` to before `end`, which are still in `entries`, be found no more."""

    @abstractmethod
    def _among(self, column: str, values: Sequence[object]) -> tuple[str, Sequence[object]]:
        """A condition: the column is one of these values."""

    # What was seen

    def seen(self) -> Seen:
        folders = dict(tuple(row) for row in self.run("SELECT path, changed FROM folders"))
        return Seen(folders, dict(tuple(row) for row in self.run("SELECT id, stamp FROM records")))

    def keep_folders(self, before: Seen, now: Seen) -> None:
        """Note the folders' times."""
        gone = [(path,) for path in before.folders if path not in now.folders]
        new = [(path, changed) for path, changed in now.folders.items() if before.folders.get(path) != changed]
        self.run_many("DELETE FROM folders WHERE path = ?", gone)
        self.run_many(
            "INSERT INTO folders VALUES (?, ?) ON CONFLICT (path) DO UPDATE SET changed = excluded.changed", new
        )

    def digest_of(self, record: str) -> str:
        return next((row[0] for row in self.run("SELECT digest FROM records WHERE id = ?", (record,))), "")

    def restamp(self, record: str, stamp: str) -> None:
        self.run("UPDATE records SET stamp = ? WHERE id = ?", (stamp, record))

    def faults(self) -> list[str]:
        """A sentence for each record file that can't be read."""
        return [row[0] for row in self.run("SELECT fault FROM records WHERE fault <> '' ORDER BY id")]

    # Writing

    def add(self, record: Record, rows: Iterable[Row], *, stamp: str = "", digest: str = "") -> int:
        """Take a record's rows in, in place of those that it had; how many there are."""
        self.remove(record.id)
        kept = list(rows)
        slug = record.slug
        body = record.meeting.body or slug
        days = days_of(record.meeting.date)
        base = self._note(record.id, len(kept), stamp, digest, "", slug, body, record.meeting.date or "", days)
        texts = [analysis.words_of(row.text) for row in kept]
        analysis.learn(set().union(*texts))
        write = _writer()
        for number, (row, text) in enumerate(zip(kept, texts, strict=True), start=base):
            self._pending.append(self._entry(number, base, row, text, slug))
            self._shown.append((number, write(row).decode()))
            if row.entry and row.visibility != "public":
                self.run("INSERT INTO secrets VALUES (?, ?)", (number, row.entry))
            if row.refers:
                self.run("INSERT INTO refers VALUES (?, ?, ?)", (number, row.entry, " ".join(row.refers)))
        if len(self._pending) >= _PACE:
            self.flush()
        return len(kept)

    def add_fault(self, record: str, fault: str, *, stamp: str, digest: str) -> None:
        """Note that a record file can't be read: what it said before is found no more."""
        self.remove(record)
        self._note(record, 0, stamp, digest, fault, record.split("/")[0], "", "", (0, 0))

    def remove(self, record: str) -> None:
        """Forget a record."""
        for base, size in list(self.run("SELECT base, size FROM records WHERE id = ?", (record,))):
            self.flush()
            end = base + size
            between = "id >= ? AND id < ?"
            for title, words, people, long in self.run(
                f"SELECT title, words, people, size FROM entries WHERE {between}", (base, end)
            ):
                self._stems.subtract({*title.split(), *words.split(), *people.split()})
                self._totals[0] -= 1
                self._totals[1] -= long
            self._find_no_more(base, end)
            for table in ("entries", "shown", "secrets", "refers"):
                self.run(f"DELETE FROM {table} WHERE {between}", (base, end))
            self.run("DELETE FROM records WHERE base = ?", (base,))

    def flush(self) -> None:
        """Write what has been added."""
        if self._pending:
            self._put("entries", 10, self._pending)
            self._put("shown", 2, self._shown)
            self._find_by(self._pending)
            self._pending, self._shown = [], []
        if self._stems or self._added:
            self._count()
        if any(self._totals):
            self.run("UPDATE totals SET entries = entries + ?, size = size + ?", self._totals)
            self._totals = [0, 0]
        if new := list(islice(analysis.learnt().items(), self._spelt, None)):  # words are only ever added
            self._spelt += len(new)
            self.run_many("INSERT INTO spellings VALUES (?, ?) ON CONFLICT (word) DO NOTHING", new)

    def _put(self, table: str, columns: int, rows: Sequence[Sequence[object]]) -> None:
        self.run_many(f"INSERT INTO {table} VALUES ({', '.join('?' * columns)})", rows)

    def _count(self) -> None:
        self._stems.update(self._added)
        self._added.clear()
        self.run_many(
            "INSERT INTO stems VALUES (?, ?)"
            " ON CONFLICT (stem) DO UPDATE SET entries = stems.entries + excluded.entries",
            sorted(self._stems.items()),
        )
        self._stems.clear()

    def _note(
        self, record: str, size: int, stamp: str, digest: str, fault: str, slug: str, body: str, date: str,
        days: tuple[int, int],
    ) -> int:  # fmt: skip
        blocks = max(1, -(-size // BLOCK))
        place = int(sha256(record.encode()).hexdigest()[:8], 16) % (_BLOCKS - blocks)
        base = (days[0] * _BLOCKS + place) * BLOCK
        while next(iter(self.run(
            "SELECT base FROM records WHERE base < ? AND base > ? AND base + blocks * ? > ?",
            (base + blocks * BLOCK, base - 256 * BLOCK, BLOCK, base),
        )), None):  # fmt: skip
            base += BLOCK
        values = (base, blocks, size, record, stamp, digest, fault, slug, body, date, *days)
        self.run(f"INSERT INTO records VALUES ({', '.join('?' * len(values))})", values)
        return base

    def _entry(self, number: int, base: int, row: Row, text: list[str], slug: str) -> Written:
        title, titled = _again(row.title)
        people, named = _again(analysis.clean("\n".join(row.people))) if row.people else (" ", ())
        found = analysis.stems_in(text)
        words = analysis.spaced(found)
        self._added += {*titled, *found, *named}
        size = len(titled) + len(found) + len(named)
        self._totals[0] += 1
        self._totals[1] += size
        return number, base, row.kind, row.spot, row.amount, size, title, words, people, marks_of(row, slug)

    # Reading

    def totals(self) -> tuple[int, int]:
        """Entries in the index, and the sum of their sizes in words."""
        return next((int(row[0]), int(row[1])) for row in self.run("SELECT entries, size FROM totals"))

    def entries(self, ids: Sequence[int]) -> Iterator[Entry]:
        condition, values = self._among("id", ids)
        columns = "id, base, kind, spot, size, title, words, people"
        return map(Entry._make, self.run(f"SELECT {columns} FROM entries WHERE {condition}", values))

    def shown(self, ids: Sequence[int]) -> dict[int, dict[str, Any]]:
        """Number of an entry -> the fields of its row that say something."""
        condition, values = self._among("id", ids)
        return {number: _shown(text) for number, text in self.run(f"SELECT * FROM shown WHERE {condition}", values)}

    def heads(self, bases: Sequence[int]) -> dict[int, Head]:
        condition, values = self._among("base", bases)
        return {
            base: Head(record, body, date)
            for base, record, body, date in self.run(
                f"SELECT base, id, body, date FROM records WHERE {condition}", values
            )
        }

    def reporting(self) -> set[int]:
        """Numbers of the actions that report on an exempt one of whatever paper, or on one that reports on such."""
        exempt = {row[0] for row in self.run("SELECT entry FROM secrets")}
        links = list(self.run("SELECT id, entry, targets FROM refers")) if exempt else []
        found: set[int] = set()
        while True:
            more = [(number, entry) for number, entry, targets in links if not exempt.isdisjoint(targets.split())]
            if found.issuperset(number for number, _ in more):
                return found
            found |= {number for number, _ in more}
            exempt |= {entry for _, entry in more}

    def bodies(self) -> dict[str, str]:
        """Slugs of the bodies that have records, and a name of each."""
        return dict(tuple(row) for row in self.run("SELECT slug, MAX(body) FROM records GROUP BY slug ORDER BY slug"))

    def counts(self, stems: Sequence[str]) -> dict[str, int]:
        """In how many entries each stem is."""
        condition, values = self._among("stem", stems)
        return dict(tuple(row) for row in self.run(f"SELECT stem, entries FROM stems WHERE {condition}", values))

    def stems_from(self, start: str, most: int) -> list[str]:
        """Stems of the words that begin so, those of most entries first."""
        found = self.run(
            "SELECT DISTINCT stems.stem, entries FROM spellings JOIN stems ON stems.stem = spellings.stem"
            " WHERE word >= ? AND word < ? AND entries > 0 ORDER BY entries DESC, stems.stem LIMIT ?",
            (start, start + "\U0010ffff", most),
        )
        return [row[0] for row in found]

    def spellings(self, shortest: int, longest: int) -> dict[str, int]:
        """Words of these lengths -> entries that have a form of it."""
        found = self.run(
            "SELECT word, entries FROM spellings JOIN stems ON stems.stem = spellings.stem"
            " WHERE length(word) BETWEEN ? AND ? AND entries > 0",
            (shortest, longest),
        )
        return dict(tuple(row) for row in found)


@lru_cache(maxsize=4096)
def _again(text: str) -> tuple[str, tuple[str, ...]]:
    """Stems of headings and people, which come again and again: as a text and one by one."""
    stems = tuple(analysis.stem_list(text))
    return analysis.spaced(stems), stems


@cache
def _writer() -> Callable[[Row], bytes]:
    """Rows as JSON, in a third of the time of Python's own; loaded where something is written, for a search waits."""
    from pydantic import TypeAdapter

    return TypeAdapter(tuple).dump_json


def _shown(text: str) -> dict[str, Any]:
    """The fields of a row that say something; an amount of nothing does."""
    pairs = zip(Row._fields, json.loads(text), strict=True)
    return {key: value for key, value in pairs if value or (value == 0 and value is not False)}
