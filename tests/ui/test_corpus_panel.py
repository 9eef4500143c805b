"""The list of documents."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kzannotate.model.ids import DocumentId
from kzannotate.project.session import Project
from kzannotate.ui.corpus_panel import CorpusPanel
from kzannotate.ui.jobs import Jobs
from kzannotate.ui.second import Second
from tests.ui.pictures import add_picture, add_text


@pytest.fixture
def panel(project: Project, jobs: Jobs, qtbot: QtBot, tmp_path: Path) -> Iterator[CorpusPanel]:
    """Two documents, b.txt and c.txt."""
    add_text(project, tmp_path, "c.txt", "Ivo")
    add_picture(project, tmp_path, "b.txt", "[victim: Ana]")
    second = Second(project)
    panel = CorpusPanel(second, jobs)
    qtbot.addWidget(panel)
    panel.show()
    panel.activateWindow()
    refresh(panel, qtbot)
    yield panel
    jobs.drain()
    second.close()


def refresh(panel: CorpusPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.shown):
        panel.refresh()


def selected(panel: CorpusPanel) -> list[str]:
    return [document.name for document in panel.selected()]


def test_documents_are_listed_by_name_with_their_tags(panel: CorpusPanel) -> None:
    cells = [[panel.model.index(row, column).data() for column in (0, 4)] for row in (0, 1)]
    assert cells == [["b.txt", "1"], ["c.txt", ""]]


def test_what_is_selected_stays_selected(
    panel: CorpusPanel, project: Project, tmp_path: Path, qtbot: QtBot
) -> None:
    panel.table.selectAll()
    add_text(project, tmp_path, "a.txt", "Mara")
    refresh(panel, qtbot)
    assert panel.model.rowCount() == 3
    assert selected(panel) == ["b.txt", "c.txt"]


def test_return_and_a_click_open(panel: CorpusPanel, qtbot: QtBot) -> None:
    opened: list[DocumentId] = []
    panel.chosen.connect(opened.append)
    panel.table.go_to(0)
    qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    assert opened == []
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    place = panel.table.visualRect(panel.model.index(0, 0)).center()
    qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    shown = [panel.model.document(panel.model.index(row, 0)).id for row in (1, 0)]
    assert opened == shown


def test_the_open_document_is_marked(panel: CorpusPanel) -> None:
    document = panel.model.document(panel.model.index(1, 0))
    panel.mark(document.id)
    assert selected(panel) == ["c.txt"]
    panel.mark(None)
    panel.mark(DocumentId("gone"))
    assert selected(panel) == ["c.txt"]
