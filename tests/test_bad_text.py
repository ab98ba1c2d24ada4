"""Texts made to hurt: each gives records that can be written, or a reason, in time."""

from __future__ import annotations

import io
import socket
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.problem import UnreadableError
from pipeline.read import LONGEST_LINE
from pipeline.record import Record
from pipeline.run import extract
from pipeline.visible import Secrets
from pipeline.write import from_yaml, to_yaml
from tests.test_read_docx import ROOT as WORD_NAMES

MINUTES = """\
AMBLEFORTH PARISH COUNCIL

Minutes of the meeting held on 11 March 2025 in the Village Hall

Present: Cllr Ann Lee (Chair), Cllr Tom Ford

1. Apologies
There were none.

2. The gate
The Clerk reported that it was broken.
ACTION: the Clerk to mend the gate by 31 March 2025.
"""
ADVERSE = LONGEST_LINE - 10_000  # characters of an adverse line: nearly as many as one may have
LIMIT = 60.0  # seconds of processor time for any of these; most take under one


def records_of(path: Path) -> list[Record]:
    """What is read, each record written and read back; within the limit."""
    started = time.process_time()
    records = extract(path, name=f"corpus/{path.name}")
    for record in records:
        text = to_yaml(record)
        assert from_yaml(text.encode("utf-8").decode("utf-8"), name="x") == record
        Secrets.of([record])
    assert time.process_time() - started < LIMIT
    return records


def tasks_of(path: Path, content: bytes) -> list[str]:
    path.write_bytes(content)
    return [action.task for record in records_of(path) for action in record.actions]


@pytest.mark.parametrize(
    "content",
    [
        MINUTES.encode("utf-8"),
        MINUTES.encode("utf-8-sig"),
        MINUTES.encode("utf-16"),
        MINUTES.encode("utf-16-be"),
        b"\xfe\xff" + MINUTES.encode("utf-16-be"),
        MINUTES.replace("\n", "\r\n").encode("utf-16"),
        MINUTES.replace("gate", "ga\x00te").encode("utf-8"),
        MINUTES.replace("mend", "\u202amend\u202c").encode("utf-8"),
        MINUTES.replace("Clerk", "\u2066Clerk\u2069").encode("utf-8"),
        MINUTES.replace("gate", "ga\u200bte\u00ad").encode("utf-8"),
    ],
    ids=["utf-8", "bom", "utf-16", "utf-16-be-bare", "utf-16-be", "utf-16-crlf", "nul", "bidi", "isolates", "unseen"],
)
def test_signs_that_nobody_sees_change_nothing_of_what_is_read(tmp_path: Path, content: bytes) -> None:
    [task] = tasks_of(tmp_path / "minutes.txt", content)
    assert "mend the gate" in task
    assert task.isprintable() and task.isascii()


def test_a_right_to_left_override_cannot_hide_what_a_sheet_says(tmp_path: Path) -> None:
    text = MINUTES.replace("mend the gate by", "pay \u202e000,01£\u202c to the mason by")
    (tmp_path / "m.txt").write_text(text, "utf-8")
    [record] = records_of(tmp_path / "m.txt")
    assert not {"\u202e", "\u202c"} & set(to_yaml(record))


@pytest.mark.parametrize("surrogate", [b"\x00\xd8", b"\x00\xdc"])
def test_half_a_pair_in_utf_16_is_told_and_costs_one_sign(tmp_path: Path, surrogate: bytes) -> None:
    content = MINUTES.replace("Village", "Vil@lage").encode("utf-16")
    path = tmp_path / "m.txt"
    path.write_bytes(content.replace("@".encode("utf-16-le"), surrogate))
    [record] = records_of(path)
    assert len(record.actions) == 1
    assert "bad-characters" in {problem.code for problem in record.problems}


def test_surrogates_as_utf_8_break_no_record(tmp_path: Path) -> None:
    path = tmp_path / "m.txt"
    path.write_bytes(MINUTES.encode("utf-8").replace(b"Village", b"Vil\xed\xa0\x80lage"))
    [record] = records_of(path)
    assert len(record.actions) == 1


PHRASES = {
    "sentences": "The Clerk reported on the gate. ",
    "one-sentence": "and the Clerk to mend the gate, ",
    "letters": "x",
    "open": "(",
    "digits": "1",
    "numbers": "1.",
    "figures": "1,000 ",
    "pounds": "£1,000,000,",
    "dates": "11 March 2025 and 12/13/14 ",
    "labels": "ACTION ",
    "resolved": "RESOLVED that ",
    "names": "Cllr A. B. Lee-Ford, ",
    "dashes": "-–—",
    "bars": "| a ",
}
"""What a line without end repeats: what many patterns begin with."""


