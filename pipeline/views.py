"""Records -> what a sheet shows: the names that a template may use. templates/README.md explains them to a clerk.

Every value is a text ready to print or a number, "" where the paper says nothing; templates hold no logic of the field.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.problem import SettingError
from pipeline.record import Action, Decision, Evidence, Item, Money, ProblemRecord, Record, Status, is_scan
from pipeline.wording import (
    due_words,
    full_amount,
    long_date,
    none_words,
    read_in_part,
    tells_name,
    tells_votes,
    votes_words,
    whole_sentence,
)

NO_OWNER = "(no owner stated)"


@dataclass(frozen=True, slots=True)
class Row:
    """An action. `number` runs through the sheet; `outcome` is what a later action sheet or this paper reports."""

    number: int
    topic: str
    minute: str
    page: int | None
    action: str
    owner: str
    due: str
    outcome: str
    exempt: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one label. `key`: new, carried, promised (said in the discussion, not marked), unmatched."""

    key: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """An action sheet. `none` is the sentence to print where the first group has no rows, else ""."""

    body: str
    date: str
    title: str
    none: str
    partial: bool
    groups: tuple[Group, ...]
    questions: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    capacity: str


@dataclass(frozen=True, slots=True)
class Attendance:
    """People of one status: "Present", "In attendance", "Apologies", "Absent". `none`: the sentence where nobody is."""

    title: str
    people: tuple[Person, ...]
    none: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision. `by` is "Proposed by …, seconded by …"; `votes` "3 for, 1 against"; "" where the text says it."""

    minute: str
    outcome: str
    text: str
    by: str
    votes: str
    exempt: bool


@dataclass(frozen=True, slots=True)
class Business:
    """An item of business with its decisions. `heading` is its number and title."""

    number: str
    title: str
    officer: str
    exempt: bool
    decisions: tuple[Ruling, ...]

    @property
    def heading(self) -> str:
        return f"{self.number} {self.title}".strip()


@dataclass(frozen=True, slots=True)
class Amount:
    """A mention of money: as printed, in full ("£890,000") and what it is for."""

    text: str
    full: str
    label: str
    minute: str


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Summary:
    """One paper. `business` are all items, `decided` those with decisions."""

    body: str
    date: str
    title: str
    kind: str
    partial: bool
    facts: tuple[Fact, ...]
    attendance: tuple[Attendance, ...]
    business: tuple[Business, ...]
    decided: tuple[Business, ...]
    no_decisions: str
    actions: tuple[Group, ...]
    no_actions: str
    money: tuple[Amount, ...]
    tables: tuple[Fact, ...]
    asked: tuple[str, ...]
    questions: tuple[str, ...]
    source: str


def sheet_of(records: Sequence[Record]) -> Sheet:
    """The action sheet of one meeting.

    Args:
        records: the meeting's minutes first, then papers that report on their actions (`refers_to`); or an action
            sheet alone, whose rows are then shown as they stand.

    Raises:
        SettingError: no record is given, or minutes that have nothing to do with each other.
    """
    if not records:
        raise SettingError("An action sheet needs a record.", hint="Name the record of a meeting's minutes.")
    main = next((record for record in records if record.kind == "minutes"), records[0])
    others = [record for record in records if record.id != main.id]
    ours = {action.id for action in main.actions}
    for other in others:
        if other.kind == "minutes" and not any(action.refers_to in ours for action in other.actions):
            raise SettingError(f"{main.id} and {other.id}: minutes of two meetings.", hint="Make a sheet for each.")
    groups = groups_of(main, others)
    return Sheet(
        body=main.meeting.body or "Body not stated",
        date=long_date(main.meeting.date) or "date not stated",
        title=main.title,
        none="" if groups[0].rows else _no_actions(main),
        partial=any(read_in_part(record) for record in records),
        groups=groups,
        questions=_questions(records),
        sources=tuple(f"{_kind(record)}: {_source(record)}" for record in [main, *others]),
    )


def summary_of(record: Record) -> Summary:
    """The summary of one paper."""
    groups = groups_of(record, ())
    items = tuple(_business(item, record.decisions) for item in record.items)
    known = {item.number for item in record.items if item.number}
    loose = tuple(_ruling(decision) for decision in record.decisions if (decision.item or "") not in known)
    decided = tuple(item for item in items if item.decisions)
    if loose:
        decided += (Business("", "Not under an item" if decided else "Decisions", "", False, loose),)
    return Summary(
        body=record.meeting.body or "Body not stated",
        date=long_date(record.meeting.date) or "date not stated",
        title=record.title,
        kind=_kind(record),
        partial=read_in_part(record),
        facts=_facts(record),
        attendance=_attendance(record),
        business=items,
        decided=decided,
        no_decisions=""
        if decided
        else none_words(record.coverage.decisions, "decisions", partial=read_in_part(record)),
        actions=groups,
        no_actions="" if groups[0].rows else _no_actions(record),
        money=tuple(_amount(money) for money in record.money),
        tables=tuple(
            Fact(table.title or "Untitled table", f"{len(table.rows)} rows{_unit(table.unit)}")
            for table in record.tables
        ),
        asked=tuple(question.text for question in record.questions),
        questions=_questions([record]),
        source=_source(record),
    )


def groups_of(main: Record, others: Sequence[Record]) -> tuple[Group, ...]:
    """A record's actions in minute order, new ones first; the group of new ones is there even where it is empty.

    Args:
        main: the paper that the actions stand in.
        others: papers whose actions may report on them (`refers_to`); what they report becomes the outcome.
    """
    reports: dict[str, Action] = {}
    for record in others:
        for action in record.actions:
            if action.refers_to is not None:
                reports[action.refers_to] = action  # the last word counts
    ours = {action.id for action in main.actions}
    stray = [(r, a) for r in others if r.kind == "action-sheet" for a in in_minute_order(r) if a.refers_to not in ours]
    own = [(main, action) for action in in_minute_order(main)]
    alone = main.kind == "action-sheet"
    parts = [
        ("new", "Actions", [(r, a) for r, a in own if alone or (a.marked and not a.carried)]),
        ("carried", "Carried from earlier meetings", [(r, a) for r, a in own if a.carried and not alone]),
        (
            "promised",
            "Also promised in the discussion (not marked as actions in the minutes)",
            # A decision that names nobody to carry it out is told once, as the decision.
            [(r, a) for r, a in own if not (a.marked or a.carried or alone or (a.decision and not a.owners))],
        ),
        ("unmatched", "On the action sheet, but not found in these minutes", stray),
    ]
    groups: list[Group] = []
    number = 0
    for key, title, pairs in parts:
        rows = tuple(_row(i, r, a, reports.get(a.id)) for i, (r, a) in enumerate(pairs, start=number + 1))
        number += len(rows)
        if rows or key == "new":
            groups.append(Group(key, title, rows))
    return tuple(groups)


def in_minute_order(record: Record) -> list[Action]:
    """A record's actions in the order of its items and minutes; one without a known place keeps its turn at the end."""
    places: dict[str, tuple[int, int]] = {}
    for i, item in enumerate(record.items):
        if item.number:
            places.setdefault(item.number, (i, -1))
        for j, minute in enumerate(item.minutes):
            if minute.number:
                places.setdefault(minute.number, (i, j))

    def place(action: Action) -> tuple[int, int]:
        return places.get(action.minute or "") or places.get(action.item or "") or (len(record.items), 0)

    return sorted(record.actions, key=place)


