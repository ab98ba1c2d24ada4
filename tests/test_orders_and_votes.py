"""How boards and committees write: orders in lists, votes counted by side, titles that begin as votes do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import owned, record_of

_HEAD = "# Harbour Club Committee Minutes\n\nDate: 5 March 2024\n\nPresent: Olga Finch, Tom Reed, Ida Vale, Bob\n\n"


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("Tom: ping the bank", ["Tom Reed"]),
        ("Olga: print a poster and hang it", ["Olga Finch"]),
        ("Bob talk to the bank with a view to a lower rate", ["Bob"]),
        ("Ida contact the mayor", ["Ida Vale"]),
    ],
)
def test_an_order_in_a_list_is_the_task_of_the_one_named_before_it(
    tmp_path: Path, line: str, owners: list[str]
) -> None:
    record = record_of(tmp_path, f"{_HEAD}## Money\n\n- {line}\n- The lamps are old.\n", "minutes.md")
    assert [names for _, names in owned(record)] == [owners]


@pytest.mark.parametrize("line", ["Bob contact for the hall", "Tom put up the lights", "Olga: lamps are out"])
def test_a_name_and_a_noun_or_the_past_are_no_order(tmp_path: Path, line: str) -> None:
    record = record_of(tmp_path, f"{_HEAD}## Money\n\n- {line}\n- The lamps are old.\n", "minutes.md")
    assert record.actions == ()


def test_a_vote_counted_by_side_stands_between_a_motion_and_its_fate(tmp_path: Path) -> None:
    text = (
        f"{_HEAD}### Dues\n\nTom motioned to raise the dues to 20 pounds.\n\nTom called for the vote.\n\n"
        "* All in favor: 3 aye.\n* All opposed: none.\n\nThe motion passed.\n"
    )
    (decision,) = record_of(tmp_path, text, "minutes.md").decisions
    assert decision.text.startswith("Tom motioned to raise the dues")


def test_signs_and_orders_of_business_are_titles(tmp_path: Path) -> None:
    titles = ["Money", "No parking sign/private yard sign", "For-hire rates", "1st order of business", "No Mow May"]
    text = _HEAD + "".join(f"### {title}\n\nMembers talked about it at length.\n\n" for title in titles)
    assert [item.title for item in record_of(tmp_path, text, "minutes.md").items] == titles


def test_where_and_when_the_board_met_is_no_item(tmp_path: Path) -> None:
    body = "### Location and Time\n\nThe boat house.\n\n### Money\n\nAll is well.\n\n### Lamps\n\nThey are old.\n"
    text = _HEAD + body
    assert [item.title for item in record_of(tmp_path, text, "minutes.md").items] == ["Money", "Lamps"]


@pytest.mark.parametrize(
    ("told", "owners"),
    [
        ("K B Rasmund and R de Vroom to conduct a session on lamps.", ["K B Rasmund", "R de Vroom"]),
        ("Plans to be made available in the library.", []),
        ("Tom has begun the map and hopes to have the last sheet ready by Friday.", ["Tom Reed"]),
        ("Bob said that he is planning a short visit in two weeks.", ["Bob"]),
        ("We will have Zoe do some notices.", ["Zoe"]),
        ("We need to have our treasurer take on the ledger.", ["treasurer"]),
    ],
)
def test_boards_tell_what_comes_next_in_many_ways(tmp_path: Path, told: str, owners: list[str]) -> None:
    record = record_of(tmp_path, f"{_HEAD}## Lamps\n\n{told}\n", "minutes.md")
    assert [names for _, names in owned(record)] == [owners]


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ("The board set a new fair date of Sunday, 3 June.", "agreed"),
        ("We were all in agreement that the ledgers be shown.", "agreed"),
        ("By consensus, the gate will be painted green.", "agreed"),
        ("The Directors confirmed their decision of 4 May to move the office.", "agreed"),
        ("The board elected Tom Reed as treasurer by acclamation.", "elected"),
        ("The accounts were received and adopted.", "agreed"),
        ("The Board signed off the budget.", "agreed"),
        ("The proposal to move the office did not pass.", "refused"),
    ],
)
def test_what_a_board_settles_without_a_motion(tmp_path: Path, told: str, outcome: str) -> None:
    (decision,) = record_of(tmp_path, f"{_HEAD}## Office\n\n{told}\n", "minutes.md").decisions
    assert (decision.text, decision.outcome) == (told, outcome)
