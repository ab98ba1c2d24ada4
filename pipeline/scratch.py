"""A folder for what a worker writes on its way, gone with the worker: no part of a paper stays behind on the machine.

It names the machine and the program that made it, so that what a killed program left is known and swept.
"""

from __future__ import annotations

import os
import platform
import shutil
import tempfile
from pathlib import Path

PREFIX = "minutebook-worker-"


def make() -> Path:
    """A new folder that only this user may read; those of programs that have ended are swept."""
    sweep()
    return Path(tempfile.mkdtemp(prefix=f"{_ours()}{os.getpid()}-"))


def remove(folder: Path) -> None:
    """Delete a folder with all that is in it."""
    shutil.rmtree(folder, ignore_errors=True)


def sweep() -> None:
    """Delete the folders of programs of this machine that were killed before they could."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_ours()}*"):
        owner = folder.name.removeprefix(_ours()).partition("-")[0]
        if owner.isdecimal() and not _runs(int(owner)):
            remove(folder)


def _ours() -> str:
    # Machines, and containers, may share a folder for temporary files; a process's number means nothing on another.
    return f"{PREFIX}{platform.node().replace('*', '').replace('[', '')}-"


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True
