"""Reports on the register: who owes what, how old it is, what was closed between two days."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from pipeline.record import Due, Evidence, Owner
from pipeline.reports import Report, as_csv, as_html, closed_between, outstanding
from pipeline.track.life import Life, Step
from pipeline.track.register import Entry, register
from pipeline.workspace import Workspace
from pipeline.write import to_yaml, write_atomic
from tests.test_cli import Run, run  # noqa: F401
from tests.test_said import GATE, MARCH, MEND, PUMP, QUOTES, SAID

AS_OF = "2025-06-01"


def life(
    ref: str, raised: str | None, *owners: str, due: str | None = None, closed: str = "", body: str = "Ambleforth"
) -> Life:
    step = Step(raised, "raised", "open", "Minutes", "r", "0" * 64, Evidence(page=2, quote=f"do {ref}"))
    end = Step(
        closed,
        "closed",
        "completed",
        "Action sheet",
        "s",
        "1" * 64,
        Evidence(page=7, quote=f"did {ref}"),
        progress="Done.",
    )
    return Life(
        ref=ref,
        body=body,
        task=f"do {ref}",
        owners=tuple(Owner(name=name, as_written=name) for name in owners),
        due=Due(date=due),
        due_first=Due(date=due),
        status="completed" if closed else "open",
        steps=(step, *([end] if closed else [])),
        silent=0,
        vanished=False,
    )


def entries(*lives: Life) -> list[Entry]:
    return register(lives, as_of=AS_OF)


def shape(report: Report) -> list[tuple[str, list[str]]]:
    return [(group.title, [row.ref for row in group.rows]) for group in report.groups]


OPEN = entries(
    life("a/1", "2025-05-20", "Ann Lee", due="2025-05-31"),
    life("a/2", "2025-01-14", "John Marsh", "Ann Lee"),
    life("a/3", "2025-04-01"),
    life("b/1", "2023-01-01", "Rosa Field", body="Harrowdale"),
    life("b/2", None, "Rosa Field", body="Harrowdale"),
    life("a/4", "2025-01-14", "Ann Lee", closed="2025-03-31"),
)


def test_by_owner_an_action_stands_under_each_and_counts_once() -> None:
    report = outstanding(OPEN, by="owner", as_of=AS_OF)
    assert shape(report) == [
        ("Ann Lee", ["a/2", "a/1"]),
        ("John Marsh", ["a/2"]),
        ("Rosa Field", ["b/1", "b/2"]),
        ("Nobody named", ["a/3"]),
    ]
    assert (report.actions, report.overdue, report.period) == (5, 1, "as of 1 June 2025")


def test_by_body() -> None:
    report = outstanding(OPEN, by="body", as_of=AS_OF)
    assert shape(report) == [("Ambleforth", ["a/2", "a/3", "a/1"]), ("Harrowdale", ["b/1", "b/2"])]


def test_by_age_the_oldest_stand_first() -> None:
    report = outstanding(OPEN, by="age", as_of=AS_OF)
    assert shape(report) == [
        ("Over a year", ["b/1"]),
        ("Three to six months", ["a/2"]),  # 138 days
        ("One to three months", ["a/3"]),  # 61 days
        ("Up to a month", ["a/1"]),  # 12 days
        ("No day known", ["b/2"]),
    ]
    assert [row.age_days for group in report.groups for row in group.rows] == [882, 138, 61, 12, None]


DONE = entries(
    life("a/5", "2025-01-14", closed="2025-03-31"),
    life("a/6", "2025-01-14", closed="2025-04-01"),
    life("b/3", "2025-01-14", closed="2025-04-30", body="Harrowdale"),
    life("a/7", "2025-01-14", closed="2025-05"),
    life("a/8", "2025-01-14"),
)


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2025-04-01", "2025-04-30", [("Ambleforth", ["a/6"]), ("Harrowdale", ["b/3"])]),
        ("2025-03-31", "2025-03-31", [("Ambleforth", ["a/5"])]),
        ("2025-05-01", "2025-05-31", [("Ambleforth", ["a/7"])]),
        ("2024-01-01", "2024-12-31", []),
    ],
)
def test_closed_counts_both_days(first: str, last: str, shown: list[tuple[str, list[str]]]) -> None:
    assert shape(closed_between(DONE, first=first, last=last)) == shown


def test_a_closed_action_has_what_says_so() -> None:
    [group] = closed_between(DONE, first="2025-04-01", last="2025-04-01").groups
    [row] = group.rows
    assert (row.closed, row.closed_by, row.evidence) == ("2025-04-01", "Action sheet, page 7", "Done. / did a/6")


def test_a_cell_that_a_spreadsheet_would_run_is_text() -> None:
    odd = life("a/9", "2025-01-14", "=cmd()")
    rows = list(csv.DictReader(io.StringIO(as_csv(outstanding(entries(odd), by="owner", as_of=AS_OF)))))
    assert [(row["group"], row["owners"], row["overdue"], row["age_days"]) for row in rows] == [
        ("'=cmd()", "'=cmd()", "no", "138")
    ]


def test_the_page_escapes_what_papers_say() -> None:
    odd = life("a/9", "2025-01-14", "<script>alert(1)</script>")
    page = as_html(outstanding(entries(odd), by="owner", as_of=AS_OF))
    assert "<script>" not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 2
    assert "1 action, 0 overdue" in page
    assert "There are none." in as_html(closed_between([], first="2025-01-01", last="2025-02-01"))


# The commands


@pytest.fixture
def council(run: Run) -> Run:  # noqa: F811
    write_atomic(Workspace(Path()).path_of(MARCH.id), to_yaml(MARCH).encode("utf-8"))
    assert run("actions", "set", "action/4", "--status", "completed", *SAID, "--when", "2025-04-02")[0] == 0
    return run


def test_outstanding_as_a_table(council: Run) -> None:
    code, out, err = council("actions", "report", "outstanding", "--as-of", AS_OF)
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "Outstanding actions by owner, as of 1 June 2025",
        "",
        "Ann Lee (1)",
        f"  {MEND}",
        "      open, OVERDUE; raised 2025-03-11; due 1 May 2025; Ann Lee (Chair)",
        f"      {GATE}",
        "",
        "1 action, 1 overdue.",
    ]


def test_closed_by_a_person_as_json(council: Run) -> None:
    span = ("--from", "2025-04-01", "--to", "2025-04-30")
    code, out, _ = council("actions", "report", "closed", *span, "-f", "json")
    [group] = json.loads(out)["groups"]
    [row] = group["rows"]
    assert code == 0
    assert (row["ref"], row["task"], row["closed"], row["closed_by"]) == (PUMP, QUOTES, "2025-04-02", "John Marsh")
    assert row["evidence"] == "Seen on Tuesday."


def test_a_report_is_written_to_a_file(council: Run) -> None:
    code, out, err = council("actions", "report", "outstanding", "-f", "html", "-o", "r.html", "--as-of", AS_OF)
    assert (code, out, err) == (0, "", "Written: r.html (1 action)\n")
    assert MEND in Path("r.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("closed", "--from", "2025-04-02", "--to", "2025-04-01"), "2025-04-02 is after 2025-04-01."),
        (("closed", "--from", "April"), "April: not a date."),
        (("outstanding", "-o", "r.txt"), "A table can only be read on the screen."),
    ],
)
def test_what_can_not_be_reported_is_told_in_a_sentence(council: Run, typed: tuple[str, ...], said: str) -> None:
    code, out, err = council("actions", "report", *typed)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
