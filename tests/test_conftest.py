"""Skips are for want of something on this machine; a build server must want nothing."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT

pytest_plugins = ["pytester"]

TESTS = """
import pytest

def test_skipped():
    pytest.skip("no such tool")

@pytest.mark.xfail
def test_known_gap():
    raise AssertionError

def test_passed():
    pass
"""


@pytest.mark.parametrize(("ci", "expected"), [("", {"skipped": 1}), ("true", {"failed": 1})])
def test_a_skip_is_a_failure_on_a_build_server(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, ci: str, expected: dict[str, int]
) -> None:
    monkeypatch.setenv("CI", ci)
    pytester.makeconftest((ROOT / "tests" / "conftest.py").read_text("utf-8"))
    pytester.makepyfile(TESTS)
    result = pytester.runpytest_inprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=1, xfailed=1, **expected)
    if ci:
        result.stdout.fnmatch_lines(["*no such tool; with CI=true that is a failure*"])


@pytest.mark.parametrize("ci", ["", "true"])
def test_a_missing_tool_is_named_with_its_package(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, ci: str
) -> None:
    monkeypatch.setenv("CI", ci)
    monkeypatch.setenv("PATH", "")
    pytester.makeconftest((ROOT / "tests" / "conftest.py").read_text("utf-8"))
    pytester.makepyfile("import pytest\n@pytest.mark.needs_office\ndef test_it(): pass\n")
    result = pytester.runpytest_inprocess("-rs", "-p", "no:cacheprovider")
    result.assert_outcomes(**({"errors": 1} if ci else {"skipped": 1}))
    result.stdout.fnmatch_lines(["*soffice is not installed (apt install libreoffice-writer)*"])
