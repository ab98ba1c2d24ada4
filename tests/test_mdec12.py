"""Principal and district councils: who is declared elected, and what became of a motion that others amended."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import record_of

HEAD = """MINUTES of the meeting of the Northmoor District Council held on Thursday 13 March 2025 at 3pm

Present: Councillors Ann Lund (Mayor), Ben Carrow, Cat Dunmore, Dan Oakes
In attendance: Hal Marsden (Meetings Administrator), Gus Pell (Senior Engineer), Ruth Kane (Director of Services)

1. Business

"""
FOOT = "\n\n2. Next meeting\n\nThursday 10 April 2025.\n"


def decided(tmp_path: Path, text: str) -> list[tuple[str, str]]:
    """The decisions of item 1: outcome and words."""
    return [(one.outcome, one.text) for one in record_of(tmp_path, HEAD + text + FOOT).decisions]


NOBODY_ELSE = (
    "As there were no other nominations, the Mayor declared Councillors Carrow and Dunmore appointed to the Port."
)


@pytest.mark.parametrize(
    ("text", "declared"),
    [
        (
            f"“That, Councillors Carrow and Dunmore be appointed to the Port.”\n\n{NOBODY_ELSE}",
            NOBODY_ELSE,
        ),
        (
            "“That, Mr. Ivo Stone, 4 Quay Street, be co-opted to the Council to fill the vacancy.”\n\n"
            "The Mayor declared Mr. Stone co-opted to the Council and welcomed him.",
            "The Mayor declared Mr. Stone co-opted to the Council and welcomed him.",
        ),
        (
            "“That, Councillor Carrow be appointed to hold office until his successor\n\n"
            "is appointed.”\n\nThe Mayor declared Councillor Carrow elected as Deputy.",
            "The Mayor declared Councillor Carrow elected as Deputy.",
        ),
    ],
)
def test_the_declaration_is_the_decision(tmp_path: Path, text: str, declared: str) -> None:
    assert decided(tmp_path, text) == [("elected", declared)]


def test_the_declared_keep_their_mover(tmp_path: Path) -> None:
    text = (
        "Proposed by Councillor Dunmore; Seconded by Councillor Oakes;\n\n"
        "“That, Councillor Carrow be appointed Deputy.”\n\n"
        "Proposed by Councillor Carrow; Seconded by Councillor Lund;\n\n“That, Councillor Oakes be appointed Deputy.”"
        "\n\n"
        "The Mayor declared Councillor Carrow elected as Deputy."
    )
    (one,) = record_of(tmp_path, HEAD + text + FOOT).decisions
    assert (one.outcome, one.mover, one.seconder) == ("elected", "Councillor Dunmore", "Councillor Oakes")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # the motion is named where its fate is told
            "Councillors Carrow, Dunmore (2)\n\nThe Mayor declared the amendment proposed by Councillor D. Oakes and "
            "seconded by Councillor A. Lund as carried.",
            [("agreed", "The Mayor declared the amendment proposed by Councillor D. Oakes")],
        ),
        ("The Deputy Mayor declared the proposed Variation rejected.", [("refused", "The Deputy Mayor declared")]),
        (  # clauses with a comma, and rows of a table between them
            "Proposed by Councillor Lund;\nSeconded by Councillor Oakes;\n\nAnd Resolved:\n\n"
            "THAT the budget be adopted as circulated.\n\nAND THAT, the rate be and is hereby set.\n\nBand\n\n"
            "Up to €900\n\n25%\n\nAND THAT the grants scheme for shops, as set out in the report, is adopted.\n\n"
            "The Mayor and Members thanked the staff.",
            [
                ("agreed", "THAT the budget be adopted"),
                ("agreed", "AND THAT, the rate be"),
                ("agreed", "AND THAT the grants scheme"),
            ],
        ),
        (  # moved, put, and then resolved
            "Councillor Lund proposed, and Councillor Oakes seconded the motion that “The Council notes the report”\n\n"
            "Following the debate, the Mayor put the motion set out in paragraph 1 to the vote and the voting was "
            "as follows.\n\nFor (9)\n\nMotion carried.\n\nRESOLVED that the Council notes the report.",
            [("noted", "RESOLVED that the Council notes the report.")],
        ),
        (  # an amendment that was put and agreed is one decision
            "Councillor Lund proposed and Councillor Oakes seconded the following amendment to the motion:\n\n"
            "“Council is asked to:\n\n(1) Endorse the plan for the quay.”\n\nAmendment carried.\n\n"
            "Following the debate, the Mayor put the amendment set out in paragraph 1 to the vote and it was agreed.",
            [("agreed", "Following the debate, the Mayor put the amendment")],
        ),
        (  # what a committee recommends, and what the Council says to it
            "Recommendation\n\n“That, Northmoor District Council support the ferry.”\n\n"
            "On the proposal of Councillor Lund, seconded by Councillor Oakes, the Recommendation was agreed.",
            [("agreed", "On the proposal of Councillor Lund")],
        ),
        (  # an amendment that fell, read into the record
            "This amendment was read into the record by the Clerk as follows:\n\n“That, the budget be amended.\n\n"
            "And That, the rate be and is hereby determined at a tenth.”\n\nA vote was taken.\n\n"
            "The Mayor declared the amendment defeated.\n\nIt was agreed to adjourn for an hour.",
            [("refused", "And That, the rate be"), ("agreed", "It was agreed to adjourn for an hour.")],
        ),
    ],
)
def test_what_became_of_motions(tmp_path: Path, text: str, expected: list[tuple[str, str]]) -> None:
    told = decided(tmp_path, text)
    assert len(told) == len(expected), told
    for (outcome, words), (wanted, opening) in zip(told, expected, strict=True):
        assert outcome == wanted
        assert words.startswith(opening)


def test_a_motion_that_is_resolved_leaves_its_tasks_once(tmp_path: Path) -> None:
    clauses = "(1) Request that the Leader writes to the Minister.\n\n(2) Request that the Clerk lists the piers."
    text = (
        f"Councillor Lund proposed, and Councillor Oakes seconded the motion that “This Council resolves to:\n\n"
        f"{clauses}”\n\n"
        "Following the debate, the Mayor put the motion set out in paragraph 1 to the vote and the voting was "
        f"as follows.\n\nFor (9)\n\nMotion carried.\n\nRESOLVED that this Council resolves to:\n\n{clauses}"
    )
    record = record_of(tmp_path, HEAD + text + FOOT)
    assert len(record.decisions) == 2
    assert len({action.task for action in record.actions}) == len(record.actions)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a letter, to its closing quotation mark
            "The Clerk was invited to read the letter into the minutes of the meeting as follows:\n\n"
            "“The Department approved "
            "the scheme for the quay.\n\nThe Department will write to the port on its “second stage”.\n\n"
            "The port was appointed as its agent.”\n\nThe plan for the quay was approved.",
            ["The plan for the quay was approved."],
        ),
        (  # a report, to where the meeting goes on
            "It was agreed that the Mayor’s Report would be read into the Minutes as follows:\n\n"
            "The Council decided to raise the rate.\n\nThe works will be completed in May.\n\n"
            "Councillor Oakes thanked the Mayor.\n\nIt was agreed to adjourn for ten minutes.",
            [
                "It was agreed that the Mayor’s Report would be read into the Minutes as follows:",
                "It was agreed to adjourn for ten minutes.",
            ],
        ),
        (  # it cannot be told where it ends
            "The report was read into the record as follows:\n\nThe Council decided to raise the rate.",
            ["The Council decided to raise the rate."],
        ),
        ("Councillor Carrow congratulated the rowing team on its win. All members concurred.", []),
        (
            "Councillor Carrow suggested a lamp at the pier. All members concurred.",
            ["Councillor Carrow suggested a lamp at the pier. All members concurred."],
        ),
        (
            "Proposed by Councillor Lund\n\nSeconded by Councillor Oakes\n\nAnd unanimously agreed and resolved:\n\n"
            "THAT the budget be adopted.\n\nAND THAT, the rate be set.",
            ["THAT the budget be adopted.", "AND THAT, the rate be set."],
        ),
        (
            "Councillor Oakes proposed to reject the sale of the pier and was seconded by Councillor Lund.\n\n"
            "Following this proposal to reject the sale, a vote on the sale of the pier was taken as follows:\n\n"
            "For (2)\n\nAgainst (9)\n\nThe Mayor declared the Motion defeated.",
            ["Following this proposal to reject the sale, a vote on the sale of the pier was taken as follows:"],
        ),
    ],
)
def test_what_is_read_out_and_what_leads_to_a_vote(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert [words for _, words in decided(tmp_path, text)] == expected


def test_a_letter_that_is_read_out_asks_nobody(tmp_path: Path) -> None:
    text = (
        "The Mayor read the letter into the minutes as follows:\n\n“The Department will write to the port.”\n\n"
        "The Clerk will reply to the Department."
    )
    record = record_of(tmp_path, HEAD + text + FOOT)
    assert [action.evidence.quote for action in record.actions] == ["The Clerk will reply to the Department."]
