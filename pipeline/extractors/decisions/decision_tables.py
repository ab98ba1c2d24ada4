"""Decisions in tables of their own: "Ref | Decision | Reason", a decision a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.extractors.decisions.outcomes import fate_of
from pipeline.extractors.places import OLD
from pipeline.found import FoundDecision, Place
from pipeline.layout.columns import columns_of, is_decided_head, repeats_heads
from pipeline.layout.heads import role_of
from pipeline.paper import Cell, Outline, Section, Table, evidence_of, fold
from pipeline.record import Outcome
from pipeline.rules.match import Matcher

_CUT = re.compile(r"(?<=\d) (?=\d)")  # a number that its narrow column cut in two
_MOVERS = (
    re.compile(r"\W*(?:moved|mover|proposed|proposer)(?:\s+by)?\W*", re.IGNORECASE),
    re.compile(r"\W*(?:seconded|seconder)(?:\s+by)?\W*", re.IGNORECASE),
)
_ASKED = re.compile(
    r"\W*(?:(?:grant|funding)\s+)?(?:requests?|applications?|applicants?|proposals?|motions?|bids?|services?|matters?|subjects?|items?|budgets?|polic(?:y|ies))(?:\s+(?:for|from|by))?\W*",
    re.IGNORECASE,
)
_OUTCOME = re.compile(r"\W*(?:outcome|result|agreed)\W*", re.IGNORECASE)
_FEWEST = 3  # words; fewer name a matter, or say what became of the one that the row names
_NAMES = re.compile(r"[A-Za-z]{3}")  # what a row is about, and no number
_VERDICT = re.compile(
    r"\W*(?:[£$€][\d,.]+\s|contents?\s|reports?\s)?(?:not\s+)?(?:held\s+over|received|endorsed|confirmed|upheld|agreed|approved|accepted|adopted|awarded|granted|supported|carried|noted|refused|rejected|"
    r"declined|deferred|withdrawn|lost)(?:\s[£$€][\d,.]+)?\W*",
    re.IGNORECASE,
)

_ENDS = re.compile(
    r"[–—:-]\s(?:not\s+)?(?:agreed|approved|supported|accepted|refused|rejected|deferred)\W*$", re.IGNORECASE
)


def decision_tables(outline: Outline, matcher: Matcher) -> Iterator[FoundDecision]:
    """The rows of tables in which a column is headed Decision, and none says what is to do about it."""
    for section in outline.sections:
        title = section.title
        for part in section.body:
            if isinstance(part, Table):
                told = OLD.search(title) or matcher.first("decision", title, part="news")
                if not told:  # what earlier meetings decided, or the planning authority
                    yield from _rows(part, section, matcher)
            elif part.kind == "heading" or part.lines[0].heading:
                title = part.text


def _rows(table: Table, section: Section, matcher: Matcher) -> Iterator[FoundDecision]:
    heads_at = next((n for n, row in enumerate(table.rows[:3]) if _heads_decisions(row)), None)
    if heads_at is None or columns_of(table).use != "other":
        return
    heads = table.rows[heads_at]
    place = _decided(heads).index(True)
    number = next((n for n, cell in enumerate(heads) if role_of(cell.text) == "number"), None)
    fate = next((n for n, cell in enumerate(heads) if n > place and role_of(cell.text) == "status"), None)
    mover, seconder = (next((n for n, c in enumerate(heads) if head.fullmatch(c.text)), None) for head in _MOVERS)
    for row in table.rows[heads_at + 1 :]:
        text = fold(row[place].text)
        said = [row[place]]
        if len(text.split()) < _FEWEST and _VERDICT.fullmatch(text):
            said = [cell for cell in row[:place] if _NAMES.search(cell.text)][:1] + said
            text = " ".join(fold(cell.text) for cell in said)
        if len(text.split()) < _FEWEST or repeats_heads(row):
            continue
        ended = fate_of(row[fate].text) if fate is not None else None
        for part in _apart(text, matcher):
            yield FoundDecision(
                text=part,
                outcome=ended or _outcome(part, matcher),
                place=_place(section, row[number] if number is not None else None),
                evidence=evidence_of(tuple(line for cell in said for line in cell.lines), part, rule="decision-table"),
                mover=fold(row[mover].text) or None if mover is not None else None,
                seconder=fold(row[seconder].text) or None if seconder is not None else None,
            )


def _apart(text: str, matcher: Matcher) -> list[str]:
    """ "Primary – agreed; secondary – not agreed" is two decisions, since they differ."""
    parts = [part.strip() for part in text.split(";") if part.strip()]
    verdicts = all(_ENDS.search(part) for part in parts)
    return parts if verdicts and len({_outcome(part, matcher) for part in parts}) > 1 else [text]


def _heads_decisions(row: Sequence[Cell]) -> bool:
    return any(_decided(row)) and sum(bool(cell.text.strip()) for cell in row) > 1


def _decided(heads: Sequence[Cell]) -> list[bool]:
    """Which columns say what was decided; "Outcome" does so beside what was asked for."""
    asked = any(_ASKED.fullmatch(cell.text) for cell in heads)
    return [is_decided_head(cell.text) or (asked and _OUTCOME.fullmatch(cell.text) is not None) for cell in heads]


def _outcome(text: str, matcher: Matcher) -> Outcome:
    """What the decision's own words say; what a table of decisions lists was agreed."""
    read = matcher.first("decision", text[:400], part="outcome")
    return read.get("outcome") if read is not None else "agreed"  # type: ignore[return-value]


def _place(section: Section, number: Cell | None) -> Place:
    return Place(
        item=section.number or None,
        minute=_CUT.sub("", fold(number.text)) or None if number is not None else None,
        topic=section.title or None,
        exempt=section.visibility == "exempt",
    )
