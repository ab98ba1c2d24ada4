"""Meetings and actions -> a calendar file (iCalendar, RFC 5545): VEVENT and VTODO, with ids that stay.

Times are those of the meeting's place, without a zone, as the papers print them. Papers give no e-mail addresses: an
owner is an ATTENDEE with a name and a urn that is the same in every export.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Event, Todo, vCalAddress, vDatetime, vText

from pipeline.export.books import Books, end_of, whole_day
from pipeline.plain import plain
from pipeline.record import Meeting, Record
from pipeline.track.register import Entry
from pipeline.wording import due_words

STATUS = {
    "open": "NEEDS-ACTION",
    "in_progress": "IN-PROCESS",
    "completed": "COMPLETED",
    "cancelled": "CANCELLED",
    "superseded": "CANCELLED",
}
_NO_DAY = date(1970, 1, 1)


def calendar(books: Books, *, meetings: bool = True, actions: bool = True) -> bytes:
    """The bytes of an .ics file: meetings that were held or announced, and every action.

    DTSTAMP is the day of the paper, so that the same records give the same bytes.
    """
    out = Calendar()
    out.add("prodid", "-//Minutebook//minutebook//EN")
    out.add("version", "2.0")
    parts: list[Any] = []
    if meetings:
        parts += _meetings(books.records)
    if actions:
        parts += [_todo(entry, books) for entry in books.actions]
    for part in parts:
        out.add_component(part)
    content: bytes = out.to_ical()
    return content


def _uid(*names: str) -> str:
    return str(uuid5(NAMESPACE_URL, "/".join(("minutebook:", *names))))


def _stamp(day: date | None) -> vDatetime:
    return vDatetime(datetime.combine(day or _NO_DAY, time(), UTC))


def _meetings(records: Iterable[Record]) -> Iterator[Event]:
    """One event a body and day, from all the papers of that day; then those that are only announced."""
    held: dict[tuple[str, date], list[Record]] = {}
    named: dict[tuple[str, date], Record] = {}
    for record in records:
        slug = record.slug
        day = whole_day(record.meeting.date)
        if day is not None and record.kind in ("minutes", "agenda", "report"):
            held.setdefault((slug, day), []).append(record)
        for mention in record.dates:
            following = whole_day(mention.value)
            if mention.kind == "next-meeting" and following is not None:
                named.setdefault((slug, following), record)
    for (slug, day), papers in sorted(held.items()):
        papers.sort(key=lambda record: (record.kind != "minutes", record.kind != "agenda", record.id))
        first = papers[0]
        event = _event(slug, day, first, first.meeting.body)
        _times(event, day, [record.meeting for record in papers])
        venue = next((record.meeting.venue for record in papers if record.meeting.venue), None)
        if venue:
            event.add("location", plain(venue))
        event.add("status", "CONFIRMED")
        event.add("description", plain(f"{first.title} ({', '.join(record.id for record in papers)})"))
        yield event
    for (slug, day), record in sorted(named.items(), key=lambda pair: pair[0]):
        if (slug, day) not in held:
            event = _event(slug, day, record, record.meeting.body)
            event.add("dtstart", day)
            event.add("status", "TENTATIVE")
            event.add("description", plain(f"Named as the next meeting in {record.title} ({record.id})"))
            yield event


def _event(slug: str, day: date, record: Record, body: str | None) -> Event:
    event = Event()
    event.add("uid", _uid("meeting", slug, day.isoformat()))
    event["dtstamp"] = _stamp(whole_day(record.meeting.date))
    event.add("summary", plain(f"{body or slug}: meeting"))
    event.add("class", "PUBLIC")
    return event


def _times(event: Event, day: date, meetings: Iterable[Meeting]) -> None:
    start, end = next(((m.start, m.end) for m in meetings if m.start), (None, None))
    if start is None:
        event.add("dtstart", day)
        return
    event.add("dtstart", datetime.combine(day, time.fromisoformat(start)))
    if end is not None and end > start:
        event.add("dtend", datetime.combine(day, time.fromisoformat(end)))


def _todo(entry: Entry, books: Books) -> Todo:
    life, todo = entry.life, Todo()
    todo.add("uid", _uid("action", life.ref))
    heard = whole_day(entry.last_heard)
    todo["dtstamp"] = _stamp(heard)
    raised = whole_day(life.raised.date)
    todo.add("summary", plain(life.task[:1].upper() + life.task[1:]))
    due = end_of(life.due.date)
    if due is not None:
        todo.add("due", due)
    if raised is not None and (due is None or raised < due):  # RFC 5545: DUE is later than DTSTART
        todo.add("dtstart", raised)
    todo.add("status", STATUS[life.status])
    if life.status == "completed":
        closed = whole_day(entry.closing.date) if entry.closing else None
        if closed is not None:
            todo["completed"] = _stamp(closed)
        todo.add("percent-complete", 100)
    todo.add("class", "PUBLIC" if books.visibility(life) == "public" else "CONFIDENTIAL")
    words = [f"{life.body}, minute {life.raised.minute}" if life.raised.minute else life.body]
    if life.due.text or life.due.date:
        words.append(f"due {due_words(life.due)}")
    words.append(f"“{life.raised.evidence.quote}” ({life.ref})")
    todo.add("description", plain("; ".join(words)))
    for owner in life.owners:
        person = vCalAddress(f"urn:uuid:{_uid('person', life.ref.split('/')[0], owner.name)}")
        person.params["CN"] = vText(plain(owner.name).replace('"', "'"))
        person.params["ROLE"] = vText("REQ-PARTICIPANT")
        todo.add("attendee", person, encode=False)
    return todo
