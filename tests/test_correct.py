"""Corrections that people type: what is mended, put in and taken out, and what is refused. Councils are invented."""

from __future__ import annotations

import pytest

from pipeline import strict
from pipeline.correct import Correction, Corrections, correct
from pipeline.problem import RecordError
from pipeline.record import Action, Attendee, Evidence, ProblemRecord, Record, SourceFile
from pipeline.show import lines_of

ID = "ambleforth/2025-03-11/minutes"
RECORD = Record(
    id=ID,
    kind="minutes",
    title="Minutes",
    source=SourceFile(path="corpus/a/m.pdf", sha256="0" * 64, media_type="application/pdf", reader="pdf"),
    attendance=(
        Attendee(
            name="J Davis", status="present", evidence=Evidence(page=1, quote="J Davis", rule="attendance-present")
        ),
    ),
    actions=(
        Action(
            id="ambleforth/2025-03-11/action/3",
            task="mend the gate",
            marked=True,
            carried=False,
            confidence=0.9,
            evidence=Evidence(page=1, quote="ACTION: mend the gate", rule="action-label"),
        ),
    ),
    problems=tuple(
        ProblemRecord(code="owner-missing", message="Nobody is named.", evidence=Evidence(page=page, quote="ACTION"))
        for page in (1, 1, 2)
    ),
)


def typed(text: str) -> tuple[Correction, ...]:
    whole = "\n".join(
        f"- record: {ID}\n  by: the clerk\n  why: I was there.\n  {line}" for line in text.split("\n--\n")
    )
    return strict.validate(Corrections, strict.parse(whole, name="corrections.yaml")).root


def test_an_action_that_was_not_seen_is_put_in_once() -> None:
    added = typed("add: action\n  set: {task: Paint the door, owners: [Ann Lee]}\n  quote: Ann to paint it.\n  page: 2")
    once = correct(RECORD, added)
    old, new = once.actions
    assert old == RECORD.actions[0]
    assert (new.id, new.owners[0].name, new.marked) == (
        "ambleforth/2025-03-11/action/added-paint-the-door", "Ann Lee", True
    )  # fmt: skip
    assert (new.evidence.page, new.evidence.quote, new.confidence) == (2, "Ann to paint it.", None)
    assert once.coverage.actions == "stated"
    assert correct(once, added) == once


def test_the_attendance_is_mended() -> None:
    record = correct(RECORD, typed("person: J Davis\n  set: {name: Jo Davies, status: apologies}"))
    assert [(one.name, one.status) for one in record.attendance] == [("Jo Davies", "apologies")]
    assert correct(RECORD, typed("person: J Davis\n  remove: true")).attendance == ()
    record = correct(RECORD, typed("add: person\n  set: {name: Ann Lee, status: present, capacity: Clerk}"))
    assert [(one.name, one.capacity) for one in record.attendance] == [("J Davis", None), ("Ann Lee", "Clerk")]


def test_a_person_who_is_not_there_is_told() -> None:
    (*_, last) = correct(RECORD, typed("person: B Hill\n  remove: true")).problems
    assert last.code == "correction-lost"
    assert last.message == "A correction by the clerk is for B Hill, who is no longer in this record's attendance."


@pytest.mark.parametrize(
    "text",
    [
        "add: action\n  set: {task: Paint the door}",  # without the paper's words
        "add: action\n  entry: ambleforth/2025-03-11/action/3\n  set: {task: Paint}\n  quote: Paint it.",
        "add: person\n  remove: true",
        "person: J Davis\n  set: {status: present}\n  page: 3",
    ],
)
def test_what_is_typed_wrongly_is_refused(text: str) -> None:
    with pytest.raises(RecordError):
        typed(text)


def test_what_is_added_must_be_whole() -> None:
    with pytest.raises(RecordError, match="outcome"):
        correct(RECORD, typed("add: decision\n  set: {text: Yes}\n  quote: Yes."))


def test_a_record_shows_ids_where_asked_and_each_question_once() -> None:
    plain = [text for _, text in lines_of(RECORD)]
    assert "  Nobody is named. (3 times: p. 1, p. 2)" in plain
    assert not any("ambleforth/2025-03-11/action/3" in line for line in plain)
    with_ids = [text.strip() for _, text in lines_of(RECORD, ids=True)]
    at = next(n for n, line in enumerate(with_ids) if line.startswith("ACTION mend the gate"))
    assert with_ids[at + 1] == "ambleforth/2025-03-11/action/3"
    added = correct(RECORD, typed("add: action\n  set: {task: Paint the door}\n  quote: Paint it."))
    assert any("Paint the door" in text and text.endswith("added by hand") for _, text in lines_of(added))
