"""Rows of a list of people: which paragraphs and lines belong to it, the end of one, the label of a group."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from pipeline.extractors.attendance.beside import without_heads
from pipeline.extractors.attendance.fronts import ITEMS
from pipeline.extractors.attendance.gather import AWAY
from pipeline.extractors.attendance.held import heads, holder_behind, holder_in_brackets
from pipeline.extractors.attendance.keys import ends_with_key
from pipeline.extractors.attendance.labels import ATTENDEES, ONE_PERSON, SAYS, TITLED, Label, read_label
from pipeline.extractors.attendance.lone import names_alone, one_alone, shared_surname
from pipeline.extractors.attendance.pieces import post_then_name
from pipeline.extractors.attendance.remarks import away, is_note
from pipeline.extractors.given import is_known
from pipeline.extractors.names import is_person, is_post, read_name
from pipeline.layout.paragraphs import unmarked
from pipeline.layout.sentences import sentences
from pipeline.paper import Line, Paragraph, Table
from pipeline.rules.match import Matcher


@dataclass(frozen=True, slots=True)
class Row:
    """A printed line, or the part of it that belongs to a paragraph."""

    text: str
    line: Line
    first: bool = False  # it opens its paragraph
    bullet: bool = False
    numbered: bool = False
    ticked: bool | None = None  # of a list with boxes to tick, "[x] Ann Box"
    amid: bool = False  # people stand right below its paragraph as they do above: it ends no list


@dataclass
class Block:
    """The rows under one label."""

    label: Label
    rows: list[Row] = field(default_factory=list)


# "MEETINGS ADMINISTRATOR: Ms Box" below the apologies: whoever serves the meeting was there.
SERVES = re.compile(
    r"(?:\w+\s){0,2}(?:administrator|secretary|clerk|(?:minute|note)[\s-]?taker|recorder|manager|superintendent|attorney|counsel)",
    re.IGNORECASE,
)
_BEHIND_NAME = re.compile(r"\s*(?:$|[,;(\[]|[-–—]\s|and\b|&)")
_OPEN_END = re.compile(r"(?:[,;&-]|\b(?:and|of|for|to|the))\s*$")
_IN_LIST = re.compile(
    rf"\(|[^(\[]*[(\[]\s*{TITLED}|[A-Z][\w’'-]+\s*[,(;]|[A-Z]\w+\s+(?:(?:[A-Z]\w+|of|to|the|for)\s+){{0,3}}{TITLED}|(?:[Ii]tems?\s)?\d[\d\s–-]*[Oo]nly\b"
)
_OPENED, _CLOSES = re.compile(r"\([^()]{0,60}$"), re.compile(r"[^()]{1,60}\)")  # "Clerk (Ms. A." / "Reed)"
_BOX = re.compile(r"\[(?P<mark>[ xX✓])\]\s+")
_WRAPS = 55  # letters of a line that may have been broken inside a post
_TAIL = re.compile(r"[A-Z][\w’'&-]+(?:\s[A-Z][\w’'&-]+)?\.?")
# "I. Call to Order" below a list: an item, no Mr Call
_FIRST_ITEM = re.compile(
    r"I\.\s*(?:Call\s+to|Welcome|Opening|Roll\s+call|Introduction|Apolog|Attendance|Minutes|Approval|Pledge)",
    re.IGNORECASE,
)
# "Nunford Parish – none present"
NOBODY_COMES = re.compile(
    r"\w\s*[-–—:]\s*(?:(?:none|nobody|no\s?one)(?:\s+(?:present|there|came))?|nil|not\s+represented|no\s+representative|vacant)\W*$",
    re.I,
)
_RANK = re.compile(r"(?:[A-Z][a-z]+\s+){1,4}")
_CAPITALS = re.compile(r"[A-Z][A-Z’'&/ -]{3,40}?\s*(?P<colon>:)?")

DIRECTORS = re.compile(r"(?:[A-Z]\w+\s)?Directors", re.IGNORECASE)
_ALSO = re.compile(r"(?:also|others?)\b", re.IGNORECASE)


SEATED = re.compile(r"(?:[\w-]+\s)?(?:members|trustees|governors|non-executives?|directors)(?:\s+present)?", re.I)
_EXECUTIVE = re.compile(r"(?:the\s+)?executives?(?:\s+team)?", re.IGNORECASE)
_GROUPS = ("attendance-post", "attendance-body", "attendance-group")
_LATE = re.compile(r"late\b|left\s|(?:\w+\s)late\b", re.IGNORECASE)


def under(block: Block, label: Label) -> Label:
    """A label with the status that the label above it gives: "Via Teams:", "School members:" under apologies."""
    if label.words.casefold() == "also" and block.label.status in AWAY:
        return replace(label, status=block.label.status)  # "Apologies: Ann Box. Also: County Councillor Reed"
    if label.same and block.label.status in AWAY:
        # "Zoom: Sam Reed" below "Absent: Ann Box"; "Late: Sam Reed"
        return replace(label, status="present" if _LATE.match(label.words) else "in_attendance")
    if label.same:
        return replace(label, status=block.label.status)
    grouped = not block.rows or block.label.rule in _GROUPS
    if label.rule == "attendance-residents" and block.label.status == "present" and grouped:
        return replace(label, status="present")  # "Residents" right below "Present", or below "Moor Council: Ann Box"
    if block.label.rule == "attendance-body" and ATTENDEES.fullmatch(label.words):
        return replace(label, status="in_attendance")  # "Attendees: Sam Reed" below "Select Board: Ann Box"
    if _ALSO.match(block.label.words) and not block.rows and label.status == "present" and not SAYS.search(label.words):
        return replace(label, status=block.label.status)  # "Councillor" right below "ALSO PRESENT"
    below = block.rows and SEATED.fullmatch(block.label.words)
    if below and (_EXECUTIVE.fullmatch(label.words) or ATTENDEES.fullmatch(label.words)):
        return replace(label, status="in_attendance")  # "Executive", "Attendees" below "Trustees: Ann Box"
    if block.label.status == "in_attendance" and DIRECTORS.fullmatch(label.words):
        return replace(label, status="in_attendance")  # "County Manager: Ann Box" above "Directors: Sam Reed"
    if block.label.status == "in_attendance" and block.rows and label.words.casefold() == "attending":
        return replace(label, status="in_attendance")  # a Scottish board's officers, below "By Invitation"
    above = block.label.status in AWAY and (not block.rows or block.label.inherited)
    if above and not label.stops and not SAYS.search(label.words) and label.rule not in ONE_PERSON:
        return replace(label, status=block.label.status, inherited=True)
    return label


def counts_anew(row: Row, block: Block) -> bool:
    """ "1. President" below a list without numbers: an item."""
    return bool(block.rows) and not any(above.numbered for above in block.rows) and is_post(row.text.rstrip(" :"))


def goes_on(text: str, above: Sequence[str], rule: str, matcher: Matcher) -> bool:
    """Does a new paragraph belong to the list above it? It opens with a person or post, or the line above runs on.

    Args:
        above: the rows that the list has.
        rule: what opened the list.
    """
    plain = re.sub(r"[*_`]", " ", text).strip()
    if matcher.first("attendance", plain[:200], part="joined") is not None:
        return False
    if _FIRST_ITEM.match(plain):
        return False
    plain = plain[found.end() :] if (found := ITEMS.match(plain)) is not None and above else plain
    if above and plain.endswith(".") and matcher.first("attendance", plain[:200], part="prose") is not None:
        return False  # "Cllr Box thanked Cllr Ash for taking the chair."
    if above and is_remark(plain, matcher):
        return True
    name = read_name(plain)
    if not above:
        opens = name is not None and (
            _BEHIND_NAME.match(plain[name.end :]) is not None or is_post(plain[name.end :].strip())
        )
        return rule != "attendance-public" or opens
    last = above[-1]
    if name is not None or is_post(plain) or post_and_holder(plain) or holder_in_brackets(plain) is not None:
        return True
    if shared_surname(plain, 0) is not None or holder_behind(plain, sure=any(map(holder_behind, above))):
        return True  # "Jo and Sam Reed", "Moor Rovers – Ann Reed"
    if NOBODY_COMES.search(plain):
        return True
    if heads("\n".join([*above, plain])):
        return True  # "Parish Council – Cllr Reed" below "Scouts – Ann Box"
    if _OPEN_END.search(last) or _IN_LIST.match(plain) or (_OPENED.search(last) and _CLOSES.match(plain)):
        return True
    split = post_then_name(plain.split(",")[0])
    if split is not None and _RANK.fullmatch(plain[:split]):
        return True  # "Chief Superintendent A. Marlow, Sergeant S. Reed"
    if len(last) > _WRAPS and "," in last and not last.endswith((".", ")")) and _TAIL.fullmatch(plain):
        return True  # "..., Head of Unit for Housing Welfare &" above "Accommodation"
    if (one_alone(plain) or names_alone(plain)) and all(one_alone(row) or names_alone(row) for row in above):
        return True  # a given name to a bullet
    if ends_with_key(plain) and sum(map(ends_with_key, above)) > 1:
        return True  # "Senior Nurse AR" below "Ann Reed"
    if len(above) > 1 and re.fullmatch(r"[A-Z][a-z]{2,15}", plain) and one_alone(plain):
        return True  # "Douglas" among whole names
    return len(plain) < 4 and not last.endswith(".")


_ASIDE = re.compile(r"(?:until|from|till|via|by|arrived|left|joined|on|online|remotely)\b", re.IGNORECASE)
_REMARK = 8  # words of a line that says how somebody came


def is_remark(text: str, matcher: Matcher) -> bool:
    """ "Until Item 25, 7.16 pm", "apology": a line below a name that says when or how they came, or did not."""
    if text.islower() and away(text, matcher) is not None:
        return True
    return _ASIDE.match(text) is not None and len(text.split()) <= _REMARK and is_note(text, matcher)


def is_group(text: str) -> bool:
    """A line inside a list that may be the label of a group: "Councillors", "Parent Governors"."""
    return re.fullmatch(r"\W{0,3}[A-Z][\w -]{3,40}(?:s|staff|STAFF|men|MEN)\W{0,3}", text) is not None


# Whose members stand below, in the list of a joint board.
_MEMBER_BODY = re.compile(
    r"\W{0,3}(?:[A-Z][\w’'-]+\s+(?:(?:and|of|the)\s+|&\s+)*){1,5}"
    r"(?:Council|Authority|Constabulary|Partnership|University|Agency)(?:\s\([A-Z]{2,8}\))?\s?:?"
)


_WARD = re.compile(r"(?:[A-Z][\w’'-]*\s){1,3}(?:Ward|Division)")


def names_ward(text: str) -> bool:
    """ "Mill Ward", "St Mary’s Ward", and no Ann Ward, J Ward or Mrs Ward."""
    first = text.split()[0] if _WARD.fullmatch(text) is not None else ""
    name = read_name(text) if first else None
    return len(first.rstrip(".")) > 1 and not is_known(first) and (name is None or not name.titles)


def heads_group(row: Row, block: Block) -> bool:
    """A line inside a list that parts its groups: "PORT NOMINATIONS :", "COMMUNITY", "Otter Borough Council".

    Within a paragraph only a body with a colon is sure to be no post; a bullet among bullets is one more person.
    """
    text, inside = row.text, not row.first
    if row.bullet and block.rows and all(above.bullet for above in block.rows):
        return False
    if names_ward(text.rstrip(" :–-")):
        return True
    opens = read_name(text)  # "Ann Box County Council" is one of the people
    somebody = opens is not None and opens.full and (bool(opens.titles) or is_known(opens.text.split()[0]))
    if _MEMBER_BODY.fullmatch(text) is not None and not somebody and (not inside or text.endswith(":")):
        return True
    if inside:
        return False
    found = _CAPITALS.fullmatch(re.sub(r"[*_`]", "", text).strip())
    return found is not None and (found["colon"] is not None or read_name(found[0], surname=True) is None)


def group_label(block: Block, text: str) -> Label:
    """The label of a group in a list; a body's people below those under "Members:" are its officers."""
    officers = block.rows and MEMBERS.fullmatch(block.label.words) and _MEMBER_BODY.fullmatch(text)
    return Label("in_attendance" if officers else block.label.status, None, "attendance-group")


