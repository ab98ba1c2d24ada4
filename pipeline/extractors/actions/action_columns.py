"""An action column beside what was minuted: owners alone, or the task itself with who and when, a line each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.extractors.actions.antecedents import has_letters
from pipeline.extractors.actions.doers import named_only, of_paper
from pipeline.extractors.actions.due import due_words, owner_and_day
from pipeline.extractors.actions.lost_margins import owners_alone
from pipeline.extractors.actions.marked import owners_in
from pipeline.extractors.actions.promises import commits
from pipeline.extractors.actions.row_margins import says
from pipeline.extractors.names import is_person, is_post
from pipeline.extractors.owners import GROUP, split_owners
from pipeline.extractors.places import Piece
from pipeline.found import FoundAction
from pipeline.initials import INITIALS, LETTERS
from pipeline.layout.sentences import sentences
from pipeline.layout.when import is_when
from pipeline.outline.cells import LEVEL, TaskRow, task_rows, whole_words
from pipeline.paper import Line, evidence_of
from pipeline.rules.match import Matcher

COLUMN = 20.0  # points from where one column begins to where the next does, at least
ENOUGH = 4  # words of a column that promise something; fewer are owners
_HOLDS_DAY = re.compile(  # run together
    r"\b\d{1,2}(?:st|nd|rd|th)?\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\d[./]\d"
)
# "Website" beside a letter: it is to be put there, and nobody is named.
_PUT = r"(?:web-?\s?site|facebook(?:\s+page)?|news-?\s?letter|notice-?\s?boards?)"
OUTLET = re.compile(rf"\W*(?:(?:council|parish|village|put\s+on|on)\s+)*{_PUT}(?:\s*[/&,]\s*{_PUT})*\W*", re.IGNORECASE)
_TAIL = re.compile(r"\s*(?:\s[–—-]\s|,\s|;\s|/\s?)\s*(?P<when>[^–—;,]{3,30})$")


def margin_owners(piece: Piece, matcher: Matcher) -> tuple[list[str], str | None]:
    """The owners beside a paragraph, and the words beside them that say when: "Treasurer – next meeting"."""
    if OUTLET.fullmatch(piece.margin_words) or matcher.first("action", piece.margin_words, part="margin") is not None:
        return [], None
    beside = [line for line in piece.paragraph.margin if says(line.text, matcher)]
    lines = whole_words(beside)
    days = [line.text for line in lines if is_when(line.text)]
    if len(days) == len(lines) == 1:
        return [], days[0].strip(" .()")  # when, and by whom is not known yet
    if len(days) == 1 and len(lines) > 1:
        named = "\n".join(line.text for line in lines if not is_when(line.text))
        apart = named.replace("\n", " / ")
        if owners := owners_alone(named.replace("\n", " ")) or owners_alone(apart) or named_only(apart, matcher):
            return owners, days[0].strip(" .()")
    words = "\n".join(line.text for line in lines)
    due: str | None = None
    if (both := owner_and_day(piece.margin_words)) is not None:
        words, due = both[0].strip(" –—-,;/("), both[1]
    elif (found := matcher.first("due", words, part="when")) is not None:
        due = found.get("due")
        words = f"{words[: found.start]} {words[found.end :]}".strip(" –—-,;/")
    elif (tail := _TAIL.search(words)) and is_when(tail["when"]):
        due = tail["when"].strip()
        words = words[: tail.start()]
    if not words or matcher.first("action", words, part="margin") is not None:
        return [], None
    owners = of_paper(split_owners(words, known=has_letters(words, matcher)), matcher)
    owners = [o for o in owners if re.search(r"[A-Za-z]\.?[A-Za-z]", o) and not _HOLDS_DAY.search(o)]
    return ([], None) if any(map(_is_other, owners)) else (owners, due)


# Of a letterhead, a form or a programme: "12 Mill Road", "Phone: 555-0100", "at 6:15 pm", "Chair's Signature".
# Of a plan of spending, what pays: "Taxation", "Reserves".
_PAYS = re.compile(
    r"(?:taxation|(?:tax\s)?lev(?:y|ies)|reserves?(?:\sfunds?)?|financing|funding|purchase|debentures?|use|method)\W*",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\d|.*(?:\bwww\.|@\w+\.|\d{3}|\d:\d|:\s|\b[Ss]ignature\b)")


def _is_other(owner: str) -> bool:
    """Words of a column that name nobody whatever stands beside them."""
    lower = owner[:1].islower() and not (owner in ("all", "both") or is_post(owner) or GROUP.search(owner))
    return lower or _OTHER.match(owner) is not None or _PAYS.fullmatch(owner) is not None


def tasks_in_column(piece: Piece, matcher: Matcher) -> list[FoundAction]:
    """What a column itself says is to do: "Write to the county" / "Clerk" / "by 5 May"; "Sam to take photos"."""
    beside = piece.paragraph.margin
    if parted := columns_beside(beside):
        return [task for row in task_rows(*parted) if (task := _of_row(piece, row, matcher)) is not None]
    groups = _marked_off(beside) or _groups([part for line in beside for part in _each_task(line, matcher)], matcher)
    told = [action for lines in groups if (action := _task(piece, lines, matcher)) is not None]
    return told if len(told) == len(groups) else []


def columns_beside(lines: Sequence[Line]) -> TaskRow | None:
    """The tasks, their owners and their days, where a margin is two columns or three; None where it is one."""
    level = any(a.box and b.box and abs(a.box[1] - b.box[1]) < LEVEL for a, b in pairwise(lines))
    if not level or not all(line.box for line in lines):
        return None
    columns: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.box[0] if line.box else 0.0):
        if columns and line.box and columns[-1][0].box and line.box[0] - columns[-1][0].box[0] < COLUMN:
            columns[-1].append(line)
        else:
            columns.append([line])
    told, *others = (sorted(column, key=_height) for column in columns)
    last = others and (len(others) > 1 or all(is_when(line.text) for line in others[-1]))
    days = others.pop() if last else []
    owners = others.pop() if others else []
    return (tuple(told), tuple(owners), tuple(days)) if not others else None


def _height(line: Line) -> tuple[int, float]:
    return line.page or 0, line.box[1] if line.box else 0.0


def _of_row(piece: Piece, row: TaskRow, matcher: Matcher) -> FoundAction | None:
    """A task that has its owner and its day in columns of their own."""
    lines, who, days = row
    task, names, when = (" ".join(line.text for line in part) for part in row)
    owners = (
        of_paper(split_owners(names, known=has_letters(names, matcher)), matcher)
        if who
        else owners_in(task, matcher)[0]
    )
    if not lines or not re.search(r"[A-Za-z]{3}", task) or not (owners or days):
        return None
    return FoundAction(
        task,
        piece.place,
        evidence_of(lines, task, rule="action-column"),
        tuple(owners),
        when.strip(" .()") or due_words(names, matcher) or due_words(task, matcher),
        marked=True,
    )


_MARK = re.compile(r"\s*(?:(?P<sign>[•▪●◦‣–*-])|\(?(?P<count>\d{1,2}|[a-h])[.)])\s+(?=\S+\s\S)")


def _marked_off(lines: Sequence[Line]) -> list[list[Line]]:
    """A column's lines, cut at bullets or numbers that count on from the first; none where it has not two of them."""
    marks = [_MARK.match(line.text) for line in lines]
    if not marks or marks[0] is None or marks[0]["count"] not in (None, *_counts(0)):
        return []
    out: list[list[Line]] = []
    for line, mark in zip(lines, marks, strict=True):
        if mark is not None and mark["sign"] == marks[0]["sign"] and mark["count"] in (None, *_counts(len(out))):
            out.append([replace(line, text=line.text[mark.end() :])])
        else:
            out[-1].append(line)
    return out if len(out) > 1 else []


