"""Resolutions that stand over several paragraphs: a stem and its parts, who moved and seconded, what the vote was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extractors.places import Piece
from pipeline.paper import Paragraph, Table
from pipeline.rules.match import Match, Matcher

Votes = tuple[int | None, int | None, int | None]

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_MARK = re.compile(r"(?<!\S)[(\[]?(?P<mark>\d{1,2}|[a-z]|[ivx]{2,4})[.)\]]\s+(?=[“\"‘'A-Za-z])")
_STARTS = re.compile(r"[“\"‘'\[(]{0,2}(?:(?:That|THAT|To|TO)\b|that\s|to\s)")
_THAT = re.compile(r"\W{0,2}(?:(?:AND|And|FURTHER|Further)\s){0,2}(?:That|THAT),?\s")
_AND_THAT = re.compile(r"\W{0,3}(?:AND|And|FURTHER)\s(?:(?:FURTHER|Further|further)\s)?(?:THAT|That),?\s")
_DEBATED = re.compile(
    r"\b(?:Councillors?|Cllrs?|Members?|Mayor|Chair\w*|Cathaoirleach|Mrs?|Ms|proposed|seconded|RESOLVED|vote[ds]?)\b"
)
_ROWS = 50  # paragraphs of a table that may stand between two clauses of a resolution
_COUNTED_THAT = re.compile(r"that\s")  # behind a part's number: "ii) that the lamps be lit"
_OWN = re.compile(
    r"^\W*(?:that|to)\b|^\W*[“\"]|\b(?:be|is|are|agreed|approved|noted|accepted|supported)\b"
    r"|\b(?:granted|denied|continued|deferred|refused|rejected|withdrawn|adopted|tabled)\W*$",
    re.IGNORECASE,
)
# Marks that number nothing but the parts of a resolution: "B: Notes the report", "[2] it be noted", "2 it be noted".
_TYPED = re.compile(
    r"[a-h]\s{1,6}(?=[A-Z][a-z]+ed\s)|[A-H](?::\s+(?=[A-Z])|\s{1,6}(?=(?:Note|Approve|Agree|Endorse|Adopt|Recommend|Delegate|Authorise|Support|Confirm|Appoint)s?\s))|\[(?:\d{1,2}|[a-z])\]\s+(?=[A-Za-z])"
    r"|\d{1,2}\s{1,4}(?=(?!(?:votes?|members?|councillors?|abst\w+|for|against|years?|months?|weeks?|days?|hours?|in\s+favou?r)\b)"
    r"(?:[a-z]+|[A-Z][a-z]+)\s(?!\d{4}))"
)
_PROPOSAL = re.compile(
    r"\b(?:recommend\w*|options?|motions?|amend\w*|propos\w+|reasons?|conditions?|moved|seconded)\b", re.IGNORECASE
)
_OF_PROPOSALS = re.compile(
    r"(?:the\s+)?(?:officers?[’'`]?s?\s+|original\s+)?(?:recommendations?|motions?|amendments?|options?|proposals?|reasons?"
    r"|conditions?)(?:\s+(?:for|of|considered|in)\b.*)?\W*",
    re.IGNORECASE,
)
_BELOW = 60  # paragraphs that a resolution's parts may fill
_VIEWS = re.compile(
    r"^(?!.*\b(?:agreed|resolved|decided|approved|adopted)\b).*\b(?:representations?|comments?|views?|concerns?|points?|"
    r"questions?|suggestions?|ideas?|requests?|issues?|feedback|submissions?|complaints?|observations?)\b[^.;:]{0,80}[:–-]\W*$",
    re.IGNORECASE | re.DOTALL,
)
_GROUNDS = re.compile(
    r"\b(?:reasons?|grounds|conditions?|informatives?|amendments?)\b[^.;:]{0,40}[:–-]\W*$", re.IGNORECASE
)
_DID = re.compile(r"\W*(?:(?:also|\w+ly)\s+)?(?:[a-z]+ed|took\s+(?:assurance|note)|gave|chose|held)\b", re.IGNORECASE)
_TASKS = re.compile(r"\W*actions?\b[^.:–—]{0,20}\s?[:–—]", re.IGNORECASE)  # "Action – It was agreed:" opens tasks
_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_COUNT = rf"\d+|{'|'.join(_COUNTS)}"
_FOR = (
    rf"(?:(?P<for>\b(?:{_COUNT}))\s+(?:votes?\s+|members?\s+)?(?:voted\s+)?(?:for|in\s+favou?r|yes|ayes?)\b|"
    r"\b(?:for(?:\s[\w’']+){0,4}|ayes?|yeas?|yes\s?(?=:)|in\s+favou?r)\b\W{0,3}(?P<for2>\d+))"
)
_AGAINST = (
    rf"(?:(?P<against>\b(?:{_COUNT}))\s+(?:votes?\s+)?(?:voted\s+)?(?:against|opposed|no|nays?)\b"
    r"|\b(?:against|nays?|noes|opposed|no\s?(?=:))\b\W{0,3}(?P<against2>\d+))"
)
_ABSTAIN = r"(?:.{0,40}?(?:(?P<abstain>\d+|no|one|two|three|four)\s+abst\w+|\babst\w+\W{1,3}(?P<abstain2>\d+)))?"
_VOTES = re.compile(rf"{_FOR}.{{0,40}}?{_AGAINST}{_ABSTAIN}", re.IGNORECASE)
_SCORE = re.compile(
    r"\b(?:by|carried|lost|passed|defeated|vote|approved)\W{0,3}(?:unanimously\s)?"
    r"(?P<for>\d{1,3})(?:\s+votes?)?\s*(?:to|[-–])\s*(?P<against>\d{1,3})(?:[-–](?P<abstain>\d{1,3}))?(?![\d/])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a resolution: its words in a piece."""

    piece: Piece
    start: int
    end: int


