"""Templates that a workspace brings, and words of papers in those that are shipped: neither does harm."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from jinja2 import nodes
from jinja2.sandbox import SandboxedEnvironment

from pipeline.problem import SettingError
from pipeline.render import render
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
