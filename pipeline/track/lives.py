"""Records -> the lives of their actions: what each paper says of an action, put together over a body's meetings.

Two mentions are one action where their papers say so (a row that refers to a minute) or where their words, owners and
topics agree well enough; between enough and too little stands a doubt, which is told and never merged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.record import Owner, Record
from pipeline.rules.match import Matcher
from pipeline.shelf import bodies_of
from pipeline.track.days import days_between
from pipeline.track.life import Doubt, Life
from pipeline.track.likeness import Likeness, stems
from pipeline.track.mentions import (
    LISTS,
    Mention,
    entries_of,
    names_of,
    opening,
    people_of,
    reference,
    sentences_of,
    standing_of,
)
from pipeline.track.next_meeting import next_meetings
from pipeline.track.order import in_order
from pipeline.track.said import Ties
from pipeline.track.steps import OVER, Told
from pipeline.updates import Update

SILENT = 2  # meetings without a word after which an open action has vanished
SURE = 0.66  # likeness from which an entry goes on with an action of another paper
LISTED = 0.56  # likeness from which a report on an earlier meeting's action goes on with the only one near
ALONE = 0.15  # by how much that one must be nearer than the next
ANOTHER = 0.15  # what a new task with another verb and another day of its own takes off
BESIDE = 0.6  # likeness from which two entries of one paper are one: a sentence, and the mark that stands for it
PASSED_ON = 1.0  # likeness from which other owners make no other action
DOUBT = 0.54  # likeness from which a person should look
TOLD = 0.72  # likeness from which a sentence speaks of an action
LOUD = 0.85  # the same for one that names no owner and says neither that it is done nor that it is put off
CLEAR = 0.04  # by how much the best must be better than the next
COMMON = 0.15  # of the rarest word's weight: what a word must weigh to bring two texts together
FEWEST = 60  # texts that a body is taken to have at least: among few, every word would pass for rare
LEAST = 1.2  # words in common that no other text has, or commoner ones that count as much
LEAST_LISTED = 0.9  # the same for a row that says it is an earlier meeting's, of the same people
NEAR = 3  # entries between a sentence and the mark that stands for it
LONG = 300  # days after which the same words are another year's action, unless they say that it is carried
FORGOTTEN = 500  # days after which they are another's even where they say so
VERB = 0.05  # what a new task with another verb takes off


@dataclass(slots=True)
class Open:
    """A life while it is being put together."""

    ref: str
    first: Mention
    owners: tuple[Owner, ...]
    people: frozenset[str]
    told: Told
    mentions: list[Mention] = field(default_factory=list)
    words: list[frozenset[str]] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def over(self) -> bool:
        return self.told.status in OVER


def track(
    records: Sequence[Record], matcher: Matcher, *, silent: int = SILENT, said: Sequence[Update] = ()
) -> list[Life]:
    """Every action of every body as one life, by body and the day it was raised.

    Args:
        silent: meetings without a word after which an open action has vanished.
        said: people's words on these records' actions (see pipeline.track.said.fit).
    """
    return [
        life
        for body, theirs in bodies_of(records).items()
        for life in _Tracker(
            theirs, matcher.for_body(body), [one for one in said if one.action.startswith(f"{body}/")]
        ).lives(silent)
    ]


class _Tracker:
    """Goes through one body's papers by day."""

    def __init__(self, records: Sequence[Record], matcher: Matcher, said: Sequence[Update]) -> None:
        self.matcher = matcher
        self.ties = Ties.of(said)
        self.waiting = sorted(said, key=lambda one: one.when)
        self.likeness = Likeness.of((text for record in records for text in _texts(record)), fewest=FEWEST)
        self.names = names_of(records)
        self.records = in_order(records, self.likeness)
        self.standing = standing_of(records)
        self.next_meetings = next_meetings(records)
        self.meetings = sorted({r.meeting.date for r in self.records if r.kind == "minutes" and r.meeting.date})
        self.open: list[Open] = []
        self.by_word: dict[str, list[int]] = defaultdict(list)

    def lives(self, silent: int) -> list[Life]:
        for record in self.records:
            self._words(record.meeting.date or "")
            self._paper(record)
        self._words(None)
        return [self._life(one, silent) for one in self.open]

    def _words(self, day: str | None) -> None:
        """Take in what people said before a day (None: ever) of actions that have been raised."""
        for update in [one for one in self.waiting if day is None or one.when < day]:
            one = next((one for one in self.open if update.action in one.ids), None)
            if one is not None:
                self.waiting.remove(update)
                one.owners = one.told.word(update, one.owners) or one.owners

    def _paper(self, record: Record) -> None:
        after = self.next_meetings.get(record.meeting.date or "")
        entries = entries_of(record, self.matcher, self.names, after=after)
        for group in self._grouped(entries):
            self._group(group)
        if record.kind == "minutes":
            for sentence in sentences_of(record, entries, self.names):
                self._sentence(sentence)

    def _grouped(self, entries: Sequence[Mention]) -> list[list[Mention]]:
        """A paper's entries, a sentence and the mark or row that stands for it together: the best pairs first."""
        pairs = [
            (score, one.at, two.at)
            for place, one in enumerate(entries)
            for two in entries[place + 1 :]
            if (score := self._beside(one, two)) >= BESIDE
        ]
        partner: dict[int, int] = {}
        for _, one, two in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
            if one not in partner and two not in partner:
                partner[one], partner[two] = two, one
        groups = []
        for entry in entries:
            if entry.at not in partner:
                groups.append([entry])
            elif partner[entry.at] > entry.at:
                groups.append([entry, entries[partner[entry.at]]])
        return groups

    def _beside(self, one: Mention, two: Mention) -> float:
        """How well two entries of one paper are the same action, 0 where they can't be."""
        assert one.action is not None
        assert two.action is not None
        if two.action.id in self.ties.same.get(one.action.id, ()):
            return 9.0
        if two.action.id in self.ties.differ.get(one.action.id, ()):
            return 0.0
        listed = {one.evidence.rule, two.evidence.rule} & LISTS
        if one.evidence.rule == two.evidence.rule or not (one.action.marked or two.action.marked):
            return 0.0  # two rows of one list, two sentences: two actions
        if one.action.marked and two.action.marked and not listed:
            return 0.0  # two marks
        like, much = self.likeness.compare(one.words, two.words)
        if like < 0.3 or much < 0.6 * LEAST:
            return 0.0
        like += 0.05 * (min(much, 4.0) - 2.0)
        if one.people and two.people:
            if not one.people & two.people:
                return 0.0
            like += 0.1
        referred = _referred(one, two)
        if abs(one.at - two.at) > NEAR and not listed and not referred:
            return 0.0
        return like + referred

    def _group(self, group: Sequence[Mention]) -> None:
        """What a paper says of one action: steps of the life that it continues, else the first of a new one."""
        ids = [mention.action.id for mention in group if mention.action]
        tied = self._known({ref for one in ids for ref in self.ties.same.get(one, ())}, ids)
        known = tied or self._known({m.action.refers_to for m in group if m.action and m.action.refers_to}, ids)
        found = [(known, 1.0)] if known else [self._found(mention) for mention in group]
        best, score = max(found, key=lambda pair: pair[1])
        anew = not tied and best is not None and any(self._anew(best, mention, score) for mention in group)
        if best is not None and score >= SURE and not anew:
            one = best
        else:
            first = group[0]
            assert first.action is not None
            one = Open(first.action.id, first, first.owners, first.people, Told(self.matcher, first))
            if best is not None and DOUBT <= score < SURE and not best.over and not _same_paper(best, first):
                one.doubts.append(Doubt(one.ref, best.ref, round(score, 2), best.first.text))
            self._remember(one, first)
            self.open.append(one)
            group = group[1:]
        for mention in group:
            self._continue(one, one.told.row(mention, score, one.words))

    def _known(self, refs: set[str], ids: Sequence[str]) -> Open | None:
        """The life of one of these ids, unless a person said that it is not the same as the others."""
        return next((one for one in self.open if refs & one.ids and not self._parted(one, ids)), None)

    def _parted(self, one: Open, ids: Sequence[str]) -> bool:
        return any(self.ties.differ.get(ref, frozenset()) & one.ids for ref in ids)

    def _sentence(self, mention: Mention) -> None:
        """A sentence of the minutes that speaks of an action: of this meeting again, or of an earlier one."""
        best, score, second = self._best(mention)
        if best is None or score < TOLD or score - second < CLEAR or best.over or _same_paper(best, mention):
            return
        if _long(best, mention) or {opening(mention.text), opening(best.first.text)} & self.standing:
            return
        news = any(self.matcher.first("progress", mention.text, part=part) for part in ("settled", "carried"))
        if not news and not best.people & mention.people and score < LOUD:
            return
        if self.matcher.first("progress", mention.text, part="routine") is not None or self._other(best, mention):
            return
        best.told.take(best.told.sentence(mention, score, best.words), first=best.first)

    def _anew(self, one: Open, mention: Mention, score: float) -> bool:
        """The same words for another thing: each meeting's own minutes, a task that had been done, another year's."""
        assert mention.action is not None
        if _same_paper(one, mention) or mention.action.refers_to:
            return False
        if _silent(one, mention) > FORGOTTEN:
            return True
        if mention.status != "open":
            return False
        if self._other(one, mention):
            return True
        if mention.action.carried or self.matcher.first("progress", mention.said, part="carried") is not None:
            return False
        another = one.told.steps[-1].date != mention.record.meeting.date
        if another and not mention.action.marked and opening(mention.text) in self.standing:
            return True  # what every paper of a body prints: standing orders, advertisements
        if self.matcher.first("progress", mention.evidence.quote, part="routine") is not None:
            return one.told.steps[0].date != mention.record.meeting.date
        if one.over:
            return not (one.told.closed_by_sentence and score >= 0.8)
        return _long(one, mention)

    def _other(self, one: Open, mention: Mention) -> bool:
        """The words speak of the next one of a kind, or of "this" under another heading: of what, they do not say."""
        if self.matcher.first("progress", mention.text, part="another") is not None:
            return True
        pointing = self.matcher.first("progress", mention.text, part="pointing") is not None
        return pointing and stems(mention.topic or "") != stems(one.first.topic or "")

    def _found(self, mention: Mention) -> tuple[Open | None, float]:
        """The life that an entry fits best, and how well: a report on an earlier action is on the only near one."""
        best, score, second = self._best(mention)
        assert mention.action is not None
        near = LISTED <= score < SURE and score - second >= ALONE
        reports = mention.action.carried and (mention.progress or mention.status != "open")
        if best is not None and near and reports and not best.over and not _long(best, mention):
            return best, SURE
        return best, score

    def _best(self, mention: Mention) -> tuple[Open | None, float, float]:
        """The life that a mention fits best, how well, and how well the next one fits."""
        best, score, second = None, 0.0, 0.0
        for place in self._candidates(mention):
            if mention.action and (
                _same_paper(self.open[place], mention) or self._parted(self.open[place], [mention.action.id])
            ):
                continue  # entries of one paper have been put together
            like = self._score(self.open[place], mention)
            if like > score:
                best, score, second = self.open[place], like, score
            elif like > second:
                second = like
        return best, score, second

    def _candidates(self, mention: Mention) -> list[int]:
        """The lives that share enough of what a mention says, in their order."""
        shared: dict[int, float] = defaultdict(float)
        for word in sorted(mention.words):  # sorted: sums of the same numbers in another order may differ
            weight = self.likeness.word(word)
            if weight < COMMON * self.likeness.rarest:
                continue
            for place in self.by_word.get(word, ()):
                shared[place] += weight
        least = min(self.likeness.rarest, 0.6 * self.likeness.weight(mention.words))
        return sorted(place for place, weight in shared.items() if weight >= least)

    def _score(self, one: Open, mention: Mention) -> float:
        like, much = max(self.likeness.compare(words, mention.words) for words in one.words)
        listed = mention.action is not None and mention.action.carried and one.people & mention.people
        if like < 0.3 or much < (LEAST_LISTED if listed else LEAST):
            return min(like, 0.3)
        like += 0.05 * (min(much, 4.0) - 2.0)  # three rare words in common say more than one
        if one.people and mention.people:
            both = one.people & mention.people
            if mention.named and not both and like < PASSED_ON:
                like = min(like - 0.12, SURE - 0.01)  # a question: the task may have been passed on, or be another's
            else:
                like += 0.08 if both else -0.04
        if mention.action and mention.action.carried:
            like += 0.06  # a list of what earlier meetings left to do
        if mention.named and one.first.record.meeting.date == mention.record.meeting.date:
            like += _referred(one.first, mention)
        like -= _another(one, mention)
        if mention.topic and one.first.topic and stems(mention.topic) == stems(one.first.topic):
            like += 0.05
        return like

    def _continue(self, one: Open, mention: Mention) -> None:
        one.told.take(mention, first=one.first)
        self._remember(one, mention)
        one.owners = one.owners or mention.owners
        one.people |= people_of(mention.owners)

    def _remember(self, one: Open, mention: Mention) -> None:
        if mention.action is not None:
            one.ids.add(mention.action.id)
        one.mentions.append(mention)
        one.words.append(mention.words)
        place = self.open.index(one) if one in self.open else len(self.open)
        for word in mention.words:
            if place not in self.by_word[word]:
                self.by_word[word].append(place)

    def _life(self, one: Open, silent: int) -> Life:
        last = one.told.last_day or ""
        quiet = sum(day > last for day in self.meetings) if last else 0
        first = one.first
        return Life(
            ref=one.ref,
            body=first.record.meeting.body or "",
            task=first.text,
            owners=one.owners,
            due=one.told.due,
            due_first=first.action.due if first.action else first.due,
            status=one.told.status,
            steps=tuple(one.told.steps),
            silent=quiet,
            vanished=not one.over and quiet >= silent,
            topic=first.topic,
            visibility=first.action.visibility if first.action else "public",
            doubts=tuple(one.doubts),
        )


