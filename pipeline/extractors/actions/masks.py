"""A sentence with every owner in it masked, letter for letter, so that rules can be about frames: "◆◆◆ will write".

Who can own something in this paper: its people by full name, given name, surname and initials; posts; groups.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from pipeline.extractors.names import is_post
from pipeline.extractors.owners import SECTION, is_post_letters
from pipeline.found import FoundPerson
from pipeline.initials import INITIALS, initials_fit, split_name
from pipeline.rules.match import Matcher

PERSON = "◆"
"""Masks a person or post. `owner-mask-officers` and `owner-mask-group` of owners.yaml set the other signs."""
MASKS = f"{PERSON}◈◇"
"""All signs that mask somebody."""

_CAPITALS = re.compile(r"(?<![\w’'-])(?:[A-Z]{2,4}|[A-Z]{1,2}Ma?c[A-Z]?|(?:[A-Z]\.){2,3})(?![\w’'-])")
_HANDLE = re.compile(r"(?<![\w/@.])@[A-Za-z][\w-]{1,38}(?![\w@./-])")  # "@zoe-lund will ask": how projects name people
# "Ann KX0ABC will ask", "G4ABC to bring a rig": how radio clubs name people.
_CALL_SIGN = re.compile(r"(?<![\w/.-])(?:[A-Z][a-z]+,?\s)?(?:[A-Z]{1,2}|\d[A-Z])\d[A-Z]{2,3}(?![\w/.-])")
_OPENING = re.compile(
    r"(?<![\w’'-])(?:(?:He|She)(?=\s|[’']ll\b)|(?:he|she)(?=\sand\s[A-Z])"
    r"|(?:Both|[Tt]he\s(?:former|latter))(?=\s(?:will|would|to|agreed|offered|undertook|volunteered)\s(?!be\b)))"
)  # opens a sentence; whom it means is found out later
# Given names that open a sentence as plain words.
_PLAIN = frozenset(
    {"Will", "May", "June", "April", "August", "Can", "An", "So", "Do", "Art", "He", "In", "Is", "My", "No", "On", "We"}
)
_SHORT = 3
# "EE S. Box", "DOS A. Hale": the letters of a post before a name, masked with it.
_POST_AND_NAME = re.compile(r"(?<![\w.])[A-Z]{2,4}\s(?=[A-Z]\.?\s[A-Z][a-z])")
# "the Senior Engineer, Port Services, agreed": the section that somebody works in is no owner beside them.
_SECTION = re.compile(rf"(?<={PERSON},\s)◇+(?=[,\s])")


class Masks:
    """Masks the owners of one paper's sentences."""

    def __init__(self, matcher: Matcher, people: Sequence[FoundPerson], speakers: Sequence[str] = ()) -> None:
        self._matcher = matcher
        self._people = people
        told = {name for person in people for name in (*_spellings(person.name), *_posts(person.capacity or ""))}
        names = sorted(told | set(speakers), key=len, reverse=True)
        one = "|".join(map(re.escape, names)) or "(?!)"
        self._names = re.compile(rf"(?<![\w’'-])(?:[Tt]he\s)?(?:{one})(?![\w’-]|'(?!s))")
        self._masked = lru_cache(maxsize=4096)(self._mask)  # a sentence is asked about more than once

    def mask(self, text: str) -> str:
        """The text with each owner's letters replaced by a sign of its kind."""
        return self._masked(text)

    def is_here(self, words: str) -> bool:
        """Do the words hold the name, or the post, of somebody on the paper's lists?"""
        return self._names.search(words) is not None

    def attends(self, words: str) -> bool:
        """Do the words hold the name or post of somebody in attendance, and of no member?"""
        of = {person.status for person in self._people if _calls(person, words)}
        return of == {"in_attendance"}

    def _mask(self, text: str) -> str:
        out = list(text)
        end = 0
        for start, stop, sign in sorted(self._owners(text), key=lambda found: (found[0], -found[1])):
            if start >= end:
                out[start:stop] = sign * (stop - start)
                end = stop
        for found in _POST_AND_NAME.finditer(text):
            if out[found.end()] == PERSON:
                out[found.start() : found.end()] = PERSON * len(found[0])
        masked = "".join(out)
        return _SECTION.sub(lambda at: said if SECTION.search(said := text[slice(*at.span())]) else at[0], masked)

    def _owners(self, text: str) -> Iterator[tuple[int, int, str]]:
        for match in self._matcher.find("owner", text, part="mask"):
            yield (*match.spans["owner"], match.get("sign"))
        for names in (_HANDLE, _CALL_SIGN, self._names, _OPENING):
            yield from ((found.start(), found.end(), PERSON) for found in names.finditer(text))
        for found in _CAPITALS.finditer(text):
            letters = found[0]
            if any(
                letters == person.initials
                or initials_fit(letters, person.name)
                or is_post_letters(letters, person.capacity or "")
                for person in self._people
            ):
                yield found.start(), found.end(), PERSON


def _calls(person: FoundPerson, words: str) -> bool:
    """Do the words hold a person's surname, or a post that the list gives it?"""
    family = split_name(person.name)[1]
    return re.search(rf"\b{re.escape(family)}\b", words) is not None or any(
        post.casefold() in words.casefold() for post in _posts(person.capacity or "")
    )


def _posts(capacity: str) -> Iterator[str]:
    """The posts that a list of people gives somebody, each by itself: "Clerk & Lengthsman"."""
    for post in (capacity, *re.split(r"\s+and\s+|\s*[&,/;]\s*", capacity)):
        if is_post(post) or (len(post.split()) == 1 and len(post) > _SHORT):
            yield post
            if " " in post:
                yield post.lower()  # "It was agreed that the clerk to council look into it"


def _spellings(name: str) -> Iterable[str]:
    """How running text may call somebody without a title."""
    given, family = split_name(name)
    first = given.split(" ")[0]
    if given:
        yield name
        yield f"{first[0]}. {family}"
        yield f"{first[0]} {family}"
        yield f"{name.removesuffix(family)}{family.upper()}"  # "Ann BOX will ask"
    if len(first) > 1 and len(family) > 1 and not INITIALS.fullmatch(first):
        yield f"{first} {family[0]}"  # "Jo W will ask"
    if len(first) > 1 and not INITIALS.fullmatch(first) and first not in _PLAIN:
        yield first
    if len(family) > 1 and family[:1].isupper() and family not in _PLAIN:
        yield family
