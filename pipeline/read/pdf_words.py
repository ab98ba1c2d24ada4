"""One PDF page as pdfium sees it: words with place, size and weight; ruled edges; whether a picture covers it.

The only file that calls pdfium's raw functions. Speed rules its shape: the page's text is fetched once and cut into
words, and pdfium is asked for the place of the first and the last character of each word only.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

THIN = 3.0  # points: a filled rectangle no thicker than this is a drawn rule
MOST_PATHS = 4000  # a page with more vector paths is a drawing; its lines rule no table
MOST_DEPTH = 4  # nesting of form objects
FEW_WORDS = 12  # a page with a picture over it and no more words than these is a scan


class Word(NamedTuple):
    """A word on a page; places in points from the page's top left. `upright` is False for text set sideways."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    bold: bool
    upright: bool


class Rule(NamedTuple):
    """A drawn horizontal or vertical line: left == right or top == bottom."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class RawPage:
    """What stands on a page before anyone says how it reads. Words come in the order that the file draws them."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    rules: tuple[Rule, ...] = ()
    scanned: bool = False


_WORD = re.compile(r"[^\s\x02]+\x02?|\x02")  # U+0002: pdfium's hyphen at a line's end, the next word right behind
_SOFT = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\x00\ufffe\uffff"))
_CHARS = {
    **_SOFT,
    **{ord(c): "•" for c in "\uf0b7\uf0a7\uf076\uf0fc\uf0d8\uf0a8\uf06e\uf0be\uf02d\u25cf\u25aa\uf075\uf0e0\uf071"},
    **{ord(c): " " for c in "\xa0\u2007\u202f\t\r\n\x0b\x0c"},
    ord("\u00ad"): "-",
    ord("\x02"): "-",
    ord("\ufb00"): "ff",
    ord("\ufb01"): "fi",
    ord("\ufb02"): "fl",
    ord("\ufb03"): "ffi",
    ord("\ufb04"): "ffl",
    ord("\ufb05"): "st",
    ord("\ufb06"): "st",
    ord("\u2011"): "-",
}
_BOLD = re.compile(r"bold|black|heavy|demi(?!n)|[-,]bd\b", re.IGNORECASE)
_NAMELESS = re.compile(r"(?:[A-Z]{6}\+)?(?:CIDFont\+?)?[FTRC]\w{0,4}(?:_\d+)?$|$")
_HEAVY = 600  # pdfium's weight from which a font whose name says nothing counts as bold


def clean(text: str) -> str:
    """Typographic odds and ends of PDF text made plain: ligatures, soft hyphens, no-break blanks, private bullets."""
    return text.translate(_CHARS)


def read_page(document: pdfium.PdfDocument, index: int) -> RawPage:
    """Page `index` (0-based) of an open document.

    Raises:
        pypdfium2.PdfiumError: pdfium can't load the page or its text.
    """
    page = document[index]
    try:
        shown = _shown(page)
        width, height = page.get_size()
        words = tuple(_words(page, shown, width, height))
        rules, pictured = _objects(page, shown, look_for_pictures=len(words) <= FEW_WORDS)
        return RawPage(index + 1, width, height, words, rules, pictured > width * height / 2)
    finally:
        page.close()


Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _shown(page: pdfium.PdfPage) -> Matrix:
    """From PDF space to points from the top left of the page as shown: crop box and rotation respected."""
    left, bottom, right, top = page.get_bbox()
    return {
        90: (0.0, 1.0, 1.0, 0.0, -bottom, -left),
        180: (-1.0, 0.0, 0.0, 1.0, right, -bottom),
        270: (0.0, -1.0, -1.0, 0.0, top, right),
    }.get(page.get_rotation(), (1.0, 0.0, 0.0, -1.0, -left, top))


