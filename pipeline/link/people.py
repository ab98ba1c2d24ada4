"""Owners as written -> the person that this paper lets a reader resolve them to. Never decides between two."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from rapidfuzz import fuzz

from pipeline.extractors.given import forms_of
from pipeline.extractors.names import Name, is_post, read_name
from pipeline.extractors.owners import OFFICE_BEFORE, SMALL_WORDS, is_post_letters, is_role, letters_of
from pipeline.found import FoundPerson
from pipeline.initials import INITIALS, full_initials, initials_fit, same_person, split_name
from pipeline.link.named import Person, named, signed, titled_holders

__all__ = ["Resolution", "Roster"]

_BODIES_OF_TWO = frozenset({"PC", "TC", "CC", "DC", "BC", "LA", "WI", "GP", "MP", "UK", "EA"})
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
    _resolved: dict[str, Resolution] = field(default_factory=dict)

    @classmethod
    def of(cls, people: Iterable[FoundPerson], *, texts: Sequence[str] = ()) -> Roster:
        """A roster from the attendance list and from names with posts or initials in the paper's lines."""
        roster: list[Person] = []
        for person in people:
            posts = (person.capacity,) if person.capacity else ()
            _add(roster, Person(person.name, posts, person.initials, away=person.status in ("apologies", "absent")))
        for told in (*named(texts), *signed(texts)):
            _add(roster, told)
        for surname, post in titled_holders(texts):
            _give(roster, surname, post)
        return cls(tuple(roster))

    def resolve(self, as_written: str) -> Resolution:
        """The one person whom initials, a post, a surname or a full name stand for; else the words as written."""
        if as_written not in self._resolved:  # a paper names the same few again and again
            self._resolved[as_written] = self._resolve(as_written)
        return self._resolved[as_written]

    def holders(self, words: str) -> list[str]:
        """The names of those who hold a post together: "the captains" where two of the list are captains."""
        found = _SEVERAL.fullmatch(words)
        post = _spelling(re.sub(r"ies$", "ys", found["posts"])[:-1]) if found is not None else ""
        if not post or post in _OF_EVERY_BODY:
            return []
        own = [p.name for p in self.people if p.listed and any(_is_kind_of(_spelling(q), post) for q in p.posts)]
        return own if 1 < len(own) <= _TOGETHER else []

    def _resolve(self, as_written: str) -> Resolution:
        words = re.sub(r"\b([ODM][’'])\s(?=[A-Z])", r"\1", re.sub(r"\s+", " ", as_written)).strip(" .,;:")
        if words.isupper() and len(words) > SHOUTED and not INITIALS.fullmatch(words):
            words = words.title()  # "CLERK", "ANN BOX"
        for find in (self._by_initials, self._by_name, self._by_post, self._by_office, self._by_short_post):
            found = _distinct(find(words))
            if len(found) == 1:
                return Resolution(found[0].name, found[0].posts[0] if found[0].posts else None, (found[0].name,))
            if found:
                return Resolution(_bare(as_written), None, tuple(person.name for person in found))
        return Resolution(_bare(as_written))

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
        return _listed_first(p for p in self.people if given in p.given) or _listed_first(
            p for p in self.people if p.listed and p.given & forms_of(given)
        )

    def _is_guest(self, person: Person) -> bool:
        """Somebody whom the text gives with a post, and no listed name with another word run into it."""
        return bool(person.posts) and not any(p.listed and person.name.endswith(p.name) for p in self.people)

    def _by_office(self, words: str) -> list[Person]:
        """ "Chief Reed", "Mayor Vane": the name behind an office."""
        plain = OFFICE_BEFORE.sub("", words)
        return self._by_name(plain) if plain != words else []

    def _by_short_post(self, words: str) -> list[Person]:
        """ "the Engineer" for the only one there who is some sort of engineer; "the Cabinet Member" likewise."""
        key = _post_key(words)
        if not key or key in _OF_EVERY_BODY or _is_body(words) or not is_role(re.sub(r"^[Tt]he\s", "", words)):
            return []
        return [p for p in self.people if p.listed and any(_is_kind_of(_spelling(post), key) for post in p.posts)]

    def _sends(self, words: str) -> bool:
        """Somebody is there for the organisation of that name."""
        return any(_spelling(post) == _spelling(words) for p in self.people for post in p.posts)

    def _by_post(self, words: str) -> list[Person]:
        tests: tuple[Callable[[str], bool], ...] = (
            lambda post: _spelling(post) == _spelling(words),
            lambda post: _post_key(words) in _post_keys(post),
            lambda post: _stands_for(words, post),
            lambda post: _shortened(words, post),
            lambda post: _plain(words) == _plain(post),
            lambda post: _opens(_post_key(words), _post_key(post)),
            lambda post: _closes(_post_key(words), _post_key(post)),
            lambda post: len(words) > 8 and _misspelt(_post_key(words), _post_key(post)),
        )
        if not _post_key(words):
            return []
        if _is_body(words) or (_ORGANISATION.search(words) and not is_post(words) and self._sends(words)):
            tests = tests[2:4]
        for listed in (True, False):
            for test in tests:
                found = [p for p in self.people if p.listed is listed and any(test(post) for post in p.posts)]
                if found:
                    return found
        return []


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
    held = any(_post_key(q) == _post_key(post) for p in roster if p.listed for q in p.posts)
    if len(own) == 1 and not roster[own[0]].posts and not held:
        roster[own[0]] = replace(roster[own[0]], posts=(post,))


