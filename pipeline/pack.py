"""An evidence pack: the lives of some actions, each step with its words and a picture of their place on the page.

One file that needs nothing beside it: what an auditor takes along. It reads records, and the papers only to show pages.
"""

from __future__ import annotations

import base64
import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pipeline.pictures import Spot, pictures_of
from pipeline.record import Action, Decision, Evidence, Record
from pipeline.render import fill
from pipeline.track.life import Life, Step
from pipeline.track.register import Entry
from pipeline.wording import due_words, long_date

_EVENTS = {
    "raised": "Raised",
    "repeated": "Named again",
    "reported": "Reported on",
    "extended": "Put off",
    "closed": "Closed",
}
Page = tuple[str, int]
"""A page of a paper: the paper's sha256, the page."""


@dataclass(frozen=True, slots=True)
class StepView:
    """A step in words. `before` and `after` are what stands around the quote in its paragraph."""

    date: str
    event: str
    by: str
    person: bool
    place: str
    before: str
    quote: str
    after: str
    said: tuple[str, ...]
    picture: str
    why: str
    seal: str


@dataclass(frozen=True, slots=True)
class LifeView:
    """An action in words, and its steps."""

    number: int
    ref: str
    task: str
    body: str
    owners: str
    status: str
    raised: str
    due: str
    was_due: str
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """What the template evidence-pack sees."""

    as_of: str
    chosen: str
    lives: tuple[LifeView, ...]
    sources: tuple[str, ...]


def sample(entries: Sequence[Entry], count: int, seed: str) -> list[Entry]:
    """`count` of the entries, drawn by the order of sha256("seed:ref"): anybody can draw the same ones again."""
    drawn = sorted(entries, key=lambda entry: sha256(f"{seed}:{entry.life.ref}".encode()).hexdigest())[:count]
    wanted = {entry.life.ref for entry in drawn}
    return [entry for entry in entries if entry.life.ref in wanted]


def exempt_pages(records: Sequence[Record]) -> set[Page]:
    """The pages on which something exempt stands: their pictures would show it."""
    pages: set[Page] = set()
    for record in records:
        for item in record.items:
            if item.visibility == "exempt":
                evidence = [item.evidence, *(minute.evidence for minute in item.minutes)]
                pages |= {(record.source.sha256, one.page) for one in evidence if one.page}
        entries: tuple[Decision | Action, ...] = (*record.decisions, *record.actions)
        for entry in entries:
            if entry.visibility == "exempt" and entry.evidence.page:
                pages.add((record.source.sha256, entry.evidence.page))
    return pages


def make_pack(
    entries: Sequence[Entry],
    records: Sequence[Record],
    *,
    root: Path,
    as_of: str,
    chosen: str,
    hidden: Collection[Page] = (),
    templates: Path | None = None,
) -> str:
    """The pack as one HTML page; its pictures are inside.

    Args:
        entries: the actions, as they stand on the day `as_of`.
        records: those that their steps may name.
        root: the workspace's folder, where papers are found.
        chosen: how the actions were chosen, in words.
        hidden: pages that must not be shown.
        templates: a workspace's templates folder.

    Raises:
        SettingError: the template can't be used.
    """
    by_id = {record.id: record for record in records}
    pictures = _pictures([entry.life for entry in entries], by_id, root, hidden)
    lives = tuple(_life(number, entry, by_id, pictures) for number, entry in enumerate(entries, start=1))
    used = {step.record for entry in entries for step in entry.life.steps if step.record in by_id}
    sources = sorted({f"{by_id[one].source.path} (sha256 {by_id[one].source.sha256})" for one in used})
    view = Pack(long_date(as_of), chosen, lives, tuple(sources))
    page = fill("evidence-pack", {"pack": view}, form="html", templates=templates)
    assert isinstance(page, str)
    return page


Picture = tuple[str, str]
"""A data URI, or "" and why there is no picture."""