@pytest.mark.parametrize("kind", PHRASES)
def test_a_line_of_adverse_letters_is_read_in_time(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "m.txt"
    line = PHRASES[kind] * (ADVERSE // len(PHRASES[kind]))
    path.write_text(f"{MINUTES}\n3. Other\n{line}\n", "utf-8")
    [record] = records_of(path)
    assert any("mend the gate" in action.task for action in record.actions)


@pytest.mark.parametrize("length", [LONGEST_LINE + 1, 10_000_000])
def test_a_line_longer_than_any_paper_s_is_refused(tmp_path: Path, length: int) -> None:
    path = tmp_path / "m.txt"
    path.write_text(f"{MINUTES}{'the gate ' * (length // 9 + 1)}\n", "utf-8")
    with pytest.raises(UnreadableError, match="characters is no text of a paper") as caught:
        records_of(path)
    assert caught.value.reason == "unsupported"


@pytest.mark.parametrize("form", ["txt", "md", "html"])
def test_a_paragraph_of_a_million_letters_is_read_or_refused_in_a_sentence(tmp_path: Path, form: str) -> None:
    paragraph = "The Clerk reported on the gate and on what it had cost.\n" * 18_500
    text = f"{MINUTES}\n{paragraph}"
    if form == "html":
        text = (
            f"<html><body>{''.join(f'<p>{line}</p>' for line in MINUTES.splitlines())}<p>{paragraph}</p></body></html>"
        )
    path = tmp_path / f"m.{form}"
    path.write_text(text, "utf-8")
    assert len(paragraph) > 1_000_000
    if form == "txt":  # its lines are lines of the paper
        [record] = records_of(path)
        assert any("mend the gate" in action.task for action in record.actions)
    else:
        with pytest.raises(UnreadableError, match="characters is no text of a paper") as caught:
            records_of(path)
        assert caught.value.reason == "unsupported"


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """An address on this machine, and who called there."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        called: list[str] = []
        yield f"http://127.0.0.1:{server.getsockname()[1]}/x.dtd", called
        try:
            server.accept()[0].close()
            called.append("called")
        except TimeoutError:
            pass
        assert called == [], "a paper made the program call a server"


def a_word_file(doctype: str, body: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        text = f"{doctype}<w:document {WORD_NAMES}><w:body>{body}</w:body></w:document>"
        file.writestr("word/document.xml", f"<?xml version='1.0' encoding='UTF-8'?>{text}")
    return out.getvalue()


WORDS = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in MINUTES.splitlines())


@pytest.mark.parametrize("form", ["docx", "html", "docx-parameter", "html-parts"])
def test_no_file_and_no_server_is_read_for_a_paper(form: str, tmp_path: Path, listener: tuple[str, list[str]]) -> None:
    url, _ = listener
    secret = tmp_path / "secret.txt"
    secret.write_text("the number of the safe")
    local = secret.as_uri()
    entities = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{local}"><!ENTITY b SYSTEM "{url}">]>'
    parameter = f'<!DOCTYPE x SYSTEM "{url}" [<!ENTITY % d SYSTEM "{url}"> %d;]>'
    used = "<w:p><w:r><w:t>Also &a; and &b;.</w:t></w:r></w:p>"
    lines = "".join(f"<p>{line}</p>" for line in MINUTES.splitlines())
    parts = f'<iframe src="{local}"></iframe><object data="{url}"></object><img src="{url}"><link href="{url}">'
    content = {
        "docx": a_word_file(entities, WORDS + used),
        "docx-parameter": a_word_file(parameter, WORDS),
        "html": f"{entities}<html><body>{lines}<p>Also &a; and &b;.</p></body></html>".encode(),
        "html-parts": f"<html><head><base href='{url}'></head><body>{parts}{lines}</body></html>".encode(),
    }[form]
    path = tmp_path / f"minutes.{form.partition('-')[0]}"
    path.write_bytes(content)
    records = records_of(path)
    assert any("mend the gate" in action.task for record in records for action in record.actions)
    assert all("safe" not in to_yaml(record) for record in records)


def test_entities_that_unfold_without_end_are_refused_or_left_out(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(12))
    path = tmp_path / "minutes.docx"
    path.write_bytes(a_word_file(f"<!DOCTYPE x [{laughs}]>", WORDS + "<w:p><w:r><w:t>&l11;</w:t></w:r></w:p>"))
    try:
        records = records_of(path)
    except UnreadableError:
        return
    assert all("lollol" not in to_yaml(record) for record in records)


@pytest.mark.parametrize("tag", ["div", "blockquote", "ul><li", "table><tr><td", "b", "font"])
def test_html_300_deep_is_read(tag: str, tmp_path: Path) -> None:
    closing = "".join(f"</{name}>" for name in reversed(tag.split("><")))
    lines = "".join(f"<p>{line}</p>" for line in MINUTES.splitlines())
    path = tmp_path / "m.html"
    path.write_text(f"<!DOCTYPE html><body>{f'<{tag}>' * 300}<p>deep</p>{closing * 300}{lines}</body>")
    records = records_of(path)
    assert any("mend the gate" in action.task for record in records for action in record.actions)
