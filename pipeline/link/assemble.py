"""Paper + Outline + Found -> Record: people for owners, dates for words, an id for each entry, doubts as problems."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import PurePath

from rapidfuzz import fuzz

from pipeline import paper as source_types
from pipeline import record as r
from pipeline.extractors.find import Found
from pipeline.extractors.frontsheet import FoundItem
from pipeline.found import FoundAction, FoundDecision, FoundPerson, Place
from pipeline.link.dates import resolve_dates, resolve_due
from pipeline.link.people import Roster
from pipeline.paper import Outline, Paper, fold
from pipeline.problem import Problem


def assemble(paper: Paper, outline: Outline, found: Found, *, before: Sequence[r.Record] = ()) -> r.Record:
    """The record of a paper. `before`: records of the papers before it in the same file, whose meeting and people it may name."""
    meeting, problems = _meeting(paper, found, before)
    day = _day(meeting.date)
    dates = resolve_dates(found.dates, meeting=day or _mid_month(meeting.date), published=_published(found))
    if meeting.date is None and paper.kind in ("information-sheet",):
        meeting = meeting.model_copy(update={"date": next((value for f, value, _ in dates if f.form == "day"), None)})
    next_meeting = next((value for _, value, kind in dates if kind == "next-meeting" and len(value) == 10), None)
    people = found.people or _people_before(before)
    roster = Roster.of(people, texts=texts_of(outline))
    stem = _stem(paper, meeting)
    ids = _Ids(stem, paper.kind)
    decisions = tuple(_decision(d, ids) for d in found.decisions)
    actions = tuple(
        _action(a, ids, roster, decisions, problems, day=day, next_meeting=_day(next_meeting), before=before)
        for a in found.actions
    )
    return r.Record(
        id=f"{stem}/{paper.kind}",
        kind=paper.kind,
        title=fold(paper.title) or PurePath(paper.source.path).name,
        source=r.SourceFile(
            path=paper.source.path,
            sha256=paper.source.sha256,
            media_type=paper.source.media_type,
            pages=paper.pages,
            reader=paper.source.reader,
        ),
        meeting=meeting,
        metadata=found.metadata,
        coverage=_coverage(paper, outline, found),
        attendance=tuple(
            r.Attendee(
                name=p.name, status=p.status, capacity=p.capacity, initials=p.initials, evidence=_evidence(p.evidence)
            )
            for p in found.people
        ),
        items=tuple(_item(i) for i in found.items if not i.sub),
        sections=tuple(
            r.Heading(number=i.number, title=i.title, evidence=_evidence(i.evidence)) for i in found.items if i.sub
        ),
        questions=tuple(
            r.Question(text=q.text, answer=q.answer, section=q.section, evidence=_evidence(q.evidence))
            for q in found.questions  # type: ignore[arg-type]
        ),
        decisions=decisions,
        actions=actions,
        money=tuple(
            r.Money(
                text=m.text,
                amount=m.amount,
                currency=m.currency,
                label=m.label,
                item=m.place.item,
                minute=m.place.minute,
                evidence=_evidence(m.evidence),
            )
            for m in found.money
        ),
        dates=tuple(
            r.DateMention(
                text=f.text,
                value=value,
                kind=kind,
                item=f.place.item,
                minute=f.place.minute,
                evidence=_evidence(f.evidence),
            )
            for f, value, kind in dates
        ),
        tables=tuple(
            r.TableRecord(
                title=t.title,
                header=t.header,
                rows=t.rows,
                totals=t.totals,
                unit=t.unit,
                evidence=_evidence(t.evidence),
            )
            for t in found.tables
        ),
        problems=tuple(
            _problem(p)
            for p in (
                *paper.problems,
                *(paper.source.problems if not before else ()),
                *outline.problems,
                *found.meeting.problems,
                *(p for t in found.tables for p in t.problems),
                *problems,
            )
        ),
    )


# -- the meeting -------------------------------------------------------------------------------------------------------


def _meeting(paper: Paper, found: Found, before: Sequence[r.Record]) -> tuple[r.Meeting, list[Problem]]:
    facts = found.meeting
    problems: list[Problem] = []
    value = None
    if facts.date is not None:
        hint = facts.year_hint
        if facts.date.year is None and hint is None:
            hint = next((f.year for f in found.dates if f.year is not None and f.form == "day"), None)
        year, month, day = facts.date.year or hint, facts.date.month, facts.date.day
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
    if body is None and paper.kind in ("minutes", "agenda", "action-sheet"):
        problems.append(Problem("body-not-found", "The paper's first lines do not name the body that met."))
    if value is None and paper.kind in ("minutes", "agenda"):
        problems.append(Problem("meeting-date-not-found", "The paper's first lines give no date of the meeting."))
    return r.Meeting(body=_name_case(body), date=value, start=facts.start, end=facts.end, venue=facts.venue), problems


_SMALL = {"of", "and", "the", "for", "in", "on", "to", "with", "at"}


def _name_case(name: str | None) -> str | None:
    """A name printed in capitals, as people write it: HARROWDALE SCHOOLS FORUM -> Harrowdale Schools Forum."""
    if name is None or not name.isupper():
        return name
    words = [
        w.lower() if w.lower() in _SMALL and i else w if len(w) <= 3 and not re.search("[AEIOU]", w) else w.capitalize()
        for i, w in enumerate(name.split())
    ]
    return " ".join(words)


def _published(found: Found) -> date | None:
    for label, value in found.metadata.items():
        if "publication" in label.casefold():
            for mention in found.dates:
                if mention.text in value and mention.year and mention.month and mention.day:
                    return date(mention.year, mention.month, mention.day)
    return None


def texts_of(outline: Outline) -> tuple[str, ...]:
    """The running text of a paper, a paragraph each."""
    return tuple(paragraph.text for section in outline.sections for paragraph in section.paragraphs)


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None


def _mid_month(value: str | None) -> date | None:
    return date.fromisoformat(f"{value}-15") if value is not None and re.fullmatch(r"\d{4}-\d\d", value) else None


def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens: a body's folder name."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-")[:80].rstrip("-")


def _stem(paper: Paper, meeting: r.Meeting) -> str:
    body = slug(meeting.body or "") or "unknown-body"
    when = (meeting.date or "").replace("/", "-") or f"undated/{slug(PurePath(paper.source.path).stem) or 'paper'}"
    return f"{body}/{when}"


class _Ids:
    """Ids of entries: stable while the entry's minute number stays; a second one of the same minute gets -2."""

    def __init__(self, stem: str, kind: str) -> None:
        self._stem = stem if kind == "minutes" else f"{stem}/{kind}"
        self._seen: Counter[str] = Counter()

    def next(self, what: str, place: Place) -> str:
        where = _minute_slug(place)
        self._seen[f"{what}/{where}"] += 1
        count = self._seen[f"{what}/{where}"]
        return f"{self._stem}/{what}/{where}" + (f"-{count}" if count > 1 else "")


