"""The invented meeting that tests/layouts.py lays out in many ways: who came, what was said, decided and to be done."""

from __future__ import annotations

from dataclasses import dataclass

BODY = "Fernhollow Community Trust"
DAY = "13 March 2025"


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    role: str
    status: str

    @property
    def initials(self) -> str:
        return "".join(word[0] for word in self.name.split())


@dataclass(frozen=True, slots=True)
class Task:
    """`order` opens with a verb; `owner` is a place in PEOPLE; `due` as (day, month) of 2025."""

    order: str
    owner: int
    due: tuple[int, str]

    @property
    def day(self) -> str:
        return f"{self.due[0]} {self.due[1]} 2025"

    @property
    def date(self) -> str:
        return f"2025-{MONTHS[self.due[1]]:02}-{self.due[0]:02}"


@dataclass(frozen=True, slots=True)
class Item:
    title: str
    notes: tuple[str, ...] = ()
    bullets: tuple[str, ...] = ()
    decision: tuple[str, str] | None = None  # the sentence, its outcome
    tasks: tuple[Task, ...] = ()


MONTHS = {"March": 3, "April": 4, "May": 5}
PEOPLE = (
    Person("Margaret Oakden", "Chair", "present"),
    Person("Ruth Calloway", "Vice-Chair", "present"),
    Person("Daniel Marsh", "Treasurer", "present"),
    Person("Priya Nadar", "Trustee", "present"),
    Person("Tom Esker", "Trustee", "present"),
    Person("Simon Peel", "Secretary", "in_attendance"),
    Person("Joan Birtle", "Project Officer", "in_attendance"),
    Person("Helen Tarrow", "Trustee", "apologies"),
    Person("Callum Reeve", "Trustee", "apologies"),
)
LABELS = {"present": "Present", "in_attendance": "In attendance", "apologies": "Apologies"}
ITEMS = (
    Item("Apologies for absence", ("Apologies were received from Helen Tarrow and Callum Reeve.",)),
    Item(
        "Minutes of the last meeting",
        decision=("The minutes of the meeting held on 9 January 2025 were agreed as a correct record.", "agreed"),
    ),
    Item(
        "Finance report",
        (
            "The accounts to the end of February were presented. Income was ahead of the forecast because the autumn"
            " fair had raised more than in any year before it.",
            "The insurance premium had risen after the storm; three brokers had quoted within a few pounds of it.",
        ),
        decision=("The Board approved the budget for the new year.", "agreed"),
        tasks=(Task("circulate the revised cash flow forecast to all trustees", 2, (28, "March")),),
    ),
    Item(
        "Community garden",
        ("A walk round the garden had shown what the winter had done:",),
        ("two of the raised beds have rotted", "the water butts leak", "the shed lacks a lock"),
        ("It was agreed to replace the raised beds before the summer.", "agreed"),
        (
            Task("obtain three quotations for new raised beds", 6, (11, "April")),
            Task("write to the allotment society about the water supply", 1, (4, "April")),
        ),
    ),
    Item(
        "Volunteer policy",
        ("The draft had been read by two outside advisers, who found it clear and shorter than most of its kind.",),
        decision=("The Board noted the report on volunteer hours.", "noted"),
        tasks=(Task("publish the volunteer policy on the website", 5, (30, "April")),),
    ),
    Item(
        "Date of next meeting",
        ("The next meeting will be held on Thursday 15 May 2025 at 7.00 pm in the Trust Hall.",),
    ),
)
# Said at length where a layout wants its rows to run over a page.
LONG = (
    "Eleven groups had used the hall during the quarter, four more than in the year before, and the kitchen had been"
    " let on most weekday evenings as well.",
    "The new lighting had cut the electricity bill by a fifth. A grey patch on the north wall had been looked at and"
    " was thought to come from the gutter, which had overflowed twice in December.",
    "The youth club had grown so fast that its leaders had split it into two evenings. Parents had praised the quieter"
    " second evening, and the waiting list had gone.",
    "There had been a lively exchange about parking. Some neighbours found cars across their drives on Saturdays, while"
    " others said that matters had been far worse ten years ago.",
)
