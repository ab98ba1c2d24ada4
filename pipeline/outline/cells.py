"""The cells of a row of minutes in columns: which task, owner and day belong together, and beside which notes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.layout.heads import Role
from pipeline.layout.numbers import mark_of
from pipeline.layout.sentences import sentences
from pipeline.paper import Line

TaskRow = tuple[tuple[Line, ...], tuple[Line, ...], tuple[Line, ...]]
"""The lines of a task, of its owners, of its day."""

LEVEL = 3.0  # points: lines of two columns whose tops differ by less stand side by side
APART = 2.2  # font sizes from line to line: more leaves a line empty
TOLD = 6  # words of a block that say more than whose task it is


def task_rows(action: Sequence[Line], owner: Sequence[Line], due: Sequence[Line]) -> list[TaskRow]:
    """The tasks of one row whose owners and days have columns of their own, each with what stands beside it."""
    blocks = blocks_of(action, level_with=() if _centred(action, owner) else owner or due)
    if len(blocks) < 2:
        return [(tuple(action), tuple(owner), tuple(due))]
    owners, days = (_beside_blocks(blocks, lines) for lines in (owner, due))
    if owners is None or days is None:
        return [(tuple(action), tuple(owner), tuple(due))]
    rows: list[TaskRow] = []
    for block, who, when in zip(blocks, owners, days, strict=True):
        if rows and not who and not when and mark_of(block[0].text) is None:
            rows[-1] = ((*rows[-1][0], *block), *rows[-1][1:])  # the second paragraph of a task
        else:
            rows.append((tuple(block), tuple(who), tuple(when)))
    return rows


_DECIDED = (
    "accepted|approved|noted|agreed|received|adopted|ratified|deferred|endorsed|rejected|refused|granted|declined"
)
# "Apologies accepted", "Report noted": what was decided, in a column that is also that of actions.
_OUTCOME = re.compile(
    r"(?!.*\b(?:to|if|once|when|until|after|will|be|ensure|as)\b)(?:[A-Z][\w’'-]*\s)?(?:[\w’'&-]+\s){0,3}"
    rf"(?P<said>{_DECIDED})\W*",
    re.IGNORECASE,
)
_SAID = re.compile(rf"\b(?:{_DECIDED}|resolved)\b", re.IGNORECASE)
_SETTLED = rf"(?:{_DECIDED}|supported|elected|re-elected|appointed|co-opted|carried|postponed|confirmed)"
# "The quotation was accepted", "Governors approved the policy", "RESOLVED that ...": sentences that decide.
_DECIDES = re.compile(
    r"(?:(?i:resolved|it\s+was\s+(?:\w+ly\s+)?(?:agreed|resolved|decided)|(?:unanimously\s+)?agreed\s+(?:that|to)|decision:)\b"
    rf"|(?i:approved|adopted|accepted|noted|ratified|deferred|refused|rejected)\s+(?:the|as|until|to|with|by|subject|unanimously)\b"
    rf"|[^.;:]{{3,160}}?\b(?:was|were)\s+(?:\w+ly\s+)?{_SETTLED}\b"
    rf"|(?:(?:The|All)\s)?(?:[A-Z]\w+\s){{0,3}}(?i:council|committee|board|governors|trustees|members|forum|meeting|all)\s(?:\w+ly\s)?"
    rf"(?:{_SETTLED}|resolved)\b)"
)
_GIVES = re.compile(
    r"(?:\b(?i:action|clerk|chair\w*|treasurer|secretary|officers?|all|members|head\w*)|\b[A-Z]{2,3}|\b(?!Agreed\b|Resolved\b|Decided\b)[A-Z][\w’'-]+)\s+(?:to|will)\s+(?!be\b)[a-z]+"
    r"|\bto\s+be\s+[a-z]+ed\b",
)


def without_outcomes(cells: dict[Role, list[Line]]) -> dict[Role, list[Line]]:
    """A row's cells, what was decided taken out of the column of actions; into the notes, where they do not say it."""
    notes = cells.get("notes", [])
    told = [word.casefold() for word in _SAID.findall(" ".join(line.text for line in notes))]
    decided: list[Line] = []
    left: list[Line] = []
    sayings = _sayings(cells.get("action", ()))
    for line in sayings:
        short = _OUTCOME.fullmatch(line.text)
        if short is None and not _decides(line.text):
            left.append(line)
        elif short is None or not told or (short["said"].casefold() == "noted" and "noted" not in told):
            decided.append(replace(line, whole=True))
    if len(left) == len(sayings):
        return cells
    if not left:  # nothing is to do: who is named decided, or presented it
        cells = {role: lines for role, lines in cells.items() if role not in ("owner", "due")}
    return {**cells, "notes": [*notes, *decided], "action": left}


def _decides(words: str) -> bool:
    """A sentence that decides and gives nobody a task."""
    return _DECIDES.match(words) is not None and _GIVES.search(words) is None


def _sayings(lines: Sequence[Line]) -> list[Line]:
    """A cell's lines; where a sentence of theirs decides, each sentence as a line."""
    runs: list[list[Line]] = []
    ends = True  # the line before ends what it says
    for line in lines:
        alone = line.whole or (ends and _OUTCOME.fullmatch(line.text) is not None)
        if alone or ends or not runs:
            runs.append([])
        runs[-1].append(line)
        ends = alone or line.text.rstrip().endswith((".", ";", ":"))
    return [line for run in runs for line in _sentences_of(run)]