def _minute_slug(place: Place) -> str:
    words = place.minute or place.item or (slug(place.topic)[:30].strip("-") if place.topic else "") or "paper"
    return re.sub(r"[^a-z0-9.]+", "-", words.lower()).strip("-.") or "paper"


# -- entries -----------------------------------------------------------------------------------------------------------


def _evidence(evidence: source_types.Evidence) -> r.Evidence:
    box = tuple(round(x, 1) for x in evidence.box) if evidence.box else None
    return r.Evidence(
        page=evidence.page,
        box=box,
        block=evidence.block,
        line=evidence.line,
        quote=fold(evidence.quote),
        rule=evidence.rule,
    )  # type: ignore[arg-type]


def _problem(problem: Problem) -> r.ProblemRecord:
    return r.ProblemRecord(
        code=problem.code,
        severity=problem.severity,
        message=problem.message,
        evidence=_evidence(problem.evidence) if problem.evidence else None,
    )


def _visibility(exempt: bool) -> r.Visibility:
    return "exempt" if exempt else "public"


def _item(item: FoundItem) -> r.Item:
    return r.Item(
        number=item.number,
        title=item.title,
        officer=item.officer,
        pages=item.pages,
        visibility=_visibility(item.exempt),
        minutes=tuple(r.Minute(number=m.number, text=m.text, evidence=_evidence(m.evidence)) for m in item.minutes),
        evidence=_evidence(item.evidence),
    )


def _decision(decision: FoundDecision, ids: _Ids) -> r.Decision:
    votes = None
    if decision.votes is not None:
        votes = r.Votes(votes_for=decision.votes[0], against=decision.votes[1], abstain=decision.votes[2])
    return r.Decision(
        id=ids.next("decision", decision.place),
        item=decision.place.item,
        minute=decision.place.minute,
        outcome=decision.outcome,
        text=fold(decision.text),
        mover=decision.mover,
        seconder=decision.seconder,
        votes=votes,
        amount=None,
        visibility=_visibility(decision.place.exempt),
        evidence=_evidence(decision.evidence),
    )


