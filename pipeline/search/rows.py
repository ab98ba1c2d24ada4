"""A record -> the rows that can be found: what was decided, who does what, minutes, sums, tables and the rest."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple, TypedDict

from pipeline.search.words import clean

if TYPE_CHECKING:
    from pipeline.record import Action, Decision, Evidence, Item, Money, Recommendation, Record, TableRecord
    from pipeline.visible import Entry, Secrets

KINDS = (
    "decision",
    "action",
    "minute",
    "item",
    "money",
    "table",
    "recommendation",
    "question",
    "section",
    "paper",
    "attendance",
)
"""What can be found. Attendance only where it is asked for: a common surname would bury what was decided."""
UNSURE = "unsure"
"""Visibility of what can't be placed in a paper that has exempt items: nobody can say that it is public."""

_LONGEST = 200_000  # letters of a row; a table of figures over many pages is cut there


class Row(NamedTuple):
    """One thing that can be found; a tuple, since a large index has a million of them.

    Attributes:
        entry: the id of the decision or action; "" for what has no id of its own.
        title: the heading it stands under, the label of a sum, the title of a table.
        text: what it says.
        people: owners, mover, seconder, attendee, with posts as the record has them.
        spot: rows of a record with the same spot are about the same words.
        visibility: public, exempt or UNSURE.
        refers: ids of the decisions and actions that an action reports on: where one is exempt, so is this.
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
    refers: tuple[str, ...] = ()


def rows_of(record: Record) -> Iterator[Row]:
    """All rows of a record, in its order."""
    from pipeline.visible import Secrets

    heads = _Heads(record, Secrets.of([record]))
    yield _paper(record, heads)
    for item in record.items:
        yield from _item(item, heads, listed=record.kind == "agenda")
    for decision in record.decisions:
        yield _decision(decision, heads)
    for action in record.actions:
        yield _action(action, heads)
    for mention in record.money:
        yield _money(mention, heads)
    for table in record.tables:
        yield _table(table, heads)
    for asked in record.recommendations:
        yield _recommendation(asked, heads)
    for question in record.questions:
        title, seen = clean(question.section or ""), heads.of(question)
        yield Row("question", clean(question.text), title, visibility=seen, **_place(question.evidence))
    for heading in record.sections:
        seen = heads.of(heading)
        yield Row("section", clean(heading.title), item=heading.number, visibility=seen, **_place(heading.evidence))
    for person in record.attendance:
        words = clean(f"{person.name} ({person.capacity})" if person.capacity else person.name)
        names, seen = tuple(filter(None, (person.name, person.capacity))), heads.of(person)
        where = _place(person.evidence)
        yield Row("attendance", words, people=names, status=person.status, visibility=seen, **where)


class _Heads:
    """What the rows of a record take from its items: their titles, and what is exempt."""

    def __init__(self, record: Record, secrets: Secrets) -> None:
        self.record = record
        self.secrets = secrets
        self.titles = {item.number: clean(item.title) for item in record.items if item.number}
        hidden = [item for item in record.items if item.visibility == "exempt"]
        self.exempt = {n for item in hidden for n in (item.number, *(one.number for one in item.minutes)) if n}
        self.open = not hidden and record.id not in secrets.papers and not secrets.ids
        self.whole = secrets.public(record) is None if record.id in secrets.papers else False

    def title(self, number: str | None) -> str:
        return self.titles.get(number or "", "")

    def of(self, entry: Entry) -> str:
        """The visibility of an entry."""
        if self.open or not self.secrets.hides(self.record, entry):
            return "public"
        named = {getattr(entry, "item", None), getattr(entry, "minute", None)}
        sure = self.whole or getattr(entry, "visibility", "") == "exempt" or bool(named & self.exempt)
        return "exempt" if sure else UNSURE


def _paper(record: Record, heads: _Heads) -> Row:
    labels = "\n".join(f"{label}: {value}" for label, value in record.metadata.items())
    seen = "exempt" if heads.whole else "public"
    return Row("paper", clean(labels), clean(record.title), place=record.kind, visibility=seen)


def _item(item: Item, heads: _Heads, *, listed: bool) -> Iterator[Row]:
    """The minutes under an item; the item itself where it has none, or where a paper lists what will be spoken of."""
    title, seen = clean(item.title), heads.of(item)
    if listed or not item.minutes:
        people = (item.officer,) if item.officer else ()
        where = _place(item.evidence)
        yield Row("item", "", title, item=item.number, people=people, visibility=seen, **where)
    for minute in item.minutes:
        yield Row(
            "minute",
            clean(minute.text),
            title,
            item=item.number,
            minute=minute.number,
            visibility=seen,
            spot=minute.number or _spot(minute.text),
            **_place(minute.evidence),
        )


def _decision(decision: Decision, heads: _Heads) -> Row:
    return Row(
        "decision",
        clean(decision.text),
        heads.title(decision.item),
        entry=decision.id,
        item=decision.item or "",
        minute=decision.minute or "",
        people=tuple(filter(None, (decision.mover, decision.seconder))),
        outcome=decision.outcome,
        amount=decision.amount,
        visibility=heads.of(decision),
        spot=decision.minute or _spot(decision.evidence.quote),
        **_place(decision.evidence),
    )


def _action(action: Action, heads: _Heads) -> Row:
    names = [part for owner in action.owners for part in (owner.name, owner.role or "") if part]
    text = f"{action.task}\n{action.progress}" if action.progress else action.task
    return Row(
        "action",
        clean(text),
        clean(action.topic or heads.title(action.item)),
        entry=action.id,
        item=action.item or "",
        minute=action.minute or "",
        people=tuple(dict.fromkeys(map(clean, names))),
        status=action.status,
        due=action.due.date or action.due.text or "",
        marked=action.marked,
        visibility=heads.of(action),
        refers=tuple(filter(None, (action.refers_to, action.decision))),
        spot=action.minute or _spot(action.evidence.quote),
        **_place(action.evidence),
    )


def _money(mention: Money, heads: _Heads) -> Row:
    quote = mention.evidence.quote
    said = quote if mention.text in quote else f"{mention.text}: {quote}"
    label = mention.label or ""
    text = said if not label or label in said else f"{label}: {said}"
    return Row(
        "money",
        clean(text),
        heads.title(mention.item),
        item=mention.item or "",
        minute=mention.minute or "",
        amount=mention.amount,
        visibility=heads.of(mention),
        spot=mention.minute or _spot(quote),
        **_place(mention.evidence),
    )


def _recommendation(asked: Recommendation, heads: _Heads) -> Row:
    people = (clean(asked.to),) if asked.to else ()
    where = _place(asked.evidence)
    return Row("recommendation", clean(asked.text), people=people, visibility=heads.of(asked), **where)


def _table(table: TableRecord, heads: _Heads) -> Row:
    lines = [table.header, *table.rows, *([table.totals] if table.totals else [])]
    text = "\n".join(" | ".join(_cell(cell) for cell in line) for line in lines)[:_LONGEST]
    return Row("table", clean(text), clean(table.title or ""), visibility=heads.of(table), **_place(table.evidence))


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
