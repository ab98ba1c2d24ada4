"""The checks across papers of an invented council: each finds its fault, and is silent on near misses."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from pipeline import check, extract
from pipeline.check.finding import Finding, Place
from pipeline.check.papers import Papers
from pipeline.record import (
    Action,
    Attendee,
    DateMention,
    Decision,
    Due,
    Evidence,
    Item,
    Kind,
    Minute,
    Money,
    Owner,
    Recommendation,
    Record,
)
from pipeline.rules.in_force import matcher_of
from pipeline.rules.match import Matcher
from tools.sample_findings import draw

BODY = "Ambleforth Parish Council"
SLUG = "ambleforth-parish-council"
MARCH, APRIL, MAY = "2025-03-11", "2025-04-08", "2025-05-13"


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return matcher_of(None)


def paper(day: str, kind: Kind = "minutes", name: str = "", **fields: Any) -> Record:
    """A paper of the parish council's meeting on that day, in a file of its own."""
    given: dict[str, Any] = {
        "id": f"{SLUG}/{day}/{name or kind}",
        "kind": kind,
        "title": f"{kind} of {day}",
        "source": {
            "path": f"corpus/{day}-{name or kind}.txt",
            "sha256": sha256(f"{day} {kind} {name}".encode()).hexdigest(),
            "media_type": "text/plain",
            "reader": "text",
        },
        "meeting": {"body": BODY, "date": day},
    }
    return Record.model_validate(given | fields)


def item(number: str, title: str, *texts: str) -> Item:
    minutes = tuple(
        Minute(number=f"{number}.{place}", text=text, evidence=Evidence(quote=text))
        for place, text in enumerate(texts, start=1)
    )
    return Item(number=number, title=title, minutes=minutes, evidence=Evidence(quote=title))


def date(text: str, value: str, kind: Any = "mention", minute: str | None = None) -> DateMention:
    return DateMention(text=text, value=value, kind=kind, minute=minute, evidence=Evidence(quote=text))


def action(
    task: str, *owners: str, marked: bool = True, minute: str | None = None, due: Due | None = None, **more: Any
) -> Action:
    given: dict[str, Any] = {
        "id": f"{SLUG}/action/{task[:20]}",
        "task": task,
        "owners": tuple(Owner(name=name, as_written=name) for name in owners),
        "due": due or Due(),
        "minute": minute,
        "marked": marked,
        "carried": False,
        "evidence": Evidence(quote=task),
    }
    return Action.model_validate(given | more)


def person(name: str, status: Any) -> Attendee:
    return Attendee(name=name, status=status, evidence=Evidence(quote=name))


def decision(text: str, outcome: Any = "agreed", item: str | None = None) -> Decision:
    return Decision(id=f"{SLUG}/decision/1", outcome=outcome, text=text, item=item, evidence=Evidence(quote=text))


def find(matcher: Matcher, code: str, *records: Record) -> list[Finding]:
    return list(check.check([Papers.of(SLUG, records, matcher)], codes={code}))


# Action sheets and minutes

GATE = "Write to the school about the broken gate on Mill Lane"
TREES = "Obtain three quotes for felling the diseased ash trees"
BENCH = "Order the memorial bench for the riverside walk"


def with_actions(*actions: Action) -> Record:
    return paper(MARCH, actions=actions)


def sheet(*rows: Action) -> Record:
    return paper(MARCH, "action-sheet", actions=rows)


def test_an_action_of_the_minutes_is_missed_on_the_sheet(matcher: Matcher) -> None:
    minutes = with_actions(action(GATE, "Ann Ash"), action(TREES, "Bob Birch"), action(BENCH, "Cy Cedar", minute="7.2"))
    rows = sheet(action("The school to be written to about the gate on Mill Lane", "AA"), action(TREES, "Bob Birch"))
    [found] = find(matcher, "action-not-on-sheet", minutes, rows)
    assert "7.2" in found.message and "Cy Cedar" in found.message and "memorial bench" in found.message
    assert found.place.evidence is not None and found.place.evidence.quote == BENCH
    assert found.other is not None and found.other.record.kind == "action-sheet"


