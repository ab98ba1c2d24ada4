"""What files were read as, kept: where only the rules have changed since, no file is read, no scan looked at again.

A reading that another version of the program made, of the readers' libraries, or of OCR, counts as missing.
"""

from __future__ import annotations

import hashlib
import shutil
from functools import lru_cache
from pathlib import Path

from pydantic import TypeAdapter

from pipeline.kept import PACKAGE, Keep, load, store, version_of_code
from pipeline.paper import Evidence, Source
from pipeline.read import read
from pipeline.read.tesseract import engine

CODE = (
    *("initials.py", "kept.py", "paper.py", "patience.py", "problem.py", "readings.py"),
    *("layout/__init__.py", "layout/ahead.py", "layout/boxes.py", "layout/heads.py", "layout/numbers.py"),
    *("layout/says.py", "layout/when.py"),
)
"""What a reading hangs on beside the files of read/: all that these import."""
LIBRARIES = (
    *("docutils", "lxml", "markdown-it-py", "olefile", "pdfplumber", "pikepdf", "pillow", "pypdfium2", "pytesseract"),
    *("nameparser", "PyYAML"),
)


def read_once(path: Path, *, name: str, ocr: bool, keep: Keep) -> Source:
    """What a file says, as `read` does, from its reading where there is one. Raises as `read` does."""
    if keep.anew or (source := _kept(path, name, ocr=ocr, folder=keep.folder)) is None:
        source = read(path, name=name, ocr=ocr)
        _keep(source, keep.folder)
    return source


def _kept(path: Path, name: str, *, ocr: bool, folder: Path) -> Source | None:
    try:
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:  # the reader says so
        return None
    kept = load(folder / sha256)
    if kept is None:
        return None
    about, content = kept
    reader = about.get("reader", "")
    if about != _about(name, reader) or (not ocr and reader.endswith("+ocr")):
        return None
    try:
        source = _adapter().validate_json(content)
    except ValueError:
        return None
    return source if source.sha256 == sha256 else None


def _keep(source: Source, folder: Path) -> None:
    # Pages that were left unread for want of OCR, or of its time, are tried again.
    if any(problem.code == "scanned-page" for problem in source.problems):
        return
    try:
        content = _adapter().dump_json(source, exclude_defaults=True)
    except ValueError:  # letters that no JSON holds
        return
    store(folder / source.sha256, _about(source.path, source.reader), content)


def _about(name: str, reader: str) -> dict[str, str]:
    """What a reading hangs on: the file's name stands in its messages."""
    return {"version": version_of_reading(), "name": name, "reader": reader, "by": _program(reader)}


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[Source]:
    adapter = TypeAdapter(Source)
    adapter.rebuild(_types_namespace={"Evidence": Evidence})  # which problem.py names for type checkers only
    return adapter


@lru_cache(maxsize=1)
def version_of_reading() -> str:
    """A short hash of the code that reads files, and of the versions of its libraries."""
    return version_of_code([*(PACKAGE / "read").rglob("*.py"), *(PACKAGE / name for name in CODE)], LIBRARIES)


@lru_cache(maxsize=8)
def _program(reader: str) -> str:
    """The program that a reader leaves the work to, so that another version of it reads anew; "" for none."""
    if reader.endswith("+ocr"):
        return engine()
    if reader == "office" and (place := shutil.which("soffice") or shutil.which("libreoffice")):
        facts = Path(place).resolve().stat()  # asking it for its version takes as long as a paper
        return f"{facts.st_mtime_ns} {facts.st_size}"
    return ""
