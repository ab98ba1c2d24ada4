"""Owners whose margin was lost: "Clerk" alone on the line below a paragraph, or behind an arrow at its end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.extractors.actions.brackets import without_day
from pipeline.extractors.actions.doers import of_paper
from pipeline.extractors.actions.informed import Informed
from pipeline.extractors.actions.masks import MASKS
from pipeline.extractors.actions.promises import commits, promises
from pipeline.extractors.actions.settled import is_pending
from pipeline.extractors.actions.whose import who_of
from pipeline.extractors.names import is_person, is_post
from pipeline.extractors.owners import GROUP, split_owners
from pipeline.extractors.places import Piece
from pipeline.extractors.posts import may_act
from pipeline.initials import INITIALS
from pipeline.layout.sentences import sentences
from pipeline.paper import Line, Paragraph
from pipeline.rules.match import Match, Matcher

ENOUGH = 2  # so many owners alone make a pattern
# Words without a capital inside an owner: "the working group", "all governors", "Head of the school".
_SMALL = re.compile(
    r"(?:of|for|and|the|to|all|other|groups?|party|working|teams?|members?|governors?|councillors|trustees|clerk|"
    r"(?:vice-?)?chair\w*|vice|deputy|officers?|staff|reps|parents|directors|committee|sub-committee|board|council|"
    r"secretary|secretariat|treasurer|head|headteacher|teachers?|manager|co-?ordinators?|leads?|link|department|schools?)"
)
_EVERYBODY = re.compile(r"all(?:\s(?:members|councillors|governors|trustees))?|everyone|everybody", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\W*[(\[]")  # "(Action: AB)" closes what stands above it
_WORDS = re.compile(r"[^\W\d_]{3,}")
_ENDS = re.compile(r"[.;:!?)”\"’]\s*$")
_BEHIND = re.compile(
    r"\s*(?:(?:→|⇒|->|=>|@|(?<=[.!?;)\w]\s)[/|]\s)\s*(?P<arrow>[A-Z][^→@\[\]|]{0,40})|\[(?P<square>[A-Z][^\[\]]{1,70})\]"
    r"|(?<=[.!?]\s)\((?P<round>[A-Z]{2,4}(?:\s?[/&,]\s?[A-Z]{2,4}){0,3})\))\s*\.?$"
)
_LETTERS = re.compile(
    r"(?:[.!?]\s*|\s[–—-]\s*|\b(?P<word>[a-z]{2,})\s+)(?P<letters>[A-Z]{2,4}(?:\s?[/&,]\s?[A-Z]{2,4}){0,3})\.?$"
)
# "It is to be printed. Ann Box", "A price – Ann & Bo": names or posts of the paper's people
_NAMED = re.compile(
    r"(?:[.!?]\s+|\s[–—-]\s*|\s(?=[(\[]))[(\[]?(?P<letters>[Aa]ll(?:\smembers)?|[A-Z][\w’'-]*(?:(?:\s?[/&,]\s?|\s+(?:and\s+)?)[A-Z][\w’'-]*){0,6})[)\]]?\.?$"
)
_ASKS = re.compile(r"\b(?:should|must|needs?|required|wanted)\b")
_DOES = re.compile(
    r"\b(?:agreed|resolved|decided)\s+(?:\w+ly\s+)?(?:to|that\b[^.;]{2,120}?\b(?:be|should|would|will))\s",
    re.IGNORECASE,
)
# A word that goes on: "signed by AB", "proposed AB", "thanks to AB".
_GOES_ON = re.compile(
    r"by|from|to|of|with|for|and|or|as|at|in|on|but|the|than|that|is|was|are|were|via|per|prop|sec|\w+ed"
)

# "... and update AB", "to meet AB": whom the task is about.
_ABOUT_THEM = re.compile(
    r"(?:\b(?:and|to|then|also|or|will|would|please)|,)\s+(?:update|tell|inform|ask|e-?mail|contact|send|give|meet|see|thank|help|remind"
    r"|notify|copy|invite|call|ring|phone|advise|join|assist|support|text|consult|chase|pay|show|brief|let|visit|approach|follow)\s+$"
)


def owners_alone(text: str, *, known: bool = False) -> list[str]:
    """The owners of a text that is nothing but owners, with their posts; [] for any other.

    Args:
        known: the paper has people with these letters, also where they spell a word ("NO").
    """
    words = re.sub(r"^\W+|[\s.:*)\]–—-]+$", "", text)
    if not words or len(words) > 90 or len(words.split()) > 14:
        return []
    owners = split_owners(words, known=known)
    left = words
    for owner in owners:
        if not _known(owner):
            return []
        left = left.replace(owner, " ")
    rest = [part.strip(" .()") for part in re.split(r",|/|&|\band\b|;|\+|\bCllrs?\b\.?|\bthe\b", left)]
    return owners if all(not part or _may_stand_beside(part) for part in rest) else []


def _may_stand_beside(words: str) -> bool:
    """A post told of an owner who stands alone, or their name: "Ann Box (Newsletter Editor)", "Chair (Ann Box)"."""
    return is_post(words) or GROUP.search(words) is not None or is_person(words) or (words.istitle() and may_act(words))


def _known(owner: str) -> bool:
    plain = re.sub(r"^[Tt]he\s+|\s*\([^)]*\)", "", owner)
    if any(word[:1].islower() and not _SMALL.fullmatch(word) for word in plain.split()):
        return False
    return bool(
        INITIALS.fullmatch(plain) or is_person(plain) or is_post(plain) or GROUP.search(plain) or may_act(plain)
    )


def with_whole_margins(whole: Sequence[Piece], matcher: Matcher) -> list[Piece]:
    """The same pieces; a column that says what to do has its owner and date back, which stand lower in the same row."""
    out = list(whole)
    for at, piece in enumerate(out):
        lines = piece.paragraph.margin
        if not lines or matcher.first("action", piece.margin_words, part="order") is None or _ends_with_owner(lines):
            continue
        row = _row(lines[0])
        for below in range(at + 1, min(at + 4, len(out))):
            other = out[below]
            if other.section is not piece.section or matcher.first("action", other.margin_words, part="order"):
                break
            if other.paragraph.margin and _row(other.paragraph.margin[0]) != row:
                break
            if other.paragraph.margin:
                out[at] = replace(piece, paragraph=replace(piece.paragraph, margin=lines + other.paragraph.margin))
                out[below] = replace(other, paragraph=replace(other.paragraph, margin=()))
                break
    return out


def _row(line: Line) -> str:
    """The row of a table of a format without pages that a line's cell stands in; "" for any other line."""
    return (line.block or "").rpartition(".c")[0]


