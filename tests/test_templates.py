"""Templates that a workspace brings, and words of papers in those that are shipped: neither does harm."""

from __future__ import annotations

import io
import re
import resource
import time
import zipfile
from pathlib import Path

import docx
import pytest
from jinja2 import nodes
from jinja2.sandbox import SandboxedEnvironment

from pipeline.problem import SettingError
from pipeline.render import Form, render
from pipeline.shipped import templates_folder
from tests.test_render import MINUTES

ATTACKS = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ sheet.__init__.__globals__ }}",
    "{{ sheet.__init__.__globals__.__builtins__.open('SECRET').read() }}",
    "{{ sheet|attr('__class__')|attr('__mro__') }}",
    "{{ cycler.__init__.__globals__.os.popen('cat SECRET').read() }}",
    "{{ lipsum.__globals__['os'].environ }}",
    "{{ namespace.__init__.__globals__ }}",
    "{{ self.__init__.__globals__ }}",
    "{{ '{0.__class__.__mro__}'.format(sheet) }}",
    "{{ '{0.__class__.__mro__}'.format_map({'0': sheet}) }}",
    "{% include 'SECRET' %}",
    "{% include '../secret.txt' %}",
    "{% extends '../secret.txt' %}",
    "{% import '../secret.txt' as x %}{{ x }}",
    "{% set x = ''.join %}{{ x.__self__.__class__.__base__ }}",
    "{{ range(10 ** 9) | list }}",
]


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("form", ["md", "html"])
def test_a_template_can_reach_no_file_and_no_inside_of_the_program(attack: str, form: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the number of the safe")
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / f"action-sheet.{form}.j2").write_text(f"before {attack.replace('SECRET', str(secret))} after")
    try:
        made = str(render("action-sheet", [MINUTES], form=form, templates=folder))  # type: ignore[arg-type]
    except SettingError as error:
        said = str(error)
        assert "action-sheet" in said and "\n" not in said
    else:
        assert made.startswith("before") and "safe" not in made
        assert not re.search(r"class|object|module|built|environ", made)


GREEDY = [
    "{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}",
    "{% for a in range(90000) %}{% for b in range(90000) %}xxxxxxxxxx{% endfor %}{% endfor %}",
    "{% set x = namespace(y='x' * 1000) %}{% for a in range(60) %}{% set x.y = x.y ~ x.y %}{% endfor %}",
    "{{ 'x' * 10 ** 9 }}",
    "{{ 9 ** 9 ** 9 }}",
    "{{ '%9999999999d' % 1 }}",
    "{{ 'x'.ljust(9999999999) }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
]


@pytest.mark.parametrize("form", ["md", "html", "docx"])
@pytest.mark.parametrize("attack", GREEDY)
def test_a_template_that_takes_all_there_is_is_stopped(
    attack: str, form: Form, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.render.SECONDS", 1.0)
    monkeypatch.setattr("pipeline.render.MEMORY", 300 * 2**20)
    limits = resource.getrlimit(resource.RLIMIT_AS)
    if form == "docx":
        document = docx.Document()
        document.add_paragraph(attack)
        document.save(str(tmp_path / "action-sheet.docx"))
    else:
        (tmp_path / f"action-sheet.{form}.j2").write_text(attack)
    begun = time.process_time()
    with pytest.raises(SettingError, match="action-sheet") as caught:
        render("action-sheet", [MINUTES], form=form, templates=tmp_path)
    assert "\n" not in str(caught.value)
    assert time.process_time() - begun < 15
    assert resource.getrlimit(resource.RLIMIT_AS) == limits


@pytest.mark.parametrize("attack", ATTACKS[:8])
def test_a_word_template_is_in_the_sandbox_too(attack: str, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph(attack.replace("SECRET", "/etc/hostname"))
    document.save(str(tmp_path / "action-sheet.docx"))
    try:
        made = render("action-sheet", [MINUTES], form="docx", templates=tmp_path)
    except SettingError as error:
        assert "\n" not in str(error)
    else:
        assert isinstance(made, bytes)
        with zipfile.ZipFile(io.BytesIO(made)) as file:
            text = re.sub("<[^>]+>", "", file.read("word/document.xml").decode("utf-8"))
        assert not re.search(r"class|object|module|built|environ", text)


@pytest.mark.parametrize("path", sorted(templates_folder().glob("*.html.j2")), ids=lambda path: path.name)
def test_no_shipped_page_switches_escaping_off(path: Path) -> None:
    """Every text is escaped on output: `safe` and `autoescape false` are used nowhere but for what is listed here."""
    tree = SandboxedEnvironment().parse(path.read_text("utf-8"))
    unsafe = [node.lineno for node in tree.find_all(nodes.Filter) if node.name in ("safe", "forceescape", "xmlattr")]
    unsafe += [node.lineno for node in tree.find_all((nodes.MarkSafe, nodes.MarkSafeIfAutoescape))]
    unsafe += [node.lineno for node in tree.find_all(nodes.ScopedEvalContextModifier)]
    assert unsafe == []


@pytest.mark.parametrize("path", sorted(templates_folder().glob("*.html.j2")), ids=lambda path: path.name)
def test_no_shipped_page_loads_anything(path: Path) -> None:
    """A sheet that somebody opens tells nobody: no script, and no address to fetch a picture or a style from."""
    text = path.read_text("utf-8")
    assert not re.search(r"<script|<iframe|<object|<link\b|@import|url\(\s*['\"]?https?:|\son\w+\s*=", text, re.I)
