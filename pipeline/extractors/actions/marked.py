"""Actions that a paper marks: by a label, an owner in the margin, or a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extractors.actions.antecedents import PRONOUN
from pipeline.extractors.actions.brackets import closing_day, day_behind, told_behind, without_day
from pipeline.extractors.actions.doers import first_names, of_paper
from pipeline.extractors.actions.due import due_words
from pipeline.extractors.actions.fields import fields_of, with_fields
from pipeline.extractors.actions.informed import LISTED, Informed
from pipeline.extractors.actions.lost_margins import owners_alone
from pipeline.extractors.actions.masks import PERSON
from pipeline.extractors.actions.owners_ahead import HEAD_OWNER, WHO_TO, owners_ahead
from pipeline.extractors.actions.promises import Spans, action_of, commits, of_prose, promises
from pipeline.extractors.actions.topics import owners_behind
from pipeline.extractors.actions.which_sentence import chosen_sentence, task_span, told_at
from pipeline.extractors.actions.whose import members_of, who_of
from pipeline.extractors.names import UPPER, is_person, is_post
from pipeline.extractors.owners import FIRM, GROUP, LETTERS_AND_WORDS, split_owners
from pipeline.extractors.places import OLD, Piece
from pipeline.found import FoundAction
from pipeline.initials import INITIALS, LETTERS
from pipeline.layout.sentences import sentences
from pipeline.rules.match import Match, Matcher

_TAIL_OWNER = re.compile(
    r"(?:\(\s*(?:action\s*:?\s*)?(?P<round>(?:[^()]|\([^()]{2,50}\)){2,90}?)(?:\s[–—-]\s[^()]{3,80}|(?P<to>\sto\s[a-z][^()]{2,80}))?\)|\[(?P<square>[^\[\]]{2,90})\]"
    r"|(?:\s[–—-]|[\w)]:(?=(?:(?:\s|/|,\s)(?:[A-Z][\w.’'-]*|and|&))+\W*$))\s(?P<dash>[A-Z][\w/&,. ’'-]{1,50}|all))\W*$"
)
_TICKED = re.compile(r"\W{0,2}\[[xX✓]\]\s")  # "[x] Ann: print the forms"
BEHIND_ALL = "action-label-behind"
_COUNTED = re.compile(r"\W*A[a-z./]*\s?(?:P|[Pp]oint|[Ii]tem)?\s?(?:[Nn]o\.?\s?)?(?P<number>\d[\d./-]*)", re.IGNORECASE)
FEW = 4  # words of a group's name
LOOK_BACK = 6  # paragraphs above a label
_REFERENCE = re.compile(r"^(?:[A-Z]{0,4}[\s#-]?\d{1,3}[/.\d-]{0,8}\s*(?:[–:—-]\s+|\.\s+)|\([a-h]\)\s)(?=[A-Z])")
_HEAD_BRACKET = re.compile(
    r"^\W{0,3}[(\[](?P<owner>(?:[^()\[\]]|\([^()]{2,40}\)){2,60})[)\]]\s*[:–—-]?\s*(?P<task>\w.+)$", re.DOTALL
)
_GROUP_TO = re.compile(
    r"^\W{0,3}(?P<owner>(?:[Tt]he\s)?[A-Z][\w’'&-]*(?:\s(?!for\s[a-z])[\w’'&-]+){0,3}?\s"
    r"(?:teams?|groups?|panel|committee|officials|officers|department|unit|board|members|staff))\s(?:to|will|should|shall)\s"
)
_HEAD_TASK = re.compile(
    r"(?:(?:[Tt]he\s)?[A-Z]|all\b|every)[^:]{1,80}:\s+\S"
)  # "AB: reply" states a task, however short
_REPORTED = re.compile(rf"(?P<owner>[{UPPER}][\w’'.-]*(?:\s[{UPPER}][\w’'.-]*){{1,3}})\s(?:had|has|have)\s")
# "Action: AB (c/f)": of an earlier meeting, and still to be done.
_STANDS = re.compile(
    r"\s*[(\[](?:c\s?/\s?f|b\s?/\s?f|(?:carried|brought)\s+(?:forward|over)|on-?going|outstanding|in\s+progress)[)\]]?$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"\W*(?:see|listed|details?|as)\s+(?:below|above|attached|overleaf)\W*$", re.IGNORECASE)
ORDERS = ("action-plain-order", "action-open-order")
BARE_ORDER = "frame-bare-order"  # "Ann write to the county": the name is no part of the task
_OF_OLD = re.compile(rf"(?={OLD.pattern}.*\bactions?\b|.*\bactions?\b.*{OLD.pattern})", re.IGNORECASE)

# "Minutes / Action by / Action by date": the heads of a table that lost its lines.
_HEADS_ONLY = re.compile(
    r"(?:\W|\b(?:actions?|by|due|date|owner|whom?|when|status|minutes?|items?|no)\b)*", re.IGNORECASE
)


def is_task(text: str) -> bool:
    return len(text.split()) >= 3 and not text.rstrip().endswith(":")


def listed_action(piece: Piece, owners: Sequence[str], matcher: Matcher) -> FoundAction:
    """A bullet or row of a list of actions: its owner stands in brackets, before a colon, before "to", or beside it."""
    cut = fields_of(piece.paragraph.text, matcher)
    start, end = 0, len(cut.head)
    if not owners:
        owners, start, end = owners_in(cut.head, matcher)
        owners = owners if start else owners_of_row(cut.head, matcher)
    old = OLD.search(piece.section.title) is not None
    if not cut.head[start:end].strip(" .,:;()[]*-–"):
        start, end = 0, len(cut.head)  # owners and nothing else: the clerk sees what the paper has
    task = action_of(piece, start, end, owners, matcher, rule="action-list", marked=True, carried=old)
    due = task.due or day_behind(cut.head) or due_words(cut.head[end:], matcher)  # "... (AB, before the fair)"
    return with_fields(replace(task, due=due), cut.words)


def owners_in(text: str, matcher: Matcher) -> tuple[list[str], int, int]:
    """Owners that a marked task names, and the task's place: "Clerk to write", "AB: write", "write (AB)"."""
    if reference := _REFERENCE.match(text):
        owners, start, end = owners_in(text[reference.end() :], matcher)
        return owners, start + reference.end(), end + reference.end()
    if (when := closing_day(text)) and len(text[: when.start()].split()) > 1:
        owners, start, end = owners_in(text[: when.start()], matcher)
        return owners, start, len(text) if end == when.start() or not start else end
    if (found := _HEAD_BRACKET.match(text)) and (owners := _all_owners(found["owner"])):
        return owners, found.start("task"), len(text)
    if behind := owners_behind(text, matcher):
        return behind, 0, len(text)
    owners, start = owners_ahead(text, matcher)
    if owners:
        return owners, start, len(text)
    tail: list[str] = []
    if found := _TAIL_OWNER.search(text):
        tail = [
            o for o in split_owners(without_day(found["round"] or found["square"] or found["dash"] or "", matcher)) if o
        ]
        firms = found["round"] is not None and FIRM.search(found["round"].strip()) is not None
        tail = first_names(tail) if not firms and all(_looks_like_owner(o) or GROUP.search(o) for o in tail) else []
    elif isinstance(matcher, Informed) and (last := _LAST_NAMED.fullmatch(matcher.masked(text))):
        who = first_names(split_owners(text[slice(*last.span("who"))]))
        return who, 0, len(text[: last.start("who")].rstrip(" ,"))
    order = _is_order(text, matcher) and len(sentences(text)) == 1  # "Invite Police to attend": not theirs
    told = None if order else commits(text, matcher)
    if (
        told is not None
        and told.rule.id != BARE_ORDER
        and (owners := [o for o in who_of(told) if not PRONOUN.match(o)])
    ):
        more = [o for o in tail if o not in owners and (INITIALS.fullmatch(o) or is_person(o) or is_post(o))]
        return [*owners, *more], 0, len(text)
    if not (tail or order) and (group := _GROUP_TO.match(text)):
        return split_owners(group["owner"]), 0, len(text)
    if not (tail or order) and (named := matcher.first("action", text, part="list")):
        given, end = named.rule.id == LISTED, named.end
        whole = _WHOLE_NAME.match(matcher.masked(text)) if given and isinstance(matcher, Informed) else None
        if whole is not None and whole.end() > end:  # "Ann Reed print the form"
            return split_owners(text[whole.start("who") : whole.end()]), whole.end(), len(text)
        return first_names(split_owners(named.get("owner"))), end if given else 0, len(text)
    if not (tail or order) and isinstance(matcher, Informed) and (masked := _NAMED.match(matcher.masked(text))):
        return split_owners(text[masked.start("owner") : masked.end("owner")]), 0, len(text)
    if not tail and (members := members_of(text)):
        return members, 0, len(text)
    if not tail and not found and (inside := told_behind(text, matcher)):
        return split_owners(inside["owner"]), 0, inside.start("at")
    return tail, 0, found.start() if found and tail and not found["to"] else len(text)