def with_labels_above(whole: Sequence[Piece], matcher: Matcher) -> list[Piece]:
    """The same pieces; "ACTION: AB" on a line of its own above what AB is to do stands beside it.

    So does one below an entry of a list of actions; elsewhere such labels are read with what stands above them.
    """
    out: list[Piece] = []
    labels = [matcher.first("action", piece.paragraph.text, part="label") for piece in whole]
    alone = [_names_only(piece, label, matcher) for piece, label in zip(whole, labels, strict=True)]
    closes = _labels_close(whole, alone, matcher)
    owner: Piece | None = None
    for piece, label, names in zip(whole, labels, alone, strict=True):
        if owner is not None:
            same = piece.section is owner.section and not piece.paragraph.number and not piece.paragraph.margin
            if same and label is None and _orders(piece, matcher):
                piece = _beside(piece, owner, matcher)
            else:
                out.append(owner)
        owner = piece if names else None
        above = out[-1] if out else None
        if owner is not None and above is not None and above.section is piece.section and closes:
            if piece.section.kind == "action-list" and not above.paragraph.margin:
                out[-1] = _beside(above, piece, matcher)
            else:
                out.append(piece)
            owner = None
        elif owner is None:
            out.append(piece)
    return [*out, owner] if owner is not None else out


def _names_only(piece: Piece, label: Match | None, matcher: Matcher) -> bool:
    """ "ACTION: AB" and nothing else; in brackets it closes what stands above it."""
    opens = label is not None and label.start == 0 and not _IN_BRACKETS.match(piece.paragraph.text)
    return opens and bool(owners_alone(_rest(piece, matcher)))


def _beside(piece: Piece, label: Piece, matcher: Matcher) -> Piece:
    """What is to be done, with whom a label names in its margin."""
    words = replace(label.paragraph.lines[0], text=_rest(label, matcher))
    return replace(piece, paragraph=replace(piece.paragraph, margin=(words,)))


