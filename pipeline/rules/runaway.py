"""Patterns that can run away: refused when loaded (`runaway`, from the parse tree) or timed against texts made to hurt
(`probe`, for a workspace's own files and `rules test`).

Two shapes are refused. A repeat within a repeat whose words can be shared out in more than one way, (\\w+ ?)+, takes
time that doubles with each letter. Three or more repeats in a row that can hand the same letters to each other, or two
in a pattern that may start anywhere, take time that grows with the cube of the text's length or worse.
Repeats of white space alone are not counted, those of signs alone are allowed twice as many: match.py cuts a text at
runs of 8 blanks or 100 signs.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any

from pipeline.rules.pattern import BLANKS, EVERY, NEWLINE, REPEATS, WORD, Body, Item, charset, letters

PROBE_LENGTH = 1000
PROBE_SECONDS = 0.05

_LONG = 50  # a repeat of up to this many is long enough to count as one without end
_LOOP = 8  # a repeat of at least this many around another repeat
_WORD = 3  # this many letters that must stand between two repeats keep them apart in any real text
_MOST_VARIANTS = 32
_MOST_ATTACKS = 16
_POWER = 2
_POWER_OF_SIGNS = 4
_RUN_OF_SIGNS = 100  # match.py cuts a text where so many signs follow each other, and where so many blanks do
_RUN_OF_BLANKS = 8
_LETTER = re.compile(r"[^\W_]")
_FREE = frozenset({op.AT, op.ASSERT, op.ASSERT_NOT, op.GROUPREF, op.GROUPREF_EXISTS})


def runaway(items: Sequence[Item], *, ignore_case: bool = False) -> str:
    """Why parsed items (Terms.items) can run away, as part of a sentence; "" where they can't."""
    return _Shape(ignore_case).fault(items)


class _Shape:
    """The walk over one pattern; `ignore_case` widens every set of characters."""

    def __init__(self, ignore_case: bool) -> None:
        self.ignore_case = ignore_case

    def fault(self, items: Sequence[Item]) -> str:
        for body in _loops(items):
            if self._shared_out(body):
                return "a repeat within a repeat can share out the same words in many ways, which can take for ever"
        for row in _rows(items):
            if self._too_high(row):
                return "three repeats in a row can hand the same letters to each other, which can take very long"
        return ""

    def chars(self, items: Iterable[Item]) -> int:
        """Every character that the items may touch."""
        if isinstance(items, Body):
            key = ("chars", self.ignore_case)
            if key not in items.learnt:
                items.learnt[key] = self.chars(list(items))
            return int(items.learnt[key])
        bits = 0
        for kind, value in items:
            if kind in _FREE:
                continue
            bodies = _bodies(kind, value)
            if not bodies:
                bits |= charset(kind, value, ignore_case=self.ignore_case)
            for body in bodies:
                bits |= self.chars(body)
        return bits

    def within(self, items: Iterable[Item], bits: int) -> bool:
        """Can the items match, or match nothing, with these characters alone?"""
        for kind, value in items:
            if kind in _FREE or (kind in REPEATS and value[0] == 0):
                continue
            bodies = _bodies(kind, value)
            if bodies:
                if not any(self.within(body, bits) for body in bodies):
                    return False
            elif not charset(kind, value, ignore_case=self.ignore_case) & bits:
                return False
        return True

    def _shared_out(self, body: Sequence[Item]) -> bool:
        """Can the words of one round of a loop be read as several rounds?"""
        for inner, rest in _inner_repeats(body):
            if self.within(rest, self.chars(inner)):
                return True
        return any(self._same_words(choices) for choices in _branches(body))

    def _same_words(self, choices: Sequence[Sequence[Item]]) -> bool:
        spelled = [s for s in map(self._spelled, choices) if s is not None]
        pairs = ((a, b) for a, b in combinations(spelled, 2) if len(a) == len(b))
        return any(all(x & y for x, y in zip(a, b, strict=True)) for a, b in pairs)

    def _spelled(self, items: Sequence[Item]) -> list[int] | None:
        """A set for each letter, for items of one letter each; None for others."""
        sets = []
        for kind, value in items:
            if kind in _FREE or _bodies(kind, value):
                return None
            sets.append(charset(kind, value, ignore_case=self.ignore_case))
        return sets

    def _too_high(self, row: Sequence[Item]) -> bool:
        """Does the power of a text's length that a row can take go over what is allowed?"""
        anchored = bool(row) and row[0][0] is op.AT and row[0][1] in {op.AT_BEGINNING, op.AT_BEGINNING_STRING}
        for place, item in enumerate(row):
            if self._counts(item):
                count, bits = self._chain(row, place)
                allowed = _POWER if bits & WORD else _POWER_OF_SIGNS
                if count > allowed or (count == allowed and not anchored and self._starts_anywhere(row[:place], bits)):
                    return True
        return False

    def _starts_anywhere(self, ahead: Sequence[Item], bits: int) -> bool:
        """Can a row that has this ahead of its repeats be tried from each letter of what they repeat?"""
        return self.within(ahead, bits) and _least(ahead) < _WORD

    def _chain(self, row: Sequence[Item], place: int) -> tuple[int, int]:
        """How many repeats from here on can hand letters to each other, and which letters."""
        bits = self.chars([row[place]])
        count, between = 1, 0
        for item in row[place + 1 :]:
            shared = bits & self.chars([item])
            if self._counts(item) and shared and self.within(item[1][2], shared):
                count, bits, between = count + 1, shared, 0
                if self._takes_all(row, item):
                    return 0, bits  # the rest of the text is taken whatever it is: nothing is ever tried again
            elif self.within([item], bits) and between < _WORD:
                between += _least([item])
            else:
                return count, bits
        return count, bits

    def _takes_all(self, row: Sequence[Item], item: Item) -> bool:
        after = row[next(n for n, other in enumerate(row) if other is item) + 1 :]
        ends = all(other == (op.AT, op.AT_END) for other in after if _least([other]) or other[0] in _FREE)
        whole = not any(kind is op.AT for kind, _ in after) or self.chars([item]) & ~NEWLINE == EVERY & ~NEWLINE
        return ends and whole

    def _counts(self, item: Item) -> bool:
        kind, value = item
        tries_again = kind in REPEATS and kind is not op.POSSESSIVE_REPEAT
        return tries_again and value[1] > _LONG and bool(self.chars([item]) & ~BLANKS)


