"""Which rules hold in a workspace, for commands that read no paper too: the shipped ones, its own before them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from pipeline import rules
from pipeline.rules.match import Matcher
from pipeline.shipped import rules_folder


def matcher_of(workspace: Path | None, *, bodies: bool = True, kept: Path | None = None) -> Matcher:
    """The rules that hold in a workspace, compiled once a process; `kept` as in rules.load."""
    folders = tuple(_folders(workspace))
    return _matcher(folders, tuple(folder.resolve() for folder in folders), bodies, kept)


def body_rules(workspace: Path | None) -> list[Path]:
    """The rule files of single bodies that hold in a workspace."""
    return [path for folder in _folders(workspace) for path in sorted(folder.glob("bodies/*.yaml"))]


def _folders(workspace: Path | None) -> list[Path]:
    folders = [rules_folder()]
    if workspace is not None and (workspace / "rules").is_dir() and (workspace / "rules").resolve() != folders[0]:
        folders.insert(0, workspace / "rules")
    return folders


@lru_cache(maxsize=4)
def _matcher(folders: Sequence[Path], _places: Sequence[Path], bodies: bool, kept: Path | None) -> Matcher:
    """Kept by `_places`: "rules" is another folder in another current folder."""
    return Matcher(rules.load(folders, bodies=bodies, kept=kept))
