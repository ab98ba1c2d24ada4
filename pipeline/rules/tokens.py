"""Token and phrase rules: the only file that knows spaCy. It is imported when such a rule first has to read a text.

Importing spaCy takes more than a second, so a rulebook whose token rules never apply must not pay for it. What a token
may ask for is therefore checked here without spaCy; `strict_fault` asks spaCy's own schema as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Token = dict[str, Any]
Spans = dict[str, tuple[int, int]]
Hit = tuple[int, int, Spans]
"""Start and end in the text, and the named spans."""

_WORDS = frozenset({"ORTH", "TEXT", "LOWER", "NORM", "SHAPE"})
_FLAGS = frozenset(
    "SPACY IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_UPPER IS_TITLE IS_PUNCT IS_SPACE IS_BRACKET IS_QUOTE IS_LEFT_PUNCT "
    "IS_RIGHT_PUNCT IS_CURRENCY IS_STOP LIKE_NUM LIKE_URL LIKE_EMAIL".split()
)
_MODEL_ONLY = frozenset("POS TAG MORPH DEP LEMMA ENT_TYPE ENT_IOB ENT_ID ENT_KB_ID IS_SENT_START SENT_START".split())
_TEST_KEYS = frozenset({"REGEX", "IN", "NOT_IN", "FUZZY", *(f"FUZZY{n}" for n in range(1, 10))})
_NUMBER_KEYS = frozenset({"==", "!=", ">=", "<=", ">", "<", "IN", "NOT_IN"})
_OPERATOR = re.compile(r"[?*+!1]|\{\d+\}|\{\d+,\d*\}|\{,\d+\}")
_NAME = re.compile(r"[a-z][a-z_]*")


def token_fault(pattern: Sequence[Token]) -> str:
    """What is wrong with a token pattern, "" if nothing: key by key, without spaCy."""
    if not pattern:
        return "an empty token pattern"
    for number, token in enumerate(pattern, 1):
        for key, value in token.items():
            if fault := _key_fault(key, value):
                return f"token {number}: {fault}"
    return ""


def _key_fault(key: str, value: object) -> str:
    if key == "as":
        return "" if isinstance(value, str) and _NAME.fullmatch(value) else "`as` names a group in small letters"
    if key == "OP":
        return "" if isinstance(value, str) and _OPERATOR.fullmatch(value) else f"OP is ? * + ! or {{1,3}}: {value!r}"
    if key in _FLAGS:
        return "" if isinstance(value, bool) else f"{key} is true or false, not {value!r}"
    if key == "LENGTH":
        known = isinstance(value, int) or (isinstance(value, dict) and value.keys() <= _NUMBER_KEYS)
        return "" if known else "LENGTH is a number or {'>=': number}"
    if key in _WORDS:
        return _words_fault(key, value)
    if key in _MODEL_ONLY:
        return f"{key} needs a trained model and rules run without one"
    return f"no such key: {key}"


def _words_fault(key: str, value: object) -> str:
    tests: dict[str, Any] = {"IN": [value]} if isinstance(value, str) else value if isinstance(value, dict) else {}
    if not tests or not tests.keys() <= _TEST_KEYS:
        return f"{key} is a word, or one of IN, NOT_IN, REGEX, FUZZY with its words"
    for test, words in tests.items():
        if test == "REGEX":
            try:
                re.compile(words)
            except (re.error, TypeError) as error:
                return f"{key}: REGEX: {error}"
        elif test in {"IN", "NOT_IN"}:
            if not isinstance(words, list | tuple) or not all(isinstance(word, str) for word in words):
                return f"{key}: {test} is a list of words"
            if key == "LOWER" and (tall := next((word for word in words if word != word.lower()), None)):
                return f"LOWER can never be {tall!r}: write it in small letters"
    return ""


def strict_fault(pattern: Sequence[Token]) -> str:
    """What spaCy's own schema finds wrong with a token pattern, "" if nothing. Imports spaCy."""
    from spacy.schemas import validate_token_pattern

    faults = validate_token_pattern([_plain(token) for token in pattern])
    return "; ".join(str(fault) for fault in faults)


def token_needles(patterns: Sequence[Sequence[Token]]) -> frozenset[str]:
    """Words of which a text must hold one for any of the patterns to match (see pattern.hay); empty: every text."""
    found = [_needed(pattern) for pattern in patterns]
    return frozenset().union(*found) if all(found) else frozenset()