def test_an_action_in_other_words_or_unmarked_is_not_missed(matcher: Matcher) -> None:
    minutes = with_actions(
        action(GATE), action(TREES), action(BENCH), action("Thank the volunteers of the litter pick", marked=False)
    )
    rows = sheet(action(GATE), action(TREES), action("Memorial bench for riverside walk to be ordered"))
    assert find(matcher, "action-not-on-sheet", minutes, rows) == []


def test_a_sheet_about_other_minutes_misses_nothing(matcher: Matcher) -> None:
    minutes = with_actions(action(GATE), action(TREES), action(BENCH))
    rows = sheet(action("Renew the insurance of the hall"), action("Audit the accounts of the allotments"))
    assert find(matcher, "action-not-on-sheet", minutes, rows) == []


def test_a_row_that_no_minutes_have(matcher: Matcher) -> None:
    minutes = with_actions(action(GATE), action(TREES))
    rows = sheet(action(GATE), action(TREES), action("Renew the insurance policy of the village hall", "Di Dogwood"))
    [found] = find(matcher, "action-not-in-minutes", minutes, rows)
    assert "Di Dogwood" in found.message and "village hall" in found.message
    told = paper(
        MARCH,
        actions=minutes.actions,
        items=(item("8", "Hall", "The insurance policy of the village hall is to be renewed."),),
    )
    [spoken] = find(matcher, "action-not-in-minutes", told, rows)
    assert (found.severity, spoken.severity) == ("warning", "info")
    before = paper(
        "2025-02-11", items=(item("4", "Hall", "The insurance policy of the village hall must be renewed."),)
    )
    assert find(matcher, "action-not-in-minutes", before, minutes, rows) == []


def test_one_action_with_two_owners(matcher: Matcher) -> None:
    minutes = with_actions(action(GATE, "Ann Ash"), action(TREES, "Bob Birch"))
    [found] = find(matcher, "action-owner-differs", minutes, sheet(action(GATE, "Cy Cedar"), action(TREES, "BB")))
    assert found.severity == "error"
    assert "Ann Ash" in found.message and "Cy Cedar" in found.message


@pytest.mark.parametrize("same", ["Ann Ash", "A. Ash", "AA", "Cllr Ash"])
def test_one_owner_written_in_two_ways(matcher: Matcher, same: str) -> None:
    minutes = with_actions(action(GATE, "Ann Ash"), action(TREES, "Bob Birch"))
    assert find(matcher, "action-owner-differs", minutes, sheet(action(GATE, same), action(TREES))) == []


def test_one_action_due_on_two_days(matcher: Matcher) -> None:
    one, two = Due(text="31 March", date="2025-03-31"), Due(text="30 April", date="2025-04-30")
    minutes = with_actions(action(GATE, due=one), action(TREES, due=two))
    [found] = find(matcher, "action-due-differs", minutes, sheet(action(GATE, due=two), action(TREES, due=two)))
    assert "31 March 2025" in found.message and "30 April 2025" in found.message
    month = Due(text="by the end of March", date="2025-03")
    assert find(matcher, "action-due-differs", minutes, sheet(action(GATE, due=month), action(TREES))) == []


def test_a_later_log_may_say_another_owner_and_a_later_day(matcher: Matcher) -> None:
    one, two = Due(text="31 March", date="2025-03-31"), Due(text="30 April", date="2025-04-30")
    minutes = with_actions(action(GATE, "Ann Ash", due=one), action(TREES, "Bob Birch"))
    log = paper(APRIL, "action-sheet", actions=(action(GATE, "Cy Cedar", due=two), action(TREES)))
    assert find(matcher, "action-due-differs", minutes, log) == []
    assert find(matcher, "action-owner-differs", minutes, log) == []


