"""What the body that met is called: the names that a title block's lines hold, and which of them is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.extractors.meeting.naming import OF_ALL, STREET, clean, is_name, is_proper
from pipeline.paper import fold
from pipeline.rules.match import Matcher
from pipeline.wording import MONTHS

MOTTO = 3  # commas of a line that lists what a school stands for
# "Minutes: Mill Club AGM"
_MINUTES_OF = re.compile(r"^\W*(?:draft\s+)?(?:meeting\s+)?minutes\s*(?::|\s[-–—])\s+", re.IGNORECASE)
LETTERS = 220  # of a line and the one below it that may name the body

_GENERIC = re.compile(
    r"^(?:the\s+)?(?:full\s+|annual\s+|ordinary\s+|open\s+|public\s+)*"
    r"(?:council|cabinet|executive|board|committee|board\s+of\s+governors|governing\s+(?:body|board)|governors|trustees"
    r"|board\s+of\s+(?:management|directors|trustees)|council\s+of\s+governors|management\s+board|(?:management|general|executive|main)\s+committee|executive\s+board|directors|assembly|court|corporation|senate)$",
    re.IGNORECASE,
)
_KIND_ONLY = re.compile(r"(?:the\s+)?(?:parish|town|community|city|county|district|borough)\s+council", re.IGNORECASE)
_PLACE = re.compile(
    r"^\W*(?:(?:venue|location|place|contact)\s*:|\d{1,2}[.:]\d\d\s?[ap]\.?m\b(?!.*\bmeeting\b))", re.IGNORECASE
)


def body_of(texts: Sequence[str], matcher: Matcher) -> str | None:
    """The body's name by the lines of a title block, or by their parts where these tell more of it."""
    parts = [part for text in texts for part in _parts(text)]
    whole = _body_of(texts, matcher)
    longer = _body_of(parts, matcher) if len(parts) > len(texts) else None
    name = longer if longer and (whole is None or longer.startswith(f"{whole} ")) else whole
    cut = name is not None and any(_is_cut(name, above, below) for above, below in pairwise(texts))
    return f"{name} {_cased('Council', name)}" if name is not None and cut else name


def _is_cut(name: str, above: str, below: str) -> bool:
    """Does a line's end part "Harrow City and County" from its "Council"?"""
    ends = re.search(r"(?i)\b(?:county|city|town|district|parish|borough|community)$", name)
    return ends is not None and above.rstrip(" *").endswith(name) and re.match(r"\W*Council\b", below, re.I) is not None


def _body_of(texts: Sequence[str], matcher: Matcher) -> str | None:
    """The body's name; a bare "Cabinet" or "Board of Governors" takes the organisation's name before it."""
    named: list[tuple[int, str]] = []
    whole: list[str] = []  # of a line alone
    numbered: list[str] = []
    texts = [_SHORT_FORM.sub("", _MINUTES_OF.sub("", text)) for text in _unwrapped(texts) if not _MOTTO.match(text)]
    texts = _in_english([dated["body"] if (dated := _DATED.fullmatch(text)) else text for text in texts])
    for at, text in enumerate(texts[:14]):
        if text.startswith(("•", "- ", "* ")) or _PLACE.match(text) or ADDRESS.search(text):
            continue  # of an agenda in the title block; "Venue: Council Chamber"; an address
        below = texts[at + 1] if at + 1 < len(texts) else ""
        # Two lines make one title, but not "North Harrow   South Harrow" above "ROADS COMMITTEE MEETING".
        apart = text.isupper() != below.isupper() and not (_LEADS_ON.search(text) or _ORGANISATION.search(text))
        apart = apart or (_GENERIC.match(clean(text)) is not None and not _LEADS_ON.search(text))  # a name is below
        apart = apart or text.count(",") >= MOTTO or STREET.search(text) is not None
        behind = _BEHIND_DASH.search(text)
        joined = behind["body"] if behind is not None else text if apart else f"{text} {below}"
        for alone, candidate in ((True, fold(text)), (False, fold(joined))):
            for found in matcher.find("meeting", _cut(candidate), part="body"):
                name = clean(found.get("body"))
                if found.rule.id == "body-numbered" and alone:
                    numbered.append(fold(found.get("body")))
                    continue
                if found.rule.id in ("body-label", "body-decision-maker"):
                    if alone and is_name(name) and (found.rule.id != "body-label" or not _GENERIC.match(name)):
                        return name
                    continue
                if name and is_name(name):
                    if named and not alone and _goes_on(cut := named[-1][1], name, text, below):
                        named = [found for found in named if found[1] != cut]
                    named.append((at, name))
                    whole += [name] if alone else []
        if len(named) > 12:
            break
    if numbered:  # "RM of Harrow No. 341" at the head of each page is its short form
        return max(numbered, key=lambda name: name.casefold().startswith("rural"))
    if not named:
        return _of_first_line(texts)
    return _with_owner(_chosen(named, texts), whole)