def votes_in(text: str) -> Votes | None:
    """(for, against, abstain) as a text states them: "9 in favour, 2 against", "CARRIED (8-1)"."""
    found = _VOTES.search(text) or _SCORE.search(text)
    if found is None:
        return None
    given = found.groupdict()

    def number(name: str) -> int | None:
        word = given.get(name) or given.get(name + "2")
        if word is None:
            return None
        return int(word) if word.isdigit() else _COUNTS.index(word.casefold())

    return number("for"), number("against"), number("abstain")


def outvoted(votes: Votes | None) -> bool:
    """Were there more votes against than for?"""
    return votes is not None and (votes[1] or 0) > (votes[0] or 0)


def stem_of(piece: Piece, matcher: Matcher) -> Match | None:
    """The words at a paragraph's end that open a resolution: "RESOLVED:", "The Committee resolved:-", "Decision"."""
    text = piece.paragraph.text
    tail = text[-240:]
    opening = [
        stem
        for stem in matcher.find("decision", tail, section=piece.section.kind, part="stem")
        if stem.end >= len(tail.rstrip())
    ]
    found = next((stem for stem in opening if stem.get("list") == "people"), opening[0] if opening else None)
    if found is None or _above_table(piece) or _TASKS.match(text):  # "RESOLVED to make the following payments:"
        return None
    shift = len(text) - len(tail)
    spans = {name: (a + shift, b + shift) for name, (a, b) in found.spans.items()}
    return Match(found.rule, text, found.start + shift, found.end + shift, spans)


def _above_table(piece: Piece) -> bool:
    """The paragraph's parts are the rows of the table right below it."""
    body = piece.section.body
    at = next((n for n, part in enumerate(body) if part is piece.paragraph), len(body))
    return at + 1 < len(body) and isinstance(body[at + 1], Table)


def inline_parts(piece: Piece, opener: Match) -> tuple[list[Part], int]:
    """Parts that stand in one paragraph, "RESOLVED - (1) That A; (2) That B", and the last one's number."""
    spans = counted_from(piece.paragraph.text, max(opener.start, opener.end - 8), opener.end)
    return [Part(piece, *span) for span in spans], len(spans)


