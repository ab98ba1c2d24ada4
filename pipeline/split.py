"""Source -> Papers: a pack becomes its agenda, minutes, action sheet and reports; any other file is one paper.

A new paper begins at the top of a page that shows it: a title line of another kind or another meeting, the title of an
agenda item that has pages of its own, the first page of a range that the agenda prints, or a front sheet's labels.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from typing import cast, get_args

from rapidfuzz import fuzz

from pipeline.came import records_who_came
from pipeline.kinds import is_ahead, kind_by_words, kind_of_item_page, tells_of_no_meeting, tells_who_came, was_held
from pipeline.paper import Line, Paper, PaperKind, Source, Table, fold, lines_of
from pipeline.problem import Problem
from pipeline.rules.match import Matcher

Flow = tuple[Line | Table, ...]
TITLE_LINES = 14  # how far down a first page a paper's title may stand
LATER_TITLE_LINES = 5  # how far down a later page

_RANGE = re.compile(r"\(\s*(?:pages?|pp?\.?)\s*(\d{1,4})\s*(?:[-–—]|to)\s*(\d{1,4})\s*\)", re.IGNORECASE)
_KINDS: dict[str, PaperKind] = {kind: kind for kind in get_args(PaperKind)}


@dataclass(frozen=True, slots=True)
class AgendaRange:
    """ "WORKS (Pages 9 - 12)": an agenda item's title and the printed pages of its papers."""

    title: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Start:
    """Where a paper begins in the flow, and what its first page says it is (None: not said)."""

    index: int
    kind: PaperKind | None
    title: str


def split(source: Source, matcher: Matcher) -> list[Paper]:
    """The papers of a source in order; at least one, also for a source without text."""
    flow = source.flow
    tops = _tops(flow)
    ranges = agenda_ranges(flow)
    starts = _starts(source, tops, ranges, matcher) if len(tops) > 1 else []
    if not starts:
        starts = [Start(0, *_title_of(flow, 0, matcher))]
    starts[0] = replace(starts[0], index=0)
    papers = []
    for at, start in enumerate(starts):
        end = starts[at + 1].index if at + 1 < len(starts) else len(flow)
        part = flow[start.index : end]
        kind = _front_matter_kind(source) if len(starts) == 1 else None
        papers.append(_paper(source, part, kind or start.kind, start.title, matcher))
    return papers


def agenda_ranges(flow: Flow) -> list[AgendaRange]:
    """The page ranges that an agenda prints beside its items, in order.

    A range may stand on the line below its title. Ranges that do not rise are none of an agenda's: none is given then.
    """
    out: list[AgendaRange] = []
    before = ""
    for line in lines_of(flow):
        found = _RANGE.search(line.text)
        if found and int(found[1]) <= int(found[2]):
            title = line.text[: found.start()].strip() or before
            title = re.sub(r"^\W*(?:item\s+)?[A-Z]?\d+[a-z]?[.):]?\s+", "", title, flags=re.IGNORECASE)
            out.append(AgendaRange(fold(title), int(found[1]), int(found[2])))
        if line.role == "body" and line.text.strip():
            before = line.text.strip()
    rising = all(a.first <= b.first for a, b in pairwise(out))
    return out if rising else []


def _tops(flow: Flow) -> list[int]:
    """Indexes of the first body line or table of each page."""
    tops: list[int] = []
    page: int | None = None
    for index, part in enumerate(flow):
        if isinstance(part, Line) and part.role != "body":
            continue
        broken = isinstance(part, Line) and part.page_break
        if broken or part.page != page or not tops:
            tops.append(index)
        page = part.page
    return [_with_header(flow, top) for top in tops]


def _with_header(flow: Flow, top: int) -> int:
    """The page's first line, its header included: that belongs to the paper which begins there."""
    page = flow[top].page
    while page is not None and top > 0:
        before = flow[top - 1]
        if not isinstance(before, Line) or before.role == "body" or before.page != page:
            break
        top -= 1
    return top


