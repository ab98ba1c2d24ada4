"""People's words in the register: they win over what papers say, and none is lost or goes to another action."""

from __future__ import annotations

import csv
import errno
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.problem import SettingError
from pipeline.record import Action, ActionStatus, Due, Evidence, Meeting, Owner, Record, SourceFile
from pipeline.rules.in_force import matcher_of
from pipeline.track.find import find_life
from pipeline.track.life import Life
from pipeline.track.lives import track
from pipeline.track.said import fit
from pipeline.updates import Draft, Update, seal, updates_path
from pipeline.workspace import Workspace
from pipeline.write import to_yaml, write_atomic
from tests.failing_disk import error, failing_at
from tests.test_cli import Run, run  # noqa: F401

BODY = "ambleforth-parish-council"
GATE = f"{BODY}/2025-03-11/action/3"
PUMP = f"{BODY}/2025-03-11/action/4"
MEND = "repair the churchyard gate and paint it green"
QUOTES = "obtain three quotations for the village pump"


def minutes(date: str, *rows: tuple[str, str], status: ActionStatus = "open", due: str | None = None) -> Record:
    """Minutes with an action for each (number, task); all are carried forward but those of the first meeting."""
    return Record(
        id=f"{BODY}/{date}/minutes",
        kind="minutes",
        title=f"Minutes of {date}",
        source=SourceFile(path=f"corpus/{BODY}/{date}.txt", sha256="a" * 64, media_type="text/plain", reader="text"),
        meeting=Meeting(body="Ambleforth Parish Council", date=date),
        actions=tuple(
            Action(
                id=f"{BODY}/{date}/action/{number}",
                task=task,
                owners=(Owner(name="Ann Lee", as_written="AL", role="Chair"),),
                due=Due(date=due),
                minute=number,
                marked=True,
                carried=date != "2025-03-11",
                status=status,
                evidence=Evidence(line=1, quote=task),
            )
            for number, task in rows
        ),
    )


MARCH = minutes("2025-03-11", ("3", MEND), ("4", QUOTES), due="2025-05-01")


def word(when: str, ref: str = GATE, task: str = MEND, **parts: object) -> Update:
    said = {"action": ref, "task": task, "note": "So it is.", "by": "John Marsh", "when": when, "written": when}
    return seal(Draft.model_validate({**said, **parts}), None)


def lives(*records: Record, said: list[Update]) -> list[Life]:
    fitting = fit(said, records)
    assert fitting.lost == ()
    return track(records, matcher_of(None), said=fitting.updates)


def gate(*records: Record, said: list[Update]) -> Life:
    return next(life for life in lives(MARCH, *records, said=said) if life.ref == GATE)


# A word in a life


def test_a_word_is_a_step_with_the_person_s_name_and_its_seal() -> None:
    said = word("2025-04-02", status="completed", evidence="Invoice 17")
    life = gate(said=[said])
    step = life.last
    assert (life.status, step.event, step.date, step.by, step.record) == (
        "completed",
        "closed",
        "2025-04-02",
        "John Marsh",
        "",
    )
    assert (step.evidence.quote, step.progress, step.sha256) == ("So it is.", "Invoice 17", said.hash)
    assert [one.event for one in life.steps] == ["raised", "closed"]


def test_a_word_changes_only_what_it_says() -> None:
    life = gate(said=[word("2025-04-02", due="2025-06-30", owners=["Rosa Field"])])
    assert (life.status, life.due.date, life.due_first.date) == ("open", "2025-06-30", "2025-05-01")
    assert [owner.name for owner in life.owners] == ["Rosa Field"]
    assert (life.last.event, life.extensions) == ("extended", 1)
    noted = gate(said=[word("2025-04-02")])
    assert (noted.status, noted.due.date, noted.last.event) == ("open", "2025-05-01", "reported")


def test_an_owner_whom_papers_know_keeps_the_role() -> None:
    [owner] = gate(said=[word("2025-04-02", owners=["Ann Lee"])]).owners
    assert (owner.name, owner.role) == ("Ann Lee", "Chair")


def test_the_last_of_two_words_counts_by_its_day_not_by_when_it_was_written() -> None:
    said = [word("2025-05-02", status="completed"), word("2025-04-02", status="cancelled")]
    assert gate(said=said).status == "completed"
    same_day = [word("2025-05-02", status="completed"), word("2025-05-02", status="in_progress")]
    assert gate(said=same_day).status == "in_progress"


def test_a_later_paper_adds_a_step_and_leaves_the_word() -> None:
    may = minutes("2025-05-13", ("3", MEND), due="2025-09-01")
    life = gate(may, said=[word("2025-04-02", status="in_progress", due="2025-06-30")])
    assert (life.status, life.due.date) == ("in_progress", "2025-06-30")
    assert (life.last.record, life.last.due.date) == (may.id, "2025-09-01")


