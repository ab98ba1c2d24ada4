"""What a person types -> a tree of words, and the tree as FTS5 and as PostgreSQL want it.

grants                     every form of the word: grant, granted
sports pavilion            both words, anywhere in the entry
"sports pavilion"          the words one after the other
pavil*                     all words that begin so
grants OR loans            AND, OR, NOT in capitals; brackets
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NoReturn

from pipeline.problem import SettingError
from pipeline.search.words import STOP, clean, plain, stem, words_of

LONGEST = 60
"""Words of a query."""
DEEPEST = 20
"""Brackets in brackets."""
SHORTEST_START = 2
"""Letters before a star."""

_HINT = "For example: minutebook search '\"sports pavilion\" AND (grant OR loan*)'"
_TOKEN = re.compile(r'"[^"]*"|[()]|[^\s()"]+|"')
_OPERATORS = ("AND", "OR", "NOT")


@dataclass(frozen=True, slots=True)
class Words:
    """One word, or several that stand one after the other, as stems. `typed` is what the person wrote."""

    stems: tuple[str, ...]
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Start:
    """All words with this beginning; `expand` puts the words of the index in its place."""

    start: str
    typed: str = ""


@dataclass(frozen=True, slots=True)
class All:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """What `found` has and `unwanted` has not."""

    found: Node
    unwanted: Node


@dataclass(frozen=True, slots=True)
class In:
    """`part`, in these columns of the index only."""

    columns: tuple[str, ...]
    part: Node


Node = Words | Start | All | Any | Without | In


def parse(typed: str) -> Node | None:
    """The tree of a query; None where nothing is typed.

    Raises:
        SettingError: what is wrong with it, in a sentence.
    """
    if not typed.strip():
        return None
    # Quotes as word processors make them are meant as quotes.
    text = re.sub("[“”„]", '"', clean(typed))
    tokens = _TOKEN.findall(text)
    if '"' in tokens:
        rest = text[text.rindex('"') + 1 :].strip()
        where = f"before “{rest[:30]}”" if rest else "at the end"
        _refuse(f"The quote that opens {where} is not closed.")
    if len(tokens) > LONGEST:
        _refuse(f"The query has more than {LONGEST} words.")
    tree = _Parser(tokens).parse()
    if tree is None:
        _refuse(f"There is no word in “{typed.strip()[:40]}”.")
    return _without_stop_words(tree)


class _Parser:
    """NOT binds closest, then AND (which may be left out), then OR."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens
        self.place = 0
        self.depth = 0

    def parse(self) -> Node | None:
        tree = self._either()
        if self._next() == ")":
            _refuse("A bracket is closed that was never opened.")
        return tree

    def _next(self) -> str:
        return self.tokens[self.place] if self.place < len(self.tokens) else ""

    def _take(self, token: str) -> bool:
        taken = self._next() == token
        self.place += taken
        return taken

    def _either(self) -> Node | None:
        parts = [self._every()]
        while self._take("OR"):
            self._expect("OR", parts[-1])
            parts.append(self._every(after="OR"))
        found = tuple(part for part in parts if part is not None)
        return Any(found) if len(found) > 1 else found[0] if found else None

    def _every(self, after: str = "") -> Node | None:
        parts: list[Node] = []
        while (token := self._next()) not in ("", ")", "OR"):
            if token in ("AND", "NOT"):
                self._operator(token, parts, after)
                continue
            if (part := self._one()) is not None:
                parts.append(part)
        if after and not parts:
            _refuse(f"Nothing stands after {after}.")
        return _all(parts)

    def _operator(self, token: str, parts: list[Node], after: str) -> None:
        self.place += 1
        if token == "AND":
            self._expect("AND", _all(parts))
            if self._next() in ("", ")", "AND", "OR"):
                _refuse("Nothing stands after AND.")
            return
        if not parts:
            _refuse(f"Nothing stands before NOT{f', after {after}' if after else ''}: say what to find without it.")
        if self._next() in ("", ")", *_OPERATORS):
            _refuse("Nothing stands after NOT.")
        if (unwanted := self._one()) is not None:
            # What is typed behind it still narrows what is found: a NOT b c is (a c) NOT b.
            parts[:] = [Without(_all(parts) or unwanted, unwanted)]

    def _expect(self, operator: str, before: Node | None) -> None:
        if before is None:
            _refuse(f"Nothing stands before {operator}.")

    def _one(self) -> Node | None:
        token = self._next()
        self.place += 1
        if token == "(":
            self.depth += 1
            if self.depth > DEEPEST:
                _refuse(f"More than {DEEPEST} brackets stand in each other.")
            inner = self._either()
            if not self._take(")"):
                _refuse("A bracket is opened and not closed.")
            self.depth -= 1
            if inner is None:
                _refuse("Nothing stands between the brackets.")
            return inner
        return _phrase(token)


