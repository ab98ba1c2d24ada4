"""Openings of councils' papers: rolls with answers, officers below officials, numbers and titles of items, bodies."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import record_of

HEAD = "MINUTES of the meeting of Northmoor Town Board held on Thursday 13 March 2025 at 7pm\n\n"
ITEMS = (
    "\n\n1. Minutes\n\nThe minutes were approved.\n\n2. Bridge\n\nThe deck is sound."
    "\n\n3. Next meeting\n\n10 April 2025\n"
)


def people_of(tmp_path: Path, text: str) -> dict[str, str]:
    """The people of a list at the top of minutes, with their statuses."""
    return {person.name: person.status for person in record_of(tmp_path, HEAD + text + ITEMS).attendance}


def titles_of(tmp_path: Path, text: str) -> list[tuple[str, str]]:
    items = record_of(tmp_path, HEAD + "Present: Ann Lund (Chair), Ben Carrow\n\n" + text).items
    return [(item.number or "", item.title) for item in items]


def test_a_roll_with_answers(tmp_path: Path) -> None:
    text = (
        "Roll call: Hal Marsden, Town Clerk, called the roll. Supervisor Ann Lund- present, Councilman Ben Carrow - "
        "absent, and Councilwoman Cat Dunmore – present.\n\nAlso present: Dog Control Officer Stan Rook."
    )
    assert people_of(tmp_path, text) == {
        "Hal Marsden": "in_attendance",
        "Ann Lund": "present",
        "Ben Carrow": "absent",
        "Cat Dunmore": "present",
        "Stan Rook": "in_attendance",
    }


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Present: Councillors\nA. Lund B. Carrow C. de Voss D. Elm", "A. Lund B. Carrow C. de Voss D. Elm"),
        ("Present: Councillor Ann Lund Ward 2; Councillor Ben Carrow Ward 1", "Ann Lund;Ben Carrow"),
        (
            "The following were present:\n\nMayor Lund\nTrustee Carrow\nTrustee Dunmore\nTrustee Elm",
            "Lund;Carrow;Dunmore;Elm",
        ),
        ("Councillors – Ann Lund, Ben Carrow, Cat Dunmore", "Ann Lund;Ben Carrow;Cat Dunmore"),
        ("Village Board In Attendance:\nAnn Lund, President; Ben Carrow, Trustee", "Ann Lund;Ben Carrow"),
    ],
)
def test_members(tmp_path: Path, text: str, people: str) -> None:
    names = people.split(";") if ";" in people else ["A. Lund", "B. Carrow", "C. de Voss", "D. Elm"]
    assert people_of(tmp_path, text) == dict.fromkeys(names, "present")


def test_those_below_officials(tmp_path: Path) -> None:
    text = (
        "Members Present\nCouncillors Ann Lund, Ben Carrow, Cat Dunmore\nOfficials in Attendance"
        "\nCounty Manager: Di Frome"
        "\nDirectors: Ed Garth, Flo Hale\nHead of Finance: Gus Ince"
    )
    told = people_of(tmp_path, text)
    assert [name for name, status in told.items() if status == "in_attendance"] == [
        "Di Frome",
        "Ed Garth",
        "Flo Hale",
        "Gus Ince",
    ]


def test_those_behind_and(tmp_path: Path) -> None:
    text = "PRESENT: Ann Lund, Mayor\nBen Carrow\nCat Dunmore\n\nAND: Di Frome, City Manager\nEd Garth, City Clerk"
    told = people_of(tmp_path, text)
    assert told["Di Frome"] == told["Ed Garth"] == "in_attendance"
    assert told["Cat Dunmore"] == "present"


def test_a_councillor_also_present(tmp_path: Path) -> None:
    text = (
        "present\n\nChairperson\n\nAnn Lund\n\nMembers\n\nBen Carrow\n\nCat Dunmore\n\n"
        "ALSO PRESENT\n\nCouncillor\n\nDi Frome"
    )
    told = people_of(tmp_path, text)
    assert told["Di Frome"] == "in_attendance"
    assert told["Ben Carrow"] == "present"


def test_talk_below_the_apologies(tmp_path: Path) -> None:
    text = (
        "PRESENT: Ann Lund, Ben Carrow, Cat Dunmore\nAPOLOGIES: Di Frome\nAnn Lund told the meeting that it was late."
    )
    assert people_of(tmp_path, text)["Ann Lund"] == "present"


def test_the_roll_is_called_by_an_item(tmp_path: Path) -> None:
    text = (
        "1. Calling of the Roll\n\nMr A Lund, Mrs B Carrow, Ms C Dunmore, Mr D Elm"
        "\n\nIn Attendance:\nMrs E Frome, Clerk\n\nMr D Elm in the Chair\n\n2. Bridge\n\nThe deck is sound."
        "\n\n3. Next meeting\n\n10 April 2025\n"
    )
    people = {p.name: p.status for p in record_of(tmp_path, HEAD + text).attendance}
    assert people == {
        **dict.fromkeys(("A Lund", "B Carrow", "C Dunmore", "D Elm"), "present"),
        "E Frome": "in_attendance",
    }


def test_a_number_alone_counts_on(tmp_path: Path) -> None:
    text = "".join(
        f"{n}          {t}\n\nIt was noted.\n\n"
        for n, t in enumerate(("Welcome", "Apologies", "Minutes", "Petitions"), 1)
    )
    text += "5\n\nShelter at Quay Road\n\nThe report was received.\n"
    assert titles_of(tmp_path, text)[-1] == ("5", "Shelter at Quay Road")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("APPOINTMENTS C -41/18 MOVED BY COUNCILLOR B. CARROW that the list be adopted. CARRIED", "APPOINTMENTS"),
        ("Bills and Accounts #404-17 in the amount of $2,100.40. Carried", "Bills and Accounts"),
        ("Approval of Agenda Cat Dunmore made a motion to approve the agenda.", "Approval of Agenda"),
        ("Bus Shelter Two quotations had been received from local builders.", "Bus Shelter"),
        ("Application No NM/18/0417 - Land at Mill Road", "Application No NM/18/0417 - Land at Mill Road"),
        ("Apologies for absence were received from: Cllr Di Frome", "Apologies for absence"),
    ],
)
def test_where_a_title_ends(tmp_path: Path, line: str, title: str) -> None:
    text = f"1. Minutes\n\nThe minutes were approved.\n\n2. {line}\n\n3. Next meeting\n\n10 April 2025\n"
    assert titles_of(tmp_path, text)[1] == ("2", title)


@pytest.mark.parametrize(
    ("line", "body"),
    [
        ("MINUTES OF THE MEETING OF THE R.M. OF MOOR NO. 341 ON TUES., March 13, 2025", "R.M. OF MOOR NO. 341"),
        ("The regular meeting of the County of Moor No. 7 was held on March 13, 2025", "County of Moor No. 7"),
        (
            "MINUTES of the Regular Meeting of Council for The Corporation of the Town of Moor, held March 13, 2025",
            "Council for The Corporation of the Town of Moor",
        ),
        ("BUSINESS MEETING\nHELD BY THE ZONING COMMISSION\nMARCH 13, 2025", "ZONING COMMISSION"),
    ],
)
def test_bodies(tmp_path: Path, line: str, body: str) -> None:
    record = record_of(tmp_path, f"{line}\n\nPresent: Ann Lund, Ben Carrow{ITEMS}")
    assert (record.meeting.body or "").casefold() == body.casefold()


def test_days(tmp_path: Path) -> None:
    record = record_of(
        tmp_path, f"A meeting of the Moor Council was held on Monday May the 8th 2017.\n\nPresent: A Lund{ITEMS}"
    )
    assert record.meeting.date == "2017-05-08"
    text = (
        "MOOR, IOWA January 6, 2014\n\nThe Moor County Board of Supervisors met in regular session at 8:30 a.m., "
        "January 6, 2014 with the following members present: Lund, Carrow and Dunmore.\n\nMoved by Lund to approve the "
        "Board Minutes of December 30, 2013.\n\nA payment of $12.30 was issued on 1/3/14.\n"
    )
    assert record_of(tmp_path, text).meeting.date == "2014-01-06"


def test_labels_in_a_page_that_lost_its_lines(tmp_path: Path) -> None:
    text = (
        "Moor County Council Minutes of Moor County Council Meeting held in the County Hall On Monday 3 November, 2008 "
        "In the Chair Cllr. Ann Lund. Present Cllrs. B. Carrow, C. Dunmore, D. Elm Apologies Cllr. Flo Hale In "
        "attendance "
        "Mr. Ed Garth, G. Ince and H. Jolly\n\nMinutes\n\nThe minutes were adopted.\n"
    )
    people = {p.name: p.status for p in record_of(tmp_path, text).attendance}
    assert people == {
        **dict.fromkeys(("Ann Lund", "B. Carrow", "C. Dunmore", "D. Elm"), "present"),
        "Flo Hale": "apologies",
        **dict.fromkeys(("Ed Garth", "G. Ince", "H. Jolly"), "in_attendance"),
    }


def test_present_besides_the_mayor(tmp_path: Path) -> None:
    text = (
        "MINUTES OF REGULAR MEETING OF MOOR CITY COUNCIL March 7, 1961 1 . ROLL CALL The meeting was called to "
        "order at 7:00 "
        "P.M. by Mayor Lund, Present besides the Mayor were Councilmen Carrow and Dunmore, and Councilwomen Elm "
        "and Frome. "
        "2.INVOCATION Invocation was offered by Councilman Carrow. 3. APPROVAL OF MINUTES a. It was moved that "
        "the minutes be "
        "approved. 4. CORRESPONDENCE: A letter was read. 5. ADJOURNMENT: By motion the meeting was adjourned."
    )
    record = record_of(tmp_path, text)
    assert [i.title for i in record.items] == [
        "ROLL CALL",
        "INVOCATION",
        "APPROVAL OF MINUTES",
        "CORRESPONDENCE",
        "ADJOURNMENT",
    ]
    assert {p.name for p in record.attendance if p.status == "present"} >= {"Carrow", "Dunmore", "Elm", "Frome"}


def test_officials_beside_trustees(tmp_path: Path) -> None:
    text = (
        "The following officials were present:\n\n"
        "Mayor Lund\nTrustee Carrow\nTrustee Dunmore\nTrustee Elm\nManager Frome"
    )
    told = people_of(tmp_path, text)
    assert told.pop("Frome") == "in_attendance"
    assert told == dict.fromkeys(("Lund", "Carrow", "Dunmore", "Elm"), "present")


def test_councillors_also_present_at_a_parish_meeting(tmp_path: Path) -> None:
    text = (
        "Minutes of the Annual Parish Meeting held on 18 May 2016\n\n1. Welcome\n\nThe meeting was chaired by "
        "Ann Lund. Also "
        "present were: Cllrs. Ben Carrow, Cat Dunmore and Di Elm.\n\n2. Report\n\nThe report was read.\n\n3. "
        "Forum\n\nNone.\n"
    )
    told = {p.name: p.status for p in record_of(tmp_path, text).attendance}
    assert told["Ben Carrow"] == told["Di Elm"] == "present"


def test_divisions_in_a_line(tmp_path: Path) -> None:
    text = "Present: Councillors: Division 1 – Ann Lund Division 2 – Ben Carrow Division 3 – Cat Dunmore CAO: Sam Frome"
    assert people_of(tmp_path, text) == {
        **dict.fromkeys(("Ann Lund", "Ben Carrow", "Cat Dunmore"), "present"),
        "Sam Frome": "in_attendance",
    }


def test_titles_with_a_dash_and_what_was_said(tmp_path: Path) -> None:
    labels = ("Planning", "Web Site", "Footpaths", "Recreation Field", "Hall")
    text = "".join(f"{label} – BC stated that it was all in good order again.\n\n" for label in labels)
    assert [title for _, title in titles_of(tmp_path, text)] == [*labels]


def test_headings_that_count_on_behind_letters(tmp_path: Path) -> None:
    text = "".join(
        f"CC{n} – {t}\n\nThe report was read.\n\n" for n, t in enumerate(("MINUTES", "POLICE MATTERS", "ROADS"), 902)
    )
    assert titles_of(tmp_path, text) == [("CC902", "MINUTES"), ("CC903", "POLICE MATTERS"), ("CC904", "ROADS")]


def test_capitals_and_hours(tmp_path: Path) -> None:
    text = (
        "MINUTES: Motion by Lund, seconded by Carrow to approve the minutes. "
        "Carried.\n\nCORRESPONDENCE: The Clerk read a "
        "letter.\n\nHIGHWAY REPORT: Mr. Elm reported on paving.\n\nOLD BUSINESS:\n\nThe roof was discussed.\n\n"
        "NEW BUSINESS:\n\nA motion was made to buy a mower.\n\nADJOURNMENT: 8:10 PM\n"
    )
    told = [title for _, title in titles_of(tmp_path, text)]
    assert told == ["MINUTES", "CORRESPONDENCE", "HIGHWAY REPORT", "OLD BUSINESS", "NEW BUSINESS", "ADJOURNMENT"]


def test_titles_above_none(tmp_path: Path) -> None:
    text = (
        "Approval of Agenda\nMOTION: Lund to approve.\n\nConflict of Interest\nNone\n\nCitizen Comments\nNone\n\n"
        "Consent Agenda\n\nThe minutes of 16 January were approved with the list of bills for the month of February."
    )
    told = [title for _, title in titles_of(tmp_path, text)]
    assert told == ["Approval of Agenda", "Conflict of Interest", "Citizen Comments", "Consent Agenda"]


def test_posts_behind_surnames(tmp_path: Path) -> None:
    told = people_of(tmp_path, "Present: Lund-Chair; Carrow; Dunmore; Elm-Town Board; Frome")
    assert [*told] == ["Lund", "Carrow", "Dunmore", "Elm", "Frome"]


def test_the_mayor_in_the_chair_above_councillors(tmp_path: Path) -> None:
    text = (
        "PRESENT: The Town Mayor (Cllr. Mrs A. Lund) in the Chair\nCllrs. B. Carrow, C. Dunmore, Miss D. Elm.\n"
        "Officers: Mr. E. Frome (Town Clerk)\nAlso: Mr G. Hale (Moor Press)"
    )
    told = people_of(tmp_path, text)
    members = [name for name, status in told.items() if status == "present"]
    assert members == ["A. Lund", "B. Carrow", "C. Dunmore", "D. Elm"]
    assert told["E. Frome"] == told["G. Hale"] == "in_attendance"
