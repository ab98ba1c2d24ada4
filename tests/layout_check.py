"""What a reader loses of the meeting of tests/layouts.py: python -m tests.layout_check --count 80 --seed 1"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path

from pipeline.record import Action, Record
from pipeline.run import extract
from tests.layout_meeting import ITEMS, PEOPLE, Task
from tests.layouts import Layout, drawn, items_of, owner_of, paper_of

_SMALL = frozenset("a an the to of for by in on and with that was were will it be".split())


def read_back(layout: Layout, folder: Path) -> list[Record]:
    path = folder / f"paper.{layout.form}"
    path.write_bytes(paper_of(layout))
    return extract(path)


def lost(layout: Layout, records: Sequence[Record]) -> list[str]:
    """What the records lack or invent, a line each; empty where the whole meeting was read."""
    if len(records) != 1:
        return [f"papers: {len(records)}"]
    (record,) = records
    out = [] if record.kind == "minutes" else [f"kind: {record.kind}"]
    if record.meeting.date != "2025-03-13":
        out.append(f"date: {record.meeting.date}")
    return [*out, *_attendance(record), *_items(layout, record), *_decisions(record), *_actions(layout, record)]


def _attendance(record: Record) -> Iterator[str]:
    told = {(person.name, person.status) for person in record.attendance}
    meant = {(person.name, person.status) for person in PEOPLE}
    yield from (f"attendance: -{name} {status}" for name, status in sorted(meant - told))
    yield from (f"attendance: +{name} {status}" for name, status in sorted(told - meant))


def _items(layout: Layout, record: Record) -> Iterator[str]:
    told = [(item.number.rstrip("."), _plain(item.title)) for item in record.items]
    meant = [(number, _plain(item.title)) for number, _, item in items_of(layout)]
    extra = [*meant, ("", "summary of actions")]  # a heading like those of the items
    yield from (f"items: -{number} {title}" for number, title in meant if (number, title) not in told)
    yield from (f"items: +{number} {title}" for number, title in told if (number, title) not in extra)


def _decisions(record: Record) -> Iterator[str]:
    left = list(record.decisions)
    for text, outcome in (item.decision for item in ITEMS if item.decision is not None):
        found = next((d for d in left if _same(d.text, text) and d.outcome == outcome), None)
        if found is None:
            yield f"decisions: -{text}"
        else:
            left.remove(found)
    yield from (f"decisions: +{decision.text}" for decision in left)


def _actions(layout: Layout, record: Record) -> Iterator[str]:
    left = list(record.actions)
    for task in (task for item in ITEMS for task in item.tasks):
        found = next((action for action in left if _same(action.task, task.order)), None)
        if found is None:
            yield f"actions: -{task.order}"
            continue
        left.remove(found)
        yield from _details(layout, task, found)
    yield from (f"actions: +{action.task}" for action in left)


def _details(layout: Layout, task: Task, action: Action) -> Iterator[str]:
    owners = [owner.name for owner in action.owners]
    if owners not in ([PEOPLE[task.owner].name], [owner_of(task, layout)] if layout.who == "post" else None):
        yield f"owners: {owners} for {owner_of(task, layout)}: {task.order}"
    if action.due.date != task.date:
        yield f"due: {action.due.text} for {task.day}: {task.order}"
    if action.carried or action.status != "open":
        yield f"state: carried {action.carried}, {action.status}: {task.order}"


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def _same(told: str, meant: str) -> bool:
    """All that was meant is told, and not much besides: an owner or a date may stand with a task."""
    told_words, meant_words = ([w for w in _plain(t).split() if w not in _SMALL] for t in (told, meant))
    missing = [word for word in meant_words if word not in told_words]
    return len(missing) <= 0.12 * len(meant_words) and len(told_words) <= len(meant_words) + 9


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=80)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="this one alone, with its record")
    parser.add_argument("--keep", type=Path, help="a folder for its file")
    parser.add_argument("--fixed", nargs="*", default=[], metavar="FIELD=VALUE", help="what all of them shall have")
    options = parser.parse_args()
    layouts = drawn(options.seed, options.count, dict(word.split("=") for word in options.fixed))
    whole = 0
    seen: Counter[tuple[str, object]] = Counter()
    failed: Counter[tuple[str, object]] = Counter()
    kinds: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        for at, layout in enumerate(layouts):
            if options.only is not None and at != options.only:
                continue
            records = read_back(layout, options.keep or Path(folder))
            misses = lost(layout, records)
            whole += not misses
            kinds.update({miss.split(":")[0] for miss in misses})
            for field in fields(Layout):
                key = field.name, getattr(layout, field.name)
                seen[key] += 1
                failed[key] += bool(misses)
            if misses:
                print(f"{at:3} {' '.join(f'{f.name}={getattr(layout, f.name)}' for f in fields(Layout))}")
                print("".join(f"      {miss}\n" for miss in misses[: 60 if options.only is not None else 8]), end="")
    print(f"whole: {whole} of {len(layouts)};", ", ".join(f"{kind} {count}" for kind, count in kinds.most_common()))
    worst = sorted(seen, key=lambda key: -failed[key] / seen[key])[:25]
    print("  ".join(f"{name}={value} {failed[name, value]}/{seen[name, value]}" for name, value in worst))


if __name__ == "__main__":
    main()