def _pictures(
    lives: Sequence[Life], records: Mapping[str, Record], root: Path, hidden: Collection[Page]
) -> dict[tuple[str, Spot], Picture]:
    """Each paper is opened once for all its places."""
    wanted: dict[tuple[str, str], list[Spot]] = defaultdict(list)
    out: dict[tuple[str, Spot], Picture] = {}
    for step in (step for life in lives for step in life.steps):
        record, spot = records.get(step.record), _spot(step.evidence)
        if record is None or spot is None:
            continue
        source = (record.source.path, record.source.sha256)
        if (record.source.sha256, spot.page) in hidden:
            out[record.source.sha256, spot] = ("", "Something exempt stands on this page, so it is not shown.")
        elif spot not in wanted[source]:
            wanted[source].append(spot)
    for (path, digest), spots in wanted.items():
        shown = pictures_of(root / path, digest, spots)
        for spot, picture in zip(spots, shown.pictures, strict=True):
            uri = f"data:image/png;base64,{base64.b64encode(picture).decode('ascii')}" if picture else ""
            out[digest, spot] = (uri, "" if uri else shown.why)
    return out


def _spot(evidence: Evidence) -> Spot | None:
    return Spot(evidence.page, evidence.box) if evidence.page and evidence.box else None


def _life(
    number: int, entry: Entry, records: Mapping[str, Record], pictures: Mapping[tuple[str, Spot], Picture]
) -> LifeView:
    life = entry.life
    marks = [life.status.replace("_", " ")]
    marks += ["overdue"] * entry.overdue + [f"not spoken of for {life.silent} meetings"] * life.vanished
    due, first = due_words(life.due), due_words(life.due_first)
    return LifeView(
        number=number,
        ref=life.ref,
        task=life.task,
        body=life.body,
        owners=", ".join(
            f"{one.name} ({one.role})" if one.role and one.role != one.name else one.name for one in life.owners
        )
        or "nobody named",
        status=", ".join(marks),
        raised=long_date(life.raised.date) or "on no known day",
        due=due or "no day named",
        was_due=first if first != due else "",
        steps=tuple(_step(step, records.get(step.record), pictures) for step in life.steps),
    )


def _step(step: Step, record: Record | None, pictures: Mapping[tuple[str, Spot], Picture]) -> StepView:
    spot = _spot(step.evidence)
    picture, why = ("", "")
    if record is not None and spot is not None:
        picture, why = pictures.get((record.source.sha256, spot), ("", ""))
    before, after = _around(step.evidence, record)
    said = [f"Due {due_words(step.due)}"] if due_words(step.due) else []
    said += [f"Owner now {', '.join(owner.name for owner in step.owners)}"] if step.owners else []
    if step.progress:
        said.append(f"{'Progress' if step.record else 'Evidence'}: {step.progress}")
    if step.status not in ("open",) or not step.record:
        said.append(f"Status {step.status.replace('_', ' ')}")
    return StepView(
        date=long_date(step.date) or "no day",
        event=_EVENTS[step.event],
        by=step.by,
        person=not step.record,
        place=_place(step, record),
        before=before,
        quote=step.evidence.quote,
        after=after,
        said=tuple(said),
        picture=picture,
        why=why,
        seal="" if step.record else step.sha256,
    )


def _place(step: Step, record: Record | None) -> str:
    if record is None:
        return ""
    parts = [f"minute {step.minute}"] if step.minute else []
    parts += [f"page {step.evidence.page}"] if step.evidence.page else []
    parts += [f"line {step.evidence.line}"] if step.evidence.line else []
    return ", ".join([record.source.path, *parts])


def _around(evidence: Evidence, record: Record | None) -> tuple[str, str]:
    """What stands before and after the quote in its paragraph, where the record has that."""
    quote = " ".join(evidence.quote.split())
    for minute in (minute for item in record.items for minute in item.minutes) if record and quote else ():
        here = minute.evidence
        if (here.page, here.block) != (evidence.page, evidence.block) and quote not in here.quote:
            continue
        text = re.sub(r"\s+", " ", minute.text)
        before, found, after = text.partition(quote)
        if found:
            return before, after
    return "", ""
