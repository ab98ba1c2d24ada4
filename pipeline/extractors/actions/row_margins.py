"""Owners beside a row of minutes: which of them belongs to which of the row's sentences."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.extractors.actions.antecedents import PRONOUN, has_letters
from pipeline.extractors.actions.doers import named_only
from pipeline.extractors.actions.due import owner_and_day
from pipeline.extractors.actions.lost_margins import owners_alone
from pipeline.extractors.actions.promises import commits, promises
from pipeline.extractors.actions.row_order import in_order
from pipeline.extractors.actions.whose import who_of
from pipeline.extractors.places import Piece
from pipeline.initials import initials_fit, same_person
from pipeline.layout.paragraphs import piece_of
from pipeline.layout.sentences import sentences
from pipeline.layout.when import is_when
from pipeline.outline.cells import LEVEL, whole_words
from pipeline.paper import Line
from pipeline.rules.match import Matcher

ROW = 14  # paragraphs that a row of minutes may have
NEAR = 3  # paragraphs between an owner and the sentence that names them
WRAPS = 3  # printed lines that an owner may take in a narrow column
_TITLE = re.compile(r"^(?:[Tt]he|Cllrs?\.?|Councillors?|Mrs?\.?|Ms\.?|Miss|Dr\.?)\s")
_ASKED = re.compile(
    r"\b(?:asked|called)\s+(?:for|that)\b|\brequested\b|\b(?:needs?|ought|has|have)\s+to\s+be\b", re.IGNORECASE
)
_DASH = re.compile(r"\s*[–—-]+\s*")  # no day, in a column of them
_UNFINISHED = re.compile(r"(?:[/,&+]|\band|\bby|\bof|\bfor)$")


@dataclass(frozen=True, slots=True)
class Beside:
    """Who stands beside a row, with the lines that say so, the words that say when among them."""

    owners: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """A sentence that commits somebody: its paragraph among all, its place there, and whom it names."""

    at: int
    start: int
    words: str
    owners: tuple[str, ...]

    def is_of(self, owners: Sequence[str]) -> bool:
        """The sentence commits these owners, or one of them by a pronoun that it explains."""
        if self.owners:
            return all(any(is_same(one, other) for other in self.owners) for one in owners)
        return any(one in self.words and re.search(rf"\b{re.escape(one)}\b", self.words) for one in owners)

    def opens_with(self, owners: Sequence[str]) -> bool:
        return self.words.startswith(tuple(owners))


def with_shared_margins(whole: Sequence[Piece], matcher: Matcher) -> list[Piece]:
    """The same pieces; owners beside a row stand beside the sentences that they are to keep.

    A column whose owners all stand at the top of their rows, or a format without places, does not say more than the
    row: who the sentence itself names has it, the others follow in order.
    """
    beside: dict[int, dict[int, list[Line]]] = {}
    for at, piece in enumerate(whole):
        groups = beside_row(piece.paragraph.margin, matcher)
        if not groups:
            continue
        row = _row_of(whole, at)
        if row:
            promised = _promised(whole, row, matcher, len(groups)) or _promised(whole, _over_page(whole, at), matcher)
            given = _given(groups, promised)
            if len(given) < len(groups):
                given = _in_order(groups, whole, row, matcher) or given
        else:
            given = _named(groups, _promised(whole, [at], matcher), _promised(whole, _around(whole, at), matcher))
        if not given:
            continue
        beside.setdefault(at, {})
        for n, group in enumerate(groups):
            place, start = (given[n].at, given[n].start) if n in given else _nearby(n, given, row, at)
            beside.setdefault(place, {}).setdefault(start, []).extend(group.lines)
    return [part for at, piece in enumerate(whole) for part in _cut(piece, beside.get(at))]


def _nearby(group: int, given: dict[int, Promise], row: Sequence[int], at: int) -> tuple[int, int]:
    """Where an owner without a promise can belong: in one paragraph with the owner above, else at its start."""
    if row:
        return _between(group, given, row) or at, 0
    return at, max((promise.start for n, promise in given.items() if n < group and promise.at == at), default=0)


def _between(group: int, given: dict[int, Promise], row: Sequence[int]) -> int | None:
    """The last paragraph of the row where an owner without a promise can belong, by the order of the owners."""
    after = max((promise.at for n, promise in given.items() if n < group), default=-1)
    before = min((promise.at for n, promise in given.items() if n > group), default=max(row) + 1)
    return max((at for at in row if after < at < before), default=None)


def _cut(piece: Piece, margins: dict[int, list[Line]] | None) -> Iterator[Piece]:
    """The piece with these owners beside it, cut where a second one's sentence begins."""
    if margins is None:
        yield piece
        return
    whole = piece.paragraph
    starts = [0, *sorted(margins)[1:]]
    for n, (start, first) in enumerate(zip(starts, sorted(margins) or [0], strict=True)):
        end = starts[n + 1] if n + 1 < len(starts) else len(whole.text)
        part = whole if len(starts) == 1 else piece_of(whole, start, len(whole.text[:end].rstrip()))
        if not start:
            part = replace(part, number=whole.number, printed=whole.printed)
        yield replace(piece, paragraph=replace(part, margin=tuple(margins.get(first, ()))))


