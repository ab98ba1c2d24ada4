"""Titles, and what runs on behind them; headings without numbers. Councils, people and business are invented."""

from __future__ import annotations

import pytest

from pipeline.layout.says import is_sentence
from pipeline.outline.titles import title_end
from tests.printed import outlined, table
from tests.test_outline import FRONT, item, items, texts


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        ("Election of Officers", "The Clerk was elected Secretary for the year to come."),
        ("Accounts for the year ended 31st March 2024", "The audited account was put before the members."),
        ("Election of Members", "There being no other candidates, all were elected."),
        ("Chair's Report", "a) Chair was glad to say that the hedge had been cut."),
        ("Any Other Business", "P Box proposed that the mill be painted in the spring."),
        ("Declaration of Interests", "The Meetings Administrator stated that all had been asked to tell."),
        ("MEMBERS' INTERESTS (for items on the agenda) - Dispensations", "Cllr Box declared an interest in the mill."),
        ("TO DISCUSS THE VALUE OF THE MILL - The Old Mill Ambleforth", "The application for the mill was discussed."),
        ("TO REVIEW PLAN 17/00826/F AND RESOLVE ON A REPLY", "This was discussed and a reply was agreed."),
        ("APOLOGIES FOR ABSENCE", "Apologies of absence were given for Cllr Box."),
        ("Apologies", "No apologies"),
    ],
)
def test_a_title_ends_where_a_sentence_begins(title: str, rest: str) -> None:
    text = f"{title} {rest}"
    ends = title_end(text)
    assert ends is not None
    assert (text[: ends[0]], text[ends[1] :]) == (title, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Minutes of the meetings held on 19 December 2024 and 9 January 2025 and, if in order, to be approved",
        "Report of The Friends of Ambleforth Mill",
        "Question submitted by Councillor A. Box",
        "PCSO Ann Box joined the meeting and gave her report.",
        "42 Mill Road – Review of Plans – Outer Walls",
        "AOB",
        "Call-in: sale of the Mill Bank car park",
        "25/00402/FULL: LAND AT THE OLD MILL, AMBLEFORTH",
    ],
)
def test_words_that_are_all_title_stay_whole(text: str) -> None:
    assert title_end(text) is None


@pytest.mark.parametrize("text", ["The bill was paid.", "Mr Box proposed, and Mrs Carr seconded, the motion"])
def test_what_says_that_something_was_so_is_a_sentence(text: str) -> None:
    assert is_sentence(text)
    assert not is_sentence("Accounts for the year ended 31st March 2024")


