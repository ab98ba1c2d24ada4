"""The words of a paper as gold counts them: split at white space, page by page.

Independent of the readers, so that a place in gold means the same words whatever the program learns to read.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
import unicodedata
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from lxml import etree, html

from pipeline.read.office import as_word

_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}
# Texts, and the elements that part one word from the next; XPath gives both in the order of the document.
_WORD = "//w:t[not(ancestor::mc:Fallback)]/text() | //w:p | //w:tab | //w:br"  # a fallback says the same once more
_OPEN = "//text:p//text() | //text:h//text() | //text:p | //text:h | //text:tab | //text:s | //text:line-break"
_INLINE = "a abbr b cite code em font i mark q s small span strong sub sup u".split()
_HTML = (
    "//body//text()[not(ancestor::script or ancestor::style)]"
    f" | //body//*[not({' or '.join(f'self::{name}' for name in _INLINE)})]"
)
_PARTS = re.compile(r"word/(?:document|header\d*|footer\d*)\.xml|content\.xml")
_MEDIA = {".doc": "application/msword", ".rtf": "application/rtf"}
SUMS = re.compile(r"#[0-9a-f]{8}(?: #[0-9a-f]{8})*")
"""A quote of which only the checksum of each word is known."""
_SPLIT = re.compile(r"(?:[\ufffe\xad\x02]\s*|(?<=[a-z])-\s+(?=[a-z]))")


@dataclass(frozen=True, slots=True)
class Place:
    """Words `first` up to but not including `end` of a page (None: the format has no pages).

    `front` and `back` are letters left off the first word's front and the last word's end.
    """

    page: int | None
    first: int
    end: int
    front: int = 0
    back: int = 0

    def __str__(self) -> str:
        page = f"page {self.page}, " if self.page is not None else ""
        return f"{page}words {self.first} to {self.end}"


class PaperWords:
    """The words of a paper, read when they are first asked for."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def pages(self) -> dict[int | None, list[str]]:
        """Page number (1-based; None alone where the format has no pages) -> its words."""
        if self.path.suffix.lower() == ".pdf":
            return {number: text.split() for number, text in enumerate(_pdf(self.path), start=1)}
        return {None: _plain(self.path).split()}

    @property
    def scanned(self) -> bool:
        """Is it a PDF of pictures alone, without a word to count?"""
        return None not in self.pages and not any(self.pages.values())

    def quote(self, places: Iterable[Place]) -> str:
        """The words at these places in a row, words cut by a line's end made whole; "" for what is not there."""
        said = []
        for place in places:
            words = " ".join(self.pages.get(place.page, [])[place.first : place.end])
            said.append(words[place.front : len(words) - place.back])
        return _SPLIT.sub("", " ".join(said))


def words_of(path: Path) -> PaperWords:
    """The words of a paper as it is now; kept, for LibreOffice takes seconds to open an old Word file."""
    status = path.stat()
    return _words_of(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=64)
def _words_of(path: Path, *_: int) -> PaperWords:
    return PaperWords(path)


def letters(text: str) -> str:
    """What counts of a text when two wordings are compared: its letters, digits and currency signs."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(sign for sign in folded if sign.isalnum() or sign in "£€$%")


def checksum(quote: str) -> str:
    """8 hex digits that tell whether a quote has changed."""
    return hashlib.sha256(letters(quote).encode("utf-8")).hexdigest()[:8]


def tokens(text: str) -> list[str]:
    """The words of a quote as two quotes are compared: small letters, digits and currency signs."""
    return re.sub(r"[^a-z0-9£€$%]+", " ", text.lower()).split()


def word_sums(quote: str) -> list[str]:
    """The checksum of each of a quote's words."""
    return [checksum(word) for word in tokens(quote)]


def _pdf(path: Path) -> list[str]:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def _plain(path: Path) -> str:
    """The text of a format without pages."""
    suffix = path.suffix.lower()
    if suffix in {".docx", ".odt"}:
        return _zipped(path)
    if suffix in {".doc", ".rtf"}:
        with tempfile.TemporaryDirectory(prefix="minutebook-") as folder:
            return _zipped(as_word(path, Path(folder), name=path.name, media_type=_MEDIA[suffix]))
    content = path.read_bytes()
    try:
        text, encoding = content.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        text, encoding = content.decode("cp1252", errors="replace"), "cp1252"
    if suffix in {".html", ".htm"}:
        return _said(html.document_fromstring(content, parser=html.HTMLParser(encoding=encoding)), _HTML)
    return text


def _zipped(path: Path) -> str:
    """A Word or OpenDocument file: its text, then what stands in a Word file's headers and footers."""
    with zipfile.ZipFile(path) as file:
        parts = sorted(name for name in file.namelist() if _PARTS.fullmatch(name))
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
        return "\n".join(
            _said(etree.fromstring(file.read(name), parser), _OPEN if name == "content.xml" else _WORD)
            for name in parts
        )


def _said(root: etree._Element, query: str) -> str:
    return "".join(node if isinstance(node, str) else " " for node in root.xpath(query, namespaces=_SPACES))
