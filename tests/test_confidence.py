"""How sure an entry is, and the order of a record's open questions. People and papers are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import rules
from pipeline.link.questions import DOUBTFUL, doubtful, in_order
from pipeline.link.sure import sure
from pipeline.problem import RuleError
from pipeline.record import Action, Decision, Due, Evidence, ProblemRecord, Record, Severity, SourceFile
from pipeline.run import extract
from pipeline.score.gold import Gold, GoldAction, GoldDecision
from pipeline.score.measure import Counts, by_rule
from pipeline.shipped import rules_folder
from tests.make_corpus import CORPUS

KEPT = {"actions": {"often": (18, 20), "rare": (0, 1), "bad": (2, 19)}}


@pytest.mark.parametrize(
    ("rule", "share"),
    [
        ("often", 0.86),  # (18 + 2 * 20/40) / 22
        ("rare", 0.33),  # wrong once is not always wrong: (0 + 1) / 3
        ("bad", 0.14),
        ("never-seen", 0.5),  # the field's own record: 20 of 40
    ],
)
def test_a_rule_s_record_is_drawn_towards_its_field_s(rule: str, share: float) -> None:
    assert sure("actions", rule, KEPT) == share


def test_without_a_record_nothing_is_claimed() -> None:
    assert sure("decisions", "often", KEPT) is None
    assert sure("decisions", "often", {"decisions": {}}) is None


def test_the_shipped_record_is_of_shipped_rules_and_finders() -> None:
    book = rules.load([rules_folder()])
    assert set(book.confidence) == {"actions", "attendance", "decisions"}
    assert all(0 <= right <= found for of in book.confidence.values() for right, found in of.values())


def test_a_record_with_a_key_too_many_is_refused_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "confidence.yaml").write_text("kind: confidence\nfields: {}\nshare: 0.5\n", "utf-8")
    with pytest.raises(RuleError, match=r"confidence\.yaml:3"):
        rules.load([tmp_path])


def test_every_entry_of_a_paper_says_how_sure_it_is() -> None:
    [record] = extract(CORPUS / "ambleforth-parish-council" / "2025-05-13-minutes.docx")
    said = [e.confidence for some in (record.attendance, record.decisions, record.actions) for e in some]
    assert said
    assert all(share is not None and 0 < share < 1 for share in said)


def problem(code: str, severity: Severity = "warning") -> ProblemRecord:
    return ProblemRecord(code=code, severity=severity, message=code)


def test_what_may_be_missing_comes_before_who_before_when_before_remarks() -> None:
    told = [
        problem("body-from-folder", "info"),
        problem("meeting-date-not-found"),
        problem("number-slip"),
        problem("action-without-owner"),
        problem("owner-ambiguous"),
        problem("page-unread", "error"),
    ]
    assert [p.code for p in in_order(told)] == [
        "page-unread",
        "owner-ambiguous",
        "action-without-owner",
        "meeting-date-not-found",
        "number-slip",
        "body-from-folder",
    ]


def test_questions_alike_stay_in_the_order_of_the_paper() -> None:
    told = [ProblemRecord(code="owner-ambiguous", message=word) for word in ("first", "second")]
    assert [p.message for p in in_order(told)] == ["first", "second"]


def action(**values: object) -> Action:
    given = {"id": "a", "task": "write to the miller", "marked": True, "carried": False, **values}
    return Action.model_validate({**given, "evidence": Evidence(quote="write to the miller", rule="r")})


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        ({"confidence": DOUBTFUL - 0.01}, ["action-doubtful"]),
        ({"confidence": DOUBTFUL}, []),
        ({"confidence": None}, []),
        ({"due": Due(text="1 May", date="2025-05-01")}, ["due-before-meeting"]),
        ({"due": Due(text="1 May", date="2025-05-01"), "carried": True}, []),
        ({"due": Due(text="1 May", date="2025-05-01"), "status": "completed"}, []),
        ({"due": Due(text="May", date="2025-05")}, []),
        ({"due": Due(text="13 May", date="2025-05-13")}, []),
    ],
)
def test_doubtful_entries_and_dates_that_can_t_be_are_questions(values: dict[str, object], codes: list[str]) -> None:
    assert [p.code for p in doubtful([], [action(**values)], "2025-05-13")] == codes


def test_a_doubtful_decision_is_a_question() -> None:
    evidence = Evidence(quote="the hedge was agreed", rule="r")
    decision = Decision(id="d", outcome="agreed", text="the hedge was agreed", confidence=0.2, evidence=evidence)
    assert [p.code for p in doubtful([decision], [], None)] == ["decision-doubtful"]


def test_a_rule_is_right_only_with_the_outcome_and_the_owners() -> None:
    gold = Gold(
        document="a.txt",
        papers=(),
        decisions=(GoldDecision(text="the hedge is cut this week", outcome="agreed"),),
        actions=(GoldAction(text="write to the miller", owners=("Ann Box",), marked=True, carried=False),),
    )
    decision = Decision(
        id="d", outcome="noted", text="the hedge is cut this week", evidence=Evidence(quote="x", rule="noted")
    )
    record = Record(
        id="a/b/minutes",
        kind="minutes",
        title="x",
        source=SourceFile(path="a.txt", sha256="0" * 64, media_type="text/plain", reader="text"),
        decisions=(decision,),
        actions=(action(owners=[{"name": "Ann Box", "as_written": "AB"}]), action(task="sing a song of sixpence")),
    )
    found = by_rule(gold, [record])
    assert found["decisions", "noted"] == Counts(0, 0, 1)
    assert found["actions", "r"] == Counts(1, 0, 2)
