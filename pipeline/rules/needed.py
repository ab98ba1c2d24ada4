"""What patterns need of a text, kept from one process to the next: to find it out for all takes longer than a page."""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from pipeline.kept import NEEDS, PACKAGE, load, store, version_of_code
from pipeline.rules.pattern import Need

Needed = tuple[tuple[Need, ...], int]
"""What a pattern needs of a text, and with what a match can begin (see pattern.needs, opening.opening)."""

_CODE = ("rules/needed.py", "rules/opening.py", "rules/pattern.py")
_adapter = TypeAdapter(dict[str, Needed])


@dataclass(slots=True)
class Needs:
    """What is known of patterns.

    Attributes:
        folder: where it is kept; None for nowhere.
        known: key of a pattern -> what it needs.
        asked: keys of those that this process has asked for.
    """

    folder: Path | None = None
    known: dict[str, Needed] = field(default_factory=dict)
    asked: dict[str, Needed] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path | None) -> Needs:
        """What an earlier process of this program and this Python has kept there."""
        kept = load(_place(folder)) if folder else None
        try:
            return cls(folder, _adapter.validate_json(kept[1]) if kept else {})
        except ValidationError:
            return cls(folder)

    def get(self, key: str) -> Needed | None:
        """What a pattern needs, None where it is not known."""
        needed = self.known.get(key)
        if needed is not None:
            self.asked[key] = needed
        return needed

    def put(self, key: str, needed: Needed) -> None:
        """Take in what was found out of a pattern."""
        self.asked[key] = needed

    def keep(self) -> None:
        """Keep what was asked for, where it is not what is kept already; nothing where there is no output/ yet."""
        if self.folder and self.folder.parent.is_dir() and self.asked.keys() != self.known.keys():
            store(_place(self.folder), {}, _adapter.dump_json(self.asked))


def key_of(line: str, expanded: str, flags: int) -> str:
    """A pattern's key: of it as typed, with its terms put in too, for those may have changed."""
    return hashlib.sha256(f"{flags}\0{line}\0{expanded}".encode()).hexdigest()[:24]


def _place(folder: Path) -> Path:
    return folder / f"{version()}{NEEDS}"


@lru_cache(maxsize=1)
def version() -> str:
    """A short hash of what works this out, and the version of Python."""
    code = version_of_code((PACKAGE / name for name in _CODE), ())
    return f"{code}-{sys.implementation.cache_tag}-{sys.version_info.micro}"
