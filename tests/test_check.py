"""The checks of one paper, each with its fault and with near misses; the command that tells what they find."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline import check, cli, extract
from pipeline.check import dates, divisions, figures, numbers, tables, votes
from pipeline.check import noticed as noticing
from pipeline.check.finding import Finding
from pipeline.check.papers import Papers
from pipeline.record import Evidence, Record
from pipeline.rules.in_force import matcher_of
from pipeline.rules.match import Matcher
from pipeline.write import to_yaml

OWN = (
    *dates.CHECKS,
    *divisions.CHECKS,
    *figures.CHECKS,
    *noticing.CHECKS,
    *numbers.CHECKS,
    *tables.CHECKS,
    *votes.CHECKS,
)
"""The checks of one paper."""

ID = "ambleforth-parish-council/2025-03-11/minutes"


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return matcher_of(None)


def words(quote: str, line: int = 1) -> dict[str, Any]:
    return {"line": line, "quote": quote}


def paper(**fields: Any) -> Record:
    """A record of minutes of 11 March 2025, a Tuesday, with these fields."""
    given = {
        "id": ID,
        "kind": "minutes",
        "title": "Minutes",
        "source": {"path": "corpus/a.txt", "sha256": "0" * 64, "media_type": "text/plain", "reader": "text"},
        "meeting": {"body": "Ambleforth Parish Council", "date": "2025-03-11"},
    }
    return Record.model_validate(given | fields)


Find = Callable[..., list[Finding]]


@pytest.fixture(scope="module")
def find(matcher: Matcher) -> Find:
    """What one check, or with "" every check, finds in these papers of one body."""

    def run(code: str, *records: Record) -> list[Finding]:
        papers = Papers.of("ambleforth-parish-council", records, matcher)
        return list(check.check([papers], codes={code} if code else None))

    return run


# What was noticed when the paper was read


def noticed(code: str, message: str = "Something is odd.") -> dict[str, Any]:
    return {"code": code, "severity": "warning", "message": message, "evidence": words("by 1 February")}


def test_a_problem_of_the_paper_is_told_once(find: Find) -> None:
    record = paper(problems=[noticed("due-before-meeting"), noticed("due-before-meeting")])
    [finding] = find("", record)
    assert (finding.code, finding.severity, finding.message) == ("due-before-meeting", "warning", "Something is odd.")
    assert finding.place.evidence == Evidence(line=1, quote="by 1 February")


def test_a_doubt_about_the_reading_is_no_finding(find: Find) -> None:
    assert find("", paper(problems=[noticed("column-uncertain"), noticed("ocr-doubtful")])) == []


def test_a_name_that_two_people_share_is_asked_once(find: Find) -> None:
    said = "“Cllr Lee” may be Ann Lee or Tom Lee; kept as written."
    twice = [
        noticed("owner-ambiguous", said) | {"evidence": words(f"Cllr Lee to {task}.")} for task in ("write", "call")
    ]
    assert [finding.message for finding in find("owner-ambiguous", paper(problems=twice))] == [said]


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("“the Director” may be Ann Lee or John Marsh; kept as written.", "the Director to reply."),  # a post
        (
            "“Cllr A. Lee” may be Ann Lee or Alan Lee; kept as written.",
            "Cllr Ann Lee to reply.",
        ),  # named in full beside it
        ("“Ms Lee” may be Ann Lee or Tom Lee; kept as written.", "Ms Lee to reply."),  # a reader can tell
    ],
)
def test_an_owner_whom_a_reader_knows_is_no_finding(find: Find, said: str, quote: str) -> None:
    assert (
        find("owner-ambiguous", paper(problems=[noticed("owner-ambiguous", said) | {"evidence": words(quote)}])) == []
    )


def labelled(task: str, rule: str = "action-label") -> Record:
    evidence = words(task) | {"rule": rule}
    action = {"id": f"{ID}/action/3", "task": task, "marked": True, "carried": False, "evidence": evidence}
    return paper(actions=[action], problems=[noticed("action-without-owner") | {"evidence": evidence}])


def test_a_labelled_action_without_any_name_is_told(find: Find) -> None:
    assert len(find("action-without-owner", labelled("Order the signs for the green."))) == 1


@pytest.mark.parametrize(
    "task", ["Chairman and clerk order the signs", "Norah Bexley, AL order signs", "Signs (Norah)"]
)
def test_an_action_that_names_somebody_is_left_alone(find: Find, task: str) -> None:
    assert find("action-without-owner", labelled(task)) == []
    assert find("action-without-owner", labelled("Signs for the green", rule="action-list")) == []


def test_a_day_of_each_year_is_no_due_before_the_meeting(find: Find) -> None:
    yearly = noticed("due-before-meeting") | {"evidence": words("Inspection by 1 May each year")}
    assert find("due-before-meeting", paper(problems=[yearly])) == []


# Dates


def minutes_with(*texts: str, **fields: Any) -> Record:
    """Minutes with one item, a paragraph for each text."""
    rows = [{"number": f"4.{n}", "text": text, "evidence": words(text, 10 + n)} for n, text in enumerate(texts, 1)]
    item = {"number": "4", "title": "Reports", "minutes": rows, "evidence": words("Reports", 10)}
    return paper(items=[item], **fields)


@pytest.mark.parametrize(
    ("text", "message", "severity"),
    [  # 12 March 2025 was a Wednesday, 11 March 2025 a Tuesday
        ("The fair is on Tuesday 12 March 2025.", "“Tuesday 12 March 2025”: 12 March 2025 is a Wednesday", "error"),
        (
            "The fair is on Tues. 12th of March, 2025.",
            "“Tues. 12th of March, 2025”: 12 March 2025 is a Wednesday",
            "error",
        ),
        (
            "The fair is on Tuesday, March 12, 2025.",
            "“Tuesday, March 12, 2025”: 12 March 2025 is a Wednesday",
            "error",
        ),
        ("The fair is on Saturday 12 April.", "“Saturday 12 April”", None),  # 12 April 2025 was a Saturday
        ("The fair is on Thursday 12 April.", "“Thursday 12 April”: 12 April 2025 is a Saturday.", "warning"),
        ("The fair was on Friday 12 April.", "", None),  # as it was in 2024
    ],
)
def test_weekday_against_date(find: Find, text: str, message: str, severity: str | None) -> None:
    found = find("weekday-against-date", minutes_with(text))
    assert [finding.severity for finding in found] == ([severity] if severity else [])
    assert all(finding.message.startswith(message) for finding in found)


def test_a_weekday_that_fits_another_year_says_so(find: Find) -> None:
    [finding] = find("weekday-against-date", minutes_with("Next: Tuesday 8 April 2024. Then tea."))
    assert finding.message == "“Tuesday 8 April 2024”: 8 April 2024 was a Monday; that day is a Tuesday in 2025."
    assert finding.place.evidence == Evidence(line=11, quote="Next: Tuesday 8 April 2024.")


@pytest.mark.parametrize(
    "text",
    [
        "It was held on Tuesday 11 March 2025.",
        "Open Monday to Friday, 12 March 2025 excepted.",
        "Tuesday 10-12 March 2025",  # Tuesday is the range's first day or none
        "See minute 12.3.2025 of Tuesday.",
        "On Tuesday 12 of the 14 plots were let.",
    ],
)
def test_what_is_no_weekday_of_a_date(find: Find, text: str) -> None:
    assert [f.message for f in find("weekday-against-date", minutes_with(text)) if "Friday" not in text] == []


@pytest.mark.parametrize(
    "text", ["by 31 June 2025", "by 30th February", "on 29 February 2025", "on September 31, 2025"]
)
def test_no_such_day(find: Find, text: str) -> None:
    [finding] = find("no-such-day", minutes_with(f"Quotes {text}."))
    assert finding.severity == "error" and finding.message.startswith("There is no such day as “")


@pytest.mark.parametrize(
    "text", ["by 30 June 2025", "on 29 February 2024", "on 29 February", "item 31, June figures", "45 May trees"]
)
def test_days_that_are(find: Find, text: str) -> None:
    assert find("no-such-day", minutes_with(f"Quotes {text}.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "The minutes of the previous meeting held on 14 January 2026 were agreed.",
        "The minutes of the meeting of Tuesday 11 November 2025 were signed.",
        "The Council had agreed the plan for 2025/26 at its meeting on 14 January 2026.",
        "The last meeting was held on 14 October 2025.",
    ],
)
def test_a_past_meeting_to_come(find: Find, text: str) -> None:
    [finding] = find("past-meeting-to-come", minutes_with(text))
    assert finding.severity == "error"
    assert finding.message.endswith("is spoken of as a past meeting, but this meeting was on 11 March 2025.")


@pytest.mark.parametrize(
    "text",
    [
        "The minutes of the previous meeting held on 14 January 2025 were agreed.",
        "The next meeting will be held on 8 April 2025.",
        "It had been agreed that the annual meeting would be held on 13 May 2025.",
        "The minutes of the last meeting were agreed. The fair is on 14 June 2025.",
        "By-law 7 confirms what was done at the meeting held on 11 March 2025.",
    ],
)
def test_meetings_that_are_past_or_really_to_come(find: Find, text: str) -> None:
    assert find("past-meeting-to-come", minutes_with(text)) == []


def test_what_two_papers_of_a_meeting_say_is_told_once_with_both_places(find: Find) -> None:
    said = "The minutes of the previous meeting held on 14 January 2026 were agreed."
    minutes = minutes_with(said)
    report = minutes.model_copy(update={"id": "ambleforth-parish-council/2025-03-11/report", "kind": "report"})
    [finding] = find("past-meeting-to-come", minutes, report)
    assert [place.record.id for place in finding.places] == [minutes.id, report.id]
    later = minutes.meeting.model_copy(update={"date": "2025-05-13"})
    other = report.model_copy(update={"meeting": later})
    assert len(find("past-meeting-to-come", minutes, other)) == 2  # of two meetings: two findings


def test_a_weekday_says_which_year_a_past_meeting_to_come_was_in(find: Find) -> None:
    [finding] = find("", minutes_with("The minutes of the meeting held on Tuesday 14 January 2026 were agreed."))
    assert finding.code == "past-meeting-to-come"  # and not a wrong weekday too: 14 January 2026 is a Wednesday
    assert finding.message.endswith("was on 11 March 2025; that day is a Tuesday in 2025.")


def test_the_year_that_is_meant_is_shown_beside_a_past_meeting_to_come(find: Find) -> None:
    before = {"text": "14 January 2025", "value": "2025-01-14", "evidence": words("14 January 2025", 5)}
    sheet = paper(
        id="ambleforth-parish-council/2025-03-11/action-sheet",
        kind="action-sheet",
        actions=[
            {
                "id": "x/action/1",
                "task": "Order signs",
                "topic": "Minutes of the previous meeting 14 January 2026",
                "marked": True,
                "carried": True,
                "evidence": words("Order signs", 7),
            }
        ],
    )
    [finding] = find("past-meeting-to-come", paper(dates=[before]), sheet)
    assert finding.message.endswith("on 11 March 2025; elsewhere it is “14 January 2025”.")
    assert (finding.place.record.kind, finding.other and finding.other.record.kind) == ("action-sheet", "minutes")


def test_a_date_of_the_file_says_nothing_of_the_meeting(find: Find) -> None:
    record = minutes_with("The last meeting was held on 14 October 2025.", problems=[noticed("meeting-date-from-file")])
    assert find("past-meeting-to-come", record) == []


@pytest.mark.parametrize(
    "text", ["Date of next meeting: 8 April 2024", "The next Council meeting will be at 7.00pm on 8 April 2024."]
)
def test_a_next_meeting_before_this_one(find: Find, text: str) -> None:
    [finding] = find("next-meeting-past", minutes_with(text))
    assert finding.message == "The next meeting is dated “8 April 2024”, before this meeting of 11 March 2025."


@pytest.mark.parametrize(
    "text",
    [
        "Date of next meeting: 8 April 2025",
        "Date of next meeting: to be agreed. The budget of 8 April 2024 was noted.",
        "At the next meeting the report of 8 April 2024 will be looked at.",
        "Date of next meeting: Tuesday 8 April 2024",  # told as a wrong weekday
    ],
)
def test_a_next_meeting_that_is_to_come(find: Find, text: str) -> None:
    assert find("next-meeting-past", minutes_with(text)) == []


def test_a_meetings_day_with_two_years(find: Find) -> None:
    [finding] = find(
        "day-with-two-years", minutes_with("The panel of 6 May 2024 met.", "The panel of 6 May 2023 asked.")
    )
    assert finding.message == "One day stands with two years: “6 May 2024” and “6 May 2023”."
    assert finding.place.evidence == Evidence(line=12, quote="The panel of 6 May 2023 asked.")


@pytest.mark.parametrize(
    "texts",
    [
        ("The panel of 6 May 2024 met.", "The panel of 6 May 2024 asked."),
        ("The accounts to 31 March 2024 went to the panel of 31 March 2024.", "The budget to 31 March 2025"),
        ("The fair was on 6 May 2023.", "The fair is on 6 May 2024."),  # each year
        ("The panel of 6 May 1954 met.", "The panel of 6 May 2024 met."),  # an anniversary
    ],
)
def test_a_day_that_may_come_in_two_years(find: Find, texts: tuple[str, ...]) -> None:
    assert find("day-with-two-years", minutes_with(*texts)) == []


# Tables


def table(
    rows: list[list[Any]], totals: list[Any] | None = None, header: list[str] | None = None, **fields: Any
) -> Record:
    given = {"title": "Budget", "header": header or [], "rows": rows, "totals": totals, "evidence": words("Budget", 3)}
    return paper(kind="report", id="ambleforth-parish-council/2025-03-11/report", tables=[given | fields])


PLOTS = [["Mowing", 1200.0, 1250.0], ["Signs", 300.0, 340.0], ["Hall", 500.0, 510.0]]  # 2,000 and 2,100


def test_a_column_against_its_total(find: Find) -> None:
    [finding] = find("column-against-total", table(PLOTS, ["Total", 2000.0, 2200.0], ["", "2024", "2025"]))
    assert finding.severity == "warning"
    assert finding.message == "Table “Budget”: the column “2025” adds up to 2,100, the printed total is 2,200."


def test_a_plain_list_against_its_total(find: Find) -> None:
    record = table([["Mowing", 1200.5], ["Signs", 300.0], ["Hall", 500.0]], ["Total", 2010.5])
    [finding] = find("column-against-total", record)
    assert finding.message == "Table “Budget”: column 2 adds up to 2,000.5, the printed total is 2,010.5."


@pytest.mark.parametrize(
    "record",
    [
        table(PLOTS, ["Total", 2000.0, 2100.0]),
        table(PLOTS, ["Total", 2100.0, 2200.0]),  # no column adds up: another kind of table
        table(PLOTS, ["Total", 2000.0, 2101.0]),  # rounding
        table([["A", 1.25, 10.0], ["B", 1.33, 20.0], ["C", 1.4, 30.0]], ["Total", 1.3, 60.0], ["", "Rate %", "Sum"]),
        table([["A", 400.0], ["B", 500.0], ["Sub-total", 900.0], ["C", 100.0]], ["Total", 1010.0]),
        table([["A", 400.0], ["B", None], ["C", 100.0]], ["Total", 550.0]),  # a figure was lost
        table([["A", 400.0], ["B", 500.0]], ["Total", 910.0]),
        table(PLOTS, ["Total", 2000.0, 9100.0]),  # too far off for a slip
        table([["A", 400.0, "see note"], ["B", 500.0, 1.0], ["C", 1.0, 2.0]], ["Total", 901.0, 4.0]),
        table(PLOTS, None),
    ],
)
def test_tables_that_are_left_alone(find: Find, record: Record) -> None:
    assert find("column-against-total", record) == []


def test_a_table_whose_columns_the_text_does_not_tell_is_left_alone(find: Find) -> None:
    record = table(PLOTS, ["Total", 2000.0, 2200.0])
    doubt = {"code": "column-uncertain", "message": "…", "evidence": words("Budget", 3)}
    assert find("column-against-total", record.model_copy(update={"problems": paper(problems=[doubt]).problems})) == []


PAID = [["Hall", 100.0, 20.0, 120.0], ["Signs", 50.0, 10.0, 60.0], ["Ink", 10.0, 2.0, 12.0], ["Post", 5.0, 1.0, 6.0]]
HEADS = ["Payee", "Net", "VAT", "Total"]


def test_a_row_against_its_total(find: Find) -> None:
    [finding] = find("row-against-total", table([*PAID, ["Seeds", 40.0, 8.0, 50.0]], header=HEADS))
    assert finding.message == "Table “Budget”: the row “Seeds” adds up to 48, its printed total is 50."


@pytest.mark.parametrize(
    "record",
    [
        table(PAID, header=HEADS),
        table([*PAID, ["Seeds", None, 8.0, 50.0]], header=HEADS),  # a figure may be lost
        table([*PAID, ["Seeds", 40.0, 8.0, 50.0]], header=[*HEADS[:3], "Budget"]),
        table([[*row[:3], 5.0] for row in PAID], header=HEADS),  # no row adds up: the last column is no sum
    ],
)
def test_rows_that_are_left_alone(find: Find, record: Record) -> None:
    assert find("row-against-total", record) == []


def test_percentages_that_do_not_come_to_100(find: Find) -> None:
    shares = [["Yes", "45%"], ["No", "30%"], ["No answer", "20%"]]
    [finding] = find("percent-against-hundred", table(shares, ["Total", "100%"], ["Answer", "Share"]))
    assert finding.message == "Table “Budget”: the percentages “Share” come to 95%, and 100% is printed as their total."
    for near in (
        table([*shares[:2], ["No answer", "25%"]], ["Total", "100%"]),
        table([["Yes", "33%"], ["No", "33%"], ["No answer", "33%"]], ["Total", "100%"]),  # rounding
        table(shares, ["Total", "95%"]),
        table([["Yes", 45.0], ["No", 30.0], ["No answer", 20.0]], ["Total", 100.0]),  # people, not percent
        table([["Yes", 45.0], ["No", 30.0], ["No answer", 24.0]], ["Total", 100.0], unit="percent"),  # rounding
    ):
        assert find("percent-against-hundred", near) == []


def test_percentages_of_one_question_in_a_sentence(find: Find) -> None:
    said = "Of those who answered, 45% were for, 30% against and 35% undecided."
    [finding] = find("percent-against-hundred", minutes_with(f"The survey is done. {said}"))
    assert (finding.severity, finding.message) == ("info", f"The percentages come to 110%: “{said}”")


@pytest.mark.parametrize(
    "text",
    [
        "Of those who answered, 45% were for, 30% against and 25% undecided.",
        "Of those who answered, 33% were for, 33% against and 33% undecided.",  # rounding
        "Costs rose by 45%, fees by 30% and rents by 35%, and all agreed.",
        "45% were for and 65% against.",
        "The plan has 45% grass, 30% trees and 35% paths.",  # nothing says that these are all
    ],
)
def test_percentages_that_need_not_come_to_100(find: Find, text: str) -> None:
    assert find("percent-against-hundred", minutes_with(text)) == []


# Amounts


def money(text: str, amount: float, label: str = "", minute: str = "", line: int = 20) -> dict[str, Any]:
    return {
        "text": text,
        "amount": amount,
        "label": label or None,
        "minute": minute or None,
        "evidence": words(text, line),
    }


SCHEMES: list[list[Any]] = [["Roofs", 12_400_000.0], ["Boilers", 9_135_000.0], ["Ramps", 2_000_000.0]]


@pytest.mark.parametrize(
    ("unit", "rows", "total"),
    [
        ("GBP", SCHEMES, 23_535_000.0),
        ("GBP-thousand", [[name, amount / 1000] for name, amount in SCHEMES], 23_535.0),
    ],
)
def test_an_amount_a_thousand_times_the_tables(find: Find, unit: str, rows: list[list[Any]], total: float) -> None:
    record = table(rows, ["Total", total], ["", "Grant"], unit=unit)
    text = paper(money=[money("£23,535 million", 23_535_000_000)])
    [finding] = find("thousandfold", record, text)
    assert finding.severity == "error"
    assert finding.message == (
        "The text says “£23,535 million”, a thousand times the £23,535,000 of the total, column “Grant”, "
        "in the table “Budget”."
    )
    assert (finding.place.record.kind, finding.other and finding.other.record.kind) == ("minutes", "report")


def test_an_amount_a_thousand_times_another_of_the_text(find: Find) -> None:
    record = paper(money=[money("£23,535 million", 23_535_000_000), money("£23.535 million", 23_535_000, line=30)])
    [finding] = find("thousandfold", record)
    assert finding.message == "The text says “£23,535 million”, a thousand times the “£23.535 million” elsewhere."


@pytest.mark.parametrize(
    "said",
    [
        money("£23.535 million", 23_535_000),
        money("£9,000 million", 9_000_000_000),  # too round to tell
        money("£23,536 million", 23_536_000_000),  # another figure
    ],
)
def test_amounts_that_agree_with_the_table(find: Find, said: dict[str, Any]) -> None:
    rows = [*SCHEMES, ["Sheds", 9_000_000.0]]
    assert find("thousandfold", table(rows, ["Total", 32_535_000.0]), paper(money=[said])) == []


@pytest.mark.parametrize("amount", [23_553_000.0, 23_585_000.0])
def test_an_amount_nearly_the_total_of_a_table(find: Find, amount: float) -> None:
    text = f"£{amount:,.0f}"
    [finding] = find("text-against-table", table(SCHEMES, ["Total", 23_535_000.0]), paper(money=[money(text, amount)]))
    assert finding.message == (
        f"The text says “{text}”, nearly but not quite the 23,535,000 of the total in the table “Budget”."
    )


@pytest.mark.parametrize(
    ("amount", "total"),
    [
        (23_535_000.0, 23_535_000.0),
        (23_540_000.0, 23_535_000.0),  # rounded
        (9_153_000.0, 23_535_000.0),  # nearly a row, and rows have many neighbours
        (12_400_000.0, 12_400_001.0),  # a row of the table, and not its total
        (21_000_000.0, 12_000_000.0),  # too round to tell
        (1_769_000.0, 1_769_200.0),
    ],
)
def test_an_amount_that_is_another_than_the_total(find: Find, amount: float, total: float) -> None:
    text = paper(money=[money(f"£{amount:,.0f}", amount)])
    assert find("text-against-table", table(SCHEMES, ["Total", total]), text) == []


def test_one_figure_with_two_values(find: Find) -> None:
    two = [
        money("£11,620.72", 11_620.72, "credit balance", "5.2"),
        money("£11,260.72", 11_260.72, "Credit balance", "6.1", 30),
    ]
    [finding] = find("two-values", paper(money=two))
    assert finding.message == "The credit balance is “£11,620.72” here and “£11,260.72” there."


@pytest.mark.parametrize(
    "two",
    [
        (
            money("£11,620.72", 11_620.72, "credit balance", "5"),
            money("£11,620.72", 11_620.72, "credit balance", "6", 30),
        ),
        (
            money("£11,620.72", 11_620.72, "credit balance", "5"),
            money("£9,481.10", 9_481.10, "credit balance", "6", 30),
        ),
        (
            money("£11,620.72", 11_620.72, "credit balance", "5"),
            money("£11,260.72", 11_260.72, "cost of signs", "6", 30),
        ),
        (
            money("£11,620.72", 11_620.72, "balance", "5"),
            money("£11,260.72", 11_260.72, "balance", "6", 30),
        ),  # of what?
        (money("£3,000", 3000, "play reserve", "5"), money("£3,500", 3500, "play reserve", "6", 30)),  # two years
        (
            money("£11,620.72", 11_620.72, "credit balance", "5"),
            money("£11,260.72", 11_260.72, "credit balance", "5", 30),
        ),
    ],
)
def test_figures_that_may_differ(find: Find, two: tuple[dict[str, Any], ...]) -> None:
    assert find("two-values", paper(money=list(two))) == []


def test_a_full_stop_for_a_comma(find: Find) -> None:
    [finding] = find("amount-slip", paper(money=[money("£1,775.000", 1775)]))
    assert finding.message == "“£1,775.000” has a full stop where a comma belongs."
    assert (
        find("amount-slip", paper(money=[money("£1,775.00", 1775), money("£1,775.250 million", 1_775_250_000)])) == []
    )


# Numbers


def items(*numbers: str, below: str = "It was noted.") -> Record:
    rows = []
    for place, number in enumerate(numbers):
        minute = {"text": f"{below}", "evidence": words(below, 100 + place)}
        title = f"Title {chr(65 + place)}"
        rows.append({"number": number, "title": title, "minutes": [minute], "evidence": words(title, place + 1)})
    return paper(items=rows)


def scanned(record: Record) -> Record:
    rows = [item.model_copy(update={"evidence": Evidence(page=1, quote="x", confidence=0.9)}) for item in record.items]
    return record.model_copy(update={"items": tuple(rows)})


def test_a_missing_number(find: Find) -> None:
    [finding] = find("number-missing", items("1", "2", "4", "5"))
    assert finding.message == "Number 3 is missing: after 2 “Title B” comes 4 “Title C”."
    [finding] = find("number-missing", items("1", "2", "5", "6"))
    assert finding.message.startswith("Numbers 3 and 4 are missing")


@pytest.mark.parametrize(
    "record",
    [
        items("1", "2", "3", "4"),
        items("1", "2", "4"),  # too few to tell
        items("1", "2", "6", "7"),  # a page may be lost
        items("1", "2", "4", "5", below="3. Finance It was noted."),  # the reading missed it
        items("1", "2", "4", "5", below="FINANCE"),
        items("1", "2", "4", "1", "2"),  # two numberings
        items("1", "3", "5", "7"),
        scanned(items("1", "2", "4", "5")),  # OCR loses numbers
    ],
)
def test_numberings_that_are_left_alone(find: Find, record: Record) -> None:
    assert find("number-missing", record) == []


def test_a_missing_minute(find: Find) -> None:
    def minute(n: int) -> dict[str, Any]:
        return {"number": f"4.{n}", "text": f"Point {n} was noted.", "evidence": words(f"Point {n}", 10 + n)}

    def item(*numbers: int) -> Record:
        rows = [minute(n) for n in numbers]
        return paper(items=[{"number": "4", "title": "Reports", "minutes": rows, "evidence": words("Reports", 10)}])

    [finding] = find("number-missing", item(1, 2, 4))
    assert finding.message == "Number 4.3 is missing: after 4.2 “Point 2 was noted.” comes 4.4 “Point 4 was noted.”."
    assert find("number-missing", item(1, 2, 3)) == []


@pytest.mark.parametrize(
    ("numbers", "missing"),
    [
        (("24/008", "24/009", "24/011", "24/012"), "24/010"),
        (("8/24", "9/24", "11/24", "12/24"), "10/24"),
        (("FGB 01/2425", "FGB 02/2425", "FGB 04/2425", "FGB 05/2425"), "FGB 03/2425"),
        (("1", "2", "2A", "4", "5"), "3"),
    ],
)
def test_numbers_with_a_year_or_letters_are_counted_too(find: Find, numbers: tuple[str, ...], missing: str) -> None:
    [finding] = find("number-missing", items(*numbers))
    assert finding.message.startswith(f"Number {missing} is missing: after ")


@pytest.mark.parametrize(
    "numbers",
    [("24/008", "24/009", "24/010", "24/011"), ("1.1", "1.2", "2.1", "2.4"), ("1/24", "2/25", "4/25", "5/25")],
)
def test_numbers_of_which_two_parts_count_are_left_alone(find: Find, numbers: tuple[str, ...]) -> None:
    assert find("number-missing", items(*numbers)) == []


def test_a_number_twice(find: Find) -> None:
    [finding] = find("number-twice", items("1", "2", "2", "3"))
    assert finding.message == "Number 2 stands twice: “Title B” and “Title C”."
    for near in (items("1", "2", "3", "4"), items("1", "1", "2", "2"), items("1", "2", "2", "1")):
        assert find("number-twice", near) == []


# Votes and attendance


def people(**status: str) -> list[dict[str, Any]]:
    return [
        {"name": name.replace("_", " "), "status": given, "evidence": words(name.replace("_", " "), 3)}
        for name, given in status.items()
    ]


THERE = people(
    Ann_Lee="present", John_Marsh="present", Norah_Bexley="present", Rosa_Field="apologies", Tom_Lee="absent"
)


def decision(**fields: Any) -> dict[str, Any]:
    given = {
        "id": f"{ID}/decision/4.1",
        "outcome": "agreed",
        "text": "to buy signs",
        "evidence": words("to buy signs", 9),
    }
    return given | fields


@pytest.mark.parametrize(
    ("mover", "message"),
    [
        ("Cllr R. Field", "Cllr R. Field moves a decision, but Rosa Field is recorded with apologies."),
        ("Rosa Field", "Rosa Field moves a decision, but Rosa Field is recorded with apologies."),
        ("Councillor Field", "Councillor Field moves a decision, but Rosa Field is recorded with apologies."),
        ("RF", "RF moves a decision, but Rosa Field is recorded with apologies."),
        ("Councillor Lee (T)", "Councillor Lee (T) moves a decision, but Tom Lee is recorded absent."),
    ],
)
def test_a_mover_who_was_away(find: Find, mover: str, message: str) -> None:
    [finding] = find("voted-while-away", paper(attendance=THERE, decisions=[decision(mover=mover)]))
    assert (finding.message, finding.severity) == (message, "error")


@pytest.mark.parametrize(
    "mover", ["Ann Lee", "Cllr Lee", "Cllr A. Lee", "JM", "Cllr Bexley", "Cllr S. Field", "Cllr Oakes", None]
)
def test_movers_who_were_there_or_may_have_been(find: Find, mover: str | None) -> None:
    assert find("voted-while-away", paper(attendance=THERE, decisions=[decision(mover=mover)])) == []


def test_where_few_are_recorded_nobody_is_away(find: Find) -> None:
    few = people(Ann_Lee="present", Rosa_Field="apologies")
    assert find("voted-while-away", paper(attendance=few, decisions=[decision(mover="Rosa Field")])) == []


def test_a_seconder_who_had_left(find: Find) -> None:
    record = minutes_with("Cllr Marsh left the meeting at 8.15 pm.", "It was resolved to buy signs.", attendance=THERE)
    late = decision(minute="4.2", item="4", seconder="Cllr Marsh")
    [finding] = find("voted-while-away", record.model_copy(update={"decisions": paper(decisions=[late]).decisions}))
    assert finding.message == "Cllr Marsh moves or seconds a decision after leaving the meeting."
    early = decision(minute="4.1", item="4", seconder="Cllr Marsh")
    assert find("voted-while-away", record.model_copy(update={"decisions": paper(decisions=[early]).decisions})) == []
    back = minutes_with("Cllr Marsh left the meeting at 8.15 pm.", "Cllr Marsh returned. It was resolved to buy signs.")
    back = back.model_copy(update={"attendance": record.attendance, "decisions": paper(decisions=[late]).decisions})
    assert find("voted-while-away", back) == []


@pytest.mark.parametrize(
    ("votes", "count"), [({"for": 3, "against": 1}, 1), ({"for": 2, "against": 1}, 0), ({"for": 3}, 0)]
)
def test_votes_against_attendance(find: Find, votes: dict[str, int], count: int) -> None:
    found = find("more-votes-than-members", paper(attendance=THERE, decisions=[decision(votes=votes)]))
    assert [f.message for f in found] == ["4 votes are counted, and 3 members are recorded as present."] * count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The quorum for this meeting is 5 governors.", 1),
        ("A quorum of four members was needed.", 1),
        ("The quorum for this meeting is 3 governors plus the head.", 0),
        ("The quorum is 25% of members.", 0),
        ("There was a quorum of members.", 0),
    ],
)
def test_quorum(find: Find, text: str, count: int) -> None:
    record = minutes_with(text, attendance=THERE, decisions=[decision()])
    assert len(find("quorum-not-met", record)) == count
    assert find("quorum-not-met", minutes_with(text, attendance=THERE)) == []  # nothing was decided


def test_one_who_is_there_and_away(find: Find) -> None:
    both = [*THERE, *people(Ann_Lee="apologies")]
    [finding] = find("present-and-away", paper(attendance=both))
    assert finding.message == "Ann Lee is recorded as present and with apologies."
    assert find("present-and-away", paper(attendance=[*THERE, *people(Ann_Lee="in_attendance")])) == []


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [
        ("19:00", "18:45", 1),
        ("10:30", "10:10", 1),
        ("19:00", "21:10", 0),
        ("19:00", "08:45", 0),  # 8.45 of the evening
        ("19:30", "00:10", 0),  # past midnight
        ("19:00", None, 0),
        (None, "21:00", 0),
    ],
)
def test_a_meeting_that_ends_before_it_starts(find: Find, start: str | None, end: str | None, count: int) -> None:
    record = paper(meeting={"body": "Ambleforth Parish Council", "date": "2025-03-11", "start": start, "end": end})
    assert len(find("ends-before-start", record)) == count


THREE = "Mr Marsh, Mrs Lee, Ms Bexley"


@pytest.mark.parametrize(
    "texts", [("For (4)", THREE), (f"For: 4 {THREE}",), (f"Votes for (4): {THREE}",), ("In favour (4)", THREE)]
)
def test_names_against_the_count_of_a_recorded_vote(find: Find, texts: tuple[str, ...]) -> None:
    [finding] = find("names-against-count", minutes_with(*texts))
    assert finding.message.endswith(" (4)” counts 4 votes, and 3 names are listed.")
    assert finding.place.evidence and THREE in finding.place.evidence.quote


@pytest.mark.parametrize(
    "texts",
    [
        ("For (3)", THREE),
        ("For (3)", "Mr Marsh OBE, Sir John Lee, MBE, Ms Bexley"),  # letters behind a name are no name
        ("For (4)", "Against (3)"),
        ("For: 68", "Against: 1"),
        ("For 4 years Mr Marsh and Mrs Lee were members.",),
        ("Abstain (0)", "The motion of Mr Marsh, Mrs Lee was carried."),
    ],
)
def test_recorded_votes_that_are_left_alone(find: Find, texts: tuple[str, ...]) -> None:
    assert find("names-against-count", minutes_with(*texts)) == []


def test_a_voter_who_was_away(find: Find) -> None:
    [finding] = find("voter-away", minutes_with("For (3)", "Mr Marsh, Ms Field, Ms Bexley", attendance=THERE))
    assert finding.message == "Ms Field is listed as voting “For (3)”, but Rosa Field is recorded with apologies."
    assert find("voter-away", minutes_with("For (3)", THREE, attendance=THERE)) == []
    mr_field = people(Rosa_Field="apologies")[0] | {"evidence": words("Mr Field", 4)}
    other = [*THERE[:3], mr_field]
    assert find("voter-away", minutes_with("For (3)", "Mr Marsh, Ms Field, Ms Bexley", attendance=other)) == []


# The seeds


def test_the_seeds_have_their_faults_and_no_others(shared: Path) -> None:
    [path] = (shared / "papers" / "seeds").glob("003_*.txt")
    papers = Papers.of("forum", [record for record in extract(path) if record.meeting.body], matcher_of(None))
    codes = {one.code for one in OWN}
    found = [
        (f.code, place.record.kind, f.message)
        for f in check.check([papers], codes=codes)
        for place in (f.place, *f.also)  # the wrong year stands in the sheet and in the minutes: one finding
    ]
    text = " ".join(message for _, _, message in found)
    assert sorted((code, kind) for code, kind, _ in found) == [
        ("number-slip", "minutes"),
        ("past-meeting-to-come", "action-sheet"),
        ("past-meeting-to-come", "minutes"),
        ("thousandfold", "report"),
        ("thousandfold", "report"),
    ]
    assert "“£51,195 million”, a thousand times the 51,195,000" in text and "“£33,320 million”" in text
    assert text.count("“20 October 2018”") == 2 and text.count("elsewhere it is “20 October 2017”") == 2
    assert "“4..6”" in text


def test_a_fault_that_two_checks_see_is_told_once(find: Find) -> None:
    last = "The minutes of the previous meeting of 14 January 2025 were approved."
    given = [{"text": "14 January 2025", "value": "2025-01-14", "minute": "4.1", "evidence": words("14 January 2025")}]
    row = {
        "id": "x/action/1",
        "task": "Order signs",
        "marked": True,
        "carried": True,
        "evidence": words("Order signs", 7),
    }
    sheet = paper(
        id="ambleforth-parish-council/2025-03-11/action-sheet",
        kind="action-sheet",
        actions=[row | {"topic": "Minutes of the previous meeting 14 January 2026"}],
        dates=[{"text": "14 January 2026", "value": "2026-01-14", "evidence": words("14 January 2026", 7)}],
    )
    both = (minutes_with(last, dates=given), sheet)
    assert len(find("meeting-year-differs", *both)) == 1
    assert [finding.code for finding in find("", *both)] == ["past-meeting-to-come"]


# The command

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `minutebook check` in a workspace with two papers: (exit code, stdout, stderr)."""
    other = "harrowdale-schools-forum/2025-05-06/minutes"
    for one in (
        paper(problems=[noticed("due-before-meeting", "This is due too early.")]),
        paper(id=other, problems=[noticed("meeting-year-missing", "The year is missing.") | {"severity": "info"}]),
    ):
        path = tmp_path / "output" / f"{one.id}.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(to_yaml(one), "utf-8")
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["minutebook", "check", *arguments])
        code: object = 0
        try:
            cli.main()
        except SystemExit as end:
            code = end.code
        out, err = capsys.readouterr()
        return int(str(code or 0)), out, err

    return command