def _words(page: pdfium.PdfPage, shown: Matrix, width: float, height: float) -> Iterator[Word]:
    textpage = page.get_textpage()
    try:
        raw = textpage.raw
        count = pdfium_c.FPDFText_CountChars(raw)
        if count <= 0:
            return
        buffer = (ctypes.c_ushort * (count * 2 + 2))()
        taken = pdfium_c.FPDFText_GetText(raw, 0, count, buffer)
        text = bytes(buffer)[: 2 * max(taken - 1, 0)].decode("utf-16-le", "replace")
        place = _char_index(raw, text, count)
        fonts: dict[bytes, bool | None] = {}
        for found in _WORD.finditer(text.translate(_BLANKS)):
            shape = found.group()
            plain = shape if shape.isascii() and "\x02" not in shape else clean(shape).strip()
            first, last = place(found.start()), place(found.end() - 1)
            word = _word(raw, plain, first, last, shown, fonts) if plain and first >= 0 and last >= 0 else None
            if word and word.left < width and word.right > 0 and word.top < height and word.bottom > 0:
                yield word
    finally:
        textpage.close()


_BOX, _MATRIX = pdfium_c.FS_RECTF(), pdfium_c.FS_MATRIX()
_X, _Y = ctypes.c_double(), ctypes.c_double()


def _word(raw: Any, text: str, first: int, last: int, shown: Matrix, fonts: dict[bytes, bool | None]) -> Word | None:
    """A word placed by the origin of its first and the box of its last character."""
    if not pdfium_c.FPDFText_GetCharOrigin(raw, first, _X, _Y) or not pdfium_c.FPDFText_GetMatrix(raw, first, _MATRIX):
        return None
    pdfium_c.FPDFText_GetLooseCharBox(raw, last, _BOX)
    a, b, c, d, e, f = shown
    x, y = _X.value, _Y.value
    left, base = a * x + c * y + e, b * x + d * y + f
    size = pdfium_c.FPDFText_GetFontSize(raw, first) * math.hypot(_MATRIX.c, _MATRIX.d)
    bold = _bold(raw, first, fonts)
    box = (_BOX.left, _BOX.bottom, _BOX.right, _BOX.top)
    ahead, aside = a * _MATRIX.a + c * _MATRIX.b, b * _MATRIX.a + d * _MATRIX.b
    if ahead > abs(aside):
        right = max(a * box[0] + c * box[1] + e, a * box[2] + c * box[3] + e, left)
        return Word(text, left, base - 0.8 * size, right, base + 0.22 * size, base, size, bold, True)
    pdfium_c.FPDFText_GetLooseCharBox(raw, first, _BOX)
    corners = (box[:2], box[2:], (_BOX.left, _BOX.bottom), (_BOX.right, _BOX.top))
    xs, ys = [a * x + c * y + e for x, y in corners], [b * x + d * y + f for x, y in corners]
    return Word(text, min(xs), min(ys), max(xs), max(ys), max(ys), size, bold, False)


_BLANKS = {ord(c): " " for c in "\xa0\u2007\u202f\x00\u200b\ufeff"}


def _char_index(raw: Any, text: str, count: int) -> Callable[[int], int]:
    """From a place in the text to pdfium's character index: they differ where characters have no Unicode value."""
    units = len(text.encode("utf-16-le")) // 2
    if units == len(text) == count:
        return lambda place: place
    starts = [0] * (len(text) + 1)
    for number, char in enumerate(text):
        starts[number + 1] = starts[number] + (2 if ord(char) > 0xFFFF else 1)
    return lambda place: int(pdfium_c.FPDFText_GetCharIndexFromTextIndex(raw, starts[place]))


_NAME = ctypes.create_string_buffer(80)
_FLAGS = ctypes.c_int()


def _bold(raw: Any, char: int, fonts: dict[bytes, bool | None]) -> bool:
    """By the font's name; where the name says nothing ("F1"), by the weight that pdfium computes."""
    pdfium_c.FPDFText_GetFontInfo(raw, char, _NAME, 80, _FLAGS)
    name = _NAME.value
    if name not in fonts:
        shown = name.decode("utf-8", "replace")
        fonts[name] = True if _BOLD.search(shown) else None if _NAMELESS.match(shown) else False
    known = fonts[name]
    return known if known is not None else pdfium_c.FPDFText_GetFontWeight(raw, char) >= _HEAVY


