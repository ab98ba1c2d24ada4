"""The evidence pack: every step with its words and its place, framed; nothing exempt, nothing of a changed paper."""

from __future__ import annotations

import base64
import io
import re
import shutil
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from pipeline import pictures
from pipeline.pack import exempt_pages, make_pack, sample
from pipeline.pictures import FRAME, Spot, draw, pictures_of
from pipeline.record import Action, Evidence, Item, Meeting, Minute, Record, SourceFile
from pipeline.rules.in_force import matcher_of
from pipeline.track.lives import track
from pipeline.track.register import Entry, register
from pipeline.updates import Draft, Update, seal
from pipeline.workspace import Workspace
from pipeline.write import to_yaml, write_atomic
from tests.test_cli import Run, run  # noqa: F401

TASK = "mend the <gate> & paint it"
BOX = (72.0, 100.0, 300.0, 114.0)  # points from the page's top left
GATE = "ambleforth/2025-03-11/action/3"


def a_pdf(path: Path) -> str:
    """A page of A4 with a black bar exactly in BOX; its sha256."""
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=True)
    canvas.rect(72, 842 - 114, 228, 14, stroke=0, fill=1)
    canvas.save()
    return _sha256(path)


def _sha256(path: Path) -> str:
    from hashlib import sha256

    return sha256(path.read_bytes()).hexdigest()


def a_record(sha256: str = "0" * 64, name: str = "corpus/ambleforth/a.pdf", *, exempt: bool = False) -> Record:
    evidence = Evidence(page=1, box=BOX, quote=TASK)
    return Record(
        id="ambleforth/2025-03-11/minutes",
        kind="minutes",
        title="Minutes of 11 March",
        source=SourceFile(path=name, sha256=sha256, media_type="application/pdf", reader="pdf"),
        meeting=Meeting(body="Ambleforth Parish Council", date="2025-03-11"),
        items=(
            Item(
                number="3",
                title="Gates",
                minutes=(
                    Minute(number="3.1", text=f"A complaint was read. Clerk to {TASK}, soon.", evidence=evidence),
                ),
                evidence=evidence,
            ),
            *([Item(title="Staff", visibility="exempt", evidence=Evidence(page=1, quote="Staff"))] if exempt else []),
        ),
        actions=(Action(id=GATE, task=TASK, minute="3.1", marked=True, carried=False, evidence=evidence),),
    )


def entries(record: Record, *said: Update) -> list[Entry]:
    return register(track([record], matcher_of(None), said=said), as_of="2025-06-01")


def page_of(root: Path, record: Record, *said: Update, hidden: set[tuple[str, int]] | None = None) -> str:
    return make_pack(
        entries(record, *said),
        [record],
        root=root,
        as_of="2025-06-01",
        chosen="Chosen by name.",
        hidden=hidden or set(),
    )


def images(page: str) -> list[Image.Image]:
    found = re.findall(r'src="data:image/png;base64,([^"]+)"', page)
    return [Image.open(io.BytesIO(base64.b64decode(one))).convert("RGB") for one in found]


# Pictures


def test_the_box_is_framed_and_what_stands_around_it_is_shown(tmp_path: Path) -> None:
    a_pdf(tmp_path / "a.pdf")
    [png] = draw(tmp_path / "a.pdf", [Spot(1, BOX)])
    assert png is not None
    image = Image.open(io.BytesIO(png)).convert("RGB")
    # two dots a point; the strip begins 16 points above the box
    assert image.size == (1190, 2 * (14 + 16 + 16))
    assert image.getpixel((2 * 180, 2 * 16 + 14)) == (0, 0, 0)  # the middle of the bar
    assert image.getpixel((2 * 180, 4)) == (255, 255, 255)
    for edge in ((144 - 4, 46), (600 + 4, 46), (360, 32 - 4), (360, 60 + 4)):
        assert image.getpixel(edge) == FRAME, edge


