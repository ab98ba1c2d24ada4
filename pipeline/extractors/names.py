"""Names of people: read one at the start of a text, tell one from other words, what a post is.

A name is kept as printed, without titles and post-nominals: "Cllr. A. B. Marlow OBE" is "A. B. Marlow".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.extractors.posts import OFFICES
from pipeline.extractors.posts import POST_END as POST_END
from pipeline.extractors.posts import is_post as is_post
from pipeline.extractors.word_lists import word_lists
from pipeline.initials import GLUED, initials_fit

_LATIN = [chr(code) for code in (*range(0xC0, 0x180), *range(0x1E00, 0x1F00))]  # with Yoruba and Vietnamese
UPPER = "A-Z" + "".join(letter for letter in _LATIN if letter.isupper())
LOWER = "a-z" + "".join(letter for letter in _LATIN if letter.islower())
# "diLorenzo", "d’Arcy", "vanDyke", "al-Rashid", "ap-Rhys": a small particle grown onto its name
_GROWN = rf"(?:(?:d[aeiu]|l[ae]|van|von|mac|mc)(?=[{UPPER}][{LOWER}])|(?:[dl][’']|(?:a[blp]|el|as|ul)-)(?=[{UPPER}]))?"
# "Ó hUallaigh": an Irish surname keeps its capital behind the letter that its particle puts before it.
_WORD = re.compile(
    rf"(?:h(?=[AEIOUÁÉÍÓÚ]))?{_GROWN}(?:[{UPPER}]\.)*[{UPPER}](?:[’'][{UPPER}])?[{UPPER}{LOWER}’'-]*\.?(?=$|[\s,;:()\[\]|*_])"
    rf"|ff[{LOWER}]{{3,}}(?:-[{UPPER}][{LOWER}]+)?(?=$|[\s,;:()])"  # "ffrench"
)
_TOKEN = re.compile(r"[^\s,;:()\[\]|*_/–—]+")
# "LEE", "FOX": three letters that can be said are no initials.
_SAID = r"[B-DF-HJ-NP-TV-Z][AEIOUY][A-Z]"
_INITIAL = re.compile(rf"(?!{_SAID}$)(?:[{UPPER}]\.?){{1,3}}(?:-[{UPPER}]\.?)?")
_PARTICLE = re.compile(
    r"van|von|der|den|de|del|della|di|da|du|dos|la|le|ten|ter|ní|nic|ó|ui|uí|wa|st\.?|ap|ab|ferch|bin|binti?|ibn|al|el|ul|ur|ud|us|[’']t|y|e"
)
_CAPITAL_PARTICLE = re.compile(
    r"Van|Von|Der|Den|De|Del|Della|Di|Da|Du|Dos|La|Le|Ten|Ter|N[íi]|Nic|[ÓO]|U[íi]|Mac|Mc|Ap|Ab|Bin|Ibn"
)
_NEXT_TITLE = re.compile(r"Mrs?|Ms|Miss|Dr|Cllr")
CALL_SIGN = r"[A-Z]{1,2}\d[A-Z]{1,3}\b"  # what radio amateurs call each other
_HANDLE = re.compile(rf"@[A-Za-z][\w-]{{1,38}}(?![\w@.])|{CALL_SIGN}(?![\w@.-])")
_GLUED = re.compile(rf"(?:[{UPPER}]\.)+[{UPPER}][{LOWER}’'-]{{2,}}")  # "D.Marlow"
_APART = re.compile(r"[DO][’']\s[A-Z][a-z]")  # "O’ Malley"
_NICKNAME = re.compile(
    r"\s*(?:[“\"‘'][A-Z][a-z]+[”\"’']|\((?!Chair\)|Clerk\)|Vice\))[A-Z][a-z]+\)(?=\s[A-Z][a-z]+\s*(?:[,;\n]|$)))"
)
_SURNAME_FIRST = re.compile(rf"\s*\((?P<initials>(?:[{UPPER}]\.?\s?){{1,2}})\)")
MAX_WORDS = 5
_LETTER_ENDS = re.compile(r"\s*(?:[,;()\n]|$)")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as read from a text.

    Attributes:
        text: without titles and post-nominals, as printed, blanks folded.
        titles: "Cllr", "Dr" in order; a group's title ("Councillors") as well.
        office: a title that says of which council ("County Councillor"), else "".
        end: where the name with its post-nominals ends in the text that it was read from.
    """

    text: str
    titles: tuple[str, ...] = ()
    office: str = ""
    end: int = 0

    @property
    def full(self) -> bool:
        """It has more than a surname."""
        return len(self.text.split()) > 1 or GLUED.fullmatch(self.text) is not None


