"""A group's word beside a member's name, "Lou Amaya (Committee)", makes the member no owner of the group's tasks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typed import owned, record_of


@pytest.mark.parametrize("group", ["committee", "board", "council", "panel"])
def test_a_group_acts_itself(group: str, tmp_path: Path) -> None:
    text = (
        "Sagehill Rowing Club\nMinutes of the annual meeting held on 4 March 2025\n\n"
        f"Present: Dale Ruckert (Chair), Lou Amaya ({group.title()}), Pat Finch, Gwen Stahl\n\n"
        f"1. Boats\n\nThe {group} will order a new boat. The Chair will ring the yard.\n\n2. Keys\n\nNone was lost.\n"
    )
    assert [owners for _, owners in owned(record_of(tmp_path, text))] == [[group], ["Dale Ruckert"]]
