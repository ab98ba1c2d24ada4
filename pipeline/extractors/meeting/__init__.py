"""The meeting's own facts, from the title block and the last lines: which body met, when, from when to when, where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from pipeline.extractors.dates import find_dates
from pipeline.extractors.meeting.addressed import addressed, has_labelled_day
from pipeline.extractors.meeting.bodies import ADDRESS, body_of, body_of_fields
from pipeline.extractors.meeting.emails import without_email_head
from pipeline.extractors.meeting.times import end_of, end_of_range, start_of
from pipeline.extractors.meeting.units import beside_paper, with_owner
from pipeline.extractors.meeting.venue import LAST_MINUTES, find_venue
from pipeline.found import FoundDate, Place
from pipeline.kinds import DATED_PAGE, HEADED, ITEM_OF, ITEM_PAGE, PAGE_HEAD
from pipeline.layout.columns import columns_of
from pipeline.paper import Cell, Line, Outline, Paper, Paragraph, Table, fold
from pipeline.problem import Problem
from pipeline.rules.match import Matcher
from pipeline.wording import MONTHS

LONG = 25  # words of a line that holds more than a title
PAGE = 45  # words of a line that holds a page
AFTER = 90  # letters behind "held" in which the day stands
WHOLE_PAGE = 500  # letters of a line that holds a page
FIRST = 3  # lines that may hold one with its title in front
TOP = 8  # lines of a paper that may name whose committee met
TITLE_BLOCK = 24  # lines of a paper that may name its body and date

_FRONT_LABEL = re.compile(
    r"(?:(?:meeting\s+)?(?:date|day|time|venue|place|location)|start|finish|chair(?:man|person)?|clerk|minutes?(?:\s+by)?"
    r"|note[ -]?taker|group|committee|type|status)(?:\s+of\s+(?:the\s+)?meeting)?",
    re.IGNORECASE,
)
_TABLE_HEAD = re.compile(r"^\W*no\.?\W{1,4}items?\W*$", re.IGNORECASE)  # of a web page's items
_PORTAL = re.compile(
    r"^Home\s?My\s?(?:Public\s)?(?:WebLink|Portal)\s?About\s*"
)  # of the software of many towns' archives
# The title in front of a page in one line: "Minutes for the Works Panel 8th June 2015", "X Board Minutes May 5, 2021".
_OPENS = re.compile(
    rf"\W*(?:(?!\bnext\b|\bprevious\b|\blast\b)[^.;]){{0,160}}?(?:\d{{1,2}}(?:st|nd|rd|th)?\s(?:{'|'.join(MONTHS)})|(?:{'|'.join(MONTHS)})\s\d{{1,2}}(?:st|nd|rd|th)?),?\s\d{{4}}",
    re.IGNORECASE,
)
_OPENED = re.compile(
    r"^\W*(?:the|an?)\s+(?:[\w-]+\s+){0,6}meeting\b.{0,90}\b(?:was\s+)?(?:called\s+to\s+order|held|convened|took\s+place)\b",
    re.IGNORECASE,
)
_HEADS = re.compile(
    r"\bheld\b|\bmet\s+in\s+(?:\w+\s+){0,2}session\b|\bmeeting\b.{0,90}\b(?:took\s+place|was\s+convened)\b|\bsummoned\s+to\s+attend\b|\bdate\s*:\W*(?:\d|[A-Z])|\b(?:called|came)\s+to\s+order\b|^\W*(?:(?:agenda|minutes)\s+(?:of|for)|there\s+was\s+an?\s+(?:\w+\s+){0,3}meeting\s+of)\b",
    re.IGNORECASE,
)
# "The Roads Committee met on Friday 3rd May": of its report, above which stands the day of its council's meeting.
_MET_ON = re.compile(
    r"\W*the\s(?:[\w’'&-]+\s){0,6}(?:committee|panel|forum|group|board|partnership)\smet\s(?:on|in|at)\b", re.IGNORECASE
)
# "Minutes of meeting of the Roads SPC held on 2nd May 2025", "(i) Report of Meeting 24th May 2025"
_OWN_DAY = re.compile(
    r"\W*(?:[a-z]{1,4}[).]\s+)?(?:draft\s+)?(?:minutes|report)\s+of\s+(?:(?:the|a)\s+)?(?:[\w’'&-]+\s){0,6}?meeting\b"
    r"(?!.*\b(?:proposed|agreed|confirmed|approved|adopted|signed)\b).*\b(?:19|20)\d\d\W*(?:\s(?:in|at)\b.*)?$",
    re.IGNORECASE,
)
# "Management Committee – Tuesday 3 May 2016 – 6.30pm – Clubhouse"
_BODYS_DAY = re.compile(
    r"\W*(?:[\w’'&-]+\s){0,5}(?:committee|board|council|panel|forum|group|trustees|governors)\s[–—-]\s"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\s)?\d{1,2}(?:st|nd|rd|th)?\s\w+\s(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\W*(?:mon|tues|wednes|thurs|fri|satur|sun)day\W*", re.IGNORECASE)
_DAY_ALONE = re.compile(
    rf"(?:{_WEEKDAY.pattern})?\W*(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{'|'.join(MONTHS)})|(?:{'|'.join(MONTHS)})\s+\d{{1,2}}(?:st|nd|rd|th)?),?\s+\d{{4}}\W*",
    re.IGNORECASE,
)
_SHEET = re.compile(r"\bactions?\s+(?:log|sheet|list|tracker|register)\W+(?:as\s+)?(?:at|of|on|for)\b", re.IGNORECASE)
# "Minutes of the annual meeting, 3 May 2025", below the day on which a site shows the page.
_NAMES_DAY = re.compile(
    r"^\W*(?:draft\s+|unapproved\s+)?(?:(?:minutes|notes)\s+(?:of|from|for)\b|.*\bmeeting\s+held\b).*\b\d{4}\b",
    re.IGNORECASE,
)
_MEETING_WORD = re.compile(
    r"\b(?:held|met\s+in\s+(?:\w+\s+){0,2}session|called\s+to\s+order|meeting|minutes|agenda|date|proceedings)\b",
    re.IGNORECASE,
)
_OTHER_MEETING = re.compile(
    r"\b(?:previous|last|next|future|posted|uploaded|approved|adopted|proposed(?=\s*:)|confirm|agree|publication|published|circulated|amended(?!\s+(?:draft\s+)?minutes\s+of\b)|version"
    r"|(?:following|since|(?<!\bminutes\s)from|arising\s+from)\s+the\s+(?:\w+\s+){0,3}meeting)\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"\b(?:(?:hearing|event|fair|workshop)s?|which|that|day)\s+(?:will|shall|is\s+to)\s+be\s+held\b", re.IGNORECASE
)
_ASIDE = re.compile(r"\([^()\d]*\)")  # "(subject to confirmation at the next meeting)"
_FILE_DATE = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:[-_. ]?(?P<month>0[1-9]|1[0-2])(?:[-_. ]?(?P<day>0[1-9]|[12]\d|3[01]))?)?(?!\d)"
)


@dataclass(frozen=True, slots=True)
class FoundMeeting:
    """Facts as printed; `date` may lack its year (then `year_hint` is the file's or front matter's)."""

    body: str | None = None
    date: FoundDate | None = None
    year_hint: int | None = None
    file_date: str | None = None
    start: str | None = None
    end: str | None = None
    venue: str | None = None
    problems: tuple[Problem, ...] = ()


def find_meeting(paper: Paper, outline: Outline, matcher: Matcher) -> FoundMeeting:
    """What the paper says about its meeting. A report's or a sheet's date is the date that its title block gives."""
    whole = without_email_head(list(_title_block(paper)))
    block = _before_items(whole, outline)
    fields = {key.casefold(): value for key, value in paper.source.fields}
    if paper.kind == "report":
        block += _labelled_lines(paper, matcher)
    lines = [line for line in block if line.role != "margin"]
    if paper.source.reader in ("markdown", "rst", "html") and fields.get("title"):
        lines.insert(0, Line(fields["title"]))
    if any(ITEM_PAGE.match(line.text) for line in lines[:PAGE_HEAD]):
        lines = whole = [
            line for line in lines if ITEM_OF.search(line.text) or DATED_PAGE.match(line.text)
        ]  # the others name any bodies and days
    lines = [_plain(line, first=at < 2 * FIRST) for at, line in enumerate(lines)]
    texts = [line.text for line in lines]
    head = len(_before_names([line.text for line in lines], matcher))
    opened = [line for line in whole if line not in lines and _OPENED.search(line.text)]  # "Call to Order": an item
    date = _date(lines[:head], matcher, paper) or _date(lines, matcher, paper) or _date(opened, matcher, paper)
    sent = addressed(list(_title_block(paper))) if paper.kind == "report" else None
    if sent is not None and not (date is not None and has_labelled_day([*whole, *lines])):
        date = _date([replace(sent[1], text=f"Meeting {sent[1].text}")], matcher, paper) or date
    year, file_date = _hints(paper, fields)
    outside_margin = [line.text for line in whole if line.role != "margin"]
    start = start_of(outside_margin, matcher)
    near = [*texts[: len(lines) - len(block)], *outside_margin][:TOP]  # a page's title, and what may look like an item
    body = (
        (sent[0] if sent is not None else None)
        or body_of(_before_names(texts, matcher), matcher)
        or body_of_fields(fields, matcher)
        or body_of([line.text for line in opened[:1]], matcher)
        or _body_to_meet(paper)
        or beside_paper(near)
    )
    return FoundMeeting(
        body=with_owner(body, near) if body is not None else None,
        date=date,
        year_hint=year,
        file_date=file_date,
        start=start,
        end=end_of(paper, matcher, start) or end_of_range(outside_margin),
        venue=find_venue(texts, matcher),
    )


# "The next meeting of the Port Board will be on": minutes of which nothing else names the body
_TO_MEET = re.compile(
    r"\bnext\s(?:(?:regular|scheduled|ordinary|full|monthly)\s){0,2}meeting\sof\s(?:the\s)?"
    r"(?P<body>(?-i:[A-Z])[\w’'&-]*(?:\s[\w’'&-]+){0,6}?)\s(?:will|is|shall|takes|has)\b",
    re.IGNORECASE,
)


def _body_to_meet(paper: Paper) -> str | None:
    """The body whose next meeting the last lines of minutes name."""
    lines = [part.text for part in paper.flow if isinstance(part, Line)][-LAST:] if paper.kind == "minutes" else []
    found = next((found for text in reversed(lines) if (found := _TO_MEET.search(text))), None)
    return found["body"] if found is not None else None


LAST = 10  # lines of minutes that may tell of the next meeting


def _plain(line: Line, *, first: bool) -> Line:
    """A line without what a portal prints before its title; of a page in one line the title alone."""
    text = _PORTAL.sub("", line.text)
    title = HEADED.search(text) if len(text.split()) > LONG else None
    if title is not None:
        text = text[title.start() : title.end() + AFTER if len(text.split()) > PAGE else None]
    elif first and len(text) > WHOLE_PAGE and (opens := _OPENS.match(text)):
        text = opens[0]
    return replace(line, text=text) if text != line.text else line


def _title_block(paper: Paper) -> Iterator[Line]:
    """The first lines, table cells included; furniture too, for some papers print their title there."""
    count = 0
    for part in paper.flow:
        for line in _cells(_above_tasks(part)) if isinstance(part, Table) else (part,):
            if not line.text.strip() or _TABLE_HEAD.match(line.text):
                continue
            count += 1
            if count > TITLE_BLOCK:
                return
            yield line


def _above_tasks(table: Table) -> Table:
    """A table without the rows of a list of actions, whose tasks name other bodies: what stands above them."""
    columns = columns_of(table)
    return table if columns.use != "actions" else replace(table, rows=table.rows[: columns.header])


def _before_items(block: list[Line], outline: Outline) -> list[Line]:
    """The title block up to the first item of business: what is said there names other bodies and other days."""
    items = [s for s in outline.sections if s.kind in ("item", "matters-arising") and s.heading is not None]
    if len(items) < 2:
        return block
    heads = {line for section in items for line in (section.heading.lines if section.heading else ())}
    said = (at for at, line in enumerate(block) if at > 0 and line in heads and not _HEADS.search(line.text))
    end = next(said, len(block))
    return block[:end]


def _labelled_lines(paper: Paper, matcher: Matcher) -> list[Line]:
    """The lines of a front sheet that a conversion moved away from the first page's top."""
    lines = [part for part in paper.flow if isinstance(part, Line) and part.role == "body" and part.text.strip()]
    near = {k for at, line in enumerate(lines) if matcher.first("label", line.text) for k in (at - 1, at, at + 1)}
    return [line for at, line in enumerate(lines) if at in near and at >= TITLE_BLOCK]


