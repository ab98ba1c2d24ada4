"""Older office files (.doc, .rtf, WordPerfect) -> Source: LibreOffice makes Word files of them, docx.py reads those."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from pipeline.paper import Source
from pipeline.problem import UnreadableError
from pipeline.read.docx import read_docx

TIMEOUT = 120.0  # seconds; LibreOffice takes 2 to 10 for real papers
_PROGRAMS = ("soffice", "libreoffice")


def read_office(path: Path, *, name: str, sha256: str, media_type: str) -> Source:
    """A file that LibreOffice Writer can open, read as the Word document that it makes of it.

    Raises:
        UnreadableError: LibreOffice is not installed (unsupported), takes too long, or makes nothing of the file.
    """
    with tempfile.TemporaryDirectory(prefix="minutebook-") as folder:
        converted = as_word(path, Path(folder), name=name, media_type=media_type)
        return read_docx(converted, name=name, sha256=sha256, media_type=media_type, reader="office")


def as_word(path: Path, folder: Path, *, name: str, media_type: str) -> Path:
    """The Word file that LibreOffice makes, in `folder`. It gets a profile of its own, so many may run at once.

    Raises:
        UnreadableError: as `read_office`.
    """
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise UnreadableError(
            f"{name}: LibreOffice, which reads this kind of file, is not installed.",
            reason="unsupported",
            hint="Install LibreOffice Writer (apt-get install libreoffice-writer), or save the file as .docx or PDF.",
        )
    endings = {"application/rtf": ".rtf", "application/msword": ".doc", "application/vnd.wordperfect": ".wpd"}
    # A copy under a plain name: LibreOffice looks at suffixes, and a name may start with "-" or hold odd characters.
    copy = folder / f"paper{endings.get(media_type, '.xml')}"
    shutil.copyfile(path, copy)
    command = [
        program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", "--nolockcheck",
        "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(copy),
    ]  # fmt: skip
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        process.wait(TIMEOUT)
    except subprocess.TimeoutExpired as error:
        raise UnreadableError(
            f"{name}: LibreOffice did not finish with it in {TIMEOUT:.0f} seconds.",
            reason="timeout",
            hint="Open it in a word processor, save it as .docx or PDF and ingest that.",
        ) from error
    finally:
        # soffice is a script that starts others: the whole group goes, also when this process is told to stop.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    made = folder / "out" / "paper.docx"
    if not made.is_file():
        raise UnreadableError(
            f"{name}: LibreOffice can make nothing of this file; it is damaged or locked.",
            reason="truncated",
            hint="Fetch it again from where it came, or save it as .docx or PDF.",
        )
    return made
