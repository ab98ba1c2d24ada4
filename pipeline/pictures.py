"""Pictures of places on pages: the page as a viewer shows it, cut around a box that is framed.

Papers come from anywhere, and a page may ask for more memory or time to be drawn than to be read: so each paper is
drawn in a process of its own with limits, and one that fails costs its own pictures only.
"""

from __future__ import annotations

import base64
import io
import json
import resource
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Any

SCALE = 2.0  # dots a point: 144 an inch
MOST = 2400  # dots of a picture's longer side
ROUND = 16.0  # points of the page that are shown above and below the box
TIMEOUT = 60.0  # seconds for a paper
MEMORY = 2 * 2**30  # bytes for a paper
FRAME = (176, 0, 32)


@dataclass(frozen=True, slots=True)
class Spot:
    """A box on a page: left, top, right, bottom in points from the page's top left."""

    page: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Shown:
    """Pictures (PNG) in the order of the spots, None where there is none; `why` says what is the matter then."""

    pictures: tuple[bytes | None, ...]
    why: str = ""


def pictures_of(path: Path, sha256: str, spots: Sequence[Spot]) -> Shown:
    """Pictures of places in a paper.

    Args:
        sha256: of the paper that was read; a file that is another now is not shown.
    """
    none = (None,) * len(spots)
    try:
        with path.open("rb") as file:
            if file_digest(file, "sha256").hexdigest() != sha256:
                return Shown(none, "The paper has changed since it was read, so its page is not shown.")
    except OSError:
        return Shown(none, "The paper is not there any more, so its page is not shown.")
    asked = json.dumps({"path": str(path.resolve()), "spots": [[spot.page, *spot.box] for spot in spots]})
    root = Path(__file__).resolve().parent.parent
    try:
        done = subprocess.run(
            [
                sys.executable,
                "-c",
                f"import sys; sys.path.insert(0, {str(root)!r}); from pipeline import pictures; pictures.main()",
            ],
            input=asked.encode("utf-8"),
            capture_output=True,
            timeout=TIMEOUT,
            check=True,
        )
        answer = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError):
        return Shown(none, "The page could not be drawn.")
    pictures = tuple(base64.b64decode(one) if one else None for one in answer)
    return Shown(pictures, "" if all(pictures) else "The page could not be drawn.")


def main() -> None:
    """Draw what stdin asks for, and answer on stdout: the process of one paper."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (int(TIMEOUT), int(TIMEOUT)))
    asked = json.load(sys.stdin)
    spots = [Spot(int(page), (left, top, right, bottom)) for page, left, top, right, bottom in asked["spots"]]
    drawn = draw(Path(asked["path"]), spots)
    json.dump([base64.b64encode(one).decode("ascii") if one else None for one in drawn], sys.stdout)


def draw(path: Path, spots: Sequence[Spot]) -> list[bytes | None]:
    """The pictures of a PDF's pages, or of a picture's; None for a page that is not there."""
    with path.open("rb") as file:
        is_pdf = b"%PDF-" in file.read(1024)
    return _draw_pdf(path, spots) if is_pdf else _draw_picture(path, spots)


def _draw_pdf(path: Path, spots: Sequence[Spot]) -> list[bytes | None]:
    import pypdfium2 as pdfium

    drawn: list[bytes | None] = []
    document = pdfium.PdfDocument(path)
    for spot in spots:
        if spot.page > len(document):
            drawn.append(None)
            continue
        page = document[spot.page - 1]
        scale = min(SCALE, MOST / max(page.get_size()))
        drawn.append(_cut(page.render(scale=scale).to_pil(), scale, spot))
    document.close()
    return drawn


def _draw_picture(path: Path, spots: Sequence[Spot]) -> list[bytes | None]:
    from PIL import Image

    from pipeline.read.picture import upright_page

    drawn: list[bytes | None] = []
    with Image.open(path) as file:
        for spot in spots:
            image, points = upright_page(file, spot.page)
            image.thumbnail((MOST, MOST))
            drawn.append(_cut(image, image.width / points, spot))
    return drawn


def _cut(image: Any, scale: float, spot: Spot) -> bytes:
    """The strip of the page around the box, as wide as the page, the box framed."""
    from PIL import ImageDraw

    image = image.convert("RGB")
    left, top, right, bottom = (value * scale for value in spot.box)
    frame = (max(left - 4, 0), max(top - 4, 0), min(right + 4, image.width - 1), min(bottom + 4, image.height - 1))
    if frame[0] < frame[2] and frame[1] < frame[3]:
        ImageDraw.Draw(image).rectangle(frame, outline=FRAME, width=2)
    around = ROUND * scale
    upper = int(max(min(top - around, image.height - 1), 0))
    lower = int(min(max(bottom + around, upper + 1), image.height))
    out = io.BytesIO()
    image.crop((0, upper, image.width, lower)).quantize(48).save(out, "PNG", optimize=True)
    return out.getvalue()
