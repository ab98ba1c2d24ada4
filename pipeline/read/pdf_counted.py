"""What a page shows beside its text: numbers of its lines in the margin, a mark across it ("DRAFT")."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from pipeline.read.raw import RawPage, Word

FEWEST = 10  # numbers that count a page's lines
ALIGNED = 3.0  # points: how far the numbers' right or left edges may differ
COUNTED = 0.75  # share of the page's lines that have a number
EVEN = 1.25  # the widest step between two numbers, as a multiple of the usual one, where they count by themselves
HUGE = 2.5  # times the usual size of print
_NUMBER = re.compile(r"\d{1,4}")
_MARK = re.compile(
    r"draft|copy|confidential|specimen|sample|unapproved|unconfirmed|void|example|provisional", re.IGNORECASE
)


def line_numbers(words: Sequence[Word]) -> frozenset[Word]:
    """The numbers in the left margin that count a page's lines; none where they are a list's."""
    upright = [word for word in words if word.upright]
    numbers = [word for word in upright if _NUMBER.fullmatch(word.text)]
    if len(numbers) < FEWEST:
        return frozenset()
    counting = set(numbers)
    others = [word for word in upright if word not in counting]
    edge = min((word.left for word in others), default=0.0)
    left = sorted((word for word in numbers if word.right <= edge + ALIGNED), key=lambda word: word.base)
    if len(left) < FEWEST or not (_aligned([w.right for w in left]) or _aligned([w.left for w in left])):
        return frozenset()
    if any(int(b.text) - int(a.text) != 1 for a, b in itertools.pairwise(left)):
        return frozenset()
    lines = {round(word.base) for word in others}
    beside = sum(any(abs(line - word.base) <= ALIGNED for word in left) for line in lines)
    steps = sorted(b.base - a.base for a, b in itertools.pairwise(left))
    even = steps[-1] <= EVEN * steps[len(steps) // 2] and len(left) >= 2 * FEWEST
    return frozenset(left) if beside >= COUNTED * len(lines) or even else frozenset()


def printed_across(page: RawPage, usual: float) -> frozenset[Word]:
    """The words of a mark across a page: in huge print, and set askew or a word for the state of a paper."""
    huge = [word for word in page.words if usual > 0 and word.size >= HUGE * usual]
    return frozenset(word for word in huge if not word.upright or _MARK.fullmatch(word.text.strip(".,:-")))


def _aligned(edges: Sequence[float]) -> bool:
    return max(edges) - min(edges) <= ALIGNED
