"""The command of officers: search what was decided, what is to be done, what was spent."""

from __future__ import annotations

import re
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline.cli.terminal import AsJson, Root, app, print_json, workspace_at

if TYPE_CHECKING:
    from pipeline.search import Hit, Progress, Results


class Kind(StrEnum):
    DECISION = "decision"
    ACTION = "action"
    MINUTE = "minute"
    ITEM = "item"
    MONEY = "money"
    TABLE = "table"
    RECOMMENDATION = "recommendation"
    QUESTION = "question"
    SECTION = "section"
    PAPER = "paper"
    ATTENDANCE = "attendance"


class Taken(StrEnum):
    AGREED = "agreed"
    NOTED = "noted"
    RECOMMENDED = "recommended"
    ELECTED = "elected"
    DEFERRED = "deferred"
    REFUSED = "refused"


Kinds = Annotated[list[Kind] | None, typer.Option("--kind", "-k", help="Only such entries; may be repeated.")]
Bodies = Annotated[list[str] | None, typer.Option("--body", "-b", help="Only bodies with these words in their name.")]
Since = Annotated[str | None, typer.Option("--from", metavar="DATE", help="Meetings from this day, month or year.")]
Until = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Meetings until this day, month or year.")]
Index = Annotated[
    str,
    typer.Option(
        "--index",
        metavar="ADDRESS",
        envvar="MINUTEBOOK_INDEX",
        help="An index on a server that many share: postgresql://host/database.",
        show_default="the workspace's own",
    ),
]

Marks = tuple[tuple[int, int], ...]
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


@app.command(
    rich_help_panel="Ask the books",
    epilog="Example: minutebook search 'grant* AND \"sports pavilion\"' --kind decision --from 2024",
)
def search(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WORDS…", help='Any form of each word; "words in a row"; begin*; AND, OR, NOT and brackets.'
        ),
    ] = None,
    kinds: Kinds = None,
    bodies: Bodies = None,
    since: Since = None,
    until: Until = None,
    owner: Annotated[str, typer.Option(help="Actions of this person or post.")] = "",
    person: Annotated[str, typer.Option(help="Entries that name this person, in whatever part.")] = "",
    outcomes: Annotated[list[Taken] | None, typer.Option("--outcome", help="Decisions that ended so.")] = None,
    item: Annotated[str, typer.Option(help="Number of an item or minute, or words of its heading.")] = "",
    least: Annotated[
        str | None, typer.Option("--min-amount", metavar="SUM", help="Sums from 5000, 5,000, 1.2m.")
    ] = None,
    most: Annotated[str | None, typer.Option("--max-amount", metavar="SUM", help="Sums up to this one.")] = None,
    marked: Annotated[bool, typer.Option("--marked", help="Only actions that the paper marks as such.")] = False,
    public: Annotated[bool, typer.Option("--public", help="Leave out what is exempt.")] = False,
    newest: Annotated[bool, typer.Option("--newest", help="The newest first, not the best.")] = False,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="Results to show.")] = 10,
    index: Index = "",
    update: Annotated[bool, typer.Option("--update", help="Bring the index on the server up to date first.")] = False,
    as_json: AsJson = False,
    root: Root = Path(),
) -> None:
    """Search decisions, actions, minutes, sums and tables of all records."""
    from pipeline.search.filters import Filters, amount_typed, day_typed
    from pipeline.search.index import bring_up_to_date, find

    typed = " ".join(words or [])
    filters = Filters(
        kinds=tuple(kind.value for kind in kinds or ()),
        bodies=tuple(bodies or ()),
        since=day_typed("--from", since, last=False),
        until=day_typed("--to", until, last=True),
        owner=owner,
        person=person,
        outcomes=tuple(one.value for one in outcomes or ()),
        item=item,
        least=amount_typed("--min-amount", least),
        most=amount_typed("--max-amount", most),
        marked=marked,
        public=public,
    )
    workspace = workspace_at(root)
    if update and not typed and filters == Filters():
        read, entries = bring_up_to_date(workspace, address=index, progress=_progress())
        print(f"{read} records were read; the index holds {entries} entries.")
        return
    results = find(
        workspace,
        typed,
        filters,
        limit=limit,
        newest=newest,
        address=index,
        update=update or None,
        progress=_progress(),
    )
    for fault in results.faults:
        print(f"Not searched: {fault}", file=sys.stderr)
    if as_json:
        print_json(_json(typed, results))
    else:
        _print(results, limit)


