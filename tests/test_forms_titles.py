"""How papers head themselves, title their items and list who came. People, places and business are invented."""

from __future__ import annotations

from pathlib import Path

from pipeline.record import Record
from tests.typed import record_of


def items(record: Record) -> list[tuple[str, str]]:
    return [(item.number, item.title) for item in record.items]


def present(record: Record, status: str = "present") -> list[str]:
    return [person.name for person in record.attendance if person.status == status]


AGAIN = """# Steering Committee Meeting Minutes

## Agenda

- Boat house (roof, doors etc.)
- Have the moorings moved? Are they paid?
- AOB

## Attendees

- Tessa Ware
- Paul Nunn

## Minutes

Boat house (roof, doors etc.)
- Tessa showed the drawings of the roof, which everybody liked.
- The doors stick.

Have the moorings moved? Are they paid?
- Paul wrote to every owner in March and nobody has answered him.

AOB
- The next meeting stands.
"""


def test_items_listed_on_the_papers_own_agenda_are_found_again_above_what_was_said(tmp_path: Path) -> None:
    record = record_of(tmp_path, AGAIN, "minutes.md")
    assert items(record) == [
        ("", "Boat house (roof, doors etc.)"),
        ("", "Have the moorings moved? Are they paid?"),
        ("", "AOB"),
    ]
    assert present(record) == ["Tessa Ware", "Paul Nunn"]


def test_an_agenda_whose_words_never_come_again_names_no_items_below_it(tmp_path: Path) -> None:
    text = AGAIN.replace("\nBoat house (roof, doors etc.)\n- T", "\nTessa spoke first.\n- T").replace(
        "\nAOB\n", "\nEnd\n"
    )
    text = text.replace("\nHave the moorings moved? Are they paid?\n- Paul", "\nPaul spoke next.\n- Paul")
    assert "AOB" not in [title for _, title in items(record_of(tmp_path, text, "minutes.md"))]


LABELS = """<html><body><p><b>Quarry Club Board Meeting Minutes - 07/08/24</b>
<p><u>Old Board of Directors Members Present:</u>
<br>Tessa Ware
<br>Paul Nunn
<p><u>New Board of Directors Members Present:</u>
<br>Olive Peel
<p><b>Grant Applications:</b>
<p><b><i>1. Canoe trip</i>:</b> Kit Rowe asked for $500. The trip is in May.
<p><b><i>2. Bus hire</i>:</b> Ann Lund asked for $300. The bus is old.
<p><b><i>3. Tents</i>:</b> Sal Hythe asked for $90. The tents leak.
<p><b>Treasurer’s Report</b>
<br>There is $900 in the bank.
<p><b>Elections:</b> The President has a term of two years and need not stand.
<p><b>New banner:</b> Olive has drawn it and found a price.
<p><b>Club dues:</b> Nobody wants to pay more than last year.
<p><b>Motion:</b> leave the dues as they are. Approved.
<p><b>Motion:</b> look at them again in May. Approved.
<p><b>Website Update:</b> The site was down for a week in June.
<p><b>Paul Nunn:</b> Paul Nunn thanked them all.
<p><b>Paul Nunn:</b> Paul Nunn closed the meeting.
</body></html>"""


def test_labels_in_bold_open_items_and_the_numbers_below_one_of_them_count_its_parts(tmp_path: Path) -> None:
    record = record_of(tmp_path, LABELS, "minutes.html")
    assert items(record) == [
        ("", "Grant Applications"),
        ("", "Treasurer’s Report"),
        ("", "Elections"),
        ("", "New banner"),
        ("", "Club dues"),
        ("", "Website Update"),
    ]
    assert present(record) == ["Tessa Ware", "Paul Nunn", "Olive Peel"]


def test_numbered_items_keep_their_numbers_above_labels_in_bold(tmp_path: Path) -> None:
    text = "# Minutes\n\nPresent: Tessa Ware, Paul Nunn\n\n"
    for number, title in enumerate(("Roads", "Trees", "Paths"), start=1):
        text += f"**{number}. {title}**\n\n**Cost:** It was {number} pounds.\n\n**Where:** It is near the mill.\n\n"
    assert items(record_of(tmp_path, text, "minutes.md")) == [("1", "Roads"), ("2", "Trees"), ("3", "Paths")]