def _starts(source: Source, tops: Sequence[int], ranges: Sequence[AgendaRange], matcher: Matcher) -> list[Start]:
    flow = source.flow
    labels = {page.number: page.label for page in source.pages}
    firsts = {str(r.first): r for r in ranges}
    titles_due = [r for r in ranges if r.title]
    out: list[Start] = []
    seen: set[str] = set()
    pack = len(ranges) >= 2
    for place, top in enumerate(tops):
        kind, title = _title_of(flow, top, matcher, depth=LATER_TITLE_LINES if place else TITLE_LINES)
        lines = _page_lines(flow, top, tops[place + 1] if place + 1 < len(tops) else len(flow))
        key = fold(title).casefold()
        if place == 0:
            if kind == "agenda" and _reads_as_minutes(lines):
                kind = "minutes"
            out.append(Start(top, kind, title))
            seen.add(key)
            pack = pack or kind == "agenda"
            continue
        current = out[-1].kind
        label = labels.get(flow[top].page or 0, "")
        if pack and ranges and label.isdigit() and int(label) < ranges[0].first:
            continue  # before the first page that the agenda names, all is the agenda's
        first_of = firsts.pop(label, None) if label else None
        if first_of is None and lines and lines[0].text[:1].islower():
            continue  # the rest of a sentence from the page before: what stands below it is no title
        due = _agenda_title(lines, titles_due) if pack else None
        if due is not None and (_is_minuted(lines, current) or label not in {"", str(due.first)}):
            due = None  # "2. CAPITAL" in the last meeting's minutes, whose agenda had the item too
        strong = kind is not None and key not in seen and _turns(current, kind, lines, pack=pack)
        if not strong and kind is None and _tells_who_came(lines, out[-1], flow):
            kind, strong = "minutes", True
        if first_of is None and due is None and not strong and not (pack and _front_sheet(lines, current, matcher)):
            continue
        if first_of is not None and first_of in titles_due:
            titles_due.remove(first_of)
        if due is not None and due in titles_due:
            titles_due.remove(due)
        shown = title or next((item.title for item in (due, first_of) if item), lines[0].text if lines else "")
        out.append(Start(top, kind or kind_by_words(lines), fold(shown)))
        seen.add(key)
    return out


def _reads_as_minutes(lines: Sequence[Line]) -> bool:
    """Minutes that print their agenda first, or are headed so."""
    return was_held(lines) or (kind_by_words(lines, told=3) == "minutes" and not is_ahead(lines))


def _turns(current: PaperKind | None, kind: PaperKind, lines: Sequence[Line], *, pack: bool) -> bool:
    """May a paper of this kind begin inside what was a paper of the current kind?"""
    if pack and current != "minutes":
        return True
    if kind == "minutes":
        # The title block of minutes names a day or who was there; a sentence about minutes does not.
        return any(_OPENS_MINUTES.search(line.text) for line in lines[:12])
    return pack or (kind == "agenda" and current == "minutes")


def _tells_who_came(lines: Sequence[Line], current: Start, flow: Flow) -> bool:
    """A page without a title that opens with a day and below it with who was there: another meeting's minutes."""
    texts = [line.text for line in lines[:TITLE_LINES]]
    came = next((at for at, text in enumerate(texts) if _PRESENT.match(text)), None)
    days = {found[0].casefold() for text in texts[:came] for found in _DAY.finditer(text)} if came else set()
    if not days or current.kind in ("report", "consultation"):
        return False
    page = flow[current.index].page
    first = [line.text for line in lines_of(flow[current.index : current.index + 2 * TITLE_LINES]) if line.page == page]
    return not any(found[0].casefold() in days for text in first for found in _DAY.finditer(text)) or (
        current.kind != "minutes" and not any(map(_PRESENT.match, first))
    )


_PRESENT = re.compile(
    r"\W*(?:(?:members|those|councillors|governors|also)\s+)?(?:present|attendance|in\s+attendance)\b\W*(?:\w[^.]*)?$",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z][a-z]{2,8},?\s+(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./](?:\d\d){1,2}\b",
    re.IGNORECASE,
)
_OPENS_MINUTES = re.compile(r"\b(?:19|20)\d\d\b|^\W*(?:present|attendance|apologies)\b", re.IGNORECASE)


