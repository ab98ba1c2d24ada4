"""Search over records made by hand: what is found and in which order, filters, query syntax, an index in step."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from math import log
from pathlib import Path

import psycopg
import pytest
from typer.testing import CliRunner

from pipeline.cli import app
from pipeline.problem import SettingError
from pipeline.record import (
    Action,
    Attendee,
    Decision,
    Due,
    Evidence,
    Item,
    Kind,
    Meeting,
    Minute,
    Money,
    Owner,
    Record,
    SourceFile,
    TableRecord,
)
from pipeline.search import Filters, Results, index, postgres, query, sqlite
from pipeline.search.filters import amount_typed, day_typed, days_of
from pipeline.search.words import stems_of
from pipeline.workspace import Workspace
from pipeline.write import to_yaml
from tests.conftest import ROOT

PARISH = "ambleforth-parish-council"
FORUM = "harrowdale-schools-forum"
NAMES = {PARISH: "Ambleforth Parish Council", FORUM: "Harrowdale Schools Forum"}


def at(quote: str = "", page: int = 1) -> Evidence:
    return Evidence(page=page, quote=quote)


def paper(record_id: str, kind: Kind = "minutes", **parts: object) -> Record:
    body, date, _ = record_id.split("/")
    source = SourceFile(path="corpus/a.pdf", sha256="0" * 64, media_type="application/pdf", reader="pdf")
    meeting = Meeting(body=NAMES[body], date=date)
    whole = {"id": record_id, "kind": kind, "title": "Minutes", "source": source, "meeting": meeting} | parts
    return Record.model_validate(whole)


def minute(number: str, text: str, page: int = 1) -> Minute:
    return Minute(number=number, text=text, evidence=at(text, page))


MARCH = paper(
    f"{PARISH}/2025-03-11/minutes",
    attendance=(
        Attendee(name="Judith Garrow", status="in_attendance", capacity="Clerk", evidence=at("Judith Garrow (Clerk)")),
        Attendee(name="Hugh Stainforth", status="present", evidence=at("Cllr Hugh Stainforth")),
    ),
    items=(
        Item(
            number="3",
            title="Highways",
            minutes=(
                minute("3.1", "The speed limit on Church Lane was discussed. Two residents had written about parking."),
                minute("3.2", "It was agreed to buy two signs for the lane at a cost of £1,250.", page=2),
            ),
            evidence=at("3 Highways"),
        ),
        Item(
            number="4",
            title="Sports pavilion",
            minutes=(
                minute("4.1", "The roof leaks. Grants were applied for, and the café owner was thanked.", page=3),
            ),
            evidence=at("4 Sports pavilion", 3),
        ),
        Item(
            number="9",
            title="Staffing",
            visibility="exempt",
            minutes=(minute("9.1", "The caretaker's pavilion duties were reviewed.", page=4),),
            evidence=at("9 Staffing", 4),
        ),
    ),
    decisions=(
        Decision(
            id=f"{PARISH}/2025-03-11/decision/3.2",
            item="3",
            minute="3.2",
            outcome="agreed",
            text="It was agreed to buy two signs for the lane at a cost of £1,250.",
            mover="Hugh Stainforth",
            amount=1250,
            evidence=at("It was agreed to buy two signs for the lane at a cost of £1,250.", 2),
        ),
    ),
    actions=(
        Action(
            id=f"{PARISH}/2025-03-11/action/4.1",
            task="ask the builder for a second quote for the roof",
            owners=(Owner(name="Judith Garrow", as_written="Clerk", role="Clerk"),),
            due=Due(text="31 May", date="2025-05-31"),
            item="4",
            minute="4.1",
            marked=True,
            carried=False,
            evidence=at("ACTION: Clerk", 3),
        ),
    ),
    money=(
        Money(text="£1,250", amount=1250, item="3", minute="3.2", evidence=at("at a cost of £1,250", 2)),
        Money(text="£40", amount=40, label="wreath", evidence=at("wreath £40", 5)),
    ),
    tables=(
        TableRecord(
            title="Payments",
            header=("Payee", "Amount"),
            rows=(("Harrowdale Drains", 312.5), ("Moss & Son, roofing", 4800.0)),
            evidence=at("Payments", 5),
        ),
    ),
)
MAY = paper(
    f"{PARISH}/2025-05-13/minutes",
    items=(
        Item(
            number="3",
            title="Matters arising",
            minutes=(
                minute("3.1", "The highways officer would not lower the speed on Church Lane. No limit was set."),
            ),
            evidence=at("3 Matters arising"),
        ),
        Item(
            number="5",
            title="Speed limit",
            minutes=(minute("5.1", "A request to the county was refused.", page=2),),
            evidence=at("5 Speed limit", 2),
        ),
    ),
    decisions=(
        Decision(
            id=f"{PARISH}/2025-05-13/decision/5.1",
            item="5",
            minute="5.1",
            outcome="refused",
            text="A request to the county was refused.",
            evidence=at("A request to the county was refused.", 2),
        ),
    ),
)
SCHOOLS = paper(
    f"{FORUM}/2024-11-20/minutes",
    items=(
        Item(
            number="6",
            title="Growth fund",
            minutes=(minute("6.1", "Members granted the schools' application. Judith Garrow dissented."),),
            evidence=at("6 Growth fund"),
        ),
    ),
    actions=(
        Action(
            id=f"{FORUM}/2024-11-20/action/6.1",
            task="circulate the growth fund paper",
            owners=(Owner(name="Callum Orde", as_written="CO"),),
            marked=False,
            carried=False,
            evidence=at("Callum Orde would circulate the paper"),
        ),
    ),
)


def put(workspace: Workspace, *records: Record) -> None:
    for record in records:
        path = workspace.path_of(record.id)
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_name(".new")
        new.write_text(to_yaml(record), "utf-8")
        new.replace(path)


Find = Callable[..., Results]


@pytest.fixture
def books(workspace: Path) -> Workspace:
    found = Workspace(workspace)
    put(found, MARCH, MAY, SCHOOLS)
    return found


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server of our own, in a folder that goes when the tests end."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    initdb = shutil.which("initdb") or (str(programs[-1]) if programs else "")
    if not initdb:
        pytest.skip("PostgreSQL is not installed (apt install postgresql)")
    tools = Path(initdb).resolve().parent
    # The server refuses to run as root; Debian's package brings a user for it.
    user = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.getuid() == 0 else {}
    folder = Path(tempfile.mkdtemp(prefix="mb", dir="/tmp"))  # a socket's path must be short
    folder.chmod(0o777)

    def call(*command: str) -> None:
        subprocess.run(
            command, cwd="/", check=True, capture_output=True, env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"}, **user
        )  # type: ignore[call-overload]

    data, log = str(folder / "data"), str(folder / "log")
    call(str(tools / "initdb"), "--no-sync", "--auth=trust", "--encoding=UTF8", "--username=mb", "--pgdata", data)
    settings = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    call(str(tools / "pg_ctl"), "--pgdata", data, "--log", log, "--wait", "-o", settings, "start")
    try:
        yield f"postgresql:///postgres?host={folder}&user=mb"
    finally:
        call(str(tools / "pg_ctl"), "--pgdata", data, "--mode=immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def finder(books: Workspace, address: str = "") -> Find:
    def search(typed: str = "", *, limit: int = 20, newest: bool = False, **filters: object) -> Results:
        more = {"limit": limit, "newest": newest, "address": address, "update": True}
        return index.find(books, typed, Filters(**filters), **more)  # type: ignore[arg-type]

    return search


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest) -> str:
    """Of the workspace's own index, and of an empty one on a server: what is true of one is true of both."""
    if request.param == "sqlite":
        return ""
    found: str = request.getfixturevalue("server")
    with psycopg.connect(found, autocommit=True) as connection:
        connection.execute("DROP SCHEMA IF EXISTS minutebook CASCADE")
    return found


