"""The checks of one paper, each with its fault and with near misses; the command that tells what they find."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline import check, cli
from pipeline.check.finding import Finding
from pipeline.check.papers import Papers
from pipeline.match import Matcher
from pipeline.record import Evidence, Record
from pipeline.run import matcher_of
from pipeline.write import to_yaml

ID = "ambleforth-parish-council/2025-03-11/minutes"


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    return matcher_of(None)


def words(quote: str, line: int = 1) -> dict[str, Any]:
    return {"line": line, "quote": quote}


def paper(**fields: Any) -> Record:
    """A record of minutes of 11 March 2025, a Tuesday, with these fields."""
    given = {
        "id": ID,
        "kind": "minutes",
        "title": "Minutes",
        "source": {"path": "corpus/a.txt", "sha256": "0" * 64, "media_type": "text/plain", "reader": "text"},
        "meeting": {"body": "Ambleforth Parish Council", "date": "2025-03-11"},
    }
    return Record.model_validate(given | fields)


Find = Callable[..., list[Finding]]


@pytest.fixture(scope="module")
def find(matcher: Matcher) -> Find:
    """What one check, or with "" every check, finds in these papers of one body."""

    def run(code: str, *records: Record) -> list[Finding]:
        papers = Papers.of("ambleforth-parish-council", records, matcher)
        return list(check.check([papers], codes={code} if code else None))

    return run


# What was noticed when the paper was read


def noticed(code: str, message: str = "Something is odd.") -> dict[str, Any]:
    return {"code": code, "severity": "warning", "message": message, "evidence": words("by 1 February")}


def test_a_problem_of_the_paper_is_told_once(find: Find) -> None:
    record = paper(problems=[noticed("due-before-meeting"), noticed("due-before-meeting")])
    [finding] = find("", record)
    assert (finding.code, finding.severity, finding.message) == ("due-before-meeting", "warning", "Something is odd.")
    assert finding.place.evidence == Evidence(line=1, quote="by 1 February")


def test_a_doubt_about_the_reading_is_no_finding(find: Find) -> None:
    assert find("", paper(problems=[noticed("column-uncertain"), noticed("ocr-doubtful")])) == []


# The command

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `minutebook check` in a workspace with two papers: (exit code, stdout, stderr)."""
    other = "harrowdale-schools-forum/2025-05-06/minutes"
    for one in (
        paper(problems=[noticed("due-before-meeting", "This is due too early.")]),
        paper(id=other, problems=[noticed("action-without-owner", "Nobody is named.") | {"severity": "info"}]),
    ):
        path = tmp_path / "output" / f"{one.id}.yaml"
        path.parent.mkdir(parents=True)
        path.write_text(to_yaml(one), "utf-8")
    monkeypatch.chdir(tmp_path)

    def command(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["minutebook", "check", *arguments])
        code: object = 0
        try:
            cli.main()
        except SystemExit as end:
            code = end.code
        out, err = capsys.readouterr()
        return int(str(code or 0)), out, err

    return command


def test_findings_are_told_by_paper_with_their_places(run: Run) -> None:
    code, out, err = run()
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "Minutes",
        f"{ID} · corpus/a.txt",
        "  warning: This is due too early. [due-before-meeting]",
        "    line 1: “by 1 February”",
        "",
        "Minutes",
        "harrowdale-schools-forum/2025-05-06/minutes · corpus/a.txt",
        "  info: Nobody is named. [action-without-owner]",
        "    line 1: “by 1 February”",
        "",
        "1 warning, 1 remark in 2 papers.",
    ]


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        (("--code", "action-without-owner"), ["action-without-owner"]),
        (("--severity", "warning"), ["due-before-meeting"]),
        (("--severity", "error"), []),
        (("Ambleforth Parish Council",), ["due-before-meeting"]),
        (("harrowdale-schools-forum",), ["action-without-owner"]),
        ((ID,), ["due-before-meeting"]),
    ],
)
def test_what_to_look_at_can_be_chosen(run: Run, arguments: tuple[str, ...], codes: list[str]) -> None:
    code, out, _ = run(*arguments, "--json")
    assert code == 0
    assert [finding["code"] for finding in json.loads(out)] == codes


def test_json_names_the_paper_the_place_and_the_words(run: Run) -> None:
    [finding] = json.loads(run(ID, "--json")[1])
    assert finding["body"] == "Ambleforth Parish Council"
    assert finding["other"] is None
    assert finding["place"]["record"] == ID
    assert finding["place"]["source"] == {"path": "corpus/a.txt", "sha256": "0" * 64}
    assert (finding["place"]["evidence"]["line"], finding["place"]["evidence"]["quote"]) == (1, "by 1 February")


def test_strict_ends_with_1_where_something_is_found(run: Run) -> None:
    assert run("--strict")[0] == 1
    assert run("--strict", "--severity", "error") == (0, "Nothing was found.\n", "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--code", "no-such-check"), "no-such-check: there is no check of this name."),
        (("fenwick",), "fenwick: there is no body of this name with records."),
        (("fenwick/2025-01-01/minutes",), "fenwick/2025-01-01/minutes: there is no record with this id."),
    ],
)
def test_wrong_use_is_one_sentence(run: Run, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"minutebook: {said}") and err.count("\n") == 1


def test_a_record_that_cannot_be_read_is_told_and_the_others_are_checked(run: Run) -> None:
    path = Path("output/ambleforth-parish-council/2025-04-08/minutes.yaml")
    path.parent.mkdir(parents=True)
    path.write_text("schema: minutebook/1\nsurprise: 1\n", "utf-8")
    code, out, err = run()
    assert code == 1
    assert "2025-04-08" in err and "1 warning, 1 remark in 2 papers." in out


def test_the_list_names_every_check_once(run: Run) -> None:
    code, out, _ = run("--list")
    named = [line.split()[0] for line in out.splitlines()]
    assert code == 0
    assert named == [one.code for one in check.CHECKS] and len(named) == len(set(named))
    assert json.loads(run("--list", "--json")[1])[0] == {"code": check.CHECKS[0].code, "about": check.CHECKS[0].about}


def test_every_check_is_described_in_the_docs() -> None:
    text = (Path(__file__).parent.parent / "docs" / "checks.md").read_text("utf-8")
    assert [one.code for one in check.CHECKS if f"| `{one.code}` |" not in text] == []