# -- posts -------------------------------------------------------------------------------------------------------------

_SAME_POST = (
    (r"[-–]", " "),
    (r"&", " and "),
    (r"\b(?:chairman|chairwoman|chairperson|chairlady|an cathaoirleach|cathaoirleach|conven[eo]r)\b", "chair"),
    (r"\b(?:head ?teacher|headmaster|headmistress|ht)\b|^head$", "headteacher"),
    (r"\bdht\b", "deputy headteacher"),
    (r"\b(?:deputy|depute) head\b(?! ?teacher| of)", "deputy headteacher"),
    (r"\bvc\b", "vice chair"),
    (r"\bsec(?:['’]?y)?\b", "secretary"),
    (r"\btreas\b", "treasurer"),
    (r"\brfo\b", "responsible financial officer"),
    (r"\bceo\b", "chief executive officer"),
    (r"\bchief executive officer\b", "chief executive"),
    (r"\badvisor\b", "adviser"),
    (r"\bco ordinator\b", "coordinator"),
    (r"\bhon(?:orary)?\b\.?", ""),
)
_BODY = (
    r"(?:council|forum|board|governors|governing body|committee|trust|trustees|panel|association|society|parish|town|"
    r"meeting|district|authority)"
)
_ORGANISATION = re.compile(
    r"\b(?:Office|Council|Agency|Authority|Department|Directorate|Services?|Trust|University|College|Association|Society|Assembly"
    r"|Ministry|Police|Company|Ltd|Limited|Partnership|Institute|Foundation|Federation|Union)$"
)
_ACRONYMS = frozenset({"senco", "sbm", "dsl", "cfo", "coo", "cao", "gm", "ea", "pa", "dpo", "mo", "cx"})
_LOOSE = re.compile(
    rf"\b(?:to|of) (?:the )?(?:\w+ ){{0,2}}?{_BODY}\b|\b(?:the|parish|town|community|village|city|township|our)\b|[.’']"
)


_CIVIL = frozenset({"mr", "mrs", "ms", "miss", "dr"})
# Titles that stand before a given name: "Fr Sam", "Sister Ann".
_OF_CHURCH = frozenset({"fr", "father", "sister", "brother", "sir", "dame", "lady", "canon", "rev", "revd", "pastor"})
# Posts that another body or part of it has as well: who is meant is not told by who is there.
_OF_EVERY_BODY = frozenset(
    {"chair", "vice chair", "member", "officer", "trustee", "governor", "councillor", "president"}
)


