"""Owners as written -> the person that this paper lets a reader resolve them to. Never decides between two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from pipeline.extractors.given import forms_of, is_known
from pipeline.extractors.names import Name, is_post, read_name
from pipeline.extractors.owners import OFFICE_BEFORE, is_role, letters_of
from pipeline.extractors.posts import is_trade
from pipeline.found import FoundPerson
from pipeline.initials import INITIALS, full_initials, initials_fit, same_person, split_name
from pipeline.link.named import Person, named, paid, presiding, signed, titled_holders
from pipeline.link.posts import (
    LETTERS,
    OF_EVERY_BODY,
    ORGANISATION,
    WORDS_FIRST,
    WORDS_LAST,
    is_body,
    is_kind_of,
    post_key,
    spelling,
)
from pipeline.link.written import fuller

__all__ = ["Resolution", "Roster", "resolution_of"]

_BODIES_OF_TWO = frozenset({"PC", "TC", "CC", "DC", "BC", "LA", "WI", "GP", "MP", "UK", "EA"})
_CIVIL = frozenset({"mr", "mrs", "ms", "miss", "dr"})
# Titles that stand before a given name: "Fr Sam", "Sister Ann".
_OF_CHURCH = frozenset({"fr", "father", "sister", "brother", "sir", "dame", "lady", "canon", "rev", "revd", "pastor"})
_SEVERAL = re.compile(r"(?:[Tt]he\s+|[Bb]oth\s+|[Tt]wo\s+|[Tt]hree\s+){0,2}(?P<posts>[A-Za-z]+(?:[\s-][a-z]+)?s)")
_POST_LETTERS = re.compile(r"^[A-Z]{2,4}\s(?=[A-Z]\.?\s[A-Z][a-z])")
_TOGETHER = 4  # people who may hold a post together; more are a group
SHOUTED = 4  # letters up to which words in capitals may be initials


@dataclass(frozen=True, slots=True)
class Resolution:
    """Whom words name. `name` is as written where nobody or several fit; `candidates` then are those who do."""

    name: str
    role: str | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True)
class Roster:
    """The people whom a paper names, with their posts and initials."""

    people: tuple[Person, ...]
    heads: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    _resolved: dict[str, Resolution] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        people: Iterable[FoundPerson],
        *,
        texts: Sequence[str] = (),
        heads: Sequence[str] = (),
        rows: Sequence[str] = (),
    ) -> Roster:
        """A roster from the attendance list and from names with posts or initials in the paper's lines.

        Args:
            heads: the lines of its head and its lists of people, which may name whom the list misses.
            rows: those of its tables; of payments, they may say who is paid as clerk.
        """
        roster: list[Person] = []
        for person in people:
            posts = (person.capacity,) if person.capacity else ()
            _add(roster, Person(person.name, posts, person.initials, away=person.status in ("apologies", "absent")))
        held = {spelling(post) for person in roster for post in person.posts}
        for told in (*named(texts), *signed(texts)):
            if not _is_held(told, held):
                _add(roster, told)
        for surname, post in titled_holders(texts):
            _give(roster, surname, post)
        for told in (*presiding(texts), *paid((*texts, *rows))):
            if not any(post_key(q) == post_key(told.posts[0]) for p in roster for q in p.posts):
                _add(roster, told)
                at = next((at for at, p in enumerate(roster) if p.name == told.name), None)
                if at is not None and told.posts[0] not in roster[at].posts:
                    roster[at] = replace(roster[at], posts=(*roster[at].posts, *told.posts))
        return cls(tuple(roster), tuple(heads), tuple(texts))

    def resolve(self, as_written: str) -> Resolution:
        """The one person whom initials, a post, a surname or a full name stand for; else the words as written."""
        if as_written not in self._resolved:  # a paper names the same few again and again
            self._resolved[as_written] = self._resolve(as_written)
        return self._resolved[as_written]

    def holders(self, words: str) -> list[str]:
        """The names of those who hold a post together: "the captains" where two of the list are captains."""
        found = _SEVERAL.fullmatch(words)
        post = spelling(re.sub(r"ies$", "ys", found["posts"])[:-1]) if found is not None else ""
        if not post or post in OF_EVERY_BODY:
            return []
        own = [p.name for p in self.people if p.listed and any(is_kind_of(spelling(q), post) for q in p.posts)]
        return own if 1 < len(own) <= _TOGETHER else []

    def _resolve(self, as_written: str) -> Resolution:
        words = re.sub(r"\b([ODM][’'])\s(?=[A-Z])", r"\1", re.sub(r"\s+", " ", as_written)).strip(" .,;:")
        if words.isupper() and len(words) > SHOUTED and "(" not in words and not INITIALS.fullmatch(words):
            words = words.title()  # "CLERK", "ANN BOX"
        words = _POST_LETTERS.sub("", words)  # "EE S. Box"
        for find in (self._by_initials, self._by_name, self._by_post, self._by_office, self._by_short_post):
            found = _distinct(find(words))
            if len(found) == 1:
                return resolution_of(found[0])
            if found:
                return Resolution(_bare(as_written), None, tuple(person.name for person in found))
        return Resolution(fuller(words, self.heads, self.texts) or _bare(as_written))

    def _by_initials(self, words: str) -> list[Person]:
        if not INITIALS.fullmatch(words):
            return []
        plain = words.replace(".", "")
        keyed = [p for p in self.people if p.initials and p.initials.replace(".", "") == plain]
        if keyed:
            return keyed
        # A person whom the paper's key gives other initials is not meant by these.
        free = [p for p in self.people if not p.initials and initials_fit(plain, p.name)]
        free = [p for p in free if p.listed] or free
        # Minutes use initials for those who speak, and every word of a name before some of them.
        there = [p for p in free if not p.away] or free
        there = [p for p in there if plain.upper() in full_initials(p.name)] or there
        if not there:  # "Hal Moar (HM)" among the staff of a list with keys: the letters of a post
            return [
                p
                for p in self.people
                if p.listed and len(plain) == 2 and plain in p.posts and plain not in _BODIES_OF_TWO
            ]
        # "HM" may be Hal Moar or the Harbour Master: who it is, is not told.
        return [*there, *(p for p in self.people if p.listed and any(letters_of(q) == plain for q in p.posts))]

    def _by_name(self, words: str) -> list[Person]:
        name = read_name(words, surname=True)
        if name is None or words[name.end :].strip(" ,.") or is_post(words):
            there = [p for p in self.people if " " in p.name and p.name in words]
            inside = [p for p in there if re.search(rf"\b{re.escape(p.name)}\b", words)]
            return inside if len(inside) == 1 else []
        exact = [p for p in self.people if p.name == name.text]
        if exact and not exact[0].listed:  # "Will Hale", whom the list has as William
            fuller = [p for p in self.people if p.listed and _otherwise(name.text, p.name)]
            exact = fuller if len(fuller) == 1 else exact
        return exact or self._by_part(name)

    def _by_part(self, name: Name) -> list[Person]:
        if name.full:
            same = [p for p in self.people if " " in p.name and same_person(p.name, name.text)]
            return (
                same
                or _listed_first(
                    p for p in self.people if _cut_short(name.text, p.name) or p.name.startswith(f"{name.text} ")
                )
                or _listed_first(p for p in self.people if _otherwise(name.text, p.name))
            )
        by_surname = [p for p in self.people if split_name(p.name)[1].casefold() == name.text.casefold()]
        titles = {title.rstrip(".").casefold() for title in name.titles}
        if titles & _CIVIL and len(several := [p for p in by_surname if p.listed or self._is_guest(p)]) > 1:
            return several  # "Mr Hale" may be the guest whom the text introduces, and not the Mr S. Hale of the list
        if by_surname or not _OF_CHURCH.issuperset(titles):
            return _listed_first(by_surname)
        given = name.text.casefold()
        return (
            _listed_first(p for p in self.people if given in p.given)
            or _listed_first(p for p in self.people if p.listed and p.given & forms_of(given))
            or self._by_first_letter(name.text)
        )

    def _by_first_letter(self, given: str) -> list[Person]:
        """ "Graham", where the list has G. Hume and no other G."""
        mine = [
            p for p in self.people if p.listed and re.fullmatch(rf"{given[:1]}\.?", split_name(p.name)[0][:2].strip())
        ]
        return mine if len(mine) == 1 and is_known(given) else []

    def _is_guest(self, person: Person) -> bool:
        """Somebody whom the text gives with a post, and no listed name with another word run into it."""
        return bool(person.posts) and not any(p.listed and person.name.endswith(p.name) for p in self.people)

    def _by_office(self, words: str) -> list[Person]:
        """ "Chief Reed", "Mayor Vane": the name behind an office."""
        plain = OFFICE_BEFORE.sub("", words)
        return self._by_name(plain) if plain != words else []

    def _by_short_post(self, words: str) -> list[Person]:
        """ "the Engineer", "the Ranger", for the only one there who is some sort of engineer or ranger."""
        key = post_key(words)
        if not key or key in OF_EVERY_BODY or is_body(words) or not (is_role(_bare(words)) or is_trade(key)):
            return []
        return [p for p in self.people if p.listed and any(is_kind_of(spelling(post), key) for post in p.posts)]

    def _sends(self, words: str) -> bool:
        """Somebody is there for the organisation of that name."""
        return any(spelling(post) == spelling(words) for p in self.people for post in p.posts)

    def _by_post(self, words: str) -> list[Person]:
        if not post_key(words):
            return []
        sent = ORGANISATION.search(words) and not is_post(words) and self._sends(words)
        for listed in (True, False):
            for alike in LETTERS if is_body(words) or sent else (*WORDS_FIRST, *LETTERS, *WORDS_LAST):
                found = [p for p in self.people if p.listed is listed and any(alike(words, post) for post in p.posts)]
                if found:
                    return found
        return []


def resolution_of(person: Person) -> Resolution:
    """Words that name one person."""
    return Resolution(person.name, person.posts[0] if person.posts else None, (person.name,))


def _bare(words: str) -> str:
    return re.sub(r"^(?:[Tt]he|[Aa]n?)\s+(?=\w)", "", words)


def _listed_first(people: Iterable[Person]) -> list[Person]:
    """Those whom the attendance names, where there are some: a short name means who was there."""
    found = list(people)
    return [person for person in found if person.listed] or found


def _cut_short(short: str, name: str) -> bool:
    """ "Kit H" for Kit Hale: the surname by its first letter."""
    (given, letter), (first, family) = split_name(short), split_name(name)
    return len(letter.rstrip(".")) == 1 and bool(first) and given == first.split(" ")[0] and family[0] == letter[0]


def _otherwise(written: str, name: str) -> bool:
    """ "Mike Hale" for Michael Hale."""
    (given, family), (first, last) = split_name(written), split_name(name)
    return family.casefold() == last.casefold() and first.split(" ")[0].casefold() in forms_of(given)


def _distinct(people: Sequence[Person]) -> list[Person]:
    return list({person.name: person for person in people}.values())


def _is_held(told: Person, held: set[str]) -> bool:
    """ "Area Champion reported", "Trading Hut Manager" on a line of its own: a post of the list, and no name."""
    if not told.posts:
        return spelling(told.name) in held
    return any(spelling(f"{told.name} {post}") in held for post in told.posts)


def _add(roster: list[Person], person: Person) -> None:
    """Adds a person, or what is new about one already there."""
    same = [at for at, other in enumerate(roster) if other.name == person.name] or [
        at
        for at, other in enumerate(roster)
        if same_person(other.name, person.name)
        or (other.listed and not person.listed and other.name.startswith(f"{person.name} "))  # "Mary Ann" of a list's
    ]
    if not same:
        roster.append(person)
    elif len(same) == 1:
        old = roster[same[0]]
        in_full = " " in person.name and " " not in old.name  # "Box" of a roll call, whom the paper elsewhere names
        name = person.name if in_full or (not old.listed and len(old.name) < len(person.name)) else old.name
        # A post in the prose only fills a gap: the list's own word for somebody comes first.
        posts = old.posts or person.posts
        roster[same[0]] = replace(
            old,
            name=name,
            posts=posts,
            initials=old.initials or person.initials,
            listed=old.listed or person.listed,
            called=old.called or person.called,
        )


def _give(roster: list[Person], surname: str, post: str) -> None:
    """Gives a post to the only one of the list with that surname, who has none, where nobody else holds it."""
    own = [at for at, p in enumerate(roster) if p.listed and split_name(p.name)[1].casefold() == surname.casefold()]
    held = any(post_key(q) == post_key(post) for p in roster if p.listed for q in p.posts)
    if len(own) == 1 and not roster[own[0]].posts and not held:
        roster[own[0]] = replace(roster[own[0]], posts=(post,))