def _all(parts: list[Node]) -> Node | None:
    return All(tuple(parts)) if len(parts) > 1 else parts[0] if parts else None


def _phrase(token: str) -> Node | None:
    """A word, words in quotes, or one with a star: 3.1 and e-mail are phrases too."""
    body = token.strip('"')
    starred = body.rstrip(".,;:!?").endswith("*")
    if "*" in body.rstrip(".,;:!?*"):
        _refuse(f"The star in “{body}” stands before letters: it can only end a word, as in pavil*.")
    found = words_of(body)
    if starred and not found:
        _refuse("A star stands alone: it ends a word, as in pavil*.")
    if not found:
        return None
    if starred:
        if len(found) > 1:
            _refuse(f"The star in “{body}” ends more than one word: it works for single words, as in pavil*.")
        start = plain(found[0])
        if len(start) < SHORTEST_START:
            _refuse(f"“{body}” would find too much: at least {SHORTEST_START} letters stand before a star.")
        return Start(start, body)
    return Words(tuple(stem(word) for word in found), body)


def _without_stop_words(node: Node) -> Node:
    """The tree without words that nearly every entry has, where others are left."""
    if isinstance(node, All):
        kept = tuple(part for part in node.parts if not _is_stop(part)) or node.parts[:1]
        inner = tuple(_without_stop_words(part) for part in kept)
        return All(inner) if len(inner) > 1 else inner[0]
    if isinstance(node, Any):
        return Any(tuple(_without_stop_words(part) for part in node.parts))
    if isinstance(node, Without):
        return Without(_without_stop_words(node.found), node.unwanted)
    return node


def _is_stop(node: Node) -> bool:
    return isinstance(node, Words) and len(node.stems) == 1 and plain(node.typed) in STOP


def _refuse(sentence: str) -> NoReturn:
    raise SettingError(sentence, hint=_HINT)


# What is done with a tree


def expand(node: Node, stems_from: Callable[[str], list[str]]) -> Node:
    """The tree with the index's words in place of each beginning.

    Args:
        stems_from: beginning of a word -> stems of the words that begin so.
    """
    if isinstance(node, Start):
        stems = stems_from(node.start)
        return Any(tuple(Words((one,), node.typed) for one in stems)) if stems else Words((node.start,), node.typed)
    if isinstance(node, All):
        return All(tuple(expand(part, stems_from) for part in node.parts))
    if isinstance(node, Any):
        return Any(tuple(expand(part, stems_from) for part in node.parts))
    if isinstance(node, Without):
        return Without(expand(node.found, stems_from), expand(node.unwanted, stems_from))
    if isinstance(node, In):
        return In(node.columns, expand(node.part, stems_from))
    return node


def wanted(node: Node) -> Iterator[Words | Start]:
    """The words that a result is found by: not what it must be without."""
    if isinstance(node, Words | Start):
        yield node
    elif isinstance(node, All | Any):
        for part in node.parts:
            yield from wanted(part)
    else:
        yield from wanted(node.found if isinstance(node, Without) else node.part)


def to_fts5(node: Node) -> str:
    """The tree as an FTS5 MATCH expression over stems."""
    if isinstance(node, Words):
        return f'"{" ".join(node.stems)}"'
    if isinstance(node, Start):
        raise ValueError(node.start)
    if isinstance(node, In):
        return f"{{{' '.join(node.columns)}}} : ({to_fts5(node.part)})"
    if isinstance(node, Without):
        return f"({to_fts5(node.found)} NOT {to_fts5(node.unwanted)})"
    return f"({(' AND ' if isinstance(node, All) else ' OR ').join(map(to_fts5, node.parts))})"