@pytest.fixture
def find(books: Workspace, address: str) -> Find:
    return finder(books, address)


@pytest.fixture
def local(books: Workspace) -> Find:
    """Search in the workspace's own index."""
    return finder(books)


def places(results: Results) -> list[str]:
    """Each result as "date kind minute"."""
    return [f"{hit.date} {hit.kind} {hit.row.get('minute') or hit.row.get('item', '')}".strip() for hit in results.hits]


# What is found, and in which order


def test_a_word_in_a_heading_counts_more_than_words_in_the_text(find: Find) -> None:
    assert places(find("speed limit")) == ["2025-05-13 decision 5.1", "2025-03-11 minute 3.1", "2025-05-13 minute 3.1"]


def test_a_rare_word_counts_more_than_a_common_one(find: Find) -> None:
    # "lane" stands in three minutes, "parking" in one.
    assert places(find("lane OR parking"))[0] == "2025-03-11 minute 3.1"


def test_every_form_of_a_word_is_found(find: Find) -> None:
    for typed in ("grant", "granted", "GRANTS"):
        assert sorted(places(find(typed))) == ["2024-11-20 minute 6.1", "2025-03-11 minute 4.1"], typed


def test_accents_and_apostrophes_are_no_hindrance(find: Find) -> None:
    for typed in ("cafe", "café", "CAFÉ", "cafe\u0301"):
        assert places(find(typed)) == ["2025-03-11 minute 4.1"], typed
    for typed in ("school", "schools", "school's", "schools’"):
        assert "2024-11-20 minute 6.1" in places(find(typed)), typed


