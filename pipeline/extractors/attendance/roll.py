"""A list of people as text -> its entries: name, capacity, initials. Run-on lists, a line each, the post first or last.

Line ends stay in the text as line feeds: they part entries only where the words say so, since long entries wrap.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extractors.attendance.bodies_behind import bodies_behind, is_district, sent_by
from pipeline.extractors.attendance.entries import (
    Entry,
    Roll,
    held_office,
    in_capitals,
    in_group,
    is_heading,
    share_post,
    shared,
    with_commas,
)
from pipeline.extractors.attendance.evened import evened
from pipeline.extractors.attendance.fronts import DASHED, LABELLED, names_guests, names_post, past_front
from pipeline.extractors.attendance.held import heads, holder_behind, holders, may_hold, senders, turned
from pipeline.extractors.attendance.keys import by_letters, has_key, initials_alone, keyed_name, without_key
from pipeline.extractors.attendance.lone import (
    few_alone,
    in_rows,
    line_each,
    lowered,
    names_alone,
    odd_name,
    one_alone,
    shared_surname,
    unbroken,
)
from pipeline.extractors.attendance.pieces import (
    OF_HONOUR,
    TITLED,
    WHO,
    Piece,
    closing,
    is_sentence,
    pieces,
    post_then_name,
    runs_on,
    unbracketed,
)
from pipeline.extractors.attendance.remarks import (
    CAME_OR_WENT,
    CROWD,
    GROUPS,
    MAX_CAPACITY,
    NOBODY,
    NUMBER,
    SOME,
    away,
    away_behind,
    is_note,
    is_prose,
    is_somebody_else,
    without_notes,
)
from pipeline.extractors.attendance.tails import with_tail
from pipeline.extractors.names import Name, is_person, is_post, is_post_nominal, read_name
from pipeline.paper import fold
from pipeline.rules.match import Matcher

_FIRST_CITIZEN = re.compile(r"(?:Mayor|Reeve|President|Warden)$", re.IGNORECASE)
_ACTS = re.compile(
    r"\s+(?:ha[sd]\s+)?(?:resigned|chaired|opened|welcomed|reported|said|told|asked|thanked|attended\s+as)\b"
)
_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Cllr)s?\.?")
_GOES_ON = re.compile(r"(?:\b(?:and|of|for|to|the|with)|[&,/-])\s*$")
_CLERK_AHEAD = re.compile(r"\s+(?:[A-Z][a-z]+\s){0,2}Clerk\s+(?:Mrs?|Ms|Miss|Dr)\b")
_FORCE = re.compile(r"[A-Z]{3,5}\s+(?:[A-Z]\.?\s*)*[A-Z][a-z]+(?:\s+[A-Z][a-z]|$)")
_INITIALED = re.compile(r"[A-Z]\b\.?\s?[A-Z]")
# "Cllr Reed With the Chair away it was proposed that ..."
_DECIDES = re.compile(r"\bit\s+was\b|\bwas\s+(?:proposed|agreed|resolved|elected)\b|\bresolved\b", re.IGNORECASE)
_WITH = re.compile(r"(?:together|along)\s+with\s|with\s+(?=the\s)|as\s+well\s+as\s|plus\s", re.IGNORECASE)
_ANOTHER = re.compile(rf"(?:{_WITH.pattern})?(?P<post>the\s.+)", re.IGNORECASE)
_MORE = re.compile(r"\s+(?!(?:in|for|at|due|owing|who|as|on|be|was|were|had)\s)\w")
_ARTICLE = re.compile(r"(?:^|,\s)the$", re.IGNORECASE)  # "the Rector, the Revd A. Reed"
_PRESIDES = re.compile(r"in\s+the\s+chair\b", re.IGNORECASE)


def read_roll(
    text: str,
    matcher: Matcher,
    *,
    sentence: bool = False,
    alone: bool = False,
    bullets: bool = False,
    boxes: bool = False,
) -> Roll:
    """The people of a list.

    Args:
        sentence: the list is part of a sentence and ends with it.
        alone: given names or surnames will do, where the list has little else.
        bullets: each line is a bullet as a whole: most hold one person, whatever looks like a name behind the first.
        boxes: each line had a box to tick: all hold one person.
    """
    text = unbroken(evened(text))
    if alone and (small := lowered(text)) is not None:
        return in_capitals(read_roll(small, matcher, sentence=sentence, alone=True, bullets=bullets, boxes=boxes))
    if alone and (known := initials_alone(text)):
        return Roll(tuple(known), len(text))
    if held := holders(text) or turned(text) or heads(text) or senders(text):
        return Roll(tuple(Entry(name, a, b, post or None) for name, a, b, post in held), len(text))
    given = names_alone(text) or (bullets and all(is_person(row) or one_alone(row) for row in text.split("\n")))
    second = 1.0 if boxes else 0.6 if bullets else 0.25
    return _Reader(text, matcher, sentence, alone and given, second, wraps=not bullets).read()


class _Reader:
    """One pass over a list. `pending`: words in front of a name that may be its post."""

    def __init__(
        self,
        text: str,
        matcher: Matcher,
        sentence: bool,
        surnames: bool = False,
        second: float = 0.25,
        wraps: bool = True,
    ) -> None:
        self.text = text
        self.matcher = matcher
        self.sentence = sentence
        rows = text.split("\n")
        self.lines = line_each(text, second) or (surnames and len(rows) > 1 and all(map(one_alone, rows)))
        # Posts with their holders in brackets: what looks like a name outside them is a place.
        self.in_brackets = len(re.findall(rf"[(\[]\s*{TITLED.pattern}", text)) > 1
        self.halves, self.few, self.in_row = bodies_behind(text), few_alone(text), in_rows(text)
        self.entries: list[Entry] = []
        self.surnames = self.alone = surnames
        self.wraps, self.guests = wraps and not surnames, False
        self.pending: tuple[int, int] | None = None
        self.post_first = self.open = False  # open: the last entry may still take a capacity

    def read(self) -> Roll:
        end = 0
        for piece in pieces(self.text, lines=self.lines, wraps=self.wraps):
            if piece.before == "." and self.sentence:
                break
            if not self._take(piece):
                break
            end = piece.end
        return Roll(tuple(shared([without_key(with_commas(entry)) for entry in self.entries])), end)

    def _take(self, piece: Piece) -> bool:
        """Reads a piece; False where the list is over."""
        front = past_front(self.text, piece.start, piece.end)
        piece = replace(piece, start=front.end)
        self.guests, self.surnames = self.guests or front.guests, self.surnames or front.surnames
        words = self.text[piece.start : piece.end]
        self.surnames = self.alone if piece.before == "." else self.surnames
        if not self.entries and NOBODY.match(words):
            return False
        if self.entries and _PRESIDES.fullmatch(words.strip(" .")):
            self.entries[-1] = replace(self.entries[-1], end=piece.end, capacity=self.entries[-1].capacity or "Chair")
            return True
        apart = piece.before != "," or self.text[: piece.start].endswith(("and ", "& "))
        # "Sam Reed, Jo and Ann Hill": among full names the one alone shares the next one's surname.
        apart = apart or bool(self.entries and not self.surnames and self.entries[-1].name.full)
        opens = piece.end - len(words.lstrip())
        if apart and (pair := shared_surname(self.text, opens)):
            self.entries.append(self._entry(pair[0], opens, opens + pair[0].end, None))
            self.open = False
            return True
        if (lettered := by_letters(words, piece.start, self.entries, piece.before)) is not None:
            self.entries.append(lettered)
            self.open = False
            return True
        if held_at := holder_behind(words, sure=self._posts_ahead()):
            self.pending = (self.pending[0] if self.pending else piece.start, piece.start + held_at)
            return self._take(Piece(piece.start + held_at, piece.end, " "))
        name = self._name(piece)
        if name is not None and (people := sent_by(words, name)):
            return self._take(replace(piece, start=piece.start + people))
        acts = name is not None and _ACTS.match(words[name.end :]) is not None
        if name is not None and (acts or (piece.before == "." and is_prose(words[name.end :], self.matcher))):
            return False  # "None sent. Cllr Reed gave a report."
        if name is not None and piece.before == "\n" and is_heading(name, self.entries):
            return False
        if name is not None and not name.titles and _FORCE.match(name.text):
            name = None  # "PCSO Sam Reed"
        held = self._in_brackets(piece)
        if (
            name is not None
            and not name.titles
            and (held or (self.in_brackets and (self.post_first or not self.surnames) and not self._holds(piece, name)))
        ):
            name = None  # "Area Officer, West Moor (Ms. A. Marlow)"
        if name is not None:
            start, office = piece.start, name.office or held_office(name)
            if self.pending is not None:
                start, office = self.pending[0], fold(self.text[slice(*self.pending)]).rstrip(":,-–— ") or office
                office = _ARTICLE.sub("", office)
                bracketed, office = office.startswith("("), unbracketed(office)
                office = "" if _TITLE.fullmatch(office) else office  # "Mr & Mrs Hill"
                # "(Chair) A. Reed, SP; B. Ash, VP": posts stand behind all but the first
                first = bool(office) and not (self.entries or bracketed or _FIRST_CITIZEN.search(office))
                self.post_first = self.post_first or first
                self.pending = None
            entry = self._entry(name, start, piece.start + name.end, office or None)
            self.entries.append(with_tail(entry, piece.end, self.text, self.matcher))
            self.open = not (office and self.post_first)
            if _DECIDES.search(words[name.end :]) and is_sentence(words[name.end :]):
                return False
            if entry.end < piece.end and re.match(r"\s+[A-Z]", rest := self.text[entry.end : piece.end]):
                if runs_on(rest) or LABELLED.match(rest):
                    return self._take(Piece(entry.end, piece.end, " "))
                if _CLERK_AHEAD.match(rest + self.text[piece.end : piece.end + 12]):
                    self.pending = (entry.end, piece.end)
            return True
        if (at := self._behind_label(piece)) is not None:
            return self._take(Piece(at, piece.end, " "))
        holds = self.lines and self.open and piece.before in (",", "and")  # "Deputy Governor – Financial Stability"
        if not holds and (split := post_then_name(words)) is not None and not is_sentence(words[:split]):
            self.pending = (self.pending[0] if self.pending and self.post_first else piece.start, piece.start + split)
            self.surnames = self.surnames or OF_HONOUR.fullmatch(words[:split].strip(" -–—:")) is not None
            return self._take(Piece(piece.start + split, piece.end, " "))
        if held:
            self.entries += held
            self.pending, self.open, self.post_first = None, False, True
            return True
        prose = is_prose(words, self.matcher) and not WHO.match(words)
        if prose or (piece.before == "." and is_sentence(words)):
            return False
        return self._capacity(piece, words)

    def _posts_ahead(self) -> bool:
        """Does a post stand in front of somebody above?"""
        return any(entry.capacity and self.text.startswith(entry.capacity, entry.start) for entry in self.entries)

    def _behind_label(self, piece: Piece) -> int | None:
        """Where a name opens behind a label; a post in the label, or one that goes on in it, waits for the name."""
        words = self.text[piece.start : piece.end]
        if (found := LABELLED.match(words)) is not None and self._opens(words[found.end() :]):
            at = piece.start + found.end()
            self.pending = (piece.start, at) if names_post(found["label"]) else None
            self.guests = self.guests or names_guests(found["label"])
            return at
        found = DASHED.match(words) if piece.before == "and" and self.pending is not None else None
        if found is None or self.pending is None or not self._opens(words[found.end() :]):
            return None
        start, end = self.pending
        self.pending = (start, piece.start + found.end()) if is_post(self.text[start:end]) else self.pending
        return self.pending[1] if self.pending[1] != end else None

    def _opens(self, words: str) -> bool:
        return (name := read_name(words, surname=True)) is not None and bool(self.surnames or name.full or name.titles)

    def _holds(self, piece: Piece, name: Name) -> bool:
        """ "Sergeant A. Reed" in a list of posts with their holders in brackets: the initial shows the holder."""
        return self.pending is not None and self.pending[1] == piece.start and "." in name.text

    def _entry(self, name: Name, start: int, end: int, capacity: str | None) -> Entry:
        return Entry(name, start, end, capacity, guest=self.guests)

    def _name(self, piece: Piece) -> Name | None:
        """The name that a piece opens with, if it opens a new entry here."""
        words = self.text[piece.start : piece.end]
        opens = piece.end - len(words.lstrip())
        if any(opens in half for half in self.halves):
            return None
        keyed = bool(self.entries and self.entries[-1].initials)
        name = read_name(words, surname=self.surnames) or keyed_name(words, keyed=keyed)
        name = name or (read_name(words, surname=True) if opens in self.few else None)
        if name is None or (not name.full and not name.titles and _MORE.match(words[name.end :])):
            name = odd_name(words) if self.lines and piece.before in ("", "\n") else None
        if name is None or (piece.before == "," and not name.titles and is_district(words, name)):
            return None  # "Moor Association" among surnames; "Cllr Reed, Low Moor Division"
        if self.lines and self.open and self.entries and not name.titles:
            # A line a person: what follows on the line, or on the next behind "and", belongs to the capacity.
            sure = has_key(name, words) or _INITIALED.match(name.text) or opens in self.in_row or in_group(self.entries)
            if piece.before in (",", "and") and not (sure or share_post(self.entries[-1], piece.before, name, words)):
                return None
            goes_on = piece.before == "\n" and not sure and self.entries[-1].capacity
            if goes_on and _GOES_ON.search(self.text[: piece.start]):
                return None
        several = bool(name.titles) and name.titles[-1].lower() in ("councillors", "cllrs", "messrs")
        self.in_brackets = self.in_brackets and not several  # "the Mayor (Cllr A. Reed), Councillors B. Ash, C. Box"
        if several or (name.titles and not name.full):
            self.surnames = True
        return name

    def _in_brackets(self, piece: Piece) -> list[Entry]:
        """ "Director of Roads (Ms. A. Marlow)": the people in the brackets behind a post."""
        found = re.search(r"[(\[]", self.text[piece.start : piece.end])
        if not found:
            return []
        opened = piece.start + found.start()
        close = closing(self.text, opened)
        inside = self.text[opened + 1 : close]
        if CAME_OR_WENT.search(inside):
            return []
        start = self.pending[0] if self.pending else piece.start
        post = fold(self.text[start:opened]).strip(" ,;:-–")
        people = (
            _Reader(inside, self.matcher, False).read().entries
            if may_hold(post, inside, opens=self.post_first or piece.before in ("", "\n"))
            else []
        )
        if not people or not post:
            return []
        return [replace(e, start=start, end=close + 1, capacity=post) for e in people]

    def _capacity(self, piece: Piece, words: str) -> bool:
        """Words that are no name: the last entry's capacity goes on, or they wait for the name behind them."""
        plain = unbracketed(fold(words).strip(" .:"))
        if piece.before in ("\n", ",") and self.entries and plain.islower() and (mark := away(plain, self.matcher)):
            self.entries[-1] = replace(self.entries[-1], said=mark)
            return True
        if (
            NUMBER.fullmatch(plain)
            or not re.search(r"\w", plain)
            or GROUPS.fullmatch(plain)
            or is_post_nominal(plain)
            or is_note(without_notes(plain, self.matcher), self.matcher)
        ):
            self.open = self.open and not CROWD.search(plain)  # "Mrs Reed, 7 members of the public, Parish Clerk"
            return True
        ahead = self.text[piece.end :]
        before_title = is_post(plain) and TITLED.match(ahead.lstrip()) and not ahead.startswith(("\n", ",", ";"))
        before_title = before_title and not (self.open and piece.before == "," and words.rstrip().endswith("."))
        beside = self.guests and bool(self.entries) and self.entries[-1].guest  # "with the Clerk, Mrs Box,"
        another = _ANOTHER.match(plain) if piece.before == "and" or _WITH.match(plain) or beside else None
        if another is not None and is_post(another["post"][len("the ") :]):
            self.guests = self.guests or (len(self.entries) > 1 and _WITH.match(plain) is not None)
            self.open = False  # "..., Reed and the Clerk": somebody else, named behind a comma or not at all
            name = read_name(ahead[1:]) if ahead.startswith(",") else None
            if name is not None and name.full:
                start = piece.start + self.text[piece.start : piece.end].find(another["post"])
                self.pending = (start, piece.end)
            return True
        if not self.entries or not self.open or before_title:
            self.pending = (self.pending[0] if self.pending else piece.start, piece.end)
            return len(plain) < MAX_CAPACITY
        if self.sentence and piece.before in ("and", ".") and plain[:1].islower():
            return False
        if self.post_first or piece.before in (".", ";"):
            self.pending = (piece.start, piece.end)
            self.open = False
            return True
        if plain[:1].islower() and not is_post(plain) and piece.before not in ("and", "\n"):
            return True
        return self._more_capacity(piece)

    def _more_capacity(self, piece: Piece) -> bool:
        """The last entry's capacity with the words of a piece; False where that is too long to be one."""
        words, last = self.text[piece.start : piece.end], self.entries[-1]
        last = self.entries[-1] = replace(last, said=away_behind(words, self.matcher) or last.said)
        if piece.before == "\n" and is_somebody_else(last.name.titles, words):
            return True
        others = piece.before == "and" and SOME.match(words.lstrip())
        crowd = others and CROWD.search(words) is not None
        closed = last.capacity and fold(self.text[last.start : last.end]).endswith(")")
        if crowd or (closed and (others or piece.before in (",", "\n"))):
            return True  # "Alex Marlow (Chair), Harrowdale", "(Chair) and two residents": the bracket has said it
        begin = piece.start
        if last.capacity:
            begin = max(self.text.rfind(last.capacity.split(" ")[0], last.start, last.end), last.start)
            if begin < self.text.find(last.name.text, last.start):
                self.entries[-1] = replace(last, end=piece.end)  # "Mayor Reed, presiding": the post stands before
                return True
        whole = without_notes(unbracketed(fold(self.text[begin : piece.end]).strip(" .,;")), self.matcher)
        long, unopened = len(whole) > MAX_CAPACITY, whole.count(")") > whole.count("(")
        if long or unopened:
            return not long  # "(Vice-Chair) – Lead, Moor Board": as above
        self.entries[-1] = replace(last, end=piece.end, capacity=whole or last.capacity)
        return True