# "Complete the register, AB", "Register to be completed. Clerk": the only one named, behind the task.
_LAST_NAMED = re.compile(
    rf"[^{PERSON}]{{12,}}(?:[a-z)],|\.)\s(?P<who>{PERSON}+(?:(?:\s?[/&]\s?|\sand\s){PERSON}+)?)\W*"
)
# "AB agenda item for May": somebody of the paper's own, and what is left to them without a verb.
_NAMED = re.compile(
    rf"[^\w{PERSON}]{{0,3}}(?P<owner>{PERSON}+(?:(?:\s?[/&,]\s?|\sand\s){PERSON}+)*)\s"
    r"(?!(?:\w+ed|and|of|is|are|was|were|has|have|had|will|would|said|told|gave|felt|to|in|at|on|from|with|for)\b)[a-z]"
)
_WHOLE_NAME = re.compile(rf"[^\w{PERSON}]{{0,3}}(?P<who>{PERSON}+)(?=\s[a-z])")
_FIRST_NAMES = re.compile(rf"[{UPPER}][\w’'.-]*(?:\s[{UPPER}][\w’'.-]*){{0,3}}")
_ROMAN = re.compile(r"[IVX]{1,4}")


def _all_owners(words: str) -> list[str]:
    """The owners in the brackets before a task; [] where any of the words there can name nobody."""
    owners = split_owners(words)
    good = all((_FIRST_NAMES.fullmatch(o) or GROUP.search(o) or is_post(o)) and not _ROMAN.fullmatch(o) for o in owners)
    return first_names(owners) if good else []


