"""Do the words for a post and a post of the list mean the same?"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from pipeline.extractors.names import is_post
from pipeline.extractors.owners import SMALL_WORDS, first_letters, is_post_letters, letters_of

_SAME_POST = (
    (r"[-–]", " "),
    (r"&", " and "),
    (r"^yr? (?=clerc|cadeirydd|trysorydd|ysgrifenn?ydd)", ""),
    (r"\bclerc\b", "clerk"),
    (r"\bcadeirydd\b", "chair"),
    (r"\btrysorydd\b", "treasurer"),
    (r"\bysgrifenn?ydd\b", "secretary"),
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
ORGANISATION = re.compile(
    r"\b(?:Office|Council|Agency|Authority|Department|Directorate|Services?|Trust|University|College|Association|Society|Assembly"
    r"|Ministry|Police|Company|Ltd|Limited|Partnership|Institute|Foundation|Federation|Union)$"
)
_ACRONYMS = frozenset({"senco", "sbm", "dsl", "cfo", "coo", "cao", "gm", "ea", "pa", "dpo", "mo", "cx"})
_LOOSE = re.compile(
    rf"\b(?:to|of) (?:the )?(?:\w+ ){{0,2}}?{_BODY}\b|\b(?:the|parish|town|community|village|city|township|our)\b|[.’']"
)


# Posts that another body or part of it has as well: who is meant is not told by who is there.
OF_EVERY_BODY = frozenset(
    {"chair", "vice chair", "member", "officer", "trustee", "governor", "councillor", "president"}
)


def is_kind_of(post: str, short: str) -> bool:
    """ "senior engineer, roads" is an engineer, a senior engineer and a roads engineer, no deputy of one."""
    head = re.split(r" (?:of|for|to) |,", post)[0]
    if head == short or (post.startswith(f"{short} ") and not is_post(post[len(short) :])):
        return True  # "vice principal" of "vice principal learning and teaching"
    if _LESSER.match(head) is not None and _LESSER.match(short) is None:
        return False
    words, its = short.split(), re.findall(r"\w+", post)
    told = len(words) > 1 and SMALL_WORDS.union(its).issuperset(words) and words[-1] in re.findall(r"\w+", head)
    return told or head.endswith(f" {short}")


@lru_cache(maxsize=4096)
def spelling(post: str) -> str:
    """A post in small letters, common spellings made one: "The Vice-Chairman" is "vice chair"."""
    text = re.sub(r"^the ", "", re.sub(r"\([^)]*\)", " ", post).casefold())
    for pattern, put in _SAME_POST:
        text = re.sub(pattern, put, text)
    return re.sub(r"\s+", " ", text).strip(" .,;:")


@lru_cache(maxsize=4096)
def post_key(post: str) -> str:
    """A post without its body: "Clerk to the Council" and "Parish Clerk" are "clerk"."""
    own = re.sub(rf"^{_BODY} (?=(?:vice )?chair$|clerk$|secretary$)", "", spelling(post))
    return re.sub(r"\s+", " ", _LOOSE.sub(" ", own)).strip(" ,;:")


def post_keys(post: str) -> set[str]:
    """The whole post and each of several held together: "Clerk/RFO", "Secretary and Year 5 rep"."""
    return {post_key(part) for part in (post, *re.split(r"\s+and\s+|\s*[&,/|;+]\s*", post))} - {""}


def is_body(words: str) -> bool:
    """An organisation or group acts itself, whoever stands for it at the meeting: "LGA", "Secretariat", "Committee"."""
    plain = re.sub(r"^the ", "", words.casefold())
    if re.fullmatch(r"(?:[Tt]he\s)?[A-Z]{2,6}s?", words) and not is_post(words):
        return spelling(words) == plain and plain not in _ACRONYMS
    return plain in _GROUPS


_GROUPS = frozenset("secretariat committee board council executive panel forum cabinet".split())


def _is_verbatim(words: str, post: str) -> bool:
    """ "Assistant Director (Housing)", beside another for roads: spelling() leaves out what is in brackets."""
    return re.sub(r"^the ", "", words.casefold()) == post.casefold()


def _is_spelt(words: str, post: str) -> bool:
    return spelling(words) == spelling(post)


def _is_one_of(words: str, post: str) -> bool:
    return post_key(words) in post_keys(post)


def _stands_for(words: str, post: str) -> bool:
    """ "PCC" for "Police and Crime Commissioner (PCC)"."""
    letters = re.sub(r"^[Tt]he\s", "", words)
    found = re.search(r"(\w[^()]*)\((\w{2,6})\)", post)
    return bool(found and found[2] == letters and letters.isupper() and is_post(found[1]))


def _shortened(words: str, post: str) -> bool:
    """ "SBM" for "School Business Manager"."""
    return is_post_letters(re.sub(r"^[Tt]he\s", "", words), post)


_PART_LETTERS = re.compile(r"(?P<post>[A-Z]{1,4})\s?\((?P<part>[A-Z]{1,3})\)")


def _in_letters(words: str, post: str) -> bool:
    """ "VP(C)" for "Vice Principal (Curriculum)"."""
    told, own = _PART_LETTERS.fullmatch(words), re.fullmatch(r"(?P<post>[^()]+?)\s?\((?P<part>[^()]+)\)", post)
    return bool(told and own and told["post"] == letters_of(own["post"]) and told["part"] == first_letters(own["part"]))


def _is_plainly(words: str, post: str) -> bool:
    return _plain(words) == _plain(post)


@lru_cache(maxsize=4096)
def _plain(post: str) -> str:
    """A post of some words without the small ones: "Executive Director – Place" is "Executive Director of Place"."""
    words = [word for word in re.findall(r"\w+", spelling(post)) if word not in SMALL_WORDS]
    return " ".join(words) if len(words) > 1 else post


def _opens(words: str, post: str) -> bool:
    """ "lead commissioner for schools" for "lead commissioner for schools, skills and transport"."""
    words, post = post_key(words), post_key(post)
    return len(words.split()) >= 3 and post.startswith(words) and not post[len(words) : len(words) + 1].isalnum()


def _misspelt(words: str, post: str) -> bool:
    """Alike but for a letter; "directors" are all of them, and no director."""
    if len(words) <= 8:
        return False
    words, post = post_key(words), post_key(post)
    return words != f"{post}s" and fuzz.ratio(words, post) >= 94


def _closes(words: str, post: str) -> bool:
    """ "superintendent" for "public works superintendent", "chair" not for "vice chair"."""
    words, post = post_key(words), post_key(post)
    return post.endswith(f" {words}") and is_post(words) and _LESSER.match(post) is None


_LESSER = re.compile(r"(?:vice|deputy|assistant|former|past|ex|outgoing|co|acting|trainee|junior)\b")

_REP = re.compile(r"\s(?:rep(?:resentative)?|member|councillor|cllr|contact)\.?$")


def _represents(words: str, post: str) -> bool:
    """ "Area 2 Rep" for who is listed as "Area 2"."""
    whom = _REP.sub("", spelling(words))
    return whom != spelling(words) and whom == spelling(_REP.sub("", post)) and whom not in _NO_PLACE


_NO_PLACE = frozenset("staff parent council board committee trust community independent lay ex-officio lead".split())


LETTERS = (_stands_for, _shortened, _in_letters)
WORDS_FIRST = (_is_verbatim, _is_spelt, _is_one_of)
WORDS_LAST = (_is_plainly, _opens, _closes, _misspelt, _represents)
"""How the words for a post may be those of a post of the list, the surest first."""
