"""The command line: what it prints, how it ends, and that no fault in an input ends in a traceback."""

from __future__ import annotations

import functools
import io
import json
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from pikepdf import Encryption, Pdf
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from pipeline import batch, cli
from pipeline.record import Record
from pipeline.write import from_yaml, to_yaml

ID = "ambleforth-parish-council/2025-03-11/minutes"
MINUTES = """\
AMBLEFORTH PARISH COUNCIL

MINUTES of the meeting held on Tuesday 11 March 2025 at 7.00 pm in the Village Hall

Present: Cllr Ann Lee (Chair), Cllr John Marsh
Apologies: Cllr Rosa Field

1. MINUTES OF THE LAST MEETING
1.1 The minutes of 14 January 2025 were agreed.

2. FINANCE
2.1 It was RESOLVED to pay £120.00 for the mower.
"""

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in an empty workspace: (exit code, stdout, stderr)."""
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["minutebook", *arguments])
        code: object = 0
        try:
            cli.main()
        except SystemExit as end:
            code = end.code
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return int(str(code or 0)), out, err

    return command


@pytest.fixture
def with_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    """Papers are read by tests/faults.py."""
    monkeypatch.setattr(batch, "ingest", functools.partial(batch.ingest, target="tests.faults:extract"))


def put(path: str, content: bytes | str) -> None:
    place = Path(path)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))


def is_one_sentence(text: str) -> bool:
    return text.startswith("minutebook: ") and text.count("\n") == 1


# What ingest says


@pytest.mark.usefixtures("with_faults")
def test_ingest_sums_up_and_says_what_it_set_aside(run: Run) -> None:
    put("corpus/a.txt", "minutes 2025-03-11 Ambleforth Parish Council\nagenda 2025-03-11 Ambleforth Parish Council")
    put("corpus/b.txt", "unreadable")
    code, out, err = run("ingest", "corpus")
    assert code == 3
    figures = next(line for line in out.splitlines() if "1" in line and "2" in line)
    # papers read, records, decisions, actions, open questions, unchanged, set aside
    assert [word for word in figures.split() if word.isdigit()] == ["1", "2", "0", "2", "0", "0", "1"]
    assert ID in out
    assert "b.txt: encrypted. Take the password off." in out
    assert "--retry" in out
    assert err == ""


@pytest.mark.usefixtures("with_faults")
def test_ingest_for_programs(run: Run) -> None:
    put("corpus/a.txt", "minutes 2025-03-11 Ambleforth Parish Council")
    put("corpus/b.txt", "fail")
    code, out, _ = run("ingest", "corpus", "--json")
    summary = json.loads(out)
    assert code == 3
    assert [paper["records"] for paper in summary["ingested"]] == [[ID]]
    assert [(paper["path"], paper["reason"]) for paper in summary["set_aside"]] == [("corpus/b.txt", "program-fault")]
    Path("corpus/b.txt").unlink()
    assert run("ingest", "corpus")[0] == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["ingest"],
        ["ingest", "missing.pdf"],
        ["ingest", "corpus", "--workspace", "missing"],
        ["show", "nothing/2025/minutes"],
        ["show", "../etc/passwd"],
        ["render", "action-sheet", "nobody"],
        ["render", "summary", "nobody/2025-03-11/minutes"],
        ["rules", "list", "--kind", "poetry"],
        ["rules", "explain", "missing.pdf"],
        ["init", "a-file/workspace"],
    ],
)
def test_wrong_use_is_one_sentence_and_exit_code_2(arguments: list[str], run: Run) -> None:
    put("corpus/README.md", "")
    put("a-file", "")
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert is_one_sentence(err)


def test_help_of_every_command_shows_an_example(run: Run) -> None:
    for command in (
        ["ingest"],
        ["show"],
        ["render"],
        ["rules", "test"],
        ["rules", "list"],
        ["rules", "explain"],
        ["init"],
        ["doctor"],
    ):
        code, out, _ = run(*command, "--help")
        assert code == 0
        assert f"Example: minutebook {' '.join(command)}" in out


def test_help_comes_at_once() -> None:
    """It loads neither spaCy nor pydantic, which cost most of a second."""
    script = "import sys; import pipeline.cli; print({'spacy', 'pydantic', 'pypdfium2'} & sys.modules.keys())"
    started = time.monotonic()
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
    assert time.monotonic() - started < 3


def test_an_unexpected_fault_asks_for_a_report(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr(batch, "ingest", fail)
    put("corpus/a.txt", "x")
    monkeypatch.delenv(cli.DEBUG, raising=False)
    code, _, err = run("ingest", "corpus")
    assert code == 1
    assert is_one_sentence(err)
    assert "ZeroDivisionError" in err
    assert cli.DEBUG in err
    monkeypatch.setenv(cli.DEBUG, "1")
    with pytest.raises(ZeroDivisionError):
        run("ingest", "corpus")


def test_a_user_s_stop_ends_with_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(batch, "ingest", stop)
    put("corpus/a.txt", "x")
    assert run("ingest", "corpus")[0] == 130


# Records


def a_record() -> Record:
    evidence = {"page": 2, "quote": "ACTION: Clerk to mend the gate by Easter."}
    return Record.model_validate(
        {
            "id": ID,
            "kind": "minutes",
            "title": "Minutes of the Parish Council",
            "source": {
                "path": "corpus/a.pdf",
                "sha256": "0" * 64,
                "media_type": "application/pdf",
                "pages": [1, 3],
                "reader": "pdf",
            },
            "meeting": {"body": "Ambleforth Parish Council", "date": "2025-03-11", "start": "19:00"},
            "coverage": {"attendance": "stated"},
            "attendance": [{"name": "Ann Lee", "status": "present", "capacity": "Chair", "evidence": evidence}],
            "items": [{"number": "2", "title": "FINANCE", "evidence": evidence}],
            "decisions": [
                {
                    "id": "d",
                    "item": "2",
                    "minute": "2.1",
                    "outcome": "agreed",
                    "text": "to pay for the mower",
                    "evidence": evidence,
                }
            ],
            "actions": [
                {
                    "id": "ambleforth-parish-council/2025-03-11/action/2.2",
                    "task": "mend the gate",
                    "owners": [{"name": "Rosa Field", "as_written": "Clerk"}],
                    "due": {"text": "by Easter", "date": "2025-04-20"},
                    "item": "2",
                    "minute": "2.2",
                    "marked": True,
                    "carried": False,
                    "evidence": evidence,
                }
            ],
            "money": [{"text": "£120.00", "amount": 120, "evidence": evidence}],
            "dates": [{"text": "13 May 2025", "value": "2025-05-13", "kind": "next-meeting", "evidence": evidence}],
            "problems": [{"code": "year-conflict", "message": "Two years are given.", "evidence": evidence}],
        }
    )


def test_the_id_of_an_action_shows_the_record_that_holds_it(run: Run) -> None:
    record = a_record()
    put(f"output/{ID}.yaml", to_yaml(record))
    one = record.actions[0].id
    code, out, _ = run("show", one)
    assert code == 0 and one in out and "mend the gate" in out
    code, _, err = run("show", f"{one}9")
    assert code == 2 and "there is no record with this id" in err


def test_show_tells_what_was_decided_and_who_does_what(run: Run) -> None:
    put(f"output/{ID}.yaml", to_yaml(a_record()))
    code, out, _ = run("show", ID)
    assert code == 0
    lines = [line.strip() for line in out.splitlines()]
    assert "Present (1)" in lines
    assert "Ann Lee (Chair)" in lines
    finance = lines.index("2     FINANCE")
    assert lines[finance + 1] == "AGREED 2.1: to pay for the mower (p. 2)"
    assert lines[finance + 2] == "ACTION 2.2: mend the gate [Rosa Field; due 2025-04-20] (p. 2)"
    assert "Next meeting: 2025-05-13" in lines
    assert "Two years are given. (p. 2)" in lines
    assert json.loads(run("show", ID, "--json")[1])["schema"] == "minutebook/1"
    assert run("show")[1] == f"{ID}\n"
    assert run("show", f"output/{ID}.yaml")[1] == out


def test_an_unknown_id_names_its_neighbours(run: Run) -> None:
    put(f"output/{ID}.yaml", to_yaml(a_record()))
    code, _, err = run("show", "ambleforth/2025-03-11/minutes")
    assert code == 2
    assert f"Do you mean {ID}?" in err


def test_a_broken_record_is_one_sentence_with_its_line(run: Run) -> None:
    text = to_yaml(a_record()).replace("kind: minutes", "kind: minutes\nkind: minutes", 1)
    put(f"output/{ID}.yaml", text)
    for command in (["show", ID], ["render", "action-sheet", ID]):
        code, _, err = run(*command)
        assert code == 2
        assert is_one_sentence(err)
        assert "minutes.yaml:4:" in err


def test_render_prints_or_writes(run: Run) -> None:
    put(f"output/{ID}.yaml", to_yaml(a_record()))
    code, out, _ = run("render", "action-sheet", "Ambleforth Parish Council")  # a body: its latest minutes
    assert code == 0
    assert "mend the gate" in out.lower()
    assert "Rosa Field" in out
    assert run("render", "summary", ID, "-f", "html", "-o", "new/summary.html")[0] == 0
    assert "mower" in Path("new/summary.html").read_text("utf-8")
    code, out, err = run("render", "action-sheet", ID, "--format", "docx")
    assert (code, out) == (0, "")
    assert "Written: ambleforth-parish-council-2025-03-11-action-sheet.docx" in err
    assert zipfile.is_zipfile("ambleforth-parish-council-2025-03-11-action-sheet.docx")


def test_an_action_sheet_takes_in_what_other_papers_report(run: Run) -> None:
    minutes = a_record()
    reported = minutes.actions[0].model_copy(
        update={"id": "r", "refers_to": minutes.actions[0].id, "progress": "Gate mended in April"}
    )
    sheet = minutes.model_copy(
        update={
            "id": ID.replace("minutes", "action-sheet"),
            "kind": "action-sheet",
            "actions": (reported,),
            "decisions": (),
        }
    )
    put(f"output/{ID}.yaml", to_yaml(minutes))
    assert "Gate mended in April" not in run("render", "action-sheet", ID)[1]
    put(f"output/{sheet.id}.yaml", to_yaml(sheet))
    assert "Gate mended in April" in run("render", "action-sheet", ID)[1]


def test_init_makes_a_workspace_and_changes_nothing_there(run: Run) -> None:
    put("w/README.md", "mine")
    assert run("init", "w")[0] == 0
    assert sorted(path.name for path in Path("w").iterdir()) == ["README.md", "corpus", "output", "rules", "templates"]
    assert Path("w/README.md").read_text() == "mine"
    assert run("show", "--workspace", "w")[0] == 0


def test_doctor_says_what_is_missing_and_how_to_get_it(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    code, out, _ = run("doctor")
    line = next(line for line in out.splitlines() if line.startswith("soffice"))
    assert "not there" in line
    assert "apt install" in line
    assert code == 0  # it does without
    assert any(check["name"] == "pypdfium2" and check["found"] for check in json.loads(run("doctor", "--json")[1]))


# With the real pipeline


def test_a_paper_becomes_a_record(run: Run) -> None:
    put("corpus/ambleforth/a.txt", MINUTES)
    code, out, err = run("ingest", "corpus")
    assert (code, err) == (0, "")
    assert ID in out
    record = from_yaml(Path(f"output/{ID}.yaml").read_text("utf-8"), name="x")
    assert record.source.path == "corpus/ambleforth/a.txt"
    assert [mention.amount for mention in record.money] == [120.0]


def a_pdf(*, password: str = "") -> bytes:
    drawn = io.BytesIO()
    canvas = Canvas(drawn)
    canvas.drawString(72, 700, "MINUTES of Ambleforth Parish Council, 11 March 2025")
    canvas.save()
    if not password:
        return drawn.getvalue()
    locked = io.BytesIO()
    with Pdf.open(drawn) as pdf:
        pdf.save(locked, encryption=Encryption(owner=password, user=password))
    return locked.getvalue()


def a_docx() -> bytes:
    document = Document()
    document.add_paragraph("MINUTES")
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def a_picture() -> bytes:
    saved = io.BytesIO()
    Image.new("RGB", (40, 40), "white").save(saved, "PNG")
    return saved.getvalue()


BAD = {
    "empty.pdf": b"",
    "picture.pdf": a_picture(),
    "encrypted.pdf": a_pdf(password="x"),
    "truncated.docx": a_docx()[:3000],
    "noise.docx": bytes(range(256)) * 8,
}


def test_bad_papers_are_set_aside_and_the_rest_is_done(run: Run) -> None:
    put("corpus/ambleforth/good.txt", MINUTES)
    for name, content in BAD.items():
        put(f"corpus/ambleforth/{name}", content)
    code, out, err = run("ingest", "corpus", "--json")
    summary = json.loads(out)
    assert (code, err) == (3, "")
    assert [paper["records"] for paper in summary["ingested"]] == [[ID]]
    reasons = {Path(paper["path"]).name: paper["reason"] for paper in summary["set_aside"]}
    assert set(reasons) == set(BAD)
    assert (reasons["empty.pdf"], reasons["encrypted.pdf"]) == ("empty", "encrypted")
    assert not {"program-fault", "crashed"} & set(reasons.values())
    for paper in summary["set_aside"]:
        name = Path(paper["path"]).name
        assert name in paper["message"]
        assert "\n" not in paper["message"]
        (copy,) = Path("output/set-aside").glob(f"*-{name}")
        assert copy.read_bytes() == BAD[name]


def test_a_faulty_rule_file_is_one_sentence(run: Run) -> None:
    put("corpus/a.txt", MINUTES)
    put("rules/mine.yaml", "kind: action\nrules: []\nowner: Clerk\n")
    for command in (["ingest", "corpus"], ["rules", "test"], ["rules", "list"]):
        code, out, err = run(*command)
        assert (code, out) == (2, "")
        assert is_one_sentence(err)
        assert "mine.yaml:3:" in err
        assert "owner" in err
    assert not list(Path("output").glob("*/*/*.yaml"))


def test_rules_explain_names_the_rule_that_reads_a_line(run: Run) -> None:
    put("a.txt", MINUTES)
    code, out, _ = run("rules", "explain", "a.txt", "--with", "RESOLVED", "--kind", "decision")
    assert code == 0
    assert "2.1" in out or "RESOLVED to pay" in out
    assert "decision/" in out
