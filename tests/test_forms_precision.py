"""What sounds like a task and is none, and whose a task is: invented minutes of invented bodies."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import owned, record_of

HEAD = """Wickerby Parish Council

Minutes of the meeting of Wickerby Parish Council held on 4 March 2024

Present: Cllr Rolf Ashdown (Chair), Cllr Ines Birkett, Cllr Otto Crane

In attendance: Mara Dunmore (Clerk)

1. Apologies

There were none.

2. Matters arising

"""


def told(folder: Path, sentence: str) -> list[tuple[str, list[str]]]:
    """The actions of a paragraph of minutes, each with its owners."""
    return owned(record_of(folder, f"{HEAD}{sentence}\n\n3. Next meeting\n\nThe date was noted.\n"))


@pytest.mark.parametrize(
    "sentence",
    [
        # hoped, asked, thought
        "It is hoped that the Clerk will write a history of the pump.",
        "It is expected that further guidance will be provided to the owners in spring.",
        "There is no word as yet as to when the new counter will be installed.",
        "We believe that this wrong should be addressed by the Elected Members.",
        # ruled or done each time
        "When a flat falls empty all those on the list will be notified.",
        "The list of paths will be updated weekly.",
        "No decisions will be made by the council; what is raised will be put forward to the next meeting.",
        "In his role as warden of the wood, he would liaise with the owners.",
        # asked while the meeting went on
        "The Chair asked the Clerk to give members an update on the flood wall.",
        "Cllr Crane asked the Clerk to clarify what the levy was for.",
        # asked of somebody before, or elsewhere
        "At the May meeting Cllr Crane had suggested that the bell be added to the list.",
        # posts that are filled
        "A letter named Piet Vanmeer, Mill Club, to replace Dr. Olga Stane on the panel.",
        "Cllr Crane agreed to carry on in his role as treasurer.",
        # for another body to decide
        "It was agreed that the draft scheme be submitted to full Council for adoption.",
        # a place or a law is nobody
        "The watch was launched last week in Northgate and Moorside to address the thefts.",
        "The session was held under the Wells Act, R.S.W., 1990, to discuss the pond.",
        "Nothing came of what was done by W.D.C. to resolve the smell.",
        # told of a thing, the terms of an agreement, a day that is open
        "The big thing she will be looking at this year is the weir.",
        "In the event that a stall is late, the Clerk shall inform the owner.",
        "The paths are to be inspected by the county and swept each year.",
        "The day of the fair is to be confirmed.",
        "The club hopes to start a choir in autumn.",
        "Members were asked to support the mill appeal.",
        "Residents are encouraged to report lamps that are out.",
        "There were some faults which the Chair agreed would be included in the notes.",
        # plain words that look like a given name
        "Participants will learn about the weir. Stickers will arrive in time.",
        # others say what they will do
        "The mill owner wrote and said they would send one of their men.",
        # a puzzle of verbs
        "The bell appears to be fixed again after the frost.",
        "The club directed walkers to other meadows for the summer.",
        "Some work was promised to be completed before the fair.",
    ],
)
def test_what_commits_nobody(tmp_path: Path, sentence: str) -> None:
    assert told(tmp_path, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        ("It was hoped to mend the pump. The Clerk will write to the owner.", ["Mara Dunmore"]),
        ("When the plans are ready the members will be informed by the Clerk.", ["Mara Dunmore"]),
        ("The list of paths will be updated by the Clerk.", ["Mara Dunmore"]),
        ("The Chair asked the Clerk to give the key to the warden.", ["Mara Dunmore"]),
        ("A party made up of Cllr Birkett and Cllr Crane will look at the pump.", ["Ines Birkett", "Otto Crane"]),
        ("It was agreed that the draft scheme be submitted to the Clerk by May.", []),
        # who said it in the same breath owns it, who told of something else does not
        ("The Clerk confirmed that the owners would be kept informed.", ["Mara Dunmore"]),
        ("The Clerk stated that the shed is let and that a letter would be sent to the members.", []),
        ("Cllr Crane feared that it would take a year and offered to come back with figures.", ["Otto Crane"]),
        # a thing that was filled in is no owner; letters behind a name are part of it
        ("They filled in the Census and the Clerk will post the form.", ["Mara Dunmore"]),
        ("Mr Hugo Fennick T.D. undertook to write to the county.", ["Hugo Fennick"]),
    ],
)
def test_whose_it_is(tmp_path: Path, sentence: str, owners: list[str]) -> None:
    assert [names for _, names in told(tmp_path, sentence)] == [owners]


def test_labels_alone_on_a_line_own_nothing(tmp_path: Path) -> None:
    words = (
        "The Clerk will ask for a price for the wharf gates before June.\n\nWharf Gates\n\n"
        "The council had been waiting for the gates for a year.\n\n"
        "Cllr Birkett will look at the steps by the bridge and report back.\n\nBridge Steps\n\n"
        "Two of the steps beside the bridge have gone."
    )
    assert told(tmp_path, words) == [
        ("The Clerk will ask for a price for the wharf gates before June.", ["Mara Dunmore"]),
        ("Cllr Birkett will look at the steps by the bridge and report back.", ["Ines Birkett"]),
    ]


def test_owners_alone_on_a_line_are_still_owners(tmp_path: Path) -> None:
    words = (
        "A price for the wharf gates will be sought before June.\n\nIB\n\n"
        "The steps by the bridge will be looked at and reported on.\n\nOtto Crane\n\n"
        "Two of the steps beside the bridge have gone."
    )
    assert [owners for _, owners in told(tmp_path, words)] == [["Ines Birkett"], ["Otto Crane"]]


@pytest.mark.parametrize(
    "sentence",
    ["Draw to take place at the Breakfast Club on 4 May.", "Thereafter, Draw would share the list with all."],
)
def test_a_thing_owns_nothing(tmp_path: Path, sentence: str) -> None:
    assert all(not owners for _, owners in told(tmp_path, sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The visit to the lock has been postponed until May.",
        "The chapel appeal was deferred from the last meeting.",
        "A letter came from the bus company advising that the service was withdrawn in March.",
        "The steps need mending, given that the previous bid was declined.",
        "The group had grown out of the spring meeting of the Trust, where it was agreed to wait.",
    ],
)
def test_what_was_decided_before_or_elsewhere_is_no_decision(tmp_path: Path, sentence: str) -> None:
    record = record_of(tmp_path, f"{HEAD}{sentence}\n\n3. Next meeting\n\nIt was agreed to meet on 6 May 2024.\n")
    assert [decision.text for decision in record.decisions] == ["It was agreed to meet on 6 May 2024."]


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        ("Cllr Birkett gave her report. The proposing parishioner asked for a survey and she agreed to draft it.", []),
        ("Cllr Crane met the new warden. Members welcomed this and he will be invited to future meetings.", []),
        ("The Clerk had met the surveyor, who said that he would write by May.", ["surveyor"]),
        ("The Clerk thanked Cllr Crane, who said that he would write by May.", ["Otto Crane"]),
        ("Cllr Crane reported on the hall. He will be asked to write again.", ["Otto Crane"]),
    ],
)
def test_he_and_she_are_who_is_meant(tmp_path: Path, sentence: str, owners: list[str]) -> None:
    assert [who for _, who in told(tmp_path, sentence)] == [owners]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr Joyce changed the details of the account to ensure all future letters will be received by the Clerk.",
        "The Council debated whether it should be requested that terms be added to the licence.",
    ],
)
def test_purposes_and_debates_are_no_tasks(tmp_path: Path, sentence: str) -> None:
    assert told(tmp_path, sentence) == []
