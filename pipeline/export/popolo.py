"""Bodies, people, meetings and decisions -> Popolo JSON (https://www.popoloproject.com/specs/).

A person is a name within a body: two spellings stay two people, nobody is merged here. Nothing is said of when a
membership began or ended, which papers do not tell. `visibility` and the times of day are terms of our own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from pipeline.export.books import Books, whole_day
from pipeline.paper import slug
from pipeline.plain import plain
from pipeline.record import Attendee, Decision, Evidence, Record

RESULTS = {"agreed": "pass", "elected": "pass", "recommended": "pass", "refused": "fail"}
_OPTIONS = (("votes_for", "yes"), ("against", "no"), ("abstain", "abstain"))
_Thing = dict[str, Any]


def popolo(books: Books) -> str:
    """Organisations, people, memberships, events, motions and vote events as JSON text, each list by id."""
    lists: dict[str, dict[str, _Thing]] = {
        key: {} for key in ("organizations", "persons", "memberships", "events", "motions", "vote_events")
    }
    for record in books.records:
        for key, thing in _things(record, books):
            known = lists[key].setdefault(thing["id"], thing)
            if known is not thing:
                _join(known, thing)
    out = {key: [things[id_] for id_ in sorted(things)] for key, things in lists.items()}
    return json.dumps(out, ensure_ascii=False, indent=2) + "\n"


def _join(known: _Thing, thing: _Thing) -> None:
    """Another paper of the same thing: its sources, and the people and values that the first lacks."""
    for key, value in thing.items():
        if isinstance(value, list):
            known[key] = [*known.get(key, []), *(part for part in value if part not in known.get(key, []))]
        elif known.get(key) is None:
            known[key] = value


def _things(record: Record, books: Books) -> Iterator[tuple[str, _Thing]]:
    body = record.slug
    yield "organizations", {"id": body, "name": plain(record.meeting.body or body)}
    for person in record.attendance:
        yield "persons", {"id": _person(body, person.name), "name": plain(person.name)}
        if person.status != "in_attendance":
            yield "memberships", _membership(body, person)
    event = None
    if record.kind in ("minutes", "agenda") and whole_day(record.meeting.date):
        yield "events", _event(body, record)
        event = f"{body}/{record.meeting.date}"
    names = {person.name: _person(body, person.name) for person in record.attendance}
    for decision in record.decisions:
        visibility = "exempt" if books.secrets.hides(record, decision) else "public"
        yield (
            "motions",
            {
                "id": decision.id,
                "organization_id": body,
                "legislative_session_id": event,
                "creator_id": names.get(decision.mover or ""),
                "text": plain(decision.text),
                "classification": decision.outcome,
                "date": record.meeting.date if whole_day(record.meeting.date) else None,
                "result": RESULTS.get(decision.outcome),
                "visibility": visibility,
                "sources": [_source(record, decision.evidence)],
            },
        )
        counts = _counts(decision)
        if counts:
            yield (
                "vote_events",
                {
                    "id": f"{decision.id}/vote",
                    "organization_id": body,
                    "legislative_session_id": event,
                    "motion_id": decision.id,
                    "start_date": record.meeting.date if whole_day(record.meeting.date) else None,
                    "result": RESULTS.get(decision.outcome),
                    "counts": counts,
                    "visibility": visibility,
                    "sources": [_source(record, decision.evidence)],
                },
            )


def _person(body: str, name: str) -> str:
    return f"{body}/person/{slug(name) or 'unnamed'}"


def _membership(body: str, person: Attendee) -> _Thing:
    role = plain(person.capacity) if person.capacity else None
    return {
        "id": "/".join(filter(None, (_person(body, person.name), "membership", slug(role or "")))),
        "person_id": _person(body, person.name),
        "organization_id": body,
        "role": role,
    }


def _event(body: str, record: Record) -> _Thing:
    meeting = record.meeting
    came = [person for person in record.attendance if person.status in ("present", "in_attendance")]
    return {
        "id": f"{body}/{meeting.date}",
        "name": plain(f"{meeting.body or body}: meeting"),
        "classification": "meeting",
        "organization_id": body,
        "start_date": meeting.date,
        "end_date": meeting.date,
        "start_time": meeting.start,
        "end_time": meeting.end,
        "location": plain(meeting.venue) if meeting.venue else None,
        "attendees": [{"id": _person(body, person.name), "name": plain(person.name)} for person in came],
        "sources": [{"url": _url(record, None), "note": plain(record.title)}],
    }


def _counts(decision: Decision) -> list[_Thing]:
    counts = [(option, getattr(decision.votes, field, None)) for field, option in _OPTIONS]
    return [{"option": option, "value": value} for option, value in counts if value is not None]


def _source(record: Record, evidence: Evidence) -> _Thing:
    return {"url": _url(record, evidence.page), "note": plain(evidence.quote)}


def _url(record: Record, page: int | None) -> str:
    """The file as records name it, relative to the workspace."""
    return quote(record.source.path) + (f"#page={page}" if page else "")
