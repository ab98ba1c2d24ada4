"""What we claim: the record of one paper, schema minutebook/1. The contract with every reader of output/.

Every model refuses unknown keys and is frozen. Field order here is key order in the YAML files.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal, Protocol, TypeGuard

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

SCHEMA = "minutebook/1"
BY_HAND = "correction"  # the rule of an entry that a person added

Kind = Literal["agenda", "minutes", "report", "action-sheet", "consultation", "information-sheet", "other"]
Status = Literal["present", "in_attendance", "apologies", "absent"]
Outcome = Literal["agreed", "noted", "recommended", "elected", "deferred", "refused"]
ActionStatus = Literal["open", "in_progress", "completed", "cancelled", "superseded"]
DateKind = Literal["meeting", "deadline", "next-meeting", "period", "mention"]
Answer = Literal["yes-no", "choice", "free-text"]
Found = Literal["stated", "stated_none", "not_found", "not_searched"]
Visibility = Literal["public", "exempt"]

Severity = Literal["info", "warning", "error"]
Confidence = Annotated[float, Field(ge=0, le=1)]
"""How often the rule that found an entry was right in full, on papers that people have read."""

DATE_PATTERN = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|-2[1-4]|/\d{4})?$"
DateValue = Annotated[str, StringConstraints(pattern=DATE_PATTERN)]
"""YYYY-MM-DD, YYYY-MM, YYYY, 2018/2019 for a financial or academic year, 2018-23 for a season (EDTF 21-24)."""
ClockTime = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]


_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def is_day(value: str | None) -> TypeGuard[str]:
    """A date with year, month and day; no month, year or season."""
    return value is not None and _FULL_DAY.fullmatch(value) is not None


class Model(BaseModel):
    # JSON and YAML readers have no common word for infinity: an amount of 400 digits is refused here.
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, allow_inf_nan=False)


class Evidence(Model):
    """Where a value stands in the source. `quote` is verbatim, white space folded."""

    page: int | None = Field(None, ge=1, description="page of the file, 1-based; null where the format has no pages")
    box: tuple[float, float, float, float] | None = Field(
        None, description="left, top, right, bottom in PDF points from the page's top left"
    )
    block: str | None = Field(None, description="paragraph or table cell, for formats without pages: p12, t3.r2.c1")
    line: int | None = Field(None, ge=1, description="line of a plain-text file, 1-based")
    quote: str
    rule: str = Field("", description="id of the rule that found it")
    confidence: float | None = Field(
        None, ge=0, le=1, description="of the quote's words where they were read from a picture (OCR); null elsewhere"
    )


class SourceFile(Model):
    path: str
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    media_type: str
    pages: tuple[int, int] | None = Field(None, description="first and last page of this paper in the file")
    reader: str = Field(description="pdf, docx, ...; with +ocr where pages of the file were read from pictures")


class Meeting(Model):
    body: str | None = None
    date: DateValue | None = None
    start: ClockTime | None = None
    end: ClockTime | None = None
    venue: str | None = None


class Coverage(Model):
    """What was looked for: `not_found` where the program saw none, `stated_none` where the paper says so."""

    attendance: Found = "not_searched"
    apologies: Found = "not_searched"
    decisions: Found = "not_searched"
    actions: Found = "not_searched"
    money: Found = "not_searched"
    dates: Found = "not_searched"


class Attendee(Model):
    name: str
    status: Status
    capacity: str | None = Field(None, description="role, post or body represented, verbatim")
    initials: str | None = Field(None, description="as the paper's own key or list gives them")
    confidence: Confidence | None = None
    evidence: Evidence


class Minute(Model):
    number: str = ""
    text: str
    evidence: Evidence


class Item(Model):
    number: str = ""
    title: str
    officer: str | None = Field(None, description="who leads it, where an agenda says so")
    pages: tuple[int, int] | None = Field(None, description="the page range that an agenda prints for it")
    visibility: Visibility = "public"
    minutes: tuple[Minute, ...] = ()
    evidence: Evidence


class Votes(Model):
    votes_for: int | None = Field(None, alias="for", ge=0)
    against: int | None = Field(None, ge=0)
    abstain: int | None = Field(None, ge=0)


class Decision(Model):
    id: str
    item: str | None = None
    minute: str | None = None
    outcome: Outcome
    text: str
    mover: str | None = None
    seconder: str | None = None
    votes: Votes | None = None
    amount: float | None = Field(None, description="the one amount that it decides on, in currency units")
    visibility: Visibility = "public"
    confidence: Confidence | None = None
    evidence: Evidence


class Owner(Model):
    name: str = Field(description="the full name where the paper lets a reader resolve it, else as written")
    as_written: str
    role: str | None = None


class Due(Model):
    text: str | None = Field(None, description="the paper's words")
    date: DateValue | None = None


class Action(Model):
    id: str
    task: str
    owners: tuple[Owner, ...] = ()
    due: Due = Due()
    item: str | None = None
    minute: str | None = None
    topic: str | None = Field(None, description="heading or topic column it stands under")
    decision: str | None = Field(None, description="id of the decision that it carries out")
    refers_to: str | None = Field(None, description="id of the action in the minutes that this row reports on")
    marked: bool = Field(description="the paper marks it as an action; false where only the prose commits someone")
    carried: bool = Field(description="a row of an earlier meeting's action list, or progress on an old action")
    status: ActionStatus = "open"
    progress: str | None = Field(None, description="words of an outcome or progress column")
    visibility: Visibility = "public"
    confidence: Confidence | None = None
    evidence: Evidence


class Money(Model):
    text: str
    amount: float = Field(description="in whole currency units: £0.89M is 890000, 50p is 0.5")
    currency: str = Field("GBP", pattern=r"^[A-Z]{3}$")
    label: str | None = None
    item: str | None = None
    minute: str | None = None
    evidence: Evidence


class DateMention(Model):
    text: str
    value: DateValue
    kind: DateKind = "mention"
    item: str | None = None
    minute: str | None = None
    evidence: Evidence


class TableRecord(Model):
    """A table of figures. Numbers where a cell is a number, else its words; null where it is empty."""

    title: str | None = None
    header: tuple[str, ...] = ()
    rows: tuple[tuple[float | str | None, ...], ...] = ()
    totals: tuple[float | str | None, ...] | None = Field(None, description="the row that the paper prints as totals")
    unit: str | None = Field(None, description="GBP, GBP-thousand, days ... where the paper says so")
    evidence: Evidence


class Heading(Model):
    """A heading inside a paper that is not minutes."""

    number: str = ""
    title: str
    evidence: Evidence


class Question(Model):
    """A question that a consultation asks."""

    text: str
    answer: Answer
    section: str | None = None
    evidence: Evidence


class Recommendation(Model):
    """What a paper asks a body to decide: a report's recommendation. It decides nothing itself."""

    number: str = Field("", description="its number or letter as printed")
    text: str = Field(description="verbatim, without the words that say who is asked")
    to: str | None = Field(None, description="who is asked to decide it, as written")
    section: str | None = Field(None, description="number of the heading that it stands under")
    visibility: Visibility = "public"
    evidence: Evidence


