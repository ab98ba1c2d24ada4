"""Who was there: the layouts in which papers list people. Every person and body is invented."""

from __future__ import annotations

import pytest

from pipeline.extractors.attendance import find_attendance
from pipeline.extractors.attendance.roll import read_roll
from pipeline.found import FoundPerson
from pipeline.outline import outline
from pipeline.paper import Cell, Line, Paper, Source, Table
from pipeline.rules.in_force import matcher_of
from pipeline.rules.match import Matcher
from tests.printed import found_in, table


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return matcher_of(None)


def _people(text: str, matcher: Matcher, *, before: tuple[Line | Table, ...] = ()) -> list[FoundPerson]:
    """People of minutes in plain text; a blank line parts paragraphs."""
    lines: list[Line | Table] = []
    gap = True
    for number, line in enumerate(text.strip().split("\n"), 1):
        if line.strip():
            lines.append(Line(line.strip(), number=number, gap=gap))
        gap = not line.strip()
    flow = (*before, *lines)
    source = Source("minutes.txt", "0" * 64, "text/plain", "text", flow)
    found = find_attendance(outline(Paper(source, "minutes", "Minutes", flow), matcher), matcher)
    for person in found:
        assert person.evidence.quote in " ".join(source.text.split()), "a quote stands in the paper word for word"
    return found


def _said(people: list[FoundPerson]) -> list[tuple[str, str, str | None]]:
    return [(person.name, person.status, person.capacity) for person in people]


CLOSE = "\n\n3. Close\n\nThe meeting closed.\n"
TAIL = "\n\n1. Minutes\n\nThe minutes were agreed.\n\n2. Highways\n\nThe bridge is closed." + CLOSE


def test_a_line_each_with_a_dash(matcher: Matcher) -> None:
    text = (
        "Harrowdale Schools Forum\n\nPresent:\n\n"
        "Ann Reed - Primary Governors\nBob Hale - Post-16 Education\nDi Ash - Special Schools"
    )
    assert _said(_people(text + TAIL, matcher)) == [
        ("Ann Reed", "present", "Primary Governors"),
        ("Bob Hale", "present", "Post-16 Education"),
        ("Di Ash", "present", "Special Schools"),
    ]


def test_a_wrapped_post_goes_on_with_the_person_above(matcher: Matcher) -> None:
    text = (
        "Harrowdale Schools Forum\n\nOfficers: Tim Bray, Head of Highways\n"
        "Sol Quint, Lead Officer for Roads, Bridges and\nRivers\nJo Pell, Specialist Engineer (Flood Risk)"
    )
    assert _said(_people("Present: Ann Reed (Chair)\n\n" + text + TAIL, matcher))[1:] == [
        ("Tim Bray", "in_attendance", "Head of Highways"),
        ("Sol Quint", "in_attendance", "Lead Officer for Roads, Bridges and Rivers"),
        ("Jo Pell", "in_attendance", "Specialist Engineer (Flood Risk)"),
    ]


def test_labels_open_and_close_lists(matcher: Matcher) -> None:
    text = (
        "Ambleforth Parish Council\n\nPresent: Cllr A Reed - Chairman,\nCllr B Hale, Cllr C Ash and Cllr D Birch\n\n"
        "Also in attendance: Sam Ford (Clerk)\n\nMembers of the public: 3\n\nVenue: Jubilee Hall\n\n"
        "Apologies: Cllr E Gray (holiday)"
    )
    assert _said(_people(text + TAIL, matcher)) == [
        ("A Reed", "present", "Chairman"),
        ("B Hale", "present", None),
        ("C Ash", "present", None),
        ("D Birch", "present", None),
        ("Sam Ford", "in_attendance", "Clerk"),
        ("E Gray", "apologies", None),
    ]


def test_an_item_of_apologies_and_the_prose_behind_it(matcher: Matcher) -> None:
    text = (
        "Ambleforth Town Council\n\nPresent: Ann Reed (Chair), Bob Hale, Di Ash\n\n1. Welcome and apologies\n\n"
        "Apologies were received from Cllr Eve Gray and Fred Moss OBE. "
        "The Chair welcomed Nell Cope to her first meeting.\n"
        "\n2. Highways\n\nCllr Hale said that Ted Lamb had been present at the bridge."
    )
    assert _said(_people(text + CLOSE, matcher))[3:] == [
        ("Eve Gray", "apologies", None),
        ("Fred Moss", "apologies", None),
    ]