def beside_row(lines: Sequence[Line], matcher: Matcher) -> list[Beside]:
    """The lines of a margin by owner, each with its day; none where the margin says more than who and when."""
    names: list[Beside] = []
    days: list[tuple[Line, ...]] = []
    after: dict[int, tuple[Line, ...]] = {}  # the day below each owner
    kept = whole_words([line for line in lines if says(line.text, matcher) or _DASH.fullmatch(line.text)])
    at = 0
    while at < len(kept):
        for used in range(1, min(WRAPS, len(kept) - at) + 1):
            taken = tuple(kept[at : at + used])
            if any(line.whole for line in taken[:-1]):
                return []
            words = " ".join(line.text for line in taken)
            more = at + used < len(kept) and not taken[-1].whole
            if (more and _UNFINISHED.search(words)) or (more and _runs_on(words, kept[at + used].text)):
                continue
            if owners := _who(words, matcher):
                names.append(Beside(tuple(owners), taken))
                break
            if is_when(words) or _DASH.fullmatch(words):
                days.append(taken)
                after.setdefault(len(names) - 1, taken)
                break
        else:
            return []
        at += used
    if len(days) == 1 and len(names) > 1 and days[0][0] is kept[-len(days[0])]:
        return [Beside(tuple(o for name in names for o in name.owners), tuple(kept))]  # a day below them all
    if len(days) != len(names):
        return [replace(name, lines=(*name.lines, *after.get(n, ()))) for n, name in enumerate(names)]
    return [replace(name, lines=(*name.lines, *day)) for name, day in zip(names, days, strict=True)]


def says(words: str, matcher: Matcher) -> bool:
    """A line of a margin that can say who, or says when; a dash says nothing."""
    if not re.search(r"\w", words):
        return False
    return is_when(words) or matcher.first("action", words, part="margin") is None


def _runs_on(words: str, below: str) -> bool:
    """ "5" / "May": a day that a narrow column broke."""
    return is_when(f"{words} {below}") and not is_when(below)


def _who(words: str, matcher: Matcher) -> list[str]:
    """The owners of words that say who, or who and when, and nothing else."""
    if owners := owners_alone(words, known=has_letters(words, matcher)) or named_only(words, matcher):
        return owners
    if (both := owner_and_day(words)) is not None:
        return owners_alone(both[0].strip(" –—-,;/("))
    found = matcher.first("due", words, part="when")
    rest = f"{words[: found.start]} {words[found.end :]}" if found is not None else ""
    return owners_alone(rest.strip(" –—-,;/()")) if found is not None else []


def _given(groups: Sequence[Beside], promised: Sequence[Promise]) -> dict[int, Promise]:
    """Which promise each group has: those that name it first, the others in order where as many are left as that."""
    if not promised:
        return {}
    if len(groups) == 1:
        return {0: next((p for p in reversed(promised) if p.is_of(groups[0].owners)), promised[-1])}
    out: dict[int, Promise] = {}
    free = list(promised)
    for n, group in enumerate(groups):
        if (named := next((p for p in free if p.is_of(group.owners)), None)) is not None:
            out[n] = named
            free.remove(named)
        elif (shared := _shared(group, out)) is not None:
            out[n] = shared
    rest = [n for n in range(len(groups)) if n not in out]
    if len(rest) == len(free):
        out.update(zip(rest, free, strict=True))
    elif rest and len(nameless := [p for p in free if not p.owners]) == len(rest):
        out.update(zip(rest, nameless, strict=True))
    return out


