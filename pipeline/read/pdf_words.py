"""One PDF page as pdfium sees it: words with place, size and weight; ruled edges; whether a picture covers it.

The only file that calls pdfium's raw functions. Speed rules its shape: the page's text is fetched once and cut into
words, and pdfium is asked for the place of the first and the last character of each word only.
"""

from __future__ import annotations

import ctypes
import itertools
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


def _fast(function: Any, result: Any, *arguments: Any) -> Any:
    """A pdfium function that takes addresses as integers: called for each word, the usual checks double its cost."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.CFUNCTYPE(result, *arguments)(address)


_PTR, _INT = ctypes.c_void_p, ctypes.c_int
_char_origin = _fast(pdfium_c.FPDFText_GetCharOrigin, _INT, _PTR, _INT, _PTR, _PTR)
_char_box = _fast(pdfium_c.FPDFText_GetLooseCharBox, _INT, _PTR, _INT, _PTR)
_char_matrix = _fast(pdfium_c.FPDFText_GetMatrix, _INT, _PTR, _INT, _PTR)
_char_size = _fast(pdfium_c.FPDFText_GetFontSize, ctypes.c_double, _PTR, _INT)
_char_font = _fast(pdfium_c.FPDFText_GetFontInfo, ctypes.c_ulong, _PTR, _INT, _PTR, ctypes.c_ulong, _PTR)
_char_weight = _fast(pdfium_c.FPDFText_GetFontWeight, _INT, _PTR, _INT)
_page_object = _fast(pdfium_c.FPDFPage_GetObject, _PTR, _PTR, _INT)
_form_object = _fast(pdfium_c.FPDFFormObj_GetObject, _PTR, _PTR, ctypes.c_ulong)
_object_type = _fast(pdfium_c.FPDFPageObj_GetType, _INT, _PTR)


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


# U+FFFE (U+0002 in some versions) is pdfium's hyphen at a line's end; the next line's word follows right behind
_WORD = re.compile(r"[^\s\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
_SOFT = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\x00\uffff"))
_CHARS = {
    **_SOFT,
    **{ord(c): "•" for c in "\uf0b7\uf0a7\uf076\uf0fc\uf0d8\uf0a8\uf06e\uf0be\uf02d\u25cf\u25aa\uf075\uf0e0\uf071"},
    **{ord(c): " " for c in "\xa0\u2007\u202f\t\r\n\x0b\x0c"},
    ord("\u00ad"): "-",
    ord("\x02"): "-",
    ord("\ufffe"): "-",
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
        ask = _Asker(ctypes.cast(raw, ctypes.c_void_p).value or 0, shown)
        for found in _WORD.finditer(text.translate(_BLANKS)):
            shape = found.group()
            plain = shape if shape.isascii() and shape[-1] != "\x02" else clean(shape).strip()
            first, last = place(found.start()), place(found.end() - 1)
            word = ask.word(plain, first, last) if plain and first >= 0 and last >= 0 else None
            if word and word.left < width and word.right > 0 and word.top < height and word.bottom > 0:
                yield word
    finally:
        textpage.close()


class _Asker:
    """Asks pdfium for the place, size and weight of words of one text page, each question as rarely as it can."""

    def __init__(self, textpage: int, shown: Matrix) -> None:
        self.textpage = textpage
        self.shown = shown
        self.fonts: dict[bytes, bool | None] = {}
        self.sizes: dict[tuple[float, float], tuple[float, bool]] = {}
        self.box, self.matrix = pdfium_c.FS_RECTF(), pdfium_c.FS_MATRIX()
        self.x, self.y, self.flags = ctypes.c_double(), ctypes.c_double(), ctypes.c_int()
        self.name = ctypes.create_string_buffer(80)
        self.at_box, self.at_name, self.at_flags = map(ctypes.addressof, (self.box, self.name, self.flags))
        self.at_x, self.at_y = ctypes.addressof(self.x), ctypes.addressof(self.y)

    def word(self, text: str, first: int, last: int) -> Word | None:
        """A word placed by the origin of its first and the box of its last character; None if pdfium has no place."""
        if not _char_origin(self.textpage, first, self.at_x, self.at_y):
            return None
        _char_box(self.textpage, last, self.at_box)
        a, b, c, d, e, f = self.shown
        x, y, box = self.x.value, self.y.value, self.box
        lower, upper = box.bottom, box.top
        size, upright = self._size(first, (round(upper - lower, 3), round(y - lower, 3)))
        bold = self._bold(first)
        base = b * x + d * y + f
        if upright:
            left = a * x + c * y + e
            right = max(a * box.left + c * lower + e, a * box.right + c * upper + e, left)
            return Word(text, left, base - 0.8 * size, right, base + 0.22 * size, base, size, bold, True)
        corners = [(box.left, lower), (box.right, upper)]
        _char_box(self.textpage, first, self.at_box)
        corners += [(box.left, box.bottom), (box.right, box.top)]
        xs, ys = [a * x + c * y + e for x, y in corners], [b * x + d * y + f for x, y in corners]
        return Word(text, min(xs), min(ys), max(xs), max(ys), max(ys), size, bold, False)

    def _size(self, char: int, shape: tuple[float, float]) -> tuple[float, bool]:
        """Font size in points as printed, and whether the text runs left to right.

        Remembered by height and depth of the character's box, which pdfium takes from font and size, not the glyph.
        """
        if shape not in self.sizes:
            a, b, c, d, _, _ = self.shown
            m = self.matrix
            known = _char_matrix(self.textpage, char, ctypes.addressof(m))
            size = _char_size(self.textpage, char) * (math.hypot(m.c, m.d) if known else 1.0)
            upright = not known or a * m.a + c * m.b > abs(b * m.a + d * m.b)
            self.sizes[shape] = (size, upright)
        return self.sizes[shape]

    def _bold(self, char: int) -> bool:
        """By the font's name; where the name says nothing ("F1"), by the weight that pdfium computes."""
        _char_font(self.textpage, char, self.at_name, 80, self.at_flags)
        name = self.name.value
        if name not in self.fonts:
            shown = name.decode("utf-8", "replace")
            self.fonts[name] = True if _BOLD.search(shown) else None if _NAMELESS.match(shown) else False
        known = self.fonts[name]
        return known if known is not None else bool(_char_weight(self.textpage, char) >= _HEAVY)


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