def _row(number: int, record: Record, action: Action, report: Action | None) -> Row:
    titles = {item.number: item for item in record.items}
    item = titles.get(action.item or "")
    due = action.due if action.due.text or action.due.date else (report.due if report else action.due)
    return Row(
        number=number,
        topic=action.topic or (item.title if item else ""),
        minute=action.minute or action.item or "",
        page=action.evidence.page,
        action=_sentence(action.task),
        owner=_owners([owner.name for owner in action.owners]),
        due=due_words(due),
        outcome=(_outcome(report) if report else "") or _outcome(action),
        exempt=action.visibility == "exempt" or bool(item and item.visibility == "exempt"),
    )


def _owners(names: Sequence[str]) -> str:
    """Owners in a cell; a post may hold a comma itself ("Head of Education, Skills and Work")."""
    return ("; " if any("," in name for name in names) else ", ").join(names) or NO_OWNER


def _sentence(text: str) -> str:
    """A task with its first letter raised: "write to the school" stands alone in a table cell."""
    return text[:1].upper() + text[1:]


def _outcome(action: Action) -> str:
    if action.progress:
        return action.progress
    return "" if action.status == "open" else action.status.replace("_", " ").capitalize()


def _no_actions(record: Record) -> str:
    # A paper that states only carried or unmarked ones has actions: the sentence must not deny them.
    return (
        f"No new marked actions were found in {'what could be read of ' if read_in_part(record) else ''}this paper."
        if record.actions
        else none_words(record.coverage.actions, "actions", partial=read_in_part(record))
    )


