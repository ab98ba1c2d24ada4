"""What tesseract says of a picture (hOCR) -> words as the page's own text layer would give them.

hOCR and not TSV: it says where each line's baseline runs, which is what rows of words are told by. Sizes are measured
anew from the words' heights, for tesseract gives lines of one kind sizes that differ by a third.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from lxml import html

from pipeline.read.raw import Word

TALL = 0.7  # ems: height of a capital, a figure or a "d" above the baseline, in the fonts of office papers
LOW = 0.5  # ems: height of an "x"
ALIKE = 0.12  # share by which measured sizes of one font differ
LEVEL = 0.002  # slope that nobody sees: a fifth of a line over the width of a page
NARROW = 0.15  # ems: a blank is wider, the gap behind a comma in a figure is not
STEEP = 0.15  # slope from which a baseline was misread; 8 degrees are more than a page lies askew
DUST = 0.3  # confidence below which signs that are no letters and no figures are specks

_TALL = re.compile(r"[A-Z0-9bdfhkl£$&]")
NOISE = 0.35  # mean confidence below which a line is no print: a signature, a crest

_DRAWN = "|[]{}_~\\¦"  # what the rules of a table are read as
_BARS = "|¦"
_BULLETS = frozenset("e o ¢ © ® « » ° * · @ § = +".split())
"""What a bullet is read as at a line's start, where none of these can stand for itself."""

_FIGURE = re.compile(r"\d[,.]$")
_RAISED = re.compile(r"(\d{1,2})[\"“”*°'’™]{1,2}")  # what a small raised "th" is read as
_OF_MONTH = re.compile(r"(?:day|of|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Seen:
    """A word with its box in pixels."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float


@dataclass(frozen=True, slots=True)
class Printed:
    """A line of words; its baseline runs through (`left`, `base`) with `slope`.

    `angle` is that by which the line was turned against the reading direction, anticlockwise: 0, 90, 180, 270.
    """

    words: tuple[Seen, ...]
    left: float
    base: float
    slope: float
    angle: int


def lines_of(hocr: bytes) -> tuple[Printed, ...]:
    """The lines that tesseract found, in its order, words that are dust left out."""
    if not hocr.strip():
        return ()
    lines = (_line(line) for line in html.fromstring(hocr).iterfind(".//span[@title]") if _has_baseline(line))
    return tuple(line for line in lines if line.words and _sure(line) >= NOISE)


def _sure(line: Printed) -> float:
    return sum(word.confidence * len(word.text) for word in line.words) / sum(len(word.text) for word in line.words)


def angle_of(lines: Sequence[Printed]) -> int:
    """How the page was turned, anticlockwise: 0, 90, 180 or 270, as most of its words say."""
    angles: Counter[int] = Counter()
    for line in lines:
        angles[line.angle] += sum(len(word.text) for word in line.words)
    return max(angles, key=lambda angle: angles[angle], default=0)


def slope_of(lines: Sequence[Printed]) -> float:
    """How far the page's lines fall on their way right; 0.0 where nobody would see it."""
    slopes = [line.slope for line in lines if line.angle == 0 and len(line.words) > 3 and abs(line.slope) < STEEP]
    slope = median(slopes) if slopes else 0.0
    return slope if abs(slope) > LEVEL else 0.0


def words_of(lines: Sequence[Printed], *, scale: float, middle: float, slope: float) -> tuple[Word, ...]:
    """The words of a page that is not turned, in points, its lines made level about the page's middle.

    Args:
        scale: pixels in a point.
        middle: half of the page's width, in pixels.
        slope: of the page's lines, which is taken out.
    """
    upright = [line for line in lines if line.angle == 0]
    sizes = _settled([(_size(line) / scale, sum(len(word.text) for word in line.words)) for line in upright])
    words: list[Word] = []
    for line, size in zip(upright, sizes, strict=True):
        tilt = line.slope if len(line.words) > 3 and abs(line.slope) < STEEP else slope
        at = (line.words[0].left + line.words[-1].right) / 2
        base = (line.base + tilt * (at - line.left) - slope * (at - middle)) / scale
        words += _set(line, base, size, scale)
    for line in lines:
        if line.angle:
            words += [_sideways(word, scale) for word in line.words]
    return tuple(words)


def _set(line: Printed, base: float, size: float, scale: float) -> Iterator[Word]:
    """The words of a line on its baseline; a blank stays between two whose boxes touch."""
    for number, seen in enumerate(line.words):
        left, right, text = seen.left / scale, seen.right / scale, seen.text
        if number + 1 < len(line.words):
            after = line.words[number + 1]
            start = after.left / scale
            split = _FIGURE.search(text) and after.text[0].isdigit() and start - right < NARROW * size
            right = start if split else max(min(right, start - NARROW * size), left)
            if number == 0 and text in _BULLETS:
                text = "•"
            elif (day := _RAISED.fullmatch(text)) and _OF_MONTH.match(after.text):
                text = day[1] + _ordinal(int(day[1]))
        yield Word(text, left, base - 0.8 * size, right, base + 0.22 * size, base, size, False, True, seen.confidence)


def _ordinal(number: int) -> str:
    return "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _sideways(seen: Seen, scale: float) -> Word:
    left, top, right, bottom = (edge / scale for edge in (seen.left, seen.top, seen.right, seen.bottom))
    return Word(seen.text, left, top, right, bottom, bottom, right - left, False, False, seen.confidence)


def _size(line: Printed) -> float:
    """The font size of a line, by how high its words stand over the baseline."""
    tall = [word for word in line.words if _TALL.search(word.text)]
    heights = [line.base + line.slope * (word.left - line.left) - word.top for word in tall or line.words]
    return max(median(heights) / (TALL if tall else LOW), 1.0)


def _settled(sizes: Sequence[tuple[float, int]]) -> list[float]:
    """Sizes (with the letters set in each) to half a point; those near the size of most of the page are that size."""
    letters = sorted(size for size, count in sizes for _ in range(count))
    usual = median(letters) if letters else 0.0
    return [round(2 * (usual if abs(size - usual) <= ALIKE * usual else size)) / 2 or 1.0 for size, _ in sizes]


# hOCR


def _said(element: html.HtmlElement) -> dict[str, list[str]]:
    """The properties in a title: "bbox 10 20 30 40; baseline 0.01 -3"."""
    parts = (part.split() for part in element.get("title", "").split(";"))
    return {part[0]: part[1:] for part in parts if part}


def _has_baseline(element: html.HtmlElement) -> bool:
    return "x_size" in element.get("title", "")


def _line(element: html.HtmlElement) -> Printed:
    said = _said(element)
    left, _, _, bottom = map(float, said["bbox"])
    slope, offset = map(float, said.get("baseline", ["0", "0"]))
    height = float(said["x_size"][0])
    words = tuple(word for child in element.iterfind(".//span[@title]") if (word := _word(child, height)))
    angle = 90 * round(float(said.get("textangle", ["0"])[0]) / 90) % 360
    return Printed(words, left, bottom + offset, slope, angle)


def _word(element: html.HtmlElement, size: float) -> Seen | None:
    said = _said(element)
    left, top, right, bottom = map(float, said["bbox"])
    text = element.text_content().strip()
    # A bar no higher than a letter is an "I"; a higher one is ruled.
    text = "I" if text in _BARS and bottom - top < size else text.strip(_DRAWN)
    confidence = float(said.get("x_wconf", ["0"])[0]) / 100
    if not text or (confidence < DUST and not any(map(str.isalnum, text))):
        return None
    return Seen(text, left, top, right, bottom, confidence)
