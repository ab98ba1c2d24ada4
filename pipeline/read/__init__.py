"""Files -> Sources. The format is told by content; each reader is imported when a file needs it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from pipeline.paper import Source, fold, lines_of
from pipeline.problem import Problem, UnreadableError
from pipeline.read.sniff import Kind, sniff

MOST_TEXT = 20_000_000  # characters: the longest real pack has a tenth of this
LONGEST_LINE = 200_000  # characters: sixty pages without a break; each of some hundred patterns reads every line

_NO_TEXT = {
    "": "If it holds pictures of pages, save it as PDF.",
    "picture": "If it is a page, scan it again, straight and at 300 dots an inch.",
}

__all__ = ["read"]


def read(path: Path, *, name: str | None = None, ocr: bool = True) -> Source:
    """What a file says and where.

    Args:
        path: the file.
        name: as messages and `Source.path` show it; default: the path as given.
        ocr: read pictures of pages by OCR where it is installed.

    Raises:
        UnreadableError: the file can't be read; one sentence says its name, what is wrong and what to do next.
    """
    name = name or path.as_posix()
    content = _bytes(path, name)
    kind = sniff(content, name)
    sha256 = hashlib.sha256(content).hexdigest()
    try:
        source = _read(path, kind, name, sha256, ocr=ocr)
    except RecursionError as error:
        raise UnreadableError(
            f"{name}: its parts stand in one another too deep to be a paper.",
            reason="not-a-document",
            hint="Save it as PDF and ingest that.",
        ) from error
    if kind.format != "pdf" and not any(fold(line.text) for line in lines_of(source.flow)):
        raise UnreadableError(
            f"{name}: there is no text in it.",
            reason="empty",
            hint=_NO_TEXT["picture" if kind.format == "picture" else ""],
        )
    if (longest := max((len(line.text) for line in lines_of(source.flow)), default=0)) > LONGEST_LINE:
        raise UnreadableError(
            f"{name}: a line of {longest:,} characters is no text of a paper.",
            reason="unsupported",
            hint="Save the paper anew with its line breaks, and ingest that.",
        )
    if kind.lossy:
        lost = Problem("bad-characters", "Some characters of the file could not be read.")
        source = replace(source, problems=(*source.problems, lost))
    return source


def _bytes(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except IsADirectoryError as error:
        raise UnreadableError(
            f"{name}: this is a folder.", reason="not-a-document", hint="Name the files in it."
        ) from error
    except OSError as error:
        raise UnreadableError(
            f"{name}: the file can't be opened ({error.strerror}).",
            reason="not-a-document",
            hint="Check that it is there and that you may read it.",
        ) from error


def _read(path: Path, kind: Kind, name: str, sha256: str, *, ocr: bool) -> Source:
    if len(kind.text) > MOST_TEXT:
        raise UnreadableError(
            f"{name}: {len(kind.text) // 1_000_000} million characters are more than any paper has.",
            reason="memory",
            hint="Ingest the part of it that is a meeting paper.",
        )
    # Each import stands where it is needed: a run over text papers never loads the PDF library.
    if kind.format == "pdf":
        from pipeline.read.pdf import read_pdf

        return read_pdf(path, name=name, sha256=sha256, ocr=ocr)
    if kind.format == "picture":
        from pipeline.read.picture import read_picture

        return read_picture(path, name=name, sha256=sha256, media_type=kind.media_type, ocr=ocr)
    if kind.format == "docx":
        from pipeline.read.docx import read_docx

        return read_docx(path, name=name, sha256=sha256)
    if kind.format == "odt":
        from pipeline.read.odt import read_odt

        return read_odt(path, name=name, sha256=sha256)
    if kind.format == "office":
        from pipeline.read.office import read_office

        return read_office(path, name=name, sha256=sha256, media_type=kind.media_type)
    if kind.format == "html":
        from pipeline.read.html import read_html

        return read_html(kind.text, name=name, sha256=sha256)
    if kind.format == "markdown":
        from pipeline.read.markdown import read_markdown

        return read_markdown(kind.text, name=name, sha256=sha256)
    if kind.format == "rst":
        from pipeline.read.rst import read_rst

        return read_rst(kind.text, name=name, sha256=sha256)
    from pipeline.read.text import read_text

    return read_text(kind.text, name=name, sha256=sha256)
