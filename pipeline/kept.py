"""Caches of what papers were read as and what the rules were asked about them: output/.readings, safe to throw away.

A file is a line of JSON that says what the rest hangs on, then JSON, packed. It is not made safe on disc (fsync) as
records are: the first line tells a torn one by its hash, and whatever is wrong with a file, it counts as missing.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import zlib
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
MOST = 4 * 2**30
"""Bytes of all these files of a workspace; a page takes some 4,000, so this is a million pages."""
OLD_RULES = 12
"""How many versions of the rules a paper may be behind, of what they need and of them compiled are kept, together."""
RULES = ".rules"
NEEDS = ".needs"
PATTERNS = ".patterns"
_OWN = "sha256"  # of the packed rest


@dataclass(frozen=True, slots=True)
class Keep:
    """What is kept of a paper, and where.

    Attributes:
        folder: of these files of its workspace.
        sha256: of the paper's bytes.
        anew: read it and ask the rules, whatever is kept.
        version: of program and rules, which its records are to be made by.
        since: by which the records were made that it has; "" where they are to be made anew.
    """

    folder: Path
    sha256: str = ""
    anew: bool = False
    version: str = ""
    since: str = ""


@dataclass(frozen=True, slots=True)
class Untouched:
    """The rules that have changed say nothing of a paper, and did not: its records stay as they are."""


def store(path: Path, about: Mapping[str, str], content: bytes) -> None:
    """Keep a file's content, where there is room for it."""
    packed = zlib.compress(content, 1)
    first = json.dumps({**about, _OWN: hashlib.sha256(packed).hexdigest()})
    _put(path, first.encode("ascii") + b"\n" + packed)


def load(path: Path) -> tuple[dict[str, str], bytes] | None:
    """What the content hangs on, and the content; None where it is not there or of no use."""
    try:
        first, _, packed = path.read_bytes().partition(b"\n")
        about = {str(key): str(value) for key, value in json.loads(first).items()}
        if about.pop(_OWN) != hashlib.sha256(packed).hexdigest():
            return None
        return about, zlib.decompress(packed)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, zlib.error):
        return None


def relabel(path: Path, about: Mapping[str, str]) -> None:
    """Say anew what a kept content hangs on."""
    with suppress(OSError, ValueError):
        first, _, packed = path.read_bytes().partition(b"\n")
        _put(path, json.dumps({**about, _OWN: json.loads(first)[_OWN]}).encode("ascii") + b"\n" + packed)


def _put(path: Path, content: bytes) -> None:
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        if not (path.parent / ".gitignore").exists():
            (path.parent / ".gitignore").write_text("*\n", "utf-8")
        handle, part = tempfile.mkstemp(dir=path.parent, prefix=".")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            Path(part).replace(path)
        except BaseException:
            _delete(part)
            raise


def sweep(folder: Path, wanted: Collection[str]) -> None:
    """Delete what is kept of all papers but these (sha256), and the oldest where all takes more than `MOST` bytes."""
    found, rules = [], []
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            stem, _, ending = entry.name.partition(".")
            if f".{ending}" in (RULES, NEEDS, PATTERNS):
                rules.append((entry.stat().st_mtime, entry.path))
            elif stem in wanted:
                facts = entry.stat()
                found.append((facts.st_mtime, facts.st_size, entry.path))
            elif entry.name != ".gitignore" and entry.is_file():
                _delete(entry.path)
    for _, path in sorted(rules, reverse=True)[OLD_RULES:]:
        _delete(path)
    room = MOST
    for _, size, path in sorted(found, reverse=True):
        room -= size
        if room < 0:
            _delete(path)


def _delete(path: str) -> None:
    with suppress(OSError):
        Path(path).unlink()


def version_of_code(files: Iterable[Path], libraries: Iterable[str]) -> str:
    """A short hash of files of the program and of the versions of libraries."""
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(f"{path.relative_to(PACKAGE)}\0".encode() + path.read_bytes() + b"\0")
    for library in libraries:
        digest.update(f"{library} {version_of_library(library)}\0".encode())
    return digest.hexdigest()[:16]


@lru_cache(maxsize=64)
def version_of_library(name: str) -> str:
    """A library's version, "missing" where it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"