def _bodies(kind: Any, value: Any) -> list[Sequence[Item]]:
    if kind is op.SUBPATTERN:
        return [value[3]]
    if kind is op.BRANCH:
        return list(value[1])
    if kind in REPEATS:
        return [value[2]]
    return [value] if kind is op.ATOMIC_GROUP else []


def _least(items: Iterable[Item]) -> int:
    """The fewest letters that the items match."""
    if isinstance(items, Body):
        if "least" not in items.learnt:
            items.learnt["least"] = _least(list(items))
        return int(items.learnt["least"])
    total = 0
    for kind, value in items:
        if kind in _FREE:
            continue
        bodies = _bodies(kind, value)
        width = min(map(_least, bodies)) if bodies else 1
        total += width * (value[0] if kind in REPEATS else 1)
    return total


def _loops(items: Iterable[Item]) -> Iterator[Sequence[Item]]:
    """The bodies of all repeats that go round often."""
    for kind, value in items:
        if kind in REPEATS and kind is not op.POSSESSIVE_REPEAT and value[1] >= _LOOP:
            yield value[2]
        for body in _bodies(kind, value):
            yield from _loops(body)


def _inner_repeats(items: Sequence[Item]) -> Iterator[tuple[Sequence[Item], list[Item]]]:
    """The body of each repeat of changing length in a loop, and what else one round must pass."""
    for place, (kind, value) in enumerate(items):
        others = [*items[:place], *items[place + 1 :]]
        if kind in REPEATS and value[1] > value[0]:
            yield value[2], others
        if kind is op.BRANCH and any(_least(choice) == 0 for choice in value[1]):
            yield from ((choice, others) for choice in value[1] if choice)  # (|x) is another way to write x?
        for body in _bodies(kind, value):
            if kind in {op.SUBPATTERN, op.BRANCH} or kind in REPEATS:
                for inner, rest in _inner_repeats(body):
                    yield inner, rest + others


def _branches(items: Iterable[Item]) -> Iterator[Sequence[Sequence[Item]]]:
    for kind, value in items:
        if kind is op.BRANCH:
            yield value[1]
        for body in _bodies(kind, value):
            yield from _branches(body)