@lru_cache(maxsize=8192)
def read_name(text: str, *, surname: bool = False) -> Name | None:
    """The name that a text opens with, or None.

    Args:
        surname: a surname alone will do, as in a list that "Councillors" opens; so will "Sam R".
    """
    words = word_lists()
    at = len(text) - len(text.lstrip(" \n*_•·-–—"))
    titles: list[str] = []
    office = ""
    while (found := words.titles.match(text, at)) and len(titles) < 4 and found["title"][:1].isupper():
        if (
            found["title"].isupper()
            and len(found["title"]) == 2
            and not titles
            and not text[found.end() :][:1].isupper()
        ):
            break
        titles.append(found["title"])
        office = office or (f"{found['tier']} {found['title']}" if found["tier"] else "")
        at = found.end()
    if surname and (handle := _HANDLE.match(text, at)):
        return Name(handle[0], end=handle.end())
    tokens, end = _name_tokens(text, at, titled=bool(titles))
    if not tokens:
        return None
    printed = " ".join(tokens)
    if len(tokens) == 1:
        lettered = titles and re.fullmatch(r"[A-Z]\.?", printed) and _LETTER_ENDS.match(text, end)  # "Mrs H"
        if (
            not (titles or surname or GLUED.fullmatch(printed))
            or (_INITIAL.fullmatch(tokens[0]) and not lettered)
            or (not titles and _is_capitals(printed) and len(printed) < 5)
        ):
            return None
        key = _SURNAME_FIRST.match(text, end)
        # "Box (J)" is a surname with its initial, "Jo (JB)" a given name with the key that the paper uses for it.
        post = key is not None and bool(titles) and is_post(key["initials"].strip())  # "Mrs Box (HT)"
        if key and not post and not (len(key["initials"].strip()) == 2 and key["initials"][0] == printed[0]):
            printed, end = f"{printed} ({key['initials'].strip()})", key.end()
    elif (
        _INITIAL.fullmatch(tokens[-1])
        and not titles
        and not (surname and not _INITIAL.fullmatch(tokens[0]))
        and not _is_shortened(tokens, text[end:])
    ):
        return None
    return Name(printed.rstrip("."), tuple(titles), office, _past_nominals(text, end, tokens))


def _name_tokens(text: str, at: int, *, titled: bool) -> tuple[list[str], int]:
    """The words of a name from `at`, and where the last ends."""
    tokens: list[str] = []
    ends: list[int] = []
    end = at
    while len(tokens) < MAX_WORDS:
        if tokens and (nick := _NICKNAME.match(text, end)):
            end = nick.end()
        found = _TOKEN.search(text, end)
        gap = text[end : found.start()] if found else "x"
        if (
            found is None
            or gap.strip()
            or (_whole(tokens) and ("\t" in gap or ("\n" in gap and not _continues(text, found.end()))))
        ):
            break
        if text[found.end() : found.end() + 1] == "/" and tokens and len(found[0]) == 1:
            break  # "Sam Reed A/Director"
        token = found[0]
        if _whole(tokens) and re.search(r"[’']s$", token):
            break  # "Ann Marlow Chancellor's Assessor"
        last = _ends_sentence(token)
        plain = token.rstrip(".,")
        if OFFICES.fullmatch(plain) or (tokens and _NEXT_TITLE.fullmatch(plain)):
            break  # "Sam Reed HoS", "CFO"; "Mrs Reed Mr Ash"
        if tokens and not titled and not _INITIAL.fullmatch(tokens[-1]) and _GLUED.fullmatch(plain):
            break  # "Organist A.Marlow"
        if tokens and _OF_WARD.match(text, found.start()):
            break  # "Sam Reed Ward 2"
        if plain.lower() in ("and", "or") or (
            _is_no_name(plain) and not (titled and _is_surname(plain, tokens, text[found.end() :]))
        ):
            break
        if re.fullmatch(r"\w+-", token) and text[found.end() : found.end() + 1] == " ":
            tokens.append(token[:-1])  # "Sam Reed- Treasurer"
            end = found.end() - 1
            break
        if _PARTICLE.fullmatch(plain) and plain.islower():
            if not re.match(rf"\s+(?:(?:{_PARTICLE.pattern})\s+)?[{UPPER}]", text[found.end() :]):
                break
        elif _INITIAL.fullmatch(token):
            if tokens and _GLUED.fullmatch(tokens[0]):
                break  # "A.Marlow S. Reed"
            if _is_key(token, tokens) or (
                _is_next(tokens)
                and re.match(rf"\s+(?:(?:{_PARTICLE.pattern})\s+)?[{UPPER}][{LOWER}]", text[found.end() :])
            ):
                break
        elif _whole(tokens) and re.fullmatch(r"[A-Z]{2,3}[a-z]{1,2}", token) and initials_fit(token, " ".join(tokens)):
            break  # "Alex Marlow AMw"
        elif re.fullmatch(r"O[’']", token) and re.match(rf"\s[{UPPER}][{LOWER}]", text[found.end() :]):
            pass  # "Dan O’ Brine"
        elif not _WORD.fullmatch(token) or (
            tokens
            and _is_capitals(plain)
            and not _fits_capitals(plain, tokens)
            and not _APART.match(text, found.start())
        ):
            break
        if token.endswith("-") and text[found.end() : found.end() + 1] == "\n":
            # "Vane-" at a line's end goes on with "Mullins".
            rest = _TOKEN.match(text, found.end() + 1)
            if rest and _WORD.fullmatch(rest[0]):
                token, end = token + rest[0], rest.end()
                tokens.append(token)
                continue
        tokens.append(plain if last else token.rstrip(","))
        ends.append(end := found.start() + len(plain if last else token))
        if last or re.search(r"[’']s$", token):
            break
    if len(ends) == len(tokens) and _is_beside_body(tokens, text, end) and (own := _own_words(tokens)) > 0:
        return tokens[:own], ends[own - 1]  # "Sam Reed Harrow | Association representative"
    while tokens and (_PARTICLE.fullmatch(tokens[-1]) and tokens[-1].islower()):
        tokens.pop()
    if tokens and re.search(r"[’']s$", tokens[-1]):
        return [], at
    return tokens, end


