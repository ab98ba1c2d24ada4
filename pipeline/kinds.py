"""What pages without a title are by their words: minutes, an agenda, a report, a consultation."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from pipeline.paper import Line, PaperKind

_LISTED = re.compile(
    r"(?im)^\W*(?:\d+[.)]?\s*)?(?:\w+\s+){0,2}(?:apologies|present|in attendance|attendance|attendees|attending)\b.*$"
)
# A list of who was there: no agenda has one.
_CAME = re.compile(
    r"(?im)^\W*(?:\d+[.)]?\s*)?(?:(?:[\w’']+\s+){0,3}(?:present|attendees|attended|attending)|(?:[\w’']+\s+){0,3}in\s+attendance"
    r"|(?:key\s+)?participants|(?:people\s+)?who\s+(?:came|(?:was|were)\s+there))(?:\s*\([^)\n]*\))*\W*(?::|(?<=\s[-–—]\s)(?=[A-Z])|\n\W*(?:[A-Z][\w.’'-]+\s+){1,3}(?:\([^)\n]*\)\s*)?\W*\n|\n\s*[•*–-]|\n\W*(?:[A-Z][\w’'-]+\W*\n\W*)?(?:[A-Z][\w.’'-]+\s+[A-Z][\w.’'-]+(?:\s\([^)\n]*\))?,\s){2})"
)
# "Attendance" above a table of posts and names, row by row
_CAME_ROWS = re.compile(
    r"(?m)^\W{0,4}(?:Attendance|ATTENDANCE|(?:Board\s|Committee\s)?[Mm]embers)\W{0,4}\n"
    r"(?:\W{0,4}[A-Z][\w/’' -]{2,40}\n\W{0,4}[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){1,2}(?:\n|\Z)){2}"
)
# "... MEMBERS PRESENT: A. Box, B. Carr MEMBERS ABSENT: C. Dunn ...", run together in one line
_CAME_INSIDE = re.compile(
    r"(?is)\A.{0,900}?\bpresent\s?:\s.{10,900}?\b(?:absent|excused|apologies|guests|regrets|not\s+present)\s?:\s+(?-i:[A-Z])"
)
MARKED = 4  # people with a mark behind them
_MARKED = re.compile(r"[a-z]\s\((?:P|A|X|Ap)\)")  # "Ann Box (P) Ben Lund (A)"
_APOLOGIES = re.compile(r"(?im)^\W*apologies(?:\s+for\s+absence)?\s*(?::|[-–—]\s|$)")
# "Staff: Ann Box", "Students: Ben Lund (Year 2)": a meeting's two sides, each with its people.
_SIDES = re.compile(
    r"(?im)^\W*(?:staff|students?|members|patients?|practice|parents?|residents|tenants|volunteers)\s*(?:\([^)\n]*\)\s*)?:\s+(?-i:[A-Z])"
)
_CHAIRED = re.compile(
    r"(?im)^\W*(?:an\s+|the\s+)?(?:cathaoirleach|chair\w*|cllr|councillor|mayor)\b.{2,60}?\b(?:presided|took\s+the\s+chair)\W*$"
)
_THERE = re.compile(r"(?im)^\W*(?:(?:members|those|also)\s+)?(?:present|(?:in\s+)?attendance|attendees)\s*(?::|$)")
# Somebody wrote down what was said.
_SCRIBED = re.compile(
    r"(?im)^\W*(?:(?:scribes?|note[\s-]?takers?|minute[\s-]?takers?|recorder)\s*\W{0,3}:"
    r"|(?:minutes|notes)\s+(?:(?:were\s+)?(?:recorded|taken|compiled|prepared|written|kept)\s+)?by\b)"
)
_WAS_DONE = re.compile(
    r"\b(?:resolved|agreed|noted|approved|reported|thanked|were received|was received|proposed|seconded|elected"
    r"|accepted|rejected|carried|presented|advised)\b",
    re.IGNORECASE,
)
# What only minutes say, whoever meets.
_MINUTED = re.compile(
    r"\bmotions?\b(?:\s+\w+){0,3}\s+(?:carried|passed|seconded|made|by|failed|lost|approved)\b|\bcarried\s+unanimously\b"
    r"|\bmade\s+a\s+motion\b|\bmoved\s+(?:by|that|to)\b|\bsecond(?:ed)?\s+(?:by\b|the\s+motion)"
    r"|\bcalled\s+(?:the\s+)?(?:\w+\s+){0,3}to\s+order\b|\bmeeting\s+(?:was\s+)?(?:adjourned|closed|ended|opened|began)\b"
    r"|\bit\s+was\s+(?:then\s+|also\s+|further\s+|unanimously\s+)?(?:agreed|resolved|noted|reported|decided)\b"
    r"|\b(?:board|committee|council|members?|meeting|panel|trustees|governors|forum|chair(?:man|person)?|group|court)"
    r"\s+(?:unanimously\s+|then\s+|also\s+)?(?:agreed|noted|resolved|approved|discussed|thanked|welcomed|accepted)\b"
    r"|\bapologies\s+(?:for\s+absence\s+)?(?:were|had\s+been)\s+received\b|(?m:^\W*resolved\b)",
    re.IGNORECASE,
)
# Who sent apologies and that nobody declared an interest: what an agenda can't know.
_HAPPENED = re.compile(
    r"\bapolog(?:y|ies)\b[^.\n]{0,30}\b(?:was|were|had\s+been)\s+(?:received|given|submitted)\b"
    r"|\b(?:there\s+were\s+)?no\s+(?:declarations?|disclosures?|apologies|questions|petitions)\b[^.\n]{0,40}(?:\b(?:was|were|had\s+been)\b|\.)",
    re.IGNORECASE,
)
_IS_TO_DO = re.compile(r"(?im)^\W*(?:\d+[a-z]?[.)]?\s*)?to\s+(?:receive|consider|approve|note|agree|confirm|discuss)\b")
# A meeting that is over: no agenda says so.
_HELD = re.compile(
    r"\b(?:was|were)\s+called\s+to\s+order\b|\bcalled\s+to\s+order\s+(?:at|by)\b|\b(?:was|were)\s+adjourned\b"
    r"|\bmeeting\s+(?:adjourned|closed|ended)\s+at\b|\badjourned\s+at\s+\d",
    re.IGNORECASE,
)
# "... Minutes of a meeting of the Works Board held on ..." in the midst of what a page prints first
HEADED = re.compile(r"\bMinutes of (?:a|the) (?:\w+ ){0,3}?[Mm]eeting of\b.{3,120}?\bheld\b")
_CALLED = re.compile(
    r"\bmeeting\s+was\s+called\s+to\s+order\b|\bcalled\s+the\s+meeting\s+to\s+order\b|\bmeeting\b[^.]{0,60}\bcame\s+to\s+order\b",
    re.IGNORECASE,
)
_MINUTED_BELOW = re.compile(r"(?im)^\W*(?:draft\s+minutes|minutes\W+draft)\W*$")  # an agenda with its minutes below
# "Action items" above "Ann to ring the depot" and "Ben will buy paint": what a meeting left its people
_LEFT_TO_DO = re.compile(
    r"(?im)^\W*(?:action\s+items?|actions|to[\s-]?dos?)\W*\n(?:\W*(?-i:[A-Za-z@][\w.’'-]*(?:\s(?:and|&)?\s?[A-Z][\w.’'-]*){0,3}|\w+:\s\w+)"
    r"\s(?:to|will)\s[a-z].*(?:\n|\Z)){2}"
)
# "A meeting of the Full Governing Board was held in the library on ..."
# "There was a meeting of the Hall Trust at 7 on ..."
_OPENED = re.compile(
    r"(?is)\W*(?:(?:an?|the)\s+(?:\w+\s+){0,3}meeting\s+of\b.{3,120}?\b(?:was\s+held|came\s+to\s+order|was\s+called\s+to\s+order)\b"
    r"|there\s+was\s+an?\s+(?:\w+\s+){0,3}meeting\s+of\b)"
)
_TOOK_PLACE = re.compile(r"(?is)\A[^.]{0,90}\bmeeting\s+(?:took\s+place|was\s+held)\b(?=.{0,300}\bminutes\b)")
_CAME_BY_NAME = re.compile(
    r"(?im)^\W*(?:(?:\S+\s+){0,5}(?:present|attendees|attending|attended|in\s+attendance)|attendance)\W*$"
)
_TOLD = re.compile(
    r"\b(?:was|were|had|has\s+been|asked|said|discussed|decided|voted|passed|explained)\b", re.IGNORECASE
)
# A first line that names a meeting and nothing else: "4th regular meeting", "Steering Group Meeting #3, 4 May 2025".
_A_MEETING = re.compile(r"^[^.:]{0,80}\bmeeting\b[^.:?]{0,40}\.?$", re.IGNORECASE)
_COUNTED = re.compile(r"(?m)^\W*\d{1,2}[.)]\s+[A-Z]")
COUNTED = 5  # numbered titles that make an agenda
# Titles that every board's agenda has, each on a line of its own.
_USUAL = re.compile(
    r"(?im)^\W*(?:\S{1,4}[.)]\s+)?(?:call\s+to\s+order|roll\s+call|pledge\s+of\s+allegiance|(?:approval|adoption)\s+of\s+(?:the\s+)?(?:minutes|agenda)"
    r"|(?:public|citizens?)\s+comments?|(?:any\s+)?(?:old|new|unfinished|other)\s+business|executive\s+session|adjourn(?:ment)?"
    r"|apologies(?:\s+for\s+absence)?|declarations?\s+of\s+(?:\w+\s+)?interests?|minutes\s+of\s+(?:the\s+)?(?:last|previous)\s+meeting"
    r"|matters\s+arising|(?:chair\w*|clerk|treasurer|secretary)[’']?s?\s+report|a\.?o\.?b\.?|correspondence|date\s+of\s+next\s+meeting)\b.{0,25}$"
)
TELLS = 3  # words of the past that tell of a meeting
USUAL = 5  # of them that make an agenda of a paper that tells of nothing
_NEXT_MEETING = re.compile(r"(?im)^\W*(?:\d+[.)]?\s*)?(?:date\s+of\s+)?next\s+meeting\b.{0,60}$")
_BOX = re.compile(r"(?m)^\W*(?:Yes|No)\W*$")
_REPORT_HEADING = re.compile(
    r"(?im)^\W*(?:\d+[.)]?\s*)?"
    r"(?:purpose(?!\s+of\s+(?!(?:the\s+|this\s+)?(?:report|paper|briefing|document)))"
    r"|recommendations?|background|introduction|financial implications"
    r"|summary(?!\s+(?:notes|minutes|of\s+(?:the\s+)?(?:minutes|meeting|discussion))))\b"
)
# A front sheet says from whom to whom it goes and what it asks for; minutes name neither.
_FRONT_SHEET = re.compile(
    r"(?im)^\W*(?:from|to|subject|report\s+(?:of|by|to|author|title)|classification|key\s+decision|decision\s+(?:no|number|type)"
    r"|author|lead\s+(?:officer|member)|cabinet\s+member|portfolio(?:\s+holder)?|electoral\s+divisions?|wards?(?:\s+affected)?"
    r"|(?:past|future)\s+pathway(?:\s+of\s+(?:report|paper))?|reason\s+for\s+(?:the\s+)?report|status)\s*:"
)
SHEET = 4  # labels of a front sheet that make one
FRONT = 60  # lines in which a front sheet or a list of people stands
FRONT_OF_PAGE = 12  # lines of a web page above its items
PAGE_HEAD = 3  # lines of a web page that may hold its kind's name, below links of its site
INLINE = 2  # items of a web page with "Minutes:" behind them
TOP = 1500  # letters of a page's first lines that may hold its title
DENSE = 250  # words of which minutes say at least once what only minutes say


ITEM_PAGE = re.compile(r"^\W*(?:agenda\s+item|issue\s+-\s+.*\b(?:meeting|decision)s?.*)\W*$", re.IGNORECASE)
_DECISION_PAGE = re.compile(r"^\W*decision\s+(?:details\W*$|maker:)", re.IGNORECASE)
# The heads of a web page's table of items, and what it prints before what is minuted about one.
_ITEM_TABLE = re.compile(r"(?im)^\W*no\.?\W{1,4}items?\W*$")
_INLINE = re.compile(r"(?:^|(?<!\bthe)(?<!\bof)\s)Minutes:\s+(?=[A-Z])")
# An item's title with its paper, or the words below it, where a page's own head was lost.
_ITEM_HEAD = re.compile(r"\bPDF \d+ [KM]B\W*$|^\W*(?:additional|supporting) documents:?\W*$", re.IGNORECASE)
DATED_PAGE = re.compile(r"^\W*\d{1,2}/\d{1,2}/\d{4}\s[–-]\s")  # "03/05/2025 - Parking": of a page of decisions
ITEM_OF = re.compile(r"\bmeeting\b.*\(item\s+(\d{1,4}[a-z]?)\.?\)\W*$", re.IGNORECASE)
_MINUTED_HERE = re.compile(r"^\W*(?:minutes|decisions?)\W*$", re.IGNORECASE)

# A page that tells how minutes are made or what a post's duties are, and of no meeting.
_HOW_MADE = re.compile(
    r"\b(?:after|before)\s+(?:each|every)\s+(?:[\w’']+\s+)?meeting\b|\b(?:draft|approved|all|not\s+all|these|council|meeting)\s+minutes\s+(?:are|appear|will\s+(?:be|appear))\b"
    r"|(?m:^|[.;,]\s+)(?:first,\s+|once\s+approved,?\s+(?:the\s+)?)?minutes\s+are\s+(?:\w+ly\s+)?(?:transcribed|drafted|prepared|posted|published|placed|uploaded)\b"
    r"|\bclerk\s+(?:prepares|writes|publishes|circulates)\b|\byou\s+can\s+(?:view|read|download)\b",
    re.IGNORECASE,
)
_DUTIES = re.compile(
    r"\W*(?:(?:[\w’'&-]+\s+){0,5}(?:job|role)\s+(?:description|specification)|person\s+specification"
    r"|(?:the\s+)?(?:roles?|duties)\s+(?:and\s+\w+\s+)?of\s+(?:the|an?)\s+(?:[\w’'&-]+\s+){0,3}(?:clerk|councillors?|chair\w*|treasurer|secretary|trustees?|governors?))\W*",
    re.IGNORECASE,
)


# The return that small councils send to their auditor every year: printed statements with boxes to tick.
_RETURN = re.compile(r"(?i)\bannual\s+(?:return|governance|internal\s+audit)\b")
_ATTESTS = re.compile(
    r"(?i)\bwe\s+acknowledge\s+as\s+the\s+members\s+of\b|\brecorded\s+as\s+minute\s+ref|\bminuted?\s+ref(?:erence)?\b.{0,40}\baccounting\s+statements\b"
)


def is_annual_return(text: str) -> bool:
    """A form on which a council attests its accounts: "We approved the accounting statements" is printed there."""
    return _ATTESTS.search(text) is not None and len(_RETURN.findall(text)) > 1


def tells_of_no_meeting(lines: Sequence[Line]) -> bool:
    """A page about minutes or about a post, which tells what is always done: "After each meeting the Clerk ..."."""
    if any(_DUTIES.fullmatch(line.text) for line in lines[:PAGE_HEAD]):
        return True
    joined = "\n".join(line.text for line in lines)
    return len(_HOW_MADE.findall(joined)) >= 2 and not (_CAME.search(joined) or _CALLED.search(joined))


def kind_of_item_page(lines: Sequence[Line]) -> PaperKind | None:
    """A web page of one item of a meeting: minutes where it says what was minuted or decided, else the agenda's."""
    if any(_DECISION_PAGE.match(line.text) for line in lines[:PAGE_HEAD]):
        return "other"
    front = "\n".join(line.text for line in lines[:FRONT_OF_PAGE])
    inline = sum(_INLINE.search(line.text) is not None for line in lines)
    if inline >= INLINE or (inline and _ITEM_TABLE.search(front)):
        return "minutes"
    named = any(ITEM_PAGE.match(line.text) for line in lines[:PAGE_HEAD])
    if not named and not any(_ITEM_HEAD.search(line.text) for line in lines[:PAGE_HEAD]):
        return None
    joined = "\n".join(line.text for line in lines)
    told = len(_WAS_DONE.findall(joined)) + len(_MINUTED.findall(joined))
    if any(_MINUTED_HERE.match(line.text) for line in lines) or told >= 2 or len(_TOLD.findall(joined)) >= 3:
        return "minutes"
    return "agenda" if any(ITEM_OF.search(line.text) for line in lines[:6]) else None


