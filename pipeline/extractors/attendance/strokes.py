"""Lists of people with one sign between them, each with what is told of them: "Ann Reed – Moor Trust; Bo Hale (late)".

The sign may be a stroke, a bar, a semicolon, a dash, a comma or a line's end;
others stand inside what is told of somebody.
"""

from __future__ import annotations

import re

from pipeline.extractors.attendance.entries import COMMA, JOINED
from pipeline.extractors.attendance.keys import has_key
from pipeline.extractors.given import is_sure
from pipeline.extractors.names import Name, is_post, read_name

_STROKE = re.compile(r"\s*/\s*(?=[A-ZÀ-Þ])")
_INSIDE = re.compile(r"\([^()\n]*\)|\[[^\[\]\n]*\]|\d/\d")  # brackets, fractions and dates, whose signs part nobody
_BEHIND = re.compile(r"(?:\s[A-Z]{2,3}\b)?\s*(?:[.;,*]*\s*$|[(,\[*]|[-–—]\s|\n)")
_OTHER = re.compile(r"\),\s[A-Z][\w’'-]+\s[A-Z][\w’'-]+\s\(")
_LISTED = re.compile(r"(?:·,\s[A-Z][\w’'-]+\s[A-Z][\w’'-]+\s·+){2}")  # people with a bracket each, by commas
_FEWEST = 3  # people that show that a sign parts them; two will do where both are whole and the second is surely one


def by_strokes(text: str) -> str:
    """A list as long, with semicolons for the strokes, where each part is somebody with what is said of them."""
    strokes = list(_STROKE.finditer(_hidden(text)))
    parts = _parts(text, strokes)
    people = [_person(part) for part in parts]
    whole = [one is not None and (one.full or bool(one.titles)) for one in people]
    if len(parts) < 2 or None in people:
        return text
    if len(parts) < _FEWEST:
        second = people[1]
        several = any(_OTHER.search(part) for part in parts)  # "Ann Reed/Bo Hale (Co-chairs), Cy Elm (Secretary)"
        if several or not all(whole) or second is None or not is_sure(second):
            return text
    if any(whole) and not all(whole) and 2 * sum(whole) < len(parts):
        return text
    if _LISTED.search(_hidden(text)):
        return _joined(
            parts, strokes
        )  # "Ann Reed/Bo Hale/Cy Elm (Moor Council), Di Lund (Mill Trust), Ed Orr (Mill Trust)"
    few = sum("," in part for part in parts) <= len(strokes)  # "Ann Reed / B. Elm, Film Hub": a comma parts no two
    told = [part.replace(",", "–", 1).replace(",", COMMA) if few else part for part in parts]
    return _joined(told, strokes)


# The signs that may part people, the surest first; before the last of them "and" may stand.
_LINE = re.compile(r"\s*\n\s*")
_DASH = re.compile(r"\s+[-–—]\s+(?=[A-ZÀ-Þ])")
_COMMA = re.compile(r",\s+(?:(?:and|&)\s+)?(?=[A-ZÀ-Þ])")
_SIGNS = (re.compile(r"\s*;\s*"), _LINE, re.compile(r"\s+\|\s+"), _DASH, _COMMA)
_LAST = re.compile(r"\s(?:and|&)\s+(?=[A-ZÀ-Þ])")
_TOLD = re.compile(
    r"(?:,?\s(?:[JS]r|I{2,3})\b\.?)?(?:\s[A-Z]{2,3}\b)?\s*(?:[(\[][^()\[\]]*[)\]]\s*)*(?P<sign>,|[-–—](?=\s)|/)\s*(?=\S)"
)


def by_signs(text: str) -> str:
    """A list as long, in which each part between signs of one kind is somebody with what is told behind a dash.

    Unchanged where the parts are anything else, or nothing is told of anybody: then no sign can be mistaken.
    """
    plain = _hidden(text)
    for sign in _SIGNS:
        signs = list(sign.finditer(plain))
        if len(signs) < _FEWEST - 1:
            continue
        if sign is not _LINE and (last := [*_LAST.finditer(plain, signs[-1].end())][-1:]):
            tail = plain[last[0].end() :]
            signs += last if (one := _person(tail)) is not None and (one.full or one.titles) else []
        parts = _parts(text, signs)
        some = [part for part in parts if part.strip(" .*")]
        told = _told_apart(some, comma=sign is _COMMA, dash=sign is _DASH)
        if told is not None:
            people = iter(told)
            whole = [next(people) if part.strip(" .*") else part for part in parts]
            return _joined(whole, signs, keep="\n" if sign is _LINE else ";")
    return text


def _told_apart(parts: list[str], *, comma: bool, dash: bool) -> list[str] | None:
    """The parts, each a person with a dash for the first sign behind; None where any is something else."""
    people = [_person(part) for part in parts]
    whole = [one for one in people if one is not None and (one.full or one.titles)]
    if len(whole) < len(parts):
        return None
    if 2 * sum(is_sure(one) or has_key(one, part) for one, part in zip(whole, parts, strict=True)) <= len(parts):
        return None
    behind = [_TOLD.match(part, one.end) for part, one in zip(parts, whole, strict=True)]
    if dash and any("\n" in part.strip() for part in parts):
        return None  # "Ann Reed – Grace Church" above "Sam Ash – Rowan House"
    if not dash and sum(found is not None for found in behind) * 2 < len(parts):
        return None
    if comma and any(found is not None and found["sign"] == "," for found in behind):
        return None
    told = [part if found is None else _dashed(part, found) for part, found in zip(parts, behind, strict=True)]
    return None if None in told else [one for one in told if one is not None]


def _dashed(part: str, found: re.Match[str]) -> str | None:
    """ "Ann Reed– Fire‚ Moor": None where somebody else stands behind the sign."""
    rest = part[found.end() :]
    for other in re.split(r",|\s(?:and|&)\s", rest):
        name = read_name(other.strip())
        if name is not None and is_sure(name) and not is_post(other.strip()):
            return None
    at = found.start("sign")
    before = part[:at].rstrip()
    rest = re.sub(r"\s(?=(?:and|&|plus)\s)", JOINED, part[at + 1 :].replace(",", COMMA).replace(";", COMMA))
    return f"{before}–".ljust(at + 1) + rest


def _hidden(text: str) -> str:
    return _INSIDE.sub(lambda found: "·" * len(found[0]), text)


def _parts(text: str, signs: list[re.Match[str]]) -> list[str]:
    edges = [0, *(end for found in signs for end in found.span()), len(text)]
    return [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _joined(parts: list[str], signs: list[re.Match[str]], *, keep: str = ";") -> str:
    """The parts with semicolons, or another sign, for the signs between them."""
    ends = [*(keep.ljust(found.end() - found.start()) for found in signs), ""]
    return "".join(part + sign for part, sign in zip(parts, ends, strict=True))


def _person(part: str) -> Name | None:
    """Who opens a part, if what stands behind is nothing, a bracket, or words behind a comma or dash."""
    name = read_name(part, surname=True)
    return (
        name if name is not None and not is_post(part[: name.end].strip()) and _BEHIND.match(part, name.end) else None
    )
