"""Which files of a folder are papers."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from pipeline.address import TYPED
from pipeline.problem import SettingError
from pipeline.workspace import Workspace


def find_papers(paths: Iterable[Path], workspace: Workspace) -> list[Path]:
    """The files to read, sorted, each once: what is given, and all files in the folders that are given.

    Left out: hidden files, what the program made or rules by (output/, rules/, templates/), what people type, and the
    README of corpus/ and of the workspace.

    Raises:
        SettingError: a path that is not there.
    """
    found: dict[str, Path] = {}
    for path in paths:
        if path.is_dir():
            for file in _files_in(path, workspace):
                found.setdefault(os.path.realpath(file), file)
        elif path.is_file():
            found.setdefault(os.path.realpath(path), path)
        else:
            raise SettingError(f"{path}: there is no such file or folder.", hint="Check its name.")
    return sorted(found.values())


def _files_in(folder: Path, workspace: Workspace) -> Iterator[Path]:
    root = workspace.root.resolve()
    no_papers = {root / name for name in ("output", "rules", "templates")}
    for place, folders, names in os.walk(folder):
        here = Path(place).resolve()
        folders[:] = sorted(name for name in folders if not name.startswith(".") and here / name not in no_papers)
        for name in sorted(names):
            path = Path(place, name)
            hidden = name.startswith((".", "~$"))  # ~$: the lock file that Word leaves beside an open document
            readme = name == "README.md" and (here.name == "corpus" or here == root)
            if not hidden and not readme and name not in TYPED and path.is_file():
                yield path
