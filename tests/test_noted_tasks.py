"""Notes that leave out who acts, people without a name, and abbreviations in the midst of a task."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.run import extract

HEAD = """LARKMOOR ALLOTMENT SOCIETY
Minutes of the meeting held on Tuesday 4 March 2025 at 7.30 pm in the Hut

Present: Dale Ruckert (Chair), Lou Amaya, Pat Finch, Gwen Stahl
In attendance: Jan Dole, Clerk

1. Water

"""


def tasks(folder: Path, text: str) -> list[tuple[str, list[str]]]:
    """Each task of a paragraph, with its owners' names."""
    path = folder / "minutes.txt"
    path.write_text(f"{HEAD}{text}\n\n2. Next meeting\n\n6 May 2025.\n", encoding="utf-8")
    return [(a.task, [o.name for o in a.owners]) for r in extract(path, workspace=None) for a in r.actions]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Lou Amaya didn't know the depth of the tank - will ask the makers.", ["Lou Amaya"]),
        ("Pat Finch wasn't sure of the price, will ring the merchant.", ["Pat Finch"]),
        ("The Clerk has no copy of the lease – to ask the bank.", ["Jan Dole"]),
        ("Gwen: pump needs a new belt; will order one.", ["Gwen Stahl"]),
        ("Pat rang the merchant. Will try again on Monday.", ["Pat Finch"]),
        ("The Clerk wrote to thank the band. Also asked to ring the farm about its hedge.", ["Jan Dole"]),
        ("Lou was given the hose. Was also instructed to get a price for a reel.", ["Lou Amaya"]),
        ("We need to contact the merchant about the tap.", []),
        ("Another committee member offered to fit the tap.", ["Another committee member"]),
        ("A tenant from Lower Field has agreed to mend the trough.", ["tenant from Lower Field"]),
        ("The Directors decided to investigate the leak before June.", ["Directors"]),
        ("Lou was assigned the task of drawing up a rota.", ["Lou Amaya"]),
        ("It was agreed that Lou would continue asking shops for prizes.", ["Lou Amaya"]),
    ],
)
def test_who_a_note_tells_of(text: str, owners: list[str], tmp_path: Path) -> None:
    assert [found for _, found in tasks(tmp_path, text)][-1:] == [owners]


@pytest.mark.parametrize(
    "text",
    [
        "Lou Amaya asked if the tank leaks - the makers were thought to know.",
        "The Clerk wrote to the band. Also asked to see the lease.",
        "Some tenants had offered to dig the trench last year.",
        "Pat Finch spoke of his plan – to grow leeks.",
    ],
)
def test_nothing_is_taken_on(text: str, tmp_path: Path) -> None:
    assert tasks(tmp_path, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Clerk to write to the tenant of no. 8 Mill Rd. and ask for the hedge to be cut.",
        "Lou Amaya to order the paint (c. 5 litres, est. £40) by Friday.",
        "Pat Finch to buy approx. 40 canes in Dove St. for the new beds.",
    ],
)
def test_an_abbreviation_does_not_cut_a_task(text: str, tmp_path: Path) -> None:
    assert [task for task, _ in tasks(tmp_path, text)] == [text]
