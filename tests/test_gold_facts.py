"""Gold that says where words stand: places found in papers of every format, and read back from them."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from docx import Document
from odfdo import Document as OpenDocument
from odfdo import Paragraph
from reportlab.pdfgen.canvas import Canvas

from pipeline.score.gold import GoldError, read_gold
from pipeline.score.measure import overlap
from pipeline.score.words import PaperWords, Place, checksum
from tools.gold_facts import convert, in_order

LINES = [
    "Present: Ann Lee (Chair), Tom Reed",
    "1.Finance",
    "It was resolved to re-",
    "pair the roof for £250.00. The “Friends” asked for £250.00 too.",
    "AS to write to Highways as soon as possible.",
]
GOLD = """\
document: burley/paper{suffix}
attendance:
- {{name: Ann Lee, status: present, capacity: Chair}}
- {{name: Lee Tom, status: present}}
items:
- {{number: "1", title: Finance}}
decisions:
- {{text: It was resolved to repair  the roof for £250.00, outcome: agreed}}
- {{text: The "Friends" asked for £250.00 too, outcome: noted}}
actions:
- {{text: to write to Highways, owners: [AS], due: as soon as possible, marked: false}}
money:
- {{text: £250.00, amount: 250}}
- {{text: £250.00, amount: 250}}
"""


def make_pdf(path: Path) -> None:
    canvas = Canvas(str(path))
    for page in (LINES[:4], LINES[4:]):
        for number, line in enumerate(page):
            canvas.drawString(72, 700 - 20 * number, line)
        canvas.showPage()
    canvas.save()


def make_docx(path: Path) -> None:
    document = Document()
    for line in LINES[:4]:
        document.add_paragraph(line)
    document.add_table(1, 1).cell(0, 0).text = LINES[4]
    document.save(str(path))


def make_odt(path: Path) -> None:
    document = OpenDocument("text")
    document.body.clear()
    for line in LINES:
        document.body.append(Paragraph(line))
    document.save(str(path))


def make_html(path: Path) -> None:
    body = "".join(f"<div><b>{line[0]}</b>{line[1:]}</div>" for line in LINES)
    path.write_text(f"<html><script>Ann Lee</script><body>{body}</body></html>", "utf-8")


def make_text(path: Path) -> None:
    path.write_text("\n".join(LINES), "utf-8")


MAKERS = {".pdf": make_pdf, ".docx": make_docx, ".odt": make_odt, ".html": make_html, ".txt": make_text}


def made(tmp_path: Path, suffix: str) -> tuple[list[str], Path]:
    """What the tool complains of, and the file that it writes, for the paper above in one format."""
    paper = tmp_path / "papers" / "burley" / f"paper{suffix}"
    paper.parent.mkdir(parents=True)
    MAKERS[suffix](paper)
    gold = tmp_path / "gold" / "burley" / "paper.yaml"
    gold.parent.mkdir(parents=True)
    gold.write_text(GOLD.format(suffix=suffix), "utf-8")
    return convert(tmp_path / "gold", tmp_path / "papers", tmp_path / "facts"), tmp_path / "facts/burley/paper.yaml"


@pytest.mark.parametrize("suffix", MAKERS)
def test_places_in_every_format_give_the_words_back(tmp_path: Path, suffix: str) -> None:
    faults, path = made(tmp_path, suffix)
    assert faults == []
    gold = read_gold(path, tmp_path / "papers").gold
    assert [(p.name.rstrip(","), p.capacity) for p in gold.attendance] == [("Ann Lee", "(Chair),"), ("Lee Tom", None)]
    assert [(i.number, i.title) for i in gold.items] == [("1", "Finance")]
    assert gold.decisions[0].text == "It was resolved to repair the roof for £250.00."
    assert gold.decisions[1].text == "The “Friends” asked for £250.00 too."
    assert (gold.actions[0].owners, gold.actions[0].due) == (("AS",), "as soon as possible.")
    assert [(m.text, m.amount) for m in gold.money] == [("£250.00.", 250.0), ("£250.00", 250.0)]


@pytest.mark.parametrize("suffix", [".pdf", ".txt"])
def test_no_word_of_the_paper_stands_in_the_file(tmp_path: Path, suffix: str) -> None:
    _, path = made(tmp_path, suffix)
    text = path.read_text("utf-8").removeprefix(f"document: burley/paper{suffix}\n")
    for word in ("Ann", "Lee", "Chair", "Finance", "resolved", "roof", "Friends", "Highways", "AS", "soon", "£"):
        assert word not in text


def test_of_several_places_the_one_that_keeps_the_order() -> None:
    assert in_order([[5, 40], [10, 60], [5, 40, 70]]) == [5, 10, 40]
    assert in_order([[90], [10, 95], [20], [30]]) == [90, 10, 20, 30]  # one out of order costs no other its place
    assert in_order([[3], [], [7]]) == [3, 3, 7]
    assert in_order([]) == []


def test_mentions_of_one_amount_have_a_place_each(tmp_path: Path) -> None:
    _, path = made(tmp_path, ".txt")
    places = [line for line in path.read_text("utf-8").splitlines() if "amount: 250" in line]
    assert len(set(places)) == len(places) == 2


def test_a_quote_that_does_not_stand_in_the_paper_is_told_and_nothing_written(tmp_path: Path) -> None:
    paper = tmp_path / "papers" / "burley" / "paper.txt"
    paper.parent.mkdir(parents=True)
    make_text(paper)
    gold = tmp_path / "gold" / "a.yaml"
    gold.parent.mkdir()
    gold.write_text(GOLD.format(suffix=".txt").replace("Highways", "Railways"), "utf-8")
    [fault] = convert(tmp_path / "gold", tmp_path / "papers", tmp_path / "facts")
    assert "burley/paper.txt: actions: text: 'Railways' of 'to write to Railways' stands nowhere" in fault
    assert not (tmp_path / "facts").exists()


def test_a_place_that_holds_other_words_than_before_is_refused(tmp_path: Path) -> None:
    _, path = made(tmp_path, ".txt")
    text = path.read_text("utf-8")
    line = next(number for number, one in enumerate(text.splitlines(), start=1) if "outcome: noted" in one)
    path.write_text(text.replace("sum: " + checksum("The Friends asked for £250.00 too"), "sum: '00000000'"), "utf-8")
    with pytest.raises(GoldError, match=f"paper.yaml:{line}: the words at words [0-9]+ to [0-9]+ are not those"):
        read_gold(path, tmp_path / "papers")


def test_another_paper_than_the_one_annotated_is_refused(tmp_path: Path) -> None:
    _, path = made(tmp_path, ".txt")
    paper = tmp_path / "papers" / "burley" / "paper.txt"
    assert hashlib.sha256(paper.read_bytes()).hexdigest() in path.read_text("utf-8")
    paper.write_text(paper.read_text("utf-8") + "\n", "utf-8")
    with pytest.raises(GoldError, match="another file"):
        read_gold(path, tmp_path / "papers")


def with_decision(path: Path, text: str) -> int:
    """Writes other words for the first decision of a gold file: their line, counted from 1."""
    lines = path.read_text("utf-8").splitlines()
    number = lines.index("decisions:") + 1
    lines[number] = f"- {{text: {text}, outcome: agreed}}"
    path.write_text("\n".join(lines), "utf-8")
    return number + 1


@pytest.mark.parametrize(
    "span",
    ["{words: [1, 2]}", "{words: [1], sum: abc}", "{page: 1, sum: abc}", "{words: [1, 2], sum: abc, paeg: 1}"],
)
def test_a_place_that_is_none_is_refused_with_its_line(tmp_path: Path, span: str) -> None:
    _, path = made(tmp_path, ".txt")
    with pytest.raises(GoldError, match=f"paper.yaml:{with_decision(path, span)}: "):
        read_gold(path, tmp_path / "papers")


def test_a_quote_over_a_page_has_a_place_on_both(tmp_path: Path) -> None:
    paper = tmp_path / "papers" / "burley" / "paper.pdf"
    paper.parent.mkdir(parents=True)
    make_pdf(paper)
    gold = tmp_path / "gold" / "a.yaml"
    gold.parent.mkdir()
    quote = "asked for £250.00 too. AS to write to Highways"
    gold.write_text(f"document: burley/paper.pdf\ndecisions:\n- {{text: {quote}, outcome: noted}}\n", "utf-8")
    assert convert(tmp_path / "gold", tmp_path / "papers", tmp_path / "facts") == []
    text = (tmp_path / "facts" / "a.yaml").read_text("utf-8")
    assert "spans" in text and "page: 1" in text and "page: 2" in text
    assert read_gold(tmp_path / "facts" / "a.yaml", tmp_path / "papers").gold.decisions[0].text == quote


def test_words_beyond_the_paper_are_none(tmp_path: Path) -> None:
    paper = tmp_path / "a.txt"
    paper.write_text("one two", "utf-8")
    words = PaperWords(paper)
    assert words.quote([Place(None, 1, 9)]) == "two"
    assert words.quote([Place(None, 5, 9)]) == words.quote([Place(3, 0, 1)]) == ""
    assert words.quote([Place(None, 0, 2, 1, 2)]) == "ne t"


SCAN = """\
document: burley/scan.pdf
papers:
- {kind: report, pages: [1, 1], body: Burley Parish Council}
decisions:
- {text: To adopt the plan, page: 1, outcome: agreed}
money:
- {text: "£1,250.50", page: 1, amount: 1250.5}
dates:
- {text: 7 May 2031, page: 1, value: 2031-05-07}
"""


def scan(tmp_path: Path, text: str = SCAN) -> tuple[list[str], Path]:
    """What the tool complains of, and the file that it writes, for a paper that is a picture."""
    paper = tmp_path / "papers" / "burley" / "scan.pdf"
    paper.parent.mkdir(parents=True)
    canvas = Canvas(str(paper))
    canvas.rect(72, 600, 200, 100)
    canvas.save()
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "a.yaml").write_text(text, "utf-8")
    return convert(tmp_path / "gold", tmp_path / "papers", tmp_path / "facts"), tmp_path / "facts" / "a.yaml"


def test_a_scan_has_checksums_for_its_words(tmp_path: Path) -> None:
    faults, path = scan(tmp_path)
    assert faults == []
    text = path.read_text("utf-8").removeprefix("document: burley/scan.pdf\n")
    assert not re.search("Burley|Council|adopt|plan|£|May", text)
    gold = read_gold(path, tmp_path / "papers").gold
    assert [(m.page, m.amount) for m in gold.money] == [(1, 1250.5)]
    assert [(d.page, d.value) for d in gold.dates] == [(1, "2031-05-07")]
    assert gold.decisions[0].page == 1
    for quote, other, share in [
        (gold.papers[0].body, "BURLEY PARISH COUNCIL", 1.0),
        (gold.decisions[0].text, "it was agreed to adopt the plan as it stands", 0.9),
        (gold.decisions[0].text, "to adopt the budget", 0.75),
        (gold.decisions[0].text, "Refused", 0.0),
    ]:
        assert overlap(quote or "", other) == pytest.approx(share)


def test_names_of_a_scan_are_told_and_nothing_written(tmp_path: Path) -> None:
    faults, path = scan(tmp_path, SCAN + "attendance:\n- {name: Ann Lee, status: present}\n")
    assert faults == ["burley/scan.pdf: attendance: name: names of a scanned paper can't be kept without its words"]
    assert not path.exists()


@pytest.mark.parametrize("sums", ["[]", "[9f2c11a]", "[To, adopt]", "[9f2c11aa], page: 1"])
def test_checksums_that_are_none_are_refused_with_their_line(tmp_path: Path, sums: str) -> None:
    _, path = scan(tmp_path)
    with pytest.raises(GoldError, match=f"a.yaml:{with_decision(path, f'{{sums: {sums}}}')}: "):
        read_gold(path, tmp_path / "papers")


@pytest.mark.needs_office
def test_an_old_word_file_has_words_too(tmp_path: Path) -> None:
    paper = tmp_path / "a.rtf"
    paper.write_text(r"{\rtf1\ansi Ann Lee\par was there.}", "ascii")
    assert PaperWords(paper).pages == {None: ["Ann", "Lee", "was", "there."]}
