"""The action register: what later papers report of an action in other words, and which day "the next meeting" is."""

from __future__ import annotations

import pytest

from pipeline.record import Action, DateMention, Due, Evidence, Record
from pipeline.track.find import find_life, short_ref
from pipeline.track.life import Life
from pipeline.track.likeness import stem
from pipeline.track.next_meeting import next_meetings
from tests.test_track import BRIDGE, FIELD, LEE, MARSH, action, events, lives, paper

MARCH, MAY, JULY = "2025-03-11", "2025-05-13", "2025-07-08"
LEAFLET = "send the Clerk entries for the walks leaflet"


def by(task: str, *owners: str, words: str, **more: str) -> Action:
    """An action whose due is in words."""
    return action(task, *owners).model_copy(update={"due": Due(text=words, date=more.get("date"))})


def next_on(record: Record, day: str) -> Record:
    """The paper with the day of its next meeting in it."""
    told = DateMention(text=day, value=day, kind="next-meeting", evidence=Evidence(quote=day))
    return record.model_copy(update={"dates": (told,)})


# --- reports in other words


def test_a_report_in_other_words_is_on_the_only_action_that_is_near() -> None:
    said = "Leaflet of walks: three parishes gave entries and it was printed on 2 May."
    report = action(said, carried=True, status="completed", progress="Completed.", rule="action-list")
    [life] = lives(paper(MARCH, action(LEAFLET, FIELD)), paper(MAY, report))
    assert (events(life), life.status) == (["raised", "closed"], "completed")


def test_the_same_words_without_a_report_stay_a_question() -> None:
    said = action("Leaflet of walks: three parishes gave entries and it was printed on 2 May.", rule="action-list")
    first, second = lives(paper(MARCH, action(LEAFLET, FIELD)), paper(MAY, said))
    assert [doubt.other for doubt in second.doubts] == [first.ref]


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Ann Lee had written to the brewery about the village pump.", "completed"),
        ("Ann Lee had written to the brewery about the village pump and will write again.", "open"),
        ("Ann Lee had not yet written to the brewery about the village pump.", "open"),
        ("Ann Lee to write to the brewery about the village pump.", "open"),
    ],
)
def test_a_row_without_a_state_is_done_where_its_words_say_so(said: str, status: str) -> None:
    first = paper(MARCH, action("write to the brewery about the village pump", LEE))
    [life] = lives(first, paper(MAY, action(said, rule="action-list")))
    assert life.status == status


def test_a_past_form_is_the_same_word() -> None:
    assert [stem(word) for word in ("sent", "written", "bought")] == ["send", stem("write"), "buy"]


def test_another_task_of_the_same_owner_with_its_own_day_is_another_action() -> None:
    one = by("bring a report on the riverside orchard fund", FIELD, words="13 May", date=MAY)
    two = by("publish the criteria for the riverside orchard fund", FIELD, words="1 July", date="2025-07-01")
    first, second = lives(paper(MARCH, one), paper(MAY, two))
    assert (len(first.steps), len(second.steps)) == (1, 1)


@pytest.mark.parametrize(
    ("first", "then", "because"),
    [
        (
            "The open day at the old mill is on 25 May",
            "The next open day at the old mill is in the spring",
            "another one",
        ),
        (
            "Members are invited to declare interests in the business of this meeting",
            "Members were asked to declare interests in the business of this meeting",
            "each meeting's own",
        ),
    ],
)
def test_what_each_time_is_anew_is_another_action(first: str, then: str, because: str) -> None:
    one, two = lives(paper(MARCH, action(first, LEE)), paper(MAY, action(then, LEE)))
    assert len(one.steps) == len(two.steps) == 1, because


def test_what_says_this_is_of_its_own_heading() -> None:
    first = action("accept the membership of the walking club, subject to bank details", LEE)
    said = action("This membership was accepted subject to bank details of the walking club", LEE)
    heading = {"topic": "Membership"}
    one, two = lives(
        paper(MARCH, first.model_copy(update=heading)), paper(MAY, said.model_copy(update={"topic": "Sailing club"}))
    )
    assert len(one.steps) == len(two.steps) == 1
    [life] = lives(paper(MARCH, first.model_copy(update=heading)), paper(MAY, said.model_copy(update=heading)))
    assert events(life) == ["raised", "reported"]


