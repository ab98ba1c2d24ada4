"""Which rules read which paragraphs of a paper: what `minutebook rules explain` prints."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from pipeline import rulecheck
from pipeline.outline import outline
from pipeline.paper import Paragraph
from pipeline.problem import SettingError
from pipeline.read import read
from pipeline.rules import RuleKind
from pipeline.run import matcher_of
from pipeline.split import split
from pipeline.workspace import Workspace


def explain_paper(
    path: Path, workspace: Workspace, *, kind: str = "", words: str = ""
) -> Iterator[tuple[str, rulecheck.Explained]]:
    """(place, explanation) of each paragraph, in order.

    Args:
        kind: only rules of this kind; all where "".
        words: only paragraphs that hold these words, capitals or not.

    Raises:
        SettingError: no such file, no such kind of rule.
        UnreadableError: the file can't be read.
    """
    kinds = [one for one in get_args(RuleKind) if kind in ("", one)]
    if not kinds:
        raise SettingError(f"{kind}: no kind of rule.", hint=f"The kinds are {', '.join(get_args(RuleKind))}.")
    if not path.is_file():
        raise SettingError(f"{path}: there is no such file.", hint="Check its name.")
    matcher = matcher_of(workspace.root)
    for paper in split(read(path), matcher):
        for section in outline(paper, matcher).sections:
            for paragraph in (*([section.heading] if section.heading else []), *section.paragraphs):
                if words.lower() in paragraph.text.lower():
                    asked = rulecheck.Asked(paragraph.text, section.kind, paper.kind, paragraph.kind)
                    yield (
                        f"{section.kind} {_place(paragraph)}".strip(),
                        rulecheck.explain(matcher.book, [asked], kinds=kinds)[0],
                    )


def lines_of(place: str, explained: rulecheck.Explained, *, near: int) -> Iterator[tuple[str, str]]:
    """An explanation as (style, line)s, with as many of the rules that nearly read it."""
    yield "heading", f"{place}: {explained.asked.text}"
    for one in explained.read:
        values = ", ".join(f"{name}: {value}" for name, value in one.values.items())
        yield "decision", f"  {one.rule.kind}/{one.rule.id} reads “{one.quote}”{' -> ' if values else ''}{values}"
    for missed in explained.missed[:near]:
        yield "quiet", f"  {missed.rule.kind}/{missed.rule.id} does not: {missed.detail}"


def _place(paragraph: Paragraph) -> str:
    line = paragraph.lines[0]
    places = (("page", line.page), ("line", line.number), ("", line.block))
    return " ".join(f"{name} {place}".strip() for name, place in places if place)
