"""The invented bodies' year, from the records in output/: each action's life, each planted fault, what officers ask.

Every expected value is the script's (story.md), typed from the papers. That output/ is what the papers give is the
business of test_demo.
"""

from __future__ import annotations

import contextlib
import io
import json
import shutil
from collections.abc import Callable
from typing import Any

import pytest

from pipeline.cli import app
from tests.conftest import ROOT

Json = dict[str, Any]
APC, FORUM, CABINET = "ambleforth-parish-council", "harrowdale-schools-forum", "harrowdale-district-council-cabinet"
AS_OF = "2026-01-31"


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Any]:
    """Runs a command on the records of the corpus and gives the JSON that it prints."""
    root = tmp_path_factory.mktemp("story")
    for name in ("corpus", "output"):
        shutil.copytree(ROOT / name, root / name)

    def run(*words: str) -> Any:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            app([*words, "--workspace", str(root)], standalone_mode=False)
        return json.loads(printed.getvalue())

    return run


@pytest.fixture(scope="module")
def register(ask: Callable[..., Any]) -> list[Json]:
    lives = ask("actions", "--status", "any", "--as-of", AS_OF, "--format", "json")
    assert isinstance(lives, list)
    return lives


@pytest.fixture(scope="module")
def findings(ask: Callable[..., Any]) -> list[Json]:
    found = ask("check", "--json")
    assert isinstance(found, list)
    return found


def life(register: list[Json], body: str, raised: str, *words: str) -> Json:
    """The one life of a body that was raised on a day and has these words in its task."""
    found = [
        one
        for one in register
        if one["ref"].startswith(f"{body}/")
        and one["raised"]["date"] == raised
        and all(word.casefold() in one["task"].casefold() for word in words)
    ]
    assert len(found) == 1, [one["task"] for one in found]
    return found[0]


def events(one: Json) -> list[tuple[str, str]]:
    """What happened and when; what only says again what has been said is left out."""
    return [(step["date"], step["event"]) for step in one["history"] if step["event"] not in ("repeated", "reported")]


# The register: raised, task words, owners, first due, last due, status, vanished, the day that closed it

