"""A PDF by its printed pages: turn, drag, tag, export with the page's number."""

import csv
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.workbench import Workbench
from tests.ui.driving import import_files, press, search, written

PDF = Path(__file__).parents[2] / "resources" / "sample" / "council-2024-motion-fr-nl.pdf"


def spot(bench: Workbench, position: int) -> QPoint:
    """Where a letter is on the screen, its left edge."""
    return bench.reader.page_view.foot(position) - QPoint(0, 8)


def test_a_victim_on_the_second_page(
    qtbot: QtBot, window: MainWindow, project_file: Path, tmp_path: Path
) -> None:
    bench = import_files(qtbot, window, PDF)
    reader = bench.reader
    assert reader.shown
    press("F4", "Ctrl+PgDown")
    assert reader.page_view.isVisible()
    assert reader.page() == 2
    reader.page_view.verticalScrollBar().setValue(0)
    page = reader.shown.pages[1]
    name = "Tolkynbek"
    start = reader.shown.text.index(name, page.start)
    reader.reveal(reader.shown.document.id, start, start)
    port, left = reader.page_view.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(port, left, pos=spot(bench, start) + QPoint(1, 0))
    QTest.mouseMove(port, spot(bench, start + len(name)) - QPoint(1, 0))
    QTest.mouseRelease(port, left, pos=spot(bench, start + len(name)) - QPoint(1, 0))
    assert reader.selection() == (start, start + len(name))
    plain = port.grab().toImage()
    press("V")
    assert reader.active
    assert reader.active.quotation == name
    assert reader.active.page == 2
    assert reader.page() == 2
    assert port.grab().toImage() != plain

    press("F4")
    assert reader.text_view.isVisible()
    assert reader.active
    search(qtbot, bench, "Raad der Provincien")
    press("Return", "F4")
    assert reader.page_view.isVisible()
    assert reader.page() == 1

    table = tmp_path / "quotations.csv"
    with written(qtbot, bench):
        bench.transfer.export(table)
    with table.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["code"], row["page"], row["quotation"]) == ("victim", "2", name)