def _sentences_of(run: Sequence[Line]) -> list[Line]:
    words = " ".join(line.text for line in run)
    spans = sentences(words)
    if not any(_decides(words[start:end]) for start, end in spans):
        return list(run)
    first = [line for line in run for _ in f"{line.text} "]  # the line in which each letter stands
    return [replace(first[start], text=words[start:end], whole=True) for start, end in spans]


def _centred(action: Sequence[Line], owner: Sequence[Line]) -> bool:
    """One owner at the middle of a task's height: the table centres its cells, and no task begins there."""
    if len(owner) != 1 or len(action) < 2 or action[0].page != action[-1].page:
        return False
    first, last, box = action[0].box, action[-1].box, owner[0].box
    if not (first and last and box):
        return False
    return abs((first[1] + last[3]) - (box[1] + box[3])) < 2 * LEVEL


def blocks_of(lines: Sequence[Line], *, level_with: Sequence[Line] = ()) -> list[list[Line]]:
    """Lines cut into paragraphs: at white space, at a number or bullet, where a line of another column begins anew."""
    anew = [
        line.box[1]
        for above, line in zip([None, *level_with], level_with, strict=False)
        if line.box and (above is None or not above.box or line.box[1] - above.box[3] > 0.6 * (line.size or 10.0))
    ]
    blocks: list[list[Line]] = []
    for line in lines:
        level = line.box is not None and any(abs(line.box[1] - top) < LEVEL for top in anew)
        if not blocks or line.whole or line.gap or level or mark_of(line.text) is not None:
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _beside_blocks(blocks: Sequence[Sequence[Line]], lines: Sequence[Line]) -> list[list[Line]] | None:
    """The lines of another column by the block that they stand beside; None where nothing tells that.

    One for each block is theirs in order, one for all that are numbered is everybody's; else places tell.
    """
    if not lines:
        return [[] for _ in blocks]
    parts = blocks_of(lines)
    if len(parts) == len(blocks):
        return parts
    if all(line.box for block in (*blocks, lines) for line in block):
        out: list[list[Line]] = [[] for _ in blocks]
        for line in lines:
            above = [n for n, block in enumerate(blocks) if not _below(block[0], line)]
            out[above[-1] if above else 0].append(line)
        return out
    marked = all(mark_of(block[0].text) is not None for block in blocks)
    return [list(lines) for _ in blocks] if marked and len(parts) == 1 else None


def _below(line: Line, other: Line) -> bool:
    """The line stands below the other, not level with it."""
    if line.page != other.page:
        return (line.page or 0) > (other.page or 0)
    assert line.box and other.box
    return line.box[1] > other.box[1] + LEVEL


def stands_lower(notes: Sequence[Line], owners: Sequence[Line]) -> bool:
    """Owners that do not open at their row's top, or leave room between them: they stand where they belong."""
    placed = all(line.box for line in (*notes[:1], *owners))
    return bool(notes and owners and placed) and (_below(owners[0], notes[0]) or len(_apart(owners)) > 1)


def _apart(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines cut where a line or more is left empty."""
    out: list[list[Line]] = []
    for above, line in zip([None, *lines], lines, strict=False):
        if above is None or not (above.box and line.box) or line.box[1] - above.box[1] > APART * (line.size or 10.0):
            out.append([])
        out[-1].append(line)
    return out


# A line that goes on with the owner above it: a day, the rest of a word.
_GOES_ON = re.compile(
    r"[\d(]|(?:by|asap|next|end|immediate\w*|ongoing|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\b",
    re.IGNORECASE,
)


def _with_days(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines of owners, each with the lines below that only say when."""
    out: list[list[Line]] = []
    for line in lines:
        if out and (line.text[:1].islower() or _GOES_ON.match(line.text)):
            out[-1].append(line)
        else:
            out.append([line])
    return out


_STOP = re.compile(r"[.):]")
_UNENDED = re.compile(r"[\d./-]*\d[./-]")
_BROKEN = re.compile(r"(?!by$|of$|to$|in$|on$|at$|or$|and$|for$|the$|all$)[a-z]{1,3}")


def whole_words(lines: Sequence[Line]) -> list[Line]:
    """The lines of a narrow column, a word that it broke made whole again: "immediatel" / "y"."""
    out: list[Line] = []
    for line in lines:
        last = out[-1].text[-1:] if out else ""
        stop = last.isalnum() and _STOP.fullmatch(line.text)  # "1" / "."
        broken = bool(out) and _UNENDED.fullmatch(out[-1].text) and line.text.isdigit()  # "2024.05." / "1"
        if stop or broken or (last.islower() and not line.whole and _BROKEN.fullmatch(line.text)):
            out[-1] = replace(out[-1], text=out[-1].text + line.text)
        else:
            out.append(line)
    return out


def beside(notes: Sequence[Line], owners: Sequence[Line], *, aligned: bool) -> list[Line]:
    """Notes with each owner line after the last note line that does not stand below it; at their end if not `aligned`.

    Lines that tell a task stay together, beside the first of them.
    """
    if not notes or not aligned or not all(line.box for line in (*notes, *owners)):
        return [*notes, *owners]
    waiting = [
        block
        for told in _apart(owners)
        for block in ([told] if sum(len(line.text.split()) for line in told) >= TOLD else _with_days(told))
    ]
    out: list[Line] = []
    for place, line in enumerate(notes):
        out.append(line)
        after = notes[place + 1] if place + 1 < len(notes) else None
        while waiting and (after is None or _below(after, waiting[0][0])):
            out += waiting.pop(0)
    return out