def counted_from(text: str, start: int, latest: int | None = None) -> list[tuple[int, int]]:
    """The parts that a text counts, "(1) That A; (2) That B", from the first mark at or behind `start`.

    Args:
        latest: where the first mark begins at the latest.
    """
    marks = list(_MARK.finditer(text, start))
    first = next((mark for mark in marks if any(n == 1 for _, n in ordinals(mark["mark"]))), None)
    if first is None or (latest is not None and first.start() > latest):
        return []
    styles = {style for style, n in ordinals(first["mark"]) if n == 1}
    chain = [first]
    for mark in marks:
        if mark.start() > chain[-1].end() and any(
            (style, len(chain) + 1) in ordinals(mark["mark"]) for style in styles
        ):
            chain.append(mark)
    ends = [*(mark.start() for mark in chain[1:]), len(text)]
    return [trimmed(text, mark.end(), end) for mark, end in zip(chain, ends, strict=True)]


def parts_below(after: Sequence[Piece], opener: Piece, *, label: bool, done: int = 0) -> tuple[list[Part], int]:
    """The parts of a resolution in the paragraphs below its stem, and how many paragraphs they take.

    Args:
        after: the paragraphs below.
        opener: the stem's paragraph.
        label: the stem is a bare label, so that what follows it is the resolution whatever its form.
        done: the number of the last part that stood in the stem's own paragraph.
    """
    if not after:
        return [], 0
    lead = next((n for n, piece in enumerate(after[:4]) if _next_to(piece, 0)), 0) if not done else 0
    if any(not _interposed(piece, opener) for piece in after[:lead]):
        lead = 0
    numbered = done > 0 or bool(_next_to(after[lead], 0)) or after[0].kind == "bullet"
    if not numbered:
        return _plain(after, opener, label=label)
    parts: list[Part] = []
    used = lead
    bullets = done == 0 and after[0].kind == "bullet" and not _next_to(after[0], 0)
    for at, piece in enumerate(after[lead:], lead):
        wanted = piece.kind == "bullet" if bullets else _next_to(piece, done) or _skips(piece, done)
        if wanted and (_inside(piece, opener) or _STARTS.match(piece.paragraph.text)):
            found = [Part(piece, *span) for span in typed_spans(piece)]
            parts += found
            done += len(found)
            used = at + 1
        elif bullets or not _inside(piece, opener) or piece.kind == "heading" or at - used >= 3:
            break
    return parts, used if parts else 0


def _interposed(piece: Piece, opener: Piece) -> bool:
    """Words between a stem and its first numbered part: "The Council agrees the following:", a sub-heading."""
    text = piece.paragraph.text
    return _inside(piece, opener) and (text.endswith(":") or (len(text.split()) <= 10 and not text.endswith(".")))


def _plain(after: Sequence[Piece], opener: Piece, *, label: bool) -> tuple[list[Part], int]:
    parts: list[Part] = []
    at = 0
    while at < len(after):
        piece = after[at]
        text = piece.paragraph.text
        if not _inside(piece, opener) or piece.kind == "heading":
            break
        starts = _STARTS.match(text) or (text[:1] in '“"' and at == 0) or (bool(parts) and _AND_THAT.match(text))
        # "The Council resolved:" and below it "in terms of the Act, to exclude the public": one sentence
        starts = starts or (at == 0 and text[:1].islower() and opener.paragraph.text.rstrip(" -–").endswith(":"))
        if not (starts or (label and at == 0 and _OWN.search(text) and not piece.paragraph.number)):
            rows = _rows_between(after[at:], opener) if parts else 0
            if not rows:
                break
            at += rows
            continue
        parts.append(_whole(piece))
        at += 1
        if _GROUNDS.search(text):
            return parts, at + parts_below(after[at:], opener, label=False)[1]
    return parts, at


