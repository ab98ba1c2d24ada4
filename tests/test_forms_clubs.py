"""How clubs, schools and churches promise: "he'll ring them", "Pat volunteered", what follows a thank-you. Invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import owned, record_of

HEAD = """OLDBURY PARK BOWLS CLUB
Minutes of the committee meeting held on Tuesday 11 March 2025 in the pavilion

Present: Ray Holt (Chairman), Sheila Pugh (Secretary), Tony Marsh (Treasurer), Val Ince, Ken Dobbs

1. Apologies
There were none.

2. Other business
"""


def told(words: str, folder: Path) -> list[tuple[str, list[str]]]:
    return owned(record_of(folder, f"{HEAD}{words}\n\n3. Date of next meeting\nTuesday 8 April 2025.\n"))


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("Ken couldn't find the key so he'll ring the caretaker.", "Ken Dobbs"),
        ("The Chairman thanked Ken for the work and will write to the league.", "Ray Holt"),
        ("Val asked how theirs went, so Tony will ring the club at Orton.", "Tony Marsh"),
        ("Somebody needs to collect the cups, Val volunteered.", "Val Ince"),
        ("Tony would need to think about it but was prepared to draft a costing.", "Tony Marsh"),
    ],
)
def test_who_promises(words: str, owner: str, tmp_path: Path) -> None:
    assert told(words, tmp_path) == [(words, [owner])]


@pytest.mark.parametrize("words", ["Ken asked when the lamp will be mended.", "Ken's brother cooks so he'll be up."])
def test_nobody_promises(words: str, tmp_path: Path) -> None:
    assert told(words, tmp_path) == []


def test_who_holds_a_post_together_acts_together(tmp_path: Path) -> None:
    text = HEAD.replace("Val Ince, Ken Dobbs", "Val Ince (Ladies' Captain), Ken Dobbs (Men's Captain)")
    record = record_of(
        tmp_path, f"{text}The captains to speak to the umpires.\n\n3. Date of next meeting\n8 April 2025.\n"
    )
    assert owned(record) == [("The captains to speak to the umpires.", ["Val Ince", "Ken Dobbs"])]


@pytest.mark.parametrize(
    ("words", "owners"),
    [
        ("Ken said that the rinks had to be marked. He and Val will see to it.", ["Ken Dobbs", "Val Ince"]),
        (
            "Tony is waiting for the bills and once they are in he and Val will send the letters out.",
            ["Tony Marsh", "Val Ince"],
        ),
        ("Val wondered whether the league might help, and Tony said that he would enquire.", ["Tony Marsh"]),
    ],
)
def test_a_pronoun_beside_a_name(words: str, owners: list[str], tmp_path: Path) -> None:
    assert [theirs for _, theirs in told(words, tmp_path)] == [owners]


def test_rows_below_resolved_that_say_who_acts(tmp_path: Path) -> None:
    rows = "Resolved:\n\n(a) that the target be kept;\n\n(b) that the Treasurer be asked to draft a plan;\n"
    assert told(rows, tmp_path) == [("that the Treasurer be asked to draft a plan;", ["Tony Marsh"])]


TASKS = """Ken to look into a second table for drinks. The staging is sound.

Val would sound out the choir's head. Tony to read the small print of the insurance by 5 May.

3. Date of next meeting
Tuesday 8 April 2025.

ACTIONS
- Ken - drinks table
- Val - school choir
- Tony - insurance
"""


def test_a_closing_list_that_names_what_the_text_tells(tmp_path: Path) -> None:
    record = record_of(tmp_path, HEAD + TASKS)
    assert [(action.owners[0].name, action.marked) for action in record.actions] == [
        ("Ken Dobbs", True),
        ("Val Ince", True),
        ("Tony Marsh", True),
    ]
    assert record.actions[0].task == "Ken to look into a second table for drinks."


def test_a_closing_list_with_tasks_of_its_own_is_kept(tmp_path: Path) -> None:
    record = record_of(tmp_path, HEAD + TASKS.replace("Tony to read the small print of the insurance by 5 May.", ""))
    assert [action.task for action in record.actions][-1] == "insurance"


def test_a_closing_list_of_other_tasks_is_kept(tmp_path: Path) -> None:
    record = record_of(tmp_path, HEAD + TASKS.replace("Ken - drinks table", "Ken - broken window"))
    assert "broken window" in [action.task for action in record.actions]


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("We were asked to host the final in May. All were in favour, Val will write back.", "agreed"),
        ("New goalposts. Not agreed at this time, Ken may know of some.", "refused"),
        ("On a show of hands the Committee chose the night shelter.", "agreed"),
    ],
)
def test_outcomes(words: str, outcome: str, tmp_path: Path) -> None:
    record = record_of(tmp_path, f"{HEAD}{words}\n\n3. Date of next meeting\nTuesday 8 April 2025.\n")
    assert [decision.outcome for decision in record.decisions] == [outcome]


def test_a_governing_body_by_its_letters(tmp_path: Path) -> None:
    text = HEAD.replace("OLDBURY PARK BOWLS CLUB", "Local Governing Body of Oldbury Academy")
    record = record_of(
        tmp_path, f"{text}The LGB approved the attendance policy.\n\n3. Date of next meeting\n8 April 2025.\n"
    )
    assert [decision.text for decision in record.decisions] == ["The LGB approved the attendance policy."]
