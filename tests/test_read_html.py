"""HTML: what a browser shows of the paper itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.paper import Line, Source, Table
from pipeline.problem import UnreadableError
from pipeline.read import read


def source_of(folder: Path, body: str, head: str = "") -> Source:
    path = folder / "paper.html"
    path.write_text(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>")
    return read(path)


def texts(source: Source, role: str = "body") -> list[str]:
    return [part.text for part in source.flow if isinstance(part, Line) and part.role == role]


def cells(source: Source) -> list[list[str]]:
    (table,) = [part for part in source.flow if isinstance(part, Table)]
    return [[cell.text for cell in row] for row in table.rows]


def test_paragraphs_headings_and_emphasis(tmp_path: Path) -> None:
    source = source_of(
        tmp_path, "<h2>3. Finance</h2><p>The <b>grant</b> of\n   £5&nbsp;is agreed.</p><p><strong>All.</strong></p>"
    )
    assert [(part.text, part.heading, part.bold, part.block) for part in source.flow if isinstance(part, Line)] == [
        ("3. Finance", 2, False, "p1"),
        ("The grant of £5 is agreed.", 0, False, "p2"),
        ("All.", 0, True, "p3"),
    ]


def test_title_is_a_field(tmp_path: Path) -> None:
    assert source_of(tmp_path, "<p>x</p>", "<title> Minutes\n of May </title>").fields == (("title", "Minutes of May"),)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<ol><li>a<li>b</ol>", ["1. a", "2. b"]),
        ("<ol start=4><li>a<li value=7>b<li>c</ol>", ["4. a", "7. b", "8. c"]),
        ("<ol type=a><li>x<ol type=i><li>y<li>z</ol><li>w</ol>", ["a. x", "i. y", "ii. z", "b. w"]),
        ("<ul><li><p>one</p><p>more</p></li><li>two</ul>", ["• one", "more", "• two"]),
        ('<ul style="list-style-type: none"><li>3.1 Noted</ul>', ["3.1 Noted"]),
        ("<dl><dt>Venue<dd>Village hall</dl>", ["Venue: Village hall"]),
        ("<p>A Thwaite<br>B Garth</p>", ["A Thwaite", "B Garth"]),
        ("<pre>one\n  two</pre>", ["one", "two"]),
        ("a<div>b</div>c", ["a", "b", "c"]),
    ],
)
def test_lists_and_lines(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert texts(source_of(tmp_path, body)) == expected


def test_merged_cells_stand_in_their_first_place(tmp_path: Path) -> None:
    body = (
        "<table><thead><tr><th>No<th>Action<th>Who</thead>"
        "<tr><td rowspan=2>1<td>Mend gate<td>Clerk<tr><td colspan=2>Cut hedge</table>"
    )
    source = source_of(tmp_path, body)
    assert cells(source) == [["No", "Action", "Who"], ["1", "Mend gate", "Clerk"], ["", "Cut hedge", ""]]
    assert [part.header for part in source.flow if isinstance(part, Table)] == [1]


def test_a_table_that_only_lays_out_the_page_is_unfolded(tmp_path: Path) -> None:
    body = "<table><tr><td><p>Minutes</p><table><tr><td>Mend gate<td>Clerk</table><p>End</p></table>"
    source = source_of(tmp_path, body)
    assert texts(source) == ["Minutes", "End"]
    assert cells(source) == [["Mend gate", "Clerk"]]


def test_menus_banners_and_what_is_hidden_are_left_out(tmp_path: Path) -> None:
    body = (
        "<header>Site</header><nav><a>Home</a></nav><div id=cookie-banner>We use cookies</div>"
        "<main><h1>Minutes</h1><p hidden>x</p><p style='display:none'>y</p><p>Present: all</p><script>z</script>"
        "<aside>Related</aside></main><footer>Contact</footer>"
    )
    assert texts(source_of(tmp_path, body)) == ["Minutes", "Present: all"]


def test_without_a_main_part_header_and_footer_are_furniture(tmp_path: Path) -> None:
    source = source_of(tmp_path, "<header>Ambleforth</header><p>Minutes</p><footer>Contact</footer>")
    assert texts(source) == ["Minutes"]
    assert texts(source, "furniture") == ["Ambleforth", "Contact"]


def test_an_empty_main_part_does_not_hide_the_paper(tmp_path: Path) -> None:
    long = "The Council met in the hall. " * 40
    assert texts(source_of(tmp_path, f"<main><p>Loading</p></main><div>{long}</div>")) == ["Loading", long.strip()]


@pytest.mark.parametrize("depth", [300, 1000])
def test_deep_pages_lose_nothing(tmp_path: Path, depth: int) -> None:
    body = "<div>" * depth + "deep" + "</div>" * depth + "<p>after</p>"
    assert texts(source_of(tmp_path, body)) == ["deep", "after"]


def test_bottomless_pages_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        source_of(tmp_path, "<div>" * 5000 + "deep")


def test_control_characters_behind_what_is_left_out(tmp_path: Path) -> None:
    assert texts(source_of(tmp_path, "<nav>Home</nav>\x01one<script>x</script>\x00two")) == ["onetwo"]


def test_giant_spans_make_no_giant_table(tmp_path: Path) -> None:
    rows = "<tr><td rowspan=900 colspan=900>x<td>y</tr>" * 60
    source = source_of(tmp_path, f"<table>{rows}</table>")
    assert source.text.count("y") == 60
    assert max(len(row) for row in cells(source)) < 400


def test_broken_mark_up(tmp_path: Path) -> None:
    assert texts(source_of(tmp_path, "<p>one<p>two</b></td><li>three &bogus; &#0; <x:y>four"))[:2] == ["one", "two"]