def _rows_between(after: Sequence[Piece], opener: Piece) -> int:
    """How many paragraphs, rows of a table and no debate, part a resolution from its next clause, "AND THAT ..."."""
    for n, piece in enumerate(after[:_ROWS]):
        if not _inside(piece, opener) or piece.kind == "heading":
            return 0
        if _AND_THAT.match(piece.paragraph.text):
            return n
        if _DEBATED.search(piece.paragraph.text):
            return 0
    return 0


def opens_that(paragraph: Paragraph) -> bool:
    """ "That the lamps be lit", "ii) that the lamps be lit": words that a resolution goes on with."""
    return bool(_THAT.match(paragraph.text) or (paragraph.printed and _COUNTED_THAT.match(paragraph.text)))


_SEVERAL = re.compile(
    r"\W*(?:(?:key\s+|main\s+)?(?:decisions|resolutions)\b[^a-z]*|(?:it\s+was\s+)?(?:unanimously\s+)?(?:resolved\W*|agreed\s*[:–-]\W*))",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"\W*(?:none|nothing|nil|n/?a|no\s+(?:decisions?|resolutions?|items?))\W*", re.IGNORECASE)


def speaks(stem: Match, parts: Sequence[Part], used: int, after: Sequence[Piece] = ()) -> bool:
    """Are they a resolution's words, or listed below "Decisions" and "Resolved", and not the title of another item?"""
    part = parts[0]
    if len(parts) == 1 and _SEVERAL.fullmatch(stem.text) and _goes_on(part.piece, after[used : used + 1]):
        return False
    if used == len(parts) and _SEVERAL.fullmatch(stem.text) and things(parts):
        return True
    words = part.piece.paragraph.text[part.start : part.end]
    return _OWN.search(words) is not None or (len(words.split()) > 4 and words.endswith((".", ";", "; and")))


def nothing(parts: Sequence[Part]) -> bool:
    """ "(none)" below "Resolved": nothing was."""
    return bool(parts) and all(_NOTHING.fullmatch(p.piece.paragraph.text[p.start : p.end]) for p in parts)


def _goes_on(title: Piece, after: Sequence[Piece]) -> bool:
    """ "2. Applications" and a paragraph of its own below it: the title of the first of several matters."""
    below = [piece for piece in after if piece.section is title.section and piece.kind != "heading"]
    return bool(title.paragraph.printed and below and not below[0].paragraph.printed)


def things(parts: Sequence[Part]) -> bool:
    """Are they a list of things, and not of people?"""
    texts = [part.piece.paragraph.text for part in parts]
    return all(part.piece.kind == "bullet" or part.piece.paragraph.printed for part in parts) and any(
        re.search(r"\d|[a-z]{3,}\s[a-z]{3,}", text) for text in texts
    )


_POST = re.compile(
    r"(?:vice[\s-]|deputy\s)?(?:chair\w*|president|treasurer|secretary|clerk|members?)\W*", re.IGNORECASE
)


def without_lists(parts: Sequence[Part]) -> list[Part]:
    """Without the posts that one part lists: "Adopt the roles:" above "Chair" and "Secretary"."""
    out: list[Part] = []
    listed = False
    for part in parts:
        words = part.piece.paragraph.text[part.start : part.end]
        if listed and _POST.fullmatch(words):
            continue
        listed = words.endswith(":")
        out.append(part)
    return out


def verbs(parts: Sequence[Part]) -> bool:
    """Does each say what a body did: "noted the update", "agreed to meet in May"?"""
    return bool(parts) and all(_DID.match(part.piece.paragraph.text, part.start) for part in parts)


def _inside(piece: Piece, opener: Piece) -> bool:
    """Does it belong to the opener's item? A section without a title may be the same item, cut in two."""
    return piece.section is opener.section or not (piece.section.title or piece.section.number)


def _whole(piece: Piece) -> Part:
    text = piece.paragraph.text
    start = len(found[0]) if not piece.paragraph.printed and (found := _TYPED.match(text)) else 0
    return Part(piece, *trimmed(text, start, len(text)))