def _action(
    action: FoundAction,
    ids: _Ids,
    roster: Roster,
    decisions: Sequence[r.Decision],
    problems: list[Problem],
    *,
    day: date | None,
    next_meeting: date | None,
    before: Sequence[r.Record],
) -> r.Action:
    owners: list[r.Owner] = []
    for words in action.owners:
        resolved = roster.resolve(words)
        if len(resolved.candidates) > 1:
            problems.append(
                Problem(
                    "owner-ambiguous",
                    f"“{words}” may be {' or '.join(resolved.candidates)}; kept as written.",
                    "warning",
                    action.evidence,
                )
            )
        owner = r.Owner(name=resolved.name, as_written=words, role=resolved.role)
        if owner.name not in {o.name for o in owners}:
            owners.append(owner)
    if not owners and action.marked:
        problems.append(
            Problem(
                "action-without-owner", "An action is marked and nobody is named for it.", "warning", action.evidence
            )
        )
    quote = fold(action.evidence.quote)
    same = next(
        (
            d.id
            for d in decisions
            if d.minute == action.place.minute
            and d.item == action.place.item
            and fuzz.partial_ratio(d.evidence.quote, quote) > 90
        ),
        None,
    )
    return r.Action(
        id=ids.next("action", action.place),
        task=fold(action.task),
        owners=tuple(owners),
        due=r.Due(
            text=action.due,
            date=resolve_due(action.due, meeting=day, next_meeting=next_meeting) if action.due else None,
        ),
        item=action.place.item,
        minute=action.place.minute,
        topic=action.place.topic,
        decision=same,
        refers_to=_refers_to(action, owners, before),
        marked=action.marked,
        carried=action.carried,
        status=action.status,
        progress=action.progress,
        visibility=_visibility(action.place.exempt),
        evidence=_evidence(action.evidence),
    )


def _refers_to(action: FoundAction, owners: Sequence[r.Owner], before: Sequence[r.Record]) -> str | None:
    """The action of the minutes in the same pack that this row reports on: one clear best by wording, topic and owner."""
    if not action.carried:
        return None
    scored: list[tuple[float, str]] = []
    for record in before:
        if record.kind != "minutes":
            continue
        for other in record.actions:
            score = fuzz.token_set_ratio(action.task.casefold(), other.task.casefold())
            topic = fuzz.token_set_ratio((action.place.topic or "").casefold(), (other.topic or "").casefold())
            shared = {o.name for o in owners} & {o.name for o in other.owners}
            score += (
                (12 if shared else -12 if owners and other.owners else 0)
                + (0.2 * topic if action.place.topic and other.topic else 0)
                + (5 if other.marked else 0)
            )
            scored.append((score, other.id))
    scored.sort(reverse=True)
    if not scored or scored[0][0] < 70 or (len(scored) > 1 and scored[0][0] - scored[1][0] < 4):
        return None
    return scored[0][1]


def _people_before(before: Sequence[r.Record]) -> tuple[FoundPerson, ...]:
    for record in reversed(before):
        if record.attendance:
            return tuple(
                FoundPerson(p.name, p.status, source_types.Evidence(p.evidence.quote), p.capacity, p.initials)
                for p in record.attendance
            )
    return ()


_NO_APOLOGIES = re.compile(
    r"\b(?:no\s+apologies|apologies\W{1,12}(?:none|nil)\b|there\s+were\s+no\s+apologies)", re.IGNORECASE
)
_NO_ACTIONS = re.compile(
    r"\b(?:no\s+actions?\s+(?:were\s+)?(?:arising|agreed|raised|recorded)|actions?\W{1,12}(?:none|nil)\b)",
    re.IGNORECASE,
)


def _coverage(paper: Paper, outline: Outline, found: Found) -> r.Coverage:
    """What was looked for and whether the paper says it; "no" only where the paper says no."""
    text = "\n".join(line.text for line in source_types.lines_of(paper.flow))
    searched = paper.kind in ("minutes", "other")

    def state(some: bool, *, looked: bool = True, none: re.Pattern[str] | None = None) -> r.Found:
        if some:
            return "stated"
        if not looked:
            return "not_searched"
        return "stated_none" if none is not None and none.search(text) else "not_found"

    return r.Coverage(
        attendance=state(any(p.status != "apologies" for p in found.people), looked=searched),
        apologies=state(any(p.status == "apologies" for p in found.people), looked=searched, none=_NO_APOLOGIES),
        decisions=state(bool(found.decisions), looked=searched),
        actions=state(bool(found.actions), none=_NO_ACTIONS),
        money=state(bool(found.money)),
        dates=state(bool(found.dates)),
    )


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
            stem = f"{slug(meeting.body or '') or 'unknown-body'}/{meeting.date or x.id.split('/', 1)[1].rsplit('/', 1)[0]}"
            x = x.model_copy(update={"meeting": meeting, "problems": (*x.problems, note), "id": f"{stem}/{x.kind}"})
        out.append(x)
    return out