MEMBERS = re.compile(r"(?:\w+\s)?members", re.IGNORECASE)


def post_and_holder(text: str) -> bool:
    """ "Treasurer – Ann Reed", "Parish Clerk and RFO Ann Reed" and nothing behind it: a post with who holds it."""
    split = post_then_name(text) if re.search(r"\b(?:by|from|with)\b", text) is None else None
    name = read_name(text[split:], surname=True) if split is not None else None
    return name is not None and split is not None and _BEHIND_NAME.match(text[split + name.end :]) is not None


_LABELLED = re.compile(r"[A-Z][\w ]{3,40}:(?:\s|$)")  # "A. Present: Ann Reed", and no "A. Marlow"


def rows_of(paragraph: Paragraph, *, until: int | None = None) -> list[Row]:
    """A paragraph's printed lines that say something. `until`: where in its text the list ends."""
    if re.fullmatch(r"[A-Z]\.?", paragraph.printed) and not _LABELLED.match(paragraph.text):
        paragraph, until = unmarked(paragraph), None  # "A. Marlow" is a name, no lettered point
    ends = (*paragraph.starts[1:], len(paragraph.text))
    rows = []
    for place, (line, start, end) in enumerate(zip(paragraph.lines, paragraph.starts, ends, strict=True)):
        text = paragraph.text[max(start, 0) : end if until is None else min(end, until)].strip()
        box = _BOX.match(text)
        text = without_heads(text[box.end() :] if box is not None else text)
        if text:
            ticked = box["mark"] != " " if box is not None else None
            numbered = paragraph.kind != "bullet" and paragraph.number.isdigit()
            rows.append(Row(text, line, place == 0, paragraph.kind == "bullet", numbered, ticked))
    # A column of people that is read as a margin.
    beside = (line for line in paragraph.margin if until is None and _is_keyed(line.text))
    return [*mended(rows), *(Row(line.text, line) for line in beside)]