def test_a_phrase_is_found_in_a_row_only(find: Find) -> None:
    assert "2025-05-13 minute 3.1" in places(find("speed limit"))
    assert places(find('"speed limit"')) == ["2025-05-13 decision 5.1", "2025-03-11 minute 3.1"]


def test_a_star_stands_for_any_ending(find: Find) -> None:
    assert places(find("circul*")) == ["2024-11-20 action"]
    assert places(find("applica*")) == ["2024-11-20 minute 6.1"]
    assert find("xyl*").found == 0


def test_and_or_not_and_brackets(find: Find) -> None:
    assert places(find("(grants OR signs) AND pavilion")) == ["2025-03-11 minute 4.1"]
    assert sorted(places(find("grants OR signs"))) == [
        "2024-11-20 minute 6.1",
        "2025-03-11 decision 3.2",
        "2025-03-11 minute 4.1",
    ]
    assert places(find("grant NOT roof")) == ["2024-11-20 minute 6.1"]
    assert places(find("grant AND NOT roof")) == ["2024-11-20 minute 6.1"]
    # AND binds closer than OR: this is (parking) or (grants and dissented).
    assert sorted(places(find("parking OR grants dissented"))) == ["2024-11-20 minute 6.1", "2025-03-11 minute 3.1"]


def test_and_in_small_letters_is_a_word_that_is_passed_over(find: Find) -> None:
    assert places(find("roof and the grants")) == ["2025-03-11 minute 4.1"]
    assert find('"was thanked"').found == 1  # in quotes it counts


def test_sums_and_numbers_are_found_as_they_are_written(find: Find) -> None:
    for typed in ("£1,250", "1250", "1,250"):
        assert places(find(typed)) == ["2025-03-11 decision 3.2"], typed
    assert places(find("4,800")) == ["2025-03-11 table"]


def test_a_decision_is_not_followed_by_its_minute_and_its_sum(find: Find) -> None:
    assert places(find("signs")) == ["2025-03-11 decision 3.2"]
    assert places(find("signs", kinds=("minute",))) == ["2025-03-11 minute 3.2"]
    assert places(find("cost", kinds=("money",))) == ["2025-03-11 money 3.2"]


def test_attendance_is_found_where_it_is_asked_for(find: Find) -> None:
    assert "attendance" not in " ".join(places(find("Stainforth")))
    assert places(find("Stainforth", kinds=("attendance",))) == ["2025-03-11 attendance"]


def test_the_sentence_with_the_words_is_shown_and_they_are_marked(find: Find) -> None:
    [hit] = find("parking").hits
    assert hit.sentence == "Two residents had written about parking."
    assert [hit.sentence[start:end] for start, end in hit.marks] == ["parking"]
    [hit] = find("grants applied roof").hits
    assert hit.sentence == "Grants were applied for, and the café owner was thanked."
    assert [hit.sentence[start:end] for start, end in hit.marks] == ["Grants", "applied"]
    [table] = find("roofing", kinds=("table",)).hits
    assert (table.sentence, table.row["page"]) == ("Moss & Son, roofing | 4,800", 5)


def test_words_side_by_side_have_one_mark(find: Find) -> None:
    hit = next(hit for hit in find("speed limit").hits if hit.date == "2025-03-11")
    assert [hit.sentence[start:end] for start, end in hit.marks] == ["speed limit"]


def test_a_long_text_is_cut_around_the_word(books: Workspace, find: Find) -> None:
    text = "the parish " * 300 + "boundary " + "was walked " * 300
    item = Item(number="1", title="Walk", minutes=(minute("1", text),), evidence=at())
    put(books, paper(f"{PARISH}/2025-06-10/minutes", items=(item,)))
    [hit] = find("boundary").hits
    assert len(hit.sentence) < 420
    assert [hit.sentence[start:end] for start, end in hit.marks] == ["boundary"]


def test_a_result_says_where_it_stands(find: Find) -> None:
    [hit] = find("builder").hits
    assert (hit.record, hit.body, hit.date, hit.title) == (
        f"{PARISH}/2025-03-11/minutes", "Ambleforth Parish Council", "2025-03-11", "Sports pavilion",
    )  # fmt: skip
    assert {key: hit.row[key] for key in ("entry", "minute", "page", "due", "marked", "status")} == {
        "entry": f"{PARISH}/2025-03-11/action/4.1", "minute": "4.1", "page": 3, "due": "2025-05-31", "marked": True,
        "status": "open",
    }  # fmt: skip


