"""The register as rows: the columns of the CSV file and of the table on the screen."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from pipeline.plain import safe
from pipeline.record import Owner
from pipeline.track.register import Entry
from pipeline.wording import due_words

COLUMNS = (
    *("ref", "body", "task", "owners", "raised", "minute", "due", "due_original", "extensions", "status"),
    *("overdue", "vanished", "age_days", "last_heard", "closed", "closing_quote", "closing_record", "closing_page"),
    *("rating", "percent", "rating_contradictions", "topic", "visibility", "doubts"),
)


def csv_of(entries: Iterable[Entry]) -> str:
    """The register as CSV. A cell that a spreadsheet would run as a formula gets a ' before it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for entry in entries:
        writer.writerow([safe(cell) for cell in _cells(entry)])
    return out.getvalue()


def owners_words(owners: Iterable[Owner]) -> str:
    """Owners in a line, their posts in brackets: "Ann Lee (Clerk), J Marsh"."""
    return ", ".join(
        f"{owner.name} ({owner.role})" if owner.role and owner.role != owner.name else owner.name for owner in owners
    )


def _cells(entry: Entry) -> list[str]:
    life, closing = entry.life, entry.closing
    return [
        *(life.ref, life.body, life.task, owners_words(life.owners), life.raised.date or "", life.raised.minute or ""),
        *(due_words(life.due), due_words(life.due_first), str(life.extensions), life.status),
        *(_yes(entry.overdue), _yes(life.vanished), "" if entry.age_days is None else str(entry.age_days)),
        *(entry.last_heard or "", (closing.date or "") if closing else "", closing.evidence.quote if closing else ""),
        *(closing.record if closing else "", str(closing.evidence.page or "") if closing else ""),
        *(entry.rating or "", "" if entry.percent is None else str(entry.percent)),
        "; ".join(f"{one.step.date}: printed {one.printed}, {one.computed} by {one.why}" for one in entry.misrated),
        *(life.topic or "", life.visibility, " ".join(doubt.other for doubt in life.doubts)),
    ]


def _yes(value: bool) -> str:
    return "yes" if value else "no"
