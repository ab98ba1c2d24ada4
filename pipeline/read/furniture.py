"""What repeats at the top and bottom of pages: headers, footers, page numbers. Shared by readers that have pages."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

ZONE = 0.12  # share of the page's height, at the top and at the bottom, in which furniture stands
NEAR = 0.012  # share of the page's height by which a header's place may vary from page to page

COMMON = 0.3  # share of the pages on which a line that does not stand on a neighbouring page must stand


@dataclass(frozen=True, slots=True)
class Strip:
    """A line as furniture sees it: its text and the height of its middle, 0 (top) to 1 (bottom of the page).

    `large` is True where it stands in larger print than the document's text.
    """

    text: str
    place: float
    large: bool = False


@dataclass(frozen=True, slots=True)
class Furniture:
    """For each page: the indexes of the strips that are furniture, and the page number printed there ("" if none)."""

    marks: tuple[frozenset[int], ...]
    labels: tuple[str, ...]


_NUMBERED = re.compile(
    r"\b(?:p\s?a\s?g\s?e|pg|p)\s*[.|:]?\s*(?P<page>\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?(?!\d)", re.IGNORECASE
)
_OF = re.compile(r"^\W{0,3}(?P<page>\d{1,4})\s*(?:of|/)\s*\d{1,4}\W{0,3}$", re.IGNORECASE)
_BARE = re.compile(r"^\W{0,3}(?P<page>\d{1,4}|[ivxlc]{1,6})(?:\s*\|\s*p\s?a\s?g\s?e)?\W{0,3}$", re.IGNORECASE)
_EDGE = re.compile(r"^(?P<page>\d{1,4})\s{1,9}\D|\s(?P<last>\d{1,4})$")


def find_furniture(pages: Sequence[Sequence[Strip]]) -> Furniture:
    """Which strips of which page are furniture. Strips come in any order; body text between is left alone.

    A strip is furniture where it stands in the top or bottom zone, and the same words (digits aside) stand at the same
    height on another page, or it is nothing but a page number. Only the outermost strips count: reading inwards from
    the page's edge, the first strip that is no furniture ends it.
    """
    seen = _repeats(pages)
    marks = [_marks(number, strips, seen, len(pages)) for number, strips in enumerate(pages)]
    return Furniture(tuple(marks), _labels(pages, marks))


def in_zone(place: float) -> bool:
    """The height (0 top, 1 bottom) lies where furniture stands."""
    return not ZONE < place < 1 - ZONE


Key = tuple[bool, str]


def _key(strip: Strip) -> Key | None:
    if not in_zone(strip.place):
        return None
    text = re.sub(r"\d+", "#", strip.text)
    return strip.place < 0.5, re.sub(r"[\W_]+", " ", text.replace("#", " # ")).strip().casefold()


def _repeats(pages: Sequence[Sequence[Strip]]) -> dict[Key, list[tuple[int, float]]]:
    seen: dict[Key, list[tuple[int, float]]] = defaultdict(list)
    for number, strips in enumerate(pages):
        for strip in strips:
            if (key := _key(strip)) is not None:
                seen[key].append((number, strip.place))
    return seen


def _marks(page: int, strips: Sequence[Strip], seen: dict[Key, list[tuple[int, float]]], count: int) -> frozenset[int]:
    order = sorted(range(len(strips)), key=lambda n: strips[n].place)
    marked: set[int] = set()
    for inwards in (order, order[::-1]):
        for n in inwards:
            if n in marked or not _is_furniture(page, strips[n], seen, count):
                break
            marked.add(n)
    # a page of nothing but furniture is a page whose text repeats (a form, a divider): keep it
    return frozenset(marked)


def _is_furniture(page: int, strip: Strip, seen: dict[Key, list[tuple[int, float]]], count: int) -> bool:
    key = _key(strip)
    if key is None:  # a page number typed as the last line of a short page
        return bool(_NUMBERED.fullmatch(strip.text.strip()))
    if is_page_number(strip.text):
        return True
    elsewhere = {number for number, place in seen[key] if number != page and abs(place - strip.place) < NEAR}
    if not re.search(r"[^\W\d#]", key[1]) and not elsewhere:
        return False
    # left and right pages may differ; in large print it is the title of the papers of a pack, unless pages follow on
    near = any(abs(number - page) <= (1 if strip.large else 2) for number in elsewhere)
    if strip.large and not near and 2 * len(elsewhere) < count:
        return False
    if not near and len(elsewhere) < COMMON * count:
        return False
    if count == 2:
        return bool(elsewhere) and not _looks_like_title(strip)
    return bool(elsewhere)


def _looks_like_title(strip: Strip) -> bool:
    """In a file of two pages a repeated first line may be the title of two one-page papers."""
    return (
        strip.place < 0.5
        and strip.place > 0.06
        and bool(re.search(r"minutes|agenda|meeting", strip.text, re.IGNORECASE))
    )


def is_page_number(text: str) -> bool:
    """The text is nothing but a page number: "7", "- 7 -", "Page 7 of 9", "7 | Page"."""
    if _OF.match(text) or _BARE.match(text):
        return True
    return bool((found := _NUMBERED.match(text.strip())) and len(found.group()) >= len(text.strip()) - 2)


def _labels(pages: Sequence[Sequence[Strip]], marks: Sequence[frozenset[int]]) -> tuple[str, ...]:
    """The printed page number of each page: one that says it is one, else a bare number that steps with the pages."""
    sure: list[str] = []
    maybe: list[list[int]] = []
    for strips, marked in zip(pages, marks, strict=True):
        texts = [strips[n].text.strip() for n in sorted(marked, key=lambda n: -strips[n].place)]
        hits = [m for text in texts if (m := _OF.match(text) or _BARE.match(text) or _NUMBERED.search(text))]
        sure.append(hits[0].group("page") if hits else "")
        maybe.append([int(m.group("page") or m.group("last")) for text in texts for m in _EDGE.finditer(text)])
    steps = Counter(value - number for number, values in enumerate(maybe) for value in set(values))
    if steps:
        step, times = steps.most_common(1)[0]
        if times >= 2:
            for number, values in enumerate(maybe):
                if not sure[number] and number + step in values:
                    sure[number] = str(number + step)
    return tuple(sure)
