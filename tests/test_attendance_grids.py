"""Lists of people set in odd ways: strokes, surnames first, grids with a key, numbers that count on. All invented."""

from __future__ import annotations

import pytest

from pipeline.extractors.attendance import find_attendance
from pipeline.extractors.attendance.labels import read_label
from pipeline.extractors.attendance.roll import read_roll
from pipeline.extractors.attendance.sheet_day import legend_of
from pipeline.extractors.attendance.strokes import by_strokes
from pipeline.extractors.attendance.turned import righted, with_own_names
from pipeline.paper import Cell, Line, Table
from tests.printed import outlined, rules, table

TAIL = "1. Minutes\n\nThe minutes were agreed.\n\n2. Highways\n\nThe bridge is closed.\n\n3. Close\n\nThe end."


def _came(*parts: str | Table) -> dict[str, str]:
    return {person.name: person.status for person in find_attendance(outlined(*parts, TAIL), rules())}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("G.Catten/Bo Moss/Uma Patel (late)/D.Lunn", ["G.Catten", "Bo Moss", "Uma Patel", "D.Lunn"]),
        ("Lou Barnes (chair) / Dan Ashe (from item 4) / Gil Moss – by phone", ["Lou Barnes", "Dan Ashe", "Gil Moss"]),
        ("Al Toms (projection) / R. Lund, Film Society", ["Al Toms", "R. Lund"]),
        ("R.Bone (Chair)/Dave Pitt/C.Loach – Sec/Wendy Marr", ["R.Bone", "Dave Pitt", "C.Loach", "Wendy Marr"]),
        ("Ann Reed / Treasurer", ["Ann Reed"]),
        ("Ann Reed (2018/19), Bo Hale", ["Ann Reed", "Bo Hale"]),
    ],
)
def test_a_stroke_parts_people(text: str, names: list[str]) -> None:
    assert len(by_strokes(text)) == len(text)
    assert [entry.name.text for entry in read_roll(text, rules()).entries] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Brady, P; Coyle, M.J; Ní Bhriain, O", ["P Brady", "M.J Coyle", "O Ní Bhriain"]),
        (
            "Okoro, Chidi\nMarsh, Emily\nWu, Tai Ling\nRowe, P.J.",
            ["Chidi Okoro", "Emily Marsh", "Tai Ling Wu", "P.J. Rowe"],
        ),
        ("Lamb, Peter", ["Peter Lamb"]),
        ("Officers, Ex-Officios and Staff", ["Officers, Ex-Officios and Staff"]),
        ("Reed, Hale", ["Reed, Hale"]),
    ],
)
def test_surnames_that_stand_first(text: str, names: list[str]) -> None:
    told = righted(text)
    assert len(told) == len(text)
    assert [" ".join(one.split()) for line in told.split("\n") for one in line.split(";")] == names


def test_the_given_name_that_somebody_uses_beside_those_of_the_family() -> None:
    assert with_own_names("MAK Wai Man, Gordon") == "MAK Wai Man  Gordon"
    assert with_own_names("REED Ann, Bob") == "REED Ann, Bob", "two people"


def test_a_register_with_the_surname_first() -> None:
    register = table(
        ("Councillor", "Oct 18", "Dec 18", "Feb 19"),
        ("ASHDOWN, Mary (Chair)", "P", "A", "P"),
        ("BELL, Tom", "P", "P", "A"),
        ("CROWE, Ian", "x", "P", "P"),
        ("DUNN, Ava", "P", "x", "x"),
    )
    assert _came("Low Moor Parish Council\n\nMinutes of the meeting on 12 February 2019", register) == {
        "Mary ASHDOWN": "present",
        "Tom BELL": "apologies",
        "Ian CROWE": "present",
        "Ava DUNN": "absent",
    }


def _cell(*lines: str) -> Cell:
    return Cell(tuple(Line(line) for line in lines))


def test_cells_with_a_line_each_and_the_key_that_stands_above() -> None:
    grid = Table(((_cell("Canon Guy Pell (P)", "Tina Orr (A)"), _cell("Sam Vale (X)", "Rose Birch – Brownies (P)")),))
    assert _came(
        "Moor End Chapel Hall\n\nCommittee, 4th Feb 2019\n\nP = here A = sent apologies X = not here", grid
    ) == {
        "Guy Pell": "present",
        "Tina Orr": "apologies",
        "Sam Vale": "absent",
        "Rose Birch": "present",
    }