_OF_WARD = re.compile(r"(?:Ward|Division|Zone|District|Area)\s(?:No\.?\s?)?(?:\d|[IVX]+\b)")
_BODY_AHEAD = re.compile(
    r"[ \t]+(?:[A-Z][\w’'-]+[ \t]+){0,2}(?:Group|Association|Society|Trust|Federation|Partnership|Network|Forum"
    r"|Hospital|University|School|College|Academy|Council|Board|Centre|Church|Club|Agency|Authority|Union|Infants"
    r"|Juniors|Primary)\b"
)
_OF_AHEAD = re.compile(r"[ \t]+of\b")  # "Sam Reed Harrow C | of E Primary"
_POST_AHEAD = re.compile(
    r"[ \t]+(?:[A-Z][\w’'-]+[ \t]+)?(?:Manager|Officer|Director|Assistant|Adviser|Advisor|Lead|Team)\b"
)
_SUBJECT = re.compile(
    r"[A-Z][a-z]+(?:ancy|tion|sion|ment|ance|ence|ology|ship|ities|ing)s?"
)  # "Accountancy", "Housing"


def _is_beside_body(tokens: Sequence[str], text: str, end: int) -> bool:
    """Do some of these words open a body's name, or a post's, that nothing parts from somebody's own?"""
    if len(tokens) < 3:
        return False
    if _BODY_AHEAD.match(text, end) or (_INITIAL.fullmatch(tokens[-1]) and _OF_AHEAD.match(text, end)):
        return True
    if _SUBJECT.fullmatch(tokens[-1]) and _POST_AHEAD.match(text, end):
        return True
    return len(tokens) == MAX_WORDS and not any(_PARTICLE.fullmatch(token.casefold()) for token in tokens)


def _is_listed_given(word: str) -> bool:
    lists = word_lists()
    return word in lists.given_she or word in lists.given_he


def _own_words(tokens: Sequence[str]) -> int:
    """How many words a name has, where those behind may be a body's; 0 where a particle or hyphen may join them."""
    if any(_PARTICLE.fullmatch(token) for token in tokens) or tokens[-1].endswith("-"):
        return 0
    whole = [at for at, token in enumerate(tokens) if not _INITIAL.fullmatch(token)]
    needed = 1 if _INITIAL.fullmatch(tokens[0]) else 2
    needed += len(tokens) > needed and not _INITIAL.fullmatch(tokens[0]) and _is_listed_given(tokens[1])  # "Mary Ann"
    return whole[needed - 1] + 1 if len(whole) > needed else 0


def _is_no_name(word: str) -> bool:
    """A word of posts and bodies, in the singular or plural, or two with a hyphen: "Clerk-Treasurer"."""
    plain = word.lower()
    no_name = word_lists().no_name
    if plain in no_name or (len(word) > 4 and plain.removesuffix("s") in no_name):
        return len(word) > 1
    return "-" in plain and all(part in no_name for part in plain.split("-"))


def _is_surname(word: str, tokens: Sequence[str], rest: str) -> bool:
    """ "Cllr Ger Church,": behind a title and a given name such a word is a surname, unless it is a post."""
    if len(tokens) > 1 or _is_capitals(word) or not re.match(r"\s*(?:[,;(.\n]|and\b|&|$|Ward\s\d)", rest):
        return False
    return not is_post(word) or (bool(tokens) and _INITIAL.fullmatch(tokens[0]) is not None)


