"""Names of people: read one at the start of a text, tell one from other words, its initials, who owns an action.

A name is kept as printed, without titles and post-nominals: "Cllr. A. B. Marlow OBE" is "A. B. Marlow".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.extractors.initials import INITIALS, initials_fit
from pipeline.shipped import rules_folder
from pipeline.strict import parse_file

_UPPER = "A-ZÀ-ÖØ-Þ"
_LOWER = "a-zß-öø-ÿ"
_WORD = re.compile(rf"(?:[{_UPPER}]\.)*[{_UPPER}](?:[’'][{_UPPER}])?[{_UPPER}{_LOWER}’'-]*\.?(?=$|[\s,;:()\[\]|*_])")
_TOKEN = re.compile(r"[^\s,;:()\[\]|*_/–—]+")
_INITIAL = re.compile(rf"(?:[{_UPPER}]\.?){{1,3}}(?:-[{_UPPER}]\.?)?")
_PARTICLE = re.compile(
    r"van|von|der|den|de|del|della|di|da|du|dos|la|le|ten|ter|ní|nic|ó|ui|uí|st\.?|ap|ab|bin|binti?|ibn|al|el|y|e"
)
_NICKNAME = re.compile(r"\s*(?:[“\"‘'][A-Z][a-z]+[”\"’'])")
_SURNAME_FIRST = re.compile(rf"\s*\((?P<initials>(?:[{_UPPER}]\.?\s?){{1,3}})\)")
MAX_WORDS = 5


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
        return len(self.text.split()) > 1


@dataclass(frozen=True, slots=True)
class _Words:
    titles: re.Pattern[str]
    plural: frozenset[str]
    nominals: frozenset[str]
    no_name: frozenset[str]
    no_owner: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    """The closed word lists, from rules/terms.yaml and rules/names.yaml."""
    terms: dict[str, object] = {}
    for name in ("terms.yaml", "names.yaml"):
        typed = parse_file(rules_folder() / name).value
        assert isinstance(typed, dict)
        terms |= typed["terms"]

    def listed(key: str) -> list[str]:
        words = terms[key]
        assert isinstance(words, list)
        return [str(word) for word in words]

    # Longest first, so that "Councillors" is not read as "Councillor" and an s.
    printed = {title.rstrip(".") for title in (*listed("person_title"), *listed("title_in_list"))}
    titles = sorted(printed, key=len, reverse=True)
    tier = "|".join(listed("tier"))
    title = "|".join(map(re.escape, titles))
    pattern = (
        rf"(?:(?P<tier>(?:{tier})(?:\s+(?:{tier}))?)\s+)?"
        rf"(?P<title>{title})\b\.?(?:\s*/\s*(?:{title})\b\.?)?(?=[\s(,“\"A-Z]|$)[,]?\s*"
    )
    return _Words(
        titles=re.compile(pattern, re.IGNORECASE),
        plural=frozenset(
            {
                "cllrs",
                "councillors",
                "messrs",
                "mmes",
                "mesdames",
                "trustees",
                "aldermen",
                "crs",
                "council members",
                "councilmembers",
            }
        ),
        nominals=frozenset((*listed("post_nominal"), *listed("more_nominals"))),
        no_name=frozenset(listed("no_name")),
        no_owner=frozenset(listed("no_owner")),
    )


def read_name(text: str, *, surname: bool = False) -> Name | None:
    """The name that a text opens with, or None.

    Args:
        surname: a surname alone will do, as in a list that "Councillors" opens.
    """
    words = _words()
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
    tokens, end = _name_tokens(text, at, titled=bool(titles))
    if not tokens:
        return None
    printed = " ".join(tokens)
    if len(tokens) == 1:
        if (
            not (titles or surname)
            or _INITIAL.fullmatch(tokens[0])
            or (not titles and _is_capitals(printed) and len(printed) < 5)
        ):
            return None
        if key := _SURNAME_FIRST.match(text, end):
            printed, end = f"{printed} ({key['initials'].strip()})", key.end()
    elif _INITIAL.fullmatch(tokens[-1]) and not titles:
        return None
    return Name(printed.rstrip("."), tuple(titles), office, _past_nominals(text, end, tokens))


def _name_tokens(text: str, at: int, *, titled: bool) -> tuple[list[str], int]:
    """The words of a name from `at`, and where the last ends."""
    tokens: list[str] = []
    end = at
    while len(tokens) < MAX_WORDS:
        if tokens and (nick := _NICKNAME.match(text, end)):
            end = nick.end()
        found = _TOKEN.search(text, end)
        gap = text[end : found.start()] if found else "x"
        if (
            found is None
            or gap.strip()
            or (tokens and "\n" in gap and _whole(tokens) and not _continues(text, found.end()))
        ):
            break
        token = found[0]
        last = _ends_sentence(token)
        plain = token.rstrip(".,")
        if plain.lower() in ("and", "or") or (
            _is_no_name(plain) and not (titled and _is_surname(plain, tokens, text[found.end() :]))
        ):
            break
        if re.fullmatch(r"\w+-", token) and text[found.end() : found.end() + 1] == " ":
            tokens.append(token[:-1])  # "Sam Reed- Treasurer"
            end = found.end() - 1
            break
        if _PARTICLE.fullmatch(plain) and plain.islower():
            if not re.match(rf"\s+(?:(?:{_PARTICLE.pattern})\s+)?[{_UPPER}]", text[found.end() :]):
                break
        elif _INITIAL.fullmatch(token):
            if _is_key(token, tokens):
                break
        elif _whole(tokens) and re.fullmatch(r"[A-Z]{2,3}[a-z]{1,2}", token) and initials_fit(token, " ".join(tokens)):
            break  # "Alex Marlow AMw"
        elif not _WORD.fullmatch(token) or (tokens and _is_capitals(plain) and not _fits_capitals(plain, tokens)):
            break
        if token.endswith("-") and text[found.end() : found.end() + 1] == "\n":
            # "Vane-" at a line's end goes on with "Mullins".
            rest = _TOKEN.match(text, found.end() + 1)
            if rest and _WORD.fullmatch(rest[0]):
                token, end = token + rest[0], rest.end()
                tokens.append(token)
                continue
        tokens.append(plain if last else token.rstrip(","))
        end = found.start() + len(plain if last else token)
        if last or re.search(r"[’']s$", token):
            break
    while tokens and (_PARTICLE.fullmatch(tokens[-1]) and tokens[-1].islower()):
        tokens.pop()
    if tokens and re.search(r"[’']s$", tokens[-1]):
        return [], at
    return tokens, end


def _is_no_name(word: str) -> bool:
    """A word of posts and bodies, in the singular or plural."""
    plain = word.lower()
    return len(word) > 1 and (
        plain in _words().no_name or (len(word) > 4 and plain.removesuffix("s") in _words().no_name)
    )


def _is_surname(word: str, tokens: Sequence[str], rest: str) -> bool:
    """ "Cllr Ger Church,": behind a title and a given name such a word is a surname, unless it is a post."""
    if len(tokens) > 1 or _is_capitals(word) or not re.match(r"\s*(?:[,;(.\n]|and\b|&|$)", rest):
        return False
    return not is_post(word) or (bool(tokens) and _INITIAL.fullmatch(tokens[0]) is not None)


def _ends_sentence(token: str) -> bool:
    return token.endswith(".") and not _INITIAL.fullmatch(token) and len(token.rstrip(".")) > 2


def _whole(tokens: Sequence[str]) -> bool:
    """Could end here: a given name or initial and a surname."""
    return len(tokens) > 1 and not _INITIAL.fullmatch(tokens[-1])


def _continues(text: str, at: int) -> bool:
    """A lone word on the next line, closed by a comma, bracket or end, is the rest of the name above it."""
    return re.match(r"[.]?\s*(?:[,;(\[]|and\b|&|$)", text[at:]) is not None


def _is_key(token: str, tokens: Sequence[str]) -> bool:
    """ "JB" after "Jo Birch": the paper's key, not part of the name."""
    plain = token.replace(".", "")
    return bool(tokens) and len(plain) > 1 and not _INITIAL.fullmatch(tokens[-1])


