"""What a report recommends: kept in its record, and never taken for a decision."""

from __future__ import annotations

import pytest

from pipeline.found import FoundRecommendation
from pipeline.paper import PaperKind
from tests.printed import found_in

HEAD = """
HARROWDALE SCHOOLS FORUM
Report to the meeting of 14 March 2024

"""


def recommended(text: str, kind: PaperKind = "report") -> list[FoundRecommendation]:
    found = found_in(HEAD + text, kind=kind)
    assert found.decisions == () or kind == "minutes"
    return list(found.recommendations)


def test_a_list_that_a_sentence_opens() -> None:
    found = recommended("""
Recommendation(s):

The Forum is asked to:

(a) NOTE the deficit of £40,000; and

(b) AGREE that the high needs panel meets monthly.

1. BACKGROUND

1.1 The deficit was £10,000 a year ago.
""")
    assert [(one.number, one.text, one.to) for one in found] == [
        ("(a)", "NOTE the deficit of £40,000; and", "The Forum"),
        ("(b)", "AGREE that the high needs panel meets monthly.", "The Forum"),
    ]


def test_what_stands_at_the_top_and_at_the_end_is_there_once() -> None:
    found = recommended("""
Recommendation: The Forum is asked to note the report.

1. BACKGROUND

1.1 Members are asked to read the plan with care.

2. RECOMMENDATION

The Forum is asked to note the report.
""")
    assert [(one.text, one.to) for one in found] == [("to note the report.", "The Forum")]


def test_numbered_paragraphs_under_the_heading() -> None:
    found = recommended("""
1. BACKGROUND

1.1 Prices rose.

2. RECOMMENDATIONS

2.1 That the lower rate be kept.

2.2 That the clerk tell all schools.

3. CONTACT

3.1 Ann Box, 01632 960123
""")
    assert [(one.number, one.text, one.place.item) for one in found] == [
        ("2.1", "That the lower rate be kept.", "2"),
        ("2.2", "That the clerk tell all schools.", "2"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "1. RECOMMENDED that the Committee:\n\n1. approves the plan for the hall; and\n\n2. notes its costs.",
            [("the Committee", "approves the plan for the hall; and"), ("the Committee", "notes its costs.")],
        ),
        (
            "RECOMMENDATIONS\n\nMembers are recommended to:\n\n• note the plan\n\n• meet its costs\n\n1. RISKS",
            [("Members", "note the plan"), ("Members", "meet its costs")],
        ),
        (
            "2. PLAN\n\n2.1 It is recommended that Members: (a) note the plan; and (b) meet its costs.",
            [(None, "note the plan; and"), (None, "meet its costs.")],
        ),
        ("For decision: the Board is asked to keep the rate.", [("the Board", "to keep the rate.")]),
        ("5. RECOMMENDATION\n\nThat Cabinet keeps the rate.\n\n6. RISKS", [(None, "That Cabinet keeps the rate.")]),
    ],
)
def test_other_forms(text: str, found: list[tuple[str | None, str]]) -> None:
    assert [(one.to, one.text) for one in recommended(text)] == found


def test_a_sentence_without_a_heading() -> None:
    found = recommended("""
1. ROOF

1.1 The roof of the mill leaks. It is recommended that the quotation of Vane Roofing be accepted.
""")
    assert [one.text for one in found] == ["that the quotation of Vane Roofing be accepted."]


@pytest.mark.parametrize(
    "text",
    [
        "1. AUDIT\n\n1.1 The auditor recommended that a register be kept.",
        "1. AUDIT\n\n1.1 Recommendations from the audit have been carried out.",
        "1. POST\n\n1.1 The clerk is asked to write to the school.",
    ],
)
def test_news_and_tasks_are_no_recommendations(text: str) -> None:
    assert recommended(text) == []


def test_minutes_recommend_in_their_decisions() -> None:
    assert recommended("1. RATE\n\n1.1 RECOMMENDATION: The Forum is asked to note it.", kind="minutes") == []
