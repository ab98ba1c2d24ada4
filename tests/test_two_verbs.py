"""Two verbs of one subject, two tasks of one sentence, notes without a verb; what outsiders do, old tasks told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import owned, record_of

FRONT = (
    "Sagehill Harbour Trust\nMinutes of the meeting held on 4 March 2025\n\n"
    "Present: Dale Ruckert (Chair), Helen Amaya, Victor Finch, Mrs Lou Stahl\n"
    "In attendance: Sam Orme (Harbour Engineer)\n\n"
)
END = "\n\n2. Keys\n\nNone was lost.\n"


def told(text: str, tmp_path: Path) -> list[tuple[str, list[str]]]:
    return owned(record_of(tmp_path, f"{FRONT}1. Boats\n\n{text}{END}"))


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Victor Finch volunteered his launch and will tow the rafts.", "Victor Finch"),
        ("The slip was muddy. Helen Amaya has hosed it twice and is going to lay gravel.", "Helen Amaya"),
        ("Victor Finch came late. He was asked about the buoys and would sound the channel.", "Victor Finch"),
        ("The offer by Helen Amaya stands, she's to varnish the oars in May.", "Helen Amaya"),
        ("The Chair asked for oars. Victor Finch has spares and he said he would dig them out.", "Victor Finch"),
        ("The rope has frayed. Helen Amaya splicing it before the regatta.", "Helen Amaya"),
        ("Nobody has the keys, Victor Finch going to ask at the mill.", "Victor Finch"),
        ("Victor Finch passes the mill each day and agreed to call in about the chain.", "Victor Finch"),
        ("Helen Amaya said that the part was on order. Until it came she would hire a winch.", "Helen Amaya"),
        ("Dale Ruckert asked if the tolls could be split by dock and Helen Amaya said she would do so.", "Helen Amaya"),
        ("Victor Finch was asked what it costs, he'll look in the books.", "Victor Finch"),
        ("The crane was in the hands of Victor Finch. It was agreed that he should oil it before May.", "Victor Finch"),
        ("Dale Ruckert and Helen Amaya to agree the berths with the harbour office.", "Dale Ruckert"),
    ],
)
def test_one_subject_and_its_second_verb(text: str, owner: str, tmp_path: Path) -> None:
    ((_, names),) = told(text, tmp_path)
    assert names[0] == owner


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Helen Amaya will book the band, flags to be hung by Victor Finch.", ["Helen Amaya", "Victor Finch"]),
        ("Victor Finch to send in the form and also to ask the bank for a card.", ["Victor Finch", "Victor Finch"]),
        ("Victor Finch said he would have the winch oiled and that the list would be sent.", ["Victor Finch"] * 2),
        ("Helen Amaya would remind the clubs, and would see that the dates were fixed.", ["Helen Amaya"]),
        ("Victor Finch would see what could be found and would report in May.", ["Victor Finch"]),
        ("Victor Finch would find the chart, he would also have the lamp lit.", ["Victor Finch"] * 2),
        ("Helen Amaya promised to ring the mill, and she would also price the paint.", ["Helen Amaya", "Helen Amaya"]),
    ],
)  # fmt: skip
def test_two_tasks_of_one_sentence(text: str, owners: list[str], tmp_path: Path) -> None:
    assert [names for _, names in told(text, tmp_path)] == [[owner] for owner in owners]


@pytest.mark.parametrize(
    "text",
    [
        "Link to go in the bulletin.",
        "The accounts now to go to the auditor.",
        "A review of the fees to come to the Board in the autumn.",
        "Names to reach Helen Amaya by 5 May.",
    ],
)
def test_a_thing_on_its_way_is_a_task(text: str, tmp_path: Path) -> None:
    assert len(told(text, tmp_path)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Helen Amaya sending the forms was a great help.",
        "Victor Finch showed a boat that is new and will sail in June.",
        "Floats would be put in by the contractor and the slip shut for a week.",
        "The crane is worn. It is to be replaced by the supplier.",
        "Victor Finch called for the quay to be extended.",
        "Two owners spoke and one asked the Board to call a meeting.",
        "Keys: Victor Finch to ask at the mill – he did and there are none.",
        "Victor Finch said that clubs and owners need to talk to each other first.",
        "Thursday 21 November 2025, 9.30 am, venue to be advised",
        "It had been said that a leaflet would go out with the bills and it had not.",
        "Victor Finch saw the form, and he would be glad to know who wrote it.",
        "Victor Finch was to get a man to the crane, but no word.",
        "Staff must complete the swimming course each September.",
        "Helen Amaya said she would be happy to trim the hedge in May as she always does.",
        "The Mill Legion would lay the wreath and supply the bugler.",
    ],
)
def test_what_others_do_or_was_done_is_no_task(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path) == []
