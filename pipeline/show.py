"""A record as lines of plain text, for a person to read. Each line comes with the name of its style, "" for none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.record import BY_HAND, Action, Decision, Evidence, Found, Item, Money, Record, is_scan
from pipeline.wording import read_in_part

Line = tuple[str, str]

STATUSES = {"present": "Present", "in_attendance": "In attendance", "apologies": "Apologies", "absent": "Absent"}
NOTHING = {
    "stated_none": "the paper says that there were none",
    "not_found": "none found in this paper",
    "not_searched": "not looked for in this kind of paper",
}
SURE = 0.85
"""How often a kind of entry must have been right on read papers to need no remark; each record says the figure."""
IN_THE_REST = "none in what could be read of this paper; parts of it could not"


def lines_of(record: Record, *, ids: bool = False) -> Iterator[Line]:
    """Facts, people, items with what was decided and who does what, money, next meeting, open questions.

    Args:
        ids: below each decision and action its id, as corrections and updates name it.
    """
    yield "title", record.title or record.id
    yield "quiet", f"{record.id} · {record.kind} · {record.source.path}{_pages(record)}"
    yield "", ""
    yield from _facts(record)
    yield from _people(record)
    yield from _recommended(record)
    yield from _business(record, ids=ids)
    yield from _money(record.money)
    yield from _next_meeting(record)
    yield from _questions(record)


def _pages(record: Record) -> str:
    if record.source.pages is None:
        return ""
    first, last = record.source.pages
    pages = f", page {first}" if first == last else f", pages {first}-{last}"
    return f"{pages} · read from a scan" if is_scan(record) else pages


def _facts(record: Record) -> Iterator[Line]:
    meeting = record.meeting
    time = (
        " to ".join(filter(None, (meeting.start, meeting.end)))
        if meeting.start
        else meeting.end and f"ended {meeting.end}"
    )
    for label, value in (("Body", meeting.body), ("Date", meeting.date), ("Time", time), ("Venue", meeting.venue)):
        if value:
            yield "", f"{label:<8}{value}"
    for label, value in record.metadata.items():
        yield "", f"{label}: {value}"


def _people(record: Record) -> Iterator[Line]:
    for status, heading in STATUSES.items():
        people = [person for person in record.attendance if person.status == status]
        if people:
            names = [f"{person.name} ({person.capacity})" if person.capacity else person.name for person in people]
            yield from _heading(f"{heading} ({len(people)})")
            yield "", "  " + "; ".join(names)
        elif status == "present" and record.kind == "minutes":
            yield from _heading(f"Present: {_nothing(record, record.coverage.attendance)}")


def _nothing(record: Record, found: Found) -> str:
    if found != "stated_none" and read_in_part(record):
        return IN_THE_REST
    return NOTHING.get(found, "none")


def _recommended(record: Record) -> Iterator[Line]:
    if record.recommendations:
        yield from _heading("Recommendations")
    for one in record.recommendations:
        number = f"{one.number} " if one.number else ""
        yield "", f"  {number}{one.text}{f' [asked of {one.to}]' if one.to else ''}{_place(one.evidence)}"


def _business(record: Record, *, ids: bool) -> Iterator[Line]:
    """Items in order, each with its decisions and actions; then those that stand under none."""
    decisions, actions = list(record.decisions), list(record.actions)
    if record.items:
        yield from _heading("Items")
    for item in record.items:
        officer = f" - {item.officer}" if item.officer else ""
        exempt = " (exempt)" if item.visibility == "exempt" else ""
        yield "item", f"  {item.number:<5} {item.title}{officer}{exempt}".rstrip()
        for decision in [entry for entry in decisions if _belongs(entry, item)]:
            decisions.remove(decision)
            yield from _with_id(_decision(decision), decision, ids=ids)
        for action in [entry for entry in actions if _belongs(entry, item)]:
            actions.remove(action)
            yield from _with_id(_action(action), action, ids=ids)
    if decisions or actions:
        yield from _heading("Not under an item" if record.items else "Decisions and actions")
        for decision in decisions:
            yield from _with_id(_decision(decision), decision, ids=ids)
        for action in actions:
            yield from _with_id(_action(action), action, ids=ids)
    if not record.actions and record.kind in ("minutes", "action-sheet"):
        yield from _heading(f"Actions: {_nothing(record, record.coverage.actions)}")


def _belongs(entry: Decision | Action, item: Item) -> bool:
    return bool(item.number) and entry.item == item.number


def _with_id(line: Line, entry: Decision | Action, *, ids: bool) -> Iterator[Line]:
    yield line
    if ids:
        yield "quiet", f"          {entry.id}"


def _decision(decision: Decision) -> Line:
    said = f"{decision.outcome.upper()} {_minute(decision.minute)}{decision.text}{_moved(decision)}"
    said += _place(decision.evidence)
    return "decision", f"        {said}{_sure(decision.confidence, decision.evidence.rule)}"


def _moved(decision: Decision) -> str:
    """ " [proposed by J Davies, seconded by A Lee; 5 for, 1 against]", "" where the paper says nothing of it."""
    votes = decision.votes
    counted = (("for", votes.votes_for), ("against", votes.against), ("abstaining", votes.abstain)) if votes else ()
    people = [
        f"{how} {who}" for how, who in (("proposed by", decision.mover), ("seconded by", decision.seconder)) if who
    ]
    told = [", ".join(people), ", ".join(f"{count} {how}" for how, count in counted if count is not None)]
    return f" [{'; '.join(filter(None, told))}]" if any(told) else ""


def _action(action: Action) -> Line:
    owners = ", ".join(owner.name for owner in action.owners) or "no owner stated"
    due = action.due.date or action.due.text
    notes = [owners, *([f"due {due}"] if due else []), *([action.status] if action.status != "open" else [])]
    label = "ACTION" if action.marked else "PROMISED"
    line = f"        {label} {_minute(action.minute)}{action.task} [{'; '.join(notes)}]{_place(action.evidence)}"
    line += _sure(action.confidence, action.evidence.rule)
    return "action", line + (f" -> {action.progress}" if action.progress else "")


def _sure(confidence: float | None, rule: str = "") -> str:
    if rule == BY_HAND:
        return " added by hand"
    return "" if confidence is None or confidence >= SURE else f" only {confidence:.0%} sure"


def _minute(number: str | None) -> str:
    return f"{number}: " if number else ""


def _place(evidence: Evidence) -> str:
    if evidence.page is not None:
        return f" (p. {evidence.page}{', scan' if evidence.confidence is not None else ''})"
    if evidence.line is not None:
        return f" (line {evidence.line})"
    return f" ({evidence.block})" if evidence.block else ""


def _money(money: Sequence[Money]) -> Iterator[Line]:
    if money:
        yield from _heading("Money")
    for mention in money:
        label = f"  {mention.label}" if mention.label else ""
        yield "", f"  {mention.text}{label}{_place(mention.evidence)}"


def _next_meeting(record: Record) -> Iterator[Line]:
    dates = [mention for mention in record.dates if mention.kind == "next-meeting"]
    if dates:
        yield from _heading("Next meeting: " + ", ".join(dict.fromkeys(mention.value for mention in dates)))


def _questions(record: Record) -> Iterator[Line]:
    if record.problems:
        yield from _heading(f"Open questions ({len(record.problems)})")
    places: dict[str, list[str]] = {}
    for problem in record.problems:
        places.setdefault(problem.message, []).append(_place(problem.evidence).strip(" ()") if problem.evidence else "")
    for message, where in places.items():
        times = f"{len(where)} times: " if len(where) > 1 else ""
        told = ", ".join(filter(None, dict.fromkeys(where)))
        yield "problem", f"  {message}{f' ({times}{told})' if told else ''}"


def _heading(text: str) -> Iterator[Line]:
    yield "", ""
    yield "heading", text