def _ends_sentence(token: str) -> bool:
    return token.endswith(".") and not _INITIAL.fullmatch(token) and len(token.rstrip(".")) > 2


def is_particle(word: str) -> bool:
    """Is a word with a capital a small one within a surname: "Van", "De", "Ní"?"""
    return _CAPITAL_PARTICLE.fullmatch(word) is not None


def _whole(tokens: Sequence[str]) -> bool:
    """Could end here: a given name or initial and a surname."""
    return len(tokens) > 1 and not _INITIAL.fullmatch(tokens[-1])


def _is_next(tokens: Sequence[str]) -> bool:
    """ "A Marlow S Reed": an initial behind an initial and surname is the next person's."""
    return len(tokens) > 1 and _INITIAL.fullmatch(tokens[0]) is not None and len(tokens[-1].rstrip(".")) > 2


def _continues(text: str, at: int) -> bool:
    """A lone word on the next line, closed by a comma, bracket or end, is the rest of the name above it."""
    return re.match(r"[.]?\s*(?:[,;(\[]|and\b|&|$)", text[at:]) is not None


def _is_shortened(tokens: Sequence[str], rest: str) -> bool:
    """ "Sarah W," in a list: a surname kept to its letter for privacy; "Appendix A" is none."""
    given = tokens[0]
    return (
        len(tokens) == 2
        and re.fullmatch(r"[A-Z](?:-[A-Z])*\.?", tokens[1]) is not None
        and len(given) > 1
        and not _is_capitals(given)
        and given.lower() not in word_lists().lettered
        and re.match(r"\.?\s*(?:[,;(\[\n]|and\b|&|$|[–—-]\s[A-Z])", rest) is not None
    )


def _is_key(token: str, tokens: Sequence[str]) -> bool:
    """ "JB" after "Jo Birch": the paper's key, not part of the name."""
    plain = token.replace(".", "")
    return bool(tokens) and len(plain) > 1 and "-" not in plain and not _INITIAL.fullmatch(tokens[-1])


def _is_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _fits_capitals(word: str, tokens: Sequence[str]) -> bool:
    """Capitals go on in a name in capitals, or are the surname after a given name: "Gill QUARTERMAIN"."""
    if any(_is_capitals(token) and len(token.rstrip(".")) > 2 for token in tokens):
        return True
    if len(word) > 3 and all(_INITIAL.fullmatch(token) for token in tokens):
        return word not in word_lists().nominals  # "A. REED"
    return (
        (
            len(word) > 4
            or re.fullmatch(r"[A-Z](?:[AEIOU][A-Z]|[A-Z][AEIOU])[A-Z]", word) is not None
            or _is_surname_said(word, tokens)
        )
        and len([t for t in tokens if len(t.rstrip(".")) > 1]) <= 1
        and word not in word_lists().nominals
    )


def _is_surname_said(word: str, tokens: Sequence[str]) -> bool:
    """ "LEE" behind "Ann", whose key would begin with an A."""
    return re.fullmatch(_SAID, word) is not None and word[0] != tokens[0][0]


def _past_nominals(text: str, end: int, tokens: Sequence[str]) -> int:
    nominals = word_lists().nominals
    key = "".join(token[0] for token in tokens)
    while found := re.match(r",?\s+((?:[A-Z]d?\.){1,3}[A-Z]|[A-Z][A-Za-z]{1,5})(?=[\s,;:.()\[\]|]|$)\.?", text[end:]):
        if found[1].replace(".", "") not in nominals or found[1] == key:
            break
        end += found.end()
    return end


def is_stranger(name: Name) -> bool:
    """Could somebody have this name whom only running text names, where places, firms and courses are as capital?"""
    words = name.text.split()
    whole = [word for word in words if not _INITIAL.fullmatch(word) and not _PARTICLE.fullmatch(word)]
    return bool(name.titles) or (
        len(whole) <= 3
        and not any(len(word) > 2 and word.isupper() for word in words)
        and not any(word.strip(".").lower() in word_lists().no_stranger for word in words)
    )


def may_be_name(word: str) -> bool:
    """A word that is no post, body or heading."""
    return read_name(word, surname=True) is not None


def is_person(text: str) -> bool:
    """The whole text is a person's name, title and post-nominals included; a surname alone only with its title."""
    name = read_name(text.strip())
    return name is not None and not text.strip()[name.end :].strip(" .,")


def is_post_nominal(text: str) -> bool:
    """ "OBE", "MBE JP": letters behind a name."""
    return bool(text.strip()) and word_lists().nominals.issuperset(re.sub(r"[.,]", "", text).split())
