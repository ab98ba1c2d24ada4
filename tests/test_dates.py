"""Calendar mentions: what is one, what it says, which year it takes, when an action is due."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.extractors.dates import find_dates, month_number
from pipeline.found import FoundDate, Place
from pipeline.link.dates import resolve_dates, resolve_due
from pipeline.paper import Line, Paragraph
from pipeline.rules.in_force import matcher_of
from pipeline.rules.match import Matcher
from tests.printed import found_in


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return matcher_of(None)


def paragraph(text: str) -> Paragraph:
    return Paragraph(text, (Line(text, number=1),), (0,))


def found(matcher: Matcher, *texts: str, item: str | None = None, topic: str | None = None) -> list[FoundDate]:
    place = Place(item=item, topic=topic)
    return [mention for text in texts for mention in find_dates(paragraph(text), matcher, place=place)]


def values(matcher: Matcher, *texts: str, meeting: str | None = "2024-01-11") -> list[str]:
    day = date.fromisoformat(meeting) if meeting else None
    return [value for _, value, _ in resolve_dates(found(matcher, *texts), meeting=day, published=None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The forum met on 11 January 2018.", ["2018-01-11"]),
        ("dated the 11th of January, 2018", ["2018-01-11"]),
        ("on January 11, 2018 in Harrowdale", ["2018-01-11"]),
        ("this 5th day of May, 2024", ["2024-05-05"]),
        ("14-Sep-2019", ["2019-09-14"]),
        ("paid 31-Mar-24", ["2024-03-31"]),
        ("signed 9 Oct 24.", ["2024-10-09"]),
        ("11/01/2018, 11.1.18 and 11-01-2018", ["2018-01-11"] * 3),
        ("2018-01-11", ["2018-01-11"]),
        ("the hall is shut 24.12.2024-02.01.2025", ["2024-12-24", "2025-01-02"]),
        ("2.30 pm18 June, 2018", ["2018-06-18"]),
        ("1st & 2nd May 2019", ["2019-05-01", "2019-05-02"]),
        ("2 - 4 June 2020", ["2020-06-02", "2020-06-04"]),
        ("on 5, 12 and 19 May 2024", ["2024-05-05", "2024-05-12", "2024-05-19"]),
        ("Monday 6 to Friday 10 May 2024", ["2024-05-06", "2024-05-10"]),
        ("January 11-12, 2024", ["2024-01-11", "2024-01-12"]),
        ("May/June 2007", ["2007-05", "2007-06"]),
        ("from November to March 2019", ["2018-11", "2019-03"]),
        ("April, May and June 2024", ["2024-04", "2024-05", "2024-06"]),
        ("September 2007 and 2008", ["2007-09", "2008-09"]),
        ("since Sept. 2023", ["2023-09"]),
        ("elections in May 25", ["2025-05"]),
        ("2018/19, 2018-19 and 2018/2019", ["2018/2019"] * 3),
        ("plans for 22/23 and 23/24", ["2022/2023", "2023/2024"]),
        ("the plan for 2025-35", ["2025/2035"]),
        ("a strategy for 2022-2027", ["2022/2027"]),
        ("the Area Plan 2011-2017 and its review of 2017/2023", ["2011/2017", "2017/2023"]),
        ("is the 23/24 plan ready; Budget: 24/25 precept", ["2023/2024", "2024/2025"]),
        ("Minutes–September16,2025–Page2", ["2025-09-16"]),
        ("September 3, 5, 10 and 11, 2025", ["2025-09-03", "2025-09-05", "2025-09-10", "2025-09-11"]),
        ('held on 17" April, 2025', ["2025-04-17"]),
        ("the hall had stood since 1889, the 2017’s concert", ["1889", "2017"]),
        ("paid 24-Mar", ["2024-03-24"]),
        ("none since June of this year", ["2024-06"]),
        ("autumn of 2017 and the summer term 2018", ["2017-23", "2018-22"]),
        ("Spring/Summer 2025", ["2025-21", "2025-22"]),
        ("ELECTIONS 2018", ["2018"]),
        ("since 2011 and by 2030", ["2011", "2030"]),
        ("In May last year", ["2023-05"]),
        ("ar yr 8fed Mawrth 2017 a 16eg Gorffennaf", ["2017-03-08", "2024-07-16"]),
        ("Cyflog Medi 2019", ["2019-09"]),
        ("12 Meán Fómhair 2020", ["2020-09-12"]),
        ("le 1er février 2018", ["2018-02-01"]),
    ],
)
def test_mentions_and_their_values(matcher: Matcher, text: str, expected: list[str]) -> None:
    assert values(matcher, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "application 07/02395/F",
        "ring 01632 960 2011",
        "from 10.30 to 12.15",
        "open 24/7",
        "about 3/4 of members",
        "5 1/2 hours",
        "up to 12 may attend",
        "see section 4.4.10",
        "Resolution No. 2024-05",
        "under the Allotments Act 1950 and the Rates (Amendment) Acts, 2000-2017",
        "the 1972 Local Government Act",
        "The meeting closed at 2029",
        "£2019 was spent, and £1999",
        "2000 signatures",
        "the sale of 24-25 Mill Lane",
        "31 June and 29 February 2023 are no days",
        "the Planning Act, R.S.O. 1990, c. P.13 and the Municipal Act, S.O. 2001, c. 25",
        "a survey to BS 5837:2012 or ISO 9001:2015",
        "see https://example.org/2024-05-03/minutes-15th-may-2025.pdf and budget-2024-05.xlsx",
        "in the 1980’s and the 1990s",
        "in 1650 homes, closed at 1930",
        "next month, yesterday, on Monday, in April",
    ],
)
def test_what_looks_like_a_date_and_is_none(matcher: Matcher, text: str) -> None:
    assert [mention.text for mention in found(matcher, text)] == []


def test_mentions_keep_the_papers_words_and_order(matcher: Matcher) -> None:
    text = "By 31 March the grant of 2023/24 must be spent, as said on 4/12/2023."
    mentions = found(matcher, text)
    assert [mention.text for mention in mentions] == ["31 March", "2023/24", "4/12/2023"]
    assert all(mention.evidence.quote in text for mention in mentions)


def test_a_signature_line_at_the_foot_of_every_page_counts_once() -> None:
    foot = "\n\nSigned ________________ Dated 3rd July 2018\n"
    paper = found_in(
        f"Minutes\n\n1. Roads\n\nThe bridge is closed.{foot}",
        f"2. Hedges\n\nThe hedge was cut on 4th May 2018.{foot.replace(' _', '_').replace('_ ', '_')}",
    )
    assert [mention.text for mention in paper.dates] == ["3rd July 2018", "4th May 2018"]


def test_a_minute_number_under_its_item_is_no_date(matcher: Matcher) -> None:
    assert found(matcher, "4.4.10 The hedge was cut.", item="4") == []
    assert len(found(matcher, "4.4.10 The hedge was cut.", item="7")) == 1


def test_numbers_of_neighbouring_minutes_are_no_dates(matcher: Matcher) -> None:
    assert values(matcher, "20.03.01 Welcome", "20.03.02 Apologies", "Held on 20.03.01") == ["2001-03-20"]


@pytest.mark.parametrize(
    ("text", "meeting", "expected"),
    [
        ("on 1 June", "2024-01-11", "2024-06-01"),
        ("on 20 December", "2024-01-11", "2023-12-20"),
        ("the minutes of the meeting held on 1 July", "2024-01-11", "2023-07-01"),
        ("the next meeting will be on 20 November", "2024-01-11", "2024-11-20"),
        ("Thursday 1 August", "2024-01-11", "2024-08-01"),
        ("Tuesday 1 August", "2024-01-11", "2023-08-01"),  # the 1st of August was a Tuesday in 2023
        ("29 February", "2023-12-01", "2024-02-29"),
    ],
)
def test_the_year_that_a_paper_leaves_out(matcher: Matcher, text: str, meeting: str, expected: str) -> None:
    assert values(matcher, text, meeting=meeting) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from 1 April to 31 March 2025", ["2024-04-01", "2025-03-31"]),
        ("from 1 April 2024 to 31 March", ["2024-04-01", "2025-03-31"]),
        ("28 February - 3 March 2022", ["2022-02-28", "2022-03-03"]),
        ("3 March, 12 May and 4 June 2021", ["2021-03-03", "2021-05-12", "2021-06-04"]),
    ],
)
def test_a_range_shares_its_year(matcher: Matcher, text: str, expected: list[str]) -> None:
    assert values(matcher, text) == expected


def test_without_a_meeting_the_date_printed_before_counts(matcher: Matcher) -> None:
    assert values(matcher, "March 2012", "minutes of 25 October", meeting=None) == ["2012-03", "2011-10-25"]
    assert values(matcher, "on 25 October", meeting=None) == []


def test_month_first_where_the_paper_proves_it(matcher: Matcher) -> None:
    assert values(matcher, "04/05/2024 and 03/15/2024") == ["2024-04-05", "2024-03-15"]
    assert values(matcher, "04/05/2024 and 15/03/2024") == ["2024-05-04", "2024-03-15"]


def test_kinds(matcher: Matcher) -> None:
    texts = ("Minutes of 11 January 2024", "reply by 5pm on Friday 2 February", "from 1 March", "in May 2024")
    found_dates = found(matcher, *texts)
    found_dates += found(matcher, "Thursday 14 March at 7pm", topic="DATE OF NEXT MEETING")
    found_dates += found(matcher, "Moor Safety Committee - Next meeting 27/07/24")  # among what came by post
    kinds = [kind for _, _, kind in resolve_dates(found_dates, meeting=date(2024, 1, 11), published=None)]
    assert kinds == ["meeting", "deadline", "period", "mention", "next-meeting", "mention"]


MEETING = date(2024, 5, 3)  # a Friday


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("31 March", "2025-03-31"),
        ("by 5pm on Friday 7th June", "2024-06-07"),
        ("by 14/6", "2024-06-14"),
        ("14.06.24", "2024-06-14"),
        ("2024-06-14", "2024-06-14"),
        ("June 14th, 2024", "2024-06-14"),
        ("by end of June", "2024-06"),
        ("for September’s meeting", "2024-09"),
        ("by Autumn 2024", "2024-23"),
        ("before the end of 2025", "2025"),
        ("by 1 May", "2024-05-01"),  # two days before the meeting: written down late, not next year
        ("tomorrow", "2024-05-04"),
        ("by Tuesday", "2024-05-07"),
        ("within two weeks", "2024-05-17"),
        ("next meeting", None),
        ("asap", None),
        ("w/b 12th March", None),
        ("31 June", None),
        ("within the week", None),
        ("by 10.30", None),
    ],
)
def test_due_words(words: str, expected: str | None) -> None:
    assert resolve_due(words, meeting=MEETING) == expected


def test_due_words_without_a_meeting_keep_what_they_say() -> None:
    assert resolve_due("by 31 March", meeting=None) is None
    assert resolve_due("by 31 March 2025", meeting=None) == "2025-03-31"


@pytest.mark.parametrize(
    ("words", "new", "carried"),
    [
        ("August", "2012-08", "2011-08"),
        ("by 12 July", "2012-07-12", "2011-07-12"),
        ("by 10 September", "2011-09-10", "2011-09-10"),
        ("October", "2011-10", "2011-10"),
        ("by March", "2012-03", "2012-03"),
        ("by May 2012", "2012-05", "2012-05"),
    ],
)
def test_the_day_of_a_carried_action_may_be_months_over(words: str, new: str, carried: str) -> None:
    assert resolve_due(words, meeting=date(2011, 9, 23)) == new
    assert resolve_due(words, meeting=date(2011, 9, 23), old=True) == carried


@pytest.mark.parametrize(
    ("words", "language", "month"),
    [
        ("Sept", "", 9),
        ("JUNE", "", 6),
        ("13", "", None),
        ("Rhagfyr", "cy ga fr gd", 12),
        ("août", "cy ga fr gd", 8),
        ("Awst", "cy ga fr gd", 8),
    ],
)
def test_month_names(words: str, language: str, month: int | None) -> None:
    assert month_number(words, language) == month
