"""Rosters: names made one only where nobody else can be meant, terms, attendance, and what people type about it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from pipeline.problem import RecordError, SettingError
from pipeline.record import Attendee, Evidence, Meeting, Record, SourceFile, Status
from pipeline.roster import table
from pipeline.roster.build import roster_of
from pipeline.roster.names import alike, could_stand_for, key_of
from pipeline.roster.people import Person, Roster
from pipeline.roster.typed import Typed, add_people, read_people
from pipeline.write import to_yaml
from tests.test_cli import Run, run  # noqa: F401

BODY = "ambleforth-parish-council"
STATUS: dict[str, Status] = {"P": "present", "A": "apologies", "I": "in_attendance", "-": "absent"}


def minutes(day: str, *people: str, body: str = BODY, count: int = 1) -> Record:
    """Minutes of a day with people as "P Ann Lee" or "P Mrs|Ann Lee|Chair"."""
    listed = []
    for text in people:
        status, words = text.split(" ", 1)
        title, name, capacity = ["", *words.split("|"), ""][-4:][:3] if words.count("|") == 2 else ["", words, ""]
        quote = f"{title} {name}".strip()
        listed.append(
            Attendee(
                name=name, status=STATUS[status], capacity=capacity or None, evidence=Evidence(page=1, quote=quote)
            )
        )
    name = f"{body}/{day or 'undated/x'}/minutes{f'-{count}' if count > 1 else ''}"
    return Record(
        id=name,
        kind="minutes",
        title="Minutes",
        source=SourceFile(path="corpus/x.txt", sha256="0" * 64, media_type="text/plain", reader="text"),
        meeting=Meeting(body="Ambleforth Parish Council", date=day or None),
        attendance=tuple(listed),
    )


def names(roster: Roster) -> list[str]:
    return [person.name for person in roster.people]


def person(roster: Roster, name: str) -> Person:
    [found] = [one for one in roster.people if one.name == name]
    return found


def codes(roster: Roster) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.code, one.names) for one in roster.questions]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Cllr. Ann Lee", "Ann Lee"),
        ("Jean-Luc O’Dea", "Jean Luc O'Dea"),
        ("Davies (J)", "J. Davies"),
        ("J.H. Todd", "J H Todd"),
        ("JH TODD", "J H Todd"),
        ("ANN LEE", "Ann Lee"),
        ("Ann VANE-REED", "Ann Vane-Reed"),
    ],
)
def test_spellings_of_one_name(one: str, two: str) -> None:
    assert key_of(one) == key_of(two)


@pytest.mark.parametrize(
    ("short", "name", "fits"),
    [
        ("J Davies", "John Davies", True),
        ("Davies", "John Davies", True),
        ("J Todd", "J H Todd", True),
        ("John Davies", "J Davies", False),
        ("R Davies", "John Davies", False),
        ("J Davis", "John Davies", False),
        ("Jo Davies", "John Davies", False),
    ],
)
def test_a_short_name_stands_for_a_fuller_one(short: str, name: str, fits: bool) -> None:
    assert could_stand_for(key_of(short), key_of(name)) is fits


@pytest.mark.parametrize(
    ("one", "two", "fits"),
    [
        ("Gwen Marsh", "Gwenn Marsh", True),
        ("Pete Marsh", "Peter Marsh", True),
        ("Ann Prendiville", "Ann Prendivlle", True),
        ("Ann Marsh", "Bea Marsh", False),
        ("Ann Marsh", "Ann Vane", False),
        ("A Marsh", "Ann Marsh", False),
    ],
)
def test_names_that_a_person_should_look_at(one: str, two: str, fits: bool) -> None:
    assert alike(key_of(one), key_of(two)) is fits


def test_initials_and_surnames_join_the_only_person_who_fits() -> None:
    roster = roster_of([
        minutes("2025-01-14", "P John Davies", "P Ann Lee"),
        minutes("2025-03-11", "P J Davies", "A Lee"),
        minutes("2025-05-13", "P Davies", "P Ann Lee"),
    ])  # fmt: skip
    assert names(roster) == ["John Davies", "Ann Lee"]
    assert person(roster, "John Davies").variants == ("Davies", "J Davies")
    assert (person(roster, "Ann Lee").count("present"), person(roster, "Ann Lee").count("apologies")) == (2, 1)
    assert roster.questions == ()


def test_a_short_name_that_two_fit_is_a_question_and_stays_alone() -> None:
    roster = roster_of([
        minutes("2025-01-14", "P John Davies", "P Jane Davies"),
        minutes("2025-03-11", "P J Davies"),
    ])  # fmt: skip
    assert names(roster) == ["J Davies", "Jane Davies", "John Davies"]
    assert codes(roster) == [("which-person", ("J Davies", "Jane Davies", "John Davies"))]
    assert [one.record for one in roster.questions[0].sightings] == [
        f"{BODY}/2025-03-11/minutes",
        f"{BODY}/2025-01-14/minutes",
        f"{BODY}/2025-01-14/minutes",
    ]


def test_whoever_is_listed_beside_the_short_name_is_not_meant_by_it() -> None:
    roster = roster_of([
        minutes("2025-01-14", "P John Davies", "P Jane Davies"),
        minutes("2025-03-11", "P J Davies", "P Jane Davies"),
    ])  # fmt: skip
    assert names(roster) == ["Jane Davies", "John Davies"]
    assert person(roster, "John Davies").variants == ("J Davies",)


def test_two_who_were_there_together_are_two() -> None:
    roster = roster_of([minutes("2025-01-14", "P John Davies", "P J Davies")])
    assert (names(roster), codes(roster)) == (["J Davies", "John Davies"], [])


def test_a_name_from_long_before_is_a_question() -> None:
    roster = roster_of([minutes("2015-01-14", "P J Davies"), minutes("2025-03-11", "P John Davies")])
    assert codes(roster) == [("which-person", ("J Davies", "John Davies"))]


def test_a_visitor_s_surname_is_no_member_s() -> None:
    roster = roster_of([
        minutes("2025-01-14", "P Dan Richards"),
        minutes("2025-03-11", "I Richards"),
    ])  # fmt: skip
    assert (names(roster), codes(roster)) == (["Dan Richards", "Richards"], [])


def test_mr_and_mrs_are_not_made_one() -> None:
    roster = roster_of([
        minutes("2025-01-14", "I Mr|S Johns|"),
        minutes("2025-03-11", "I Mrs|Johns|"),
        minutes("2025-05-13", "P Mr|A Vane|"),
        minutes("2025-07-08", "P Mrs|A Vane|"),
    ])  # fmt: skip
    assert names(roster) == ["A Vane", "Johns", "S Johns"]
    assert codes(roster) == [("two-people", ("A Vane",))]


def test_names_that_look_alike_are_asked_about_and_not_merged() -> None:
    roster = roster_of([minutes("2025-01-14", "P Gwenfil Marsh"), minutes("2025-03-11", "P Gwenfyl Marsh")])
    assert names(roster) == ["Gwenfil Marsh", "Gwenfyl Marsh"]
    assert codes(roster) == [("same-person", ("Gwenfil Marsh", "Gwenfyl Marsh"))]


def test_a_slip_of_the_pen_in_one_list_is_asked_about_and_brothers_are_not() -> None:
    roster = roster_of([
        minutes("2025-01-14", "P Rob Quillmere", "P Jim Vane", "P Tim Vane"),
        minutes("2025-03-11", "P |Rob Quilmere|Chair", "P Rob Quillmere", "P Jim Vane", "P Tim Vane"),
    ])  # fmt: skip
    assert codes(roster) == [("same-person", ("Rob Quillmere", "Rob Quilmere"))]
    assert roster.questions[0].message.endswith("may be one person, though both are listed on 2025-03-11.")


def test_a_name_in_capitals_gives_way_to_its_other_spelling() -> None:
    shouted = [minutes(day, "P ANN LEE") for day in ("2025-01-14", "2025-03-11")]
    roster = roster_of([*shouted, minutes("2025-05-13", "P Ann Lee")])
    assert names(roster) == ["Ann Lee"]


def test_capacities_over_time_and_terms_with_a_gap() -> None:
    days = [f"2024-{month:02}-05" for month in range(1, 13)]
    listed = {days[0]: "P |Ann Lee|Chair", days[1]: "P |Ann Lee|Chair", days[11]: "P |Ann Lee|Treasurer"}
    roster = roster_of([minutes(day, "P Bo Carr", *([listed[day]] if day in listed else [])) for day in days])
    ann = person(roster, "Ann Lee")
    assert [(one.capacity, one.first, one.last, one.meetings) for one in ann.holdings] == [
        ("Chair", "2024-01-05", "2024-02-05", 2),
        ("Treasurer", "2024-12-05", "2024-12-05", 1),
    ]
    assert [(term.first, term.last) for term in ann.terms] == [
        ("2024-01-05", "2024-02-05"),
        ("2024-12-05", "2024-12-05"),
    ]
    assert len(ann.meetings) == 3


def test_percentages_count_the_meetings_of_the_term() -> None:
    roster = roster_of([
        minutes("2025-01-14", "P Ann Lee", "I |Dee Orr|Clerk"),
        minutes("2025-03-11", "P Ann Lee", "P Bo Carr"),
        minutes("2025-05-13", "P Ann Lee", "I |Dee Orr|Clerk"),
        minutes("2025-07-08", "A Ann Lee", "P Bo Carr"),
    ])  # fmt: skip
    assert [(one.name, one.role, one.percent) for one in roster.people] == [
        ("Bo Carr", "member", pytest.approx(200 / 3)),
        ("Ann Lee", "member", 75.0),
        ("Dee Orr", "attending", None),
    ]
    assert table.rows(roster) == [
        ["Name", "Role", "2025-01-14", "2025-03-11", "2025-05-13", "2025-07-08", *table.COUNTS],
        ["Bo Carr", "member", "", "P", "-", "P", "2", "0", "1", "0", "3", "67"],
        ["Ann Lee", "member", "P", "P", "P", "A", "3", "1", "0", "0", "4", "75"],
        ["Dee Orr", "attending", "I", "", "I", "", "0", "0", "", "2", "", ""],
    ]


def test_a_draft_and_its_final_form_are_one_meeting_and_two_lists_of_a_day_two() -> None:
    draft = minutes("2025-01-14", "P Ann Lee", "A Bo Carr")
    final = minutes("2025-01-14", "P Ann Lee", "P Bo Carr", count=2)
    other = minutes("2025-01-14", "P Kit Vane", count=3)
    roster = roster_of([draft, final, other])
    assert [one.key for one in roster.sittings] == ["2025-01-14", "2025-01-14 (2)"]
    assert person(roster, "Bo Carr").marks == {"2025-01-14": "present"}


def test_papers_without_a_day_are_named_and_left_out() -> None:
    roster = roster_of([minutes("", "P Ann Lee"), minutes("2025-01-14", "P Bo Carr")])
    assert (names(roster), roster.undated) == (["Bo Carr"], (f"{BODY}/undated/x/minutes",))


def test_records_under_two_slugs_make_one_roster() -> None:
    roster = roster_of([minutes("2025-01-14", "P Ann Lee"), minutes("2025-03-11", "P A Lee", body="ambleforth-pc")])
    assert (names(roster), roster.slugs) == (["Ann Lee"], ("ambleforth-parish-council", "ambleforth-pc"))


# What people type

RECORDS = [
    minutes("2025-01-14", "P John Davies", "P Gwenfil Marsh"),
    minutes("2025-03-11", "P J Davies", "P Gwenfyl Marsh"),
    minutes("2025-05-13", "P J Davies", "I |Dee Orr|Clerk"),
]


def typed(tmp_path: Path, text: str) -> Typed:
    path = tmp_path / "people.yaml"
    path.write_text(text, "utf-8")
    return read_people(path)


def test_a_person_makes_two_names_one(tmp_path: Path) -> None:
    roster = roster_of(RECORDS, typed(tmp_path, "- name: Gwenfyl Marsh\n  variants: [Gwenfil Marsh]\n"))
    gwen = person(roster, "Gwenfyl Marsh")
    assert (gwen.variants, gwen.typed, codes(roster)) == (("Gwenfil Marsh",), True, [])


def test_a_person_keeps_two_names_apart(tmp_path: Path) -> None:
    text = "- apart: [Gwenfil Marsh, Gwenfyl Marsh]\n- apart: [John Davies, J Davies]\n"
    roster = roster_of(RECORDS, typed(tmp_path, text))
    assert names(roster) == ["J Davies", "John Davies", "Gwenfil Marsh", "Gwenfyl Marsh", "Dee Orr"]
    assert codes(roster) == []


def test_a_name_that_two_people_had_one_after_the_other(tmp_path: Path) -> None:
    text = (
        "- name: John Davies\n  variants: [{name: J Davies, to: 2025-04-30}]\n"
        "- name: Jane Davies\n  variants: [{name: J Davies, from: 2025-05-01}]\n"
    )
    roster = roster_of(RECORDS, typed(tmp_path, text))
    assert person(roster, "John Davies").marks == {"2025-01-14": "present", "2025-03-11": "present"}
    assert person(roster, "Jane Davies").marks == {"2025-05-13": "present"}


def test_typed_roles_and_terms_win_and_a_meeting_outside_them_is_a_question(tmp_path: Path) -> None:
    text = "- name: John Davies\n  role: attending\n  terms:\n  - {from: 2023-05-09, to: 2025-03-31, capacity: Chair}\n"
    roster = roster_of(RECORDS, typed(tmp_path, text))
    john = person(roster, "John Davies")
    assert (john.role, john.terms[0].first, john.terms[0].last) == ("attending", "2023-05-09", "2025-03-31")
    assert ("outside-term", ("John Davies",)) in codes(roster)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("- name: Ann Lee\n  rank: high\n", 2, "no such key"),
        ("- name: Ann Lee\n  terms: [{from: 9 May}]\n", 2, "from"),
        ("- name: Ann Lee\n  terms: [{from: 2025-05-01, to: 2024-05-01}]\n", 2, "before it begins"),
        ("- name: Ann Lee\n  variants: [A Lee]\n- name: Al Lee\n  variants: [A. Lee]\n", 3, "Ann Lee and Al Lee"),
        ("- name: Ann Lee\n- name: ann lee\n", 2, "twice"),
        ("- role: member\n", 1, "either a name or apart"),
    ],
)
def test_a_fault_in_the_file_says_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(RecordError) as caught:
        typed(tmp_path, text)
    assert f"people.yaml:{line}: " in str(caught.value)
    assert words in str(caught.value)


def test_saving_again_adds_who_is_new_and_keeps_every_letter(tmp_path: Path) -> None:
    path = tmp_path / "corpus" / BODY / "people.yaml"
    assert add_people(path, [("Ann Lee", ["A Lee"], "member")]) == 1
    mine = path.read_text("utf-8") + "  terms: [{from: 2019-05-14}]   # elected unopposed"
    path.write_text(mine, "utf-8")
    assert add_people(path, [("Ann Lee", [], "attending"), ("A Lee", [], "member")]) == 0
    assert path.read_text("utf-8") == mine
    assert add_people(path, [("Bo “No” Carr", [], "attending")]) == 1
    assert path.read_text("utf-8") == mine + '\n- name: "Bo “No” Carr"\n  role: attending\n'
    assert [(one.name, one.role) for one in read_people(path).people] == [
        ("Ann Lee", "member"),
        ("Bo “No” Carr", "attending"),
    ]


def test_a_file_in_brackets_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "people.yaml"
    path.write_text("[{name: Ann Lee}]\n", "utf-8")
    with pytest.raises(SettingError, match="nothing can be added"):
        add_people(path, [("Bo Carr", [], "member")])
    assert path.read_text("utf-8") == "[{name: Ann Lee}]\n"


# The table


def test_csv_and_html_are_safe() -> None:
    roster = roster_of([minutes("2025-01-14", "P =Ann Lee", "P <b>Bo Carr")])
    found = list(csv.reader(io.StringIO(table.as_csv(roster))))
    assert sorted(row[0] for row in found[1:]) == ["'=Ann Lee", "<b>Bo Carr"]
    page = table.as_html(roster)
    assert "&lt;b&gt;Bo Carr" in page
    assert "<b>" not in page


# The command


def put(records: list[Record]) -> None:
    for record in records:
        path = Path("output") / f"{record.id}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(to_yaml(record), "utf-8")


def test_the_command_prints_the_roster_and_writes_only_when_asked(run: Run) -> None:  # noqa: F811
    put(RECORDS)
    code, out, err = run("people", "Ambleforth Parish Council")
    assert (code, err) == (0, "")
    assert "3 meetings with attendance, 2025-01-14 to 2025-05-13" in out
    assert "John Davies    2025-01-14 to 2025-05-13; there at 3 of 3 (100%)" in out
    assert "also written J Davies" in out
    assert "Gwenfil Marsh (1 meeting) and Gwenfyl Marsh (1 meeting) may be one person." in out
    path = Path("corpus") / BODY / "people.yaml"
    assert not path.exists()
    assert run("people", BODY, "--save")[2] == f"{path}: 4 added.\n"
    assert run("people", BODY, "--save")[2] == f"{path}: nobody to add.\n"


def test_the_command_s_table_and_json(run: Run) -> None:  # noqa: F811
    put(RECORDS)
    out = run("people", BODY, "--attendance")[1]
    assert "John Davies    P  P  P" in out
    assert run("people", BODY, "--attendance", "--format", "csv")[1].startswith("Name,Role,2025-01-14,")
    found = json.loads(run("people", BODY, "--json")[1])
    assert found["people"][0]["variants"] == ["J Davies"]
    assert found["questions"][0]["places"][0]["record"] == f"{BODY}/2025-01-14/minutes"
    marks = json.loads(run("people", BODY, "--attendance", "--format", "json")[1])["people"][0]["marks"]
    assert marks == {"2025-01-14": "present", "2025-03-11": "present", "2025-05-13": "present"}


def test_the_command_s_faults_are_sentences(run: Run) -> None:  # noqa: F811
    put(RECORDS)
    code, _, err = run("people", "ambleforth")
    assert (code, "Do you mean ambleforth-parish-council?" in err) == (2, True)
    code, _, err = run("people", BODY, "--format", "html")
    assert (code, "Add --attendance" in err) == (2, True)
