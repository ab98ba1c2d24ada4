"""A paper's mentions of actions: its own entries, and the sentences of its minutes that may speak of one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from pipeline.layout.sentences import sentences
from pipeline.record import Action, ActionStatus, Due, Evidence, Owner, Record
from pipeline.rules.match import Matcher
from pipeline.track.likeness import stem, stems
from pipeline.track.next_meeting import day_meant
from pipeline.wording import MONTHS

_DAYS = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+)?(?:{'|'.join(MONTHS)})\b(?:,?\s+(?:19|20)\d\d)?|\b(?:19|20)\d\d\b|"
    r"\b\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?\b",
    re.IGNORECASE,
)
LISTS = frozenset({"action-table", "action-list"})  # rules of lists, which say again what the minutes say
OPENING = 40  # letters by which a standing text is known
STANDING = 2  # meetings whose minutes print it
# Words of every list of actions and every resolution, beside those that `stems` leaves out.
_FORMULA = stems(
    "action actions deferred carried forward ongoing completed complete done outstanding next meeting meetings "
    "progress item agenda thanked thank look looking made make regarding following please asap possible proposed "
    "seconded unanimously unanimous resolved resolution approved council councillor councillors member members chair "
    "chairman clerk cllr committee board mrs motion referred refer matter matters issue issues report reported raise "
    "raised discussion consider considered consideration provide provided review reviewed information"
)
SHORT = 5  # words of a sentence; fewer are a heading
FEW = 2  # words that a sentence must have beside names to speak of an action
_NAME = re.compile(r"[^\W\d_][\w’'-]+")
_GROUPS = frozenset(
    "committee council group team department board office panel forum sub-group subgroup party clerk chair manager "
    "director lead service services school secretariat trust association partnership police".split()
)
# Words of owners that say nothing of who they are.
_ANYBODY = frozenset("the of and all with from input for members member officer officers others".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """What one place in one paper says of an action.

    Attributes:
        at: its place among the paper's mentions, in the order of the paper.
        words: the stems of what is to be done, without names and days.
        people: the words of its owners' names and posts, or of the names in a sentence.
        named: `people` are owners; False for a sentence, in which anybody may be named.
    """

    record: Record
    at: int
    text: str
    evidence: Evidence
    words: frozenset[str]
    people: frozenset[str]
    named: bool = True
    owners: tuple[Owner, ...] = ()
    due: Due = Due()
    status: ActionStatus = "open"
    progress: str | None = None
    topic: str | None = None
    minute: str | None = None
    action: Action | None = None

    @property
    def stated(self) -> bool:
        """Its paper states the day that it is due, or that can be told from the paper's words."""
        return self.action is not None and self.action.due.date is not None

    @property
    def verb(self) -> str:
        """The stem of its first word that says something: mostly what is to be done."""
        told = (one for word in self.text.split() for one in stems(word))
        return next((one for one in told if one in self.words), "")

    @property
    def said(self) -> str:
        """All its words: the task and what an outcome column says."""
        return f"{self.text} {self.progress or ''}"


def status_of(words: str, matcher: Matcher) -> ActionStatus | None:
    """The status that words of a paper state by the rules of kind status, None where they state none."""
    found = matcher.first("status", words)
    stated = found.get("status") if found is not None else ""
    return stated if stated in get_args(ActionStatus) else None  # type: ignore[return-value]


def names_of(records: Iterable[Record]) -> frozenset[str]:
    """The words of the names of people that a body's papers list or give tasks to."""
    names = set()
    for record in records:
        names |= {word for person in record.attendance for word in words_of_name(person.name)}
        for action in record.actions:
            for owner in action.owners:
                words = words_of_name(owner.name)
                # A post or a group ("the Clerk", "Roads Committee") has words of the language; a person has two names.
                if 1 < len(words) < 5 and not words & _GROUPS:
                    names |= words
    return frozenset(names)


def words_of_name(name: str) -> set[str]:
    """The words of a name or post, small: "Cllr Ann Lee" -> {cllr, ann, lee}."""
    return {word.casefold() for word in _NAME.findall(name)} - _ANYBODY


def people_of(owners: Iterable[Owner]) -> frozenset[str]:
    """The words by which owners may be known: the name, the name as written, a post of a word or two."""
    out: set[str] = set()
    for owner in owners:
        out |= words_of_name(owner.name) | words_of_name(owner.as_written)
        if owner.role and len(owner.role.split()) <= 2:
            out |= words_of_name(owner.role)
    return frozenset(out)


