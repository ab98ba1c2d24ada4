"""The initials that a list of people gives beside their names: "Alex Marlow (AM)", "Sam Reed SR"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extractors.attendance.entries import Entry
from pipeline.extractors.names import Name, is_post, is_post_nominal, read_name
from pipeline.extractors.posts import OFFICES
from pipeline.initials import INITIALS, fits_key, initials_fit

KEY_AND_POST = re.compile(
    r"(?P<key>[A-Z]{2,4}[a-z]{0,2})\s?[,;–-]\s*(?P<post>[A-Z].+|(?:minute|note)s?(?:[ -]?taker)?)$"
)  # "(JL, Chair)"


def has_key(name: Name, words: str) -> bool:
    """The paper's initials stand behind a name: it is a person, whatever stands before it."""
    found = re.match(r"\s*[(\[]?([A-Z]{2,4}[a-z]{0,2})\b", words[name.end :])
    return found is not None and initials_fit(found[1], name.text)


def key_in(inside: str, name: Name, *, spare: bool) -> str | None:
    """Initials in brackets: they fit the name, or the bracket is a second one ("[Treasurer] (JR)")."""
    if len(inside) == 1 and " " not in name.text and inside == name.text[:1]:
        return inside
    if not INITIALS.fullmatch(inside):
        return None
    alone = " " not in name.text and inside[0] == name.text[0]  # "Sam (SR)": who is S. R. is not told
    return inside if fits_key(inside, name.text) or ((spare or alone) and len(inside) < 4) else None


_FORENAME = re.compile(r"(([A-Z])[\w’'-]+)\s+\(\2\)")
_SMALL_SURNAME = re.compile(r"\W*(?P<given>[A-Z][a-z]+)\s(?P<family>[a-z][\w’'-]+),?\s*[(\[]?(?P<key>[A-Z]{2})\b")
_KEY_INSIDE = re.compile(r"\s*[(\[](?P<key>[A-Z]{2,4}[a-z]{0,2})[)\]]")
_KEY_FIRST = re.compile(r"(?P<key>[A-Z]{2,3})(?=$|\s[A-Z])")  # "AR Chairperson", of a list in columns; "AR"
_OF_WORK = re.compile(r"(?:HR|PR|IT|IS|ICT|QA|PA|PE|RE|MD|AD|CE|FM|GP|MP|LA|PC|EA|EU|UK|US)\b")  # "HR Director"
_KEY_LAST = re.compile(r"\s(?P<key>[A-Z]{2,4}|[A-Z]{1,2}Ma?c[A-Z]?)$")


def keyed_name(words: str, *, keyed: bool) -> Name | None:
    """The name that only a key tells: "Ann reed (AR)", and "Sal (S)" in a list that gives initials (`keyed`)."""
    found = _SMALL_SURNAME.match(words)
    if found is not None and found["key"] == f"{found['given'][0]}{found['family'][0].upper()}":
        return Name(f"{found['given']} {found['family']}", end=found.end("family"))
    alone = _FORENAME.fullmatch(words.strip()) if keyed else None
    return read_name(words[: words.index("(")], surname=True) if alone and not is_post(alone[1]) else None


def ends_with_key(text: str) -> bool:
    """Letters such as the paper's key close a line: "Ann Reed Clerk to the Board AR"."""
    return _KEY_LAST.search(text.rstrip()) is not None


def without_key(entry: Entry) -> Entry:
    """An entry whose capacity holds the paper's key for the name, at an end or in brackets, with the two apart."""
    capacity = entry.capacity or ""
    found = _KEY_LAST.search(capacity) or _KEY_INSIDE.search(capacity) or _key_ahead(entry)
    if found is None or entry.initials or not fits_key(found["key"], entry.name.text):
        return entry
    rest = f"{capacity[: found.start()].rstrip(' ,-–')}{capacity[found.end() :]}"
    return replace(entry, capacity=rest.strip(" ,-–") or None, initials=found["key"])


def _key_ahead(entry: Entry) -> re.Match[str] | None:
    """The letters that a capacity opens with, where they are those of the name and no field of work."""
    found = _KEY_FIRST.match(entry.capacity or "")
    own = "".join(word[0] for word in entry.name.text.split())
    return found if found is not None and found["key"] == own and not _OF_WORK.match(found["key"]) else None