def owners_of_row(text: str, matcher: Matcher) -> list[str]:
    """The owners of a row that is one action, however many sentences name one: "AB to ask. CD to report"."""
    owners, start, _ = owners_in(text, matcher)
    if start == 0:
        for a, b in sentences(text):
            told = commits(text[a:b], matcher)
            owners += [o for o in (who_of(told) if told else []) if o not in owners and not PRONOUN.match(o)]
    return owners


_PURPOSE = re.compile(r"(?:For|As|To|By|In|At|On|From|With|Per|See)\s")  # "... – For review"


def _looks_like_owner(words: str) -> bool:
    post = words.startswith("the ") and is_post(words.removeprefix("the "))
    return len(words.split()) <= 5 and (words[:1].isupper() or post) and not _PURPOSE.match(words)


def labelled(
    piece: Piece, earlier: Sequence[Piece], label: Match, matcher: Matcher, beside: Sequence[str] = ()
) -> list[FoundAction]:
    """ "... ACTION: Ann Box" closes the sentence before it; "ACTION: Clerk to write" is the task itself.

    Args:
        beside: who stands in the margin, for a task that names nobody.
    """
    text = piece.paragraph.text
    a, b = label.spans["rest"]
    cut = fields_of(text[a:b], matcher)
    b = a + len(cut.head) if cut.words else b
    rest = text[a:b].strip(" .*)]" if "(" not in text[a:b] and "[" not in text[a:b] else " .*")
    if rest and matcher.first("action", rest, part="nothing") is not None:
        return of_prose(piece, sentences(text[: label.start]), matcher)  # "ACTION: None"
    if not rest or _ELSEWHERE.match(rest) or _HEADS_ONLY.fullmatch(rest):
        return []
    rest = (
        rest[:-1] if rest.endswith(")") and rest.count(")") > rest.count("(") else rest
    )  # "(Action: Chair (Ann Box))"
    rest, stands = _STANDS.subn("", rest)
    old = stands > 0
    owners, due = ([], None) if _HEAD_TASK.match(rest) or WHO_TO.match(rest) else _only_owners(rest, matcher)
    head = text[: label.start]
    if not (ahead := fields_of(head, matcher)).head and (who := ahead.words.get("owner")):
        head, beside = "", split_owners(who)  # "Owner: Ann Box. Action: ring the depot."
    if not owners and rest in LETTERS_AND_WORDS:
        return []
    if not owners:
        lead = len(text[a:b]) - len(text[a:b].lstrip(" *"))
        if several := _several(piece, (a + lead, b), label, matcher):
            return [*of_prose(piece, sentences(head), matcher), *several]
        inner, start, end = owners_in(text[a + lead : b], matcher)
        inner = inner or list(beside)
        old = old or _OF_OLD.search(piece.section.title) is not None
        span = (a + lead + start, a + lead + end)
        task = action_of(piece, *span, inner, matcher, rule=label.rule.id, marked=True, carried=old)
        counted = _COUNTED.match(text, label.start, label.spans["rest"][0])
        task = replace(
            task, due=task.due or due_words(text[a:b], matcher), number=counted["number"] if counted else None
        )
        if _TICKED.match(text):
            task = replace(task, status="completed")
        if (did := _REPORTED.match(rest)) and not inner and is_person(did["owner"]):
            task = replace(task, owners=(did["owner"],), carried=True)  # an old action, and what came of it
        return [*of_prose(piece, sentences(head), matcher), with_fields(task, cut.words)]
    holder, spans = piece, sentences(head)
    if not spans:
        holder, spans = _held(piece, earlier, matcher)
    if not spans:
        alone = label.rule.id == BEHIND_ALL  # "The Clerk to action.", and nothing says what
        return [action_of(piece, 0, len(text), owners, matcher, rule=BEHIND_ALL, marked=True)] if alone else []
    chosen = chosen_sentence(holder, spans, matcher, owners)
    rest_of = [] if holder is not piece else [s for i, s in enumerate(spans) if i != chosen]
    start, end = task_span(holder, spans, chosen, matcher)
    at = told_at(holder, spans, chosen, owners, matcher)
    action = action_of(holder, start, end, owners, matcher, rule=label.rule.id, marked=True, at=at)
    action = replace(action, due=due or action.due, carried=action.carried or old)
    return [*of_prose(piece, rest_of, matcher), with_fields(action, cut.words)]