def test_who_is_listed_and_then_sends_apologies_was_not_there(matcher: Matcher) -> None:
    text = (
        "Harrowdale Libraries Board\n\nAttendees: Ann Reed (Chair), Bob Hale, Di Ash (Treasurer)\n\n1. Apologies\n\n"
        "Bob Hale\n\n2. Accounts\n\nThe accounts were agreed.\n\n3. Close\n\nThe meeting closed."
    )
    assert _said(_people(text, matcher)) == [
        ("Ann Reed", "present", "Chair"),
        ("Bob Hale", "apologies", None),
        ("Di Ash", "present", "Treasurer"),
    ]


def test_a_couple_gives_nobody_before_it_a_title(matcher: Matcher) -> None:
    text = "Present: Ann Reed, Mr & Mrs K Box, Di Ash"
    assert _said(_people(text + TAIL, matcher)) == [
        ("Ann Reed", "present", None),
        ("K Box", "present", None),
        ("Di Ash", "present", None),
    ]


def test_nobody_is_made_up(matcher: Matcher) -> None:
    text = (
        "Ambleforth Parish Council\n\nMinutes of a meeting held in the Chamber, Sessions\nHouse, Market Place.\n\n"
        "1. Apologies\n\nThere were no apologies.\n\n"
        "2. Trustees\n\nAnn Reed, as the longest serving trustee, retired.\n\n"
        "3. Close\n\nThe meeting closed."
    )
    assert _people(text, matcher) == []


def test_a_guest_joins_and_a_member_takes_the_chair(matcher: Matcher) -> None:
    text = (
        "Ambleforth Community Council\n\nPRESENT\nCouncillors Ann Reed, Bob Hale and County Councillor Di Ash.\n\n"
        "1. Welcome\n\nCllr. B. Hale took the Chair and welcomed everyone.\n\n"
        "2. Police\n\nPCSO Fay Moss joined the meeting and gave her report.\n\n3. Close\n\nThe meeting closed."
    )
    assert _said(_people(text, matcher)) == [
        ("Ann Reed", "present", None),
        ("Bob Hale", "present", "Chair"),
        ("Di Ash", "present", "County Councillor"),
        ("Fay Moss", "in_attendance", None),
    ]


def test_a_paper_with_one_list_headed_in_attendance_means_its_members(matcher: Matcher) -> None:
    text = "Harrowdale Allotment Society\n\nIn attendance: Ann Reed (Treasurer), Bob Hale, Sam Ford (Clerk)"
    assert [(p.name, p.status) for p in _people(text + TAIL, matcher)] == [
        ("Ann Reed", "present"),
        ("Bob Hale", "present"),
        ("Sam Ford", "in_attendance"),
    ]


def _table(*rows: tuple[str, ...]) -> Table:
    return Table(tuple(tuple(Cell((Line(text),) if text else ()) for text in row) for row in rows))


def test_a_register_is_read_at_its_last_marked_meeting(matcher: Matcher) -> None:
    register = _table(
        ("Governor attendance", "28/09/2020", "23/11/2020", "25/01/2021"),
        ("Ann Reed", "P", "P", ""),
        ("Bob Hale", "P", "S", ""),
        ("VACANT", "", "", ""),
        ("Di Ash", "A", "P", ""),
    )
    people = _people("Chaired by Ann Reed" + TAIL, matcher, before=(Line("Harrowdale School Board"), register))
    assert _said(people) == [
        ("Ann Reed", "present", "Chair"),
        ("Bob Hale", "apologies", None),
        ("Di Ash", "present", None),
    ]