def _goes_on(cut: str, name: str, text: str, below: str) -> bool:
    """A line's end parts the name: "... of the Social Committee of Harrow" above "Cycling Club held on 3 May"."""
    return name.startswith(f"{cut} ") and text.endswith(cut) and not text.startswith(cut) and cut not in below


# "ROADS COMMITTEE, 3 May 2024"
_DATED = re.compile(
    r"(?P<body>.*\b(?:committee|board|panel|forum|council|group|partnership|cabinet)),?\s+(?:[–-]\s+)?"
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s(?:{'|'.join(MONTHS)}),?\s\d{{4}}\W*",
    re.IGNORECASE,
)


def _in_english(texts: Sequence[str]) -> list[str]:
    """The lines without a council's Irish or Welsh name where the English one stands beside it or in the next line."""
    texts = [_NOT_ENGLISH_BESIDE.sub("", text) for text in texts]
    doubled = {at for at, (a, b) in enumerate(pairwise(texts)) if _NOT_ENGLISH.fullmatch(a) and _COUNCIL.search(b)}
    return [text for at, text in enumerate(texts) if at not in doubled]


_NOT_ENGLISH = re.compile(r"\W*(?:comhairle|cyngor)\b[^/|.:\d]{3,60}", re.IGNORECASE)
_NOT_ENGLISH_BESIDE = re.compile(r"^\W*(?:comhairle|cyngor)\b[^/|]{3,60}\s[/|–-]\s(?=.*\bcouncil\b)", re.IGNORECASE)
_COUNCIL = re.compile(r"\bcouncil\b", re.IGNORECASE)
_SHORT_FORM = re.compile(r"\s*\[[‘’'“”\"]?[A-Z]{2,8}[‘’'“”\"]?\]")  # "Harrow Tennis Club [HTC]"
# "Curious, Kind, Courageous"
_MOTTO = re.compile(r"\W*[A-Z][a-z]+(?:,\s+[A-Z]?[a-z]+){2,}\W*$")
_SIGN = re.compile(r"\s+[–—|-]\s+|(?<=[a-z]{3}):\s+")
_PARTS = 3  # of a title in one line, "Harrow Trust – Board – 3 May 2024"


def _parts(text: str) -> list[str]:
    """A title whose parts stand in one line, the day or the kind of paper last, part by part; any other line whole."""
    parts = _SIGN.split(text)
    dated = len(parts) >= _PARTS and re.search(r"\d|\b(?:minutes|notes|meeting)\b", parts[-1], re.IGNORECASE)
    return parts if dated and all(len(part.split()) <= _PARTS * 2 for part in parts) else [text]


def _with_owner(name: str | None, whole: Sequence[str]) -> str | None:
    """ "Works Committee" with the council or school that has it, where a line says both: "Moor PC Works Committee"."""
    behind = f" {name}".casefold()
    longer = (n for n in whole if name and n.casefold().endswith(behind) and _OWNER.search(n[: -len(behind)]))
    return next(longer, name)


_OWNER = re.compile(r"\w\s(?:council|school|academy|college|nursery)$", re.IGNORECASE)


