"""Do the rules do what they say? Their examples, nevers and gaps as tests: what `minutebook rules test` prints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.rules import Example, Gap, Never, Rule, Rulebook, trial
from pipeline.rules.match import Match, run
from pipeline.rules.pattern import hay


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to tell about a rule.

    Attributes:
        severity: failure, or note (another rule reads the same example, and the first in order counts).
        rule: the rule's id; `path` its file.
        case: pattern, example-0, never-1, gap-0: what was tried.
        message: what was expected and what came out.
    """

    severity: Literal["failure", "note"]
    rule: str
    path: str
    case: str
    message: str


@dataclass(frozen=True, slots=True)
class Case:
    """One text of a rule, with its name: example-0, never-1, gap-0."""

    rule: Rule
    name: str
    typed: Example | Never | Gap


def cases(book: Rulebook) -> list[Case]:
    """Every example, never and gap of every rule, in the rules' order."""
    found = []
    for rule in book.rules:
        typed: tuple[tuple[str, Sequence[Example | Never | Gap]], ...] = (
            ("example", rule.text.examples),
            ("never", rule.text.never),
            ("gap", rule.text.gaps),
        )
        found += [Case(rule, f"{name}-{n}", case) for name, texts in typed for n, case in enumerate(texts)]
    return found


def try_case(case: Case) -> str:
    """What is wrong with one case, "" where the rule does what it says."""
    hits = run(case.rule, case.typed.text)
    if isinstance(case.typed, Never):
        return f"reads {_quoted(hits)}, and should leave it alone: {case.typed.because}" if hits else ""
    fault = _misread(case.typed.gives, hits)
    if isinstance(case.typed, Gap):
        return "" if fault else "this gap is now read: move it to examples"
    return fault


def check(book: Rulebook, *, timed: bool = True) -> list[Finding]:
    """Everything that is wrong with the rules of a book, in their order; notes among it.

    Args:
        timed: also look for patterns that can run away and time them (seconds for some hundred rules).
    """
    found = []
    if timed:
        found += [Finding("failure", r.id, r.path, "pattern", fault) for r in book.rules if (fault := trial(r))]
    for case in cases(book):
        if fault := try_case(case):
            found.append(Finding("failure", case.rule.id, case.rule.path, case.name, fault))
        elif isinstance(case.typed, Example):
            found += doubles(book, case)
    return found


def doubles(book: Rulebook, case: Case) -> list[Finding]:
    """Other rules of the kind that read the words of an example too.

    Of two rules the first in order counts, so this is a failure only where an earlier rule gives another value, and a
    note otherwise. `also: [rule-id]` in the example accepts the other rule; naming one that does not read it is a
    failure.
    """
    typed = case.typed
    if not isinstance(typed, Example) or not (mine := run(case.rule, typed.text)):
        return []
    found, read_by = [], set()
    for other in book.rules:
        if other is case.rule or not _meet(case.rule, other):
            continue
        theirs = [hit for hit in _hits(other, typed.text) if hit.start < mine[0].end and mine[0].start < hit.end]
        if not theirs:
            continue
        read_by.add(other.id)
        if other.id not in typed.also:
            ours, values = mine[0].values, theirs[0].values
            apart = sorted(name for name in ours.keys() & values.keys() if ours[name] != values[name])
            message = f"{other.id} reads it too"
            if apart:
                message += "".join(f", {name}: {values[name]!r} instead of {ours[name]!r}" for name in apart)
            message += f"; narrow one, or accept it with also: [{other.id}]"
            loses = bool(apart) and other.order < case.rule.order
            found.append(Finding("failure" if loses else "note", case.rule.id, case.rule.path, case.name, message))
    found += [
        Finding("failure", case.rule.id, case.rule.path, case.name, f"also: {wrong} does not read it")
        for wrong in sorted(set(typed.also) - read_by)
    ]
    return found


def _misread(gives: dict[str, str], hits: Sequence[Match]) -> str:
    """How the matches of a text differ from one match with these values."""
    if not hits:
        return "does not read it"
    if len(hits) > 1:
        return f"reads it {len(hits)} times: {_quoted(hits)}"
    values = hits[0].values
    wrong = [
        f"{name}: {values.get(name)!r} instead of {value!r}"
        for name, value in gives.items()
        if values.get(name) != value
    ]
    return "gives " + ", ".join(wrong) if wrong else ""


def _quoted(hits: Iterable[Match]) -> str:
    return ", ".join(repr(hit.text[hit.start : hit.end]) for hit in hits)


def _hits(rule: Rule, text: str) -> list[Match]:
    straw = hay(text)
    return run(rule, text) if not rule.needles or any(needle in straw for needle in rule.needles) else []


def _meet(one: Rule, other: Rule) -> bool:
    """Can two rules be asked about the same text?"""
    if one.kind != other.kind or (one.body and other.body and one.body != other.body):
        return False
    pairs = (
        (one.text.where.section, other.text.where.section),
        (one.text.where.paper, other.text.where.paper),
        (one.text.where.part, other.text.where.part),
    )
    return all(not a or not b or set(a) & set(b) for a, b in pairs)