def _texts(record: Record) -> Iterator[str]:
    yield from (action.task for action in record.actions)
    yield from (minute.text for item in record.items for minute in item.minutes)


def _same_paper(one: Open, mention: Mention) -> bool:
    return any(other.record.id == mention.record.id for other in one.mentions)


def _another(one: Open, mention: Mention) -> float:
    """What it takes off that a new task's first word is none of the action's; more where it has a day of its own."""
    action, due = mention.action, one.told.due.date
    if action is None or action.carried or mention.progress or mention.status != "open":
        return 0.0
    if one.first.record.meeting.date == mention.record.meeting.date or any(
        mention.verb in words for words in one.words
    ):
        return 0.0
    return ANOTHER if mention.stated and due and mention.due.date != due else VERB


def _referred(one: Mention, two: Mention) -> float:
    """What the numbers of their minutes add for two entries of one meeting: the same, one within the other, or none."""
    first, second = reference(one.minute), reference(two.minute)
    if not first or not second or first[0] != second[0]:
        return 0.0
    return 0.2 if first == second and len(first) > 1 else 0.1 if first[: len(second)] == second[: len(first)] else 0.0


def _silent(one: Open, mention: Mention) -> int:
    """Days from the last word of an action to a mention."""
    return days_between(one.told.last_day, mention.record.meeting.date) or 0


def _long(one: Open, mention: Mention) -> bool:
    """So long after the last word of an action that the same words are another's."""
    return _silent(one, mention) > LONG