def _chosen(named: list[tuple[int, str]], texts: Sequence[str]) -> str | None:
    """Which of the names found in a title block's lines is the body's."""
    named.sort(key=lambda n: n[0])
    names = list(dict.fromkeys(name for _, name in named))
    # "Parish Council Meeting 3 May" above "the meeting of Harrow Parish Council": the one that has a name.
    names.sort(key=lambda n: _KIND_ONLY.fullmatch(n) is not None)
    organisation = next((n for n in names if _ORGANISATION.search(n) and not _GENERIC.match(n)), None)
    if organisation is not None:
        organisation = _in_full(organisation, names)
    of_all = next((n for n in names if OF_ALL.fullmatch(n)), None)
    if organisation is not None and of_all is not None and _OF_PARISH_COUNCIL.search(organisation):
        stem = _OF_PARISH_COUNCIL.sub("", organisation)
        return of_all if stem.casefold() in of_all.casefold() else f"{stem} {_cased(of_all, stem)}"
    parts = [n for n in names if n != organisation and _PART_OF.search(n) and not _GENERIC.match(n)]
    # A commission above its committee's name is printed once, the committee in the title again.
    lines = [clean(text).casefold() for text in texts[:14]]
    part = next((n for n in parts if lines.count(n.casefold()) > 1), parts[0] if parts else None)
    if organisation is not None and part is not None and organisation.casefold().endswith(f" {part.casefold()}"):
        return organisation
    if organisation is None and part is not None and _HAS_PARTS.search(part):
        organisation, part = part, next((n for n in parts if n != part and _IS_PART.search(n)), None)
    generic = next((n for n in names if _GENERIC.match(n)), None)
    owner = next((n for n in names if _has(n, part, lines)), None) if part is not None else None
    if part is not None and owner is not None:
        return clean(f"{owner} {_cased(part, owner)}")
    if part is not None and (organisation is None or not _SCHOOL.search(organisation)):
        practice = next((m[1] for text in texts[:14] if (m := _PRACTICE_LINE.match(fold(text)))), None)
        return f"{practice} {_cased(part, practice)}" if practice and _OF_PRACTICE.fullmatch(part) else part
    if organisation is not None and _OF_SCHOOL.match(organisation):
        return _of_school(organisation, texts)
    if organisation is not None:
        stem = _GOVERNORS.sub("", organisation).strip(" -–,")
        if part is not None and part.casefold() in stem.casefold():
            return organisation
        if part is not None:
            return part if stem.casefold() in part.casefold() else f"{stem} {_cased(part, stem)}"
        if generic is not None and organisation.casefold().endswith(generic.casefold()):
            return organisation
        if generic is not None and not re.search(
            r"\b(?:council|governors|board|cabinet|body)$", generic, re.IGNORECASE
        ):
            return f"{organisation} {_cased(generic, organisation)}"
        if generic is not None and generic.casefold().split()[-1] not in organisation.casefold():
            return f"{organisation} {_cased(generic, organisation)}"
        return organisation
    named_so = next((n for n in names if not _GENERIC.match(n)), None)
    headed = named_so or (generic and _of_letterhead(generic, texts))
    return headed and _of_school(headed, texts)


def _has(organisation: str, part: str, lines: Sequence[str]) -> bool:
    """Whether a committee is that of the council or trust whose name stands alone on a line: each has one for audit."""
    named = {word for word in organisation.casefold().split() if word not in _LINKS and not _ORGANISATION.search(word)}
    return (
        (_ORGANISATION.search(organisation) or _FORUM.search(organisation)) is not None
        and _COMMITTEE.fullmatch(part) is not None
        and not _COMMITTEE.fullmatch(organisation)
        and organisation.casefold() in lines
        and not named & set(part.casefold().split())
    )


_FORUM = re.compile(r"\b(?:forum|partnership)(?:\s\([A-Z]+\))?$", re.IGNORECASE)
_LINKS = ("of", "the", "and", "for", "&")
_COMMITTEE = re.compile(
    r"(?!.*\bjoint\b).*\b(?:committee|spc|scrutiny\s+panel|working\s+party|steering\s+group|(?:trust|select|planning|zoning)\s?board)",
    re.IGNORECASE,
)


def _of_school(name: str, texts: Sequence[str]) -> str:
    """A name; "PTA" and what else every school has with the school's, where a line of its own gives that."""
    if not _OF_SCHOOL.match(name):
        return name
    lines = [fold(part) for text in texts[:14] for part in (text, *_SIGN.split(text))]
    school = next((m[1] for line in lines if (m := _SCHOOL_LINE.match(line))), None)
    return f"{school} {name if name.isupper() else _cased(name, school)}" if school else name


def _of_first_line(texts: Sequence[str]) -> str | None:
    """ "Winter Orchard" above "Notes of the meeting on 3 May": a name without a word for what kind of body has it."""
    first = fold(texts[0]).strip(" -–|:,.;*_#") if texts else ""
    headed = len(texts) > 1 and _HEADS_MEETING.match(texts[1]) is not None
    return first if headed and not _NO_NAME_LINE.search(first) and is_proper(first) else _beside_minutes(texts)


def _beside_minutes(texts: Sequence[str]) -> str | None:
    """ "Winter Orchard Minutes 3 May", "Winter Orchard: minutes of the 12th meeting"; the line next to "MINUTES"."""
    lines = [fold(text).strip(" -–|,;*_#") for text in texts[:_TOP]]
    for at, line in enumerate(lines):
        found = _NAMED_MINUTES.match(line)
        near = [found["body"]] if found is not None else []
        if _MINUTES_ALONE.fullmatch(line):
            near = [*reversed(lines[:at]), *lines[at + 1 : at + 2]]
        for name in near:
            if is_proper(name):
                return name.strip(" :")
    return None


