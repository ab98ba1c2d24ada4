"""A record's open questions, in the order in which a clerk should look at them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline import record as r

DOUBTFUL = 0.5  # an entry whose rule is wrong more often than right is a question of its own

ORDER = (
    # what may be missing from the record comes first: a lost action harms most
    *("file-cut-short", "page-unread", "scanned-page", "rule-stopped", "program-fault"),
    # then who it is for, and whether it is one at all
    *("owner-ambiguous", "action-without-owner", "action-doubtful"),
    # then when
    *("due-before-meeting", "meeting-date-not-found", "meeting-year-missing", "year-conflict"),
    *("body-not-found", "decision-doubtful", "ocr-doubtful"),
)
"""Codes from the most pressing; others come after these, an error before a warning before a remark."""
_SEVERITY = {"error": 0, "warning": 1, "info": 2}


def in_order(problems: Iterable[r.ProblemRecord]) -> tuple[r.ProblemRecord, ...]:
    """Problems by how pressing they are, then by their place in the paper."""
    ranks = {code: rank for rank, code in enumerate(ORDER)}

    def key(numbered: tuple[int, r.ProblemRecord]) -> tuple[int, int, int]:
        number, problem = numbered
        told = problem.severity == "info"
        return (1 if told else 0, ranks.get(problem.code, len(ranks) + _SEVERITY[problem.severity]), number)

    return tuple(problem for _, problem in sorted(enumerate(problems), key=key))


def doubtful(decisions: Sequence[r.Decision], actions: Sequence[r.Action], day: str | None) -> list[r.ProblemRecord]:
    """Entries that a clerk should check: those of rules that are often wrong, and a due date before the meeting."""
    out = []
    for action in actions:
        if action.confidence is not None and action.confidence < DOUBTFUL:
            share = f"{action.confidence:.0%}"
            said = f"Is this an action, and for whom? Only {share} of those read in this way were right in full."
            out.append(_about("action-doubtful", said, action.evidence, "info"))
        due = action.due.date
        if due and day and len(due) == len(day) == 10 and due < day and not action.carried and action.status == "open":
            said = f"This action is due on {due}, before the meeting of {day} that raised it."
            out.append(_about("due-before-meeting", said, action.evidence, "warning"))
    for decision in decisions:
        if decision.confidence is not None and decision.confidence < DOUBTFUL:
            share = f"{decision.confidence:.0%}"
            said = f"Is this a decision of the meeting? Only {share} of those read in this way were right in full."
            out.append(_about("decision-doubtful", said, decision.evidence, "info"))
    return out


def _about(code: str, message: str, evidence: r.Evidence, severity: r.Severity) -> r.ProblemRecord:
    return r.ProblemRecord(code=code, severity=severity, message=message, evidence=evidence)