def _is_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _fits_capitals(word: str, tokens: Sequence[str]) -> bool:
    """Capitals go on in a name in capitals, or are the surname after a given name: "Gill QUARTERMAIN"."""
    if any(_is_capitals(token) and len(token.rstrip(".")) > 2 for token in tokens):
        return True
    if len(word) > 3 and all(_INITIAL.fullmatch(token) for token in tokens):
        return word not in _words().nominals  # "A. REED"
    return len(word) > 4 and len([t for t in tokens if len(t.rstrip(".")) > 1]) <= 1 and word not in _words().nominals


def _past_nominals(text: str, end: int, tokens: Sequence[str]) -> int:
    nominals = _words().nominals
    key = "".join(token[0] for token in tokens)
    while found := re.match(r",?\s+([A-Z][A-Za-z]{1,5})(?=[\s,;:.()\[\]|]|$)\.?", text[end:]):
        if found[1] not in nominals or found[1] == key:
            break
        end += found.end()
    return end


def is_person(text: str) -> bool:
    """The whole text is a person's name, title and post-nominals included; a surname alone only with its title."""
    name = read_name(text.strip())
    return name is not None and not text.strip()[name.end :].strip(" .,")


# -- owners of actions -------------------------------------------------------------------------------------------------

_LEAD_IN = re.compile(
    r"^(?:(?:for\s+)?action(?:s|ed)?(?:\s+(?:by|for|on|owner))?|owners?|lead|responsible|by(?:\s+whom)?)\s*[:–—-]\s*",
    re.IGNORECASE,
)
_POST_OF = re.compile(r"\b(?:of|for|to)\s+(?:the\s+)?[\w&’'-]+$|\b(?:of|for|to)\s+", re.IGNORECASE)
_POST_END = re.compile(
    r"\b(?:director|head|manager|officer|lead|commissioner|superintendent|co-?ordinator|advis[eo]r|administrator|accountant|auditor|"
    r"engineer|surveyor|planner|assistant|executive|controller|representative|governor|trustee|clerk|chair|chairman|chairperson|"
    r"treasurer|secretary|headteacher|teacher|principal|bursar|solicitor|mayor|reeve|leader|president|convenor|convener|rfo|ht|dht|"
    r"secretariat|cathaoirleach|caretaker|warden|attorney|counsel|comptroller|assessor|librarian|consultant|contractor)s?(?:\(s\))?$",
    re.IGNORECASE,
)
GROUP = re.compile(
    r"^(?:all|everyone|everybody|members?|councillors?|cllrs|governors?|trustees?|directors?|officers?|staff|parents?|reps?)\b|"
    r"\b(?:council|committee|board|forum|cabinet|panel|team|group|party|trust|association|department|services?|officers|members|"
    r"governors|trustees|councillors|directors|staff|parents|reps|authority|partnership|unit)$",
    re.IGNORECASE,
)
_CUT = re.compile(r"\s*(/|\n|;|,|\+|&|\band\b)\s*")
_ACTING = re.compile(
    r"\b(?:A|D)/(?=[A-Z][a-z])|\bn/a\b|\bClerk\s?/\s?(?:RFO|Treasurer)\b|\bRFO\s?/\s?Clerk\b", re.IGNORECASE
)
_TO_DO = re.compile(r"\s+(?:to\s+[a-z].*|will\s.*|\((?!s\)).*|by\s+\d.*)$", re.DOTALL)


