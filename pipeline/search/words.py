"""Texts -> stems. One analysis for everything that is searched, whatever holds the index.

Words are stemmed by SQLite's own tokenizers (`porter unicode61 remove_diacritics 2`), each once a process. So the index
holds stems already, and PostgreSQL, which has another stemmer, finds the same.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import filterfalse

# Letters and digits; an apostrophe inside a word and a comma inside a number part nothing: O'Brien, 890,000.
_WORD = r"\d{1,3}(?:,\d{3})+(?!\d)|LETTER+(?:['’]LETTER+)*"
WORD = re.compile(_WORD.replace("LETTER", r"[^\W_]"))
_WORD_OR_LINE = re.compile(_WORD.replace("LETTER", r"\w"))  # a third faster, where a text has no "_"

STOP = frozenset(
    "a an and are as at be been by for from has have in is it its of on or that the this to was were which with".split()
)
"""Words that nearly every sentence has: alone they are searched, among others they are passed over."""


def clean(text: str) -> str:
    """The text as it is indexed and shown: letters whole with their accents, so that a word is found as one."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def stems_of(text: str) -> str:
    """The stems of a clean text in order, a space before and after each: "Grants applied" -> " grant appli "."""
    return spaced(stem_list(text))


def words_of(text: str) -> list[str]:
    """All words of `WORD` in a text, in order."""
    return _WORD_OR_LINE.findall(text.replace("_", " "))


def stem_list(text: str) -> list[str]:
    """The stems of a clean text in order."""
    return stems_in(words_of(text))


def stems_in(words: Iterable[str]) -> list[str]:
    """The stems of words of `WORD`."""
    return list(map(_STEMS.__getitem__, words))


def spaced(stems: Sequence[str]) -> str:
    """Stems as a text with a space before and after each."""
    return f" {' '.join(stems)} " if stems else " "


def stem(word: str) -> str:
    """The stem of one word of `WORD`."""
    return _STEMS[word]


def plain(word: str) -> str:
    """A word in small letters without accents and apostrophes; "the Clerk's" -> "clerk"."""
    lower = word.lower().replace("’", "'")
    bare = lower.removesuffix("'s").replace("'", "").replace(",", "")
    if bare.isascii():
        return bare
    return "".join(one for one in unicodedata.normalize("NFKD", bare) if one.isalnum())


class _Stems(dict[str, str]):
    """Word as written -> stem, filled as words come."""

    def __missing__(self, word: str) -> str:
        learn([word])
        return self[word]


_STEMS = _Stems()
_PLAIN: dict[str, str] = {}


def learn(words: Iterable[str]) -> None:
    """Find the stems of these words of `WORD`, those not known yet at once: that is far cheaper than one by one."""
    new = {word: plain(word) or word for word in filterfalse(_STEMS.__contains__, words)}
    unknown = sorted({bare for bare in new.values() if bare not in _PLAIN})
    if unknown:
        tokenizer = _tokenizer()
        tokenizer.execute("BEGIN")  # one by one they would each be merged into the index of words
        tokenizer.executemany("INSERT INTO text (rowid, word) VALUES (?, ?)", enumerate(unknown))
        found: dict[int, list[str]] = {}
        for number, term in tokenizer.execute("SELECT doc, term FROM stems"):
            found.setdefault(number, []).append(term)
        tokenizer.execute("ROLLBACK")
        for number, bare in enumerate(unknown):
            parts = found.get(number, ())
            _PLAIN[bare] = parts[0] if len(parts) == 1 else bare
    for word, bare in new.items():
        _STEMS[word] = _PLAIN[bare]


@cache
def _tokenizer() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute(
        "CREATE VIRTUAL TABLE text USING fts5(word, content='', tokenize='porter unicode61 remove_diacritics 2')"
    )
    connection.execute("CREATE VIRTUAL TABLE stems USING fts5vocab(text, instance)")
    return connection


def learnt() -> dict[str, str]:
    """Every plain word of this process -> its stem."""
    return _PLAIN
