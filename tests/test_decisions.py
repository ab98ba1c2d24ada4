"""Decisions: outcomes, who moved them, parts, motions, planning; and what is no decision. Invented papers."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.extractors.decisions import find_decisions
from pipeline.found import FoundDecision
from pipeline.outline import outline
from pipeline.read import read
from pipeline.rules.in_force import matcher_of
from pipeline.split import split
from tests.printed import found_in, table

TOP = "Ashcombe Council\n\nMinutes of the meeting held on 4 March 2024\n\nPresent: Ann Box, Ben Carr\n\n"
TOP += "1. Apologies\n\nThere were none.\n\n"


def decisions_of(
    folder: Path, text: str, *, title: str = "2. Business", body: str = "Ashcombe Council"
) -> list[FoundDecision]:
    path = folder / "minutes.txt"
    path.write_text(f"{TOP.replace('Ashcombe Council', body)}{title}\n\n{text}\n", encoding="utf-8")
    matcher = matcher_of(None)
    return [
        found
        for paper in split(read(path), matcher)
        for found in find_decisions(paper, outline(paper, matcher), matcher)
    ]


PARTS = [
    (
        "RESOLVED – (1) That the order be made; (2) That the Clerk be authorised to sign.",
        [("agreed", "That the order"), ("agreed", "That the Clerk")],
    ),
    (
        "RESOLVED – (1) That the order be made;\n\n(2) That a report be noted.",
        [("agreed", "That the order"), ("noted", "That a report")],
    ),
    (
        "Resolved –\n\n(1) That a sum be adopted.\n\n(2) That the Forum does not support the fee.",
        [("agreed", "That a sum"), ("refused", "That the Forum")],
    ),
    (
        "The Committee resolved:-\n\n(i) to adopt the motion;\n\n(ii) to note the underspend.",
        [("agreed", "to adopt"), ("noted", "to note")],
    ),
    (
        "RESOLVED – That it be RECOMMENDED to the County Council:\n\n(a) that the budget be approved;\n\n"
        "(b) that the tax be raised.",
        [("recommended", "that the budget"), ("recommended", "that the tax")],
    ),
    (
        "AGREED that:\n\n• the fence be mended\n\n• the report be noted",
        [("agreed", "the fence"), ("noted", "the report")],
    ),
    (
        "Decision\n\nThat the plan be approved.\n\nReason for Decision\n\nThe old plan was rejected.",
        [("agreed", "That")],
    ),
    (
        "It was proposed by Cllr Box and seconded by Cllr Carr that Cllr Dunn be elected Chair.\n\nDecision\n\n"
        "That Cllr Dunn be elected Chair for the year.",
        [("elected", "That Cllr Dunn")],
    ),
    (
        "RESOLVED – That the application be refused for the following reasons:\n\n"
        "1. The scale would harm the view.\n\n2. Too little parking is provided.",
        [("refused", "RESOLVED")],
    ),
]
MOTIONS = [
    (
        "“That this Council plants a tree.”\n\nOn being put to a vote the motion was carried by 5 votes to 2.",
        [("agreed", "“That this Council")],
    ),
    (
        "Proposed by Cllr Box\nSeconded by Cllr Carr\n\n“That the flag is flown.”\n\n"
        "On the proposal being put, 4 Members voted for and 6 against. The motion was declared lost.",
        [("refused", "“That the flag")],
    ),
    ("A motion to approve was proposed by Cllr Box. The motion was lost.", [("refused", "A motion")]),
    (
        "Moved by Cllr Box\nSeconded by Cllr Carr\nThat the agenda be approved.\nCarried (6 to 0)",
        [("agreed", "That the agenda")],
    ),
    (
        "Moved by: Ann Box\nSeconded by: Ben Carr\n\n1. Apologies\n\nThere were none.\n\n"
        "BE IT RESOLVED THAT the minutes be adopted as circulated.\n\nCARRIED",
        [("agreed", "BE IT RESOLVED")],
    ),
    (
        "MOTION: To buy two benches.\nMoved A. Box / Seconded B. Carr. CARRIED (8-1)",
        [("agreed", "MOTION: To buy")],
    ),
    ("Ms. Box made a motion, seconded by Mr. Carr, to approve the minutes of May 4.", [("agreed", "Ms. Box made")]),
    ("Ann moved to accept the budget. Ben seconded. Motion passes unanimously.", [("agreed", "Ann moved")]),
    ("Move the wiki to the new host. Agreed by consensus.", [("agreed", "Move the wiki")]),
    (
        "Cllr Box moved that the fee be cut. On being put to the vote the amendment was LOST (5 for, 9 against).",
        [("refused", "Cllr Box moved")],
    ),
    ("Upon motion duly made and seconded, the Board approved the accounts.", [("agreed", "Upon motion")]),
    (
        "The treasurer moved approval of the report, the secretary seconded, and it passed.",
        [("agreed", "The treasurer")],
    ),
]
CLAUSES = [
    (
        "R24-12 A. Box, B. Carr: THAT we close the old account; and THAT the fee be kept. Carried.",
        [("agreed", "R24-12"), ("agreed", "THAT the fee")],
    ),
    (
        "THAT we close the old account;\n\nTHAT we move the rest to reserve; Carried.",
        [("agreed", "THAT we close"), ("agreed", "THAT we move")],
    ),
    (
        "That we pass By-Law 24-3.\n\nRead the first, second and third time and passed this 4th day of March. Carried.",
        [("agreed", "That we pass")],
    ),
    ("THAT we appoint Ann Box to the library board. Carried.", [("elected", "THAT we appoint")]),
    ("That the meeting be adjourned. Carried.", [("agreed", "That the meeting")]),
    (
        "MOVED by Trustee Box:\n\nTHAT the Board postpones the report to June.\n\nThe motion was\n\nCARRIED.",
        [("deferred", "THAT the Board")],
    ),
    (
        "Ms. Box moved to accept the bid. Mr. Carr seconded. Roll call vote: Box – aye, Carr – aye. "
        "Motion carried 2-0.",
        [("agreed", "Ms. Box moved")],
    ),
    (
        "Mr. Box made a motion to continue the hearing to May. Mr. Carr seconded. Motion carried.",
        [("deferred", "Mr. Box made")],
    ),
    ("Buy a new logo.\n\n• Vote: 1 in favor, 3 opposed", [("refused", "Buy a new")]),
    (
        "• Vote on buying a kiln\n\n• Vote: 3 in favor, 0 opposed\n\n• Resolution: Vote passed",
        [("agreed", "Vote on buying")],
    ),
    (
        "The Chair put the amendment of paragraph 9 to the vote and the voting was as follows:\n\nFor (2)\n\n"
        "Mr Box, Ms Carr\n\nAgainst (3)\n\nMr Dunn, Ms Elm, Ms Fox\n\nAmendment lost.",
        [("refused", "The Chair put")],
    ),
    (
        "Ann Box stands (proposed: Ben, seconded: Cat)\n\nElected unanimously (11)",
        [("elected", "Ann Box stands")],
    ),
    (
        "Ann Box was nominated by Ben Carr and seconded by Cat Dunn. Ann Box was declared elected.",
        [("elected", "Ann Box was declared")],
    ),
    (
        "Payments to be made\n\n101 Power Co £31.00\n\n102 A. Smith £20.00\n\nProposed Cllr Box, seconded Cllr Carr. "
        "All in favour.",
        [("agreed", "Payments to be made")],
    ),
    ("Last minutes: Proposed AB. Seconded by CD.", [("agreed", "Last minutes")]),
    ("Ben asked whether a kiln may be bought. The Board agreed.", [("agreed", "Ben asked")]),
    (
        "RESOLVED that:\n\nThe Council agrees the following:\n\nSchools\n\n(a) The school plan of May.\n\n"
        "(b) To note the balances.",
        [("agreed", "The school plan"), ("noted", "To note")],
    ),
    ("The Board NOTED the report and APPROVED the plan.", [("noted", "The Board"), ("agreed", "APPROVED")]),
    ("Grants approved:\n\n• PyFair: $500\n\n• Code club: $400", [("agreed", "PyFair"), ("agreed", "Code")]),
]
MINOR = [
    ("Standing orders adopted.", [("agreed", "Standing orders")]),
    ("The hedge should be cut in May (all agreed).", [("agreed", "The hedge")]),
    ("Unanimously agreed to buy a notice board.", [("agreed", "Unanimously")]),
    ("It was moved, seconded and CARRIED that the application be refused.", [("refused", "It was moved")]),
    ("With the report noted it was resolved that a letter be sent.", [("agreed", "With the report")]),
    ("The Council had no objection to the fair.", [("agreed", "The Council")]),
    ("The hedge will be an agenda item for a future meeting.", [("deferred", "The hedge")]),
    ("Members approved the minutes subject to one amendment.", [("agreed", "Members approved")]),
    ("The minutes were agreed as a true record.", [("agreed", "The minutes")]),
    ("The officer gave an oral update which was received.", [("noted", "The officer")]),
    ("The correspondence circulated with the agenda was noted.", [("noted", "The correspondence")]),
    ("Apologies were received and approved.", [("agreed", "Apologies")]),
    ("The Chair was authorised to sign the lease.", [("agreed", "The Chair")]),
    ("Governors ratified the pay policy.", [("agreed", "Governors ratified")]),
    ("The Board APPROVED the accounts.", [("agreed", "The Board")]),
    ("The Trustees approved the grant.", [("agreed", "The Trustees")]),
    ("Consideration of this item was adjourned to the next meeting.", [("deferred", "Consideration")]),
]
NONE = [
    "Cllr Box proposed that the gate be sold. This was not seconded and fell.",
    "The parish council had resolved to object.",
    "Officers recommended that the Committee support the charge.",
    "Resolution No. 2024-031",
    "Hillshire County Council has agreed to pay for the road.",
    "The district council has refused the application for six houses.",
    "At its last meeting the Planning Committee agreed to refuse the scheme.",
    "It was agreed at the last meeting that the fence be mended; this has been done.",
    "The minutes will be approved at the next meeting.",
    "A notice will be posted once the minutes have been approved.",
    "If the application is approved, work will begin in May.",
    "A councillor can be co-opted if no election is called.",
    "Cllr Box asked whether the plan had been agreed.",
    "Members agreed that the display had been a great success.",
    "Confirmed as a true record: ________ Chair",
    "It was noted that the road is closed until May.",
    "The report recommended that the Committee note the underspend.",
    "ALTERNATIVE OPTIONS CONSIDERED\n\nA smaller increase was rejected since it would leave a gap.",
    "The budget was approved by the County Council on 14 February.",
    "Cllr Box agreed that the road is bad.",
    "To approve the minutes of the last meeting as a correct record.",
    "The keys to the hall were lost.",
    "Cllr Box moved to a seat near the door.",
]


@pytest.mark.parametrize(("text", "wanted"), [*PARTS, *MOTIONS, *CLAUSES, *MINOR])
def test_decisions(text: str, wanted: list[tuple[str, str]], tmp_path: Path) -> None:
    found = [(decision.outcome, decision.text) for decision in decisions_of(tmp_path, text)]
    assert [
        (outcome, words[: len(begin)]) for (outcome, words), (_, begin) in zip(found, wanted, strict=False)
    ] == wanted
    assert len(found) == len(wanted), found


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_decision(text: str, tmp_path: Path) -> None:
    assert decisions_of(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "mover", "seconder", "votes"),
    [
        ("It was RESOLVED that Cllr Dunn be elected.\n\nProposed by: Cllr Box Seconded by: Cllr Carr",
         "Cllr Box", "Cllr Carr", None),
        ("Proposed by Cllr Box\nSeconded by Cllr Carr\nAND AGREED\n\n“That the minutes be confirmed.”",
         "Cllr Box", "Cllr Carr", None),
        ("On the motion of Cllr Box, seconded by Cllr Carr, it was resolved that the loan be approved.",
         "Cllr Box", "Cllr Carr", None),
        ("RESOLVED that the rate be kept (12 for, 2 against).", None, None, (12, 2, None)),
        ("It was proposed by Cllr Box, seconded by Cllr Carr and RESOLVED by 5 votes to 1 that the fee be cut.",
         "Cllr Box", "Cllr Carr", (5, 1, None)),
    ],
)  # fmt: skip
def test_movers_and_votes(
    text: str, mover: str | None, seconder: str | None, votes: tuple[int, int, None] | None, tmp_path: Path
) -> None:
    [decision] = decisions_of(tmp_path, text)
    assert (decision.mover, decision.seconder, decision.votes) == (mover, seconder, votes)


def test_planning_comments_of_a_list(tmp_path: Path) -> None:
    text = (
        "24/00123/FUL Extension at 3 Mill Lane\nNo objection\n\n24/00456/FUL New house at Hill Farm\nObjection: access"
    )
    found = decisions_of(tmp_path, text, title="2. Planning applications")
    assert [decision.outcome for decision in found] == ["agreed", "refused"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("i. 24/00123/F Porch at 2 Mill Lane. No objections raised. ii. 24/00124/F Barn at Elm Farm. Object.",
         [("agreed", "24/00123/F"), ("refused", "24/00124/F")]),
        ("Barn conversion, Hill Farm – no objections", [("agreed", "Barn conversion")]),
        ("Supported by the Council\n\nA porch and a garage at Elm House\n\nTwo horse shelters at Mill Farm",
         [("agreed", "A porch"), ("agreed", "Two horse")]),
        ("Decisions of the district council\n\n24/00100/F Porch at 2 The Green - Approved", []),
    ],
)  # fmt: skip
def test_planning_comments_beside_and_above(text: str, wanted: list[tuple[str, str]], tmp_path: Path) -> None:
    found = decisions_of(tmp_path, text, title="2. Planning applications")
    assert [
        (decision.outcome, decision.text[: len(begin)]) for decision, (_, begin) in zip(found, wanted, strict=True)
    ] == wanted


def test_only_an_authority_grants(tmp_path: Path) -> None:
    text = "Permission granted subject to the conditions in the report."
    assert decisions_of(tmp_path, text) == []
    top = TOP.replace("Ashcombe Council", "Ashcombe Borough Council Planning Committee")
    path = tmp_path / "planning.txt"
    path.write_text(f"{top}2. Business\n\n{text}\n", encoding="utf-8")
    matcher = matcher_of(None)
    [paper] = split(read(path), matcher)
    assert [decision.text for decision in find_decisions(paper, outline(paper, matcher), matcher)] == [text]


def test_a_web_page_prints_a_resolution_twice() -> None:
    told = "RESOLVED that the repairs to the harbour wall be approved."
    page = f"Decision:\n\n{told}\n\nMembers asked about the cost.\n\n{told}\n\nThis was agreed.\n\nThis was agreed."
    texts = [decision.text for decision in found_in(f"1. Apologies\n\nNone.\n\n2. Harbour\n\n{page}").decisions]
    assert sum("harbour wall" in text for text in texts) == 1


def test_a_resolution_of_two_matters_in_the_same_words_is_two() -> None:
    told = "Decision:\n\nRESOLVED that the repairs be approved."
    texts = [decision.text for decision in found_in(f"1. Wall\n\n{told}\n\n2. Gate\n\n{told}").decisions]
    assert len(texts) == 2


@pytest.mark.parametrize(
    "rows",
    [
        [
            ("Item", "Decision", "Reason"),
            ("5. Grit bins", "That the bins be placed.", "The hill was cut off."),
            ("6. Depot lease", "That the item be deferred to May.", "No reply."),
        ],
        [
            ("Title:", "Grit bins"),
            ("Decision made:", "RESOLVED that the bins be placed."),
            ("Reasons:", "Ice."),
            ("Title:", "Depot lease"),
            ("Decision made:", "That the item be deferred to May."),
        ],
    ],
)
def test_notices_of_decisions_in_a_table(rows: list[tuple[str, ...]]) -> None:
    found = found_in("Notice of decisions", table(*rows), kind="other")
    assert [decision.outcome for decision in found.decisions] == ["agreed", "deferred"]


def test_an_officer_recommends_and_the_council_resolves() -> None:
    found = found_in(
        "12.1 LEASE OF DEPOT\n\nOFFICER RECOMMENDATION\n\nThat Council agrees to lease the depot for five years.\n\n"
        "COUNCIL RESOLUTION 25/031\n\nMoved Cr Castle, seconded Cr Dunn\n\nThat Council:\n"
        "1. agrees to lease the depot for two years; and\n2. requests a report on other sites.\n\nCARRIED 3/0\n\n"
        "12.2 GRIT BINS\n\nOFFICER RECOMMENDATION\n\nThat Council refuse the bins.\n\n"
        "COUNCIL RESOLUTION 25/032\n\nThat Council defers the matter to April.\n\nCARRIED 2/1"
    )
    assert [decision.outcome for decision in found.decisions] == ["agreed", "agreed", "deferred"]
    assert not any("five years" in decision.text or "refuse" in decision.text for decision in found.decisions)


def test_a_numbered_line_names_the_movers_and_a_resolution_keeps_its_last_lines(tmp_path: Path) -> None:
    text = (
        "R2024-17 A. Box, B. Carr:\n\nTHAT we tender for the Mill Road culvert;\n\n"
        "AND THAT we seek a price for a steel bridge. Carried.\n\n"
        "R2024-18 B. Carr, A. Box:\n\nThat the accounts dated March 1, 2 and 3, 2024.\n\n"
        "Totaling $512.40 be approved. Carried."
    )
    found = decisions_of(tmp_path, text)
    assert [(one.text, one.mover, one.seconder) for one in found] == [
        ("THAT we tender for the Mill Road culvert;", "A. Box", "B. Carr"),
        ("AND THAT we seek a price for a steel bridge. Carried.", "A. Box", "B. Carr"),
        ("That the accounts dated March 1, 2 and 3, 2024. Totaling $512.40 be approved. Carried.", "B. Carr", "A. Box"),
    ]
