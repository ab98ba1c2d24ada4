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
        ("Helen Amaya promised to ring the mill, and she would also price the paint.", ["Helen Amaya", "Helen Amaya"]),
    ],
)  # fmt: skip
def test_two_tasks_of_one_sentence(text: str, owners: list[str], tmp_path: Path) -> None:
    assert [names for _, names in told(text, tmp_path)] == [[owner] for owner in owners]


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
        "Victor Finch was to get a man to the crane, but no word.",
        "Staff must complete the swimming course each September.",
        "Helen Amaya said she would be happy to trim the hedge in May as she always does.",
        "The Mill Legion would lay the wreath and supply the bugler.",
    ],
)
def test_what_others_do_or_was_done_is_no_task(text: str, tmp_path: Path) -> None:
    assert told(text, tmp_path) == []
