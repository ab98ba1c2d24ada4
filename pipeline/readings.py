"""What files were read as, kept: where only the rules have changed since, no file is read, no scan looked at again.

One small file a paper in output/.readings, named by the sha256 of the paper's bytes. It is a cache, made of plain JSON,
and may be thrown away at any time. A reading that another version of the program made, or that does not hold what
its first line says, counts as missing.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import zlib
from collections.abc import Collection
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pydantic import TypeAdapter

from pipeline.paper import Evidence, Source
from pipeline.read import read
from pipeline.read.tesseract import engine

MOST = 2 * 2**30
"""Bytes of all readings of a workspace; a page takes some 2,000, so this is a million pages."""
CODE = ("heads.py", "paper.py", "patience.py", "problem.py", "readings.py")
"""What a reading hangs on beside the files of read/: all that these import."""
LIBRARIES = (
    *("docutils", "lxml", "markdown-it-py", "olefile", "pdfplumber", "pikepdf", "pillow", "pypdfium2", "pytesseract"),
    "PyYAML",
)


@dataclass(frozen=True, slots=True)
class Readings:
    """Where readings are kept.

    Attributes:
        folder: of this workspace's readings.
        anew: read every file, and keep it in place of what was kept.
    """

    folder: Path
    anew: bool = False


@dataclass(frozen=True, slots=True)
class _Head:
    """What a reading hangs on: the file's name stands in its messages, `by` is the program beside the libraries."""

    version: str
    name: str
    reader: str
    by: str
    sha256: str  # of what follows


def read_once(path: Path, *, name: str, ocr: bool, readings: Readings) -> Source:
    """What a file says, as `read` does, from its reading where there is one. Raises as `read` does."""
    if readings.anew or (source := _kept(path, name, ocr=ocr, folder=readings.folder)) is None:
        source = read(path, name=name, ocr=ocr)
        _keep(source, readings.folder)
    return source


def sweep(folder: Path, wanted: Collection[str]) -> None:
    """Delete the readings of all papers but these (sha256), and the oldest where all take more than `MOST` bytes."""
    found = []
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name in wanted:
                facts = entry.stat()
                found.append((facts.st_mtime, facts.st_size, entry.path))
            elif entry.name != ".gitignore" and entry.is_file():
                _delete(Path(entry.path))
    room = MOST
    for _, size, path in sorted(found, reverse=True):
        room -= size
        if room < 0:
            _delete(Path(path))


def _kept(path: Path, name: str, *, ocr: bool, folder: Path) -> Source | None:
    try:
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        first, _, packed = (folder / sha256).read_bytes().partition(b"\n")
        head = _Head(**json.loads(first))
        by = _program(head.reader)
        now = (_version(), name, by, hashlib.sha256(packed).hexdigest())
        if (head.version, head.name, head.by, head.sha256) != now or (not ocr and head.reader.endswith("+ocr")):
            return None
        source = _adapter().validate_json(zlib.decompress(packed))
    except (OSError, ValueError, TypeError, zlib.error):  # not there, or of no use
        return None
    return source if (source.sha256, source.reader) == (sha256, head.reader) else None


def _keep(source: Source, folder: Path) -> None:
    # Pages that were left unread for want of OCR, or of its time, are tried again.
    if any(problem.code == "scanned-page" for problem in source.problems):
        return
    with suppress(OSError, ValueError):  # no room, or letters that no JSON holds: it is read again
        packed = zlib.compress(_adapter().dump_json(source, exclude_defaults=True), 1)
        sha256 = hashlib.sha256(packed).hexdigest()
        head = _Head(_version(), source.path, source.reader, _program(source.reader), sha256)
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / ".gitignore").exists():
            (folder / ".gitignore").write_text("*\n", "utf-8")
        # Not made safe on disc (fsync) as records are: a torn one is known by its hash.
        handle, part = tempfile.mkstemp(dir=folder, prefix=".")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(json.dumps(asdict(head)).encode("ascii") + b"\n" + packed)
            Path(part).replace(folder / source.sha256)
        except BaseException:
            _delete(Path(part))
            raise


def _delete(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[Source]:
    adapter = TypeAdapter(Source)
    adapter.rebuild(_types_namespace={"Evidence": Evidence})  # which problem.py names for type checkers only
    return adapter


@lru_cache(maxsize=1)
def _version() -> str:
    """A short hash of the code that reads files, and of the versions of its libraries."""
    package = Path(__file__).resolve().parent
    digest = hashlib.sha256()
    for path in sorted([*(package / "read").rglob("*.py"), *(package / name for name in CODE)]):
        digest.update(f"{path.relative_to(package)}\0".encode() + path.read_bytes() + b"\0")
    for library in LIBRARIES:
        with suppress(PackageNotFoundError):
            digest.update(f"{library} {version(library)}\0".encode())
    return digest.hexdigest()[:16]


@lru_cache(maxsize=8)
def _program(reader: str) -> str:
    """The program that a reader leaves the work to, so that another version of it reads anew; "" for none."""
    if reader.endswith("+ocr"):
        return engine()
    if reader == "office" and (place := shutil.which("soffice") or shutil.which("libreoffice")):
        facts = Path(place).resolve().stat()  # asking it for its version takes as long as a paper
        return f"{facts.st_mtime_ns} {facts.st_size}"
    return ""
