"""Actions: what somebody is to do. Marked by a label, a margin, a list or a table; or promised in the prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pipeline.extractors.actions.action_columns import OUTLET, margin_owners, tasks_in_column
from pipeline.extractors.actions.action_tables import of_tables
from pipeline.extractors.actions.beside_orders import of_orders
from pipeline.extractors.actions.closing_labels import with_labels_inside
from pipeline.extractors.actions.counted import in_parts, is_point
from pipeline.extractors.actions.due import due_heading, due_words
from pipeline.extractors.actions.events import with_day_of_event
from pipeline.extractors.actions.field_margins import with_field_margins
from pipeline.extractors.actions.fields import fields_of, with_fields
from pipeline.extractors.actions.informed import informed
from pipeline.extractors.actions.led import OPEN_ENDS, ROWS, led, led_inside, rows_led
from pipeline.extractors.actions.list_titles import opens_list
from pipeline.extractors.actions.lost_margins import (
    leaves_to_do,
    owners_alone,
    with_closing_people,
    with_labels_above,
    with_lost_margins,
    with_whole_margins,
)
from pipeline.extractors.actions.margin_tasks import beside_margin
from pipeline.extractors.actions.marked import is_task, labelled, listed_action, owners_in
from pipeline.extractors.actions.numbered import told_in
from pipeline.extractors.actions.once import once
from pipeline.extractors.actions.people_above import Where, came, listed_at, people_above
from pipeline.extractors.actions.promises import action_of, commits, of_prose
from pipeline.extractors.actions.reported import RULE, Report, report_of
from pipeline.extractors.actions.reworded import without_reworded
from pipeline.extractors.actions.row_margins import with_shared_margins
from pipeline.extractors.actions.sheets import find_sheet_rows
from pipeline.extractors.decisions.deciding import is_noted
from pipeline.extractors.decisions.fallen import fell
from pipeline.extractors.places import OLD, Piece, pieces, told_by_topic, with_label_each
from pipeline.found import FoundAction, FoundPerson, Place
from pipeline.layout.columns import Columns
from pipeline.layout.says import is_sentence
from pipeline.layout.sentences import sentences
from pipeline.paper import Outline, Paper
from pipeline.record import ActionStatus
from pipeline.rules.match import Matcher

_INDENT = 12  # points that part a level of bullets from the next
_OTHER_LABEL = re.compile(  # opens the next part of a form for minutes, behind its list of actions
    r"\W*(?:agenda\s+(?:item|topic)|item|topic|discussions?|conclusions?|presenter|next\s+meeting|decisions?|notes|other\s+(?:information|business)|"
    r"observers|resources)\b[^:]{0,30}:",
    re.IGNORECASE,
)
# "All actions were in hand"; "The Chair went through the list": of a list of actions, and no row of it.
_OF_ALL = re.compile(
    r"\W*(?:it\s+was\s+(?:noted|reported|confirmed)\s+that\s+)?(?:all|no|both|there\s+(?:were|are)\s+no)\s+(?:of\s+)?(?:the\s+)?"
    r"(?:other\s+|outstanding\s+|previous\s+)*(?:actions?|items?|points?)\b(?!\s+to\b)"
    r"|\W*(?:the\s+)?(?:chair\w*|clerk|committee|members|board|forum|panel)\s+(?:drew|went\s+through|ran\s+through|reviewed"
    r"|considered|received|noted|referred|thanked|sought|welcomed|queried|congratulated|commended|acknowledged|discussed)\b",
    re.IGNORECASE,
)
# "... subject to the following conditions:" above what a holder shall do, and so many paragraphs at most.
_CONDITIONS = re.compile(r"\bconditions?\b[^.]{0,200}:\W*$", re.IGNORECASE)
_BINDS = re.compile(r"\b(?:shall|must)\b")
_CONDITIONED = 30
_ASKS = re.compile(r"\W*(?:draft\s+|proposed\s+)?agenda(?:\s+items?)?\W*$", re.IGNORECASE)
TOLD = 2  # so many words of a meeting make a paper minutes
# What an agenda asks the meeting to do with an item.
_FOR_MEETING = re.compile(
    r"\W*(?:(?:[\w’'/&-]+\s+){0,4}?(?:to|for)\s+)?(?:note|noting|approv\w+|agree\w*|accept\w*|adopt\w*|recei\w+|consider\w*|"
    r"decid\w+|decision|discuss\w*|information|resol\w+|ratif\w+|endors\w+|confirm\s+(?:the\s+)?minutes)\b",
    re.IGNORECASE,
)


def find_actions(
    paper: Paper,
    outline: Outline,
    matcher: Matcher,
    *,
    people: Sequence[FoundPerson] = (),
    topics: Sequence[str] = (),
    names: Sequence[str] = (),
) -> list[FoundAction]:
    """The actions of a paper, in order. Agendas and reports commit nobody: there only marked ones count.

    Args:
        people: the paper's attendance.
        topics, names: items and people of the papers before it in the same file, for a sheet that lost its table.
    """
    if paper.kind == "consultation":
        return []
    matcher = informed(matcher, outline, people)
    found: list[FoundAction] = []
    sheet = paper.kind == "action-sheet"
    listed_in: set[int] = set()  # sections whose list of actions is a table or a story: what else is said is no list
    before: Columns | None = None
    for section in outline.sections:
        rows, before = of_tables(section, matcher, sheet=sheet, before=before if sheet else None)
        found += rows
        if rows or told_by_topic(section):
            listed_in.add(id(section))
    if sheet and not found:
        found = find_sheet_rows(paper, topics=topics, names=names)
        if found:
            return [_with_status(replace(a, due=due_words(a.task, matcher)), matcher) for a in found]
    if paper.kind == "agenda":
        found = [replace(action, carried=True) for action in found if action.owners]
    found = _of_text(paper, outline, matcher, found, listed_in, listed_at(people))
    return [_with_status(a, matcher) for a in once(without_reworded(found, people, outline.sections))]


def _of_text(
    paper: Paper,
    outline: Outline,
    matcher: Matcher,
    found: list[FoundAction],
    listed_in: set[int],
    came_in: Mapping[Where, Sequence[str]],
) -> list[FoundAction]:
    """What the tables gave, and what the paragraphs mark or promise."""
    prose = paper.kind in ("minutes", "information-sheet") or (paper.kind == "other" and _met(outline, matcher))
    only_front = not any(section.kind != "front" for section in outline.sections)
    entries = paper.kind == "action-sheet" and not found  # a sheet that is no table has its entries by number
    listing: Place | None = None
    old = False  # the list that is open is an earlier meeting's
    first: Piece | None = None  # of the list that is open
    latest: Piece | None = None  # where the last action stands that is marked or its whole paragraph
    when: str | None = None  # due words of the heading above
    report: Report | None = None
    openings: dict[int, str] = {}  # of the rows whose list says who is to do them
    whole = [piece for piece in _told(outline, matcher, entries=entries) if not came(piece, came_in)]
    whole = people_above(with_labels_inside(whole, matcher), matcher)
    whole = with_lost_margins(with_labels_above(whole, matcher), matcher)
    whole = with_shared_margins(with_whole_margins(whole, matcher), matcher)
    whole = with_closing_people(with_field_margins(whole, matcher), matcher)
    labels, over = with_label_each(outline.sections)
    listed_in |= over
    for at, piece in enumerate(whole):
        before = whole[at - 1] if at else None
        if before is None or before.section is not piece.section:
            listing = first = None
            when = due_heading(piece.section.title, matcher)
        if (only := due_heading(piece.paragraph.text, matcher)) or piece.kind == "heading" or _is_title(piece):
            when = only
        if listing is not None and piece.kind == "heading":
            listing = None
        if listing is not None and first is None and _OTHER_LABEL.match(piece.paragraph.text):
            listing = None  # the form's next topic, below a list that was left empty
        if first is not None and _leaves_list(first, piece, whole[at + 1 :], matcher):
            listed_in.add(id(piece.section))
            listing = first = None
        if id(piece.section) in labels and _is_title(piece):
            listed_in.add(id(piece.section))  # the next topic
        near = latest is None or latest.section is piece.section
        if (
            found
            and found[-1].marked
            and near
            and (more := fields_of(piece.paragraph.text, matcher)).words
            and not more.head
            and matcher.first("action", piece.paragraph.text, part="label") is None
        ):
            found[-1] = with_fields(found[-1], more.words)
            continue
        back = 3 if piece.paragraph.text.startswith(("Action ", "ACTION ")) else 1  # what was done may be told before
        told_of = latest is not None and any(latest is above for above in whole[max(at - back, 0) : at])
        if told_of and matcher.first("action", piece.paragraph.text, part="state"):
            found[-1] = replace(found[-1], progress=found[-1].progress or piece.paragraph.text, carried=True)
            continue
        listed = listing is not None or (piece.section.kind == "action-list" and id(piece.section) not in listed_in)
        listed = listed or (entries and (bool(piece.paragraph.number) or piece.kind == "bullet"))
        if only and listed:
            continue
        told = prose and (piece.section.kind != "front" or only_front)
        earlier = whole[:at] if report is None else [*whole[: at - 1], report.piece]
        above, report = report, report_of(piece, matcher) if told and piece.kind != "heading" else None
        piece = report.piece if report is not None else piece
        taken, opens = _of_piece(piece, earlier, matcher, listed=listed and paper.kind != "agenda", prose=told)
        if told and not listed:
            taken = [] if taken and fell(piece, whole[at + 1 : at + 3], matcher) else taken
            rows = rows_led(whole[at], whole[at + 1 : at + 1 + ROWS])
            taken = [a for a in taken if a.marked or not (rows and a.task.endswith(OPEN_ENDS))]  # its rows say what
            openings |= rows
            if opening := openings.get(id(whole[at])):
                taken = led(piece, opening, taken, matcher)
            taken = led_inside(piece, taken, matcher)
        if report is not None:
            taken = report.of(taken, matcher)
        elif above is not None and len(taken) == 1 and taken[0].marked and taken[0].task in above.piece.paragraph.text:
            taken = [above.on(taken[0], matcher)]  # "ACTION: Clerk" below a report on an old action
            if found and found[-1].evidence.rule == RULE:
                taken = [replace(found.pop(), owners=taken[0].owners, marked=True)]
        if opens and (not _ends_a_sentence(piece) or _is_row(whole[at + 1 : at + 2], piece)):
            listing, first, old = piece.place, None, OLD.search(piece.paragraph.text) is not None
        elif listed and taken:
            first = first or piece
            taken = [replace(a, carried=True) for a in taken] if old and listing is not None else taken
        elif listing is not None and not taken:
            listing = first = None
        taken = [replace(action, due=action.due or when) if action.marked else action for action in taken]
        taken = [with_day_of_event(action, piece) for action in taken]
        if paper.kind == "report":
            taken = [action for action in taken if action.evidence.rule.startswith("action-label")]
        if paper.kind == "agenda":
            taken = [replace(action, carried=True) for action in taken if _is_outstanding(action, piece, matcher)]
        if taken and (taken[-1].marked or taken[-1].task == piece.paragraph.text.strip()):
            latest = whole[at]
        found += taken
    return found


def _told(outline: Outline, matcher: Matcher, *, entries: bool) -> Iterator[Piece]:
    """The paragraphs; a numbered minute that is a sentence, or a sheet's entry, has no title and speaks as they do."""
    for piece in pieces(outline, headings=True):
        if piece.paragraph is not piece.section.heading:
            yield piece
        elif piece.section.kind in ("item", "matters-arising") and (entries or _is_minute(piece, matcher)):
            place = replace(piece.place, minute=piece.section.number or None) if entries else piece.place
            yield replace(piece, paragraph=replace(piece.paragraph, kind="text"), place=place)


