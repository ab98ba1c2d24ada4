"""One PDF page as pdfium sees it: words with place, size and weight; ruled edges; whether a picture covers it.

The only file that calls pdfium's raw functions. Speed rules its shape: the page's text is fetched once and cut into
words, and pdfium is asked for the place of the first and the last character of each word only.
"""

from __future__ import annotations

import ctypes
import itertools
import math
import re
import struct
from collections.abc import Callable, Iterable, Iterator
from sys import intern
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.read.raw import FEW_WORDS, SAME, Matrix, RawPage, Rule, Word, garbled, times

THIN = 3.0  # points: a filled rectangle no thicker than this is a drawn rule
MOST_PATHS = 4000  # a page with more vector paths is a drawing; its lines rule no table
MOST_DEPTH = 4  # nesting of form objects


def _address(handle: Any) -> int:
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def _fast(function: Any, result: Any, *arguments: Any) -> Any:
    """A pdfium function that takes addresses as integers: called for each word, the usual checks double its cost.

    Without `arguments` nothing is converted: it takes whole numbers and pointers that are ctypes' own already.
    """
    return ctypes.PYFUNCTYPE(result, *arguments)(_address(function))


_PTR, _INT = ctypes.c_void_p, ctypes.c_int
_text = _fast(pdfium_c.FPDFText_GetText, _INT, _PTR, _INT, _INT, _PTR)
_char_origin = _fast(pdfium_c.FPDFText_GetCharOrigin, _INT)
_char_box = _fast(pdfium_c.FPDFText_GetLooseCharBox, _INT)
_char_matrix = _fast(pdfium_c.FPDFText_GetMatrix, _INT, _PTR, _INT, _PTR)
_char_size = _fast(pdfium_c.FPDFText_GetFontSize, ctypes.c_double, _PTR, _INT)
_char_font = _fast(pdfium_c.FPDFText_GetFontInfo, ctypes.c_ulong, _PTR, _INT, _PTR, ctypes.c_ulong, _PTR)
_text_object = _fast(pdfium_c.FPDFText_GetTextObject, ctypes.c_size_t)
_object_font = _fast(pdfium_c.FPDFTextObj_GetFont, _PTR, _PTR)
_char_weight = _fast(pdfium_c.FPDFText_GetFontWeight, _INT, _PTR, _INT)
_page_count = _fast(pdfium_c.FPDFPage_CountObjects, _INT, _PTR)
_page_object = _fast(pdfium_c.FPDFPage_GetObject, _PTR, _PTR, _INT)
_form_count = _fast(pdfium_c.FPDFFormObj_CountObjects, _INT, _PTR)
_form_object = _fast(pdfium_c.FPDFFormObj_GetObject, _PTR, _PTR, ctypes.c_ulong)
_object_type = _fast(pdfium_c.FPDFPageObj_GetType, _INT, _PTR)
_object_matrix = _fast(pdfium_c.FPDFPageObj_GetMatrix, _INT, _PTR, _PTR)
_object_bounds = _fast(pdfium_c.FPDFPageObj_GetBounds, _INT, _PTR, _PTR, _PTR, _PTR, _PTR)
_stroke_colour = _fast(pdfium_c.FPDFPageObj_GetStrokeColor, _INT, _PTR, _PTR, _PTR, _PTR, _PTR)
_fill_colour = _fast(pdfium_c.FPDFPageObj_GetFillColor, _INT, _PTR, _PTR, _PTR, _PTR, _PTR)
_path_mode = _fast(pdfium_c.FPDFPath_GetDrawMode, _INT, _PTR, _PTR, _PTR)
_path_segments = _fast(pdfium_c.FPDFPath_CountSegments, _INT, _PTR)
_path_segment = _fast(pdfium_c.FPDFPath_GetPathSegment, _PTR, _PTR, _INT)
_segment_type = _fast(pdfium_c.FPDFPathSegment_GetType, _INT, _PTR)
_segment_point = _fast(pdfium_c.FPDFPathSegment_GetPoint, _INT, _PTR, _PTR, _PTR)
_segment_closes = _fast(pdfium_c.FPDFPathSegment_GetClose, _INT, _PTR)