def split_owners(text: str) -> list[str]:
    """The owners that a cell, margin or phrase names, each as written; [] where it names nobody ("Noted", "-").

    "JS/MB" gives two, "Head of Finance, Strategy and Assets" one, "Cllrs Ash and Birch" "Cllr Ash", "Cllr Birch".
    """
    text = _LEAD_IN.sub("", re.sub(r"[ \t]+", " ", text.replace("*", "")).strip(" -–—:•|_\n"))
    if not text or _is_no_owner(text):
        return []
    parts = _owner_parts(text)
    out: list[str] = []
    title = ""
    for part in parts:
        name = read_name(part)
        if name is not None and name.titles and name.titles[-1].lower() in _words().plural:
            title = _one(part.split()[0])
            part = f"{title} {part.split(None, 1)[1]}"
        elif (
            title
            and re.fullmatch(r"(?:[A-Z]\.?\s?){0,3}[A-Z][\w’'-]+", part)
            and not (_POST_END.search(part) or GROUP.search(part))
        ):
            part = f"{title} {part}"
        if not _is_no_owner(part) and part not in out:
            out.append(part)
    return out


def _is_no_owner(text: str) -> bool:
    plain = text.strip(" .:;,()[]-–—").casefold()
    return (
        not re.search(r"[a-z]", plain)
        or plain in _words().no_owner
        or re.fullmatch(r"[\d\W]+|\d+(?:st|nd|rd|th)?.*\d{2,4}", plain) is not None
    )


