"""The format is told by content; a file that no reader can read is set aside with a sentence that helps."""

from __future__ import annotations

import io
import shutil
import struct
import subprocess
import zipfile
from pathlib import Path

import pytest

from pipeline.paper import Line
from pipeline.problem import UnreadableError
from pipeline.read import office, read
from pipeline.read.sniff import decode, sniff


def zipped(**members: bytes) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name.replace("__", "/"), data)
    return content.getvalue()


WORD_XML = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'


@pytest.mark.parametrize(
    ("content", "name", "expected"),
    [
        (b"%PDF-1.4 ...", "minutes.txt", "pdf"),
        (b"junk before\n%PDF-1.4 ...", "minutes.pdf", "pdf"),
        (b"%FDP_1\n1 0 obj\n<< >>\nendobj\ntrailer << >>", "minutes.pdf", "pdf"),
        (b"{\\rtf1 Minutes}", "minutes.doc", "office"),
        (zipped(**{"word/document.xml": b"<x/>"}), "minutes.pdf", "docx"),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.text", **{"content.xml": b"<x/>"}), "a.zip", "odt"),
        (b"<!DOCTYPE html><html><body><p>Minutes", "minutes.txt", "html"),
        (b"  <div><p>Minutes</p></div>", "minutes", "html"),
        (b"---\ntitle: Minutes\n---\nPresent: all", "minutes", "markdown"),
        (b"# Minutes\n\ntext\n\n## Apologies\n", "minutes.txt", "markdown"),
        (b"# Minutes\n\none heading could be a number sign\n", "minutes.txt", "text"),
        (b"Present: A < B, B > C\n", "minutes.md", "markdown"),
        (b"<div class='m'>\n\n# Minutes\n\n</div>\n<div>\n\n## Apologies\n\n</div>\n", "minutes.md", "markdown"),
        (b"<div>\n<h1>Minutes</h1>\n<p># 3 of the list</p>\n</div>\n", "minutes.md", "html"),
        (b"<html><body>\n# Minutes\n# Apologies\n</body></html>\n", "minutes.md", "html"),
        (b"Minutes\n=======\n\nPresent\n-------\n\n.. note:: draft\n", "minutes", "rst"),
        (b"Minutes\n=======\n\nPresent\n-------\n\nall\n", "minutes.txt", "text"),
        (b"PARISH COUNCIL MINUTES\n1. Apologies < two > three\n", "minutes.pdf", "text"),
        ("Straße\n".encode("utf-16"), "minutes.txt", "text"),
    ],
)
def test_content_tells_the_format(content: bytes, name: str, expected: str) -> None:
    assert sniff(content, name).format == expected


FRAGMENT = """<h1 class="top">Minutes of the Wold Parish Council held on 4 May 2021</h1>
Present: Cllr Ann Box &amp; the Clerk.
2101. Apologies: None.
2102. Highways: the <b>lamp</b> is broken. Clerk to report it.
2103. Next meeting: 8 June.
"""


@pytest.mark.parametrize("name", ["minutes.txt", "minutes.html"])
def test_text_with_a_heading_s_tags_and_no_paragraphs_keeps_its_lines(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(FRAGMENT, "utf-8")
    lines = [entry.text for entry in read(tmp_path / name).flow if isinstance(entry, Line) and entry.text]
    assert lines[1] == "Present: Cllr Ann Box & the Clerk."
    assert lines[3] == "2102. Highways: the lamp is broken. Clerk to report it."


@pytest.mark.parametrize("tag", ["<p>", "<br>", "<ul>", "<script>"])
def test_text_with_paragraphs_or_line_breaks_is_a_page(tag: str) -> None:
    assert sniff((FRAGMENT + tag).encode(), "minutes.txt").format == "html"


@pytest.mark.parametrize(
    ("content", "reason", "says"),
    [
        (b"", "empty", "empty"),
        (b" \r\n\t ", "empty", "empty"),
        (b"GIF89a" + bytes(50), "not-a-document", "GIF picture"),
        (zipped(**{"xl/workbook.xml": b"<x/>"}), "unsupported", "spreadsheet"),
        (zipped(**{"ppt/presentation.xml": b"<x/>"}), "unsupported", "slide show"),
        (zipped(**{"minutes.txt": b"x"}), "unsupported", "archive"),
        (zipped(**{"word/document.xml": b"<x/>" * 500})[:90], "truncated", "half"),
        (zipped(**{"word/document.xml": b"<w:document><w:bo"}), "truncated", "damaged"),
        (b"\x7fELF" + bytes(range(256)), "unsupported", "program"),
        (bytes(range(256)) * 8, "unsupported", "unknown"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "truncated", "damaged"),
        (b"<html><body><script>x</script></body></html>", "empty", "no text"),
    ],
    ids=lambda told: told if isinstance(told, str) else "file",  # the bytes of a zip hold the time
)
def test_files_that_are_set_aside_say_why(tmp_path: Path, content: bytes, reason: str, says: str) -> None:
    path = tmp_path / "renamed.pdf"
    path.write_bytes(content)
    with pytest.raises(UnreadableError) as caught:
        read(path, name="corpus/harrowdale/renamed.pdf")
    message = str(caught.value)
    assert caught.value.reason == reason
    assert message.startswith("corpus/harrowdale/renamed.pdf: ") and says in message
    assert caught.value.hint and "\n" not in message


def test_a_table_of_data_is_no_paper() -> None:
    with pytest.raises(UnreadableError) as caught:
        sniff(b"Action,Owner,Due\nring the depot,Clerk,May\nbuy paint,Cllr Box,June\n", "log.csv")
    assert caught.value.reason == "unsupported" and "data" in str(caught.value)
    assert (
        sniff(b"Minutes of the meeting\n\nPresent: Ann Box, Sam Ash\n\nThe lamps were mended.\n", "m.csv").format
        == "text"
    )


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "not-there.pdf"):
        with pytest.raises(UnreadableError):
            read(path)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    path.write_bytes(zipped(**{"word/document.xml": WORD_XML % (b" " * 30_000_000)}))
    assert path.stat().st_size < 100_000
    with pytest.raises(UnreadableError) as caught:
        read(path)
    assert caught.value.reason == "memory"


