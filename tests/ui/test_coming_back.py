"""A project begins where it was left."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzannotate import paths
from kzannotate.project import codebook, importing
from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.workbench import Workbench
from tests.ui.conftest import Open
from tests.ui.driving import press, write

PDF = paths.resources() / "sample" / "council-2024-motion-fr-nl.pdf"


def reopened(window: MainWindow, qtbot: QtBot, path: Path) -> Workbench:
    window.close_project()
    window.open(path)
    workbench = window.workbench
    assert workbench
    qtbot.waitUntil(lambda: workbench.reader.shown is not None)
    return workbench


def test_document_caret_view_and_size_come_back(
    bench: Open, window: MainWindow, qtbot: QtBot
) -> None:
    workbench = bench(**{"a.txt": "A letter.", "b.txt": "Another letter."})
    (paper,) = importing.add(workbench.project, [PDF]).added
    workbench.reader.open(paper.id)
    press("Ctrl++", "Ctrl++", "F4")
    workbench.reader.place(2000)
    size = workbench.reader.text_view.font().pointSizeF()

    workbench = reopened(window, qtbot, workbench.project.path)
    assert workbench.reader.shown
    assert workbench.reader.shown.document == paper
    assert workbench.reader.on_page
    assert workbench.reader.caret() == 2000
    assert workbench.reader.text_view.font().pointSizeF() == size


def test_a_document_that_is_gone_gives_way_to_the_first(
    bench: Open, window: MainWindow, qtbot: QtBot
) -> None:
    workbench = bench(**{"a.txt": "A letter.", "b.txt": "Another letter."})
    press("Ctrl+1", "Down", "Return")
    assert workbench.reader.shown
    left = workbench.reader.shown.document
    window.close_project()
    window.open(workbench.project.path)
    assert window.workbench
    importing.remove(window.workbench.project, [left.id])
    workbench = reopened(window, qtbot, workbench.project.path)
    assert workbench.reader.shown
    assert workbench.reader.shown.document.name == "a.txt"


def test_the_digits_of_the_codes_come_back(bench: Open, window: MainWindow, qtbot: QtBot) -> None:
    workbench = bench(**{"a.txt": "A letter."})
    for number in range(8):
        codebook.add(workbench.project, f"Code {number}")
    last = codebook.codes(workbench.project)[-1]
    press("C")
    write(last.name)
    press("Return")
    kept = workbench.code_keys.recent.digits()
    assert kept[last.id] == "9"
    again = reopened(window, qtbot, workbench.project.path)
    assert again.code_keys.recent.digits() == kept


@pytest.mark.parametrize("keys", [("Ctrl++", "Ctrl++"), ("Ctrl+9",), ()])
def test_the_size_of_the_pages_comes_back(
    bench: Open, window: MainWindow, qtbot: QtBot, keys: tuple[str, ...]
) -> None:
    workbench = bench(**{"a.txt": "A letter."})
    shared = int(window.width() * 0.29)  # the panels get their shares when they are laid out
    qtbot.waitUntil(lambda: workbench.docks["corpus"].width() == shared)
    (paper,) = importing.add(workbench.project, [PDF]).added
    workbench.reader.open(paper.id)
    QApplication.processEvents()  # the panels take their shares of the window
    press("F4", *keys)
    QApplication.processEvents()  # the window is laid out
    kept = workbench.reader.page_view.zooming.kept
    zoom = workbench.reader.page_view.desk.zoom

    again = reopened(window, qtbot, workbench.project.path).reader.page_view
    assert again.zooming.kept == kept
    assert again.desk.zoom == zoom


@pytest.mark.parametrize("kept", ["", "tall", 0, 1e9, -1.0, float("nan")])
def test_a_size_that_cannot_be_fits_the_width(bench: Open, kept: str | float) -> None:
    zooming = bench(**{"a.txt": "A letter."}).reader.page_view.zooming
    zooming.restore(kept)
    assert zooming.kept == "width"
