"""Actions: what somebody is to do. Marked by a label, a margin, a list or a table; or promised in the prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from pipeline.columns import Columns, columns_of, row_cells
from pipeline.extractors.names import split_owners
from pipeline.extractors.places import Piece, pieces
from pipeline.extractors.sheets import find_sheet_rows
from pipeline.found import FoundAction, Place
from pipeline.match import Match, Matcher
from pipeline.paper import Outline, Paper, Section, Table, evidence_of, fold
from pipeline.record import ActionStatus
from pipeline.sentences import sentences

Spans = list[tuple[int, int]]

_PRONOUN = re.compile(r"^(?:he|she|they|we|i)$", re.IGNORECASE)
_TAIL_OWNER = re.compile(
    r"(?:\(\s*(?:action\s*:?\s*)?(?P<round>[^()]{2,40})\)|\[(?P<square>[^\[\]]{2,40})\]|\s[–—-]\s(?P<dash>[A-Z][\w/&,. ]{1,30}))\W*$"
)
_HEAD_OWNER = re.compile(r"^(?P<owner>[A-Z][\w./&' ]{1,40}?)\s?(?::|\s[–—-])\s+(?P<task>.+)$")
_OLD = re.compile(
    r"\b(?:previous|last|outstanding|carried\s+forward|brought\s+forward|matters\s+arising|progress|update|review|follow[- ]?up|log|tracker)\b",
    re.IGNORECASE,
)
_DONE_SPEECH = re.compile(
    r"\b(?:had|has|have)\s+(?:already\s+|now\s+|been\s+)?(?:asked|agreed|offered|written|contacted|spoken)\b"
)
MAX_SENTENCE = 1500


def find_actions(
    paper: Paper, outline: Outline, matcher: Matcher, *, topics: Sequence[str] = (), names: Sequence[str] = ()
) -> list[FoundAction]:
    """The actions of a paper, in order. Agendas and reports commit nobody: there only marked ones count.

    Args:
        topics, names: items and people of the papers before it in the same file, for an action sheet that lost its table.
    """
    if paper.kind in ("agenda", "consultation"):
        return []
    found: list[FoundAction] = []
    prose = paper.kind in ("minutes", "information-sheet")
    sheet = paper.kind == "action-sheet"
    for section in outline.sections:
        found += _of_tables(section, matcher, sheet=sheet)
    if sheet and not found:
        found = find_sheet_rows(paper, topics=topics, names=names)
        if found:
            return [_with_status(a, matcher) for a in found]
    only_front = not any(section.kind != "front" for section in outline.sections)
    listing: Place | None = None
    first: Piece | None = None  # of the list that is open
    whole = list(pieces(outline))
    for at, piece in enumerate(whole):
        before = whole[at - 1] if at else None
        if listing is not None and (
            piece.kind == "heading" or (before is not None and before.section is not piece.section)
        ):
            listing = None
        if listing is not None and first is not None and (first.kind == "bullet") != (piece.kind == "bullet"):
            listing = None
        taken, opens = _of_piece(
            piece,
            before,
            matcher,
            listed=listing is not None,
            prose=prose and (piece.section.kind != "front" or only_front),
        )
        if opens:
            listing, first = piece.place, None
        elif listing is not None and taken:
            first = first or piece
        elif listing is not None and not taken:
            listing = None
        found += taken
    return [_with_status(a, matcher) for a in _once(found)]


def _with_status(action: FoundAction, matcher: Matcher) -> FoundAction:
    """Status by its progress words; the due words by those of its task or progress where no column gives them."""
    due = action.due or _due(action.task, matcher) or (_due(action.progress, matcher) if action.progress else None)
    return replace(action, status=status_of(action.progress, matcher), due=due)


# -- tables ------------------------------------------------------------------------------------------------------------


def _of_tables(section: Section, matcher: Matcher, *, sheet: bool) -> list[FoundAction]:
    out: list[FoundAction] = []
    before: Columns | None = None
    for part in section.body:
        if not isinstance(part, Table):
            if part.text.strip() and part.kind == "heading":
                before = None
            continue
        columns = columns_of(part, before)
        before = columns
        if columns.use == "actions":
            out += _rows(part, columns, section, matcher, sheet=sheet)
    return out


def _rows(table: Table, columns: Columns, section: Section, matcher: Matcher, *, sheet: bool) -> list[FoundAction]:
    out: list[FoundAction] = []
    old = sheet or section.kind == "matters-arising" or _OLD.search(section.title) is not None
    topic = ""
    for row in table.rows[columns.header :]:
        cells = row_cells(row, columns.roles)
        words = {role: fold(" ".join(line.text for line in lines)) for role, lines in cells.items()}
        topic = words.get("title") or (topic if not words.get("number") else "")
        task_role = "action" if "action" in columns.roles else "title" if "title" in columns.roles else "notes"
        if task_role == "action" and not words.get("action") and words.get("notes"):
            task_role = "notes"
        task = words.get(task_role, "")
        if not task:
            _continue(out, words)
            continue
        if not re.search(r"[A-Za-z]{3}", task) or fold(task).casefold() in ("none", "n/a", "nil", "no actions"):
            continue
        owners = tuple(split_owners(words["owner"])) if words.get("owner") else ()
        if "owner" not in columns.roles:
            owners = tuple(_owners_in(task, matcher)[0])
        status = words.get("status") or None
        number = words.get("number", "")
        out.append(
            FoundAction(
                task=task,
                place=Place(
                    item=_item_of(number) or section.number or None,
                    minute=number or None,
                    topic=topic or section.title or None,
                    exempt=section.visibility == "exempt",
                ),
                evidence=evidence_of(tuple(cells[task_role]), task, rule="action-table"),
                owners=owners,
                due=words.get("due") or None,
                marked=True,
                carried=old,
                progress=status,
            )
        )
    return out


def _continue(out: list[FoundAction], words: dict[str, str]) -> None:
    """A row without a task goes on with the row above (a table over a page break)."""
    if not out:
        return
    last = out[-1]
    progress = " ".join(filter(None, (last.progress, words.get("status"))))
    owners = last.owners + tuple(split_owners(words.get("owner", "")))
    out[-1] = replace(last, progress=progress or None, owners=owners, due=last.due or words.get("due") or None)


def _item_of(number: str) -> str | None:
    found = re.match(r"^\s*([A-Z]{0,3}\s?\d+)", number)
    return found[1] if found and "." in number else None


# -- paragraphs --------------------------------------------------------------------------------------------------------


def _of_piece(
    piece: Piece, before: Piece | None, matcher: Matcher, *, listed: bool, prose: bool
) -> tuple[list[FoundAction], bool]:
    """Actions of one paragraph, and whether it opens a list of actions."""
    section, text = piece.section, piece.paragraph.text
    if section.kind in ("attendance", "signature") or not text.strip():
        return [], False
    opener = matcher.first("action", text, part="label")
    if opener is not None and opener.get("list"):
        return [], True
    if piece.kind == "heading":
        return [], False
    if opener is not None:
        return _labelled(piece, before, opener, matcher), not opener.get("rest").strip()
    if listed or (section.kind == "action-list" and _is_task(text)):
        return [_listed(piece, matcher)], False
    owners = _margin_owners(piece, matcher)
    spans = sentences(text)
    if owners:
        return _beside_margin(piece, owners, spans, matcher, prose=prose), False
    if prose:
        return _prose(piece, spans, matcher), False
    return [], False


def _is_task(text: str) -> bool:
    return len(text.split()) >= 3 and not text.rstrip().endswith(":")


def _listed(piece: Piece, matcher: Matcher) -> FoundAction:
    """A bullet or row of a list of actions: its owner stands in brackets, before a colon, before "to", or beside it."""
    text = piece.paragraph.text
    owners: Sequence[str] = _margin_owners(piece, matcher)
    start, end = 0, len(text)
    if not owners:
        owners, start, end = _owners_in(text, matcher)
    old = _OLD.search(piece.section.title) is not None
    return _action(piece, start, end, owners, matcher, rule="action-list", marked=True, carried=old)


def _owners_in(text: str, matcher: Matcher) -> tuple[list[str], int, int]:
    """Owners that a marked task names, and the task's place: "Clerk to write", "AB: write", "write (AB)"."""
    if found := _HEAD_OWNER.match(text):
        owners = split_owners(found["owner"])
        if owners and len(found["owner"].split()) <= 5:
            return owners, found.start("task"), len(text)
    tail: list[str] = []
    if found := _TAIL_OWNER.search(text):
        tail = [o for o in split_owners(found["round"] or found["square"] or found["dash"] or "") if o]
        tail = tail if all(_looks_like_owner(o) for o in tail) else []
    if (match := _commits(text, matcher)) and (owners := [o for o in _who(match) if not _PRONOUN.match(o)]):
        return [*owners, *(o for o in tail if o not in owners)], 0, len(text)
    return tail, 0, found.start() if found and tail else len(text)