def test_what_is_carried_forward_is_no_new_action(matcher: Matcher) -> None:
    carried = action("Designs for the play area: one more had come in. Carried forward.")
    minutes = with_actions(action(GATE), action(TREES), carried)
    assert find(matcher, "action-not-on-sheet", minutes, sheet(action(GATE), action(TREES))) == []


def test_one_action_with_two_numbers(matcher: Matcher) -> None:
    minutes = with_actions(action(TREES), action("Order 12 chairs for the village hall", "Ann Ash"))
    rows = sheet(action(TREES), action("Order 20 chairs for the village hall", "Ann Ash"))
    [found] = find(matcher, "action-wording-differs", minutes, rows)
    assert "20 and 12" in found.message
    shorter = sheet(action(TREES), action("Order chairs for the village hall", "Ann Ash"))
    assert find(matcher, "action-wording-differs", minutes, shorter) == []


# Commitments that nobody marked


MARKED = (action(GATE, "Ann Ash"), action(TREES, "Bob Birch"), action(BENCH, "Cy Cedar"))


def test_a_commitment_nobody_marked(matcher: Matcher) -> None:
    said = action("The Clerk would be writing to the county about the verges", "Clerk", marked=False, minute="9.1")
    [found] = find(matcher, "commitment-not-marked", with_actions(*MARKED, said))
    assert "Minute 9.1: a task for Clerk" in found.message and "Clerk" in found.message and "verges" in found.message
    assert found.other is not None and found.other.evidence is not None and found.other.evidence.quote == GATE


def test_a_commitment_of_somebody_who_was_there(matcher: Matcher) -> None:
    said = action("Di Dogwood agreed to circulate the plan of the pond", "Di Dogwood", marked=False)
    there = paper(MARCH, actions=(*MARKED, said), attendance=(person("Di Dogwood", "in_attendance"),))
    assert len(find(matcher, "commitment-not-marked", there)) == 1
    assert find(matcher, "commitment-not-marked", with_actions(*MARKED, said)) == []


@pytest.mark.parametrize(
    "said",
    [
        action("The Clerk agreed to write to the school about the broken gate", "Clerk", marked=False),
        action("The Clerk would chase the grant", "Clerk", marked=False, carried=True),
        action("The Clerk would chase the grant", "Clerk", marked=False, confidence=0.4),
        action("Clerk to chase the grant", "Clerk", marked=False),
        action("The grant would be chased (CLK)", "Clerk", marked=False),
        action("The gas board would mend the pipe", "gas board", marked=False),
    ],
)
def test_what_is_marked_too_or_is_hardly_a_commitment(matcher: Matcher, said: Action) -> None:
    assert find(matcher, "commitment-not-marked", with_actions(*MARKED, said)) == []


def test_minutes_that_mark_nothing_or_mark_in_the_margin(matcher: Matcher) -> None:
    said = action("The Clerk would be writing to the county about the verges", "Clerk", marked=False)
    assert find(matcher, "commitment-not-marked", with_actions(*MARKED[:2], said)) == []
    assert find(matcher, "commitment-not-marked", with_actions(said), paper(APRIL, actions=MARKED)) == []
    assert len(find(matcher, "commitment-not-marked", with_actions(MARKED[0], said), paper(APRIL, actions=MARKED))) == 1
    margin = MARKED[0].model_copy(update={"evidence": Evidence(quote=GATE, rule="action-margin")})
    assert find(matcher, "commitment-not-marked", with_actions(margin, *MARKED[1:], said)) == []


