"""Which record files have changed since they were indexed, by their times: no file is opened, hardly a folder listed.

Program and people put files in place by renaming, which changes a folder's time. So each known folder is asked for its
time and listed only where that is new; each known file is asked too, since a file can be rewritten where it lies.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.workspace import UNDATED

_YOUNG = 2 * 10**9
"""Nanoseconds in which a file may change again without getting another time, on the coarsest of file systems."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Folders (from output/) -> their times, record ids -> their files' stamps; "" for one that can't be trusted."""

    folders: Mapping[str, int] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)


def look(output: Path, before: Seen) -> Seen:
    """What is in output/ now, spared what needs no look by what was seen before."""
    now = time.time_ns()
    inside: dict[str, list[str]] = {}
    for folder in before.folders:
        if folder:
            inside.setdefault(_parent(folder), []).append(folder)
    within: dict[str, list[str]] = {}
    for record in before.files:
        within.setdefault(_parent(record), []).append(record)
    folders: dict[str, int] = {}
    files: dict[str, str] = {}
    root = str(output)
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        try:
            changed = os.stat(f"{root}/{folder}").st_mtime_ns  # noqa: PTH116 - half the cost of Path.stat
            if before.folders.get(folder) == changed:
                here, records = inside.get(folder, []), within.get(folder, [])
            else:
                here, records = _listed(root, folder)
        except (FileNotFoundError, NotADirectoryError):
            continue
        folders[folder] = changed if changed < now - _YOUNG else -1
        waiting += here
        for record in records:
            try:
                state = os.stat(f"{root}/{record}.yaml")  # noqa: PTH116
            except FileNotFoundError:
                continue
            old = state.st_mtime_ns < now - _YOUNG
            files[record] = f"{state.st_mtime_ns}:{state.st_size}:{state.st_ino}" if old else ""
    return Seen(folders, files)


def _parent(path: str) -> str:
    return path.rpartition("/")[0]


def _listed(root: str, folder: str) -> tuple[list[str], list[str]]:
    """Folders and records (ids) in a folder, as `Workspace.record_ids` takes them."""
    parts = folder.split("/") if folder else []
    prefix = f"{folder}/" if folder else ""
    with os.scandir(f"{root}/{folder}") as entries:
        names = sorted((entry.name, entry.is_dir()) for entry in entries if not entry.name.startswith("."))
    deeper = len(parts) < 2 or (len(parts) == 2 and parts[1] == UNDATED)
    folders = [prefix + name for name, is_folder in names if is_folder and deeper]
    records = [prefix + name[:-5] for name, is_folder in names if not is_folder and name.endswith(".yaml")]
    return folders, records if len(parts) >= 2 else []


def changes(before: Seen, now: Seen) -> tuple[list[str], list[str]]:
    """Ids to be read (new, changed, or too young to tell) and ids that are gone, both sorted."""
    return sorted(_due(before, now)), sorted(set(before.files) - set(now.files))


def _due(before: Seen, now: Seen) -> Iterator[str]:
    for record, stamp in now.files.items():
        if not stamp or before.files.get(record) != stamp:
            yield record
