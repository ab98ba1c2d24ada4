"""One meeting printed in the ways in which bodies set their items' numbers and titles. All of it is invented."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.layout.numbers import TOLD, in_turn, mark_of
from tests.test_forms_titles import items, present
from tests.typed import record_of

HEAD = """Sedgecombe Commoners' Association

Minutes of the meeting held on Monday 3 June 2024 at 7.30 pm in the Grange, Sedgecombe

Present: Ida Marl (Chair), Tom Quince, Bea Lathe
"""
BUSINESS = [
    ("Apologies for absence", "Apologies were received from Ned Sark, who is abroad until the autumn."),
    ("Minutes of the last meeting", "These were agreed as a true record and signed by the Chair."),
    (
        "Cattle grid",
        "Tom Quince said that two were loose:\n\n1. The middle bar\n2. The kerb stone\n\nBea to ring the depot.",
    ),
    ("Pony round-up", "The second week of October suits most.\n\n• Riders are short\n• Pens want paint"),
    ("Grazing fees", "The fees stay as they are for another year."),
    ("Correspondence", "None."),
    ("Any other business", "The notice board has lost its glass."),
    ("Date of next meeting", "Monday 2 September 2024 at the same place."),
]
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")


def printed(lead: Callable[[int], str], title: Callable[[str], str] = str) -> str:
    told = [f"{lead(at)}{title(words)}\n\n{said}" for at, (words, said) in enumerate(BUSINESS, 1)]
    return "\n\n".join([HEAD, *told, "The meeting closed at 9 pm."]) + "\n"


@pytest.mark.parametrize(
    ("lead", "number"),
    [
        (lambda at: f"#{at} ", str),
        (lambda at: f"No. {at} ", str),
        (lambda at: f"No. {at} – ", str),
        (lambda at: f"Point {at}: ", str),
        (lambda at: f"{at}\n\n", str),
        (lambda at: f"{chr(96 + at)}. ", lambda at: chr(96 + at)),
        (lambda at: f"{chr(96 + at)}) ", lambda at: chr(96 + at)),
        (lambda at: f"{chr(66 + at)}. ", lambda at: chr(66 + at)),
        (lambda at: f"{ROMAN[at - 1]}) ", lambda at: ROMAN[at - 1]),
        (lambda at: f"{at}) " if at in (6, 7) else f"{at}. ", str),
        (lambda at: f"7:{at * 6:02d} pm ", lambda at: ""),
        (lambda at: f"19.{at * 6:02d}: ", lambda at: ""),
        (lambda at: f"({5 + at % 3 * 5:02d} min) ", lambda at: ""),
        (lambda at: "• ", lambda at: ""),
        (lambda at: "", lambda at: ""),
    ],
    ids=lambda form: form(1),
)
def test_items_are_found_whatever_leads_their_titles(
    tmp_path: Path, lead: Callable[[int], str], number: Callable[[int], str]
) -> None:
    record = record_of(tmp_path, printed(lead))
    assert items(record) == [(number(at), words) for at, (words, _) in enumerate(BUSINESS, 1)]


@pytest.mark.parametrize("title", [str.upper, "{}:".format])
def test_titles_in_capitals_or_with_a_colon_are_items(tmp_path: Path, title: Callable[[str], str]) -> None:
    record = record_of(tmp_path, printed(lambda at: "", title))
    assert items(record) == [("", title(words).rstrip(":")) for words, _ in BUSINESS]


def test_lettered_parts_of_items_stay_parts(tmp_path: Path) -> None:
    text = HEAD + "\n\n1. Reports\n\na) Treasurer's report\nb) Correspondence\nc) Hedges\nd) Any other business\n"
    record = record_of(tmp_path, text + "\n2. Gate\n\nIt sticks.\n\n3. Next meeting\n\nMonday 2 September 2024.\n")
    assert [number for number, _ in items(record)] == ["1", "2", "3"]


def test_page_numbers_alone_on_their_lines_count_no_items(tmp_path: Path) -> None:
    said = "The wall by the ford has come down again and sheep were seen on the road at dusk."
    text = "\n\n".join(f"{said}\n\n{page}\n\nand nobody knows whose they are, said the warden." for page in range(1, 7))
    record = record_of(tmp_path, f"{HEAD}\n\n{text}\n")
    assert items(record) == []


def test_comings_and_goings_with_the_time_are_no_items(tmp_path: Path) -> None:
    told = [f"7.{at} pm {name} joined the meeting." for at, name in ((10, "Ann"), (20, "Bob"), (30, "Cy"), (40, "Di"))]
    record = record_of(tmp_path, HEAD + "\n\n" + "\n\n".join(told) + "\n")
    assert items(record) == []


def test_a_letter_that_is_a_roman_number_too_counts_on() -> None:
    def styles(*lines: str) -> list[tuple[str, tuple[int, ...]]]:
        return [(mark.style, mark.groups) for mark in in_turn([mark_of(line) for line in lines]) if mark is not None]

    assert styles("G. Gate", "H. Hall", "I. Ivy", "J. Jetty")[2] == ("A)", (9,))
    assert styles("i) Gate", "ii) Hall", "iii) Ivy")[0] == ("i)", (1,))
    assert styles("IV. Gate", "V. Hall")[1] == ("I.", (5,))


def test_a_house_number_is_no_number_of_a_minute(tmp_path: Path) -> None:
    text = HEAD + "\n\n1. Roads\n\nNo. 4 Mill Lane has a new fence.\n\n2. Hall\n\nThe roof was mended.\n"
    record = record_of(tmp_path, text)
    mark = mark_of("No. 4 Mill Lane has a new fence.")
    assert mark is not None
    assert mark.style == TOLD
    assert [minute.text for minute in record.items[0].minutes] == ["No. 4 Mill Lane has a new fence."]


SAID = [
    ("Apologies for absence", "These were sent by Ned Sark, who is abroad."),
    ("Minutes of the last meeting", "They were agreed and signed."),
    ("Cattle grid", "Two bars came loose last week."),
    ("Grazing fees", "These stay as they are."),
    ("Ponies", "• Riders are short\n• Pens want paint"),
    ("Correspondence", "None."),
    ("Date of next meeting", "Monday 2 September 2024 at the same place."),
]


def in_line(lead: Callable[[int], str], sign: str, title: Callable[[str], str] = str) -> str:
    told = [f"{lead(at)}{title(words)}{sign}{said}" for at, (words, said) in enumerate(SAID, 1)]
    return "\n\n".join([HEAD, *told, "The meeting closed at 9 pm."]) + "\n"


@pytest.mark.parametrize("sign", [": ", ". ", " – "])
def test_titles_end_at_the_sign_that_ends_most_of_them(tmp_path: Path, sign: str) -> None:
    said = [(words, told) for words, told in SAID if words != "Ponies"]
    text = (
        in_line(lambda at: f"{at}. ", sign).replace(f"5. Ponies{sign}{SAID[4][1]}\n\n6.", "5.").replace("\n7.", "\n6.")
    )
    assert items(record_of(tmp_path, text)) == [(str(at), words) for at, (words, _) in enumerate(said, 1)]


@pytest.mark.parametrize("sign", [" ", ": "])
def test_titles_in_capitals_end_where_the_capitals_do(tmp_path: Path, sign: str) -> None:
    record = record_of(tmp_path, in_line(lambda at: "", sign, str.upper))
    assert items(record) == [("", words.upper()) for words, _ in SAID]


def test_labels_with_a_dash_are_items_without_numbers(tmp_path: Path) -> None:
    text = in_line(lambda at: "", " – ").replace(f"Ponies – {SAID[4][1]}\n\n", "")
    assert items(record_of(tmp_path, text)) == [("", words) for words, _ in SAID if words != "Ponies"]


def test_a_title_that_every_meeting_has_ends_where_its_sentence_begins(tmp_path: Path) -> None:
    text = (
        HEAD
        + "\n\n1. Correspondence Two letters about the ford came in.\n\n2. Treasurer's report Funds stand at £41.\n"
    )
    record = record_of(tmp_path, text + "\n3. Next meeting Monday 2 September 2024.\n")
    assert items(record) == [("1", "Correspondence"), ("2", "Treasurer's report"), ("3", "Next meeting")]


def test_a_subject_behind_a_dash_stays_in_its_title(tmp_path: Path) -> None:
    text = HEAD + "".join(
        f"\n{at}. {w} – They were read by all.\n" for at, w in enumerate(("Roads", "Hall", "Ford"), 1)
    )
    record = record_of(tmp_path, text + "\n4. Fair – 12 July\n\nTents are booked.\n")
    assert items(record) == [("1", "Roads"), ("2", "Hall"), ("3", "Ford"), ("4", "Fair – 12 July")]


DUMP = (
    "Minutes of the meeting of the Sedgecombe Commoners' Association held on Monday 3 June 2024 in the Grange "
    "Present: Ida Marl (Chair), Tom Quince, Bea Lathe Apologies: Ned Sark "
    "{0} Minutes of the last meeting: These were agreed, proposed by Tom Quince and seconded by Bea Lathe. "
    "{1} Cattle grid: The middle bar is loose and the kerb stone has gone, which several riders have noticed; "
    "the depot has been told twice and says that a gang will come in the week after next if the weather holds. "
    "{2} Grazing fees: These stay as they are for another year, as nobody wished to raise them before the spring sale. "
    "{3} Any other business: The notice board has lost its glass. "
    "{4} Next meeting: Monday 2 September 2024."
)


@pytest.mark.parametrize(("lead", "number"), [("Item {}/24:", "{}/24"), ("Item {}:", "{}"), ("{}.", "{}")])
def test_a_paper_in_one_line_is_cut_at_its_numbers(tmp_path: Path, lead: str, number: str) -> None:
    record = record_of(tmp_path, DUMP.format(*(lead.format(at) for at in range(1, 6))))
    titles = ["Minutes of the last meeting", "Cattle grid", "Grazing fees", "Any other business", "Next meeting"]
    assert items(record) == [(number.format(at), words) for at, words in enumerate(titles, 1)]


def test_numbered_sentences_are_items_where_nothing_else_is(tmp_path: Path) -> None:
    said = [
        "The gate was mended in May",
        "It was noted that fees are late",
        "Ida said that the ford is dry",
        "Bea has left",
    ]
    record = record_of(tmp_path, HEAD + "".join(f"\n{at}. {words}.\n" for at, words in enumerate(said, 1)))
    assert [number for number, _ in items(record)] == ["1", "2", "3", "4"]


def test_the_next_meetings_title_alone_is_an_item_and_its_label_behind_the_last_is_none(tmp_path: Path) -> None:
    text = HEAD + "\n\n1. Roads\n\nThey are dry.\n\n2. Hall\n\nThe roof was mended in May.\n\n"
    titled = record_of(tmp_path, text + "Date of next meeting\n\nThis will be on 2 September 2024.\n")
    assert [title for _, title in items(titled)] == ["Roads", "Hall", "Date of next meeting"]
    labelled = record_of(tmp_path, text + "Date of next meeting: 2 September 2024\n")
    assert [title for _, title in items(labelled)] == ["Roads", "Hall"]


def test_words_in_capitals_before_small_ones_are_no_title_of_their_own(tmp_path: Path) -> None:
    text = HEAD + "\n\nChair's welcome\n\n• Ida greeted the new riders.\n\nFees update\n\n• Fees stay as they are.\n\n"
    record = record_of(tmp_path, text + "CEO, AGM and hall update\n\n• The hall was painted in May.\n")
    assert [title for _, title in items(record)] == ["Chair's welcome", "Fees update", "CEO, AGM and hall update"]


def test_labels_in_one_line_are_items(tmp_path: Path) -> None:
    text = (
        "MARCH 4, 2024 The meeting was called to order with the pledge to the flag. There were five citizens and all "
        "board members present. A motion to accept the minutes was made by R Quince and supported by A Lathe. Motion "
        "carried. Correspondence: There was none. Cemetery: The fence by the north gate has been mended and painted. "
        "Public comment: Nobody spoke. Treasurer's report: Bills of $412.10 were read out and a motion to pay them was "
        "made by A Lathe and supported by R Quince. Motion carried. Roads: Two culverts on the ridge leak."
    )
    titles = ["Correspondence", "Cemetery", "Public comment", "Treasurer's report", "Roads"]
    assert [title for _, title in items(record_of(tmp_path, text))] == titles


def test_people_are_read_below_a_sites_summary_and_the_papers_title(tmp_path: Path) -> None:
    summary = (
        "A brief summary of what was done at the meeting in June follows. At this meeting the commoners:\n\n"
        + "".join(
            f"- heard from a resident of the {place} and talked about the state of the road there,\n"
            for place in ("ford", "mill", "grange")
        )
    )
    text = summary + "\nMinutes of the Commoners' Meeting\n\nHeld on Monday 3 June 2024 at 7.30pm in the Grange\n\n"
    text += "| Chair: | Ida Marl |\n|---|---|\n| Members: | Tom Quince, Bea Lathe |\n\n24/1 Fees\n\nThey stay.\n"
    record = record_of(tmp_path, text + "\n24/2 Ford\n\nIt is dry.\n", "minutes.md")
    assert present(record) == ["Ida Marl", "Tom Quince", "Bea Lathe"]


@pytest.mark.parametrize(
    ("head", "row", "number"),
    [
        ("<tr><th>No</th><th>Item</th><th>Minute</th></tr>", "<td>{at}</td><td>{title}</td><td>{said}</td>", "{}"),
        ("<tr><th>Agenda item</th><th>Discussion</th></tr>", "<td>{title}</td><td>{said}</td>", ""),
        ("", "<td>{at}.</td><td><b>{title}</b><p>{said}</p></td>", "{}"),
    ],
    ids=["heads", "titles", "none"],
)
def test_rows_that_tell_in_short_sentences_are_items(tmp_path: Path, head: str, row: str, number: str) -> None:
    told = [(title, said) for title, said in SAID if title != "Ponies"]
    rows = [f"<tr>{row.format(at=at, title=title, said=said)}</tr>" for at, (title, said) in enumerate(told, 1)]
    front = "".join(f"<p>{line}</p>" for line in HEAD.splitlines() if line)
    record = record_of(
        tmp_path, f"<html><body>{front}<table>{head}{''.join(rows)}</table></body></html>", "minutes.html"
    )
    assert items(record) == [(number.format(at), title) for at, (title, _) in enumerate(told, 1)]


def test_a_counted_price_list_is_no_list_of_items(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{at}</td><td>{what}</td><td>£{at}0</td></tr>" for at, what in enumerate("abcde", 1))
    record = record_of(
        tmp_path, f"<p>{HEAD}</p><table>{rows}</table><h2>1. Roads</h2><p>They are dry.</p>", "minutes.html"
    )
    assert ("1", "a") not in items(record)
