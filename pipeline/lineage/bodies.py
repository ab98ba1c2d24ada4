"""Bodies by the names that papers use for them: "the Council", "FGB", "Cabinet"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.record import Record

_WORD = re.compile(r"[a-z]{2,}")
_KIND = frozenset(
    "council committee cabinet board forum panel group governors trustees assembly executive authority body sub "
    "full the of and for to a parish town county city district borough community school schools meeting".split()
)


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies of a workspace: slug -> the words of its names."""

    words: dict[str, frozenset[str]]
    names: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, records: Iterable[Record]) -> Bodies:
        """By the names that their papers give, and their slugs."""
        names: dict[str, set[str]] = {}
        for record in records:
            slug = record.slug
            names.setdefault(slug, {slug.replace("-", " ")})
            if record.meeting.body:
                names[slug].add(record.meeting.body)
        words = {
            slug: frozenset(w for name in found for w in _WORD.findall(name.lower())) for slug, found in names.items()
        }
        return cls(words, {slug: tuple(sorted(found)) for slug, found in sorted(names.items())})

    def called(self, name: str, *, by: str) -> list[str]:
        """The slugs of those whom a paper of the body `by` can mean by a name; related ones before all others."""
        plain = re.sub(r"^(?:the|full)\s+|\s+meeting$", "", name.strip(), flags=re.IGNORECASE).strip()
        found = [slug for slug in self.words if slug != by and self._fits(slug, plain)]
        own = self.words.get(by, frozenset()) - _KIND
        related = [slug for slug in found if own & self.words[slug]]
        return sorted(related or (found if len(_WORD.findall(plain.lower())) > 1 else []))

    def is_own(self, name: str, slug: str) -> bool:
        """Does the name say no more than this body's own names do?"""
        return frozenset(_WORD.findall(name.lower())) <= self.words.get(slug, frozenset()) | {"full", "the"}

    def _fits(self, slug: str, name: str) -> bool:
        if re.fullmatch(r"[A-Z]{2,5}", name):
            return any(_initials(one).endswith(name) for one in self.names[slug])
        words = _WORD.findall(name.lower())
        if not words:
            return False
        if len(words) == 1:  # "Council": a body whose name ends so
            return any(_WORD.findall(one.lower())[-1:] == words for one in self.names[slug])
        return set(words) <= self.words[slug]


def _initials(name: str) -> str:
    return "".join(
        word[0] for word in re.findall(r"[A-Za-z]+", name) if word.lower() not in ("of", "the", "and", "for")
    ).upper()