SAID = "The members talked of it for a while and went on to what came next."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"""
            # Library Committee
            ## Attendees
            Ann Box, Bea Carr
            ## Agenda
            ### Welcome
            {SAID}
            ### Roof: who mends it
            {SAID}
            ## Action items
            ### Urgent
            Ann Box: ring the mill.
            """,
            [("", "Welcome"), ("", "Roof: who mends it"), ("", "Action items")],
            id="headings that hold the items, and a list of actions with headings of its own",
        ),
        pytest.param(
            f"""
            # Ambleforth Friends
            ## Trustees Present
            Ann Box, Bea Carr
            ## Report
            {SAID}
            ## Trustees
            Ann Box and Bea Carr, as the longest serving of those elected, retired under the rules of the society.
            """,
            [("", "Report"), ("", "Trustees")],
            id="trustees that were elected, not listed",
        ),
        pytest.param(
            f"""
            ## Points to cover
            ### 1. Hall
            {SAID}
            ### 2. Club
            {SAID}
            ## Money
            {SAID}
            ## School
            {SAID}
            ## Dates
            {SAID}
            """,
            [("", "Points to cover"), ("", "Money"), ("", "School"), ("", "Dates")],
            id="numbers that count inside one of the headings",
        ),
        pytest.param(
            f"""
            **286. Apologies**
            {SAID}
            **287. Interests**
            (1) Mr Box declared an interest in the mill.

            (2) Mrs Carr declared an interest in the hedge.

            **288. Budget**
            (1) Mr Box proposed, and Mrs Carr seconded, the motion that

            (2) The Chairman put the motion to the vote and the voting was as follows

            (3) Mr Dale proposed, and Mr Earl seconded, the motion

            (4) The Chairman put the amendment to the vote and it was lost
            """,
            [("286", "Apologies"), ("287", "Interests"), ("288", "Budget")],
            id="numbered sentences below numbered headings",
        ),
        pytest.param(
            f"""
            1. Apologies
            {SAID}
            2. Interests
            {SAID}
            3. Letters
            1. Mill
            2. Hedge
            3. Road
            4. Bridge
            5. Pond
            4. Roads
            {SAID}
            5. Close
            {SAID}
            """,
            [("1", "Apologies"), ("2", "Interests"), ("3", "Letters"), ("4", "Roads"), ("5", "Close")],
            id="a list inside an item that counts further than the items",
        ),
        pytest.param(
            f"""
            1. Apologies:
            {SAID}
            2. Chairman's report:
            {SAID}
            Clerk's report:
            {SAID}
            3) Hedges:
            {SAID}
            4. Roads:
            {SAID}
            OPEN FORUM
            {SAID}

            Urgent business as agreed by the Chair: It was noted that the mill's bill had been paid.
            """,
            [
                ("1", "Apologies"),
                ("2", "Chairman's report"),
                ("", "Clerk's report"),
                ("3", "Hedges"),
                ("4", "Roads"),
                ("", "OPEN FORUM"),
                ("", "Urgent business as agreed by the Chair"),
            ],
            id="titles that every meeting knows, and a number typed another way",
        ),
        pytest.param(
            f"""
            Agenda item: Roof    Presenter: Ann Box

            **Discussion:**
            {SAID}

            Agenda item

            Hedges    Presenter: Bea Carr

            **Discussion:**
            {SAID}
            """,
            [("", "Roof"), ("", "Hedges")],
            id="a form's label for its items",
        ),
        pytest.param(
            f"""
            # Agenda I: Form (points by AB)
            {SAID}
            # Agenda II & III: Letters
            {SAID}
            # Agenda IV: Handover
            {SAID}
            """,
            [("I", "Form (points by AB)"), ("II & III", "Letters"), ("IV", "Handover")],
            id="roman numbers behind a label",
        ),
        pytest.param(
            f"""
            Present: Mayor Ann Box and Councillors Bea Carr and Cy Dale.

            **Disclosure of pecuniary interest: Councillor Bea Carr.**

            The mill's report was put before the members.

            **Committee Reports:**
            {SAID}
            **R2024-116 B. Carr, C. Dale:**
            That the mill be painted.
            """,
            [("", "Disclosure of pecuniary interest"), ("", "Committee Reports")],
            id="known titles where nothing else opens an item",
        ),
        pytest.param(
            f"""
            **(a) Appointment of Chairman**
            {SAID}
            **(b) Licensing Act 2003 – Application for a Premises Licence – The Old Mill, Ambleforth**
            {SAID}
            (1) THAT the licence be granted.

            (2) THAT no music be played.

            **(c) Review of fees**
            {SAID}
            """,
            [
                ("(a)", "Appointment of Chairman"),
                ("(b)", "Licensing Act 2003 – Application for a Premises Licence – The Old Mill, Ambleforth"),
                ("(c)", "Review of fees"),
            ],
            id="letters in brackets",
        ),
        pytest.param(
            """
            APOLOGIES

            1. Apologies were intimated on behalf of Councillor Box.

            INTERESTS

            2. No interests were declared, nor were any asked for.

            BUDGET

            3. There was submitted a report by the Treasurer on the mill.
            """,
            [("1", "APOLOGIES"), ("2", "INTERESTS"), ("3", "BUDGET")],
            id="headings above numbered minutes",
        ),
        pytest.param(
            """
            24/01 Apologies. Cllr Dale.

            24/02 Interests. None.

            24/03 Cllr. Box

            24/04 Minutes of the Last Meeting: 30 March 2024

            The minutes were agreed.

            24/05 Date of next meeting: 7 June 2024
            """,
            [
                ("24/01", "Apologies"),
                ("24/02", "Interests"),
                ("24/03", "Cllr. Box"),
                ("24/04", "Minutes of the Last Meeting: 30 March 2024"),
                ("24/05", "Date of next meeting"),
            ],
            id="short words behind a title",
        ),
        pytest.param(
            """
            1. 42 Mill Road – Review – Outer Walls
            Consideration of a request for a review of the outer walls.

            2. 122 Mill Lane – Permit – Bakery
            Consideration of a request for a bakery.
            """,
            [("1", "42 Mill Road – Review – Outer Walls"), ("2", "122 Mill Lane – Permit – Bakery")],
            id="titles that open with a house's number",
        ),
    ],
)
def test_what_opens_an_item(text: str, expected: list[tuple[str, str]]) -> None:
    found = items(outlined(FRONT + text))
    assert found == expected


def test_a_web_page_s_table_of_items_holds_what_was_minuted() -> None:
    minuted = "Minutes:\n" + "The members talked of the mill's roof and of who might mend it in the spring. " * 3
    rows = (("14.", f"Apologies\n{minuted}"), ("15.", f"Roof PDF 142 KB\n{minuted}"), ("16.", f"Close\n{minuted}"))
    outline = outlined(FRONT, table(("No.", "Item"), *rows))
    assert items(outline) == [("14", "Apologies"), ("15", "Roof"), ("16", "Close")]
    assert len(item(outline, "Roof").paragraphs) == 1


def test_numbers_with_a_code_of_letters_stand_in_their_column() -> None:
    said = "LA\u00a0said that the mill's roof was to be mended in the spring and that the members would hear more. " * 2
    rows = [(f"PICB/25/03{n}", f"{title}\n{said}", "LA") for n, title in enumerate(("Roof", "Hedge", "Road"))]
    outline = outlined(FRONT, table(("Ref", "Discussion", "Action"), *rows))
    assert items(outline) == [("PICB/25/030", "Roof"), ("PICB/25/031", "Hedge"), ("PICB/25/032", "Road")]


