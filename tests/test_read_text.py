"""Plain text: printed lines with their numbers, pages, columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.paper import Line, Source, Table
from pipeline.read import read

SEED = Path(__file__).parents[2] / "shared" / "papers" / "seeds" / "003_b603dc1404b24281.txt"


def source_of(folder: Path, text: str) -> Source:
    path = folder / "paper.txt"
    path.write_text(text, newline="")
    return read(path)


def lines(source: Source) -> list[Line]:
    return [part for part in source.flow if isinstance(part, Line)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_keep_their_numbers_and_gaps(tmp_path: Path, end: str) -> None:
    source = source_of(tmp_path, end.join(["AGENDA", "", "1.  Apologies", "to be received", "", "", "2. Minutes"]))
    assert [(line.text, line.number, line.gap) for line in lines(source)] == [
        ("AGENDA", 1, True),
        ("1. Apologies", 3, True),
        ("to be received", 4, False),
        ("2. Minutes", 7, True),
    ]
    assert source.pages == ()


def test_form_feeds_are_pages_and_page_numbers_furniture(tmp_path: Path) -> None:
    pages = [f"AMBLEFORTH PARISH COUNCIL\n\n{text}\nmore of the words\nof this page\n\nPage {n}\n" for n, text in
             ((4, "1. Apologies"), (5, "2. Minutes"), (6, "3. Finance"))]  # fmt: skip
    source = source_of(tmp_path, "\f".join(pages))
    assert [page.label for page in source.pages] == ["4", "5", "6"]
    numbers = [(line.text, line.page) for line in lines(source) if line.role == "furniture" and "Page" in line.text]
    assert numbers == [("Page 4", 1), ("Page 5", 2), ("Page 6", 3)]
    minutes = next(line for line in lines(source) if line.text == "2. Minutes")
    assert (minutes.page, minutes.role) == (2, "body")
    assert [line.page for line in lines(source) if line.page_break] == [2, 3]


def page_of(first: str, count: int) -> str:
    return f" {first}\n" + "".join(f"Words of the body, number {n}, go here.\n" for n in range(count))


def test_a_single_blank_starts_a_page_where_the_whole_file_shows_it(tmp_path: Path) -> None:
    text = page_of("AGENDA", 20) + page_of("MINUTES", 30) + page_of("REPORT", 25)
    assert [line.text for line in lines(source_of(tmp_path, text)) if line.page_break] == ["MINUTES", "REPORT"]


def test_a_list_whose_bullets_were_lost_starts_no_pages(tmp_path: Path) -> None:
    text = (
        page_of("AGENDA", 40)
        + "Agreed:\n To mend\nthe gate\n To cut\nthe hedge\n To paint\nthe hall\n"
        + page_of("END", 30)
    )
    assert not any(line.page_break and line.text.startswith("To ") for line in lines(source_of(tmp_path, text)))


def test_indented_files_show_no_pages_by_blanks(tmp_path: Path) -> None:
    text = "".join(f"{' ' * (n % 5)}Line {n} of a poem about drains\n" for n in range(80))
    assert not any(line.page_break for line in lines(source_of(tmp_path, text)))


def test_a_blank_line_after_every_printed_line_does_not_cut_sentences(tmp_path: Path) -> None:
    sentence = [
        "The Clerk reported that the works at the village hall had taken longer than was",
        "expected, and that the contractor had asked for a further payment towards costs",
        "of the scaffolding, which stood in the car park from the first week of April to",
        "Whitsun and had been needed for all of the time that the roof was being mended",
    ]
    source = source_of(tmp_path, "\n\n".join([*sentence, "at Harrowdale.", "", "2. Finance"]))
    assert [line.gap for line in lines(source)] == [True, False, False, False, False, True]


def test_a_line_set_in_starts_a_paragraph(tmp_path: Path) -> None:
    source = source_of(
        tmp_path, "The hall was let.\n    The gate was mended by\nB Garth.\n    who asked\nnothing.\nEnd\n"
    )
    assert [(line.text, line.gap) for line in lines(source)][:3] == [
        ("The hall was let.", True),
        ("The gate was mended by", True),
        ("B Garth.", False),
    ]


def test_columns_that_three_lines_share_are_a_table(tmp_path: Path) -> None:
    text = (
        "Accounts\n\n"
        "Item                Paid to       Amount\n"
        "Hall hire           Ambleforth    £40.00\n"
        "Grass cutting       B Garth      £125.50\n"
        "Stamps              Post Office    £6.00\n\nEnd\n"
    )
    source = source_of(tmp_path, text)
    (table,) = [part for part in source.flow if isinstance(part, Table)]
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Item", "Paid to", "Amount"],
        ["Hall hire", "Ambleforth", "£40.00"],
        ["Grass cutting", "B Garth", "£125.50"],
        ["Stamps", "Post Office", "£6.00"],
    ]
    assert [row[0].lines[0].number for row in table.rows] == [3, 4, 5, 6]


def test_header_lines_over_the_columns_and_labels_close_to_their_values(tmp_path: Path) -> None:
    text = (
        "Report to:          Harrowdale Forum\n"
        "Date:               20 March 2025\n"
        "Author:             B Garth\n"
        "Purpose of report:  To tell the Forum how the works\n"
        "                    have gone\n"
        "\n"
        "The programme is set out below.\n"
        "\n"
        "Scheme                Grant    Council     Total\n"
        "                      £000       £000      £000\n"
        "Hall roof               850       310     1,160\n"
        "Windows                 120        40       160\n"
        "Total                   970       350     1,320\n"
    )
    front, sentence, figures = source_of(tmp_path, text).flow
    assert isinstance(front, Table) and isinstance(sentence, Line) and isinstance(figures, Table)
    assert [[cell.text for cell in row] for row in front.rows][2:] == [
        ["Author:", "B Garth"],
        ["Purpose of report:", "To tell the Forum how the works have gone"],
    ]
    assert [[cell.text for cell in row] for row in figures.rows] == [
        ["Scheme", "Grant", "Council", "Total"],
        ["", "£000", "£000", "£000"],
        ["Hall roof", "850", "310", "1,160"],
        ["Windows", "120", "40", "160"],
        ["Total", "970", "350", "1,320"],
    ]
    assert (front.header, figures.header) == (0, 2)


@pytest.mark.parametrize(
    "text",
    [
        "1.     Apologies\n2.     Minutes\n3.     Finance\n",
        "Present:     A Thwaite\n             B Garth\n             C Holm\n",
        "This is a column of words of a news-sheet    and this is another one, which has nothing\n" * 5,
    ],
)
def test_what_is_no_table(tmp_path: Path, text: str) -> None:
    assert not any(isinstance(part, Table) for part in source_of(tmp_path, text).flow)


def test_an_owner_at_the_right_is_margin(tmp_path: Path) -> None:
    source = source_of(tmp_path, "3.1 The gate at Mill Lane is to be mended before May.          Clerk\n3.2 Noted.\n")
    assert [(line.text, line.role) for line in lines(source)] == [
        ("3.1 The gate at Mill Lane is to be mended before May.", "body"),
        ("Clerk", "margin"),
        ("3.2 Noted.", "body"),
    ]


def test_underlined_lines_are_bold_and_the_rule_is_gone(tmp_path: Path) -> None:
    source = source_of(tmp_path, "Finance\n=======\nThe accounts were approved.\n")
    assert [(line.text, line.bold) for line in lines(source)] == [
        ("Finance", True),
        ("The accounts were approved.", False),
    ]


@pytest.mark.skipif(not SEED.exists(), reason="the shared papers are not here")
def test_the_seed_pack_shows_its_papers_first_lines_as_page_tops() -> None:
    tops = {line.number for line in lines(read(SEED)) if line.page_break}
    # first lines of the minutes, the action sheet, the report's second page, the consultation (read from the file)
    assert {53, 414, 480, 689} <= tops
    assert not tops & {268, 271, 274}  # a list that lost its bullets


def test_bullets_alone_on_their_lines_stand_before_what_they_mark(tmp_path: Path) -> None:
    text = "3. Matters arising\n·\nThe lamp\nis out.\n·\nThe gate sticks.\n·\nThe pond is low.\n"
    texts = [line.text for line in lines(source_of(tmp_path, text))]
    assert texts == ["3. Matters arising", "• The lamp", "is out.", "• The gate sticks.", "• The pond is low."]


@pytest.mark.parametrize(
    "text",
    [
        "Paid\n-\nBox\n-\nCarr\n-\nDole\n",  # empty cells
        "Roads\n•\n\nThe lamp\n•\n\nThe gate\n•\n\nThe pond\n",  # marks that part sections
        "Roads\n•\nThe lamp is out.\n",  # one is a slip
        "•\n•\n•\nThe lamp is out.\n",  # an ornament
    ],
)
def test_signs_alone_that_mark_nothing(tmp_path: Path, text: str) -> None:
    assert not any(line.text.startswith("• ") for line in lines(source_of(tmp_path, text)))
