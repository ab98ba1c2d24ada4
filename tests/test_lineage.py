"""Lineage: reports and their recommendations, minutes and decisions that are named, other bodies; doubt is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.lineage.bodies import Bodies
from pipeline.lineage.links import Change, Lineage, Link
from pipeline.lineage.shelfmarks import Papers
from pipeline.lineage.trace import not_taken_up, trace, with_later
from pipeline.lineage.words import differences, held, shown
from pipeline.record import (
    DateMention,
    Decision,
    Evidence,
    Item,
    Kind,
    Meeting,
    Minute,
    Outcome,
    Recommendation,
    Record,
    SourceFile,
)
from pipeline.write import to_yaml
from tests.test_cli import Run, run  # noqa: F401

COUNCIL = ("ambleforth-parish-council", "Ambleforth Parish Council")
FINANCE = ("ambleforth-finance-committee", "Ambleforth Finance Committee")


def paper(
    day: str,
    *items: tuple[str, str, list[tuple[str, Outcome]]],
    body: tuple[str, str] = COUNCIL,
    kind: Kind = "minutes",
    dates: dict[str, str] | None = None,
    recommendations: list[str] | None = None,
    subject: str = "",
    folder: str = "ambleforth",
) -> Record:
    """A record; items are (number, title, decisions), `dates` what its words for days mean."""
    stem = f"{body[0]}/{day or f'undated/{folder}'}"
    decisions, listed = [], []
    for number, title, made in items:
        minutes = []
        for count, (text, outcome) in enumerate(made, start=1):
            evidence = Evidence(page=2, quote=text)
            minutes.append(Minute(number=f"{number}.{count}", text=text, evidence=evidence))
            decisions.append(
                Decision(
                    id=f"{stem}/decision/{number}.{count}",
                    item=number,
                    minute=f"{number}.{count}",
                    outcome=outcome,
                    text=text,
                    evidence=evidence,
                )
            )
        listed.append(Item(number=number, title=title, minutes=tuple(minutes), evidence=Evidence(page=1, quote=title)))
    return Record(
        id=f"{stem}/{kind}",
        kind=kind,
        title=f"{kind.capitalize()} of the meeting",
        source=SourceFile(
            path=f"corpus/{folder}/{day or 'report'}-{kind}.pdf",
            sha256="0" * 64,
            media_type="application/pdf",
            reader="pdf",
        ),
        meeting=Meeting(body=body[1], date=day or None),
        metadata={"Subject": subject} if subject else {},
        items=tuple(listed),
        decisions=tuple(decisions),
        dates=tuple(
            DateMention(text=text, value=value, evidence=Evidence(page=1, quote=text))
            for text, value in (dates or {}).items()
        ),
        recommendations=tuple(
            Recommendation(
                number=f"({'abcdef'[at]})", text=text, to="the Council", evidence=Evidence(page=4, quote=text)
            )
            for at, text in enumerate(recommendations or [])
        ),
    )


def lineages(*records: Record) -> dict[str, Lineage]:
    """The lineage of every decision of these papers: id -> lineage."""
    found = trace(Papers.of(records), [record for record in records if record.decisions])
    return {one.decision.id: one for one in found}


def links(lineage: Lineage) -> list[tuple[str, bool, str | None]]:
    return [(link.kind, link.sure, link.record.id if link.record else None) for link in lineage.links]


def only(lineage: Lineage) -> Link:
    [link] = lineage.links
    return link


# Words


@pytest.mark.parametrize(
    ("recommended", "resolved"),
    [
        ("NOTE the forecast overspend of £23,000.", "Notes the forecast overspend of £23,000."),
        ("To delegate authority to the Clerk; and", "RESOLVED that the Council delegates authority to the Clerk."),
        ("that the lower rate be kept", "The lower rate is kept"),
        ("(i) ADOPT the plan at Appendix B", "Adopts the plan at Appendix B; and"),
    ],
)
def test_a_resolution_that_says_the_same(recommended: str, resolved: str) -> None:
    assert differences(recommended, resolved) == ()


@pytest.mark.parametrize(
    ("recommended", "resolved", "changes"),
    [
        ("That the grant be £500.", "That the grant be £400.", (Change("£500", "£400"),)),
        ("Adopt the new rules of halls.", "Adopt the rules of halls but 4.", (Change("new", ""), Change("", "but 4"))),
        ("Close the path in May.", "Close the path in May subject to a survey.", (Change("", "subject to a survey"),)),
        ("Not agree the sale.", "Agree the sale.", (Change("Not", ""),)),
    ],
)  # fmt: skip
def test_a_resolution_that_differs_says_where(recommended: str, resolved: str, changes: tuple[Change, ...]) -> None:
    assert differences(recommended, resolved) == changes


def test_both_texts_in_one_line() -> None:
    assert shown("Close the path in May.", "Closes the path in June.") == "Closes the path in [-May.-] {+June.+}"


def test_how_much_of_a_text_another_holds() -> None:
    assert held("repair the roof of the mill", "RESOLVED to repair the roof of the mill and to paint the door") == 1.0
    assert held("sell the field by the river", "RESOLVED to repair the roof") == 0.0


# Reports

PARK = "Resurfacing of the car park"
MINUTES = paper(
    "2025-03-11",
    ("7", "Resurfacing of the car park", [
        ("Accepts the quotation of Quillmere Surfacing for the car park.", "agreed"),
        ("Meets the cost of £9,200 from the general reserve.", "agreed"),
    ]),
    ("8", "Allotment fence", [("The fence of the allotments is to be mended by the tenants.", "agreed")]),
)  # fmt: skip
REPORT = paper(
    "2025-03-11",
    kind="report",
    subject="Resurfacing of the car park",
    recommendations=[
        "ACCEPT the quotation of Quillmere Surfacing for the car park;",
        "MEET the cost of £9,600 from the general reserve; and",
        "ASK the Clerk to claim the district community grant before the end of April.",
    ],
)


def test_each_recommendation_stands_beside_the_resolution_taken() -> None:
    found = lineages(MINUTES, REPORT)
    first = found["ambleforth-parish-council/2025-03-11/decision/7.1"]
    second = found["ambleforth-parish-council/2025-03-11/decision/7.2"]
    assert links(first) == links(second) == [("report", True, REPORT.id)]
    assert [(one.recommendation.number, one.verdict, one.sure) for one in first.comparisons] == [("(a)", "same", True)]
    assert [(one.verdict, one.changes) for one in second.comparisons] == [("amended", (Change("£9,600", "£9,200"),))]
    assert links(found["ambleforth-parish-council/2025-03-11/decision/8.1"]) == []


def test_what_was_not_taken_up_is_told_with_its_place() -> None:
    [left] = not_taken_up(Papers.of([MINUTES, REPORT]), [MINUTES])
    assert (left.recommendation.number, left.verdict, left.sure) == ("(c)", "not-taken-up", False)
    assert (left.item, left.recommendation.evidence.page) == ("7 Resurfacing of the car park", 4)


def test_recommendations_agreed_as_a_whole_are_not_told_as_lost() -> None:
    minutes = paper(
        "2025-03-11", ("7", "Resurfacing of the car park", [("The recommendations were agreed.", "agreed")])
    )
    papers = Papers.of([minutes, REPORT])
    assert not_taken_up(papers, [minutes]) == []
    [lineage] = trace(papers, [minutes])
    assert {(one.verdict, one.sure) for one in lineage.comparisons} == {("same", False)}


def test_one_sentence_may_resolve_two_recommendations() -> None:
    text = (
        "RESOLVED that the Council accepts the quotation of Quillmere Surfacing for the car park and meets the cost of "
        "£9,600 from the general reserve, and asks the Clerk to claim the district community grant before the end of "
        "April."
    )
    [lineage] = lineages(paper("2025-03-11", ("7", PARK, [(text, "agreed")])), REPORT).values()
    assert [one.verdict for one in lineage.comparisons] == ["same", "same", "same"]


def test_a_resolution_in_the_passive_that_says_more() -> None:
    text = "RESOLVED that the offer of Quillmere Surfacing be accepted and that its cost be met as in the report."
    report = paper("2025-03-11", kind="report", subject=PARK, recommendations=[
        "accept the offer of Quillmere Surfacing;", "MEET the cost of £9,600 from the general reserve; and",
    ])  # fmt: skip
    minutes = paper("2025-03-11", ("7", PARK, [(text, "agreed")]))
    [lineage] = lineages(minutes, report).values()
    assert [(one.verdict, one.more) for one in lineage.comparisons] == [("same", True)]
    assert not_taken_up(Papers.of([minutes, report]), [minutes]) == []


def test_a_condition_that_is_put_in_is_an_amendment() -> None:
    text = (
        "Accepts the quotation of Quillmere Surfacing for the car park subject to a survey of the drains, of the wall "
        "by the road and of the kerb."
    )
    [lineage] = lineages(paper("2025-03-11", ("7", PARK, [(text, "agreed")])), REPORT).values()
    [comparison] = lineage.comparisons
    assert (comparison.verdict, comparison.more) == ("amended", False)
    assert comparison.changes[0].after.startswith("subject to a survey of the drains")


def test_a_refused_resolution_is_no_recommendation_taken() -> None:
    text = "Accepts the quotation of Quillmere Surfacing for the car park."
    [lineage] = lineages(
        paper("2025-03-11", ("7", "Resurfacing of the car park", [(text, "refused")])), REPORT
    ).values()
    assert [one.verdict for one in lineage.comparisons] == ["not-taken-up"]


def test_a_report_of_another_day_or_another_matter_is_not_linked() -> None:
    other_day = paper(
        "2025-05-13", kind="report", subject="Resurfacing of the car park", recommendations=["Accept it."]
    )
    other = paper(
        "2025-03-11", kind="report", subject="Tree survey", recommendations=["FELL the ash by the chapel gate."]
    )
    assert all(lineage.links == () for lineage in lineages(MINUTES, other_day, other).values())


def test_a_report_without_a_day_belongs_to_the_meeting_that_it_fits_best() -> None:
    earlier = paper("2025-01-14", ("5", "Car park", [("Quotations for the car park are to be sought.", "agreed")]))
    undated = paper("", kind="report", subject="Resurfacing of the car park",
                    recommendations=[one.text for one in REPORT.recommendations])  # fmt: skip
    found = lineages(earlier, MINUTES, undated)
    assert found["ambleforth-parish-council/2025-01-14/decision/5.1"].links == ()
    link = only(found["ambleforth-parish-council/2025-03-11/decision/7.1"])
    assert "the report has no date of its own" in link.message


def test_the_day_in_a_file_s_name_counts_where_the_report_says_none() -> None:
    text = "Accepts the quotation of Quillmere Surfacing for the car park."
    earlier = paper("2025-01-14", ("7", PARK, [(text, "agreed")]))
    undated = paper("", kind="report", subject=PARK, recommendations=[one.text for one in REPORT.recommendations])
    for name, day in (("Report_11th_March_2025.pdf", "2025-03-11"), ("2025-01-14-report.pdf", "2025-01-14")):
        named = undated.model_copy(
            update={"source": undated.source.model_copy(update={"path": f"corpus/ambleforth/{name}"})}
        )
        found = lineages(earlier, MINUTES, named).values()
        assert {one.record.meeting.date for one in found for link in one.links if link.kind == "report"} == {day}


# What the words name


def test_minutes_of_a_day_that_are_here() -> None:
    before = paper("2025-01-14", ("1", "Bins", [("Three bins are bought.", "agreed")]))
    text = "The minutes of the meeting held on 14 January were approved."
    now = paper("2025-03-11", ("3", "Minutes", [(text, "agreed")]), dates={"14 January": "2025-01-14"})
    link = only(lineages(before, now)[f"{COUNCIL[0]}/2025-03-11/decision/3.1"])
    assert (link.kind, link.sure, link.record) == ("minutes", True, before)
    assert link.words.quote == "minutes of the meeting held on 14 January"


def test_minutes_of_a_day_that_are_not_here_and_of_a_day_to_come() -> None:
    for value, sure, words in (("2025-02-11", True, "not here"), ("2025-04-11", False, "not before this meeting")):
        text = "The minutes of the meeting held on 11 February were approved."
        now = paper("2025-03-11", ("3", "Minutes", [(text, "agreed")]), dates={"11 February": value})
        [lineage] = lineages(now).values()
        assert (links(lineage), words in only(lineage).message) == ([("minutes", sure, None)], True)


def test_minutes_of_the_last_meeting_are_doubtful_unless_it_announced_this_one() -> None:
    text = "The minutes of the previous meeting were approved."
    now = paper("2025-03-11", ("3", "Minutes", [(text, "agreed")]))
    before = paper("2025-01-14", ("1", "Bins", [("Three bins are bought.", "agreed")]))
    announced = before.model_copy(
        update={
            "dates": (
                DateMention(
                    text="11 March", value="2025-03-11", kind="next-meeting", evidence=Evidence(quote="11 March")
                ),
            )
        }
    )
    assert links(lineages(before, now)[f"{COUNCIL[0]}/2025-03-11/decision/3.1"]) == [("minutes", False, before.id)]
    assert links(lineages(announced, now)[f"{COUNCIL[0]}/2025-03-11/decision/3.1"]) == [("minutes", True, before.id)]


def test_minutes_of_another_body() -> None:
    theirs = paper("2025-02-04", ("1", "Bins", [("Three bins are bought.", "agreed")]), body=FINANCE)
    text = "The minutes of the Finance Committee meeting held on 4 February were noted."
    now = paper("2025-03-11", ("3", "Minutes", [(text, "noted")]), dates={"4 February": "2025-02-04"})
    link = only(lineages(theirs, now)[f"{COUNCIL[0]}/2025-03-11/decision/3.1"])
    assert (link.sure, link.record) == (True, theirs)
    assert link.message == "the minutes of the Finance Committee of 4 February 2025"


def test_an_earlier_minute_by_its_number() -> None:
    before = paper("2025-01-14", ("24/118", "Bins", [("Three bins are bought.", "agreed")]))
    now = paper("2025-03-11", ("3", "Bins", [("Minute 24/118 was rescinded.", "agreed")]))
    link = only(lineages(before, now)[f"{COUNCIL[0]}/2025-03-11/decision/3.1"])
    assert (link.kind, link.sure, link.decision) == ("earlier", True, before.decisions[0])


def test_a_decision_is_told_what_later_decisions_go_back_to_it() -> None:
    before = paper("2025-01-14", ("24/118", "Bins", [("Three bins are bought.", "agreed")]))
    now = paper("2025-03-11", ("3", "Bins", [("Minute 24/118 was rescinded.", "agreed")]))
    papers = Papers.of([before, now])
    [lineage] = trace(papers, [before])
    assert lineage.links == ()
    link = only(with_later(lineage, papers))
    assert (link.kind, link.sure, link.decision, link.message) == ("later", True, now.decisions[0], "on 11 March 2025")


def test_a_minute_number_that_every_meeting_has_is_doubtful() -> None:
    one, two = (
        paper(day, ("7", "Bins", [("Three bins are bought.", "agreed")])) for day in ("2024-11-12", "2025-01-14")
    )
    now = paper("2025-03-11", ("3", "Hall", [("Minute 7 was confirmed.", "agreed")]))
    link = only(lineages(one, two, now)[f"{COUNCIL[0]}/2025-03-11/decision/3.1"])
    assert (link.sure, link.record) == (False, two)
    assert "the last of 2 meetings with that number" in link.message


def test_a_decision_by_its_day_and_words() -> None:
    before = paper("2025-01-14", ("5", "Bins", [("Three oak benches for the churchyard are to be bought.", "agreed")]),
                   ("6", "Hall", [("The hall is to be painted white.", "agreed")]))  # fmt: skip
    text = "The three oak benches for the churchyard, agreed at the meeting on 14 January, are to be green."
    now = paper("2025-03-11", ("4", "Benches", [(text, "agreed")]), dates={"14 January": "2025-01-14"})
    link = only(lineages(before, now)[f"{COUNCIL[0]}/2025-03-11/decision/4.1"])
    assert (link.kind, link.sure, link.decision) == ("earlier", True, before.decisions[0])
    text = "The posts agreed at the meeting on 14 January are to be red."
    vague = paper("2025-03-11", ("4", "Posts", [(text, "agreed")]), dates={"14 January": "2025-01-14"})
    link = only(lineages(before, vague)[f"{COUNCIL[0]}/2025-03-11/decision/4.1"])
    assert (link.sure, link.record, link.decision) == (False, before, None)


def test_the_same_matter_again_is_a_possibility_and_set_words_are_none() -> None:
    made: list[tuple[str, Outcome]] = [
        ("A grant of £100 was given to the Quillmere Show Society for prizes.", "agreed"),
        ("The report was received with thanks and noted by all.", "agreed"),
    ]
    before, now = paper("2024-03-12", ("5", "Grants", made)), paper("2025-03-11", ("6", "Grants", made))
    found = lineages(before, now)
    link = only(found[f"{COUNCIL[0]}/2025-03-11/decision/6.1"])
    assert (link.kind, link.sure, link.decision) == ("again", False, before.decisions[0])
    assert links(found[f"{COUNCIL[0]}/2025-03-11/decision/6.2"]) == []


# Other bodies

ASKED = "It was agreed to recommend to Council that the burial fees rise to £420 from April."


def test_a_recommendation_to_another_body_and_what_it_decided() -> None:
    here = paper("2025-02-04", ("4", "Fees", [(ASKED, "recommended")]), body=FINANCE)
    there = paper("2025-03-11", ("9", "Fees", [("The burial fees rise to £420 from April.", "agreed")]))
    found = lineages(here, there)
    link = only(found[f"{FINANCE[0]}/2025-02-04/decision/4.1"])
    assert (link.kind, link.sure, link.decision) == ("recommended-to", True, there.decisions[0])
    assert link.message == "recommended to Council: agreed by Ambleforth Parish Council on 11 March 2025"
    back = only(found[f"{COUNCIL[0]}/2025-03-11/decision/9.1"])
    assert (back.kind, back.sure, back.decision) == ("recommended-by", True, here.decisions[0])


def test_a_recommendation_of_which_nothing_is_heard() -> None:
    here = paper("2025-02-04", ("4", "Fees", [(ASKED, "recommended")]), body=FINANCE)
    there = paper("2025-03-11", ("9", "Hall", [("The hall is to be painted white.", "agreed")]))
    earlier = paper("2025-01-14", ("9", "Fees", [("The burial fees rise to £420 from April.", "agreed")]))
    for records, words in (
        ((here,), "no papers of it are here"),
        ((here, earlier), "no later minutes of it are here"),
        ((here, there), "nothing was found in its 1 later paper here"),
    ):
        link = only(lineages(*records)[f"{FINANCE[0]}/2025-02-04/decision/4.1"])
        assert (link.record, link.message) == (None, f"recommended to Council: {words}")


def test_what_another_body_recommended_is_not_recommended_to_it() -> None:
    text = "The Council accepted the fees as recommended by the Finance Committee."
    assert links(next(iter(lineages(paper("2025-03-11", ("9", "Fees", [(text, "agreed")]))).values()))) == []


def test_names_of_bodies() -> None:
    bodies = Bodies.of(
        [paper("2025-02-04", body=one) for one in (COUNCIL, FINANCE, ("quillmere-council", "Quillmere Council"))]
    )
    assert bodies.called("Council", by=FINANCE[0]) == [COUNCIL[0]]
    assert bodies.called("Full Council", by=FINANCE[0]) == [COUNCIL[0]]
    assert bodies.called("the Finance Committee", by=COUNCIL[0]) == [FINANCE[0]]
    assert bodies.called("APC", by=FINANCE[0]) == [COUNCIL[0]]
    assert bodies.called("Audit Committee", by=COUNCIL[0]) == []


# The command


def put(*records: Record) -> None:
    for record in records:
        path = Path("output") / f"{record.id}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(to_yaml(record), "utf-8")


def test_the_command_for_a_body_a_record_and_a_decision(run: Run) -> None:  # noqa: F811
    put(MINUTES, REPORT)
    code, out, err = run("lineage", "Ambleforth Parish Council")
    assert (code, err) == (0, "")
    assert "Recommendation (a): taken as recommended" in out
    assert "Recommendation (b): amended: “£9,600” became “£9,200”" in out
    assert "[-£9,600-] {+£9,200+}" in out
    assert "perhaps not taken up" in out
    assert "fence of the allotments" not in out
    assert "fence of the allotments" in run("lineage", MINUTES.id, "--all")[1]
    one = run("lineage", MINUTES.decisions[0].id)[1]
    assert "Quillmere Surfacing" in one
    assert "£9,200" not in one


def test_the_command_s_json_holds_the_words_of_both_sides(run: Run) -> None:  # noqa: F811
    put(MINUTES, REPORT)
    found = json.loads(run("lineage", MINUTES.id, "--json")[1])
    [comparison] = found["decisions"][1]["recommendations"]
    assert (comparison["verdict"], comparison["changes"]) == ("amended", [{"before": "£9,600", "after": "£9,200"}])
    assert (comparison["there"]["record"], comparison["there"]["page"]) == (REPORT.id, 4)
    assert (comparison["here"]["record"], comparison["here"]["page"]) == (MINUTES.id, 2)
    assert [one["number"] for one in found["not_taken_up"]] == ["(c)"]


def test_the_command_s_faults_are_sentences(run: Run) -> None:  # noqa: F811
    put(MINUTES)
    code, _, err = run("lineage", "ambleforth-parish-council/2025-03-12/minutes")
    assert (code, "Do you mean ambleforth-parish-council/2025-03-11/minutes" in err) == (2, True)
