"""Bullets below a row of an action list: invented notes of an invented club, as Markdown and as a web page."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.run import extract
from tests.typed import owned

HEAD = (
    "# Marram Sailing Club\n\nMinutes of the meeting held on 4 March 2024\n\nPresent:\n\n* Ann Ferrow\n* Ben Hadley\n\n"
)


def told(folder: Path, rows: str) -> list[tuple[str, list[str]]]:
    path = folder / "minutes.md"
    path.write_text(f"{HEAD}## Action items\n\n{rows}\n\n## Next meeting\n\nThe date was noted.\n")
    return owned(extract(path)[0])


def test_what_became_of_a_row_is_no_task_of_its_own(tmp_path: Path) -> None:
    rows = (
        "* Ann: find a hall for the supper\n"
        "  * This was too dear last time, so look inland as well.\n"
        "  * Ben suggests the old sail loft\n"
        "    * it has no heating and needs to be aired\n"
        "* Ben: order two burgees"
    )
    assert told(tmp_path, rows) == [
        ("find a hall for the supper", ["Ann Ferrow"]),
        ("order two burgees", ["Ben Hadley"]),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        "* Ann\n  * Find a hall for the supper\n  * Order two burgees",  # below a name
        "* Ann: find a hall for the supper\n  * Ben: order two burgees",  # another's
        "* Ann: find a hall for the supper\n* Ben: order two burgees",  # one level
        "* Find a hall for the supper\n  * Order two burgees",  # below a row without an owner
    ],
)
def test_a_bullet_may_be_a_task_wherever_it_stands(tmp_path: Path, rows: str) -> None:
    tasks = [task.casefold() for task, _ in told(tmp_path, rows)]
    assert tasks == ["find a hall for the supper", "order two burgees"]


def test_a_web_page_draws_the_bullets_of_a_list_in_a_list(tmp_path: Path) -> None:
    path = tmp_path / "minutes.html"
    path.write_text(
        "<h1>Marram Sailing Club</h1><p>Minutes of the meeting held on 4 March 2024</p>"
        "<p>Present: Ann Ferrow, Ben Hadley</p><h2>Action items</h2><ul><li>Ann: find a hall for the supper<ul>"
        "<li>Last year's was far too dear for us</li></ul></li><li>Ben: order two burgees</li></ul>"
    )
    assert [who for _, who in owned(extract(path)[0])] == [["Ann Ferrow"], ["Ben Hadley"]]
