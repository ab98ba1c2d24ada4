"""What a paper shows of its own words: which are names, for rules about given names and the frames of commitments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pipeline.extractors.actions.masks import PERSON, Masks
from pipeline.extractors.names import LOWER, UPPER, is_person, may_be_name
from pipeline.extractors.word_lists import word_lists
from pipeline.found import FoundPerson
from pipeline.initials import split_name
from pipeline.paper import Outline, Table
from pipeline.rules import Part, RuleKind
from pipeline.rules.match import Match, Matcher

GIVEN = ("action-first-name", "action-first-name-by")
WILL = ("frame-will", "frame-has-and-will", "frame-does-and-will")
HE_WOULD = ("frame-would", "frame-goes-on-would")
OWN_WORDS = "frame-i-will"  # and nobody's where the paper does not show who speaks
HE_AGREED = ("frame-agreed", "frame-agreed-that-he")
COULD = "frame-reply-could"  # of an official an answer, of a member a thought
LISTED = "action-list-given"
# "Zoe offered": a word that says or takes on something, as no place does.
_SPEAKS = re.compile(
    rf"(?<![\w’'-])(?<![Tt]he\s)([{UPPER}][{LOWER}]{{2,}})\s+(?:also\s+|then\s+)?(?:said|reported|volunteered|offered|asked|suggested"
    r"|explained|presented|moved|motioned|seconded|thanked|mentioned|shared|nominated|welcomed|proposed|agreed)\b"
)
# "in Moorby and Carrow", "across Tarn": a paper's places, as it tells of them.
_WHERE = re.compile(
    rf"\b(?:in|near|around|across|throughout|outside)\s((?:[{UPPER}][{LOWER}]{{2,}}(?:,\s|\sand\s))*[{UPPER}][{LOWER}]{{2,}})(?![\w’'-])"
)
_OF_PLACE = re.compile(
    rf"(?<![\w’'-])([{UPPER}][\w’'-]{{2,}})\s(?:city|county|borough|town|parish|district|village)\s+(?:and|council|meeting|committee)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    rf"\b(?:for|that|by|with|asked|,)\s(?P<names>(?:[{UPPER}][{LOWER}]{{2,}},\s)*[{UPPER}][{LOWER}]{{2,}}),?\sand\s$"
)
# "Participants will ...", "Suggestion was to ...": words that open a sentence, by how they end.
_PLAIN_END = re.compile(
    r"(?:[st]ions?|[a-z]{3}ments?|ness|[a-z]{2}ants|[a-z]{2}ckers|ality|ities|eracy|ships?)$|^(?!Irv|Ster|Flem)[A-Z][a-z]{2,}ing$"
)
_TWO_WORDS = re.compile(rf"(?<![\w’'-])([{UPPER}][{LOWER}]{{2,}})\s([{UPPER}][\w’'-]+)")


# "He would be ...", "He would consider ..." tell of a plan or a view as often as of a task.
_VIEW = re.compile(
    r"(?:[Hh]e|[Ss]he)(?:\s+would|[’']d)\s+(?:[a-z]+ly\s+|also\s+|now\s+|then\s+|however\s+)*"
    r"(?:be|have\s+been|travel|drive|spend|charge|remind|refer|describe|suggest|propose|urge|advise|point|add|consider|question|sell|build"
    r"|keep(?!\s+(?:the|all|an|a|it|this|these|them|him|her|us|everyone|members|governors|in|[A-Z])\b)|hold(?!\s+(?:an?|another|the)\b)"
    r"|turn(?!\s+(?:the|it|this|them)\b)|catch|walk(?!\s+the\b)|ride|charge|play|sing|tend|seek\s+to|act(?!\s+on\b)|deal(?!\s+with\b)"
    r"|return(?!\s+(?:it|the|them|this|with)\b)|carry(?!\s+out\b)"
    r"|bring(?!\s+(?:it|this|that|these|them|some|his|her|a|an|the|back|along|forward|up)\b))\b"
)


def _is_his(match: Match) -> bool:
    """ "He will ask", "He agreed to price it", "He would summarise it": his to do; not what he would be or think."""
    if match.rule.id in HE_WOULD:
        return _VIEW.match(match.text[match.spans["owner"][0] :]) is None
    # "Bob said that he is planning a visit"
    return match.get("owner").islower() or match.rule.id in (*WILL, *HE_AGREED)


class Informed(Matcher):
    """A matcher that takes a lone word for a first name only where this paper shows that somebody has it."""

    def __init__(
        self,
        matcher: Matcher,
        given: frozenset[str],
        small: frozenset[str],
        masks: Masks,
        pronouns: Mapping[str, str],
        heads: frozenset[str],
    ) -> None:
        self._matcher = matcher
        self._masks = masks
        self.given = given
        self._small = small  # and places
        self._pronouns = pronouns
        self._heads = heads

    def find(
        self, kind: RuleKind, text: str, *, section: str = "", paper: str = "", part: Part | str = ""
    ) -> list[Match]:
        """Every match but those of a first name that nobody has."""
        found = self._matcher.find(kind, text, section=section, paper=paper, part=part)
        told = [
            self._with_others(match)
            for match in found
            if match.rule.id not in (*GIVEN, LISTED) or self.knows(match.get("owner"), listed=match.rule.id == LISTED)
        ]
        return [*told, *self._framed(text)] if kind == "action" and part == "text" else told

    def _with_others(self, match: Match) -> Match:
        """ "for Christa and Rick to return": a rule saw only Rick, whom the list has."""
        others = _OTHERS.search(match.text[: match.spans["owner"][0]]) if match.rule.id in GIVEN else None
        if others is None or not self.knows(others["names"]):
            return match
        return replace(match, spans={**match.spans, "owner": (others.start("names"), match.spans["owner"][1])})

    def _framed(self, text: str) -> list[Match]:
        """What the frames of commitments find in the text with its owners masked, told of the text itself."""
        masked = self.masked(text)
        told = [replace(match, text=text) for match in self._matcher.find("action", masked, part="frame")]
        told = [match for match in told if match.rule.id != COULD or self._masks.attends(match.get("owner"))]
        return [match for match in told if match.get("owner").casefold() not in ("he", "she") or _is_his(match)]

    def masked(self, text: str) -> str:
        """The text with its owners masked, letter for letter."""
        return self._masks.mask(text)

    def is_here(self, words: str) -> bool:
        """Do the words name somebody on this paper's lists of people, or a post that one of them holds?"""
        return self._masks.is_here(words)

    def pronoun_of(self, words: str) -> str:
        """ "she" or "he", as the paper's titles or a given name tell of somebody; "" where they do not."""
        told = {self._pronouns.get(word, "") for word in re.findall(r"[^\s.,]+", words)} - {""}
        return told.pop() if len(told) == 1 else ""

    def is_person(self, words: str) -> bool:
        """Are the words nothing but somebody of this paper: a name, initials, a post?"""
        return set(self.masked(words)) == {PERSON}

    def first(
        self, kind: RuleKind, text: str, *, section: str = "", paper: str = "", part: Part | str = ""
    ) -> Match | None:
        """The first match of the first rule that has one."""
        if kind == "action" and part in ("text", "list"):
            return next(iter(self.find(kind, text, section=section, paper=paper, part=part)), None)
        return self._matcher.first(kind, text, section=section, paper=paper, part=part)

    def is_small(self, word: str) -> bool:
        """Does the paper have the word, or its singular, in small letters, or as a place?"""
        return bool(self._small & {word.casefold(), word.casefold().removesuffix("s")})

    def heads(self, word: str) -> bool:
        """Does the word stand in capitals at the head of the paper, where its body is named?"""
        return word.casefold() in self._heads

    def knows(self, words: str, *, listed: bool = False) -> bool:
        """Each word is on a list of people or before a surname, or could be a name and is nowhere a small word."""
        return all(
            word in self.given
            or (
                not listed
                and word.casefold() not in self._small
                and word.casefold() not in word_lists().no_given
                and may_be_name(word)
                and not _PLAIN_END.search(word)
            )
            for word in re.findall(rf"[{UPPER}][\w’'-]+", words)
        )


