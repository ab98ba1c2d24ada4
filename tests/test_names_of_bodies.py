"""What a body is called where its name has no word for a kind of body: its place beside "Minutes" tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import record_of

BODY = (
    "\nPresent: Dale Ruckert, Lou Amaya\n\n1. Boats\n\nIt was agreed to mend two planks.\n\n2. Keys\n\nNone was lost.\n"
)
NAMES = ("Sagehill Hackers", "SagehillOS", "SAGEHILL ALLOTMENTS", "Sagehill Flying Club Inc.", "Sagehill Foundation")
FRONTS = (
    "{0} Minutes 4 March 2025\n",
    "MINUTES\n\n{0}\n\n4 March 2025\n",
    "4 March 2025\n\n{0}\n\nMeeting minutes\n",
    "{0}: minutes of the 12th meeting\n\nDate: 4 March 2025\n",
    "Minutes: {0} AGM 4 March 2025\n",
    "{0}\nMinutes of the meeting held on 4 March 2025\n",
)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("front", FRONTS)
def test_a_name_beside_the_word_minutes_is_the_body(front: str, name: str, tmp_path: Path) -> None:
    meeting = record_of(tmp_path, front.format(name) + BODY).meeting
    assert meeting is not None
    assert (meeting.body or "").casefold().rstrip(".") == name.casefold().rstrip(".")
    assert str(meeting.date) == "2025-03-04"


@pytest.mark.parametrize(
    "front", ["Annual General Meeting Minutes\n4 March 2025\n", "Draft Meeting Minutes, Monday 4 March 2025\n"]
)
def test_words_of_titles_are_no_body(front: str, tmp_path: Path) -> None:
    meeting = record_of(tmp_path, front + BODY).meeting
    assert meeting.body is None
