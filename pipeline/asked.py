"""What the rules were asked about a paper, kept: a changed rule redoes only papers of which it says or said something.

A record is made of what its file says and of what the rules answer. So where a rule that has changed, come or gone gave
no answer about a paper, and gives none now to any of the questions that were asked, the record stays the same. The
questions of a page are some eighty texts; to put one rule to them takes a twentieth of the time of a page made anew.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import get_args

from pydantic import TypeAdapter, ValidationError

from pipeline.clock import ruled
from pipeline.extractors.word_lists import word_lists
from pipeline.kept import PACKAGE, RULES, Keep, load, relabel, store, version_of_code
from pipeline.readings import version_of_reading
from pipeline.rules import Rule, Rulebook, RuleKind
from pipeline.rules.match import Match, Matcher

KINDS: tuple[RuleKind, ...] = get_args(RuleKind)
LIBRARIES = ("dateparser", "rapidfuzz", "spacy")
"""Those that make records, beside the readers'."""
TERMS = ("column_noun", "row_noun")
"""Terms that extractors ask for themselves."""


@dataclass(slots=True)
class Questions:
    """What the rules were asked about a paper: text -> kinds of rules, a bit each; and the rules that answered."""

    asked: dict[str, int] = field(default_factory=dict)
    answered: set[str] = field(default_factory=set)


class Listening(Matcher):
    """A matcher that keeps the questions it is asked."""

    def __init__(self, matcher: Matcher, questions: Questions) -> None:
        self._matcher = matcher
        self._questions = questions
        self.book, self.body = matcher.book, matcher.body

    def for_body(self, body: str) -> Matcher:
        return Listening(self._matcher.for_body(body), self._questions)

    def find(self, kind: RuleKind, text: str, *, section: str = "", paper: str = "", part: str = "") -> list[Match]:
        self._note(kind, text)
        found = self._matcher.find(kind, text, section=section, paper=paper, part=part)
        self._questions.answered.update([match.rule.id for match in found])
        return found

    def first(self, kind: RuleKind, text: str, *, section: str = "", paper: str = "", part: str = "") -> Match | None:
        self._note(kind, text)
        found = self._matcher.first(kind, text, section=section, paper=paper, part=part)
        if found:
            self._questions.answered.add(found.rule.id)
        return found

    def _note(self, kind: RuleKind, text: str) -> None:
        asked = self._questions.asked
        asked[text] = asked.get(text, 0) | _BIT[kind]


_BIT = {kind: 1 << place for place, kind in enumerate(KINDS)}
_questions = TypeAdapter(Questions)


def keep_questions(questions: Questions, keep: Keep, book: Rulebook) -> None:
    """Keep what the rules were asked about a paper."""
    with suppress(ValueError):  # letters that no JSON holds
        _store_rules(keep.folder, book)
        store(_place(keep), _about(keep.version, book), _questions.dump_json(questions))


def untouched(keep: Keep, book: Rulebook) -> bool:
    """Whether the rules that have changed since a paper's records were made say nothing of it, and did not."""
    kept = load(_place(keep)) if keep.since and not keep.anew else None
    if kept is None:
        return False
    about, content = kept
    now = _about(keep.since, book)
    changed = _changed(keep.folder, about.get("rules", ""), book)
    if changed is None or about != now | {"rules": about["rules"]} or not _is_silent(content, changed, book):
        return False
    _store_rules(keep.folder, book)
    relabel(_place(keep), _about(keep.version, book))
    return True


def _is_silent(content: bytes, changed: frozenset[str], book: Rulebook) -> bool:
    if not changed:
        return True
    try:
        questions = _questions.validate_json(content)
    except ValidationError:
        return False
    if changed & questions.answered:
        return False
    matcher = _matcher(book, changed)
    kinds = [(kind, _BIT[kind]) for kind in KINDS if any(rule.kind == kind for rule in matcher.book.rules)]
    with ruled() as clock:
        says = any(
            bits & bit and matcher.first(kind, text) for text, bits in questions.asked.items() for kind, bit in kinds
        )
    return not says and not clock.stopped


@lru_cache(maxsize=4)
def _matcher(book: Rulebook, changed: frozenset[str]) -> Matcher:
    """Of the changed rules alone; those of one body are put to all papers."""
    return Matcher(Rulebook(tuple(replace(rule, body="") for rule in book.rules if rule.id in changed), {}))


def _place(keep: Keep) -> Path:
    return keep.folder / f"{keep.sha256}.asked"


def _about(version: str, book: Rulebook) -> dict[str, str]:
    return {"version": version, "code": _code(), "rules": _rules_of(book)[0]}


@lru_cache(maxsize=1)
def _code() -> str:
    return f"{version_of_code(PACKAGE.rglob('*.py'), LIBRARIES)} {version_of_reading()}"


# Which rules have changed


@lru_cache(maxsize=4)
def _rules_of(book: Rulebook) -> tuple[str, bytes]:
    """A name for a version of the rules, and the hash of each rule, in order, and of what else they give, as JSON."""
    lists = word_lists()
    rest = [
        sorted((field, sorted(rules.items())) for field, rules in book.confidence.items()),
        [book.terms.get(term) for term in TERMS],
        [str(sorted(getattr(lists, name))) for name in lists.__slots__ if name != "titles"],
        lists.titles.pattern,
    ]
    hashes = {rule.id: _hash(_meaning(rule)) for rule in book.rules}
    content = json.dumps({"rest": _hash(rest), "rules": hashes}).encode("ascii")
    return hashlib.sha256(content).hexdigest()[:16], content


def _meaning(rule: Rule) -> list[object]:
    """All of a rule but its examples and its story."""
    text = rule.text
    line = rule.terms.expand(text.line) if text.line is not None else None
    return [rule.kind, rule.body, line, text.flags, text.tokens, text.phrases, text.set, text.where.model_dump()]


def _hash(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:16]


def _store_rules(folder: Path, book: Rulebook) -> None:
    name, content = _rules_of(book)
    path = folder / f"{name}{RULES}"
    if path.exists():
        with suppress(OSError):
            os.utime(path)  # in use, so it is not swept
    else:
        store(path, {}, content)


@lru_cache(maxsize=8)
def _changed(folder: Path, name: str, book: Rulebook) -> frozenset[str] | None:
    """Ids of rules that are not as they were in a version of them; None where that can't be told, or is too much."""
    kept = load(folder / f"{name}{RULES}")
    if kept is None or hashlib.sha256(kept[1]).hexdigest()[:16] != name:
        return None
    old, new = json.loads(kept[1]), json.loads(_rules_of(book)[1])
    if old["rest"] != new["rest"]:
        return None
    before: Mapping[str, str] = old["rules"]
    after: Mapping[str, str] = new["rules"]
    same = before.items() & after.items()
    # Rules are asked in their order, so one that is read before another now may take its place.
    if [one for one in before.items() if one in same] != [one for one in after.items() if one in same]:
        return None
    return frozenset(one for one, _ in before.items() ^ after.items())