def _objects(page: pdfium.PdfPage, shown: Matrix, *, look_for_pictures: bool) -> tuple[tuple[Rule, ...], float]:
    """Visible horizontal and vertical strokes and thin fills; the area that pictures cover."""
    rules: list[Rule] = []
    area = 0.0
    paths = 0
    address = ctypes.cast(page.raw, ctypes.c_void_p).value or 0
    for item, transform in _walk(address, pdfium_c.FPDFPage_CountObjects(page.raw), _page_object, shown, 0):
        kind = pdfium_c.FPDFPageObj_GetType(item)
        if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            paths += 1
            if paths > MOST_PATHS:
                return (), area
            rules.extend(_path_rules(item, transform))
        elif kind == pdfium_c.FPDF_PAGEOBJ_IMAGE and look_for_pictures:
            area += _area(item)
    return tuple(rules), area


def _walk(holder: int, count: int, get: Any, transform: Matrix, depth: int) -> Iterator[tuple[Any, Matrix]]:
    """Paths and pictures of a page or form, with the matrix that takes each to the page as shown."""
    for number in range(count):
        address = get(holder, number)
        kind = _object_type(address)
        if kind == pdfium_c.FPDF_PAGEOBJ_TEXT:
            continue
        item = ctypes.cast(address, pdfium_c.FPDF_PAGEOBJECT)
        if kind != pdfium_c.FPDF_PAGEOBJ_FORM:
            yield item, transform
        elif depth < MOST_DEPTH:
            inner = _times(_matrix(item), transform)
            yield from _walk(address, pdfium_c.FPDFFormObj_CountObjects(item), _form_object, inner, depth + 1)


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
            for (xa, ya), (xb, yb) in itertools.pairwise(points):
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
