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
from functools import lru_cache

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
# Past forms of verbs of tasks that their first letters do not show: "had sent" tells of "to send".
_PAST = {
    past: verb
    for verb, pasts in {
        "send": "sent", "write": "wrote written", "buy": "bought", "bring": "brought", "speak": "spoke spoken",
        "meet": "met", "make": "made", "pay": "paid", "find": "found", "hold": "held", "build": "built", "tell": "told",
        "choose": "chose chosen", "draw": "drew drawn", "seek": "sought", "sell": "sold", "lay": "laid",
        "begin": "began begun", "keep": "kept", "ring": "rang rung", "leave": "left",
    }.items()
    for past in pasts.split()
}  # fmt: skip


def stems(text: str) -> frozenset[str]:
    """The words of a text that say something, cut to their stems: "quotes for the roof" -> {quote, roof}."""
    return frozenset(filter(None, map(_told, _WORD.findall(text))))


@lru_cache(maxsize=100_000)
def _told(word: str) -> str:
    """A word's stem, "" where it says nothing."""
    word = word.casefold().replace("’", "'").removesuffix("'s")
    return stem(word) if word not in _PLAIN and (len(word) > 2 or word.isdigit()) else ""


def stem(word: str) -> str:
    """The first letters of a word without its ending: circulated, circulates -> circul, sent -> send."""
    word = _PAST.get(word, word)
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
    _known: dict[frozenset[str], float] = field(default_factory=dict)

    @classmethod
    def of(cls, texts: Iterable[str], *, fewest: int = 0) -> Likeness:
        """Learns how rare each word is among these texts.

        Args:
            fewest: texts below which no word passes for rare: so many are assumed.
        """
        seen: Counter[str] = Counter()
        count = 0
        for text in texts:
            count += 1
            seen.update(stems(text))
        return cls(max(count, fewest), dict(seen))

    @property
    def rarest(self) -> float:
        """What a word weighs that stands in one text alone."""
        return math.log((self.count + 1) / 1.5)

    def word(self, word: str) -> float:
        """How much a word says: in every text nearly nothing, in one alone the most."""
        return max(0.0, math.log((self.count + 1) / (self.seen.get(word, 0) + 0.5)))

    def weight(self, words: frozenset[str]) -> float:
        """How much words say together."""
        known = self._known.get(words)
        if known is None:
            known = self._known[words] = sum(self.word(word) for word in words)
        return known

    def between(self, one: frozenset[str], two: frozenset[str]) -> float:
        """0 (nothing in common) to 1 (the same words); half is how far the shorter is held in the longer."""
        return self.compare(one, two)[0]

    def compare(self, one: frozenset[str], two: frozenset[str]) -> tuple[float, float]:
        """How alike two sets of words are, and how much they share.

        The first is that of `between`; the second counts words that stand in one text alone, commoner ones as parts.
        """
        both = one & two
        if not both:
            return 0.0, 0.0
        shared, first, second = sum(map(self.word, both)), self.weight(one), self.weight(two)
        if first <= 0 or second <= 0:
            return 0.0, 0.0
        held = shared / min(first, second) if min(len(one), len(two)) > 1 else 0.0
        return 0.5 * held + shared / (first + second), shared / self.rarest
