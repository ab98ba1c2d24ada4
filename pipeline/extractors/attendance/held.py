"""Lines that say what somebody is before who it is: "Scouts – Ann Reed", "Director of Works (Bo Hale)"; "Reed, Ann"."""

from __future__ import annotations

import re

from pipeline.extractors.attendance.pieces import TITLED
from pipeline.extractors.given import is_given_or_letter, is_known
from pipeline.extractors.names import Name, is_person, is_post, read_name
from pipeline.paper import fold

_HELD = re.compile(r"(?P<post>[A-Z][^()\n]{3,80}?)\s*\((?P<holder>[A-Z][^()\n]{3,40})\)")


def may_hold(post: str, inside: str, *, opens: bool) -> bool:
    """May brackets behind a post hold its holder: "the Clerk (Alex Marlow)"? `opens`: posts stand in front here."""
    named = re.match(r"the\s", post, re.IGNORECASE) is not None and is_post(post) and is_person(inside)
    return named or TITLED.match(inside) is not None or (opens and holder_in_brackets(f"{post} ({inside})") is not None)


def holder_in_brackets(text: str) -> str | None:
    """The post of "Director Roads and Works (Ann Reed)", told by its first or last word, with its holder behind it."""
    found = _HELD.fullmatch(text.strip(" .;,"))
    if found is None or not is_person(found["holder"]):
        return None
    post = found["post"].strip(" -–:")
    return post if is_post(post.split()[0]) or is_post(post) else None


def holders(text: str) -> list[tuple[Name, int, int, str]]:
    """The people of a list of which each line is a post with its holder behind it; none where one is not."""
    out: list[tuple[Name, int, int, str]] = []
    for line in re.finditer(r"[^\n]*[^\s][^\n]*", text):
        post, found = holder_in_brackets(line[0]), _HELD.search(line[0])
        name = read_name(found["holder"]) if found is not None else None
        if post is None or name is None:
            return []
        out.append((name, line.start(), line.end(), fold(post)))
    return out


_DASHED = re.compile(r"\s*(?P<post>[A-Z](?:[^–—:(),;\n]|\([A-Z]{2,6}\)){2,60}?)\s+[-–—]\s*(?=[A-Z])")
_TOLD = re.compile(r"\b(?:by|from|with|to)\b")  # "Welcome by the Chair – Ann Reed": a title of business
_ENDS = re.compile(r"\W*$|\s*[(\[]|\s[-–—]\s")


def holder_behind(words: str, *, sure: bool = False) -> int:
    """Where a person opens behind a dash and the post or body they come for, "Moor Rovers – Ann Reed"; else 0.

    Args:
        sure: posts stand in front in this list, so that the given name need not be a known one.
    """
    found = _DASHED.match(words)
    name = read_name(words[found.end() :]) if found is not None else None
    rest = words[found.end() + name.end :] if found is not None and name is not None else ""
    if found is None or name is None or not name.full or not (_ENDS.match(rest) or is_post(rest)):
        return 0
    first = found["post"].split()[0]
    other = read_name(found["post"])
    led = (other is not None and (bool(other.titles) or is_given_or_letter(first))) or _TOLD.search(
        found["post"]
    ) is not None
    return 0 if led or not (sure or name.titles or is_known(name.text.split()[0])) else found.end()


_TURNED = re.compile(
    r"\W{0,3}(?P<family>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?),\s(?P<given>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)?)"
    r"(?:\s*(?P<sign>[;\t(]|\s[-–—]\s)\s*(?P<post>[^\n]*))?"
)


def turned(text: str) -> list[tuple[Name, int, int, str]]:
    """The people of a list of which each line is "Reed, Ann; Harrow Care": the surname first; none where one is not."""
    rows = [*re.finditer(r"[^\n]*[^\s][^\n]*", text)]
    found = [_TURNED.fullmatch(row[0].rstrip()) for row in rows]
    if len(rows) < 2 or not all(one and one["sign"] for one in found):
        return []
    return [
        (Name(f"{one['given']} {one['family']}"), row.start(), row.end(), fold(one["post"]).strip("() "))
        for row, one in zip(rows, found, strict=True)
        if one is not None and not is_post(one["given"])
    ]


_AHEAD = re.compile(
    r"\W{0,3}(?P<post>[A-Z][^–—:\n]{1,50}?)\s*(?:\s[-–—]|:|\.{3,}|…+|\t)\s*(?P<holder>[A-Z][^–—:\n]*?)(?P<key>\s*\([A-Z]{2,4}\))?\s*"
)
_AND = re.compile(r"\s*(?:,\s*(?:and\s)?|\s(?:and|&)\s|/)\s*")
_FEWEST = 3  # lines that show that what stands ahead is a post or a body


def heads(text: str) -> list[tuple[Name, int, int, str]]:
    """The people of a list of which each line is a post or a body with who comes for it: "Scouts – Ann Reed".

    None where a line is anything else, or where what stands ahead might as well be the person.
    """
    rows = [(line.start(), _AHEAD.fullmatch(line[0])) for line in re.finditer(r"[^\n]*[^\s][^\n]*", text)]
    if len(rows) < _FEWEST or not all(found is not None for _, found in rows):
        return []
    told = [(at, found, [*_people(found["holder"])]) for at, found in rows if found is not None]
    posts = [is_post(found["post"]) for _, found, _ in told]
    people = [not post and is_person(found["post"]) for post, (_, found, _) in zip(posts, told, strict=True)]
    if not any(posts) or 2 * sum(people) > len(told) or not all(named for _, _, named in told):
        return []
    return [
        (name, at + found.start("holder") + start, at + found.end(), fold(found["post"]))
        for at, found, named in told
        for start, name in named
    ]


_SENDS = re.compile(r"[\s,;:]*(?P<body>[A-Z][^();]{2,50}?)\s*\((?P<people>[A-Z][^()]{3,90})\)")


def senders(text: str) -> list[tuple[Name, int, int, str]]:
    """The people of a list of bodies with whom each sends in brackets: "Moor A & B (Ann Reed & Bo Hale) Mill (Cy Orr)".

    None where anything else stands in it, or where what stands outside brackets might as well be the person.
    """
    found, end = [], 0
    while (one := _SENDS.match(text, end)) is not None:
        found.append(one)
        end = one.end()
    told = [(one, _people(one["people"])) for one in found]
    if len(found) < _FEWEST or text[end:].strip(" .,;") or not all(people for _, people in told):
        return []
    outside = sum(is_known(one["body"].split()[0]) or TITLED.match(one["body"]) is not None for one in found)
    inside = [name.text.split()[0] for _, people in told for _, name in people]
    sure = [given for given in inside if is_known(given) or len(given.rstrip(".")) < 2]
    if 2 * outside > len(found) or 2 * len(sure) < len(inside):
        return []  # "Bo Hale (Progress Party)"
    return [
        (name, one.start("people") + at, one.end(), fold(one["body"])) for one, people in told for at, name in people
    ]


def _people(text: str) -> list[tuple[int, Name]]:
    """Where each person of a line opens, if it is nothing but whole names with a word between them; else nobody."""
    out: list[tuple[int, Name]] = []
    at = 0
    for part in _AND.split(text):
        name = read_name(part)
        if name is None or not (name.full or name.titles) or part[name.end :].strip(" ."):
            return []
        at = text.index(part, at)
        out.append((at, name))
    return out
