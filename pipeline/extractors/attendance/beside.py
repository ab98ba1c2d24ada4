"""Lists of a person a line whose post or body stands behind the name with a gap, or with nothing, between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extractors.attendance.entries import COMMA
from pipeline.extractors.given import is_given_or_letter, is_known
from pipeline.extractors.names import is_post, read_name
from pipeline.extractors.word_lists import word_lists

_SIGN = re.compile(r"\s*[,;:(\[–—]|\s-\s")
_GAP = re.compile(r"\s*\t\s*")
_FEWEST = 3  # lines with words behind a name that show how a list is set
_WORDS = 3  # of what heads a column
_SHARE = 0.6  # of the lines, that have such words
_NOMINAL = re.compile(r",\s(?:[A-Z]{2,5})\b(?=[\s(]*[\w ]*\)?\s*$)")
_OWN = re.compile(
    r"(?P<given>[A-Z][\w’'-]*\.?)\s(?:(?:[A-Z]\.?|d[aeu]|de[rn]|la|le|van|von)\s){0,2}(?P<family>[A-Z][\w’'-]+)"
    r"(?:\s(?P<rest>[A-Z][^\t\n]*))?"
)
_OWN_OF_THREE = re.compile(
    r"(?P<given>[A-Z][\w’'-]*)\s[A-Z][\w’'-]+\s(?P<family>[A-Z][\w’'-]+)\s(?P<rest>[A-Z][^\t\n]*)"
)
_SECOND = 2  # words that may be one more name
# "Councillors⇥Divisions", "Name⇥Organisation": what stands above the columns of such a list
_HEADS = re.compile(
    r"(?P<head>[A-Z][\w’' ]{2,40}?[:\s-]*)\t\s*(?i:(?:position|post|role|title|office|rank|organi[sz]ation|school"
    r"|parish|ward|division|district|area|zone|affiliation|sector)s?|(?:bod|agenc|compan|constituenc|categor)(?:y|ies)"
    r"|represent(?:ing|ed)|on\s+behalf\s+of|from)(?:\s*/\s*\w+|\s+(?:held|represented))?\W*"
)


# "Present⇥Rights holder": a label of the people's own column, whatever heads the other
_LABEL = re.compile(
    r"(?i:(?:(?:members|also|others)\s+)?(?:present|in\s+attendance|attending)|attendees|apologies(?:\s+for\s+absence)?)\W*"
)


def without_heads(text: str) -> str:
    """A line without what heads the column beside the people's: "Councillors⇥Divisions" is a label for them."""
    found = _HEADS.fullmatch(text)
    label, gap, other = text.partition("\t")
    headed = gap and _LABEL.fullmatch(label) and len(other.split()) <= _WORDS and read_name(other) is None
    return found["head"].strip() if found is not None else label.strip() if headed else text


def told_beside(text: str) -> str:
    """A list as long, with a dash between each name and the post or body that stands behind it without a sign."""
    rows = text.split("\n")
    cut = _cut_at_gaps(rows)
    return "\n".join(cut if cut != rows else _cut_behind(rows))


def _cut_at_gaps(rows: Sequence[str]) -> list[str]:
    """Lines of two columns of which the second holds posts or bodies: a dash for the gap; people stay apart."""
    cells = [_GAP.split(row.strip()) for row in rows if row.strip()]
    pairs = [row for row in cells if len(row) == 2]
    if not pairs or any(len(row) > 2 for row in cells) or 2 * len(pairs) < len(cells):
        return list(rows)
    people = sum(_may_be_person(second) for _, second in pairs)
    if not all(_opens_with_one(first) for first, _ in pairs) or 2 * people >= len(pairs):
        return list(rows)
    return [_joined(row, row.index("\t")) if "\t" in row.strip() else row for row in rows]


def _joined(row: str, at: int) -> str:
    """A line with a dash at `at`, behind a name without its letters, and no comma that could part what follows."""
    name = _NOMINAL.sub(lambda found: " " * len(found[0]), row[:at])
    return f"{name.rstrip()}–".ljust(at + 1) + row[at + 1 :].replace(",", COMMA)


def _may_be_person(text: str) -> bool:
    """Somebody's name and, unless it has a title, a given name that is known; or words that hold such a name."""
    name = read_name(text)
    named = name is not None and (bool(name.titles) or (name.full and is_given_or_letter(name.text.split()[0])))
    return named or any(map(is_known, text.split()[1:-1]))


def _opens_with_one(text: str) -> bool:
    name = read_name(text, surname=True)
    return name is not None and not is_post(text)


def _cut_behind(rows: Sequence[str]) -> list[str]:
    """Lines of a name and where somebody comes from with only a blank between them, cut behind the name.

    Names of three words look the same: where not most lines have more behind two words, only those are cut that do.
    """
    told = [(row, _own(row)) for row in rows if row.strip()]
    behind = [found for _, found in told if found is not None and found["rest"]]
    bare = [found for _, found in told if found is not None and not found["rest"]]
    signed = any(row[found.end() :].strip(" .") for row, found in told if found is not None and not found["rest"])
    if 2 * sum(_may_be_person(found["rest"]) for found in behind) > len(behind) or any("\t" in row for row in rows):
        return list(rows)
    most = len(behind) >= max(_FEWEST, _SHARE * len(told)) and len(bare) * 4 <= len(told)
    bodies = sum(_is_body(found["rest"]) for found in behind)
    known = sum(is_given_or_letter(found["given"]) for found in behind)
    plain = sum(_names_body(found["rest"]) for found in behind)
    whole = most and 2 * bodies > len(behind) and 2 * max(known, plain) >= len(behind)
    return [_cut(row, sure=not whole) for row in rows] if whole or not signed else list(rows)


def _own(row: str) -> re.Match[str] | None:
    """The two words of somebody's name that a line opens with behind titles, and the words that follow at once."""
    at = len(row) - len(row.lstrip(" *_•·-–—"))
    while (title := word_lists().titles.match(row, at)) and title["title"][:1].isupper():
        at = title.end()
    found = _OWN.match(row, at)
    if found is not None and found["rest"] and is_known(found["family"]) and len(found["rest"].split()) > _SECOND:
        found = _OWN_OF_THREE.match(row, at)  # "Mary Jane Elm Oldcott First School"
    return found if found is not None and not is_post(f"{found['given']} {found['family']}") else None


def _is_body(rest: str) -> bool:
    """More than a surname: several words, letters that stand for a body, a word that no name has."""
    words = re.split(r"[\s,(]+", rest.strip(" .)"))
    first = words[0]
    return len(words) > 1 or (len(first) > 1 and first.isupper()) or read_name(f"Ann {first}") is None


def _names_body(rest: str) -> bool:
    """Letters or a word that no name has: "CAB", "Probation Service"."""
    words = re.split(r"[\s,()]+", rest.strip(" .)"))
    return any(
        (word.isupper() and len(word) > 1) or read_name(f"Ann {word}") is None for word in words if word[:1].isupper()
    )


def _cut(row: str, *, sure: bool) -> str:
    found = _own(row)
    if found is None or not found["rest"]:
        return row
    behind = _SIGN.split(found["rest"])[0]
    body = len(behind.split()) > _SECOND or (" " in behind and _names_body(behind))  # not "Otto Crane Ines Birkett"
    several = is_known(found["given"]) and not is_known(found["family"]) and body
    if _may_be_person(found["rest"]) or (sure and not several):
        return row
    return _joined(row, found.start("rest") - 1)
