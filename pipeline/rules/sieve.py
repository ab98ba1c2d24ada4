"""Which rules a text can be for: the words of all rules are looked for at once, word of text by word of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pipeline.rules import Rule
from pipeline.rules.pattern import Need, hay

_MOST_WORDS = 20_000  # of texts, kept with what they hold
_MOST_TEXTS = 16_384
_LONGEST = 40  # a longer word is an address or a rule of dashes, and hardly comes again

Wanted = tuple[int, tuple[tuple[int, ...], ...]]
"""What a rule needs of a text, as bits: all of these, and of each of these choices one."""


class Sieve:
    """Each set of words of which rules need one is a bit, and a text's bits say of which of them it holds a word.

    What a word of a text holds is looked up once for all texts; a needle of several words is looked for in the text
    itself, and only where two words that stand side by side hold the two rarest parts of it that do.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        plain = {need: None for rule in rules for need in rule.needs if isinstance(need, frozenset)}
        inner = {w: None for r in rules for n in r.needs if isinstance(n, tuple) for choice in n for w in choice}
        # The plain ones first: most rules ask for no more, and small numbers go fast.
        self._bits = {words: 1 << place for place, words in enumerate({**plain, **inner})}
        meets: dict[str, int] = {}
        for words, bit in self._bits.items():
            for word in words:
                meets[word] = meets.get(word, 0) | bit
        parts = {needle: _parts(needle) for needle in meets}
        common = Counter(part for needle in parts for part in parts[needle])
        rare = {part: times / len(part) ** 4 for part, times in common.items()}
        holds: dict[str, int] = {}
        phrases: dict[tuple[str, str], list[tuple[str, int]]] = {}
        for needle, bits in sorted(meets.items()):
            if len(parts[needle]) == 1:
                holds[needle] = bits
            else:
                pair = min(pairwise(parts[needle]), key=lambda pair: (rare[pair[0]] * rare[pair[1]], pair))
                phrases.setdefault(pair, []).append((needle, bits))
        self._phrases = list(phrases.values())  # by the place of their pair's bit
        lefts: dict[str, int] = {}
        rights: dict[str, int] = {}
        for place, (left, right) in enumerate(phrases):
            lefts[left] = lefts.get(left, 0) | 1 << place
            rights[right] = rights.get(right, 0) | 1 << place
        # With each part all that it begins with, so that a word is followed only as far as any part goes.
        begun = (part[:end] for part in {*holds, *lefts, *rights} for end in range(1, len(part) + 1))
        self._parts = {part: (holds.get(part, 0), lefts.get(part, 0), rights.get(part, 0)) for part in begun}
        self._words: dict[str, tuple[int, int, int]] = {}
        self._texts: dict[str, int] = {}

    def wanted(self, needs: Iterable[Need]) -> Wanted:
        """What a rule of this sieve needs, as bits."""
        all_of = 0
        choices = []
        for need in needs:
            if isinstance(need, frozenset):
                all_of |= self._bits[need]
            else:
                choices.append(tuple(sum({self._bits[words] for words in choice}) for choice in need))
        return all_of, tuple(choices)

    def held(self, text: str) -> int:
        """Of which sets of words a text holds one, as bits. Kept, for each kind of rule asks again."""
        held = self._texts.get(text)
        if held is None:
            straw = hay(text)
            held = pairs = before = 0
            for word in straw.split(" "):
                bits, left, right = self._words.get(word) or self._look_up(word)
                held |= bits
                pairs |= before & right
                before = left
            while pairs:
                place = pairs.bit_length() - 1
                pairs ^= 1 << place
                for phrase, bits in self._phrases[place]:
                    if phrase in straw:
                        held |= bits
            if len(self._texts) >= _MOST_TEXTS:
                self._texts.clear()
            self._texts[text] = held
        return held

    def _look_up(self, word: str) -> tuple[int, int, int]:
        """The sets of which a word holds one, and the pairs of which it holds the left part and the right, as bits."""
        padded = f" {word} "
        held = left = right = 0
        for start in range(len(padded)):
            for end in range(start + 1, len(padded) + 1):
                if (found := self._parts.get(padded[start:end])) is None:
                    break
                held |= found[0]
                left |= found[1]
                right |= found[2]
        if len(word) <= _LONGEST:
            if len(self._words) >= _MOST_WORDS:
                self._words.clear()
            self._words[word] = held, left, right
        return held, left, right


def met(asked: Iterable[tuple[Rule, Wanted]], held: int) -> Iterator[Rule]:
    """The rules of which a text that holds these bits holds all that they need, in their order."""
    for rule, (all_of, choices) in asked:  # the first test turns most away, so it is no call of its own
        if held & all_of == all_of and (not choices or _holds_one_of_each(choices, held)):
            yield rule


def _holds_one_of_each(choices: tuple[tuple[int, ...], ...], held: int) -> bool:
    for choice in choices:  # plain loops: this runs for many rules and texts
        for bits in choice:
            if held & bits == bits:
                break
        else:
            return False
    return True


def _parts(needle: str) -> list[str]:
    """What single words, with a blank on either side, must hold for a text to hold the needle."""
    words = needle.split(" ")
    last = len(words) - 1
    padded = (f"{' ' * (n > 0)}{word}{' ' * (n < last)}" for n, word in enumerate(words) if word)
    return list(padded) or [needle]
