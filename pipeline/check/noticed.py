"""What was noticed while a paper was read stands in its record; what a clerk can mend in the paper is told here too.

Doubts about the reading itself (a column that the text does not tell, a word of a scan) stay with the record's
open questions, which `minutebook show` lists. So do entries that are only probably actions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from pipeline.check.finding import Check, Finding, Place
from pipeline.check.papers import Papers
from pipeline.record import Action, Evidence, ProblemRecord, Record

_CANDIDATES = re.compile(r"^“(?P<written>[^”]+)” may be (?P<names>.+); kept as written\.$")
_HERS = re.compile(r"(?:Ms|Mrs|Miss)\b")
_INITIALS = re.compile(r"[A-Z]{2,4}")
_YEARLY = re.compile(r"\b(?:each|every|per)\s+(?:year|annum)\b|\bannual", re.IGNORECASE)
# Words that say who: with one of them a marked action is somebody's, though no owner was read.
_SOMEBODY = re.compile(
    r"(?i:\b(?:all|members?|clerk|chair\w*|secretar\w+|treasurer|council\w*|cllrs?|officers?|board|panel|committee|group|team"
    r"|trustees?|governors?|head\w*|we|they|he|she|everyone|mr|mrs|ms|dr)\b)|\([^)]*[A-Z][^)]*\)|\b[A-Z]{2,3}\b"
    r"|\b[A-Z][a-z]+ [A-Z][a-z]+"
)


def noticed(papers: Papers, *, code: str) -> Iterator[Finding]:
    """Problems of one code that the records hold, the same sentence about the same words once."""
    for record in papers.records:
        told = set()
        for problem in record.problems:
            # One name that may be two people's is one question, however often it stands in the paper.
            key = (problem.message, None if code == "owner-ambiguous" else problem.evidence)
            if problem.code != code or key in told:
                continue
            if (sure := _SURE.get(code)) is None or sure(record, problem):
                told.add(key)
                yield Finding(code, problem.severity, problem.message, Place(record, problem.evidence))


def _of_several(record: Record, problem: ProblemRecord) -> bool:
    """The name or the initials fit several people, and the words beside it do not name one of them in full."""
    match = _CANDIDATES.match(problem.message)
    if match is None:
        return False
    written, names = match["written"], match["names"].split(" or ")
    quote = problem.evidence.quote if problem.evidence else ""
    if _INITIALS.fullmatch(written):
        return all("".join(word[0] for word in name.split() if word[0].isupper()) == written for name in names)
    if _HERS.match(written) and all(len(name.split()[0].strip(".")) > 1 for name in names):
        return False  # who reads the first names knows
    surnames = all(name.split()[-1].casefold() in written.casefold() for name in names)
    return surnames and not any(name in quote for name in names)


def _nobody(record: Record, problem: ProblemRecord) -> bool:
    """An action behind a label such as ACTION: in whose words nobody is named."""
    action = _action(record, problem.evidence)
    if action is None or action.owners or action.evidence.rule != "action-label":
        return False
    return not _SOMEBODY.search(action.task[:1].lower() + action.task[1:])


def _once(record: Record, problem: ProblemRecord) -> bool:
    """The day is one day and not one of each year."""
    return problem.evidence is not None and not _YEARLY.search(problem.evidence.quote)


def _action(record: Record, evidence: Evidence | None) -> Action | None:
    return next((action for action in record.actions if action.evidence == evidence), None)


_SURE: dict[str, Callable[[Record, ProblemRecord], bool]] = {
    "owner-ambiguous": _of_several,
    "action-without-owner": _nobody,
    "due-before-meeting": _once,
}

ABOUT = {
    "number-slip": "A number is printed with a slip, such as two dots.",
    "due-before-meeting": "An action is due before the meeting that raised it.",
    "owner-ambiguous": "The owner of an action may be one of several people of that name.",
    "action-without-owner": "An action is marked and nobody is named for it.",
    "meeting-year-missing": "The paper does not say in which year the meeting was.",
}
"""Codes of problems that a paper's writer can mend, with what each is about."""

CHECKS = tuple(Check(code, about, partial(noticed, code=code)) for code, about in ABOUT.items())
