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
