"""What a file is, told by its content. Its suffix only settles which kind of plain text it is."""

from __future__ import annotations

import codecs
import io
import re
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from html import unescape
from pathlib import PurePath
from typing import Literal

import olefile

from pipeline.problem import UnreadableError
from pipeline.read.package import locked, truncated

Format = Literal["pdf", "picture", "docx", "odt", "office", "html", "markdown", "rst", "text"]

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"


@dataclass(frozen=True, slots=True)
class Kind:
    """A file's format (which reader it needs), media type and, for formats of text, its text."""

    format: Format
    media_type: str
    text: str = ""
    lossy: bool = False


_SCANS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
"""What scanners and telephones make of a page; other pictures are refused."""
_PICTURES = (
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"\x00\x00\x00\x0cjP  ", "JPEG 2000"),
)
_OTHERS = (
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a sound recording"),
    (b"%!PS", "a PostScript file"),
    (b"SQLite format 3\x00", "a database"),
)
_PDF_OBJECT = re.compile(rb"(?:^|[\r\n])\s*\d+ \d+ obj\b")  # what is left of a PDF whose first bytes are damaged
_PDF_END = re.compile(rb"endobj|startxref|trailer\s*<<")
_SAVE_AS = "Save it as PDF, .docx or text and ingest that."


def sniff(content: bytes, name: str) -> Kind:
    """The kind of a file.

    Args:
        content: all its bytes.
        name: as messages show it; its suffix settles markdown against plain text.

    Raises:
        UnreadableError: empty, a picture that no scanner makes, locked, truncated, or nothing that a reader reads.
    """
    if not content.strip():
        raise UnreadableError(f"{name}: the file is empty.", reason="empty", hint="Fetch it again from where it came.")
    head = content[:1024].lstrip()
    if b"%PDF" in content[:1024] or (_PDF_OBJECT.search(content) and _PDF_END.search(content)):
        return Kind("pdf", "application/pdf")
    if media_type := next((media for magic, media in _SCANS if content.startswith(magic)), ""):
        return Kind("picture", media_type)
    if picture := _picture(content):
        raise UnreadableError(
            f"{name}: this is a {picture} picture, not a document.",
            reason="not-a-document",
            hint="Save it as PNG or JPEG and ingest that.",
        )
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip(content, name)
    if content.startswith(olefile.MAGIC):
        return _ole(content, name)
    if head.startswith(b"{\\rtf"):
        return Kind("office", "application/rtf")
    if content.startswith(b"\xffWPC"):
        return Kind("office", "application/vnd.wordperfect")
    for magic, what in _OTHERS:
        if content.startswith(magic) and not _is_text(content[:4096]):
            raise _unsupported(name, what)
    return _text(content, name)


def _picture(content: bytes) -> str:
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WebP"
    if content[4:8] == b"ftyp" and content[8:12] in (b"heic", b"heix", b"mif1", b"avif"):
        return "HEIF"
    if content.lstrip()[:4] == b"<svg" or (b"<svg" in content[:400] and b"<html" not in content[:400].lower()):
        return "SVG"
    found = next((kind for magic, kind in _PICTURES if content.startswith(magic)), "")
    # A text may begin with the two letters of a bitmap.
    return "" if found == "BMP" and b"\0" not in content[:64] else found


def _unsupported(name: str, what: str) -> UnreadableError:
    return UnreadableError(f"{name}: this is {what}, which is not read.", reason="unsupported", hint=_SAVE_AS)


