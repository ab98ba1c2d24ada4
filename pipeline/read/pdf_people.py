"""People in columns below "Present": a row with several of them becomes a row for each, however few rows there are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.layout.numbers import mark_of
from pipeline.read.pdf_heads import heads_people
from pipeline.read.pdf_lines import Row, chunks_of, in_one_row, row_of

FEWEST = 3  # rows of two people beside a label
ALIGNED = 3.0  # points that people below each other may be apart
MOST_WORDS = 9  # of a person with what stands behind the name
LINE = 1.6  # font sizes from a person's first line to the next
_REST = 4  # words that a person's first line had no room for
FAR = 2.6  # times the font size: a larger step down ends the list
_CAPITAL = r"(?:[A-ZÀ-Þ][\w’'-]*|[A-Z]\.|de|van|von|der|Mc\w+)"
_PERSON = re.compile(rf"(?:{_CAPITAL}\.?\s){{1,3}}{_CAPITAL}(?=$|,|\s\(|\s[–-]\s)")
_OPENS = re.compile(rf"(?:{_CAPITAL}\.?\s){{1,4}}{_CAPITAL}(?=$|,|\s[(\[]|\s[–-]\s)")
_INITIALED = re.compile(r"(?:[A-Z]\.\s?)+[A-Z][a-z]|(?:Cllr|Councillor|Cr|Mrs?|Ms|Miss|Dr)\b")
_WHOLE = re.compile(
    rf"(?:{_CAPITAL}\.?\s){{1,3}}{_CAPITAL}(?:\s\([^()]+\))*"
)  # a name, and at most a bracket behind it
_LEGEND = re.compile(r"(?:(?:^|[\s,;(])[A-Z]\s?[=–:-]\s?[^=]{2,40}){2}")  # "P = here  A = sent apologies"
# "Mrs M Coombe – Vice", "Rosemary Flint (until", "Ann Box, Head of": more of it stands in the next line.
_OPEN = re.compile(r"(?:[–,&-]|\b(?:[Vv]ice|[Dd]eputy|[Aa]ssistant|[Aa]cting|and|of|for|to|the)|\([^()]*)$")
_BEHIND = re.compile(r",|\s\(|\s[–-]\s")
_POST = re.compile(
    r"\b(?:chair\w*|director|officer|manager|clerk|secretary|treasurer|president|members?|councillor|trustee|governor"
    r"|head|lead|engineer|supervisor|coordinator|council|trust|team|school|group|committee|services?)\b",
    re.IGNORECASE,
)


def people_apart(rows: Sequence[Row]) -> list[Row]:
    """Rows of a page's body; those below a head of people that hold several people are cut between them."""
    out: list[Row] = []
    listed = False
    cut: Sequence[Row] = ()
    beside = _beside_label(rows)
    for at, (above, row) in enumerate(zip([None, *rows], rows, strict=False)):
        if at in beside:
            out += chunks_of(row)
            continue
        near = above is not None and row.base - above.base <= FAR * row.size
        if row.words[0].upright and len(chunks_of(row)) == 1 and (heads_people(row) or _LEGEND.search(row.text)):
            listed = True
            out.append(row)
            continue
        chunks = chunks_of(row) if listed and near and row.words[0].upright else []
        if (place := _wrapped(chunks, cut)) is not None:
            out[place - len(cut)] = row_of(in_one_row([*cut[place].words, *row.words]))
            cut = [out[place - len(cut)] if n == place else part for n, part in enumerate(cut)]
            continue
        listed = len(chunks) > 1 and (_all_people(chunks) or _as_above(chunks, cut))
        cut = chunks if listed else []
        out += chunks if listed else [row]
    return out


def _wrapped(chunks: Sequence[Row], cut: Sequence[Row]) -> int | None:
    """Which of the people in the row above a row goes on with, "Mrs M Coombe – Vice" / "Chairman"; None: no one."""
    if not cut or len(chunks) != 1 or len(chunks[0].words) > _REST:
        return None
    if chunks[0].base - cut[0].base > LINE * chunks[0].size:
        return None
    at = next((n for n, part in enumerate(cut) if abs(part.left - chunks[0].left) < ALIGNED), None)
    text = chunks[0].text
    if at is None or chunks[0].words[0].bold or ":" in text or mark_of(text) is not None:
        return None
    open_ended = _OPEN.search(cut[at].text) is not None and cut[at].text.count("(") >= cut[at].text.count(")")
    return at if open_ended or text[:1].islower() else None


