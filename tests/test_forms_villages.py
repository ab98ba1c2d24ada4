"""Minutes of halls and villages that do not exist: who came, as their secretaries list it."""

from __future__ import annotations

from pathlib import Path

from tests.typed import record_of

TRUSTEES = """Minutes of a Trustee Meeting
held on 21st July 2016 at 7.30 pm.
Alan Cade (nominated Chairman in the absence of Lou Pine), Liz Wint (Secretary), Liz Score, Ann Carn, Andrew Crag, Mark
Klein, Sue Arm (Marketing Manager), Cheryl Coll (Caretaker).
Apologies for Absence
Bob Score, Mick Ward.
Minutes of previous Trustee Meeting held 31st March 2016
Andrew Crag proposed and Ann Carn seconded that the Minutes be accepted as a true record.
"""


def test_a_long_list_without_a_label(tmp_path: Path) -> None:
    people = record_of(tmp_path, TRUSTEES).attendance
    present = [person.name for person in people if person.status == "present"]
    assert present == [
        "Alan Cade",
        "Liz Wint",
        "Liz Score",
        "Ann Carn",
        "Andrew Crag",
        "Mark Klein",
        "Sue Arm",
        "Cheryl Coll",
    ]
    assert [person.name for person in people if person.status == "apologies"] == ["Bob Score", "Mick Ward"]


def test_apologies_in_an_item_that_is_a_sentence(tmp_path: Path) -> None:
    text = "Minutes of the meeting held on October 30th 2023\n\n1. Apologises were received from Dr Ann Phipps\n"
    people = record_of(tmp_path, f"{text}\n2. The minutes were read and signed.\n\n3. The lamp is lit.\n").attendance
    assert [(person.name, person.status) for person in people] == [("Ann Phipps", "apologies")]
