"""An action that a paper states more than once is one: in the text and in its own list, told and then resolved."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz
from rapidfuzz.process import extractOne
from rapidfuzz.utils import default_process

from pipeline.extractors.actions.titled_again import without_titles
from pipeline.extractors.names import is_post
from pipeline.found import FoundAction
from pipeline.initials import INITIALS, initials_fit

_SAID_AGAIN = 90  # per cent of the words
_ALIKE = 82
_ALIKE_BESIDE = 60  # of the words of a row with the same owner and the minute's own number
_LETTERS = 20  # of a task that says enough to be held against another
_FEW = 5  # words that may be asked for under two topics: "reply to the county"
_MOST = 0.6  # of the words of content of a label's task that say again what was told
_SHARED = 2  # words of content in one minute's text and its row
_FEW_STEMS = 3  # words of content of a row of which one is enough
_SMALL = frozenset(
    "will that this with from have been would should must shall their they them into before after".split()
)
_SAID_OF_ALL = frozenset(
    "agree board commi counc forum inclu inform meeti membe panel provi repor".split()
)  # as _content has them
_SEVERAL = 10  # words; short tasks are alike by chance
_POINTS = re.compile(
    r"\b(?:this|it|that|so|them|these|theirs|one)(?:\s+(?:by|before|in|at|on|next)\b[^.]*)?\W*$", re.IGNORECASE
)
_OF_ALL = re.compile(r"(?:all|everyone|everybody|members)\b", re.IGNORECASE)
_OWNERS_BEHIND = re.compile(r"\s*(?:[–—-]|\()\s*[A-Z]{2,3}(?:\s?[/&,]\s?[A-Z]{2,3})*\s*\)?\W*$")
_LETTERS_BEFORE = re.compile(r"[A-Z]{2,3}(?:\s?[/&,]\s?[A-Z]{2,3})*\s+(?:to\s+)?")  # who is to do it
_RESOLVED = re.compile(r"\W*(?:it\s+was\s+)?(?:resolved|agreed)\b", re.IGNORECASE)


def once(found: Sequence[FoundAction]) -> list[FoundAction]:
    """An action stated in the text and again in the paper's own table or list is one: the marked one stays."""
    out: list[FoundAction] = []
    found = without_titles(_raised_here(found))
    listed = [action for action in found if _is_listed(action)]
    rows = _Rows(listed, [action for action in found if not _is_listed(action)])
    told_of: dict[int, FoundAction] = {}
    for action in found:
        if not _is_listed(action) and (row := rows.saying(action)) is not None:
            told_of.setdefault(id(row), action)
            continue
        if action.evidence.rule in ("action-column", "action-margin") and any(_same_row(action, o) for o in listed):
            continue
        twins = [i for i, other in enumerate(out) if _is_twin(other, action, last=i == len(out) - 1)]
        if not twins:
            out.append(action)
            continue
        twin = twins[0]
        numbered = _of_one_number(out[twin], action)
        if _says_more(action, out[twin]):
            out[twin] = replace(action, due=action.due or out[twin].due)
        elif numbered:
            out[twin] = replace(out[twin], due=out[twin].due or action.due)
        for i in reversed(twins[1:] if numbered else ()):  # the words that told it stand between summary and label
            told = out.pop(i)
            out[twin] = replace(out[twin], due=out[twin].due or told.due)
    # A row that is silent about its day has the one of the text.
    return [replace(row, due=row.due or told_of[id(row)].due) if id(row) in told_of else row for row in out]


def _is_twin(other: FoundAction, action: FoundAction, *, last: bool) -> bool:
    """One task told twice. A label below a paragraph marks a sentence that the prose has already given."""
    if any(again(other, action) for again in (_listed_again, _of_one_number, _topic_first)):
        return True
    if other.place.item != action.place.item:
        return False
    if _said_twice(other, action) or _told_again(other, action) or _in_short(other, action):
        return True
    return last and (_resolved(other, action) or _marked_now(other, action))


def _is_listed(action: FoundAction) -> bool:
    return action.evidence.rule in ("action-table", "action-list", "action-column") and not action.carried