_TOP = 4  # lines of a title
_NAMED_MINUTES = re.compile(
    r"(?P<body>[A-Z][^,;()\d]{1,60}?)\s*(?:[-–—|:,]\s*|\s)(?i:(?:annual|general|special|ordinary|extraordinary|regular|monthly|quarterly|business"
    r"|members?[’']?|open|draft|meeting|committee|board|council|spring|summer|autumn|winter|evening|planning|team|public)\s+)*(?i:minutes|(?:committee|board|trustees)(?=,?\s.*\d)|agm|egm|(?:general|annual)\s+meeting|meeting(?=\W*(?:\d|$)))\b"
)
_MINUTES_ALONE = re.compile(r"\W*(?:(?:draft|meeting|agm)\s+)*(?:minutes|meeting\s+notes)\W*", re.IGNORECASE)


def _of_letterhead(generic: str, texts: Sequence[str]) -> str:
    """ "Trustees" or "Board of Directors" with the name that stands above it, alone on the paper's first line."""
    if corporation := next((found for text in texts[:14] if (found := _OF_CORPORATION.search(fold(text)))), None):
        return corporation[0]
    at = next((n for n, text in enumerate(texts) if generic.casefold() in fold(text).casefold()), 0)
    before = _BEFORE_DASH.match(fold(texts[at]))
    follows = before is not None and before["rest"].casefold().startswith(generic.casefold())
    if before is not None and follows and is_name(before["name"]) and not _NO_NAME_LINE.search(before["name"]):
        return f"{before['name']} {_cased(generic, before['name'])}"
    first = fold(texts[0]).strip(" -–|:,.;*_#")
    if any(letter.isdigit() for letter in first):  # "Paper C(14)4" above the name
        first = next((fold(text).strip(" -–|:,.;*_#") for text in texts[1:at] if _ORGANISATION.search(text)), first)
    if first.casefold().endswith(f" {generic.casefold()}") and _NAME_LINE.fullmatch(first) and is_name(clean(first)):
        return clean(first)  # "HARROW COLLEGE FURTHER EDUCATION CORPORATION" above "Full Corporation Meeting"
    if first.casefold().startswith(f"{generic.casefold()} of ") and not _NO_NAME_LINE.search(first):
        return first  # "BOARD OF EDUCATION OF DISTRICT NO. 9 (MOOR)"
    alone = 0 < at <= 3 and _NAME_LINE.fullmatch(first) is not None and not _NO_NAME_LINE.search(first)
    return f"{first} {_cased(generic, first)}" if alone and is_name(first) else generic


def _unwrapped(texts: Sequence[str]) -> list[str]:
    """The lines of a title with those that go on in the next: "ROADS, PIERS" above "AND PORTS COMMITTEE"."""
    out: list[str] = []
    for text in texts:
        if out and _GOES_ON.match(text) and out[-1].strip()[-1:] not in ".:;" and text.isupper() == out[-1].isupper():
            out[-1] = f"{out[-1]} {text}"
        else:
            out.append(text)
    return out


_GOES_ON = re.compile(r"\W{0,3}(?:and|&)\s+[A-Z]", re.IGNORECASE)


def _cut(text: str) -> str:
    """The first letters of a text, no word of it cut in two."""
    return text if len(text) <= LETTERS else text[:LETTERS].rpartition(" ")[0]


_LEADS_ON = re.compile(r"(?:\b(?:of|the|and|for|in|held|on|at|a|an)|[,&:–-])\W*$", re.IGNORECASE)
ADDRESS = re.compile(r"\b(?:tel(?:ephone)?|fax|e-?mail)\b|\bwww\.|@|https?:", re.IGNORECASE)
_ORGANISATION = re.compile(
    r"\b(?:council|(?:village|city|town|county)\s+of|school|academy|college|trust|association|society|university|libraries|ips|authority|township|parish"
    r"|pc|federation|friends\s+of|club|union|party|company|co-?operative|cic|cio)\b",
    re.IGNORECASE,
)
_SCHOOL = re.compile(r"\b(?:school|academy|college|university)\b", re.IGNORECASE)
_PART_OF = re.compile(
    r"\b(?:committee|panel|forum|cabinet|group|working\s+party|sub-?committee|partnership|commission|spc|jpc"
    r"|(?:pension|wellbeing|safeguarding|advisory|area|liaison|licensing|improvement|delivery|programme|project|trust|select|planning|zoning)s?\s+board|selectboard|(?:municipal|metropolitan|borough)\s+district(?!\s+council))\b",
    re.IGNORECASE,
)
# Bodies that have committees and groups of their own, and what such a part is called.
_HAS_PARTS = re.compile(r"\b(?:forum|partnership|commission)(?:\s\([A-Z]+\))?$", re.IGNORECASE)
_IS_PART = re.compile(r"\b(?:committee|panel|group)$", re.IGNORECASE)
_GOVERNORS = re.compile(r"\b(?:(?:full\s+)?(?:board\s+of\s+governors|governing\s+(?:body|board)))\b", re.IGNORECASE)