_SEVERAL = re.compile(r"(?:[Tt]he\s+|[Bb]oth\s+|[Tt]wo\s+|[Tt]hree\s+){0,2}(?P<posts>[A-Za-z]+(?:[\s-][a-z]+)?s)")
_TOGETHER = 4  # people who may hold a post together; more are a group


def _is_kind_of(post: str, short: str) -> bool:
    """ "senior executive engineer" is an engineer, no deputy of one."""
    head = re.split(r" (?:of|for|to) |,", post)[0]
    return head == short or (
        head.endswith(f" {short}") and not re.match(r"(?:deputy|vice|assistant|acting|former|ex|past)\b", head)
    )


@lru_cache(maxsize=4096)
def _spelling(post: str) -> str:
    """A post in small letters, common spellings made one: "The Vice-Chairman" is "vice chair"."""
    text = re.sub(r"^the ", "", re.sub(r"\([^)]*\)", " ", post).casefold())
    for pattern, put in _SAME_POST:
        text = re.sub(pattern, put, text)
    return re.sub(r"\s+", " ", text).strip(" .,;:")


@lru_cache(maxsize=4096)
def _post_key(post: str) -> str:
    """A post without its body: "Clerk to the Council" and "Parish Clerk" are "clerk"."""
    own = re.sub(rf"^{_BODY} (?=(?:vice )?chair$|clerk$|secretary$)", "", _spelling(post))
    return re.sub(r"\s+", " ", _LOOSE.sub(" ", own)).strip(" ,;:")


def _post_keys(post: str) -> set[str]:
    """The whole post and each of several held together: "Clerk/RFO", "Secretary and Year 5 rep"."""
    return {_post_key(part) for part in (post, *re.split(r"\s+and\s+|\s*[&,/|;+]\s*", post))} - {""}


def _is_body(words: str) -> bool:
    """An organisation or group acts itself, whoever stands for it at the meeting: "LGA", "Secretariat", "Committee"."""
    plain = re.sub(r"^the ", "", words.casefold())
    if re.fullmatch(r"(?:[Tt]he\s)?[A-Z]{2,6}s?", words) and not is_post(words):
        return _spelling(words) == plain and plain not in _ACRONYMS
    return plain in _GROUPS


_GROUPS = frozenset("secretariat committee board council executive panel forum cabinet".split())


def _stands_for(words: str, post: str) -> bool:
    """ "PCC" for "Police and Crime Commissioner (PCC)"."""
    letters = re.sub(r"^[Tt]he\s", "", words)
    found = re.search(r"(\w[^()]*)\((\w{2,6})\)", post)
    return bool(found and found[2] == letters and letters.isupper() and is_post(found[1]))


def _shortened(words: str, post: str) -> bool:
    """ "SBM" for "School Business Manager"."""
    return is_post_letters(re.sub(r"^[Tt]he\s", "", words), post)


@lru_cache(maxsize=4096)
def _plain(post: str) -> str:
    """A post of some words without the small ones: "Executive Director – Place" is "Executive Director of Place"."""
    words = [word for word in re.findall(r"\w+", _spelling(post)) if word not in SMALL_WORDS]
    return " ".join(words) if len(words) > 1 else post


def _opens(words: str, post: str) -> bool:
    """ "lead commissioner for schools" for "lead commissioner for schools, skills and transport"."""
    return len(words.split()) >= 3 and post.startswith(words) and not post[len(words) : len(words) + 1].isalnum()


def _misspelt(words: str, post: str) -> bool:
    """Alike but for a letter; "directors" are all of them, and no director."""
    return words != f"{post}s" and fuzz.ratio(words, post) >= 94


def _closes(words: str, post: str) -> bool:
    """ "superintendent" for "public works superintendent", "chair" not for "vice chair"."""
    return post.endswith(f" {words}") and is_post(words) and _LESSER.match(post) is None


_LESSER = re.compile(r"(?:vice|deputy|assistant|former|past|outgoing|co|acting|trainee|junior)\b")
