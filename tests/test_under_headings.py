"""Minutes kept as Markdown whose headings hold others: what is an item, what is a list of actions, what is a story."""

from __future__ import annotations

from pathlib import Path

from tests.typed import owned, record_of

PAPER = """\
# Minutes of the Ferrybank Playgroup meeting held on 12 March 2025

## Attendance

**Present:** Dana Rowe (DR), Eli Marsh (EM), Fay Tull (FT)

## Last meeting

The minutes of 8 January were approved.

## Minutes

### Spring fair

EM to book the hall for the fair.

### Actions from 8th January meeting

#### Noticeboard

The new noticeboard is up beside the gate (DR). FT said that the old one went to the allotments.

#### Toy library

It is open on Mondays again. Families are very happy with it, and more of them come each week.

1. The shelves were given by the joiner. They were painted by the older children.
2. Books are still short, since the last sale brought none. DR will ask the library for spare ones.

### Treasurer's update

There is £420 in the bank. EM reported that the grant had been paid.

## Next meeting

14 May at 7pm.

## Actions

* Spring fair posters (FT)
* DR to thank the joiner
"""


def test_headings_under_one_that_only_holds_items_are_items(tmp_path: Path) -> None:
    record = record_of(tmp_path, PAPER, "minutes.md")
    titles = [item.title for item in record.items]
    held = ["Spring fair", "Actions from 8th January meeting", "Treasurer's update"]
    assert titles == ["Last meeting", *held, "Next meeting"]  # "Actions" at the end lists what is to be done


def test_what_became_of_old_actions_is_told_by_topic_and_is_no_list_of_tasks(tmp_path: Path) -> None:
    record = record_of(tmp_path, PAPER, "minutes.md")
    assert owned(record) == [
        ("EM to book the hall for the fair.", ["Eli Marsh"]),
        ("DR will ask the library for spare ones.", ["Dana Rowe"]),
        ("Spring fair posters", ["Fay Tull"]),
        ("DR to thank the joiner", ["Dana Rowe"]),
    ]
