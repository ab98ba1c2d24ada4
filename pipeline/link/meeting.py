"""The meeting that a paper is of: its body's name as people write it, its date with the year that is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import PurePath

from pipeline import record as r
from pipeline.extractors.find import Found
from pipeline.link.dates import as_written, month_goes_first, year_of_weekday
from pipeline.paper import Paper, slug
from pipeline.problem import Problem
from pipeline.record import is_day
from pipeline.workspace import UNDATED, UNKNOWN_BODY


def meeting_of(paper: Paper, found: Found, before: Sequence[r.Record]) -> tuple[r.Meeting, list[Problem]]:
    """The meeting, and what is doubtful about it; a body that is not printed is the one of the papers before."""
    facts = found.meeting
    problems: list[Problem] = []
    value = None
    if facts.date is not None:
        hint = facts.year_hint
        day_of_meeting = as_written(facts.date, month_first=month_goes_first(found.dates))
        if facts.date.year is None and hint is None:
            named = list(dict.fromkeys(f.year for f in found.dates if f.year is not None))
            hint = next((f.year for f in found.dates if f.year is not None and f.form == "day"), None)
            hint = year_of_weekday(facts.date, named) or hint
        year, month, day = facts.date.year or hint, day_of_meeting.month, day_of_meeting.day
        if year is not None and month is not None:
            value = f"{year:04d}-{month:02d}-{day:02d}" if day is not None else f"{year:04d}-{month:02d}"
        else:
            problems.append(
                Problem(
                    "meeting-year-missing",
                    "The paper does not say in which year the meeting was.",
                    "warning",
                    facts.date.evidence,
                )
            )
    if value is None and facts.file_date is not None:
        value = facts.file_date
        problems.append(
            Problem("meeting-date-from-file", f"No meeting date is printed; {value} is the file's own date.", "info")
        )
    body = facts.body
    if body is None and before and paper.kind not in ("consultation", "other"):
        body = before[-1].meeting.body
    body = _name_case(re.sub(r"(?:[’']s|(?<=s)[’'])$", "", body) if body else None)  # "Board of Selectmen's Minutes"
    # "Schools Forum" on the sheet behind the Harrowdale Schools Forum's minutes is that body.
    body = next((x.meeting.body for x in before if body and x.meeting.body and _shorter(body, x.meeting.body)), body)
    if body is None and paper.kind in ("minutes", "agenda", "action-sheet"):
        body = _folder_body(paper.source.path)
        if body is None:
            problems.append(Problem("body-not-found", "The paper's first lines do not name the body that met."))
        else:
            note = f"The paper's first lines do not name the body that met; {body} is the name of its folder."
            problems.append(Problem("body-from-folder", note, "info"))
    if value is None and paper.kind in ("minutes", "agenda"):
        problems.append(Problem("meeting-date-not-found", "The paper's first lines give no date of the meeting."))
    return r.Meeting(body=body, date=value, start=facts.start, end=facts.end, venue=facts.venue), problems


_BODY_WORD = re.compile(
    r"\b(?:council|committee|board|forum|panel|cabinet|governors|trustees|association|society|trust|parish|town|township"
    r"|borough|city|county|district|school|academy|college|university|partnership|authority|commission|charity|group)\b"
)


def _folder_body(path: str) -> str | None:
    """ "corpus/harrow-parish-council/may.pdf" is a paper of the Harrow Parish Council: people sort papers by body."""
    name = re.sub(r"[-_\s]+", " ", PurePath(path).parent.name).strip()
    return _name_case(name.upper()) if len(name.split()) > 1 and _BODY_WORD.search(name.casefold()) else None


def _shorter(name: str, full: str) -> bool:
    words, more = (set(re.findall(r"\w+", n.casefold())) for n in (name, full))
    return words < more and len(words) > 1


_LETTERS = "AFC AGM CE CIC CIO FC HOA IPS NHS ICB PCC PPG PTA PTFA SEND UK USA"  # read letter by letter
_SHORT = "Ltd Mt Mt. St St. Sts"  # no letters, but words cut short
_KEPT = {word: word for word in _LETTERS.split()} | {word.upper(): word for word in _SHORT.split()}
_SMALL = {"of", "and", "the", "for", "in", "on", "to", "with", "at"}


def _name_case(name: str | None) -> str | None:
    """A name printed in capitals, as people write it: HARROWDALE SCHOOLS FORUM -> Harrowdale Schools Forum."""
    if name is not None and not name.isupper() and len(shouted := re.findall(r"\b(?:[A-Z]{4,}|LTD)\b", name)) > 2:
        for word in shouted:  # "HARROW AND DALE CARE BOARD Roads Committee"
            name = name.replace(word, word.capitalize()).replace(" AND ", " and ").replace(" OF ", " of ")
    if name is None or not name.isupper() or (" " not in name and len(name) < 6):
        return name  # "PTA"
    words = [
        _KEPT[w]
        if w in _KEPT
        else w.lower()
        if w.lower() in _SMALL and i
        else w
        if (len(w) <= 3 and not re.search("[AEIOU]", w)) or w.startswith("(") or "." in w[1:-1]  # "(HFF)", "C.C."
        else w.capitalize()
        if w.lower().partition("-")[0] in _BEFORE
        else "-".join(_part_case(part, inner=at > 0) for at, part in enumerate(w.split("-")))
        for i, w in enumerate(name.split())
    ]
    return " ".join(words)


_INSIDE = _SMALL | {"upon", "by", "next", "under", "super", "cum", "le", "la"}  # "Moor-next-the-Sea"


def _part_case(part: str, *, inner: bool) -> str:
    """A part of a word with hyphens: both of "MOOR-OVERBY" are names, the second of "MOOR-ON-DALE" is none."""
    return part.lower() if inner and part.lower() in _INSIDE else part.capitalize()


_BEFORE = frozenset({"co", "sub", "non", "anti", "pre", "re", "multi", "inter"})  # "Co-operative", "Sub-committee"


def published(found: Found) -> date | None:
    """The publication date of a front sheet."""
    for label, value in found.metadata.items():
        if "publication" in label.casefold():
            for mention in found.dates:
                if mention.text in value and mention.year and mention.month and mention.day:
                    return date(mention.year, mention.month, mention.day)
    return None


def day_of(value: str | None) -> date | None:
    """A full date of a record as a date, None for a month or a year."""
    return date.fromisoformat(value) if is_day(value) else None


def mid_month(value: str | None) -> date | None:
    """The middle of a month, to place days without a year by."""
    return date.fromisoformat(f"{value}-15") if value is not None and re.fullmatch(r"\d{4}-\d\d", value) else None


def stem_of(paper: Paper, meeting: r.Meeting) -> str:
    """ "body/date", the common part of the ids of a meeting's papers; "body/undated/file" where no date is known."""
    body = slug(meeting.body or "") or UNKNOWN_BODY
    when = (meeting.date or "").replace("/", "-") or f"{UNDATED}/{slug(PurePath(paper.source.path).stem) or 'paper'}"
    return f"{body}/{when}"


