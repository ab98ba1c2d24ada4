"""Why a rule reads a line or does not: what `minutebook rules explain` prints, as plain values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from pipeline.rules import Rule, Rulebook
from pipeline.rules.match import Match, applies, run
from pipeline.rules.pattern import hay
from pipeline.rules.worded import worded

LONGEST = 2_000
"""Letters of a line up to which it is tried without a rule's exceptions: such a pattern was never checked for speed."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to the rules: a text and where it stands, "" for what is not known (which excludes no rule)."""

    text: str
    section: str = ""
    paper: str = ""
    part: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """A rule that reads a line: what it matched and the values that it gives.

    `after` is the rule of the same kind that reads some of these words too and comes first, "" where there is none.
    """

    rule: Rule
    quote: str
    values: dict[str, str]
    after: str = ""


@dataclass(frozen=True, slots=True)
class Missed:
    """A rule that does not read a line.

    Attributes:
        why: place (it does not look there), guard (one of its exceptions holds), pattern (the words break off), tokens,
            words (the line has none of those it needs).
        detail: in words.
        share: how near it came, 0.0 to 1.0.
    """

    rule: Rule
    why: Literal["place", "guard", "pattern", "tokens", "words"]
    detail: str
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Explained:
    """A line with the rules that read it, in order, and those that don't, the nearest first."""

    text: str
    read: tuple[Read, ...]
    missed: tuple[Missed, ...]


def explain(book: Rulebook, text: str, asked: Iterable[Asked], *, bodies: Iterable[str] = ()) -> Explained:
    """Which rules read a line and why the others don't.

    Args:
        asked: the questions that were asked about it; a rule that one of them leads to the words is no miss.
        bodies: slugs of the bodies whose own rules count too.
    """
    wanted = {"", *bodies}
    read: dict[tuple[str, str], Read] = {}
    missed: dict[str, Missed] = {}
    for one in dict.fromkeys(asked):
        before: list[Match] = []
        for rule in book.rules:
            if rule.body not in wanted or one.kind not in ("", rule.kind):
                continue
            hits = _hits(rule, one.text)
            fault = _outside(rule, one, hits) if hits or not _is_here(rule, one) else None
            if hits and fault is None:
                for hit in hits:
                    found = Read(rule, hit.text[hit.start : hit.end], hit.values, _first_of(before, hit))
                    read.setdefault((rule.id, found.quote), found)
                before += hits
            else:
                fault = fault or _unread(rule, one.text)
                missed[rule.id] = max(missed.get(rule.id, fault), fault, key=lambda miss: miss.share)
    reading = {rule for rule, _ in read}
    far = [miss for rule, miss in missed.items() if rule not in reading]
    return Explained(
        text,
        tuple(sorted(read.values(), key=lambda one: one.rule.order)),
        tuple(sorted(far, key=lambda miss: (-miss.share, miss.rule.order))),
    )


def _hits(rule: Rule, text: str) -> list[Match]:
    return run(rule, text) if _has_needle(rule, text) else []


def _has_needle(rule: Rule, text: str) -> bool:
    straw = hay(text)
    return not rule.needles or any(needle in straw for needle in rule.needles)


def _is_here(rule: Rule, asked: Asked) -> bool:
    return applies(rule, section=asked.section, paper=asked.paper, part=asked.part)


def _first_of(before: Sequence[Match], hit: Match) -> str:
    same = (one for one in before if one.rule.kind == hit.rule.kind and one.start < hit.end and hit.start < one.end)
    return next((one.rule.id for one in same), "")


# ---- what keeps a rule from a line


def _outside(rule: Rule, asked: Asked, hits: Sequence[Match]) -> Missed | None:
    if _is_here(rule, asked):
        return None
    where = rule.text.where
    asks = (
        ("section", where.section, asked.section),
        ("paper", where.paper, asked.paper),
        ("part", where.part, asked.part),
    )
    bad = {
        name: f"{name} must be {' or '.join(only)}, and is {is_} here"
        for name, only, is_ in asks
        if only and is_ and is_ not in only
    }
    would = f"would read {_quoted(hits[0])}, but " if hits else ""
    # Most rules are for other parts, and should be: that says less than another section does.
    share = 0.0 if not hits else 0.2 if "part" in bad else 1.0
    return Missed(rule, "place", would + "; ".join(bad.values()), share)


