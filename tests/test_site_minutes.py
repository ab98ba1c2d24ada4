"""Minutes kept as Markdown files of a site: what a reader of the page finds. People and societies are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.record import Record
from tests.typed import record_of


def read(text: str, folder: Path) -> Record:
    return record_of(folder, text, "paper.md")


@pytest.mark.parametrize(
    "field",
    [
        "attendees: Tess Ware, Paul Nunn, Olive Peel",
        "roll-call: [Tess Ware (TW), Paul Nunn (PN),\n   Olive Peel (OP)]",
        "members_present:\n  - Tess Ware\n  - Paul Nunn\n  - Olive Peel",
    ],
)
def test_front_matter_says_who_came(field: str, tmp_path: Path) -> None:
    record = read(
        f"---\ntitle: Committee meeting\nlayout: minutes\n{field}\n---\n\n## Ponds\n\nTess asked for a rota.\n\n"
        "## Paths\n\nThe gate was mended.\n",
        tmp_path,
    )
    assert [(p.name, p.status) for p in record.attendance] == [
        ("Tess Ware", "present"),
        ("Paul Nunn", "present"),
        ("Olive Peel", "present"),
    ]
    assert [i.title for i in record.items] == ["Ponds", "Paths"]


@pytest.mark.parametrize("missing", ["apologies", "absent", "regrets", "members_absent"])
@pytest.mark.parametrize("rank", ["trustees", "directors", "governors"])
def test_front_matter_by_rank_says_who_came_beside_who_did_not(rank: str, missing: str, tmp_path: Path) -> None:
    record = read(
        f"---\ntitle: Minutes of the spring meeting\nlayout: meeting\n{rank}:\n- Tess Ware\n- Paul Nunn\n- Olive Peel\n"
        f"{missing}:\n- Olive Peel\n- Hugh Dray\n---\n\n## Ponds\n\nThe net was lost.\n\n"
        "## Paths\n\nThe gate was mended.\n",
        tmp_path,
    )
    assert [p.name for p in record.attendance if p.status == "present"] == ["Tess Ware", "Paul Nunn"]
    assert {p.name for p in record.attendance if p.status != "present"} == {"Olive Peel", "Hugh Dray"}


@pytest.mark.parametrize(
    "front",
    [
        "title: Minutes of the spring meeting\npresent: Tess Ware, Paul Nunn\ntrustees: Olive Peel, Hugh Dray\n"
        "apologies: Hugh Dray",  # who came has a key of its own
        "title: Minutes of the spring meeting\npresent: Tess Ware, Paul Nunn\ncommittee: Ponds, Paths\nabsent: none",
    ],
)
def test_a_list_by_rank_adds_nobody_where_who_came_is_said(front: str, tmp_path: Path) -> None:
    text = f"---\n{front}\n---\n\n## Ponds\n\nThe net was lost.\n\n## Paths\n\nThe gate was mended.\n"
    record = read(text, tmp_path)
    assert [p.name for p in record.attendance if p.status == "present"] == ["Tess Ware", "Paul Nunn"]


def test_one_who_came_of_two_is_still_of_the_body(tmp_path: Path) -> None:
    record = read(
        "---\nlayout: meeting\ndirectors: [Tess Ware, Paul Nunn]\nmembers: [Olive Peel, Hugh Dray]\nabsent: Paul Nunn\n"
        "---\n\n## Ponds\n\nThe net was lost.\n\n## Paths\n\nThe gate was mended.\n",
        tmp_path,
    )
    assert {p.name: p.status for p in record.attendance} == {
        "Tess Ware": "present",
        "Olive Peel": "in_attendance",
        "Hugh Dray": "in_attendance",
        "Paul Nunn": "absent",
    }


def test_ranks_of_a_page_that_is_no_meeting_are_no_attendance(tmp_path: Path) -> None:
    record = read(
        "---\ntitle: Who we are\ntrustees: Olive Peel, Tess Ware\napologies: Hugh Dray\n---\n\n"
        "## Ponds\n\nWe mend nets.\n",
        tmp_path,
    )
    assert not [p for p in record.attendance if p.status == "present"]


def test_front_matter_without_people_adds_nobody(tmp_path: Path) -> None:
    record = read(
        "---\ntitle: Committee meeting\nattendance: 14\npresent: yes\nlayout: minutes\n---\n\n## Ponds\n\nA rota was "
        "asked for.\n\n## Paths\n\nThe gate was mended.\n",
        tmp_path,
    )
    assert not record.attendance


def test_tags_say_what_the_page_is(tmp_path: Path) -> None:
    text = "---\ntitle: The spring meeting\ntags: [Meetings, Minutes]\n---\n\n## Ponds\n\nPaul Nunn will buy a net.\n"
    assert read(text, tmp_path).kind == "minutes"


@pytest.mark.parametrize("title", ["7th regular meeting", "Pond Group Meeting #7"])
def test_a_meeting_with_what_was_said_is_minuted(title: str, tmp_path: Path) -> None:
    text = (
        f"# {title}\n\n2 April 2025\n\n## Ponds\n\n- The net was lost and the rota is full.\n"
        "- The group had two bids and voted for the first.\n\n## Paths\n\n- Paul Nunn will buy a net.\n"
    )
    record = read(text, tmp_path)
    assert (record.kind, [i.title for i in record.items]) == ("minutes", ["Ponds", "Paths"])
    assert [(a.task, [o.name for o in a.owners]) for a in record.actions] == [
        ("Paul Nunn will buy a net.", ["Paul Nunn"])
    ]


def test_a_notice_of_a_meeting_is_no_minutes(tmp_path: Path) -> None:
    text = "# Pond Group Meeting\n\nThe next one will be on 2 April 2025 in the hall. All are welcome. Bring boots.\n"
    assert read(text, tmp_path).kind == "other"


def test_a_generators_marks_are_filled_in_or_left_out(tmp_path: Path) -> None:
    record = read(
        "---\nlayout: minutes\ntally: 2\n---\n\n{% include map.html %}\n\n## {{ page.tally }} members present\n\n"
        "* Tess Ware\n* Paul Nunn\n\n## Ponds\n\nThe net was lost.\n\n## Paths\n\nThe gate was mended.\n",
        tmp_path,
    )
    assert [p.name for p in record.attendance] == ["Tess Ware", "Paul Nunn"]
    assert not any("{" in i.title for i in record.items)


def test_a_short_numbered_line_is_a_title(tmp_path: Path) -> None:
    record = read(
        "# Minutes of the Pond Group\n\n1\\. Ponds\nThe net was lost and a\nnew one costs £20.\n\n2\\. Paths\n"
        "Nothing was said of the\nGate Fund.\n\n3\\. Minutes of the\nSpring Meeting\n",
        tmp_path,
    )
    assert [(i.number, i.title) for i in record.items] == [
        ("1", "Ponds"),
        ("2", "Paths"),
        ("3", "Minutes of the Spring Meeting"),
    ]


def test_tasks_with_owners_under_detail_are_actions_not_items(tmp_path: Path) -> None:
    record = read(
        "# Minutes of the Pond Group\n\nPresent: Tess Ware (TW), Paul Nunn (PN)\n\n1. Welcome\n\n"
        "2. Actions from the last meeting\n\n"
        "| No. | Detail | Resp. | Status |\n|--|--|--|--|\n| 2.1 | Mend the sluice before the spring | TW | Done |\n"
        "| 2.2 | Write to the water company about the outfall | PN | Not done |\n\n3. Paths\n\n4. New actions\n\n"
        "| No. | Detail | Resp. |\n|--|--|--|\n| 4.1 | Buy a net for the dipping days | PN |\n"
        "| 4.2 | Ask the school for helpers | TW |\n",
        tmp_path,
    )
    assert [i.number for i in record.items] == ["1", "2", "3", "4"]
    assert [(a.task, [o.name for o in a.owners], a.carried, a.status) for a in record.actions] == [
        ("Mend the sluice before the spring", ["Tess Ware"], True, "completed"),
        ("Write to the water company about the outfall", ["Paul Nunn"], True, "open"),
        ("Buy a net for the dipping days", ["Paul Nunn"], False, "open"),
        ("Ask the school for helpers", ["Tess Ware"], False, "open"),
    ]


def test_a_bullet_a_person_with_an_organisation(tmp_path: Path) -> None:
    record = read(
        "# Minutes of the Pond Group\n\nApologies\n\n- Tess Ware, MOOR\n- Paul Nunn, DALE, Fisheries Science\n\n"
        "## Ponds\n\nThe net was lost.\n\n## Paths\n\nThe gate was mended.\n",
        tmp_path,
    )
    assert [(p.name, p.status, p.capacity) for p in record.attendance] == [
        ("Tess Ware", "apologies", "MOOR"),
        ("Paul Nunn", "apologies", "DALE, Fisheries Science"),
    ]


def test_couples_and_grown_particles(tmp_path: Path) -> None:
    record = read(
        "# Minutes of the Pond Group\n\nPresent: Tess Ware, Paul diNunzio, Kit and Olive Peel, Rob d’Acre\n\n"
        "## Ponds\n\nThe net was lost.\n\n## Paths\n\nThe gate was mended.\n",
        tmp_path,
    )
    assert [p.name for p in record.attendance] == [
        "Tess Ware",
        "Paul diNunzio",
        "Kit Peel",
        "Olive Peel",
        "Rob d’Acre",
    ]


def test_labels_among_known_ones_open_items(tmp_path: Path) -> None:
    record = read(
        "# Minutes of the Moor Township Board\n\nPublic Comment: None\n\nOld Business: None\n\n"
        "New Business: Tess Ware asked for a culvert and the board heard her.\n\n"
        "The mower is in the shed.\n\nLow Ford Bridge: The engineer looked at the piers and found two cracks.\n\n"
        "High Mill: The miller reported a leak and the sluice was closed for a day.\n",
        tmp_path,
    )
    assert [i.title for i in record.items] == [
        "Public Comment",
        "Old Business",
        "New Business",
        "Low Ford Bridge",
        "High Mill",
    ]


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("Adam Fern will reconnect the pump.", "Adam Fern"),
        ("Adam Fern and Kit Rowe will repaint the hut.", "Adam Fern"),
        ("Tess will be posting a sheet in the hut.", "Tess Ware"),
    ],
)
def test_any_work_that_a_person_will_do(sentence: str, owner: str, tmp_path: Path) -> None:
    record = read(
        "# Minutes of the Pond Group\n\nPresent: Tess Ware, Paul Nunn\n\n## Ponds\n\n"
        f"{sentence}\n\n## Paths\n\nNone.\n",
        tmp_path,
    )
    assert [a.owners[0].name for a in record.actions] == [owner]


@pytest.mark.parametrize(
    "sentence", ["Low Moor Bridge will carry lorries.", "Adam Fern will retire in May.", "Harrow Fair will cost more."]
)
def test_what_a_place_or_fate_will_do_is_no_task(sentence: str, tmp_path: Path) -> None:
    record = read(
        "# Minutes of the Pond Group\n\nPresent: Tess Ware, Paul Nunn\n\n## Ponds\n\n"
        f"{sentence}\n\n## Paths\n\nNone.\n",
        tmp_path,
    )
    assert not record.actions


@pytest.mark.parametrize(
    "sentence",
    [
        "In the spring Adam Fern met with Tess and Paul to go over the rota.",
        "Adam Fern met Paul Nunn and Tess to discuss the plan.",
        "‘Right to repair’ submissions were read out.",
    ],
)
def test_who_was_met_has_no_task(sentence: str, tmp_path: Path) -> None:
    record = read(
        "# Minutes of the Pond Group\n\nPresent: Tess Ware, Paul Nunn\n\n## Ponds\n\n"
        f"{sentence}\n\n## Paths\n\nNone.\n",
        tmp_path,
    )
    assert not record.actions


def test_who_replied_takes_on_what_will_be_done(tmp_path: Path) -> None:
    record = read(
        "# Minutes of the Pond Group\n\nPresent: Tess Ware, Paul Nunn\nIn attendance: Rob Peel (Senior Engineer)\n\n"
        "## Ponds\n\nIn replying, the Senior Engineer stated that a pump is being sought and will revert with a price."
        "\n\n## Paths\n\nNone.\n",
        tmp_path,
    )
    assert [[o.name for o in a.owners] for a in record.actions] == [["Rob Peel"]]


def test_an_owner_beside_what_was_said_of_a_log_is_kept(tmp_path: Path) -> None:
    record = read(
        "# Minutes of the Moor Scrutiny Committee\n\nPresent: Tess Ware (TW), Paul Nunn (PN)\n\n"
        "| No. | Minute | Action |\n|--|--|--|\n| 44 | **Welcome**<br>The Chair welcomed everyone to the meeting and "
        "said that the doors were at the back of the hall, behind the stage, and the kettle was on the left of it, "
        "beside the sink. | |\n| 45 | **Action log**<br>The Committee went through the log. Figures for the weir were "
        "still awaited. | PN |\n",
        tmp_path,
    )
    assert [[o.name for o in a.owners] for a in record.actions] == [["Paul Nunn"]]


def test_the_hour_below_the_place_is_no_part_of_it(tmp_path: Path) -> None:
    record = read(
        "# Minutes of the Pond Group\n\n| Date | 2 April 2025 |\n|--|--|\n| Place | Reading Room, Moor Library |\n"
        "| Time | 11.15am – 1.15pm |\n\n## Ponds\n\nThe net was lost.\n\n## Paths\n\nThe gate was mended.\n",
        tmp_path,
    )
    assert (record.meeting.venue, record.meeting.start, record.meeting.end) == (
        "Reading Room, Moor Library",
        "11:15",
        "13:15",
    )