def test_findings_are_told_by_paper_with_their_places(run: Run) -> None:
    code, out, err = run()
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "Minutes",
        f"{ID} · corpus/a.txt",
        "  warning: This is due too early. [due-before-meeting]",
        "    line 1: “by 1 February”",
        "",
        "Minutes",
        "harrowdale-schools-forum/2025-05-06/minutes · corpus/a.txt",
        "  info: The year is missing. [meeting-year-missing]",
        "    line 1: “by 1 February”",
        "",
        "1 warning, 1 remark in 2 papers.",
    ]


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        (("--code", "meeting-year-missing"), ["meeting-year-missing"]),
        (("--severity", "warning"), ["due-before-meeting"]),
        (("--severity", "error"), []),
        (("Ambleforth Parish Council",), ["due-before-meeting"]),
        (("harrowdale-schools-forum",), ["meeting-year-missing"]),
        ((ID,), ["due-before-meeting"]),
    ],
)
def test_what_to_look_at_can_be_chosen(run: Run, arguments: tuple[str, ...], codes: list[str]) -> None:
    code, out, _ = run(*arguments, "--json")
    assert code == 0
    assert [finding["code"] for finding in json.loads(out)] == codes


def test_json_names_the_paper_the_place_and_the_words(run: Run) -> None:
    [finding] = json.loads(run(ID, "--json")[1])
    assert finding["body"] == "Ambleforth Parish Council"
    assert finding["other"] is None
    assert finding["place"]["record"] == ID
    assert finding["place"]["source"] == {"path": "corpus/a.txt", "sha256": "0" * 64}
    assert (finding["place"]["evidence"]["line"], finding["place"]["evidence"]["quote"]) == (1, "by 1 February")