def _looks_like_owner(words: str) -> bool:
    return len(words.split()) <= 5 and words[:1].isupper()


def _labelled(piece: Piece, before: Piece | None, label: Match, matcher: Matcher) -> list[FoundAction]:
    """ "... ACTION: Ann Box" closes the sentence before it; "ACTION: Clerk to write" is the task itself."""
    text = piece.paragraph.text
    a, b = label.spans["rest"]
    rest = text[a:b].strip(" .*")
    if not rest:
        return []
    owners = split_owners(rest)
    only_owner = (
        bool(owners)
        and len(rest.split()) <= 4 + 4 * len(owners)
        and _commits(rest, matcher) is None
        and _no_verb(rest, owners)
    )
    if not only_owner:
        lead = len(text[a:b]) - len(text[a:b].lstrip(" *"))
        inner, start, end = _owners_in(text[a + lead : b], matcher)
        out = [_action(piece, a + lead + start, a + lead + end, inner, matcher, rule=label.rule.id, marked=True)]
        head = text[: label.start]
        if head.strip():
            out = _prose(piece, sentences(head), matcher) + out
        return out
    holder, spans = piece, sentences(text[: label.start])
    if not spans and before is not None and before.section is piece.section:
        holder, spans = before, sentences(before.paragraph.text)
    if not spans:
        return []
    chosen = _best(holder, spans, matcher)
    rest_of = [] if holder is not piece else [s for i, s in enumerate(spans) if i != chosen]
    start, end = _task_span(holder, spans, chosen, matcher)
    action = _action(holder, start, end, owners, matcher, rule=label.rule.id, marked=True)
    return [*_prose(piece, rest_of, matcher), action]


