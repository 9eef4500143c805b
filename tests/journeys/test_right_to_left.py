"""A printed page that is read from right to left, tagged by keys alone."""

import csv
from pathlib import Path

import pymupdf

from kzannotate.project import exporting, importing, tagging
from kzannotate.ui.main_window import MainWindow
from tests.ui.driving import press

NAME = "\u05d0\u05e0\u05d0 \u05de\u05e8\u05d9\u05df"
SENTENCE = f"\u05de\u05db\u05ea\u05d1 \u05e9\u05dc {NAME} \u05d0\u05dc"
"""A letter of an invented Ana Marin to somebody."""


def printed(path: Path) -> Path:
    with pymupdf.open() as document:
        page = document.new_page(width=400, height=300)
        page.insert_htmlbox((20, 20, 380, 200), f'<p dir="rtl">{SENTENCE}</p><p>A word</p>')
        document.save(path, no_new_id=True)
    return path


def test_a_name_is_tagged_where_it_is_printed(
    window: MainWindow, project_file: Path, tmp_path: Path
) -> None:
    workbench = window.workbench
    assert workbench
    (paper,) = importing.add(workbench.project, [printed(tmp_path / "letter.pdf")]).added
    reader = workbench.reader
    reader.open(paper.id)
    press("F4")
    assert reader.on_page and reader.shown
    start = reader.shown.text.index(NAME)
    reader.place(start)
    reader.setFocus()
    press(*["Shift+Right"] * len(NAME), "V")
    (one,) = tagging.annotations(workbench.project)
    assert (one.quotation, one.start) == (NAME, start)
    letters = reader.page_view.letters
    ((left, _, right, _),) = letters.rectangles(0, one.start, one.stop)
    first, last = (letters.rectangles(0, at, at + 1)[0] for at in (one.start, one.stop - 1))
    assert (left, right) == (last[0], first[2])  # its first letter is on the right
    caret = letters.caret(0, start)
    assert caret and caret[0] == right
    table = tmp_path / "annotations.csv"
    exporting.export(workbench.project, table)
    with table.open(encoding="utf-8-sig", newline="") as lines:
        assert [row["quotation"] for row in csv.DictReader(lines)] == [NAME]
    press("Ctrl+Z")
    assert tagging.annotations(workbench.project) == []
