"""How boards, schools, churches, clubs and unions write: who came in looser lists, labels that give nobody a task."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_forms_precision import HEAD, told
from tests.typed import owned, record_of


@pytest.mark.parametrize(
    "text",
    [
        "ACTION: None",
        "Action: N/A",
        "Actions: None required.",
        "Action points: nil",
        "ACTION - none at this stage",
        "The report was noted. Action: None.",
        "NO ACTION REQUIRED",
        "NO FURTHER ACTION NEEDED",
        "Action: Completed",
        "Actions\n\nNo new actions were recorded.",
    ],
)
def test_nothing_to_do(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == []


LISTS = [
    (
        """Heath Court Residents Board
Minutes of the meeting on 4 May 2024

In Attendance:

Members: Otto Crane (Chair), Ines Birkett, Dora Pell

Absent: Rolf Ashdown (ill)

Mr. Crane brought the meeting to order at 3.40 pm.
""",
        {"present": ["Otto Crane", "Ines Birkett", "Dora Pell"], "absent": ["Rolf Ashdown"]},
    ),
    (
        """Heath Registry Board meeting minutes, 4 May 2024

Attendees:
  1. Mr. Otto Crane, President (joined at 8.30)
  2. Ms. Ines Birkett, Treasurer

Guests/observers:
  1. Mr. Karl Vane, Invited Guest (on irc)
  2. Ms. Zoe Grant, Observer

Expected, but Not Present
  1. Mr. Dale Garth, Director
  2. Ms. Nell Hurst, Director

Sent regrets
  1. Mr. Rolf Ashdown, Director
  2. Ms. Dora Pell, Director
""",
        {
            "present": ["Otto Crane", "Ines Birkett"],
            "in_attendance": ["Karl Vane", "Zoe Grant"],
            "absent": ["Dale Garth", "Nell Hurst"],
            "apologies": ["Rolf Ashdown", "Dora Pell"],
        },
    ),
    (
        """Heath Allotments minutes of committee meeting 4 May 2024

1 Present Otto Crane (Chair)

Ines Birkett

Dora Pell

Jane and Gerald Holm

Kath Lorne

2 Minutes

The minutes were approved.

3 Next meeting

5 June
""",
        {"present": ["Otto Crane", "Ines Birkett", "Dora Pell", "Jane Holm", "Gerald Holm", "Kath Lorne"]},
    ),
    (
        """Heath Surgery Patient Group Meeting Minutes

Meeting Date: 4 May 2024

Chair and Minute Taker: Ines Birkett (IB)

Attendees: Dr Otto Crane (OC), JL, MC, RM

Apologies: JJ, PT.
""",
        {"present": ["Ines Birkett", "Otto Crane", "JL", "MC", "RM"], "apologies": ["JJ", "PT"]},
    ),
    (
        """Heath Trades Council
Minutes of the meeting held on 4 May 2024

Present: Bros. O Crane, R Ashdown; Sis. I Birkett, D Pell

Apologies: Sis M Lorne, Bro. P Gale
""",
        {"present": ["O Crane", "R Ashdown", "I Birkett", "D Pell"], "apologies": ["M Lorne", "P Gale"]},
    ),
    (
        """St Ebba's Parochial Church Council
Minutes of the meeting held on 4 May 2024

1. Prayers
The meeting opened with prayers.

2. Apologies
Otto Crane Ines Birkett
Dora Pell Rolf Ashdown

3. Minutes
The minutes were signed.
""",
        {"apologies": ["Otto Crane", "Ines Birkett", "Dora Pell", "Rolf Ashdown"]},
    ),
    (
        """Heath School PTA
Minutes of the meeting on 4 May 2024

Present: Tracey, Jane, Susie, Mrs Pell (Head), Mr Crane
""",
        {"present": ["Tracey", "Jane", "Susie", "Pell", "Crane"]},
    ),
    (
        """Heath College Student Staff Committee
4 May 2024

Staff: Dr Otto Crane (Chair)
Students: Ines Birkett (Year 1 rep), Dora Pell (Masters)
Apologies: Rolf Ashdown
""",
        {"present": ["Otto Crane", "Ines Birkett", "Dora Pell"], "apologies": ["Rolf Ashdown"]},
    ),
    (
        """Heath College Academic Committee