def _no_verb(rest: str, owners: Sequence[str]) -> bool:
    left = rest
    for owner in owners:
        left = left.replace(owner, " ")
    return (
        len(
            re.findall(
                r"[A-Za-z]{3,}", re.sub(r"\b(?:and|the|all|cllrs?|councillors?)\b", " ", left, flags=re.IGNORECASE)
            )
        )
        <= 1
    )


def _margin_owners(piece: Piece, matcher: Matcher) -> list[str]:
    owners: list[str] = []
    words = " ".join(
        line.text for line in piece.paragraph.margin if matcher.first("action", line.text, part="margin") is None
    ).strip()
    if words and matcher.first("action", words, part="margin") is None:
        owners = [o for o in split_owners(words) if re.search(r"[A-Za-z]{2}", o)]
    return owners


def _beside_margin(
    piece: Piece, owners: Sequence[str], spans: Spans, matcher: Matcher, *, prose: bool
) -> list[FoundAction]:
    """The sentence that the owner stands beside: the one that commits someone, else the one at the owner's height."""
    words = piece.margin_words
    if _commits(words, matcher) is not None and len(words.split()) >= 4:
        # The column states the task itself: "Clerk to place on website".
        inner, _, _ = _owners_in(words, matcher)
        return [
            FoundAction(
                words,
                piece.place,
                evidence_of(piece.paragraph.margin, words, rule="action-column"),
                tuple(inner or owners),
                _due(words, matcher),
                marked=True,
            )
        ]
    if not spans:
        return []
    chosen = _best(piece, spans, matcher)
    start, end = _task_span(piece, spans, chosen, matcher)
    if _is_payment(piece.paragraph.text[start:end], matcher):
        return []
    action = _action(piece, start, end, owners, matcher, rule="action-margin", marked=True)
    others = [s for i, s in enumerate(spans) if i != chosen and not (start <= s[0] < end)]
    more = [a for a in _prose(piece, others, matcher) if a.owners]
    # Several sentences commit the same people that the margin names: each is marked.
    return sorted(
        [*(replace(a, marked=True) if _same(a.owners, owners) else a for a in more), action],
        key=lambda a: piece.paragraph.text.find(a.task),
    )


