"""The order of results: BM25, a word in a heading counting three times.

Computed here and not by FTS5, whose `rank` takes every entry that matches: most of a second for a common word in a
million entries. Here as many are ranked as a person could look through, and PostgreSQL, which has no BM25, gives the
same order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from pipeline.search.query import Node, Words, wanted
from pipeline.search.store import Entry, Store

MOST = 3_000
"""Entries that are ranked; of more, the newest and those with the words in their heading."""
TITLE = 3.0
"""How often a word in a heading counts."""
_K1 = 1.2
_B = 0.75


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase of the query; `weight` grows with its rarity."""

    stems: tuple[str, ...]
    needle: str
    weight: float

    def times(self, stems: str) -> int:
        """How often it is in a text of stems."""
        return stems.count(self.needle)


def terms_of(tree: Node, store: Store) -> tuple[Term, ...]:
    """What results are ranked by. A phrase is as rare as its rarest word."""
    leaves = {leaf.stems: leaf for leaf in wanted(tree) if isinstance(leaf, Words)}
    counts = store.counts(sorted({stem for stems in leaves for stem in stems}))
    entries = store.totals()[0]
    return tuple(
        Term(stems, f" {' '.join(stems)} ", _weight(min(counts.get(stem, 0) for stem in stems), entries))
        for stems in leaves
    )


def _weight(count: int, entries: int) -> float:
    return log(1 + (max(0, entries - count) + 0.5) / (count + 0.5))


def order(
    entries: Iterable[Entry], terms: Sequence[Term], totals: tuple[int, int], *, newest: bool
) -> list[tuple[Entry, float]]:
    """Entries with their scores, the best first; of equal ones the newest first."""
    average = max(1.0, totals[1] / max(1, totals[0]))
    needles = [(term.needle, term.weight) for term in terms]
    ranked = []
    for entry in entries:
        title, words, people = entry.title, entry.words, entry.people
        length = _K1 * (1 - _B + _B * entry.size / average)
        score = 0.0
        for needle, weight in needles:
            times = TITLE * title.count(needle) + words.count(needle) + people.count(needle)
            if times:
                score += weight * times * (_K1 + 1) / (times + length)
        ranked.append((entry, score))
    ranked.sort(key=(lambda one: -one[0].id) if newest else (lambda one: (-one[1], -one[0].id)))
    return ranked