def _needed(pattern: Sequence[Token]) -> frozenset[str]:
    """The words of the token with the rarest ones that the pattern can't do without."""
    best: tuple[str, ...] = ()
    for token in pattern:
        if token.get("OP", "1") not in {"1", "+"}:
            continue
        for key in ("LOWER", "ORTH", "TEXT"):
            value = token.get(key, ())
            words = (value,) if isinstance(value, str) else tuple(value["IN"]) if "IN" in value else ()
            plain = all(word.isascii() and word for word in words)
            if words and plain and min(map(len, words)) > min(map(len, best), default=0):
                best = words
    return frozenset(word.lower() for word in best)


def phrase_needles(phrases: Sequence[str]) -> frozenset[str]:
    """The longest plain word of each phrase, as small letters; empty where a phrase has none."""
    found = [max(filter(_is_plain, phrase.split()), key=len, default="") for phrase in phrases]
    return frozenset(word.lower() for word in found) if all(found) else frozenset()


def _is_plain(word: str) -> bool:
    # The tokenizer reads cannot, wouldnt, couldve, thats and their like as two words, and so as "can not" too.
    return word.isascii() and word.isalpha() and not _SPLIT.search(word.lower())


_SPLIT = re.compile(
    r"(?:nt|ve|not|nna|tta|ll|im|id|re)$|^ima$|"
    r"^(?:he|she|it|we|you|they|th[ei]se?|this|th[ao]se?|that|there|wh[aeoy]|what|when|where|how)[ds]$"
)


def token_reader(patterns: Sequence[Sequence[Token]]) -> Callable[[str], list[Hit]]:
    """A function that gives the hits of token patterns in a text: left to right, the longest at a place, no overlaps.

    Tokens that share a name (`as`) and follow each other become one span; of two separate runs the first counts.
    """
    from spacy.matcher import Matcher

    matcher = Matcher(_blank().vocab)
    for number, pattern in enumerate(patterns):
        # Its own key for each pattern: alignments count the tokens of one pattern and do not say of which.
        matcher.add(str(number), [[_plain(token) for token in pattern]], greedy="FIRST")
    names = {_blank().vocab.strings[str(n)]: [token.get("as") for token in p] for n, p in enumerate(patterns)}

    def read(text: str) -> list[Hit]:
        doc = _doc(text)
        # The stubs of spaCy know only three of the four values.
        aligned: Any = matcher(doc, with_alignments=True)
        found: list[Hit] = []
        for key, start, end, alignment in aligned:
            found.append((_begin(doc, start), _end(doc, end), _named(doc, start, [names[key][a] for a in alignment])))
        return _apart(found)

    return read


def phrase_reader(phrases: Sequence[str]) -> Callable[[str], list[Hit]]:
    """A function that gives the places of phrases in a text, capitals ignored: the longest, no overlaps."""
    from spacy.matcher import PhraseMatcher

    matcher = PhraseMatcher(_blank().vocab, attr="LOWER")
    matcher.add("phrases", [_blank().make_doc(phrase) for phrase in phrases])

    def read(text: str) -> list[Hit]:
        doc = _doc(text)
        return _apart([(_begin(doc, start), _end(doc, end), {}) for _, start, end in matcher(doc)])

    return read


def _plain(token: Token) -> Token:
    # spaCy has no "exactly one" operator; its absence says that.
    return {key: value for key, value in token.items() if key != "as" and (key, value) != ("OP", "1")}


def _apart(hits: list[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h[0], -h[1])):
        if not kept or hit[0] >= kept[-1][1]:
            kept.append(hit)
    return kept


def _named(doc: Doc, start: int, names: Sequence[str | None]) -> Spans:
    spans: dict[str, tuple[int, int]] = {}
    last: str | None = None
    for index, name in enumerate(names, start):
        if name is not None and (name not in spans or name == last):
            spans[name] = (spans[name][0] if name in spans else index, index + 1)
        last = name
    return {name: (_begin(doc, a), _end(doc, b)) for name, (a, b) in spans.items()}


def _begin(doc: Doc, index: int) -> int:
    return int(doc[index].idx)


def _end(doc: Doc, index: int) -> int:
    return int(doc[index - 1].idx) + len(doc[index - 1])


@lru_cache(maxsize=1)
def _blank() -> Language:
    import spacy

    return spacy.blank("en")


@lru_cache(maxsize=8)
def _doc(text: str) -> Doc:
    """Tokens of a text; the rules of one kind read the same text one after the other."""
    return _blank().make_doc(text)
