"""Actions: who is to do what by when, in the many ways that minutes say so. All sentences are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.extractors.actions import find_actions
from pipeline.extractors.actions.action_tables import of_tables
from pipeline.extractors.actions.fields import fields_of
from pipeline.extractors.actions.lost_margins import owners_alone
from pipeline.found import FoundAction
from pipeline.layout.heads import role_of
from pipeline.layout.paragraphs import paragraphs
from pipeline.outline import outline
from pipeline.paper import Cell, Line, Outline, Paper, PaperKind, Paragraph, Section, Source, Table
from pipeline.rules import load
from pipeline.rules.match import Matcher
from tests.printed import table

Wanted = tuple[list[str], str, str | None, bool]
MATCHER = Matcher(load([Path(__file__).parent.parent / "rules"]))
PRESENT = Section("attendance", title="Present", body=tuple(paragraphs([Line("Sam Box, Kit Ash")])))


def read(text: str, kind: PaperKind = "minutes") -> list[Wanted]:
    """The actions of a paper with this text: owners, how the task begins, due, marked."""
    return [(list(action.owners), action.task, action.due, action.marked) for action in actions_of(text, kind)]


def actions_of(text: str, kind: PaperKind = "minutes", *, present: bool = True) -> list[FoundAction]:
    lines = []
    gap = True
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            lines.append(Line(line.strip(), number=number, gap=gap))
        gap = not line.strip()
    source = Source("minutes.txt", "0" * 64, "text/plain", "text", tuple(lines))
    paper = Paper(source, kind, kind.title(), source.flow)
    item = Section("item", "1", "Roads", body=tuple(paragraphs(lines)))
    return find_actions(paper, Outline((PRESENT, item) if present else (item,)), MATCHER)


FOUND: list[tuple[str, list[Wanted]]] = [
    ("Actions:\n\n[KA] Draft a slide for the fete", [(["KA"], "Draft a slide", None, True)]),
    ("Actions:\n\n(Sam, Kit) Mend the gate by the mill", [(["Sam", "Kit"], "Mend the gate", None, True)]),
    ("Actions:\n\n(iii) Mend the gate by the mill", [([], "Mend the gate", None, True)]),
    ("ACTION: Open records team to meet the millers.", [(["Open records team"], "Open records team", None, True)]),
    ("ACTION: Write to the millers (open records team)", [(["open records team"], "Write to", None, True)]),
    ("Actions:\n\nÇağıl Ash: write to the millers", [(["Çağıl Ash"], "write to", None, True)]),
    ("ACTION: Clerk to write to Highways by 31 May.", [(["Clerk"], "Clerk to write", "31 May", True)]),
    (
        "It was agreed that the drains would be cleared soon.\n\nACTION BY: B Ashe, Director of Works",
        [(["B Ashe"], "It was agreed that the drains", "soon", True)],
    ),
    ("A survey will be sent out to members. (Action: Clerk)", [(["Clerk"], "A survey will be sent", None, True)]),
    (
        "The Director of Finance agreed to send the figures.\n\nRESOLVED - that the report be noted.\n\n"
        "Action: Director of Finance",
        [(["Director of Finance"], "The Director of Finance agreed", None, True)],
    ),
    (
        "RESOLVED – That the Director of Roads report progress to the Cabinet in April 2023.",
        [(["the Director of Roads"], "RESOLVED – That the Director", "in April 2023", False)],
    ),
    (
        "RESOLVED: to instruct the Head of Housing to submit a report on empty homes.",
        [(["the Head of Housing"], "RESOLVED: to instruct", None, False)],
    ),
    (
        "RESOLVED – That an update be provided to the Board in September 2022.",
        [([], "RESOLVED – That an update", "in September 2022", False)],
    ),
    (
        "The Clerk was asked to obtain three quotes within two weeks.",
        [(["The Clerk"], "The Clerk was asked", "within two weeks", False)],
    ),
    ("Kit will ring the depot.", [(["Kit"], "Kit will ring", None, False)]),
    (
        "Cllr Box asked that a list be sent to each member. Ms A. Lund said she would circulate the list.",
        [(["Ms A. Lund"], "Ms A. Lund said", None, False)],
    ),
    (
        "Sam Box offered to ring the depot about the bins.\nSam Box\n\n"
        "The Clerk was to write to the county about the signs.\nClerk\n\nThe meeting heard of the fete.",
        [(["Sam Box"], "Sam Box offered", None, True), (["Clerk"], "The Clerk was to write", None, True)],
    ),
    (
        "The seat is old. It will be painted in the spring. CLERK TO ASK THE COUNTY",
        [([], "It will be painted", "in the spring", False), (["CLERK"], "CLERK TO ASK", None, False)],
    ),
    ("The Clerk to laminate a notice for the gate.", [(["The Clerk"], "The Clerk to laminate", None, False)]),
    ("Skipper will ring the depot.", [(["Skipper"], "Skipper will ring", None, False)]),
    (
        "It was agreed to write to the owner of the hedge to ask whether it could be cut.",
        [([], "It was agreed to write", None, False)],
    ),
    ("- Make sure the posters say where to park", [([], "Make sure the posters", None, False)]),
    ("Leaflets (TODO Ann: ring the printer)", [(["Ann"], "ring the printer", None, True)]),
    ("- [ ] Ann: print the forms for all", [(["Ann"], "print the forms", None, True)]),
    ("The lamps on the green were broken again. Action AB", [(["AB"], "The lamps on the green", None, True)]),
    ("The bins were full at the weekend (Action: Cllr Box)", [(["Cllr Box"], "The bins were full", None, True)]),
    ("AP1 Write to the owner of the hedge (AB)", [(["AB"], "Write to the owner", None, True)]),
    ("The county will be asked about the drains. [AB]", [(["AB"], "The county will be asked", None, False)]),
    (
        "Actions: AB to ring the depot; Clerk to write to the county. ACTION: CD to bring the map.",
        [
            (["AB"], "AB to ring", None, True),
            (["Clerk"], "Clerk to write", None, True),
            (["CD"], "CD to bring", None, True),
        ],
    ),
    ("It was moved to have the Clerk advertise for bids.", [(["the Clerk"], "It was moved", None, False)]),
    ("Mr Holt will have a new sign put up at the ford.", [(["Mr Holt"], "Mr Holt will have", None, False)]),
    ("Mayor Reed will draft a letter to the state.", [(["Mayor Reed"], "Mayor Reed will", None, False)]),
    (
        "RESOLVED that authority be delegated to the Director of Roads, with the Chair, to submit the bid.",
        [(["the Director of Roads"], "RESOLVED that authority", None, False)],
    ),
    ("12/25 AB to write to the county about the ford.", [(["AB"], "AB to write", None, False)]),
    (
        "It was agreed, after some talk, that the Clerk write to the county.",
        [(["the Clerk"], "It was agreed", None, False)],
    ),
    ("ACTION: Clerk to run a stall at the fete.", [(["Clerk"], "Clerk to run", None, True)]),
    ("Somebody needs to ring the plumber.", [([], "Somebody needs", None, False)]),
    ("Kit’s going to print the posters.", [(["Kit"], "Kit’s going", None, False)]),
    ("A note would be circulated to Members.", [([], "A note would", None, False)]),
    (
        "Action items Person responsible Deadline\n\nSam Write to the club\n\n"
        "Kit Enter deadline here Buy paint for all\n\n"
        "Agenda item: Fete Presenter: Kit",
        [(["Sam"], "Write to", None, True), (["Kit"], "Buy paint", None, True)],
    ),
    ("ACTION AB: Reply", [(["AB"], "Reply", None, True)]),
    ("ACTION AB, CD and EF: write the page", [(["AB", "CD", "EF"], "write the page", None, True)]),
    ("ACTION AB + CD: Ring the depot", [(["AB", "CD"], "Ring the depot", None, True)]),
    (
        "Action: Write to the county about signs\nOwner: Clerk\nDeadline: 4 June",
        [(["Clerk"], "Write to the county", "4 June", True)],
    ),
]

NOTHING = [
    "The Forum agreed to continue the grant until 31 March 2024.",
    "It was suggested that a workshop might be arranged in the autumn.",
    "Cllr Ash proposed that the Mayor be asked to attend every meeting. This was not seconded and fell.",
    "The Council must set a budget by 11 March.",
    "I will move at the next Meeting that the road be closed.",
    "Whether the gate would be painted was not known.",
    "Insufficient parking would be provided.",
    "The scheme would give residents more time.",
    "The benefits of the road will include less noise.",
    "Cllr Ash asked whether the Clerk would write to the county.",
    "The Treasurer will retire in May.",
    "Newsletter will go out. The newsletter is late.",
    "The letter asked members to send their views.",
    "The report sets out how the Clerk will meet the targets.",
    "It was not clear when the Clerk will write.",
    "A list of prizes would be drawn up by the county.",
    "All policies will be reviewed annually.",
]


@pytest.mark.parametrize(("text", "wanted"), FOUND, ids=[text[:40] for text, _ in FOUND])
def test_actions_of_minutes(text: str, wanted: list[Wanted]) -> None:
    got = read(text)
    assert [(owners, due, marked) for owners, _, due, marked in got] == [(o, d, m) for o, _, d, m in wanted]
    for (_, task, _, _), (_, start, _, _) in zip(got, wanted, strict=True):
        assert task.startswith(start)


@pytest.mark.parametrize(
    ("margin", "owners", "due"),
    [
        ("KA – 28th August", ("KA",), "28th August"),
        ("Clerk (by 5 May)", ("Clerk",), "5 May"),
        ("Clerk", ("Clerk",), None),
    ],
)
def test_a_margin_says_who_and_when(margin: str, owners: tuple[str, ...], due: str | None) -> None:
    line = Line("The gate would be mended.")
    body = [Paragraph(line.text, (line,), (0,), margin=(Line(margin),))]
    source = Source("minutes.txt", "0" * 64, "text/plain", "text", ())
    outline = Outline((PRESENT, Section("item", "1", "Gates", body=tuple(body))))
    (action,) = find_actions(Paper(source, "minutes", "Minutes", source.flow), outline, MATCHER)
    assert (action.owners, action.due, action.marked) == (owners, due, True)


@pytest.mark.parametrize(("margin", "tasks"), [("Taxation, Reserves", 0), ("Purchase", 0), ("Clerk", 1)])
def test_what_pays_beside_a_plan_of_spending_owns_nothing(margin: str, tasks: int) -> None:
    line = Line("Repaint the hall's exterior, $87,500 (half with Parks)")
    body = [Paragraph(line.text, (line,), (0,), margin=(Line(margin),))]
    source = Source("minutes.txt", "0" * 64, "text/plain", "text", ())
    outline = Outline((PRESENT, Section("item", "1", "Plan", body=tuple(body))))
    assert len(find_actions(Paper(source, "minutes", "Minutes", source.flow), outline, MATCHER)) == tasks


def test_a_sheet_whose_columns_have_two_names_each() -> None:
    log = table(
        ["#", "ISSUE / ACTION", "SUB TASKS", "START", "FINISH & STATUS", "TASK OWNER", "NOTES"],
        ["", "Roads", "", "", "", "", ""],
        ["(A)", "Road signs paper", "", "2 May", "ONGOING", "Ann Box", "2 May: a first draft went round"],
        ["", "", "Write to the county about signs", "2 May", "COMPLETED", "Sam Ash", "Sent"],
    )
    found, _ = of_tables(Section("front", body=(log,)), MATCHER, sheet=True)
    assert [(a.task, a.owners, a.progress, a.place.topic) for a in found] == [
        ("Road signs paper", ("Ann Box",), "ONGOING", "Roads"),
        ("Write to the county about signs", ("Sam Ash",), "COMPLETED", "Roads"),
    ]


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("Action / Outcome", "action"),
        ("Description of action", "action"),
        ("Person(s) responsible", "owner"),
        ("Action officer", "owner"),
        ("Lead & Deadline", "owner"),
        ("Expected completion date", "due"),
        ("Action taken", "status"),
        ("Target date, officer responsible and progress", "mixed"),
        ("Roads and paths", ""),
    ],
)
def test_heads_of_columns(head: str, role: str) -> None:
    assert role_of(head) == role


def test_an_action_column_that_says_what_who_and_when_a_line_each() -> None:
    body = [
        Paragraph(
            "There are 203 pupils.", (Line("There are 203 pupils."),), (0,), margin=(Line("Write to the county"),)
        ),
        Paragraph("Few came.", (Line("Few came."),), (0,), margin=(Line("about buses"), Line("AB"), Line("by 5 May"))),
        Paragraph(
            "The plan was noted.",
            (Line("The plan was noted."),),
            (0,),
            margin=(
                Line("Send the plan to all"),
                Line("members"),
                Line("Chief Operating"),
                Line("Officer"),
                Line("asap"),
            ),
        ),
    ]
    source = Source("minutes.txt", "0" * 64, "text/plain", "text", ())
    item = Section("item", "1", "Head's report", body=tuple(body))
    found = find_actions(Paper(source, "minutes", "Minutes", ()), Outline((PRESENT, item)), MATCHER)
    assert [(a.task, a.owners, a.due) for a in found] == [
        ("Write to the county about buses", ("AB",), "by 5 May"),
        ("Send the plan to all members", ("Chief Operating Officer",), "asap"),
    ]


def test_a_sheet_s_table_goes_on_under_a_heading() -> None:
    first = table(["No.", "Action", "Lead", "Due"], ["1", "Ring the depot", "AB", "May 2025"])
    second = table(["2", "Buy paint for the gate", "CD", "June 2025"])
    source = Source("log.txt", "0" * 64, "text/plain", "text", ())
    sections = (Section("front", body=(first,)), Section("item", title="Closed since the last meeting", body=(second,)))
    found = find_actions(Paper(source, "action-sheet", "Action log", ()), Outline(sections), MATCHER)
    assert [(a.task, a.owners) for a in found] == [("Ring the depot", ("AB",)), ("Buy paint for the gate", ("CD",))]


def test_the_state_of_an_action_may_stand_below_what_was_done_for_it() -> None:
    first, second = actions_of(
        "- ACTION AB: buy the paint\n- AB says the shop was shut\n- Action carried forward\n- Action CD: ring the depot"
    )
    assert (first.carried, first.progress, second.carried) == (True, "Action carried forward", False)


def test_what_became_of_an_action_stands_below_it() -> None:
    first, second = actions_of("- ACTION AB: buy the paint\n- Action carried forward\n- Action CD: ring the depot")
    assert (first.task, first.carried, first.progress, first.status) == (
        "buy the paint",
        True,
        "Action carried forward",
        "open",
    )
    assert (second.task, second.carried, second.progress) == ("ring the depot", False, None)


def test_an_agenda_has_only_what_an_earlier_meeting_left_to_do() -> None:
    text = "- ACTION AB: buy the paint\n- Action: Clerk to approve the list\n- The Clerk will report.\n- Action: All"
    assert [(list(a.owners), a.task, a.carried) for a in actions_of(text, "agenda")] == [
        (["AB"], "buy the paint", True)
    ]


def test_a_paper_without_a_title_commits_people_where_it_tells_of_a_meeting() -> None:
    promise = "The Clerk will write to the county."
    assert actions_of(promise, "other", present=False) == []
    assert [a.task for a in actions_of(promise, "other")] == [promise]  # the list of those present tells
    moved = f"It was moved by Cllr Box and seconded by Cllr Ash.\n\nThe meeting closed at nine.\n\n{promise}"
    assert promise in [a.task for a in actions_of(moved, "other", present=False)]


def test_a_list_of_actions_ends_where_the_story_goes_on() -> None:
    lines = [
        Line("- AB to send a list of needs", gap=True),
        Line("- CD to check the van"),
        Line("Other events:", gap=True),
        Line("The fete was talked about. Many had come and it was dry. The tombola made forty pounds.", gap=True),
        Line("Any points from members", gap=True),
    ]
    source = Source("minutes.txt", "0" * 64, "text/plain", "text", tuple(lines))
    listed = Section("action-list", title="Actions", body=tuple(paragraphs(lines)))
    found = find_actions(Paper(source, "minutes", "Minutes", source.flow), Outline((PRESENT, listed)), MATCHER)
    assert [list(action.owners) for action in found] == [["AB"], ["CD"]]


@pytest.mark.parametrize("text", NOTHING)
def test_what_commits_nobody(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Clerk & Chair", ["Clerk", "Chair"]),
        ("AB/CD", ["AB", "CD"]),
        ("B Ashe, Director of Works", ["B Ashe"]),
        ("All governors", ["All governors"]),
        ("Provide feedback to the Board", []),
        ("Places of worship directory", []),
    ],
)
def test_owners_alone(text: str, owners: list[str]) -> None:
    assert owners_alone(text) == owners


def test_labels_inside_an_entry() -> None:
    cut = fields_of("Date Due: May 2021 Officer: Ann Box Progress: begun", MATCHER)
    assert cut.words == {"due": "May 2021", "owner": "Ann Box", "status": "begun"}


def test_a_column_that_holds_due_officer_and_progress() -> None:
    rows = [
        ["Minute No.", "Resolution / Action", "Target Date, Officer Responsible and Progress"],
        ["14", "Members to be given the figures", "Date Due: May 2021 Officer: Ann Box Progress: Complete"],
    ]
    table = Table(tuple(tuple(Cell((Line(cell),)) for cell in row) for row in rows))
    (action,), _ = of_tables(Section("item", title="Log", body=(table,)), MATCHER, sheet=True)
    assert (action.owners, action.due, action.progress) == (("Ann Box",), "May 2021", "Complete")


def test_a_list_inside_notes_ends_where_the_bullets_go_back_to_the_left() -> None:
    printed = (
        (20, "• Fete"), (40, "• Next steps:"), (60, "• Ring the baker"), (60, "• Ask for a tent"),
        (40, "• The field was wet last year"), (20, "• Sports day"), (40, "• No day is known"),
    )  # fmt: skip
    lines = [
        Line(text, page=1, box=(float(left), 20.0 * n, 300.0, 20.0 * n + 10)) for n, (left, text) in enumerate(printed)
    ]
    source = Source("minutes.pdf", "0" * 64, "application/pdf", "pdf", tuple(lines))
    paper = Paper(source, "minutes", "Minutes", source.flow)
    found = find_actions(paper, outline(paper, MATCHER), MATCHER)
    assert [action.task for action in found] == ["Ring the baker", "Ask for a tent"]