def test_a_web_page_of_one_item_has_that_item() -> None:
    page = f"""
    Agenda item

    Roof of the mill

    - Meeting of Harrow Works Committee, Thursday, 30th January, 2025 10.00 am (Item 84.)

    To receive a report.

    Minutes:

    {SAID}
    """
    assert items(outlined(page)) == [("84", "Roof of the mill")]


def test_labels_that_meetings_know_open_items_with_their_words_behind_them() -> None:
    text = """
    Call to Order: President Box called the meeting to order at 7:00 p.m.

    Roll Call: All were there.

    Public Comment: None.

    New Business:

    Bus contract: Carr moved to approve the contract for the year.

    Adjournment: The meeting was adjourned at 8:02 p.m.
    """
    outline = outlined(FRONT + text)
    titles = ["Call to Order", "Roll Call", "Public Comment", "New Business", "Adjournment"]
    assert items(outline) == [("", title) for title in titles]
    assert texts(item(outline, "Public Comment")) == ["None."]
    assert texts(item(outline, "New Business")) == ["Bus contract: Carr moved to approve the contract for the year."]


def test_the_presenter_stands_under_the_title() -> None:
    outline = outlined(
        FRONT + f"Agenda item: Roof Presenter: Ann Box\n\n{SAID}\n\nAgenda item: Hedges Led by: Bea Carr\n\n{SAID}"
    )
    assert texts(item(outline, "Roof")) == ["Presenter: Ann Box", SAID]


LONG = (
    "The members talked of the mill's roof and of the hedge behind it, and it was agreed that the Clerk would ask. " * 2
)


@pytest.mark.parametrize(
    "heads",
    [
        ("Minute / Item", "Business", "Who acts"),
        ("Minute", "Agenda item and resolution", "Action"),
        ("Minute", "Business", "Action"),
        ("Item", "Minutes / Actions", "By whom"),
    ],
)
def test_minutes_in_columns_whatever_their_heads_are_called(heads: tuple[str, ...]) -> None:
    rows = [(f"AC/2025/{n}", f"{title}\n{LONG}", "Clerk") for n, title in enumerate(("Roof", "Hedge", "Road"), 31)]
    outline = outlined(FRONT, table(heads, *rows))
    assert items(outline) == [("AC/2025/31", "Roof"), ("AC/2025/32", "Hedge"), ("AC/2025/33", "Road")]


def test_a_row_that_has_a_number_is_no_row_of_heads() -> None:
    rows = [(f"{n}.", title, LONG) for n, title in enumerate(("Roof", "Matters and actions", "Road"), 1)]
    assert items(outlined(FRONT, table(*rows))) == [("1", "Roof"), ("2", "Matters and actions"), ("3", "Road")]


def test_planning_applications_in_a_table_are_no_items() -> None:
    applications = [("25/0817", LONG, "Mill Lane"), ("25/0312", LONG, "Hill"), ("24/0903", LONG, "Mill Street")]
    outline = outlined(FRONT, "1. Apologies\nThere were none.\n\n2. Planning\nThese were seen:\n",
                       table(("Ref", "Details", "Location"), *applications))  # fmt: skip
    assert items(outline) == [("1", "Apologies"), ("2", "Planning")]


RUNNING = (
    "Welcome\n\n1. The Convener welcomed the members and spoke of the walk.\n\n"
    "Minutes of the last meeting\n\n2. The minutes of 4 February were approved as they stood.\n\n"
    "Paths plan\n\n3. The Warden presented the plan and said who had been asked.\n\n{second}"
    "Date of next meeting\n\n{last}. The next meeting will be held in the Mill.\n"
)


def test_numbers_of_paragraphs_that_run_on_below_headings_are_not_the_headings_own() -> None:
    several = RUNNING.format(second="4. The Board talked of it at length and noted the plan.\n\n", last=5)
    alone = RUNNING.format(second="", last=4)
    titles = ["Welcome", "Minutes of the last meeting", "Paths plan", "Date of next meeting"]
    assert items(outlined(FRONT, several)) == [("", title) for title in titles]
    assert items(outlined(FRONT, alone)) == [(str(n), title) for n, title in enumerate(titles, 1)]


def test_who_acts_on_an_item_is_no_title_of_the_next() -> None:
    page = (
        "1.\n\nApologies\n\nThere were none.\n\n2.\n\nThe mill PDF 102 KB\n\nThe Warden reported on the roof.\n\n"
        "**Action: Ann Box**\n\n3.\n\nProposals for the hedge: the second year PDF 44 KB\n\nThe hedge was talked of.\n"
    )
    [_, mill, hedge] = [s for s in outlined(FRONT, page).sections if s.kind == "item"]
    assert (mill.number, hedge.number) == ("2", "3")
    assert "Action: Ann Box" in texts(mill)
    assert hedge.title.startswith("Proposals for the hedge: the second year")


def test_titles_above_their_own_first_numbers_are_the_items() -> None:
    titles = ["Lease of the yard", "Risk register", "Hire charges", "Staffing"]
    parts = [f"**{title}**\n{n}.1 The clerk spoke of it.\n{n}.2 Approved." for n, title in enumerate(titles, 1)]
    assert items(outlined(FRONT, *parts)) == [("", title) for title in titles]