def _unread(rule: Rule, text: str) -> Missed:
    if not _has_needle(rule, text):
        words = sorted(map(_shown, rule.needles), key=len)
        more = f" … ({len(words)} words)" if len(words) > 8 else ""
        return Missed(rule, "words", f"the line has none of: {', '.join(words[:8])}{more}")
    if rule.text.line is None:
        return Missed(rule, "tokens", "the words are there, not in this order or form", 0.1)
    return _refused(rule, text) or _broken_off(rule, text)


def _shown(needle: str) -> str:
    return "a digit" if needle.startswith("\0") else needle.strip()


def _quoted(hit: Match | re.Match[str]) -> str:
    text = hit.text[hit.start : hit.end] if isinstance(hit, Match) else hit.group()
    text = text.strip()
    return f"“{text}”" if len(text) <= 60 else f"“… {text[-60:].split(' ', 1)[-1]}”"


def _refused(rule: Rule, text: str) -> Missed | None:
    """Would it read the line if it had no exceptions?"""
    line = rule.text.line or ""
    spans = guards(line)
    if not spans or len(text) > LONGEST:
        return None
    found = _search(rule, _without(line, spans), text)
    if found is None:
        return None
    alone = [line[start:end] for start, end in spans if _search(rule, _without(line, [(start, end)]), text)]
    said = dict.fromkeys(filter(None, (_exception(rule, guard, found) for guard in alone)))
    reason = f"not {' or '.join(said)}" if said else "one of its exceptions holds here"
    return Missed(rule, "guard", f"would read {_quoted(found)}, but {reason}", 0.9)


def _exception(rule: Rule, guard: str, found: re.Match[str]) -> str:
    """What an exception leaves alone: the line's own words where they can be found, else the pattern's."""
    behind = guard.startswith("(?<!")
    inside = guard[4 if behind else 3 : -1]
    pattern = _compiled(rule, inside)
    held = pattern.search(found.string, 0 if behind else found.start()) if pattern else None
    words = held.group().strip() if held else ""
    words = words or worded(inside, rule.terms, rule.text.flags)
    return f"{'after' if behind else 'with'} “{words}”" if words else ""


def _broken_off(rule: Rule, text: str) -> Missed:
    """How far does its pattern come? Where a longer beginning matches, a shorter one does."""
    steps = _steps(rule.text.line or "")
    low, high = 0, len(steps) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if _search(rule, "".join(steps[:middle]), text) else (low, middle - 1)
    reached = _search(rule, "".join(steps[:low]), text) if low else None
    wants = next(filter(None, (worded(step, rule.terms, rule.text.flags) for step in steps[low:])), "")
    wanted = f"“{wants}”" if wants.strip(" …") else "other words"
    if reached is None or not re.search(r"\w{4}", reached.group()):
        return Missed(rule, "pattern", f"wants {wanted}", min(0.1, low / max(len(steps), 1)))
    return Missed(rule, "pattern", f"reads {_quoted(reached)} and then wants {wanted}", 0.8 * low / len(steps))


def _search(rule: Rule, line: str, text: str) -> re.Match[str] | None:
    pattern = _compiled(rule, line)
    return pattern.search(text) if pattern is not None else None


@lru_cache(maxsize=4096)
def _compiled(rule: Rule, line: str) -> re.Pattern[str] | None:
    """A piece of a rule's line as a pattern; None where it is none by itself."""
    try:
        return re.compile(rule.terms.expand(line), rule.text.flags)
    except (re.error, ValueError):
        return None


# ---- the parts of a pattern as typed


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


_GROUP = re.compile(r"\((?:\?:|\?P<\w+>)(.*)\)", re.DOTALL)


@lru_cache(maxsize=1024)
def _steps(line: str) -> tuple[str, ...]:
    """The parts of a pattern, those of its groups among them, unless the group is a choice or may be repeated."""
    found: list[str] = []
    for part in parts(line):
        group = _GROUP.fullmatch(part)
        inner = parts(group.group(1)) if group else []
        found += _steps(group.group(1)) if group and len(inner) > 1 else [part]
    return tuple(found)


def guards(line: str) -> list[tuple[int, int]]:
    """Start and end of each exception in a pattern, (?!…) and (?<!…), at any depth."""
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    place = 0
    while place < len(line):
        atom = _ATOM.match(line, place)
        assert atom is not None
        if atom.group() == "(":
            opened.append(place)
        elif atom.group() == ")" and opened:
            start = opened.pop()
            if line.startswith(("(?!", "(?<!"), start):
                found.append((start, atom.end()))
        place = atom.end()
    # One that stands in another goes with it.
    return [span for span in sorted(found) if not any(a < span[0] and span[1] < b for a, b in found)]


def _without(line: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in sorted(spans, reverse=True):
        line = line[:start] + line[end:]
    return line