def _cells(table: Table) -> Iterator[Line]:
    """A row of a front table as one line, "Date | 28 July 2016"; "Venue | Hall | Clerk | Ann Box" as two."""
    pairs = (cells for row in table.rows for cells in _pairs(row))
    for cells in pairs:
        lines = [line for cell in cells for line in cell.lines]
        if lines:
            text = " ".join(line.text for line in lines)
            yield Line(text, page=lines[0].page, box=lines[0].box, block=lines[0].block, number=lines[0].number)


def _pairs(row: Sequence[Cell]) -> list[Sequence[Cell]]:
    """A row of labels with their values, pair by pair; a letterhead's cell by cell; any other row whole."""
    if any(ADDRESS.search(cell.text) for cell in row):
        return [(cell,) for cell in row]  # a letterhead: the name beside the address
    labels = [cell.text.strip(" :") for cell in row[::2]]
    if len(row) < 4 or len(row) % 2 or not all(_FRONT_LABEL.fullmatch(label) for label in labels):
        return [row]
    return [row[at : at + 2] for at in range(0, len(row), 2)]


def _before_names(texts: Sequence[str], matcher: Matcher) -> Sequence[str]:
    """The title block up to the attendance list, whose schools and councils are no bodies that met."""
    for at, text in enumerate(texts):
        label = text.split(":")[0].strip(" *")
        found = matcher.first("heading", label, part="line") if at and len(label.split()) <= 6 else None
        if found is not None and found.get("kind") == "attendance":
            return texts[:at]
    return texts