_NAMED, _TASK, _BARE, _NOTE = 8, 4, 2, 1  # what speaks for a paragraph's being an owner's


def _in_order(
    groups: Sequence[Beside], whole: Sequence[Piece], row: Sequence[int], matcher: Matcher
) -> dict[int, Promise]:
    """The paragraph of each owner where they come in the same order: those that name them, or hold tasks, first."""
    places = [at for at in row if not _is_title(whole[at])]

    def weight(at: int) -> Callable[[int], int]:
        text = whole[at].paragraph.text
        told = [text[a:b] for a, b in sentences(text)]
        task = any(commits(words, matcher) is not None or _is_order(words, matcher) for words in told)
        note = any(_TELLS.search(_TO_BE.sub("", words)) is None for words in told)
        plain = _TASK * task or _BARE * is_bare(text) or _NOTE * note
        return lambda n: plain + _NAMED * any(re.search(rf"\b{re.escape(o)}\b", text) for o in groups[n].owners)

    order = in_order(len(groups), [weight(at) for at in places])
    return {n: Promise(places[place], 0, "", ()) for n, place in enumerate(order)} if len(groups) > 1 else {}


def _shared(group: Beside, given: dict[int, Promise]) -> Promise | None:
    """ "AB and CD to meet the owner" beside "AB" and "CD": one promise of both."""
    return next((p for p in given.values() if len(p.owners) > 1 and p.is_of(group.owners)), None)


def _named(groups: Sequence[Beside], here: Sequence[Promise], around: Sequence[Promise]) -> dict[int, Promise]:
    """Owners a little off the sentence that names them; nothing where their own paragraph promises enough."""
    if len(here) >= len(groups):
        return _given(groups, here) if len(groups) > 1 else {}
    out: dict[int, Promise] = {}
    free = [*here, *around]
    for n, group in enumerate(groups):
        named = next((p for p in free if p.is_of(group.owners) and (p.owners or p.opens_with(group.owners))), None)
        if named is not None:
            out[n] = named
            free.remove(named)
        elif (shared := _shared(group, out)) is not None:
            out[n] = shared
    told = len(out) > len(here) or len(out) == len(groups) or len(out) == len(here) > 1
    return out if told else {}


def _around(whole: Sequence[Piece], at: int) -> list[int]:
    """The paragraphs near one that have no owner of their own beside them: those below it, then those above."""
    below = _until(whole, at, range(at + 1, min(at + 1 + NEAR, len(whole))))
    return [*below, *_until(whole, at, range(at - 1, max(at - NEAR, -1), -1))]


def _until(whole: Sequence[Piece], at: int, places: range) -> Iterator[int]:
    for place in places:
        other = whole[place]
        if other.section is not whole[at].section or other.paragraph.margin or other.kind == "heading":
            return
        yield place


def _row_of(whole: Sequence[Piece], at: int) -> list[int]:
    """The paragraphs of the row whose last has the margin; none where the margin stands where it belongs."""
    margin, lines = whole[at].paragraph.margin, whole[at].paragraph.lines
    if not margin or not lines:
        return []
    top = margin[0].box[1] - LEVEL if margin[0].box else None
    if top is None and any(not line.whole for line in margin):
        return []  # a line of a text, whose margin stands beside it
    first = lines[0]
    if table_row := _cell_row(margin[0]):
        places = range(at, max(at - ROW, -1), -1)
        return [n for n in places if whole[n].paragraph.lines and _cell_row(whole[n].paragraph.lines[0]) == table_row][
            ::-1
        ]
    if top is not None and not (first.box and first.page == margin[0].page and first.box[1] > top + 2 * LEVEL):
        return []
    row = [at]
    for place in range(at - 1, max(at - ROW, -1), -1):
        other = whole[place]
        line = other.paragraph.lines[0] if other.paragraph.lines else None
        above = line is None or (top is not None and (line.page != margin[0].page or not line.box or line.box[1] < top))
        if other.section is not whole[at].section or other.paragraph.margin or other.kind == "heading" or above:
            break
        row.append(place)
        if top is None and other.paragraph.printed and other.kind != "bullet":
            break
    below = _until(whole, at, range(at + 1, min(at + ROW, len(whole)))) if top is not None else ()
    unnumbered = itertools.takewhile(lambda place: not whole[place].paragraph.printed, below)
    return [*row[::-1], *unnumbered]


