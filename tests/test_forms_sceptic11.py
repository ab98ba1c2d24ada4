"""What a sceptic found: what is done anyway, who follows whom, motions that fell, views that resolve nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_forms_precision import HEAD, told
from tests.typed import record_of

MOTION = (
    "Cllr Crane proposed, and Cllr Birkett seconded the motion that\n\n“This Council resolves to:\n\n"
    "• Agree that every bill be set out by ward.\n\n• Request that the Clerk writes to the port about the crane.”\n\n"
    "Following the debate, the Chair put the motion to the vote and the voting was as follows.\n\n"
    "For (2)\n\nCllr Crane, Cllr Birkett\n\nAgainst (5)\n\nCllr Ashdown\n\n"
)


@pytest.mark.parametrize(
    "sentence",
    [
        # what whole groups do anyway, each time or as they can
        "Nurses will assist where necessary.",
        "The street team will help families as and when needed.",
        "Our volunteers would support new members where possible.",
        "The policy was agreed subject to a line: ‘The Manager will be notified on receipt of any complaint.’",
        # who follows whom
        "The deputy's post will be filled by Nora Quill.",
        "Mr Crane will be succeeded by Ms Nora Quill in the lamp room.",
        "Mr Hook will replace Mr Crane on the port committee.",
        # an event of others
        "Harrow University Board will hold an open meeting at the mill on 3 May.",
        "The school will hold its annual open evening in June.",
        # what figures do
        "The forecast shows that OTC will dip under this figure as loans end.",
        # what the meeting itself is asked to decide, and how
        "The Chair asked the Council to accept the plan that all old lamps shall be written off.",
        "The Council were asked to review the options and adopt the one that costs least.",
        "She asked that every vote be an informed decision, and that votes be informed decisions of all.",
        # told of somebody
        "Cllr Crane said that a printer was in town, with whom the officers and the Chair of Finance will meet.",
        "From 10 April police officers will operate the new radios.",
        # a summary of what a body passed
        "Summary of Action:\n\n1. Passed the resolution of the Book Committee.\n\n2. Accepted the annual reports.",
        # what stands in a question or behind "those"
        "Cllr Birkett set out the rules and how meetings will be conducted.",
        "The crew had plans for the stops that stay, those to be deleted and one to be added.",
        "Ninety walls were listed, half of them for copings needing to be cleaned.",
        # a line of the last minutes put right
        "Cllr Crane asked that this item be amended to list the figures that he gave.",
        # a meeting with somebody is not their task
        "There may be a chance of a meeting of the Cabinet or the Leadership Team to present the plan.",
    ],
)
def test_nobody_took_it_on(tmp_path: Path, sentence: str) -> None:
    assert told(tmp_path, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        ("The lamp will be replaced by Cllr Crane.", [["Otto Crane"]]),
        ("A group of Cllr Crane and Cllr Birkett to measure the pond.", [["Otto Crane", "Ines Birkett"]]),
        ("Members asked that the dog policy be amended to include cats.", [[]]),
    ],
)
def test_somebody_did(tmp_path: Path, sentence: str, owners: list[list[str]]) -> None:
    assert [found for _, found in told(tmp_path, sentence)] == owners


@pytest.mark.parametrize(
    ("sentence", "outcomes"),
    [
        ("We agree.", []),
        ("If it is not handed in, the Chairman may rule that the motion or amendment fails.", []),
        ("Any amendment shall be in by noon and if it is late the amendment falls.", []),
        ("A false £50 note was accepted at a local shop.", []),
        ("Other members agree that it was good to be asked to these talks.", []),
        ("The Council agreed that lots could be done with as little as £5k.", []),
        ("The Parish Council resolved at its meeting on 11 June 2023 to hold the fair.", []),
        (
            "Cllr Crane proposed Ines Birkett for the position of Secretary, seconded by Cllr Ashdown. All agreed.",
            ["elected"],
        ),
        ("It was agreed that the notes will be sent again and a tenant invited to sit on the panel.", ["agreed"]),
        ("Their recommendation is these orders are adopted by the Board for the time being.", []),
        ("The Chair sought confirmation that the papers are kept with the minutes. This was confirmed.", []),
        ("Cllr Crane proposed that the Council accept the price recommended by the Clerk. All in favour.", ["agreed"]),
        (
            "Cllr Crane proposed that it be adopted as recommended, seconded by Cllr Birkett and carried.",
            ["agreed"],
        ),
        ("It was resolved to recommend to the county that the rate be kept.", ["recommended"]),
        (
            "Comments were heard from residents:\n\n- That the path be swept.\n\n- That the fair be in June.",
            [],
        ),
    ],
)
def test_what_came_of_it(tmp_path: Path, sentence: str, outcomes: list[str]) -> None:
    record = record_of(tmp_path, f"{HEAD}{sentence}\n\n3. Next meeting\n\nThe day is open.\n")
    assert [decision.outcome for decision in record.decisions] == outcomes


@pytest.mark.parametrize(("fate", "tasks"), [("Motion lost.", 0), ("The motion fell.", 0), ("Motion carried.", 1)])
def test_a_quoted_motion_that_fell_leaves_nothing_to_do(tmp_path: Path, fate: str, tasks: int) -> None:
    record = record_of(tmp_path, f"{HEAD}{MOTION}{fate}\n\n3. Next meeting\n\nThe day is open.\n")
    assert len(record.actions) == tasks
    assert {decision.outcome for decision in record.decisions} == ({"agreed"} if tasks else {"refused"})


def test_what_an_officer_promised_in_the_debate_stays(tmp_path: Path) -> None:
    motion = "Cllr Crane moved the following motion:\n\nThat the Clerk prepares a paper on the bins.\n\n"
    debate = "Members spoke on this.\n\nThe Clerk agreed to send the figures round.\n\nThe motion was lost.\n\n"
    record = record_of(tmp_path, f"{HEAD}{motion}{debate}3. Next meeting\n\nThe day is open.\n")
    assert [action.task for action in record.actions] == ["The Clerk agreed to send the figures round."]


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        # the name behind a closing quotation mark is whoever speaks
        (
            "Cllr Crane asked Cllr Ashdown for news of what they call “poor.” Ines Birkett said she will report.",
            "Ines Birkett",
        ),
        ("Cllr Crane spoke of the list that is “late.” Mara Dunmore stated that she would send it.", "Mara Dunmore"),
    ],
)
def test_who_speaks_behind_a_quotation(tmp_path: Path, sentence: str, owners: str) -> None:
    assert told(tmp_path, sentence)[-1][1] == [owners]


def test_the_span_of_a_forecast_is_no_day_to_do_it_by(tmp_path: Path) -> None:
    told_of = "The Clerk will bring a plan to the next meeting which shows savings over the next three years."
    record = record_of(tmp_path, f"{HEAD}{told_of}\n\n3. Next meeting\n\nThe day is open.\n")
    assert [action.due.text for action in record.actions] == ["to the next meeting"]


def test_all_in_allotment_is_nobody(tmp_path: Path) -> None:
    assert [owners for _, owners in told(tmp_path, "The sheds will be inspected by the Allotment Society.")] in (
        [[]],
        [["the Allotment Society"]],
        [["Allotment Society"]],
    )
