"""The body that met: a committee takes the name of the council or trust above it, a council one tongue's name."""

from __future__ import annotations

import pytest

from pipeline.extractors.meeting.bodies import body_of
from tests.printed import rules


@pytest.mark.parametrize(
    ("texts", "body"),
    [
        (["THORNBY BOROUGH COUNCIL", "Minutes of the Works Committee held on 4 March 2025"], "Works Committee"),
        (["Works Sub-Committee", "Thornby District Council", "Minutes of 4 March 2025"], "Works Sub-Committee"),
        (["Thornby Academies Trust", "Minutes of the Audit Committee", "4 March 2025"], "Audit Committee"),
        (["THORNBY FLOOD FORUM", "Steering Committee Meeting", "4 March 2025"], "STEERING COMMITTEE"),
        (["TOWN OF THORNBY", "PLANNING BOARD", "MINUTES"], "PLANNING BOARD"),
        (["THORNBY COUNTY COUNCIL", "MINUTES OF AUDIT COMMITTEE MEETING NO. 3"], "AUDIT COMMITTEE"),
    ],
)
def test_a_committee_is_that_of_the_council_above(texts: list[str], body: str) -> None:
    found = body_of(texts, rules()) or ""
    owner = next(text for text in texts if "thornby" in text.casefold())
    assert found.casefold() == f"{owner} {body}".casefold()


@pytest.mark.parametrize(
    ("texts", "body"),
    [
        (
            ["Thornby and Moor Joint Waste Committee", "Thornby Borough Council"],
            "Thornby and Moor Joint Waste Committee",
        ),
        (["Minutes of the Works Committee held on 4 March 2025 at Thornby District Council"], "Works Committee"),
    ],
)
def test_a_committee_with_a_name_of_its_own_or_no_council_above(texts: list[str], body: str) -> None:
    assert (body_of(texts, rules()) or "").startswith(body)


@pytest.mark.parametrize(
    ("texts", "body"),
    [
        (["COMHAIRLE CHONTAE THARBH", "TARVE COUNTY COUNCIL", "Minutes of 4 March 2025"], "TARVE COUNTY COUNCIL"),
        (["Cyngor Cymuned Moelfryn / Moelfryn Community Council", "Minutes"], "Moelfryn Community Council"),
        (
            ["Comhairle Contae Thairbh / Tarve County Council", "Minutes of the Kilmoor Municipal District meeting"],
            "Kilmoor Municipal District",
        ),
        (
            ["Monthly Meeting of the Councillors for the Kilmoor Municipal District held in May"],
            "Kilmoor Municipal District",
        ),
        (
            ["THORNBY PARISH COUNCIL", "Minutes of the ANNUAL PARISH MEETING held on 4 March"],
            "THORNBY ANNUAL PARISH MEETING",
        ),
        (["Thornby Parish Council", "Annual Meeting of the Parish Council"], "Thornby Parish Council"),
        (
            ["Notice is given that the Meeting of Thornby City and County", "Council will be held on 4 March 2025"],
            "Thornby City and County Council",
        ),
        (["Paper C(14)4", "THORNBY COLLEGE", "Minutes", "Meeting of the Corporation"], "THORNBY COLLEGE CORPORATION"),
    ],
)
def test_which_name_is_the_bodys(texts: list[str], body: str) -> None:
    assert (body_of(texts, rules()) or "").casefold() == body.casefold()