def _rows(items: Sequence[Item]) -> Iterator[list[Item]]:
    """A pattern as rows without groups: one for each way through the choices that hold a long repeat."""
    if isinstance(items, Body):
        if "rows" not in items.learnt:
            items.learnt["rows"] = list(_few(_rows(list(items))))
        yield from items.learnt["rows"]
        return
    choices: list[list[Sequence[Item]]] = []
    for kind, value in items:
        item = (kind, value)
        if kind is op.SUBPATTERN:
            choices.append(list(_few(_rows(value[3]))))
        elif kind is op.BRANCH and _has_long([item]):
            choices.append([row for choice in value[1] for row in _few(_rows(choice))])
        elif kind in REPEATS and value[1] <= _LONG and _has_long(value[2]):
            times = min(3, value[1])
            choices.append([[], *(row * times for row in _few(_rows(value[2])))])
        else:
            choices.append([[item]])
    for way in _few(product(*choices)):
        yield [item for part in way for item in part]


def _few(rows: Iterable[Any]) -> Iterator[Any]:
    return (row for row, _ in zip(rows, range(_MOST_VARIANTS), strict=False))


def _has_long(items: Iterable[Item]) -> bool:
    if isinstance(items, Body):
        if "long" not in items.learnt:
            items.learnt["long"] = _has_long(list(items))
        return bool(items.learnt["long"])
    return any(
        (kind in REPEATS and value[1] > _LONG) or any(_has_long(body) for body in _bodies(kind, value))
        for kind, value in items
    )


# ---- timing


def probe(pattern: re.Pattern[str], items: Sequence[Item]) -> str:
    """What timing shows of a pattern, whose parsed items these are: "" where it is quick to 1,000 letters made to hurt.

    Lengths grow by a half, by a quarter once it takes a while, and the first slow one ends it: even a pattern whose
    time doubles with each letter is caught within seconds, and nothing has to be interrupted.
    """
    for before, pump, after in _attacks(items, _Shape(bool(pattern.flags & re.IGNORECASE))):
        length = 8
        longest = _RUN_OF_BLANKS if pump.isspace() else PROBE_LENGTH if _LETTER.search(pump) else _RUN_OF_SIGNS
        while length <= longest:
            text = before + pump * (length // len(pump) + 1) + after
            if (took := _seconds(pattern, text)) > PROBE_SECONDS:
                return f"it took {took * 1000:.0f} ms for {len(text)} letters of the kind {(before + pump * 2)[:40]!r}"
            length += length // (2 if took < PROBE_SECONDS / 50 else 4)
    return ""


def _seconds(pattern: re.Pattern[str], text: str) -> float:
    # The best of three where the first was slow: the machine may have been busy with something else.
    best = PROBE_SECONDS * 10
    for _ in range(3):
        start = time.thread_time()
        for _hit in pattern.finditer(text):
            pass
        best = min(best, time.thread_time() - start)
        if best <= PROBE_SECONDS or best > PROBE_SECONDS * 4:
            break
    return best


def _attacks(items: Sequence[Item], shape: _Shape) -> Iterator[tuple[str, str, str]]:
    """Texts that keep a long repeat busy and then fail: what stands before it, what to repeat, what ends it."""
    seen: set[tuple[str, str]] = set()
    for row in _few(_rows(items)):
        for place, (kind, value) in enumerate(row):
            if kind not in REPEATS or value[1] < _LOOP:
                continue
            before = _sample(row[:place], shape)
            nearest = _sample(row[place + 1 : place + 3], shape)[: _WORD - 1]
            common = shape.chars([row[place]]) & shape.chars(row[place + 1 :])
            pumps = [_sample(value[2], shape), nearest, nearest + _sample(value[2], shape), *_some(common)]
            for inner, _ in _inner_repeats(value[2]):
                pumps += _some(shape.chars(inner))
            for pump in pumps:
                if pump and (before, pump) not in seen and len(seen) < _MOST_ATTACKS:
                    seen.add((before, pump))
                    yield before, pump, "\n\0"


def _some(bits: int) -> list[str]:
    return [letter for letter, _ in zip(letters(bits), range(2), strict=False)] + ([" "] if bits & BLANKS else [])


def _sample(items: Iterable[Item], shape: _Shape) -> str:
    """A short text that the items match, as far as they say."""
    text = ""
    for kind, value in items:
        if kind in _FREE:
            continue
        bodies = _bodies(kind, value)
        if bodies:
            text += _sample(bodies[0], shape) * (max(1, min(value[0], 5)) if kind in REPEATS else 1)
        elif kind is op.LITERAL:
            text += chr(value)
        else:
            text += next(letters(charset(kind, value, ignore_case=shape.ignore_case)), "a")
    return text
