"""A new workspace: the folders, and a page that says what goes where."""

from __future__ import annotations

from pathlib import Path

from pipeline.problem import SettingError
from pipeline.workspace import FOLDERS
from pipeline.write import write_atomic

README = """\
# A Minutebook workspace

- `corpus/`: your papers, a folder for each body: `corpus/ambleforth-parish-council/2025-03-11-minutes.pdf`
- `output/`: the records that Minutebook makes of them. Never edit these; they can be deleted and made again.
- `rules/`: your own rules. A file here replaces the file of the same name that comes with Minutebook.
- `templates/`: your own sheets. They replace the templates of the same name.

To make the records, and the action sheet of a body's latest minutes:

    minutebook ingest corpus
    minutebook render action-sheet ambleforth-parish-council --format docx

Was something misread? Write the right value into `corpus/<body>/corrections.yaml`, and ingest again:

    - record: ambleforth-parish-council/2025-03-11/minutes
      entry: ambleforth-parish-council/2025-03-11/action/3.2
      set: {owners: [Ann Lee], due: {date: 2025-04-30}}
      by: the clerk
      why: The minutes name her in the next paragraph.
"""


def make_workspace(folder: Path) -> list[Path]:
    """Make what a workspace needs and does not have; returns what was made. Nothing that is there is changed.

    Raises:
        SettingError: the folder can't be made.
    """
    made = []
    try:
        for path in (folder, *(folder / name for name in FOLDERS)):
            if not path.is_dir():
                path.mkdir(parents=True)
                made.append(path)
    except OSError as error:
        raise SettingError(f"{folder}: can't be made: {error.strerror}.", hint="Choose another folder.") from error
    readme = folder / "README.md"
    if not readme.exists():
        write_atomic(readme, README.encode("utf-8"))
        made.append(readme)
    return made