def test_a_later_paper_that_closes_it_closes_it() -> None:
    may = minutes("2025-05-13", ("3", MEND), status="completed")
    assert gate(may, said=[word("2025-04-02", status="open")]).status == "completed"


def test_a_word_after_the_paper_that_closed_it_opens_it_again() -> None:
    may = minutes("2025-05-13", ("3", MEND), status="completed")
    assert gate(may, said=[word("2025-05-13", status="open")]).status == "open"
    assert gate(may, said=[word("2025-05-20", status="open")]).status == "open"


def test_what_a_person_closed_and_a_later_meeting_asks_for_anew_is_a_new_action() -> None:
    october = minutes("2025-10-14", ("7", MEND))
    anew = october.model_copy(update={"actions": (october.actions[0].model_copy(update={"carried": False}),)})
    found = {life.ref: life.status for life in lives(MARCH, anew, said=[word("2025-04-02", status="completed")])}
    assert found == {GATE: "completed", PUMP: "open", f"{BODY}/2025-10-14/action/7": "open"}


def test_a_word_counts_as_being_spoken_of() -> None:
    later = [minutes("2025-05-13"), minutes("2025-07-08")]
    assert (gate(*later, said=[]).silent, gate(*later, said=[]).vanished) == (2, True)
    heard = gate(*later, said=[word("2025-06-01")])
    assert (heard.silent, heard.vanished) == (1, False)


def test_a_word_from_before_the_meeting_that_raised_it_is_kept() -> None:
    life = gate(said=[word("2025-03-01", status="cancelled")])
    assert (life.status, len(life.steps)) == ("cancelled", 2)


# One action, or two


def test_two_that_a_person_calls_one_are_one_life() -> None:
    reworded = f"{BODY}/2025-05-13/action/9"
    may = minutes("2025-05-13", ("9", "the ironwork at St Mary's"))
    assert len(lives(MARCH, may, said=[])) == 3
    together = lives(MARCH, may, said=[word("2025-05-14", same=reworded)])
    assert [life.ref for life in together] == [GATE, PUMP]
    assert together[0].ids == (GATE, reworded)
    assert lives(MARCH, may, said=[word("2025-05-14", reworded, "the ironwork at St Mary's", same=GATE)])[0].ids == (
        GATE,
        reworded,
    )


def test_two_that_a_person_parts_are_two_lives() -> None:
    carried = f"{BODY}/2025-05-13/action/9"
    may = minutes("2025-05-13", ("9", MEND))
    assert [life.ref for life in lives(MARCH, may, said=[])] == [GATE, PUMP]
    parted = lives(MARCH, may, said=[word("2025-05-14", differ=carried)])
    assert [life.ref for life in parted] == [GATE, PUMP, carried]


def test_the_last_word_on_a_pair_counts() -> None:
    carried = f"{BODY}/2025-05-13/action/9"
    may = minutes("2025-05-13", ("9", MEND))
    said = [word("2025-05-14", differ=carried), word("2025-05-15", same=carried)]
    assert [life.ref for life in lives(MARCH, may, said=said)] == [GATE, PUMP]


def test_a_doubt_that_a_person_answers_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.track.lives.SURE", 0.99)
    near = "get three quotations for repairs to the pump of the village and the trough"
    may = minutes("2025-05-13", ("9", near))
    doubtful = f"{BODY}/2025-05-13/action/9"
    [asked] = [life for life in lives(MARCH, may, said=[]) if life.ref == doubtful]
    assert [doubt.other for doubt in asked.doubts] == [PUMP]
    [answered] = [
        life
        for life in lives(MARCH, may, said=[word("2025-05-14", doubtful, near, differ=PUMP)])
        if life.ref == doubtful
    ]
    assert answered.doubts == ()


# Nothing is lost


def test_a_word_whose_action_is_gone_is_told() -> None:
    gone = word("2025-04-02", f"{BODY}/2025-03-11/action/8")
    fitting = fit([gone, word("2025-04-02")], [MARCH])
    assert [update.action for update in fitting.updates] == [GATE]
    [said] = fitting.lost
    assert f"John Marsh's word of 2025-04-02 on {gone.action} ({MEND}): there is no action" in said


def test_a_word_does_not_move_to_another_action_that_got_its_id() -> None:
    other = MARCH.model_copy(update={"actions": (MARCH.actions[1].model_copy(update={"id": GATE}),)})
    fitting = fit([word("2025-04-02")], [other])
    assert fitting.updates == ()
    assert f"was said of “{MEND}”; that id now says “{QUOTES}”" in fitting.lost[0]


@pytest.mark.parametrize(
    "now", [f"Clerk to {MEND}.", "repair the churchyard gate", "The churchyard gate to be repaired"]
)
def test_a_word_stays_with_an_action_that_is_worded_a_little_otherwise(now: str) -> None:
    other = MARCH.model_copy(update={"actions": (MARCH.actions[0].model_copy(update={"task": now}),)})
    assert fit([word("2025-04-02")], [other]).lost == ()


