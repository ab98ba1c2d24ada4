"""Compiled patterns of the shipped rules, kept from one process to the next: to compile them takes longer than a paper.

What `re` makes of a pattern is a row of numbers. They hold for one version of Python, which says whether they are sound
when it takes them in.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import hashlib
import json
import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from re import _compiler, _parser  # type: ignore[attr-defined]
from typing import cast

from pydantic import TypeAdapter

from pipeline.kept import PATTERNS, load, store
from pipeline.rules.needed import version

ENOUGH = 20
"""So many patterns must be new for the file to be written again."""

_heads = TypeAdapter(dict[str, tuple[int, int, dict[str, int], int]])
_CODE = "I"  # of `array`: four bytes, as _sre.CODESIZE says


@dataclass(frozen=True, slots=True)
class Form:
    """What `re` makes of a pattern: its flags, how many groups it has, their names, and its code as bytes."""

    flags: int
    groups: int
    names: dict[str, int]
    code: bytes

    @classmethod
    def of(cls, pattern: str, flags: int) -> Form:
        """Raises what `re.compile` does."""
        parsed = _parser.parse(pattern, flags)
        code = array(_CODE, _compiler._code(parsed, flags))
        state = parsed.state
        return cls(flags | state.flags, state.groups - 1, dict(state.groupdict), code.tobytes())

    def pattern(self, text: str) -> re.Pattern[str]:
        """The pattern that it was made of, ready to run. Raises RuntimeError where the code is none."""
        named: list[str | None] = [None] * (self.groups + 1)
        for name, group in self.names.items():
            named[group] = name
        code = array(_CODE, self.code).tolist()
        return cast("re.Pattern[str]", _sre.compile(text, self.flags, code, self.groups, self.names, tuple(named)))


@dataclass(slots=True)
class Compiled:
    """What is known of the patterns of a rulebook, by their keys (see needed.key_of)."""

    known: dict[str, Form] = field(default_factory=dict)
    fresh: int = 0
    place: Path | None = None

    def open(self, folder: Path | None, keys: Iterable[str]) -> None:
        """Take in what an earlier process has kept in a folder for a book with patterns of these keys."""
        if folder is None:
            return
        book = hashlib.sha256(" ".join((version(), *sorted(keys))).encode()).hexdigest()[:16]
        self.place = folder / f"{book}{PATTERNS}"
        kept = load(self.place)
        try:
            self.known = _forms(kept[1]) if kept else {}
        except ValueError:
            self.known = {}

    def pattern(self, key: str, text: str, flags: int) -> re.Pattern[str]:
        """A pattern, compiled; one without a key is never kept. Raises what `re.compile` does."""
        if not key or array(_CODE).itemsize != _sre.CODESIZE:
            return re.compile(text, flags)
        if (form := self.known.get(key)) is not None:
            try:
                return form.pattern(text)
            except (RuntimeError, ValueError, OverflowError, IndexError):
                pass
        self.known[key] = form = Form.of(text, flags)
        self.fresh += 1
        return form.pattern(text)

    def keep(self) -> None:
        """Keep what is known, where enough of it is new; nothing where there is no output/ yet."""
        if self.place and self.fresh >= ENOUGH and self.place.parent.parent.is_dir():
            heads = {key: (form.flags, form.groups, form.names, len(form.code)) for key, form in self.known.items()}
            codes = b"".join(form.code for form in self.known.values())
            store(self.place, {}, json.dumps(heads).encode("ascii") + b"\n" + codes)
            self.fresh = 0


def _forms(content: bytes) -> dict[str, Form]:
    first, _, codes = content.partition(b"\n")
    forms, at = {}, 0
    for key, (flags, groups, names, size) in _heads.validate_json(first).items():
        forms[key] = Form(flags, groups, names, codes[at : at + size])
        at += size
    return forms
