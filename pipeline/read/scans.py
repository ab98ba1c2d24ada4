"""The scanned pages of a file: each pictured and read by OCR, or named with what to do where that can't be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2 as pdfium

from pipeline.problem import Problem
from pipeline.read.raw import RawPage
from pipeline.read.tesseract import installed

if TYPE_CHECKING:
    from PIL import Image

MISSING = "install tesseract (apt install tesseract-ocr) and ingest it again"
SWITCHED_OFF = "ingest it again without --no-ocr"
FAILED = "read them from the paper itself"


@dataclass(frozen=True, slots=True)
class Scans:
    """All pages of a file, those that OCR read with their words; which these are; what could not be read."""

    pages: tuple[RawPage, ...]
    read: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_scans(reopen: Callable[[], pdfium.PdfDocument], pages: Sequence[RawPage], *, ocr: bool) -> Scans:
    """The pages of a PDF, scanned ones read by OCR where it is wanted and installed.

    Args:
        reopen: opens the file again. pdfium keeps what it has taken apart until it closes a file: a page's pictures are
            some 80 MB, and the text of 500 pages is 70 MB more, so both are not kept at once.
    """
    if not any(page.scanned for page in pages):
        return Scans(tuple(pages))
    with closing(reopen()) as document:

        def picture(page: RawPage) -> Image.Image:
            from pipeline.read.ocr import scale_for

            shown = document[page.number - 1]
            try:
                bitmap = shown.render(scale=scale_for(page.width, page.height), grayscale=True)
                image: Image.Image = bitmap.to_pil().copy()
                bitmap.close()
                return image
            finally:
                shown.close()

        return read_pictured(pages, picture, ocr=ocr)


def read_pictured(pages: Sequence[RawPage], picture: Callable[[RawPage], Image.Image], *, ocr: bool) -> Scans:
    """Pages of which `picture` makes a grey picture, the scanned ones read by OCR."""
    scanned = [page.number for page in pages if page.scanned]
    if not ocr or not installed():
        return Scans(tuple(pages), problems=_unread(scanned, MISSING if ocr else SWITCHED_OFF))
    from pipeline.read.ocr import MOST_PAGES, read_scan  # loads the picture library, which few papers need

    done: list[RawPage] = []
    read: list[int] = []
    for page in pages:
        seen = read_scan(picture(page), page) if page.number in scanned[:MOST_PAGES] else None
        done.append(seen or page)
        if seen:
            read.append(page.number)
    failed = [number for number in scanned if number not in read]
    return Scans(tuple(done), tuple(read), (*_blank(done, read), *_unread(failed, FAILED)))


def _unread(numbers: Sequence[int], remedy: str) -> tuple[Problem, ...]:
    if not numbers:
        return ()
    are = "is a picture" if len(numbers) == 1 else "are pictures"
    message = f"{_named(numbers)} {are} without text; nothing there was read: {remedy}."
    return (Problem("scanned-page", message, pages=tuple(numbers)),)


def _blank(pages: Sequence[RawPage], read: Sequence[int]) -> tuple[Problem, ...]:
    """Pictures in which OCR sees no word: photographs, plans, handwriting."""
    numbers = [page.number for page in pages if page.number in read and not page.words]
    if not numbers:
        return ()
    are = "is a picture" if len(numbers) == 1 else "are pictures"
    return (Problem("picture-page", f"{_named(numbers)} {are} in which no text was made out.", "info"),)


def _named(numbers: Sequence[int]) -> str:
    return f"Page {numbers[0]}" if len(numbers) == 1 else f"Pages {', '.join(map(str, numbers))}"