def test_the_day_of_the_title_wins_over_the_day_on_which_a_site_shows_the_page(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "June 24, 2023\n\n\nAGM Minutes & Reports\n\n\n"
        "Minutes of the Annual General Meeting of the Mill Hall Management Committee Monday 18 April 2022\n\n"
        "Mrs Tessa Ware (Chair) TW\nMr Paul Nunn (Treasurer) PN\nMiss Olive Peel OP\n\n"
        "The Chair thanked everyone for coming to the hall.\n\n"
        "Minutes from the last AGM held on 12 April 2021\n\n"
        "They were read from the book and signed by the Chair as a true record of that meeting.\n\n"
        "Chair’s Report\n\n1)  The roof\na)  We mended the roof and were glad of all who helped us on the day.\n",
    )
    assert record.meeting.date == "2022-04-18"
    assert items(record) == [("", "Minutes from the last AGM held on 12 April 2021"), ("", "Chair’s Report")]


def test_a_title_behind_draft_and_a_list_below_the_first_item(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "DRAFT - Quarry Steering Committee Minutes - 14 September 2022 9:00 AM\n\n0. Roll\n\n"
        "Attending:          Tessa Ware, Paul Nunn.\nApologies:          Kit Rowe.\n"
        "Quarry Staff:       Olive Peel.\nNotes:              Tessa Ware.\n\n"
        "1. Minutes Approval\n\n- 24 August: passed.\n\n2. Plans\n\n- Fees were confirmed by the staff.\n",
    )
    assert record.kind == "minutes"
    assert (present(record), present(record, "apologies"), present(record, "in_attendance")) == (
        ["Tessa Ware", "Paul Nunn"],
        ["Kit Rowe"],
        ["Olive Peel"],
    )


def test_names_that_a_conversion_ran_together_are_parted(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "MILL HALL COMMITTEE\nMinutes of the meeting held on Monday 12th December 2022\n"
        "Present: ChairmanTessa Ware; Paul NunnOlive Peel; Ian MacLeod; Jo FitzRoy\n"
        "1. Welcome:The Chairman welcomed all.\n2. Roads:The lane was mended.\n3. Trees:They were felled.\n",
    )
    assert present(record) == ["Tessa Ware", "Paul Nunn", "Olive Peel", "Ian MacLeod", "Jo FitzRoy"]
    assert [title for _, title in items(record)] == ["Welcome", "Roads", "Trees"]


def test_full_names_in_a_row_without_commas_are_parted_in_pairs(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "# Board minutes, 3 May 2023\n\nAttendees: [Tessa Ware](a) [Paul Nunn](b) [Olive Peel](c) "
        "Kit Rowe, Ann Lund\n\n"
        "1. **Roads**\n\n   They were mended.\n\n2. **Trees**\n\n   They were felled.\n",
        "minutes.md",
    )
    assert present(record) == ["Tessa Ware", "Paul Nunn", "Olive Peel", "Kit Rowe", "Ann Lund"]


def test_officers_attending_below_the_members_present_are_no_members(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "MINUTES of MEETING of LOCHEND AREA COMMITTEE held on WEDNESDAY, 27 AUGUST 2025\n\n"
        "Present:        Councillor Tessa Ware (Chair)\n\n"
        "                Councillor Paul Nunn      Councillor Olive Peel\n\n"
        "Attending:      Kit Rowe, Executive Director\n                Ann Lund, Committee Manager\n\n"
        " 1.  APOLOGIES\n\n     There were none.\n\n 2.  ROADS\n\n     The report was noted.\n",
    )
    assert present(record) == ["Tessa Ware", "Paul Nunn", "Olive Peel"]
    assert present(record, "in_attendance") == ["Kit Rowe", "Ann Lund"]


CHAPTERS = """# Quarry Consortium

## Minutes of the Boat Council

### Meeting details

**Date**: Thursday, August 22, 2024

## Links

* **Charter**: [charter](https://example.org)

#### Other Attendees

* Tessa Ware (Mill)
* Paul Nunn

## Agenda

1. Roof
2. Doors

## Old Business

## New Business

### 1. The roof

Paul Nunn asked for a price.

### 2. The doors

Tessa Ware will paint them.

## 2024 Objectives

Everybody liked what had been written of them.

## Any Other Business

There was none.
"""


def test_chapters_that_hold_no_business_are_no_items_and_an_empty_one_that_all_know_is(tmp_path: Path) -> None:
    record = record_of(tmp_path, CHAPTERS, "minutes.md")
    assert items(record) == [
        ("", "Old Business"),
        ("", "New Business"),
        ("", "2024 Objectives"),
        ("", "Any Other Business"),
    ]
    assert present(record, "in_attendance") == ["Tessa Ware", "Paul Nunn"]
    assert record.meeting.date == "2024-08-22"


