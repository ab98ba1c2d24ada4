"""One meeting printed in ways in which bodies part titles from what is said, and number them. All of it is invented."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.test_forms_titles import items, present
from tests.typed import record_of

HEAD = """Wendle Valley Commons Trust

Minutes of the meeting of trustees held on Thursday 6 June 2024 at 7.30 pm in the Old Dairy, Wendle

Present: Ida Marl (Chair), Tom Quince, Bea Lathe, Jon Pell

"""
BUSINESS = [
    ("Apologies for absence", "Apologies were received from Ned Sark, who is abroad until the autumn."),
    ("Minutes of the last meeting", "The minutes of 2 May were agreed as a true record and signed by the Chair."),
    (
        "Cattle grids and gates",
        "Tom Quince said that two bars were loose:\n\n1. The middle bar\n2. The kerb stone\n\nBea to ring the depot.",
    ),
    ("Bracken", "It was noted that spraying cost £450 last year and that the contractor has retired."),
    ("Finance", "The Treasurer's statement was received.\n\nResolved: to pay the hire of the digger, £85."),
    ("Correspondence", "A letter from the county about the ford was read and noted."),
    ("Date of next meeting", "Thursday 4 July 2024 at the same place."),
]
TITLES = [words for words, _ in BUSINESS]


def printed(lead: Callable[[int], str], title: str = "{}\n\n", *, squeezed: bool = False) -> str:
    told = [
        lead(at) + title.format(words) + (said.replace("\n\n", "\n") if squeezed else said)
        for at, (words, said) in enumerate(BUSINESS, 1)
    ]
    return HEAD + "\n\n".join(told) + "\n\nThe meeting closed at 9.10 pm.\n"


ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII")


@pytest.mark.parametrize(
    ("lead", "number"),
    [
        (lambda at: f"Item ({at}) ", str),
        (lambda at: f"Discussion item {at}: ", str),
        (lambda at: f"Min. {at} ", str),
        (lambda at: f"Nr. {at} ", str),
        (lambda at: f"№ {at} ", str),
        (lambda at: f"[{at}] ", str),
        (lambda at: f"{at}- ", str),
        (lambda at: f"{at}.- ", str),
        (lambda at: f"{at} . ", str),
        (lambda at: f"{at} ) ", str),
        (lambda at: f"{at} | ", str),
        (lambda at: f"{ROMAN[at]}) ", lambda at: ROMAN[at]),
        (lambda at: f"({ROMAN[at]}) ", lambda at: f"({ROMAN[at]})"),
    ],
    ids=lambda form: form(1),
)
def test_numbers_are_read_whatever_signs_stand_around_them(
    tmp_path: Path, lead: Callable[[int], str], number: Callable[[int], str]
) -> None:
    record = record_of(tmp_path, printed(lead))
    assert items(record) == [(number(at), words) for at, words in enumerate(TITLES, 1)]


@pytest.mark.parametrize("lead", [lambda at: "", lambda at: f"{at}. "], ids=["plain", "counted"])
def test_a_title_stands_right_above_its_text(tmp_path: Path, lead: Callable[[int], str]) -> None:
    record = record_of(tmp_path, printed(lead, "{}\n", squeezed=True))
    assert [title for _, title in items(record)] == TITLES


@pytest.mark.parametrize("title", ["**{}** ", "**{}.** ", "**{}:** ", "**{}** – "])
@pytest.mark.parametrize("number", ["", "{}. "])
def test_a_title_in_bold_runs_on_into_its_text(tmp_path: Path, title: str, number: str) -> None:
    text = printed(lambda at: number.format(at), title).replace("\n\n1. The middle bar\n2. The kerb stone\n\n", " ")
    assert [words for _, words in items(record_of(tmp_path, text, name="minutes.md"))] == TITLES


def test_a_number_in_bold_with_its_title_runs_on_too(tmp_path: Path) -> None:
    record = record_of(tmp_path, printed(lambda at: f"**{at}. ", "{}** "), name="minutes.md")
    assert items(record) == [(str(at), words) for at, words in enumerate(TITLES, 1)]


def test_names_in_bold_are_no_titles(tmp_path: Path) -> None:
    said = [f"**{name}** said that the ford is too deep for carts in winter." for name in ("Ida", "Tom", "Bea", "Jon")]
    record = record_of(tmp_path, HEAD + "## Ford\n\n" + "\n\n".join(said) + "\n", name="minutes.md")
    assert items(record) == [("", "Ford")]


@pytest.mark.parametrize("sign", [":- ", ":– ", " -- ", ". "])
def test_signs_that_part_a_title_from_its_text(tmp_path: Path, sign: str) -> None:
    text = printed(lambda at: "", "{}" + sign).replace("\n\n1. The middle bar\n2. The kerb stone\n\n", " ")
    assert [title for _, title in items(record_of(tmp_path, text))] == TITLES


@pytest.mark.parametrize("sign", [" - ", " – ", ": ", ":- "])
def test_bullets_open_with_their_titles(tmp_path: Path, sign: str) -> None:
    told = [f"- {words}{sign}{said.splitlines()[0]}" for words, said in BUSINESS]
    record = record_of(tmp_path, HEAD + "\n".join(told) + "\n")
    assert [title for _, title in items(record)] == TITLES


def test_bullets_of_people_with_a_dash_are_no_items(tmp_path: Path) -> None:
    people = "\n".join(
        f"- {name} – {post}"
        for name, post in (
            ("Ida Marl", "Chair"),
            ("Tom Quince", "Secretary"),
            ("Bea Lathe", "Warden"),
            ("Jo Pell", "Vet"),
        )
    )
    record = record_of(tmp_path, f"Hill Trust\n\nMinutes of the meeting of 6 June 2024\n\nPresent:\n{people}\n")
    assert items(record) == []
    assert present(record) == ["Ida Marl", "Tom Quince", "Bea Lathe", "Jo Pell"]


def test_blanks_part_a_numbered_title_from_its_text(tmp_path: Path) -> None:
    said = [f"{at}. {words}      {said.splitlines()[0]}" for at, (words, said) in enumerate(BUSINESS, 1)]
    record = record_of(tmp_path, HEAD + "\n\n".join(said) + "\n")
    assert items(record) == [(str(at), words) for at, words in enumerate(TITLES, 1)]


def test_who_speaks_behind_a_title_is_none_of_it(tmp_path: Path) -> None:
    text = (
        HEAD + "1. Apologies\n\nNone.\n\n2. Low gates Tom Quince said that two bars were loose.\n\n"
        "3. The parish clerk Ann Box reported that the fence had been mended.\n\n4. Next meeting\n\n4 July 2024.\n"
    )
    titles = [title for _, title in items(record_of(tmp_path, text))]
    assert "Low gates" in titles
    assert "The parish clerk" not in titles


def test_a_list_below_a_sentence_opens_no_items(tmp_path: Path) -> None:
    text = (
        HEAD + "1. Gates Tom said that these are loose:\n\n1. Low Gate\n2. High Gate\n3. Mill Gate\n\n"
        "2. Fords\n\nBea asked what became of these:\n\n1. The north ford\n2. The south ford\n\n"
        "3. Next meeting\n\n4 July 2024.\n"
    )
    assert [title for _, title in items(record_of(tmp_path, text))][1:] == ["Fords", "Next meeting"]


WIDE_LINES = """Marsh Street Residents' Association
Minutes of Committee meeting, 3rd Oct 2019, 8pm, in No. 14
In the chair: Owen Tarr
There: Una Pike, Sean Dale