def _several(piece: Piece, rest: tuple[int, int], label: Match, matcher: Matcher) -> list[FoundAction]:
    """ "ACTION: Clerk to ring the depot; AB to buy paint" is two; so is a label behind another's sentence."""
    told = _by_heads(piece, rest, label, matcher)
    if told:
        return told
    for start, end in sentences(piece.paragraph.text[rest[0] : rest[1]]):
        sentence = piece.paragraph.text[rest[0] + start : rest[0] + end]
        again = matcher.first("action", sentence, part="label")
        at = again.spans["rest"][0] if again is not None and again.start == 0 else 0
        for a, b, match in promises(sentence[at:], matcher) if at < len(sentence) else []:
            if not (owners := [o for o in who_of(match) if not PRONOUN.match(o)]):
                return []
            place = rest[0] + start + at
            told.append(action_of(piece, place + a, place + b, owners, matcher, rule=label.rule.id, marked=True))
        if len(told) == 0:
            return []
    return told if len(told) > 1 else []


_CLAUSE = re.compile(r"[^;]+?(?=;|[.]\s+[A-Z][\w ]{1,30}(?::|\s[–—-])\s|$)")


def _by_heads(piece: Piece, rest: tuple[int, int], label: Match, matcher: Matcher) -> list[FoundAction]:
    """ "ACTIONS: Ann – ring the depot; Ben – buy paint": each clause has its owner before a dash or colon."""
    told: list[FoundAction] = []
    for clause in _CLAUSE.finditer(piece.paragraph.text, *rest):
        a = clause.end() - len(clause[0].lstrip(" .;"))
        head = HEAD_OWNER.match(piece.paragraph.text[a : clause.end()])
        owners = split_owners(head["owner"]) if head is not None else []
        if head is None or not owners or len(head["owner"].split()) > 3 * len(owners) + 2:
            return []
        task = (a + head.start("task"), clause.end())
        told.append(action_of(piece, *task, owners, matcher, rule=label.rule.id, marked=True))
    return told if len(told) > 1 else []