_BRACKET = re.compile(r"\s[(\[]")


def _is_keyed(text: str) -> bool:
    """ "Ann Box (AB) - Treasurer"."""
    name, *rest = _BRACKET.split(text, maxsplit=1)
    return bool(rest) and is_person(name)


# "In Ann Box, Clerk" / "attendance: Sam Reed, Engineer": a label of two lines in a narrow column
_BROKEN = re.compile(
    r"(?P<first>(?:(?:Also|Officers?|Others?|Staff|Members)\s)?[Ii]n|Not|Also|Others?|Those|Members|Apologies\sfor)\s+(?=[A-Z])"
)
_REST = re.compile(
    r"(?P<rest>attendance|attending|present|absence|absent)\s*:\s*"
    r"|(?P<bare>[Aa]ttendance|[Aa]ttending|[Pp]resent|[Aa]bsence|[Aa]bsent)\s+(?=(?:Mrs?|Ms|Miss|Dr|Cllr|Councillors?)\b)"
)


# "..., Counsel. Faculty" / "liaisons present: Ann Box": a label that a line's end broke
_TAIL_LABEL = re.compile(r"(?<=[.;)])\s+(?P<first>(?:[A-Z][\w’'-]*\s?){1,3})$")
_REST_LABEL = re.compile(r"(?:[a-z][\w’'-]*\s+){0,3}(?:present|absent|attendance|attending|excused|apologies)\s?:\s")