def _questions(records: Iterable[Record]) -> tuple[str, ...]:
    """What a clerk should look at, each once, in the papers' order."""
    return tuple(dict.fromkeys(_question(problem) for record in records for problem in record.problems))


def _question(problem: ProblemRecord) -> str:
    place = _place(problem.evidence)
    return f"{problem.message.rstrip('. ')}{f' ({place})' if place else ''}."


def _place(evidence: Evidence | None) -> str:
    if evidence is None:
        return ""
    return f"page {evidence.page}" if evidence.page else f"line {evidence.line}" if evidence.line else ""


def _kind(record: Record) -> str:
    return record.kind.replace("-", " ").capitalize()


def _source(record: Record) -> str:
    name, pages = record.source.path.rsplit("/", 1)[-1], record.source.pages
    if pages:
        name += f", {f'page {pages[0]}' if pages[0] == pages[1] else f'pages {pages[0]} to {pages[1]}'}"
    return f"{name}, read from a scan" if is_scan(record) else name


def _unit(unit: str | None) -> str:
    return f", {unit}" if unit else ""


def _facts(record: Record) -> tuple[Fact, ...]:
    meeting = record.meeting
    following = [f"{long_date(d.value)}" for d in record.dates if d.kind == "next-meeting"]
    facts = [
        Fact("Venue", meeting.venue or ""),
        Fact("Began", meeting.start or ""),
        Fact("Ended", meeting.end or ""),
        Fact("Next meeting", "; ".join(dict.fromkeys(following)) or ("not found" if record.kind == "minutes" else "")),
        *(Fact(label, value) for label, value in record.metadata.items()),
    ]
    return tuple(fact for fact in facts if fact.value)


def _attendance(record: Record) -> tuple[Attendance, ...]:
    titles: dict[Status, str] = {
        "present": "Present",
        "in_attendance": "In attendance",
        "apologies": "Apologies",
        "absent": "Absent",
    }
    coverage, partial = record.coverage, read_in_part(record)
    nobody: dict[str, str] = {
        status: none_words(found, things, partial=partial)
        for status, found, things in (
            ("present", coverage.attendance, "members present"),
            ("apologies", coverage.apologies, "apologies"),
        )
        if found != "not_searched"
    }
    groups = []
    for status, title in titles.items():
        people = tuple(Person(p.name, p.capacity or "") for p in record.attendance if p.status == status)
        none = "" if people else nobody.get(status, "")
        if people or none:
            groups.append(Attendance(title, people, none))
    return tuple(groups)


def _business(item: Item, decisions: Sequence[Decision]) -> Business:
    mine = tuple(_ruling(decision) for decision in decisions if decision.item == item.number)
    return Business(item.number, item.title, item.officer or "", item.visibility == "exempt", mine)


def _ruling(decision: Decision) -> Ruling:
    text = whole_sentence(decision.text)
    named = (("Proposed by", decision.mover), ("seconded by", decision.seconder))
    by = ", ".join(f"{words} {name}" for words, name in named if name and not tells_name(text, name))
    return Ruling(
        minute=decision.minute or "",
        outcome=decision.outcome.capitalize(),
        text=text,
        by=by[:1].upper() + by[1:],
        votes="" if tells_votes(text) else votes_words(decision.votes),
        exempt=decision.visibility == "exempt",
    )


def _amount(money: Money) -> Amount:
    full = full_amount(money.amount, money.currency)
    return Amount(money.text, full, money.label or "", money.minute or money.item or "")