def _is_minute(piece: Piece, matcher: Matcher) -> bool:
    """A heading that is a sentence: it tells something, or gives somebody a task, "1.3 Ann to ring the depot."."""
    return is_sentence(text := piece.paragraph.text) or (text.endswith(".") and commits(text, matcher) is not None)


def _met(outline: Outline, matcher: Matcher) -> bool:
    """A paper without a known title that tells of a meeting: who came, what was moved, when it closed."""
    if any(section.kind == "attendance" and section.paragraphs for section in outline.sections):
        return True
    told = [p.paragraph.text for p in pieces(outline, headings=True)]
    return sum(len(matcher.find("action", text, part="met")) for text in told) >= TOLD


def _ends_a_sentence(piece: Piece) -> bool:
    return piece.kind != "heading" and piece.paragraph.text.rstrip().endswith(".")


def _is_row(following: Sequence[Piece], piece: Piece) -> bool:
    """Is what comes next a row of a list in the same section?"""
    return any(n.section is piece.section and (n.kind == "bullet" or bool(n.paragraph.printed)) for n in following)


def _leaves_list(first: Piece, piece: Piece, later: Sequence[Piece], matcher: Matcher) -> bool:
    """Text behind the bullets of a list is no more of it where it opens something else or tells a story.

    Nor is a bullet that stands further left than the list's first: the list was a part of its notes.
    """
    if first.kind == piece.kind == "bullet" and _left(first) - _left(piece) > _INDENT:
        return True
    if first.paragraph.printed and not piece.paragraph.printed and _is_said(piece, matcher):
        return True  # prose below numbered rows
    if (first.kind == "bullet") == (piece.kind == "bullet"):
        return _OTHER_LABEL.match(piece.paragraph.text) is not None
    if piece.section.kind != "action-list" or piece.kind == "bullet":
        return True
    text = piece.paragraph.text
    if text.rstrip(" *").endswith(":"):
        return not (later and later[0].section is piece.section and later[0].kind == "bullet")
    return len(sentences(text)) > 1 and commits(text, matcher) is None and not owners_in(text, matcher)[0]


