"""Turn gold that quotes its papers into gold that only says where the words stand (`python -m tools.gold_facts`).

    python -m tools.gold_facts GOLD_DIR PAPERS_DIR OUT_DIR

GOLD_DIR holds gold as a reader typed it, with quotes; OUT_DIR gets a file for each with the values, and for every
quote, name and title its place in the paper (docs/gold.md). Quotes are found whatever the white space, hyphens, dashes
and quotation marks; of several places the one that keeps the order of the entries. What has no place is printed, and
nothing is written for that paper. In a scan nothing can be found: its quotes become the checksums of their words.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

from pipeline.problem import MinutebookError
from pipeline.score.gold import Gold, gold_files, read_gold
from pipeline.score.words import PaperWords, Place, checksum, letters, word_sums, words_of

QUOTES = {
    "papers": ("body",),
    "attendance": ("name", "capacity"),
    "items": ("title",),
    "decisions": ("text", "also"),
    "actions": ("text", "also", "owners", "due", "status"),
    "money": ("text",),
    "dates": ("text",),
}
"""The words of the paper in each list's entries; by the first of them the entries are put in order."""
NAMES = ("name", "owners")
"""What is compared by initials and surnames, so that checksums of whole words are no use."""
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?|/\d{4})?")


class UnplacedError(Exception):
    """A quote that does not stand in its paper."""


@dataclass(frozen=True, slots=True)
class Letter:
    """Where a letter that counts stands: page, number of the word, place in the word."""

    page: int | None
    word: int
    place: int


class Finder:
    """Finds quotes in a paper by their letters, digits and currency signs."""

    def __init__(self, words: PaperWords) -> None:
        self.words = words
        self.at: list[Letter] = []
        self.typed = ""  # the letters that count, in capitals as typed
        for page, said in words.pages.items():
            for number, word in enumerate(said):
                for place, sign in enumerate(word):
                    counted = _typed(sign)
                    self.typed += counted
                    self.at += [Letter(page, number, place)] * len(counted)
        self.text = self.typed.casefold()
        if len(self.text) != len(self.at):
            raise UnplacedError(f"{words.path}: has letters whose small form is two letters")

    def starts(self, quote: str) -> list[int]:
        """Where a quote's letters stand: with its capitals and as whole words where they do so anywhere."""
        typed = _typed(quote)
        wanted = typed.casefold()
        found = [match.start() for match in re.finditer(f"(?={re.escape(wanted)})", self.text)] if wanted else []
        whole = [start for start in found if self._parts(start) and self._parts(start + len(wanted))] or found
        return [start for start in whole if self.typed.startswith(typed, start)] or whole

    def _parts(self, letter: int) -> bool:
        """Is there the edge of a word, or of a number in a word, before this letter?"""
        if letter in (0, len(self.at)):
            return True
        before, here = self.at[letter - 1], self.at[letter]
        joined = (before.page, before.word, before.place + 1) == (here.page, here.word, here.place)
        return not joined or self.text[letter - 1].isdigit() != self.text[letter].isdigit()

    def near(self, quote: str, letter: int) -> list[tuple[int, int]]:
        """A quote's letters, from and to, as near as can be to a letter; in pieces where it does not stand together.

        Raises:
            UnplacedError: a word of it stands nowhere.
        """
        words = [word for word in quote.split() if letters(word)]
        pieces: list[tuple[int, int]] = []
        while words:
            for count in range(len(words), 0, -1):
                if starts := self.starts(" ".join(words[:count])):
                    start = min(starts, key=lambda start: abs(start - letter))
                    letter = start + len(letters(" ".join(words[:count])))
                    pieces.append((start, letter))
                    words = words[count:]
                    break
            else:
                raise UnplacedError(f"{words[0]!r} of {quote!r} stands nowhere")
        return pieces

    def places(self, start: int, end: int) -> Iterator[Place]:
        """The words that hold these letters, for each page. Where a word holds others too, they are cut off."""
        for page, group in groupby(self.at[start:end], key=lambda letter: letter.page):
            held = list(group)
            words, first, last = self.words.pages[page], held[0], held[-1]
            front, back = words[first.word][: first.place], words[last.word][last.place + 1 :]
            cut = (len(front) if letters(front) else 0, len(back) if letters(back) else 0)
            yield Place(page, first.word, last.word + 1, *cut)