def test_even_a_report_is_on_another_action_after_years() -> None:
    report = action("Set up the poll of members", LEE, carried=True, status="completed", progress="Completed.")
    first, second = lives(paper("2023-08-20", action("Set up the poll of members", LEE)), paper("2025-08-20", report))
    assert (first.status, second.status) == ("open", "completed")


# --- when it is due


def due_of(*papers: Record) -> tuple[str | None, str | None]:
    [life] = lives(*papers)
    return life.due.text, life.due.date


def test_the_next_meeting_is_on_the_day_that_the_paper_states() -> None:
    first = next_on(paper(MARCH, by(BRIDGE, LEE, words="the next meeting")), "2025-04-15")
    assert due_of(first, paper(MAY)) == ("the next meeting", "2025-04-15")
    [life] = lives(first)
    assert life.due_first == Due(text="the next meeting")  # what was said first is kept as it was said


def test_else_on_the_day_of_the_next_that_papers_are_here_of() -> None:
    first = paper(MARCH, by(BRIDGE, LEE, words="before the next meeting"))
    assert due_of(first, paper(MAY), paper(JULY)) == ("before the next meeting", MAY)
    assert due_of(first) == ("before the next meeting", None)


@pytest.mark.parametrize("words", ["the next Finance Committee meeting", "after the next meeting", "next year"])
def test_other_words_are_no_day(words: str) -> None:
    assert due_of(paper(MARCH, by(BRIDGE, LEE, words=words)), paper(MAY)) == (words, None)


def test_a_meeting_a_year_away_is_not_the_next() -> None:
    assert next_meetings([paper("2024-03-12"), paper(MARCH)]) == {}


def again(words: str, date: str | None = None) -> Action:
    more = {"date": date} if date else {}
    return by(BRIDGE, LEE, words=words, **more).model_copy(update={"carried": True})


def test_a_stated_day_stands_against_vague_words_until_it_has_come() -> None:
    first = paper(MARCH, by(BRIDGE, LEE, words="1 August 2025", date="2025-08-01"))
    vague = paper(MAY, again("the next meeting"))
    assert due_of(first, vague, paper(JULY)) == ("1 August 2025", "2025-08-01")
    later = paper(JULY, again("2 September 2025", "2025-09-02"))
    assert due_of(first, vague, later) == ("2 September 2025", "2025-09-02")


def test_after_its_day_the_next_meeting_is_a_later_one() -> None:
    first = paper(MARCH, by(BRIDGE, LEE, words="1 May 2025", date="2025-05-01"))
    papers = (first, paper(MAY, again("the next meeting")), paper(JULY))
    assert due_of(*papers) == ("the next meeting", JULY)
    [life] = lives(*papers)
    assert events(life) == ["raised", "extended"]
    assert due_of(first, paper(MAY, again("as soon as possible"))) == ("1 May 2025", "2025-05-01")


def test_each_next_meeting_puts_it_off_once() -> None:
    same: tuple[Life, ...] = tuple(
        lives(
            paper(MARCH, by(BRIDGE, MARSH, words="next meeting")),
            paper(MAY, by(BRIDGE, MARSH, words="next meeting").model_copy(update={"carried": True})),
            paper(JULY),
        )
    )
    assert [(life.extensions, life.due.date) for life in same] == [(1, JULY)]


# --- found by what the table shows


def test_an_action_is_found_by_its_short_reference() -> None:
    known = lives(paper(MARCH, action(BRIDGE, LEE)), paper(MAY, action("mend the gate at Low Bank", MARSH)))
    assert short_ref("ambleforth-parish-council/2025-05-13/action/8.2-2") == "2025-05-13 · 8.2-2"
    assert short_ref("ambleforth-parish-council/2025-05-13/action-sheet/action/3") == "2025-05-13 action-sheet · 3"
    found, ref = find_life(known, "2025-05-13 · 1")
    assert (found.task, ref) == ("mend the gate at Low Bank", "ambleforth-parish-council/2025-05-13/action/1")