def test_entities_are_not_fetched_or_unfolded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the safe's number")
    doctype = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{secret.as_uri()}"><!ENTITY y "lol lol lol">]>'.encode()
    body = b"<w:p><w:r><w:t>before &x;&y; after</w:t></w:r></w:p>"
    path = tmp_path / "xxe.docx"
    path.write_bytes(zipped(**{"word/document.xml": doctype + WORD_XML % body}))
    text = read(path).text
    assert "before" in text and "safe" not in text and "lol" not in text


def test_locked_office_files(tmp_path: Path) -> None:
    content = bytearray(zipped(**{"word/document.xml": b"<x/>"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.index(signature) + offset
        content[at : at + 2] = struct.pack("<H", 1)
    path = tmp_path / "locked.docx"
    path.write_bytes(content)
    with pytest.raises(UnreadableError) as caught:
        read(path)
    assert caught.value.reason == "encrypted"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("£5 – café".encode(), "£5 – café"),
        ("£5 – café".encode("utf-8-sig"), "£5 – café"),
        ("£5 – café".encode("cp1252"), "£5 – café"),
        ("£5 – café".encode("utf-16"), "£5 – café"),
        ("Minutes of a meeting £5".encode("utf-16-le"), "Minutes of a meeting £5"),
        ("Minutes of a meeting £5".encode("utf-16-be"), "Minutes of a meeting £5"),
    ],
)
def test_codings(content: bytes, expected: str) -> None:
    assert decode(content) == (expected, False)


def test_one_bad_byte_among_good_ones_is_a_problem_and_no_other_coding(tmp_path: Path) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes("Café crème brûlée £5 ".encode() + b"\xff end")
    source = read(path)
    assert "Café crème brûlée £5" in source.text
    assert [problem.code for problem in source.problems] == ["bad-characters"]


def test_what_nobody_sees_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes("Ann\u200ba \u202eThwaite\u202c\u00a0and\x07 co\u00adunty\n".encode())
    (line,) = read(path).flow
    assert isinstance(line, Line) and line.text == "Anna Thwaite and county"


def test_older_office_files_need_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    path = tmp_path / "minutes.rtf"
    path.write_bytes(b"{\\rtf1 Minutes}")
    with pytest.raises(UnreadableError) as caught:
        read(path)
    assert caught.value.reason == "unsupported"
    assert "apt-get install libreoffice-writer" in str(caught.value)


def test_libreoffice_that_hangs_is_stopped_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = tmp_path / "soffice"
    slow.write_text(f"#!/bin/sh\nsleep 60 & echo $! > {tmp_path}/child\nwait\n")
    slow.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda name: str(slow))
    monkeypatch.setattr(office, "TIMEOUT", 0.5)
    path = tmp_path / "minutes.rtf"
    path.write_bytes(b"{\\rtf1 Minutes}")
    with pytest.raises(UnreadableError) as caught:
        read(path)
    assert caught.value.reason == "timeout"
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", (tmp_path / "child").read_text().strip()], capture_output=True, text=True
    ).stdout.strip()
    assert state == "" or state.startswith("Z")


@pytest.mark.skipif(not any(map(shutil.which, ("soffice", "libreoffice"))), reason="LibreOffice is not installed")
def test_rich_text_is_read_through_libreoffice(tmp_path: Path) -> None:
    path = tmp_path / "minutes.doc"
    path.write_bytes(rb"{\rtf1\ansi Minutes of Ambleforth Parish Council\par {\b Present:} Anna Thwaite\par}")
    source = read(path)
    assert (source.reader, source.media_type) == ("office", "application/rtf")
    assert [part.text for part in source.flow if isinstance(part, Line)] == [
        "Minutes of Ambleforth Parish Council",
        "Present: Anna Thwaite",
    ]