_PAYS = re.compile(
    r"\b(?:donate|donation|pay|payment|quote|quotation|grant|accepted)\b.{0,60}[£$€]|[£$€]\s?\d.{0,120}\b(?:be\s+accepted|donated|paid)\b",
    re.IGNORECASE,
)


def _is_payment(sentence: str, matcher: Matcher) -> bool:
    """An agreed payment is a decision, no action, also where a name stands beside it."""
    return (
        _PAYS.search(sentence) is not None
        and matcher.first("decision", sentence, part="text") is not None
        and _commits(sentence, matcher) is None
    )


def _same(a: Sequence[str], b: Sequence[str]) -> bool:
    return {x.casefold().removeprefix("the ") for x in a} == {x.casefold().removeprefix("the ") for x in b}


def _best(piece: Piece, spans: Spans, matcher: Matcher) -> int:
    """Which sentence the owner belongs to: the last that commits someone or decides something, else the last."""
    text = piece.paragraph.text
    for at in range(len(spans) - 1, -1, -1):
        sentence = text[spans[at][0] : spans[at][1]]
        if _commits(sentence, matcher) is not None or matcher.first("decision", sentence, part="text") is not None:
            return at
    return len(spans) - 1


def _task_span(piece: Piece, spans: Spans, chosen: int, matcher: Matcher) -> tuple[int, int]:
    """The sentence; with the one before it where it is too short to say what the task is."""
    start, end = spans[chosen]
    if len(piece.paragraph.text[start:end].split()) <= 4 and chosen > 0:
        start = spans[chosen - 1][0]
    return start, end


def _prose(piece: Piece, spans: Spans, matcher: Matcher) -> list[FoundAction]:
    out: list[FoundAction] = []
    text = piece.paragraph.text
    for at, (start, end) in enumerate(spans):
        sentence = text[start:end]
        if len(sentence) > MAX_SENTENCE:
            continue
        for a, b, match in _promises(sentence, matcher):
            owners = _who(match)
            if owners and _PRONOUN.match(owners[0]):
                owners = _antecedent(text, start + match.spans["owner"][0], owners[0], matcher)
            elif not owners:
                owners = _speaker(sentence[: match.start], matcher)
            first = start + a
            if len(sentence[a:b].split()) <= 4 and a == 0 and at > 0:
                first = spans[at - 1][0]  # "Clerk to chase." says nothing without the sentence before it
            out.append(_action(piece, first, start + b, owners, matcher, rule=match.rule.id, marked=False))
    return out


def _commits(sentence: str, matcher: Matcher) -> Match | None:
    match = matcher.first("action", sentence, part="text")
    if match is None or _DONE_SPEECH.search(sentence[: match.start]):
        return None
    return match