def _is_title(piece: Piece) -> bool:
    return piece.kind != "bullet" and any(line.heading for line in piece.paragraph.lines)


def _left(piece: Piece) -> float:
    box = piece.paragraph.lines[0].box if piece.paragraph.lines else None
    return box[0] if box else 0.0


def _is_outstanding(action: FoundAction, piece: Piece, matcher: Matcher) -> bool:
    """An agenda prints what an earlier meeting left to do behind a label; "Action: to approve" is what an item asks."""
    label = matcher.first("action", piece.paragraph.text, part="label")
    if label is None or not action.owners or not action.evidence.rule.startswith("action-label"):
        return False
    return piece.paragraph.text.find(action.task) >= label.start and not _FOR_MEETING.match(action.task)


def _with_status(action: FoundAction, matcher: Matcher) -> FoundAction:
    return replace(action, status=status_of(action.progress, matcher)) if action.progress else action


def _of_piece(
    piece: Piece, earlier: Sequence[Piece], matcher: Matcher, *, listed: bool, prose: bool
) -> tuple[list[FoundAction], bool]:
    """Actions of one paragraph, and whether it opens a list of actions."""
    section, text = piece.section, piece.paragraph.text
    apart = section.kind == "signature" or (section.kind == "attendance" and not piece.paragraph.margin)
    if apart or not text.strip():
        return (tasks_in_column(piece, matcher) if prose and not apart else []), False
    opener = matcher.first("action", text, part="label")
    if (opener is not None and opener.get("list")) or opens_list(piece, matcher):
        return [], True
    if piece.kind == "heading":
        return [], False
    if opener is not None:
        marked = labelled(piece, earlier, opener, matcher, margin_owners(piece, matcher)[0])
        if opener.get("old"):
            marked = [replace(action, carried=True) for action in marked]
        return marked, not opener.get("rest").strip()
    if prose and is_point(piece.paragraph.printed):
        return [listed_action(piece, margin_owners(piece, matcher)[0], matcher)], False
    if (listed or prose) and (told := tasks_in_column(piece, matcher)):
        others = [] if listed else of_prose(piece, sentences(text), matcher)
        theirs = {owner for action in told for owner in action.owners}
        return [*(a for a in others if a.owners and not theirs & set(a.owners)), *told], False
    of_all = _OF_ALL.match(text) is not None and not piece.paragraph.margin
    if listed and (is_noted(text, matcher) or of_all or not re.search(r"[A-Za-z]{3}\W+[A-Za-z]{2}", text)):
        return [], False
    if listed and matcher.first("action", text, part="nothing") is not None:
        return [], False  # "None at this stage."
    if listed and matcher.first("meeting", text, part="end") is not None and commits(text, matcher) is None:
        return [], False  # "The meeting closed at 9 pm."
    if listed and section.kind == "action-list" and prose and _is_said(piece, matcher):
        return of_prose(piece, sentences(text), matcher), False
    if listed and (section.kind != "action-list" or is_task(text) or commits(text, matcher) is not None):
        return [listed_action(piece, margin_owners(piece, matcher)[0], matcher)], False
    owners, due = margin_owners(piece, matcher)
    if not prose and not (owners and owners_alone(piece.margin_words) and all(map(owners_alone, owners))):
        return [], False  # beside the text of a report or a form stands more than owners
    spans = sentences(text)
    if owners or OUTLET.fullmatch(piece.margin_words) or (due and leaves_to_do(piece, matcher)):
        return beside_margin(piece, owners, due, spans, matcher), False
    if prose and not _is_aside(piece, earlier, matcher) and not _is_condition(piece, earlier):
        above = earlier[-1].paragraph.text if earlier and earlier[-1].section is section else ""
        parts = in_parts(text, spans)
        if told := of_orders(piece, spans, matcher):
            return told, False
        return told_in(piece, parts, spans, matcher, above=above) or _told_to_do(piece, matcher), False
    return [], False


