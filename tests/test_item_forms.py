"""How clerks number and title items: codes, two numbers, blocks, bullets, notes without blank lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import record_of

FRONT = "Minutes of Sagehill Boat Club held on 4 March 2025\n\nPresent: Dale Ruckert (Chair), Lou Amaya\n\n"


def items(folder: Path, text: str, *, name: str = "notes.txt") -> list[tuple[str, str]]:
    return [(item.number or "", item.title) for item in record_of(folder, text, name).items]


@pytest.mark.parametrize("letters", ["BC", "M"])
def test_numbers_with_letters_before_them_count_items(tmp_path: Path, letters: str) -> None:
    text = "\n\n".join(
        f"{letters}{number} {title}\n\n{said}"
        for number, title, said in [
            (31, "Landing stage", "The members looked at the landing stage."),
            (32, "Spring league", "It was agreed to enter two crews."),
            (33, "Keys", "All keys were counted."),
        ]
    )
    assert items(tmp_path, FRONT + text) == [
        (f"{letters}31", "Landing stage"),
        (f"{letters}32", "Spring league"),
        (f"{letters}33", "Keys"),
    ]


def test_roads_count_no_items(tmp_path: Path) -> None:
    roads = "A40 Works begin in May.\n\nB12 Nothing was heard.\n\nA52 The lamp is out."
    text = f"1. Roads\n\n{roads}\n\n2. Keys\n\nAll were counted."
    assert items(tmp_path, FRONT + text) == [("1", "Roads"), ("2", "Keys")]


def test_a_second_number_is_none_of_the_title(tmp_path: Path) -> None:
    text = "\n".join(
        f"K{number}/24   {at}.   {title}\nThis was talked over for a while."
        for at, (number, title) in enumerate([(118, "LANDING STAGE"), (119, "SPRING LEAGUE"), (120, "KEYS")], 1)
    )
    assert items(tmp_path, FRONT + text) == [
        ("K118/24", "LANDING STAGE"),
        ("K119/24", "SPRING LEAGUE"),
        ("K120/24", "KEYS"),
    ]


def test_a_note_without_blank_lines_has_a_paragraph_a_line(tmp_path: Path) -> None:
    text = (
        "Sagehill Boat Club\nMeeting held on 4 March 2025\nPresent: Dale, Lou\nApologies: Pat\n"
        "Previous Minutes\nAgreed as correct.\nLanding stage\nTwo planks are loose. Lou to nail them down.\n"
        "Secretary's Report\nTwo letters were read.\nNext Meeting\n8 April 2025 at 7pm\n"
    )
    titles = ["Previous Minutes", "Landing stage", "Secretary's Report", "Next Meeting"]
    assert items(tmp_path, text) == [("", title) for title in titles]


def test_the_first_line_of_nearly_every_block_is_a_title(tmp_path: Path) -> None:
    blocks = (
        "Planks\nTwo of them are loose. Lou will nail them down before the race, and buy the nails.",
        "Oars\nNew ones have come.\nThey are in the rack.",
        "Who locks up?\nDale offered to do it until the summer.",
        "Keys\n14 were counted, and none has been lost so far.",
        "Next row\nSaturday 9 May, 10am",
    )
    expected = ["Planks", "Oars", "Who locks up?", "Keys", "Next row"]
    assert items(tmp_path, FRONT + "\n\n".join(blocks)) == [("", title) for title in expected]


def test_bullets_above_what_was_said_are_titles(tmp_path: Path) -> None:
    text = FRONT + "\n".join(
        f"■ {title}\n\n{said}\n"
        for title, said in [
            ("Welcome", "Dale thanked all who came to the boathouse."),
            ("Landing stage", "Nothing to report."),
            ("Keys", "All were counted, and three are still with members who have left the club."),
            ("A.O.B", "None."),
        ]
    )
    assert [title for _, title in items(tmp_path, text)] == ["Welcome", "Landing stage", "Keys", "A.O.B"]


def test_bullets_that_open_in_bold_are_titles(tmp_path: Path) -> None:
    text = (
        "Minutes of Sagehill Boat Club, March 4, 2025\n\nPresent: Dale Ruckert, Lou Amaya\n\n"
        "- **Call to order** 6:35 pm\n- **Planks** Two are loose. Lou will nail them down.\n"
        "- **Oars**\n  - New ones have come.\n  - They are in the rack.\n- **New business** None.\n"
    )
    titles = ["Call to order", "Planks", "Oars", "New business"]
    assert items(tmp_path, text, name="notes.md") == [("", title) for title in titles]


def test_small_roman_numbers_count_items_where_nothing_else_does(tmp_path: Path) -> None:
    titles = ["Planks", "Oars", "Keys", "Green spaces", "Budget"]
    text = "\n\n".join(
        f"{number}) {title}\n\nThis was talked over for a while."
        for number, title in zip(("i", "ii", "iii", "iv", "v"), titles, strict=True)
    )
    assert items(tmp_path, FRONT + text) == list(zip(("i", "ii", "iii", "iv", "v"), titles, strict=True))


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Keys holdersAll had been asked to return theirs.", "Keys holders"),
        ("StagingDR and LA to look at prices.", "Staging"),
        ("WhatsApp group", "WhatsApp group"),
        ("Secretary’s report– Spring was busy. There is a new crew.", "Secretary’s report"),
        ("Minutes of the last meeting were agreed as a true record.", "Minutes of the last meeting"),
        ("Declarations of members’ interests none", "Declarations of members’ interests"),
        ("Minutes of the Last Meeting.", "Minutes of the Last Meeting."),
        ("Date of next meeting Monday July 13 at 7.30pm", "Date of next meeting"),
        ("A.O.B. None.", "A.O.B"),
    ],
)
def test_where_a_title_ends(tmp_path: Path, line: str, title: str) -> None:
    text = f"1. Planks\nTwo are loose.\n2. {line}\nThis was talked over.\n3. Keys\nAll were counted.\n"
    assert items(tmp_path, FRONT + text)[1][1].rstrip(".") == title.rstrip(".")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("NEXT MEETING 6/7/2025", "NEXT MEETING"),
        ("MINUTES OF LAST MEETING Accepted.", "MINUTES OF LAST MEETING"),
        ("TREASURER'S UPDATE - £2,840 in the account", "TREASURER'S UPDATE"),
        ("AOB - none", "AOB"),
    ],
)
def test_capitals_before_a_word_a_day_or_a_sum(tmp_path: Path, line: str, title: str) -> None:
    text = f"PLANKS Two of them are loose.\n\nOARS The new ones have come.\n\n{line}\n\nKEYS All were counted.\n"
    assert title in [title for _, title in items(tmp_path, FRONT + text)]


@pytest.mark.parametrize("count", ["**Members of the public:** 9", "**Public present:** none"])
def test_how_many_came_is_no_item(count: str, tmp_path: Path) -> None:
    text = (
        "**QUARRY PARISH COUNCIL**\n\n**Minutes of the meeting held on Tuesday 24 July 2012**\n\n"
        f"**Present:** Cllr P Norbury, Cllr C Hume, Cllr D Dale, Clerk.\n\n{count}\n\n"
        "**Minutes of last meeting**\n\nThey were agreed and signed.\n\n**Bus shelter**\n\nThe roof leaks.\n\n"
        "**Correspondence**\n\nA letter about the hedge was read.\n"
    )
    found = items(tmp_path, text, name="minutes.md")
    assert [title for _, title in found] == ["Minutes of last meeting", "Bus shelter", "Correspondence"]
