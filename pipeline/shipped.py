"""Where the rules and templates are that come with the program."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from pipeline.problem import SettingError


def rules_folder() -> Path:
    """The folder of the shipped rules: in an installed wheel inside the package, in a checkout the top-level rules/."""
    return _folder("rules")


def templates_folder() -> Path:
    """The folder of the shipped templates, found as `rules_folder` is."""
    return _folder("templates")


def is_shipped(path: Path) -> bool:
    """Did this rule file come with the program?"""
    try:
        return path.resolve().is_relative_to(rules_folder())
    except SettingError:
        return False


@lru_cache(maxsize=4)
def _folder(name: str) -> Path:
    package = Path(__file__).resolve().parent
    for folder in (package / "_shipped" / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise SettingError(
        f"{package / '_shipped' / name}: the {name} that come with the program are missing.",
        hint="Install minutebook again.",
    )