def _promises(sentence: str, matcher: Matcher) -> list[tuple[int, int, Match]]:
    """The clauses of an unmarked sentence that commit somebody: "AB to check the lamps and CD to ask the insurer" has two."""
    if matcher.first("action", sentence, part="not") is not None:
        return []
    hits = [m for m in matcher.find("action", sentence, part="text") if not _DONE_SPEECH.search(sentence[: m.start])]
    hits.sort(key=lambda m: m.start)
    first = _commits(sentence, matcher)
    if first is None:
        return []
    cuts: list[Match] = []
    for hit in hits:
        joined = re.search(r"(?:\band|;|[.,–-])\s*$", sentence[: hit.start]) or re.match(
            r"\W*(?:and\b|;)", sentence[hit.start : hit.end]
        )
        if cuts and (hit.start < cuts[-1].end + 10 or not joined or not _who(hit) or _PRONOUN.match(_who(hit)[0])):
            continue
        cuts.append(hit)
    if len(cuts) < 2:
        return [(0, len(sentence), first)]
    starts = [
        0,
        *(m.start + len(re.match(r"\W*(?:and\b)?\W*", sentence[m.start :])[0]) for m in cuts[1:]),
        len(sentence),
    ]  # type: ignore[index]
    return [(a, b, m) for a, b, m in zip(starts, starts[1:], cuts, strict=False)]


def _who(match: Match) -> list[str]:
    for name in ("owner", "owner2"):
        if name in match.spans:
            words = match.get(name)
            return [words] if _PRONOUN.match(words) else split_owners(words)
    return []


def _speaker(head: str, matcher: Matcher) -> list[str]:
    """ "The Clerk confirmed that members would be kept informed": the Clerk's promise."""
    found = matcher.first("owner", head, part="speaker")
    return split_owners(found.get("owner")) if found is not None else []


def _antecedent(text: str, at: int, pronoun: str, matcher: Matcher) -> list[str]:
    """Whom "he" or "she" means: the last person or post that was the subject before it in the paragraph."""
    if pronoun.casefold() in ("we", "i"):
        return []
    subjects = [m for m in matcher.find("owner", text[:at], part="subject")]
    return split_owners(subjects[-1].get("owner")) if subjects else []


def _due(text: str, matcher: Matcher) -> str | None:
    found = matcher.first("due", text)
    return found.get("due") if found is not None else None


def _action(
    piece: Piece,
    start: int,
    end: int,
    owners: Sequence[str],
    matcher: Matcher,
    *,
    rule: str,
    marked: bool,
    carried: bool = False,
) -> FoundAction:
    text = piece.paragraph.text[start:end].strip()
    return FoundAction(
        task=text,
        place=piece.place,
        evidence=piece.paragraph.evidence(start, end, rule=rule),
        owners=tuple(owners),
        due=_due(text, matcher),
        marked=marked,
        carried=carried,
    )


def _once(found: Sequence[FoundAction]) -> list[FoundAction]:
    """An action stated in the text and again in the paper's own table or list is one: the marked one stays."""
    out: list[FoundAction] = []
    listed = [a for a in found if a.evidence.rule in ("action-table", "action-list") and not a.carried]
    for action in found:
        if action not in listed and any(
            fuzz.token_set_ratio(action.task, other.task) >= 82 and min(len(action.task), len(other.task)) > 20
            for other in listed
        ):
            continue
        # A label below a paragraph marks a sentence that the prose has already given: the marked one stays.
        twin = next(
            (
                i
                for i, other in enumerate(out)
                if other.evidence.quote == action.evidence.quote and other.place.item == action.place.item
            ),
            None,
        )
        if twin is None:
            out.append(action)
        elif action.marked and not out[twin].marked:
            out[twin] = action
    return out


def status_of(progress: str | None, matcher: Matcher) -> ActionStatus:
    """What the words of a progress column say; open where they say nothing known."""
    if not progress:
        return "open"
    found = matcher.first("status", progress)
    return found.get("status") if found is not None else "open"  # type: ignore[return-value]
