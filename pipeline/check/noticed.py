"""What was noticed while a paper was read stands in its record; what a clerk can mend in the paper is told here too.

Doubts about the reading itself (a column that the text does not tell, a word of a scan) stay with the record's
open questions, which `minutebook show` lists.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from pipeline.check.finding import Check, Finding, Place
from pipeline.check.papers import Papers

ABOUT = {
    "number-slip": "A number is printed with a slip, such as two dots.",
    "due-before-meeting": "An action is due before the meeting that raised it.",
    "owner-ambiguous": "The owner of an action may be one of several people.",
    "action-without-owner": "An action is marked and nobody is named for it.",
    "meeting-year-missing": "The paper does not say in which year the meeting was.",
}
"""Codes of problems that a paper's writer can mend, with what each is about."""


def noticed(papers: Papers, *, code: str) -> Iterator[Finding]:
    """Problems of one code that the records hold, the same sentence about the same words once."""
    for record in papers.records:
        told = set()
        for problem in record.problems:
            if problem.code == code and (problem.message, problem.evidence) not in told:
                told.add((problem.message, problem.evidence))
                yield Finding(code, problem.severity, problem.message, Place(record, problem.evidence))


CHECKS = tuple(Check(code, about, partial(noticed, code=code)) for code, about in ABOUT.items())
