"""Records -> what the decision register shows."""

from __future__ import annotations

from pipeline.export.books import Books
from pipeline.record import Decision, Record
from pipeline.registers.period import body_of, left_out, none_in, period_of
from pipeline.registers.views import DecisionRegister, Ruled, Sitting
from pipeline.wording import full_amount, long_date, tells_name, tells_votes, votes_words, whole_sentence


def decision_register(books: Books) -> DecisionRegister:
    """The decisions of all minutes, meeting by meeting; other papers count where a meeting has no minutes here."""
    with_minutes = {_meeting(record) for record in books.records if record.kind == "minutes"}
    papers = [r for r in books.records if r.decisions and (r.kind == "minutes" or _meeting(r) not in with_minutes)]
    papers.sort(key=lambda record: (record.meeting.date or "", record.id))
    several = len({record.slug for record in papers}) > 1
    number, meetings = 0, []
    for record in papers:
        ruled = tuple(_ruled(one, record, books, i) for i, one in enumerate(record.decisions, start=number + 1))
        number += len(ruled)
        date = long_date(record.meeting.date) or "Date not stated"
        heading = f"{record.meeting.body or record.id.split('/')[0]}, {date}" if several else date
        meetings.append(Sitting(heading, date, record.source.path.rsplit("/", 1)[-1], ruled))
    held = [record for record in books.records if record.kind == "minutes"]
    return DecisionRegister(
        body_of(books), period_of(held or papers), number, tuple(meetings), left_out(books), none_in(books, "decisions")
    )


def _meeting(record: Record) -> tuple[str, str | None]:
    return record.slug, record.meeting.date


def _ruled(one: Decision, record: Record, books: Books, number: int) -> Ruled:
    item = next((item for item in record.items if item.number and item.number == one.item), None)
    text = whole_sentence(one.text)
    named = (("Proposed by", one.mover), ("seconded by", one.seconder))
    by = ", ".join(f"{words} {name}" for words, name in named if name and not tells_name(text, name))
    places = (f"minute {one.minute}" if one.minute else "", f"page {one.evidence.page}" if one.evidence.page else "")
    amount = full_amount(one.amount, "GBP") if one.amount is not None else ""
    return Ruled(
        number=number,
        item=f"{item.number} {item.title}".strip() if item else (one.item or ""),
        place=", ".join(filter(None, places)),
        text=text,
        outcome=one.outcome.capitalize(),
        by=by[:1].upper() + by[1:],
        votes="" if tells_votes(text) else votes_words(one.votes),
        amount=amount,
        exempt=books.secrets.hides(record, one),
    )
