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
from pipeline.problem import SettingError, UnreadableError
from pipeline.read.docx import read_docx

TIMEOUT = 120.0  # seconds; LibreOffice takes 2 to 10 for real papers
WEB_PAGE = "--infilter=HTML (StarWriter)"
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
    """The Word file that LibreOffice makes, in `folder`.

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
    made = folder / "out" / "paper.docx"
    _convert(program, copy, folder, "docx:MS Word 2007 XML", name)
    if not made.is_file():
        raise UnreadableError(
            f"{name}: LibreOffice can make nothing of this file; it is damaged or locked.",
            reason="truncated",
            hint="Fetch it again from where it came, or save it as .docx or PDF.",
        )
    return made


def as_pdf(page: bytes) -> bytes:
    """A web page that needs nothing beside it, as LibreOffice prints it.

    Raises:
        SettingError: LibreOffice is not installed, or makes nothing of it.
    """
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    hint = "Write an .html file, open it in a browser and print it from there."
    if program is None:
        raise SettingError("LibreOffice, which makes PDF files, is not installed.", hint=hint)
    with tempfile.TemporaryDirectory(prefix="minutebook-") as name:
        folder = Path(name)
        (folder / "page.html").write_bytes(page)
        with suppress(UnreadableError):
            # As a text, not as a web page: those have a blank first page and no margins.
            _convert(program, folder / "page.html", folder, "pdf:writer_pdf_Export", "the page", WEB_PAGE)
        made = folder / "out" / "page.pdf"
        if not made.is_file():
            raise SettingError("LibreOffice can make no PDF of it.", hint=hint)
        return made.read_bytes()


def _convert(program: str, copy: Path, folder: Path, to: str, name: str, *options: str) -> None:
    """Let LibreOffice make another file of `copy` in folder/out. It has a profile of its own."""
    command = [
        program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", "--nolockcheck",
        *options, "--convert-to", to, "--outdir", str(folder / "out"), str(copy),
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
