"""How much two sentences speak of the same thing: shared words, the rare ones counting most.

Words are compared by their first letters, so that "circulated" and "circulate" are one; what every paper of a body says
("members", "meeting") weighs little. Nothing is learned beforehand: the weights are those of the body's own papers.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

STEM = 6  # letters of a word that count
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_PLAIN = frozenset(
    "a about after again all also an and any are as at be been before being both but by can could did do does "
    "for from further get give given go had has have he her him his how i if in into is it its more most no "
    "not now of on one or our out over own said she should so some such take taken than that the their them "
    "then there these they this those through to under up was we were what when where which while who will "
    "with within would you your agreed noted asked stated advised confirmed reported explained informed "
    "discussed update updated ensure need needs needed".split()
)


def stems(text: str) -> frozenset[str]:
    """The words of a text that say something, cut to their stems: "quotes for the roof" -> {quotes, roof}."""
    words = (word.casefold().replace("’", "'").removesuffix("'s") for word in _WORD.findall(text))
    return frozenset(_stem(word) for word in words if word not in _PLAIN and (len(word) > 2 or word.isdigit()))


def _stem(word: str) -> str:
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word.removesuffix(ending)
            break
    return word[:STEM]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Weights of words from a body's texts."""

    count: int = 0
    seen: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, texts: Iterable[str]) -> Likeness:
        """Learns how rare each word is among these texts."""
        seen: Counter[str] = Counter()
        count = 0
        for text in texts:
            count += 1
            seen.update(stems(text))
        return cls(count, dict(seen))

    def weight(self, words: Iterable[str]) -> float:
        """How much words say: a word in every text nearly nothing, one that stands once the most."""
        return sum(math.log((self.count + 1) / (self.seen.get(word, 0) + 0.5)) for word in words)

    def between(self, one: frozenset[str], two: frozenset[str]) -> float:
        """0 (nothing in common) to 1 (the same words); half is how far the shorter is held in the longer."""
        both = one & two
        if not both:
            return 0.0
        shared, first, second = self.weight(both), self.weight(one), self.weight(two)
        if first <= 0 or second <= 0:
            return 0.0
        held = shared / min(first, second) if min(len(one), len(two)) > 1 else 0.0
        return 0.5 * held + shared / (first + second)
