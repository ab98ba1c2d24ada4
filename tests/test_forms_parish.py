"""Minutes of parishes and villages that do not exist: prose in sentences, as their clerks write it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.record import Record
from tests.typed import record_of

HEAD = """LITTLE THORNBY PARISH COUNCIL
Minutes of the meeting held on Monday 6th March 2023 at 7.30pm in the Village Hall
Present: Cllr Ann Box (Chair) (AB), Cllr Peter Brown (PB), Cllr David King (DK), Cllr Jane Ash (JA),
Sue Carr (Clerk) (SC)
Apologies: Cllr Tom Lund

1. Declarations of interest
None.

2. Minutes of the last meeting
The minutes were signed.

3. Matters arising
"""
TAIL = "\n\n4. Date of next meeting\n3rd April 2023.\n"


def _said(folder: Path, words: str) -> Record:
    return record_of(folder, f"{HEAD}3.1 {words}{TAIL}")


@pytest.mark.parametrize(
    ("words", "owners"),
    [
        (
            "Cllr Brown said there was no news of the drains but he would continue to press for a reply.",
            ["Peter Brown"],
        ),
        ("The Clerk had heard nothing from the firm. In the meantime she was asked to contact the bank.", ["Sue Carr"]),
        ("Nomination forms to be listed at the next meeting.", []),
        ("The grants policy to be on the agenda for April.", []),
        ("For agenda at next meeting, the new lamps.", []),
        ("The new locks were agreed, joiner to be informed.", []),
    ],
)
def test_who_is_to_do_what(tmp_path: Path, words: str, owners: list[str]) -> None:
    actions = [action for action in _said(tmp_path, words).actions if action.minute == "3.1"]
    assert [[owner.name for owner in action.owners] for action in actions] == [owners]


@pytest.mark.parametrize(
    "words",
    [
        "Price received at £7 a chair for 30 chairs to be carried out over time.",
        "Cllr Ash proposed that Cllr Box take up the position of Chairman and Cllr King seconded it.",
        "Cllr Box agreed to continue as Chairman.",
        "It was resolved that the request be declined as it would not serve the village.",
    ],
)
def test_no_task(tmp_path: Path, words: str) -> None:
    assert [action.task for action in _said(tmp_path, words).actions if action.minute == "3.1"] == []


@pytest.mark.parametrize(
    ("words", "mover", "seconder", "outcome"),
    [
        ("PB proposed that the stile be mended. Seconded by DK. Carried.", "PB", "DK", "agreed"),
        ("The plan was kept as drawn. Proposed by PB and seconded by DK. All in favour.", "PB", "DK", "agreed"),
        (
            "That the levy be £9,000. Proposed Cllr Brown, seconded Cllr Ash – carried.",
            "Cllr Brown",
            "Cllr Ash",
            "agreed",
        ),
        ("It was nominated and resolved that Ann Box be Chair for the coming year.", None, None, "elected"),
        (
            "Cllr Ash proposed that Cllr Box continues as Chairman and Cllr King seconded it.",
            "Cllr Ash",
            "Cllr King",
            "elected",
        ),
        ("Cllr Brown to remain as vice chair.", None, None, "elected"),
    ],
)
def test_movers_and_elections(
    tmp_path: Path, words: str, mover: str | None, seconder: str | None, outcome: str
) -> None:
    (decision,) = (d for d in _said(tmp_path, words).decisions if d.minute == "3.1")
    assert (decision.mover, decision.seconder, decision.outcome) == (mover, seconder, outcome)


@pytest.mark.parametrize(
    ("listed", "people"),
    [
        ("In the Chair A.Vigo, L.Boon, R. Carr", {"A.Vigo": "Chair", "L.Boon": None, "R. Carr": None}),
        (
            "Present: J Green (JG), A.Wragg (AWr), Mrs P McKay (PMcK)",
            {"J Green": None, "A.Wragg": None, "P McKay": None},
        ),
        (
            "Present. The Chairman, Cllr Dr. E. Venn, Cllr. Miss C. Carr and the Clerk Paul Smee.",
            {"E. Venn": "The Chairman", "C. Carr": None, "Paul Smee": "the Clerk"},
        ),
        (
            "Present: Councillors John Hugh (Chair), Wini Dale, together with the Clerk, Mair Gold.",
            {"John Hugh": "Chair", "Wini Dale": None, "Mair Gold": "the Clerk"},
        ),
        (
            "Present: Cllrs Bridget Cole, Tony Stile and the clerk, Derek Cane.",
            {"Bridget Cole": None, "Tony Stile": None, "Derek Cane": "the clerk"},
        ),
    ],
)
def test_who_came(tmp_path: Path, listed: str, people: dict[str, str | None]) -> None:
    start = HEAD.index("Present:")
    end = HEAD.index("\n1. ")
    record = record_of(tmp_path, f"{HEAD[:start]}{listed}\n{HEAD[end:]}3.1 Nothing was said.{TAIL}")
    assert {person.name: person.capacity for person in record.attendance} == people


def test_an_item_under_a_number_printed_twice(tmp_path: Path) -> None:
    record = record_of(tmp_path, HEAD + "The lamp is lit.\n\n3. Highways\nA hole was filled." + TAIL)
    assert [item.title for item in record.items][2:4] == ["Matters arising", "Highways"]


def test_minutes_in_two_numbers_are_no_items(tmp_path: Path) -> None:
    said = (
        "3.1 Footpaths\nThe stile is down.\n3.2 Lamps\nThey are lit.\n3.3 Trees\nThe ash is ill.\n3.4 Bins\nAll full."
    )
    assert [item.number for item in record_of(tmp_path, HEAD + said + TAIL).items] == ["1", "2", "3", "4"]


@pytest.mark.parametrize(
    ("words", "owners"),
    [
        ("Agreed – a tidy-up day for the pond to be arranged – PB & DK", [["Peter Brown", "David King"]]),
        ("The grit bin is empty – to be reported to the district – Clerk", [["Sue Carr"]]),
        ("The bench to be painted. PB", [["Peter Brown"]]),
        ("Insurance claim to be made for the broken steps.", [[]]),
        ("It was explained that the vacancy would be added to the agenda for the June meeting.", [[]]),
        ("The Clerk has rung the county. They will mend the stile next week.", [[]]),
    ],
)
def test_owners_at_the_end(tmp_path: Path, words: str, owners: list[list[str]]) -> None:
    actions = [action for action in _said(tmp_path, words).actions if action.minute == "3.1"]
    assert [[owner.name for owner in action.owners] for action in actions] == owners


@pytest.mark.parametrize(
    ("words", "text", "mover", "seconder", "outcome"),
    [
        (
            "Cllr Ash proposed the bills be paid, Cllr King seconded, all in favour.",
            None,
            "Cllr Ash",
            "Cllr King",
            "agreed",
        ),
        (
            "Cllr Ash proposed, Cllr King seconded, the Parish Council approved the plan.",
            None,
            "Cllr Ash",
            "Cllr King",
            "agreed",
        ),
        ("PB suggested a new bench. This was seconded by DK and agreed by all members.", None, None, "DK", "agreed"),
        ("These were signed as a true record.", None, None, None, "agreed"),
        ("Contents noted.", None, None, None, "noted"),
        ("The payment of £58.75, to the firm for the audit was noted.", None, None, None, "noted"),
        ("Both plans were recommended for approval by members.", None, None, None, "recommended"),
        ("No objections were raised but it was said that the hedge is high.", None, None, None, "agreed"),
        ("A mower would be dear Resolved – to hire one.", "Resolved – to hire one.", None, None, "agreed"),
        (
            "It was proposed by PB that the lamp be moved. This was carried by a vote of 4 for, 1 against.",
            None,
            "PB",
            None,
            "agreed",
        ),
        (
            "It was proposed and agreed by all to sell the van. Resolved.",
            "It was proposed and agreed by all to sell the van.",
            None,
            None,
            "agreed",
        ),
    ],
)
def test_how_a_decision_ends(
    tmp_path: Path, words: str, text: str | None, mover: str | None, seconder: str | None, outcome: str
) -> None:
    (decision,) = (d for d in _said(tmp_path, words).decisions if d.minute == "3.1")
    told = (decision.text, decision.mover, decision.seconder, decision.outcome)
    assert told == (text or words, mover, seconder, outcome)


def test_a_planning_comment_below_its_title(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        f"{HEAD}The lamp is lit.\n\n4) Planning\n23/00724/FUL – no objection\n\n5. Roads\nA hole was filled.\n",
    )
    assert [(d.text, d.outcome) for d in record.decisions][1:] == [("23/00724/FUL – no objection", "agreed")]


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        (
            "Present:\nFay Stead Marty Horn Kit Risp\nJan Stan Hal Bleak Pete & Sue Webber",
            ["Fay Stead", "Marty Horn", "Kit Risp", "Jan Stan", "Hal Bleak", "Pete Webber", "Sue Webber"],
        ),
        (
            "Attendance: Cara Craft, Dymp Dole, Dan O’ Brine and Sean O’ Nole.",
            ["Cara Craft", "Dymp Dole", "Dan O’ Brine", "Sean O’ Nole"],
        ),
        (
            "Ally Kean (Vice Chair), Sean Mulver, Mike Johns, Suzy Shin",
            ["Ally Kean", "Sean Mulver", "Mike Johns", "Suzy Shin"],
        ),
        (
            "Cllr Broom (Chairman), Cllrs Good, Harver, Hay\nCllr Webber and the clerk",
            ["Broom", "Good", "Harver", "Hay", "Webber"],
        ),
    ],
)
def test_lists_of_who_came(tmp_path: Path, listed: str, names: list[str]) -> None:
    start, end = HEAD.index("Present:"), HEAD.index("\n1. ")
    record = record_of(tmp_path, f"{HEAD[:start]}\n{listed}\n{HEAD[end:]}3.1 Nothing was said.{TAIL}")
    assert [person.name for person in record.attendance] == names


def _told(folder: Path, words: str) -> list[tuple[str, list[str], bool]]:
    """Task, owners and mark of each action of minute 3.1."""
    actions = [action for action in _said(folder, words).actions if action.minute == "3.1"]
    return [(action.task, [owner.name for owner in action.owners], action.marked) for action in actions]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "The bin is full. Action: Clerk. The hedge is high. Action: PB. The pond is low.",
            [("The bin is full.", ["Sue Carr"], True), ("The hedge is high.", ["Peter Brown"], True)],
        ),
        (
            "The bin is full. PB Action. The county is to be told of the hedge. Clerk/DK to action. It is low.",
            [
                ("The bin is full.", ["Peter Brown"], True),
                ("The county is to be told of the hedge.", ["Sue Carr", "David King"], True),
            ],
        ),
        ("The pump is dry. JA Action.", [("The pump is dry.", ["Jane Ash"], True)]),
        (
            "1) PB to ring the depot 2) Hedge, PB still to check with the owner. 3) Tar. DK to get a price 4) Dry",
            [
                ("PB to ring the depot", ["Peter Brown"], False),
                ("Hedge, PB still to check with the owner.", ["Peter Brown"], False),
                ("DK to get a price", ["David King"], False),
            ],
        ),
        (
            "The balance is rather high SC to transfer £1000 to savings.",
            [("The balance is rather high SC to transfer £1000 to savings.", ["Sue Carr"], False)],
        ),
        (
            "Liaison: PB will be the link and will report back each month.",
            [("Liaison: PB will be the link and will report back each month.", ["Peter Brown"], False)],
        ),
        (
            "Soft tiles – small swing to be done          Action PB & DK",
            [("Soft tiles – small swing to be done", ["Peter Brown", "David King"], True)],
        ),
        ("The oil is with JA.Action JA", [("The oil is with JA.", ["Jane Ash"], True)]),
        ("Trees – to ask the gardener to look at them", [("Trees – to ask the gardener to look at them", [], False)]),
        (
            "RESOLVED The Clerk to tell the owner of the pond.",
            [("RESOLVED The Clerk to tell the owner of the pond.", ["Sue Carr"], False)],
        ),
        ("The Clerk was told to claim the cost.", [("The Clerk was told to claim the cost.", ["Sue Carr"], False)]),
        (
            "It was agreed that Mr Stoat should be invited to open the fair.",
            [("It was agreed that Mr Stoat should be invited to open the fair.", [], False)],
        ),
    ],
)
def test_what_text_a_mark_closes(tmp_path: Path, words: str, told: list[tuple[str, list[str], bool]]) -> None:
    assert _told(tmp_path, words) == told


@pytest.mark.parametrize(
    "words",
    [
        "The lamp in the hall appears to be fixed.",
        "One villager who is unhappy the bin is to be removed has rung the Clerk.",
        "A villager would paint the seat if the Parish Council will purchase the oil.",
        "This would need a second list if a new site were to be set up.",
        "Where disputes arise, advice should be sought from the county first.",
        "The bid seeks to fund two lamps, to be placed in the square and at the hall.",
        "Cllr Brown confirmed that Coasters would pay for this.",
        "PB asked that cloths be lent for the tent, members agreed, DK storing them at the moment.",
    ],
)
def test_nobody_takes_anything_on(tmp_path: Path, words: str) -> None:
    assert _told(tmp_path, words) == []


@pytest.mark.parametrize(
    ("words", "task", "owners", "status"),
    [
        (
            "Cllr King has sent the list to the county – action closed.",
            "Cllr King has sent the list to the county",
            ["David King"],
            "completed",
        ),
        ("Peter forwarded the plans to all.-action closed.", "Peter forwarded the plans to all.", None, "completed"),
        (
            "Mr Box said that the rule had been kept. Item 8: Peter to share the list of paths – done.",
            "Peter to share the list of paths",
            None,
            "completed",
        ),
        ("PB to ring the depot (done)", "PB to ring the depot", ["Peter Brown"], "completed"),
        ("Key for the shed – in hand PB", "Key for the shed", ["Peter Brown"], "in_progress"),
        ("Land registry – Ongoing (Cllr. Brown).", "Land registry", ["Peter Brown"], "in_progress"),
        ("PB to ring the depot - ongoing", "PB to ring the depot", ["Peter Brown"], "in_progress"),
    ],
)
def test_last_words_that_say_what_became_of_a_task(
    tmp_path: Path, words: str, task: str, owners: list[str] | None, status: str
) -> None:
    (action,) = (a for a in _said(tmp_path, words).actions if a.minute == "3.1")
    assert (action.task, action.status, action.carried) == (task, status, True)
    assert [owner.name for owner in action.owners] == (owners or ["Peter Brown"])


@pytest.mark.parametrize(
    ("words", "decided"),
    [
        ("Increase in the charge agreed.", ["Increase in the charge agreed."]),
        ("The rules have been changed since their application was approved.", []),
        ("All letters should be copied to members and agreed before being sent.", []),
        ("Invoice received and paid.", []),
        (
            "The notes were accepted as a true record. Cllr Box signed them.",
            ["The notes were accepted as a true record."],
        ),
    ],
)
def test_what_was_decided(tmp_path: Path, words: str, decided: list[str]) -> None:
    assert [d.text for d in _said(tmp_path, words).decisions if d.minute == "3.1"] == decided