def test_a_table_of_labels_and_lists(matcher: Matcher) -> None:
    table = _table(
        ("Date", "8 July 2013"),
        ("Attendees", "Ann Reed (Chair), Bob Hale"),
        ("Apologies", "Di Ash"),
    )
    assert _said(_people("Board" + TAIL, matcher, before=(table,))) == [
        ("Ann Reed", "present", "Chair"),
        ("Bob Hale", "present", None),
        ("Di Ash", "apologies", None),
    ]


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        (
            "Director, Roads and Bridges (Mr. B. Hale), Executive Engineers, Moor\n"
            "District (Messrs. D. Ash and J. Birch).",
            [
                ("B. Hale", "Director, Roads and Bridges", None),
                ("D. Ash", "Executive Engineers, Moor District", None),
                ("J. Birch", "Executive Engineers, Moor District", None),
            ],
        ),
        (
            "Cllr Jo Bell JB Chair Cllr Dan Dean DD Vice Chair Cllr Gail Kerr GK Nell Cope NC Parish Clerk (Minutes)",
            [
                ("Jo Bell", "Chair", "JB"),
                ("Dan Dean", "Vice Chair", "DD"),
                ("Gail Kerr", None, "GK"),
                ("Nell Cope", "Parish Clerk", "NC"),
            ],
        ),
        (
            "Ann Reed [Secretary] (AR), Bo Hale (BH), Lou Barker (LBk)",
            [("Ann Reed", "Secretary", "AR"), ("Bo Hale", None, "BH"), ("Lou Barker", None, "LBk")],
        ),
        ("Councillors Carey, Dunn, E. Ryan and Teal.", [(n, None, None) for n in ("Carey", "Dunn", "E. Ryan", "Teal")]),
        ("Councillors Dunn, Ryan\nand O’Brien", [(n, None, None) for n in ("Dunn", "Ryan", "O’Brien")]),
        (
            "Ann Reed (AR), Sal (S), Bo Hale (BH)",
            [("Ann Reed", None, "AR"), ("Sal", None, "S"), ("Bo Hale", None, "BH")],
        ),
        ("Councillors Cole (J), Cole (M)", [("Cole (J)", None, None), ("Cole (M)", None, None)]),
        (
            "Chairman Cllr P Nash, vice chair Cllr G Kerr, Clerk",
            [("P Nash", "Chairman", None), ("G Kerr", "vice chair", None)],
        ),
        ("An Cathaoirleach, Cllr. Mick Moran", [("Mick Moran", "An Cathaoirleach", None)]),
        (
            "Ann Reed (Larks and Co) Bob Hale (Larks and Co)",
            [("Ann Reed", "Larks and Co", None), ("Bob Hale", "Larks and Co", None)],
        ),
        (
            "Ann Reed – Millham, Bob Hale – Upper\nMarket",
            [("Ann Reed", "Millham", None), ("Bob Hale", "Upper Market", None)],
        ),
        ("Cllr A Ash (holiday), B Birch (arrived 7.15 pm)", [("A Ash", None, None), ("B Birch", None, None)]),
        ("Tess, Oli and Sam", [("Tess", None, None), ("Oli", None, None), ("Sam", None, None)]),
        ("None", []),
        ("2 members of the public", []),
        ("Cllr Ann Reed (Oxden Council) and two members of the public", [("Ann Reed", "Oxden Council", None)]),
        ("Vacancy", []),
    ],
)
def test_lists(text: str, entries: list[tuple[str, str | None, str | None]], matcher: Matcher) -> None:
    assert [(e.name.text, e.capacity, e.initials) for e in read_roll(text, matcher, alone=True).entries] == entries


