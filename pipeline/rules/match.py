"""Rulebook x text -> Matches. The only file that runs rule patterns."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise

from pipeline.clock import in_time
from pipeline.rules import Part, Rule, Rulebook, RuleKind
from pipeline.rules.sieve import Sieve, Wanted, met
from pipeline.rules.tokens import Hit, phrase_reader, token_reader

LONGEST = 10_000
"""Letters of a text that a rule reads at once: what a pattern of quadratic time does in a second."""
SHORT = 2_000
"""Letters of a text that a rule may read without a clock: no pattern that is let in takes long over so few."""

_KEPT = 16_384  # answers
_RUN = re.compile(r"\s{8}|[\W_]{100}|\S{200}")


@dataclass(frozen=True, slots=True)
class Match:
    """A rule's hit in a text.

    Attributes:
        start, end: what the rule matched, as offsets into the text.
        spans: group name -> (start, end) for the groups that took part.
        values: what the rule sets for every match.
    """

    rule: Rule
    text: str
    start: int
    end: int
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)

    def get(self, name: str, default: str = "") -> str:
        """The words of a group, or what the rule sets under that name."""
        if name in self.spans:
            start, end = self.spans[name]
            return self.text[start:end]
        return self.rule.text.set.get(name, default)

    def span_of(self, name: str) -> tuple[int, int] | None:
        """Where the first group stands whose name begins so: a pattern names its alternatives owner, owner2, ..."""
        return next((span for group, span in self.spans.items() if group.startswith(name)), None)

    @property
    def values(self) -> dict[str, str]:
        """Every value that this match gives: what the rule sets, and its groups."""
        return {**self.rule.text.set, **{name: self.text[a:b] for name, (a, b) in self.spans.items()}}


class Taken:
    """Pieces of a text that are taken: none overlaps another, so only the nearest is to be asked."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def free(self, start: int, end: int) -> bool:
        """Is no letter of text[start:end] taken?"""
        place = bisect_left(self._starts, end)
        return place == 0 or self._ends[place - 1] <= start

    def take(self, start: int, end: int) -> None:
        """Take a piece that is free."""
        place = bisect_left(self._starts, start)
        self._starts.insert(place, start)
        self._ends.insert(place, end)


class Matcher:
    """Runs a rulebook's rules over texts. Build one a process: what it compiles it keeps.

    A text is tried only against the rules whose needs it meets (see pattern.needs), so most rules cost nothing.

    Attributes:
        body: slug of the body whose own rules run too, before the general ones; "" for none.
    """

    def __init__(self, book: Rulebook, *, body: str = "") -> None:
        self.book = book
        self.body = body
        self._by_kind: dict[RuleKind, list[Rule]] = {}
        for rule in book.rules:
            if rule.body in {"", body}:
                self._by_kind.setdefault(rule.kind, []).append(rule)
        self._sieve = Sieve([rule for rules in self._by_kind.values() for rule in rules])
        self._here = cache(self._rules)
        # A sentence is asked about again by the next stage, and by the sentence beside it.
        self._all = lru_cache(maxsize=_KEPT)(self._find)
        self._one = lru_cache(maxsize=_KEPT)(self._first)

    def for_body(self, body: str) -> Matcher:
        """The same rules with those of one body before them."""
        if body == self.body or not any(rule.body in {body, self.body} and rule.body for rule in self.book.rules):
            return self
        return Matcher(self.book, body=body)

    def find(
        self, kind: RuleKind, text: str, *, section: str = "", paper: str = "", part: Part | str = ""
    ) -> list[Match]:
        """Every match of every rule of a kind, by rule, then by place. Overlaps are the caller's to judge."""
        ask = self._all if len(text) <= SHORT else self._find  # what a stopped rule found of one file is no answer
        return list(ask(kind, text, section, paper, part))

    def first(
        self, kind: RuleKind, text: str, *, section: str = "", paper: str = "", part: Part | str = ""
    ) -> Match | None:
        """The first match of the first rule that has one."""
        return (self._one if len(text) <= SHORT else self._first)(kind, text, section, paper, part)

    def _find(self, kind: RuleKind, text: str, section: str, paper: str, part: str) -> tuple[Match, ...]:
        return tuple(hit for rule in self._asked(kind, text, section, paper, part) for hit in run(rule, text))

    def _first(self, kind: RuleKind, text: str, section: str, paper: str, part: str) -> Match | None:
        for rule in self._asked(kind, text, section, paper, part):
            if hits := run(rule, text):
                return hits[0]
        return None

    def _asked(self, kind: RuleKind, text: str, section: str, paper: str, part: str) -> Iterator[Rule]:
        return met(self._here(kind, section, paper, part), self._sieve.held(text))

    def _rules(self, kind: RuleKind, section: str, paper: str, part: str) -> tuple[tuple[Rule, Wanted], ...]:
        """The rules of a kind that look at such a place, with what each needs of a text."""
        here = (r for r in self._by_kind.get(kind, ()) if applies(r, section=section, paper=paper, part=part))
        return tuple((rule, self._sieve.wanted(rule.needs)) for rule in here)


def applies(rule: Rule, *, section: str = "", paper: str = "", part: str = "") -> bool:
    """Does a rule look at such a place? What the caller does not say ("") excludes nothing."""
    where = rule.text.where
    return not (
        (where.section and section and section not in where.section)
        or (where.paper and paper and paper not in where.paper)
        or (where.part and part and part not in where.part)
    )


def run(rule: Rule, text: str) -> list[Match]:
    """A rule's matches in a text, left to right, needles not asked for.

    A text of more than `LONGEST` letters, or with a run of 8 blanks, of 100 signs or of 200 letters without a blank, is
    read piece by piece. In a text of more than `SHORT` letters the rule has a clock (see pipeline/clock.py).
    """
    return list(_hits(rule, text)) if len(text) <= SHORT else in_time(rule.id, _hits(rule, text))


def _hits(rule: Rule, text: str) -> Iterator[Match]:
    for start, end in pieces(text):
        if rule.pattern is not None:
            # ^ stands only where the text begins, $ also where a piece ends.
            for m in rule.pattern.finditer(text, start, end):
                regs = m.regs  # all spans at once: the words of a group are cut where they are asked for
                spans = {name: regs[n] for name, n in m.re.groupindex.items() if regs[n][0] >= 0}
                yield Match(rule, text, *regs[0], spans)
        else:
            for a, b, spans in _reader(rule)(text[start:end]):
                moved = {name: (x + start, y + start) for name, (x, y) in spans.items()}
                yield Match(rule, text, a + start, b + start, moved)


@lru_cache(maxsize=_KEPT)
def pieces(text: str) -> list[tuple[int, int]]:
    """Start and end of the pieces that rules read: nearly always the whole text, for lines come with blanks folded."""
    edges = [0, *(m.end() for m in _RUN.finditer(text)), len(text)]
    found = []
    for start, end in pairwise(edges):
        while end - start > LONGEST:
            cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST) + 1 or start + LONGEST
            found.append((start, cut))
            start = cut
        if end > start:
            found.append((start, end))
    return found or [(0, 0)]


@lru_cache(maxsize=1024)
def _reader(rule: Rule) -> Callable[[str], list[Hit]]:
    if rule.text.tokens is not None:
        return token_reader(rule.text.tokens)
    return phrase_reader(rule.text.phrases or ())