def _typed(text: str) -> str:
    """The letters that count, capitals kept."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", text) if letters(sign))


def facts(gold: Gold, paper: Path) -> dict[str, Any]:
    """Gold as facts: its values, and places for its quotes.

    Raises:
        UnplacedError: a quote does not stand in the paper; says which.
    """
    finder = Finder(words_of(paper))
    typed = gold.model_dump(mode="json", exclude_none=True)
    made: dict[str, Any] = {"document": gold.document, "sha256": hashlib.sha256(paper.read_bytes()).hexdigest()}
    faults = []
    for key, value in typed.items():
        if key not in QUOTES:
            made.setdefault(key, value)
            continue
        main, *others = QUOTES[key]
        begins = in_order([finder.starts(entry.get(main, "")) for entry in value])
        made[key] = []
        for entry, begin in zip(value, begins, strict=True):
            fact = dict(entry)
            letter = begin
            for name in (main, *others):
                try:
                    quote = entry.get(name)
                    if quote and finder.words.scanned and name in NAMES:
                        raise UnplacedError("names of a scanned paper can't be kept without its words")
                    if isinstance(quote, list):
                        fact[name] = [_fact(finder, one, letter)[0] for one in quote]
                    elif quote and not (name == "due" and DATE.fullmatch(quote)):
                        fact[name], place = _fact(finder, quote, letter)
                        letter = place if name == main else letter
                except UnplacedError as fault:
                    faults.append(f"{key}: {name}: {fault}")
            made[key].append(fact)
    if faults:
        raise UnplacedError("\n".join(f"{gold.document}: {fault}" for fault in faults))
    return made


def _fact(finder: Finder, quote: str, letter: int) -> tuple[object, int]:
    """A quote as its place, and its first letter."""
    if finder.words.scanned:
        sums = word_sums(quote)
        return {"sums": sums} if sums else quote, letter
    pieces = finder.near(quote, letter)
    if not pieces:  # signs alone ("-"): no words of anybody's
        return quote, letter
    places = [place for start, end in pieces for place in finder.places(start, end)]
    spans = [_span(place) for place in places]
    total = checksum(finder.words.quote(places))
    return ({**spans[0], "sum": total} if len(spans) == 1 else {"spans": spans, "sum": total}), pieces[0][0]


def _span(place: Place) -> dict[str, object]:
    span: dict[str, object] = {} if place.page is None else {"page": place.page}
    span["words"] = [place.first, place.end]
    return span | ({"cut": [place.front, place.back]} if place.front or place.back else {})


def in_order(starts: Sequence[Sequence[int]]) -> list[int]:
    """One of each entry's places, so that as many entries as can be stand in their order.

    The longest row of rising places that has at most one of each entry; the other entries get the place that is nearest
    to the entry before them, or that entry's where they have none.
    """
    tails: list[int] = []  # the smallest place that ends a row of so many
    chain: list[tuple[int, int, int]] = []  # length of the row, entry, place
    for entry, places in enumerate(starts):
        for place in sorted(places, reverse=True):  # downwards: no two of one entry in a row
            length = bisect_left(tails, place)
            tails[length : length + 1] = [place]
            chain.append((length, entry, place))
    chosen: dict[int, int] = {}
    length, last = len(tails) - 1, len(starts)
    limit = max(tails, default=0) + 1
    for size, entry, place in reversed(chain):
        if size == length and entry < last and place < limit:
            chosen[entry] = limit = place
            length, last = size - 1, entry
    found: list[int] = []
    for entry, places in enumerate(starts):
        before = found[-1] if found else 0
        found.append(chosen.get(entry, min(places, key=lambda place: abs(place - before), default=before)))
    return found


def to_yaml(made: dict[str, Any]) -> str:
    """Facts as the text of their file, a line for each entry."""
    lines = []
    for key, value in made.items():
        if key in QUOTES:
            lines += [f"{key}:" if value else f"{key}: []", *(f"- {_flow(entry)}" for entry in value)]
        else:
            lines.append(f"{key}: {_flow(value)}")
    return "\n".join(lines) + "\n"


def _flow(value: object) -> str:
    text = yaml.safe_dump(value, default_flow_style=True, width=10**9, allow_unicode=True, sort_keys=False)
    return text.removesuffix("\n").removesuffix("\n...")


def convert(folder: Path, papers: Path, out: Path) -> list[str]:
    """Write the facts of every gold file of a folder; returns what is wrong."""
    faults = []
    for path in gold_files(folder):
        try:
            file = read_gold(path, papers)
            text = to_yaml(facts(file.gold, file.paper))
        except (MinutebookError, UnplacedError) as fault:
            faults.append(str(fault))
            continue
        made = out / path.relative_to(folder)
        made.parent.mkdir(parents=True, exist_ok=True)
        made.write_text(text, "utf-8")
        again = read_gold(made, papers).gold
        if not words_of(file.paper).scanned:  # checksums give no words back
            faults += [f"{path}: {made} says otherwise: {one}" for one in _differences(file.gold, again)]
    return faults


def _differences(gold: Gold, made: Gold) -> Iterator[str]:
    """What reads otherwise in two gold files, signs, blanks and capitals aside."""
    one, other = (file.model_dump(mode="json", exclude={"sha256"}, exclude_none=True) for file in (gold, made))
    for key in one:
        for a, b in zip(one[key], other[key], strict=True) if key in QUOTES else [(one[key], other[key])]:
            if letters(str(a)) != letters(str(b)):
                yield f"{key}: {a} / {b}"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("papers", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    faults = convert(arguments.gold, arguments.papers, arguments.out)
    print("\n".join(faults), file=sys.stderr)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
