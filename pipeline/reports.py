"""Reports on the register: what is outstanding, by owner, body or age; what was closed between two days."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from pipeline.plain import safe
from pipeline.render import fill
from pipeline.track.days import first_day
from pipeline.track.register import Entry
from pipeline.track.sheet import owners_words
from pipeline.wording import due_words, long_date

By = Literal["owner", "body", "age"]
NOBODY = "Nobody named"
_AGES = (
    (31, "Up to a month"),
    (92, "One to three months"),
    (183, "Three to six months"),
    (366, "Six to twelve months"),
)
_OLDER, _AGELESS = "Over a year", "No day known"


@dataclass(frozen=True, slots=True)
class Row:
    """One action in a report. `closed`, `closed_by` and `evidence` are empty while it is open."""

    ref: str
    body: str
    task: str
    owners: str
    raised: str
    age_days: int | None
    due: str
    status: str
    overdue: bool
    vanished: bool
    last_heard: str
    closed: str = ""
    closed_by: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What the template report sees. `actions` counts each action once, however many owners it stands under."""

    title: str
    period: str
    groups: tuple[Group, ...]
    actions: int
    overdue: int
    closed: bool = False


def outstanding(entries: Iterable[Entry], *, by: By, as_of: str) -> Report:
    """Open actions, the oldest first. By owner, an action stands under each of its owners."""
    still = sorted((entry for entry in entries if entry.life.open), key=_oldest_first)
    groups: dict[str, list[Row]] = {}
    for entry in still:
        for title in _titles(entry, by):
            groups.setdefault(title, []).append(_row(entry))
    order = [title for _, title in reversed(_AGES)]
    last = {NOBODY: 1, _AGELESS: 1}
    ages = {title: place for place, title in enumerate([_OLDER, *order])}
    titles = sorted(groups, key=lambda title: (last.get(title, 0), ages.get(title, 0), title.casefold(), title))
    return Report(
        title=f"Outstanding actions by {by}",
        period=f"as of {long_date(as_of)}",
        groups=tuple(Group(title, tuple(groups[title])) for title in titles),
        actions=len(still),
        overdue=sum(entry.overdue for entry in still),
    )


def closed_between(entries: Iterable[Entry], *, first: str, last: str) -> Report:
    """Actions that were closed from one day (YYYY-MM-DD) to another, both counted, by body and day."""
    done = [(day, entry) for entry in entries if (day := _closed_on(entry)) is not None and first <= day <= last]
    groups: dict[str, list[Row]] = {}
    for _, entry in sorted(done, key=lambda pair: (pair[0], pair[1].life.ref)):
        groups.setdefault(entry.life.body or "No body named", []).append(_row(entry))
    return Report(
        title="Closed actions",
        period=f"{long_date(first)} to {long_date(last)}",
        groups=tuple(Group(title, tuple(groups[title])) for title in sorted(groups)),
        actions=len(done),
        overdue=0,
        closed=True,
    )


def as_json(report: Report) -> dict[str, Any]:
    """A report for programs."""
    return asdict(report)


def as_csv(report: Report) -> str:
    """A line for each row, its group first. A cell that a spreadsheet would run as a formula gets a ' before it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(("group", *Row.__dataclass_fields__))
    for group in report.groups:
        for row in group.rows:
            writer.writerow([safe(_cell(value)) for value in (group.title, *asdict(row).values())])
    return out.getvalue()


def as_html(report: Report, *, templates: Path | None = None) -> str:
    """A web page by the template report."""
    page = fill("report", {"report": report}, form="html", templates=templates)
    assert isinstance(page, str)
    return page


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _titles(entry: Entry, by: By) -> Sequence[str]:
    if by == "body":
        return [entry.life.body or "No body named"]
    if by == "owner":
        return list(dict.fromkeys(owner.name for owner in entry.life.owners)) or [NOBODY]
    if entry.age_days is None:
        return [_AGELESS]
    return [next((title for days, title in _AGES if entry.age_days <= days), _OLDER)]


def _oldest_first(entry: Entry) -> tuple[int, str]:
    return -(entry.age_days or 0), entry.life.ref


def _closed_on(entry: Entry) -> str | None:
    return first_day(entry.closing.date) if entry.closing else None


def _row(entry: Entry) -> Row:
    life, closing = entry.life, entry.closing
    place = f"page {closing.evidence.page}" if closing and closing.evidence.page else ""
    said = (closing.progress, closing.evidence.quote) if closing else ()
    return Row(
        ref=life.ref,
        body=life.body,
        task=life.task,
        owners=owners_words(life.owners) or NOBODY.lower(),
        raised=life.raised.date or "",
        age_days=entry.age_days,
        due=due_words(life.due),
        status=life.status.replace("_", " "),
        overdue=entry.overdue,
        vanished=life.vanished,
        last_heard=entry.last_heard or "",
        closed=(closing.date or "") if closing else "",
        closed_by=", ".join(filter(None, (closing.by, place))) if closing else "",
        evidence=" / ".join(filter(None, said)),
    )
