"""Zip packages of XML (Word, OpenDocument), opened with care: no bombs, no outside entities, no half files."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path
from types import TracebackType
from typing import Any

from lxml import etree

from pipeline.problem import UnreadableError

Element = Any
"""An lxml element (lxml ships no types)."""

MOST_BYTES = 200_000_000  # of all members together, unpacked
MOST_RATIO = 200  # unpacked to packed, of members beyond RATIO_FROM bytes: XML of real papers packs 10 to 30 times
RATIO_FROM = 10_000_000
STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}  # fmt: skip


class Package:
    """An open package. Use it in a `with`.

    Raises:
        UnreadableError: no package (truncated), locked, or so big unpacked that it would fill the memory.
    """

    def __init__(self, path: Path, name: str) -> None:
        self.name = name
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise truncated(name) from error
        try:
            self._check()
        except BaseException:
            self._zip.close()
            raise

    def __enter__(self) -> Package:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def _check(self) -> None:
        members = self._zip.infolist()
        total = sum(member.file_size for member in members)
        swollen = any(m.file_size > RATIO_FROM and m.file_size > MOST_RATIO * max(m.compress_size, 1) for m in members)
        if total > MOST_BYTES or swollen:
            raise UnreadableError(
                f"{self.name}: unpacked, this file would take {total // 1_000_000} MB, which no paper does.",
                reason="memory",
                hint="Open it in a word processor, take out what is too big, and save it as PDF.",
            )
        if any(member.flag_bits & 1 for member in members):
            raise locked(self.name)

    @property
    def members(self) -> frozenset[str]:
        return frozenset(self._zip.namelist())

    def bytes(self, member: str) -> bytes | None:
        """A member's bytes, None where the package has none of that name."""
        try:
            return self._zip.read(member)
        except KeyError:
            return None
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
            raise truncated(self.name) from error

    def xml(self, member: str) -> Element | None:
        """A member's root element; None where the package has none of that name or it is no XML."""
        content = self.bytes(member)
        if not content:
            return None
        for strict, usual in STRICT.items():
            content = content.replace(strict, usual)
        try:
            return etree.fromstring(content, safe_parser())
        except etree.XMLSyntaxError:
            return None


def safe_parser() -> etree.XMLParser:
    """An XML parser that fetches nothing, unfolds no entity and refuses giant or bottomless trees."""
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )


def truncated(name: str) -> UnreadableError:
    return UnreadableError(
        f"{name}: the file is damaged or only half there.",
        reason="truncated",
        hint="Fetch it again from where it came, or open and save it in a word processor.",
    )


def locked(name: str) -> UnreadableError:
    return UnreadableError(
        f"{name}: the document is locked with a password.",
        reason="encrypted",
        hint="Save a copy without the password and ingest that.",
    )
