"""Which sentences decide: those with a decision's verb, unless what they say is yet to be decided or another body's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.paper import Line, Paper
from pipeline.rules.match import Match, Matcher

_HELD = re.compile(r"\b(?:held|venue|location|at)\b.*", re.IGNORECASE)
_LISTS = re.compile(r"\W*(?:present|in\s+attendance|attend\w*|apologies|members|1\W)", re.IGNORECASE)
_WORD = re.compile(r"[\w’']+")
_TAIL = re.compile(r"(?:\s+(?:not\s+)?(?:to|that))?[\s.;:,)]*$")
_AUTHORITIES = frozenset({"planning", "licensing", "regulatory", "zoning"})
_CONSULTED = frozenset({"parish", "town", "community"})
_OF_ANY = frozenset(
    "the this our full whole all council councillors committee sub subcommittee board forum panel cabinet governors "
    "governing body trustees directors group assembly executive partnership authority commission association society "
    "team officers members trust school pc cc tc parish town community annual general elected present staff "
    "independent working steering task advisory core reference".split()
)
_BELOW = frozenset({"sub", "subcommittee", "working"})  # what is below the body that met, unless that is one
_LOCAL = frozenset({"parish", "town", "community"})  # a council of this kind, unless the body that met is one
_SHORTENED = frozenset({"pc", "tc", "cc"})  # what such a council may call itself on top
_BODIES = frozenset(
    "council committee board trust forum partnership association society group governors panel club school".split()
)
_ABOVE = frozenset({"county", "district", "borough", "city"})
_SELECT = re.compile(r"select(?:board|men|persons)?$", re.IGNORECASE)
_HEADS = "Corporation|Session|Synod|Presbytery|Consortium|Network|Alliance|Guild|Chamber|Charity|Conference|Convocation"
_NAMED = re.compile(
    r"\b(?:[A-Z][\w’']+\s+){1,4}(?:Board|Council|Committee|Commission|Association|Society|Senate|Foundation|Trustees|Club|Group|Body|"
    rf"Forum|Panel|Federation|Union|{_HEADS})\b"
)
# "The Committee Noted the progress made": an act as a heading's word, for it is printed bold
_TITLED_ACT = re.compile(
    r"(?<=[a-z]\s)(?:Council|Committee|Board|Forum|Panel|Cabinet|Governors|Trustees|Members|Directors|Group|Meeting|Partnership)\s(?P<act>[A-Z][a-z]+ed)(?=\s[a-z\d£€$])"
)
_KINDS = frozenset({"club", "society", "association", "foundation"})  # which others may be as well
_LONGEST = 4000
_TOLD = 30  # words of a line that tells something; one that names the body has fewer
# "Cllr Box moved that the application be refused": what is put, and not yet decided.
_MOVED = re.compile(
    r"\b(?:moved|proposed)\b[^.;]{0,120}?\bthat\b(?!.*\b(?:carried|agreed|resolved|unanimous\w*|accordingly)\b)"
)
# What a sentence in notes opens with: "Parking: the Board was content to wait", but not who speaks or is to act.
_LABEL = re.compile(
    r"(?!(?:actions?|tasks?|to\s+do|recommend\w*|proposals?|q|a|questions?|answers?|background|note|options?|reasons?|purpose)\b)"
    r"(?=[A-Z\d(])[^.;:!?\n]{2,60}(?::|\s[–—-]{1,2})\s+(?=(?:\S+\s+){3}\S)(?=[A-Z\d£$€])",
    re.IGNORECASE,
)
_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_VERB_FIRST = ("decision-resolved-opening", "answer-to-be-nominated")  # believed by their first word
_CAPITALS = re.compile(r"RESOLVED|AGREED|DECIDED|ORDERED|DETERMINED|RECOMMENDED|APPROVED")
_VERB = 6  # letters that the verb at the start of a match has at least
UNNAMED = (
    "decision-dash-agreed",
    "decision-passive-approved",
    "decision-refused",
    "decision-opening-verb",
    "decision-approved-opening",
    "decision-granted",
    "fragment-put-off",
    "fragment-let-go",
    "fragment-settled",
    "fragment-run-in",
    "answer-in-a-row",
    "answer-granted",
)
"""Rules whose sentence names nobody who decides: news tells the same of others."""
FORWARD = tuple(f"decision-{verb}" for verb in "it-was-agreed granted resolved-after body-agreed was-agreement".split())
"""Rules whose match opens what is decided: the words before it say why."""
PLAIN = (
    "decision-it-was-agreed",
    "decision-resolved",
    "decision-moved-that",
    "decision-resolved-opening",
    "decision-made-motion",
    "decision-on-the-motion-of",
    "decision-minutes-of-meeting",
)
"""Rules that are believed above the first item too."""


@dataclass(frozen=True, slots=True)
class Deciding:
    """Reads the sentences of one paper.

    Attributes:
        top: the words at the top of the paper, where the body that met is named.
        short: the initials of that name, as the text may call it; None where it has none.
    """

    matcher: Matcher
    top: frozenset[str]
    short: re.Pattern[str] | None = None

    @classmethod
    def of(cls, paper: Paper, matcher: Matcher) -> Deciding:
        """For a paper: the words above the list of who was there name the body, but for where it met."""
        lines = [_HELD.sub("", line.text) for line in paper.flow[:20] if isinstance(line, Line)]
        ends = (n for n, text in enumerate(lines) if n and (_LISTS.match(text) or len(text.split()) > _TOLD))
        last = next(ends, 12)
        top = [paper.title, *lines[:last]]
        return cls(matcher, frozenset(_WORD.findall(" ".join(top).casefold())), _short(top))

    def match(self, sentence: str, section: str) -> Match | None:
        """The first rule that reads a decision in a sentence whose verb is not in words that only look like one."""
        if self.short is not None and (told := self.short.sub(_as_we, sentence)) != sentence:
            found = replace(self, short=None).match(told, section)
            return replace(found, text=sentence) if found is not None else None
        if len(sentence) > _LONGEST:
            return None
        if (told := _TITLED_ACT.sub(_as_verb, sentence)) != sentence:
            found = self.match(told, section)
            return replace(found, text=sentence) if found is not None else None
        match = self._read(sentence, section)
        if match is None and (told := _POINT.sub(",", sentence)) != sentence:
            found = self._read(told, section)  # the point of "£4.50" ends no clause
            match = replace(found, text=sentence) if found is not None else None
        if match is None and (label := _LABEL.match(sentence)) is not None:
            match = self._behind(label.end(), sentence, section)
        found = match or self._of_authority(sentence, section)
        if found is match or self.matcher.first("decision", sentence[:300], part="purpose"):
            return match
        return found

    def _read(self, sentence: str, section: str) -> Match | None:
        """The first rule whose match stands in no words that only look like a decision, and tells of no other body."""
        first = self.matcher.first("decision", sentence, section=section, part="text")
        if first is None or self.matcher.first("decision", sentence[:300], part="purpose"):
            return None
        guards = [
            guard
            for guard in self.matcher.find("decision", sentence, part="guard")
            if not (who := guard.get("who") or guard.get("who2") or guard.get("who3")) or not self._own(who)
        ]
        guards = [guard for guard in guards if guard.get("kind").casefold() not in self.top]
        if self._stands(first, guards):
            return first
        others = self.matcher.find("decision", sentence, section=section, part="text")
        return next((match for match in others if self._stands(match, guards)), None)

    def _stands(self, match: Match, guards: Sequence[Match]) -> bool:
        theirs = bool(match.get("who")) and not self._own(match.get("who"))
        return not theirs and not any(_within(match, guard) for guard in guards)

    def _behind(self, start: int, sentence: str, section: str) -> Match | None:
        """What the words behind a label say, as places in the sentence: "Parking: the Board was content to wait"."""
        found = self._read(sentence[start:], section)
        if found is None or found.get("attach"):
            return None
        spans = {name: (a + start, b + start) for name, (a, b) in found.spans.items()}
        return Match(found.rule, sentence, found.start + start, found.end + start, spans)

    def _of_authority(self, sentence: str, section: str) -> Match | None:
        """What a body decides whose word is law in such things, unless it is only asked for its view."""
        if not self.top & _AUTHORITIES or self.top & _CONSULTED or _MOVED.search(sentence):
            return None
        return self.matcher.first("decision", sentence, section=section, part="authority")

    def _own(self, who: str) -> bool:
        """Is a body that is said to decide the one that met? Its name, but for the words of any body, stands on top."""
        words = _WORD.findall(who)
        if who == "AGM":
            return bool({"agm", "annual"} & self.top)
        local = _LOCAL.intersection(word.casefold() for word in words)
        # "Harrow Council" may be a parish's.
        called = self.top & (_BODIES if self.top & _ABOVE else _BODIES - {"council"})
        if not local <= self.top and called and not self.top & _SHORTENED:
            return False
        # "The Working Group" in capitals is what a working group calls itself
        if not _BELOW.intersection(word.casefold() for word in words if word != "Working") <= self.top:
            return False
        named = [word for word in words if word[:1].isupper() and word.casefold() not in _OF_ANY]
        return all(word.casefold() in self.top or (_SELECT.match(word) and self._selects()) for word in named)

    def _selects(self) -> bool:
        """The board that met is called by its selectmen, whichever of its names the top of the paper gives."""
        return any(_SELECT.match(word) for word in self.top)


def _short(top: Sequence[str]) -> re.Pattern[str] | None:
    """What finds the bodies named at the top of a paper by initials or kind, before a verb: "the SB", "the club"."""
    names = [found[0].split() for line in top for found in _NAMED.finditer(line.title() if line.isupper() else line)]
    short = {"".join(word[0] for word in name[at:]) for name in names for at in range(len(name) - 1)}
    kinds = {name[-1].lower() for name in names} & _KINDS
    heads = {name[-1] for name in names} & set(_HEADS.split("|"))  # "Session noted": what only the one on top is called
    called = [*sorted(short | heads), *(f"(?<=[Tt]he\\s){kind}" for kind in sorted(kinds))]
    return re.compile(rf"\b(?:[Tt]he\s)?(?:{'|'.join(called)})(?=\s+[a-z])") if called else None


def _as_verb(found: re.Match[str]) -> str:
    at = found.start("act") - found.start()
    return found[0][:at] + found[0][at:].lower()


def _as_we(found: re.Match[str]) -> str:
    """ "We" for the body's initials, as long as they."""
    return "We".ljust(len(found[0]))


