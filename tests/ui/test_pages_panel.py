"""Pages: thumbnails and outline of what the reader shows, walked by keys."""

from pathlib import Path

import pymupdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QTreeWidget, QTreeWidgetItemIterator
from pytestqt.qtbot import QtBot

from kzannotate.model.document import Heading
from kzannotate.project import importing
from kzannotate.ui.pages_panel import _fill
from kzannotate.ui.workbench import Workbench
from tests.ui.conftest import Open
from tests.ui.driving import press

TOC: list[list[object]] = [[1, "First", 1], [1, "Last", 5]]


def book(folder: Path) -> Path:
    path = folder / "book.pdf"
    with pymupdf.open() as document:
        for number in range(1, 6):
            page = document.new_page(width=400, height=300 if number == 2 else 600)
            page.insert_text((50, 80), f"Page {number} of an invented book.")
        document.set_toc(TOC)
        document.save(path, no_new_id=True)
    return path


@pytest.fixture
def shown(bench: Open, tmp_path: Path, qtbot: QtBot) -> Workbench:
    """A book of five pages, its pages in front."""
    workbench = bench(**{"a.txt": "A letter."})
    (paper,) = importing.add(workbench.project, [book(tmp_path)]).added
    workbench.reader.open(paper.id)
    with qtbot.waitSignal(workbench.pages.outlined):
        press("Ctrl+6")
    return workbench


def entries(tree: QTreeWidget) -> list[tuple[str, int]]:
    """Titles, and under how many others each hangs."""
    found = []
    walk = QTreeWidgetItemIterator(tree)
    while item := walk.value():
        depth, above = 0, item.parent()
        while above:
            depth, above = depth + 1, above.parent()
        found.append((item.text(0), depth))
        walk += 1
    return found


def test_arrows_show_a_page_in_both_views(shown: Workbench) -> None:
    reader, panel = shown.reader, shown.pages
    assert QApplication.focusWidget() is panel.pages
    press("Down", "Down")
    assert (reader.page(), panel.pages.currentIndex().row()) == (3, 2)
    press("Esc", "F4", "Ctrl+6", "Down")
    assert reader.on_page
    assert reader.page() == 4
    press("Return")
    assert reader.page_view.hasFocus()
    press("Alt+Left")
    assert reader.page() == 3


def test_the_row_follows_the_reader(shown: Workbench) -> None:
    shown.reader.turn_to(5)
    assert shown.pages.pages.currentIndex().row() == 4
    assert shown.reader.page() == 5


def test_thumbnails_are_drawn_for_who_looks(shown: Workbench, qtbot: QtBot) -> None:
    model = shown.pages.model

    def drawn() -> bool:
        return isinstance(model.index(1).data(Qt.ItemDataRole.DecorationRole), QImage)

    qtbot.waitUntil(drawn)
    picture = model.index(1).data(Qt.ItemDataRole.DecorationRole)
    assert picture.width() > picture.height()


def test_the_outline_leads_to_pages(shown: Workbench) -> None:
    outline = shown.pages.outline
    assert outline.isVisible()
    press("Shift+Tab", "Down")
    assert outline.hasFocus()
    assert shown.reader.page() == 5
    press("Return")
    assert shown.reader.text_view.hasFocus()


def test_an_outline_of_wrong_levels_is_listed(qtbot: QtBot) -> None:
    tree = QTreeWidget()
    qtbot.addWidget(tree)
    _fill(tree, [Heading(3, "a", 1), Heading(5, "b", 1), Heading(2, "c", 1), Heading(2, "d", 1)])
    assert entries(tree) == [("a", 0), ("b", 1), ("c", 0), ("d", 0)]


def test_without_pages_there_is_nothing(shown: Workbench) -> None:
    documents = shown.corpus.model
    text = next(
        documents.document(documents.index(row, 0))
        for row in range(documents.rowCount())
        if not documents.document(documents.index(row, 0)).pages
    )
    shown.reader.open(text.id)
    assert shown.pages.model.rowCount() == 0
    assert not shown.pages.outline.isVisible()


def test_the_second_readers_pages(shown: Workbench) -> None:
    shown.readers.split()
    shown.reader.turn_to(4)
    assert shown.pages.pages.currentIndex().row() == 3
    shown.readers.other()
    assert shown.pages.pages.currentIndex().row() == 0


def test_the_model_is_sound(shown: Workbench) -> None:
    tester = QAbstractItemModelTester(
        shown.pages.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    shown.reader.turn_to(5)
    QApplication.processEvents()
    assert tester.model() is shown.pages.model