def test_a_mark_beside_it_covers_a_commitment(matcher: Matcher) -> None:
    said = action("Ann Ash offered to look at other offers", "Ann Ash", marked=False, topic="Insurance")
    mark = action("Ask for prices of the policy", "Ann Ash", topic="Insurance")
    assert find(matcher, "commitment-not-marked", attended(*MARKED, mark, said)) == []
    elsewhere = action("Ask for prices of the policy", "Ann Ash", topic="Cemetery")
    assert len(find(matcher, "commitment-not-marked", attended(*MARKED, elsewhere, said))) == 1
    hers = [one.model_copy(update={"minute": number}) for one, number in ((mark, "4.1"), (said, "4.2"))]
    assert len(find(matcher, "commitment-not-marked", attended(*MARKED, *hers))) == 1


def test_a_mark_under_a_heading_of_its_own_covers_what_stands_before_it(matcher: Matcher) -> None:
    said = action("Ann Ash will bring it to the next meeting", "Ann Ash", marked=False, topic="Pond policy")
    mark = action("Share the draft", "Ann Ash", topic="Action")
    assert find(matcher, "commitment-not-marked", attended(*MARKED, said, mark)) == []
    assert len(find(matcher, "commitment-not-marked", attended(mark, *MARKED, said))) == 1


def test_a_draw_is_the_same_each_time_and_leaves_out_no_code() -> None:
    many = [Finding("often", "info", f"{n}", Place(paper(MARCH))) for n in range(90)]
    few = [Finding("seldom", "info", f"{n}", Place(paper(MARCH))) for n in range(6)]
    drawn = draw([*many, *few], 20, 7)
    assert drawn == draw([*many, *few], 20, 7) and len(drawn) == 20
    assert sum(one.code == "seldom" for one in drawn) >= 4
    assert len(draw(few, 20, 7)) == 6
    assert len({one.message for one in draw(many, 20, 7, plain=True)}) == 20


def attended(*actions: Action) -> Record:
    return paper(MARCH, actions=actions, attendance=(person("Ann Ash", "present"),))


def test_minutes_that_are_here_twice_are_told_of_once(matcher: Matcher) -> None:
    said = action("The Clerk would be writing to the county about the verges", "Clerk", marked=False)
    twice = [paper(MARCH, name=name, actions=(*MARKED, said)) for name in ("minutes", "minutes-2")]
    assert len(find(matcher, "commitment-not-marked", *twice)) == 1


# Meetings


def approving(day: str, words: str, approved: str, **fields: Any) -> Record:
    """Minutes of a day that approve those of another."""
    text = f"The minutes of the meeting held on {words} were approved as a correct record."
    dates = (date(words, approved), *fields.pop("dates", ()))
    return paper(day, items=(item("1", "Minutes", text), *fields.pop("items", ())), dates=dates, **fields)


def test_the_next_meeting_was_on_another_day(matcher: Matcher) -> None:
    said = "The next meeting will be on 1 April 2025."
    first = paper(
        MARCH, items=(item("9", "Next meeting", said),), dates=(date("1 April 2025", "2025-04-01", "next-meeting"),)
    )
    second = approving(APRIL, "11 March 2025", MARCH)
    [found] = find(matcher, "next-meeting-differs", first, second)
    assert "1 April 2025" in found.message and "8 April 2025" in found.message
    assert found.place.evidence is not None and found.place.evidence.quote == said
    assert found.other is not None and found.other.record.id == second.id


def test_the_next_meeting_was_as_announced_or_another_bodys(matcher: Matcher) -> None:
    second = approving(APRIL, "11 March 2025", MARCH)
    right = paper(MARCH, dates=(date("8 April", APRIL, "next-meeting"), date("13 May", MAY, "next-meeting")))
    assert find(matcher, "next-meeting-differs", right, second) == []
    said = "The Finance Committee will hold its next meeting on 1 April 2025."
    other = paper(
        MARCH, items=(item("9", "Finance", said),), dates=(date("1 April 2025", "2025-04-01", "next-meeting"),)
    )
    assert find(matcher, "next-meeting-differs", other, second) == []


