"""The JSON schemas of Popolo, written down from its public specification (https://www.popoloproject.com/specs/).

Only the classes and fields that an export uses; a field that the specification knows and we do not write is left out.
"""

from __future__ import annotations

from typing import Any

import jsonschema

_TEXT = {"type": ["string", "null"]}
_DAY = {"type": ["string", "null"], "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$"}
_TIME = {
    "type": ["string", "null"],
    "pattern": "^[0-9]{4}((-[0-9]{2}){0,2}|(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){0,2}(Z|[+-][0-9]{2}(:[0-9]{2})?))$",
}
_LINK = {
    "type": "object",
    "properties": {"url": {"type": "string", "format": "uri-reference"}, "note": _TEXT},
    "required": ["url"],
}
_SOURCES = {"type": "array", "items": _LINK}
_COUNT = {
    "type": "object",
    "properties": {"option": {"type": "string"}, "value": {"type": "integer"}, "group_id": _TEXT},
    "required": ["option", "value"],
}


def _of(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": {"id": {"type": "string"}, **properties}, "required": ["id"]}


_PERSON = _of(name=_TEXT, sources=_SOURCES)

CLASSES: dict[str, dict[str, Any]] = {
    "organizations": _of(name=_TEXT, classification=_TEXT, parent_id=_TEXT, founding_date=_DAY, sources=_SOURCES),
    "persons": _PERSON,
    "memberships": _of(
        label=_TEXT, role=_TEXT, person_id=_TEXT, organization_id=_TEXT, post_id=_TEXT, start_date=_DAY, end_date=_DAY
    ),
    "events": _of(
        name=_TEXT,
        description=_TEXT,
        start_date=_TIME,
        end_date=_TIME,
        location=_TEXT,
        status=_TEXT,
        classification=_TEXT,
        organization_id=_TEXT,
        parent_id=_TEXT,
        attendees={"type": "array", "items": _PERSON},
        sources=_SOURCES,
    ),
    "motions": _of(
        organization_id=_TEXT,
        legislative_session_id=_TEXT,
        creator_id=_TEXT,
        text=_TEXT,
        classification=_TEXT,
        date=_TIME,
        requirement=_TEXT,
        result=_TEXT,
        sources=_SOURCES,
    ),
    "vote_events": _of(
        organization_id=_TEXT,
        legislative_session_id=_TEXT,
        identifier=_TEXT,
        motion_id=_TEXT,
        classification=_TEXT,
        start_date=_TIME,
        end_date=_TIME,
        result=_TEXT,
        counts={"type": "array", "items": _COUNT},
        sources=_SOURCES,
    ),
}


def faults(things: dict[str, list[Any]]) -> list[str]:
    """What breaks a schema, a sentence each."""
    return [
        f"{key}: {error.message}"
        for key, some in things.items()
        for thing in some
        for error in jsonschema.Draft202012Validator(CLASSES[key]).iter_errors(thing)
    ]