def test_columns_of_authorities_and_signs_before_names() -> None:
    grid = table(
        ("Upper", "Lower", "Holme"),
        ("Cllr C Finch (Ch)", "Cllr B Rowe", "† Cllr J Marsh"),
        ("Cllr M Todd", "* Cllr D Hoyle", "‡ Cllr N Stokes"),
    )
    key = "† apologies ‡ absent * for part of the meeting"
    assert _came("Upper, Lower and Holme Joint Committee\n\n9 June 2011", grid, key) == {
        "C Finch": "present",
        "M Todd": "present",
        "B Rowe": "present",
        "D Hoyle": "present",
        "J Marsh": "apologies",
        "N Stokes": "absent",
    }


def test_a_grid_of_places_is_no_list_of_people() -> None:
    grid = table(
        ("North", "South", "West"), ("Mill Lane", "Fore Street", "Hill End"), ("Long Acre", "Low Moor", "High Moor")
    )
    assert _came("Buses in Overby\n\n9 June 2011", grid) == {}


def test_a_key_of_several_words() -> None:
    legend = {"P": "present", "A": "apologies", "X": "absent"}
    assert legend_of("P = here A = sent apologies X = not here", rules()) == legend
    assert legend_of("Key: P President, W Welfare", rules()) == {}


def test_two_columns_of_people_beside_their_labels() -> None:
    listed = table(
        ("SEDERUNT", "A. Cowan", "J. Moffat"),
        ("", "Mrs. E. Dow", "Mrs. R. Inch"),
        ("IN ATTENDANCE", "Miss L. Weir, Director", "D. Shaw, Housing Manager"),
        ("APOLOGIES", "Mrs. P. Lamb", "S. Rae"),
    )
    came = _came("HARROW HOMES LIMITED\n\nMINUTE OF COMMITTEE MEETING 6 MAY 2010", listed)
    assert [name for name, status in came.items() if status == "present"] == [
        "A. Cowan",
        "J. Moffat",
        "E. Dow",
        "R. Inch",
    ]
    assert came["D. Shaw"] == "in_attendance"
    assert came["S. Rae"] == "apologies"


def test_notes_beside_names_say_who_was_away_and_who_came_instead() -> None:
    register = table(
        ("Sector", "Member", "Substitute / note"),
        ("Primary", "Gina Rudd", ""),
        ("", "Matt Selby", "apologies; Anita Lowe for him"),
        ("Special", "Harriet Moss", "apologies, no substitute"),
        ("Unions", "Tom Jeeves (Chair)", "left 3.15"),
    )
    assert _came("Harrow Schools' Forum – Minutes, 12th January 2015", register) == {
        "Gina Rudd": "present",
        "Anita Lowe": "present",
        "Matt Selby": "apologies",
        "Harriet Moss": "apologies",
        "Tom Jeeves": "present",
    }


def test_remarks_in_the_last_column_tell_who_was_away() -> None:
    register = table(
        ("Area", "Tenant rep", "Remarks"),
        ("North", "Sharon Gill", ""),
        ("East", "Peter Hobbs", "apologies"),
        ("South", "Nina Shaw (Chair)", "late, 6.20"),
        ("West", "Carl Moon", "absent; Jo Budd for him"),
    )
    came = _came("Southmere Housing Panel – 5 June 2017", register)
    assert [came["Peter Hobbs"], came["Carl Moon"], came["Jo Budd"]] == ["apologies", "absent", "present"]


def test_groups_led_by_the_body_and_a_dash() -> None:
    front = (
        "Mill Vale Youth Partnership\n\nMinutes of the meeting on 7 May 2017\n\n"
        "Courts – Judge Anne Pell (Chair), Sally Orme\nCouncil – Cllr Vic Dunn, Rose Rai, Head of Families\n"
        "Schools – nobody\nSupport – Tina Gray, Co-ordinator"
    )
    assert _came(front) == {
        "Anne Pell": "present",
        "Sally Orme": "present",
        "Vic Dunn": "present",
        "Rose Rai": "present",
        "Tina Gray": "in_attendance",
    }