def test_numbers_of_a_lower_heading_do_not_count_on_with_a_higher_ones(tmp_path: Path) -> None:
    text = "# Minutes\n\nBoat Committee, 3 May 2023\n\n## Attendees\n\n- Tessa Ware\n- Paul Nunn\n\n"
    text += "## 1. Introductions\n\nAll gave their names.\n\n## 2. Previous Minutes:\n\nThey were read.\n\n"
    text += (
        "## Old Business:\n\n### 1. Roof\n\nIt leaks.\n\n### 3. Doors\n\nThey stick.\n\n### 4. Oars\n\nThey float.\n\n"
    )
    text += "## Updates:\n\n### 1. Benches\n\nThey are new.\n"
    assert items(record_of(tmp_path, text, "minutes.md")) == [
        ("1", "Introductions"),
        ("2", "Previous Minutes"),
        ("", "Old Business"),
        ("", "Updates"),
    ]


def test_letters_below_titles_in_capitals_count_their_parts(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "QUARRY COLLEGE SENATE MINUTES\nATTENDEES: Ware, Nunn, Peel, and Rowe\nFebruary 22, 2023 - 2:00pm\n"
        "Ware, Senate President, called the meeting to order and welcomed the guests.\n"
        "APPROVAL OF MINUTES: The February 8 minutes were approved as they had been sent.\n"
        "OLD BUSINESS:\nA. Library Statement – Nunn reported that it had been added to the instructions.\n"
        "B. Plans – Peel reviewed the outline of the meeting with the senators.\nNEW BUSINESS:\n"
        "C. Absence – Rowe answered questions on it for a long time.\nThe meeting was adjourned at 3:55.\n",
    )
    assert items(record) == [("", "APPROVAL OF MINUTES"), ("", "OLD BUSINESS"), ("", "NEW BUSINESS")]


def test_parts_of_an_item_open_none_where_a_number_is_lost(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Wednesday 9th April 2014\n\n2. Minutes of the Annual General Meeting\n\nA draft was tabled by Tessa Ware.\n\n"
        "2.1 Election of Officers\n\nTessa Ware was elected.\n\n2.2 Attendance of Members\n\nNobody came.\n\n"
        "4. Other Groups\n\nPaul Nunn reported on the last meeting.\n\n5. Any Other Business\n\nThere was none.\n",
    )
    assert [number for number, _ in items(record)] == ["2", "4", "5"]


def test_usual_titles_with_a_colon_are_items_beside_titles_without(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Community Directors Meeting\n4.00 p.m. 13th September 2021\n"
        "Attending in person: Tessa Ware (Chair), Paul Nunn\n"
        "Attending Via Tele Conf:\nMinutes taken by: Olive Peel\nDeclarations of Interest:\nApproval of Minutes:\n"
        "Minutes of 10th of August were approved by the board.\nMatters Arising:\nPriority List\n"
        "PN gave an overview of the list.\nItems for Decision\n- Election of Directors\n"
        "In full view of all TW opened the box.\nPN counted the votes\n"
        "It was agreed that Kit Rowe and Ann Lund had been elected.\nAny Other Business:\nThere was none.\n",
    )
    assert items(record) == [
        ("", "Declarations of Interest"),
        ("", "Approval of Minutes"),
        ("", "Matters Arising"),
        ("", "Items for Decision"),
        ("", "Any Other Business"),
    ]
    assert present(record) == ["Tessa Ware", "Paul Nunn"]


def test_ticks_below_a_title_that_asks_for_them_show_who_came(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "# Boat Team Meeting Minutes, 13 April 2026\n\n"
        "## Attendance: Mark x if Present\nTeam Leads\n- [x] Tessa Ware\n\n"
        "Members\n- [x] Paul Nunn\n- [ ] Olive Peel\n- [x] Kit Rowe\n\n## Old Business\nThe roof leaks.\n\n"
        "## New Business\nThe doors stick.\n",
        "minutes.md",
    )
    assert (present(record), present(record, "absent")) == (["Tessa Ware", "Paul Nunn", "Kit Rowe"], ["Olive Peel"])


def test_who_was_absent_without_somebody_in_their_stead(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Faculty Senate Minutes\nMay 5, 2023\n\nMembers Present:\nWare, Nunn, and Peel.\n\n"
        "Members Absent Without Representation:\nRowe, Lund, and Hythe.\n\n"
        "Guests of the Senate:\nS. Brook and T. Fell.\n\n"
        "1. Reports\n\nThe report was read.\n\n2. New Business\n\nThere was none.\n",
    )
    assert present(record) == ["Ware", "Nunn", "Peel"]
    assert present(record, "absent") == ["Rowe", "Lund", "Hythe"]
    assert present(record, "in_attendance") == ["S. Brook", "T. Fell"]