def test_a_turned_page_is_framed_where_it_is_seen(tmp_path: Path) -> None:
    from pikepdf import Pdf

    a_pdf(tmp_path / "a.pdf")
    with Pdf.open(tmp_path / "a.pdf") as pdf:
        pdf.pages[0].rotate(90, relative=False)
        pdf.save(tmp_path / "turned.pdf")
    # Turned right by a quarter, what was (x, y) from the top left is (842 - y, x).
    [png] = draw(tmp_path / "turned.pdf", [Spot(1, (842 - 114, 72, 842 - 100, 300))])
    assert png is not None
    image = Image.open(io.BytesIO(png)).convert("RGB")
    assert image.getpixel((2 * (842 - 107), 2 * 16 + 200)) == (0, 0, 0)
    assert image.getpixel((2 * (842 - 114) - 4, 2 * 16 + 200)) == FRAME


def test_a_scan_s_box_is_framed_by_its_dots_an_inch(tmp_path: Path) -> None:
    image = Image.new("L", (1240, 1754), "white")  # A4 at 150 dots an inch
    image.paste(0, (150, 300, 600, 330))
    image.save(tmp_path / "a.png", dpi=(150, 150))
    points = 72 / 150
    [png] = draw(tmp_path / "a.png", [Spot(1, (150 * points, 300 * points, 600 * points, 330 * points))])
    assert png is not None
    cut = Image.open(io.BytesIO(png)).convert("RGB")
    assert cut.width == 1240
    assert cut.getpixel((375, cut.height // 2)) == (0, 0, 0)
    assert cut.getpixel((150 - 4, cut.height // 2)) == FRAME


def test_a_paper_that_changed_or_went_or_breaks_is_not_shown(tmp_path: Path) -> None:
    sha256 = a_pdf(tmp_path / "a.pdf")
    spots = [Spot(1, BOX), Spot(7, BOX)]
    shown = pictures_of(tmp_path / "a.pdf", sha256, spots)
    assert [bool(picture) for picture in shown.pictures] == [True, False]
    assert pictures_of(tmp_path / "a.pdf", "0" * 64, spots).why.startswith("The paper has changed")
    assert pictures_of(tmp_path / "b.pdf", sha256, spots).why.startswith("The paper is not there")
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.7\nnothing")
    broken = pictures_of(tmp_path / "c.pdf", _sha256(tmp_path / "c.pdf"), spots)
    assert (broken.pictures, broken.why) == ((None, None), "The page could not be drawn.")


def test_a_page_that_takes_too_long_costs_its_picture_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sha256 = a_pdf(tmp_path / "a.pdf")
    monkeypatch.setattr(pictures, "TIMEOUT", 0.01)
    assert pictures_of(tmp_path / "a.pdf", sha256, [Spot(1, BOX)]).why == "The page could not be drawn."


# The page


def test_each_step_has_its_words_its_place_and_its_picture(tmp_path: Path) -> None:
    (tmp_path / "corpus/ambleforth").mkdir(parents=True)
    record = a_record(a_pdf(tmp_path / "corpus/ambleforth/a.pdf"))
    draft = {"action": GATE, "task": TASK, "status": "completed", "note": "Done <b>well</b>.", "by": "Ann Lee"}
    word = seal(
        Draft.model_validate({**draft, "when": "2025-04-02", "written": "2025-04-02", "evidence": "Bill 17"}), None
    )
    page = page_of(tmp_path, record, word)
    assert len(images(page)) == 1
    assert '<span class="around">A complaint was read. Clerk to </span>' in page
    assert "<mark><b>mend the &lt;gate&gt; &amp; paint it</b></mark>" in page
    assert '<span class="around">, soon.</span>' in page
    assert "corpus/ambleforth/a.pdf, minute 3.1, page 1" in page
    assert "2 April 2025: Closed" in page
    assert "Said by Ann Lee" in page
    assert "Done &lt;b&gt;well&lt;/b&gt;." in page
    assert "Evidence: Bill 17" in page
    assert f'<span class="seal">{word.hash}</span>' in page
    assert f"corpus/ambleforth/a.pdf (sha256 {record.source.sha256})" in page


def test_the_page_needs_nothing_beside_it_and_is_the_same_twice(tmp_path: Path) -> None:
    (tmp_path / "corpus/ambleforth").mkdir(parents=True)
    record = a_record(a_pdf(tmp_path / "corpus/ambleforth/a.pdf"))
    page = page_of(tmp_path, record)
    assert re.findall(r'(?:src|href)="(?!data:)', page) == []
    assert "http" not in page
    assert page == page_of(tmp_path, record)


def test_a_page_with_something_exempt_is_not_shown(tmp_path: Path) -> None:
    (tmp_path / "corpus/ambleforth").mkdir(parents=True)
    record = a_record(a_pdf(tmp_path / "corpus/ambleforth/a.pdf"), exempt=True)
    hidden = exempt_pages([record])
    assert hidden == {(record.source.sha256, 1)}
    page = page_of(tmp_path, record, hidden=hidden)
    assert images(page) == []
    assert "Something exempt stands on this page, so it is not shown." in page


def test_a_paper_without_pages_has_its_paragraph(tmp_path: Path) -> None:
    record = a_record()
    line = Evidence(line=12, quote=TASK)
    minute = record.items[0].minutes[0].model_copy(update={"evidence": Evidence(line=12, quote="A complaint")})
    record = record.model_copy(
        update={
            "items": (record.items[0].model_copy(update={"minutes": (minute,)}),),
            "actions": (record.actions[0].model_copy(update={"evidence": line}),),
        }
    )
    page = page_of(tmp_path, record)
    assert '<span class="around">A complaint was read. Clerk to </span>' in page
    assert "minute 3.1, line 12" in page
    assert "could not be drawn" not in page


# Which actions


def many(count: int) -> list[Entry]:
    record = a_record()
    return [
        entry
        for number in range(count)
        for entry in entries(
            record.model_copy(update={"actions": (record.actions[0].model_copy(update={"id": f"{GATE}.{number}"}),)})
        )
    ]


def test_a_sample_is_drawn_again_by_its_seed_alone() -> None:
    among = many(20)
    drawn = [entry.life.ref for entry in sample(among, 5, "1")]
    assert len(set(drawn)) == 5
    assert drawn == [entry.life.ref for entry in sample(list(reversed(among)), 5, "1")][::-1]
    assert drawn != [entry.life.ref for entry in sample(among, 5, "2")]
    assert len(sample(among, 50, "1")) == 20


@pytest.fixture
def council(run: Run) -> Run:  # noqa: F811
    record = a_record(name="corpus/ambleforth/gone.pdf")
    write_atomic(Workspace(Path()).path_of(record.id), to_yaml(record).encode("utf-8"))
    return run


def test_the_command_writes_the_pack(council: Run) -> None:
    code, out, err = council("actions", "pack", "action/3", "-o", "p.html", "--as-of", "2025-06-01")
    assert (code, out, err) == (0, "", "Written: p.html (1 action)\n")
    page = Path("p.html").read_text("utf-8")
    assert "The paper is not there any more, so its page is not shown." in page
    assert "1 action as of 1 June 2025. Chosen by name." in page
    assert council("actions", "pack", "--sample", "3", "--seed", "7")[0] == 0
    assert "Drawn from 1 by the word “7”." in Path("pack.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("pack",), "Say which actions go in."),
        (("pack", "action/3", "--sample", "2"), "Say which actions go in."),
        (("pack", "action/3", "-o", "pack.docx"), "pack.docx: a pack is a .html or a .pdf file."),
        (("pack", "action/9"), "action/9: there is no action with this id."),
    ],
)
def test_what_can_not_be_packed_is_told_in_a_sentence(council: Run, typed: tuple[str, ...], said: str) -> None:
    code, _, err = council("actions", *typed)
    assert code == 2
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.needs_office
def test_a_pack_as_pdf_has_the_words(council: Run) -> None:
    import pypdfium2

    assert council("actions", "pack", "action/3", "-o", "p.pdf")[0] == 0
    with pypdfium2.PdfDocument("p.pdf") as document:
        text = document[0].get_textpage().get_text_bounded()
    assert "Evidence pack" in text
    assert "mend the <gate> & paint it" in text


def test_without_libreoffice_a_pdf_is_refused_in_a_sentence(council: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    code, _, err = council("actions", "pack", "action/3", "-o", "p.pdf")
    assert code == 2
    assert "LibreOffice, which makes PDF files, is not installed." in err
    assert not Path("p.pdf").exists()