def mended(rows: Sequence[Row]) -> list[Row]:
    """The rows; where a narrow column broke a label, whole above the names that stand beside it."""
    out = list(rows)
    for at, (above, below) in enumerate(itertools.pairwise(rows)):
        first, rest = _BROKEN.match(above.text), _REST.match(below.text)
        if first is not None and rest is not None:
            label = f"{first['first']} {rest['rest'] or rest['bare'].lower()}: "
            out[at] = replace(above, text=label + above.text[first.end() :])
            out[at + 1] = replace(below, text=below.text[rest.end() :], first=False)
        elif _REST_LABEL.match(below.text) and (tail := _TAIL_LABEL.search(above.text)) is not None:
            out[at] = replace(above, text=above.text[: tail.start()])
            out[at + 1] = replace(below, text=f"{tail['first']} {below.text}", first=False)
    return [row for row in out if row.text]


_ODD = 8  # words of a line among names that may be anything but a person
_NEXT = 2  # paragraphs below, of which one names somebody


def amid(body: Sequence[Paragraph | Table], at: int) -> bool:
    """Is a short paragraph one of a list whatever it says, "Vacant"? One of its kind below names a person."""
    part = body[at]
    if not isinstance(part, Paragraph) or len(part.text.split()) > _ODD or part.text.endswith((".", ":")):
        return False
    below = itertools.takewhile(
        lambda p: isinstance(p, Paragraph) and p.kind == part.kind, body[at + 1 : at + 1 + _NEXT]
    )
    return any(isinstance(p, Paragraph) and _is_listed(p.text) for p in below)


def _is_listed(text: str) -> bool:
    name = read_name(text)
    return name is not None and name.full and _BESIDE_NAME.match(text[name.end :]) is not None


# nothing, a post, or the body that sends somebody: "Ann Box Mill Lane School"
_BESIDE_NAME = re.compile(r"\s*(?:$|[,;(\[]|[-–—]\s)|(?:\s(?:[A-Z][\w’'&-]*|of|and|the|for|&))+\s*(?:$|\()")


