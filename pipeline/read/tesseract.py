"""Whether the OCR program is there, and which; apart from ocr.py, which loads the picture library."""

from __future__ import annotations

import shutil
import subprocess

PROGRAM = "tesseract"


def installed() -> bool:
    """Whether OCR can be tried."""
    return shutil.which(PROGRAM) is not None


def engine() -> str:
    """The OCR program and its version, "tesseract 5.3.0"; "" where there is none that runs."""
    path = shutil.which(PROGRAM)
    if path is None:
        return ""
    try:
        done = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=20, check=True)
    except (OSError, subprocess.SubprocessError):
        return ""
    return next(iter((done.stdout or done.stderr).splitlines()), PROGRAM).strip()