def _title_of(flow: Flow, top: int, matcher: Matcher, *, depth: int = TITLE_LINES) -> tuple[PaperKind | None, str]:
    """Kind and title by the first `depth` lines below `top`: (None, "") where no line is a title."""
    seen = 0
    page = flow[top].page if top < len(flow) else None
    best: tuple[PaperKind | None, str] = (None, "")
    before: str | None = None
    for at in range(top, len(flow)):
        part = flow[at]
        if seen >= depth:
            break
        if isinstance(part, Table):
            texts = [fold(" ".join(cell.text for cell in row)) for row in part.rows[:4]]
        elif part.role == "margin" or (part.role == "furniture" and seen > 0):
            continue
        elif part.page_break and seen:
            break
        else:
            # A title may wrap: "Harrowdale Schools / Partnership consultation".
            texts = [part.text] if before is None or len(before.split()) > 6 else [part.text, f"{before} {part.text}"]
            before = part.text
        if page is not None and part.page != page:
            break
        seen += any(text.strip() for text in texts)
        for text in texts:
            if not text.strip():
                continue
            if (
                text.strip()[:1].islower()
                or text.lstrip().startswith(("•", "●", "○", "▪"))
                or (depth == LATER_TITLE_LINES and _GOES_ON.search(text))
            ):
                continue  # the rest of a sentence from the page before, or a running head
            found = matcher.first("title", text.strip()[:200], part="line")
            if found is None and (second := _SECOND_TONGUE.match(text)):
                found = matcher.first("title", text[second.end() :].strip()[:200], part="line")
            if found is not None and text is not texts[0] and found.get("kind") != "consultation":
                continue  # only a consultation's title is known by two lines together
            kind = _KINDS.get(found.get("kind")) if found is not None else None
            if kind == "consultation" and seen > LATER_TITLE_LINES:
                continue  # "Bat survey" below who came
            if found is not None and kind is not None and not (found.get("label") and depth == LATER_TITLE_LINES):
                # "AGENDA" below "Minutes of the meeting" is a list inside the minutes: the first title wins, except
                # that a report's label never beats a real title further down.
                if best[0] is None:
                    best = (kind, _whole_title(flow, at, text, kind) if kind != "consultation" else fold(texts[-1]))
                elif best[0] == "report" and kind == "action-sheet":
                    best = (kind, fold(text))
    return best


_SECOND_TONGUE = re.compile(r"\W*(?:[^\W\d_][\w’'-]*\s+){1,4}/\s+(?=[A-Z])")  # "Cofnodion / Minutes"
_GOES_ON = re.compile(r"\bpage\s*(?!1\b)\d{1,3}\b|\bcont(?:inue|’|'|in)?d?\b", re.IGNORECASE)


_DECORATED = re.compile(r"^[\s*=_~–—-]+(?=\w)|(?<=\w)[\s*=_~–—-]+$")  # "*** AGENDA ***"


def _whole_title(flow: Flow, at: int, text: str, kind: PaperKind) -> str:
    """A title with the line that it runs on into; for "Report of the Clerk" the larger line above it."""
    part = flow[at]
    if isinstance(part, Table):
        return fold(text)
    if kind == "report":
        near = [line for line in flow[max(0, at - 3) : at] if isinstance(line, Line) and line.page == part.page]
        above = [line for line in near if line.role == "body" and line.text.strip() and not line.text[:1].isdigit()]
        if above and (above[-1].size or 0) >= (part.size or 0) and (above[-1].bold or above[-1].text.isupper()):
            return fold(above[-1].text)
    text = _DECORATED.sub("", text)
    after = flow[at + 1] if at + 1 < len(flow) else None
    if text.rstrip().endswith(",") and isinstance(after, Line) and after.role == "body" and not after.gap:
        return fold(f"{text} {after.text}")
    return fold(text)


