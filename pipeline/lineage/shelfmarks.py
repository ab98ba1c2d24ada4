"""A workspace's records as lineage looks things up in them: by body, by day, by minute number; how alike texts are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import PurePosixPath

from pipeline.lineage.bodies import Bodies
from pipeline.record import DateMention, Decision, Evidence, Item, Record
from pipeline.track.likeness import Likeness, stems

stems_of = lru_cache(maxsize=100_000)(stems)

_SUBJECT = re.compile(r"subject|title|report on|purpose", re.IGNORECASE)


@dataclass(frozen=True)
class Papers:
    """All records, in the order of their meetings.

    Attributes:
        by_day: (slug, day) -> the records of that day.
        fits: id of a report without a day -> how well its best meeting fits it; worked out once.
    """

    records: tuple[Record, ...]
    bodies: Bodies
    likeness: Likeness
    by_day: dict[tuple[str, str], tuple[Record, ...]] = field(default_factory=dict)
    fits: dict[str, float] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, records: Sequence[Record]) -> Papers:
        """Weighs words by how rare they are among these records' decisions and recommendations."""
        ordered = tuple(sorted(records, key=lambda record: (record.meeting.date or "9999", record.id)))
        by_day: dict[tuple[str, str], list[Record]] = {}
        for record in ordered:
            if record.meeting.date:
                by_day.setdefault((record.slug, record.meeting.date), []).append(record)
        texts = [text for record in ordered for text in _texts(record)]
        return cls(ordered, Bodies.of(ordered), Likeness.of(texts), {key: tuple(v) for key, v in by_day.items()})

    def minutes(self, slug: str, day: str) -> list[Record]:
        """The minutes of a body's meeting on a day, or in a month (YYYY-MM)."""
        if len(day) == 10:
            found = list(self.by_day.get((slug, day), ()))
        else:
            found = [r for (body, date), rs in self.by_day.items() if body == slug and date.startswith(day) for r in rs]
        return [
            record for record in found if record.kind in ("minutes", "other") and (record.items or record.decisions)
        ]

    def before(self, record: Record) -> list[Record]:
        """The minutes of the body's earlier meetings."""
        day = record.meeting.date or ""
        return [one for one in self.of_body.get(record.slug, ()) if (one.meeting.date or "9") < day]

    def after(self, slug: str, day: str) -> list[Record]:
        """The minutes of a body's meetings on a day or later."""
        return [one for one in self.of_body.get(slug, ()) if (one.meeting.date or "") >= day]

    @cached_property
    def of_body(self) -> dict[str, list[Record]]:
        """The minutes of each body, in order."""
        out: dict[str, list[Record]] = {}
        for record in self.records:
            if record.kind == "minutes":
                out.setdefault(record.slug, []).append(record)
        return out

    @cached_property
    def reports(self) -> list[Record]:
        """What may have lain before a meeting."""
        kinds = ("report", "information-sheet", "consultation")
        return [one for one in self.records if one.kind in kinds or (one.kind == "other" and one.recommendations)]

    def alike(self, one: str, two: str) -> float:
        """0 to 1."""
        first, second = stems_of(one), stems_of(two)
        # Half of the shorter one's words must be shared before their weight can matter.
        if 2 * len(first & second) < min(len(first), len(second)) and len(first & second) < 4:
            return 0.0
        return self.likeness.between(first, second)


def _texts(record: Record) -> Iterator[str]:
    yield from (decision.text for decision in record.decisions)
    yield from (one.text for one in record.recommendations)
    yield from (item.title for item in record.items)


_NAMED_DAY = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[ _.-]+"
    r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ _.,-]+(\d{4})(?!\d)|(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def day_of(report: Record) -> str:
    """The day of a report's meeting: as it says, else as its file's name does; "" where neither says."""
    if report.meeting.date:
        return report.meeting.date
    found = _NAMED_DAY.search(PurePosixPath(report.source.path).stem)
    if found is None:
        return ""
    if found[4]:
        return f"{found[4]}-{found[5]}-{found[6]}"
    return f"{found[3]}-{_MONTHS.index(found[2].lower()) + 1:02}-{int(found[1]):02}"


def folder_of(record: Record) -> str:
    """The folder that people put the paper's file in."""
    return str(PurePosixPath(record.source.path).parent)


def item_of(record: Record, decision: Decision) -> Item | None:
    """The item that a decision stands under."""
    return next((item for item in record.items if item.number and item.number == decision.item), None)


def context_of(record: Record, decision: Decision) -> str:
    """The decision's own words, and the paragraph of the minutes that holds them."""
    quote = decision.evidence.quote
    for item in record.items:
        for minute in item.minutes:
            if quote and (quote in minute.text or decision.text in minute.text):
                return minute.text
    return decision.text


def dates_in(record: Record, text: str) -> list[DateMention]:
    """The days that a text names, as the record has resolved them."""
    return [date for date in record.dates if date.text in text]


def subjects_of(report: Record) -> list[str]:
    """What a report is about: its subject, its title, its file's name."""
    values = [value for label, value in report.metadata.items() if _SUBJECT.search(label)]
    stem = PurePosixPath(report.source.path).stem
    return [*values, report.title, re.sub(r"[-_]+", " ", stem)]


def subject_evidence(report: Record) -> Evidence | None:
    """Where a report shows what it asks, or where it begins."""
    places = [
        *(one.evidence for one in report.recommendations),
        *(one.evidence for one in report.sections),
        *(one.evidence for one in report.items),
    ]
    return places[0] if places else None


_NAME = re.compile(r"(?<![.:;(“\"] )(?<!^)\b[A-Z][\w’'-]{3,}")
_NO_NAME = frozenset(
    "council board committee panel forum cabinet councillor councillors cllr cllrs member members meeting chair clerk "
    "chairman resolved agreed that carried motion strategic policy notice district parish town county sheet bank "
    "january february march april june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday".split()
)


def names_in(record: Record, text: str) -> frozenset[str]:
    """Names of things in a text: words with a capital inside a sentence, the people of the meeting left out."""
    people = {word.casefold() for person in record.attendance for word in person.name.split()}
    return frozenset(word.casefold() for word in _NAME.findall(text)) - people - _NO_NAME