def test_a_meeting_between_whose_papers_are_not_here(matcher: Matcher) -> None:
    first = paper(MARCH, dates=(date("1 April 2025", "2025-04-01", "next-meeting"),))
    assert find(matcher, "next-meeting-differs", first, approving(APRIL, "1 April 2025", "2025-04-01")) == []


def test_minutes_approved_of_a_day_without_a_meeting(matcher: Matcher) -> None:
    [found] = find(matcher, "approved-date-differs", paper(MARCH), approving(APRIL, "12 March 2025", "2025-03-12"))
    assert "12 March 2025" in found.message and "11 March 2025" in found.message
    [year] = find(matcher, "approved-date-differs", paper(MARCH), approving(APRIL, "11 March 2024", "2024-03-11"))
    assert "11 March 2024" in year.message


def test_minutes_approved_of_a_meeting_that_is_known_or_may_have_been(matcher: Matcher) -> None:
    assert find(matcher, "approved-date-differs", paper(MARCH), approving(APRIL, "11 March 2025", MARCH)) == []
    assert find(matcher, "approved-date-differs", paper(MARCH), approving(MAY, "8 April 2025", APRIL)) == []
    both = "The minutes of the meetings of 11 March 2025 and 12 March 2025 were approved."
    dates = (date("11 March 2025", MARCH), date("12 March 2025", "2025-03-12"))
    two = paper(APRIL, items=(item("1", "Minutes", both),), dates=dates)
    assert find(matcher, "approved-date-differs", paper(MARCH), two) == []


def test_minutes_that_nobody_approved(matcher: Matcher) -> None:
    second = approving(APRIL, "11 February 2025", "2025-02-11")
    third = approving(MAY, "8 April 2025", APRIL)
    [found] = find(matcher, "minutes-never-approved", paper(MARCH), second, third)
    assert "11 March 2025" in found.message and "11 February 2025" in found.message
    assert found.place.record.id == paper(MARCH).id
    june = approving("2025-06-10", "11 March 2025", MARCH)
    assert find(matcher, "minutes-never-approved", paper(MARCH), second, third, june) == []
    gap = approving(MAY, "22 April 2025", "2025-04-22")
    assert find(matcher, "minutes-never-approved", paper(MARCH), second, gap) == []


def test_a_meeting_of_another_year_on_the_action_sheet(matcher: Matcher) -> None:
    minutes = approving(MARCH, "11 February 2025", "2025-02-11")
    row = action(GATE, topic="Minutes of the previous meeting 11 February 2026")
    rows = paper(MARCH, "action-sheet", actions=(row,), dates=(date("11 February 2026", "2026-02-11"),))
    [found] = find(matcher, "meeting-year-differs", minutes, rows)
    assert found.severity == "error"
    assert "11 February 2026" in found.message and "11 February 2025" in found.message
    spring = action(GATE, topic="Quotes from 11 February 2026")
    other = paper(MARCH, "action-sheet", actions=(spring,), dates=(date("11 February 2026", "2026-02-11"),))
    assert find(matcher, "meeting-year-differs", minutes, other) == []


BUSINESS = (item("1", "Footpath repairs"), item("2", "Allotment rents"), item("3", "Grant to the band"))


def test_two_minutes_of_one_meeting_tell_two_attendances(matcher: Matcher) -> None:
    draft = paper(MARCH, name="minutes", items=BUSINESS, attendance=(person("Ann Ash", "present"),))
    final = paper(MARCH, name="minutes-2", items=BUSINESS, attendance=(person("Ann Ash", "apologies"),))
    [found] = find(matcher, "two-minutes-attendance", draft, final)
    assert "Ann Ash" in found.message and "present" in found.message and "apologies" in found.message


def test_two_meetings_on_one_day(matcher: Matcher) -> None:
    draft = paper(MARCH, name="minutes", items=BUSINESS, attendance=(person("Ann Ash", "present"),))
    yearly = (item("1", "Chairman's report"), item("2", "Village prize"), item("3", "Open questions"))
    other = paper(MARCH, name="minutes-2", items=yearly, attendance=(person("Ann Ash", "apologies"),))
    assert find(matcher, "two-minutes-attendance", draft, other) == []


