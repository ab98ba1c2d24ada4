"""What the registers show: the names that a template may use. templates/README.md explains them to a clerk.

Every value is a text ready to print, a number or yes and no; "" where the papers say nothing.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ruled:
    """A decision in the register. `item` is the item's number and title; `place` "Minute 4.1, page 2"."""

    number: int
    item: str
    place: str
    text: str
    outcome: str
    by: str
    votes: str
    amount: str
    exempt: bool


@dataclass(frozen=True, slots=True)
class Sitting:
    """A meeting with its decisions. `heading` is its date, and its body where there are several."""

    heading: str
    date: str
    source: str
    decisions: tuple[Ruled, ...]


@dataclass(frozen=True, slots=True)
class DecisionRegister:
    """`period` is "3 March 2025 to 8 July 2025"; `left_out` says what is not shown, `none` why nothing is."""

    body: str
    period: str
    count: int
    meetings: tuple[Sitting, ...]
    left_out: str
    none: str


@dataclass(frozen=True, slots=True)
class Task:
    """An action in the register or in a reminder. `ref` is its id, as `minutebook actions set` takes it.

    `raised` is the day of the meeting, `place` its minute and page. `was_due` is what was said first, where that is not
    what counts now. `heard` is the last day that somebody spoke of it, `said` the words of progress or of closing.
    """

    number: int
    ref: str
    topic: str
    action: str
    owner: str
    raised: str
    place: str
    due: str
    was_due: str
    extensions: int
    status: str
    overdue: bool
    vanished: bool
    heard: str
    said: str
    exempt: bool


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """Actions under a heading. `key`: overdue, open, vanished, closed."""

    key: str
    title: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class ActionRegister:
    """All actions of a body as they stand on a day."""

    body: str
    as_of: str
    count: int
    groups: tuple[TaskGroup, ...]
    left_out: str
    none: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A reminder to one owner. `greeting` is "Dear Ann Lee"; `next_meeting` a day, or "".

    `silent` are open actions that no paper has spoken of at the last meetings.
    """

    body: str
    owner: str
    greeting: str
    as_of: str
    overdue: tuple[Task, ...]
    open: tuple[Task, ...]
    silent: tuple[Task, ...]
    next_meeting: str


@dataclass(frozen=True, slots=True)
class Reminders:
    """A letter for each owner."""

    body: str
    as_of: str
    letters: tuple[Letter, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A row of the attendance table: a mark for each meeting, "" outside the person's time on the body.

    `came` counts meetings, `named` those of that time; 0 for those who are no members.
    """

    name: str
    capacity: str
    marks: tuple[str, ...]
    came: int
    named: int


@dataclass(frozen=True, slots=True)
class Roll:
    """A part of the attendance table: people of one kind over some meetings. `dates` are its columns' heads."""

    title: str
    dates: tuple[str, ...]
    people: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class AttendanceTable:
    """`key` says what the marks mean; `unread` names meetings without a list of who came."""

    body: str
    period: str
    count: int
    key: str
    rolls: tuple[Roll, ...]
    unread: str
    left_out: str