class ProblemRecord(Model):
    code: str
    severity: Severity = "warning"
    message: str
    evidence: Evidence | None = None


class Record(Model):
    """One paper: values are what the paper says, normalised; evidence says where."""

    schema_: Literal["minutebook/1"] = Field("minutebook/1", alias="schema")
    id: str
    kind: Kind
    title: str
    source: SourceFile
    meeting: Meeting = Meeting()
    metadata: dict[str, str] = Field(default_factory=dict, description="label -> value of a front sheet, verbatim")
    coverage: Coverage = Coverage()
    attendance: tuple[Attendee, ...] = ()
    items: tuple[Item, ...] = ()
    sections: tuple[Heading, ...] = ()
    questions: tuple[Question, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    decisions: tuple[Decision, ...] = ()
    actions: tuple[Action, ...] = ()
    money: tuple[Money, ...] = ()
    dates: tuple[DateMention, ...] = ()
    tables: tuple[TableRecord, ...] = ()
    problems: tuple[ProblemRecord, ...] = ()

    @property
    def slug(self) -> str:
        """The body's, as it stands in front of the id."""
        return self.id.split("/")[0]


class _Entry(Protocol):
    @property
    def evidence(self) -> Evidence: ...


def is_scan(record: Record) -> bool:
    """Something in the record was read from a picture of a page."""
    entries: tuple[_Entry, ...] = (
        *record.attendance, *record.items, *record.sections, *record.questions, *record.recommendations,
        *record.decisions, *record.actions, *record.money, *record.dates, *record.tables,
    )  # fmt: skip
    return any(entry.evidence.confidence is not None for entry in entries)
