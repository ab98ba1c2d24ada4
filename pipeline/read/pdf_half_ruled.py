"""Rules that a table leaves out where its others and its words say that it has them: closed ends, gutters, rows."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from pipeline.read.raw import Rule, Word

SNAP = 3.0  # points: rules nearer than this are one (pdfplumber's default)
GUTTER = 0.9  # ems of white space between the columns of a table without upright rules
TALL = 60.0  # points: upright rules that part columns of prose are no shorter
BREAK = 1.2  # a table's rows are this much farther apart than the lines of a cell


def supposed(rules: Sequence[Rule], words: Sequence[Word]) -> list[Rule]:
    """The rules that the page's tables do not draw."""
    return [*_closing(rules), *_gutters(rules, words), *_rows(rules, words)]


def _closing(rules: Sequence[Rule]) -> list[Rule]:
    """Rules over and under the common ends of upright rules: a row that a page break left open is closed by them."""
    upright = [rule for rule in rules if rule.left == rule.right and rule.bottom - rule.top > 3 * SNAP]
    level = [rule for rule in rules if rule.top == rule.bottom]
    closing = []
    for end in (1, 3):  # top, bottom
        heights = Counter(round(rule[end]) for rule in upright)
        for height, count in heights.items():
            if count > 2 and not any(abs(rule.top - height) <= SNAP for rule in level):
                xs = [rule.left for rule in upright if abs(rule[end] - height) <= 1]
                closing.append(Rule(min(xs), float(height), max(xs), float(height)))
    return closing


def _gutters(rules: Sequence[Rule], words: Sequence[Word]) -> list[Rule]:
    """Upright rules that a table with level rules only leaves out: in the gutters that its words keep free."""
    found: list[Rule] = []
    level = sorted((rule for rule in rules if rule.top == rule.bottom), key=lambda rule: rule.top)
    stacks: dict[tuple[int, int], list[Rule]] = {}
    for rule in level:
        stacks.setdefault((round(rule.left / 6), round(rule.right / 6)), []).append(rule)
    for stack in stacks.values():
        left, right, top, bottom = stack[0].left, stack[0].right, stack[0].top, stack[-1].bottom
        ruled = any(
            r.left == r.right and left - SNAP < r.left < right + SNAP and r.bottom > top and r.top < bottom
            for r in rules
        )
        inside = [w for w in words if left - 5 < w.left and w.right < right + 5 and top < w.base < bottom + SNAP]
        if len(stack) < 3 or ruled or 2 * sum(_underlines(rule, inside) for rule in stack) > len(stack):
            continue
        columns = columns_of(inside, GUTTER)
        lines = len({round(word.base) for word in inside})
        listed = all(re.fullmatch(r"\W?\w{0,3}[.)]?", w.text) for w in inside if columns and w.left <= columns[0][1])
        if len(columns) > 2 or (len(columns) == 2 and not listed and lines <= 4 * (len(stack) - 1)):
            middles = [(a[1] + b[0]) / 2 for a, b in itertools.pairwise(columns)]
            found += [Rule(x, top, x, bottom) for x in (left, *middles, right)]
    return found


def _underlines(rule: Rule, words: Sequence[Word]) -> bool:
    """Drawn under words, or through them."""
    return any(-0.45 < (rule.top - word.base) / word.size < 0.24 and rule.left - 2 < word.left for word in words)


def columns_of(words: Sequence[Word], gutter: float) -> list[tuple[float, float]]:
    """Intervals of x that hold all words, apart by `gutter` ems or more."""
    merged: list[tuple[float, float]] = []
    for word in sorted(words, key=lambda w: w.left):
        if merged and word.left - merged[-1][1] < gutter * word.size:
            merged[-1] = (merged[-1][0], max(merged[-1][1], word.right))
        else:
            merged.append((word.left, word.right))
    return merged


def _rows(rules: Sequence[Rule], words: Sequence[Word]) -> Iterator[Rule]:
    """Sides and level rules of a table that draws upright rules between its columns and nothing else."""
    upright = [rule for rule in rules if rule.left == rule.right and rule.bottom - rule.top > TALL]
    groups: dict[tuple[int, int], list[Rule]] = {}
    for rule in upright:
        groups.setdefault((round(rule.top / SNAP), round(rule.bottom / SNAP)), []).append(rule)
    for inner in groups.values():
        top, bottom = inner[0].top, inner[0].bottom
        ruled = any(r.top == r.bottom and top - SNAP < r.top < bottom + SNAP for r in rules)
        if len(inner) < 2 or ruled:
            continue
        xs = sorted(rule.left for rule in inner)
        inside = [word for word in words if top < word.base < bottom + SNAP]
        cuts = _cuts([w for w in inside if w.right <= xs[0] + 1], inside) if inside else []
        if len(cuts) < 2 or not any(word.left >= xs[-1] - 1 for word in inside):
            continue
        left, right = min(w.left for w in inside) - SNAP, max(w.right for w in inside) + SNAP
        yield from (Rule(x, top, x, bottom) for x in (left, right))
        yield from (Rule(left, at, right, at) for at in (top, *cuts[1:], bottom))


def _cuts(first: Sequence[Word], words: Sequence[Word]) -> list[float]:
    """Heights above lines that open a row: the first column speaks, and nothing stands close above in any column."""
    lines = sorted({round(word.base): word.size for word in words}.items())
    steps = [(below - above) / size for (above, _), (below, size) in itertools.pairwise(lines) if below - above > 3]
    pitch = median(steps) if steps else 0.0
    bases = {round(word.base) for word in first}
    return [
        at - size
        for above, (at, size) in zip([None, *lines], lines, strict=False)
        if at in bases and (above is None or (at - above[0]) / size > BREAK * pitch)
    ]
