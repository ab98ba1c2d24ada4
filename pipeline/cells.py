"""The cells of a row of minutes in columns: which task, owner and day belong together, and beside which notes."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.numbers import mark_of
from pipeline.paper import Cell, Line

TaskRow = tuple[tuple[Line, ...], tuple[Line, ...], tuple[Line, ...]]
"""The lines of a task, of its owners, of its day."""

LOWER = 8.0  # points: what stands so much lower stands in another row
LEVEL = 3.0  # points: lines of two columns whose tops differ by less stand side by side
TOLD = 6  # words of a block that say more than whose task it is


def task_rows(action: Sequence[Line], owner: Sequence[Line], due: Sequence[Line]) -> list[TaskRow]:
    """The tasks of one row whose owners and days have columns of their own, each with what stands beside it."""
    blocks = blocks_of(action, level_with=owner or due)
    if len(blocks) < 2:
        return [(tuple(action), tuple(owner), tuple(due))]
    owners, days = (_beside_blocks(blocks, lines) for lines in (owner, due))
    if owners is None or days is None:
        return [(tuple(action), tuple(owner), tuple(due))]
    rows: list[TaskRow] = []
    for block, who, when in zip(blocks, owners, days, strict=True):
        if rows and not who and not when and mark_of(block[0].text) is None:
            rows[-1] = ((*rows[-1][0], *block), *rows[-1][1:])  # the second paragraph of a task
        else:
            rows.append((tuple(block), tuple(who), tuple(when)))
    return rows


def blocks_of(lines: Sequence[Line], *, level_with: Sequence[Line] = ()) -> list[list[Line]]:
    """Lines cut into paragraphs: at white space, at a number or bullet, where a line of another column begins anew."""
    anew = [
        line.box[1]
        for above, line in zip([None, *level_with], level_with, strict=False)
        if line.box and (above is None or not above.box or line.box[1] - above.box[3] > 0.6 * (line.size or 10.0))
    ]
    blocks: list[list[Line]] = []
    for line in lines:
        level = line.box is not None and any(abs(line.box[1] - top) < LEVEL for top in anew)
        if not blocks or line.whole or line.gap or level or mark_of(line.text) is not None:
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _beside_blocks(blocks: Sequence[Sequence[Line]], lines: Sequence[Line]) -> list[list[Line]] | None:
    """The lines of another column by the block that they stand beside; None where nothing tells that.

    Without places a line for each block is theirs in order, and one for all is everybody's.
    """
    if not lines:
        return [[] for _ in blocks]
    if all(line.box for block in (*blocks, lines) for line in block):
        out: list[list[Line]] = [[] for _ in blocks]
        for line in lines:
            above = [n for n, block in enumerate(blocks) if not _below(block[0], line)]
            out[above[-1] if above else 0].append(line)
        return out
    if len(lines) == len(blocks):
        return [[line] for line in lines]
    marked = all(mark_of(block[0].text) is not None for block in blocks)
    return [list(lines) for _ in blocks] if marked and len(lines) == 1 else None


def _below(line: Line, other: Line) -> bool:
    """The line stands below the other, not level with it."""
    if line.page != other.page:
        return (line.page or 0) > (other.page or 0)
    assert line.box and other.box
    return line.box[1] > other.box[1] + LEVEL


def at_the_top(rows: Sequence[tuple[Sequence[Cell], Sequence[Line]]]) -> bool:
    """Do the owners of all rows stand at the top of their cells? Then none stands beside its task.

    Args:
        rows: each row's cells and what its columns of owners hold.
    """
    down: list[float] = []
    for cells, owners in rows:
        lines = [line for cell in cells for line in cell.lines]
        if not owners or len(lines) - len(owners) < 3:
            continue
        if not all(line.box for line in lines):
            return False
        first = min(lines, key=lambda line: (line.page or 0, line.box and line.box[1]))
        assert first.box and owners[0].box
        down.append(owners[0].box[1] - first.box[1] if owners[0].page == first.page else LOWER)
    return len(down) >= 2 and max(down) < LOWER


def beside(notes: Sequence[Line], owners: Sequence[Line], *, floats: bool = False) -> list[Line]:
    """Notes with each owner line after the last note line that does not stand below it.

    A block that tells a task in several lines stays whole, beside its first line.

    Args:
        floats: short owners stand at the top of every cell, and so beside nothing: behind the last note.
    """
    short = sum(len(line.text.split()) for line in owners) < TOLD
    if not notes or (floats and short) or not all(line.box for line in (*notes, *owners)):
        return [*notes, *owners]
    waiting = [
        block
        for told in blocks_of(owners)
        for block in ([told] if sum(len(line.text.split()) for line in told) >= TOLD else [[line] for line in told])
    ]
    out: list[Line] = []
    for place, line in enumerate(notes):
        out.append(line)
        after = notes[place + 1] if place + 1 < len(notes) else None
        while waiting and (after is None or _below(after, waiting[0][0])):
            out += waiting.pop(0)
    return out
