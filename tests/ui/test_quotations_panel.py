"""The table of quotations: filtered, renewed, and the place kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kzannotate.model.annotation import Annotation
from kzannotate.project import codebook, reading, tagging
from kzannotate.project.session import Project
from kzannotate.ui.jobs import Jobs
from kzannotate.ui.quotations_panel import QuotationsPanel
from kzannotate.ui.second import Second
from tests.ui.pictures import add_picture

DRAWN = "We [demand: demand the release of [victim: Ana Korin]] and of [victim: Aïgul Sen]."


@pytest.fixture
def panel(project: Project, jobs: Jobs, qtbot: QtBot, tmp_path: Path) -> Iterator[QuotationsPanel]:
    add_picture(project, tmp_path, "a.txt", DRAWN)
    second = Second(project)
    panel = QuotationsPanel(project, second, jobs)
    qtbot.addWidget(panel)
    panel.show_codes({code.id: code for code in codebook.codes(project)})
    panel.show()
    panel.activateWindow()
    with qtbot.waitSignal(panel.filled):
        panel.fill()
    yield panel
    jobs.drain()
    second.close()


def shown(panel: QuotationsPanel) -> list[str]:
    return [panel.model.index(row, 1).data() for row in range(panel.model.rowCount())]


def test_words_and_a_code_filter(panel: QuotationsPanel) -> None:
    assert shown(panel) == ["demand the release of Ana Korin", "Ana Korin", "Aïgul Sen"]
    assert panel.count.text() == "3 quotations"
    panel.filter.setText("KORIN")
    assert panel.count.text() == "2 of 3 quotations"
    panel.code.setCurrentIndex(panel.code.findText("Victim"))
    assert shown(panel) == ["Ana Korin"]
    assert panel.count.text() == "1 of 3 quotations"
    panel.filter.clear()
    assert shown(panel) == ["Ana Korin", "Aïgul Sen"]


def test_the_chosen_code_stays_chosen_when_the_codebook_changes(
    panel: QuotationsPanel, project: Project
) -> None:
    panel.code.setCurrentIndex(panel.code.findText("Victim"))
    panel.show_codes({code.id: code for code in reversed(codebook.codes(project))})
    assert panel.code.currentText() == "Victim"
    panel.show_codes({})
    assert panel.code.currentText() == "All codes"
    assert len(shown(panel)) == 3


def test_what_changes_is_renewed(panel: QuotationsPanel, project: Project) -> None:
    (document,) = reading.documents(project)
    panel.refresh(made := tagging.tag(project, document.id, 0, 2, "demand"))
    assert shown(panel)[0] == "We"
    panel.refresh(tagging.set_memo(project, list(made.annotations), "who?"))
    assert panel.model.index(0, 5).data() == "who?"
    panel.refresh(tagging.delete(project, list(made.annotations)))
    assert panel.count.text() == "3 quotations"


def test_the_selection_is_kept_when_the_table_is_read_anew(
    panel: QuotationsPanel, qtbot: QtBot
) -> None:
    panel.table.selectAll()
    moved: list[Annotation] = []
    panel.shown_one.connect(moved.append)
    with qtbot.waitSignal(panel.filled):
        panel.fill()
    assert len(panel.selected()) == 3
    panel.filter.setText("korin")
    assert len(panel.selected()) == 2
    assert moved == []


def test_arrows_show_and_return_goes(panel: QuotationsPanel, qtbot: QtBot) -> None:
    panel.table.setFocus()
    with qtbot.waitSignal(panel.shown_one) as one:
        qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    assert one.args[0].quotation == "Ana Korin"
    with qtbot.waitSignal(panel.chosen) as chosen:
        qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert chosen.args == one.args
