"""What this meeting decided, beside what another body, an earlier meeting or a mere opinion says. Invented papers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_decisions import decisions_of

ELSEWHERE = [
    "At last month's meeting it was agreed to buy a mower.",
    "Last month the board voted to close the path.",
    "The Board agreed in March to buy a mower.",
    "The Budget Committee met on 3 May and agreed to recommend a rise of £4.",
    "The County Commissioners approved the new zone on 4 May.",
    "The Works sub-committee has agreed a date for the clean-up.",
    "It was agreed by the Works sub-committee that the hedge be cut.",
    "The working party agreed that the hedge should be cut.",
    "It was agreed in 2019 that the hall should be let at cost.",
    "It was agreed at the AGM that fees would rise to £12.",
    "The by-laws were approved by the members at the annual meeting in October.",
    "Tom Ford confirmed these changes were approved by the county.",
    "Of the bids that came in, 11 of which were approved, none was ours.",
    "Due to the wet weather the clean-up has been postponed until May.",
    "APPROVED SEPTEMBER 8, 2031",
    "The Council had a motion to fell the ash on the green.",
    "The objects that were voted for at last May's AGM had been turned down.",
    "Tom Ford's son was elected to the county council.",
    "Tom Ford would show the owner the plan to be sure that he had no objection.",
]
VIEWS = [
    "Everyone agreed that the fair was great fun.",
    "All agreed it had been a good year.",
    "The group agreed that the signs could be better.",
    "Everyone was agreed that the new well looked fine.",
    "There was broad agreement that this is right.",
    "It was determined that there was enough money for a mower.",
]
HERE = [
    ("It was agreed in principle that the fence be mended.", "agreed"),
    ("The Council agreed to cut the hedge in March.", "agreed"),
    ("It was agreed that a sub-committee look at the hedge.", "agreed"),
    ("It was agreed to fell the ash on the green.", "agreed"),
    ("We decided not to appeal.", "refused"),
    ("It was decided not to meet in August.", "agreed"),
    ("It was agreed not to support the application.", "refused"),
    ("The Council decided against a fair.", "refused"),
    ("Resolved to receive the accounts and to pay the bills.", "agreed"),
    ("That the letter be noted and a reply be sent. Carried.", "agreed"),
    ("RESOLVED that the report be received and its author be thanked.", "noted"),
    ("The report was gratefully accepted.", "agreed"),
    ("It was hence agreed to hold it in May.", "agreed"),
    ("The agenda received unanimous approval from all those there.", "agreed"),
    ("Una Gill's proposal to move £90 to the reserve met with no dissent.", "agreed"),
    ("By show of hands, four for and none against, the by-law on leaks was passed.", "agreed"),
    ("With prices to come, the Council left the question of a van on the table.", "deferred"),
    ("This matter was to be discussed at the July meeting.", "deferred"),
    ("The request of Mill Farm to be let off its bill was denied.", "refused"),
    ("All positions were acclaimed by those who had come.", "elected"),
    ("Re-elect Una - 5 in favour, 1 abstained", "elected"),
    ("We approved Gina as a new member.", "elected"),
    ("It was unanimously decided that Una Gill should take over as Treasurer.", "elected"),
]
NAMED = [
    "Tom Ford moved to adjourn at 9.15; Una Gill second.",
    "Tom Ford moved to adjourn at 9.15 pm. Una Gill seconded.",
    "Tom Ford moved that the lamp be bought. Second by Una Gill.",
    "Motion by Tom Ford to buy the lamp. Second: Una Gill. Motion passed.",
    "Moved by Tom Ford to buy the lamp. Seconded by Una Gill.",
    "Tom Ford moved, Una Gill second to adjourn at 9:15.",
    "Tom Ford proposes approving the minutes, Una Gill seconds. Carried by unanimous consent.",
]


@pytest.mark.parametrize("text", ELSEWHERE + VIEWS)
def test_decided_elsewhere_or_only_thought(tmp_path: Path, text: str) -> None:
    assert decisions_of(tmp_path, text) == []


@pytest.mark.parametrize(("text", "outcome"), HERE)
def test_decided_here(tmp_path: Path, text: str, outcome: str) -> None:
    assert [decision.outcome for decision in decisions_of(tmp_path, text)] == [outcome]


@pytest.mark.parametrize("text", NAMED)
def test_who_moved_and_who_seconded(tmp_path: Path, text: str) -> None:
    [decision] = decisions_of(tmp_path, text)
    assert (decision.mover, decision.seconder) == ("Tom Ford", "Una Gill")


def test_sub_committee_decides_in_its_own_minutes(tmp_path: Path) -> None:
    text = "The sub-committee agreed that the hedge be cut."
    assert decisions_of(tmp_path, text, body="Ashcombe Council Works Sub-Committee") != []


BELOW = [
    (
        "The van should be sold to the club.\n\nProposed by: Tom\n\nThe price was talked about.\n\n"
        "Una would see to the papers.\n\nUnanimously approved.",
        [("agreed", "The van should be sold to the club.")],
    ),
    (
        "Move to accept the treasurer's report by Tom Ford\n\nSeconded by Una Gill",
        [("agreed", "Move to accept the treasurer's report by Tom Ford")],
    ),
    ("Motion to open the meeting\n\nSeconded by Una Gill", []),
    (
        "Tom Ford moved to buy the truck for £900.\n\nUna Gill seconded.\n\nIt has new brakes.\n\n"
        "The tyres are good.\n\nIt burns diesel.\n\nAll in favour. Motion carried.",
        [("agreed", "Tom Ford moved to buy the truck for £900.")],
    ),
    (
        "MOTION: That the truck be bought.\n\nMoved: Ford\n\nSeconded: Gill\n\nThe price was long talked about.\n\n"
        "The brakes are new.\n\nIt burns diesel.\n\nAll in favour.",
        [("agreed", "MOTION: That the truck be bought.")],
    ),
    ("DECISION:\n\nAPPLICATION FOR A NEW SHED CONTINUED.", [("deferred", "APPLICATION FOR A NEW SHED CONTINUED.")]),
]


@pytest.mark.parametrize(("text", "expected"), BELOW)
def test_motion_and_what_stands_below_it(tmp_path: Path, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(decision.outcome, decision.text) for decision in decisions_of(tmp_path, text)] == expected


def test_list_under_resolutions(tmp_path: Path) -> None:
    text = "* Set up a budget group\n* Adopt the roles drafted by Una:\n  * Chair\n  * Secretary\n* Approve the guide"
    found = decisions_of(tmp_path, text, title="Resolutions\n-----------")
    assert [decision.text for decision in found if decision.text in ("Chair", "Secretary")] == []


def test_what_is_received_and_what_is_then_resolved_are_two(tmp_path: Path) -> None:
    text = "RESOLVED that the report be received and that the fee be raised to £14."
    assert [decision.outcome for decision in decisions_of(tmp_path, text)] == ["noted", "agreed"]
