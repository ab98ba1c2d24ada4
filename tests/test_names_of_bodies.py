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


@pytest.mark.parametrize(
    ("front", "body"),
    [
        (
            "Works Committee Minutes 4 March 2025\n\nMINUTES OF A MEETING OF SAGEHILL PARISH COUNCIL WORKS COMMITTEE "
            "HELD ON 4 MARCH 2025\n",
            "Sagehill Parish Council Works Committee",
        ),
        (
            "Minutes of Parent Council AGM 4 March 2025\nMinutes of Sagehill School Parent Council AGM, 4 March 2025\n",
            "Sagehill School Parent Council",
        ),
        (
            "Parent Council of St Olaf’s School, Sagehill\n\nMinutes of the 3rd meeting of the Parent Council held on "
            "4 March 2025\n",
            "Parent Council of St Olaf’s School, Sagehill",
        ),
        ("Minutes of the Works Committee virtual meeting held on 4 March 2025\n", "Works Committee"),
        ("The meeting of the Board of Works came to order March 4, 2025 in the Hall.\n", "Board of Works"),
        ("Works Committee Minutes 4 March 2025\n\nThe parks committee of Moor Council met too.\n", "Works Committee"),
    ],
)
def test_the_fuller_name_of_a_line_is_the_bodys(front: str, body: str, tmp_path: Path) -> None:
    meeting = record_of(tmp_path, front + BODY).meeting
    assert (meeting.body or "").casefold() == body.casefold()
    assert str(meeting.date) == "2025-03-04"


def test_the_body_of_the_next_meeting_is_that_of_this_one(tmp_path: Path) -> None:
    text = f"Minutes 4 March 2025\n{BODY}\nThe next meeting of the Board of Works will be on April 8, 2025.\n"
    assert record_of(tmp_path, text).meeting.body == "Board of Works"
    other = f"Minutes 4 March 2025\n{BODY}\nThe next meeting will be on April 8, 2025.\n"
    assert record_of(tmp_path, other).meeting.body is None


@pytest.mark.parametrize(
    "front",
    [
        "MINUTES OF THE FULL MEETING\n4 March 2025\n",
        "Loading...\nMinutes 4 March 2025\n",
        "Minutes of meeting\n4 March 2025\n",
    ],
)
def test_more_words_of_titles_are_no_body(front: str, tmp_path: Path) -> None:
    assert record_of(tmp_path, front + BODY).meeting.body is None
