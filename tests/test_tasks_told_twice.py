"""Tasks that a paper tells more than once, or several in one sentence; and what beside people is no task."""

from __future__ import annotations

from pathlib import Path

from pipeline.extractors.owners import split_owners
from pipeline.initials import initials_fit
from tests.typed import owned, record_of

HEAD = "Sagehill Rowing Club\nMinutes of the meeting held on 4 March 2025\n\n"
PEOPLE = "Present: Dale Ruckert (DR) (Chair), Lou Amaya (LA), Pat Finch (PF)\n\n"


def test_a_summary_and_the_same_number_below_its_minute_are_one(tmp_path: Path) -> None:
    text = (
        f"{HEAD}{PEOPLE}Summary of Action Points\n\nAP1: LA to see the weir.\n\nAP2: PF to buy oars.\n\n"
        "1. Weir\n\nThe weir leaks. LA offered to look at it.\n\nAP1: LA to look at the weir with the port by 5 May\n\n"
        "2. Oars\n\nFour had split.\n\nAP2: PF to buy oars.\n\n3. Keys\n\nNone was lost.\n"
    )
    record = record_of(tmp_path, text)
    assert owned(record) == [
        ("LA to look at the weir with the port by 5 May", ["Lou Amaya"]),
        ("PF to buy oars.", ["Pat Finch"]),
    ]
    assert [action.due.date for action in record.actions] == ["2025-05-05", None]


def test_numbers_that_each_item_counts_anew_are_several(tmp_path: Path) -> None:
    text = (
        f"{HEAD}{PEOPLE}1. Weir\n\nIt leaks.\n\nAction 1: LA to ring the port.\n\n"
        "2. Oars\n\nFour had split.\n\nAction 1: LA to price new ones.\n\n3. Keys\n\nNone was lost.\n"
    )
    assert len(record_of(tmp_path, text).actions) == 2


def test_a_label_that_only_bold_type_closed(tmp_path: Path) -> None:
    text = (
        f"{HEAD}{PEOPLE}1. Weir\n\nIt leaks. Mr. Finch to ring the port. Action: Mr. Finch A member spoke.\n\n"
        "2. Keys\n\nNone was lost.\n"
    )
    assert owned(record_of(tmp_path, text)) == [("Mr. Finch to ring the port.", ["Pat Finch"])]


def test_dotted_letters_behind_a_label(tmp_path: Path) -> None:
    text = f"{HEAD}{PEOPLE}1. Weir\n\nIt leaks again. Action L.A. to ring the port.\n\n2. Keys\n\nNone was lost.\n"
    assert owned(record_of(tmp_path, text)) == [("L.A. to ring the port.", ["Lou Amaya"])]


def test_initials_that_a_list_writes_in_one() -> None:
    assert initials_fit("ALS", "AL Sung")
    assert not initials_fit("ANB", "ANN BOX")
    assert split_owners("ALS/Clerk") == ["ALS", "Clerk"]


def test_minutes_that_hang_beside_their_numbers_are_no_table(tmp_path: Path) -> None:
    item = (
        "{n}/25 {n}    {title}\n           {who} told of the long wet winter and of the banks, and said that\n"
        "           nobody had been near the place for weeks. {who} would ask the\n           port about it.\n\n"
    )
    items = [
        item.format(n=n, title=title, who=who)
        for n, title, who in ((11, "Weir", "LA"), (12, "Oars", "PF"), (13, "Mud", "DR"))
    ]
    assert owned(record_of(tmp_path, HEAD + PEOPLE + "".join(items))) == [
        (f"{who} would ask the port about it.", [name])
        for who, name in (("LA", "Lou Amaya"), ("PF", "Pat Finch"), ("DR", "Dale Ruckert"))
    ]