LISTS: list[tuple[str, list[tuple[str, str]]]] = [
    (  # groups under a label have its status
        "Present\n\nSchool members:\nAnn Reed, Bob Hale\nOfficers:\nJo Pell\n\n1. Apologies\n\n"
        "Apologies had been received from: -\n\nSchool members\nDi Ash",
        [("Ann Reed", "present"), ("Bob Hale", "present"), ("Jo Pell", "in_attendance"), ("Di Ash", "apologies")],
    ),
    (  # officers behind the councillors of one list
        "Present: Cllrs. Reed, Hale and Ash. Mr. T. Bray and Ms. J. Pell, Directors of Services. Apology: Cllr Moss.",
        [
            ("Reed", "present"),
            ("Hale", "present"),
            ("Ash", "present"),
            ("T. Bray", "in_attendance"),
            ("J. Pell", "in_attendance"),
            ("Moss", "apologies"),
        ],
    ),
    (  # posts with a dash, run together
        "Members Present: Aldermen – A Reed and B Hale\n\n"
        "Officers Present: Chief Executive – H Moss Director of Roads – B Pell Services Officer – E Gray",
        [
            ("A Reed", "present"),
            ("B Hale", "present"),
            ("H Moss", "in_attendance"),
            ("B Pell", "in_attendance"),
            ("E Gray", "in_attendance"),
        ],
    ),
    (  # the opening sentence ends with the label
        "Minutes of a meeting held in the Guildhall at 10 am when there were present:\n"
        "Councillors\nMrs A Reed (Chairman)\nB Hale\nOfficers\nMr T Bray – Head of Law",
        [("A Reed", "present"), ("B Hale", "present"), ("T Bray", "in_attendance")],
    ),
    (  # no label at all
        "Harrowdale Hall Trustees\n\nAnn Reed (AR, Chair)\nBob Hale (BH, Treasurer)\nDi Ash (DA, Trustee)",
        [("Ann Reed", "present"), ("Bob Hale", "present"), ("Di Ash", "present")],
    ),
    (  # no label, with the place that each stands for
        "Moor - Mr J. Reed\nVale - Mr C. Hale, Mrs N. Ash\nHill - Ms T. Bray",
        [("J. Reed", "present"), ("C. Hale", "present"), ("N. Ash", "present"), ("T. Bray", "present")],
    ),
    (  # a label inside a label; who is late is there
        "Roll call: Present – Ann Reed, Bob Hale; Absent – Di Ash\n\n"
        "Apologies for lateness were received from Bob Hale.",
        [("Ann Reed", "present"), ("Bob Hale", "present"), ("Di Ash", "absent")],
    ),
    (  # the clerk is not named; nor does a list of posts name anybody
        "Present: Trustees Reed, Hale and the Clerk\n\nStaff: General Manager, Acting Director Sustainable Communities",
        [("Reed", "present"), ("Hale", "present")],
    ),
    (
        "Sederunt:- Councillor Ann Reed, Convener; and Councillors Hale and Ash.\n\n"
        "Apologies were received from Mr D Moss (Ms R Gray attended as substitute).",
        [
            ("Ann Reed", "present"),
            ("Hale", "present"),
            ("Ash", "present"),
            ("D Moss", "apologies"),
            ("R Gray", "present"),
        ],
    ),
    (  # one title for all members; behind the clerk stand the others
        "Present\n\nCouncillors A Reed (Chair) B Hale, C Ash and\nD Moss Clerk J Gray\nMr T Bray & Mr S Quint",
        [
            ("A Reed", "present"),
            ("B Hale", "present"),
            ("C Ash", "present"),
            ("D Moss", "present"),
            ("J Gray", "in_attendance"),
            ("T Bray", "in_attendance"),
            ("S Quint", "in_attendance"),
        ],
    ),
    (  # the clerk's post goes with her name, not with the councillor before it
        "Present\n\nCouncillors A Reed, C Ash and\nD Moss Clerk Mrs J Gray District Councillor E Pell plus ten guests",
        [
            ("A Reed", "present"),
            ("C Ash", "present"),
            ("D Moss", "present"),
            ("J Gray", "in_attendance"),
            ("E Pell", "in_attendance"),
        ],
    ),
    (  # the public by name
        "Present: Cllrs A Reed and B Hale\nMembers of the Public – Mr & Mrs Ash and Mr D Moss",
        [("A Reed", "present"), ("B Hale", "present"), ("Ash", "in_attendance"), ("D Moss", "in_attendance")],
    ),
    (  # whoever is named below the public's number is no member
        "Present: Mrs. Ann Reed -Chairman, Mr. Bob Hale\n\n7 members of the public\n\n"
        "Mr. Di Ash (County Councillor)\n\n"
        "Mr. Ed Moss and Mr. Guy Pell attended prior to the start of the meeting to answer questions.",
        [
            ("Ann Reed", "present"),
            ("Bob Hale", "present"),
            ("Di Ash", "in_attendance"),
            ("Ed Moss", "in_attendance"),
            ("Guy Pell", "in_attendance"),
        ],
    ),
    (  # given names alone, one or many
        "Attendees: Tess, Oli (host), Sam R, Kit\nApologies: Ben",
        [
            ("Tess", "present"),
            ("Oli", "present"),
            ("Sam R", "present"),
            ("Kit", "present"),
            ("Ben", "apologies"),
        ],
    ),
    (  # a given name to a bullet, with what it does
        "Key Participants\n\n- Tess - President\n- Oli - Roads & Bridges\n- Kit",
        [("Tess", "present"), ("Oli", "present"), ("Kit", "present")],
    ),
    (  # no name at all
        "Attendees: As listed\n\nApologies: Received\n\nAbsent: None",
        [],
    ),
    (  # a sentence with members, officers and guests, two of them of one surname
        "Board members present were supervisors Ann Reed and Bob Hale, treasurer Di Ash and guests Ed and Flo Moss.",
        [
            ("Ann Reed", "present"),
            ("Bob Hale", "present"),
            ("Di Ash", "present"),
            ("Ed Moss", "in_attendance"),
            ("Flo Moss", "in_attendance"),
        ],
    ),
    (  # posts with hyphens and letters in front of names
        "Present: Reeve Ann Reed and Councillors Bob Hale and Di Ash.\nStaff: Fire Chief-CEMC Ed Moss; "
        "Roads and Bridges\nAdministrator Jean-Luc\nPell; Deputy Treasurer-Office Assistant Kim Gray\n"
        "Guests: Sol Quint, Quint Consulting.",
        [
            ("Ann Reed", "present"),
            ("Bob Hale", "present"),
            ("Di Ash", "present"),
            ("Ed Moss", "in_attendance"),
            ("Jean-Luc Pell", "in_attendance"),
            ("Kim Gray", "in_attendance"),
            ("Sol Quint", "in_attendance"),
        ],
    ),
    (  # members by surname, then posts with their holders in brackets
        "MEMBERS PRESENT:\n\nCouncillors Reed, E. Hale and Ash.\n\n"
        "A/Director of Roads, Bridges & Rivers (Mr. H. Moss), Clerk\n"
        "(Mr. M. Pell)",
        [
            ("Reed", "present"),
            ("E. Hale", "present"),
            ("Ash", "present"),
            ("H. Moss", "in_attendance"),
            ("M. Pell", "in_attendance"),
        ],
    ),
    (  # sentences behind a list
        "Present: Cllrs Reed and Hale. County Councillor Di Ash was in attendance with two residents. "
        "Also in attendance for part of the meeting was Mrs Flo Moss.",
        [("Reed", "present"), ("Hale", "present"), ("Di Ash", "in_attendance"), ("Flo Moss", "in_attendance")],
    ),
    (  # a county's councillor at a parish council is a guest
        "Ambleforth Parish Council\n\nPresent: Cllr Ann Reed, Borough Councillor Bob Hale, Sue Ash (observer)",
        [("Ann Reed", "present"), ("Bob Hale", "in_attendance"), ("Sue Ash", "in_attendance")],
    ),
    (  # two columns of names with their initials
        "Present Ann Reed AR Carol Hale (SBC) CHa\nBob Ash BA Di Moss (SBC) DM\nJo Pell JP",
        [
            ("Ann Reed", "present"),
            ("Carol Hale", "present"),
            ("Bob Ash", "present"),
            ("Di Moss", "present"),
            ("Jo Pell", "present"),
        ],
    ),
    (  # initials tell the next person in a run; the public by name, without a colon
        "Present\n\nCouncillors A Reed (Chair) and\nB Hale C Ash, HDC Clerk J Gray\n"
        "Members of the Public Mr & Mrs Moss, Mr Pell, Mr\nBray and Mr Quint",
        [
            ("A Reed", "present"),
            ("B Hale", "present"),
            ("C Ash", "present"),
            ("J Gray", "in_attendance"),
            ("Moss", "in_attendance"),
            ("Pell", "in_attendance"),
            ("Bray", "in_attendance"),
            ("Quint", "in_attendance"),
        ],
    ),
    (  # a colon behind a bracket
        "Invited: Ian Reed (IR)(Finance Manager): Cary Hale (CH) & May Ash\n(MA)(Staff Observers)\nPresent: Bo Moss",
        [
            ("Ian Reed", "in_attendance"),
            ("Cary Hale", "in_attendance"),
            ("May Ash", "in_attendance"),
            ("Bo Moss", "present"),
        ],
    ),
    (  # no label, one title for all
        "Councillors A Reed (in the Chair), B Hale, C Ash (as substitute for D Moss), and\nE Pell.\n\n1. Apologies\n\n"
        "Apologies were submitted on behalf of Councillors D Moss and F Gray.",
        [
            ("A Reed", "present"),
            ("B Hale", "present"),
            ("C Ash", "present"),
            ("E Pell", "present"),
            ("D Moss", "apologies"),
            ("F Gray", "apologies"),
        ],
    ),
    (  # a list of everybody, with who was away
        "Directors: Ann Reed – President (present), Bob Hale – Treasurer (absent), Di Ash (apologies)",
        [("Ann Reed", "present"), ("Bob Hale", "absent"), ("Di Ash", "apologies")],
    ),
    (  # groups of a board; a deputy for somebody in brackets
        "Non-Executive Directors\nMs A Reed Chair\nMr B Hale Vice Chair\n\nIn attendance\nMr E Moss Company Secretary\n"
        "Miss F Pell Deputy Director of Finance (for Mr G Gray)\n\nApologies\nMr G Gray Director of Finance",
        [
            ("A Reed", "present"),
            ("B Hale", "present"),
            ("E Moss", "in_attendance"),
            ("F Pell", "in_attendance"),
            ("G Gray", "apologies"),
        ],
    ),
    (  # letters of a post in front
        "Meeting attended by: Ann Reed (chair), Bob Hale. Staff: CAO F. Moss, Clerk G. Pell",
        [
            ("Ann Reed", "present"),
            ("Bob Hale", "present"),
            ("F. Moss", "in_attendance"),
            ("G. Pell", "in_attendance"),
        ],
    ),
    (  # all in one run of words, initials in brackets behind each name
        "Minutes of the branch held on Sunday 9 May 2018 at 12.00 pm Members present (5): Ann Reed (AR) - Chairman "
        "Bob Hale (BH) Di Ash (DA) Ed Moss (EM) - Officer (Welfare) Flo Pell (FP) Also present: Guy Gray",
        [
            ("Ann Reed", "present"),
            ("Bob Hale", "present"),
            ("Di Ash", "present"),
            ("Ed Moss", "present"),
            ("Flo Pell", "present"),
            ("Guy Gray", "in_attendance"),
        ],
    ),
    (  # counts in front, those excused, who stayed away
        "Present: 2 - Ann Reed and Bob Hale\nExcused: 1 - Di Ash\n\nCllr Moss was absent without apology.",
        [("Ann Reed", "present"), ("Bob Hale", "present"), ("Di Ash", "apologies"), ("Moss", "absent")],
    ),
    (  # the post as a label of its own keeps the list's status
        "Present:\nAnn Reed, Deputy Governor – Prudential Standards\nBob Hale, Deputy Governor – Markets\n\n"
        "In attendance:\nDi Ash, Chief Operating Officer\n\nSecretary:\nEd Moss",
        [
            ("Ann Reed", "present"),
            ("Bob Hale", "present"),
            ("Di Ash", "in_attendance"),
            ("Ed Moss", "in_attendance"),
        ],
    ),
]