_LISTS = re.compile(
    r"\W*(?:(?:also|those|members|councillors|officers|trustees|governors)\s+)?(?:present|in\s+attendance|attendance|attendees|apologies|members"
    r"|councillors|officers|committee|sederunt)\b",
    re.IGNORECASE,
)
_HEAD = 4  # words of what heads a column of people, or the one beside it


def with_gaps(rows: Sequence[Row]) -> list[Row]:
    """Rows of a page's body; below a head of people those with a column beside the names have a tab there."""
    start = next((at for at, row in enumerate(rows) if _LISTS.match(row.text)), len(rows))
    cut = [chunks_of(row) if at >= start and row.words[0].upright else [] for at, row in enumerate(rows)]
    edges = [(pair[0].left, pair[1].left) for pair in cut if len(pair) == 2 and _is_beside(pair)]
    return [_gapped(row, pair, edges) for row, pair in zip(rows, cut, strict=True)]


def _is_beside(pair: Sequence[Row]) -> bool:
    person, other = pair
    return (
        len(person.words) <= MOST_WORDS
        and _OPENS.match(person.text) is not None
        and not _is_post(person.text)
        and len(other.words) <= MOST_WORDS
        and _INITIALED.match(other.text) is None
        and other.text[:1].isupper()
    )


def _gapped(row: Row, pair: Sequence[Row], edges: Sequence[tuple[float, float]]) -> Row:
    """The row with a tab before its second part, where that stands where others below or above have theirs."""
    if len(pair) != 2:
        return row
    left, right = pair[0].left, pair[1].left
    alike = sum(abs(left - one) < ALIGNED and abs(right - other) < ALIGNED for one, other in edges)
    head = max(len(part.words) for part in pair) <= _HEAD and row.text[:1].isupper()
    if alike < (2 if _is_beside(pair) or head else len(edges) + 1):
        return row
    first, *others = pair[1].words
    return row_of((*pair[0].words, first._replace(text=f"\t{first.text}"), *others))


def _beside_label(rows: Sequence[Row]) -> frozenset[int]:
    """Rows of two people side by side below and beside "Present:", the second ones right below each other."""
    found: set[int] = set()
    for start, row in enumerate(rows):
        chunks = chunks_of(row) if row.words[0].upright else []
        if len(chunks) != 3 or not heads_people(chunks[0]):
            continue
        run, edge = [start], chunks[2].left
        for at in range(start + 1, len(rows)):
            below = chunks_of(rows[at])
            if (
                len(below) != 2
                or rows[at].base - rows[at - 1].base > FAR * row.size
                or abs(below[1].left - edge) > ALIGNED
            ):
                break
            run.append(at)
        people = [chunk.text for at in run for chunk in chunks_of(rows[at])[-2:]]
        if len(run) >= FEWEST and all(map(_WHOLE.fullmatch, people)) and not any(map(_is_post, people)):
            found.update(run)
    return frozenset(found)


def are_people(rows: Sequence[Sequence[Row]]) -> bool:
    """Most parts of rows open with somebody's name, and hardly one has a figure."""
    texts = [chunk.text for chunks in rows for chunk in chunks]
    named = sum(_PERSON.match(text) is not None for text in texts)
    return 2 * named > len(texts) > 4 * sum(re.search(r"\d", text) is not None for text in texts)


def _is_post(text: str) -> bool:
    return _POST.search(re.sub(r"\([^()]*\)", "", text)) is not None


def _opens_with_title(person: Row) -> bool:
    return _INITIALED.match(person.text) is not None and len(person.words) > 1


def _as_above(chunks: Sequence[Row], cut: Sequence[Row]) -> bool:
    """Names and nothing else, each where somebody stands in the row above that was cut."""
    return (
        len(chunks) == len(cut)
        and all(abs(one.left - other.left) < ALIGNED for one, other in zip(chunks, cut, strict=True))
        and all(_WHOLE.fullmatch(chunk.text) and not _is_post(chunk.text) for chunk in chunks)
    )


def _all_people(chunks: Sequence[Row]) -> bool:
    """Every part opens with a name; with nothing behind the names, three of them and none a post."""
    texts = [chunk.text for chunk in chunks]
    if not all(len(chunk.words) <= MOST_WORDS and _PERSON.match(chunk.text) for chunk in chunks):
        return False
    if all(map(_opens_with_title, chunks)):
        return True
    named = sum(_BEHIND.search(text) is not None for text in texts)
    return 2 * named > len(texts) or (len(texts) > 2 and not any(map(_POST.search, texts)))
