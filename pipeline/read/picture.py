"""Pictures of pages (PNG, JPEG, TIFF with one page or many) -> Source, by OCR. Each is taken for a page's scan."""

from __future__ import annotations

import math
import warnings
from pathlib import Path

from PIL import ExifTags, Image, ImageOps

from pipeline.paper import Source
from pipeline.problem import UnreadableError
from pipeline.read.ocr import scale_for
from pipeline.read.pdf_flow import assemble
from pipeline.read.raw import RawPage
from pipeline.read.scans import MISSING, SWITCHED_OFF, read_pictured
from pipeline.read.tesseract import installed

LEAST_DPI = 100  # a picture that says less speaks of screens: a telephone writes 72 whatever it has seen
A4 = (595.3, 841.9)


def read_picture(path: Path, *, name: str, sha256: str, media_type: str, ocr: bool = True) -> Source:
    """A picture's words as lines and tables, boxes in points from the page's top left.

    A page is as large as the picture's resolution says, else as wide as A4.

    Raises:
        UnreadableError: no OCR (unsupported), too many pixels (pixels), or damaged (truncated).
    """
    if not ocr or not installed():
        raise UnreadableError(
            f"{name}: this is a picture, which only OCR can read;",
            reason="no-ocr",
            hint=f"{MISSING if ocr else SWITCHED_OFF}.",
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path) as file:
                pages = [_page(file, number) for number in range(1, _count(file) + 1)]
                scans = read_pictured(pages, lambda page: _grey(file, page), ocr=ocr)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise UnreadableError(
            f"{name}: a picture of so many pixels is no scan of a paper.",
            reason="pixels",
            hint="Save it smaller (a page at 300 dots an inch) and ingest that.",
        ) from error
    except (OSError, SyntaxError, ValueError) as error:  # what the picture library says of damaged files
        raise UnreadableError(
            f"{name}: the picture is damaged.", reason="truncated", hint="Fetch it again from where it came."
        ) from error
    flow, shown = assemble(scans.pages)
    return Source(
        path=name,
        sha256=sha256,
        media_type=media_type,
        reader="picture+ocr",
        flow=flow,
        pages=shown,
        problems=scans.problems,
    )


def _count(file: Image.Image) -> int:
    """Pages in a file. A telephone's JPEG may hold a second, smaller picture of the same page."""
    return getattr(file, "n_frames", 1) if file.format == "TIFF" else 1


def _page(file: Image.Image, number: int) -> RawPage:
    file.seek(number - 1)
    if file.width * file.height > (Image.MAX_IMAGE_PIXELS or math.inf):  # asked of the first page only
        raise Image.DecompressionBombError
    dpi = min(float(value) for value in file.info.get("dpi", (0.0, 0.0)))
    lies = file.getexif().get(ExifTags.Base.Orientation, 1) > 4
    width, height = (file.height, file.width) if lies else file.size
    points = 72 / dpi if dpi >= LEAST_DPI else A4[width > height] / width
    return RawPage(number, width * points, height * points, scanned=True)


def upright_page(file: Image.Image, number: int) -> tuple[Image.Image, float]:
    """A page of the file as it is read, upright, and its width in points: what boxes on it are measured by."""
    page = _page(file, number)
    return ImageOps.exif_transpose(file), page.width


def _grey(file: Image.Image, page: RawPage) -> Image.Image:
    """A page upright as its camera says, on white, at OCR's resolution."""
    file.seek(page.number - 1)
    image = ImageOps.exif_transpose(file)
    if image.has_transparency_data:
        image = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    grey = image.convert("L")
    scale = scale_for(page.width, page.height)
    if abs(scale * page.width / grey.width - 1) < 0.1:
        return grey
    return grey.resize((max(round(page.width * scale), 1), max(round(page.height * scale), 1)))