# Which action is meant


def test_a_part_that_no_other_has_is_enough() -> None:
    found = track([MARCH, minutes("2025-05-13", ("30", "order salt for the winter"))], matcher_of(None))
    for typed in (GATE, "2025-03-11/action/3", "action/3", "3", "/3/"):
        assert find_life(found, typed)[0].ref == GATE, typed
    assert find_life(found, "05-13")[0].ref == f"{BODY}/2025-05-13/action/30"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2025-03-11", f"2 actions have that. Type one of: {GATE} ({MEND}); {PUMP} ({QUOTES})."),
        ("pump", f"there is no action with this id. Type one of: {PUMP} ({QUOTES})."),
        ("2031", "there is no action with this id. `minutebook actions --status any` lists them all."),
        ("xyz", "there is no action with this id. `minutebook actions --status any` lists them all."),
    ],
)
def test_what_is_not_one_action_is_told_with_candidates(typed: str, said: str) -> None:
    with pytest.raises(SettingError) as caught:
        find_life(track([MARCH], matcher_of(None)), typed)
    assert str(caught.value) == f"{typed}: {said}"


# The commands


@pytest.fixture
def council(run: Run) -> Callable[..., tuple[int, str, str]]:  # noqa: F811
    """Runs commands in a workspace with the minutes of March and May."""
    for record in (MARCH, minutes("2025-05-13", ("9", "the ironwork at St Mary's"))):
        write_atomic(Workspace(Path()).path_of(record.id), to_yaml(record).encode("utf-8"))
    return run


SAID = ("--note", "Seen on Tuesday.", "--by", "John Marsh")


def register(run: Run) -> dict[str, str]:  # noqa: F811
    code, out, err = run("actions", "--status", "any", "--format", "json")
    assert (code, err) == (0, "")
    return {entry["ref"]: entry["status"] for entry in json.loads(out)}


def test_set_writes_a_word_and_the_register_has_it(council: Run) -> None:
    code, out, err = council("actions", "set", "action/3", "--status", "completed", *SAID, "--when", "2025-04-02")
    assert (code, err) == (0, "")
    assert out == f"{GATE}: {MEND}\n    status completed (was open); by John Marsh, 2025-04-02.\n"
    assert register(council)[GATE] == "completed"
    council("actions", "set", "action/3", "--status", "open", *SAID)
    assert register(council)[GATE] == "open"
    assert updates_path(Workspace(Path()), BODY).read_text("utf-8").count("- action: ") == 2


def test_a_full_disk_is_one_sentence(council: Run) -> None:
    with failing_at(1, error(errno.ENOSPC)):
        code, out, err = council("actions", "set", "action/3", *SAID)
    assert (code, out) == (1, "")
    assert err.endswith("No space left on device.\n")
    assert err.count("\n") == 1


def test_same_and_differ_tie_and_part(council: Run) -> None:
    other = f"{BODY}/2025-05-13/action/9"
    assert register(council).keys() == {GATE, PUMP, other}
    assert council("actions", "same", "action/3", "action/9", *SAID)[0] == 0
    assert register(council).keys() == {GATE, PUMP}
    assert council("actions", "differ", "action/3", "action/9", *SAID)[0] == 0
    assert register(council).keys() == {GATE, PUMP, other}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("set", "action/3", "--status", "done"), "--status: Input should be 'open', 'in_progress'"),
        (("set", "action/3", "--due", "Easter"), "Easter: not a date."),
        (("set", "action/3", "--when", "2999-01-01"), "2999-01-01: that day is still to come."),
        (("set", "action/3", "--owner", " "), "--owner: nothing is said."),
        (("set", "action/5"), "action/5: there is no action with this id."),
        (("same", "action/3", "action/3"), "action/3: both are the same id."),
    ],
)
def test_a_word_that_can_not_be_meant_is_refused_in_a_sentence(council: Run, typed: tuple[str, ...], said: str) -> None:
    code, out, err = council("actions", *typed, *SAID)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
    assert not updates_path(Workspace(Path()), BODY).exists()


def test_a_word_whose_action_is_gone_is_told_by_the_register(council: Run) -> None:
    council("actions", "set", "action/3", "--status", "completed", *SAID)
    record = MARCH.model_copy(update={"actions": MARCH.actions[1:]})
    write_atomic(Workspace(Path()).path_of(record.id), to_yaml(record).encode("utf-8"))
    code, _, err = council("actions", "--status", "any")
    assert code == 0
    assert err.startswith("John Marsh's word of ") and f"there is no action {GATE} any more" in err


def test_exports_have_people_s_words_too(council: Run) -> None:
    council("actions", "set", "action/3", "--status", "completed", *SAID, "--when", "2025-04-02")
    code, out, err = council("export", "csv", "--what", "actions")
    assert (code, err) == (0, "")
    [row] = [row for row in csv.DictReader(io.StringIO(out)) if GATE in row.values()]
    assert "completed" in row.values()