FEWEST = 3  # initials that make a list one of people whom the paper names in no other way
_DOTS = r"[A-Z]\.\s?(?:[A-Z]\.\s?)?[A-Z]\.?"
_BEHIND = r"(?:\s*[(\[](?P<post>[^()\[\]]+)[)\]])?"
_ENTRY = re.compile(rf"\s*(?:and\s+|&\s*)?(?P<key>[A-Z]{{2,4}}|{_DOTS}){_BEHIND}[\s.]*")
_POST = re.compile(r"\s*[(\[](?P<post>[^()\[\]]+)[)\]]")
_PIECE = re.compile(r"(?:(?!\s(?:and|&)\s)[^,;\n()\[\]]|[(\[][^()\[\]]*[)\]])+")

_SIDE_BY_SIDE = re.compile(r"(?:^|,)\s*[A-Z]{2,3},\s*[A-Z]{2,3}\s*(?:,|$|\sand\s)")
_NO_LETTERS = re.compile(r"(?:N/?A|TB[AC]|NIL|NONE|AOB|NO|PC|GP|MP|LA|HR|IT)\b")


def initials_alone(text: str) -> list[Entry]:
    """The entries of a list that gives nearly everybody by initials, "AK (president), SM, LM"; [] for any other."""
    out: list[Entry] = []
    keyed = other = posted = lettered = 0
    posts = [is_office(piece[0]) for piece in _PIECE.finditer(text) if piece[0].strip(" .")]
    offices = 2 * sum(posts) >= len(posts)
    for piece in _PIECE.finditer(text):
        if not piece[0].strip(" ."):
            continue
        # "HoS, CFO": whoever holds these posts is named elsewhere or not at all; "HT" may be Hal Thorn
        if is_office(piece[0]) and (offices or len(piece[0].strip(" .")) > 2):
            continue
        if found := _ENTRY.fullmatch(piece[0]):
            keyed += 1
            out.append(_entry(found, piece.start(), piece.end()))
        elif (name := read_name(piece[0].strip(), surname=True)) is not None:
            behind = _POST.fullmatch(piece[0].strip()[name.end :])
            post = behind["post"] if behind else None
            posted += post is not None
            letters = post if post and fits_key(post, name.text) else None  # "Ann Box (AB)" among "CD, EF"
            lettered += letters is not None
            out.append(Entry(name, piece.start(), piece.end(), None if letters else post, letters or name.text))
        else:
            other += 1
    if keyed == len(out) == 1 and not other and re.fullmatch(r"[A-Z]{2}", only := text.strip(" .")):
        return [] if _NO_LETTERS.match(only) else out  # "Apologies: JD"
    named = len(out) - keyed
    # "Ann Box (Nurse), HS (Patient), VK (Patient)": with a post beside each, letters may be fewer.
    alike = not other and posted == named and all(one.capacity for one in out)
    two = keyed > 1 and not (named or other or _NO_LETTERS.search(text))
    # "Dr Ann Box (AB), CD, Mrs Elm, FG, HI": as many letters as names, two of them side by side
    mixed = (
        not other
        and posted == lettered
        and keyed >= named
        and _SIDE_BY_SIDE.search(text)
        and not _NO_LETTERS.search(text)
    )
    return out if two or (keyed >= FEWEST and (alike or mixed or keyed >= 2 * (named + other))) else []


_DOTTED = re.compile(rf"\s*(?:and\s+|&\s*)?(?P<key>{_DOTS}){_BEHIND}\s*")


def is_office(text: str) -> bool:
    """A post by its letters: "HoS", "C.E.O."."""
    return OFFICES.fullmatch(text.strip(" .").replace(".", "")) is not None


def by_letters(words: str, start: int, entries: Sequence[Entry], before: str) -> Entry | None:
    """ "J.D." among whole names: somebody whom a list names by initials; no letters behind a name, and no post."""
    found = _DOTTED.fullmatch(words)
    if found is None or (is_office(found["key"]) and found["key"].count(".") > 2):
        return None
    if entries and before == "," and is_post_nominal(found["key"]):
        return None  # "Sam Reed, M.D."
    return _entry(found, start, start + len(words))


def _entry(found: re.Match[str], start: int, end: int) -> Entry:
    """Whom a list names by initials, with the post behind them."""
    letters = found["key"].replace(".", "").replace(" ", "")
    return Entry(Name(found["key"].strip()), start, end, found["post"], letters)