class _Answer:
    """Room for what pdfium answers to one question after another: an array, and the addresses of its elements."""

    def __init__(self, kind: Any, count: int) -> None:
        self.array = (kind * count)()
        self.start = ctypes.addressof(self.array)
        self.places = tuple(self.start + place * ctypes.sizeof(kind) for place in range(count))


_MATRIX, _BOUNDS = _Answer(ctypes.c_float, 6), _Answer(ctypes.c_float, 4)
_MODE, _COLOUR = _Answer(ctypes.c_int, 2), _Answer(ctypes.c_uint, 4)
_PLACE = struct.Struct("2d4f")  # a character's origin x, y; its box: left, top, right, bottom
_POINT = struct.Struct("2f")
_TEXT, _FORM = pdfium_c.FPDF_PAGEOBJ_TEXT, pdfium_c.FPDF_PAGEOBJ_FORM
_CURVE, _MOVE = pdfium_c.FPDF_SEGMENT_BEZIERTO, pdfium_c.FPDF_SEGMENT_MOVETO


# U+FFFE (U+0002 in some versions) is pdfium's hyphen at a line's end; the next line's word follows right behind
_WORD = re.compile(r"[^\s\x00\u200b\ufeff\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
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
        scanned = pictured > width * height / 2 or garbled(words)
        return RawPage(index + 1, width, height, words, rules, scanned)
    finally:
        page.close()


Style = tuple[float, bool, bool]
"""Font size in points as printed, bold, text runs left to right: alike for all characters drawn by one object."""


def _shown(page: pdfium.PdfPage) -> Matrix:
    """From PDF space to points from the top left of the page as shown: crop box and rotation respected."""
    left, bottom, right, top = page.get_bbox()
    return {
        90: (0.0, 1.0, 1.0, 0.0, -bottom, -left),
        180: (-1.0, 0.0, 0.0, 1.0, right, -bottom),
        270: (0.0, -1.0, -1.0, 0.0, top, right),
    }.get(page.get_rotation(), (1.0, 0.0, 0.0, -1.0, -left, top))


def _words(page: pdfium.PdfPage, shown: Matrix, width: float, height: float) -> list[Word]:
    textpage = page.get_textpage()
    try:
        raw = textpage.raw
        count = pdfium_c.FPDFText_CountChars(raw)
        if count <= 0:
            return []
        buffer = bytearray(4 * count + 4)
        taken = _text(_address(raw), 0, count, ctypes.addressof(ctypes.c_char.from_buffer(buffer)))
        text = buffer[: 2 * max(taken - 1, 0)].decode("utf-16-le", "replace")
        asker = _Asker(_address(raw), shown, _char_index(raw, text, count))
        words = asker.words(_WORD.finditer(text))
        return [w for w in words if w.left < width and w.right > 0 and w.top < height and w.bottom > 0]
    finally:
        textpage.close()


class _Asker:
    """Asks pdfium for the place, size and weight of words of one text page, each question as rarely as it can."""

    def __init__(self, textpage: int, shown: Matrix, index: Callable[[int], int] | None) -> None:
        self.textpage = textpage
        self.shown = shown
        self.index = index
        self.fonts: dict[int, bool] = {}
        self.styles: dict[int, Style] = {}

    def words(self, shapes: Iterable[re.Match[str]]) -> Iterator[Word]:
        """Words placed by the origin of their first and the box of their last character; those without place left out.

        This loop is most of the reader's time: three calls into pdfium for each word, and nothing done twice.
        """
        textpage, index, styles, make = ctypes.c_void_p(self.textpage), self.index, self.styles, tuple.__new__
        a, b, c, d, e, f = self.shown
        place = bytearray(_PLACE.size)
        held = (ctypes.c_char * _PLACE.size).from_buffer(place)
        at_x, at_y, at_box = ctypes.byref(held), ctypes.byref(held, 8), ctypes.byref(held, 16)
        top = base = bottom = tall = math.nan  # words of a line share these: a pack has a quarter of a million words
        for shape in shapes:
            text = intern(shape.group())
            first, end = shape.span()
            last = end - 1
            if not text.isascii() or text[-1] == "\x02":
                text = clean(text).strip()
                if not text:
                    continue
            if index:
                first, last = index(first), index(last)
                if first < 0 or last < 0:
                    continue
            if not _char_origin(textpage, first, at_x, at_y):
                continue
            _char_box(textpage, last, at_box)
            x, y, start, upper, stop, lower = _PLACE.unpack(place)
            drawn = _text_object(textpage, first)
            size, bold, upright = styles.get(drawn) or self._style(drawn, first)
            stands = b * x + d * y + f
            if upright:
                if stands != base or size != tall:
                    top, base, bottom, tall = stands - 0.8 * size, stands, stands + 0.22 * size, size
                left = a * x + c * y + e
                right = a * stop + c * upper + e if a > 0 else max(a * start + c * lower + e, a * stop + c * upper + e)
                right = right if right > left else left
                yield make(Word, (text, left, top, right, bottom, base, tall, bold, True, None))
                continue
            corners = [(start, lower), (stop, upper)]
            _char_box(textpage, first, at_box)
            _, _, start, upper, stop, lower = _PLACE.unpack(place)
            corners += [(start, lower), (stop, upper)]
            xs, ys = [a * x + c * y + e for x, y in corners], [b * x + d * y + f for x, y in corners]
            yield Word(text, min(xs), min(ys), max(xs), max(ys), max(ys), size, bold, False)

    def _style(self, drawn: int, char: int) -> Style:
        """Of a character and all others that the file draws with it. `drawn` is 0 for what pdfium put in itself."""
        a, b, c, d, _, _ = self.shown
        known = _char_matrix(self.textpage, char, _MATRIX.start)
        along_x, along_y, up_x, up_y, _, _ = _MATRIX.array
        size = _char_size(self.textpage, char) * (math.hypot(up_x, up_y) if known else 1.0)
        upright = not known or a * along_x + c * along_y > abs(b * along_x + d * along_y)
        if not drawn:
            return size, self._bold(char), upright
        font = _object_font(drawn)
        if font not in self.fonts:
            self.fonts[font] = self._bold(char)
        style = self.styles[drawn] = (size, self.fonts[font], upright)
        return style

    def _bold(self, char: int) -> bool:
        """By the font's name; where the name says nothing ("F1"), by the weight that pdfium computes."""
        buffer, flags = ctypes.create_string_buffer(80), ctypes.c_int()
        _char_font(self.textpage, char, ctypes.addressof(buffer), 80, ctypes.addressof(flags))
        name = buffer.value.decode("utf-8", "replace")
        if _BOLD.search(name):
            return True
        return bool(_NAMELESS.match(name) and _char_weight(self.textpage, char) >= _HEAVY)


def _char_index(raw: Any, text: str, count: int) -> Callable[[int], int] | None:
    """From a place in the text to pdfium's character index; None where they are the same.

    They differ where characters have no Unicode value.
    """
    units = len(text.encode("utf-16-le")) // 2
    if units == len(text) == count:
        return None
    starts = [0] * (len(text) + 1)
    for number, char in enumerate(text):
        starts[number + 1] = starts[number] + (2 if ord(char) > 0xFFFF else 1)
    return lambda place: int(pdfium_c.FPDFText_GetCharIndexFromTextIndex(raw, starts[place]))


def _objects(page: pdfium.PdfPage, shown: Matrix, *, look_for_pictures: bool) -> tuple[tuple[Rule, ...], float]:
    """Visible horizontal and vertical strokes and thin fills; the area that pictures cover."""
    rules: list[Rule] = []
    area = 0.0
    paths = 0
    for item, kind, transform in _walk(_address(page.raw), _page_count, _page_object, shown, 0):
        if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
            paths += 1
            if paths > MOST_PATHS:
                return (), area
            rules.extend(_path_rules(item, transform))
        elif kind == pdfium_c.FPDF_PAGEOBJ_IMAGE and look_for_pictures:
            area += _area(item)
    return tuple(rules), area


def _walk(holder: int, count: Any, get: Any, transform: Matrix, depth: int) -> Iterator[tuple[int, int, Matrix]]:
    """Paths and pictures of a page or form: address, type, and the matrix that takes each to the page as shown."""
    for number in range(count(holder)):
        item = get(holder, number)
        kind = _object_type(item)
        if kind == _TEXT:
            continue
        if kind != _FORM:
            yield item, kind, transform
        elif depth < MOST_DEPTH:
            yield from _walk(item, _form_count, _form_object, times(_matrix(item), transform), depth + 1)


def _matrix(item: int) -> Matrix:
    if not _object_matrix(item, _MATRIX.start):
        return SAME
    a, b, c, d, e, f = _MATRIX.array
    return a, b, c, d, e, f


def _area(item: int) -> float:
    left, bottom, right, top = _bounds(item)
    return max(right - left, 0.0) * max(top - bottom, 0.0)


def _bounds(item: int) -> tuple[float, ...]:
    """Left, bottom, right, top in PDF space; all 0 where pdfium knows none."""
    return tuple(_BOUNDS.array) if _object_bounds(item, *_BOUNDS.places) else (0.0, 0.0, 0.0, 0.0)


def _path_rules(item: int, transform: Matrix) -> Iterator[Rule]:
    if not _path_mode(item, *_MODE.places):
        return
    fill, stroke = _MODE.array
    stroked = bool(stroke) and _inked(item, _stroke_colour)
    filled = bool(fill) and not stroked and _inked(item, _fill_colour)
    if not (stroked or filled):
        return
    if not stroked and _path_segments(item) == 5 and _is_block(item, transform):
        return
    for points in _subpaths(item, times(_matrix(item), transform), closed=stroked):
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


def _is_block(item: int, transform: Matrix) -> bool:
    """A filled box too thick for a rule: the shading of a table's head, say."""
    left, bottom, right, top = _bounds(item)
    a, b, c, d, _, _ = transform
    width, height = right - left, top - bottom
    return min(abs(a) * width + abs(c) * height, abs(b) * width + abs(d) * height) > 2 * THIN


def _inked(item: int, ask: Any) -> bool:
    """The colour can be seen: not white, not transparent."""
    if not ask(item, *_COLOUR.places):
        return True
    red, green, blue, alpha = _COLOUR.array
    return bool(alpha > 12 and min(red, green, blue) < 250)


def _subpaths(item: int, matrix: Matrix, *, closed: bool) -> Iterator[list[tuple[float, float]]]:
    """Each run of straight segments as points on the page; a curve ends a run. `closed`: back to its first point."""
    a, b, c, d, e, f = matrix
    point = bytearray(_POINT.size)
    at_x = ctypes.addressof(ctypes.c_char.from_buffer(point))
    at_y = at_x + 4
    points: list[tuple[float, float]] = []
    curves = 0
    for number in range(_path_segments(item)):
        segment = _path_segment(item, number)
        kind = _segment_type(segment)
        _segment_point(segment, at_x, at_y)
        x, y = _POINT.unpack(point)
        curves = curves + 1 if kind == _CURVE else 0
        if kind == _MOVE or curves == 3:
            if len(points) > 1:
                yield points
            points = []
        if curves in (0, 3):
            points.append((a * x + c * y + e, b * x + d * y + f))
        if closed and len(points) > 1 and _segment_closes(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points