def test_a_number_at_the_end_of_a_line_is_no_post(matcher: Matcher) -> None:
    text = "Present: Ann Reed (Chair)\nIn attendance: Bob Hale (Clerk), Cllr Di Ash (Moor District Council) and two\n"
    found = _people(text + "members of the public\n\n1. Roads\n\nNone.\n\n2. Close\n\nNone.\n", matcher)
    assert [(p.name, p.capacity) for p in found] == [
        ("Ann Reed", "Chair"),
        ("Bob Hale", "Clerk"),
        ("Di Ash", "Moor District Council"),
    ]


@pytest.mark.parametrize(("text", "people"), LISTS)
def test_layouts_of_lists(text: str, people: list[tuple[str, str]], matcher: Matcher) -> None:
    found = [(person.name, person.status) for person in _people(text + TAIL.replace("1. M", "2. M"), matcher)]
    assert sorted(found) == sorted(people)


def test_a_register_is_read_at_the_meetings_own_day(matcher: Matcher) -> None:
    register = _table(("Name", "28/09/2020", "23/11/2020"), ("Ann Reed", "P", "A"), ("Bob Hale", "A", "P"))
    before = (Line("Minutes of the meeting held on 28 September 2020"), register)
    people = _people("Harrowdale Board" + TAIL, matcher, before=before)
    assert [(person.name, person.status) for person in people] == [("Ann Reed", "present"), ("Bob Hale", "apologies")]