def _counts(before: int) -> tuple[str, str]:
    """What counts an entry that has so many before it: "3" or "c"."""
    return str(before + 1), chr(ord("a") + before)


def _each_task(line: Line, matcher: Matcher) -> list[Line]:
    """ "Ann to write to the owners. Bo to ask for a refund" in one paragraph of a cell as a line each."""
    parts = [line.text[start:end] for start, end in sentences(line.text)]
    apart = len(parts) > 1 and line.whole and all(_opens(part, matcher) for part in parts)
    return [replace(line, text=part) for part in parts] if apart else [line]


def _groups(lines: Sequence[Line], matcher: Matcher) -> list[list[Line]]:
    """A column's lines, cut where the next task begins; an owner above each stands below it then."""
    goes_on = (
        len(lines) > 1 and re.match(r"(?:and|&|or)\s", lines[1].text) is not None
    )  # "Ann Box, Bo Carr" / "and Cy to ring"
    if (
        len(lines) > 1
        and not goes_on
        and owners_alone(lines[0].text)
        and not (owners_alone(lines[1].text) or is_when(lines[1].text))
    ):
        above = [n for n, line in enumerate(lines) if owners_alone(line.text)]
        return [[*lines[n + 1 : end], lines[n]] for n, end in zip(above, [*above[1:], len(lines)], strict=True)]
    out: list[list[Line]] = []
    for at, line in enumerate(lines):
        onward = " ".join(part.text for part in lines[at : at + 3])  # "Pete Box / 15 June:" may end a line
        if not out or (line.text[:1].isupper() and (_opens(line.text, matcher) or _for(onward)[0])):
            out.append([])
        out[-1].append(line)
    return out


_HEAD = re.compile(r"(?P<who>[A-Z][^:]{1,40}?)\s?(?::|\s[–—-])\s+(?=\S{3})")


_DAY_OR_MEETING = re.compile(
    r"(?:by\s+|end\s+of\s+|mid-?\s?)*[A-Z][a-z]{2,8}(?:\s+meeting)?|next\s+meeting", re.IGNORECASE
)


