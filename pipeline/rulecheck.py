"""Do the rules do what they say? Their examples, nevers and gaps as tests (`check`), and why a rule read a line or not
(`explain`). What `minutebook rules test` and `minutebook rules explain` print, as plain values.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pipeline.match import Match, applies, run
from pipeline.pattern import hay
from pipeline.rules import Example, Gap, Never, Rule, Rulebook, RuleKind, trial


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


# ---- why a rule reads a line or does not


@dataclass(frozen=True, slots=True)
class Asked:
    """A line and where it stands, "" for what is not known (which excludes no rule)."""

    text: str
    section: str = ""
    paper: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """A rule that reads a line: what it matched and the values that it gives."""

    rule: Rule
    quote: str
    values: dict[str, str]


@dataclass(frozen=True, slots=True)
class Missed:
    """A rule that does not read a line.

    Attributes:
        why: place (it does not look there), words (the line has none of those it needs), pattern, tokens.
        detail: in words: the places, the words, or how far the pattern came.
        share: how much of the pattern matched, 0.0 to 1.0; the near misses have the most.
    """

    rule: Rule
    why: Literal["place", "words", "pattern", "tokens"]
    detail: str
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Explained:
    """A line with the rules that read it, in order, and those that don't, the nearest first."""

    asked: Asked
    read: tuple[Read, ...]
    missed: tuple[Missed, ...]


def explain(
    book: Rulebook, lines: Iterable[Asked], *, kinds: Iterable[RuleKind] = (), body: str = ""
) -> list[Explained]:
    """For each line the rules that read it and why the others don't.

    Args:
        kinds: only rules of these kinds; all where none is named.
        body: slug of the body whose own rules count too.
    """
    wanted = set(kinds)
    rules = [r for r in book.rules if (not wanted or r.kind in wanted) and r.body in {"", body}]
    return [_explained(rules, asked) for asked in lines]


def _explained(rules: Sequence[Rule], asked: Asked) -> Explained:
    read, missed = [], []
    for rule in rules:
        if fault := _outside(rule, asked):
            missed.append(fault)
        elif hits := run(rule, asked.text):
            read += [Read(rule, hit.text[hit.start : hit.end], hit.values) for hit in hits]
        else:
            missed.append(_unread(rule, asked.text))
    return Explained(asked, tuple(read), tuple(sorted(missed, key=lambda m: (-m.share, m.rule.order))))


def _outside(rule: Rule, asked: Asked) -> Missed | None:
    if applies(rule, section=asked.section, paper=asked.paper, part=asked.part):
        return None
    where = rule.text.where
    asks = (
        ("section", where.section, asked.section),
        ("paper", where.paper, asked.paper),
        ("part", where.part, asked.part),
    )
    bad = [f"{name} {is_} is none of {', '.join(only)}" for name, only, is_ in asks if only and is_ and is_ not in only]
    return Missed(rule, "place", "; ".join(bad))


def _unread(rule: Rule, text: str) -> Missed:
    straw = hay(text)
    if rule.needles and not any(needle in straw for needle in rule.needles):
        words = sorted(rule.needles)
        more = f" ... ({len(words)} words)" if len(words) > 8 else ""
        return Missed(rule, "words", "the line has none of: " + ", ".join(map(_shown, words[:8])) + more)
    if rule.text.line is None:
        return Missed(rule, "tokens", "the words are there, not in this order or form")
    pieces = parts(rule.text.line)
    low, high = 0, len(pieces) - 1  # where a longer beginning matches, a shorter one does
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _begins(rule, middle, text) else (low, middle - 1)
    done, wanted = "".join(pieces[:low]), pieces[low] if pieces else ""
    detail = f"reads as far as {done}  then wants {wanted}" if done else f"wants {wanted}"
    return Missed(rule, "pattern", detail, low / len(pieces) if pieces else 0.0)


def _shown(needle: str) -> str:
    return "a digit" if needle.startswith("\0") else needle


def _begins(rule: Rule, count: int, text: str) -> bool:
    pattern = _beginning(rule, count)
    return pattern is not None and pattern.search(text) is not None


@lru_cache(maxsize=4096)
def _beginning(rule: Rule, count: int) -> re.Pattern[str] | None:
    """The first parts of a rule's line as a pattern; None where they are none by themselves."""
    try:
        return re.compile(rule.terms.expand("".join(parts(rule.text.line or "")[:count])), rule.text.flags)
    except (re.error, ValueError):
        return None


_ATOM = re.compile(r"\\(?:x..|u.{4}|.)|\[\^?\]?(?:\\.|[^\]\\])*\]|\{[a-z_]+\}|[()|]|.", re.DOTALL)
_QUANTIFIER = re.compile(r"(?:[*+?]|\{\d*,?\d*\})[?+]?")


def parts(line: str) -> list[str]:
    """The parts of a pattern as typed, in a row: a word, a group, a set, a term, each with how often it may stand.

    Joined they are the pattern. A pattern that is a choice of patterns at its top is one part.
    """
    found: list[str] = []
    in_word = False
    for start, end, plain in _top_level(line):
        if line[start:end] == "|":
            return [line]
        if plain and in_word:  # the letters and blanks of a word belong together
            found[-1] += line[start:end]
        else:
            found.append(line[start:end])
        in_word = plain
    return found


def _top_level(line: str) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each part at the top of a pattern, and whether it is a plain letter."""
    place = depth = start = 0
    while place < len(line):
        atom = _ATOM.match(line, place)
        assert atom is not None  # the pattern ends in "any character"
        place = atom.end()
        depth += (atom.group() == "(") - (atom.group() == ")")
        if depth > 0:
            continue
        often = _QUANTIFIER.match(line, place)
        place = often.end() if often else place
        plain = not often and (atom.group().isalnum() or atom.group() == " ")
        yield start, place, plain
        start = place
    if start < place:
        yield start, place, False
