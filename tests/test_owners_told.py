"""Whose a task is where its own words do not name them: pronouns, letters, posts that the text tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.extractors.owners import split_owners
from pipeline.found import FoundPerson
from pipeline.link.people import Roster
from pipeline.paper import Evidence
from tests.typed import owned, record_of

FRONT = (
    "Sagehill Rowing Club\nMinutes of the meeting held on 4 March 2025\n\n"
    "Present: Dale Ruckert (Chair), Lou Amaya, Pat Finch, Mrs Gwen Stahl\n"
    "In attendance: Sam Orme (Clerk)\n\n1. Boats\n\n"
)
END = "\n\n2. Keys\n\nNone was lost.\n"


@pytest.mark.parametrize(
    ("told", "owners"),
    [
        ("Mr Cobb from the depot came. He was asked to bring figures, and said that he would.", ["Mr Cobb"]),
        ("Thanks went to Lou for the lamps. He will take them down in April.", ["Lou Amaya"]),
        ("Pat Finch said that two oars were split; she took a list and promised to order more.", ["Pat Finch"]),
        ("In reply Lou Amaya said that the cox was ill; he did not know more but undertook to ask.", ["Lou Amaya"]),
        ("The Clerk said that the survey had been slow; a paper would come to the May meeting.", ["Sam Orme"]),
        ("The rota will be drawn up by Catering over the summer.", ["Catering"]),
        ("The list is to be completed, GS", ["Gwen Stahl"]),
        ("Lou Amaya spoke of the weir. Hill Water had dug it up. He would take it up with them.", ["Lou Amaya"]),
        ("We can't move it but Lou has a list and will send it round.", ["Lou Amaya"]),
        ("Pat wanted to know the cost, the Clerk did not have it and will let her know.", ["Sam Orme"]),
        ("Lou and Pat had looked at the wall. Both agreed to get a price.", ["Lou Amaya", "Pat Finch"]),
        ("Lou and Pat ran the stall. The latter will ring the printer.", ["Pat Finch"]),
        ("Gwen Stahl thanked Pat Finch for the list. She will send it to the club.", ["Pat Finch"]),
        ("As Lou Amaya knows the weir he is to be asked for a sketch.", ["Lou Amaya"]),
        ("Mr Cobb spoke. In response to this Lou Amaya said that it was late. He would ring the depot.", ["Lou Amaya"]),
        ("Mr S Orme, EE said that poles were ordered. He would press them for a day.", ["Sam Orme"]),
        ("Lou Amaya warned that a licence is needed and will enquire.", ["Lou Amaya"]),
        ("Lou will price the oars. Pat to hold the keys. Action: Mrs. Stahl", ["Lou Amaya", "Gwen Stahl"]),
        ("Lou Amaya – It is cheap. Pat Finch – The port knows why. I'll ask them.", ["Pat Finch"]),
        ("Remitted to Mrs Stahl and Lou Amaya to draft a form.", ["Gwen Stahl", "Lou Amaya"]),
        ("The Head of Service (Rivers) agreed to visit the weir.", ["Head of Service (Rivers)"]),
    ],
)  # fmt: skip
def test_prose_tells_whose(told: str, owners: list[str], tmp_path: Path) -> None:
    found = [owner for _, names in owned(record_of(tmp_path, FRONT + told + END)) for owner in names]
    assert found == owners


@pytest.mark.parametrize(
    "told",
    [
        "Thanks went to Lou and Pat for the lamps. He will take them down.",
        "A resident spoke. He will write.",
        "Lou Amaya reported that the gate was shut. A letter will be sent to the port.",
        "The Clerk read a letter. It was agreed that a reply would be sent.",
        "The Clerk has the lists and it was agreed that they will be sent round.",
        "The Clerk spoke of the fees. These would be considered at the next meeting.",
        "The surveyor looked at the wall. A report will be sent to the club.",
        "Members were told by the Clerk of the fees. It was said that a list would be sent to all.",
        "The letter read: I will see to the weir.",
        "The Clerk reported that nine oars were split. Copies of the list would be sent to members.",
        "The benches had rotted. Both will be repaired.",
    ],
)
def test_nobody_where_the_words_do_not_tell(told: str, tmp_path: Path) -> None:
    assert all(not names for _, names in owned(record_of(tmp_path, FRONT + told + END)))


@pytest.mark.parametrize(
    ("task", "owners"),
    [
        ("Count the oars, Lou and Pat", ["Lou Amaya", "Pat Finch"]),
        ("Oars to be counted. Clerk", ["Sam Orme"]),
        ("Ask the school, the church and Pat", []),
    ],
)
def test_a_marked_task_ends_with_whose_it_is(task: str, owners: list[str], tmp_path: Path) -> None:
    assert [names for _, names in owned(record_of(tmp_path, f"{FRONT}Action: {task}{END}"))] == [owners]


def test_letters_beside_the_staff_are_their_posts(tmp_path: Path) -> None:
    text = (
        "Sagehill Housing Trust\nMinutes of the meeting held on 4 March 2025\n\n"
        "Present: Dale Ruckert (DR), Lou Amaya (LA)\nStaff: Pat Finch (HM) and Gwen Stahl (FO)\n\n"
        "1. Rents\n\nHM will send the letters. FO to bring the figures.\n\n2. Keys\n\nNone was lost.\n"
    )
    assert [names for _, names in owned(record_of(tmp_path, text))] == [["Pat Finch"], ["Gwen Stahl"]]


def test_a_post_before_a_surname_is_that_persons(tmp_path: Path) -> None:
    text = FRONT + "The Treasurer, Mrs. Stahl, gave the figures. The Treasurer will write to the bank." + END
    assert [names for _, names in owned(record_of(tmp_path, text))] == [["Gwen Stahl"]]


@pytest.mark.parametrize(
    ("task", "due"),
    [
        ("Lou to send the form before the closing date, 12th October.", "2025-10-12"),
        ("Lou to send the form before the closing date, which is 12 October.", "2025-10-12"),
        ("Lou to send comments by Palm Sunday (13 April).", "2025-04-13"),
        ("Lou to ring the yard – urgent", "urgent"),
        ("Lou will bring the key next time.", "next time"),
        ("Lou to raise it with the trust when it next meets.", "when it next meets"),
    ],
)
def test_when_a_task_is_due(task: str, due: str, tmp_path: Path) -> None:
    (action,) = record_of(tmp_path, FRONT + task + END).actions
    assert due == (str(action.due.date) if action.due.date else action.due.text)


@pytest.mark.parametrize(
    ("task", "due"),
    [
        ("Lou will top up the tank on receipt.", "on receipt"),
        ("Lou will look at it first thing in the morning.", "first thing in the morning"),
        ("Lou to send a table round with the minutes.", "with the minutes"),
        ("Lou will redraw it after the training day.", "after the training day"),
        ("Lou to raise this at the regional meeting.", "the regional meeting"),
        ("Lou would put them in from the next report.", "from the next report"),
        ("Lou undertook to write once the port had replied.", "once the port had replied"),
        ("Lou to ask the port, which shuts on 4 April.", None),
        ("Lou to draw up a form, which the port should stamp by 12 May.", None),
        ("Lou to draw up a form, which will be brought to the next meeting.", "to the next meeting"),
        ("Lou to send a link so that members can see it before 21 March.", None),
        ("Lou to ask when the rules will be printed in May.", None),
        ("Lou to ask her son who mends oars for a price for the next meeting.", "for the next meeting"),
        ("Lou to tell the port that the rent is due on 25 March.", None),
        ("Lou will see that the oars are mended by 25 March.", "2025-03-25"),
        ("Lou offered to boil it down, and we will come back to this in May.", None),
    ],
)  # fmt: skip
def test_the_day_of_the_task_and_of_what_hangs_on_it(task: str, due: str | None, tmp_path: Path) -> None:
    (action,) = record_of(tmp_path, FRONT + task + END).actions
    assert due == (str(action.due.date) if action.due.date else action.due.text)


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        ("GR", "Gita Rehal"),
        ("Gita", "Gita Rehal"),
        ("MS", "MS"),
        ("Ann", "Ann Vane"),
        ("BR", "BR"),
        ("Chair", "Eve Holt"),
    ],
)
def test_the_paper_names_whom_no_list_has(owner: str, name: str) -> None:
    heads = ("Mill Lane School, Barn Road", "Group A Gita Rehal Group B Mo Stone Max Sharp", "Ann Vane (AV)")
    texts = ("Eve Holt, Heads' Representative (Chair); Al Box", "Gita spoke.")
    assert Roster.of([], texts=texts, heads=heads).resolve(owner).name == name


@pytest.mark.parametrize(
    "text",
    [
        "Mrs A. Vane, Clerk's salary for May, cheque 207  £318.50",
        "Clerk's expenses (A Vane) £12.40",
        "1234 A Vane Clerk Salary March 310.00",
        "A Vane | Clerk's wages | £310.00",
    ],
)
def test_a_list_of_payments_says_who_the_clerk_is(text: str) -> None:
    name = Roster.of([], rows=[text]).resolve("the Clerk").name
    assert name.replace(".", "") == "A Vane"
    others = [FoundPerson("Gil Parr", "in_attendance", Evidence("Gil Parr (Clerk)"), "Clerk")]
    assert Roster.of(others, texts=[text]).resolve("the Clerk").name == "Gil Parr"


@pytest.mark.parametrize(
    "text", ["Cllr Ann Box, Clerk's expenses were approved.", "To agree the Clerk's salary. Ann Box proposed £12."]
)
def test_who_speaks_of_the_clerks_pay_is_no_clerk(text: str) -> None:
    assert Roster.of([], texts=[text]).resolve("the Clerk").name == "Clerk"


@pytest.mark.parametrize(
    ("told", "owners"),
    [
        ("The complaints would be passed to GS and she would ring the families.", ["Gwen Stahl"]),
        ("Pat Finch saw the weir; she and the Clerk to ring two firms.", ["Pat Finch", "Sam Orme"]),
        ("Lou Amaya to collect the forms and pass them to GS to file.", ["Lou Amaya", "Gwen Stahl"]),
        ("Mr Amaya saw the port. Pat Finch and he would look at the oars.", ["Lou Amaya", "Pat Finch"]),
        ("Pat Finch rang the firm. She thinks that it is lost. Will try again.", ["Pat Finch"]),
        ("Paths in West Mill The Parish Clerk said that he had cut two and will cut a third.", ["Sam Orme"]),
        ("The club authorizes the Chair and the Clerk to sign the lease.", ["Dale Ruckert", "Sam Orme"]),
        ("A working group (LA, PF GS) is to look at the oars.", ["Lou Amaya", "Pat Finch", "Gwen Stahl"]),
        ("ACTION: A sub-group on boats to be set up (members Lou Amaya and Pat Finch).", ["Lou Amaya", "Pat Finch"]),
        ("The Boats Group (Sagehill) is to look at the oars.", ["Boats Group"]),
        ("ACTION: (a) Lou Amaya to ring the port.", ["Lou Amaya"]),
    ],
)  # fmt: skip
def test_several_who_share_a_task(tmp_path: Path, told: str, owners: list[str]) -> None:
    assert [names for _, names in owned(record_of(tmp_path, FRONT + told + END))] == [owners]


@pytest.mark.parametrize(
    ("cell", "owners"),
    [
        ("JR, MW RD", ["JR", "MW", "RD"]),
        ("Hall team - JR, EM", ["Hall team", "JR", "EM"]),
        ("Head of Parks - Roads", ["Head of Parks - Roads"]),
        ("Director of Student\nServices", ["Director of Student Services"]),
        ("West Mill The Parish Clerk", ["The Parish Clerk"]),
    ],
)
def test_a_comma_that_a_cell_lost(cell: str, owners: list[str]) -> None:
    assert split_owners(cell) == owners


def test_a_short_given_name_is_that_of_the_list() -> None:
    people = [FoundPerson("William Ash", "present", Evidence("William Ash"))]
    roster = Roster.of(people, texts=["Will Ash said that the oars had split."])
    assert roster.resolve("Will Ash").name == "William Ash"


def test_letters_of_a_post_with_its_part_in_brackets() -> None:
    people = [
        FoundPerson("Gil Parr", "in_attendance", Evidence("x"), "Vice Principal (Curriculum)"),
        FoundPerson("Ann Vane", "in_attendance", Evidence("x"), "Vice Principal (Finance)"),
    ]
    assert Roster.of(people).resolve("VP(C)").name == "Gil Parr"


def test_posts_in_welsh() -> None:
    people = [FoundPerson("Gil Parr", "in_attendance", Evidence("Gil Parr (Clerk)"), "Clerk")]
    assert Roster.of(people).resolve("Clerc").name == Roster.of(people).resolve("y Clerc").name == "Gil Parr"


CLOSING = (
    "\n\n## 2. Lamps\n\nPat said that she would see the port master about the broken lamps on the quay.\n\n"
    "Lou agreed to find out what a new mooring chain costs.\n\nLou will also bring the mugs.\n\n## 3. Actions\n\n"
    "| Action | Who | When |\n|---|---|---|\n| Port master re lamps | Pat Finch | 5 May 2025 |\n"
    "| Price of chain | Lou Amaya | 9 May 2025 |\n| Write to the county | Lou Amaya | |\n"
)


def test_a_closing_table_that_shortens_the_prose_tells_its_tasks_once(tmp_path: Path) -> None:
    actions = record_of(
        tmp_path, FRONT.replace("1. Boats", "## 1. Boats\n\nNone." + CLOSING), name="minutes.md"
    ).actions
    assert sorted((action.owners[0].name, action.due.date or "") for action in actions) == [
        ("Lou Amaya", ""),  # the mugs
        ("Lou Amaya", ""),  # the county
        ("Lou Amaya", "2025-05-09"),
        ("Pat Finch", "2025-05-05"),
    ]


def test_a_line_that_says_by_whom_it_is_to_be_actioned_closes_what_stands_above(tmp_path: Path) -> None:
    text = "The oars are to be counted and a list sent to the port.\n\nTo be actioned by Lou Amaya & the Clerk"
    assert [(task[:16], names) for task, names in owned(record_of(tmp_path, FRONT + text + END))] == [
        ("The oars are to ", ["Lou Amaya", "Sam Orme"])
    ]
