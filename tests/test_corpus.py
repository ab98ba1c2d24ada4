"""The papers of corpus/: made again byte for byte, true in themselves, and described by their gold."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import yaml
from docx import Document
from lxml import html as lxml_html
from odfdo import Document as Odt

from pipeline.record import DATE_PATTERN
from tests import corpus_words, make_corpus

CORPUS = make_corpus.CORPUS
GOLD = Path(__file__).parent / "gold" / "corpus"
PAPERS = sorted(
    str(p.relative_to(CORPUS))
    for p in CORPUS.glob("*/*")
    if p.suffix in (".pdf", ".docx", ".odt", ".md", ".html", ".txt")
)
SLIPS = {"ambleforth-parish-council/2025-09-09-minutes.pdf": ["Wednesday 11 November 2025"]}  # on purpose: story.md
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"


def text_of(path: Path) -> str:
    """The paper's text by the format's own library, not by the program's readers."""
    if path.suffix == ".pdf":
        return "\n".join(pdf_pages(path))
    if path.suffix == ".docx":
        word = Document(str(path))
        cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
        heads = [p.text for section in word.sections for p in section.header.paragraphs]
        return "\n".join([*heads, *(p.text for p in word.paragraphs), *cells])
    if path.suffix == ".odt":
        return "\n".join(str(part.text_recursive) for part in Odt(str(path)).body.get_elements("//text:p|//text:h"))
    if path.suffix == ".html":
        return str(lxml_html.fromstring(path.read_bytes()).text_content())
    return re.sub(r"\*\*", "", path.read_text("utf-8"))


def pdf_pages(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in pdf]


def fold(text: str) -> str:
    return " ".join(text.replace("\ufffe", "-").split()).lower()


def gold_of(name: str) -> dict[str, Any]:
    value = yaml.load((GOLD / f"{name}.yaml").read_text("utf-8"), yaml.BaseLoader)
    assert isinstance(value, dict)
    return value


@pytest.mark.parametrize("name", make_corpus.PAPERS)
def test_making_a_paper_again_gives_the_same_bytes(name: str) -> None:
    assert make_corpus.PAPERS[name]() == (CORPUS / name).read_bytes()


@pytest.mark.parametrize("name", [name for name in make_corpus.PAPERS if not name.endswith(".pdf")])
def test_zipped_papers_carry_no_clock(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO((CORPUS / name).read_bytes())) as file:
        assert {entry.date_time[0] for entry in file.infolist()} == {1980}


def test_every_paper_has_gold_and_every_gold_a_paper() -> None:
    assert sorted(str(p.relative_to(GOLD))[: -len(".yaml")] for p in GOLD.glob("*/*.yaml")) == PAPERS
    assert all(gold_of(name)["document"] == name for name in PAPERS)


def test_the_readme_says_what_each_paper_is_for() -> None:
    listed = re.findall(r"^\| `([^`]+)`", (CORPUS / "README.md").read_text("utf-8"), re.MULTILINE)
    assert sorted(listed) == PAPERS


@pytest.mark.parametrize("name", PAPERS)
def test_every_quote_of_the_gold_stands_in_its_paper(name: str) -> None:
    gold, text = gold_of(name), fold(text_of(CORPUS / name))
    quotes = [entry["text"] for key in ("decisions", "actions", "money", "dates") for entry in gold[key]]
    quotes += [entry["name"] for entry in gold["attendance"]] + [entry["title"] for entry in gold["items"]]
    quotes += [entry["status"] for entry in gold["actions"] if entry.get("status", "null") != "null"]
    assert quotes
    assert [quote for quote in quotes if fold(quote) not in text] == []


@pytest.mark.parametrize("name", PAPERS)
def test_no_amount_of_a_paper_is_missing_in_its_gold(name: str) -> None:
    signs = len(re.findall(r"£(?!000)\d", text_of(CORPUS / name)))
    assert signs == len(gold_of(name)["money"])


@pytest.mark.parametrize("name", PAPERS)
def test_gold_values_are_of_the_schema(name: str) -> None:
    gold = gold_of(name)
    assert {entry["outcome"] for entry in gold["decisions"]} <= {
        "agreed",
        "noted",
        "recommended",
        "elected",
        "deferred",
        "refused",
    }
    assert all(re.match(DATE_PATTERN, entry["value"]) for entry in gold["dates"])
    assert all({"owners", "due", "marked", "carried"} <= entry.keys() for entry in gold["actions"])


@pytest.mark.parametrize("name", PAPERS)
def test_weekdays_in_the_papers_are_right_but_for_those_of_the_story(name: str) -> None:
    text = " ".join(text_of(CORPUS / name).split())
    wrong = [
        f"{day} {date}"
        for day, date in re.findall(rf"\b({DAYS.replace(' ', '|')}) (\d{{1,2}} [A-Z][a-z]+ \d{{4}})", text)
        if datetime.datetime.strptime(date, "%d %B %Y").weekday() != DAYS.split().index(day)
    ]
    assert wrong == SLIPS.get(name, [])


def test_the_pack_s_agenda_gives_the_pages_where_its_papers_stand() -> None:
    pages = pdf_pages(CORPUS / "ambleforth-parish-council/2025-03-11-pack.pdf")
    assert len(pages) == 7
    assert "(Pages 3 - 4)" in pages[0] and "Minutes of the meeting held on Tuesday 14 January" in pages[2]
    assert "Signed" in pages[3]
    assert "(Pages 5 - 6)" in pages[0] and "Report of the Clerk" in pages[4]
    assert "(Page 7)" in pages[0] and "Action sheet" in pages[6]


def test_the_funding_table_adds_up() -> None:
    rows = [[int(cell.replace(",", "")) for cell in row[1:]] for row in corpus_words.FUNDING[1:]]
    assert all(first + second == total for first, second, total in rows)
    assert [sum(column) for column in zip(*rows[:-1], strict=True)] == rows[-1]


def test_the_capital_report_s_table_adds_up() -> None:
    text = (CORPUS / "harrowdale-schools-forum/2025-03-20-capital-report.txt").read_text("utf-8")
    rows = [
        [int(cell.replace(",", "")) for cell in found.groups()]
        for found in re.finditer(r"^    \S.*?\s{3,}([\d,]+)\s+([\d,]+)\s+([\d,]+)$", text, re.MULTILINE)
    ]
    assert len(rows) == 6
    assert all(grant + council == total for grant, council, total in rows)
    assert [sum(column) for column in zip(*rows[:-1], strict=True)] == rows[-1]
