"""Texts -> stems. One analysis for everything that is searched, whatever holds the index.

Words are stemmed by SQLite's own tokenizers (`porter unicode61 remove_diacritics 2`), each once a process. So the index
holds stems already, and PostgreSQL, which has another stemmer, finds the same.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from functools import cache

# Letters and digits; an apostrophe inside a word and a comma inside a number part nothing: O'Brien, 890,000.
WORD = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|[^\W_]+(?:['’][^\W_]+)*")

STOP = frozenset(
    "a an and are as at be been by for from has have in is it its of on or that the this to was were which with".split()
)
"""Words that nearly every sentence has: alone they are searched, among others they are passed over."""


def clean(text: str) -> str:
    """The text as it is indexed and shown: letters whole with their accents, so that a word is found as one."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def stems_of(text: str) -> str:
    """The stems of a clean text in order, a space before and after each: "Grants applied" -> " grant appli "."""
    found = WORD.findall(text)
    return f" {' '.join(map(_STEMS.__getitem__, found))} " if found else " "


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
        bare = plain(word) or word
        if bare not in _PLAIN:
            _PLAIN[bare] = _porter(bare)
        found = self[word] = _PLAIN[bare]
        return found


_STEMS = _Stems()
_PLAIN: dict[str, str] = {}


def _porter(word: str) -> str:
    if word.isdecimal():
        return word
    tokenizer = _tokenizer()
    tokenizer.execute("INSERT INTO text (word, rowid) VALUES (?, 1)", (word,))
    parts = [term for (term,) in tokenizer.execute("SELECT term FROM stems")]
    tokenizer.execute("INSERT INTO text (text) VALUES ('delete-all')")
    return parts[0] if len(parts) == 1 else word


@cache
def _tokenizer() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute(
        "CREATE VIRTUAL TABLE text USING fts5(word, content='', tokenize='porter unicode61 remove_diacritics 2')"
    )
    connection.execute("CREATE VIRTUAL TABLE stems USING fts5vocab(text, row)")
    return connection


def learnt() -> dict[str, str]:
    """Every plain word of this process -> its stem."""
    return _PLAIN
