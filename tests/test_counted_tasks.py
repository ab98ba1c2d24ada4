"""A list of tasks that counts from 1 anew below its heading opens no items, whatever the items' numbers look like."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import owned, record_of, titles

FRONT = "Sagehill Rowing Club\nMinutes of 4 March 2025\n\nPresent: Dale Ruckert, Lou Amaya, Pat Finch\n\n"
ITEMS = "1. Boats\n\nTwo planks are loose.\n\n2. Keys\n\nNone was lost.\n\n"
TASKS = "1{0} Paint the shed door (Dale Ruckert)\n2{0} Order jackets (Lou Amaya)\n3{0} Renew the lease (Pat Finch)\n\n"
OWNED = [
    ("Paint the shed door", ["Dale Ruckert"]),
    ("Order jackets", ["Lou Amaya"]),
    ("Renew the lease", ["Pat Finch"]),
]


@pytest.mark.parametrize("sign", [".", ")"])
@pytest.mark.parametrize("head", ["ACTION ITEMS", "Actions:", "Action points"])
def test_counted_tasks_are_no_items(head: str, sign: str, tmp_path: Path) -> None:
    text = f"{FRONT}{ITEMS}{head}\n\n{TASKS.format(sign)}The meeting closed at 9 pm.\n"
    record = record_of(tmp_path, text)
    assert titles(record) == ["Boats", "Keys"]
    assert owned(record) == OWNED


def test_items_below_a_title_of_tasks_stay_items(tmp_path: Path) -> None:
    text = f"{FRONT}Actions\n\n1. Apologies\n\nNone.\n\n2. Boats\n\nTwo are new.\n\n3. Keys\n\nNone was lost.\n"
    assert titles(record_of(tmp_path, text)) == ["Apologies", "Boats", "Keys"]