def _labels_close(whole: Sequence[Piece], alone: Sequence[bool], matcher: Matcher) -> bool:
    """Labels that are `alone` stand below orders, and not above them, where sections open and end with one."""
    below = above = 0
    for at, piece in enumerate(whole):
        if not alone[at]:
            continue
        beside = (whole[n] for n in (at - 1, at + 1) if 0 <= n < len(whole))
        told = [one for one in beside if one.section is piece.section and _orders(one, matcher)]
        if len(told) == 1:
            below += told[0] is whole[at - 1]
            above += told[0] is not whole[at - 1]
    return below > above


def _orders(piece: Piece, matcher: Matcher) -> bool:
    return matcher.first("action", piece.paragraph.text, part="order") is not None


def _rest(piece: Piece, matcher: Matcher) -> str:
    """What stands behind the label of a paragraph."""
    label = matcher.first("action", piece.paragraph.text, part="label")
    return label.get("rest") if label is not None else ""


def _ends_with_owner(lines: Sequence[Line]) -> bool:
    return any(owners_alone(line.text) for line in lines[-2:])


def with_lost_margins(whole: Sequence[Piece], matcher: Matcher) -> list[Piece]:
    """The same pieces; where a paper shows the pattern, owners alone on a line become the margin of their paragraph."""
    below: dict[int, Piece] = {}
    ends: dict[int, Piece] = {}
    for at, piece in enumerate(whole):
        if piece.section.kind in ("front", "attendance", "signature") or piece.paragraph.margin:
            continue
        following = whole[at + 1] if at + 1 < len(whole) else None
        if (moved := _from_end(piece, matcher)) is not None:
            found = ends
        elif following is not None and _is_alone(piece, following, whole[at + 2 :]):
            moved, found = replace(piece, paragraph=replace(piece.paragraph, margin=following.paragraph.lines)), below
        if moved is not None and _are_people(moved, matcher):
            found[at] = moved
    shown: dict[int, Piece] = {}
    for some in (ends, below):
        own = {at: piece for at, piece in some.items() if _are_own(piece, matcher)}
        if _is_pattern(some, matcher, _commits):
            shown |= some
        elif _is_pattern(own, matcher, leaves_to_do):
            shown |= own
    gone = {at + 1 for at in below if at in shown}
    return [shown.get(at, piece) for at, piece in enumerate(whole) if at not in gone]


def _is_pattern(found: dict[int, Piece], matcher: Matcher, is_task: Callable[[Piece, Matcher], bool]) -> bool:
    tasks = sum(is_task(piece, matcher) for piece in found.values())
    return tasks >= ENOUGH and tasks * 2 >= len(found)


def _are_own(piece: Piece, matcher: Matcher) -> bool:
    """The margin holds people, posts and groups that the paper has: "Staff Training" is a title."""
    return all(_is_own(owner, matcher) for line in piece.paragraph.margin for owner in owners_alone(line.text))


def _is_own(owner: str, matcher: Matcher) -> bool:
    """The words name people of the paper, a post or a group, and nothing else."""
    own = isinstance(matcher, Informed) and set(matcher.masked(owner)) <= set(MASKS)
    return own or _EVERYBODY.fullmatch(owner) is not None


def _are_people(piece: Piece, matcher: Matcher) -> bool:
    """Are the margin's names known, or free of words that the paper has in small letters too, as "Garden Gates"?"""
    names = [owner for line in piece.paragraph.margin for owner in owners_alone(line.text) if is_person(owner)]
    return not isinstance(matcher, Informed) or all(
        matcher.is_person(name) or not any(map(matcher.is_small, _WORDS.findall(name))) for name in names
    )


def _commits(piece: Piece, matcher: Matcher) -> bool:
    text = piece.paragraph.text
    return any(commits(text[a:b], matcher) is not None for a, b in sentences(text))


def with_closing_people(whole: Sequence[Piece], matcher: Matcher) -> list[Piece]:
    """The same pieces; the paper's people are the margin of what they close and what leaves something to be done.

    In a list most of whose pieces are such, those are too that do not say so.
    """
    closed = {
        at: moved
        for at, piece in enumerate(whole)
        if piece.section.kind not in ("front", "attendance", "signature")
        and not piece.paragraph.margin
        and matcher.first("action", piece.paragraph.text, part="label") is None
        and (moved := _behind_stop(piece, matcher)) is not None
    }
    told = {at for at, moved in closed.items() if leaves_to_do(moved, matcher)}
    if len(told) < ENOUGH:
        return list(whole)
    in_list = {at for at, moved in closed.items() if moved.kind == "bullet"}
    all_of, bullets = (Counter(id(whole[at].section) for at in some) for some in (in_list, told & in_list))
    tasks = {section for section, count in bullets.items() if count >= ENOUGH and 3 * count > 2 * all_of[section]}
    listed = {at for at in in_list if id(whole[at].section) in tasks}
    return [closed[at] if at in told | listed else piece for at, piece in enumerate(whole)]


