"""Forms in which bodies of many kinds write: what a reader says stands in each. Places and people are invented."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.record import Record
from pipeline.run import extract


@dataclass(frozen=True)
class Form:
    """A paper, and what a reader finds: people (name, status), decisions and actions by how they begin."""

    text: str
    body: str | None = None
    items: tuple[str, ...] | None = None
    people: tuple[tuple[str, str, str | None], ...] | None = None
    decisions: tuple[tuple[str, str], ...] | None = None
    actions: tuple[tuple[str, str, bool], ...] | None = None
    times: tuple[str | None, str | None] | None = None
    date: str | None = None


def read(form: Form, folder: Path) -> Record:
    path = folder / "paper.txt"
    path.write_text(form.text, "utf-8")
    (record,) = extract(path)
    return record


FORMS = {
    "who acts stands behind the task": Form(
        "LOWMOOR PARISH COUNCIL\n\nMinutes of the meeting held on Monday 7 April 2025 at 7.30pm\n\n"
        "Present: Cllrs T Ware (Chair), P Nunn and Mrs O Peel. In attendance: Mr Kit Rowe (Clerk)\n\n"
        "1. Lanes\n\n1.1. The culvert at the ford is silted up again. Clerk to action.\n\n"
        "1.2. Cllr Nunn agreed to walk the bridleway with the warden. Cllr Nunn to action\n\n2. Close\n\nNone.\n",
        actions=(("The culvert at the ford is silted up", "Kit Rowe", True), ("Cllr Nunn agreed", "P Nunn", True)),
    ),
    "labels with a number close a line": Form(
        "LOWMOOR PARISH COUNCIL\n\nMinutes of the Parish Council meeting held on Monday 7 April 2025\n\n"
        "PRESENT: Tessa Ware (Chair), Paul Nunn, Olive Peel and Kit Rowe (Clerk)\n\n"
        "4. HIGHWAYS\n\nPN will ask the county for the survey of the bridge. Action 4.01: PN\n"
        "It was agreed to buy a new noticeboard for £310. Action 4.02: Clerk\n\n5. CLOSE\n\nNone.\n",
        decisions=(("It was agreed to buy a new noticeboard for £310.", "agreed"),),
        actions=(("PN will ask the county", "Paul Nunn", True), ("It was agreed to buy", "Kit Rowe", True)),
    ),
    "a web page of a meeting says everything twice": Form(
        "Agenda, decisions and minutes\n\nCabinet - Tuesday, 8 April 2025 2.00 pm\n\nItems\nNo. Item\n\n11/25\n\n"
        "Apologies for Absence\n\n    • Share this item\n\n    Decision:\n\n    There were no apologies.\n\n"
        "    Minutes:\n\n"
        "    There were no apologies.\n\n12/25\n\nMinutes of Previous Meeting\n\n    Decision:\n\n"
        "    These were agreed as a correct record of that meeting.\n\n    Minutes:\n\n"
        "    These were agreed as a correct record of that meeting.\n\n13/25\n\nHarbour Dues\n\n    Minutes:\n\n"
        "    The Cabinet Member for Ports and Trade explained that with the new berth in use she would send the sums"
        " for last year to all members.\n",
        decisions=(("These were agreed as a correct record of that meeting.", "agreed"),),
        actions=(("The Cabinet Member for Ports and Trade explained", "Cabinet Member for Ports and Trade", False),),
    ),
    "a page of one item": Form(
        "Agenda item\n\nParking near Schools\n\nMinutes:\n\nThe Head of Roads gave an account of the trial.\n\n"
        "RESOLVED: That the Committee:-\n\n(a)  notes the account; and\n\n"
        "(b)  requests the Roads and Parking Officer to bring costs to the next meeting.\n",
        items=None,
        decisions=(("notes the account", "noted"), ("requests the Roads and Parking Officer", "agreed")),
    ),
    "titles in capitals run into sentences with sums": Form(
        "MINUTES of the meeting of FERNLEA PARISH COUNCIL held on Monday 12th May 2025 at 7pm in the Church Room.\n\n"
        "Present were Mr D Ashe (Chairman), Mrs L Bray and Mr K Coe.\n\n"
        "APOLOGIES FOR ABSENCE were received from Miss J Dunn.\n\n"
        "FINANCE. It was agreed to pay the insurance of £412.60.\n\n"
        "FOOTPATHS. The Clerk was asked to write to the landowner about the stile.\n\n"
        "There being no further business the meeting closed at 8.40 p.m.\n",
        body="Fernlea Parish Council",
        items=("APOLOGIES FOR ABSENCE", "FINANCE", "FOOTPATHS"),
        people=(
            ("D Ashe", "present", "Chairman"),
            ("L Bray", "present", None),
            ("K Coe", "present", None),
            ("J Dunn", "apologies", None),
        ),
        actions=(("The Clerk was asked to write", "Clerk", False),),
        times=("19:00", "20:40"),
    ),
    "when it closed is not when it began": Form(
        "Minutes of the Meeting held on the 6th March 2025\n\nPresent: R Vance (Chairman), M Bell, A Crewe\n\n"
        "301       The Chairman welcomed everybody.\n\n302       Finance. The bill for the hall was discussed and it"
        " was agreed to pay it.\n\nThe Meeting Closed at 8.25pm\n\n"
        "The next meeting will be on 1st May 2025 at 7.00 pm\n",
        times=(None, "20:25"),
    ),
    "guests below the public, and who left": Form(
        "Meldrum Town Council\n\nMinutes of the Annual Meeting held on Wednesday 7 May 2025 commencing at 19:00.\n\n"
        "Present:\n\nCllr Mr A H Pole (Chair)\n\nCllr Mrs B Ames\n\nIn Attendance:\n\nThree members of the public\n\n"
        "Mr W Garth Clerk and Finance Officer to Meldrum Town Council\n\n25.10 ELECTION OF CHAIR\n\n"
        "It was RESOLVED that Cllr Pole be elected Chair.\n\n25.11 GRANTS\n\nNone.\n",
        people=(
            ("A H Pole", "present", "Chair"),
            ("B Ames", "present", None),
            ("W Garth", "in_attendance", "Clerk and Finance Officer to Meldrum Town Council"),
        ),
    ),
    "members by whom they speak for, and a day over two lines": Form(
        "HARTDALE SCHOOLS FORUM\n\nMINUTES of a meeting of the Forum held in the Long Room, Hartdale on Thursday, 16\n"
        "January 2025 at 10.00am.\n\nMaintained primary: Hetty Stone (Chair), Jake Amory\n\n"
        "Academies: Fay Noor, Paul Gillow\n\nLocal authority officers: Simon Perry (Head of Schools Finance)\n\n"
        "Apologies: Vince Sharp (Academies)\n\n1. Welcome\n\nThe Chair welcomed Fay Noor.\n\n2. Growth fund\n\n"
        "The Forum agreed the criteria.\n",
        date="2025-01-16",
        people=(
            ("Hetty Stone", "present", "Chair"),
            ("Jake Amory", "present", "Maintained primary"),
            ("Fay Noor", "present", "Academies"),
            ("Paul Gillow", "present", "Academies"),
            ("Simon Perry", "in_attendance", "Head of Schools Finance"),
            ("Vince Sharp", "apologies", "Academies"),
        ),
    ),
    "how good something was is no decision": Form(
        "LOWMOOR PARISH COUNCIL\n\nMinutes of the meeting held on Monday 7 April 2025\n\n"
        "Present: Ann Ware, Tom Nunn\n\n1. Fete\n\nIt was agreed that the bunting was very good."
        " It was agreed there was a lot of goodwill.\n\n"
        "2. Benches\n\nIt was agreed to order two benches.\n",
        decisions=(("It was agreed to order two benches.", "agreed"),),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_what_a_reader_finds(name: str, tmp_path: Path) -> None:
    form = FORMS[name]
    record = read(form, tmp_path)
    assert record.kind == "minutes"
    if form.body is not None:
        assert record.meeting.body == form.body
    if form.items is not None:
        assert tuple(item.title for item in record.items) == form.items
    if form.people is not None:
        assert tuple((p.name, p.status, p.capacity) for p in record.attendance) == form.people
    if form.decisions is not None:
        assert len(record.decisions) == len(form.decisions)
        for decision, (opens, outcome) in zip(record.decisions, form.decisions, strict=True):
            assert decision.text.startswith(opens) and decision.outcome == outcome
    if form.actions is not None:
        assert [("; ".join(o.name for o in a.owners), a.marked) for a in record.actions] == [
            (owner, marked) for _, owner, marked in form.actions
        ]
        for action, (opens, _, _) in zip(record.actions, form.actions, strict=True):
            assert action.task.startswith(opens)
    if form.date is not None:
        assert record.meeting.date == form.date
    if form.times is not None:
        assert (record.meeting.start, record.meeting.end) == form.times