GARROW, PELL, THACKRAY, MARWOOD, VENN, STAINFORTH, ORDE, BEXLEY = (
    *("Judith Garrow", "Desmond Pell", "Imogen Thackray", "Rosalind Marwood"),
    *("Priya Venn", "Hugh Stainforth", "Callum Orde", "Norah Bexley"),
)
BRANDRETH, FARRAR, NUNN, CRANE = "Ottilie Brandreth", "Lionel Farrar", "Cordelia Nunn", "Bartholomew Crane"
LIVES = {
    "lamp": (APC, "2025-01-14", "repair date", [GARROW], None, None, "completed", "2025-01-14"),
    "verge": (APC, "2025-01-14", "highways engineer", [THACKRAY], None, None, "completed", "2025-03-11"),
    "comments": (APC, "2025-01-14", "both comments", [GARROW], "2025-01-28", "2025-01-28", "completed", "2025-01-14"),
    "forecast": (
        APC,
        "2025-01-14",
        "budget forecast",
        [PELL, GARROW],
        "2025-05",
        "2025-11-11",
        "completed",
        "2025-11-11",
    ),
    "surfacing": (APC, "2025-01-14", "new surfacing", [VENN], None, None, "completed", "2025-03-11"),
    "path": (APC, "2025-01-14", "landowner", [MARWOOD], None, "2025-03-11", "completed", "2025-01-14"),
    "reply": (APC, "2025-01-14", "draft a reply", [PELL], None, "2025-02-28", "completed", "2025-03-11"),
    "newsletter": (APC, "2025-01-14", "newsletter", ["ALL"], "2025-02-14", "2025-02-14", "completed", "2025-03-11"),
    "waste": (APC, "2025-01-14", "waste collection", [BEXLEY], None, None, "completed", "2025-03-11"),
    "grant": (APC, "2025-03-11", "community grant", [GARROW], "2025-04-30", "2025-04-30", "completed", "2025-09-09"),
    "notice": (APC, "2025-05-13", "public rights", [GARROW], "2025-06-06", "2025-06-06", "completed", "2025-07-08"),
    "insurance": (APC, "2025-05-13", "insurance", [GARROW], "2025-05-31", "2025-05-31", "completed", "2025-07-08"),
    "potholes": (APC, "2025-05-13", "potholes", [ORDE], None, None, "completed", "2025-09-09"),
    "bench": (APC, "2025-05-13", "bench", [VENN, MARWOOD], "2025-07-08", "2025-07-08", "completed", "2026-01-13"),
    "litter bin": (APC, "2025-05-13", "litter bin", [BEXLEY], None, None, "completed", "2025-09-09"),
    "savings": (APC, "2025-07-08", "savings", [GARROW], "2025-07-31", "2025-07-31", "open", None),
    "gazebo": (APC, "2025-07-08", "gazebo", [STAINFORTH], None, None, "completed", "2025-09-09"),
    "posters": (APC, "2025-07-08", "posters", [ORDE], None, None, "completed", "2025-09-09"),
    "dog bin": (APC, "2025-09-09", "dog bin", [BEXLEY], None, None, "completed", "2025-11-11"),
    "ditch": (APC, "2025-09-09", "ditch", [STAINFORTH], "2025-10-31", "2025-10-31", "completed", "2026-01-13"),
    "buses": (APC, "2025-09-09", "Buses", [GARROW], "2025-09-30", "2025-09-30", "cancelled", "2025-11-11"),
    "battery": (APC, "2025-09-09", "battery", [THACKRAY], None, None, "completed", "2025-11-11"),
    "mower": (APC, "2025-09-09", "mower", ["Clerk"], None, None, "completed", "2025-11-11"),
    "tender": (APC, "2025-11-11", "tender", ["R. Marwood"], "2025-12-31", "2026-03-10", "open", None),
    "lease": (APC, "2025-11-11", "heads of terms", ["J. Garrow"], "2025-11-30", "2025-11-30", "open", None),
    "oak bench": (APC, "2026-01-13", "oak bench", [GARROW], "2026-01-30", "2026-01-30", "open", None),
    "deficit list": (FORUM, "2025-01-16", "circulate the list", [FARRAR], None, None, "completed", "2025-03-20"),
    "letter": (FORUM, "2025-01-16", "late announcement", [BRANDRETH], None, None, "completed", "2025-06-12"),
    "rates": (FORUM, "2025-01-16", "email the rates", [FARRAR], "2025-02-14", "2025-02-14", "completed", "2025-10-16"),
    "survey of places": (FORUM, "2025-01-16", "survey", ["Damaris Oakes"], None, None, "completed", "2025-03-20"),
    "report": (FORUM, "2025-03-20", "report on a", [FARRAR], "2025-06-12", "2025-06-12", "completed", "2025-10-16"),
    "protocol": (FORUM, "2025-03-20", "protocol", [BRANDRETH], None, None, "superseded", "2025-10-16"),
    "nominations": (FORUM, "2025-03-20", "nominate", [NUNN], "2025-04-30", "2025-09-30", "completed", "2025-10-16"),
    "criteria": (FORUM, "2025-06-12", "criteria", [FARRAR], "2025-07-31", "2025-07-31", "completed", "2025-10-16"),
    "resource bases": (FORUM, "2025-06-12", "resource bases", [CRANE], "2025-10-16", "2026-01-15", "open", None),
    "cover": (FORUM, "2025-10-16", "head teachers", ["Solomon Petch"], None, None, "open", None),
    "thresholds": (CABINET, "2025-04-08", "thresholds", ["Perpetua Lyle"], None, None, "open", None),
    "outturn": (CABINET, "2025-04-08", "final position", ["Oswin Hale"], "2025-06-10", "2025-06-10", "open", None),
}


@pytest.mark.parametrize("name", LIVES)
def test_a_life(name: str, register: list[Json]) -> None:
    body, raised, words, owners, first, last, status, closed = LIVES[name]
    one = life(register, body, raised, words)
    assert [owner["name"] for owner in one["owners"]] == owners
    assert one["due"]["date"] == last
    original = one["due"]["original"] or ""
    assert (original if original[:1].isdigit() else None) == first  # words such as "next meeting" are no day
    assert ("open" if one["status"] == "in_progress" else one["status"]) == status
    assert next((day for day, event in events(one) if event == "closed"), None) == closed


def test_only_the_savings_vanish(register: list[Json]) -> None:
    gone = [one["task"] for one in register if one["vanished"]]
    assert gone == ["Clerk to move £5,000 to the savings account by 31 July."]


def test_only_what_is_open_past_its_day_is_overdue(register: list[Json]) -> None:
    late = {one["task"] for one in register if one["overdue"]}
    assert late == {
        "Clerk to move £5,000 to the savings account by 31 July.",
        "Clerk to send the heads of terms to the tenant by 30 November 2025.",
        "Clerk to order the oak bench by 30 January 2026.",
        "Survey secondary heads about resource bases",  # the log's 15 January 2026
        "the Director of Finance report the final position to the Cabinet on 10 June 2025.",
    }


