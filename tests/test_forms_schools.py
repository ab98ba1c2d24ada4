"""Papers of invented schools, trusts and clubs: who is to do what, and what a word before a dash is."""

from __future__ import annotations

from pathlib import Path

from tests.typed import owned, record_of

TWICE = """Minutes of the Film Society Committee held on 4 March 2025

Present: Ada Moss (AM), Ben Carr (BC)

1. Suggestions

- More seats
    - ACTION AM: Respond
- Longer films
    - ACTION AM: Respond
- Book night
    - ACTION BC: Respond
"""


def test_the_same_words_under_another_topic_are_another_task(tmp_path: Path) -> None:
    record = record_of(tmp_path, TWICE, "minutes.md")
    assert owned(record) == [("Respond", ["Ada Moss"]), ("Respond", ["Ada Moss"]), ("Respond", ["Ben Carr"])]


MENTIONED = """Harrowdale Schools Forum

Minutes of the meeting held on 4 March 2025

Matters arising

Petra Crane reported that the lists had been lost. Petra to ask the county for new ones.

Imran Lund advised that it had been agreed to seek advice on the leases.

The fund was full. It was agreed that Imran would bring the figures to the next meeting.
"""


def test_a_given_name_is_whoever_speaks_with_that_name(tmp_path: Path) -> None:
    assert owned(record_of(tmp_path, MENTIONED)) == [
        ("Petra to ask the county for new ones.", ["Petra Crane"]),
        ("It was agreed that Imran would bring the figures to the next meeting.", ["Imran Lund"]),
    ]


TOPICS = """Minutes of Oakley PTA meeting

Tuesday 6 May 2025

Present: Jane Swale, Sally Finch, Adam Sand, Hana Joss, Tess Orme

Actions

- MUGA – the paint for the lines is to be ordered
- Sports Kit – Hana to ask the club for the old shirts (Oakley Foundation)
- Adam – book the coach for the summer trip
- Books – Tess to find out what the shelves cost
"""


def test_a_topic_before_a_dash_owns_nothing(tmp_path: Path) -> None:
    record = record_of(tmp_path, TOPICS, "minutes.md")
    assert [[o.name for o in a.owners] for a in record.actions] == [[], ["Hana Joss"], ["Adam Sand"], ["Tess Orme"]]
    assert not any(action.due.text for action in record.actions)


CALLED = """Notes of the Harrow Library Trustees

4 March 2025

Present: Elizabeth (Betty) Warrow, Dana Penn, Jo Lund, and Gail Morse
The meeting was called to order by Dana Penn, President. The last notes were read. The bank's letter has come. There
are two vacancies. Past officers will be contacted. Details for the trustees will also be updated. Betty will write to
the county about the lamps. Chairs of committees spoke of the spring.

ACTION / Jo to price the new shelves.
"""


def test_what_was_said_right_below_the_list_of_people(tmp_path: Path) -> None:
    record = record_of(tmp_path, CALLED)
    assert [p.name for p in record.attendance] == ["Elizabeth Warrow", "Dana Penn", "Jo Lund", "Gail Morse"]
    assert [([o.name for o in a.owners], a.marked) for a in record.actions] == [
        ([], False),
        ([], False),
        (["Elizabeth Warrow"], False),
        (["Jo Lund"], True),
    ]


TENANTS = """Tenant Panel Meeting Minutes - 4 March 2025

Present: Kit Hale, Dan McCrae, Sal Warr, Ola Wynn

Minutes and matters arising

The minutes were agreed as a true record of the meeting.

The following were actions at the last meeting:

- Code of conduct to be sent with the papers for the next meeting. Draft sent with the papers for this meeting, and read
- Kit H to ask the web team for a page. The team is looking at it and will have it ready by the summer, as it hopes.

Bins

A note (DMc) is to be sent to all about the doors. The sum for paint will be determined by SW and OW.

Sal to ask the depot whether the bins can be moved?
"""


def test_old_actions_below_a_sentence_and_owners_by_short_forms(tmp_path: Path) -> None:
    assert [([o.name for o in a.owners], a.carried) for a in record_of(tmp_path, TENANTS).actions] == [
        ([], True),
        (["Kit Hale"], True),
        (["Dan McCrae"], False),
        (["Sal Warr", "Ola Wynn"], False),
        (["Sal Warr"], False),
    ]


SHORT = """PTA Meeting 3 March 2025

Attendees: Lotta, Fay, Shan, Jo Warden (TA), Bess

Christmas Fair

Gifts. Jo W will talk to the teachers. Lotta and Jo W will discuss the games over the next week.

All staff have been invited to visit the grotto. It was suggested a prize be offered to sell more tickets.

Execs to decide on a date.
"""


def test_a_given_name_with_a_letter_and_no_task_where_people_are_invited(tmp_path: Path) -> None:
    record = record_of(tmp_path, SHORT)
    assert [p.name for p in record.attendance] == ["Lotta", "Fay", "Shan", "Jo Warden", "Bess"]
    assert [[o.name for o in a.owners] for a in record.actions] == [["Jo Warden"], ["Lotta", "Jo Warden"], ["Execs"]]