def _for(text: str) -> tuple[list[str], int, str | None]:
    """The owners in front of a task, "AB / 3 May: write to the county", where the task begins, and their day."""
    found = _HEAD.match(text)
    least = 1 if found is not None and LETTERS.fullmatch(found["who"]) else 3  # "AB – keys"
    if found is None or len(text[found.end() :].split()) < least or is_when(text[found.end() :]):
        return [], 0, None
    who, cut, when = found["who"].rpartition(" / ")
    dated = cut and (is_when(when) or _DAY_OR_MEETING.fullmatch(when))
    owners = owners_alone(who if dated else found["who"])
    return (owners, found.end(), when if dated else None) if owners else ([], 0, None)


def _opens(text: str, matcher: Matcher) -> bool:
    if matcher.first("action", text, part="order") is not None or _for(text)[0]:
        return True
    told = matcher.first("action", text, part="list")
    return told is not None and told.rule.id == "action-list-owner"


_KEY = re.compile(rf"(?:{LETTERS.pattern})\s(?=[a-z]+\s[\w£]|to\s[a-z])(?!by\b|on\b|and\b)")
_DASHED_OWNER = re.compile(r"\s[–—-]\s[A-Z][\w.’' ]{1,40}$")  # "Order the bins – Clerk", before "/ Warden"
# "Rota to be drawn up / AB / 24 May"
_BEHIND = re.compile(r"(?P<task>.{6,}?)\s[/|]\s(?P<who>[A-Z][^/|]{1,40}?)(?:\s[/|]\s(?P<when>[^/|]{3,30}))?")


def _task(piece: Piece, whole: Sequence[Line], matcher: Matcher) -> FoundAction | None:
    words = " ".join(line.text for line in whole)
    if owners_alone(words):
        return None  # "Area 2 Rep" orders nothing
    label = matcher.first("action", words, part="label")
    skip = label.spans["rest"][0] if label is not None and label.start == 0 and "rest" in label.spans else 0
    given, after, when = _for(words[skip:])
    skip += after
    tail = _BEHIND.fullmatch(words, skip) if not given else None
    if tail is not None and _DASHED_OWNER.search(tail["task"]):
        tail = None  # "Order the bins – Clerk / Warden": both
    if tail is not None and (owners := owners_alone(tail["who"])) and (not tail["when"] or is_when(tail["when"])):
        task = words[skip : tail.end("task")]
        evidence = evidence_of(tuple(whole), task, rule="action-column")
        return FoundAction(
            task, piece.place, evidence, tuple(owners), tail["when"] or due_words(task, matcher), marked=True
        )
    order = matcher.first("action", words[skip:], part="order")
    promise = commits(words[skip:], matcher) if order is None else None
    opens = _KEY.match(words, skip)  # "AB to ring", "AB letter to the bank"
    opens = opens if opens is not None and not is_when(words[opens.end() :]) else None
    if not given and order is None and not opens and (promise is None or len(words[skip:].split()) < ENOUGH):
        return None
    lines, owners, due, state = _who_and_when(whole, matcher) if order is not None else (list(whole), [], None, None)
    task = " ".join(line.text for line in lines)[skip:]
    behind = ""
    if given:
        owners = [*given, *owners]
        due = due or when
    elif not owners:
        owners, start, end = owners_in(task, matcher)
        task, behind = task[start:end].strip() or task, task[end:]  # "... (AB, in May)"
    return FoundAction(
        task,
        piece.place,
        evidence_of(tuple(lines), task, rule="action-column"),
        tuple(owners),
        due or due_words(task, matcher) or due_words(behind, matcher),
        marked=True,
        progress=state,
    )


_CUT_DAY = re.compile(
    r"(?:\b\d{1,2}(?:st|nd|rd|th)?|\b(?:by|on|of|before|until|the|end|mid|early|late))$", re.IGNORECASE
)


def _who_and_when(whole: Sequence[Line], matcher: Matcher) -> tuple[list[Line], list[str], str | None, str | None]:
    """The lines that say what, and who, when and how far it got from the lines below them."""
    lines = list(whole)
    owners: list[str] = []
    due: str | None = None
    state: str | None = None
    while len(lines) > 1:
        last, above = lines[-1].text, lines[-2].text
        joined = [] if owners or not above[-1:].isalpha() or owners_alone(above) else owners_alone(f"{above} {last}")
        if last.count(")") > last.count("("):
            break  # "... (Clerk, by October 12," / "2025)"
        if not owners and due is None and is_when(last) and not _CUT_DAY.search(above):
            due = last
        elif joined:
            owners = joined  # a post over two lines
            lines.pop()
        elif (found := owners_alone(last)) and (not owners or all(map(_is_one, (*found, *owners)))):
            owners = [*found, *owners]
        elif state is None and matcher.first("action", last.strip("() "), part="state") is not None:
            state = last
        else:
            break
        lines.pop()
    return lines, owners, due, state


def _is_one(owner: str) -> bool:
    """One person, not a post or group that could be the end of the task's words."""
    return is_person(owner) or INITIALS.fullmatch(owner) is not None