def typed_spans(piece: Piece) -> list[tuple[int, int]]:
    """A paragraph's words behind its typed mark; two spans of "[1] the report be noted; and [2] it be sent on"."""
    whole, text = _whole(piece), piece.paragraph.text
    cuts = [mark for mark in _MARK.finditer(text, whole.start) if mark[0][0] == "[" == text[0]]
    ends = [*(cut.start() for cut in cuts), whole.end]
    return [trimmed(text, a, b) for a, b in zip([whole.start, *(cut.end() for cut in cuts)], ends, strict=True)]


def unopened(whole: Sequence[Piece], at: int, matcher: Matcher) -> tuple[Match, list[Part], int] | None:
    """A resolution whose opening a web page has lost: "(a) the list be approved;", "That the minutes be signed."

    Args:
        at: the paragraph that may open it; below a motion, a list of recommendations or of views nothing is resolved.
    """
    after = whole[at : at + _BELOW]
    first = after[0]
    bare = matcher.first("decision", first.paragraph.text[:400], part="bare") if first.kind != "heading" else None
    if bare is None:
        return None
    top = at  # of the bullets, or the numbered parts, that it stands among
    while top > 0 and _beside(whole[top - 1], first):
        top -= 1
    if top > 0 and _proposes(whole[top - 1], first):
        return None
    if _is_a_view(whole, at):
        return None
    parts, used = parts_below(after, first, label=False)
    theirs = [part for part in parts if matcher.first("decision", part.piece.paragraph.text[:400], part="bare")]
    if not parts or (not (bare.get("that") or bare.get("that2")) and len(parts) < 2) or len(theirs) * 2 <= len(parts):
        return None
    return bare, parts, used


def _beside(above: Piece, piece: Piece) -> bool:
    listed = piece.kind == "bullet" == above.kind or bool(piece.paragraph.printed and above.paragraph.printed)
    return listed and above.section is piece.section and above.kind != "heading"


def _proposes(before: Piece, first: Piece) -> bool:
    text = before.paragraph.text
    if before.section is not first.section and before.kind != "heading":
        return False
    opens = text.rstrip().endswith((":", "–", "-", "—")) or _OF_PROPOSALS.fullmatch(first.sub)
    return bool(opens) or _PROPOSAL.search(text[-300:]) is not None


def _is_a_view(whole: Sequence[Piece], at: int) -> bool:
    """A bullet of what people said or asked for: "Residents made the following comments:", two bullets above."""
    back = at
    while back > 0 and at - back < _BELOW and whole[back].section is whole[at].section:
        if whole[back].kind != "bullet" and _VIEWS.search(whole[back].paragraph.text):
            return whole[at].kind == "bullet"
        back -= 1
    return False


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _next_to(piece: Piece, last: int) -> bool:
    printed = piece.paragraph.printed or _typed(piece)
    return bool(printed) and any(n == last + 1 for _, n in ordinals(printed))


def _typed(piece: Piece) -> str:
    """The mark of a part that is no number anywhere else: "B:   Notes the report."."""
    found = _TYPED.match(piece.paragraph.text)
    return found[0].strip() if found else ""


def _skips(piece: Piece, last: int) -> bool:
    """Part 5 below part 3, whose words say that they are one: part 4 was moved by somebody else."""
    counted = {n - last for _, n in ordinals(piece.paragraph.printed or "")}
    return last > 0 and bool(counted & {2, 3}) and _STARTS.match(piece.paragraph.text) is not None


def ordinals(printed: str) -> set[tuple[str, int]]:
    """What a part's mark can count: "(i)" is the ninth letter or the first small Roman number."""
    word = printed.strip(" .()[]:").casefold()
    found = set()
    if word.isdecimal() and len(word) < 3:
        found.add(("1", int(word)))
    if len(word) == 1 and "a" <= word <= "z":
        found.add(("a", ord(word) - 96))
    if word in _ROMAN:
        found.add(("i", _ROMAN.index(word) + 1))
    return found
