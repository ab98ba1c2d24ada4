"""Pictures of pages -> words, by tesseract. Sideways and upside-down pages are turned, slanting ones made level.

The words come out as those of a text layer do, so columns, margins and tables are found by the same code; `turned`
takes them back to where they stand on the page as shown. tesseract runs in its caller's process group: whoever ends a
worker ends it too.
"""

from __future__ import annotations

import math
from dataclasses import replace

import pytesseract
from PIL import Image

from pipeline.patience import more_time
from pipeline.read import hocr
from pipeline.read.raw import SAME, Matrix, RawPage, Word, times

DPI = 300
MOST_PIXELS = 40_000_000  # a page of A2 at 300 dpi; larger ones are looked at less closely
MOST_PAGES = 500  # a file: half an hour of one core
PAGE_TIME = 60.0  # seconds for one page; real ones take 2 to 5
_BACK = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}
_SETTINGS = f"--psm 1 --dpi {DPI} -c thresholding_method=2"
"""1: layout and orientation are looked for. 2: dark is told from light spot by spot, so shaded cells are read too."""


def scale_for(width: float, height: float) -> float:
    """Pixels in a point at which a page of this size, in points, is looked at."""
    return min(DPI / 72, math.sqrt(MOST_PIXELS / max(width * height, 1.0)))


def read_scan(image: Image.Image, page: RawPage) -> RawPage | None:
    """The page with the words of its picture, and those of its text layer, which are certain, in their places.

    Args:
        image: the whole page as shown, grey.

    Returns:
        None where tesseract makes nothing of it, or takes too long.
    """
    scale = image.width / page.width
    lines = _looked_at(image)
    angle = hocr.angle_of(lines or ())
    if lines is None or not angle:
        return None if lines is None else _levelled(lines, page, scale)
    lines = _looked_at(image.transpose(_BACK[angle]))
    if lines is None:
        return None
    size = (page.width, page.height) if angle == 180 else (page.height, page.width)
    straight = _levelled(lines, replace(page, width=size[0], height=size[1], words=(), rules=()), scale)
    return replace(straight, turned=times(straight.turned, _turn(angle, *size)))


def _turn(angle: int, width: float, height: float) -> Matrix:
    """From an upright page of this size to the page as shown, turned anticlockwise by an angle."""
    return {
        90: (0.0, -1.0, 1.0, 0.0, 0.0, width),
        180: (-1.0, 0.0, 0.0, -1.0, width, height),
        270: (0.0, 1.0, -1.0, 0.0, height, 0.0),
    }[angle]


def _levelled(lines: tuple[hocr.Printed, ...], page: RawPage, scale: float) -> RawPage:
    slope = hocr.slope_of(lines)
    middle = page.width / 2
    seen = hocr.words_of(lines, scale=scale, middle=middle * scale, slope=slope)
    turned = (1.0, slope, 0.0, 1.0, 0.0, -slope * middle) if slope else SAME
    own = () if slope else page.words
    return replace(page, words=(*own, *(word for word in seen if not _said(word, own))), turned=turned)


def _said(word: Word, own: tuple[Word, ...]) -> bool:
    """The text layer has it already."""
    x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return any(other.left <= x <= other.right and other.top <= y <= other.bottom for other in own)


def _looked_at(image: Image.Image) -> tuple[hocr.Printed, ...] | None:
    more_time(PAGE_TIME)
    image.format = "BMP"  # pytesseract hands the picture over in a file: packing it as PNG takes as long as a page
    try:
        said = pytesseract.image_to_pdf_or_hocr(
            image, lang="eng", config=_SETTINGS, extension="hocr", timeout=PAGE_TIME
        )
    except (pytesseract.TesseractError, pytesseract.TesseractNotFoundError, RuntimeError, OSError, ValueError):
        return None
    return hocr.lines_of(said if isinstance(said, bytes) else said.encode())
