"""The action register: which mentions are one action, what became of it, how it stands on a day."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.problem import RuleError
from pipeline.record import (
    Action,
    ActionStatus,
    Attendee,
    Due,
    Evidence,
    Item,
    Kind,
    Meeting,
    Minute,
    Owner,
    Record,
    SourceFile,
)
from pipeline.rules.in_force import matcher_of
from pipeline.track.days import days_between, first_day, last_day
from pipeline.track.life import Life
from pipeline.track.lives import track
from pipeline.track.mentions import reference
from pipeline.track.ratings import load_ratings, percent_of
from pipeline.track.register import Entry, as_json, register, until
from pipeline.track.sheet import csv_of
from pipeline.write import to_yaml
from tests.test_cli import Run, run  # noqa: F401

BODY = "ambleforth-parish-council"
LEE, MARSH, FIELD = "Ann Lee", "John Marsh", "Rosa Field"
BRIDGE = "obtain three quotations for the footbridge at Fell Lane"
PUMP = "write to the brewery about the village pump"


def action(
    task: str,
    *owners: str,
    due: str | None = None,
    status: ActionStatus = "open",
    progress: str | None = None,
    marked: bool = True,
    carried: bool = False,
    minute: str | None = None,
    refers_to: str | None = None,
    rule: str = "action-label",
    exempt: bool = False,
) -> Action:
    return Action(
        id="",
        task=task,
        owners=tuple(Owner(name=name, as_written=name) for name in owners),
        due=Due(date=due),
        minute=minute,
        refers_to=refers_to,
        marked=marked,
        carried=carried,
        status=status,
        progress=progress,
        visibility="exempt" if exempt else "public",
        evidence=Evidence(page=1, quote=task, rule=rule),
    )


def paper(
    date: str | None, *actions: Action, says: tuple[str, ...] = (), kind: Kind = "minutes", body: str = BODY
) -> Record:
    """A paper with these actions (their ids end in 1, 2 ...) and paragraphs."""
    name = f"{body}/{date or 'undated/paper'}/{kind}"
    prefix = name.removesuffix("/minutes")
    evidence = Evidence(page=2, quote="")
    return Record(
        id=name,
        kind=kind,
        title=f"{kind} of {date}",
        source=SourceFile(path=f"{name}.pdf", sha256="a" * 64, media_type="application/pdf", reader="pdf"),
        meeting=Meeting(body="Ambleforth Parish Council", date=date),
        attendance=tuple(
            Attendee(name=who, status="present", evidence=Evidence(quote=who)) for who in (LEE, MARSH, FIELD)
        ),
        items=(
            Item(
                title="Matters arising",
                evidence=evidence,
                minutes=tuple(
                    Minute(number=f"3.{at}", text=text, evidence=Evidence(page=2, quote=text))
                    for at, text in enumerate(says, 1)
                ),
            ),
        ),
        actions=tuple(one.model_copy(update={"id": f"{prefix}/action/{at}"}) for at, one in enumerate(actions, 1)),
    )


def lives(*papers: Record, silent: int = 2) -> list[Life]:
    return track(papers, matcher_of(None), silent=silent)


def entry(*papers: Record, as_of: str = "2025-12-31") -> Entry:
    [one] = register(lives(*papers), as_of=as_of, ratings=load_ratings(Path()))
    return one


def events(life: Life) -> list[str]:
    return [step.event for step in life.steps]


# --- one action or two


def test_minutes_their_sheet_and_the_next_meeting_tell_of_one_action() -> None:
    [life] = lives(
        paper("2025-03-11", action(BRIDGE, LEE, due="2025-05-01")),
        paper("2025-03-11", action("Obtain three quotations for the Fell Lane footbridge", LEE), kind="action-sheet"),
        paper("2025-05-13", says=("Ann Lee had obtained three quotations for the footbridge at Fell Lane.",)),
    )
    assert events(life) == ["raised", "repeated", "closed"]
    assert (life.ref, life.status) == (f"{BODY}/2025-03-11/action/1", "completed")
    assert [step.record.rsplit("/", 2)[1:] for step in life.steps] == [
        ["2025-03-11", "minutes"],
        ["2025-03-11", "action-sheet"],
        ["2025-05-13", "minutes"],
    ]
    assert life.last.evidence.quote == "Ann Lee had obtained three quotations for the footbridge at Fell Lane."


def test_a_row_that_refers_to_a_minute_is_that_action_whatever_its_words() -> None:
    row = action("See minute", refers_to=f"{BODY}/2025-03-11/action/1", status="completed", progress="Done")
    [life] = lives(paper("2025-03-11", action(BRIDGE, LEE)), paper("2025-05-13", row, kind="action-sheet"))
    assert (events(life), life.status) == (["raised", "closed"], "completed")


def test_tasks_about_other_things_are_two_actions_though_one_person_has_both() -> None:
    first, second = lives(paper("2025-03-11", action(BRIDGE, LEE)), paper("2025-05-13", action(PUMP, LEE)))
    assert (first.task, second.task) == (BRIDGE, PUMP)
    assert first.doubts == second.doubts == ()


def test_what_is_likely_but_not_clear_is_a_question_and_no_link() -> None:
    first, second = lives(
        paper("2025-03-11", action("obtain quotations for repair of the footbridge at Fell Lane", LEE)),
        paper("2025-05-13", action("obtain quotations for a handrail of the footbridge at Fell Lane", MARSH)),
    )
    assert [doubt.other for doubt in second.doubts] == [first.ref]
    assert len(first.steps) == len(second.steps) == 1


def test_a_sentence_and_the_mark_that_stands_for_it_are_one_action() -> None:
    said = "Ann Lee agreed that she would obtain quotations for the footbridge at Fell Lane."
    [life] = lives(paper("2025-03-11", action(said, LEE, marked=False, rule="action-would"), action(BRIDGE, LEE)))
    assert events(life) == ["raised", "repeated"]


def test_two_rows_of_one_list_are_two_actions() -> None:
    rows = [action(f"obtain quotations for the {what} footbridge at Fell Lane", LEE) for what in ("lower", "upper")]
    assert len(lives(paper("2025-03-11", *rows))) == 2


def test_two_bodies_never_share_an_action() -> None:
    papers = [paper("2025-03-11", action(BRIDGE, LEE)), paper("2025-05-13", action(BRIDGE, LEE), body="harrow-council")]
    assert [life.ref.split("/")[0] for life in lives(*papers)] == [BODY, "harrow-council"]


@pytest.mark.parametrize(
    ("task", "because"),
    [
        ("sign the minutes and put them on the website", "each meeting's own minutes"),
        ("pay the invoices for grass cutting at Fell Lane", "each meeting's own accounts"),
    ],
)
def test_routine_work_is_another_action_at_each_meeting(task: str, because: str) -> None:
    both = lives(paper("2025-03-11", action(task, "Clerk")), paper("2025-05-13", action(task, "Clerk")))
    assert len(both) == 2, because


def test_the_same_words_a_year_later_are_another_action_unless_they_are_carried() -> None:
    assert len(lives(paper("2024-03-12", action(BRIDGE, LEE)), paper("2025-03-11", action(BRIDGE, LEE)))) == 2
    assert (
        len(lives(paper("2024-03-12", action(BRIDGE, LEE)), paper("2025-03-11", action(BRIDGE, LEE, carried=True))))
        == 1
    )


def test_what_every_paper_prints_is_no_news_of_an_action() -> None:
    text = "The public are invited to question the Council about the footbridge at Fell Lane."
    told = [paper(f"2025-0{month}-11", says=(text,)) for month in (4, 5, 6)]
    raised = paper("2025-03-11", action("invite the public to question the Council about the footbridge", LEE))
    [life] = lives(raised, *told)
    assert events(life) == ["raised"]


def test_an_action_asked_for_again_after_it_was_done_is_a_new_one() -> None:
    done = action(BRIDGE, LEE, status="completed", progress="Completed", carried=True)
    first, second = lives(
        paper("2025-03-11", action(BRIDGE, LEE)), paper("2025-05-13", done), paper("2025-07-08", action(BRIDGE, LEE))
    )
    assert (first.status, second.status) == ("completed", "open")


def test_minute_numbers_are_compared_without_their_book_and_year() -> None:
    assert reference("BM 91/2122.a") == reference("91a/2122") == ("91", "a")
    assert reference("3.2") == ("3", "2")
    assert reference(None) == ()


# --- what became of it


def test_a_sentence_that_puts_it_off_extends_it_and_keeps_it_open() -> None:
    [life] = lives(
        paper("2025-03-11", action(BRIDGE, LEE)),
        paper("2025-05-13", says=("The three quotations for the footbridge at Fell Lane are deferred to July.",)),
    )
    assert (events(life), life.status, life.extensions) == (["raised", "extended"], "open", 1)


def test_a_sentence_of_what_will_be_done_closes_nothing() -> None:
    [life] = lives(
        paper("2025-03-11", action(BRIDGE, LEE)),
        paper("2025-05-13", says=("Ann Lee will obtain the three quotations for the footbridge at Fell Lane soon.",)),
    )
    assert life.status == "in_progress"


def test_a_word_behind_the_task_closes_it() -> None:
    one = entry(paper("2025-03-11", action("send the survey to all members [done]", LEE)))
    assert (one.life.status, one.closing is not None and one.closing.date) == ("completed", "2025-03-11")


def test_a_later_day_is_an_extension_and_the_first_is_kept() -> None:
    one = entry(
        paper("2025-03-11", action(BRIDGE, LEE, due="2025-05-01")),
        paper("2025-05-13", action(BRIDGE, LEE, due="2025-07-01", carried=True)),
        paper("2025-07-08", action(BRIDGE, LEE, due="2025-09-01", carried=True)),
    )
    assert (one.life.due_first.date, one.life.due.date, one.life.extensions) == ("2025-05-01", "2025-09-01", 2)
    said = as_json(one)
    assert said["due"] == {"text": None, "date": "2025-09-01", "original": "2025-05-01"}


def test_it_has_vanished_when_meetings_pass_without_a_word() -> None:
    papers = [paper("2025-03-11", action(BRIDGE, LEE)), *(paper(f"2025-0{month}-13") for month in (5, 6))]
    assert [(life.silent, life.vanished) for life in lives(*papers)] == [(2, True)]
    assert [life.vanished for life in lives(*papers, silent=3)] == [False]
    closed = paper("2025-03-11", action(BRIDGE, LEE, status="completed", progress="Done"))
    assert [life.vanished for life in lives(closed, *papers[1:])] == [False]


# --- on a day


def test_age_and_overdue_are_those_of_the_day_that_is_asked_for() -> None:
    raised = paper("2025-03-01", action(BRIDGE, LEE, due="2025-03-31"))
    on_time, late = entry(raised, as_of="2025-03-31"), entry(raised, as_of="2025-04-01")
    assert (on_time.age_days, on_time.overdue) == (30, False)
    assert (late.age_days, late.overdue) == (31, True)


def test_a_closed_action_is_as_old_as_on_the_day_it_was_closed_and_never_overdue() -> None:
    done = action(BRIDGE, LEE, due="2025-03-31", status="completed", progress="Completed", carried=True)
    one = entry(paper("2025-03-01", action(BRIDGE, LEE, due="2025-03-31")), paper("2025-05-01", done))
    assert (one.age_days, one.overdue) == (61, False)
    assert one.closing is not None
    assert one.closing.evidence.quote == BRIDGE


def test_papers_of_later_meetings_do_not_count() -> None:
    papers = [paper("2025-03-11"), paper("2025-05"), paper("2025-06-10"), paper(None)]
    assert [one.meeting.date for one in until(papers, "2025-05-13")] == ["2025-03-11", "2025-05", None]


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-12", "2024-12-01", "2024-12-31"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024/2025", "2024-04-01", "2025-03-31"),
        ("2024-23", "2024-09-01", "2024-11-30"),
        ("2024-24", "2024-12-01", "2025-02-28"),
    ],
)
def test_dates_without_a_day_begin_and_end(value: str, first: str, last: str) -> None:
    assert (first_day(value), last_day(value)) == (first, last)


def test_days_between_dates() -> None:
    assert days_between("2025-03", "2025-04-02") == 32
    assert days_between(None, "2025-04-02") is None


# --- ratings


@pytest.mark.parametrize(
    ("progress", "status", "due", "rating"),
    [
        ("25% done", "in_progress", None, "red"),
        ("26%", "in_progress", None, "amber"),
        ("75 per cent", "in_progress", None, "amber"),
        ("76%", "in_progress", None, "green"),
        ("49%", "in_progress", "2025-05-01", "red"),
        ("50%", "in_progress", "2025-05-01", "amber"),
        (None, "completed", None, "green"),
        (None, "open", "2025-05-01", "red"),
        (None, "open", "2026-05-01", None),
        (None, "in_progress", None, "amber"),
        (None, "cancelled", "2025-05-01", None),
    ],
)
def test_ratings(progress: str | None, status: ActionStatus, due: str | None, rating: str | None) -> None:
    assert entry(paper("2025-03-11", action(BRIDGE, LEE, progress=progress, status=status, due=due))).rating == rating


def test_a_printed_rating_that_its_own_figures_contradict_is_listed() -> None:
    wrong = entry(paper("2025-03-11", action(BRIDGE, LEE, progress="Green - 20%", status="in_progress")))
    [one] = wrong.misrated
    assert (one.printed, one.computed, one.why) == ("green", "red", "20% done")
    right = entry(paper("2025-03-11", action(BRIDGE, LEE, progress="Amber - 60%", status="in_progress")))
    assert right.misrated == ()


def test_a_green_rating_after_the_day_it_was_due_is_listed() -> None:
    late = action(BRIDGE, LEE, due="2025-04-01", progress="Green", status="in_progress", carried=True)
    one = entry(paper("2025-03-11", action(BRIDGE, LEE, due="2025-04-01")), paper("2025-05-13", late))
    assert [(x.printed, x.computed, x.why) for x in one.misrated] == [("green", "red", "in progress, past due")]


def test_two_percentages_are_none() -> None:
    assert percent_of("between 20% and 40%") is None
    assert percent_of("100%") == 100
    assert percent_of("1.5%") is None


def test_a_council_s_own_ratings_win_and_are_read_strictly(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    own = tmp_path / "rules" / "ratings.yaml"
    own.write_text("kind: ratings\nwith_percent: []\nwithout_percent:\n- {rating: amber, status: [open]}\n", "utf-8")
    [one] = register(lives(paper("2025-03-11", action(BRIDGE))), as_of="2025-04-01", ratings=load_ratings(tmp_path))
    assert one.rating == "amber"
    matcher_of(tmp_path)  # the file is no rule file: the rules still load
    own.write_text("kind: ratings\nwith_percent: []\nwithout_percent:\n- {rating: blue}\n", "utf-8")
    with pytest.raises(RuleError, match=r"ratings\.yaml:4"):
        load_ratings(tmp_path)


# --- the register as files


def test_a_cell_that_a_spreadsheet_would_run_is_text() -> None:
    [head, row] = csv.reader(io.StringIO(csv_of([entry(paper("2025-03-11", action("=1+1 sums to be checked", LEE)))])))
    assert row[head.index("task")] == "'=1+1 sums to be checked"


def test_an_exempt_action_says_so() -> None:
    assert as_json(entry(paper("2025-03-11", action(BRIDGE, exempt=True))))["visibility"] == "exempt"


def test_the_order_of_the_records_changes_nothing() -> None:
    papers = [
        paper("2025-03-11", action(BRIDGE, LEE), action(PUMP, MARSH)),
        paper("2025-05-13", action(PUMP, MARSH, carried=True), says=("The footbridge at Fell Lane was discussed.",)),
        paper("2025-07-08", action(BRIDGE, LEE, carried=True, status="completed", progress="Done")),
    ]
    assert lives(*papers) == lives(*reversed(papers))


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    papers = [
        paper("2025-03-11", action(BRIDGE, LEE, due="2025-05-01"), action(PUMP, MARSH)),
        paper("2025-05-13", action(PUMP, MARSH, carried=True, status="completed", progress="Done")),
    ]
    for one in papers:
        path = tmp_path / "output" / f"{one.id}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(to_yaml(one), "utf-8")
    return tmp_path


def of(run: Run, *arguments: str) -> list[dict[str, Any]]:  # noqa: F811
    code, out, _ = run("actions", "--format", "json", "--as-of", "2025-06-01", *arguments)
    assert code == 0
    found: list[dict[str, Any]] = json.loads(out)
    return found


def test_the_command_lists_what_is_open_unless_told_otherwise(run: Run, shelf: Path) -> None:  # noqa: F811
    [one] = of(run)
    assert (one["task"], one["overdue"], one["age_days"], one["rating"]) == (BRIDGE, True, 82, "red")
    assert [x["task"] for x in of(run, "--status", "any")] == [BRIDGE, PUMP]
    [done] = of(run, "--status", "completed")
    assert [step["event"] for step in done["history"]] == ["raised", "closed"]
    assert done["history"][1]["source"] == {"sha256": "a" * 64}
    assert of(run, "--status", "any", "--owner", "marsh") == [done]
    assert of(run, "--overdue") == [one]
    assert of(run, "--vanished") == []
    assert [x["task"] for x in of(run, "--vanished", "--silent", "1")] == [BRIDGE]


def test_the_command_writes_a_file_and_says_so(run: Run, shelf: Path) -> None:  # noqa: F811
    code, out, err = run("actions", "--format", "csv", "--as-of", "2025-06-01", "-o", "register.csv")
    assert (code, out, err.strip()) == (0, "", "Written: register.csv (1 action)")
    rows = list(csv.DictReader(io.StringIO((shelf / "register.csv").read_text("utf-8-sig"))))
    assert [(row["task"], row["overdue"], row["owners"]) for row in rows] == [(BRIDGE, "yes", LEE)]


def test_the_table_says_what_stands_out(run: Run, shelf: Path) -> None:  # noqa: F811
    code, out, _ = run("actions", "--as-of", "2025-06-01")
    assert code == 0
    assert out.count("Ambleforth Parish Council") == 1
    assert f"2025-03-11 · 1  Ann Lee: {BRIDGE}\n    open, OVERDUE, red; due 1 May 2025\n" in out
    assert out.rstrip().endswith("1 action, 1 overdue.")
    assert f"{BODY}/2025-03-11/action/1  Ann Lee: {BRIDGE}" in run("actions", "--as-of", "2025-06-01", "--ids")[1]


def test_an_overdue_action_that_has_vanished_is_counted_once(run: Run, shelf: Path) -> None:  # noqa: F811
    _, out, _ = run("actions", "--overdue", "--silent", "1", "--as-of", "2025-06-01")
    assert "open, OVERDUE, red; due 1 May 2025; VANISHED: not spoken of in 1 meeting after 2025-03-11" in out
    assert out.rstrip().endswith("1 action, 1 overdue (1 of them vanished).")
    _, out, _ = run("actions", "--status", "completed", "--as-of", "2025-06-01")
    assert "2025-03-11 · 2  John Marsh" in out and "closed 2025-05-13 by minutes of 2025-05-13" in out
    assert out.rstrip().endswith("1 action, none overdue or vanished.")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--as-of", "1 May"), "1 May: not a date"),
        (("--body", "harrow"), "harrow: there is no body of this name with records"),
        (("-o", "x.txt"), "choose --format csv or json"),
    ],
)
def test_wrong_use_is_told_in_a_sentence(run: Run, shelf: Path, arguments: tuple[str, ...], words: str) -> None:  # noqa: F811
    code, _, err = run("actions", *arguments)
    assert code == 2
    assert words in err