def _zip(content: bytes, name: str) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            members = frozenset(package.namelist())
            small = "mimetype" in members and package.getinfo("mimetype").file_size < 300
            media = package.read("mimetype").decode("ascii", "replace").strip() if small else ""
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError) as error:
        raise truncated(name) from error
    except RuntimeError as error:
        raise locked(name) from error
    if any(member.startswith("word/") and member.endswith(".xml") for member in members):
        return Kind("docx", DOCX)
    if media.startswith(ODT) or (not media and "content.xml" in members):
        return Kind("odt", ODT)
    kinds = {
        "xl/": "a spreadsheet",
        "ppt/": "a slide show",
        "Index/": "a Pages, Numbers or Keynote file",
        "META-INF/container.xml": "an e-book",
    }
    what = next((kind for start, kind in kinds.items() if any(m.startswith(start) for m in members)), "")
    if "spreadsheet" in media or "presentation" in media or "graphics" in media:
        what = "an OpenDocument file other than a text"
    raise _unsupported(name, what or "an archive")


def _ole(content: bytes, name: str) -> Kind:
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as file:
            streams = {"/".join(parts).casefold() for parts in file.listdir()}
            # Word's file information block: bit 8 of the flags at byte 10 says that it is locked.
            flags = file.openstream("WordDocument").read(12)[10:12] if "worddocument" in streams else b"\0\0"
    except Exception as error:
        raise truncated(name) from error
    if "encryptedpackage" in streams or (len(flags) == 2 and flags[1] & 1):
        raise locked(name)
    if "worddocument" in streams:
        return Kind("office", "application/msword")
    if streams & {"workbook", "book"}:
        raise _unsupported(name, "a spreadsheet")
    if "powerpoint document" in streams:
        raise _unsupported(name, "a slide show")
    if any(stream.startswith("__substg1.0") for stream in streams):
        raise _unsupported(name, "an Outlook message")
    raise _unsupported(name, "an Office file without a text")


def _is_text(sample: bytes) -> bool:
    odd = sum(1 for byte in sample if byte < 9 or (13 < byte < 32 and byte != 27) or byte == 127)
    return odd <= len(sample) // 50


def decode(content: bytes) -> tuple[str, bool]:
    """The text of a file's bytes, and whether some of them made no sense: UTF-8, UTF-16, else Windows-1252."""
    for mark, coding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if content.startswith(mark):
            return _decode(content[len(mark) :], coding)
    sample = content[:4000]
    for first, coding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(sample) > 3 and sample[first::2].count(0) > 0.4 * len(sample[first::2]) > 4 * sample[
            1 - first :: 2
        ].count(0):
            return _decode(content, coding)
    try:
        return content.decode("utf-8"), False
    except UnicodeDecodeError:
        text = content.decode("utf-8", "replace")
    # One bad byte among many good characters is damage; bad bytes alone are another coding.
    if sum(1 for c in text if c > "\x7f" and c != "\ufffd") > text.count("\ufffd"):
        return text, True
    return content.decode("cp1252", "replace").replace("\ufffd", ""), False


def _decode(content: bytes, coding: str) -> tuple[str, bool]:
    text = content.decode(coding, "replace")
    return text, "\ufffd" in text