Matters from last minutes
Lights: Sean had phoned the Council again and had been told that the poles come in May.

Treasurer’s report
£412 in the account after the insurance was paid.

Winter party
The hall is booked for 14th December and the band will play until ten.
"""


def test_titles_above_labels_and_sums(tmp_path: Path) -> None:
    titles = [title for _, title in items(record_of(tmp_path, WIDE_LINES))]
    assert titles == ["Matters from last minutes", "Treasurer’s report", "Winter party"]


def test_names_below_each_other_are_no_titles(tmp_path: Path) -> None:
    text = (
        "Hill Trust\n\nMinutes of the meeting of 6 June 2024\n\n"
        "Present:\nIda Marl\nTom Quince\n\nApologies:\nBea Lathe\n"
    )
    record = record_of(tmp_path, text + "\n1. Gates\n\nThe gates were mended in May.\n\n2. Fords\n\nThey are deep.\n")
    assert items(record) == [("1", "Gates"), ("2", "Fords")]
    assert present(record) == ["Ida Marl", "Tom Quince"]


def test_lines_that_are_paragraphs_stay_apart(tmp_path: Path) -> None:
    said = (
        "Nora has asked for dates for the beginners and it was agreed that a course should be run again next season, "
    )
    text = (
        "Present: Rolf Newby (chairman) Pia Shaw (secretary) Mick Wyatt and Dora Lind\n1Apologies: None\n"
        f"2Previous Minutes: Approved and signed by the chairman.\n3Matters Arising: The newsletter is in hand.\n"
        f"4Chairman’s Report: {said * 2}\n"
    )
    record = record_of(tmp_path, text)
    assert items(record)[:3] == [("1", "Apologies"), ("2", "Previous Minutes"), ("3", "Matters Arising")]
    assert present(record) == ["Rolf Newby", "Pia Shaw", "Mick Wyatt", "Dora Lind"]


def test_usual_titles_and_what_was_said_make_minutes(tmp_path: Path) -> None:
    text = (
        "1. Apologies\nTwo members had sent these to the chair.\n2. Minutes of the last meeting\nThey were agreed.\n"
        "3. Matters arising\nAll has been done.\n4. Any other business\nThe kettle was mended.\n"
    )
    record = record_of(tmp_path, text)
    assert record.kind == "minutes"
    assert len(record.items) == 4


def test_a_meeting_still_to_be_held_has_an_agenda(tmp_path: Path) -> None:
    text = (
        "AGM 2021 Agenda\n\nMill Road Allotment Society\n\n"
        "The Annual General Meeting will be held at 10:00 on Sunday May 2 2021.\n\n"
        "AGENDA\n\n1. To note apologies for absence\n2. Chairman’s report\n"
        "3. Election of committee\n\nOne name has been proposed and "
        "was seconded. The officers elected will serve a year.\n\n4. Date of next meeting\n"
    )
    assert record_of(tmp_path, text).kind == "agenda"


def test_words_below_a_name_say_how_it_came(tmp_path: Path) -> None:
    text = (
        "Bay Local Board\n\nMinutes of a meeting of the Bay Local Board held on Thursday, 19 May 2022\n\n"
        "present\n\nChairperson\n\n"
        "Julia Ferris\n\nMembers\n\nElla Kerr, JP\n\nUntil Item 25, 7.16pm\n\n"
        "Bob Shand\n\nABSENT\n\nMember\n\nHal Dodd\n\napology\n\n"
        "1          Welcome\n\nMember E Kerr opened the meeting.\n\n2          Apologies\n\nThere were no others.\n"
    )
    record = record_of(tmp_path, text)
    assert present(record) == ["Julia Ferris", "Ella Kerr", "Bob Shand"]
    assert present(record, "apologies") == ["Hal Dodd"]
    assert items(record) == [("1", "Welcome"), ("2", "Apologies")]


def test_a_line_that_ends_with_a_comma_is_still_one_person(tmp_path: Path) -> None:
    text = (
        "MINUTES OF THE MEETING OF THE DISTRICT OF KILBRACK HELD ON FRIDAY 13 JUNE 2014\n\n"
        "Present:\nCllrs J Brann, P Fitch\n\n"
        "In attendance:\nP Barry, Area Engineer,\nT O’Neill, Director of Services\n"
        "A Lauder, Area Engineer\n\nVOTES OF SYMPATHY\n\n"
        "Votes of sympathy were passed by the members in respect of those who had died in the floods.\n\n"
        "1. Roads\n\nThey were mended.\n\n"
        "2. Piers\n\nThe pier is safe.\n"
    )
    record = record_of(tmp_path, text)
    assert present(record, "in_attendance") == ["P Barry", "T O’Neill", "A Lauder"]
    assert items(record) == [("", "VOTES OF SYMPATHY"), ("1", "Roads"), ("2", "Piers")]


def test_names_below_the_calling_of_the_roll_came(tmp_path: Path) -> None:
    text = (
        "Minutes of Meeting of the Strath Council held in the Chamber on Thursday, 5 September 2019 at 10.00am.\n\n"
        "1. Calling of the Roll and Apologies for Absence\n\n"
        "Mr G Adair, Mr R Ball, Mrs J Baird, Mr R Brett (v/c), Miss E Knock\n\n"
        "2. Declarations of Interest\n\nThere were no declarations.\n\n3. Ferries\n\nThe timetable was noted.\n"
    )
    assert present(record_of(tmp_path, text)) == ["G Adair", "R Ball", "J Baird", "R Brett", "E Knock"]


def test_bars_that_a_lost_table_left_are_no_words(tmp_path: Path) -> None:
    text = (
        "Bay Local Board\nOPEN MINUTES\n|\n"
        "Minutes of a meeting of the Bay Local Board held on Wednesday, 7 December 2022.\n"
        "Present |\nJohn Gill |\n|\n|\nDanielle Grand, JP |\n|\nMembers |\nPaula Gill |\n|\nErica Hand |\n"
        "2 Ngā Tamōtanga | Apologies\nThere were none.\n3 Te Mihi | Acknowledgements\nThere were no others.\n"
    )
    record = record_of(tmp_path, text, name="minutes.md")
    assert present(record) == ["John Gill", "Danielle Grand", "Paula Gill", "Erica Hand"]


def test_apologies_without_a_sign_end_where_the_names_begin(tmp_path: Path) -> None:
    text = HEAD + "1  Apologies Ann Chapel, Prue Mead\n\n2  Gates\n\nThey were mended.\n\n3  Fords\n\nThey are deep.\n"
    record = record_of(tmp_path, text)
    assert items(record)[0] == ("1", "Apologies")
    assert present(record, "apologies") == ["Ann Chapel", "Prue Mead"]
