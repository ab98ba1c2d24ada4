"""The tables that CSV, XLSX, JSON Lines and Parquet share: which columns, of which type, one row an entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from pipeline.export.books import Books
from pipeline.record import Attendee, DateMention, Decision, Evidence, Money, Record
from pipeline.track.register import Entry

Kind = Literal["actions", "decisions", "attendance", "money", "dates", "meetings"]
KINDS: tuple[Kind, ...] = ("actions", "decisions", "attendance", "money", "dates", "meetings")

Type = Literal["text", "word", "date", "count", "amount", "yesno"]
"""`word` is one of a few fixed words (a status); `date` a record's date, which may lack its day."""
Value = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Column:
    """`key` for programs, `title` for people; `width` in characters."""

    key: str
    title: str
    type: Type = "text"
    width: int = 14


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a name: columns, and a value or None for each of them in every row."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


_VISIBILITY = Column("visibility", "Visibility", "word", 10)
_EVIDENCE = (
    Column("page", "Page", "count", 6),
    Column("quote", "Words of the paper", width=60),
    Column("record", "Record", width=44),
)
_BODY = Column("body", "Body", width=28)
_DATE = Column("date", "Meeting", "date", 13)
_ITEM = Column("item", "Item", width=7)
_MINUTE = Column("minute", "Minute", width=8)

COLUMNS: dict[Kind, tuple[Column, ...]] = {
    "actions": (
        Column("ref", "Reference", width=44),
        _BODY,
        Column("topic", "Topic", width=28),
        Column("task", "Action", width=60),
        Column("owners", "Responsible", width=24),
        Column("owner_roles", "Their posts", width=24),
        Column("raised", "Raised", "date", 13),
        _MINUTE,
        Column("due_original", "Due at first", "date", 13),
        Column("due", "Due now", "date", 13),
        Column("due_words", "Due, in words", width=20),
        Column("extensions", "Extensions", "count", 10),
        Column("status", "Status", "word", 12),
        Column("overdue", "Overdue", "yesno", 9),
        Column("vanished", "Not heard of again", "yesno", 10),
        Column("silent_meetings", "Meetings without a word", "count", 12),
        Column("age_days", "Age in days", "count", 8),
        Column("last_heard", "Last heard of", "date", 13),
        Column("progress", "Progress", width=40),
        Column("closed", "Closed", "date", 13),
        Column("closed_by", "Closed on the word of", width=40),
        _VISIBILITY,
        *_EVIDENCE,
    ),
    "decisions": (
        Column("id", "Reference", width=44),
        _BODY,
        _DATE,
        _ITEM,
        Column("item_title", "Item of business", width=34),
        _MINUTE,
        Column("outcome", "Outcome", "word", 12),
        Column("text", "Decision", width=70),
        Column("mover", "Proposed by", width=20),
        Column("seconder", "Seconded by", width=20),
        Column("votes_for", "For", "count", 6),
        Column("votes_against", "Against", "count", 8),
        Column("votes_abstain", "Abstained", "count", 10),
        Column("amount", "Amount", "amount", 14),
        _VISIBILITY,
        *_EVIDENCE,
    ),
    "attendance": (
        _BODY,
        _DATE,
        Column("name", "Name", width=26),
        Column("status", "Status", "word", 14),
        Column("capacity", "Capacity", width=34),
        _VISIBILITY,
        *_EVIDENCE,
    ),
    "money": (
        _BODY,
        _DATE,
        Column("text", "As printed", width=16),
        Column("amount", "Amount", "amount", 16),
        Column("currency", "Currency", width=9),
        Column("label", "For", width=40),
        _ITEM,
        _MINUTE,
        _VISIBILITY,
        *_EVIDENCE,
    ),
    "dates": (
        _BODY,
        _DATE,
        Column("text", "As printed", width=24),
        Column("value", "Date", "date", 13),
        Column("kind", "Kind", "word", 13),
        _ITEM,
        _MINUTE,
        _VISIBILITY,
        *_EVIDENCE,
    ),
    "meetings": (
        _BODY,
        _DATE,
        Column("start", "Began", width=8),
        Column("end", "Ended", width=8),
        Column("venue", "Venue", width=34),
        Column("paper", "Paper", "word", 18),
        Column("title", "Title", width=50),
        Column("present", "Present", "count", 9),
        Column("apologies", "Apologies", "count", 10),
        Column("decisions", "Decisions", "count", 10),
        Column("actions", "Actions", "count", 9),
        Column("next_meeting", "Next meeting", "date", 13),
        _VISIBILITY,
        Column("file", "File", width=44),
        Column("record", "Record", width=44),
    ),
}


