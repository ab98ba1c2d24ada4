"""Labels that open a list of people ("Present:", "Also in attendance"), and where they end."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import cast, get_args

from pipeline.extractors.attendance.gather import AWAY
from pipeline.extractors.attendance.lone import names_alone
from pipeline.extractors.attendance.pieces import post_then_name
from pipeline.extractors.given import is_given_or_letter
from pipeline.extractors.names import Name, is_person, read_name
from pipeline.record import Status
from pipeline.rules.match import Match, Matcher

TITLED = r"(?:Cllrs?|Councill?ors?|Mrs?|Ms|Miss|Messrs|Dr)\b"
ONE_PERSON = ("attendance-in-the-chair", "attendance-clerk", "attendance-minutes-by")
_IN_THE_CHAIR = re.compile(r"(?:present\s+)?in\s+the\s+chair", re.IGNORECASE)  # opens the list of all who came
# Whom members of a forum or a governing body speak for: "Maintained primary: Ann Reed, Bob Hale".
SECTOR = re.compile(
    r"\b(?:maintained|academ(?:y|ies)|primary|secondary|special\s+schools?|nurser(?:y|ies)|early\s+years"
    r"|alternative\s+provision|post[- ]16|head\s?teachers|diocesan"
    r"|(?:parent|staff|co-?opted|foundation|authority|associate)\s+(?:governors?|members?)"
    r"|non[- ]school(?:s|\s+members)?|trade\s+unions?)\b",
    re.IGNORECASE,
)
OFFICERS = re.compile(
    r"\b(?:local\s+authority|council|la|county|city|borough)\s+officers\b|\bobservers?\b|^C\.?A\.?O\.?$"
    r"|^(?:chief\s+administrative\s+officer|recording\s+secretary|administrative\s+assistant)$"
    r"|^(?:town|village|city|township|municipal)\s+(?:manager|administrator|attorney|solicitor|planner|engineer)$",
    re.IGNORECASE,
)
ATTENDEES = re.compile(r"(?:other\s+)?(?:attendees|attending|attended(?:\s+by)?|in\s+attendance)", re.IGNORECASE)
SAYS = re.compile(
    r"present|attend|invit|participa|sederunt|apolog|absent|excused|regret|chair|clerked|minute|taken by|answering",
    re.IGNORECASE,
)
_OTHER_TONGUE = re.compile(r"\s*(?:[^\W\d_][\w’'-]*\s+){0,5}[^\W\d_][\w’'-]*\s*[/|]\s*(?=[A-Za-z])")
# "Present / Presennol", on a line of their own
_TONGUE_BEHIND = re.compile(r"\s*([A-Z][\w’' ]{3,40}?)\s?/\s?[^\W\d_][\w’' ]{3,50}:?\s*")
# "Others present", no bare "Present"
_WHOSE = re.compile(
    r"[A-Z]\w+\s+(?:[-–]\s+)?(?:not\s+|also\s+)?(?:present|absent|attending|in\s+attendance)", re.IGNORECASE
)
_STOPPED = re.compile(
    r"(?:(?:(?:\w+\s)?members|councillors|also)\s+)?(?:present|absent|apolog(?:y|ies)(?:\s+for\s+absence)?|in\s+attendance|attending)",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"[\w ]{3,30}\s\(\d{1,3}\)\s?:")
# "Chairman: Cllr Reed Councillors: Ash, Holt Clerk: Mrs Box": labels that stand inside a row with nothing before them
_GROUP_INSIDE = re.compile(
    r"(?<!Deputy )(?<!Assistant )(?<!Acting )(?:Councillors|Cllrs|Members|Clerk|CAO|Administrator|Ex-?[Oo]fficio)\s?:"
)
# "... 3rd November, 2008 Present Cllrs. A. Ash Apologies Cllr. B. Box": labels in a page that lost its lines
_BARE_INSIDE = re.compile(
    r"(?:Present|Apologies(?:\s(?:[Ff]or\s[Aa]bsence|[Ff]rom|[Rr]eceived(?:\s[Ff]rom)?))?|Absent|In [Aa]ttendance"
    r"|(?:Also|Others) [Pp]resent|Also [Ii]n [Aa]ttendance|In the Chair"
    r"|PRESENT|APOLOGIES(?:\sFOR\sABSENCE)?|ABSENT|IN ATTENDANCE|ALSO PRESENT)\s+"
    r"(?:(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr)\b\.?\s+[A-Z]|[A-Z][\w’'.-]*\s[A-Z])"
)
_KEY_BEHIND = re.compile(r"\s[A-Z]{2,4}$")
_ASIDE = re.compile(r"\s*\([^()]{0,60}\)\s*")  # "Members (* present)", "Apologies (with reasons)"
_NUMBER_AHEAD = re.compile(r"\s*\d{1,3}\s+(?=[A-Za-z])")  # "12 members present:"
_ANSWERS = re.compile(rf"{TITLED}|(?:\d+|none|nil|one|two|three|four|five|six)\b", re.IGNORECASE)


_TITLE_AT = re.compile(rf"(?:{TITLED})\.?\s+[A-Z]")
_AFTER_TITLE = re.compile(rf"(?:{TITLED})\.?$")


@dataclass(frozen=True, slots=True)
class Label:
    """What opens a list: its status, the post that it gives to whom it names, and its rule.

    Attributes:
        same: the status is that of the list above ("Via Teams:").
        inherited: a group ("School members:") under a label that named nobody itself ("Apologies were received from:").
        stops: it holds no people ("Venue:").
    """

    status: Status
    capacity: str | None = None
    rule: str = ""
    words: str = ""
    same: bool = False
    stops: bool = False
    inherited: bool = False

    @property
    def alone(self) -> bool:
        """It names one person, as "Clerk:" does; "In the chair" opens the list of all who came."""
        return self.rule in ONE_PERSON and _IN_THE_CHAIR.match(self.words) is None

    @property
    def for_others(self) -> Label:
        """The label for whoever stands behind the first name: a post of one person is not theirs."""
        return replace(self, capacity=None) if self.rule in ONE_PERSON else self


def under_own_label(text: str, status: Status, matcher: Matcher) -> tuple[Status, str]:
    """ "Apologies: Ann Box" in a column headed Present: what the cell's own label says, and whom it lists."""
    found = read_label(text, matcher, bare=False) if ":" in text else None
    if found is None or found[0].status not in AWAY or not SAYS.search(found[0].words):
        return status, text
    return found[0].status, text[found[1] :]


