"""Papers at an address: file://, s3://, https:// and whatever else fsspec knows. The only file that knows fsspec.

The library is loaded when an address is used; paths of this machine never need it.
"""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from pipeline.problem import SettingError, UnreadableError

TRIES = 3
"""How often a paper is asked for before it counts as out of reach."""
AT_ONCE = 8
TYPED = ("corrections.yaml", "updates.yaml", "people.yaml")
"""Files beside papers that people type; they are no papers."""
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_CHANGES = ("size", "ETag", "etag", "mtime", "LastModified", "last_modified", "updated", "created", "md5")


@dataclass(frozen=True, slots=True)
class Address:
    """A paper at an address; `mark` differs when its bytes do, and is "" where the storage tells nothing of that."""

    url: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """What lies at an address that was given.

    Attributes:
        root: the folder's own address, where it is one and the list of its papers is sure to be whole; else "".
    """

    papers: tuple[Address, ...]
    root: str = ""


@dataclass(frozen=True, slots=True)
class Hashed:
    """The sha256 of a paper at an address, or one sentence why there is none."""

    url: str
    sha256: str = ""
    fault: str = ""


def is_address(name: str) -> bool:
    """Whether a name is an address and no path."""
    return _ADDRESS.match(name) is not None


def find(url: str) -> Place:
    """The paper at an address, or all papers below it, sorted; hidden files and what people type are left out.

    Raises:
        SettingError: nothing is there, it can't be reached, or the library for it is missing.
    """
    storage, path = storage_of(url)
    try:
        folder = url.endswith("/") or (not _is_web(url) and storage.isdir(path))
        found = storage.find(path, detail=True) if folder else {path: storage.info(path)}
    except Exception as error:
        raise SettingError(f"{url}: can't be reached: {why(error)}.", hint="Check the address.") from error
    papers = [
        Address(storage.unstrip_protocol(name), _mark(facts))
        for name, facts in sorted(found.items())
        if facts.get("type") != "directory" and not (folder and _is_no_paper(name, path))
    ]
    if not papers:
        raise SettingError(f"{url}: there are no papers.", hint="Check the address.")
    # A web page lists what it likes: a paper that it no longer names may well be there.
    return Place(tuple(papers), storage.unstrip_protocol(path).rstrip("/") if folder and not _is_web(url) else "")


def hashes(urls: Iterable[str]) -> Iterator[Hashed]:
    """The sha256 of each paper, several fetched at once, in order."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield from pool.map(hash_of, urls)


def hash_of(url: str) -> Hashed:
    """The sha256 of one paper.

    Raises:
        SettingError: the library for such addresses is missing.
    """
    try:
        with at_hand(url) as path, path.open("rb") as file:
            return Hashed(url, hashlib.file_digest(file, "sha256").hexdigest())
    except UnreadableError as error:
        return Hashed(url, fault=str(error))


@contextmanager
def at_hand(url: str) -> Iterator[Path]:
    """A copy of a paper on this machine, under its own name, for as long as the block runs.

    Raises:
        UnreadableError: it can't be fetched.
        SettingError: the library for such addresses is missing.
    """
    storage, path = storage_of(url)
    with tempfile.TemporaryDirectory(prefix="minutebook-") as folder:
        copy = Path(folder) / (re.sub(r"[^\w.,()+ -]", "_", PurePosixPath(path).name)[-100:].lstrip(".") or "paper")
        _patiently(url, lambda: storage.get_file(path, str(copy)))
        yield copy


def storage_of(url: str) -> tuple[Any, str]:
    """The fsspec file system of an address, and the path in it.

    Raises:
        SettingError: the address or its library can't be used.
    """
    if urlsplit(url).password is not None:
        raise SettingError(
            f"{url.split('://')[0]}://…: an address is written into records and must hold no password.",
            hint="Put it into the storage's own settings.",
        )
    try:
        from fsspec.core import url_to_fs

        storage, path = url_to_fs(url)
    except ImportError as error:
        own = error.name == "fsspec"
        what = f"{url}: can't be used: {'the library fsspec is missing' if own else why(error)}."
        raise SettingError(what, hint="pip install 'minutebook[cluster]'" if own else "") from error
    except Exception as error:
        raise SettingError(f"{url}: can't be used: {why(error)}.", hint="Check the address.") from error
    return storage, path


def why(error: Exception) -> str:
    """What a storage library says, in one line."""
    if isinstance(error, FileNotFoundError):  # some say no more than the name
        return "there is no such file"
    said = " ".join(str(getattr(error, "strerror", None) or error).split())
    return said[:200].rstrip(".") or type(error).__name__


def _patiently(url: str, fetch: Callable[[], object]) -> None:
    for again in range(TRIES):
        try:
            fetch()
            return
        except Exception as error:
            # What is not there, or not ours to read, does not come by waiting.
            if isinstance(error, FileNotFoundError | PermissionError | IsADirectoryError) or again + 1 == TRIES:
                hint = "Check that it is there and that you may read it."
                raise UnreadableError(
                    f"{url}: can't be fetched: {why(error)}.", reason="no-access", hint=hint
                ) from error
            time.sleep(again + 0.5)


def _mark(facts: Mapping[str, object]) -> str:
    """A hash of what the storage says of a paper that changes with its bytes; a size alone proves nothing."""
    known = {key: str(facts[key]) for key in _CHANGES if facts.get(key) is not None}
    return hashlib.sha256(json.dumps(known).encode()).hexdigest()[:16] if known.keys() - {"size"} else ""


def _is_no_paper(path: str, folder: str) -> bool:
    hidden = any(part.startswith((".", "~$")) for part in path.removeprefix(folder).split("/"))
    return hidden or path.rsplit("/", 1)[-1] in TYPED or path.endswith("/corpus/README.md")


def _is_web(url: str) -> bool:
    return url.lower().startswith(("http:", "https:"))