Minutes of the meeting held on 4 May 2024

Members present: Professor O Crane (Chair), Dr I Birkett
Members not present: Dr D Pell, Mr R Ashdown

24/1 Apologies for absence

Apologies were received from Dr Pell.

24/2 Minutes

The minutes were approved.
""",
        {"present": ["O Crane", "I Birkett"], "apologies": ["D Pell"], "absent": ["R Ashdown"]},
    ),
    (
        """Friends of Heath Park
Minutes of Committee meeting held on 4 May 2024

Present. Otto Crane. Ines Birkett. Dora Pell.

1. Apologies for absence . Received from Rolf Ashdown and Kath Lorne.

2. Minutes of last meeting
Agreed.
""",
        {"present": ["Otto Crane", "Ines Birkett", "Dora Pell"], "apologies": ["Rolf Ashdown", "Kath Lorne"]},
    ),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_who_came(tmp_path: Path, text: str, expected: dict[str, list[str]]) -> None:
    record = record_of(tmp_path, text)
    found: dict[str, list[str]] = {}
    for person in record.attendance:
        found.setdefault(person.status, []).append(person.name)
    assert found == expected


def test_capacities(tmp_path: Path) -> None:
    record = record_of(tmp_path, LISTS[1][0])
    assert [person.capacity for person in record.attendance[:3]] == ["President", "Treasurer", "Invited Guest"]


TOPICS = """# Heath School Friends

## Minutes of the meeting held on 4 May 2024

**Present:** Otto Crane (OC), Ines Birkett (IB), Dora Pell (DP)

## Library

Otto told us of the new shelves.

## Actions

### Library

The library needs a sort, and more shelves.

**Action:**
Order a trolley and labels. (IB)

### Outdoor space

It is getting busy out there.

**Action:**
Take photos for the display. (OC/DP)

### Fair

DP has been in touch with the hall.

**Action:**
DP to book the hall.
"""


def test_a_label_to_each_topic(tmp_path: Path) -> None:
    """What stands below a topic of a list is no task where the tasks have a label of their own."""
    assert owned(record_of(tmp_path, TOPICS, "minutes.md")) == [
        ("Order a trolley and labels.", ["Ines Birkett"]),
        ("Take photos for the display.", ["Otto Crane", "Dora Pell"]),
        ("DP to book the hall.", ["Dora Pell"]),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The plan will be on display for 28 days.",
        "The nurses will assist where necessary.",
        "Cllr Crane asked for our thanks to Mr Holm to be formally minuted.",
        "The chairs are to be written off over three years.",
        "They will be visiting again this summer.",
        "The Chair told them how meetings will be conducted.",
    ],
)
def test_how_things_stand(tmp_path: Path, sentence: str) -> None:
    assert told(tmp_path, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        ("Nell to get an update from the depot on the skips.", ["Nell"]),
        ("Nell to give update about the shed.", ["Nell"]),
        ("Members agreed that the firm should be asked if it has a key.", []),
        ("Cllr Birkett agreed with Cllr Crane to look into prices for stakes.", ["Ines Birkett"]),
        ("Secretary to write to Bro. Keel.", ["Secretary"]),
    ],
)
def test_whose_it_is(tmp_path: Path, sentence: str, owners: list[str]) -> None:
    assert [found for _, found in told(tmp_path, sentence)] == [owners]


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("The Clerk will send the form before end of day October 25th.", "end of day October 25th"),
        ("The Clerk to ask for paint for the summer shed.", None),
        ("The Clerk to order a tree for the Christmas Cracker event.", None),
        ("The Clerk to order seed for the summer.", "for the summer"),
    ],
)
def test_when(tmp_path: Path, sentence: str, due: str | None) -> None:
    record = record_of(tmp_path, f"{HEAD}{sentence}\n\n3. Next meeting\n\nThe day is open.\n")
    assert [action.due.text for action in record.actions] == [due]


@pytest.mark.parametrize("sentence", ["Agreed a true and accurate record", "Approved minutes of the March meeting."])
def test_minutes_agreed(tmp_path: Path, sentence: str) -> None:
    record = record_of(tmp_path, f"{HEAD}{sentence}\n\n3. Next meeting\n\nThe day is open.\n")
    assert [decision.outcome for decision in record.decisions] == ["agreed"]
