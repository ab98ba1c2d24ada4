"""The register of actions -> what the action register and a reminder show."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.export.books import Books
from pipeline.problem import SettingError
from pipeline.record import Due
from pipeline.registers.period import body_of, left_out, none_in
from pipeline.registers.views import ActionRegister, Letter, Reminders, Task, TaskGroup
from pipeline.track.register import Entry
from pipeline.wording import due_words, long_date

NO_OWNER = "(no owner stated)"
_MANY = re.compile(
    r"(?:all|every(?:one|body)|(?:the\s+)?(?:members|councillors|governors|trustees))\b.*", re.IGNORECASE
)
_LEADING = re.compile(r"^(?:(?:for|by|at|before|on|the)\s+)+", re.IGNORECASE)
_GROUPS = (
    ("overdue", "Overdue"),
    ("open", "Open"),
    ("vanished", "Open, and not spoken of any more"),
    ("closed", "Closed"),
)


def action_register(books: Books, *, as_of: str) -> ActionRegister:
    """Every action of the books: overdue ones first, the closed last; within a group by due date."""
    number = 0
    groups = []
    for key, title in _GROUPS:
        some = sorted((entry for entry in books.actions if _group(entry) == key), key=_by_due)
        tasks = tuple(_task(entry, books, number=i) for i, entry in enumerate(some, start=number + 1))
        number += len(tasks)
        if tasks:
            groups.append(TaskGroup(key, f"{title} ({len(tasks)})", tasks))
    return ActionRegister(
        body_of(books), long_date(as_of), number, tuple(groups), left_out(books), none_in(books, "actions")
    )


def reminders(books: Books, *, as_of: str, owner: str = "") -> Reminders:
    """A letter to one owner, or to each who owes something.

    Args:
        owner: words of the owner's name or post.

    Raises:
        SettingError: nobody owes anything, or the words fit nobody or several; names them.
    """
    owed: dict[str, list[Entry]] = {}
    for entry in books.actions:
        if entry.life.open:
            for one in entry.life.owners:
                owed.setdefault(one.name, []).append(entry)
    names = sorted(owed, key=str.casefold)
    chosen = _meant(owner, names, owed) if owner else names
    if not chosen:
        raise SettingError("No open action of these papers names an owner.", hint="So there is nobody to remind.")
    letters = tuple(_letter(name, owed[name], books, as_of) for name in chosen)
    return Reminders(body_of(books), long_date(as_of), letters)


def _meant(typed: str, names: Sequence[str], owed: dict[str, list[Entry]]) -> list[str]:
    exact = [name for name in names if name.casefold() == typed.casefold()]
    if exact:
        return exact
    words = typed.casefold().split()

    def said(name: str) -> str:
        roles = {o.role or "" for entry in owed[name] for o in entry.life.owners if o.name == name}
        return " ".join((name, *roles)).casefold()

    found = [name for name in names if all(word in said(name) for word in words)]
    if len(found) == 1:
        return found
    if found:
        raise SettingError(f"{typed}: several owners are called so.", hint=f"Type one of: {'; '.join(found[:8])}.")
    some = f"Those who owe something are: {'; '.join(names[:12])}." if names else "Nobody owes anything."
    raise SettingError(f"{typed}: no open action has this owner.", hint=some)


def _letter(name: str, entries: Sequence[Entry], books: Books, as_of: str) -> Letter:
    some = sorted(entries, key=_by_due)
    number = 0
    lists: dict[str, tuple[Task, ...]] = {}
    for key in ("overdue", "open", "vanished"):
        group = [entry for entry in some if _group(entry) == key]
        lists[key] = tuple(_task(entry, books, number=i) for i, entry in enumerate(group, start=number + 1))
        number += len(group)
    days = sorted(
        date.value
        for record in books.records
        for date in record.dates
        if date.kind == "next-meeting" and len(date.value) == 10 and date.value > as_of
    )
    return Letter(
        body=body_of(books),
        owner=name,
        greeting="Dear all" if _MANY.fullmatch(name) else f"Dear {name[:1].upper()}{name[1:]}",
        as_of=long_date(as_of),
        overdue=lists["overdue"],
        open=lists["open"],
        silent=lists["vanished"],
        next_meeting=long_date(days[0]) if days else "",
    )


def _group(entry: Entry) -> str:
    if not entry.life.open:
        return "closed"
    return "overdue" if entry.overdue else "vanished" if entry.life.vanished else "open"


def _by_due(entry: Entry) -> tuple[str, str, str]:
    return entry.life.due.date or "9999", entry.life.raised.date or "", entry.life.ref


def _task(entry: Entry, books: Books, *, number: int) -> Task:
    life, raised = entry.life, entry.life.raised
    due, first = due_words(life.due), due_words(life.due_first)
    places = (
        f"minute {raised.minute}" if raised.minute else "",
        f"page {raised.evidence.page}" if raised.evidence.page else "",
    )
    spoken = next((step for step in reversed(life.steps[1:]) if step.progress or step.evidence.quote), None)
    names = [owner.name for owner in life.owners]
    return Task(
        number=number,
        ref=life.ref,
        topic=life.topic or "",
        action=life.task[:1].upper() + life.task[1:],
        owner=("; " if any("," in name for name in names) else ", ").join(names) or NO_OWNER,
        raised=long_date(raised.date) or "undated",
        place=", ".join(filter(None, places)),
        due=due,
        was_due=first if _moved(life.due_first, life.due) else "",
        extensions=life.extensions,
        status=life.status.replace("_", " ").capitalize(),
        overdue=entry.overdue,
        vanished=life.vanished,
        heard=long_date(entry.last_heard),
        said=(spoken.progress or spoken.evidence.quote) if spoken else "",
        exempt=books.visibility(life) == "exempt",
    )


def _moved(first: Due, now: Due) -> bool:
    """What was said first is another day than what counts now, and no other words for it."""
    if first.date or now.date:
        return bool(first.date or first.text) and first.date != now.date
    before, after = (_LEADING.sub("", due.text or "").casefold() for due in (first, now))
    return bool(before) and before != after
