"""The day of a meeting where it stands alone above the text, amended minutes, events that are to come. All invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import record_of

OPENED = (
    "Regular meeting of the Sagehill Board of Works was called to order at 6:45 pm by the Chair, Gus Alder. "
    "Members present: Jan Jacks, Meg Harris and Phil Klein.\n"
    "The Board talked about Tip Day which is to be on May 2nd.\n"
    "Ms. Jacks moved to accept the minutes of February 4, 2025 as presented, seconded by Ms. Harris and so voted.\n"
)


@pytest.mark.parametrize("day", ["March 4, 2025", "Tuesday\nMarch 4, 2025", "Tuesday, March 4, 2025", "4 March 2025"])
def test_a_day_alone_at_the_top_is_the_meetings(tmp_path: Path, day: str) -> None:
    assert record_of(tmp_path, f"{day}\n{OPENED}").meeting.date == "2025-03-04"


@pytest.mark.parametrize(
    "title",
    [
        "Amended Minutes of the Meeting 8pm Tuesday 4 March 2025",
        "Amended minutes of the meeting on 4 March 2025",
    ],
)
def test_amended_minutes_are_of_their_own_day(tmp_path: Path, title: str) -> None:
    business = "Present: Jan Jacks, Meg Harris\n\n1. Roads\n\nNone.\n\n2. Paths\n\nDry.\n"
    text = f"Sagehill Community Council\n\n{title}\n\n{business}"
    assert record_of(tmp_path, text).meeting.date == "2025-03-04"


@pytest.mark.parametrize(
    "called_off",
    ["(meeting due 9th February - cancelled)\n", "Meeting of 9 February 2025 - postponed to the day below\n"],
)
def test_the_day_of_a_meeting_that_was_called_off_is_none(tmp_path: Path, called_off: str) -> None:
    text = (
        f"SAGEHILL PARISH COUNCIL\n{called_off}RESCHEDULED MEETING TO BE HELD ON TUESDAY,\n4th MARCH 2025 @ 7.30pm\n\n"
        "AGENDA\n\n1. Apologies\n\n2. Roads\n\n3. Paths\n"
    )
    assert record_of(tmp_path, text).meeting.date == "2025-03-04"


def test_the_day_on_which_minutes_were_amended_is_not_the_meetings(tmp_path: Path) -> None:
    text = (
        "Sagehill Community Council\nMinutes of the meeting held on 4 March 2025\nAmended 8 April 2025\n\n"
        "Present: Jan Jacks, Meg Harris\n\n1. Roads\n\nNone.\n"
    )
    assert record_of(tmp_path, text).meeting.date == "2025-03-04"


def test_a_page_that_tells_of_a_meeting_is_its_minutes(tmp_path: Path) -> None:
    text = (
        "Weblink\nThe meeting of the Board of Works came to order March 4, 2025 in the Hall. There were Jan Jacks "
        "and Meg Harris and of the staff Ruth Clare.\nMinutes of February 4 were approved as presented.\n"
    )
    record = record_of(tmp_path, text)
    assert (record.kind, record.meeting.date) == ("minutes", "2025-03-04")
