"""Word files as Word shows them. The documents are written here, part by part, so that each holds one construct."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from pipeline.paper import Line, Source, Table
from pipeline.read import read

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
ROOT = (
    f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}" xmlns:wps="{MICROSOFT}" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def lvl(depth: int, style: str, text: str, more: str = "") -> str:
    shape = f'<w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{depth}">{shape}</w:lvl>'


DOT = "\uf0b7"  # the bullet of the font Symbol
NUMBERING = f"""
<w:abstractNum w:abstractNumId="0">
  {lvl(0, "decimal", "%1.", '<w:pStyle w:val="Item"/>')}
  {lvl(1, "decimal", "%1.%2", '<w:pStyle w:val="Minute"/>')}
  {lvl(2, "lowerLetter", "(%3)")}
  {lvl(3, "lowerRoman", "%4)", '<w:lvlRestart w:val="0"/>')}
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">{lvl(0, "bullet", DOT)}</w:abstractNum>
<w:abstractNum w:abstractNumId="2">
  {lvl(0, "upperRoman", "%1")}
  {lvl(1, "decimal", "%1.%2", "<w:isLgl/>")}
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3">
  <w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>
</w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
"""


def style(key: str, name: str, inside: str = "", more: str = "") -> str:
    return f'<w:style w:type="paragraph" w:styleId="{key}"{more}><w:name w:val="{name}"/>{inside}</w:style>'


LISTED = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
STYLES = f"""
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
{style("Normal", "Normal", more=' w:default="1"')}
{style("Heading2", "heading 2", '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr>')}
{style("Sub", "Sub", '<w:basedOn w:val="Heading2"/><w:rPr><w:caps/></w:rPr>')}
{style("Item", "Item", LISTED)}
{style("Minute", "Minute", LISTED)}
"""


def word(folder: Path, body: str, **parts: str) -> Source:
    """The source of a Word file with this body; `parts` are further parts by name (footnotes, header1 ...)."""
    parts = {"styles": STYLES, "numbering": NUMBERING, **parts}
    kinds = {"header1": "header", "footer1": "footer"}
    tags = {"header1": "hdr", "footer1": "ftr"}
    relations = "".join(
        f'<Relationship Id="{name}" Type="{RELATIONS}/{kinds.get(name, name)}" Target="{name}.xml"/>' for name in parts
    )
    path = folder / "paper.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", f"<w:document {ROOT}><w:body>{body}</w:body></w:document>")
        package.writestr(
            "word/_rels/document.xml.rels",
            f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>',
        )
        for name, content in parts.items():
            tag = tags.get(name, name)
            package.writestr(f"word/{name}.xml", f"<w:{tag} {ROOT}>{content}</w:{tag}>")
    return read(path)


def p(text: str, properties: str = "", run: str = "") -> str:
    return (
        f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def listed(number: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def styled(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def texts(source: Source, role: str = "body") -> list[str]:
    return [part.text for part in source.flow if isinstance(part, Line) and part.role == role]


def test_levels_count_and_restart(tmp_path: Path) -> None:
    body = (
        p("Apologies", listed(1)) + p("None.", listed(1, 1)) + p("Minutes", listed(1)) + p("Agreed.", listed(1, 1))
        + p("Signed.", listed(1, 1)) + p("Chair", listed(1, 2)) + p("Clerk", listed(1, 2)) + p("Next.", listed(1, 1))
        + p("Vicar", listed(1, 2))
    )  # fmt: skip
    assert texts(word(tmp_path, body)) == [
        "1. Apologies", "1.1 None.", "2. Minutes", "2.1 Agreed.", "2.2 Signed.", "(a) Chair", "(b) Clerk", "2.3 Next.",
        "(a) Vicar",
    ]  # fmt: skip


def test_a_level_that_never_restarts_counts_on(tmp_path: Path) -> None:
    body = p("A", listed(1)) + p("x", listed(1, 3)) + p("B", listed(1)) + p("y", listed(1, 3))
    assert texts(word(tmp_path, body)) == ["1. A", "i) x", "2. B", "ii) y"]


def test_start_override_counts_once_and_lists_of_one_kind_go_on(tmp_path: Path) -> None:
    body = p("A", listed(1)) + p("B", listed(3)) + p("C", listed(3)) + p("D", listed(1))
    assert texts(word(tmp_path, body)) == ["1. A", "7. B", "8. C", "9. D"]


def test_numbers_that_a_style_brings(tmp_path: Path) -> None:
    body = p("Apologies", styled("Item")) + p("None.", styled("Minute")) + p("Report", styled("Item"))
    assert texts(word(tmp_path, body)) == ["1. Apologies", "1.1 None.", "2. Report"]


def test_number_zero_takes_the_number_of_the_style_away(tmp_path: Path) -> None:
    assert texts(word(tmp_path, p("Apologies", styled("Item") + listed(0)))) == ["Apologies"]


def test_legal_numbering_shows_roman_items_in_digits(tmp_path: Path) -> None:
    assert texts(word(tmp_path, p("A", listed(4)) + p("B", listed(4)) + p("b", listed(4, 1)))) == [
        "I A",
        "II B",
        "2.1 b",
    ]


def test_bullets_of_symbol_fonts(tmp_path: Path) -> None:
    assert texts(word(tmp_path, p("Cllr Anna Thwaite", listed(2)))) == ["• Cllr Anna Thwaite"]


def test_headings_look_and_capitals_are_inherited(tmp_path: Path) -> None:
    source = word(tmp_path, p("Finance", styled("Sub")) + p("Text") + p("Tall", "", '<w:b/><w:sz w:val="32"/>'))
    first, second, third = (part for part in source.flow if isinstance(part, Line))
    assert (first.text, first.heading, first.bold, first.size) == ("FINANCE", 2, True, 14.0)
    assert (second.heading, second.bold, second.size) == (0, False, 11.0)
    assert (third.bold, third.size) == (True, 16.0)


def test_tracked_changes_are_read_as_accepted(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>The grant is </w:t></w:r><w:del><w:r><w:delText>£400</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>£450</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p>"
        f"<w:p><w:pPr>{listed(1)}<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>Gone</w:delText></w:r></w:del></w:p>"
        + p("Kept", listed(1))
    )
    assert texts(word(tmp_path, body)) == ["The grant is £450.", "1. Kept"]


def test_hidden_text_and_field_codes_are_not_read(tmp_path: Path) -> None:
    body = (
        p("secret", "", "<w:vanish/>")
        + "<w:p><w:r><w:t>Sheet </w:t></w:r><w:r><w:instrText> PAGE </w:instrText><w:t>2 of it</w:t></w:r></w:p>"
    )
    assert texts(word(tmp_path, body)) == ["Sheet 2 of it"]


def test_content_controls_text_boxes_and_fallbacks_are_read_once(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{p('In the box')}</w:txbxContent>"
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('In the control')}</w:sdtContent></w:sdt>"
        "<w:p><w:r><w:t>Beside it</w:t></w:r><w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert texts(word(tmp_path, body)) == ["In the control", "Beside it", "In the box"]


def cell(*paragraphs: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def test_tables_stand_in_place_with_merged_cells_in_their_first(tmp_path: Path) -> None:
    rows = (
        "<w:tr><w:trPr><w:tblHeader/></w:trPr>" + cell(p("No")) + cell(p("Action")) + cell(p("Who")) + "</w:tr>"
        + "<w:tr>" + cell(p("1"), properties='<w:vMerge w:val="restart"/>')
        + cell(p("Mend gate"), properties='<w:gridSpan w:val="2"/>') + "</w:tr>"
        + "<w:tr>" + cell(p(""), properties="<w:vMerge/>") + cell(p("Cut hedge"), p("by May")) + cell(p("Clerk"))
        + "</w:tr>"
    )  # fmt: skip
    source = word(tmp_path, p("Before") + f"<w:tbl>{rows}</w:tbl>" + p("After"))
    before, table, after = source.flow
    assert isinstance(before, Line) and isinstance(table, Table) and isinstance(after, Line)
    assert [[c.text for c in row] for row in table.rows] == [
        ["No", "Action", "Who"],
        ["1", "Mend gate", ""],
        ["", "Cut hedge by May", "Clerk"],
    ]
    assert table.header == 1
    assert [line.block for line in table.rows[2][1].lines] == ["t1.r3.c2", "t1.r3.c2"]
    assert (before.block, after.block) == ("p1", "p2")


def test_a_grid_that_only_places_other_grids_is_unfolded(tmp_path: Path) -> None:
    inner = "<w:tbl><w:tr>" + cell(p("Item one here")) + cell(p("Clerk")) + "</w:tr></w:tbl>"
    source = word(tmp_path, "<w:tbl><w:tr>" + cell(p("Heading"), inner, p("")) + cell(p("x")) + "</w:tr></w:tbl>")
    assert [type(part) for part in source.flow] == [Line, Table, Line]


def test_owner_behind_a_tab_is_margin(tmp_path: Path) -> None:
    tabbed = "<w:p><w:r><w:t>{}</w:t><w:tab/><w:t>{}</w:t></w:r></w:p>"
    source = word(
        tmp_path,
        tabbed.format("Write to the highway authority about Mill Lane.", "Clerk")
        + tabbed.format("Present:", "Anna Thwaite"),
    )
    assert texts(source) == ["Write to the highway authority about Mill Lane.", "Present: Anna Thwaite"]
    assert texts(source, "margin") == ["Clerk"]


def test_page_breaks_and_blank_paragraphs(tmp_path: Path) -> None:
    broken = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    source = word(
        tmp_path, p("Agenda") + broken + p("Minutes") + p("") + p("Present") + p("New", "<w:pageBreakBefore/>")
    )
    lines = [part for part in source.flow if isinstance(part, Line)]
    assert [(line.text, line.page_break, line.gap) for line in lines] == [
        ("Agenda", False, False),
        ("Minutes", True, True),
        ("Present", False, True),
        ("New", True, False),
    ]


def test_headers_and_footers_are_furniture_and_footnotes_come_last(tmp_path: Path) -> None:
    body = (
        '<w:p><w:r><w:t>Agreed.</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
        '<w:sectPr><w:headerReference r:id="header1"/><w:footerReference r:id="footer1"/></w:sectPr>'
    )
    note = f'<w:footnote w:id="2">{p("By seven votes to two.")}</w:footnote>'
    source = word(tmp_path, body, header1=p("Harrowdale District Council"), footer1=p("Page 1"), footnotes=note)
    assert [(part.text, part.role) for part in source.flow if isinstance(part, Line)] == [
        ("Harrowdale District Council", "furniture"),
        ("Agreed.", "body"),
        ("1 By seven votes to two.", "body"),
        ("Page 1", "furniture"),
    ]


def test_line_breaks_split_and_cut_sentences_may_be_joined_again(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>Anna Thwaite</w:t><w:br/><w:t>Bob Garth</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>The Council asked the county to mend the</w:t><w:br/><w:t>bridge at once.</w:t></w:r></w:p>"
    )
    lines = [part for part in word(tmp_path, body).flow if isinstance(part, Line)]
    assert [(line.text, line.whole) for line in lines] == [
        ("Anna Thwaite", True),
        ("Bob Garth", True),
        ("The Council asked the county to mend the", False),
        ("bridge at once.", False),
    ]
    assert lines[0].block == lines[1].block == "p1"


@pytest.mark.parametrize("old", ["http://purl.oclc.org/ooxml/wordprocessingml/main"])
def test_word_files_of_the_strict_form(tmp_path: Path, old: str) -> None:
    path = tmp_path / "strict.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{old}"><w:body><w:p><w:r><w:t>Agenda</w:t></w:r></w:p></w:body></w:document>',
        )
    assert texts(read(path)) == ["Agenda"]