def test_a_key_of_letters_wins_over_what_they_mean_elsewhere(matcher: Matcher) -> None:
    marked = _table(("Ann Reed", "P"), ("Bob Hale", "A"), ("Di Ash", "S"), ("Ed Moss", "P"))
    text = "P – Present S – Sanctioned A – Absent"
    assert [(p.name, p.status) for p in _people(text + TAIL, matcher, before=(marked,))] == [
        ("Ann Reed", "present"),
        ("Bob Hale", "absent"),
        ("Di Ash", "apologies"),
        ("Ed Moss", "present"),
    ]


def test_columns_headed_by_status(matcher: Matcher) -> None:
    table = _table(("Members", "Present", "Absent"), ("Ann Reed", "X", ""), ("Bob Hale", "", "X"))
    people = _people("Harrowdale Board" + TAIL, matcher, before=(table,))
    assert [(person.name, person.status) for person in people] == [("Ann Reed", "present"), ("Bob Hale", "absent")]


# -- tables of people --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (
            [
                ("Attendee", "Role", "Attendance"),
                ("Councillor Ann Hill", "Leader", "Present"),
                ("Councillor Ben Dale", "Deputy", "Apologies"),
                ("Carol Vane", "Director", "In attendance"),
            ],
            ["Ann Hill present Leader", "Ben Dale apologies Deputy", "Carol Vane in_attendance Director"],
        ),
        (
            [
                ("Ann Hill", "AH", "Chair"),
                ("Ben Dale", "BD", "Treasurer"),
                ("In attendance:", "", ""),
                ("Carol Vane", "CV", "Secretary"),
                ("Apologies:", "", ""),
                ("Dan Moor", "DM", "Nurse"),
            ],
            [
                "Ann Hill present Chair",
                "Ben Dale present Treasurer",
                "Carol Vane in_attendance Secretary",
                "Dan Moor apologies Nurse",
            ],
        ),
        (
            [("Chairperson", "Ann Hill"), ("Members", "Ben Dale"), ("", "Carol Vane"), ("Officers", "Dan Moor")],
            [
                "Ann Hill present Chairperson",
                "Ben Dale present None",
                "Carol Vane present None",
                "Dan Moor in_attendance None",
            ],
        ),
        (
            [("Sector", "Representative", "Came"), ("Primary", "Ann Hill", "Yes"), ("Academies", "Dan Moor", "No")],
            ["Ann Hill present Primary", "Dan Moor absent Academies"],
        ),
        (
            [("Members", "Status"), ("Ann Hill (Chair)", "Attended online"), ("Dan Moor", "Did not attend")],
            ["Ann Hill present Chair", "Dan Moor absent None"],
        ),
        (
            [("Present", "Apologies"), ("Ann Hill (Chair)\nBen Dale", "Dan Moor")],
            ["Ann Hill present Chair", "Ben Dale present None", "Dan Moor apologies None"],
        ),
        (
            [("Chair", "Ann Hill"), ("Members", "Carol Vane, Dan Moor and Eve Lark")],
            ["Ann Hill present Chair", "Carol Vane present None", "Dan Moor present None", "Eve Lark present None"],
        ),
    ],
)
def test_tables_of_people_say_who_came_by_column_row_or_head(rows: list[tuple[str, ...]], told: list[str]) -> None:
    people = found_in("Minutes\n\nPresent:", table(*rows)).people
    assert [f"{person.name} {person.status} {person.capacity}" for person in people] == told