def test_a_due_date_that_was_moved_twice(register: list[Json]) -> None:
    one = life(register, APC, "2025-01-14", "forecast")
    assert one["extensions"] == 2
    assert [day for day, event in events(one) if event == "extended"] == ["2025-03-11", "2025-09-09"]


def test_a_due_date_that_was_moved_once(register: list[Json]) -> None:
    one = life(register, APC, "2025-11-11", "tender")
    assert (one["extensions"], events(one)) == (1, [("2025-11-11", "raised"), ("2026-01-13", "extended")])


def test_the_bench_is_spoken_of_at_each_meeting(register: list[Json]) -> None:
    days = {step["date"] for step in life(register, APC, "2025-05-13", "bench")["history"]}
    assert days == {"2025-05-13", "2025-07-08", "2025-09-09", "2025-11-11", "2026-01-13"}


def test_what_only_a_sheet_closes_is_closed_by_that_sheet(register: list[Json]) -> None:
    [close] = [
        step for step in life(register, FORUM, "2025-01-16", "email the rates")["history"] if step["event"] == "closed"
    ]
    assert close["record"] == f"{FORUM}/2025-10-16/action-sheet"
    assert close["progress"] == "Completed on 12 February 2025"


def test_a_closing_has_its_evidence(register: list[Json]) -> None:
    [close] = [step for step in life(register, APC, "2025-01-14", "forecast")["history"] if step["event"] == "closed"]
    assert close["record"] == f"{APC}/2025-11-11/minutes"
    assert close["progress"] == "Circulated to members on 3 November 2025. Completed."


def test_actions_in_nearly_the_same_words_stay_two(register: list[Json]) -> None:
    litter, dog = life(register, APC, "2025-05-13", "litter bin"), life(register, APC, "2025-09-09", "dog bin")
    assert {step["date"] for step in litter["history"]} == {"2025-05-13", "2025-09-09"}
    assert {step["date"] for step in dog["history"]} == {"2025-09-09", "2025-11-11"}


def test_an_action_of_exempt_business_is_exempt(register: list[Json]) -> None:
    assert {one["task"] for one in register if one["visibility"] == "exempt"} == {
        "Clerk to send the heads of terms to the tenant by 30 November 2025."
    }


# The findings: code, where it shows, what its sentence must hold

