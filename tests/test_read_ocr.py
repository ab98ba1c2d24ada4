"""Scanned pages: drawn here, made pictures, read back; what stands where on them is known from the drawing."""

from __future__ import annotations

import io
import math
import os
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from pipeline.found import FoundMoney, Place
from pipeline.link.doubts import DOUBTFUL, doubts
from pipeline.paper import Line, Source, evidence_of
from pipeline.problem import UnreadableError
from pipeline.read import hocr, read
from pipeline.read.pdf_lines import line_of, row_of
from pipeline.read.raw import Word, garbled, placed, times
from pipeline.run import extract
from pipeline.show import lines_of as shown_lines
from pipeline.views import summary_of

WIDTH, HEIGHT = 420.0, 300.0
LEFT = 40.0
ROWS = {
    60: "HARROWDALE PARISH COUNCIL",
    90: "Minutes of the meeting held on 14 May 2024",
    120: "2.1 It was RESOLVED to pay £1,250.00 for the new gate",
    134: "at the playing field, and to thank the volunteers.",
    170: "2.2 The Clerk will write to the owner of the barn.",
}
Draw = Callable[[Canvas], None]


@pytest.fixture(autouse=True)
def one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a worker: threads that wait for one another cost more than they save."""
    monkeypatch.setenv("OMP_THREAD_LIMIT", "1")


def rows(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 11)
    for base, text in ROWS.items():
        canvas.drawString(LEFT, HEIGHT - base, text)


def a_pdf(*pages: Draw, size: tuple[float, float] = (WIDTH, HEIGHT)) -> bytes:
    saved = io.BytesIO()
    canvas = Canvas(saved, pagesize=size)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return saved.getvalue()


@lru_cache(maxsize=1)
def a_picture() -> Image.Image:
    """The rows as a scanner sees them at 200 dots an inch."""
    with pdfium.PdfDocument(a_pdf(rows)) as document:
        picture: Image.Image = document[0].render(scale=200 / 72).to_pil().copy()
    return picture


def scan(picture: Image.Image) -> Draw:
    """A page that is nothing but a picture."""
    width, height = picture.width * 0.36, picture.height * 0.36

    def draw(canvas: Canvas) -> None:
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(picture), 0, 0, width, height)

    return draw


def saved(tmp_path: Path, content: bytes, name: str = "paper.pdf") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def lines(source: Source, page: int = 1) -> list[Line]:
    return [part for part in source.flow if isinstance(part, Line) and part.page == page]


# With tesseract


@pytest.mark.needs_tesseract
def test_a_scan_reads_as_its_text_layer_would(tmp_path: Path) -> None:
    source = read(saved(tmp_path, a_pdf(scan(a_picture()))))
    own = read(saved(tmp_path, a_pdf(rows), "own.pdf"))
    assert [line.text for line in lines(source)] == list(ROWS.values()) == [line.text for line in lines(own)]
    assert [line.gap for line in lines(source)] == [line.gap for line in lines(own)]
    for line, same in zip(lines(source), lines(own), strict=True):
        assert line.box == pytest.approx(same.box, abs=2)
        assert line.size == pytest.approx(11, abs=0.6)
        assert len(line.confidence) == len(line.text.split())
        assert all(0 < sure <= 1 for sure in line.confidence)
        assert same.confidence == ()
    assert (source.reader, own.reader) == ("pdf+ocr", "pdf")
    assert source.problems == ()


@pytest.mark.needs_tesseract
def test_in_a_mixed_paper_each_page_is_read_in_its_own_way(tmp_path: Path) -> None:
    def cover(canvas: Canvas) -> None:
        canvas.drawString(LEFT, HEIGHT - 60, "Grant of £300.00 received on 2 April 2024")

    records = extract(saved(tmp_path, a_pdf(cover, scan(a_picture()))))
    marked = {m.text: m.evidence.confidence for record in records for m in record.money}
    marked |= {m.text: m.evidence.confidence for record in records for m in record.dates}
    assert marked["£300.00"] is marked["2 April 2024"] is None
    assert all(0.5 < (marked[text] or 0) <= 1 for text in ("£1,250.00", "14 May 2024"))
    [record] = [record for record in records if record.money[-1].text == "£1,250.00"]
    assert record.source.reader == "pdf+ocr"
    text = "\n".join(line for _, line in shown_lines(record))
    assert "read from a scan" in text
    assert "(p. 2, scan)" in text
    assert summary_of(record).source.endswith("read from a scan")


@pytest.mark.needs_tesseract
@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_that_lies_sideways_or_upside_down_is_read_where_it_lies(tmp_path: Path, angle: int) -> None:
    turned = a_picture().rotate(angle, expand=True)
    source = read(saved(tmp_path, a_pdf(scan(turned))))
    assert [line.text for line in lines(source)] == list(ROWS.values())
    [page] = source.pages
    assert (page.width, page.height) == pytest.approx((turned.width * 0.36, turned.height * 0.36), abs=0.1)
    base, left, right = 60, LEFT, LEFT + stringWidth(ROWS[60], "Helvetica", 11)  # of the first row, as drawn
    expected = {
        90: (base - 9, WIDTH - right, base + 2, WIDTH - left),
        180: (WIDTH - right, HEIGHT - base - 2, WIDTH - left, HEIGHT - base + 9),
        270: (HEIGHT - base - 2, left, HEIGHT - base + 9, right),
    }[angle]
    assert lines(source)[0].box == pytest.approx(expected, abs=4)


@pytest.mark.needs_tesseract
def test_a_slanting_page_keeps_its_rows_and_its_places(tmp_path: Path) -> None:
    slanting = a_picture().rotate(-3, fillcolor="white", resample=Image.Resampling.BICUBIC)
    source = read(saved(tmp_path, a_pdf(scan(slanting))))
    assert [line.text.casefold() for line in lines(source)] == [text.casefold() for text in ROWS.values()]
    box = lines(source)[1].box  # its baseline at 90, turned about the page's middle
    assert box is not None
    fall = math.tan(math.radians(3))
    assert box[1] == pytest.approx(90 - 9 - fall * (WIDTH / 2 - LEFT), abs=4)
    assert box[3] - box[1] == pytest.approx(11.2 + fall * (box[2] - box[0]), abs=2)


@pytest.mark.needs_tesseract
def test_the_few_words_of_a_scans_own_text_layer_stay_as_they_are(tmp_path: Path) -> None:
    def stamped(canvas: Canvas) -> None:
        scan(a_picture())(canvas)
        canvas.setFont("Helvetica", 9)
        canvas.drawString(300, HEIGHT - 280, "Page 17")

    source = read(saved(tmp_path, a_pdf(stamped)))
    assert [line.text for line in lines(source)] == [*ROWS.values(), "Page 17"]
    assert source.pages[0].label == "17"
    assert lines(source)[-1].confidence == ()


@pytest.mark.needs_tesseract
def test_a_photograph_is_said_to_hold_no_text(tmp_path: Path) -> None:
    grey = Image.linear_gradient("L").resize((600, 400))
    source = read(saved(tmp_path, a_pdf(rows, scan(grey))))
    [problem] = source.problems
    assert (problem.code, problem.severity) == ("picture-page", "info")
    assert "Page 2 " in problem.message


@pytest.mark.needs_tesseract
@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.tiff"])
def test_a_picture_of_a_page_is_a_paper(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name == "a.png":
        a_picture().save(path, dpi=(200, 200))
    elif name == "a.jpg":
        a_picture().save(path)
    else:
        a_picture().save(path, save_all=True, append_images=[a_picture()])
    source = read(path)
    assert source.reader == "picture+ocr"
    assert source.media_type == {"a.png": "image/png", "a.jpg": "image/jpeg", "a.tiff": "image/tiff"}[name]
    for page in source.pages:
        assert [line.text for line in lines(source, page.number)] == list(ROWS.values())
    assert len(source.pages) == (2 if name == "a.tiff" else 1)
    # Where the picture does not say how large it is, it is as wide as A4 on its side.
    assert source.pages[0].width == pytest.approx(WIDTH if name == "a.png" else 841.9, abs=0.5)


# Without it


def test_without_tesseract_the_pages_are_named_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    source = read(saved(tmp_path, a_pdf(rows, scan(a_picture()), scan(a_picture()))))
    assert [line.page for line in lines(source, 2)] == []
    [problem] = source.problems
    assert problem.code == "scanned-page"
    assert problem.message.startswith("Pages 2, 3 are pictures")
    assert "install tesseract" in problem.message
    assert source.reader == "pdf"


def test_ocr_can_be_switched_off(tmp_path: Path) -> None:
    path = saved(tmp_path, a_pdf(scan(a_picture())))
    [record] = extract(path, ocr=False)
    assert [problem.code for problem in record.problems] == ["scanned-page"]
    assert "--no-ocr" in record.problems[0].message
    assert record.money == ()


def test_a_picture_without_tesseract_is_set_aside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.png"
    a_picture().save(path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableError, match=r"a\.png.*install tesseract") as caught:
        read(path)
    assert caught.value.reason == "no-ocr"


def test_a_tesseract_that_fails_costs_its_page_and_runs_in_our_process_group(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "tesseract"
    program.write_text(f"#!/bin/sh\nps -o pgid= -p $$ > {tmp_path}/group\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    source = read(saved(tmp_path, a_pdf(rows, scan(a_picture()))))
    assert [line.text for line in lines(source)] == list(ROWS.values())
    assert ["read them from the paper itself" in problem.message for problem in source.problems] == [True]
    assert int((tmp_path / "group").read_text()) == os.getpgid(0)


def test_damaged_and_huge_pictures_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    content = io.BytesIO()
    a_picture().save(content, "PNG")
    with pytest.raises(UnreadableError, match="damaged") as caught:
        read(saved(tmp_path, content.getvalue()[:2000], "half.png"))
    assert caught.value.reason == "truncated"
    Image.new("1", (12_000, 12_000)).save(tmp_path / "huge.png")
    with pytest.raises(UnreadableError, match="so many pixels") as caught:
        read(tmp_path / "huge.png")
    assert caught.value.reason == "pixels"


# What tesseract says


def a_line(*words: tuple[str, float], slope: float = 0.0, angle: int = 0, base: float = 100.0) -> hocr.Printed:
    """Words of a line, each 100 pixels wide and 130 from the next, with their confidence."""
    seen = tuple(
        hocr.Seen(text, 130.0 * number, base - 30, 130.0 * number + 100, base, sure)
        for number, (text, sure) in enumerate(words)
    )
    return hocr.Printed(seen, 0.0, base, slope, angle)


def texts(*words: str) -> list[str]:
    line = a_line(*((word, 0.9) for word in words))
    return [word.text for word in hocr.words_of((line,), scale=4.0, middle=1000.0, slope=0.0)]


@pytest.mark.parametrize(
    ("seen", "means"),
    [
        (("e", "New", "gate"), ["•", "New", "gate"]),
        (("©", "New", "gate"), ["•", "New", "gate"]),
        (("e",), ["e"]),
        (("14”", "day", "of", "May"), ["14th", "day", "of", "May"]),
        (("21°", "May"), ["21st", "May"]),
        (("14”", "pipe"), ["14”", "pipe"]),
        (("a", "New", "gate"), ["a", "New", "gate"]),
    ],
)
def test_what_ocr_misreads_in_the_same_way_is_put_right(seen: tuple[str, ...], means: list[str]) -> None:
    assert texts(*seen) == means


def test_hocr_becomes_lines_without_dust() -> None:
    said = """<html><body><div class='ocr_page' title='bbox 0 0 900 900'>
    <span class='ocr_line' title="bbox 10 20 400 60; baseline 0.01 -8; x_size 40; x_descenders 8; x_ascenders 10">
    <span class='ocrx_word' title='bbox 10 20 15 50; x_wconf 60'>|</span>
    <span class='ocrx_word' title='bbox 30 20 90 52; x_wconf 95'>agree|</span>
    <span class='ocrx_word' title='bbox 95 0 99 90; x_wconf 80'>|</span>
    <span class='ocrx_word' title='bbox 110 40 112 42; x_wconf 12'>~.</span></span>
    <span class='ocr_line' title="bbox 10 70 400 90; x_size 40">
    <span class='ocrx_word' title='bbox 10 70 90 90; x_wconf 9'>wma</span></span>
    </div></body></html>"""
    [line] = hocr.lines_of(said.encode())
    assert [(word.text, word.confidence) for word in line.words] == [("I", 0.6), ("agree", 0.95)]
    assert (line.left, line.base, line.slope) == (10, 52, 0.01)


def test_slopes_are_taken_out_and_put_back() -> None:
    slanting = a_line(*[("gate", 0.9)] * 8, slope=0.03)
    assert hocr.slope_of([slanting] * 3) == 0.03
    words = hocr.words_of((slanting,), scale=1.0, middle=0.0, slope=0.03)
    assert {round(word.base, 6) for word in words} == {100.0}
    assert hocr.slope_of([a_line(*[("gate", 0.9)] * 8, slope=0.001)]) == 0.0


def test_a_font_without_letters_makes_a_useless_text_layer() -> None:
    def words(text: str) -> list[Word]:
        return [Word(text, 0.0, 0.0, 9.0, 9.0, 8.0, 9.0, False, True)] * 20

    assert garbled(words("\ufffd\ufffd"))
    assert not garbled(words("£5"))
    assert not garbled(words("\ufffd\ufffd")[:5])  # a page with five signs is an empty form


def test_a_box_goes_where_the_matrix_says() -> None:
    quarter = (0.0, -1.0, 1.0, 0.0, 0.0, 200.0)
    assert placed((10, 20, 50, 30), quarter) == (20, 150, 30, 190)
    assert placed((10, 20, 50, 30), times(quarter, (1.0, 0.0, 0.0, 1.0, 5.0, 7.0))) == (25, 157, 35, 197)


# Confidence


def ocr_line(*words: tuple[str, float]) -> Line:
    placed_words = [
        Word(text, 60.0 * number, 0.0, 60.0 * number + 50, 9.0, 8.0, 9.0, False, True, sure)
        for number, (text, sure) in enumerate(words)
    ]
    return line_of(row_of(placed_words), 1)


def test_a_quotes_confidence_is_that_of_its_own_words() -> None:
    line = ocr_line(("paid", 0.9), ("£12.50", 0.4), ("on", 0.8), ("time.", 0.6))
    assert evidence_of((line,), "£12.50").confidence == 0.4
    whole = evidence_of((line,), "paid £12.50 on time")
    assert (whole.confidence, whole.weakest) == (0.68, 0.4)  # (0.9 + 0.4 + 0.8 + 0.6) / 4
    assert evidence_of((Line("paid £12.50"),), "£12.50").confidence is None


def test_a_doubtful_amount_is_a_question_once_a_page() -> None:
    def money(text: str, sure: float) -> FoundMoney:
        return FoundMoney(text, 1.0, "GBP", Place(), evidence_of((ocr_line((text, sure)),), text))

    low, sure = DOUBTFUL - 0.01, DOUBTFUL
    asked = list(doubts([money("£12.50", low), money("£12.50", low), money("£9.00", sure)]))
    assert [(problem.code, problem.evidence and problem.evidence.quote) for problem in asked] == [
        ("ocr-doubtful", "£12.50")
    ]
    assert "£12.50" in asked[0].message
