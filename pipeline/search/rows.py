"""A record -> the rows that can be found: what was decided, who does what, minutes, sums, tables and the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import TypedDict

from pipeline.record import Action, Decision, Evidence, Item, Money, Record, TableRecord
from pipeline.search.words import clean

KINDS = ("decision", "action", "minute", "item", "money", "table", "question", "section", "paper", "attendance")
"""What can be found. Attendance only where it is asked for: a common surname would bury what was decided."""
UNSURE = "unsure"
"""Visibility of what can't be placed in a paper that has exempt items: neither shown as exempt nor as public."""

_LONGEST = 200_000  # letters of a row; a table of figures over many pages is cut there


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that can be found.

    Attributes:
        entry: the id of the decision or action; "" for what has no id of its own.
        title: the heading it stands under, the label of a sum, the title of a table.
        text: what it says.
        people: owners, mover, seconder, attendee, with posts as the record has them.
        spot: rows of a record with the same spot are about the same words.
        visibility: public, exempt or UNSURE.
    """

    kind: str
    text: str
    title: str = ""
    entry: str = ""
    item: str = ""
    minute: str = ""
    people: tuple[str, ...] = ()
    page: int | None = None
    place: str = ""
    outcome: str = ""
    status: str = ""
    due: str = ""
    amount: float | None = None
    marked: bool = False
    spot: str = ""
    visibility: str = "public"


def rows_of(record: Record) -> Iterator[Row]:
    """All rows of a record, in its order."""
    titles = {item.number: clean(item.title) for item in record.items if item.number}
    exempt = {item.number for item in record.items if item.visibility == "exempt"}
    loose = UNSURE if any(item.visibility == "exempt" for item in record.items) else "public"
    yield _paper(record)
    for item in record.items:
        yield from _item(item, listed=record.kind == "agenda")
    for decision in record.decisions:
        yield _decision(decision, titles)
    for action in record.actions:
        yield _action(action, titles)
    for mention in record.money:
        known = mention.item is not None and mention.item in titles
        yield _money(mention, titles, "exempt" if mention.item in exempt else "public" if known else loose)
    for table in record.tables:
        yield _table(table, loose)
    for question in record.questions:
        yield Row("question", clean(question.text), clean(question.section or ""), **_place(question.evidence))
    for heading in record.sections:
        yield Row("section", clean(heading.title), item=heading.number, **_place(heading.evidence))
    for person in record.attendance:
        words = f"{person.name} ({person.capacity})" if person.capacity else person.name
        people = tuple(filter(None, (person.name, person.capacity)))
        yield Row("attendance", clean(words), people=people, status=person.status, **_place(person.evidence))


def _paper(record: Record) -> Row:
    labels = "\n".join(f"{label}: {value}" for label, value in record.metadata.items())
    return Row("paper", clean(labels), clean(record.title), place=record.kind)


def _item(item: Item, *, listed: bool) -> Iterator[Row]:
    """The minutes under an item; the item itself where it has none, or where a paper lists what will be spoken of."""
    title = clean(item.title)
    if listed or not item.minutes:
        people = (item.officer,) if item.officer else ()
        where = _place(item.evidence)
        yield Row("item", "", title, item=item.number, people=people, visibility=item.visibility, **where)
    for minute in item.minutes:
        yield Row(
            "minute",
            clean(minute.text),
            title,
            item=item.number,
            minute=minute.number,
            visibility=item.visibility,
            spot=minute.number or _spot(minute.text),
            **_place(minute.evidence),
        )


def _decision(decision: Decision, titles: dict[str, str]) -> Row:
    return Row(
        "decision",
        clean(decision.text),
        titles.get(decision.item or "", ""),
        entry=decision.id,
        item=decision.item or "",
        minute=decision.minute or "",
        people=tuple(filter(None, (decision.mover, decision.seconder))),
        outcome=decision.outcome,
        amount=decision.amount,
        visibility=decision.visibility,
        spot=decision.minute or _spot(decision.evidence.quote),
        **_place(decision.evidence),
    )


def _action(action: Action, titles: dict[str, str]) -> Row:
    names = [part for owner in action.owners for part in (owner.name, owner.role or "") if part]
    text = f"{action.task}\n{action.progress}" if action.progress else action.task
    return Row(
        "action",
        clean(text),
        clean(action.topic or titles.get(action.item or "", "")),
        entry=action.id,
        item=action.item or "",
        minute=action.minute or "",
        people=tuple(dict.fromkeys(map(clean, names))),
        status=action.status,
        due=action.due.date or action.due.text or "",
        marked=action.marked,
        visibility=action.visibility,
        spot=action.minute or _spot(action.evidence.quote),
        **_place(action.evidence),
    )


def _money(mention: Money, titles: dict[str, str], visibility: str) -> Row:
    quote = mention.evidence.quote
    said = quote if mention.text in quote else f"{mention.text}: {quote}"
    label = mention.label or ""
    text = said if not label or label in said else f"{label}: {said}"
    return Row(
        "money",
        clean(text),
        titles.get(mention.item or "", ""),
        item=mention.item or "",
        minute=mention.minute or "",
        amount=mention.amount,
        visibility=visibility,
        spot=mention.minute or _spot(quote),
        **_place(mention.evidence),
    )


def _table(table: TableRecord, visibility: str) -> Row:
    lines = [table.header, *table.rows, *([table.totals] if table.totals else [])]
    text = "\n".join(" | ".join(_cell(cell) for cell in line) for line in lines)[:_LONGEST]
    return Row("table", clean(text), clean(table.title or ""), visibility=visibility, **_place(table.evidence))


def _cell(cell: float | str | None) -> str:
    if isinstance(cell, float):
        return f"{cell:,.0f}" if cell == int(cell) else f"{cell:,}"
    return cell or ""


def _spot(quote: str) -> str:
    return sha256(quote.encode("utf-8", "replace")).hexdigest()[:12]


class _Where(TypedDict):
    page: int | None
    place: str


def _place(evidence: Evidence) -> _Where:
    place = evidence.block or (f"line {evidence.line}" if evidence.line is not None else "")
    return _Where(page=evidence.page, place=place)