def informed(matcher: Matcher, outline: Outline, people: Sequence[FoundPerson] = ()) -> Informed:
    """A matcher that knows which words of this paper are people's, and which are plain words."""
    given: set[str] = set()
    small: set[str] = set()
    speaking: set[str] = set()
    places: set[str] = set()
    told_of: list[str] = []
    heads: set[str] = set()
    for section in outline.sections:
        told = (part.lines if isinstance(part, Table) else (part,) for part in section.body)
        for text in (section.title, *(line.text for lines in told for line in lines)):
            told_of.append(text)
            small.update(re.findall(r"(?<![\w’'-])[a-zß-ÿ]{2,}(?![\w’'-])", text))
            speaking.update(_SPEAKS.findall(text))
            places.update(word for words in _WHERE.findall(text) for word in re.split(r",\s|\sand\s", words))
            if section.kind == "front":
                places.update(word.capitalize() for word in _OF_PLACE.findall(text))
                heads.update(word.casefold() for word in re.findall(rf"(?<![\w’'-])[{UPPER}][\w’'-]+", text))
            if section.kind in ("front", "attendance"):
                given.update(re.findall(rf"(?<![\w’'-])[{UPPER}][{LOWER}]+(?![\w’'-])", text))
            given.update(
                first for first, last in _TWO_WORDS.findall(text) if may_be_name(first) and is_person(f"{first} {last}")
            )
    places -= {word for person in people for word in person.name.split()}
    given -= places
    small |= {word.casefold() for word in places}
    speakers = [word for word in sorted(speaking) if word.casefold() not in small and may_be_name(word)]
    masks = Masks(matcher, people, [*speakers, *_lettered_posts(people, told_of)])
    return Informed(matcher, frozenset(given), frozenset(small), masks, pronouns_of(people, told_of), frozenset(heads))


