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
