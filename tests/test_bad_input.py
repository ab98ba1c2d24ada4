"""Files that can't be read: each is a line with its name, what is wrong and what to do; the rest is done anyway."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from pipeline import cli
from tests.test_cli import MINUTES, a_docx, a_pdf

AGAIN = "Fetch it again from where it came"
OTHERWISE = "Save it as PDF, .docx or text and ingest that."
BAD: list[tuple[str, bytes, str, str]] = [
    ("empty.pdf", b"", "the file is empty", AGAIN),
    ("blanks.txt", b"  \n\n", "the file is empty", AGAIN),
    ("blank.html", b"<html><body></body></html>", "there is no text in it", "save it as PDF"),
    ("picture.pdf", b"GIF89a" + bytes(50), "this is a GIF picture", "Save it as PNG or JPEG"),
    ("locked.pdf", a_pdf(password="x"), "locked with a password", "Save a copy without the password"),
    ("half.pdf", b"%PDF-1.4\n1 0 obj", "this is not a PDF that can be read", "print it to a new PDF"),
    ("truncated.docx", a_docx()[:3000], "damaged or only half there", AGAIN),
    ("half.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "damaged or only half there", AGAIN),
    ("noise.docx", bytes(range(256)) * 8, "unknown to this program", OTHERWISE),
    ("noise.txt", bytes(range(256)) * 9, "unknown to this program", OTHERWISE),
    ("archive.zip", b"PK\x05\x06" + bytes(18), "this is an archive", OTHERWISE),
]


def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: str) -> tuple[int, str]:
    """Exit code and all that is printed."""
    monkeypatch.setattr(sys, "argv", ["minutebook", *arguments])
    monkeypatch.setenv("COLUMNS", "400")
    with pytest.raises(SystemExit) as end:
        cli.main()
    printed = "".join(capsys.readouterr())
    assert "Traceback" not in printed
    assert isinstance(end.value.code, int)
    return end.value.code, printed


def test_each_bad_paper_is_one_line_and_the_good_ones_are_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = Path("corpus/ambleforth")
    folder.mkdir(parents=True)
    for name, content, _, _ in BAD:
        (folder / name).write_bytes(content)
    (folder / "aaa.txt").write_text(MINUTES)
    (folder / "zzz.txt").write_text(MINUTES.replace("11 March", "8 April"))

    code, printed = run(capsys, monkeypatch, "ingest", "corpus")

    assert code == 3
    told = [line for line in printed.splitlines() if line.startswith("Set aside: ")]
    assert len(told) == len(BAD)
    for name, content, wrong, remedy in BAD:
        [line] = [line for line in told if f"/{name}: " in line]
        assert wrong in line
        assert remedy in line
        assert (folder / name).read_bytes() == content, "a paper is never changed"
        [copy] = Path("output/set-aside").glob(f"*-{name}")
        assert copy.read_bytes() == content
    assert {path.parent.name for path in Path("output/ambleforth-parish-council").glob("*/minutes.yaml")} == {
        "2025-03-11",
        "2025-04-08",
    }


@pytest.mark.parametrize("name", ["nowhere.pdf", "corpus/nowhere"])
def test_a_path_that_leads_nowhere(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    code, printed = run(capsys, monkeypatch, "ingest", name)
    assert code == 2
    assert printed == f"minutebook: {name}: there is no such file or folder. Check its name.\n"