def test_a_table_of_people_in_the_title_block_lists_those_present() -> None:
    groups = table(("Primary", "Ann Hill"), ("", "Ben Dale"), ("Academies", "Carol Vane"), ("Observers", "Eve Lark"))
    people = found_in("Minutes of the Forum", groups).people
    assert [f"{person.name} {person.status} {person.capacity}" for person in people] == [
        "Ann Hill present Primary",
        "Ben Dale present Primary",
        "Carol Vane present Academies",
        "Eve Lark in_attendance None",
    ]


def test_labels_in_two_languages() -> None:
    people = found_in(
        "Yn bresennol / Present: Cllrs Ann Hill (Chair), Ben Dale\n\nSwyddogion / Officers: Dan Moor (Clerk)\n\n"
        "Ymddiheuriadau / Apologies: Cllr Eve Lark"
    ).people
    assert [(person.name, person.status) for person in people] == [
        ("Ann Hill", "present"),
        ("Ben Dale", "present"),
        ("Dan Moor", "in_attendance"),
        ("Eve Lark", "apologies"),
    ]


def test_who_clerked_stands_in_a_table_behind_the_visitors() -> None:
    paper = (
        "GOVERNOR ATTENDANCE",
        table(("Name", "Type", "Here"), ("DANA ROWE", "Parent", "P"), ("ELI MARSH", "Staff", "P")),
        "**Visitors:** None",
        "Before the meeting the fire drill was explained.",
        table(("Chaired by", "Dana Rowe", "Clerked by", "Pat Odell")),
        "# 1. Welcome",
        "Everyone was welcomed.",
    )
    people = {person.name: person.capacity for person in found_in(*paper).people}
    assert people["Pat Odell"] == "Clerk"