def test_the_next_meeting_known_is_near_the_announced_day(matcher: Matcher) -> None:
    first = paper(MARCH, dates=(date("1 April 2025", "2025-04-01", "next-meeting"),))
    [found] = find(matcher, "next-meeting-differs", first, paper(APRIL))
    assert found.severity == "info"
    assert "1 April 2025" in found.message and "8 April 2025" in found.message
    assert find(matcher, "next-meeting-differs", first, paper(MAY)) == []


# People


def attending(*names: str) -> tuple[Attendee, ...]:
    return tuple(person(name, "present") for name in names)


def test_a_name_that_one_paper_spells_otherwise(matcher: Matcher) -> None:
    usual = [paper(day, attendance=attending("Cllr Ann Birchall")) for day in (MARCH, APRIL, MAY)]
    odd = paper("2025-06-10", attendance=attending("Ann Birchal"))
    [found] = find(matcher, "name-spelt-twice", *usual, odd)
    assert "Ann Birchal”" in found.message and "10 June 2025" in found.message and "3 other papers" in found.message


@pytest.mark.parametrize("name", ["Ann Birchall", "Bob Birchall", "A Birchal", "Ann Marchant", "Birchal"])
def test_another_person_or_the_same_name(matcher: Matcher, name: str) -> None:
    usual = [paper(day, attendance=attending("Ann Birchall")) for day in (MARCH, APRIL, MAY)]
    assert find(matcher, "name-spelt-twice", *usual, paper("2025-06-10", attendance=attending(name))) == []


def test_two_people_of_nearly_one_name_at_one_meeting(matcher: Matcher) -> None:
    usual = [paper(day, attendance=attending("Ann Birchall")) for day in (MARCH, APRIL)]
    both = paper(MAY, attendance=attending("Ann Birchall", "Ann Birchal"))
    assert find(matcher, "name-spelt-twice", *usual, both) == []


def test_an_action_for_somebody_who_was_not_there(matcher: Matcher) -> None:
    people = (person("Ann Ash", "apologies"), person("Bob Birch", "present"))
    tasks = (action(GATE, "Ann Ash"), action(TREES, "Ann Ash"), action(BENCH, "Bob Birch"))
    [found] = find(matcher, "owner-was-away", paper(MARCH, actions=tasks, attendance=people))
    assert "Ann Ash" in found.message and "apologies" in found.message and "2 actions" in found.message


@pytest.mark.parametrize(
    "task",
    [
        action(GATE, "Ann Ash", "Bob Birch"),
        action(GATE, "Ann Ash", "Clerk"),
        action(GATE, "Ann Ash", carried=True),
        action("The gate of the school on Mill Lane: work was ongoing", "Ann Ash"),
        action(GATE, "Ann Ash", marked=False),
    ],
)
def test_somebody_there_can_tell_them_or_they_know(matcher: Matcher, task: Action) -> None:
    people = (person("Ann Ash", "apologies"), person("Bob Birch", "present"))
    assert find(matcher, "owner-was-away", paper(MARCH, actions=(task,), attendance=people)) == []


# Agendas, recommendations, conditions, figures


def test_an_item_of_the_agenda_without_a_minute(matcher: Matcher) -> None:
    agenda = paper(
        MARCH, "agenda", items=(*BUSINESS, item("4", "Adoption of the risk register"), item("5", "Any other business"))
    )
    [found] = find(matcher, "agenda-item-not-minuted", agenda, paper(MARCH, items=BUSINESS))
    assert "Item 4" in found.message and "risk register" in found.message
    told = paper(MARCH, items=(*BUSINESS, item("4", "Policies", "The risk register was adopted.")))
    assert find(matcher, "agenda-item-not-minuted", agenda, told) == []