def test_scores_are_bm25(local: Find, books: Workspace) -> None:
    """One entry of one word worked out by hand from the formula."""
    [hit] = local("dissented").hits
    with closing(sqlite.open_sqlite(index.index_file(books))) as store:
        entries, words = store.totals()
    # Title "Growth fund" (2 words), text of 8 words: Members granted the schools' application. Judith Garrow dissented.
    length = 1.2 * (0.25 + 0.75 * 10 / (words / entries))
    weight = log(1 + (entries - 1 + 0.5) / 1.5)
    assert hit.score == pytest.approx(weight * 2.2 / (1 + length))


def test_of_too_many_the_newest_and_those_with_the_word_in_the_heading_are_ranked(
    books: Workspace, find: Find, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.search.result.MOST", 4)
    for year in range(2001, 2010):
        title = "Bench" if year == 2002 else "Other"
        item = Item(number="1", title=title, minutes=(minute("1", f"A bench for {year}."),), evidence=at())
        put(books, paper(f"{PARISH}/{year}-01-01/minutes", items=(item,)))
    results = find("bench")
    assert results.more
    assert [hit.date[:4] for hit in results.hits] == ["2002", "2009", "2008", "2007"]


def test_an_index_on_a_server_gives_the_same_as_the_workspaces_own(books: Workspace, local: Find, server: str) -> None:
    find = finder(books, server)
    for typed in ("speed limit", "lane OR roof", '"church lane"', "grant* NOT roof", "garrow", "pavillion", ""):
        for filters in ({}, {"kinds": ("decision", "minute")}, {"bodies": (PARISH,), "public": True}, {"least": 50}):
            assert find(typed, **filters) == local(typed, **filters), (typed, filters)


def test_a_search_leaves_an_index_on_a_server_as_it_is(books: Workspace, address: str) -> None:
    if address:
        with pytest.raises(SettingError, match="The index on the server is empty"):
            index.find(books, "roof", address=address)
        assert index.bring_up_to_date(books, address=address)[0] == 3
        books.path_of(MARCH.id).unlink()
        assert index.find(books, "roof", address=address).found == 3
        assert index.bring_up_to_date(books, address=address)[0] in (0, 2)  # the others are younger than two seconds
        assert index.find(books, "roof", address=address).found == 0


def test_an_index_on_a_server_is_not_emptied_by_a_workspace_without_records(tmp_path: Path, server: str) -> None:
    with pytest.raises(SettingError, match="would be emptied"):
        index.bring_up_to_date(Workspace(tmp_path), address=server)


def test_what_is_wrong_with_a_server_is_told_without_its_password(books: Workspace) -> None:
    for address in ("postgresql://ann:sesame@127.0.0.1:9/books", "postgresql://ann:sesame@[", "sqlite:///x?sesame"):
        with pytest.raises(SettingError) as raised:
            index.find(books, "roof", address=address)
        assert "sesame" not in str(raised.value), address
        assert "\n" not in str(raised.value)


def test_a_server_that_holds_something_else_is_left_alone(books: Workspace, server: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("DROP SCHEMA IF EXISTS minutebook CASCADE; CREATE SCHEMA minutebook")
        connection.execute("CREATE TABLE minutebook.theirs (id INT)")
        with pytest.raises(SettingError, match="holds something else"):
            index.bring_up_to_date(books, address=server)
        connection.execute("DROP SCHEMA minutebook CASCADE")


def test_an_update_of_a_server_waits_for_another_one(
    books: Workspace, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.bring_up_to_date(books, address=server)
    monkeypatch.setattr(postgres, "WAIT", 0.1)
    put(books, paper(f"{FORUM}/2025-01-15/minutes"))
    with psycopg.connect(server) as connection:
        connection.execute("SELECT pg_advisory_xact_lock(%s)", (0x4D426B31,))
        with pytest.raises(SettingError, match="is being written by another program"):
            index.bring_up_to_date(books, address=server)
        assert index.find(books, "roof", address=server).found == 3  # readers go on
    assert index.bring_up_to_date(books, address=server)[0] >= 1


# Filters


def test_filters_of_kind_body_outcome_and_marked(find: Find) -> None:
    assert places(find(kinds=("decision",))) == ["2025-05-13 decision 5.1", "2025-03-11 decision 3.2"]
    assert places(find(kinds=("action",), bodies=("schools",))) == ["2024-11-20 action"]
    assert places(find(kinds=("action",), bodies=(PARISH, FORUM))) == ["2025-03-11 action 4.1", "2024-11-20 action"]
    assert places(find(outcomes=("refused",))) == ["2025-05-13 decision 5.1"]
    assert places(find(marked=True)) == ["2025-03-11 action 4.1"]
    assert find("garden", bodies=("ambleforth",)).found == 0


def test_an_unknown_body_is_told_with_those_that_look_alike(find: Find) -> None:
    with pytest.raises(SettingError, match=f"no records of such a body. Do you mean {PARISH}"):
        find("roof", bodies=("Amblefort",))


def test_filter_of_dates(find: Find) -> None:
    def since(since: str, until: str = "") -> list[str]:
        days = {"since": day_typed("--from", since, last=False), "until": day_typed("--to", until, last=True)}
        return places(find("lane OR grant", kinds=("minute",), **days))

    assert sorted(since("2025-03-11")) == [
        "2025-03-11 minute 3.1", "2025-03-11 minute 3.2", "2025-03-11 minute 4.1", "2025-05-13 minute 3.1",
    ]  # fmt: skip
    assert since("2025-03-12") == ["2025-05-13 minute 3.1"]
    assert since("2024", "2024") == ["2024-11-20 minute 6.1"]
    assert since("", "2025-03-10") == ["2024-11-20 minute 6.1"]
    assert since("2025-04", "2025-05") == ["2025-05-13 minute 3.1"]


def test_a_record_of_a_year_lies_in_every_range_that_meets_it(books: Workspace, find: Find) -> None:
    put(books, paper(f"{PARISH}/2019/minutes", title="Annual parish meeting"))
    for since, until, found in (("2019-06", "2019-07", 1), ("2018", "2019-01-01", 1), ("2020", "2021", 0)):
        days = {"since": day_typed("", since, last=False), "until": day_typed("", until, last=True)}
        assert find("annual", **days).found == found, (since, until)


def test_filters_of_people(find: Find) -> None:
    assert places(find(owner="Garrow")) == places(find(owner="clerk")) == ["2025-03-11 action 4.1"]
    assert places(find(owner="Stainforth")) == []  # he moved, and owns nothing
    assert places(find(person="Hugh Stainforth", kinds=("decision",))) == ["2025-03-11 decision 3.2"]
    assert sorted(places(find(person="Judith Garrow"))) == ["2024-11-20 minute 6.1", "2025-03-11 action 4.1"]


def test_filters_of_item_and_amount(find: Find) -> None:
    assert sorted(places(find(item="3", bodies=(PARISH,), kinds=("minute",)))) == [
        "2025-03-11 minute 3.1", "2025-03-11 minute 3.2", "2025-05-13 minute 3.1",
    ]  # fmt: skip
    assert places(find(item="4.1", kinds=("minute",))) == ["2025-03-11 minute 4.1"]
    assert places(find("request", item="speed limits")) == ["2025-05-13 decision 5.1"]
    assert places(find(least=1000)) == ["2025-03-11 decision 3.2"]
    assert places(find(most=1000)) == ["2025-03-11 money"]
    assert places(find(least=1250, most=1250)) == ["2025-03-11 decision 3.2"]
    assert places(find(least=1251)) == []


def test_amounts_and_dates_as_people_type_them() -> None:
    typed = ("5000", "5,000", "£5,000", "5k", "0.005m", "£ 5k".replace(" ", ""))
    assert {amount_typed("--min-amount", one) for one in typed} == {5000.0}
    for wrong in ("lots", "5.000.000", "-3", ""):
        with pytest.raises(SettingError, match="not an amount"):
            amount_typed("--min-amount", wrong)
    for wrong in ("11/03/2025", "2025-13", "2025-3-1", "0000"):
        with pytest.raises(SettingError, match="not a date"):
            day_typed("--from", wrong, last=False)
    with pytest.raises(SettingError, match="there is no such day"):
        day_typed("--from", "2025-02-30", last=False)


@pytest.mark.parametrize(
    ("date", "days"),
    [("2025-03-11", 1), ("2025-02", 28), ("2024", 366), ("2018/2019", 730), ("2018-23", 365), ("2025-06-31", 30)],
)
def test_a_date_is_as_many_days_as_it_may_mean(date: str, days: int) -> None:
    first, last = days_of(date)
    assert last - first + 1 == days


def test_exempt_entries_are_marked_and_can_be_left_out(find: Find) -> None:
    hits = {hit.row["minute"]: hit.row["visibility"] for hit in find("pavilion", kinds=("minute",)).hits}
    assert hits == {"4.1": "public", "9.1": "exempt"}
    assert places(find("pavilion", kinds=("minute",), public=True)) == ["2025-03-11 minute 4.1"]
    # A sum and a table that stand under no item may belong to the exempt part: they are left out too.
    loose = find("wreath OR roofing", kinds=("money", "table"))
    assert [hit.row["visibility"] for hit in loose.hits] == ["unsure", "unsure"]
    assert find("wreath OR roofing", kinds=("money", "table"), public=True).found == 0


def test_what_reports_on_an_exempt_action_can_be_left_out_too(books: Workspace, find: Find) -> None:
    secret = Action(
        id=f"{PARISH}/2025-06-10/action/9.1", task="write to the caretaker", item="9", minute="9.1", marked=True,
        carried=False, visibility="exempt", evidence=at("write to the caretaker", 4),
    )  # fmt: skip
    exempt = Item(number="9", title="Staffing", visibility="exempt", evidence=at("9 Staffing", 4))
    report = secret.model_copy(
        update={
            "id": f"{PARISH}/2025-07-08/action-sheet/action/1", "visibility": "public", "item": None, "minute": None,
            "refers_to": secret.id, "carried": True, "task": "caretaker: letter sent",
        }
    )  # fmt: skip
    later = report.model_copy(update={"id": f"{PARISH}/2025-09-09/action-sheet/action/1", "refers_to": report.id})
    put(
        books,
        paper(f"{PARISH}/2025-06-10/minutes", items=(exempt,), actions=(secret,)),
        paper(f"{PARISH}/2025-07-08/action-sheet", "action-sheet", actions=(report,)),
        paper(f"{PARISH}/2025-09-09/action-sheet", "action-sheet", actions=(later,)),
    )
    assert find("caretaker", kinds=("action",)).found == 3
    assert find("caretaker", kinds=("action",), public=True).found == 0
    put(books, paper(f"{PARISH}/2025-06-10/minutes", items=(exempt,)))
    assert find("caretaker", kinds=("action",), public=True).found == 2


# Queries that can't be read, and words that no record has


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ('"speed limit', "The quote that opens before “speed limit” is not closed."),
        ('limit "', "The quote that opens at the end is not closed."),
        ("(grants OR loans", "A bracket is opened and not closed."),
        ("grants)", "A bracket is closed that was never opened."),
        ("()", "Nothing stands between the brackets."),
        ("grants OR", "Nothing stands after OR."),
        ("OR grants", "Nothing stands before OR."),
        ("grants AND", "Nothing stands after AND."),
        ("AND grants", "Nothing stands before AND."),
        ("grants AND OR loans", "Nothing stands after AND."),
        ("NOT grants", "Nothing stands before NOT: say what to find without it."),
        ("loans OR NOT grants", "Nothing stands before NOT, after OR: say what to find without it."),
        ("grants NOT", "Nothing stands after NOT."),
        ("*ant", "The star in “*ant” stands before letters"),
        ("gr*nt", "The star in “gr*nt” stands before letters"),
        ("*", "A star stands alone"),
        ("g*", "“g*” would find too much"),
        ('"sports pav*"', "The star in “sports pav*” ends more than one word"),
        ("–", "There is no word in “–”."),
        ("word " * 61, "The query has more than 60 words."),
        ("(" * 21 + "a" + ")" * 21, "More than 20 brackets stand in each other."),
    ],
)
def test_what_is_wrong_with_a_query_is_said_in_words(typed: str, said: str) -> None:
    with pytest.raises(SettingError) as raised:
        query.parse(typed)
    assert str(raised.value).startswith(said)
    assert "\n" not in str(raised.value)


def test_no_text_breaks_a_search(find: Find) -> None:
    for typed in (
        "it's",
        "e-mail",
        "3.1",
        "a:b",
        "title:roof",
        "^roof",
        "roof + lane",
        "{roof}",
        "\x00",
        "NEAR(a b)",
        "'; --",
    ):
        try:
            find(typed)
        except SettingError as error:
            assert "There is no word" in str(error), typed


def test_a_misspelt_word_is_told_with_the_one_that_was_meant(find: Find) -> None:
    assert find("pavillion").suggestion == "pavilion"
    assert find('"speed limti" AND lane').suggestion == '"speed limit" AND lane'
    assert find("raof").suggestion == "roof"
    assert find("qwzxv").suggestion == ""
    assert find("roof").suggestion == ""  # found: nothing to suggest
    assert find("roof wreath").suggestion == ""  # nothing has both, and both are words


# The index and the records


def files_read(books: Workspace) -> int:
    with closing(sqlite.open_sqlite(index.index_file(books))) as store:
        return index.refresh(store, books)


def age(books: Workspace) -> None:
    """Let all files and folders be an hour old: what is younger than two seconds is looked at again."""
    for path in (books.output, *books.output.rglob("*")):
        os.utime(path, (time.time() - 3600,) * 2)


def test_an_index_in_step_reads_nothing(books: Workspace) -> None:
    age(books)
    assert files_read(books) == 3
    assert files_read(books) == 0
    before = index.index_file(books).read_bytes()
    index.find(books, "roof")
    assert index.index_file(books).read_bytes() == before


def test_new_changed_and_deleted_records_are_noticed(books: Workspace, find: Find) -> None:
    age(books)
    assert find("roof").found == 3
    changed = MARCH.model_copy(update={"actions": ()})
    put(books, changed)
    put(books, paper(f"{FORUM}/2025-01-15/minutes", title="Roof works"))
    assert find("builder").found == 0
    assert places(find("works")) == ["2025-01-15 paper"]
    books.path_of(SCHOOLS.id).unlink()
    assert find("growth").found == 0
    assert find("roof").found == 3  # the minute, the table, the new paper


def test_a_file_rewritten_where_it_lies_is_noticed(books: Workspace, find: Find) -> None:
    age(books)
    assert find("builder").found == 1
    path = books.path_of(MARCH.id)
    text = path.read_text("utf-8")
    path.write_text(text.replace("ask the builder", "ask the thatcher"), "utf-8")
    assert (find("builder").found, find("thatcher").found) == (0, 1)


def test_a_file_rewritten_within_one_tick_of_the_clock_is_noticed(books: Workspace, find: Find) -> None:
    assert find("builder").found == 1  # the files are younger than two seconds
    path = books.path_of(MARCH.id)
    state = path.stat()
    path.write_text(path.read_text("utf-8").replace("builder", "roofers"), "utf-8")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert path.stat().st_size == state.st_size
    assert (find("builder").found, find("roofers", kinds=("action",)).found) == (0, 1)


def test_a_touched_file_is_not_indexed_again(books: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    index.find(books, "roof")
    age(books)
    with monkeypatch.context() as patch:
        patch.setattr("pipeline.search.store.Store.add", None)  # indexing anything would fail
        assert index.find(books, "roof").found == 3
    assert files_read(books) == 0


def test_a_thousand_changes_give_the_index_of_one_build(books: Workspace) -> None:
    for _ in range(3):
        for record in (MAY, MARCH.model_copy(update={"decisions": ()}), SCHOOLS, MARCH):
            put(books, record)
            index.find(books, "roof")
    tables = (
        "SELECT stem, entries FROM stems WHERE entries ORDER BY stem",
        "SELECT * FROM totals",
        "SELECT * FROM entries",
    )

    def content() -> list[object]:
        with closing(sqlite3.connect(index.index_file(books))) as file:
            file.execute("INSERT INTO found (found) VALUES ('integrity-check')")
            return [file.execute(table).fetchall() for table in tables]

    grown = content()
    index.index_file(books).unlink()
    index.find(books, "roof")
    assert grown == content()


def test_a_record_that_cannot_be_read_is_told_and_costs_itself_alone(books: Workspace, find: Find) -> None:
    path = books.path_of(MAY.id)
    path.write_text("kind: minutes\nkind: agenda\n", "utf-8")
    for _ in range(2):  # told each time, read once
        results = find("lane")
        assert places(results) == ["2025-03-11 minute 3.1", "2025-03-11 decision 3.2"] or results.found == 2
        [fault] = results.faults
        assert "2025-05-13/minutes.yaml" in fault
    put(books, MAY)
    assert find("lane").faults == ()


@pytest.mark.parametrize("content", [b"", b"no database at all" * 100, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_broken_index_is_made_anew(books: Workspace, local: Find, content: bytes) -> None:
    path = index.index_file(books)
    path.parent.mkdir()
    path.write_bytes(content)
    assert local("builder").found == 1
    assert local("builder").found == 1


def test_a_damaged_index_is_made_anew(books: Workspace, local: Find) -> None:
    local("builder")
    path = index.index_file(books)
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)  # all pages but the first
    path.write_bytes(content)
    assert local("builder").found == 1


def test_another_programs_file_is_made_anew(books: Workspace, local: Find) -> None:
    path = index.index_file(books)
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE records (id TEXT)")
    assert local("builder").found == 1


def test_an_index_of_another_version_is_made_anew(books: Workspace, local: Find) -> None:
    local("builder")
    with closing(sqlite3.connect(index.index_file(books))) as file:
        file.execute("UPDATE shown SET entry = '{}'")
        file.execute("PRAGMA user_version = 7")
        file.commit()
    assert local("builder").hits[0].row["page"] == 3


def test_a_locked_index_is_waited_for(books: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    index.find(books, "roof")
    path = index.index_file(books)
    program = (
        "import sqlite3, sys, time; db = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "db.execute('BEGIN EXCLUSIVE'); print('held', flush=True); time.sleep(float(sys.argv[2]))"
    )

    def hold(seconds: float) -> subprocess.Popen[str]:
        holder = subprocess.Popen(
            [sys.executable, "-c", program, str(path), str(seconds)], stdout=subprocess.PIPE, text=True
        )
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        return holder

    with hold(0.3):
        assert index.find(books, "roof").found == 3
    monkeypatch.setattr(sqlite, "WAIT", 0.1)
    with hold(30) as holder:
        with pytest.raises(SettingError, match="is being written by another program"):
            index.find(books, "roof")
        holder.kill()


def test_where_nothing_can_be_written_the_index_is_in_memory(books: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> sqlite3.Connection:
        error = sqlite3.OperationalError("unable to open database file")
        error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
        raise error

    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, **more: (real if path == ":memory:" else refuse)(path, **more))
    assert index.find(books, "builder").found == 1
    assert not index.index_file(books).exists()


def test_an_empty_workspace_finds_nothing(workspace: Path) -> None:
    assert index.find(Workspace(workspace), "roof").found == 0
    assert run(Workspace(workspace), "roof") == "There are no records yet: ingest some papers first.\n"


def test_nothing_is_made_in_a_folder_that_is_no_workspace(tmp_path: Path) -> None:
    assert index.find(Workspace(tmp_path), "roof").found == 0
    assert list(tmp_path.iterdir()) == []


def test_many_entries_of_one_record_all_have_places(workspace: Path) -> None:
    """More than a block, beside another record of the same day."""
    books = Workspace(workspace)
    money = tuple(Money(text=f"£{n}", amount=n, evidence=at(f"sum £{n}")) for n in range(1, 5001))
    put(books, paper(f"{PARISH}/2025-01-01/minutes", money=money))
    put(books, paper(f"{PARISH}/2025-01-01/report", "report", money=money[:10]))
    assert index.find(books, "sum", Filters(least=4990)).found == 11
    assert index.find(books, "sum", Filters(most=10)).found == 20


# The command


def run(books: Workspace, *typed: str) -> str:
    done = CliRunner().invoke(app, ["search", *typed, "--workspace", str(books.root)])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_the_command_shows_results_in_plain_text(books: Workspace) -> None:
    shown = run(books, "quote", "--kind", "action").splitlines()
    assert shown == [
        "  1. ACTION  Ambleforth Parish Council · 2025-03-11 · minute 4.1 · p. 3",
        "     Sports pavilion:",
        "     ask the builder for a second **quote** for the roof [Judith Garrow, Clerk; due 2025-05-31]",
        f"     id {PARISH}/2025-03-11/action/4.1",
        f"     minutebook show {PARISH}/2025-03-11/minutes",
        "",
        "1 result.",
    ]


def test_the_command_marks_words_in_headings_too(books: Workspace) -> None:
    shown = run(books, "pavilion roof", "--kind", "action").splitlines()
    assert shown[1:3] == [
        "     Sports **pavilion**:",
        "     ask the builder for a second quote for the **roof** [Judith Garrow, Clerk; due 2025-05-31]",
    ]


def test_the_command_marks_what_is_exempt(books: Workspace) -> None:
    assert "MINUTE [EXEMPT]  Ambleforth" in run(books, "caretaker")
    assert run(books, "caretaker", "--public") == "Nothing was found.\n"


def test_the_command_suggests(books: Workspace) -> None:
    assert run(books, "pavillion") == "Nothing was found.\nDid you mean: pavilion\n"


def test_the_command_prints_json(books: Workspace) -> None:
    found = json.loads(run(books, "signs", "--json"))
    assert (found["query"], found["found"], found["more"], found["suggestion"]) == ("signs", 1, False, None)
    [entry] = found["results"]
    assert entry["entry"] == f"{PARISH}/2025-03-11/decision/3.2"
    assert (entry["outcome"], entry["amount"], entry["page"], entry["people"]) == (
        "agreed",
        1250,
        2,
        ["Hugh Stainforth"],
    )
    [[start, end]] = entry["marks"]
    assert entry["sentence"][start:end] == "signs"


def test_a_bad_query_is_one_sentence_and_exit_code_2(books: Workspace) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "search", '"speed', "--workspace", str(books.root)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("minutebook: The quote that opens before “speed” is not closed.")
    assert done.stderr.count("\n") == 1


def test_a_search_of_an_index_in_step_loads_no_large_library(books: Workspace) -> None:
    age(books)
    index.find(books, "roof")
    program = (
        "import sys; from pipeline.cli import app\n"
        "try: app(['search', 'roof', '--workspace', sys.argv[1]])\n"
        "except SystemExit: pass\n"
        "print([n for n in ('pipeline.record', 'spacy', 'rich', 'yaml', 'rapidfuzz') if n in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(books.root)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_stems_are_of_words_without_accents_and_marks() -> None:
    assert (
        stems_of("The Clerk's grants, O’Brien’s café: £1,250.50 (3.1)") == " the clerk grant obrien cafe 1250 50 3 1 "
    )
    assert stems_of("–") == " "
