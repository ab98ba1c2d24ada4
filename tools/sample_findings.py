"""Draw findings of `minutebook check` at random, for a reader to judge beside the papers (docs/checks.md).

    python tools/sample_findings.py WORKSPACE --seed 7 [--count 100] [--plain]

Stratified: every code gives `FLOOR` findings or all it has, the rest are drawn from all findings left, so that codes
with many findings give more. With --plain all are drawn from all findings, whatever their code. The same records, seed
and count give the same draw.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from pipeline.check import check
from pipeline.check.finding import Finding, Place
from pipeline.check.papers import Papers
from pipeline.rules.in_force import matcher_of
from pipeline.shelf import bodies_of, read_shelf
from pipeline.workspace import Workspace

FLOOR = 4  # findings that every code gives, where it has them


def findings_of(root: Path) -> list[Finding]:
    """All findings of a workspace, in an order of their own."""
    shelf = read_shelf(Workspace(root))
    matcher = matcher_of(None)
    bodies = bodies_of(shelf.records)
    found = check(Papers.of(slug, records, matcher.for_body(slug)) for slug, records in bodies.items())
    return sorted(found, key=lambda one: (one.code, one.place.record.id, one.message))


def draw(findings: Sequence[Finding], count: int, seed: int, *, plain: bool = False) -> list[Finding]:
    """Some of the findings, at random, in the order given."""
    dice = random.Random(seed)
    places = list(range(len(findings)))
    chosen: set[int] = set()
    if not plain:
        for code in sorted({finding.code for finding in findings}):
            mine = [place for place in places if findings[place].code == code]
            chosen.update(dice.sample(mine, min(FLOOR, len(mine))))
        if len(chosen) > count:
            chosen = set(dice.sample(sorted(chosen), count))
    left = [place for place in places if place not in chosen]
    chosen.update(dice.sample(left, min(count - len(chosen), len(left))))
    return [findings[place] for place in sorted(chosen)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workspace", type=Path)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--plain", action="store_true", help="draw from all findings, whatever their code")
    given = parser.parse_args()
    findings = findings_of(given.workspace)
    chosen = draw(findings, given.count, given.seed, plain=given.plain)
    all_of, drawn = (Counter(one.code for one in some) for some in (findings, chosen))
    print(f"{len(findings)} findings, {len(chosen)} drawn with seed {given.seed}{', plainly' if given.plain else ''}\n")
    for code in sorted(all_of):
        print(f"{code:<30} {all_of[code]:>5} {drawn[code]:>4}")
    for number, finding in enumerate(chosen, start=1):
        print(f"\n{number}. [{finding.code}, {finding.severity}] {finding.message}")
        for place in (finding.place, finding.other):
            if place is not None:
                print(f"   {_told(place)}")


def _told(place: Place) -> str:
    evidence = place.evidence
    where = f"{place.record.id} ({place.record.source.path})"
    if evidence is None:
        return where
    spot = f"page {evidence.page}" if evidence.page else evidence.block or f"line {evidence.line}"
    return f"{where}, {spot}: “{evidence.quote[:400]}”"


if __name__ == "__main__":
    main()
