"""District and joint committees: what officials answer, what is proposed and agreed, who is declared elected."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_forms_precision import told
from tests.typed import record_of

HEAD = """MINUTES of the meeting of the Northmoor District Committee held on Thursday 13 March 2025 at 3pm

Present: Councillors Ann Lund (Chair), Ben Carrow, Cat Dunmore
In attendance: Hal Marsden (Meetings Administrator), Gus Pell (Senior Engineer), Ruth Kane (Director of Services)

1. Minutes

The minutes of 13 February 2025 were approved.

2. Business

"""
FOOT = "\n\n3. Next meeting\n\nThursday 10 April 2025.\n"


def found(tmp_path: Path, text: str) -> list[tuple[list[str], str | None]]:
    """The tasks of item 2: owners and due words."""
    record = record_of(tmp_path, HEAD + text + FOOT)
    return [([owner.name for owner in one.owners], one.due.text) for one in record.actions]


@pytest.mark.parametrize(
    ("text", "owners", "due"),
    [
        # what officials answer
        ("It is proposed to include the quay in the next review of signs.", [], "in the next review"),
        (
            "He confirmed that the waiver would be reviewed after a period of 24 months.",
            [],
            "after a period of 24 months",
        ),
        (
            "The trial will start in July 2025 and be reviewed at the end of August 2025.",
            [],
            "at the end of August 2025",
        ),
        ("This junction will be assessed as part of the bid for 2026.", [], None),
        (
            "In reply, the Senior Engineer advised that the lane would be considered under the next scheme.",
            ["Gus Pell"],
            None,
        ),
        ("The area crew will be cutting hedges in October.", ["area crew"], "in October"),
        (
            "It was noted that individual Directorates would be providing talks over the summer months.",
            ["individual Directorates"],
            "over the summer months",
        ),
        (
            "The plan is on view until 29 May with a final plan to be submitted to the Agency in September 2025.",
            [],
            "in September 2025",
        ),
        (
            "Once the road is up to standard the Council will commence the process.",
            ["Council"],
            "Once the road is up to standard",
        ),
        # the section that somebody works in
        (
            "The Senior Engineer, Roads and Harbour Services accepted this and agreed to update the owners.",
            ["Gus Pell"],
            None,
        ),
        ("Agreed that the Steering Committee should source a speaker.", ["Steering Committee"], None),
        ("Councillor Carrow proposed and Councillor Lund seconded that a letter be forwarded to the port.", [], None),
        ("A paper would be brought to the June 2025 Board meeting.", [], "to the June 2025 Board meeting"),
        ("Lamps – Ben Carrow pricing this up at present.", ["Ben Carrow"], None),
        # suggested, and something else was agreed
        (
            "Mr Pell suggested that a survey be completed by May. It was agreed to circulate it with the April agenda.",
            [],
            "with the April agenda",
        ),
        # who seconds does nothing yet
        (
            "Councillor Carrow proposed that a letter be sent and this was seconded by Councillor Dunmore and agreed.",
            [],
            None,
        ),
        # what was proposed, and agreed
        (
            "It was proposed by Councillor Carrow that it be forwarded to the County. This was agreed by all members.",
            [],
            None,
        ),
        (
            "Councillor Dunmore proposed that the item be put on the agenda for the June meeting and this was agreed.",
            [],
            "for the June meeting",
        ),
        ("It was proposed by Councillor Carrow that a delegation meet the Minister. This was agreed.", [], None),
    ],
)
def test_tasks(tmp_path: Path, text: str, owners: list[str], due: str | None) -> None:
    assert found(tmp_path, text) == [(owners, due)]


@pytest.mark.parametrize(
    "text",
    [
        "It was proposed to include the quay in the next review of signs.",
        "It is proposed to erect two houses at the mill.",
        "Councillor Carrow proposed that the matter be raised with the ferry. There was no seconder.",
        "Councillor Carrow proposed that the fair be moved and this was agreed.",
        "The trial started in July and was reviewed in August.",
        "The Council will commence at 7pm.",
        "Mr Pell suggested that a guide should be engaged. It was agreed to put off the talk.",
        "The Chair welcomed Mr Ash who said he was happy to work with the Committee.",
    ],
)
def test_no_tasks(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text) == []
    assert told(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "decided"),
    [
        (
            "Proposed by Councillor Dunmore;\nSeconded by Councillor Lund;\n\n"
            "“That, Councillor Carrow be appointed Vice-Chair.”\n"
            "\nAs there were no other nominations, the Chair declared Councillor Carrow elected as Vice-Chair.",
            ["As there were no other nominations, the Chair declared Councillor Carrow elected as Vice-Chair."],
        ),
        (
            "“That, Councillor Carrow be appointed Vice-Chair.”\n\n"
            "“That, Councillor Dunmore be appointed Vice-Chair.”\n\n"
            "On a show of hands Councillor Dunmore was declared elected.",
            ["On a show of hands Councillor Dunmore was declared elected."],
        ),
        (
            "Councillor Carrow was proposed by Councillor Dunmore and seconded by Councillor Lund. "
            "There being no other candidates Councillor Carrow was declared elected.",
            ["There being no other candidates Councillor Carrow was declared elected."],
        ),
    ],
)
def test_declared_elected(tmp_path: Path, text: str, decided: list[str]) -> None:
    record = record_of(tmp_path, HEAD + text + FOOT)
    assert [(one.outcome, one.text) for one in record.decisions[1:]] == [("elected", words) for words in decided]


@pytest.mark.parametrize(
    ("text", "decided"),
    [
        (
            "The sailing club’s request to use the shed on 28 May was granted.",
            [("agreed", "The sailing club’s request")],
        ),
        ("The minutes of the adjourned meeting of 14 January were approved.", [("agreed", "The minutes of the")]),
        (
            "Agreed: That\n\na) The Senior Engineer hold two meetings\n\nb) That a set topic be kept to.",
            [("agreed", "The Senior Engineer hold"), ("agreed", "That a set topic")],
        ),
    ],
)
def test_decided(tmp_path: Path, text: str, decided: list[tuple[str, str]]) -> None:
    record = record_of(tmp_path, HEAD + text + FOOT)
    told_ = [(one.outcome, one.text) for one in record.decisions[1:]]
    assert len(told_) == len(decided)
    assert all(a == c and b.startswith(d) for (a, b), (c, d) in zip(told_, decided, strict=True))


def test_who_was_there(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        """MINUTES of the Northmoor Safety Committee held on Thursday 13 March 2025 at 3pm

PRESENT: Councillors - Ann Lund, Ben Carrow. Deputies - Cat Dunmore, Dan Frith and Eve Gale.

Mr. Gus Pell, Director of Services. Mr. Hal Marsden, Senior Engineer.

APOLOGIES:- Councillors - Ian Moss, Jo Kane.

MEETINGS ADMINISTRATOR: Ms. Kit Rowe.

1. Minutes

The minutes of 13 February 2025 were approved.
""",
    )
    assert [(one.name, one.status) for one in record.attendance if one.status != "present"] == [
        ("Ian Moss", "apologies"),
        ("Jo Kane", "apologies"),
        ("Kit Rowe", "in_attendance"),
    ]
    assert [(one.name, one.capacity) for one in record.attendance[:7]] == [
        ("Ann Lund", None),
        ("Ben Carrow", None),
        ("Cat Dunmore", None),
        ("Dan Frith", None),
        ("Eve Gale", None),
        ("Gus Pell", "Director of Services"),
        ("Hal Marsden", "Senior Engineer"),
    ]