def kind_by_words(lines: Sequence[Line], *, told: int = 2) -> PaperKind | None:
    """What untitled pages are, the most telling first; `told` past tenses beside an attendance list make minutes."""
    joined = "\n".join(line.text for line in lines)
    front = "\n".join(line.text for line in lines[:FRONT])
    past, minuted = len(_WAS_DONE.findall(joined)), len(_MINUTED.findall(joined))
    told_of = len(_TOLD.findall(joined)) + past
    asks = len(_IS_TO_DO.findall(joined))
    came = (
        _CAME.search(front)
        or _CAME_INSIDE.match(front)
        or _CAME_ROWS.search(front)
        or len(_MARKED.findall(front)) >= MARKED
        or (_APOLOGIES.search(front) and len(_SIDES.findall(front)) > 1)
    )
    if len(_BOX.findall(joined)) >= 4 and not came:  # and no register of those present
        return "consultation"
    if asks >= 3 and asks > past:  # an agenda, or minutes below its titles
        over = came and (_HELD.search(joined) or told_of >= 2 * TELLS)
        return "minutes" if over or len(_HAPPENED.findall(joined)) >= 2 else "agenda"
    if len(_FRONT_SHEET.findall(front)) >= SHEET and not came:
        return "report"
    if any(_OPENED.match(front, at) for at in _line_starts(front)) or _TOOK_PLACE.match(front):
        return "minutes"
    if HEADED.search(front[:TOP]) and re.search(r"\bPresent\b", front) and past >= told:
        return "minutes"
    if _LISTED.search(front) and (past >= told or minuted >= told):
        return "minutes"
    if (came and not _REPORT_HEADING.search(joined)) or _SCRIBED.search(front):
        return "minutes"
    if len(_REPORT_HEADING.findall(joined)) >= 2:
        return "report"
    if _CALLED.search(front) and (minuted >= 2 or told_of >= TELLS):
        return "minutes"
    if told_of >= TELLS and len({found.casefold() for found in _USUAL.findall(joined)}) >= TELLS:
        return "minutes"  # titles that every meeting has, and what was said below them
    if not told_of and _A_MEETING.search(lines[0].text if lines else "") and len(_COUNTED.findall(joined)) >= COUNTED:
        return "agenda"  # a meeting's name, and what it is to do
    if not told_of and len(_USUAL.findall(joined)) >= USUAL:
        return "agenda"
    if (_A_MEETING.search(lines[0].text if lines else "") and told_of >= 3) or (
        _NEXT_MEETING.search(joined) and told_of >= told - 1
    ):
        return "minutes"
    listed = len(_COUNTED.findall(joined)) >= TELLS and not _REPORT_HEADING.search(joined)  # a page from the midst
    return "minutes" if minuted >= (2 if listed else 3) and minuted * DENSE >= len(joined.split()) else None