_TOLD_FIRST = re.compile(
    r"(?P<task>[A-Z][a-z]+\s(?P<the>(?:the|a|an|our|all)\s)?(?!(?:and|of|for|in|or)\b)[a-z]+\b[^–—(]*?)(?:\s[–—-]\s|\s\()"
)


def _only_owners(rest: str, matcher: Matcher) -> tuple[list[str], str | None]:
    """The owners and due words of a label's words where they state no task: "Clerk by 5 May"."""
    if _is_order(rest, matcher) or (
        (told := _TOLD_FIRST.match(rest)) is not None and (told["the"] or not is_post(told["task"]))
    ):
        return [], None  # "Contact Highways", "Ring the contractor (the Clerk)"
    if isinstance(matcher, Informed) and LETTERS.fullmatch(rest) and not INITIALS.search(matcher.masked(rest)):
        return split_owners(rest, known=True), None
    due = matcher.first("due", rest, part="when")
    if due is not None and (owners := owners_alone(rest[: due.start] + rest[due.end :])):
        return owners, due.get("due")
    if owners := owners_alone(rest):
        return owners, None
    owners = of_paper(split_owners(rest), matcher)
    short = bool(owners) and len(rest.split()) <= 4 + 4 * len(owners) and all(map(_may_own, owners))
    return (owners if short and commits(rest, matcher) is None and _no_verb(rest, owners) else []), None


def _is_order(text: str, matcher: Matcher) -> bool:
    """It opens with a verb that no owner's name opens with: whom it names is whom the task is about."""
    return any(order.rule.id in ORDERS for order in matcher.find("action", text, part="order"))


def _may_own(words: str) -> bool:
    """Words that can be an owner where a task could stand: "Finance committee", not "Ring Highways about the road"."""
    if is_person(words):
        return True
    some = words.split()
    if re.search(r"\b(?:to|about|with|from|on|by)\b", words) or not (some[0][:1].isupper() or is_post(words)):
        return GROUP.match(words) is not None and len(some) <= FEW
    capitals = all(word[:1].isupper() or not word[:1].isalpha() or word in ("of", "the", "for", "and") for word in some)
    return capitals or is_post(words) or GROUP.search(words) is not None


def _held(piece: Piece, earlier: Sequence[Piece], matcher: Matcher) -> tuple[Piece, Spans]:
    """What a label on a line of its own marks: the paragraph above, or the promise above a report that was noted."""
    above = [p for p in reversed(earlier[-LOOK_BACK:]) if p.section is piece.section and p.kind != "heading"]
    if not above:
        return piece, []
    first = above[0]
    decided = matcher.first("decision", first.paragraph.text, part="outcome")
    if decided is not None and decided.get("outcome") == "noted" and commits(first.paragraph.text, matcher) is None:
        for other in above[1:]:
            spans = sentences(other.paragraph.text)
            if any(commits(other.paragraph.text[a:b], matcher) is not None for a, b in spans):
                return other, spans
            if other.place.minute != first.place.minute:
                break
    return first, sentences(first.paragraph.text)


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
