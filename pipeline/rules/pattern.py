"""What a regular expression needs and may touch, read from Python's own parse of it (the parser's tree, `re._parser`).

`Terms` puts the named terms in; each is parsed once however many patterns use it.
`needles` gives words of which a text must hold one for the pattern to match at all: most rules are skipped by a plain
substring test. `charset` and `width` describe parts of a pattern for the runaway check in runaway.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

Item = tuple[Any, Any]
"""An operation of the parse tree and its argument."""

Need = frozenset[str] | tuple[tuple[frozenset[str], ...], ...]
"""What a text must hold: one of some words, or one of each of the words of one of some choices."""

REPEATS = frozenset({op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT})
DIGIT = "\0d"
"""A needle that every text with a digit holds (see `hay`)."""

_MOST_NEEDLES = 80
_MOST_NEEDS = 6
_MOST_CHOICES = 40
# Letters outside ASCII that equal an ASCII letter where capitals are ignored.
_TWINS = (("ſ", "s"), ("ı", "i"), ("İ", "i"), ("\u212a", "k"))
_BLANK = (op.CATEGORY, op.CATEGORY_SPACE)
_ANY_DIGIT = re.compile(r"\d")


class Body(list[Item]):
    """The items of a group, a repeat or a choice, with what has been learnt of them."""

    def __init__(self, items: Iterable[Item]) -> None:
        super().__init__(items)
        self.learnt: dict[object, Any] = {}


class TermBody(Body):
    """The items of a term: parsed once, shared by every pattern that names it."""


class Terms:
    """Named patterns and word lists. A word list is "any one of these", longest first; a blank is any white space."""

    def __init__(self, terms: Mapping[str, str | tuple[str, ...]]) -> None:
        self._terms = terms
        self._bodies: dict[str, TermBody] = {}
        self._sources: dict[str, str] = {}

    def also(self, define: Mapping[str, str | tuple[str, ...]]) -> Terms:
        """These terms and some more; a term of the same name gives way."""
        if not define:
            return self
        both = Terms({**self._terms, **define})
        if define.keys().isdisjoint(self._terms):
            both._bodies, both._sources = dict(self._bodies), dict(self._sources)
        return both

    def expand(self, pattern: str, *, depth: int = 0) -> str:
        """A pattern with its `{terms}` put in. Raises ValueError for a term that is not there or names itself."""
        return _TERM.sub(lambda found: self._source(found.group(1), depth), pattern)

    def items(self, pattern: str, flags: int = 0, *, depth: int = 0) -> Body:
        """The parsed items of a pattern, each term a group of its own. Raises re.error, ValueError as `expand` does."""
        names: list[str] = []

        def mark(found: re.Match[str]) -> str:
            names.append(found.group(1))
            return chr(_FIRST_MARK + len(names) - 1)

        marked = _TERM.sub(mark, pattern)
        bodies = [self._body(name, flags, depth) for name in names]
        try:
            return _put_back(_parser.parse(marked, flags), bodies)
        except re.error as fault:
            # A pattern that refers back to a group inside a term can only be read whole.
            try:
                return _put_back(_parser.parse(self.expand(pattern), flags), [])
            except re.error:
                raise fault from None

    def _source(self, name: str, depth: int) -> str:
        if name not in self._sources:
            value = self._value(name, depth)
            self._sources[name] = f"(?:{self.expand(value, depth=depth + 1)})"
        return self._sources[name]

    def _body(self, name: str, flags: int, depth: int) -> TermBody:
        if name not in self._bodies:
            value = self._value(name, depth)
            self._bodies[name] = TermBody(self.items(value, flags, depth=depth + 1))
        return self._bodies[name]

    def _value(self, name: str, depth: int) -> str:
        if depth > 8:
            raise ValueError("terms that name each other in a circle")
        if name not in self._terms:
            raise ValueError(f"no term {{{name}}}")
        value = self._terms[name]
        if isinstance(value, str):
            return value
        return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(value, key=len, reverse=True))


_TERM = re.compile(r"\{([a-z_]+)\}")
_FIRST_MARK = 0xE000  # private-use characters stand for terms while the parser reads a pattern


def _put_back(items: Iterable[Item], bodies: Sequence[TermBody]) -> Body:
    """Parsed items with the terms in the place of their marks."""
    back: list[Item] = []
    for kind, value in items:
        if kind is op.LITERAL and 0 <= value - _FIRST_MARK < len(bodies):
            back.append((op.SUBPATTERN, (None, 0, 0, bodies[value - _FIRST_MARK])))
        elif kind is op.IN and value[0][0] is not op.NEGATE:
            # The parser makes a set of (?:{name}|{post}), a choice of two single characters.
            marked = [p for p in value if p[0] is op.LITERAL and 0 <= p[1] - _FIRST_MARK < len(bodies)]
            others = [p for p in value if p not in marked]
            choices = [_put_back([p], bodies) for p in marked] + ([Body([(op.IN, others)])] if others else [])
            back.append((op.BRANCH, (None, choices)) if marked else (kind, value))
        elif kind in REPEATS:
            back.append((kind, (value[0], value[1], _put_back(value[2], bodies))))
        elif kind is op.SUBPATTERN:
            back.append((kind, (*value[:3], _put_back(value[3], bodies))))
        elif kind is op.BRANCH:
            back.append((kind, (None, [_put_back(choice, bodies) for choice in value[1]])))
        elif kind is op.ATOMIC_GROUP:
            back.append((kind, _put_back(value, bodies)))
        elif kind in {op.ASSERT, op.ASSERT_NOT}:
            back.append((kind, (value[0], _put_back(value[1], bodies))))
        else:
            back.append((kind, value))
    return Body(back)


@lru_cache(maxsize=16)
def hay(text: str) -> str:
    """A text as needles are looked for in it: small letters, runs of white space as one blank, blanks at its edges, and
    `DIGIT` at its end where it has a digit."""
    if not text.isascii():
        for letter, twin in _TWINS:
            text = text.replace(letter, twin)
    return f" {' '.join(text.split()).lower()} {DIGIT if _ANY_DIGIT.search(text) else ''}"


def needles(items: Iterable[Item]) -> frozenset[str]:
    """Words of which `hay(text)` holds at least one wherever the items match; empty where nothing can be said."""
    return next((need for need in needs(items) if isinstance(need, frozenset)), frozenset())


def needs(items: Iterable[Item]) -> tuple[Need, ...]:
    """All that `hay(text)` must hold wherever the items match, the rarest words first."""
    if isinstance(items, Body):
        if "needs" not in items.learnt:
            items.learnt["needs"] = needs(list(items))
        return items.learnt["needs"]  # type: ignore[no-any-return]
    found: list[Need] = []
    run = _NOTHING
    for kind, value in _inline(items):
        if kind is op.AT:
            continue  # takes no room: the letters on its two sides stand next to each other
        words = _words(kind, value)
        if words and len(run) * len(words) <= _MOST_NEEDLES:
            run = _joined(run, words)
            continue
        found.append(run)
        run = words or _NOTHING
        if not words:
            found += _inside(kind, value)
    plain = {need for need in (*found, run) if isinstance(need, frozenset) and need and all(map(str.strip, need))}
    choices = [need for need in found if not isinstance(need, frozenset)]
    ranked: list[Need] = [*sorted(plain, key=lambda words: (_worth(words), sorted(words)), reverse=True)]
    return tuple((ranked + choices)[:_MOST_NEEDS])


_NOTHING = frozenset({""})


def _worth(words: frozenset[str]) -> tuple[int, int]:
    # A long word is rare; one letter is in nearly every text. Among words of some length fewer are better.
    return min(6, *(1 if word == DIGIT else len(word) for word in words), 6), -len(words)


def _inside(kind: Any, value: Any) -> tuple[Need, ...]:
    """Needs of what an item holds that is no plain word."""
    if kind is op.SUBPATTERN:
        return needs(value[3])
    if kind in REPEATS and value[0] >= 1:
        return needs(value[2])
    if kind is op.ASSERT:
        return needs(value[1])
    if kind is op.IN and _only_digits(value):
        return (frozenset({DIGIT}),)
    if kind is op.BRANCH:
        words = _any_of(needles(choice) for choice in value[1])
        choices = tuple(tuple(need for need in needs(choice) if isinstance(need, frozenset)) for choice in value[1])
        more = all(choices) and len(choices) <= _MOST_CHOICES and (not words or max(map(len, choices)) > 1)
        return (words, choices) if more else (words,)
    return ()


def _words(kind: Any, value: Any) -> frozenset[str]:
    """All that an item can match, as `hay` would show it; empty where that is too much to list."""
    if kind is op.LITERAL:
        return frozenset(filter(None, [_small(chr(value))]))
    if kind is op.IN:
        if value == [_BLANK]:
            return frozenset({" "})
        letters = {_small(chr(code)) if part is op.LITERAL else "" for part, code in value}
        return frozenset(letters) if len(letters) <= 4 and "" not in letters else frozenset()
    if kind in REPEATS and value[0] >= 1 and list(value[2]) == [(op.IN, [_BLANK])]:
        return frozenset({" "})
    if kind is op.BRANCH:
        return _any_of(_phrases(choice) for choice in value[1])
    return _phrases(value[3]) if kind is op.SUBPATTERN else frozenset()


def _phrases(items: Iterable[Item]) -> frozenset[str]:
    """As `_words`, for items in a row."""
    if isinstance(items, Body):
        if "phrases" not in items.learnt:
            items.learnt["phrases"] = _phrases(list(items))
        return items.learnt["phrases"]  # type: ignore[no-any-return]
    run = _NOTHING
    for kind, value in items:
        if kind is op.AT:
            continue
        words = _words(kind, value)
        if not words or len(run) * len(words) > _MOST_NEEDLES:
            return frozenset()
        run = _joined(run, words)
    return run


def _any_of(choices: Iterable[frozenset[str]]) -> frozenset[str]:
    """The words of all choices; empty where one has none, or they are too many."""
    together: set[str] = set()
    for words in choices:
        if not words or len(together := together | words) > _MOST_NEEDLES:
            return frozenset()
    return frozenset(together)


def _joined(run: frozenset[str], words: frozenset[str]) -> frozenset[str]:
    """Every word of the one behind every word of the other; two blanks that meet are one."""
    return frozenset(a + (b[1:] if a.endswith(" ") and b.startswith(" ") else b) for a in run for b in words)


def _inline(items: Iterable[Item]) -> Iterator[Item]:
    for kind, value in items:
        if kind is op.SUBPATTERN and not isinstance(value[3], TermBody):
            yield from _inline(value[3])
        elif kind is op.ATOMIC_GROUP:
            yield from _inline(value)
        else:
            yield kind, value


def _small(letter: str) -> str:
    """A character as `hay` shows it, "" where that depends on the text."""
    if letter.isspace():
        return " "
    if letter.isascii():
        return letter.lower()
    return letter if letter.lower() == letter == letter.upper() else ""


def _only_digits(parts: Sequence[Item]) -> bool:
    return all(
        (kind is op.CATEGORY and value is op.CATEGORY_DIGIT)
        or (kind is op.RANGE and value[0] >= 48 and value[1] <= 57)
        or (kind is op.LITERAL and 48 <= value <= 57)
        for kind, value in parts
    )


# ---- sets of characters, as bits: ASCII, some signs that papers use, and one bit for each class of all others

_SIGNS = "–—’‘“”£€•…\u00a0"
_CLASSES = "éÉ٣中§\u2003"  # stand for: small letters, capitals, digits, other letters, other signs, other blanks
_ALPHABET = [chr(code) for code in range(128)] + list(_SIGNS) + list(_CLASSES)
_BIT = {letter: 1 << place for place, letter in enumerate(_ALPHABET)}
_CLASS_BITS = sum(_BIT[letter] for letter in _CLASSES)
EVERY = (1 << len(_ALPHABET)) - 1
NEWLINE = _BIT["\n"]
BLANKS = sum(bit for letter, bit in _BIT.items() if letter.isspace())
_CATEGORY = {
    op.CATEGORY_DIGIT: sum(bit for letter, bit in _BIT.items() if letter.isdecimal()),
    op.CATEGORY_SPACE: BLANKS,
    op.CATEGORY_WORD: sum(bit for letter, bit in _BIT.items() if letter.isalnum() or letter == "_"),
}
WORD = _CATEGORY[op.CATEGORY_WORD]
_CATEGORY |= {
    op.CATEGORY_NOT_DIGIT: EVERY & ~_CATEGORY[op.CATEGORY_DIGIT],
    op.CATEGORY_NOT_SPACE: EVERY & ~_CATEGORY[op.CATEGORY_SPACE],
    op.CATEGORY_NOT_WORD: EVERY & ~_CATEGORY[op.CATEGORY_WORD],
}


def charset(kind: Any, value: Any, *, ignore_case: bool) -> int:
    """The characters that a one-character item may match, as bits; too many rather than too few."""
    if kind is op.LITERAL:
        return _bits(value, ignore_case)
    if kind is op.NOT_LITERAL:
        return EVERY & ~(_bits(value, ignore_case) & ~_CLASS_BITS)
    if kind is op.ANY:
        return EVERY & ~NEWLINE
    if kind is op.IN:
        negated = value[0][0] is op.NEGATE
        bits = certain = 0
        for part, argument in value[1:] if negated else value:
            if part is op.LITERAL:
                bits |= _bits(argument, ignore_case)
            elif part is op.RANGE:
                bits |= _range_bits(argument[0], argument[1], ignore_case)
            elif part is op.CATEGORY:
                bits |= _CATEGORY.get(argument, EVERY)
                certain |= _CATEGORY.get(argument, 0)
        # A class bit stands for many letters: leaving out one of them does not leave out the class.
        return EVERY & ~((bits & ~_CLASS_BITS) | certain) if negated else bits
    return EVERY


@lru_cache(maxsize=4096)
def _bits(code: int, ignore_case: bool) -> int:
    letter = chr(code)
    if ignore_case and letter.swapcase() != letter and len(letter.swapcase()) == 1:
        return _bit_of(letter) | _bit_of(letter.swapcase())
    return _bit_of(letter)


def _bit_of(letter: str) -> int:
    if letter in _BIT:
        return _BIT[letter]
    if letter.isspace():
        return _BIT["\u2003"]
    if letter.isdecimal():
        return _BIT["٣"]
    if letter.isupper():
        return _BIT["É"]
    if letter.islower():
        return _BIT["é"]
    return _BIT["中"] if letter.isalnum() else _BIT["§"]


@lru_cache(maxsize=4096)
def _range_bits(first: int, last: int, ignore_case: bool) -> int:
    bits = 0
    for code in range(first, min(last, 0x24FF) + 1):
        bits |= _bits(code, ignore_case)
    return bits | (EVERY & ~((1 << 128) - 1) if last > 0x24FF else 0)


def letters(bits: int) -> Iterator[str]:
    """The characters of a set, plain ones first."""
    ranked = sorted(_BIT.items(), key=lambda pair: (not pair[0].isalnum(), not pair[0].isprintable(), pair[1]))
    return (letter for letter, bit in ranked if bits & bit)
