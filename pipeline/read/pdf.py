"""PDF -> Source: opens the file (mending a damaged one), reads each page, puts lines and tables in reading order."""

from __future__ import annotations

import ctypes
import io
import logging
import sys
from io import BufferedReader
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.paper import Source
from pipeline.problem import Problem, UnreadableError
from pipeline.read.lists import with_bullets, with_depths
from pipeline.read.pdf_flow import assemble
from pipeline.read.pdf_words import read_page
from pipeline.read.raw import RawPage
from pipeline.read.scans import read_scans
from pipeline.read.sized import with_levels

MEDIA_TYPE = "application/pdf"
MOST_PAGES = 5000  # the longest real pack has a fifth of this
_MANY_PAGES = 100  # what fewer leave behind is not worth asking for
LOCKED = -2  # a count of pages that needs a password


def read_pdf(path: Path, *, name: str, sha256: str, ocr: bool = True) -> Source:
    """A PDF's lines and tables in reading order, with boxes in points from each page's top left.

    Args:
        path: the file.
        name: the path as the user knows it: `Source.path`, and how messages name the file.
        sha256: of the file's bytes, hex.
        ocr: read scanned pages by OCR where it is installed.

    Raises:
        UnreadableError: encrypted, no PDF, empty, longer than MOST_PAGES, or damaged so that pages are lost.
    """
    document, cut_short = _open(path, name)
    try:
        raw, problems = _pages(document, name)
    finally:
        document.close()
    if len(raw) >= _MANY_PAGES:
        _give_back()
    scans = read_scans(lambda: _open(path, name)[0], raw, ocr=ocr)
    if scans.read:
        _give_back()
    flow, pages = assemble(scans.pages)
    return Source(
        path=name,
        sha256=sha256,
        media_type=MEDIA_TYPE,
        reader="pdf+ocr" if scans.read else "pdf",
        flow=with_depths(with_levels(with_bullets(flow))),
        pages=pages,
        problems=(*([_cut_short(name)] if cut_short else []), *problems, *scans.problems),
    )


def _give_back() -> None:
    """What pdfium has freed goes back to the system (70 MB of 500 pages), which the C library would keep."""
    trim = sys.platform == "linux" and getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc has it
    if trim:
        trim(0)


def _open(path: Path, name: str) -> tuple[pdfium.PdfDocument, bool]:
    """The document, and whether its file is cut short."""
    if path.stat().st_size == 0:
        raise UnreadableError(f"{name}: the file is empty.", reason="empty", hint="Fetch it again from where it came.")
    cut_short = _is_cut_short(path)
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        if _needs_password(error):
            raise _locked(name) from error
        return _mended(path, name), cut_short
    if len(document) == 0 or cut_short or not _is_agreed(len(document), path):
        document.close()
        return _mended(path, name), cut_short
    if len(document) > MOST_PAGES:
        document.close()
        raise _too_long(name)
    return document, cut_short


def _is_cut_short(path: Path) -> bool:
    """The file's end is missing: pdfium then guesses at its pages and may lose some without a word."""
    with path.open("rb") as file:
        file.seek(max(path.stat().st_size - 2048, 0))
        return b"startxref" not in file.read()


def _needs_password(error: pdfium.PdfiumError) -> bool:
    codes = (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY)
    return getattr(error, "err_code", None) in codes or "password" in str(error).lower()


def _locked(name: str) -> UnreadableError:
    return UnreadableError(
        f"{name}: the PDF is locked with a password.",
        reason="encrypted",
        hint="Save a copy without the password and ingest that.",
    )


def _mended(path: Path, name: str) -> pdfium.PdfDocument:
    """A damaged file saved anew in memory by qpdf; both libraries must then count the same pages."""
    import pikepdf

    try:
        # qpdf drops an object that ends where the file ends, hence the closing line
        with pikepdf.open(io.BytesIO(path.read_bytes() + b"\n%%EOF\n"), suppress_warnings=True) as damaged:
            expected = len(damaged.pages)
            saved = io.BytesIO()
            if expected > MOST_PAGES:
                raise _too_long(name)
            damaged.save(saved)
        document = pdfium.PdfDocument(saved.getvalue())
        counted = {expected, len(document), _pages_by_plumber(saved)}
    except pikepdf.PasswordError as error:
        raise _locked(name) from error
    except (pikepdf.PdfError, pdfium.PdfiumError, ValueError, RuntimeError, KeyError, TypeError) as error:
        raise UnreadableError(
            f"{name}: this is not a PDF that can be read, and mending it failed.",
            reason="not-a-document",
            hint="Open it in a viewer and print it to a new PDF, or fetch it again.",
        ) from error
    if len(counted) > 1:
        document.close()
        raise UnreadableError(
            f"{name}: the PDF is damaged; {min(counted)} of its {max(counted)} pages could be recovered.",
            reason="page-count",
            hint="Fetch it again, so that no page is lost silently.",
        )
    if expected == 0:
        raise UnreadableError(f"{name}: the PDF has no pages.", reason="empty", hint="Fetch it again.")
    return document


def _is_agreed(pages: int, path: Path) -> bool:
    """A second library counts as many pages: one alone may lose some without a word."""
    counted = _pages_by_qpdf(path)
    if counted == LOCKED:
        return True  # pdfium reads its pages without a password; nobody can count them a second time
    if counted < 0:
        with path.open("rb") as file:
            counted = _pages_by_plumber(file)
    return pages == counted


def _pages_by_qpdf(path: Path) -> int:
    """Pages as qpdf counts them; LOCKED where it asks for a password, -1 where it can't open the file."""
    import pikepdf

    logging.getLogger("pikepdf").setLevel(logging.CRITICAL)  # each oddity of a broken file is no news to a clerk
    try:
        with pikepdf.open(path, suppress_warnings=True) as file:
            return len(file.pages)
    except pikepdf.PasswordError:
        return LOCKED
    except (pikepdf.PdfError, ValueError, RuntimeError, KeyError, TypeError):
        return -1


def _pages_by_plumber(file: BufferedReader | io.BytesIO) -> int:
    """Pages as pdfplumber counts them; -1 where it fails. It walks the tree of pages by itself, as the others do."""
    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        file.seek(0)
        with pdfplumber.open(file) as opened:
            return len(opened.pages)
    except Exception:  # noqa: BLE001 - a parser written in Python may fail on broken files in any way
        return -1


def _too_long(name: str) -> UnreadableError:
    return UnreadableError(
        f"{name}: the PDF has more than {MOST_PAGES:,} pages.",
        reason="page-limit",
        hint="Split it, and ingest the parts that are meeting papers.",
    )


def _pages(document: pdfium.PdfDocument, name: str) -> tuple[list[RawPage], list[Problem]]:
    pages: list[RawPage] = []
    problems: list[Problem] = []
    for index in range(len(document)):
        try:
            pages.append(read_page(document, index))
        except pdfium.PdfiumError:
            pages.append(RawPage(index + 1, 0.0, 0.0))
            message = f"{name}: page {index + 1} could not be read; read it from the paper itself."
            problems.append(Problem("page-unread", message, pages=(index + 1,)))
    return pages, problems


def _cut_short(name: str) -> Problem:
    message = f"{name}: the file's end is missing, so its last pages may be lost; compare its pages with the paper's."
    return Problem("file-cut-short", message, severity="error")