def test_people_who_count_on_below_the_next_label_are_no_items() -> None:
    paper = (
        "MINUTES OF LAKE VIEW OLD STUDENTS HELD ON 4TH MAY 2019\n\nMEMBERS PRESENT\n1. Naomi Kamau - Chairlady\n"
        "2. Peter Odhiambo - Secretary\n\nMEMBERS ABSENT WITH APOLOGY\n3. Janet Auma - Treasurer\n4. Rose Achieng\n\n"
        "MEMBERS ABSENT WITHOUT APOLOGY\n5. Brenda Moraa"
    )
    came = _came(paper)
    assert [came.get(name) for name in ("Rose Achieng", "Brenda Moraa")] == ["apologies", "absent"]
    titles = [section.title for section in outlined(paper, TAIL).sections if section.kind == "item"]
    assert titles[:1] == ["Minutes"]


def test_posts_ahead_of_their_holders_in_one_cell() -> None:
    first = _cell(
        "Chairman: Mr. Idris Bevan",
        "Vice Chairman: Mr. Owen Pugh",
        "Secretary: Mrs. Mair Bevan",
        "W.I.: Mrs. M. Probert",
    )
    listed = Table(((_cell("Present"), first), (_cell("Apologies"), _cell("Mr. Emlyn Rees"))))
    assert [*_came("Hall Committee\n\n16 June 2010", listed)] == [
        "Idris Bevan",
        "Owen Pugh",
        "Mair Bevan",
        "M. Probert",
        "Emlyn Rees",
    ]


def test_labels_that_a_column_lost_and_titles_of_several_lists() -> None:
    label = read_label("Staff JP Mundell Chief Executive Officer", rules(), bare=True)
    assert label is not None and label[0].status == "in_attendance"
    assert read_label("Members thanked the volunteers for the day", rules(), bare=True) is None
    assert read_label("Record of attendance / Apologies / Leave of absence", rules(), bare=True) is None


def test_who_was_there_with_somebody_in_the_chair() -> None:
    said = (
        "The committee met at the Bell on 8th May 2008 at 8, with Sir Alan Fell in the chair "
        "and Bob Tanner, J. Hibbs and Nat Hall there too."
    )
    assert _came(f"Furzey Common Association\n\nNotes of the Committee\n\n{said}") == dict.fromkeys(
        ("Alan Fell", "Bob Tanner", "J. Hibbs", "Nat Hall"), "present"
    )


def test_a_row_of_initialled_names_and_what_members_are_called_before_their_names() -> None:
    names = [entry.name.text for entry in read_roll("A Manly E L Fuller B Wish", rules()).entries]
    assert names == ["A Manly", "E L Fuller", "B Wish"]
    elders = read_roll("elders Sadie Mather, J. D. Skill and Mrs. Una Bell", rules(), sentence=True).entries
    assert [entry.name.text for entry in elders] == ["Sadie Mather", "J. D. Skill", "Una Bell"]


def test_titled_people_without_a_label_and_those_beside_them() -> None:
    front = (
        "THE HARROW SOCIETY\n\nMinutes of the meeting of Council, 9 October 2024\n\n"
        "Prof. J. St J. Akers (in the Chair); Dr B. Lind (Hon. Treasurer); Mr A. Das; Prof.\n"
        "Q. Moor (by video); with the Executive Officer, Mrs C. Brown, and the Librarian, Mr E. Fopp."
    )
    assert _came(front) == {
        "J. St J. Akers": "present",
        "B. Lind": "present",
        "A. Das": "present",
        "Q. Moor": "present",
        "C. Brown": "in_attendance",
        "E. Fopp": "in_attendance",
    }


def test_the_clerk_of_a_register_with_ticks_under_its_labels() -> None:
    register = table(
        ("Name", "Type", "Present", "Apologies", "Absent"),
        ("Mr Colin Yard", "Parent (Chair)", "✓", "", ""),
        ("Dr Rav Boyle", "Foundation", "", "✓", ""),
        ("Mrs Lin Frost", "Clerk", "✓", "", ""),
    )
    came = _came("Full Governing Body\n\nDate: 20/11/2013", register)
    assert came == {"Colin Yard": "present", "Rav Boyle": "apologies", "Lin Frost": "in_attendance"}


def test_paid_posts_beside_members_who_have_none() -> None:
    front = "Willow Irrigation District\n\nPresent: Bob Chow, Orville Dahl, Margie Nash, Engineer Kim Asare"
    assert _came(front) == {
        "Bob Chow": "present",
        "Orville Dahl": "present",
        "Margie Nash": "present",
        "Kim Asare": "in_attendance",
    }