def _date(lines: Sequence[Line], matcher: Matcher, paper: Paper) -> FoundDate | None:
    """The first date of the title block, one beside "held" or "meeting" before any other.

    A month alone dates only minutes and sheets; papers without a meeting need the word beside it.
    """
    first: FoundDate | None = None
    kind = paper.kind
    named = any(_NAMES_DAY.search(line.text) for line in lines[1:FIRST])
    lines = sorted(lines, key=lambda line: _MET_ON.match(line.text) is None and not _OWN_DAY.match(line.text))
    for at, line in enumerate(lines):
        line = _not_called_off(_without_next(line))
        said = _ASIDE.sub("", line.text)
        if _OTHER_MEETING.search(said) and not re.search(r"\bheld\b", said, re.IGNORECASE):
            continue
        if len(line.text.split()) > 25 and not _HEADS.search(line.text) and not _MET_ON.match(line.text):
            continue  # prose
        if LAST_MINUTES.search(said):
            continue
        if kind in ("minutes", "other") and _TO_COME.search(said):
            continue
        if kind == "agenda" and re.search(r"\bminutes\b", line.text, re.IGNORECASE):
            continue  # the last meeting's
        near = (
            _MEETING_WORD.search(line.text)
            or _MET_ON.match(line.text)
            or _OWN_DAY.match(line.text)
            or (at < FIRST and kind == "minutes" and line.role == "body" and _BODYS_DAY.match(line.text))
            or (at > 0 and _MEETING_WORD.search(lines[at - 1].text))
            or (
                at == 0
                and not named
                and len(line.text.split()) <= 5
                and any(_MEETING_WORD.search(x.text) and not re.search(r"\d", x.text) for x in lines[1:2])
            )
            or (_opens(lines[:at]) and not named and kind == "minutes" and _DAY_ALONE.fullmatch(line.text.strip()))
            or (kind == "action-sheet" and _SHEET.search(line.text))
            or (kind == "report" and fold(line.text) == paper.title)
        )
        # Whole: "26.11.25 Harrow Council" opens with a day, not with an item's number.
        whole = Paragraph(line.text, (line,), (0,))
        below = lines[at + 1].text if at + 1 < len(lines) else ""
        cut = _CUT_DAY.search(line.text) or (_CUT_YEAR.search(line.text) and _YEAR.match(below))
        if at + 1 < len(lines) and cut:  # "... on Thursday, 16" above "January 2025"
            after = lines[at + 1]
            whole = Paragraph(f"{line.text} {after.text}", (line, after), (0, len(line.text) + 1))
        for found in find_dates(whole, matcher, place=Place()):
            if found.form not in ("day", "month") or (found.form == "month" and found.year is None):
                continue
            if (
                kind == "action-sheet"
                and len(line.text.split()) > ROW
                and not found.day
                and not _SHEET.search(line.text)
            ):
                continue  # "May 2024 Area Panel" in a row
            if first is not None and first.day is None and found.month != first.month:
                continue  # "October 2010 Minutes" above an egg hunt in April
            if (near or (kind == "action-sheet" and len(line.text.split()) <= 4)) and found.form == "day" and found.day:
                return found  # a sheet's own line that is a day stands above its rows, which name other meetings
            told = kind in ("minutes", "agenda", "action-sheet") or near
            if (
                told
                and (first is None or (first.day is None and found.day is not None))
                and (found.day or kind in ("minutes", "action-sheet"))
            ):
                first = found
    return first


