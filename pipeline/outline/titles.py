"""Where an item's title ends and its text begins: "Finance The Clerk said ...", "FINANCE. A bill ...", "Roads: ..."."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from pipeline.layout.paragraphs import piece_of
from pipeline.layout.says import VERB, is_sentence, says
from pipeline.layout.sentences import sentences
from pipeline.outline.title_print import FILE_SIZE, bold_end, clean_title, lead_end, line_end
from pipeline.paper import Paragraph, SectionKind
from pipeline.wording import MONTHS

Emphasis = Literal["heading", "bold-caps", "caps", "bold", "colon", "plain"]
LONGEST = 22  # words of a title that runs on into its text


@dataclass(frozen=True, slots=True)
class Head:
    """A paragraph that opens a section. `rest`: the words after the title on the same line."""

    kind: SectionKind
    number: str
    title: str
    paragraph: Paragraph
    rest: Paragraph | None = None


def emphasis(paragraph: Paragraph) -> Emphasis:
    """How a paragraph stands out."""
    text = paragraph.text.strip()
    caps = _in_capitals(text)
    bold = all(line.bold for line in paragraph.lines) and not _tells(paragraph)
    if any(line.heading for line in paragraph.lines):
        return "heading"
    if caps:
        return "bold-caps" if bold else "caps"
    if bold:
        return "bold"
    return "colon" if text.endswith(":") else "plain"


_SMALL = re.compile(r"\s[a-z]{2,}\b")


def _tells(paragraph: Paragraph) -> bool:
    """A label with what was said behind it: "**Roads:** Nothing to report."."""
    lead = lead_end(paragraph)
    return lead > 0 and _SMALL.search(paragraph.text.strip(), lead) is not None


@lru_cache(maxsize=1024)
def _in_capitals(text: str) -> bool:
    letters = list(filter(str.isalpha, text))
    if len(letters) < 3 or sum(map(str.isupper, letters)) <= 0.85 * len(letters):
        return False
    return " " not in text or re.search(r"[^\W\d_]{5}", text) is not None  # "AGM ABC": names in short


# -- sentences behind a title ------------------------------------------------------------------------------------------

# "Cattle grids Tom Quince said": who speaks behind a title, which ends in small letters and names no post.
_SPEAKS_UP = re.compile(
    r"(?<![\w’'-])(?!\w*(?:chair|clerk|teacher|officer|manager|director|councillor|mayor|secretary|treasurer|president|warden"
    r"|leader|engineer|member|trustee|governor|resident|vicar|rector|parent)s?\s)[a-z][\w’'-]{2,}\s"
    r"(?=(?:[A-Z][\w’'-]+\s){2}(?:said|reported|advised|informed|asked|explained|presented|gave|stated|thanked|updated|outlined)\b)"
)
_MOVES_UP = re.compile(
    r"(?<=[\w.]\s)(?=(?:[A-Z][\w’'-]+\s){2}(?:made\s+(?:a|the)\s+motion|motioned|moved\s+(?:to|that|for)|seconded|called\s+(?:the\s+)?meeting\s+to)\b)"
)
# Words that a sentence opens with and that stand in the middle of no title, unless a small word leads to them.
_OPENERS = (
    r"(?:The|An?|It|There|This|These|Those|No(?!\.?\s\S*\d)|None|Nothing|All|Both|Each|Several|Some|Upon|Following|After|As|In"
    r"|Two|Three|Four|Five|Six|On|At|If|Due|Since|Members?|Cllrs?\b\.?|Councillors?|Mr\b\.?|Mrs\b\.?|Ms\b\.?|Miss|Dr\b\.?|Rev\b\.?|Apologies"
    r"|Resolved|RESOLVED|Proposed|Agreed|AGREED|Noted|NOTED|We|He|She|They|Copies|Chair|Clerk|[A-Z]\.?\s[A-Z][a-z]+"
    r"|\(?[a-z]\)|\(?i{1,3}\))(?=\s)"
)
_OPENS = re.compile(
    rf"(?<=\s){_OPENERS}"
    # "Playground UP asked whether": who speaks, by initials
    r"|(?<=[a-z]\s)[A-Z]{2,3}(?=\s(?:said|asked|reported|advised|explained|proposed|suggested|noted|raised|gave|confirmed)\b)"
)
# "Alcohol licenceAll had read it.", "StagingMH to look at prices.": a conversion lost what parted them.
_LOST_SPACE = re.compile(
    rf"([A-Z][^.:;()]{{1,60}}?[a-z]{{2}})(?={_OPENERS}|[A-Z]{{2,3}}\s(?:and\s[A-Z]|to\s|[a-z]+ed\s|was\s|will\s|has\s|is\s))"
)
_LEADS = re.compile(
    r"(?:\b(?:of|for|to|from|by|with|and|or|the|a|an|in|on|at|re|phase|stage|part|area|ward|zone|year|level|that|under|into|per|via|between|against|de|any|all|the\s(?:parish|town|village|deputy|vice|acting|assistant))"
    r"|[,&/(‘“\"']|\b[a-z]\))$",
    re.IGNORECASE,
)


# "Matters arising; The list was read.", "Umpires - The list was read."
# "Town Map—A proof has come", "Secretary--The report was read."
_GLUED = re.compile(r"([A-Z][\w’'&/-]*(?:\s[\w’'&/-]+){0,5}?(?<=[a-z’]))(?:--|—)(?=[A-Za-z])")
_SIGNED = re.compile(
    r"(?P<title>[A-Z][\w’'&/-]*(?:\s[\w’'&/-]+){0,6}?)(?P<sign>\s?;|\s[–—-]|(?<=[a-z])[–—](?=\s))\s?(?P<said>[A-Z].*[.;:!?])\W*$",
    re.DOTALL,
)


def signed_end(text: str) -> tuple[int, int] | None:
    """Where a title ends before a semicolon or dash behind which something is said; None where nothing is."""
    found = _SIGNED.match(text)
    dashed = found is not None and found["sign"].strip() != ";"
    if found is None or says(found["title"]) or (dashed and run_in_end(found["said"])):
        return None  # "Vacancy – Co-option The Clerk said": the words up to her are title
    words = found["said"].split()
    told = says(" ".join(words[:16])) or re.match(r"(?:None|Nil|To follow)\b", found["said"]) is not None
    stopped = not dashed and len(words) > 2
    return (found.end("title"), found.start("said")) if told or stopped else None


def run_in_end(text: str) -> tuple[int, int] | None:
    """Where a title without a stop ends and where its sentence begins; None where no sentence follows a title.

    "Election of Officers The Clerk was elected": the words up to the next opening of a sentence must say something.
    """
    # Only the words just before an opening count: to look from the start each time takes the square of the length.
    speakers = (m.end() for m in _SPEAKS_UP.finditer(text)) if not text.startswith(("The ", "A ", "Our ")) else ()
    movers = (m.start() for m in _MOVES_UP.finditer(text))
    starts = sorted({m.start() for m in _OPENS.finditer(text)}.union(speakers, movers))
    openings = [start for start in starts if not _LEADS.search(text[max(0, start - 40) : start].rstrip())]
    for at, start in enumerate(openings):
        title = text[:start].rstrip()
        if len(title.split()) > LONGEST or is_sentence(title):
            return None
        end = openings[at + 1] if at + 1 < len(openings) else len(text)
        said = text[start:end].split()
        none = re.match(r"(?:No|None|Nil|Nothing)\b", text[start:]) is not None and len(title.split()) <= 6
        if title and (none or (len(said) >= 3 and VERB.search(" ".join(said[:16])))):
            return len(title), start
    return None


_SHORT = re.compile(r"A\.?O\.?(?:C\.?)?B\b")
_LIST = re.compile(r"\s+(?=(?:\(?[ai]\)|1[.)]|[•●▪])\s)")  # a list right behind its title
_TITLED_LIST = re.compile(r"([A-Z][^.:;(]{2,60}?)[.:]?\s+(?=(?:\(?a\)|[•●▪])\s)")  # "Old business a) The drain"
_NONE = re.compile(
    r"\s+((?:None|Nil|N/A|Nothing(?:\s[a-z]+){0,3}|Accepted|Adopted|Agreed|Approved|Confirmed|Deferred|Noted)\.?)\s*"
)
_BARE_NONE = re.compile(
    r"([A-Z][^.:;]{4,90}?[a-z)])\s+((?:None|NONE|Nil|NIL|N/A)\.?)\s*$"
)  # "Apologies for absence None"
_DAY_ON = re.compile(rf"\s+(?:{'|'.join(MONTHS)})(?:,?\s+\d{{4}})?\b", re.IGNORECASE)
_ABBREVIATION = re.compile(r"(?:^|\s)(?:[A-Z]\.){2,}$")  # "H.A.L.L. rent was paid" is a sentence


# "ROADS - £40 was paid", "FUNDS £40 left", "AOB - none"
_SIGNED_CAPS = re.compile(
    r"([A-Z][^a-z£€$]{2,60}?)(?:\s+[-–—]\s*(?=(?:[Nn]one|[Nn]il|[Nn]/a)\b|[£€$])|\s+(?=[£€$][\d,.]+\w*\s[a-z]))"
)


_STOPS = re.compile(r"[a-z\d]{2}\.\s[A-Z£]")  # a sentence ends


def caps_end(text: str) -> tuple[int, int] | None:
    """Where a title in capitals ends: "FINANCE. A bill", "TO REVIEW THE 2024 PLAN The plan"; None where it is all."""
    if (ends := _NEXT_DAY.match(text) or _SIGNED_CAPS.match(text)) and ends[1].isupper():
        return ends.end(1), ends.end()
    end = letters = 0
    for word in re.finditer(r"\S+", text):
        inner = [c for c in word[0] if c.isalpha()]
        if not all(c.isupper() for c in inner):
            break
        letters += len(inner)
        end = word.end()
        if word[0].endswith((".", ":")) and len(inner) > 2 and not _is_title_still(word[0], text[word.end() :].strip()):
            break
    if (letters < 4 and not _SHORT.match(text)) or end >= len(text) or _ABBREVIATION.search(text[:end]):
        return None
    if (day := _DAY_ON.match(text, end)) and text[end - 3 : end].strip("stndrhSTNDRH").endswith(tuple("0123456789")):
        end = day.end()  # "MINUTES OF THE MEETING HELD ON 6 May 2024"
    title = re.sub(r"(?:\s+(?:1[.)]|[AI]|\W+))+$", "", text[:end]).rstrip(".:")
    if not title:
        return None
    rest = text[len(title) :]
    dash = re.match(r"\s+[-–—]\s*(?=[A-Z][a-z])", rest)
    if dash and (VERB.search(" ".join(rest.split()[:7])) or _STOPS.search(rest)):
        return len(title), len(title) + dash.end()  # "ROADS – The warden was thanked."
    if day := re.match(r"\s+[-–—]\s*(?=\w{3,6}day,?\s(?:the\s)?\d)", rest):
        return len(title), len(title) + day.end()  # "NEXT MEETING – Monday 3 June"
    if re.match(r"[^\w.:]*[-–—(]", rest):
        return run_in_end(text)
    stopped = re.match(r"[.:]\s*(?:[–—-]+\s+)?", rest)
    if not stopped and rest.lstrip()[:1].islower() and not says(rest):
        return None  # "CEO, AGM and hall update"
    if none := _NONE.fullmatch(rest):
        return len(title), len(title) + none.start(1)  # "DECLARATIONS OF INTEREST None."
    if listed := _LIST.match(rest):
        return len(title), len(title) + listed.end()
    sentence = re.match(
        r"\s+(?:[a-z]|[A-Z][\w’'-]*:?\s+(?:[a-z]|(?:[A-Z][\w’'.]*\s+){1,2}[a-z\d]|\W*\d)|[A-Z][a-z]+:\s)", rest
    )
    short = len(title.split()) < 2 and len(title) < 5  # "PCSO Ann Box joined"
    if stopped or (sentence and not short):
        if not stopped and rest.lstrip()[:1].islower():
            return len(title), 0  # in "THE MINUTES were read" the sentence keeps its subject
        return len(title), len(title) + (stopped.end() if stopped else len(rest) - len(rest.lstrip()))
    return None


# "Finance. It was agreed to pay ...", "Apologies. Ann Box."; no "Cllr. Box"
_RUN_IN = re.compile(
    r"([A-Z][\w’'&/-]*(?:\s+[\w’'&/-]+){0,4})(?:(?<!\bM[rRsS])(?<!\bM[rR][sS])(?<!\bD[rR])(?<!\bCLLR)(?<!\bHon)\.\s+(?:[–—-]\s?)?(?=[A-Z“‘].{25})"
    r"|(?<=[a-z]{4})(?<!\bCllr)(?<!\bCllrs)(?<!\bMessrs)(?<!\bProf)(?<!\bRevd)(?<!\bCttee)\.\s+(?:[–—-]\s?)?(?=[A-Z£\d])|\s\.\s+(?=[A-Z]))"
)
# "Public comment: None", "Roads: No report"
_NOTHING = re.compile(
    r"([A-Z][^:]{2,48}?)(?::|\s+[–—-]{1,2})\s+(?=(?:None|NONE|none|Nil|nil|N/A|n/a|Nothing|nothing|No\s(?:[a-z]+|Report|Comments?))\b"
    r"|(?:(?:[Aa]pproved|[Aa]greed|[Aa]ccepted|[Aa]dopted|[Nn]oted)\W*$|approved|accepted|adopted|deferred|tabled|postponed)(?:\s+(?:as|by|with|until|to)\b|\W*$))"
)
_HOUR = re.compile(r"([A-Z][^:]{2,40}?):\s+(?=\d{1,2}[:.]\d\d\s?[AaPp]\.?[Mm]\b)")  # "ADJOURNMENT: 8:10 PM"
# "Finance – to receive an update on the accounts": what the meeting is asked to do
_PURPOSE = re.compile(
    r"([A-Z][^:.]{2,60}?)\s[–—-]\s(?=to\s+(?:receive|consider|confirm|agree|approve|note|discuss|review|include|elect|hear)\b)"
)
# "Minutes – proposed A Box, seconded B Carr. Approved.", "Police report – 4 calls since May.": no "Roads – to note."
_DASHED = re.compile(
    r"(?P<title>[A-Z](?:(?!\s[–—-]{1,2}\s)[^.:;]){3,60})\s[–—-]{1,2}\s"
    r"(?P<said>(?!(?:to|for|and|or|of|in|on|from|by|with|re)\s)(?:[a-z\d£]|(?:Proposed|Moved|Seconded|Adopted|Agreed|Approved|Noted|Confirmed|Deferred)\b)(?=.*\.\W*$)\S*(?:\s+\S+){2,}$)"
)
# "Call to order at 7:05 pm, quorum 9", "Apologies were received from Ann Box": the sentence keeps its subject.
_FORMAL = re.compile(
    r"(?:call(?:ed)?\s+to\s+order|adjourn(?:ed|ment)?|closed?)(?=\s+(?:at|@)\s+\d)|apolog(?:y|i[sz]?es)(?:\s+for\s+absence)?"
    r"(?=\s+(?:(?:was|were|had\s+been|have\s+been)\s+)?(?:received|given|tendered|sent)\s+(?:from|by):?\s+[A-Z])",
    re.IGNORECASE,
)
# "Apologies: Ann Box, Di Lund"
_WHO_CAME = re.compile(
    r"((?:(?:also|members|councillors|those|not)\s+)?(?:present|in\s+attendance|absent|apolog(?:y|ies)(?:\s+(?:for\s+absence|received))?))"
    r"(?:\s*:\s?[–—-]?|\s[–—-])\s+(?=(?-i:[A-Z]))"
    # "Apologies Ann Box, Di Lund"
    r"|((?-i:Apologies)(?:\s+for\s+absence)?)\s+(?=(?-i:(?!(?:Received|And|From|For|Given|Absence|None|No|Declarations?|Minutes)\b)"
    r"(?:[A-Z]\.?|[A-Z][a-z’'-]+)\s+[A-Z][a-z’'-]+(?:[,;]|\.\s|\s+[A-Z(]|\s+and\b|\W*$)))",
    re.IGNORECASE,
)
# "Next meeting: Tuesday 8 June"
_NEXT_DAY = re.compile(
    r"((?:(?:date|time)(?:,?\s(?:and|&)\s(?:time|date|venue|place))?\sof\s)?(?:the\s)?next\s(?:\w+\s)?meetings?)(?:\s?(?::|\s[–-])\s*|\s+)"
    rf"(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d|(?:{'|'.join(MONTHS)})\b)",
    re.IGNORECASE,
)
# "Date of the next meeting … Noted as 5 May"
_ELLIPSIS = re.compile(r"([A-Z][^….]{2,80}?)\s?(?:…|\.{3})\s+(?=[A-Z])")
_TITLE_END = re.compile(
    r"(?::[–—-]{0,2}\s|(?<=[a-z’]):(?=[A-Z][a-z])|\s[–—-]{1,2}\s|(?<=[a-z])[–—-]\s(?!(?:and|or|to)\s)|:$)"
)


# "Minutes Minutes of the last meeting were read.": the sentence opens with the title's own words
_AGAIN = re.compile(r"([A-Z][\w’']{3,}(?:\s[\w’']+){0,4})\s+(?=\1\s[a-z])")
# "Councillor A. Reed stated that ...": a sentence under a number, and no title that ends with the initial's stop.
_SPEAKS = re.compile(r"(?:Cllr|Councillor|Alderman|Deputy|Mrs?|Ms|Dr)\.?\s+(?:[A-Z]\.?\s*){1,3}[A-Z][\w’'-]+\s+[a-z]")
_HAS_PAPER = re.compile(r"\bPDF \d+ [KM]B\W*$")  # a web page's item with its paper: the line is its title


def title_end(text: str, *, kind: SectionKind = "item") -> tuple[int, int] | None:
    """Where the title ends and where what it runs on into begins, by the words alone; None where all is title."""
    if kind == "item" and _SPEAKS.match(text):
        first, *others = sentences(text)
        return (first[1], others[0][0]) if others else None
    if _HAS_PAPER.search(text):
        return None
    if kind == "item" and (bare := _BARE_NONE.match(text)):
        return bare.end(1), bare.start(2)
    words = text.split()
    if kind == "attendance" and (label := re.match(r"[^:]{2,60}?(:\s*)", text)):
        return label.start(1), label.end()
    if kind == "item" and (again := _AGAIN.match(text)):
        return again.end(1), again.end()
    if stopped := _WHO_CAME.match(text) or _ELLIPSIS.match(text):
        return stopped.end(stopped.lastindex or 1), stopped.end()
    if kind == "item" and (listed := _TITLED_LIST.match(text)):
        return listed.end(1), listed.end()
    if kind == "item" and (glued := _GLUED.match(text)) and (says(text[glued.end() :]) or text.rstrip().endswith(".")):
        return glued.end(1), glued.end()
    if kind == "item" and (lost := _LOST_SPACE.match(text)) and not says(lost[1]):
        return lost.end(1), lost.end(1)
    if kind == "item" and (signed := moved_end(text) or signed_end(text)):
        return signed
    if kind == "item" and (formal := _FORMAL.match(text)):
        return formal.end(), 0
    if kind == "item" and (day := _NEXT_DAY.match(text)):
        return day.end(1), day.end()
    if nothing := _NOTHING.match(text) or _HOUR.match(text):
        return nothing.end(1), nothing.end()
    if kind == "item" and (dashed := _DASHED.match(text)):
        return dashed.end("title"), dashed.start("said")
    if caps := caps_end(text):
        return caps
    if purpose := _PURPOSE.match(text):
        return purpose.end(1), purpose.end()
    said = VERB.search(text.partition(":")[2]) is not None
    if len(words) > 12 or (":" in text and (len(words) > 5 or said or text.rstrip().endswith("."))):
        ends = _TITLE_END.search(text)
        if (
            ends
            and ends[0].strip() == ":"
            and kind == "item"
            and _is_title_still(text[: ends.start()], text[ends.end() :])
        ):
            ends = None
        run_on, run_in = run_in_end(text), _RUN_IN.match(text)
        if ends and run_on and run_on[0] < ends.start() and not (run_in and run_in.end(1) < run_on[0]):
            return run_on
        if run_in and (ends is None or run_in.end(1) < ends.start()):
            return run_in.end(1), run_in.end()
        if ends and len(text[: ends.start()].split()) <= 12 and (":" in ends[0] or (len(words) > 18 and not run_on)):
            return ends.start(), ends.end()
        return run_on
    if run_in := _RUN_IN.match(text):
        return run_in.end(1), run_in.end()
    if kind != "item" and (ends := re.search(r":\s*", text)):
        return ends.start(), ends.end()
    return run_in_end(text)


# "APPROVAL OF AGENDA MOVED BY COUNCILLOR A. ASH that", "Bills #404-17 Moved by", "Accounts 16/103 ASH: That": a motion
_MOVED = re.compile(
    r"(?P<title>[A-Z][^.:;]{2,90}?)\s+(?=(?:(?:Resolution\s+(?:No\.?\s*)?)?#?(?:[A-Z]{1,3}\s?-\s?)?\d{1,4}[-/]\d{1,4}(?:[-/]\d{2,4})?\s+)?"
    r"(?:(?:MOVED|Moved)(?:\s+(?:BY|by)\b|:)|(?:MOTION|Motion)(?:\s+(?:made\s+)?(?:BY|by)\b|\s+[A-Z]{3,},|:)|(?:On|ON)\s+(?:a\s+)?(?:motion|MOTION)\b"
    r"|\d{1,4}[-/]\d{1,4}\s+[A-Z]{2,}:\s+That|RESOLVED\b|#\d{1,4}[-/]\d{2,4}\s)|(?:Resolution\s+(?:No\.?\s*)?)?(?:\d{1,4}[-/]\d{1,4}\s+)[A-Z][A-Za-z’'-]+:\s+That\b)"
)


def moved_end(text: str) -> tuple[int, int] | None:
    """Where a title ends before the motion that stands behind it; None where none does."""
    found = _MOVED.match(text)
    if found is None or len(found["title"].split()) > LONGEST or says(found["title"]):
        return None
    return found.end("title"), found.end()


def _is_title_still(title: str, rest: str) -> bool:
    """ "Call-in: sale of the car park", "25/00402/FULL: LAND AT THE MILL": the words behind the colon are title too."""
    if title.strip().casefold() in ("topic", "subject", "item"):
        return True  # "Topic: Report of the Clerk:"
    rest = FILE_SIZE.sub("", rest)
    if len(rest.split()) > 12 or rest.rstrip().endswith((".", ",", ";")):
        return False
    if "minute" in title.casefold() and len(rest.split()) < 6 and rest[:1].isdigit() and rest[-4:].isdigit():
        return True  # "Minutes of the last meeting: 30 March 2025"
    return rest[:1].islower() or (rest.isupper() and title.isupper())


def split_head(paragraph: Paragraph, kind: SectionKind, number: str) -> Head:
    """Title and the words that run on after it on the same line."""
    text = paragraph.text
    bold_to = bold_end(paragraph) or lead_end(paragraph) or (line_end(paragraph) if kind == "item" and number else 0)
    if 0 < bold_to < len(text):
        ends: tuple[int, int] | None = (bold_to, bold_to)
    elif kind == "item" and all(line.heading for line in paragraph.lines) and len(text.split()) <= LONGEST:
        ends = None  # a heading of the format is all title
    else:
        ends = _first_part(text, number) or title_end(text, kind=kind) or (_first_sentence(text) if number else None)
    return split_at(paragraph, kind, number, ends)


def _first_part(text: str, number: str) -> tuple[int, int] | None:
    """ "Finance 7.1 Accounts for March" under 7: a conversion ran the first of its parts on behind its title."""
    part = re.search(rf"\s+(?={number}\.1\s+[“‘A-Z])", text) if number.isdigit() else None
    return (part.start(), part.end()) if part is not None and len(text[: part.start()].split()) <= LONGEST else None


def _first_sentence(text: str) -> tuple[int, int] | None:
    """ "Accounts were presented and accepted. Cheques ...": a number above several sentences, the first its title."""
    spans = sentences(text) if len(text.split()) > LONGEST else []
    return (spans[0][1], spans[1][0]) if len(spans) > 1 else None


def split_at(paragraph: Paragraph, kind: SectionKind, number: str, ends: tuple[int, int] | None) -> Head:
    """A head whose title and text are parted at known places: where the one ends and where the other begins."""
    text = paragraph.text
    cut, rest_from = ends if ends is not None else (len(text), len(text))
    rest = piece_of(paragraph, rest_from, len(text)) if cut < len(text) and text[rest_from:].strip(" :-–") else None
    if rest is not None:
        rest = replace(rest, number="", printed="", kind="text")
        lead = len(rest.text) - len(rest.text.lstrip(" :-–"))
        rest = replace(rest, text=rest.text[lead:], starts=tuple(s - lead for s in rest.starts))
    heading = paragraph if rest is None else replace(piece_of(paragraph, 0, cut), number=number, margin=())
    return Head(kind, number, clean_title(text[:cut]), replace(heading, kind="heading"), rest)