CLERK = """Minutes of the Governing Board Meeting held on 2 July 2025

Present: Anna Wallis (AW) – Chair, Con Bonner (CB) – Head teacher
Apologies: Miren Bell (MB)
Governing Body Clerk: Jen Udell – Harrowdale Borough

1. Declarations
1.1 The Clerk would make the new form available at the next governing body meeting.
1.2 CB agreed to transfer from the Finance Committee to the Staffing Committee.
2. Visits
2.1 The visits were praised.
3. Close
3.1 The meeting closed at 7 pm.
"""


def test_a_clerk_named_below_the_list_with_whom_they_work_for(tmp_path: Path) -> None:
    assert owned(record_of(tmp_path, CLERK)) == [
        ("The Clerk would make the new form available at the next governing body meeting.", ["Jen Udell"]),
    ]


CLOSED = """Harrow Access Forum

Minutes of the meeting held on 8 October 2024

1. Matters arising

- The Chair had been given a name at the quarry. It was suggested that a visit be arranged to the quarry.

(Action: Chair)

- Work on the map of gates was held up but would be resumed when Rosa came back.

(Action: Rosa Wicks – in due course)

- It was asked that a list of new routes be drawn up.

(Action: Gil Pockett)

- Updates to be provided by:

- Ann offered to pass the letter on, which she did at the end.
"""


def test_a_label_in_brackets_closes_what_stands_above_it(tmp_path: Path) -> None:
    record = record_of(tmp_path, CLOSED)
    assert [(a.task.split()[-1], [o.name for o in a.owners], a.due.text) for a in record.actions] == [
        ("quarry.", ["Chair"], None),
        ("back.", ["Rosa Wicks"], "in due course"),
        ("up.", ["Gil Pockett"], None),
    ]


COMMITTEES = """Minutes of the Harrow Trust Board held on 3 December 2024

Present: Tom Swale (TS), Nan Birch (NB)

1. Pupils

It was agreed that the Welfare and Standards Committee will look at this further.
The Finance, Audit and Risk Committee will review the figures in May.
Finance and Premises Committee to obtain three quotes for the roof.
The Head Teacher and Finance Committee will review the plan.
NB had indicated that she would accept the nomination.
"""


def test_a_committee_of_two_subjects_is_one_owner(tmp_path: Path) -> None:
    assert [[o.name for o in a.owners] for a in record_of(tmp_path, COMMITTEES).actions] == [
        ["Welfare and Standards Committee"],
        ["Finance, Audit and Risk Committee"],
        ["Finance and Premises Committee"],
        ["Head Teacher", "Finance Committee"],
    ]


COURT = """HARROWDALE UNIVERSITY

Court

Minute of Meeting held on Wednesday 18 April 2007

Present:
Dr Ada Moss Senate Assessor, Mr Ben Carr Staff Assessor,
Ms Nic Lund Co-opted Member

Apologies:

Members: Professor Eve Fold Senate Assessor, Dr Gil Hart

Attenders: Professor Ian Joss (Vice-Principal)

1. Announcements

The Convener welcomed all.
"""


def test_groups_below_an_empty_title_of_apologies_sent_them(tmp_path: Path) -> None:
    assert [(p.name, p.status) for p in record_of(tmp_path, COURT).attendance] == [
        ("Ada Moss", "present"),
        ("Ben Carr", "present"),
        ("Nic Lund", "present"),
        ("Eve Fold", "apologies"),
        ("Gil Hart", "apologies"),
        ("Ian Joss", "apologies"),
    ]


AGM = """UNAPPROVED AGM MINUTES - 2021

Harrowdale Pottery Society

Annual General Meeting 6th March 2021

Present: Ann Moss – Chair (AM), Nic Carr (NC) Potter, Cal Dunn, Des Elm

1. Minutes
The Minutes of the last Annual General Meeting were held to be a true record.

2. Accounts
The Accounts were proposed for adoption by Ann Moss and seconded by Nic Carr.

3. Examiner
Lund & Co was unanimously confirmed as the Society's independent examiner for the coming year.

4. Elections
The following elections were AGREED:

Chairman - Ann Moss
Secretary - Nic Carr

5. Others
(a) The meeting voted that the following be re-elected, Tess Orme and Hal Fry.

(b) The meeting voted unanimously that the following should be officers of the Society:
- Vice-chair, Des Elm
- Treasurer, Cal Dunn
"""


def test_an_annual_meeting_elects_and_adopts(tmp_path: Path) -> None:
    record = record_of(tmp_path, AGM)
    assert [(p.name, p.capacity) for p in record.attendance][:2] == [("Ann Moss", "Chair"), ("Nic Carr", "Potter")]
    assert [(d.item, d.outcome) for d in record.decisions] == [
        ("1", "agreed"),
        ("2", "agreed"),
        ("3", "elected"),
        ("4", "elected"),
        ("4", "elected"),
        ("5", "elected"),
        ("5", "elected"),
        ("5", "elected"),
    ]


PUPILS = """School Council Meeting minutes 9/11/2024

Attendees: Cath Moss, Sara Fold, BJ, HH, LM, EW

1. Plants

Mrs Moss nominated Sara to the position of Vice-Chair to broaden the work of the council.

- LM to cost up the plants

2. Fair

It was agreed to amend the paragraph to read that Cath strongly recommended a fair.
"""


def test_who_is_nominated_to_a_post_has_no_task(tmp_path: Path) -> None:
    record = record_of(tmp_path, PUPILS)
    assert owned(record) == [("LM to cost up the plants", ["LM"])]
    assert [d.outcome for d in record.decisions] == ["agreed"]