def read_label(text: str, matcher: Matcher, *, bare: bool) -> tuple[Label, int] | None:
    """The label that a text opens with, and where it ends. `bare`: it may also stand alone, without a colon."""
    plain = re.sub(r"[*_`#]", " ", text)
    at = len(plain) - len(plain.lstrip())
    if (count := _NUMBER_AHEAD.match(plain, at)) is not None:
        at = count.end()
    found = matcher.first("attendance", plain[at:], part="line")
    if found is None:
        # "Presennol / Present:": the second language's words are the ones known
        other = _OTHER_TONGUE.match(plain)
        first = matcher.first("attendance", other[0].rstrip(" /|"), part="line") if other else None
        inner = read_label(text[other.end() :], matcher, bare=bare) if other else None
        if first is not None and inner is not None and _made(first).status not in ("same", inner[0].status):
            inner = None  # "Record of attendance / Apologies": a title of several lists
        if other and inner:
            return inner[0], inner[1] + other.end()
        both = _TONGUE_BEHIND.fullmatch(plain)
        inner = read_label(f"{both[1]}:", matcher, bare=bare) if both else None
        return (inner[0], len(plain)) if inner and SAYS.search(inner[0].words) else None
    label, end = _made(found), at + found.end
    says = SAYS.search(label.words) is not None or label.stops
    if count is not None and not says:
        return None  # "3 members of staff"
    rest = plain[end:]
    mark = re.match(
        r"\s*(?:\([^)]{0,40}\)\s*){0,2}(?:[:;]\s*[-–—]?|[-–—](?=\s|$)|/(?=\s(?:Mrs?|Ms|Miss|Dr|Prof\w*|Cllr|Councillor)\b)|…|\.{3,})\s*",
        rest,
    )
    if mark and (says or bare or ":" in mark[0] or _ANSWERS.match(rest[mark.end() :]) or _lists(rest[mark.end() :])):
        return label, end + mark.end()
    if _STOPPED.fullmatch(label.words) and (stop := re.match(r"[.,]\s+", rest)):
        said = rest[stop.end() :]
        if _ANSWERS.match(said) or read_name(said) is not None or post_then_name(said.split(",")[0]):
            return label, end + stop.end()  # "Present. Councillors Reed and Ash."
    if not rest.strip(" .,") or _ASIDE.fullmatch(rest):
        return (label, len(plain)) if bare or says else None
    if (_BARE_GROUP.fullmatch(label.words) and _opens_a_row(rest, matcher)) or (
        label.words[:1].isupper()
        and re.match(TITLED, label.words, re.IGNORECASE) is None  # "Cllr Ann Box, Cllr Bo Holt"
        and _lists(rest)
        and matcher.first("attendance", rest, part="prose") is None
    ):
        return label, end  # "Staff JP Reed Chief Executive", "Members Cr A Box": a column that lost its gap
    public = re.search(r"\bpublic$", label.words, re.IGNORECASE) and re.match(rf"\s+{TITLED}", rest)
    if not (says or public) or (label.status == "apologies" and re.search(r"\b(?:from|by)$", label.words)):
        return None  # a sentence
    if label.words[:1].isupper() and rest.startswith(". "):
        rest, end = rest[1:], end + 1  # "Present. The Chairman, Cllr Reed, ..."
    opens = read_name(rest) is not None or re.match(
        rf"\s+(?:the\s+)?(?:[A-Z]\w+\s+){{0,2}}(?:{TITLED}|(?:Clerk|Secretary|Treasurer|Chair(?:man)?),?\s+[A-Z])", rest
    )
    # "Apologies for absence Robin, Les and Stuart", and no "Apologies received"
    return (label, end) if opens or (re.search(r",|\band\b", rest) and names_alone(rest)) else None


