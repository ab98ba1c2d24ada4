"""The minutes of a meeting -> Akoma Ntoso 3.0 (LegalDocML, OASIS): a `debate` named minutes.

Who came is a rollCall, an item a debateSection with its numbered minutes, decisions are `resolutions`, actions an
`other` section. Records do not say which country a body is in, so its code is xx, which ISO 3166 leaves to users.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker

from pipeline.export.books import Books, whole_day
from pipeline.paper import slug
from pipeline.plain import plain
from pipeline.record import Action, Attendee, Decision, Item, Record
from pipeline.wording import due_words, votes_words

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
COUNTRY = "xx"
_PROGRAM = "minutebook"
_STATUS = {
    "present": "Present",
    "in_attendance": "In attendance",
    "apologies": "Apologies",
    "absent": "Absent",
}
_E = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})


def minutes_of(books: Books) -> list[Record]:
    """The records that can be written: minutes of a meeting whose day is known."""
    return [record for record in books.records if record.kind == "minutes" and whole_day(record.meeting.date)]


def akoma_ntoso(record: Record, books: Books) -> bytes:
    """The XML of one meeting's minutes.

    Args:
        record: one of `minutes_of(books)`.
    """
    document = _Document(record, books)
    body = document.body()
    root = _E.akomaNtoso(
        _E.debate(
            document.meta(),
            _E.preface(_E.p(_E.docTitle(plain(record.title) or "Minutes"))),
            body,
            name="minutes",
        )
    )
    content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return content


@dataclass(slots=True)
class _Document:
    """One document while it is put together: who is named in it, and which ids are taken."""

    record: Record
    books: Books
    people: dict[str, str] = field(default_factory=dict)
    sections: int = 0

    def meta(self) -> Any:
        record, slug_ = self.record, self.record.slug
        day = record.meeting.date
        work = f"/akn/{COUNTRY}/debate/minutes/{slug_}/{day}/{record.id.rsplit('/', 1)[1]}"

        def frbr(name: str, uri: str, *more: Any) -> Any:
            return _E(
                name,
                _E.FRBRthis(value=f"{uri}/!main"),
                _E.FRBRuri(value=uri),
                *([_E.FRBRalias(value=plain(record.title), name="title")] if name == "FRBRWork" else []),
                _E.FRBRdate(date=day, name="meeting"),
                _E.FRBRauthor(href="#body" if name == "FRBRWork" else f"#{_PROGRAM}"),
                *more,
            )

        return _E.meta(
            _E.identification(
                frbr("FRBRWork", work, _E.FRBRcountry(value=COUNTRY), _E.FRBRsubtype(value="minutes")),
                frbr("FRBRExpression", f"{work}/eng@{day}", _E.FRBRlanguage(language="eng")),
                frbr("FRBRManifestation", f"{work}/eng@{day}.xml", _E.FRBRformat(value="application/akn+xml")),
                source=f"#{_PROGRAM}",
            ),
            _E.references(
                _E.TLCOrganization(
                    eId="body", href=f"/akn/ontology/organization/{slug_}", showAs=plain(record.meeting.body or slug_)
                ),
                _E.TLCOrganization(eId=_PROGRAM, href=f"/akn/ontology/organization/{_PROGRAM}", showAs="Minutebook"),
                *(
                    _E.TLCPerson(eId=id_, href=f"/akn/ontology/person/{slug_}/{id_}", showAs=plain(name))
                    for name, id_ in self.people.items()
                ),
                source=f"#{_PROGRAM}",
            ),
        )

    def body(self) -> Any:
        record = self.record
        parts: list[Any] = []
        if record.attendance:
            parts.append(self._roll())
        numbers = {item.number for item in record.items if item.number}
        told: set[str] = set()
        for item in record.items:
            # A number that is printed twice: what was decided under it is told once.
            parts.append(self._item(item, outcomes=bool(item.number) and item.number not in told))
            told.add(item.number)
        loose = [one for one in record.decisions if (one.item or "") not in numbers]
        tasks = [one for one in record.actions if (one.item or "") not in numbers]
        if loose or tasks or not parts:
            section = self._section("Other business", "item", "public")
            section.extend(self._outcomes(loose, tasks, section.get("eId")))
            parts.append(section)
        return _E.debateBody(*parts)

    def _section(self, heading: str, name: str, visibility: str, number: str = "", within: str = "") -> Any:
        self.sections += 1
        eid = "__".join(filter(None, (within, f"dbsect_{self.sections}")))
        section = _E.debateSection(**{"name": name, "eId": eid, "class": visibility})
        if number:
            section.append(_E.num(plain(number)))
        if heading:
            section.append(_E.heading(plain(heading)))
        return section

    def _roll(self) -> Any:
        roll = _E.rollCall(eId="rollcall")
        for status, words in _STATUS.items():
            for person in (one for one in self.record.attendance if one.status == status):
                roll.append(self._came(person, words))
        return roll

    def _came(self, person: Attendee, words: str) -> Any:
        hidden = self.books.secrets.hides(self.record, person)
        line = _E.p(**{"class": f"{person.status} {'exempt' if hidden else 'public'}"})
        _say(line, f"{words}: ")
        line.append(self._person(person.name))
        if person.capacity:
            _say(line, f" ({plain(person.capacity)})")
        return line

    def _person(self, name: str) -> Any:
        if name not in self.people:
            id_, count, taken = f"person_{slug(name) or 'unnamed'}", 1, set(self.people.values())
            while (chosen := id_ if count == 1 else f"{id_}_{count}") in taken:
                count += 1
            self.people[name] = chosen
        return _E.person(plain(name), refersTo=f"#{self.people[name]}")

    def _item(self, item: Item, *, outcomes: bool) -> Any:
        section = self._section(item.title or "Item", "item", item.visibility, item.number)
        eid = section.get("eId")
        for minute in item.minutes:
            part = self._section("", "minute", item.visibility, minute.number, eid)
            part.append(_E.p(plain(minute.text)))
            section.append(part)
        if outcomes:
            section.extend(
                self._outcomes(
                    [one for one in self.record.decisions if one.item == item.number],
                    [one for one in self.record.actions if one.item == item.number],
                    eid,
                )
            )
        return section

    def _outcomes(self, decisions: Sequence[Decision], actions: Sequence[Action], within: str) -> list[Any]:
        parts = []
        if decisions:
            parts.append(_E.resolutions(*(self._decision(one) for one in decisions), eId=f"{within}__resolutions"))
        if actions:
            parts.append(_E.other(*(self._action(one) for one in actions), eId=f"{within}__actions"))
        return parts

    def _decision(self, one: Decision) -> Any:
        line = _E.p(_E.outcome(one.outcome.capitalize()), **{"class": self._class("decision", one)})
        _say(line, f": {plain(one.text)}" + (f" (minute {plain(one.minute)})" if one.minute else ""))
        for words, name in (("proposed by", one.mover), ("seconded by", one.seconder)):
            if name:
                _say(line, f"; {words} ")
                line.append(self._person(name))
        votes = votes_words(one.votes)
        if votes:
            _say(line, f"; votes: {votes}")
        return line

    def _action(self, one: Action) -> Any:
        line = _E.p(**{"class": self._class("action", one)})
        _say(line, f"Action: {plain(one.task).rstrip('.')}")
        for owner in one.owners:
            _say(line, "; ")
            line.append(self._person(owner.name))
        due = due_words(one.due)
        if due:
            _say(line, f"; due {plain(due)}")
        return line

    def _class(self, kind: str, entry: Decision | Action) -> str:
        return f"{kind} {'exempt' if self.books.secrets.hides(self.record, entry) else 'public'}"


def _say(element: Any, words: str) -> None:
    """Put words at the end of an element, after what stands in it."""
    if len(element):
        element[-1].tail = f"{element[-1].tail or ''}{words}"
    else:
        element.text = f"{element.text or ''}{words}"