# "Passed the resolution of the Honours Committee", in what some bodies call a summary of their action.
_PASSED = re.compile(
    r"\W*(?:passed|accepted|approved|adopted|endorsed|ratified|elected|rejected|defeated|tabled|received)\s+(?!by\b|for\b|to\b)"
    r"(?!.*(?:\bto\s+[a-z]|\bwill\b|\bshould\b|\s[–-]\s))",
    re.IGNORECASE | re.DOTALL,
)


def is_noted(text: str, matcher: Matcher) -> bool:
    """The body notes or passes something: a decision, also where it stands in a list of actions."""
    return _PASSED.match(text) is not None or any(
        match.rule.id == "decision-body-noted" for match in matcher.find("decision", text, part="text")
    )


def _within(match: Match, guard: Match) -> bool:
    words = match.text[match.start : match.end]
    end = match.start + (_VERB if match.rule.id in _VERB_FIRST else len(_TAIL.sub("", words)))
    if match.rule.id == "decision-resolved" and (verb := _CAPITALS.search(words, match.spans["text"][0] - match.start)):
        end = match.start + verb.end()  # all that it matches behind the verb is the resolution
    return guard.start < end <= guard.end


# "The Chairman signed the minutes." says nothing new
_SIGNATURE = re.compile(
    r"\W*(?:[\w.’'()-]+\s){1,6}?(?:then\s|duly\s|also\s)?signed\s(?:the\s(?:\w+\s)?(?:minutes|record|copy)|these|them|both)\b[^,;]{0,40}",
    re.IGNORECASE,
)
_PUT_OFF = re.compile(
    r"\W*(?:(?:it|this|that|these|they)\s(?:is|was|were|are|has\sbeen)\s)?(?:to\sbe\s)?carr(?:y|ied)\s(?:over|forward)\b(?!\s(?:as|since)\b)",
    re.IGNORECASE,
)
# "Action points: 2 was done.", "The Clerk to chase them.", "She had not done this."
_UNDONE = re.compile(
    r"\b(?:action\s(?:points?|list|log|sheet)|actions?\s?\d|AP\s?\d|(?:has|had|have|was|were)\snot\b|still\b|not\syet)|"
    r"(?:[Cc]lerk|[A-Z]{2,3}|[Ss]ecretary|[Cc]hair\w*|[Tt]reasurer)\sto\s[a-z]+\b"
)


def adds_nothing(sentence: str, before: str, *, decided: bool) -> bool:
    """Does a sentence say only that minutes were signed, behind what was agreed, or that an old task waits?"""
    put_off = _PUT_OFF.match(sentence) is not None and _UNDONE.search(before) is not None
    return put_off or (decided and _SIGNATURE.fullmatch(sentence) is not None)


_ACCEPTS = re.compile(
    r"\b[Aa]pologies\b.{0,30}\baccepted\s+from\b|^\W*(?:Approved|Accepted|Adopted|Ratified)\s[a-z]|^\W*[A-Z]\w+\s(?:[a-z]+\s){0,3}noted\W*$"
)


def accepts(heading: str) -> bool:
    """ "Apologies for absence accepted from:", "Approved payments to:", "Contents noted" decide, though headings."""
    return _ACCEPTS.search(heading) is not None
