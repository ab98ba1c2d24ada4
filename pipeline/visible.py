"""What of the records the public may see: nothing that stands under an item from which the public was excluded.

Everything that leaves the building is made from what `Secrets.public` returns, so that a form that forgets to ask
cannot leak. Where it is not certain that an entry is public it counts as exempt: a missing row can be added later.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from pipeline.record import Action, Decision, Evidence, Item, Record

_EXEMPT_VALUE = re.compile(
    r"\s*(?:strictly\s+)?(?:exempt|confidential|restricted|private|not\s+for\s+publication|part\s+(?:2|ii|two|b))\b",
    re.IGNORECASE,
)
_EXEMPT_TITLE = re.compile(
    r"\bnot\s+for\s+publication\b|\b(?:exempt|confidential|restricted)\s+"
    r"(?:minutes?|report|appendix|annex|information|agenda|action|paper|supplement)\b",
    re.IGNORECASE,
)
_EXEMPT_LABEL = re.compile(r"\b(?:exempt|confidential)", re.IGNORECASE)
_PARAGRAPH = re.compile(r"p(\d+)")

Place = tuple[str, int, float]
"""A place that can be compared: pages with pages, lines with lines, paragraphs with paragraphs."""


class Entry(Protocol):
    @property
    def evidence(self) -> Evidence: ...


E = TypeVar("E", bound=Entry)


@dataclass(frozen=True, slots=True)
class _Paper:
    """What is exempt in one record.

    Attributes:
        numbers: of its exempt items and their minutes.
        heads: where each item begins and whether it is exempt, in the order of their places.
        places: of the exempt minutes.
        words: of the exempt items, folded.
        whole: the paper itself is exempt.
    """

    numbers: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    heads: tuple[tuple[Place, bool], ...] = ()
    places: tuple[Evidence, ...] = ()
    words: tuple[str, ...] = ()
    whole: bool = False

    @property
    def any(self) -> bool:
        return self.whole or bool(self.words)


@dataclass(frozen=True, slots=True)
class Secrets:
    """What is exempt in a workspace's records. Ask it about records of that workspace only.

    Attributes:
        papers: record id -> what is exempt in it.
        ids: of exempt decisions and actions; what refers to one of them is exempt too.
    """

    papers: dict[str, _Paper] = field(default_factory=dict)
    ids: frozenset[str] = frozenset()

    @classmethod
    def of(cls, records: Sequence[Record]) -> Secrets:
        """Looks through all records of a workspace: an action sheet's row may report on an exempt action."""
        papers = {record.id: paper for record in records if (paper := _paper(record)).any}
        first = cls(papers)
        ids: set[str] = set()
        for record in records:
            entries: tuple[Decision | Action, ...] = (*record.decisions, *record.actions)
            ids |= {entry.id for entry in entries if first.hides(record, entry)}
        while True:  # a chain: the row of a second action sheet refers to the row of the first
            more = {
                action.id
                for record in records
                for action in record.actions
                if action.id not in ids and not ids.isdisjoint((action.refers_to, action.decision))
            }
            if not more:
                return cls(papers, frozenset(ids))
            ids |= more

    def hides(self, record: Record, entry: Entry) -> bool:
        """Is this entry of the record exempt?

        Args:
            entry: an item, decision, action, amount, date, table, attendee, heading, question or problem.
        """
        if getattr(entry, "visibility", "public") == "exempt" or getattr(entry, "id", None) in self.ids:
            return True
        paper = self.papers.get(record.id)
        if paper is None:
            return False
        return paper.whole or (not isinstance(entry, Item) and _under_exempt(paper, entry))

    def public(self, record: Record) -> Record | None:
        """The record without what is exempt in it; None where all of it is."""
        paper = self.papers.get(record.id)
        if paper is not None and paper.whole:
            return None

        def seen(entries: tuple[E, ...]) -> tuple[E, ...]:
            return tuple(entry for entry in entries if not self.hides(record, entry))

        return record.model_copy(
            update={
                "attendance": seen(record.attendance),
                "items": seen(record.items),
                "sections": seen(record.sections),
                "questions": seen(record.questions),
                "recommendations": seen(record.recommendations),
                "decisions": seen(record.decisions),
                "actions": seen(record.actions),
                "money": seen(record.money),
                "dates": seen(record.dates),
                "tables": seen(record.tables),
                # A problem's message may quote what it is about; one without a place can't be shown to be public.
                "problems": tuple(
                    problem
                    for problem in record.problems
                    if paper is None
                    or (problem.evidence is not None and not _evidence_exempt(paper, problem.evidence, doubt=True))
                ),
            }
        )

    def left_out(self, records: Iterable[Record]) -> int:
        """How many entries of these records are exempt: items, decisions, actions, amounts, dates, tables, people."""
        count = 0
        for record in records:
            entries: tuple[Entry, ...] = (
                *record.attendance, *record.items, *record.recommendations, *record.decisions, *record.actions,
                *record.money, *record.dates, *record.tables,
            )  # fmt: skip
            count += sum(self.hides(record, entry) for entry in entries)
        return count