def _objects(page: pdfium.PdfPage, shown: Matrix, *, look_for_pictures: bool) -> tuple[tuple[Rule, ...], float]:
    """Visible horizontal and vertical strokes and thin fills; the area that pictures cover."""
    rules: list[Rule] = []
    area = 0.0
    paths = 0
    for item, transform in _walk(page.raw, pdfium_c.FPDFPage_CountObjects, pdfium_c.FPDFPage_GetObject, shown, 0):
        kind = pdfium_c.FPDFPageObj_GetType(item)
        if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            paths += 1
            if paths > MOST_PATHS:
                return (), area
            rules.extend(_path_rules(item, transform))
        elif kind == pdfium_c.FPDF_PAGEOBJ_IMAGE and look_for_pictures:
            area += _area(item)
    return tuple(rules), area


def _walk(holder: Any, count: Any, get: Any, transform: Matrix, depth: int) -> Iterator[tuple[Any, Matrix]]:
    for number in range(count(holder)):
        item = get(holder, number)
        kind = pdfium_c.FPDFPageObj_GetType(item)
        if kind == pdfium_c.FPDF_PAGEOBJ_FORM:
            if depth < MOST_DEPTH:
                inner = _times(_matrix(item), transform)
                yield from _walk(
                    item, pdfium_c.FPDFFormObj_CountObjects, pdfium_c.FPDFFormObj_GetObject, inner, depth + 1
                )
        elif kind != pdfium_c.FPDF_PAGEOBJ_TEXT:
            yield item, transform


def _matrix(item: Any) -> Matrix:
    m = pdfium_c.FS_MATRIX()
    return (m.a, m.b, m.c, m.d, m.e, m.f) if pdfium_c.FPDFPageObj_GetMatrix(item, m) else _SAME


def _times(one: Matrix, two: Matrix) -> Matrix:
    """Apply `one`, then `two`."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def _area(item: Any) -> float:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium_c.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return 0.0
    return max(right.value - left.value, 0.0) * max(top.value - bottom.value, 0.0)


def _path_rules(item: Any, transform: Matrix) -> Iterator[Rule]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium_c.FPDFPath_GetDrawMode(item, fill, stroke):
        return
    stroked = bool(stroke.value) and _inked(item, pdfium_c.FPDFPageObj_GetStrokeColor)
    filled = bool(fill.value) and _inked(item, pdfium_c.FPDFPageObj_GetFillColor)
    if not (stroked or filled):
        return
    for points in _subpaths(item, _times(_matrix(item), transform)):
        xs, ys = [x for x, _ in points], [y for _, y in points]
        left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
        if right - left <= THIN < bottom - top:
            yield Rule((left + right) / 2, top, (left + right) / 2, bottom)
        elif bottom - top <= THIN < right - left:
            yield Rule(left, (top + bottom) / 2, right, (top + bottom) / 2)
        elif stroked:
            for (xa, ya), (xb, yb) in zip(points, points[1:], strict=False):
                if abs(xa - xb) <= 1 < abs(ya - yb):
                    yield Rule((xa + xb) / 2, min(ya, yb), (xa + xb) / 2, max(ya, yb))
                elif abs(ya - yb) <= 1 < abs(xa - xb):
                    yield Rule(min(xa, xb), (ya + yb) / 2, max(xa, xb), (ya + yb) / 2)


def _inked(item: Any, ask: Any) -> bool:
    """The colour can be seen: not white, not transparent."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not ask(item, red, green, blue, alpha):
        return True
    return alpha.value > 12 and min(red.value, green.value, blue.value) < 250


def _subpaths(item: Any, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    """Each run of straight segments as points on the page; a curve ends a run."""
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    curves = 0
    for number in range(pdfium_c.FPDFPath_CountSegments(item)):
        segment = pdfium_c.FPDFPath_GetPathSegment(item, number)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        here = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        curves = curves + 1 if kind == pdfium_c.FPDF_SEGMENT_BEZIERTO else 0
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO or curves == 3:
            if len(points) > 1:
                yield points
            points = []
        if curves in (0, 3):
            points.append(here)
        if pdfium_c.FPDFPathSegment_GetClose(segment) and len(points) > 1:
            points.append(points[0])
    if len(points) > 1:
        yield points