def _line_starts(text: str) -> list[int]:
    """Where the lines of a page's head begin."""
    return [0, *(found.end() for found in itertools.islice(re.finditer("\n", text), PAGE_HEAD - 1))]


def tells_who_came(lines: Sequence[Line]) -> bool:
    """Do the first lines say who was there and who sent apologies, or who presided? A report to a meeting does not."""
    front = "\n".join(line.text for line in lines[:FRONT])
    if len(_FRONT_SHEET.findall(front)) >= SHEET:
        return False
    return bool(_APOLOGIES.search(front) and _THERE.search(front)) or _CHAIRED.search(front) is not None


# "The Annual General Meeting will be held at 10 on Sunday 5 November"
_AHEAD = re.compile(
    r"\b(?:meeting|agm)\b[^.]{0,80}\b(?:(?:will|is\s+to|shall)\s+(?:be\s+held|take\s+place)|to\s+be\s+held)\b",
    re.IGNORECASE,
)


def is_ahead(lines: Sequence[Line]) -> bool:
    """Do the first lines call a meeting that is still to be held?"""
    front = "\n".join(line.text for line in lines[:FRONT_OF_PAGE])
    return _AHEAD.search(front) is not None and not (_CAME.search(front) or _THERE.search(front))


def was_held(lines: Sequence[Line]) -> bool:
    """Do pages called an agenda tell of a meeting that is over: its end, or who came and what was done?"""
    joined = "\n".join(line.text for line in lines)
    if _MINUTED_BELOW.search(joined, 1) and len(_TOLD.findall(joined)) >= 2:
        return True
    if _LEFT_TO_DO.search(joined):
        return True
    if len(_IS_TO_DO.findall(joined)) >= 3:
        return False
    return bool(_HELD.search(joined)) or (bool(_CAME_BY_NAME.search(joined)) and len(_TOLD.findall(joined)) >= 5)