FAULTS = {
    "no minute": ("agenda-item-not-minuted", f"{APC}/2025-03-11/agenda", "PLANNING APPLICATIONS"),
    "total": ("column-against-total", f"{APC}/2025-03-11/minutes", "1,186.65", "1,168.65"),
    "weekday": ("weekday-against-date", f"{APC}/2025-09-09/minutes", "Wednesday 11 November 2025", "Tuesday"),
    "votes": ("more-votes-than-members", f"{APC}/2025-09-09/minutes", "6 votes", "5 members"),
    "owner": ("action-owner-differs", f"{APC}/2025-09-09/minutes", "Hugh Stainforth", "Orde"),
    "not on sheet": ("action-not-on-sheet", f"{APC}/2025-09-09/minutes", "battery"),
    "only on sheet": ("action-not-in-minutes", f"{APC}/2025-09-09/action-sheet", "Buy the mower"),
    "condition": ("condition-not-heard-of", f"{FORUM}/2025-03-20/minutes", "consent of the Department for Education"),
    "amount": ("resolution-differs", f"{FORUM}/2025-06-12/report", "£150,000", "£120,000"),
    "year": ("past-meeting-to-come", f"{FORUM}/2025-10-16/minutes", "12 June 2026", "12 June 2025"),
    "unmarked": ("commitment-not-marked", f"{FORUM}/2025-10-16/minutes", "writing to head teachers"),
    "unmarked, May": ("commitment-not-marked", f"{APC}/2025-05-13/minutes", "litter bin"),
    "unmarked, July": ("commitment-not-marked", f"{APC}/2025-07-08/minutes", "posters"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found_once(name: str, findings: list[Json]) -> None:
    code, record, *words = FAULTS[name]
    found = [
        one
        for one in findings
        if one["code"] == code and one["place"]["record"] == record and all(word in one["message"] for word in words)
    ]
    assert len(found) == 1
    assert all(one["place"]["evidence"]["quote"] for one in found)


def test_nothing_else_is_an_error_or_a_warning(findings: list[Json]) -> None:
    told = {(code, record) for code, record, *_ in FAULTS.values()}
    serious = [one for one in findings if one["severity"] in ("error", "warning")]
    assert [one["message"] for one in serious if (one["code"], one["place"]["record"]) not in told] == []
    assert len(serious) == len({(one["code"], one["place"]["record"]) for one in serious})


# What officers ask: the words they type, and the meeting and words of what should come first

QUESTIONS = [
    (("falling rolls fund", "--kind", "decision"), f"{FORUM}/2025-06-12/minutes", "£120,000"),
    (("minimum funding guarantee", "--body", CABINET), f"{CABINET}/2025-02-11/minutes", "0.5%"),
    (("precept", "--from", "2026-01-01"), f"{APC}/2026-01-13/minutes", "£25,800"),
    (('"litter bin"', "--kind", "action"), f"{APC}/2025-05-13/minutes", "Chapel Rise"),
    (("mower", "--kind", "decision"), f"{APC}/2025-09-09/minutes", "£1,150"),
    (("lend village hall", "--outcome", "refused"), f"{APC}/2025-05-13/minutes", "£2,000"),
    (("early years rates", "--kind", "action", "--person", "Farrar"), f"{FORUM}/2025-01-16/minutes", "providers"),
    (("protocol special schools", "--kind", "action"), f"{FORUM}/2025-03-20/minutes", "equipment"),
    (("lease NOT exempt", "--to", "2025-02-01"), f"{APC}/2025-01-14/minutes", "defer"),
    (("quotation", "--min-amount", "9000", "--kind", "decision"), f"{APC}/2025-03-11/minutes", "Quillmere"),
]


@pytest.mark.parametrize(("words", "record", "text"), QUESTIONS, ids=[words[0] for words, _, _ in QUESTIONS])
def test_what_an_officer_asks(words: tuple[str, ...], record: str, text: str, ask: Callable[..., Any]) -> None:
    results = ask("search", *words, "--json")["results"]
    assert results
    assert results[0]["id"] == record
    assert text in results[0]["text"]


def test_a_word_mistyped_is_answered_with_the_right_one(ask: Callable[..., Any]) -> None:
    answer = ask("search", "gazbo", "--json")
    assert (answer["results"], answer["suggestion"]) == ([], "gazebo")


# Lineage and people


def links(ask: Callable[..., Any], decision: str) -> list[Json]:
    [one] = [one for one in ask("lineage", decision, "--json")["decisions"] if one["id"] == decision]
    return list(one["links"])


def test_what_the_forum_recommended_the_cabinet_resolved(ask: Callable[..., Any]) -> None:
    wanted, taken = f"{FORUM}/2025-01-16/decision/4.5", f"{CABINET}/2025-02-11/decision/90"
    [forth] = links(ask, wanted)
    [back] = links(ask, taken)
    assert (forth["kind"], forth["decision"]) == ("recommended-to", taken)
    assert (back["kind"], back["decision"]) == ("recommended-by", wanted)


def test_what_no_paper_here_took_up_is_not_said_to_be_taken(ask: Callable[..., Any]) -> None:
    shown = ask("lineage", f"{CABINET}/2025-04-08/minutes", "--all", "--json")["decisions"]
    [capital] = [one for one in shown if "£500,000" in one["text"]]
    assert [link["decision"] for link in capital["links"] if link["decision"]] == []


def test_members_and_their_time(ask: Callable[..., Any]) -> None:
    people = {one["name"]: one for one in ask("people", FORUM, "--json")["people"]}
    assert set(people) == {
        *("Winifred Astley", "Bartholomew Crane", "Damaris Oakes", "Fergus Lindale", "Henrietta Moor", "Solomon Petch"),
        *("Quentin Rusk", "Mabel Sowerby", "Jasper Thwaite", "Ottilie Brandreth", "Lionel Farrar", "Cordelia Nunn"),
    }
    assert (people["Mabel Sowerby"]["present"], people["Mabel Sowerby"]["apologies"]) == (0, 2)
    assert people["Jasper Thwaite"]["terms"][0]["from"] == "2025-10-16"
    assert people["Fergus Lindale"]["present"] == 3


def test_initials_are_the_same_people(ask: Callable[..., Any]) -> None:
    people = {one["name"]: one for one in ask("people", APC, "--json")["people"]}
    assert set(people) == {GARROW, PELL, THACKRAY, MARWOOD, VENN, STAINFORTH, ORDE, BEXLEY}
    assert people[PELL]["variants"] == ["D. Pell"]
    assert (people[PELL]["present"], people[MARWOOD]["present"], people[STAINFORTH]["present"]) == (7, 5, 6)
    capacities = {(held["capacity"], held["from"], held["to"]) for held in people[PELL]["capacities"]}
    assert capacities == {("Vice-Chair", "2025-01-14", "2025-03-11"), ("Chair", "2025-05-13", "2026-01-13")}