def _paper(record: Record) -> _Paper:
    values = [*(f"{label}: {value}" for label, value in record.metadata.items() if _EXEMPT_LABEL.search(label))]
    whole = (
        bool(_EXEMPT_TITLE.search(record.title))
        or any(_EXEMPT_VALUE.match(value) for value in record.metadata.values())
        or any(re.search(r":\s*yes\b", value, re.IGNORECASE) for value in values)
    )
    hidden = [item for item in record.items if item.visibility == "exempt"]
    if not hidden:
        return _Paper(whole=whole)
    heads = [(place, item.visibility == "exempt") for item in record.items if (place := _place(item.evidence))]
    public = [item for item in record.items if item.visibility == "public"]
    return _Paper(
        numbers=_numbers(hidden),
        known=_numbers(public),
        heads=tuple(sorted(heads)),
        places=tuple(e for item in hidden for e in (item.evidence, *(minute.evidence for minute in item.minutes))),
        words=tuple(_fold(text) for item in hidden for text in (item.title, *(m.text for m in item.minutes))),
        whole=whole,
    )


def _numbers(items: Iterable[Item]) -> frozenset[str]:
    return frozenset(n for item in items for n in (item.number, *(minute.number for minute in item.minutes)) if n)


def _under_exempt(paper: _Paper, entry: Entry) -> bool:
    named = {number for key in ("item", "minute") if (number := getattr(entry, key, None))}
    if named & paper.numbers:
        return True
    if named & paper.known:
        return False
    # Lists of who came stand in front of the items, often in a table whose place can't be compared.
    return _evidence_exempt(paper, entry.evidence, doubt=not hasattr(entry, "capacity"))


def _evidence_exempt(paper: _Paper, evidence: Evidence, *, doubt: bool) -> bool:
    """Do these words stand under an exempt item?

    Args:
        doubt: what to say where the place can't be told.
    """
    quote = _fold(evidence.quote)
    if quote and any(quote in words or (words and words in quote) for words in paper.words):
        return True
    if any(_overlap(evidence, other) for other in paper.places):
        return True
    place = _place(evidence)
    if place is None or not paper.heads or place[0] != paper.heads[0][0][0]:
        return doubt
    before = [exempt for start, exempt in paper.heads if start <= place]
    return before[-1] if before else False


def _place(evidence: Evidence) -> Place | None:
    if evidence.page is not None:
        return ("page", evidence.page, evidence.box[1] if evidence.box else 0.0)
    if evidence.line is not None:
        return ("line", evidence.line, 0.0)
    found = _PARAGRAPH.fullmatch(evidence.block or "")
    return ("block", int(found[1]), 0.0) if found else None


def _overlap(one: Evidence, two: Evidence) -> bool:
    if one.block is not None and one.block == two.block:
        return True
    if one.box is None or two.box is None or one.page != two.page:
        return False
    return (
        one.box[0] < two.box[2] and two.box[0] < one.box[2] and one.box[1] < two.box[3] and two.box[1] < one.box[3]
    )  # fmt: skip


def _fold(text: str) -> str:
    return " ".join(text.split()).casefold()