# What tells of a list: "The log was gone through", "Ann said that it should be done by May".
_TELLS = re.compile(r"\b(?:was|were|had\s+been|has\s+been|have\s+been|said|reported|noted|confirmed)\b", re.IGNORECASE)


def _is_said(piece: Piece, matcher: Matcher) -> bool:
    """Prose below the title of a list of actions that tells of it, and is no row of it."""
    text = piece.paragraph.text
    row = piece.kind == "bullet" or piece.paragraph.printed or piece.paragraph.margin or owners_in(text, matcher)[0]
    return not row and len(sentences(text)) > 1 and _TELLS.search(text) is not None


def _told_to_do(piece: Piece, matcher: Matcher) -> list[FoundAction]:
    """ "Invite the warden": a bullet of notes that opens with what is to be done, unless it is one of many ideas."""
    ideas = matcher.first("action", piece.section.title, part="aside") or _ASKS.match(piece.sub or piece.section.title)
    order = matcher.first("action", piece.paragraph.text, part="bullet") if piece.kind == "bullet" else None
    if order is None or ideas is not None or piece.paragraph.text.rstrip().endswith("?"):
        return []
    return [action_of(piece, 0, len(piece.paragraph.text), (), matcher, rule=order.rule.id, marked=False)]


def _is_aside(piece: Piece, earlier: Sequence[Piece], matcher: Matcher) -> bool:
    """It gives reasons, options or what a report recommends, by the heading or the line above it."""
    if piece.sub and matcher.first("action", piece.sub, part="aside"):
        return True
    lines = piece.paragraph.lines
    if len(lines) > 1 and matcher.first("action", lines[0].text, part="aside"):
        return True
    above = earlier[-1] if earlier else None
    return (
        above is not None
        and above.section is piece.section
        and matcher.first("action", above.paragraph.text, part="aside") is not None
    )


def _is_condition(piece: Piece, earlier: Sequence[Piece]) -> bool:
    """One of the conditions that a licence or a permission is given on: whoever holds it keeps them."""
    if piece.kind != "bullet" and not piece.paragraph.printed and not _BINDS.search(piece.paragraph.text):
        return False
    for above in reversed(earlier[-_CONDITIONED:]):
        text = above.paragraph.text
        if above.section is not piece.section:
            return False
        if _CONDITIONS.search(text):
            return True
        if above.kind != "bullet" and not above.paragraph.printed and not _BINDS.search(text):
            return False
    return False


def status_of(progress: str | None, matcher: Matcher) -> ActionStatus:
    """What the words of a progress column say; open where they say nothing known."""
    if not progress:
        return "open"
    found = matcher.first("status", progress)
    return found.get("status") if found is not None else "open"  # type: ignore[return-value]
