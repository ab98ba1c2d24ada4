"""Records that any clerk would see to be wrong at once: what each shape of them must never be again. Invented words."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.read.unrun import LONG, with_line_ends
from tests.typed import record_of

TALK = "The warden said that the moor was dry, that the grouse had gone and that the hides were full of wasps. " * 9


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (
            "21st Meeting of the Board of Directors\n\nThursday 7 May 2019\n\nBoard of Directors\n\nDan Lane\n\nPike",
            "Board of Directors",
        ),
        ("Moor Trust Board of Trustees Regular Session Wednesday, May 15, 2019", "Moor Trust Board of Trustees"),
        ("Proposed Minutes Moor Board of Directors Meeting\n\nThursday, May 16, 2019", "Moor Board of Directors"),
        ("Minutes for May 16 Meeting\n\nMay 16, 2019", None),
        ("Minutes of the 2019 residents’ association AGM and accounts\n\n16 May 2019", None),
    ],
)
def test_no_day_no_kind_of_minutes_and_no_part_of_a_year_is_a_body(head: str, body: str | None, tmp_path: Path) -> None:
    record = record_of(tmp_path, f"{head}\n\nPresent: Dan Lane, Mick Pike\n\n1. Hides\n\nThe hides were agreed.\n")
    assert record.meeting.body == body


def test_a_kirk_session_keeps_its_name(tmp_path: Path) -> None:
    record = record_of(
        tmp_path, "Moor Church Kirk Session\n\nMinutes of the meeting held on 16 May 2019\n\nPresent: Dan Lane\n"
    )
    assert record.meeting.body == "Moor Church Kirk Session"


@pytest.mark.parametrize("printed", ["{}) ", "Item {}: ", "Agenda Item {} "])
def test_few_numbers_printed_alike_give_a_page_its_lines_back(printed: str) -> None:
    opens = [printed.format(n) for n in (1, 2, 3)]
    page = (
        f"Minutes of the Moor Board 4th May 2020 {opens[0]}Minutes Agreed. {opens[1]}Moor {TALK}{opens[2]}Hides None."
    )
    assert len(page) > LONG - 100
    assert [line[: len(opens[0])] for line in with_line_ends(page + TALK).split("\n")[1:]] == opens


def test_a_page_in_one_line_says_its_day_in_front(tmp_path: Path) -> None:
    text = f"Minutes for the Moor Parent Council Meeting 8th June 2015 Many came. It was agreed to burn it. {TALK}"
    record = record_of(tmp_path, f"{text}The last minutes were approved as published.")
    assert (record.meeting.body, record.meeting.date) == ("Moor Parent Council", "2015-06-08")


def _came(text: str, folder: Path) -> list[tuple[str, str, str | None]]:
    head = "Moor Trust Board\n\nMinutes of the meeting held on 16 May 2019"
    record = record_of(folder, f"{head}\n\n{text}\n\n1. Roads\n\nNone.\n\n2. Finance\n\nNone.\n")
    return [(person.name, person.status, person.capacity) for person in record.attendance]


def test_a_label_within_a_list_is_no_capacity(tmp_path: Path) -> None:
    assert _came("Present: Reeve Lane, Councillors: Pike, Hale & Cane,\nC.A.O.: Mary Roach", tmp_path) == [
        ("Lane", "present", "Reeve"),
        *((name, "present", None) for name in ("Pike", "Hale", "Cane")),
        ("Mary Roach", "in_attendance", "C.A.O."),  # an officer
    ]
    assert _came(
        "Present: Dan Lane (Chair), Mick Pike Invited Guests: Mary Roach (Moor Trust), Sue Hale", tmp_path
    ) == [
        ("Dan Lane", "present", "Chair"),
        ("Mick Pike", "present", None),
        ("Mary Roach", "in_attendance", "Moor Trust"),
        ("Sue Hale", "in_attendance", None),
    ]


def test_nor_is_a_label_with_nobody_or_a_number_behind_it(tmp_path: Path) -> None:
    assert [c for *_, c in _came("Present: Dan Lane, Mick Pike, Sue Hale Also present:", tmp_path)] == [None] * 3
    assert _came("Councillors: D. Lane, M. Pike          Parishioners: 2", tmp_path) == [
        ("D. Lane", "present", None),
        ("M. Pike", "present", None),
    ]


def test_posts_that_go_on_behind_and_have_a_holder_each(tmp_path: Path) -> None:
    text = "Officers Present: Chief Officer - D Lane Head of Peat and Heather – M Pike Head of Moors – S Hale"
    assert _came(text, tmp_path) == [
        ("D Lane", "in_attendance", "Chief Officer"),
        ("M Pike", "in_attendance", "Head of Peat and Heather"),
        ("S Hale", "in_attendance", "Head of Moors"),
    ]


def test_a_list_ends_where_a_sentence_decides(tmp_path: Path) -> None:
    text = "Apologies: Cllr Pike With the Chair away it was proposed by Cllr Lane that Cllr Hale be elected Chair."
    assert _came(f"Present: Cllr Lane, Cllr Hale\n\n{text}", tmp_path) == [
        ("Lane", "present", None),
        ("Hale", "present", None),
        ("Pike", "apologies", None),
    ]


def test_an_address_a_clock_time_and_a_signature_beside_the_text_own_nothing(tmp_path: Path) -> None:
    beside = ("Clerk", "12 Mill Road", "Phone: 555-0100", "at 6:15 pm", "Chair's Signature", "reusable boxes")
    rows = "\n".join(
        f"| {n}. Matter {n} | The hide in row {n} is to be burnt. | {who} |" for n, who in enumerate(beside, 1)
    )
    head = "# Moor Board\n\nMinutes of the meeting held 16 May 2019\n\n| Item | Discussion | Action |\n|---|---|---|"
    record = record_of(tmp_path, f"{head}\n{rows}\n", "minutes.md")
    owners = {owner.name for action in record.actions for owner in action.owners}
    assert owners == {"Clerk"}