def test_the_bullets_of_an_agenda_are_its_items(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "MILL END PARISH COUNCIL\n"
        "You are summoned to attend a meeting of Mill End Parish Council which will take place "
        "at the Pavilion on Tuesday 7th May 2024 at 7.30pm.\nAGENDA\n- RECEIVE APOLOGIES FOR ABSENCE\n- INTRODUCTIONS\n"
        "- ACCEPT ELECTED COUNCILLORS TO THE COUNCIL\n- APPROVE MINUTES FROM LAST MEETING – 23rd APRIL 2024\n"
        "- CLERKS REPORT\n- DATE OF NEXT MEETING\nTo Be Confirmed.\n",
        "agenda.txt",
    )
    assert (record.kind, record.meeting.date) == ("agenda", "2024-05-07")
    assert [title for _, title in items(record)] == [
        "RECEIVE APOLOGIES FOR ABSENCE",
        "INTRODUCTIONS",
        "ACCEPT ELECTED COUNCILLORS TO THE COUNCIL",
        "APPROVE MINUTES FROM LAST MEETING – 23rd APRIL 2024",
        "CLERKS REPORT",
        "DATE OF NEXT MEETING",
    ]


def test_a_title_ends_before_what_the_meeting_is_asked(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Mill End Parish Council – Notice of Meeting\nThe next meeting is on Wednesday 6th April 2022\n"
        "Agenda\n1. Apologies\n"
        "2. Minutes – to confirm and agree the signing of the minutes of the meeting held on the 2nd March\n"
        "3. Finance – to receive an update on the current financial position, and agree payments\n"
        "4. Trees\n5. Benches\n",
        "agenda.txt",
    )
    assert [title for _, title in items(record)] == ["Apologies", "Minutes", "Finance", "Trees", "Benches"]


def test_a_meetings_name_above_numbered_titles_alone_is_an_agenda(tmp_path: Path) -> None:
    text = "# Meeting of the Board of Trustees\n\nDate: November 8, 2023\n\nAll are welcome.\n\n"
    text += "1. Call to order\n2. Election of Officers\n   1. Chair\n   2. Secretary\n3. Financial report\n4. Adjourn\n"
    record = record_of(tmp_path, text, "november.md")
    assert record.kind == "agenda"
    assert items(record) == [
        ("1", "Call to order"),
        ("2", "Election of Officers"),
        ("3", "Financial report"),
        ("4", "Adjourn"),
    ]


def test_what_was_said_behind_a_colon_is_no_part_of_the_title(tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "Board Minutes, 25 July 2023\n\nPresent: Tessa Ware, Paul Nunn\n\n1. Roof Report: Report was presented\n"
        "2. Doors: Olive Peel made some remarks\n3. Oars: Two were lost in May and one was found again\n",
    )
    assert items(record) == [("1", "Roof Report"), ("2", "Doors"), ("3", "Oars")]


PARTS = """# Mill Club Business Meeting Minutes

Present: Tessa Ware, Paul Nunn

## Consent Agenda

### Secretary's Report

Paul read it and nobody had a question about it.

## Regular Agenda

### Moorings

Tessa showed the drawings, which everybody liked.

### Lamps

They are old and two of them are out.
"""


def test_a_consent_and_a_regular_agenda_only_hold_their_items(tmp_path: Path) -> None:
    titles = [title for _, title in items(record_of(tmp_path, PARTS, "minutes.md"))]
    assert titles == ["Secretary's Report", "Moorings", "Lamps"]


NAMED = """---
title: Council Meeting Minutes March 2025
---
## MILL QUAY COMMUNITY COUNCIL

Meeting date: 4 March 2025

### Attendance

- Directors present: Tessa Ware, Paul Nunn

### Welcome

Tessa welcomed everybody at six.

### Moorings

Paul wrote to every owner and nobody has answered.

## Mill Quay Community Council Treasurer Report

There is £900 in the bank.
"""


def test_the_bodys_name_above_the_headings_of_its_minutes_is_no_item(tmp_path: Path) -> None:
    titles = [title for _, title in items(record_of(tmp_path, NAMED, "minutes.md"))]
    assert titles == ["Welcome", "Moorings"]


NUMBERED_ON = """Mill Quay Community Council
Minutes of the meeting held on 4 March 2025

Present: Tessa Ware, Paul Nunn and the Clerk.
3107. Wardens’ Report: All is quiet.
3108. Public Forum: Mr Lund spoke of the lorries.
3109. Apologies for absence: None.
3110. Financial Report: Balance £900.
"""


def test_minutes_numbered_on_for_years_open_with_numbers_of_four_digits(tmp_path: Path) -> None:
    assert items(record_of(tmp_path, NUMBERED_ON)) == [
        ("3107", "Wardens’ Report"),
        ("3108", "Public Forum"),
        ("3109", "Apologies for absence"),
        ("3110", "Financial Report"),
    ]