class _Rows:
    """The rows of a paper's own lists, each with its words made plain once."""

    def __init__(self, rows: Sequence[FoundAction], told: Sequence[FoundAction]) -> None:
        self._long = [row for row in rows if len(row.task) > _LETTERS]
        self._words = [default_process(row.task) for row in self._long]
        self._by_minute: dict[str, list[FoundAction]] = {}
        self._told: dict[str, list[FoundAction]] = {}
        for row in rows:
            self._by_minute.setdefault(row.place.minute or "", []).append(row)
        for action in told:
            for number in _numbers(action):
                self._told.setdefault(number, []).append(action)

        self._nearest = self._shortened(rows, told)

    @staticmethod
    def _shortened(rows: Sequence[FoundAction], told: Sequence[FoundAction]) -> dict[int, FoundAction]:
        """Task of the text -> the row of an unnumbered table that has its owner and shares the most words with it.

        Each must be the other's best: a closing table says in a few words what the minutes told at length.
        """
        apart = [row for row in rows if is_row(row) and not row.place.minute]
        matter = [matter_of(row) for row in apart]
        shared: dict[tuple[int, int], int] = {}
        for n, action in enumerate(told if apart else ()):
            words = matter_of(action)
            for m, row in enumerate(apart):
                if (count := len(words & matter[m])) and _is_theirs(action, row):
                    shared[n, m] = count
        of_task, of_row = defaultdict[int, list[int]](list), defaultdict[int, list[int]](list)
        for (n, m), count in shared.items():
            of_task[n].append(count)
            of_row[m].append(count)
        return {
            id(told[n]): apart[m]
            for (n, m), count in shared.items()
            if (count >= _SHARED or len(matter[m]) <= _FEW_STEMS)
            and all(count == max(counts) and counts.count(count) == 1 for counts in (of_task[n], of_row[m]))
        }

    def saying(self, action: FoundAction) -> FoundAction | None:
        """The row that says what the text says: in nearly its words, or for the same owner under the same number."""
        beside = [row for number in _numbers(action) for row in self._by_minute.get(number, [])]
        for row in beside:
            if _of_one_minute(action, row):
                return row
        if (only := self._only(action)) is not None:
            return only
        if len(action.task) <= _LETTERS:
            return None
        words = default_process(action.task)
        for row in beside:
            near = len(row.task) > _LETTERS and _same(action, row)
            if near and fuzz.token_set_ratio(words, default_process(row.task)) >= _ALIKE_BESIDE:
                return row
        best = extractOne(words, self._words, scorer=fuzz.token_set_ratio, score_cutoff=_ALIKE)
        return self._long[best[2]] if best is not None else self._nearest.get(id(action))

    def _only(self, action: FoundAction) -> FoundAction | None:
        """Who has as many rows under a number as tasks in its text has the same ones, however short the rows are."""
        for number in _numbers(action):
            rows = [row for row in self._by_minute.get(number, []) if is_row(row) and _may_be_one(action, row)]
            told = [one for one in self._told[number] if any(_may_be_one(one, row) for row in rows)]
            if rows and len(rows) == len(told) and action in told:
                return rows[told.index(action)]
        return None


def matter_of(action: FoundAction) -> set[str]:
    """The words of content of a task, without its owners' names and what all minutes say."""
    return content(action.task) - content(" ".join(action.owners)) - _SAID_OF_ALL


def _is_theirs(action: FoundAction, row: FoundAction) -> bool:
    """Every owner of the text's task is one of the row's."""
    mine, theirs = _who(action), _who(row)
    return bool(mine) and all(any(_names_one(one, other) for other in theirs) for one in mine)


def is_row(action: FoundAction) -> bool:
    return action.evidence.rule == "action-table"


def _numbers(action: FoundAction) -> list[str]:
    """The numbers under which something stands, the nearest first: "A.34.a" and "A.34"."""
    return list(dict.fromkeys(number for number in (action.place.minute, action.place.item) if number))


def _raised_here(found: Sequence[FoundAction]) -> list[FoundAction]:
    """The same actions; a row of a log that says what this paper's own minute does was not carried forward."""
    told = [action for action in found if not action.carried and not is_row(action)]
    return [
        replace(row, carried=False)
        if row.carried and is_row(row) and any(_of_one_minute(action, row) for action in told)
        else row
        for row in found
    ]


def _says_more(action: FoundAction, told: FoundAction) -> bool:
    """It is marked and the other is not, or it names who is to do it, or it resolves what was talked of."""
    named = bool(action.owners) and not told.owners and not told.marked
    longer = _of_one_number(told, action) and len(action.task) + bool(_numbers(action)) > len(told.task)
    return (action.marked and not told.marked) or named or longer or _resolved(told, action)


def _said_twice(told: FoundAction, action: FoundAction) -> bool:
    """The same words; "ACTION AB: reply" under two topics, or for two people, is marked twice and is two tasks."""
    if told.evidence.quote != action.evidence.quote:
        return False
    marked = all(one.marked and one.evidence.rule.startswith("action-label") for one in (told, action))
    return not marked or told.evidence == action.evidence


def _listed_again(told: FoundAction, action: FoundAction) -> bool:
    """ "AI: Ann to ring the depot about the lamps", and so again in the list at the end; not under two items."""
    if told.place.item and action.place.item:
        return False
    marked = all(one.marked and one.evidence.rule.startswith("action-label") for one in (told, action))
    return (
        marked
        and told.task == action.task
        and told.owners == action.owners
        and len(_LETTERS_BEFORE.sub("", told.task).split()) > _FEW
    )