def _lettered_posts(people: Sequence[FoundPerson], texts: Iterable[str]) -> list[str]:
    """ "DOS P. Box said": letters that a paper sets before one of its people and nobody else are that one's post."""
    families = "|".join(re.escape(split_name(person.name)[1]) for person in people) or "(?!)"
    lettered = re.compile(
        rf"(?<![\w.])(?!PC|CC|MD)([{UPPER}]{{2,4}})\s(?:[{UPPER}]\.\s?){{1,2}}({families})(?![\w’'-])"
    )
    told: dict[str, set[str]] = {}
    for text in texts:
        for letters, family in lettered.findall(text):
            told.setdefault(letters, set()).add(family)
    return [letters for letters, of in told.items() if len(of) == 1]


# "Mrs Box", "Mr A. J. Box", "Cllr Mrs Ann Box": whom a title tells of.
_TITLED = re.compile(
    rf"\b(?:(?P<she>Mrs|Ms|Miss|Dame|Lady)|Mr|Sir|Lord|Fr)\.?\s(?:[{UPPER}]\.?\s)*(?:[{UPPER}][{LOWER}]+\s)?([{UPPER}][\w’'-]+)"
)


def pronouns_of(people: Sequence[FoundPerson], texts: Iterable[str]) -> dict[str, str]:
    """Names and surnames, each with the pronoun that a title in the texts or somebody's given name gives it."""
    told: dict[str, set[str]] = {}
    lists = word_lists()
    for person in people:
        given, family = split_name(person.name)
        first = given.split(" ")[0]
        for pronoun, names in (("she", lists.given_she), ("he", lists.given_he)):
            if first in names:
                told.setdefault(first, set()).add(pronoun)
                told.setdefault(family, set()).add(pronoun)
    for text in texts:
        for found in _TITLED.finditer(text):
            told.setdefault(found[2], set()).add("she" if found["she"] else "he")
    return {name: pronouns.pop() for name, pronouns in told.items() if len(pronouns) == 1}
