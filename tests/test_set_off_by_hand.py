"""What clerks set off by hand: titles in asterisks, numbers of actions behind a sentence; whose tasks are whose."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.extractors.find import find_all
from pipeline.extractors.names import read_name
from pipeline.link.assemble import assemble
from pipeline.outline import outline
from pipeline.record import Action, Record
from tests.printed import paper_of, rules
from tests.typed import record_at

HEAD = """LOWFELL SCHOOL PTA

Minutes of the meeting held on Monday 6 October 2025 at 5pm

Present: Joan Alder (Chair), Kit Birch, Lena Corr, Dora Ogg, Mr Olly Finch (Caretaker)
"""


def record_of(text: str) -> Record:
    paper = paper_of(text)
    shape = outline(paper, rules())
    return assemble(paper, shape, find_all(paper, shape, rules()))


def actions(text: str) -> list[Action]:
    return list(record_of(f"{HEAD}\n1. Apologies\n\nThese were read.\n\n2. Events\n\n{text}\n\n3. Close\n").actions)


def owned(text: str) -> list[list[str]]:
    return [[owner.name for owner in action.owners] for action in actions(text)]


@pytest.mark.parametrize(("before", "behind"), [("***", "***"), ("---", "---"), ("==", "=="), ("~~", "~~"), ("##", "")])
def test_titles_between_signs_open_items(tmp_path: Path, before: str, behind: str) -> None:
    said = {
        "BOATS": "The skiff is mended.",
        "MONEY": "Lena counted £40.",
        "AOB": "Trip - Kit to book the barge for 9 May.",
    }
    body = "\n\n".join(f"{before} {title} {behind}".strip() + f"\n\n{text}" for title, text in said.items())
    record = record_at(tmp_path / "notes.txt", f"{HEAD}\n{body}\n")
    assert [item.title for item in record.items] == list(said)


def test_a_title_between_signs_owns_nothing(tmp_path: Path) -> None:
    body = "*** BOATS ***\n\nThe skiff is mended.\n\n*** MONEY ***\n\nKit to count it.\n\n*** AOB ***\n\nNone.\n"
    record = record_at(tmp_path / "notes.txt", f"{HEAD}\n{body}")
    assert [[owner.name for owner in action.owners] for action in record.actions] == [["Kit Birch"]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("C. R. Alder Esq. (Chairman)", "C. R. Alder"),
        ("Ann Holt, Esq., Clerk", "Ann Holt"),
        ("Ann Esquivel", "Ann Esquivel"),
    ],
)
def test_esquires(text: str, name: str) -> None:
    found = read_name(text)
    assert found is not None and found.text == name


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("The stalls were counted. KB to bring the tent [Action 1]. The rest was read.", [["Kit Birch"]]),
        ("Rain may come. A second tent, and pegs for it (LC) [Action 2].", [["Lena Corr"]]),
        ("Rain may come. A second tent would help. (ACTION 3 JA)", [["Joan Alder"]]),
        ("DO and KB to draw up a rota [Action 4].", [["Dora Ogg", "Kit Birch"]]),
        ("A leaflet, and a page on the web – JA/LC before the end of June [Action 5]", [["Joan Alder", "Lena Corr"]]),
        ("The plan is in the appendix [Annex 4].", []),
    ],
)
def test_a_number_behind_a_sentence_marks_it(text: str, owners: list[list[str]]) -> None:
    assert owned(text) == owners
    assert all(action.marked for action in actions(text))


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("The lamp would be looked at by Mr Finch in June.", [["Olly Finch"]]),
        ("Parents would be written to by the Chair.", [["Joan Alder"]]),
        ("The lamp would be looked at by the county.", []),
        ("Copy to issue to all other schools.", [[]]),
        ("The Chair welcomed Miss Birch and Mr Finch to their first meeting.", []),
        ("Kit felt that members would find it easier to support the fair if they saw a plan.", []),
    ],
)
def test_whose_task_it_is(text: str, owners: list[list[str]]) -> None:
    assert owned(text) == owners


def test_chairs_to_sit_on_own_no_task() -> None:
    assert owned("Kit asked for the chairs with arms to be put back.") == []


BOLD = """# Lowfell Township

Meeting of 3 February 2025

**PRESENT:** Joan Alder, Kit Birch, Lena Corr

**PUBLIC COMMENT:** Dora Ogg spoke of the plough.

**MINUTES:** Motion by Alder, seconded by Birch, to approve the minutes. Motion carried.

**ENGINEER'S REPORT:**

- The bridge is mended.
- The dam leaks, and nobody knows why.

**ROADS:** Salt was spread twice in the week.

**OLD BUSINESS:**

1. Fire engine. The company wants another.
2. Website. The firm is late.

**NEW BUSINESS:**

1. Clean-up day. It is on 11 May.

**ADJOURNMENT:** Motion by Birch to adjourn. Motion carried.
"""


def test_bold_titles_with_nothing_behind_stand_among_those_that_run_on(tmp_path: Path) -> None:
    record = record_at(tmp_path / "minutes.md", BOLD)
    found = [item.title for item in record.items]
    assert {"ENGINEER'S REPORT", "OLD BUSINESS", "NEW BUSINESS"} <= set(found)
    assert not any("Website" in title or "Clean-up" in title for title in found)


def test_a_post_of_one_word_before_a_name() -> None:
    record = record_of(
        "LOWFELL TOWNSHIP\n\nMinutes of the meeting held on 6 October 2025\n\n"
        "Present: Joan Alder, Kit Birch. Also present were Engineer Lena Corr and Roadmaster Olly Finch.\n\n"
        "1. Roads\n\nMr. Finch will mend the rail.\n\n2. Close\n\nThe meeting closed at 9 pm.\n"
    )
    assert "Olly Finch" in [person.name for person in record.attendance]
    assert [[owner.name for owner in action.owners] for action in record.actions] == [["Olly Finch"]]
