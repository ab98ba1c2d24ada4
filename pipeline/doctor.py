"""What this machine has: the program, its libraries, the tools that some formats need, a workspace to write in."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from pipeline.problem import MinutebookError
from pipeline.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at.

    Attributes:
        found: its version, or "" where it is missing.
        needed: minutebook does not work without it.
        purpose: what it is for.
        remedy: what to do where it is missing.
    """

    name: str
    found: str
    needed: bool
    purpose: str
    remedy: str


LIBRARIES = {
    "pypdfium2": "text and boxes of PDF files",
    "pdfplumber": "ruled tables in PDF files",
    "pikepdf": "damaged PDF files",
    "pytesseract": "scanned pages, through tesseract",
    "pillow": "pictures of pages",
    "lxml": "Word, OpenDocument and HTML files",
    "markdown-it-py": "Markdown",
    "spacy": "rules about words",
    "rapidfuzz": "names",
    "pydantic": "records",
    "PyYAML": "records and rules",
    "Jinja2": "sheets",
    "docxtpl": "sheets in Word",
}

TOOLS = {
    "soffice": ("--version", "Word 97 and RTF files (doc, rtf)", "apt install libreoffice-writer"),
    "tesseract": ("--version", "scanned pages and pictures of pages (OCR)", "apt install tesseract-ocr"),
    "pdftoppm": ("-v", "pictures of pages (not used yet)", "apt install poppler-utils"),
}


def examine(workspace: Workspace) -> Iterator[Check]:
    """Everything that may matter, the needed things first."""
    yield Check("python", platform.python_version(), True, "everything", "")
    yield Check("minutebook", program_version(), True, "everything", "")
    for name, purpose in LIBRARIES.items():
        yield Check(name, _version(name), True, purpose, f"pip install {name}")
    yield Check("rules", _rules(workspace), True, "reading papers", "minutebook rules test")
    yield Check(
        "workspace", _writable(workspace), True, f"records ({workspace.root})", "choose another with --workspace"
    )
    for name, (option, purpose, remedy) in TOOLS.items():
        yield Check(name, _tool(name, option), False, purpose, remedy)


def program_version() -> str:
    """The installed version; words where it runs from a checkout that was never installed."""
    return _version("minutebook") or "from a checkout"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _tool(name: str, option: str) -> str:
    path = shutil.which(name)
    if not path:
        return ""
    try:
        done = subprocess.run([path, option], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    said = (done.stdout or done.stderr).strip().splitlines()
    return said[0][:60] if said else "found"


def _rules(workspace: Workspace) -> str:
    from pipeline.rules import load
    from pipeline.shipped import rules_folder

    try:
        return f"{len(load((workspace.root / 'rules', rules_folder())).rules)} rules"
    except MinutebookError:
        return ""


def _writable(workspace: Workspace) -> str:
    folder = workspace.output if workspace.output.exists() else workspace.root
    return "can be written" if os.access(folder, os.W_OK) else ""