def test_a_title_cut_short_in_the_minutes(matcher: Matcher) -> None:
    more = (item("4", "Finance - estimated accounts, draft four"), item("5", "Review contract ofEmployment"))
    short = (item("4", "Finance", "The draft was accepted."), item("5", "Contract of employment"))
    agenda = paper(MARCH, "agenda", items=(*BUSINESS, *more))
    assert find(matcher, "agenda-item-not-minuted", agenda, paper(MARCH, items=(*BUSINESS, *short))) == []


def test_minutes_that_follow_another_order_say_nothing(matcher: Matcher) -> None:
    agenda = paper(MARCH, "agenda", items=(*BUSINESS, item("4", "Adoption of the risk register")))
    assert find(matcher, "agenda-item-not-minuted", agenda, paper(MARCH, items=(item("1", "Planning matters"),))) == []


def test_a_resolution_with_another_amount(matcher: Matcher) -> None:
    report = paper(MARCH, "report", metadata={"Recommendation": "That a grant of £500 be made to the village band"})
    minutes = paper(MARCH, decisions=(decision("RESOLVED that a grant of £250 be made to the village band"),))
    [found] = find(matcher, "resolution-differs", report, minutes)
    assert "£500" in found.message and "£250" in found.message
    same = paper(MARCH, decisions=(decision("RESOLVED: a grant of £500.00 be made to the village band"),))
    assert find(matcher, "resolution-differs", report, same) == []


def test_a_resolution_with_another_amount_than_a_numbered_recommendation(matcher: Matcher) -> None:
    text = "A grant of £500 be made to the village band"
    asked = Recommendation(number="2", text=text, evidence=Evidence(quote=text))
    report = paper(MARCH, "report", recommendations=(asked,))
    minutes = paper(MARCH, decisions=(decision("A grant of £250 be made to the village band."),))
    [found] = find(matcher, "resolution-differs", report, minutes)
    assert found.place.evidence is not None and found.place.evidence.quote == text


def test_another_number_in_the_item_that_the_report_was_written_for(matcher: Matcher) -> None:
    title = "Repainting of the bandstand"
    asked = Recommendation(
        text="That the bandstand be repainted by 30 June 2025", evidence=Evidence(quote="30 June 2025")
    )
    report = paper(MARCH, "report", title=title, metadata={"Subject": title}, recommendations=(asked,))
    resolved = [
        decision(f"RESOLVED that the bandstand be repainted by {day} 2025", item="6") for day in ("31 July", "30 June")
    ]
    first, second = (paper(MARCH, items=(item("6", title),), decisions=(one,)) for one in resolved)
    days = ("30 June 2025", "31 July 2025")  # what is said of everything tells little
    usual = paper(MAY, decisions=tuple(decision(f"Gate {n} be mended by {day}") for n in range(4) for day in days))
    [found] = find(matcher, "resolution-differs", report, first, usual)
    assert "“30 June” became “31 July”" in found.message
    assert find(matcher, "resolution-differs", report, second, usual) == []


def test_a_resolution_not_to_do_what_was_recommended(matcher: Matcher) -> None:
    report = paper(MARCH, "report", metadata={"Recommendation": "That a grant be made to the village band in May"})
    refused = paper(MARCH, decisions=(decision("That a grant be made to the village band in May", "refused"),))
    assert len(find(matcher, "resolution-differs", report, refused)) == 1
    other = paper(MARCH, decisions=(decision("The footpath by the weir is not to be closed"),))
    assert find(matcher, "resolution-differs", report, other) == []