def _text(content: bytes, name: str) -> Kind:
    declared = re.search(
        rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)|^<\?xml[^>]{0,100}encoding=["']([\w-]+)""",
        content[:4096],
        re.I,
    )
    text, lossy = decode(content)
    if declared and not content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        with suppress(LookupError, UnicodeDecodeError):
            text, lossy = content.decode((declared[1] or declared[2]).decode("ascii")), False
    sample = text[:200_000]
    odd = sum(1 for c in sample if (c < " " and c not in "\t\n\r\f\v\x1b") or c == "\ufffd")
    if odd > max(2, len(sample) // 50):
        raise _unsupported(name, "a file of a kind unknown to this program")
    return _flavour(text, lossy, name)


_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:p|div|table|tr|td|th|ul|ol|li|h[1-6]|span|br|b|strong|font|section|article)\b[^<>]{0,400}>", re.I
)
# What a page's paragraphs and lines stand in: a text with tags, of which none is such a one, shows its lines as typed.
_BLOCK = re.compile(
    r"<(?:!doctype|html|head|body|script|style|p|div|pre|br|hr|table|tr|td|ul|ol|li|dl|section|article|main|blockquote)\b",
    re.IGNORECASE,
)
_INLINE = re.compile(r"<!--[^<>]{0,400}-->|</?[a-z][a-z0-9]*(?:\s[^<>\n]{0,400})?/?>", re.IGNORECASE)
_LINES = 5  # of a text that are not one paragraph of a page
_FRONT = re.compile(r"\A(?:---|\+\+\+)[ \t]*\r?\n(?:[^\n]*\n){0,200}?(?:---|\+\+\+)[ \t]*(?:\r?\n|\Z)")
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd", ".qmd")
_MARKDOWN = (
    re.compile(r"^#{1,6} +\S", re.M),
    re.compile(r"^\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)+(?:[ \t]*:?-{3,}:?[ \t]*)?$", re.M),
    re.compile(r"(?<!\*)\*\*[^\s*][^*\n]*\*\*(?!\*)"),
    re.compile(r"\[[^\]\n]{1,200}\]\((?:https?|mailto|#|/)[^)\n]*\)"),
)
_UNDERLINED = re.compile(r"^(?=(\S.*))\1\n([=\-~^\"'`#*+])\2{2,}[ \t]*$", re.M)
_DIRECTIVE = re.compile(r"^\.\. [\w-]+::|^:[\w -]+:`|^\.\. _[^:\n]+:", re.M)


def _flavour(text: str, lossy: bool, name: str) -> Kind:
    suffix = PurePath(name).suffix.casefold()
    start = text.lstrip("\ufeff \t\r\n")[:3000]
    if re.match(r"<\?xml|<\?mso", start) and re.search(r"<(?:office:document|w:wordDocument|pkg:package)\b", start):
        return Kind("office", "application/xml")
    if re.match(r"(?:MIME-Version|From|Return-Path|Received|Subject|Date): ", start) and "multipart/related" in start:
        raise _unsupported(name, "a web archive (.mht)")
    if suffix in _MARKDOWN_NAMES and not _HTML.search(start) and len(_MARKDOWN[0].findall(text)) >= 2:
        return Kind("markdown", "text/markdown", text, lossy)  # its headings stand in a page's <div>
    if (start.startswith("<") and (_HTML.search(start) or len(_TAG.findall(start)) >= 2)) or (
        suffix in (".html", ".htm", ".xhtml") and _TAG.search(text)
    ):
        if _BLOCK.search(text) or len(text.splitlines()) < _LINES:
            return Kind("html", "text/html", text, lossy)
        text = unescape(_INLINE.sub("", text))
    if start.startswith("<?xml"):
        raise _unsupported(name, "an XML file")
    if suffix in (".csv", ".tsv", ".tab") and _is_data(text):
        raise _unsupported(name, "a table of data")
    if suffix in (".rst", ".rest") or (suffix not in (".md", ".markdown") and _is_rst(text)):
        return Kind("rst", "text/x-rst", text, lossy)
    if suffix in _MARKDOWN_NAMES or _is_markdown(text):
        return Kind("markdown", "text/markdown", text, lossy)
    return Kind("text", "text/plain", text, lossy)


def _is_data(text: str) -> bool:
    """Nearly every line has as many commas, semicolons or tabs as its heads have names."""
    lines = [line for line in text.splitlines()[:200] if line.strip()]
    return any(
        lines[0].count(sign) and sum(line.count(sign) >= lines[0].count(sign) for line in lines) > 0.8 * len(lines)
        for sign in "\t,;"
    )


def _is_rst(text: str) -> bool:
    return len(_UNDERLINED.findall(text)) >= 2 and bool(_DIRECTIVE.search(text))


def _is_markdown(text: str) -> bool:
    """Signs that no plain text has by chance: front matter, or two sorts of mark-up, or several headings."""
    signs = [len(sign.findall(text)) for sign in _MARKDOWN]
    return (
        bool(_FRONT.match(text)) or signs[0] >= 2 or signs[1] >= 1 or sum(1 for n in signs if n) >= 2 or signs[2] >= 3
    )