# "Date of meeting: 3 May    Next meeting: 7 June", "3 May 2024 (previous meeting 5 April)"
_NEXT_BEHIND = re.compile(r"(?<=\d)\W+(?:date\s+of\s+(?:the\s+)?)?(?:next|last|previous)\s+meeting\b.*$", re.IGNORECASE)


def _without_next(line: Line) -> Line:
    """A line that gives the meeting's day without the next or the last one's behind it."""
    return replace(line, text=_NEXT_BEHIND.sub("", line.text)) if _NEXT_BEHIND.search(line.text) else line


# "(meeting due 9th January - cancelled)", "9 January - POSTPONED to 16 January 2018"
_CALLED_OFF = re.compile(r"^.*\d.*\b(?:cancelled|canceled|postponed|called\s+off)\b", re.IGNORECASE)


def _not_called_off(line: Line) -> Line:
    """A line without the day of a meeting that was not held."""
    return replace(line, text=_CALLED_OFF.sub("", line.text)) if _CALLED_OFF.search(line.text) else line


def _opens(above: Sequence[Line]) -> bool:
    """Nothing stands above a paper's first line, or the day of the week alone."""
    return not above or (len(above) == 1 and _WEEKDAY.fullmatch(above[0].text) is not None)


ROW = 8  # words; a longer line of an action sheet is a row of its table


def _hints(paper: Paper, fields: dict[str, str]) -> tuple[int | None, str | None]:
    """Year, and a date if there is one, that the front matter or the file's name gives."""
    for key in ("meeting_date", "meeting-date", "event_date", "event-date", "date"):
        if found := _FILE_DATE.search(fields.get(key, "")):
            return int(found["year"]), _iso(found)
    name = PurePath(paper.source.path).name
    if found := _FILE_DATE.search(name):
        return int(found["year"]), _iso(found)
    if found := re.search(r"(?<!\d)(\d{2})[-_.](\d{2})[-_.](\d{2})(?!\d)", name):
        return None, None
    return None, None


def _iso(found: re.Match[str]) -> str | None:
    return f"{found['year']}-{found['month']}-{found['day']}" if found["day"] else None


_CUT_YEAR = re.compile(
    rf"\b(?:(?:{'|'.join(MONTHS)})\s\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s(?:{'|'.join(MONTHS)})),?$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_CUT_DAY = re.compile(
    r"\b(?:on|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)(?:\s+the)?(?:\s+\d{1,2}(?:st|nd|rd|th)?)?$", re.IGNORECASE
)