def test_strict_ends_with_1_where_something_is_found(run: Run) -> None:
    assert run("--strict")[0] == 1
    assert run("--strict", "--severity", "error") == (0, "Nothing was found.\n", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--code", "no-such-check"), "no-such-check: there is no check of this name."),
        (("fenwick",), "fenwick: there is no body of this name with records."),
        (("fenwick/2025-01-01/minutes",), "fenwick/2025-01-01/minutes: there is no record with this id."),
    ],
)
def test_wrong_use_is_one_sentence(run: Run, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"minutebook: {said}") and err.count("\n") == 1


def test_a_record_that_cannot_be_read_is_told_and_the_others_are_checked(run: Run) -> None:
    path = Path("output/ambleforth-parish-council/2025-04-08/minutes.yaml")
    path.parent.mkdir(parents=True)
    path.write_text("schema: minutebook/1\nsurprise: 1\n", "utf-8")
    code, out, err = run()
    assert code == 1
    assert "2025-04-08" in err and "1 warning, 1 remark in 2 papers." in out


def test_the_list_names_every_check_once(run: Run) -> None:
    code, out, _ = run("--list")
    named = [line.split()[0] for line in out.splitlines()]
    assert code == 0
    assert named == [one.code for one in check.CHECKS] and len(named) == len(set(named))
    assert json.loads(run("--list", "--json")[1])[0] == {"code": check.CHECKS[0].code, "about": check.CHECKS[0].about}


def test_every_check_is_described_in_the_docs() -> None:
    text = (Path(__file__).parent.parent / "docs" / "checks.md").read_text("utf-8")
    assert [one.code for one in check.CHECKS if f"| `{one.code}` |" not in text] == []