def _of_one_number(told: FoundAction, action: FoundAction) -> bool:
    """ "AP3: Clerk to write to Highways" in a summary, and "AP3" again where it was minuted; not below two items."""
    if not told.number or told.number != action.number or (_numbers(told) and _numbers(action)):
        return False
    return (
        _same(told, action) or fuzz.token_set_ratio(told.task, action.task, processor=default_process) >= _ALIKE_BESIDE
    )


def _topic_first(told: FoundAction, action: FoundAction) -> bool:
    """ "Lamps: Ann to ring the depot about the lamps", and so again in another list without its topic."""
    if not (told.marked and action.marked) or told.owners != action.owners:
        return False
    long, short = sorted((_OWNERS_BEHIND.sub("", a.task).strip(" .") for a in (told, action)), key=len, reverse=True)
    return len(short.split()) > _FEW and long.endswith(f": {short}")


def _told_again(told: FoundAction, action: FoundAction) -> bool:
    """The talk says it twice, and only once by whom: "he would ask", "to conclude, the Engineer would ask"."""
    if told.marked or action.marked or bool(told.owners) == bool(action.owners):
        return False
    enough = min(len(told.task.split()), len(action.task.split())) >= _SEVERAL
    return enough and fuzz.token_set_ratio(told.task, action.task, processor=default_process) >= _ALIKE


def _resolved(told: FoundAction, action: FoundAction) -> bool:
    """The talk promised it and it is resolved: "She would ask the county. RESOLVED that she ask the county"."""
    alike = fuzz.token_set_ratio(told.task.casefold(), action.task.casefold()) >= _SAID_AGAIN
    return alike and _same(told, action) and not told.marked and _RESOLVED.match(action.task) is not None


def _marked_now(told: FoundAction, action: FoundAction) -> bool:
    """Said, and marked on the next line: "He can send the plan." above "ACTION – Ann Box to send the plan"."""
    if told.marked or not action.evidence.rule.startswith("action-label"):
        return False
    alike = fuzz.token_set_ratio(told.task, action.task, processor=default_process) >= _ALIKE
    same = len(told.owners) == len(action.owners) > 0 and all(
        _names_one(*pair) or all(map(_OF_ALL.match, pair))
        for pair in zip(sorted(told.owners), sorted(action.owners), strict=True)
    )
    return same and (alike or _POINTS.search(told.task) is not None or _of_one_matter(told, action))


def _in_short(told: FoundAction, action: FoundAction) -> bool:
    """A label further down that repeats most of what somebody promised: "Action: E-mail to captains [AB]"."""
    if told.marked or not action.evidence.rule.startswith("action-label") or not _same(told, action):
        return False
    words = matter_of(action)
    return len(words & matter_of(told)) >= max(_SHARED, _MOST * len(words))


def _names_one(name: str, other: str) -> bool:
    """ "Tim" is Tim Ash."""
    return name == other or name in other.split() or other in name.split()


def _of_one_matter(told: FoundAction, action: FoundAction) -> bool:
    """ "Ann agreed to lead on the guide to lamps." above "ACTION: Ann to draft a guide to lamps"."""
    return len(matter_of(told) & matter_of(action)) >= _SHARED


def _of_one_minute(action: FoundAction, row: FoundAction) -> bool:
    """A row with the minute's number, an owner who can be the minute's, and some of its words."""
    if row.place.minute not in _numbers(action) or not _may_be_one(action, row):
        return False
    return len(content(action.task) & content(row.task)) >= _SHARED


def _may_be_one(action: FoundAction, row: FoundAction) -> bool:
    """Owners that can be the same: "GN" of the list is Graham Noble, and may be the Clerk, of the text."""
    pairs = [(one, other) for one in action.owners for other in row.owners]
    return _same(action, row) or any(
        INITIALS.fullmatch(letters) and (initials_fit(letters, name) or is_post(name))
        for pair in pairs
        for letters, name in (pair, pair[::-1])
    )


def content(task: str) -> set[str]:
    """The longer words of a task, by their beginnings."""
    return {word[:5] for word in re.findall(r"[a-z]{4,}", task.casefold()) if word not in _SMALL}


_ASIDE_OF_NAME = re.compile(r"^(?:the|cllr|councillor|mrs?|ms|miss|dr)\.?\s+")


def _who(action: FoundAction) -> set[str]:
    """The owners without what one place may have and another not: "The Clerk", "Cllr Box"."""
    return {_ASIDE_OF_NAME.sub("", owner.casefold()) for owner in action.owners}


def _same(action: FoundAction, row: FoundAction) -> bool:
    return bool(_who(action) & _who(row))


def _same_row(action: FoundAction, row: FoundAction) -> bool:
    """Who stands beside item 5 of the minutes, and again beside 05/2021 in the paper's own list of actions."""
    told = _who(action)
    here, there = (re.search(r"\d+", number or "") for number in (action.place.item, row.place.minute))
    if not is_row(row) or here is None or there is None or int(here[0]) != int(there[0]):
        return False
    return bool(told) and told == _who(row)