def table(kind: Kind, books: Books) -> Table:
    """All entries of a kind. Actions come from the register, a row for each life; the others record by record."""
    rows: Iterable[tuple[Value, ...]]
    if kind == "actions":
        rows = (_action(entry, books) for entry in books.actions)
    else:
        make = {
            "decisions": _decisions,
            "attendance": _attendance,
            "money": _money,
            "dates": _dates,
            "meetings": _meeting,
        }[kind]
        rows = (row for record in books.records for row in make(record, books))
    return Table(kind, COLUMNS[kind], tuple(rows))


def joined(names: Iterable[str]) -> str | None:
    """Names in one cell; a post may hold a comma itself, so they stand apart by semicolons."""
    return "; ".join(names) or None


def _action(entry: Entry, books: Books) -> tuple[Value, ...]:
    life, closing = entry.life, entry.closing
    return (
        life.ref,
        life.body,
        life.topic,
        life.task,
        joined(owner.name for owner in life.owners),
        joined(owner.role for owner in life.owners if owner.role),
        life.raised.date,
        life.raised.minute,
        life.due_first.date,
        life.due.date,
        life.due.text,
        life.extensions,
        life.status,
        entry.overdue,
        life.vanished,
        life.silent,
        entry.age_days,
        entry.last_heard,
        next((step.progress for step in reversed(life.steps) if step.progress), None),
        closing.date if closing else None,
        closing.evidence.quote if closing else None,
        books.visibility(life),
        *_evidence(life.raised.evidence, life.raised.record),
    )


def _decisions(record: Record, books: Books) -> Iterator[tuple[Value, ...]]:
    titles = {item.number: item.title for item in record.items if item.number}
    for one in record.decisions:
        votes = one.votes
        yield (
            one.id,
            record.meeting.body,
            record.meeting.date,
            one.item,
            titles.get(one.item or ""),
            one.minute,
            one.outcome,
            one.text,
            one.mover,
            one.seconder,
            votes.votes_for if votes else None,
            votes.against if votes else None,
            votes.abstain if votes else None,
            one.amount,
            _visibility(record, one, books),
            *_evidence(one.evidence, record.id),
        )


def _attendance(record: Record, books: Books) -> Iterator[tuple[Value, ...]]:
    for one in record.attendance:
        yield (
            record.meeting.body,
            record.meeting.date,
            one.name,
            one.status,
            one.capacity,
            _visibility(record, one, books),
            *_evidence(one.evidence, record.id),
        )


def _money(record: Record, books: Books) -> Iterator[tuple[Value, ...]]:
    for one in record.money:
        yield (
            record.meeting.body,
            record.meeting.date,
            one.text,
            one.amount,
            one.currency,
            one.label,
            one.item,
            one.minute,
            _visibility(record, one, books),
            *_evidence(one.evidence, record.id),
        )


def _dates(record: Record, books: Books) -> Iterator[tuple[Value, ...]]:
    for one in record.dates:
        yield (
            record.meeting.body,
            record.meeting.date,
            one.text,
            one.value,
            one.kind,
            one.item,
            one.minute,
            _visibility(record, one, books),
            *_evidence(one.evidence, record.id),
        )


def _meeting(record: Record, books: Books) -> Iterator[tuple[Value, ...]]:
    meeting = record.meeting
    whole = record.id in books.secrets.papers and books.secrets.papers[record.id].whole
    yield (
        meeting.body,
        meeting.date,
        meeting.start,
        meeting.end,
        meeting.venue,
        record.kind,
        record.title,
        sum(person.status == "present" for person in record.attendance),
        sum(person.status == "apologies" for person in record.attendance),
        len(record.decisions),
        len(record.actions),
        min((date.value for date in record.dates if date.kind == "next-meeting"), default=None),
        "exempt" if whole else "public",
        record.source.path,
        record.id,
    )


def _visibility(record: Record, entry: Decision | Attendee | Money | DateMention, books: Books) -> str:
    return "exempt" if books.secrets.hides(record, entry) else "public"


def _evidence(evidence: Evidence, record: str) -> tuple[Value, ...]:
    return evidence.page, evidence.quote, record
