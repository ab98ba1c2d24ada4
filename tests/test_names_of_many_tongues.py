"""Names of people as many tongues write them: small words, grown-on words, letters with marks. Invented people."""

from __future__ import annotations

import pytest

from tests.printed import found_in

NAMES = [
    *("Omar al-Rashid", "Tom ap-Rhys", "Sian ferch Owen", "Tariq ul Haq", "Mujib ur Rahman", "Ann ffrench"),
    *("Ann Van Den Berg", "Ann dos Santos", "Ann 't Hooft", "Łukasz Żak", "Tāne Ngata", "Nkechi Ọkafọ", "Phạm Thị Mai"),
]
FRONT = ("Ashcombe Council", "Minutes of the meeting held on 4 March 2024")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("listed", ["Present: Cal Dunn, {}, Bo Carr", "Present:\nCal Dunn\n{}\nBo Carr"])
def test_a_name_in_a_list(name: str, listed: str) -> None:
    found = found_in(*FRONT, listed.format(name), "1. Roads\n\nNone.", "2. Paths\n\nNone.")
    assert [person.name for person in found.people] == ["Cal Dunn", name, "Bo Carr"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_owns_a_task(name: str) -> None:
    front = (*FRONT, f"Present: Cal Dunn, {name}, Bo Carr")
    found = found_in(*front, "1. Roads\n\nNone.", f"2. Lamps\n\n{name} to ring the county about the lamp.")
    assert [action.owners for action in found.actions] == [(name,)]
