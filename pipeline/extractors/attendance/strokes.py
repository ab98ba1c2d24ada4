"""Lists of people with a stroke between them: "A.Reed/Bo Hale (late)/C.Elm", "Ann Reed (chair) / Bo Hale – online"."""

from __future__ import annotations

import re

from pipeline.extractors.attendance.entries import COMMA
from pipeline.extractors.given import is_sure
from pipeline.extractors.names import Name, is_post, read_name

_STROKE = re.compile(r"\s*/\s*(?=[A-ZÀ-Þ])")
_INSIDE = re.compile(r"\([^()\n]*\)|\d/\d")  # brackets, and fractions or dates, whose strokes part nobody
_BEHIND = re.compile(r"\s*(?:[.;,]?\s*$|[(,]|[-–—]\s|\n)")
_OTHER = re.compile(r"\),\s[A-Z][\w’'-]+\s[A-Z][\w’'-]+\s\(")
_FEWEST = 3  # people that show that a stroke parts them; two will do where both are whole and the second is surely one


def by_strokes(text: str) -> str:
    """A list as long, with semicolons for the strokes, where each part is somebody with what is said of them."""
    strokes = list(_STROKE.finditer(_INSIDE.sub(lambda found: "·" * len(found[0]), text)))
    edges = [0, *(end for found in strokes for end in found.span()), len(text)]
    parts = [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]
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
    few = sum("," in part for part in parts) <= len(strokes)  # "Ann Reed / B. Elm, Film Hub": a comma parts no two
    told = [part.replace(",", "–", 1).replace(",", COMMA) if few else part for part in parts]
    signs = [*(";".ljust(found.end() - found.start()) for found in strokes), ""]
    return "".join(part + sign for part, sign in zip(told, signs, strict=True))


def _person(part: str) -> Name | None:
    """Who opens a part, if what stands behind is nothing, a bracket, or words behind a comma or dash."""
    name = read_name(part, surname=True)
    return (
        name if name is not None and not is_post(part[: name.end].strip()) and _BEHIND.match(part, name.end) else None
    )