def _cell_row(line: Line) -> str:
    """The row of a format without pages that the line's cell stands in, "t3.r2"; "" outside tables."""
    found = re.match(r"t\d+\.r\d+(?=\.c)", line.block or "")
    return found[0] if found is not None else ""


def _over_page(whole: Sequence[Piece], at: int) -> list[int]:
    """The paragraphs in which a row that a page's end cut goes on."""
    page = whole[at].paragraph.margin[0].page
    out: list[int] = []
    for place in range(at + 1, min(at + ROW, len(whole))):
        other = whole[place]
        if other.section is not whole[at].section or other.paragraph.margin or other.paragraph.number:
            break
        if page is None or not other.paragraph.lines or other.paragraph.lines[0].page != page + 1:
            break
        out.append(place)
    return out


def _promised(whole: Sequence[Piece], places: Sequence[int], matcher: Matcher, wanted: int = 0) -> list[Promise]:
    """The sentences of these paragraphs that commit somebody; where none does, orders; else what asks for a thing.

    Args:
        wanted: so many owners stand beside them; orders count with the others where that makes as many.
    """
    out: list[Promise] = []
    orders: list[Promise] = []
    asked: list[Promise] = []
    bare: list[Promise] = []
    for at in places:
        text = whole[at].paragraph.text
        for start, end in sentences(text):
            if (found := commits(text[start:end], matcher)) is not None:
                told = [match for _, _, match in promises(text[start:end], matcher)] or [
                    found
                ]  # "AB to ask, CD to pay"
                named = (owner for match in told for owner in who_of(match) if not PRONOUN.match(owner))
                owners = tuple(dict.fromkeys(named))
                out.append(Promise(at, start, text[start:end], owners))
            elif _is_order(text[start:end], matcher):
                orders.append(Promise(at, start, text[start:end], ()))
            elif start == 0 and not _is_title(whole[at]) and is_bare(text):
                bare.append(Promise(at, start, text[start:end], ()))
            elif _ASKED.search(text[start:end]):
                asked.append(Promise(at, start, text[start:end], ()))
    for several in ([*out, *orders], [*out, *orders, *bare]):
        if len(several) == wanted > max(1, len(out)):
            return sorted(several, key=lambda promise: (promise.at, promise.start))
    return out or orders or (bare if len(bare) == wanted else []) or asked


def _is_title(piece: Piece) -> bool:
    return piece.kind == "heading" or all(line.bold for line in piece.paragraph.lines)


def _is_order(sentence: str, matcher: Matcher) -> bool:
    """ "Write to the county", also behind a label: "ACTION: Write to the county"."""
    label = matcher.first("action", sentence, part="label")
    at = label.spans["rest"][0] if label is not None and label.start == 0 and "rest" in label.spans else 0
    words = sentence[at:].lstrip()
    order = matcher.first("action", words, part="order") if words else None
    return order is not None and order.start == 0


_TO_BE = re.compile(r"\b(?:to\s+)?be\s+(?:\w+ly\s+)?[a-z]+(?:\s+and\s+(?:to\s+be\s+)?[a-z]+(?:ed|t|ght)\b)?")
_TELLS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|should|may|might|did|does|do|said|felt|thought|told|gave|came|made|took"
    r"|went|spoke|saw|knew|brought|met|[a-z]{2,}ed|[A-Z]{2,}ED)\b"
)


def is_bare(text: str) -> bool:
    """A paragraph of one short sentence that tells nothing: "Split the costs by ward", "Toolkit to be sent to all"."""
    words = text.split()
    if not 4 <= len(words) <= 25 or not text[:1].isupper() or len(sentences(text)) > 1:
        return False
    return _TELLS.search(_TO_BE.sub("", text)) is None and not text.rstrip().endswith((":", "?"))


def is_same(one: str, other: str) -> bool:
    plain, told = (_TITLE.sub("", words) for words in (one, other))
    if plain.casefold() == told.casefold() or initials_fit(plain, told) or initials_fit(told, plain):
        return True
    return same_person(plain, told)