def _page_lines(flow: Flow, top: int, end: int) -> list[Line]:
    return [line for line in lines_of(flow[top:end]) if line.role == "body" and line.text.strip()]


def _agenda_title(lines: Sequence[Line], ranges: Sequence[AgendaRange]) -> AgendaRange | None:
    """The agenda item whose title opens this page, if any."""
    if not lines:
        return None
    for count in (1, 2, 3):
        opening = re.sub(
            r"^\W*(?:agenda\s+item\s+)?\d*[.):]?\s*",
            "",
            fold(" ".join(line.text for line in lines[:count])),
            flags=re.IGNORECASE,
        )
        for item in ranges:
            if len(item.title) > 6 and fuzz.ratio(opening.casefold(), item.title.casefold()) >= 88:
                return item
    return None


def _is_minuted(lines: Sequence[Line], current: PaperKind | None) -> bool:
    """A page of minutes that goes on with an item's number before its title."""
    return current == "minutes" and re.match(r"\W*\d+[.):]?\s+\w", lines[0].text) is not None


def _front_sheet(lines: Sequence[Line], current: PaperKind | None, matcher: Matcher) -> bool:
    """A page that starts the numbering again at 1 or shows a report's labels, after a paper that is no report."""
    if current in ("report", "consultation", "other", None) or not lines:
        return False
    labels = sum(
        1
        for line in lines
        if matcher.first("title", line.text.strip()[:200], part="line") and _is_report(line, matcher)
    )
    restart = re.match(r"^\W*1[.)]?\s+[A-Z]\w+(?:\s+\w+){0,6}\W*$", lines[0].text) is not None
    return labels >= 2 or (restart and current in ("action-sheet", "agenda"))


def _is_report(line: Line, matcher: Matcher) -> bool:
    found = matcher.first("title", line.text.strip()[:200], part="line")
    return found is not None and found.get("kind") == "report"


def _front_matter_kind(source: Source) -> PaperKind | None:
    """The kind that a site's own fields give: "layout: minutes", "tags: [Meetings, Minutes]"."""
    fields = {key.casefold(): value.casefold() for key, value in source.fields}
    for keys in (("type", "layout"), ("category", "categories", "tags")):
        words = " ".join(fields.get(key, "") for key in keys)
        if (found := re.search(r"\b(minutes|agenda|report)\b", words)) is not None:
            return cast(PaperKind, found[1])
    return None


def _paper(source: Source, part: Flow, kind: PaperKind | None, title: str, matcher: Matcher) -> Paper:
    lines = [line for line in lines_of(part) if line.role == "body" and line.text.strip()]
    problems: list[Problem] = []
    if kind == "report" and sum(line.text.strip() in ("Yes", "No") for line in lines) >= 6:
        kind = "consultation"
    if kind == "report" and tells_who_came(lines):
        kind = "minutes"  # "REPORT FROM THE ROADS COMMITTEE" to its council, of its meeting
    if kind == "agenda" and _reads_as_minutes(lines):
        kind = "minutes"
    told: PaperKind = "minutes" if tells_who_came(lines) else "other"
    settled = kind_of_item_page(lines) or kind or kind_by_words(lines) or told
    # "Agenda" as a title below who came heads the items of minutes
    told_above = list(takewhile(lambda line: fold(line.text) != title, lines)) if settled == "agenda" else lines
    if settled in ("other", "agenda") and records_who_came(told_above, matcher):
        settled = "minutes"
    if settled == "minutes" and tells_of_no_meeting(lines):
        settled = "other"
    if kind is None and settled != "other":
        problems.append(
            Problem("kind-by-content", f"No title says what this paper is; it reads like {settled}.", "info")
        )
    pages = [line.page for line in lines_of(part) if line.page is not None]
    if not title:
        title = next((value for key, value in source.fields if key.casefold() == "title"), "")
        title = title or next((line.text for line in lines), "")
    return Paper(source, settled, fold(title)[:200], part, (min(pages), max(pages)) if pages else None, tuple(problems))