def told_from(paragraph: Paragraph, matcher: Matcher) -> int | None:
    """Where a sentence behind a list tells of people: "Members present: Ash, Lund. Mr Box was excused."."""
    spans = sentences(paragraph.text)[1:]
    found = ((start, matcher.first("attendance", paragraph.text[start:end], part="text")) for start, end in spans)
    told = ((start, start + match.spans["people"][0]) for start, match in found if match and "people" in match.spans)
    start, people = next(told, (None, 0))
    if start is None:
        return None
    # A list without a stop behind its last line: "Not present - Ann Box" / "The meeting was opened by Sam Reed."
    lines = [at for at in paragraph.starts if start < at <= people]
    above = [paragraph.text[a:b] for a, b in itertools.pairwise([start, *lines])]
    listed = [at for at, text in zip(lines, above, strict=True) if read_label(text, matcher, bare=False) is not None]
    return lines[-1] if listed else start


# "Councillor Reed stated that ...": talk that stands below those who sent apologies.
_TELLS = re.compile(
    r"(?:(?:The\s)?[A-Z][\w.’'-]*\s(?:and\s)?){2,8}(?:stated|said|expressed|wished|congratulated|thanked|asked|advised|proposed|reported|welcomed)\b"
)


_OPENS = re.compile(
    r"(?:(?:Cllrs?|Cr|Mrs?|Ms|Dr|[A-Z])\.\s|[A-Z][\w’'-]*\s(?:[–-]\s)?){2,6}(?:started|opened|welcomed|called|declared)\s"
)


_MOVED = re.compile(r"\W*(?:(?:Council\s)?[Rr]esolution\s(?:[Nn]umber|[Nn]o)\b|MOVED\b|Moved\b)")


def is_away(block: Block) -> bool:
    """A list that has begun, of those who sent apologies or stayed away."""
    return bool(block.rows) and block.label.status in AWAY


def serves_below(block: Block, rows: Sequence[Row]) -> bool:
    """ "Clerk" above "Ann Reed", behind those who stayed away: the post of who was there, no post of one of them."""
    opens = is_away(block) and rows[0].first and SERVES.fullmatch(rows[0].text.strip(" :")) is not None
    return opens and (rows[0].line.bold or (len(rows) > 1 and is_person(rows[1].text)))


# "Also Clerk Ann Box, Mr Sam Reed (groundsman)" below the members, without a colon
_ALSO_ROW = re.compile(r"(?:Also|Plus|Together\swith|Along\swith)\s+(?:the\s+)?(?=[A-Z])")
_ALSO_LABEL = re.compile(r"ALSO\s+(?=[A-Z])")  # below "PRESENT" and "APOLOGIES"


def also_there(block: Block | None, text: str) -> tuple[Label, int] | None:
    """The label, and where it ends, of a row that names who else was there below those present."""
    there = block is not None and block.rows and block.label.status == "present"
    found = (_ALSO_ROW.match(text) if there else None) or (_ALSO_LABEL.match(text) if block is not None else None)
    names = found is not None and (read_name(text[found.end() :]) or post_then_name(text[found.end() :].split(",")[0]))
    words = "ALSO there" if found is not None and found[0].isupper() else "Also"
    return (Label("in_attendance", None, "attendance-others", words), found.end()) if found and names else None


_HEADS = re.compile(r"(?:Agenda\s+)?Item\s/\s\w+")  # "Item / Subject / Action", of a table of minutes


def holds_one(block: Block) -> bool:
    """ "Minutes taken by Ann Reed": whoever stands below it comes under a label of their own."""
    return block.label.alone and bool(block.rows)


# "An Cathaoirleach, Councillor Ann Box presided." below the last list
_PRESIDED = re.compile(r"[A-Z][^.;]{2,80}?\s(?:presided|(?:took|assumed|was\s+in)\s+the\s+chair)\W*", re.IGNORECASE)


def ends_list(block: Block, row: Row, matcher: Matcher) -> bool:
    """Does a row without a label end the list above it?"""
    if block.rows and (_PRESIDED.fullmatch(row.text) or _HEADS.match(row.text)):
        return True
    if block.rows and matcher.first("attendance", row.text[:200], part="joined") is not None:
        return True  # "Cllr Reed joined us at 6.30" below those who sent apologies
    if (
        row.first
        and not row.amid
        and not goes_on(row.text, [above.text for above in block.rows], block.label.rule, matcher)
    ):
        return True
    told = _TELLS.match(row.text) is not None or _MOVED.match(row.text) is not None
    return (block.label.status in AWAY and told) or _OPENS.match(row.text) is not None
