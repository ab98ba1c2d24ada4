"""Gold: what a reader typed from the page of one document. The format's fields are in docs/gold.md.

Words of the paper stand in it as typed, or only as their place (`{page: 3, words: [120, 128], sum: 9f2c11aa}`), so that
gold of papers that may not be copied can be kept with the program. Places are looked up in the paper when gold is read.
A scan has no words to count: of its quotes there are checksums, word by word (`{sums: [9f2c11aa, 07340c27]}`).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, cast

from pydantic import BaseModel, ConfigDict, Field

from pipeline.problem import MinutebookError, SettingError
from pipeline.record import Kind, Outcome, Status
from pipeline.score.words import SUMS, PaperWords, Place, checksum, words_of
from pipeline.strict import Typed, parse_file, validate


class GoldError(MinutebookError):
    """A gold file that can't be used: says file and line."""


class GoldModel(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)


class GoldPaper(GoldModel):
    kind: Kind
    pages: tuple[int, int] | None = None
    body: str | None = None
    date: str | None = None


class GoldAttendee(GoldModel):
    name: str
    status: Status
    capacity: str | None = None


class GoldItem(GoldModel):
    number: str = ""
    title: str


class Quoted(GoldModel):
    """An entry with the paper's words; `page` tells whoever checks a scan where they stand."""

    text: str
    page: int | None = None


class GoldDecision(Quoted):
    also: str | None = None
    outcome: Outcome


class GoldAction(Quoted):
    also: str | None = None
    owners: tuple[str, ...] = ()
    due: str | None = None
    marked: bool = False
    carried: bool = False
    status: str | None = None


class GoldMoney(Quoted):
    amount: float


class GoldDate(Quoted):
    value: str


class Annotated(GoldModel):
    """What of a document was read; what the program finds beside it counts for nothing.

    `pages`: the first and last one; None for all. `fields`: only those; () for every field. Owners and due days of
    actions count where `owners` is among them.
    """

    pages: tuple[int, int] | None = None
    fields: tuple[Literal["attendance", "items", "decisions", "actions", "owners", "money", "dates"], ...] = ()


class Gold(GoldModel):
    """The gold of one document; `sha256` is there where gold has places instead of words."""

    document: str
    sha256: str | None = Field(None, pattern=r"^[0-9a-f]{64}$")
    annotated: Literal["whole"] | Annotated = "whole"
    papers: tuple[GoldPaper, ...] = ()
    attendance: tuple[GoldAttendee, ...] = ()
    items: tuple[GoldItem, ...] = ()
    decisions: tuple[GoldDecision, ...] = ()
    actions: tuple[GoldAction, ...] = ()
    money: tuple[GoldMoney, ...] = ()
    dates: tuple[GoldDate, ...] = ()

    @property
    def body(self) -> str:
        """The folder of the document: the body that it is counted for."""
        return self.document.split("/")[0]

    @property
    def pages(self) -> tuple[int, int] | None:
        return self.annotated.pages if isinstance(self.annotated, Annotated) else None

    @property
    def fields(self) -> tuple[str, ...]:
        """The only fields that were read; () for every one."""
        return self.annotated.fields if isinstance(self.annotated, Annotated) else ()

    def was_read(self, field: str) -> bool:
        """Was this field of the measure read? `owners` stands for action+owner and action complete."""
        typed = "owners" if field in ("action+owner", "action complete") else field
        return not self.fields or typed in self.fields


class Span(GoldModel):
    """Where words stand: the numbers of the first word and of the one past the last, counted from 0 on their page.

    `cut`: letters to leave off the first word's front and the last word's end.
    """

    page: int | None = None
    words: tuple[int, int]
    cut: tuple[int, int] = (0, 0)

    @property
    def place(self) -> Place:
        return Place(self.page, *self.words, *self.cut)


class One(Span):
    """Words that stand together. `sum` is their checksum: it shows when the paper reads otherwise than it did."""

    sum: str


class Many(GoldModel):
    """Words of a paper that do not stand together."""

    spans: tuple[Span, ...]
    sum: str


class Sums(GoldModel):
    """Words of a scanned page: the checksum of each, in their order."""

    sums: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldFile:
    """A gold file with the paper that it is about; `path` is where it lies, `paper` the document."""

    path: Path
    paper: Path
    gold: Gold


def gold_files(folder: Path) -> list[Path]:
    """The gold files of a folder, at any depth, sorted: YAML files that name a `document`.

    Raises:
        SettingError: there are none.
    """
    files = [path for path in sorted(folder.rglob("*.yaml")) if b"document:" in path.read_bytes()]
    if not files:
        what = "there are no gold files in it" if folder.is_dir() else "there is no such folder"
        raise SettingError(f"{folder}: {what}.", hint="Gold is a YAML file for each paper: docs/gold.md shows one.")
    return files


def read_gold(path: Path, papers: Path) -> GoldFile:
    """A gold file, its places turned into the words that stand there.

    Args:
        papers: the folder that the document's name starts from.

    Raises:
        GoldError: it breaks its format, its paper is missing or is another than was annotated, or a place does not
            hold the words that it held.
    """
    typed = parse_file(path, error=GoldError)
    value = typed.value if isinstance(typed.value, dict) else {}
    paper = papers / str(value.get("document", ""))
    if not paper.is_file():
        raise GoldError(f"{path}: {paper}: there is no such paper.", hint="Say with --papers where the papers are.")
    if value.get("sha256") not in (None, hashlib.sha256(paper.read_bytes()).hexdigest()):
        raise GoldError(
            f"{path}: {paper} is another file than the one annotated.", hint="Find the one with its sha256."
        )
    said = cast(dict[str, object], _said(value, (), typed, words_of(paper)))
    known = {key: one for key, one in said.items() if one is not None}  # `actions:` with nothing after it
    return GoldFile(path, paper, validate(Gold, replace(typed, value=known), error=GoldError, hint="See docs/gold.md."))


def _said(value: object, place: tuple[str | int, ...], typed: Typed, words: PaperWords) -> object:
    """A value with the words for each place in it."""
    if isinstance(value, list):
        return [_said(one, (*place, number), typed, words) for number, one in enumerate(value)]
    if not isinstance(value, dict):
        return value
    if not value.keys() & {"sum", "sums"}:
        return {key: _said(one, (*place, key), typed, words) for key, one in value.items()}
    here = Typed(typed.name, value, {(): typed.line_of(place)})
    if "sums" in value:
        sums = " ".join(f"#{one}" for one in validate(Sums, here, error=GoldError).sums)
        if not SUMS.fullmatch(sums):  # would be compared as words and never be found
            hint = "Checksums have 8 hex digits."
            raise GoldError(f"{typed.name}:{typed.line_of(place)}: sums: these are no checksums of words.", hint=hint)
        return sums
    if "spans" in value:
        many = validate(Many, here, error=GoldError)
        spans, wanted = [span.place for span in many.spans], many.sum
    else:
        one = validate(One, here, error=GoldError)
        spans, wanted = [one.place], one.sum
    quote = words.quote(spans)
    if checksum(quote) != wanted:
        what = f"the words at {', '.join(map(str, spans))} are not those that were annotated"
        raise GoldError(f"{typed.name}:{typed.line_of(place)}: {what}.", hint="Annotate the paper anew.")
    return quote