def complete_pack(records: Sequence[r.Record]) -> list[r.Record]:
    """Records of one file, an agenda or a report without body or date given those that the papers around it name.

    The minutes in a pack are of the meeting before, so a date comes only from an agenda or a report.
    """
    if len(records) < 2:
        return list(records)
    bodies = [x.meeting.body for x in records if x.meeting.body]
    full = max(bodies, key=len) if bodies else None
    coming = next(
        (x.meeting.date for kind in ("agenda", "report") for x in records if x.kind == kind and x.meeting.date), None
    )
    out = []
    for x in records:
        taken = {}
        if x.kind in ("agenda", "report") and x.meeting.body is None and full:
            taken["body"] = full
        if x.kind in ("agenda", "report") and x.meeting.date is None and coming:
            taken["date"] = coming
        if taken:
            words = " and ".join(f"{key} {value}" for key, value in taken.items())
            note = r.ProblemRecord(
                code="meeting-from-pack",
                severity="info",
                message=f"Not printed on this paper: {words} from the papers around it.",
            )
            meeting = x.meeting.model_copy(update=taken)
            when = meeting.date or x.id.split("/", 1)[1].rsplit("/", 1)[0]
            stem = f"{slug(meeting.body or '') or UNKNOWN_BODY}/{when}"
            x = x.model_copy(update={"meeting": meeting, "problems": (*x.problems, note), "id": f"{stem}/{x.kind}"})
        out.append(x)
    return out