# Bodies that every school has, and the line that names the school.
_OF_SCHOOL = re.compile(
    r"(?:parent\s+(?:council|forum)|p\.?t\.?a\.?|pfa|ptfa|hsa|fgb|lgb|lgc|(?:full\s+|local\s+)?(?:governing\s+(?:board|body)|board\s+of\s+governors)|governors|(?:school|student|pupil)\s+council)$",
    re.IGNORECASE,
)
_SCHOOL_LINE = re.compile(
    r"^\W*((?:[A-Z][\w’'.&-]*\s+){1,6}(?:School|Academy|College|Nursery|Infants|Juniors|Primary|SCHOOL|ACADEMY|COLLEGE|NURSERY))\W*$"
)


# A group that every practice has, and the line that names the practice.
_OF_PRACTICE = re.compile(
    r"PPG|(?:virtual\s+)?patients?[’']?\s+(?:participation|reference|liaison)\s+group", re.IGNORECASE
)
_PRACTICE_LINE = re.compile(
    r"^\W*((?:[A-Z][\w’'.&-]*\s+){1,6}(?i:surgery|practice|(?:medical|health)\s+(?:centre|center|group|practice)))\W*$"
)
# "Minutes of Monday's meeting – Harrow Tenants"
_BEHIND_DASH = re.compile(r"\b(?:meeting|minutes|notes)\s[–—-]\s(?P<body>[A-Z][^–—\d]{4,60})$")
# "Harrow Allotment Society – Committee Meeting 3 May"
_BEFORE_DASH = re.compile(r"\W*(?P<name>[A-Z][\w’'.&-]*(?:\s[\w’'.&()-]+){1,7}?)(?:\s*[–—|:]|\s-)\s(?P<rest>[A-Z].*)")
_HEADS_MEETING = re.compile(r"\W*(?:draft\s+)?(?:minutes|notes)\s+(?:of|from|for)\b|.*\bmeeting\b", re.IGNORECASE)
_NAME_LINE = re.compile(r"[A-Z][\w’'.-]*(?:\s(?:[A-Z&][\w’'.-]*|of|the|and|for|in|at)){1,7}")
_NO_NAME_LINE = re.compile(
    r"\b(?:minutes?|meetings?|agenda|draft|confidential|page|notes|record|report|confirmed|unconfirmed|approved|subject|date)\b",
    re.IGNORECASE,
)


def _in_full(name: str, names: Sequence[str]) -> str:
    """ "Harrow PC" as "Harrow Parish Council" where the paper says that as well."""
    stem, _, short = name.rpartition(" ")
    for other in names:
        rest = other[len(stem) :].split()
        if (
            stem
            and short.isupper()
            and len(rest) == len(short)
            and other.casefold().startswith(stem.casefold())
            and "".join(word[0] for word in rest).upper() == short
        ):
            return other
    return name


def _cased(words: str, like: str) -> str:
    return words.upper() if like.isupper() else words.title() if words.isupper() else words


_OF_PARISH_COUNCIL = re.compile(r"\s+(?:parish|town|community)\s+council$", re.IGNORECASE)


_OF_CORPORATION = re.compile(
    r"\b(?:[Cc]ouncil|COUNCIL)\s+(?:[Ff]or|FOR|[Oo]f|OF)\s+(?:[Tt]he|THE)\s+(?i:corporation\s+of\s+the|municipality|township|town|city|village|county)\s+(?i:of\s+)?[A-Z][^.,;:\d]{2,60}?(?=,|\s+(?i:held|was|met|on|in)\b|$)"
)


def body_of_fields(fields: dict[str, str], matcher: Matcher) -> str | None:
    """The body that the front matter names."""
    for key in ("title", "committee", "body", "subject", "site"):
        if (value := fields.get(key)) and (name := body_of([value], matcher)):
            return name
    site = fields.get("site", "")  # "Minutes of May | Winter Orchard"
    return site if site and is_proper(site) and fields.get("title", "").endswith(f" {site}") else None