def _progress() -> Progress:
    """A line that counts on a terminal, nothing elsewhere."""

    def show(done: int, total: int) -> None:
        if sys.stderr.isatty() and (done % 20 == 0 or done == total):
            end = "\r\x1b[K" if done == total else ""
            print(f"\rIndexing records: {done} of {total}", end=end, file=sys.stderr, flush=True)

    return show


def _print(results: Results, limit: int) -> None:
    colour = sys.stdout.isatty()
    for number, hit in enumerate(results.hits, start=1):
        print("\n".join(_lines(number, hit, colour)))
        print()
    shown = len(results.hits)
    if results.more:
        print(f"Very many match. {results.found} were ranked: the newest, and those with the words in their heading.")
        print("More words, or --body, --kind, --from, narrow it down.")
    elif results.found > shown:
        print(f"{shown} of {results.found} results; --limit {min(1000, results.found)} shows more.")
    elif results.found:
        print(f"{results.found} result{'s' if results.found > 1 else ''}.")
    elif results.searched:
        print("Nothing was found.")
    else:
        print("There are no records yet: ingest some papers first.")
    if results.suggestion:
        print(f"Did you mean: {results.suggestion}")


def _lines(number: int, hit: Hit, colour: bool) -> list[str]:
    row = hit.row
    what = {"decision": str(row.get("outcome", "")).upper() or "DECISION"}.get(hit.kind, hit.kind.upper())
    if hit.kind == "action" and not row.get("marked"):
        what = "PROMISED"
    exempt = {"exempt": " [EXEMPT]", "unsure": " [PERHAPS EXEMPT]"}.get(str(row.get("visibility")), "")
    minute = f"minute {row['minute']}" if "minute" in row else f"item {row['item']}" if "item" in row else ""
    page = f"p. {row['page']}" if "page" in row else "" if hit.kind == "paper" else _place(str(row.get("place", "")))
    place = " · ".join(filter(None, (hit.body, hit.date or "no date", minute, page)))
    lines = [f"{number:>3}. {_strong(what, colour)}{exempt}  {place}"]
    if hit.title and hit.title != hit.sentence:
        lines.append(f"     {_marked(hit.title, hit.title_marks, colour).rstrip(' .:')}:")
    lines.append(f"     {_marked(hit.sentence, hit.marks, colour)}{_who(hit)}")
    if "entry" in row:
        lines.append(f"     id {row['entry']}")
    lines.append(f"     minutebook show {hit.record}")
    return lines


def _place(block: str) -> str:
    """A place in a file without pages: p12, t3.r2.c1."""
    if found := re.fullmatch(r"p(\d+)", block):
        return f"paragraph {found[1]}"
    if found := re.match(r"t(\d+)\.r(\d+)", block):
        return f"table {found[1]}, row {found[2]}"
    return block


def _who(hit: Hit) -> str:
    row = hit.row
    if hit.kind != "action":
        return ""
    parts = [", ".join(row.get("people", ())) or "no owner stated"]
    if "due" in row:
        parts.append(f"due {row['due']}")
    if row.get("status") != "open":
        parts.append(str(row.get("status")))
    return f" [{'; '.join(parts)}]"


def _strong(text: str, colour: bool) -> str:
    return f"{_BOLD}{text}{_PLAIN}" if colour else text


def _marked(text: str, marks: Marks, colour: bool) -> str:
    before, after = (_BOLD, _PLAIN) if colour else ("**", "**")
    out, last = [], 0
    for start, end in marks:
        out += [text[last:start], before, text[start:end], after]
        last = end
    return "".join((*out, text[last:]))


def _json(typed: str, results: Results) -> dict[str, Any]:
    return {
        "query": typed,
        "found": results.found,
        "more": results.more,
        "suggestion": results.suggestion or None,
        "faults": results.faults,
        "results": [_entry(hit) for hit in results.hits],
    }


def _entry(hit: Hit) -> dict[str, Any]:
    row = hit.row
    return {
        "id": hit.record,
        "kind": hit.kind,
        "entry": row.get("entry"),
        "body": hit.body,
        "date": hit.date or None,
        "item": row.get("item"),
        "minute": row.get("minute"),
        "page": row.get("page"),
        "place": row.get("place"),
        "title": hit.title or None,
        "title_marks": hit.title_marks,
        "sentence": hit.sentence,
        "marks": hit.marks,
        "text": row.get("text"),
        "people": row.get("people", []),
        "outcome": row.get("outcome"),
        "status": row.get("status"),
        "due": row.get("due"),
        "amount": row.get("amount"),
        "marked": row.get("marked", False),
        "visibility": row.get("visibility", "public"),
        "score": round(hit.score, 3),
    }
