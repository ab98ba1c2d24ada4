"""Minutes of small councils, halls and allotments that do not exist: how their clerks number, mark and decide."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_forms_parish import HEAD, TAIL
from tests.typed import owned, record_of


def _tasks(folder: Path, words: str) -> list[tuple[str, list[str]]]:
    return owned(record_of(folder, f"{HEAD}3.1 {words}{TAIL}"))


HALL = """Thornby Village Hall Committee
Minutes March 14th 2016
1. Apologies: None.
2. Present: Kim, Lou, Pat R, Pat J, Sue
3. Minutes of meeting 15th February agreed after two corrections were made.
4. Matters Arising: None
5. Matter for consideration
Bank of the brook. Talked of sandbags. Kim to ask the builder for advice. Probably not covered.
Training. All in hand Pat R to open up.
6. Correspondence. A letter came from the choir about a fall off the bottom step. Perhaps paint
would help. More lamps were thought of too.
7. Treasurer's report: The share account gave £4.58. Both accounts hold £150.56.
8. Building progress. Panels are up and work well, all made good. Some
were left over. Lou to look for a new hatch.
9. A.O.B. The marquee was lent for the fair.
10. Date of Next Meeting: 18th April
"""


def test_items_whose_titles_run_on_and_a_few_that_are_known(tmp_path: Path) -> None:
    record = record_of(tmp_path, HALL)
    assert [item.number for item in record.items] == [str(n) for n in range(1, 11)]
    assert [(d.item, d.outcome) for d in record.decisions if d.item == "3"] == [("3", "agreed")]
    assert ("Kim to ask the builder for advice.", ["Kim"]) in owned(record)


def test_actions_from_the_last_meeting_in_one_line(tmp_path: Path) -> None:
    words = "Actions from last meeting: PB to ask the bank about fees. DK to speak to the hall."
    record = record_of(tmp_path, f"{HEAD}3.1 {words}{TAIL}")
    assert owned(record) == [
        ("PB to ask the bank about fees.", ["Peter Brown"]),
        ("DK to speak to the hall.", ["David King"]),
    ]
    assert all(action.marked and action.carried for action in record.actions)


def test_no_actions_from_the_last_meeting(tmp_path: Path) -> None:
    assert _tasks(tmp_path, "Actions from last meeting not otherwise on the agenda: None") == []


@pytest.mark.parametrize(
    ("words", "owners"),
    [
        ("The curtain rail is to be mended. That will make it easier to draw them. PB.", ["Peter Brown"]),
        ("All in hand Cllr King to order the paint.", ["David King"]),
        ("The chairman and vice-chairman will look for a new clerk.", ["Ann Box", "vice-chairman"]),
        ("It was agreed that Peter and Jane would lead the work on all parts of it.", ["Peter Brown", "Jane Ash"]),
        ("Jane said that ERMC had seen that this would change – she agreed to follow it up.", ["Jane Ash"]),
    ],
)
def test_who_is_to_do_it(tmp_path: Path, words: str, owners: list[str]) -> None:
    assert [names for _, names in _tasks(tmp_path, words)] == [owners]


@pytest.mark.parametrize(
    "words",
    [
        "Peter Brown will be resigning as he moves away.",
        "Cllr Box expressed concern that the hedge would be cut by the Council too late.",
        "Cllr Ash proposed that they were a true record and should be signed; this was seconded by Cllr King.",
        "The Mansion will offer a tenth off the price of drinks.",
        "Jane has arranged for the Committee to see a copy of the quote which is being submitted.",
        "They wondered why Cllr King met Cllr Ash to discuss the drain.",
    ],
)
def test_what_is_no_task(tmp_path: Path, words: str) -> None:
    assert _tasks(tmp_path, words) == []


def test_lettered_business_without_a_blank_behind_the_letter(tmp_path: Path) -> None:
    parts = "(i)To report on the account.\nThis was deferred to the next meeting.\n(ii)To approve spending as listed."
    text = f"{HEAD}{parts}\nProposed by Cllr Ash seconded by Cllr Brown and unanimously approved.{TAIL}"
    decided = [d for d in record_of(tmp_path, text).decisions if d.item == "3"]
    assert [(d.outcome, d.mover) for d in decided] == [("deferred", None), ("agreed", "Cllr Ash")]


RUNNING = """Minutes of Council Meeting held at Thornby Hall on Thursday 17th January 2019 at 7pm.
Present: Councillors: Ann Box (Chair), Peter Brown and David King.
Item 1:Apologies for Absence.
19/5 Councillors Tom Lund and Jane Ash.
Item 2:Declarations of Interest.
19/6 None.
Item 3:To receive the minutes of the meeting held 13th December 2018.
19/7Resolved to approve the minutes of the meeting of 13th December 2018. The minutes
were signed by the Chair.
Item 4:Hedges.
19/8The hedge on the green is too high.
19/9Resolved that the clerk's hours be set at ten a week.
"""


def test_minutes_numbered_through_the_paper_below_its_items(tmp_path: Path) -> None:
    record = record_of(tmp_path, RUNNING)
    assert [item.number for item in record.items] == ["1", "2", "3", "4"]
    assert [d.minute for d in record.decisions] == ["19/7", "19/9"]
    away = [(person.name, person.capacity) for person in record.attendance if person.status == "apologies"]
    assert away == [("Tom Lund", None), ("Jane Ash", None)]


def test_posts_in_a_column_of_who_came_are_no_owners(tmp_path: Path) -> None:
    listed = "Present\n\nCllr Ann Box                         Chair\n\nCllr Peter Brown\n\nCllr David King\n"
    items = "1. Apologies\n\nThere were none.\n\n2. Roads\n\nThe hole is filled.\n\n3. Paths\n\nAll is well.\n"
    record = record_of(tmp_path, f"Minutes of Thornby Parish Council held on 6 March 2023\n\n{listed}\n{items}")
    assert owned(record) == []
    assert [person.name for person in record.attendance] == ["Ann Box", "Peter Brown", "David King"]


def test_reports_that_did_not_come_are_no_decision(tmp_path: Path) -> None:
    text = f"{HEAD}3.1 Reports from the police: No reports were received.{TAIL}"
    assert [d for d in record_of(tmp_path, text).decisions if d.item == "3"] == []


def test_initials_that_close_the_bullets_of_a_list(tmp_path: Path) -> None:
    bullets = (
        "• Bins. PB to chase the county for a reply.\n"
        "• Lamps. Notices to be put up. DK.\n"
        "• Key dates. Talk with the school AB\n"
        "• Signal. DK and JA to write a plan for the next meeting DK/JA.\n"
        "• The fete was opened by DK\n"
    )
    record = record_of(tmp_path, f"{HEAD}{bullets}{TAIL}")
    assert [(action.marked, [owner.name for owner in action.owners]) for action in record.actions] == [
        (False, ["Peter Brown"]),
        (True, ["David King"]),
        (True, ["Ann Box"]),
        (True, ["David King", "Jane Ash"]),
    ]


def test_how_often_somebody_would_come_was_only_asked(tmp_path: Path) -> None:
    words = "PB asked AB how many more meetings she would attend, AB replied that she would return for one."
    assert _tasks(tmp_path, words) == []


LONG_TITLES = """Draft Minutes from the meeting 7th December 2021
PRESENT: Cllrs Box, Ash and Lund, Parish Clerk Sue Carr.
NON ATTENDING: Cllr King
1. Receive and accept apologies: Cllrs Pole and Hyde
2. Receive declarations of interest: Cllr Box in respect of 5.1 and Cllr Ash in respect of 5.2 and the hall.
3. Receive ward report: Cllr Hyde told of the new homes that were approved and said that there may be money to come.
4. Review of log: It was agreed to call this part matters arising from the minutes, none were outstanding at this time.
5. Receive caretaker report: Cllr Box forwarded a motion to buy two bins, Cllr Ash seconded, and all were in favour.
6. Clerks report: The clerk has been busy with the letters, the page is now being done and should be ready in spring.
5.2 GREEN: This is done.
"""


def test_items_that_run_on_into_what_was_said(tmp_path: Path) -> None:
    record = record_of(tmp_path, LONG_TITLES)
    assert record.meeting.date == "2021-12-07"
    assert [item.number for item in record.items] == ["1", "2", "3", "4", "5", "6"]
    assert [(person.name, person.status) for person in record.attendance if person.status != "present"] == [
        ("Sue Carr", "in_attendance"),
        ("King", "absent"),
        ("Pole", "apologies"),
        ("Hyde", "apologies"),
    ]
    assert [decision.item for decision in record.decisions] == ["4", "5"]


def test_who_approved_and_who_seconded(tmp_path: Path) -> None:
    text = f"{HEAD}3.1 The accounts were approved by Peter Brown and seconded by Jane Ash.{TAIL}"
    told = [(d.outcome, d.mover, d.seconder) for d in record_of(tmp_path, text).decisions if d.item == "3"]
    assert told == [("agreed", "Peter Brown", "Jane Ash")]


def test_a_name_in_letters_with_stops_is_no_title(tmp_path: Path) -> None:
    parts = "(i) The bench was bought.\n(ii) H.A.L.L. rent arrears were paid.\n(iii) H.A.L.L. kindly gave a cheque."
    record = record_of(tmp_path, f"{HEAD}{parts}{TAIL}")
    assert [item.number for item in record.items] == ["1", "2", "3", "4"]


def test_a_given_name_that_opens_irish_surnames_too(tmp_path: Path) -> None:
    text = HEAD.replace("Cllr Peter Brown (PB)", "Nic Brown (NB)")
    record = record_of(tmp_path, f"{text}3.1 Signs. ACTION: NB to order new ones.{TAIL}")
    assert [names for _, names in owned(record)] == [["Nic Brown"]]


def test_a_meeting_that_tells_of_itself_in_a_first_sentence(tmp_path: Path) -> None:
    text = """Informal Residents Meeting Held On 29 September 2024.

Kim opened the meeting thanking everyone for attending. Points raised and agreed were:

1. The limit to be set at £250. It was agreed that the pump is needed.
2. Three quotes to be obtained for gravel in all areas and to be actioned at once.
3. The contract ends soon. Lou agreed to obtain quotes and put them to all households.
"""
    record = record_of(tmp_path, text)
    assert record.kind == "minutes"
    assert [names for _, names in owned(record)] == [[], ["Lou"]]


@pytest.mark.parametrize("who", ["Lengthsman", "Groundsman", "Handyman"])
def test_a_trade_behind_the_article_owns_its_task(who: str, tmp_path: Path) -> None:
    record = record_of(
        tmp_path,
        "TARN PARISH COUNCIL\n\nMinutes of the meeting held on Monday 9 June 2025\n\n"
        f"Present: Cllrs Ada Thorn (Chair) and Una Pike\n\n1. Paths\n\n"
        f"The {who} will clear the ditch.\n\n2. Close\n\nNone.\n",
    )
    assert owned(record) == [(f"The {who} will clear the ditch.", [who])]
