"""OpenDocument texts as a word processor shows them."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from pipeline.paper import Line, Source, Table
from pipeline.problem import UnreadableError
from pipeline.read import read

ROOT = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("fo", "xsl-fo-compatible"),
        ("draw", "drawing"),
    )
)  # fmt: skip
STYLES = """
<text:outline-style><text:outline-level-style text:level="1" style:num-format=""/></text:outline-style>
<style:style style:name="Base" style:family="paragraph"><style:text-properties fo:font-size="12pt"/></style:style>
<style:style style:name="Strong" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Big" style:family="paragraph" style:parent-style-name="Base">
  <style:text-properties fo:font-weight="bold" fo:font-size="150%"/></style:style>
<style:style style:name="New" style:family="paragraph">
  <style:paragraph-properties fo:break-before="page"/></style:style>
<text:list-style style:name="Items">
  <text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
  <text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>
  <text:list-level-style-number text:level="3" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>
</text:list-style>
<text:list-style style:name="Dots">
  <text:list-level-style-bullet text:level="1" text:bullet-char="\uf0b7"/></text:list-style>
"""


def odt(folder: Path, body: str, furniture: str = "") -> Source:
    path = folder / "paper.odt"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr(
            "content.xml",
            f"<office:document-content {ROOT}><office:automatic-styles>{STYLES}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        package.writestr("styles.xml", f"<office:document-styles {ROOT}>{furniture}</office:document-styles>")
    return read(path)


def texts(source: Source, role: str = "body") -> list[str]:
    return [part.text for part in source.flow if isinstance(part, Line) and part.role == role]


def p(text: str, style: str = "Base") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def listed(*items: str, style: str = "Items", more: str = "") -> str:
    held = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    return f'<text:list text:style-name="{style}"{more}>{held}</text:list>'


def deeper(*items: str) -> str:
    return "<text:list>" + "".join(f"<text:list-item>{item}</text:list-item>" for item in items) + "</text:list>"


def test_levels_count_and_restart(tmp_path: Path) -> None:
    body = listed(
        p("Apologies") + deeper(p("None.")),
        p("Minutes") + deeper(p("Agreed.") + deeper(p("Chair"), p("Clerk")), p("Signed.")),
    )
    assert texts(odt(tmp_path, body)) == [
        "1. Apologies", "1.1 None.", "2. Minutes", "2.1 Agreed.", "(a) Chair", "(b) Clerk", "2.2 Signed.",
    ]  # fmt: skip


def test_lists_go_on_or_start_anew_as_they_say(tmp_path: Path) -> None:
    body = (
        listed(p("a")) + p("between") + listed(p("b"), more=' text:continue-numbering="true"')
        + listed(p("c")) + listed(p("d"), style="Dots")
        + '<text:list text:style-name="Items"><text:list-item text:start-value="9">' + p("e")
        + "</text:list-item></text:list>"
    )  # fmt: skip
    assert texts(odt(tmp_path, body)) == ["1. a", "between", "2. b", "1. c", "• d", "9. e"]


def test_a_second_paragraph_of_an_item_has_no_number(tmp_path: Path) -> None:
    assert texts(odt(tmp_path, listed(p("one") + p("more"), p("two")))) == ["1. one", "more", "2. two"]


def test_looks_and_headings(tmp_path: Path) -> None:
    body = (
        '<text:h text:outline-level="2">Finance</text:h>'
        + p("All", "Big")
        + p('<text:span text:style-name="Strong">Long</text:span> a')
    )
    lines = [part for part in odt(tmp_path, body).flow if isinstance(part, Line)]
    assert [(line.text, line.heading, line.bold, line.size) for line in lines] == [
        ("Finance", 2, False, None),
        ("All", 0, True, 18.0),
        ("Long a", 0, True, 12.0),
    ]


def test_blanks_tabs_breaks_and_pages(tmp_path: Path) -> None:
    body = p("A<text:s text:c='4'/>Thwaite<text:line-break/>B\n   Garth<text:tab/>Chair") + p("") + p("Next", "New")
    lines = [part for part in odt(tmp_path, body).flow if isinstance(part, Line)]
    assert [(line.text, line.gap, line.page_break) for line in lines] == [
        ("A Thwaite", False, False),
        ("B Garth Chair", False, False),
        ("Next", True, True),
    ]


def test_deleted_text_and_comments_are_not_read(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        + p("gone")
        + "</text:deletion></text:changed-region>"
        "</text:tracked-changes>" + p("kept<office:annotation>" + p("remark") + "</office:annotation> too")
    )
    assert texts(odt(tmp_path, body)) == ["kept too"]


def test_tables_repeat_and_cover_cells(tmp_path: Path) -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<table:table-cell{more}>{p(text) if text else ''}</table:table-cell>"

    body = (
        "<table:table><table:table-header-rows><table:table-row>" + cell("No") + cell("Action") + cell("Who")
        + "</table:table-row></table:table-header-rows><table:table-row>" + cell("1")
        + cell("Mend gate", ' table:number-columns-spanned="2"') + "<table:covered-table-cell/></table:table-row>"
        + "<table:table-row>" + cell("n/a", ' table:number-columns-repeated="3"') + "</table:table-row></table:table>"
    )  # fmt: skip
    (table,) = odt(tmp_path, body).flow
    assert isinstance(table, Table) and table.header == 1
    assert [[c.text for c in row] for row in table.rows] == [
        ["No", "Action", "Who"],
        ["1", "Mend gate", ""],
        ["n/a", "n/a", "n/a"],
    ]
    assert table.rows[1][1].lines[0].block == "t1.r2.c2"


def test_text_boxes_notes_and_furniture(tmp_path: Path) -> None:
    body = (
        p("Agreed<text:note><text:note-citation>1</text:note-citation><text:note-body>" + p("By seven to two.")
          + "</text:note-body></text:note>.<draw:frame><draw:text-box>"
          + p("In the box") + "</draw:text-box></draw:frame>")
    )  # fmt: skip
    source = odt(tmp_path, body, "<style:footer>" + p("Page 1") + "</style:footer>")
    assert texts(source) == ["Agreed.", "In the box", "1 By seven to two."]
    assert texts(source, "furniture") == ["Page 1"]


def test_a_locked_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "locked.odt"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("content.xml", b"\x01\x02")
        package.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    with pytest.raises(UnreadableError) as caught:
        read(path)
    assert caught.value.reason == "encrypted"
