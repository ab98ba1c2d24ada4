"""People whose status, or the list that they stand on, another label settles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.extractors.attendance.labels import Label
from pipeline.found import FoundPerson


def officers(group: Sequence[FoundPerson]) -> list[FoundPerson]:
    """The people of a list that turns out to be one of officers."""
    return [replace(one, status="in_attendance") if one.status == "present" else one for one in group]


def first_members(group: Sequence[FoundPerson]) -> list[FoundPerson]:
    """The people of a paper's first list: its residents, tenants or patients are the members."""
    return [replace(one, status="present") if one.evidence.rule == "attendance-residents" else one for one in group]


def as_labelled(person: FoundPerson, label: Label) -> FoundPerson:
    """ "Ann Reed and Bo Hale were present." under "Attending:"."""
    told = person.evidence.rule == "attendance-were-present" and label.rule == "attendance-present"
    evidence = replace(person.evidence, rule=label.rule)
    return replace(person, status=label.status, evidence=evidence) if told else person


def listed(people: list[FoundPerson], label: Label) -> list[FoundPerson]:
    """ "Cllr Ann Reed, Cathaoirleach, presided." below "Present" is on the list, though told in passing elsewhere.

    "AR chaired the meeting" only says which of those on it did.
    """
    if label.status != "present":
        return people
    return [
        replace(person, evidence=replace(person.evidence, rule=label.rule))
        if person.status == "present" and person.initials != person.name
        else person
        for person in people
    ]