def entries_of(record: Record, matcher: Matcher, names: frozenset[str], *, after: str | None = None) -> list[Mention]:
    """The actions that a record lists, in its order.

    Args:
        after: the day of the next meeting, where it is known.
    """
    return [_entry(record, at, action, matcher, names, after) for at, action in enumerate(record.actions)]


def _entry(
    record: Record, at: int, action: Action, matcher: Matcher, names: frozenset[str], after: str | None
) -> Mention:
    text = action.task
    quote = action.evidence.quote
    people = people_of(action.owners)
    told = text if len(text) >= len(quote) else quote  # a row's cell may say more than the task cut from it
    words = _content(text, action.due.text) - _stems_of(people)
    if len(words) < FEW:
        words |= _content(told, action.due.text) - _stems_of(people)
    words -= _names_in(text, names)[1]
    status = action.status
    if status == "open" and (found := matcher.first("progress", quote or text, part="ended")) is not None:
        status = "completed" if found.get("status") == "completed" else status
    return Mention(
        record, at, text, action.evidence, words, people, True, action.owners,
        day_meant(action.due, after, matcher), status,
        action.progress, action.topic, action.minute, action,
    )  # fmt: skip


def sentences_of(record: Record, entries: Sequence[Mention], names: frozenset[str]) -> Iterator[Mention]:
    """The sentences of minutes that are no entry themselves."""
    taken = [_content(f"{entry.evidence.quote} {entry.text}", None) for entry in entries]
    at = len(entries)
    for item in record.items:
        for minute in item.minutes:
            for start, end in sentences(minute.text):
                text = minute.text[start:end]
                all_words = _content(text, None)
                if (
                    len(text.split()) < SHORT
                    or len(all_words) <= FEW
                    or any(_says_the_same(all_words, known) for known in taken)
                ):
                    continue
                people, gone = _names_in(text, names)
                words = all_words - gone
                if len(words) < FEW:
                    continue
                evidence = minute.evidence.model_copy(update={"quote": text})
                number = minute.number or None
                yield Mention(record, at, text, evidence, words, people, False, topic=item.title, minute=number)
                at += 1


def reference(minute: str | None) -> tuple[str, ...]:
    """A minute's number without its book's letters and year: "BM 91/2122.a" and "91a/2122" are both (91, a)."""
    parts = re.findall(r"\d+|[a-z]+", re.sub(r"/\s*\d{2,4}\b", " ", (minute or "").casefold()))
    while parts and not parts[0].isdigit():
        parts = parts[1:]
    return tuple(part.lstrip("0") or "0" for part in parts)


def opening(text: str) -> str:
    """The first letters of a text, small: by what a text is known that every paper of a body prints."""
    return "".join(filter(str.isalpha, text.casefold()))[:OPENING]


def standing_of(records: Iterable[Record]) -> frozenset[str]:
    """The openings of what the minutes of at least two meetings print: standing orders, invitations to declare."""
    days: dict[str, set[str | None]] = defaultdict(set)
    for record in records:
        if record.kind == "minutes":
            texts = [minute.text for item in record.items for minute in item.minutes]
            told = {opening(text[start:end]) for text in texts for start, end in sentences(text)}
            told |= {opening(action.task) for action in record.actions if not action.marked}
            for one in told:
                days[one].add(record.meeting.date)
    return frozenset(one for one, on in days.items() if len(on) >= STANDING and len(one) >= OPENING // 2)


def _says_the_same(words: frozenset[str], known: frozenset[str]) -> bool:
    """A sentence and an entry that was read from it."""
    both = len(words & known)
    return both >= 0.8 * len(words) or (len(known) > FEW and both >= 0.8 * len(known))


def _content(text: str, due: str | None) -> frozenset[str]:
    """The stems that say what a text is about."""
    return stems(_without(text, due)) - _FORMULA


def _without(text: str, part: str | None) -> str:
    """A text without its due words and without days: many tasks have the same day."""
    return _DAYS.sub(" ", text.replace(part, " ") if part else text)


def _names_in(text: str, names: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The names in a text, small, and their stems."""
    found = {word.casefold() for word in _NAME.findall(text) if word[:1].isupper()}
    people = frozenset((found | {word.removesuffix("'s").removesuffix("’s") for word in found}) & names)
    return people, _stems_of(people)


def _stems_of(words: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in words)
