"""One body's papers as checks see them: in the order of their meetings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.record import Kind, Record, is_day
from pipeline.rules.match import Matcher


@dataclass(frozen=True, slots=True, eq=False)
class Papers:
    """A body's records by the date of their meeting, those without a full date last. Itself alone: a key for caches.

    Attributes:
        slug: the first part of the records' ids.
        matcher: the rules that hold for this body.
    """

    slug: str
    records: tuple[Record, ...]
    matcher: Matcher

    @classmethod
    def of(cls, slug: str, records: Iterable[Record], matcher: Matcher) -> Papers:
        """Sorts the records."""
        return cls(slug, tuple(sorted(records, key=lambda r: (day_of(r) or "9999", r.id))), matcher)

    def kind(self, *kinds: Kind) -> list[Record]:
        """The papers of these kinds."""
        return [record for record in self.records if record.kind in kinds]

    def beside(self, record: Record) -> list[Record]:
        """The other papers of the same meeting or the same file."""
        return [
            other
            for other in self.records
            if other.id != record.id
            and (
                (day_of(other) is not None and day_of(other) == day_of(record))
                or other.source.sha256 == record.source.sha256
            )
        ]

    def after(self, record: Record) -> list[Record]:
        """The papers of later meetings."""
        day = day_of(record)
        return [other for other in self.records if day and (day_of(other) or "") > day]


def day_of(record: Record) -> str | None:
    """The day of a paper's meeting where the paper states it in full."""
    date = record.meeting.date
    return date if is_day(date) else None