def _one(title: str) -> str:
    """ "Cllrs." -> "Cllr.", "Councillors" -> "Councillor"."""
    return re.sub(r"s(?=\.?$)", "", title) if title.lower().rstrip(".") in _words().plural else title


def _owner_parts(text: str) -> list[str]:
    """The text cut at what separates owners, the words of one post together."""
    if re.fullmatch(r"[A-Z]{2,3}(?:\s+[A-Z]{2,3})+", text):
        return text.split()
    kept = _ACTING.sub(lambda found: found[0].replace("/", "\x00"), text)
    pieces = _CUT.split(kept)
    parts: list[str] = [pieces[0]]
    post = False  # the last piece was the post of the person before it
    for cut, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        before = parts[-1]
        if cut == "\n" and not (_complete(before) and _complete(piece)):
            parts[-1] = f"{before} {piece}"
        elif (
            cut == ","
            and is_person(before)
            and _POST_END.search(piece.split(" of ")[0].split(" for ")[0])
            and len(piece.split()) > 1
        ):
            post = True  # "Alex Marlow, Head of Finance"
            continue
        elif post and not _complete(piece):
            continue
        elif piece and _goes_on(before, piece, cut):
            parts[-1] = f"{before}{', ' if cut == ',' else f' {cut} '}{piece}"
        else:
            parts.append(piece)
        post = False
    return [
        clean for part in parts if (clean := _TO_DO.sub("", part.replace("\x00", "/").strip(" .,:;-–—")).strip(" .,:;"))
    ]


def _goes_on(before: str, piece: str, cut: str) -> bool:
    """ "Head of Finance" + "Strategy": words of one post, or neither is an owner by itself ("Parks and Gardens")."""
    if (
        cut in ("and", "&")
        and not _complete(before)
        and re.match(r"(?!the\s)\w.*\b(?:services?|department|team|unit)$", piece, re.IGNORECASE)
    ):
        return True  # "Education and Children's Services"
    if _complete(piece) or cut == "/":
        return False
    if _POST_OF.search(before) and not is_person(before):
        return True
    return not _complete(before) and not _complete(before.split(",")[0]) and cut in ("and", "&")


def is_post_nominal(text: str) -> bool:
    """ "OBE", "MBE JP": letters behind a name."""
    return bool(text.strip()) and all(word.strip(".,") in _words().nominals for word in text.split())


def is_post(text: str) -> bool:
    """A post's title: it ends, before "of" or "for", with a word such as officer, clerk, chair."""
    return _POST_END.search(re.split(r"\s(?:of|for|to)\s|,", text.strip(" ."))[0]) is not None


def _complete(part: str) -> bool:
    """An owner by itself: initials, a person, a post, a group."""
    part = _TO_DO.sub("", part.strip(" ."))
    plain = re.sub(r"\s*\([^)]*\)", "", part)
    return bool(INITIALS.fullmatch(plain) or is_person(plain) or is_post(plain) or GROUP.search(plain))
