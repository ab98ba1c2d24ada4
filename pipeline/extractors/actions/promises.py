"""Prose that commits somebody: who promised what in which words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from pipeline.extractors.actions.antecedents import PRONOUN, antecedent
from pipeline.extractors.actions.bygone import has_become
from pipeline.extractors.actions.clauses import PASSIVE_BY, is_anew, is_answer, is_joined, parted, shares, with_also
from pipeline.extractors.actions.doers import (
    AGREED,
    AGREED_TO_IT,
    ALONE,
    ALONG,
    FINITE,
    FOLLOWS_ON,
    NOT_ASKER,
    THAT_BE,
    answered,
    bracketed_before,
    doer,
    in_brackets,
    is_done_to,
    is_invited,
    of_group,
    opener,
    speaker,
    taker,
    takes_on,
    told_of,
    without_asker,
)
from pipeline.extractors.actions.due import due_words
from pipeline.extractors.actions.informed import HE_WOULD, OWN_WORDS
from pipeline.extractors.actions.outsiders import is_of_others, is_their_own
from pipeline.extractors.actions.subjects import is_subject
from pipeline.extractors.actions.ventured import (
    AGREES,
    TOLD,
    is_motion,
    is_only_asked,
    is_only_opinion,
    is_only_planned,
    is_only_suggested,
)
from pipeline.extractors.actions.whose import begins_at, is_framed, is_told, knows_more, owner_span, subject_at, who_of
from pipeline.extractors.owners import split_owners
from pipeline.extractors.places import Piece
from pipeline.found import FoundAction
from pipeline.layout.sentences import sentences
from pipeline.rules.match import Match, Matcher

Spans = list[tuple[int, int]]

_DONE_SPEECH = re.compile(
    r"\b(?:had|has|have)\s+(?:already\s+|now\s+|been\s+|also\s+|previously\s+)?(?:asked|agreed|offered|written|contacted|spoken)\b"
)
_INDIRECT = re.compile(
    r"\b(?:how|(?<!, )when|where|whereby|why|whether|what|(?<!asked )if|unless|until"
    r"|(?<!, )(?<!after )(?<!for )which)\s+"
    r"(?:the\s+|our\s+|they\s+|it\s+|this\s+|these\s+)?(?-i:[A-Z]\S*\s+){0,2}$"
    r"|\b(?:write|writes|writing|wrote|letters?|e-?mails?|notice)\b[^.;]{0,80}\b(?:stating|saying|explaining|advising)\s+that\s+(?:the\s+)?$"
    r"|\b(?:had|has|have)\s+(?:\w+\s+)?(?:informed|told|advised|confirmed|said|stated)\b[^.;,]{0,60}\bthat\s+$"
    r"|\bit\s+had\s+been\s+(?:said|agreed|promised|hoped|intended|decided|arranged|planned)\s+that\s+(?:(?:an?|the|this|these|all)\s+)?(?:[\w’'-]+\s+){0,5}$",
    re.IGNORECASE,
)
# "He had spoken to the firm and confirmed that ...", "a firm had been asked and that | she would": told now.
_RESUMES = re.compile(
    r".*\band\s+(?:(?:he|she|they|also|then)\s+){0,2}(?:confirmed|stated|added|said|advised|undertook|agreed)\s+that\b"
    r"|\b(?:has|have)\s+(?:\w+\s+)?written\b(?!.*\b(?:that|who|to\s+say)\b).*;\s*$"
    r"|.*\b(?:and|but)\s+that\s+$"
)
# "The firm has been asked for a price and | Kirsty will chase": hers is a clause of its own.
_OWN_CLAUSE = re.compile(
    r"\b(?:had|has|have)\s+(?:\w+\s+)?(?:asked|written|contacted|spoken)\b(?!.*\b(?:that|if|whether)\b).*(?:\b(?:and|but|so)|[;–—-])\s+(?:the\s+)?$"
)
MAX_SENTENCE = 1500
SHORT = 3  # words of a task that says nothing by itself
_POINTS_BACK = re.compile(
    r"\b(?:do|agreed\s+to|take\s+on|provide|sort|see\s+to|prepare|arrange|deal\s+with|action|submit)\s+(?:it|this|that|so)\W*$|"
    r"\bthis\s+would\s+be\s+(?:done|provided)\W*$",
    re.IGNORECASE,
)
PASSIVE = "action-passive-to-be"
# What parts the clause that a passive ends from those before it: "costs were agreed, builder to be informed".
_CLAUSE_END = re.compile(
    r"[.;:–—(]|\s(?=with\s(?:an?|further|another)\s(?:[\w’'-]+\s){1,5}$)|,\s+(?:(?:so|and|but|with)\s|(?=(?:[\w’'-]+\s){1,4}$)(?!which|who|that|as|when|where))"
)
BEHIND = "frame-owner-behind"
THINGS = "action-passive"
CAPITALS = "action-capitals"
AND_BE = "action-passive-and-be"  # "The trial will start in July | and be reviewed in August"
_WILL = re.compile(r"\b(?:will|would)\s+(?!be\b)[a-z]+\b[^.;]*$")
# "was asked whether she could, and agreed to"
TAKES_ON = (
    "action-and-offered",
    "action-who-agreed",
    "frame-that-group",
    "frame-asked-and-agreed",
    "frame-and-was-asked",
)
ASKED = ("action-who-asked", "frame-asked")
GOES_ON = "action-and-will"
HAS_DONE = "action-have-done"
WHICH_HE = "action-which-he"  # "a lock which he would fit": the lock is only told of, and he fits it
# "In response to a question from Ann Box, the Clerk said that ...": the asker is no owner.
_ASKER = re.compile(
    r"\b(?:questions?|quer(?:y|ies)|points?|concerns?|comments?|enquir(?:y|ies))\s(?:\w+\s){0,3}?(?:from|by)\s(?:the\s)?$"
)
_HIS_STAFF = re.compile(r"(?:(?:one|some\w+)\s+(?:of|from)\s+)?(?P<he>his|her)\s+[a-z]+(?:\s[a-z]+)?", re.IGNORECASE)
_FOR_LIST = re.compile(r"\bfor\s+(?:[A-Z][\w’'-]+(?:,\s*|\s+and\s+))+$")
_NEED = re.compile(r"\s+needs?\s+to\b")  # "He said that | schools need to talk": a view
_ANEW = re.compile(r"\b(?:agreed|resolved|decided)\s+that\s*$")
TO_DO = ("frame-group-to", "action-each-to", "action-clerk-to-line")
# "Ann and Bob to write": a name and a bare verb promise
BARE_TO = ("action-first-name", "action-known-to", "action-who-to", "frame-to")
_OTHERS = re.compile(
    r"(?:\b(?:(?:responded|replied|wrote|written|spoke|spoken|writing|speaking)\s+to|with|met|meets?|meeting|thanked|invited|joined|between|from)\s+(?:the\s+)?(?:(?:[A-Z][\w’'.-]*,?\s+){1,8}(?:and\s+)?)?|[‘“\"'])$"
)
# "since the port had planned to come, the firm should be asked": a reason.
_REASON = re.compile(r"\b(?:since|because|although|though|given\s+that|as)\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)
# "bodies such as the Box Trust and | Ash Trust to pay": an example.
_LIKE = re.compile(r"\b(?:such\s+as|including|e\.g\.)\s+(?:(?:the|and|or)\s+|[A-Z][\w’'-]*,?\s+)*$")
# "The Chair noted the bank | was asked to send the forms": what was asked before is reported.
_WAS_ASKED = re.compile(
    r"(?<!was )\b(?:noted|reported|recalled|explained|said|stated|advised)(?:\s+that)?\s+(?:the\s+)?$"
)
_HAD = re.compile(r"\bhad\s+(?:\w+\s+)?(?:agreed|offered|undertaken|promised|volunteered)\b")


def of_prose(piece: Piece, spans: Spans, matcher: Matcher, *, above: str = "") -> list[FoundAction]:
    """The promises of a paragraph's sentences; who asked for something that another then takes on has no task.

    Args:
        above: the paragraph before it, which may say whom "he" and "she" mean.
    """
    told: list[tuple[int, Match, FoundAction]] = []
    text, title = piece.paragraph.text, piece.sub or piece.section.title
    for at, (start, end) in enumerate(spans):
        sentence = text[start:end]
        if len(sentence) > MAX_SENTENCE:
            continue
        after = text[spans[at + 1][0] : spans[at + 1][1]] if at + 1 < len(spans) else ""
        clauses = promises(sentence, matcher)
        if clauses and any(matcher.first("action", said, part="undone") for said in (after, sentence)):
            continue
        for a, b, match in clauses:
            if is_only_suggested(match, sentence, after) or is_only_asked(match, sentence, after, matcher):
                continue
            if is_their_own(match, matcher) or is_motion(text, start + match.end, above):
                continue
            owners = who_of(match)
            if owners and PRONOUN.match(owners[0]):
                several = owners[0].casefold() in ("they", "both")
                head = without_asker(text[: start + subject_at(match)])
                beside = owners[1:]  # "He and Ann will see to it"
                owners = [] if is_done_to(match) else [*antecedent(head, owners[0], matcher, above, title), *beside]
                owners = [] if several and len(owners) < 2 else owners  # "He rang the county. They will mend it."
                theirs = several and (sentence[: subject_at(match)].strip() or is_of_others(match))
                if not owners and (match.rule.id in (*HE_WOULD, OWN_WORDS) or theirs):
                    continue  # "The firm said they would send one": of others, who are not here; "He would ring": told
            elif owners and (whose := _HIS_STAFF.fullmatch(owners[0])) is not None:
                # "His crew would": he answers for them
                owners = antecedent(text[: start + subject_at(match)], whose["he"], matcher, above, title) or owners
            elif owners and is_invited(match, owner_span(match)):
                owners = []  # "All parents will be invited": whoever invites them is not said
            elif one := of_group(owners, sentence, matcher):
                owners = one
            elif not owners:
                owners = (
                    doer(match, text[: start + match.start], matcher, above)
                    or opener(match, sentence[: match.start], matcher, text[:start], above)
                    or taker(sentence, after, matcher)
                    or in_brackets(sentence, after, matcher)
                    or bracketed_before(sentence[: match.start], matcher)
                    or ([] if match.rule.id in NOT_ASKER else speaker(sentence[: match.start], matcher, telling=True))
                    or told_of(match, sentence, text[:start], matcher, above)
                )
            first = start + a
            if a == 0 and at > 0 and (len(sentence.split()) <= SHORT or _POINTS_BACK.search(sentence[:b])):
                first = spans[at - 1][0]  # "Clerk to chase." says nothing without the sentence before it
            at_task = start + max(a, begins_at(match))
            action = action_of(piece, first, start + b, owners, matcher, rule=match.rule.id, marked=False, at=at_task)
            told.append((at, match, action))
    closing = ALONE.fullmatch(text[slice(*spans[-1])]) if spans else None
    if told and closing is not None and not told[-1][2].owners:  # "The lock is to be mended. It sticks. AB"
        at, match, action = told[-1]
        told[-1] = (at, match, replace(action, owners=tuple(split_owners(closing["owner"]))))
    return [
        action
        for at, match, action in told
        if not any(
            takes_on(match, other) if later == at + 1 else later == at and answered(match, theirs, other)
            for later, theirs, other in told
        )
    ]


# "... to enable the shelves to be fitted", "a request for the county to be included", "a sum of £50 to be raised"
_PURPOSE = re.compile(
    r"\b(?:to\s+(?:enable|allow|ensure)|in\s+order\s+for|(?:request|approval|permission|consent)\b[^;]*\bfor)\s[^.;]*$|[£$€][\d,.]+\w?\s*$",
    re.IGNORECASE,
)


def commits(sentence: str, matcher: Matcher) -> Match | None:
    """The first rule's first words that commit somebody; words around the same place that say whom come before.

    What somebody "had agreed" counts only where there are no others.
    """
    hits = _hits(sentence, matcher)
    hits = tuple(hit for hit in hits if not _HAD.search(sentence[max(0, hit.start - 4) : hit.end])) or hits
    # "Ash agreed to walk the site with the Clerk to count the plots": who stands behind "with" only comes along.
    hits = tuple(hit for hit in hits if not ALONG.search(sentence[: begins_at(hit)])) or hits
    first = next(iter(hits), None)
    if first is None:
        return None
    if first.rule.id == HAS_DONE:  # "The Director would have | the Warden ring her": the Director sees to it
        first = next(
            (hit for hit in hits if begins_at(hit) < first.start and hit.end > first.start and who_of(hit)), first
        )
    if first.rule.id == GOES_ON:  # "Jane will ask Ann and will send the list": Jane's
        first = next((hit for hit in hits if begins_at(hit) < first.start and who_of(hit)), first)
    if who_of(first):
        # "Cllrs Ash and Birch offered": a rule may see Birch alone; in "two members, Ash and Birch, will" the members.
        better = (hit for hit in hits if knows_more(hit, first))
        return next((hit for hit in better if not _ASKER.search(sentence[: begins_at(hit)])), first)
    # "will be bought by Ines": the same words, and one rule sees by whom.
    ahead = (hit.start if hit.rule.id in PASSIVE_BY else begins_at(hit) for hit in hits)
    same = (hit for hit, at in zip(hits, ahead, strict=True) if at < first.end or hit.start == first.start)
    return next((hit for hit in same if who_of(hit)), first)


@lru_cache(maxsize=4096)  # a sentence is asked about by several, its owner's column and its list among them
def _hits(sentence: str, matcher: Matcher) -> tuple[Match, ...]:
    """Every match that commits somebody: not what had been agreed before, nor how or when somebody will do it."""
    return tuple(
        match
        for match in matcher.find("action", sentence, part="text")
        if is_told(match)
        and (
            not _DONE_SPEECH.search(_RESUMES.sub("", sentence[: match.start]))
            or _ANEW.search(sentence[: match.start])
            or _OWN_CLAUSE.search(sentence[: match.start])
        )
        and (match.rule.id == WHICH_HE or not _INDIRECT.search(sentence[: subject_at(match)]))
        and not (
            _REASON.search(sentence[: subject_at(match)])
            and re.search(r"\b(?:had|has|have)\b", sentence[match.start : match.end])
        )
        and not (match.rule.id in BARE_TO and (_is_met(match) or sentence.rstrip().endswith("?")))
        and not (match.rule.id in (*BARE_TO, *TO_DO) and has_become(match))
        and not (match.rule.id == AND_BE and not _WILL.search(sentence[: match.start]))
        and not (match.rule.id == TOLD and not _is_pledged(sentence[: match.start], matcher))
        and not (match.rule.id in ASKED and _WAS_ASKED.search(sentence[: subject_at(match)]))
        and not _LIKE.search(sentence[: subject_at(match)])
        and not (_NEED.match(sentence, owner_span(match)[1]) and sentence[: subject_at(match)].endswith("that "))
        and is_subject(match, owner_span(match))
        and not _is_hedged(match, sentence, matcher)
    )


def _is_hedged(match: Match, sentence: str, matcher: Matcher) -> bool:
    """What stands before its subject makes a hope or a question of it: "It is expected that guidance will be sent"."""
    if match.rule.id.startswith(THINGS) or match.span_of("owner") is None:
        return matcher.first("action", sentence[: match.start], part="hedge-thing") is not None
    return matcher.first("action", sentence[: subject_at(match)], part="hedge") is not None


def _is_met(match: Match) -> bool:
    """ "Ann met Sandra and Paul to plan the fair", "‘Right to request’ forms": the first name is nobody who acts."""
    head = match.text[: subject_at(match)]
    return (
        _OTHERS.search(head) is not None
        and not head.endswith(("'s, ", "’s, "))  # "tiles from Ash's, Sam to collect them"
        and re.match(r"\s+to\b", match.text[owner_span(match)[1] :]) is not None
    )


_NEXT_VERB = re.compile(
    r"\b(?:and|but|so)\s+(?:(?:also|then|now)\s+)?(?:said|says|will|would|was|were|agreed|offered)\b"
)
_TO_LEARN = re.compile(r"\b(?:what|how|whether|if|to\s+see|so\s+that)\s+(?:[\w'’-]+\s+){0,4}$", re.IGNORECASE)
_IT_WAS_SAID = re.compile(
    r"\b[Ii]t\s+was\s+(?:also\s+)?(?:stated|confirmed|advised|indicated|outlined|left)\s+that\b"
    r"|\b(?:was|were)\s+(?:also\s+|then\s+)?(?:told|informed|advised|assured)\s+that\b"
)


def _is_pledged(head: str, matcher: Matcher) -> bool:
    """ "The Engineer said that the gullies | would be jetted": somebody tells it, or it was agreed."""
    return bool(speaker(head, matcher)) or AGREES.search(head) is not None or _IT_WAS_SAID.search(head) is not None


def promises(sentence: str, matcher: Matcher) -> list[tuple[int, int, Match]]:
    """The clauses of a sentence that commit somebody: "AB to check the lamps and CD to ask the insurer" has two."""
    first = commits(sentence, matcher)
    if first is None or matcher.first("action", sentence, part="not") is not None:
        return []
    asked = matcher.first("action", sentence, part="asks")
    before = asked is not None and asked.start < first.start
    if before and first.rule.id not in TAKES_ON and not is_answer(sentence, subject_at(first)):
        return []  # "Ann asked how theirs went, so Ben will ring them" is answered
    if first.rule.id == CAPITALS:
        at = first.spans["owner"][0]
        return [*promises(sentence[:at], matcher), (at, len(sentence), first)]
    for doubt in () if first.rule.id == BEHIND else matcher.find("action", sentence, part="doubt"):
        # A need or a possibility speaks against a promise that names nobody, and against one that it is part of.
        if doubt.start >= first.end and _TO_LEARN.search(sentence[first.end : doubt.start]):
            continue  # "The firm will be asked what can be done"
        if doubt.end <= first.start and first.rule.id in FOLLOWS_ON:
            continue  # "He would have to think about it but was prepared to draft a costing"
        inside = first.start <= doubt.start < first.end
        if inside and is_framed(first) and _NEXT_VERB.search(sentence[doubt.end : first.end]):
            continue  # "Ann knows a mason who might be free and will ring him"
        if inside and first.rule.id == THAT_BE and AGREES.match(sentence, first.start):
            continue  # "It was agreed that the patches needed to be reseeded"
        if not who_of(first) or inside:
            return []
    if first.rule.id in PASSIVE_BY and _PURPOSE.search(sentence[: first.start]):
        return []
    if first.rule.id == PASSIVE and not re.match(r"(?:is|are|was|were)\b", sentence[first.start :]):
        clause = _CLAUSE_END.split(sentence[: first.start])[-1]
        if FINITE.search(clause) or _PURPOSE.search(sentence[: first.start]):
            return []
    if is_only_opinion(first, sentence) or is_only_planned(first, sentence):
        return []
    hits = sorted(_hits(sentence, matcher), key=lambda m: m.start)
    cuts: list[Match] = []
    for hit in hits:
        begins = hit.start if hit.rule.id == BEHIND else begins_at(hit)
        if cuts and (
            ALONG.search(sentence[:begins])
            or begins < cuts[-1].end
            or not is_joined(sentence, hit, cuts[-1])
            or (PRONOUN.match(who_of(hit)[0]) if who_of(hit) else not is_anew(sentence, hit, cuts[-1]))
        ):
            continue
        if cuts and (_FOR_LIST.search(sentence[:begins]) or shares(sentence, begins)):
            continue  # "a day will be set for Ann, Ben and Cat to meet": one promise
        cuts.append(hit)
    if len(cuts) < 2:
        first = cuts[0] if cuts and shares(sentence, begins_at(first)) else first
        return with_also(sentence, [(0, len(sentence), first)])
    told = parted(sentence, cuts)
    start, end, last = told[-1]
    if last.rule.id == AGREED_TO_IT and len(sentence[start:end].split()) <= SHORT and not who_of(cuts[-2]):
        told[-2:] = [(told[-2][0], end, last)]  # "Somebody has to engrave the cups, Pat volunteered."
    agreed = cuts[0].rule.id in AGREED and not who_of(cuts[0])
    if agreed and len(told) > 1 and sentence[: told[1][0]].rstrip().endswith(","):
        told = told[1:]  # "Resolved to apply for a grant, Ann to fill in the form": hers
    return with_also(sentence, told)


LEANS = 6  # words of a sentence whose task the one before it tells


def action_of(
    piece: Piece,
    start: int,
    end: int,
    owners: Sequence[str],
    matcher: Matcher,
    *,
    rule: str,
    marked: bool,
    carried: bool = False,
    at: int | None = None,
) -> FoundAction:
    """The action that stands from `start` to `end` in a paragraph; `at`: its words that commit somebody."""
    text = piece.paragraph.text[start:end]
    if at is None:
        told = commits(text, matcher)
        at = start + begins_at(told) if told is not None else start
    # "The lamp is out. Clerk to chase.": the task needs both sentences, and the last one commits
    said = next((start + a for a, _ in reversed(sentences(text)) if a <= at - start), start)
    due = due_words(text, matcher, at=at - start)
    if due is None:
        lead, rest = next(((text[a:b], text[b:]) for a, b in reversed(sentences(text)) if b <= at - start), ("", ""))
        if lead and len(rest.split()) <= LEANS and commits(lead, matcher) is not None:
            due = due_words(lead, matcher)  # "It was agreed to hold a clean-up on 26 May. AB to organise."
    return FoundAction(
        task=text.strip(),
        place=piece.place,
        evidence=piece.paragraph.evidence(said, end, rule=rule),
        owners=tuple(owners),
        due=due,
        marked=marked,
        carried=carried,
    )