def test_a_condition_that_nobody_speaks_of_again(matcher: Matcher) -> None:
    text = "It was agreed to buy the field subject to a satisfactory survey of the drains"
    first = paper(MARCH, items=(item("4", "Sports field", text),), decisions=(decision(text, item="4"),))
    later = [paper(day, items=(item("1", "Hall roof", "The roof was mended."),)) for day in (APRIL, MAY)]
    [found] = find(matcher, "condition-not-heard-of", first, *later)
    assert "survey of the drains" in found.message and "2 later meetings" in found.message
    told = paper(MAY, items=(item("1", "Field", "The survey of the drains was satisfactory."),))
    assert find(matcher, "condition-not-heard-of", first, later[0], told) == []
    assert find(matcher, "condition-not-heard-of", first, later[0]) == []
    years = [paper(day, items=later[0].items) for day in ("2027-04-13", "2027-05-11")]
    assert find(matcher, "condition-not-heard-of", first, *years) == []


def test_amendments_are_no_condition(matcher: Matcher) -> None:
    text = "The minutes were agreed subject to the correction of a reference to the survey"
    first = paper(MARCH, decisions=(decision(text),))
    assert find(matcher, "condition-not-heard-of", first, paper(APRIL), paper(MAY)) == []


def money(label: str, amount: float) -> Money:
    return Money(text=f"£{amount:,.0f}", amount=amount, label=label, evidence=Evidence(quote=f"{label} £{amount:,.0f}"))


def test_one_figure_with_two_values(matcher: Matcher) -> None:
    report = paper(MARCH, "report", money=(money("repairs to the village hall roof 2025/26", 4500),))
    minutes = paper(MARCH, money=(money("Repairs to the village hall roof 2025/26", 5400),))
    [found] = find(matcher, "figure-two-values", report, minutes)
    assert "£4,500" in found.message and "£5,400" in found.message


def test_a_figure_that_was_resolved_otherwise_is_told_once(matcher: Matcher) -> None:
    text = "A grant of £500 be made to the village band"
    asked = Recommendation(text=text, evidence=Evidence(quote=text))
    report = paper(MARCH, "report", recommendations=(asked,), money=(money("grant to village band", 500),))
    resolved = decision("A grant of £250 be made to the village band.")
    minutes = paper(MARCH, decisions=(resolved,), money=(money("grant to village band", 250),))
    assert find(matcher, "figure-two-values", report, minutes) == []
    assert len(find(matcher, "resolution-differs", report, minutes)) == 1


@pytest.mark.parametrize(
    ("label", "amount"),
    [
        ("repairs to the village hall roof 2024/25", 5400),
        ("repairs to the village hall roof 2025/26", 4496),
        ("repairs to the school roof 2025/26", 5400),
    ],
)
def test_another_figure_or_a_rounded_one(matcher: Matcher, label: str, amount: float) -> None:
    report = paper(MARCH, "report", money=(money("repairs to the village hall roof 2025/26", 4500),))
    assert find(matcher, "figure-two-values", report, paper(MARCH, money=(money(label, amount),))) == []


# The seeds


def test_the_seeds_faults_are_found_and_nothing_else(shared: Path, matcher: Matcher) -> None:
    [path] = (shared / "papers" / "seeds").glob("003_*.txt")
    records = [record for record in extract(path) if record.meeting.body]
    codes = {one.code for one in check.CHECKS if one.find.__module__.startswith("pipeline.check.across")}
    found = list(check.check([Papers.of("forum", records, matcher)], codes=codes))
    assert [(one.code, one.place.record.kind) for one in found if one.code != "commitment-not-marked"] == [
        ("meeting-year-differs", "action-sheet")
    ]
    unmarked = [one.message for one in found if one.code == "commitment-not-marked"]
    assert [message.split()[1].strip(":") for message in unmarked] == ["5.11", "7.4"]


def test_a_mark_on_what_an_earlier_meeting_left_shows_the_practice_too(matcher: Matcher) -> None:
    said = action("The Clerk would be writing to the county about the verges", "Clerk", marked=False)
    left = MARKED[0].model_copy(update={"carried": True})
    [found] = find(matcher, "commitment-not-marked", with_actions(left, said), paper(APRIL, actions=MARKED))
    assert found.other is not None and found.other.evidence is not None and found.other.evidence.quote == GATE