_BARE_GROUP = re.compile(
    r"(?:members|staff|officers|officials|management|guests|visitors|observers|in attendance)", re.I
)
_ROW = 12  # words of a person with a post


def _opens_a_row(text: str, matcher: Matcher) -> bool:
    """Somebody whole, by title, initial or known given name, in words that tell nothing."""
    name = read_name(text)
    if name is None or not name.full or len(text.split()) > _ROW or matcher.first("attendance", text, part="prose"):
        return False
    return bool(name.titles) or text.split()[0].isupper() or is_given_or_letter(name.text.split()[0])


def _lists(text: str) -> bool:
    """Whole names with commas between them: "Councillors – Ann Box, Sam Reed"."""
    first, _, rest = _ASIDE.sub(" ", text).partition(",")
    name, other = read_name(first), read_name(rest)
    return name is not None and other is not None and name.full and other.full and not first[name.end :].strip()


# "...; in attendance: Ann Box": in small letters behind a stop
_SMALL = r"(?:also\s)?(?:in\sattendance|present|apologies|absent)\s*:"


def label_inside(text: str, matcher: Matcher) -> int:
    """Where a label with its colon stands inside a row ("... A Marlow. Also present: S Reed"); 0 where none does."""
    for found in re.finditer(rf"(?<=[\s.;,)*])(?=[A-Z])|(?<=[;.]\s)(?={_SMALL})", text):
        bare = _BARE_INSIDE.match(text, found.start())
        if bare or re.match(
            r"[\w’' /–-]{3,40}(?:\s\(\d+\))?\s?:|\w+ed\s+by\s|[\w ]{3,30}\s[–—-]\s",
            text[found.start() :].replace("*", ""),
        ):
            behind = text[: found.start()].rstrip()
            if _TITLE_AT.match(text, found.start()) or _AFTER_TITLE.search(behind):
                continue  # "Mrs Box Councillors:" is no group's label
            label = read_label(text[found.start() :], matcher, bare=False)
            if label is None and behind.endswith("."):  # "A Marlow. Visitor - S Reed"
                label = read_label(text[found.start() :], matcher, bare=True)
                label = label if label is not None and label[0].status == "in_attendance" else None
            if label is None:
                continue
            counted = _COUNTED.match(text[found.start() :])
            titled = (name := read_name(text[found.start() + label[1] :])) is not None and name.titles
            if (
                (bare and (titled or _KEY_BEHIND.search(behind) or _ends_with_name(behind)))
                or behind.rstrip(" *–-")[-1:] in ".);"
                or label[0].words.endswith(" by")
                or titled
                or (label[0].status in AWAY and name is not None)
                or counted
                or (_STOPPED.fullmatch(label[0].words) and not text[found.start() + label[1] :].strip())  # at the end
                or _GROUP_INSIDE.match(text, found.start())
                # "... C. Dunn GUESTS: Sam Reed": capitals behind small letters
                or (label[0].words.isupper() and behind[-1:].islower() and name is not None and name.full)
                or (_WHOSE.match(label[0].words) and _names_somebody(text[found.start() + label[1] :], name))
            ):
                return found.start()
    return 0


def _ends_with_name(text: str) -> bool:
    """ "..., John Moss" before "In Attendance Sam Park": nothing but a name behind the last comma or bracket."""
    return is_person(re.split(r"[,;:)]|\b(?:and|&)\s", text)[-1])


def _names_somebody(text: str, name: Name | None) -> bool:
    """A whole name opens a text, or a post with one behind it."""
    return (name is not None and name.full) or post_then_name(text[:60].split(",")[0]) is not None


def _made(found: Match) -> Label:
    value = found.get("status")
    status = cast(Status, value) if value in get_args(Status) else "present"
    return Label(
        status, found.get("capacity") or None, found.rule.id, found.get("label"), value == "same", value == "stop"
    )
