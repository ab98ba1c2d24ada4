"""One labelled figure with two values in two papers of one meeting."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from pipeline.check.across import kind_words, stems
from pipeline.check.finding import Check, Finding, Place
from pipeline.check.papers import Papers
from pipeline.record import Money, Record
from pipeline.wording import full_amount

_YEAR = re.compile(r"\b(?:19|20)\d\d(?:\s*[-/–]\s*\d{2,4})?\b")
_ROUND = 0.02  # share by which a rounded figure may differ
_VAGUE = frozenset(
    stems("total sum amount cost costs payment payments paid invoice grant income balance budget fee fees")
)

Key = tuple[frozenset[str], frozenset[str], str]


def two_values(papers: Papers) -> Iterator[Finding]:
    """Two papers of a meeting, one label, one amount in each, and the amounts differ."""
    told: set[frozenset[str]] = set()
    for record in papers.records:
        mine = _labelled(record)
        for other in papers.beside(record):
            pair = frozenset((record.id, other.id))
            if pair in told or {record.kind, other.kind} == {"minutes"}:
                continue
            told.add(pair)
            theirs = _labelled(other)
            for key in mine.keys() & theirs.keys():
                one, two = mine[key], theirs[key]
                if not _round(one.amount, two.amount) and not (_decided(record, one) and _decided(other, two)):
                    yield Finding(
                        "figure-two-values",
                        "warning",
                        f"“{one.label}” is {full_amount(one.amount, one.currency)} in the {kind_words(record)} and "
                        f"{full_amount(two.amount, two.currency)} in the {kind_words(other)} of the same meeting.",
                        Place(record, one.evidence),
                        Place(other, two.evidence),
                    )


def _labelled(record: Record) -> dict[Key, Money]:
    """What a paper says once, or always alike, under a label that says what it is."""
    by_key: dict[Key, list[Money]] = defaultdict(list)
    for money in record.money:
        words = stems(money.label or "")
        if len(words - _VAGUE) >= 2:
            years = frozenset(_YEAR.findall(money.label or ""))
            by_key[words, years, money.currency].append(money)
    return {
        key: found[0]
        for key, found in sorted(by_key.items(), key=lambda e: sorted(e[0][0]))
        if len({m.amount for m in found}) == 1
    }


def _decided(record: Record, money: Money) -> bool:
    """The amount stands in what a paper recommends or resolves: the check of resolutions tells of it."""
    texts = [one.text for one in record.recommendations] + [one.text for one in record.decisions]
    return any(money.text in text for text in texts)


def _round(one: float, two: float) -> bool:
    return abs(one - two) <= _ROUND * max(abs(one), abs(two))


CHECKS = (Check("figure-two-values", "One labelled figure with two values in two papers of a meeting.", two_values),)
