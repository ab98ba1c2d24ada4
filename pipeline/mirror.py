"""Records at an address (`ingest --to`): a copy of what stands in output/, of which only the changes are sent.

output/ stays the place where records are made, since their ids hang on all papers of the workspace. What was sent is
noted in output/.ledger, so that an unchanged record costs nothing; a batch cut short sends the rest the next time.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from pipeline.address import AT_ONCE, storage_of, why
from pipeline.problem import SettingError
from pipeline.workspace import Workspace
from pipeline.write import write_atomic


@dataclass(frozen=True, slots=True)
class Sent:
    """How many records were written to an address, and how many taken away there."""

    written: int
    removed: int


def send(
    workspace: Workspace,
    url: str,
    *,
    anew: bool = False,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Sent:
    """Write the records of a workspace to an address, at the paths that they have in output/.

    Args:
        anew: send those too that were sent before.
        progress: called with (records done, records in all).

    Raises:
        SettingError: the address can't be written to.
    """
    storage, root = storage_of(url)
    note = workspace.ledger / f"sent-{hashlib.sha256(url.rstrip('/').encode()).hexdigest()[:16]}"
    before = _noted(note)
    now = {one: hashlib.sha256(workspace.path_of(one).read_bytes()).hexdigest() for one in workspace.record_ids()}
    due = [one for one, sha256 in now.items() if anew or before.get(one) != sha256]
    gone = sorted(before.keys() - now.keys())

    def write(one: str) -> None:
        content, place = workspace.path_of(one).read_bytes(), f"{root.rstrip('/')}/{one}.yaml"
        if "file" in storage.protocol:
            write_atomic(Path(place), content)
        else:
            storage.makedirs(place.rsplit("/", 1)[0], exist_ok=True)
            storage.pipe_file(place, content)

    try:
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for done, _ in enumerate(pool.map(write, due), start=1):
                progress(done, len(due))
        for one in gone:
            place = f"{root.rstrip('/')}/{one}.yaml"
            if storage.exists(place):
                storage.rm_file(place)
    except Exception as error:
        hint = "The records are in output/; the same command sends the rest."
        raise SettingError(f"{url}: can't be written to: {why(error)}.", hint=hint) from error
    write_atomic(note, json.dumps(now).encode("utf-8"))
    return Sent(len(due), len(gone))


def _noted(note: Path) -> dict[str, str]:
    try:
        return {str(one): str(sha256) for one, sha256 in json.loads(note.read_text("utf-8")).items()}
    except (OSError, ValueError, AttributeError):
        return {}
