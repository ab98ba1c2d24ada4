"""The action sheet of a meeting against its minutes: what one has and the other lacks, and what differs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.check.across import cut, said, stems
from pipeline.check.finding import Check, Finding, Place
from pipeline.check.papers import Papers, day_of
from pipeline.record import Action, Owner, Record
from pipeline.track.likeness import Likeness
from pipeline.wording import due_words, long_date

LINKED = 0.55  # likeness from which a row and an action of one meeting are one
UNHEARD = 0.35  # likeness up to which a text does not speak of an action
_NUMBER = re.compile(r"(?<![\w.,/])[£€$]?\d[\d,]*(?:\.\d+)?(?![\w/])")
_NOT = re.compile(r"\b(?:not|no|never|cannot)\b|n['’]t\b", re.IGNORECASE)


# A later meeting's carrying forward is no new action: the sheet words it as it was when it was raised.
_CARRIED = re.compile(r"\bcarried\s+(?:forward|over)|\bdue\s+date\s+moved\b|\bc/?fwd?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pair:
    """An action sheet beside the minutes that it is about.

    Attributes:
        links: row and action that are one.
        rows, actions: what is left over: rows that no action matches, marked actions that no row matches.
    """

    sheet: Record
    minutes: Record
    links: tuple[tuple[Action, Action], ...]
    rows: tuple[Action, ...]
    actions: tuple[Action, ...]
    likeness: Likeness

    @property
    def of_one_meeting(self) -> bool:
        """The sheet is this meeting's: a later log may well say another owner or a later day."""
        one, two = self.sheet.meeting.date, self.minutes.meeting.date
        return not one or not two or two.startswith(one) or self.sheet.source.sha256 == self.minutes.source.sha256


@lru_cache(maxsize=1)
def pairs(papers: Papers) -> list[Pair]:
    """Every action sheet with the minutes whose actions it lists: most of its rows, or of their marked actions."""
    likeness = Likeness.of(
        text
        for record in papers.records
        for text in (
            *(action.task for action in record.actions),
            *(minute.text for item in record.items for minute in item.minutes),
        )
    )
    out = []
    for sheet in papers.kind("action-sheet"):
        beside = [other for other in papers.beside(sheet) if other.kind == "minutes"]
        others = [other for other in papers.kind("minutes") if other not in beside]
        for group in (beside, others):
            made = [_pair(sheet, minutes, likeness) for minutes in group]
            fit = [pair for pair in made if _fits(pair)]
            if fit:
                out.append(max(fit, key=lambda pair: (len(pair.links), pair.minutes.id)))
                break
    return out


def _fits(pair: Pair) -> bool:
    """Most of the sheet is about these minutes."""
    told = len(pair.links) + len(pair.actions)
    return len(pair.links) >= 2 and 2 * len(pair.links) >= min(len(pair.sheet.actions), told)


def _pair(sheet: Record, minutes: Record, likeness: Likeness) -> Pair:
    fresh = [action for action in minutes.actions if not action.carried]
    by_id = {action.id: action for action in minutes.actions}
    links = [(row, by_id[row.refers_to]) for row in sheet.actions if row.refers_to and row.refers_to in by_id]
    rows = [row for row in sheet.actions if all(row is not one for one, _ in links)]
    linked = {action.id for _, action in links}
    ranked = sorted(
        (
            (_likeness(likeness, row, action), -one, -two, row, action)
            for one, row in enumerate(rows)
            for two, action in enumerate(fresh)
            if action.id not in linked
        ),
        key=lambda entry: entry[:3],
        reverse=True,
    )
    used: set[int] = set()
    for score, one, _, row, action in ranked:
        if score >= LINKED and one not in used and action.id not in linked:
            links.append((row, action))
            used.add(one)
            linked.add(action.id)
    left = tuple(row for one, row in enumerate(rows) if -one not in used)
    missing = tuple(action for action in fresh if action.marked and action.id not in linked)
    return Pair(sheet, minutes, tuple(links), left, missing, likeness)


def _likeness(likeness: Likeness, row: Action, action: Action) -> float:
    score = max(
        likeness.between(stems(row.task), stems(action.task)),
        likeness.between(stems(row.task), stems(action.evidence.quote)),
    )
    if row.owners and action.owners:
        score += 0.08 if same_people(row.owners, action.owners) else -0.08
    return score


def not_on_sheet(papers: Papers) -> Iterator[Finding]:
    """Actions marked in the minutes of which the action sheet says nothing."""
    for pair in pairs(papers):
        told = [stems(f"{row.topic or ''} {row.task}") for row in pair.sheet.actions]
        for action in pair.actions:
            if _heard(pair.likeness, action, told) or _CARRIED.search(action.evidence.quote):
                continue
            yield Finding(
                "action-not-on-sheet",
                "warning",
                f"Minute {action.minute or '?'} of {long_date(day_of(pair.minutes))} has an action"
                f"{_for(action.owners)} that the action sheet does not list: “{cut(action.task)}”."
                if action.minute
                else f"The minutes of {long_date(day_of(pair.minutes))} have an action{_for(action.owners)} that the "
                f"action sheet does not list: “{cut(action.task)}”.",
                Place(pair.minutes, action.evidence),
                Place(pair.sheet),
            )


