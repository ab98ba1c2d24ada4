"""A post that the list writes with capitals is somebody's without them too: "the clerk to council"."""

from __future__ import annotations

from pathlib import Path

from tests.typed import owned, record_of


def test_a_post_without_its_capitals_is_whoever_holds_it(tmp_path: Path) -> None:
    text = (
        "Sagehill Water Board\nMinutes of the meeting held on 4 March 2025\n\n"
        "Present: Dale Ruckert (Chair), Lou Amaya, Pat Finch\nIn attendance: Jan Dole, Clerk to Council\n\n"
        "1. Bins\n\nIt was agreed that the clerk to council seek prices for two bins.\n\n"
        "2. Ropes\n\nThe clerk to council had ordered new ones. None is missing.\n"
    )
    assert [owners for _, owners in owned(record_of(tmp_path, text))] == [["Jan Dole"]]
