"""Where a pack's papers begin and what each is. The forum, its people and its business are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.paper import Paper, Source
from pipeline.split import AgendaRange, agenda_ranges, split
from tests.printed import lines, rules, source_of

AGENDA = """
HARROWDALE SCHOOLS FORUM
AGENDA
Thursday 14 March 2024 at 2 pm in the Mill
1. APOLOGIES
2. MINUTES (Pages 1 - 3)
3. CAPITAL (Pages 4 - 5)
4. THE PARTNERSHIP OF THE SCHOOLS
(Pages 6 to 9)
"""
MINUTES = """
\fMinutes of the meeting held on Thursday 11 January 2024
Present: Ann Box (Chair), Bo Carr
1. APOLOGIES
Cy Dell had sent hers.
\f2. CAPITAL
2.1 It was agreed that the report be noted.
"""
SHEET = """
\fACTION SHEET
Clerk to write to Highways
"""
CAPITAL = """
\fWorks in hand
The roof of the mill has been mended and the bill is with the Treasurer.
\fThe doors come next.
"""
PARTNERSHIP = """
\fHarrowdale Schools Partnership consultation
Should the schools work together?
Yes
No
\fShould they meet at the mill?
Yes
No
"""
LABELS = {1: "", 2: "1", 3: "2", 4: "3", 5: "4", 6: "5", 7: "6", 8: "7"}


def told(papers: list[Paper]) -> list[tuple[str, str, tuple[int, int] | None]]:
    return [(paper.kind, paper.title, paper.pages) for paper in papers]


def test_a_pack_is_split_by_titles_and_by_the_agenda_s_pages() -> None:
    source = source_of(AGENDA + MINUTES + SHEET + CAPITAL + PARTNERSHIP, labels=LABELS)
    assert told(split(source, rules())) == [
        ("agenda", "AGENDA", (1, 1)),
        ("minutes", "Minutes of the meeting held on Thursday 11 January 2024", (2, 3)),
        ("action-sheet", "ACTION SHEET", (4, 4)),
        # No title line says so: the agenda's page 4 is where the item CAPITAL has its paper.
        ("other", "CAPITAL", (5, 6)),
        ("consultation", "Harrowdale Schools Partnership consultation", (7, 8)),
    ]


def test_without_printed_page_numbers_an_item_s_title_opens_its_paper() -> None:
    named = CAPITAL.replace("Works in hand", "Agenda item 3: CAPITAL")
    papers = split(source_of(AGENDA + MINUTES + named, labels=dict.fromkeys(range(1, 6), "")), rules())
    assert [(paper.kind, paper.pages) for paper in papers] == [
        ("agenda", (1, 1)),
        ("minutes", (2, 3)),
        ("other", (4, 5)),
    ]


def test_form_feeds_are_pages_where_the_format_has_none() -> None:
    papers = split(source_of(AGENDA + MINUTES + SHEET), rules())
    assert [(paper.kind, paper.pages) for paper in papers] == [
        ("agenda", None),
        ("minutes", None),
        ("action-sheet", None),
    ]


def test_the_papers_hold_every_line_once_and_in_order() -> None:
    source = source_of(AGENDA + MINUTES + SHEET + CAPITAL + PARTNERSHIP, labels=LABELS)
    papers = split(source, rules())
    assert tuple(part for paper in papers for part in paper.flow) == source.flow


@pytest.mark.parametrize(
    "page",
    [
        "Report of the Clerk\nThe hedge had been cut, she said.",
        "Purpose of the report was to tell the members of the hedge.",
        "the minutes of the mill were read.",
        "3. MINUTES\nThey were agreed.",
        "The minutes of the last meeting were approved.",
        "ACTION SHEET of the last meeting\nIt was read out and agreed.",
        "Page 2 – Minutes – January 11, 2024\nPresent at the vote: all.",
        "Minutes of 11 January 2024 (continued)\nPresent at the vote: all.",
    ],
)
def test_words_on_a_later_page_of_minutes_begin_no_paper(page: str) -> None:
    source = source_of(MINUTES.replace("\f2.", f"\f{page}\n2."), labels={1: "1", 2: "2"})
    [paper] = split(source, rules())
    assert paper.kind == "minutes"


def test_a_file_without_pages_is_one_paper() -> None:
    [paper] = split(source_of(MINUTES.replace("\f", "")), rules())
    assert (paper.kind, paper.title) == ("minutes", "Minutes of the meeting held on Thursday 11 January 2024")


def test_a_file_without_text_is_one_paper_too() -> None:
    source = source_of("")
    [paper] = split(source, rules())
    assert (paper.kind, paper.title, paper.flow, paper.pages) == ("other", "", (), None)


# -- agenda's ranges ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6. CAPITAL (Pages 11 - 14)", [AgendaRange("CAPITAL", 11, 14)]),
        ("6 CAPITAL (pp. 11 to 14) Ann Box", [AgendaRange("CAPITAL", 11, 14)]),
        ("Item 6: CAPITAL\n(Page 11–14)", [AgendaRange("CAPITAL", 11, 14)]),
        ("CAPITAL (11 - 14)", []),
        ("CAPITAL (Pages 14 - 11)", []),
        (
            "1. MINUTES (Pages 1 - 2)\n2. CAPITAL (Pages 3 - 3)",
            [AgendaRange("MINUTES", 1, 2), AgendaRange("CAPITAL", 3, 3)],
        ),
        # Ranges that fall are what prose refers to, no agenda's.
        ("see the plan (pages 30 - 40)\nand the map (pages 3 - 4)", []),
    ],
)
def test_agenda_ranges(text: str, expected: list[AgendaRange]) -> None:
    assert agenda_ranges(lines(text)) == expected


# -- what a paper is ---------------------------------------------------------------------------------------------------


def one(source: Source) -> Paper:
    [paper] = split(source, rules())
    return paper


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("MINUTES OF AMBLEFORTH PARISH COUNCIL", "minutes"),
        ("Ambleforth Parish Council\nDraft minutes", "minutes"),
        ("Notes of the meeting of the mill group", "minutes"),
        ("Notice of a meeting of Ambleforth Parish Council", "agenda"),
        ("Report of the Clerk\nAction Sheet", "action-sheet"),
        ("Management Information Sheet", "information-sheet"),
        ("Harrowdale Schools\nPartnership consultation", "consultation"),
        ("Report to the Cabinet", "report"),
        ("Harrow Board Meeting Summary", "minutes"),
        ("Harrow Senate Meeting Senate/Minutes Minutes", "minutes"),
    ],
)
def test_title_lines(text: str, kind: str) -> None:
    assert one(source_of(f"{text}\nThe hedge was cut.")).kind == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ambleforth\nPresent: Ann Box\nThe bill was approved.\nIt was agreed to pay.", "minutes"),
        ("Ambleforth\nAttendees:\nAnn Box\nThe hedge was looked at.", "minutes"),
        ("Ambleforth\nBox called the meeting to order.\nMotion by Carr to pay. Motion carried.", "minutes"),
        ("4. Plans\nThe Board agreed.\nThe Board noted it.\nIt was agreed to cut the hedge.", "minutes"),
        ("Ambleforth\n1. To receive apologies\n2. To approve the bill\n3. To consider the hedge", "agenda"),
        ("Ambleforth\nBackground\nThe hedge grew.\nRecommendations\nCut it.", "report"),
        (
            "From: Ann Box, Leader\nTo: County Council\nSubject: Hedges\nStatus: Open\n1. What the hedge is\n"
            "The Board agreed. The Board noted it. It was agreed to cut the hedge. Members present had noted it.",
            "report",
        ),
        ("Ambleforth\nA hedge?\nYes\nNo\nA road?\nYes\nNo", "consultation"),
    ],
)
def test_a_paper_without_a_title_is_told_by_its_words_and_that_is_said(text: str, kind: str) -> None:
    paper = one(source_of(text))
    assert paper.kind == kind
    assert [problem.code for problem in paper.problems] == ["kind-by-content"]
    assert kind in paper.problems[0].message


@pytest.mark.parametrize(("word", "kind"), [("Minutes:", "minutes"), ("Decision:", "minutes"), ("Report", "agenda")])
def test_a_web_page_of_one_item_is_what_it_says_of_it(word: str, kind: str) -> None:
    meeting = "Meeting of Works Committee, Thursday, 30th January, 2025 10.00 am (Item 84.)"
    text = f"Agenda item\nRoof of the mill\n{meeting}\nReport of the Clerk\n{word}\nThe roof is to be mended."
    assert one(source_of(text)).kind == kind


def test_a_long_text_in_which_one_thing_was_agreed_is_no_minutes() -> None:
    text = "It was agreed to cut the hedge, the board agreed, it was noted. " + "The hedge is green and tall. " * 200
    assert one(source_of(f"Ambleforth\n{text}")).kind == "other"


def test_words_that_tell_nothing_make_an_other_paper_without_a_doubt() -> None:
    paper = one(source_of("Ambleforth\nThe hedge is green."))
    assert (paper.kind, paper.title, paper.problems) == ("other", "Ambleforth", ())


def test_minutes_that_print_their_agenda_first_are_minutes() -> None:
    text = (
        "AGENDA\n1. Apologies\n2. Finance\nPresent: Ann Box\nThe bill was approved, the hedge noted, the rest agreed."
    )
    assert one(source_of(text)).kind == "minutes"


def test_a_site_s_front_matter_says_what_a_page_is() -> None:
    source = replace(source_of("The hedge was cut."), fields=(("title", "March meeting"), ("type", "Minutes")))
    paper = one(source)
    assert (paper.kind, paper.title) == ("minutes", "March meeting")


@pytest.mark.parametrize(
    "text",
    [
        "Cyngor Tref Ambleforth\n\nCofnodion / Minutes – 4 March 2025\n\nThe hedge is high.",
        "Report on the wall\n\nDecision:\n\nThat it be mended.\n\nMinutes:\n\nThe report was presented.",
    ],
)
def test_titles_in_two_languages_and_pages_of_one_item_are_minutes(text: str) -> None:
    assert [paper.kind for paper in split(source_of(text), rules())] == ["minutes"]


def test_a_title_goes_without_its_ornaments_and_a_bullet_is_none() -> None:
    [(kind, title, _)] = told(split(source_of("*** AGENDA ***\nHarrow Council, 4 March 2025\n1. Roads\n"), rules()))
    assert (kind, title) == ("agenda", "AGENDA")
    papers = split(source_of("Harrow Council\n• Unanimous adoption of previous minutes\n• Roads\n"), rules())
    assert [paper.title for paper in papers] != ["• Unanimous adoption of previous minutes"]
