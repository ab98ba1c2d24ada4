"""A search from the words typed to the results: candidates, their order, their sentences with the words marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pipeline.layout.sentences import sentences
from pipeline.problem import SettingError
from pipeline.search import query
from pipeline.search.filters import Filters, query_of
from pipeline.search.query import Node
from pipeline.search.rank import MOST, Term, order, terms_of
from pipeline.search.store import Entry, Head, Store
from pipeline.search.suggest import suggestion
from pipeline.search.words import WORD, plain, stem, stems_of, words_of

_STARTS = 400
"""Words of the index that a beginning with a star stands for, at most: those of most entries."""
_LONGEST = 400  # letters of a sentence that are shown


@dataclass(frozen=True, slots=True)
class Hit:
    """One result.

    Attributes:
        record: the id to open; entry: the id of the decision or action, "" for others.
        sentence: the part of the text that the words are in; marks: where, as offsets in it.
        title_marks: where they are in the title.
        row: all fields of the row (see `rows.Row`) that say something.
    """

    record: str
    kind: str
    body: str
    date: str
    score: float
    title: str
    sentence: str
    marks: tuple[tuple[int, int], ...]
    title_marks: tuple[tuple[int, int], ...] = ()
    row: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Results:
    """What a search found.

    Attributes:
        found: entries found; where `more`, at least as many: so many, the newest, were ranked.
        suggestion: the query with a word of the index in place of one that no record has; "" for none.
        searched: entries that the index holds.
        faults: a sentence for each record file that can't be read, and so can't be found.
    """

    hits: tuple[Hit, ...]
    found: int
    more: bool = False
    suggestion: str = ""
    searched: int = 0
    faults: tuple[str, ...] = ()


def search(
    store: Store, typed: str, filters: Filters | None = None, *, limit: int = 20, newest: bool = False
) -> Results:
    """The entries that a query finds, the best first.

    Args:
        typed: words, as `query.parse` reads them; "" finds all that the filters let through, the newest first.
        newest: by date instead.

    Raises:
        SettingError: the query can't be read.
    """
    filters = filters or Filters()
    if filters.bodies:
        filters = replace(filters, bodies=_slugs(filters.bodies, store))
    parsed = query.parse(typed)
    words = query.expand(parsed, lambda start: store.stems_from(start, _STARTS)) if parsed is not None else None
    numbers, more = _candidates(store, words, filters)
    terms = terms_of(words, store) if words is not None else ()
    if filters.public:
        hidden = store.reporting()
        numbers = [number for number in numbers if number not in hidden]
    once = _once(list(store.entries(numbers)), terms)
    totals = store.totals()
    ranked = order(once, terms, totals, newest=newest or not terms)
    best = ranked[:limit]
    heads = store.heads([entry.base for entry, _ in best])
    shown = store.shown([entry.id for entry, _ in best])
    hits = tuple(_hit(entry, score, heads[entry.base], shown[entry.id], terms) for entry, score in best)
    said = suggestion(typed, parsed, store) if parsed is not None and not ranked else ""
    return Results(hits, len(ranked), more, said, totals[0])


def _slugs(typed: Iterable[str], store: Store) -> tuple[str, ...]:
    """The bodies that are meant: of that slug, or with all these words in their name.

    Raises:
        SettingError: there is none.
    """
    bodies = store.bodies()
    found: dict[str, None] = {}
    for one in typed:
        words = {plain(word) for word in words_of(one)}
        meant = [one] if one in bodies else [slug for slug in bodies if words and words <= set(slug.split("-"))]
        if not meant:
            raise SettingError(f"--body {one}: there are no records of such a body.", hint=_near(one, list(bodies)))
        found |= dict.fromkeys(meant)
    return tuple(found)


def _near(typed: str, slugs: list[str]) -> str:
    from rapidfuzz import fuzz, process

    if not slugs:
        return "There are no records yet: ingest some papers first."
    near = process.extract(typed.lower().replace(" ", "-"), slugs, scorer=fuzz.partial_ratio, limit=3, score_cutoff=60)
    return (
        f"Do you mean {' or '.join(slug for slug, _, _ in near)}?" if near else "`minutebook show` lists the records."
    )


def _candidates(store: Store, words: Node | None, filters: Filters) -> tuple[list[int], bool]:
    """Numbers of the entries to rank: all, or the newest and those that have the words in their heading."""
    numbers = store.candidates(query_of(words, filters), filters, MOST + 1)
    if len(numbers) <= MOST or words is None:
        return numbers[:MOST], len(numbers) > MOST
    titled = store.candidates(query_of(query.In(("title",), words), filters), filters, MOST // 4)
    return list(dict.fromkeys(titled + numbers))[:MOST], True


_TELLING = {"decision": 0, "action": 0, "minute": 1, "money": 2}


def _once(entries: list[Entry], terms: Sequence[Term]) -> list[Entry]:
    """The same words of a paper once: a decision in place of its minute, a minute in place of a sum in it."""
    spots: dict[tuple[int, str], list[Entry]] = {}
    for entry in entries:
        if entry.spot:
            spots.setdefault((entry.base, entry.spot), []).append(entry)
    told = {
        one.id
        for same in spots.values()
        if len(same) > 1
        for one in same
        if any(_tells(two, one, terms) for two in same)
    }
    return [entry for entry in entries if entry.id not in told]


def _tells(better: Entry, entry: Entry, terms: Sequence[Term]) -> bool:
    """`better` is the more telling one, and the other has no word that was searched for in another place."""
    if _TELLING.get(better.kind, 9) >= _TELLING.get(entry.kind, 0):
        return False
    if entry.words in better.words:
        return True
    in_it = better.words in entry.words
    return in_it and bool(terms) and all(term.times(entry.words) <= term.times(better.words) for term in terms)


def _hit(entry: Entry, score: float, head: Head, row: dict[str, Any], terms: Sequence[Term]) -> Hit:
    text = str(row.get("text", ""))
    title = str(row.get("title", ""))
    sentence = _sentence(text, terms) or title
    marks, titled = tuple(_marks(sentence, terms)), tuple(_marks(title, terms))
    return Hit(head.record, entry.kind, head.body, head.date, score, title, sentence, marks, titled, row)


def _sentence(text: str, terms: Sequence[Term]) -> str:
    """The sentence, or the line of a table, that has most of the words; the first where none has any."""
    parts = [line[start:end] for line in text.split("\n") for start, end in sentences(line)]
    if len(parts) > 1 and terms:
        scored = [sum(term.weight for term in terms if term.times(stems_of(part))) for part in parts]
        part = parts[scored.index(max(scored))]
    else:
        part = parts[0] if parts else ""
    return part if len(part) <= _LONGEST else _cut(part, terms)


def _cut(part: str, terms: Sequence[Term]) -> str:
    """A long sentence from a little before the first word that was searched for."""
    stems = {stem for term in terms for stem in term.stems}
    first = next((found.start() for found in WORD.finditer(part) if stem(found[0]) in stems), 0)
    start = max(0, first - _LONGEST // 4)
    start = part.find(" ", start) + 1 if start else 0
    end = part.rfind(" ", start, start + _LONGEST) if start + _LONGEST < len(part) else len(part)
    end = end if end > start else start + _LONGEST
    return ("… " if start else "") + part[start:end] + (" …" if end < len(part) else "")


def _marks(sentence: str, terms: Sequence[Term]) -> list[tuple[int, int]]:
    """Where the words are, as offsets."""
    found = [(one.start(), one.end(), stem(one[0])) for one in WORD.finditer(sentence)]
    marked: list[tuple[int, int]] = []
    for place, (start, _, _) in enumerate(found):
        longest = max((len(term.stems) for term in terms if _stands(term, found, place)), default=0)
        end = found[place + longest - 1][1]
        if longest and marked and not sentence[marked[-1][1] : start].strip():
            marked[-1] = marked[-1][0], max(end, marked[-1][1])  # one mark for words side by side
        elif longest:
            marked.append((start, end))
    return marked


def _stands(term: Term, found: Sequence[tuple[int, int, str]], place: int) -> bool:
    return tuple(one[2] for one in found[place : place + len(term.stems)]) == term.stems
