"""The meeting's own facts: which body met, when, from when to when, where. Bodies and places are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.extractors.find import find_all
from pipeline.extractors.meeting import FoundMeeting, find_meeting
from pipeline.link.meeting import meeting_of
from pipeline.outline import outline
from pipeline.paper import Paper, PaperKind
from pipeline.record import Meeting
from tests.printed import paper_of, rules, source_of, table

TAIL = "\n1. Apologies\nThere were none that evening.\n\n2. Finance\nThe bill was paid in full.\n"


def found(text: str, kind: PaperKind = "minutes") -> FoundMeeting:
    paper = paper_of(text + TAIL, kind=kind)
    return find_meeting(paper, outline(paper, rules()), rules())


def linked(paper: Paper) -> tuple[Meeting, list[str]]:
    outlined = outline(paper, rules())
    meeting, problems = meeting_of(paper, find_all(paper, outlined, rules()), ())
    return meeting, [problem.code for problem in problems]


def meeting(text: str, kind: PaperKind = "minutes") -> Meeting:
    return linked(paper_of(text + TAIL, kind=kind))[0]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Ambleforth Parish Council\nMinutes of the meeting held on 11 March 2025", "Ambleforth Parish Council"),
        ("AMBLEFORTH PARISH COUNCIL\nMINUTES", "Ambleforth Parish Council"),
        ("Minutes of a meeting of the Ambleforth Parish Council held on 11 March 2025", "Ambleforth Parish Council"),
        ("Harrowdale Schools Forum Minutes\n11 March 2025", "Harrowdale Schools Forum"),
        ("Committee: Works Committee\nDate: 11 March 2025", "Works Committee"),
        (
            "HARROWDALE COUNTY COUNCIL\nCABINET\nMinutes of the meeting held on 11 March 2025",
            "Harrowdale County Council Cabinet",
        ),
        (
            "Harrowdale School\nBoard of Governors\nMinutes of the meeting held on 11 March 2025",
            "Harrowdale School Board of Governors",
        ),
        (
            "Harrowdale Borough Council\nPlanning Committee\nMinutes of the meeting held on 11 March 2025",
            "Harrowdale Borough Council Planning Committee",
        ),
        ("Draft minutes of the annual meeting of Ambleforth Parish Council", "Ambleforth Parish Council"),
        (
            "Ambleforth Parish Council\nMinutes of 11 March 2025\nPresent:\nAnn Box (Harrowdale County Council)",
            "Ambleforth Parish Council",
        ),
        ("MINUTES\nTOWNSHIP OF NORTH HARROW\nTuesday, March 11, 2025", "Township of North Harrow"),
        ("A regular meeting of the Harrow Town Council was held on March 11, 2025", "Harrow Town Council"),
        ("Minutes from Harrow PTA meeting held 11 March 2025", "Harrow PTA"),
        ("Ambleforth Village Hall (Charity No. 1) Minutes of the Annual General Meeting", "Ambleforth Village Hall"),
        ("Board Meeting 2025-03-11 Minutes", "Board"),
        ("ST AIDAN'S CHURCH COUNCIL\nMinutes of the meeting on 11 March 2025", "St Aidan's Church Council"),
        ("Harrow Parish Council - March minutes\nMinutes of the meeting on 11 March 2025", "Harrow Parish Council"),
        ("March 2025 – Committee Meeting (11/03/2025)", "Committee"),
        ("11.3.25 Parent Council Meeting\n7pm-9pm\nHarrow Primary School", "Harrow Primary School Parent Council"),
        ("Harrow PC Minutes\nMinutes of the March meeting of Harrow Parish Council", "Harrow Parish Council"),
        ("Minutes of the General Purposes Committee held on 11 March 2025", "General Purposes Committee"),
        ("Minutes of the 6th Meeting: 11 March 2025", None),
        (
            "Works Commission\nAnn Box, Clerk\nRoads Committee\nMINUTES\nRoads Committee\n11 March 2025",
            "Roads Committee",
        ),
        ("Minutes\n11 March 2025", None),
        (
            "Works Report\nActing Corporate Director Roads, Ann Box\nCorporate Directors\nTo Cabinet – 11 March 2025",
            None,
        ),
        ("Monthly meeting\n11 March 2025", None),
        ("February Meeting Minutes\n11 March 2025", None),
    ],
)
def test_the_body_that_met(text: str, body: str | None) -> None:
    assert meeting(text).body == body


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Ambleforth Parish Council\nMinutes of the meeting held on Tuesday 11 March 2025", "2025-03-11"),
        ("Ambleforth Parish Council\nMeeting date: 11/03/2025", "2025-03-11"),
        ("Ambleforth Parish Council\nMINUTES\n11th March 2025", "2025-03-11"),
        ("Ambleforth Parish Council\nMinutes, March 2025", "2025-03"),
        (
            "Ambleforth Parish Council\nPublished 20 March 2025\nMinutes of the meeting held on 11 March 2025",
            "2025-03-11",
        ),
        (
            "Ambleforth Parish Council\nMinutes\nTo agree the minutes of 14 January 2025\nHeld on 11 March 2025",
            "2025-03-11",
        ),
        ("Ambleforth Parish Council\nMinutes\nNext meeting: 8 April 2025", None),
    ],
)
def test_the_day(text: str, date: str | None) -> None:
    assert meeting(text).date == date


def test_an_agenda_s_day_is_not_that_of_the_minutes_it_lists() -> None:
    text = "Ambleforth Parish Council\nAGENDA\n1. Minutes of 14 January 2025\nMeeting on 11 March 2025 in the Mill"
    assert meeting(text, "agenda").date == "2025-03-11"


def test_a_log_is_of_the_day_in_its_title_and_not_of_the_first_meeting_in_its_rows() -> None:
    log = source_of(
        "Harrow Schools Forum", "Action log at 16 October 2025", table("Meeting|Action", "16 May 2025|Ring")
    )
    assert linked(Paper(log, "action-sheet", "Action log", log.flow))[0].date == "2025-10-16"


def test_a_day_without_a_year_takes_the_file_s() -> None:
    source = source_of(
        "Ambleforth Parish Council\nMinutes of Tuesday 11 March\n" + TAIL, path="corpus/a/2025-03-11.txt"
    )
    said, problems = linked(Paper(source, "minutes", "Minutes", source.flow))
    assert (said.date, problems) == ("2025-03-11", [])


def test_a_weekday_and_a_year_named_elsewhere_tell_the_year() -> None:
    text = (
        "Ambleforth Parish Council\nMinutes of Monday 4 December\n\n1. Mill\nIt opens in 2024.\n\n2. Close\nAll left.\n"
    )
    said, problems = linked(paper_of(text))
    assert (said.date, problems) == ("2023-12-04", [])


def test_other_bodies_and_days_under_the_items_are_not_the_meeting_s() -> None:
    text = """
    Thursday 11 March 2025

    1. Plans
    The Harrow Roads Board meeting of 20 March 2025 was spoken of.

    2. Close
    The Harrow Mill Committee meeting was spoken of.
    """
    said, _ = linked(paper_of(text))
    assert (said.body, said.date) == (None, "2025-03-11")


def test_a_day_in_a_report_of_another_meeting_is_not_the_sheet_s() -> None:
    text = (
        "HARROW PANEL – ACTIONS REPORT\nMarch 2025\nThis tells what was done following the Panel meeting on 17 January."
    )
    assert meeting(text, "action-sheet").date == "2025-03"


def test_a_day_without_any_year_stays_open_and_is_told() -> None:
    said, problems = linked(paper_of("Ambleforth Parish Council\nMinutes of Tuesday 11 March\n" + TAIL))
    assert said.date is None
    assert "meeting-year-missing" in problems


def test_a_paper_that_prints_no_day_takes_its_file_s_and_says_so() -> None:
    source = source_of("Ambleforth Parish Council\nMinutes\n" + TAIL, path="corpus/a/minutes-2025-03-11.txt")
    said, problems = linked(Paper(source, "minutes", "Minutes", source.flow))
    assert (said.date, problems) == ("2025-03-11", ["meeting-date-from-file"])


def test_a_paper_that_names_no_body_takes_its_folder_s_and_says_so() -> None:
    source = source_of("Minutes\n11 March 2025\n" + TAIL, path="corpus/harrow-village-council/may.txt")
    said, problems = linked(Paper(source, "minutes", "Minutes", source.flow))
    assert (said.body, problems) == ("Harrow Village Council", ["body-from-folder"])


@pytest.mark.parametrize("path", ["corpus/scans/may.txt", "may.txt", "home/papers 2025/may.txt"])
def test_a_folder_that_names_no_body_is_not_taken_for_one(path: str) -> None:
    source = source_of("Minutes\n11 March 2025\n" + TAIL, path=path)
    said, problems = linked(Paper(source, "minutes", "Minutes", source.flow))
    assert (said.body, problems) == (None, ["body-not-found"])


def test_front_matter_names_the_body_and_the_day() -> None:
    source = replace(
        source_of("The bill was paid in full." + TAIL),
        reader="markdown",
        fields=(("title", "Ambleforth Parish Council minutes"), ("date", "2025-03-11")),
    )
    said, _ = linked(Paper(source, "minutes", "Minutes", source.flow))
    assert (said.body, said.date) == ("Ambleforth Parish Council", "2025-03-11")


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("held on 11 March 2025 at 7.30pm in the Mill", "19:30"),
        ("held on 11 March 2025 at 7 p.m.", "19:00"),
        ("held on 11 March 2025 commencing at 10.00 am", "10:00"),
        ("Tuesday 11 March 2025, 19:00 - 20:30", "19:00"),
        ("Tuesday 11 March 2025, 3:00 -5:00 p.m.", "15:00"),
        ("Tuesday 11 March 2025, 2.30-4 pm", "14:30"),
        ("Tuesday 11 March 2025, 10:00 - 12:30 pm", "10:00"),
        ("Tuesday 11 March 2025, 11.00 to 1.00 pm", "11:00"),
        ("held on 11 March 2025 at 12 noon", "12:00"),
        ("held on 11 March 2025 at 12.15 am", "00:15"),
        ("held on 11 March 2025 at 1 Mill Lane", None),
        ("held on 11 March 2025 with £4.18 million to spend", None),
    ],
)
def test_when_it_began(line: str, start: str | None) -> None:
    assert found(f"Ambleforth Parish Council\nMinutes of the meeting\n{line}").start == start


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("The meeting closed at 9.05 pm.", "21:05"),
        ("There being no further business the Chair closed the meeting at 21:05.", "21:05"),
        ("Meeting concluded at 3.15 pm", "15:15"),
        ("The meeting ended at\n20:15.", "20:15"),
        ("The road will be closed for two weeks.", None),
        ("The gate closes at 25:99.", None),
    ],
)
def test_when_it_ended(line: str, end: str | None) -> None:
    paper = paper_of(f"Ambleforth Parish Council\nMinutes\n{TAIL}\n{line}\n")
    assert find_meeting(paper, outline(paper, rules()), rules()).end == end


@pytest.mark.parametrize(
    ("line", "venue"),
    [
        ("held in the Council Chamber - Moor Hall, Ambleforth.", "Council Chamber - Moor Hall, Ambleforth"),
        ("held on 11 March 2025 at the Village Hall, Ambleforth", "Village Hall, Ambleforth"),
        ("Venue: Harrowdale Mill", "Harrowdale Mill"),
        ("Venue: Harrowdale Mill\nPresent: Ann Box", "Harrowdale Mill"),
        ("Venue: Harrowdale Mill\nPresent Ann Box AB Bo Carr BC", "Harrowdale Mill"),
        ("Venue: Harrowdale Mill\nTUESDAY 11th March 2025", "Harrowdale Mill"),
        ("Venue: Harrowdale Mill\nDRAFT MINUTES", "Harrowdale Mill"),
        ("held on 11 March 2025 at the Village Hall,\nMill Lane, Ambleforth", "Village Hall, Mill Lane, Ambleforth"),
        ("held in the Village Hall on Tuesday 11 March 2025", "Village Hall"),
        ("held on Tuesday 11 March 2025", None),
    ],
)
def test_where(line: str, venue: str | None) -> None:
    assert found(f"Ambleforth Parish Council\nMinutes of the meeting\n{line}").venue == venue


def test_a_front_table_says_it_too() -> None:
    front = table(("Meeting:", "Harrowdale Schools Forum"), ("Date:", "11 March 2025"), ("Venue:", "Harrowdale Mill"))
    said, _ = linked(paper_of("Minutes", front, TAIL))
    assert (said.body, said.date, said.venue) == ("Harrowdale Schools Forum", "2025-03-11", "Harrowdale Mill")


def test_what_minutes_do_not_say_is_told() -> None:
    said, problems = linked(paper_of("Minutes" + TAIL))
    assert (said.body, said.date) == (None, None)
    assert problems == ["body-not-found", "meeting-date-not-found"]


def test_the_next_meeting_behind_the_day_is_not_this_one() -> None:
    text = "Ambleforth Society\nDate of meeting: 30 September 2031    Next meeting: 2 December 2031"
    assert str(meeting(text).date) == "2031-09-30"


def test_a_boards_council_stands_above_its_name() -> None:
    text = "AMBLEFORTH COUNTY COUNCIL\nAmbleforth Pension Fund - Local Pension Board\nTuesday, 9 July 2031\nMINUTES"
    assert (meeting(text).body or "").endswith("Pension Board")


def test_tasks_in_a_table_name_no_body() -> None:
    rows = table(
        ("No", "Action", "Who"),
        ("1", "Write to the Harrow Town Council", "Ann Box"),
        ("2", "Book the hall", "Ben Carr"),
    )
    paper = paper_of("Mill Street Traders\nAction log after the meeting of 2 November 2031", kind="action-sheet")
    paper = replace(paper, flow=(*paper.flow, rows))
    assert find_meeting(paper, outline(paper, rules()), rules()).body != "Write to the Harrow Town Council Ann Box"
