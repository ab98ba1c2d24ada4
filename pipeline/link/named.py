"""People whom running text names: with a post, with initials, as speakers, or below what they sign."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from pipeline.extractors.names import UPPER, Name, is_stranger, read_name
from pipeline.extractors.owners import is_role
from pipeline.initials import initials_fit, split_name
from pipeline.paper import fold

SIGNATURE = 8  # words of a line that signs
_LAST = 3  # lines of a short paper that may sign it


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the paper names. `listed`: in its attendance, not only in its prose; `away`: not at the meeting.

    `called`: the given name in brackets or quotation marks, "Elizabeth (Betty) Warner".
    """

    name: str
    posts: tuple[str, ...] = ()
    initials: str | None = None
    listed: bool = True
    away: bool = False
    called: str = ""

    @property
    def given(self) -> frozenset[str]:
        """The given names by which the paper may speak of somebody, in small letters."""
        return frozenset({split_name(self.name)[0].split(" ")[0].casefold(), self.called.casefold()})


_CAPITAL = rf"(?=[{UPPER}])"  # asked for first, most places in a text are given up without looking around
_WORD = rf"[{UPPER}][\w’'-]*\.?"
_NAME = rf"(?:{_WORD}\s){{1,4}}{_WORD}"
_POST = r"(?:[Tt]he\s)?[A-Z][\w’'/&-]*(?:\s(?:of|for|to|the|and|&|[A-Z][\w’'/&-]*)){0,9}"
_NO_PLACE = r"(?<!\bat )(?<!\bin )(?<!\bnear )(?<!\boutside )(?<!\bopposite )(?<!\balong )"
# "..., the Clerk had written" and "..., Clerk attended" are clauses of their own: a comma must close what it opens.
_NAME_POST = re.compile(
    rf"{_CAPITAL}(?<![\w.]){_NO_PLACE}(?P<name>{_NAME})(?!,\s+(?:[Tt]he\s(?>{_POST})|\w+\s+(?!(?:of|for|and)\b|to\s(?:the\s)?[A-Z]))\s*[a-z])"
    rf"(?:,\s+|\s+[-–]\s+|\s*\(\s*)(?P<post>{_POST})(?=\s*[,.;:)(]|\s+[a-z]|$)"
)
# "Ann Vane and Bo Carr, Clerk" beside a task: three who are to do it.
_OF_SEVERAL = re.compile(r"(?:\band|&)\s+$")
_NAME_ENDS = rf"(?P<name>{_NAME})(?=\s*[,.;:)(]|\s+[a-z–-]|$)"
# "Clerk: Ann Vane", "the Clerk, Ann Vane," and "the Clerk Ann Vane"; behind a name or its key a post is that name's.
_POST_NAME = re.compile(rf"(?:^|[.;:]\s+|\b[a-z]+\s)(?P<post>{_POST})(?:,\s+|\s*:\s*|\s*\(\s*){_NAME_ENDS}")
_POST_BARE = re.compile(rf"(?<![\w.])(?P<post>(?:[Tt]he\s)?(?:[A-Z][\w’'/&-]*\s){{0,3}}[A-Z][\w’'/&-]*)\s{_NAME_ENDS}")
_NAME_KEY = re.compile(
    rf"{_CAPITAL}(?<![\w.])(?P<name>{_NAME})\s*[(\[]\s*(?P<key>[A-Z]{{2,4}}[a-z]{{0,2}})\s*[)\],;–-]"
)
_CALLED = re.compile(
    r"(?=[A-Z])(?<![\w.])(?P<first>[A-Z][\w’'-]+)\s[(“\"‘'](?P<called>[A-Z][a-z]+)[)”\"’']\s(?P<last>[A-Z][\w’'-]+)"
)
_POST_HOLDER = re.compile(rf"(?=[A-Z]|[Tt]he\s)(?<![\w.])(?P<post>{_POST})\s*\(\s*(?P<name>{_NAME})\s*\)")
# "Alex Marlow reported that ...": who speaks or takes something on is a person, with or without a post.
_SPEAKING = (
    r"said|says|reported|reports|noted|confirmed|advised|agreed\sto|explained|asked|requested|stated|suggested|proposed|"
    r"thanked|offered|volunteered|undertook|mentioned|introduced|presented|informed|updated|welcomed|spoke|felt"
)
_NAME_SAYS = re.compile(
    rf"{_CAPITAL}(?:^|(?<=[.;:–-]\s)|(?<=\bthat\s)|(?<=\band\s))(?P<name>{_WORD}\s(?:{_WORD}\s){{0,2}}?{_WORD})\s"
    rf"(?:(?:also|then|has|had)\s)?(?:{_SPEAKING})\b"
)
# The chair of another body: the paper's own is told without its name, or in a list of people.
# A "Director of Services" is an officer of the council, one of a trust is not.
_ELSEWHERE = re.compile(
    r"^(?:Vice[ -])?(?:Chair\w*|Clerk|Secretary|Treasurer|President|Leader|Mayor|Trustee"
    r"|Director(?=.*\b(?:Trust|Association|Society|Ltd|Limited|Company|School|College|University|Charity|Museum|Theatre|Centre"
    r"|Foundation|Partnership|Institute|Club|Federation|Union|Group)\b))s?\s(?:of|to|for)\s"
    r"(?:the\s)?(?!(?:Parish|Town|Community|District|County|City|Borough)?\s?(?:Council|Board|Forum|Governors|Trustees|"
    r"Committee|Trust)\b)[A-Z]"
)


