"""Whose an action is and when it is due, in whole papers: invented people, invented sentences."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.extractors.actions.due import due_heading, due_words
from pipeline.extractors.find import find_all
from pipeline.extractors.owners import is_owner, split_owners
from pipeline.link.assemble import assemble
from pipeline.link.dates import due_of, resolve_due
from pipeline.link.people import Roster
from pipeline.outline import outline
from pipeline.record import Record
from tests.printed import paper_of, rules

COUNCIL = """AMBLEFORTH PARISH COUNCIL

Minutes of the meeting held on Tuesday 4 March 2025 at 7.30pm in the Village Hall

Present: Cllr Ann Vane (Chair), Cllr Ben Holt (Vice Chair), Cllr C. Marsh, Cllr Dee Marsh, Cllr Fay O'Neill
In attendance: Gil Parr (Clerk), County Cllr Hal Tarn
Apologies: Cllr Ivy Lund
"""
SCHOOL = """Minutes of the Full Governing Board of Ambleforth School

Held on Monday 6 October 2025 at 5pm

Present: Joan Alder (JA) Chair, Kit Birch (KB), Lena Corr (LC) Headteacher, Nell Penrose Edge, Olly Finch
In attendance: Pam Gale (PG) School Business Manager, Quin Hart (Clerk)
"""


def record_of(head: str, text: str) -> Record:
    paper = paper_of(f"{head}\n1. Apologies\n\nThese were accepted.\n\n2. Village matters\n\n{text}\n\n3. Close\n")
    shape = outline(paper, rules())
    return assemble(paper, shape, find_all(paper, shape, rules()))


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("The Clerk will write to Highways about the sign.", ["Gil Parr"]),
        ("Cllr Vane (Chair) will write to the MP.", ["Ann Vane"]),
        ("Cllr Vane, on behalf of the Council, will lay a wreath.", ["Ann Vane"]),
        ("Cllr D Marsh to inspect the play area.", ["Dee Marsh"]),
        ("Cllr Marsh to inspect the play area.", ["Cllr Marsh"]),  # there are two
        ("The wall at Mill Row, the Clerk to write to the owner.", ["Gil Parr"]),
        ("The grass has been cut by GreenWay Ltd and the Clerk will check the invoice.", ["Gil Parr"]),
        ("With help from the Tree Warden, Cllr Holt will survey the ash trees.", ["Ben Holt"]),
        ("A risk assessment is needed for the Beacon Bonfire, Cllr Holt will write it.", ["Ben Holt"]),
        ("Ambleforth City and County Council will inspect the trees.", ["Ambleforth City and County Council"]),
        ("A letter of thanks is to be sent to the Hall Committee.", []),
        ("Cllrs Vane, Holt and O'Neill will walk the footpaths.", ["Ann Vane", "Ben Holt", "Fay O'Neill"]),
        ("Both Cllr Vane and Cllr Holt will attend the hearing.", ["Ann Vane", "Ben Holt"]),
        ("In replying, the Clerk said that he will ask the bank.", ["Gil Parr"]),
        ("The Clerk stated his intention to write to the bank.", ["Gil Parr"]),
        ("Ann Vane and Ivo Lane to write to the bank.", ["Ann Vane", "Ivo Lane"]),
        ("B. Holt was not in a position to say but undertook to pass this on.", ["Ben Holt"]),
        ("EO B. Holt took the number and will get on to the mill about it.", ["Ben Holt"]),
        ("Otherwise, Ann and Ben will write to the bank.", ["Ann Vane", "Ben Holt"]),
        ("Ben and his brother will mend the gate.", ["Ben Holt"]),
        ("Cllr Vane, together with the Clerk, will look through the deeds.", ["Gil Parr", "Ann Vane"]),
        ("A letter is to be drafted by Cllr Vane and sent by the Clerk.", ["Ann Vane", "Gil Parr"]),
        ("Cllr Holt asked Cllr Vane and she agreed to lend a tent.", ["Ann Vane"]),
        ("Ben has a van. It is free on Friday and he and Fay will bring the stalls.", ["Ben Holt", "Fay O'Neill"]),
        ("Westby, Cragg, Netherby and Moor End to send in a cheque.", ["Westby", "Cragg", "Netherby", "Moor End"]),
        ("CLERK TO WRITE TO THE BANK", ["Gil Parr"]),
        ("Cllr Holt agreed to ring the bank, as did Cllr Vane for the hall.", ["Ben Holt", "Ann Vane"]),
        ("Cllr Vane will write to the MP as will the Clerk.", ["Ann Vane", "Gil Parr"]),
        ("Cllr Vane agreed to ask the county, as did most of those who came.", ["Ann Vane"]),
        ("A shed for the mower: Cllr Holt knew of none but would enquire.", ["Ben Holt"]),
        ("Clerk send a copy to the county.", ["Gil Parr"]),
        (
            "Cllr Vane had agreed to meet the owner, it was agreed that Cllr Holt would speak to him.",
            ["Ben Holt"],
        ),
        ("The Rural, Culture and Roads Directorate will inspect it.", ["Rural, Culture and Roads Directorate"]),
    ],
)
def test_owners_of_a_council_s_actions(text: str, owners: list[str]) -> None:
    [action] = record_of(COUNCIL, text).actions
    assert [owner.name for owner in action.owners] == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("HT to update the policy.", ["Lena Corr"]),
        ("Head to share the plan with governors.", ["Lena Corr"]),
        ("The Headteacher agreed to share the plan.", ["Lena Corr"]),
        ("SBM to send the figures to all governors.", ["Pam Gale"]),
        ("The Chair of Governors will write to parents.", ["Joan Alder"]),
        ("NPE to book training.", ["Nell Penrose Edge"]),
        ("KB/PG to review the contract.", ["Kit Birch", "Pam Gale"]),
    ],
)
def test_owners_of_a_school_s_actions(text: str, owners: list[str]) -> None:
    [action] = record_of(SCHOOL, text).actions
    assert [owner.name for owner in action.owners] == owners


def test_he_may_be_the_last_to_speak_in_the_paragraph_above() -> None:
    text = "- Cllr Holt spoke of the hedge.\n\n- He will ask the owner to cut it."
    [action] = record_of(COUNCIL, text).actions
    assert [owner.name for owner in action.owners] == ["Ben Holt"]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Cllr Holt asked Cllr Vane whether the lamp was lit. He agreed to look.", ["Ann Vane"]),
        ("Cllr Holt asked the Clerk if the lamp was reported. She agreed to report it.", ["Gil Parr"]),
        ("Cllr Holt asked about the lamp. He agreed to report it.", ["Ben Holt"]),
        ("Cllr Holt asked the meeting whether the lamp was lit. He agreed to look.", ["Ben Holt"]),
    ],
)
def test_who_was_asked_is_who_answers(text: str, owners: list[str]) -> None:
    [action] = record_of(COUNCIL, text).actions
    assert [owner.name for owner in action.owners] == owners


def test_a_row_of_several_sentences_has_the_owners_of_each() -> None:
    text = "Actions:\n\n- Clerk to send it. Cllr Holt to read the replies.\n\n- Letter to be posted. Chair to sign."
    first, second = record_of(COUNCIL, text).actions
    assert [owner.name for owner in first.owners] == ["Gil Parr", "Ben Holt"]
    assert [owner.name for owner in second.owners] == ["Ann Vane"]


def test_what_stands_before_a_colon_is_an_owner_or_a_topic() -> None:
    text = "Actions:\n\n- Şule Ağar: print posters\n\n- Hall booking fees: to be seen\n\n- Kit & Sam: paint the gate"
    owners = [[owner.name for owner in action.owners] for action in record_of(COUNCIL, text).actions]
    assert owners == [["Şule Ağar"], [], ["Kit", "Sam"]]


def test_a_heading_says_when_the_actions_below_it_are_due() -> None:
    text = "## Short-term (next 1-2 weeks)\n\n- [ ] Clerk: print the posters\n\n- [ ] Chair: ring the hall by 8 March"
    record = record_of(COUNCIL, text)
    assert [action.due.text for action in record.actions] == ["next 1-2 weeks", "8 March"]
    assert due_heading("By the next meeting:", rules()) == "By the next meeting"
    assert due_heading("Summer fair (2 June)", rules()) is None
    assert due_heading("2 June 2025", rules()) is None
    assert due_heading("The next meeting of the panel was told", rules()) is None


@pytest.mark.parametrize(
    "text",
    [
        "The Growth Programme would offer a chance to widen the road.",
        "The talk explained Common Law and Statutory Law to help the members.",
    ],
)
def test_a_thing_commits_nobody(text: str) -> None:
    assert not record_of(COUNCIL, text).actions


@pytest.mark.parametrize(
    "text",
    [
        "Highways South East, Clerk attended.",
        "ALC Data Protection Course, Clerk attended",
        "Ann Vane, Chair, Ben Holt (BH) reported.",
        "Tom Reed, Clerk of Netherby Rural Society, spoke.",
    ],
)
def test_places_courses_and_other_bodies_hold_no_post(text: str) -> None:
    assert Roster.of([], texts=[text]).resolve("Clerk").name == "Clerk"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("In attendance:- Planning Officer (B. Reed), Roads Officer (P. Dunn).", "the Roads Officer", "P. Dunn"),
        ("Cllrs Ella Prower (EP, Chair), Gwil Pugh (GP)", "EP", "Ella Prower"),
        ("The Public Works Superintendent, Rod Mack, spoke.", "the Superintendent", "Rod Mack"),
        ("The Vice Chair, Rod Mack, spoke.", "the Chair", "Chair"),
    ],
)
def test_who_holds_a_post_or_initials_by_the_prose_alone(text: str, words: str, name: str) -> None:
    assert Roster.of([], texts=[text]).resolve(words).name == name


def test_a_post_belongs_to_the_name_before_it_in_a_list() -> None:
    assert Roster.of([], texts=["Ann Vane (AV) Chair, Ben Holt (BH)"]).resolve("Chair").name == "Ann Vane"


@pytest.mark.parametrize(
    "texts", [("Gil Parr", "Clerk to the Council"), ("Signed: Gil Parr, Parish Clerk",), ("Gil Parr Parish Clerk",)]
)
def test_who_signs_with_a_post_holds_it(texts: tuple[str, ...]) -> None:
    assert Roster.of([], texts=("The meeting closed at 9pm.", *texts)).resolve("the Clerk").name == "Gil Parr"


@pytest.mark.parametrize(
    ("words", "able"),
    [
        ("The Clerk", True),
        ("Ann Vane", True),
        ("Cllr Ley", True),
        ("AB", True),
        ("Highways", True),
        ("Cabinet Member for Roads", True),
        ("Executive Director – Place", True),
        ("Statutory Law", False),
        ("Council Vacancy", False),
        ("Growth Programme", False),
    ],
)
def test_which_words_can_name_an_owner(words: str, able: bool) -> None:
    assert is_owner(words) is able


def test_the_name_of_a_council_is_one_owner() -> None:
    assert split_owners("Ambleforth City and County Council") == ["Ambleforth City and County Council"]
    assert split_owners("Clerk and County Council") == ["Clerk", "County Council"]


@pytest.mark.parametrize(
    ("before", "task", "due"),
    [
        ("", "Clerk to reply by 31 March.", "31 March"),
        ("By the next meeting, ", "the Clerk will reply.", "the next meeting"),
        ("It was agreed that before Easter ", "the Clerk would reply.", "Easter"),
        ("The members would fill the holes as soon as possible, ", "Cllr Holt to order stone.", None),
        ("The contest must end by the end of Feb. ", "Cllr Holt will write the rules.", None),
        ("Following the meeting with Brightwire ", "Cllr Holt will write.", None),
        ("", "Cllr Holt will write following the meeting with Brightwire.", "following the meeting with Brightwire"),
        ("", "Clerk to draft a paper. It is to come to the next meeting.", "to the next meeting"),
        ("", "Clerk to see if the hall is available on 28/11.", None),
        ("", "Clerk to publish the minutes from the meeting on 25 October.", None),
        ("", "Cllr Holt to report to the next meeting on 4 April.", "to the next meeting on 4 April"),
        ("It asks for a report by 30 September each year; ", "Clerk to complete.", "30 September"),
        ("", "Cllr Holt to ask about the plan for next year.", None),
    ],
)
def test_due_words_are_those_of_the_task(before: str, task: str, due: str | None) -> None:
    assert due_words(before + task, rules(), at=len(before)) == due


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("31-Mar-25", "2025-03-31"),
        ("the 15th", "2025-03-15"),
        ("by Tuesday 11th", "2025-03-11"),
        ("by Friday 3rd", None),  # the next 3rd is a Thursday
        ("the 1st meeting", None),
        ("Q3 2025", None),
        ("next 1-2 weeks", None),
    ],
)
def test_due_days_without_their_month_or_with_signs(words: str, day: str | None) -> None:
    assert resolve_due(words, meeting=date(2025, 3, 4)) == day


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("on 20 February", (None, None)),
        ("on 3 January", (None, None)),
        ("on 3 January 2026", ("on 3 January 2026", "2026-01-03")),
        ("on 12 May", ("on 12 May", "2025-05-12")),
        ("in January 2025", (None, None)),
        ("in March", ("in March", "2025-03")),
        ("20 February", ("20 February", "2025-02-20")),
        (None, (None, None)),
    ],
)
def test_a_day_that_is_over_is_no_due_day(words: str | None, due: tuple[str | None, str | None]) -> None:
    assert due_of(words, meeting=date(2025, 3, 4)) == due


def test_a_day_that_is_over_may_be_that_of_an_old_action() -> None:
    assert due_of("on 20 February", meeting=date(2025, 3, 4), old=True) == ("on 20 February", "2025-02-20")


@pytest.mark.parametrize(
    ("cell", "owners"),
    [
        ("a. Ann Reed b. Clerk", ["Ann Reed", "Clerk"]),
        ("3) Bo Marsh", ["Bo Marsh"]),
        ("d. All governors e. Ann Reed/Clerk", ["All governors", "Ann Reed", "Clerk"]),
        ("A. Reed", ["A. Reed"]),
        ("c. To stand on every agenda as an item", []),
        ("The meeting commenced at seven with the visitors named above", []),
        ("Head of Roads, Waste and Parks for the North", ["Head of Roads, Waste and Parks for the North"]),
    ],
)  # fmt: skip
def test_the_marks_of_tasks_are_no_part_of_an_owner_nor_is_a_sentence_one(cell: str, owners: list[str]) -> None:
    assert split_owners(cell) == owners
