"""Initials and part names: "JH" for Jo Hale, "J. Hale" and "Cllr Hale" for the same person."""

from __future__ import annotations

import re
from functools import lru_cache

from nameparser import HumanName

INITIALS = re.compile(r"(?:[A-Z]\.?-?(?=[A-Za-z.]|\b)){2,4}[a-z]{0,2}|[A-Z]Ma?c[A-Z]")
_ONE = r"(?:[A-Z]{2,4}|[A-Z][a-z]?[A-Z]|All|ALL)"
LETTERS = re.compile(rf"{_ONE}\b(?:\s*(?:[/,&+]|\band\b)\s*{_ONE}\b)*")
"""Whose a row of a narrow column is, by letters alone: "AB", "AB, CD/EF", "All"."""
GLUED = re.compile(r"(?P<given>(?:[A-Z]\.)+)(?P<family>[A-Z][\w’'-]{2,})")  # "A.Marlow"


_OF_IRISH = r"(?:Ní|Nic|Ó|Uí|Mac|Mhic|Ui|Ni)"  # words that open a surname and that no given name is


@lru_cache(maxsize=4096)
def split_name(name: str) -> tuple[str, str]:
    """Given names (or initials) and surname, particles with the surname: ("Piet", "van der Berg")."""
    if found := re.fullmatch(r"(.+?)\s*\(([^)]*)\)", name):
        return found[2].strip(), found[1].strip()
    words = name.split()
    if found := GLUED.fullmatch(name):
        return found["given"], found["family"]
    if len(words) == 1:
        return "", name
    if found := re.fullmatch(rf"(?:(.+?)\s)?((?!(?<!.)Nic\b){_OF_IRISH}\s\S+)", name):
        return found[1] or "", found[2]
    parsed = HumanName(name)
    family = parsed.last or words[-1]
    given = name[: len(name) - len(family)].strip() if name.endswith(family) else " ".join(words[:-1])
    return (given, family) if given else (" ".join(words[:-1]), words[-1])


@lru_cache(maxsize=4096)
def initials_of(name: str) -> frozenset[str]:
    """Initials that minutes use for a name, in capitals: JH, and JMH or JFH for middle and hyphened names."""
    given, family = split_name(name)
    given = spaced(given, family)
    first = [part[0] for part in re.split(r"[\s.]+", given) if part]
    hyphened = [part[0] for part in re.split(r"[\s.-]+", given) if part]
    last = [part[0] for part in family.split() if part]
    last_hyphened = [part[0] for part in re.split(r"[\s-]+", family) if part]
    surnames = {
        "".join(last),
        "".join(last_hyphened),
        last_hyphened[-1] if last_hyphened else "",
        last_hyphened[0] if last_hyphened else "",
    }
    if found := re.match(r"(?:Mc|Mac|O[’'])(\w)", family):
        surnames |= {f"{family[0]}{found[1]}"}
    givens = {"".join(first), "".join(hyphened), first[0] if first else ""}
    made = {(g + s).upper() for g in givens for s in surnames if g and s}
    if len(first) > 1 and not given.replace(".", "").replace(" ", "").isupper():
        # "Anne Marie Reed" or a double surname without hyphen: every word counts, or the first of the two surnames.
        made |= {"".join(hyphened + last_hyphened).upper(), (first[0] + first[-1]).upper()}
    return frozenset(made)


def spaced(given: str, family: str) -> str:
    """ "AL" of "AL Sung" as "A L": initials that a list writes in one; "ANN" of "ANN BOX" is a name."""
    together = re.fullmatch(r"[A-Z]{2,3}", given) is not None and not family.isupper()
    return " ".join(given) if together else given


def full_initials(name: str) -> frozenset[str]:
    """Initials that take in every word of a name: DPG for Di Parr Gill, not DG; ALS for AL Sung."""
    given, family = split_name(name)
    words = [word for word in re.split(r"[\s.]+", f"{spaced(given, family)} {family}") if word]
    parts = [part for word in words for part in word.split("-") if part]
    return frozenset({"".join(word[0] for word in words).upper(), "".join(part[0] for part in parts).upper()})


@lru_cache(maxsize=4096)
def initials_fit(initials: str, name: str) -> bool:
    """Could these letters stand for the name? "LBk" for Lee Birk and "DMcL" for Di McLane do, by letters in order."""
    plain = re.sub(r"[^A-Za-z]", "", initials)
    if plain.upper() in initials_of(name):
        return True
    given, family = split_name(name)
    if not given or len(plain) < 2 or plain[0].upper() != given[0].upper() or plain[1].upper() != family[0].upper():
        return False
    rest = iter(family[1:].lower())
    return all(letter in rest for letter in plain[2:].lower())


def fits_key(initials: str, name: str) -> bool:
    """Could a paper give these letters beside the name? A key may know of a middle name that the list leaves out."""
    given, family = split_name(name)
    plain = re.sub(r"[^A-Za-z]", "", initials)
    middle = len(plain) == 3 and given and plain[0] == given[0] and plain[2] == family[0]
    return bool(middle) or initials_fit(initials, name)


def same_person(a: str, b: str) -> bool:
    """Two spellings of one name in one paper: equal, or one gives the surname or initials of the other."""
    (given, family), (given2, family2) = split_name(a), split_name(b)
    if _letters(family) != _letters(family2):
        return _letters(a) == _letters(b)
    if not given or not given2 or _letters(given) == _letters(given2):
        return True
    one, two = _letters(given.split()[0]), _letters(given2.split()[0])
    short = min(len(one), len(two)) == 1 or given.replace(".", "").isupper() or given2.replace(".", "").isupper()
    return one == two or (short and one[:1] == two[:1])


@lru_cache(maxsize=4096)
def _letters(text: str) -> str:
    return re.sub(r"[^\w]", "", text).casefold()