def leaves_to_do(piece: Piece, matcher: Matcher) -> bool:
    """It promises or orders, agrees to do a thing, or its last sentence says that a thing has to be done."""
    last = piece.paragraph.text[sentences(piece.paragraph.text)[-1][0] :]
    asks = is_pending(last) or _ASKS.search(last) is not None or matcher.first("action", last, part="order") is not None
    return asks or _commits(piece, matcher) or _agrees_to(piece, matcher) or _orders(piece, matcher)


def _agrees_to(piece: Piece, matcher: Matcher) -> bool:
    """Its last sentence decides to do a thing: "Agreed to buy a second bin. AB"."""
    last = piece.paragraph.text[sentences(piece.paragraph.text)[-1][0] :]
    return _DOES.search(last) is not None and matcher.first("decision", last, part="text") is not None


def _behind_stop(piece: Piece, matcher: Matcher) -> Piece | None:
    """The piece without its people that close it: "It will be printed. AB", "A price – AB/CD", "A price. Ann Box"."""
    whole = piece.paragraph
    found = _LETTERS.search(whole.text) or _NAMED.search(whole.text)
    if found is None or not isinstance(matcher, Informed) or _GOES_ON.fullmatch(found.groupdict().get("word") or ""):
        return None
    if _ABOUT_THEM.search(whole.text[: found.start("letters")]):
        return None
    text = whole.text[: found.start("letters")].rstrip(" –—-([")
    if text.count("(") > text.count(")"):
        return None  # "... (Proposed Ann Box, Sec. Cal Dunn)"
    owners = of_paper(split_owners(found["letters"]), matcher)
    if not owners or len(text.split()) <= 2 or not all(_is_own(owner, matcher) for owner in owners):
        return None
    if matcher.first("decision", whole.text[sentences(whole.text)[-1][0] :], part="mover") is not None:
        return None  # "Proposed Ann Box, 2nd CD"
    if len(owners) > 1 and len(_told_by_name(text, matcher)) > 1:
        return None  # "AB to ring the depot and CD to pay. AB CD"
    line = replace(whole.lines[-1], text=found["letters"])
    return replace(piece, paragraph=replace(whole, text=text, margin=(line,)))


def _told_by_name(text: str, matcher: Matcher) -> list[Match]:
    told = [match for a, b in sentences(text) for _, _, match in promises(text[a:b], matcher)]
    return [match for match in told if who_of(match)]


def _is_alone(piece: Piece, following: Piece, later: Sequence[Piece]) -> bool:
    """The next paragraph is nothing but owners, and not the paper's last words (a signature)."""
    return (
        following.section is piece.section
        and piece.kind != "heading"
        and not following.paragraph.number
        and not following.paragraph.margin
        and len(piece.paragraph.text.split()) > 3
        and bool(_ENDS.search(piece.paragraph.text))
        and bool(later)
        and bool(owners_alone(following.paragraph.text))
    )


def _from_end(piece: Piece, matcher: Matcher) -> Piece | None:
    """The piece without the owners that close it, which stand as its margin."""
    whole = piece.paragraph
    if len(whole.lines) > 1 and whole.starts[-1] > 0:
        head = whole.text[: whole.starts[-1]].rstrip()
        if _ENDS.search(head) and len(head.split()) > 3 and owners_alone(whole.lines[-1].text):
            line = replace(whole.lines[-1], text=whole.lines[-1].text.strip(" ()[]"))
            cut = Paragraph(head, whole.lines[:-1], whole.starts[:-1], whole.number, whole.printed, (line,), whole.kind)
            return replace(piece, paragraph=cut)
    if found := _BEHIND.search(whole.text):
        words = found["arrow"] or found["square"] or found["round"]
        if found.start() > 10 and owners_alone(words if found["arrow"] else without_day(words, matcher)):
            line = replace(whole.lines[-1], text=words)
            return replace(piece, paragraph=replace(whole, text=whole.text[: found.start()], margin=(line,)))
    return None
