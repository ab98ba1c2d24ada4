"""A PDF's text whose white space was lost: titles right between two texts."""

from __future__ import annotations

from pathlib import Path

from tests.typed import record_of, titles

TEXT = """Sagehill Rowing Club
Minutes of the committee held on 4 March 2025 in the boathouse
Present: Dale Ruckert (Chair), Lou Amaya, Pat Finch, Gwen Stahl
Landing stage
The members looked at the landing stage and found that two of its planks are loose,
and that the ladder has gone. Lou Amaya will nail the planks down before the race.
Spring league
It was said that eight crews have put their names down, two more than a year ago.
   • The draw is on the first Sunday in April
   • Juniors row on the lower course
Insurance of the boats
The premium has gone up by a tenth, and nobody knows why. Gwen Stahl will ask for
another quotation before it is paid.
Keys
All keys were counted and none has been lost, though three are still with members
who have left the club.
"""
TITLES = ["Landing stage", "Spring league", "Insurance of the boats", "Keys"]


def test_titles_between_texts_open_the_items(tmp_path: Path) -> None:
    record = record_of(tmp_path, TEXT)
    assert titles(record) == TITLES
    assert [[owner.name for owner in action.owners] for action in record.actions] == [["Lou Amaya"], ["Gwen Stahl"]]


def test_lines_that_wrap_are_no_titles(tmp_path: Path) -> None:
    wrapped = TEXT
    for title in TITLES:
        wrapped = wrapped.replace(f"\n{title}\n", "\n")
    assert titles(record_of(tmp_path, wrapped)) == []
