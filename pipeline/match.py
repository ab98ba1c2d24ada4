"""Rulebook x text -> Matches. The only file that runs rule patterns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pipeline.rules import Part, Rule, Rulebook, RuleKind
from pipeline.tokens import Hit, phrase_reader, token_reader


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

    @property
    def values(self) -> dict[str, str]:
        """Every value that this match gives: what the rule sets, and its groups."""
        return {**self.rule.text.set, **{name: self.text[a:b] for name, (a, b) in self.spans.items()}}


class Matcher:
    """Runs a rulebook's rules over texts. Build one a process: compiling the token rules takes a while."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self._by_kind: dict[RuleKind, list[Rule]] = {}
        for rule in book.rules:
            self._by_kind.setdefault(rule.kind, []).append(rule)

    def find(
        self, kind: RuleKind, text: str, *, section: str = "", paper: str = "", part: Part | str = ""
    ) -> list[Match]:
        """Every match of every rule of a kind, in the rules' order, then by place. Overlaps are the caller's to judge."""
        found: list[Match] = []
        for rule in self._by_kind.get(kind, ()):
            if applies(rule, section=section, paper=paper, part=part):
                found += run(rule, text)
        return found

    def first(
        self, kind: RuleKind, text: str, *, section: str = "", paper: str = "", part: Part | str = ""
    ) -> Match | None:
        """The first match of the first rule that has one."""
        for rule in self._by_kind.get(kind, ()):
            if applies(rule, section=section, paper=paper, part=part) and (hits := run(rule, text)):
                return hits[0]
        return None


def applies(rule: Rule, *, section: str = "", paper: str = "", part: str = "") -> bool:
    where = rule.text.where
    return not (
        (where.section and section and section not in where.section)
        or (where.paper and paper and paper not in where.paper)
        or (where.part and part and part not in where.part)
    )


def run(rule: Rule, text: str) -> list[Match]:
    """A rule's matches in a text, left to right."""
    if rule.pattern is not None:
        return [
            Match(rule, text, m.start(), m.end(), {k: m.span(k) for k, v in m.groupdict().items() if v is not None})
            for m in rule.pattern.finditer(text)
        ]
    return [Match(rule, text, start, end, spans) for start, end, spans in _reader(rule)(text)]


@lru_cache(maxsize=1024)
def _reader(rule: Rule) -> Callable[[str], list[Hit]]:
    if rule.text.tokens is not None:
        return token_reader(rule.text.tokens)
    return phrase_reader(rule.text.phrases or ())
