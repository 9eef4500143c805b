"""Documents that break readers: nothing crashes, and what is tagged is what was meant."""

import csv
from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest

from kzannotate.project import exporting, importing, tagging
from kzannotate.project.session import Project
from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.workbench import Workbench
from tests.ui.driving import press

Show = Callable[[Path], Workbench]
WORD = "Ánasztázia"
LETTERS = {
    "zero width": "\u200b", "joiner": "\u200d", "combining": "e\u0301\u0323", "emoji": "👩‍👩‍👧",
    "surrogate pair": "𝕬", "soft hyphen": "so\u00adft", "right to left": "אנא",
    "tab": "\t", "line separator": "\u2028", "form feed": "\f", "replacement": "\ufffd",
    "noncharacter": "\ufdd0", "byte order mark": "\ufeff",
}  # fmt: skip


def quotations(project: Project, folder: Path) -> list[str]:
    table = folder / "annotations.csv"
    exporting.export(project, table)
    with table.open(encoding="utf-8-sig", newline="") as lines:
        return [row["quotation"] for row in csv.DictReader(lines)]


@pytest.fixture
def show(window: MainWindow, project_file: Path) -> Show:
    """Imports a file and shows it, the keys in the reader."""

    def shown(path: Path) -> Workbench:
        workbench = window.workbench
        assert workbench
        (document,) = importing.add(workbench.project, [path]).added
        workbench.reader.open(document.id)
        workbench.reader.setFocus()
        return workbench

    return shown


def written(path: Path, text: str) -> Path:
    path.write_bytes(text.encode())
    return path


def tag_words(workbench: Workbench, count: int) -> list[str]:
    """Tag each word by keys alone: the caret walks to it from the start of the text."""
    text = workbench.reader.shown.text if workbench.reader.shown else ""
    start, made = -1, []
    for _ in range(count):
        start = text.index(WORD, start + 1)
        workbench.reader.place(start)
        press(*["Shift+Right"] * len(WORD), "V")
        made.append(text[start : start + len(WORD)])
    return made


@pytest.mark.parametrize("odd", LETTERS.values(), ids=LETTERS)
def test_odd_letters_before_what_is_tagged(show: Show, tmp_path: Path, odd: str) -> None:
    text = f"A letter. {odd} {WORD} {odd}{odd}\nThen {odd} «{WORD}» {odd}"
    workbench = show(written(tmp_path / "odd.txt", text))
    assert tag_words(workbench, 2) == [WORD, WORD]
    assert quotations(workbench.project, tmp_path) == [WORD, WORD]
    assert [one.quotation for one in tagging.annotations(workbench.project)] == [WORD, WORD]


def test_a_nul_makes_it_no_text(show: Show, tmp_path: Path, window: MainWindow) -> None:
    show(written(tmp_path / "a.txt", "A letter."))
    assert window.workbench
    report = importing.add(
        window.workbench.project, [written(tmp_path / "b.txt", "A letter.\x00 Ana.")]
    )
    assert [str(one) for one in report.refused] == [
        f"{tmp_path / 'b.txt'}: it is not a kind of file that can be read here"
    ]


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Four, rotated and of mixed size."""
    path = tmp_path / "pages.pdf"
    with pymupdf.open() as document:
        for rotation, width, height in (
            (0, 400, 500),
            (90, 400, 500),
            (270, 900, 300),
            (180, 90, 90),
        ):
            page = document.new_page(width=width, height=height)
            page.insert_text((20, 40), f"{WORD} was here.", fontsize=9)
            page.set_rotation(rotation)
        document.save(path, no_new_id=True)
    return path


def test_rotated_pages_of_mixed_size(show: Show, tmp_path: Path, pages: Path) -> None:
    workbench = show(pages)
    press("F4")
    assert workbench.reader.on_page
    assert tag_words(workbench, 4) == [WORD] * 4
    assert quotations(workbench.project, tmp_path) == [WORD] * 4
    view = workbench.reader.page_view
    for one, page in zip(tagging.annotations(workbench.project), range(4), strict=True):
        workbench.reader.reveal_annotation(one)
        boxes = view.letters.rectangles(page, one.start, one.stop)
        assert boxes
        there = view.letters.pages[page]
        for x0, y0, x1, y1 in boxes:
            assert 0 <= x0 < x1 <= there.width
            assert 0 <= y0 < y1 <= there.height