def named(texts: Iterable[str]) -> Iterator[Person]:
    """People whom running text gives with a post or initials: "Alex Marlow, Finance Manager", "Alex Marlow (AM)"."""
    for text in map(fold, texts):
        bracketed = "(" in text or "[" in text
        for found in _NAME_KEY.finditer(text) if bracketed else ():
            for name in _readings(found["name"]):
                if initials_fit(found["key"], name.text) and is_stranger(name):
                    yield Person(name.text, (), found["key"], listed=False)
                    break
        for found in _NAME_SAYS.finditer(text):
            yield from (Person(name.text, listed=False) for name in _readings(found["name"]) if is_stranger(name))
        for found in _CALLED.finditer(text):
            yield Person(f"{found['first']} {found['last']}", listed=False, called=found["called"])
        told = (_NAME_POST, _POST_NAME, _POST_BARE)
        for pattern in (*told, _POST_HOLDER) if bracketed else told:
            for found in pattern.finditer(text):
                if pattern is _NAME_POST and _OF_SEVERAL.search(text, 0, found.start()):
                    continue
                post = re.sub(r"^[Tt]he\s", "", found["post"]).strip()
                if (other := read_name(post)) is not None and other.full:
                    post = post[other.end :].strip()  # "P Reed Clerk J Vane"
                if is_role(post) and len(post) <= 90:
                    yield from _holder(found["name"], post)


# "The Treasurer, Mrs. Box, gave the figures": a post and whoever of the list holds it.
_POST_SURNAME = re.compile(
    r"(?<![\w,])(?:[Tt]he\s)?(?P<post>[A-Z][a-z]+(?:\s(?:of|for|and|[A-Z][a-z]+)){0,6}),?\s(?:Mrs?|Ms|Miss|Dr)\.?\s"
    rf"(?:[A-Z]\.?\s){{0,2}}(?P<name>{_WORD}),\s"
)


def titled_holders(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Surnames with the post that running text sets before their title."""
    for text in map(fold, texts):
        for found in _POST_SURNAME.finditer(text):
            if is_role(found["post"]) and not _ELSEWHERE.match(found["post"]):
                yield found["name"], found["post"]


def _holder(words: str, post: str) -> Iterator[Person]:
    """The person whose name the words end with, in that post."""
    name = next(iter(_readings(words)), None)
    if name is not None and is_stranger(name):
        yield Person(name.text, () if _ELSEWHERE.match(post) else (post,), None, listed=False)


# "Ann Vane, Ward Councillor (Chair)"
_NAME_THEN_POST = re.compile(
    rf"{_CAPITAL}(?<![\w.])(?P<name>{_NAME}),\s[^;,()]{{3,60}}\s\((?P<post>(?:Vice[\s-])?Chair\w*|Clerk|Secretary|Treasurer)\)"
)


def presiding(texts: Iterable[str]) -> Iterator[Person]:
    """Whom running text gives an office behind what else they are."""
    for text in map(fold, texts):
        for found in _NAME_THEN_POST.finditer(text):
            yield from _holder(found["name"], found["post"])


# "Ann Vane, Clerk's Salary May", "Clerk's expenses – A Vane": a list of payments may be all that says who the clerk is.
_PAY = r"(?:[\w&-]+\s){0,3}?(?i:salar(?:y|ies)|wages?|pay|remuneration|expenses|honorarium|stipend)\b"
_PAID_CLERK = re.compile(
    rf"{_CAPITAL}(?<![\w.])(?P<name>{_NAME})(?:\s*[-–—:|,(]\s*|\s+)(?:the\s)?(?:Parish\s|Town\s)?(?i:clerk)(?:[’']?s)?\s{_PAY}"
    rf"|(?:\b(?i:clerk)(?:[’']?s)?\s{_PAY})(?:\s*[-–—:|,(]\s*|\s+to\s+)(?P<behind>{_NAME})(?![\w’'-])",
)
_OF_COUNCIL = re.compile(r"\b(?:Cllr|Councillor)s?\b")


def paid(texts: Iterable[str]) -> Iterator[Person]:
    """Who gets the clerk's pay."""
    for text in map(fold, texts):
        for found in _PAID_CLERK.finditer(text) if "lerk" in text or "LERK" in text else ():
            words = found["name"] or found["behind"]
            yield from _holder(words, "Clerk") if not _OF_COUNCIL.search(words) else ()


_SIGNS = re.compile(
    r"^\W*(?:signed|minutes\s(?:\w+ly\s)?(?:(?:taken|submitted|recorded|prepared)\s)?by|attest"
    r"|(?:(?:most\s)?respectfully\s)?submitted(?:\sby)?|(?:taken\sand\s)?(?:recorded|prepared|transcribed)\sby)\b\W*",
    re.IGNORECASE,
)


def signed(texts: Sequence[str]) -> Iterator[Person]:
    """Who signs with a post below the name: "Ann Vane" and "Clerk to the Council" on one line, or two at the end."""
    for at, (text, below) in enumerate(zip_longest(texts, texts[1:], fillvalue="")):
        if 2 * at < len(texts) and len(texts) - at > _LAST:
            below = ""  # in a list at the top a post may stand without a name below another's
        words = re.sub(r"\s+", " ", _SIGNS.sub("", text)).strip(" ._")
        name = read_name(words) if len(words.split()) <= SIGNATURE else None
        if name is None or not name.full:
            continue
        post = words[name.end :].strip(" ,.-–|") or (below.strip(" .") if len(below.split()) <= SIGNATURE else "")
        if is_role(post) and read_name(post) is None:
            yield from _holder(words[: name.end], post)


def _readings(words: str) -> Iterator[Name]:
    """Names that end where the words end: a sentence's first words may stand before the name."""
    at = 0
    while True:
        name = read_name(words[at:])
        if name is not None and name.full and not words[at + name.end :].strip(" ."):
            yield name
        step = words.find(" ", at)
        if step < 0:
            return
        at = step + 1