def not_in_minutes(papers: Papers) -> Iterator[Finding]:
    """Rows of an action sheet that are no action of its minutes or of earlier ones; info where they are spoken of."""
    for pair in pairs(papers):
        if 2 * len(pair.links) < len(pair.sheet.actions):
            continue  # a running list: its rows come from meetings whose minutes may not be here
        day = day_of(pair.minutes) or ""
        earlier = [one for one in papers.records if one.id != pair.sheet.id and (day_of(one) or "9999") < day]
        raised = [stems(action.task) for record in (*earlier, pair.minutes) for action in record.actions]
        raised += [stems(passage.text) for record in earlier for passage in said(papers)[record.id]]
        spoken = [stems(passage.text) for passage in said(papers)[pair.minutes.id]]
        for row in pair.rows:
            if _heard(pair.likeness, row, raised):
                continue
            of_it = _heard(pair.likeness, row, spoken)
            yield Finding(
                "action-not-in-minutes",
                "info" if of_it else "warning",
                f"The action sheet lists an action{_for(row.owners)} that is none in the minutes of {long_date(day)}"
                f"{', though they speak of it' if of_it else ''}: “{cut(row.task)}”.",
                Place(pair.sheet, row.evidence),
                Place(pair.minutes),
            )


def _heard(likeness: Likeness, action: Action, told: Iterable[frozenset[str]]) -> bool:
    """Some of these texts speak of the action."""
    words = stems(action.task)
    return not words or any(likeness.between(words, one) > UNHEARD for one in told)


def owner_differs(papers: Papers) -> Iterator[Finding]:
    """One action with one owner in the minutes and another on the sheet."""
    for pair in pairs(papers):
        for row, action in pair.links if pair.of_one_meeting else ():
            if row.owners and action.owners and not same_people(row.owners, action.owners):
                yield Finding(
                    "action-owner-differs",
                    "error",
                    f"The minutes of {long_date(day_of(pair.minutes))} give {_names(action.owners)} the action "
                    f"“{cut(action.task, 100)}”; the action sheet gives it to {_names(row.owners)}.",
                    Place(pair.minutes, action.evidence),
                    Place(pair.sheet, row.evidence),
                )


def due_differs(papers: Papers) -> Iterator[Finding]:
    """One action due on two days."""
    for pair in pairs(papers):
        for row, action in pair.links if pair.of_one_meeting else ():
            if row.due.date and action.due.date and not _same_date(row.due.date, action.due.date):
                yield Finding(
                    "action-due-differs",
                    "error",
                    f"In the minutes of {long_date(day_of(pair.minutes))} the action “{cut(action.task, 100)}” is due "
                    f"{due_words(action.due)}; on the action sheet it is due {due_words(row.due)}.",
                    Place(pair.minutes, action.evidence),
                    Place(pair.sheet, row.evidence),
                )


def wording_differs(papers: Papers) -> Iterator[Finding]:
    """One action that the two papers word so that it is another: a number, or a not."""
    for pair in pairs(papers):
        for row, action in pair.links:
            if what := _difference(row.task, action.evidence.quote, action.task):
                yield Finding(
                    "action-wording-differs",
                    "warning",
                    f"The action sheet words an action of {long_date(day_of(pair.minutes))} otherwise than the minutes "
                    f"({what}): “{cut(row.task, 100)}” against “{cut(action.task, 100)}”.",
                    Place(pair.minutes, action.evidence),
                    Place(pair.sheet, row.evidence),
                )


def _difference(row: str, quote: str, task: str) -> str:
    """What one text says and the other does not, where each names a number of its own or one says not."""
    numbers = [set(_NUMBER.findall(text)) for text in (row, f"{quote} {task}")]
    only = [sorted(numbers[0] - numbers[1]), sorted(set(_NUMBER.findall(task)) - numbers[0])]
    if only[0] and only[1]:
        return f"{', '.join(only[0])} and {', '.join(only[1])}"
    if bool(_NOT.search(row)) != bool(_NOT.search(task)) and len(stems(row) & stems(task)) * 10 >= 8 * len(stems(row)):
        return "one of them says “not”"
    return ""


def _same_date(one: str, two: str) -> bool:
    """Two dates that may be one: a month and a day in it, a year and a month in it."""
    return one.startswith(two) or two.startswith(one) or "/" in one or "/" in two or _season(one) or _season(two)


def _season(value: str) -> bool:
    return len(value) == 7 and value[5:] > "12"


def same_people(one: Iterable[Owner], two: Iterable[Owner]) -> bool:
    """Some owner of the one list may be an owner of the other: names, posts or initials in common."""
    return any(_may_be(first, second) for first in one for second in two)


def _may_be(one: Owner, two: Owner) -> bool:
    first, second = _words(one), _words(two)
    if first & second:
        return True
    return bool({_initials(one.name), one.as_written} & {_initials(two.name), two.as_written})


def _words(owner: Owner) -> set[str]:
    text = f"{owner.name} {owner.as_written} {owner.role or ''}".casefold()
    return set(re.findall(r"\w{2,}", text)) - {"the", "of", "and", "cllr", "mr", "mrs", "ms", "dr", "councillor"}


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"\w+", name)).upper()


def _for(owners: Iterable[Owner]) -> str:
    names = _names(owners)
    return f" for {names}" if names else ""


def _names(owners: Iterable[Owner]) -> str:
    return ", ".join(owner.name for owner in owners)


CHECKS = (
    Check("action-not-on-sheet", "Actions in the minutes that the action sheet does not list.", not_on_sheet),
    Check("action-not-in-minutes", "Rows of the action sheet that the minutes do not have.", not_in_minutes),
    Check("action-owner-differs", "An action with two owners in minutes and action sheet.", owner_differs),
    Check("action-due-differs", "An action due on two days in minutes and action sheet.", due_differs),
    Check("action-wording-differs", "An action worded as another on the action sheet.", wording_differs),
)
