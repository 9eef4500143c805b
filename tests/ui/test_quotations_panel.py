"""The table of quotations: filtered, sorted, renewed, and the place kept."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from kzannotate.model.annotation import Annotation
from kzannotate.model.changes import Changes
from kzannotate.project import codebook, reading, tagging
from kzannotate.project.session import Project
from kzannotate.ui.jobs import Jobs
from kzannotate.ui.quotation_model import COLUMNS
from kzannotate.ui.quotations_panel import QuotationsPanel
from kzannotate.ui.second import Second
from tests.ui.pictures import add_picture

DRAWN = "We [demand: demand the release of [victim: Ana Korin]] and of [victim: Aïgul Sen]."
DEMAND, ANA, SEN = "demand the release of Ana Korin", "Ana Korin", "Aïgul Sen"
Change = Callable[[Callable[[], object]], list[str]]


@pytest.fixture
def panel(project: Project, jobs: Jobs, qtbot: QtBot, tmp_path: Path) -> Iterator[QuotationsPanel]:
    add_picture(project, tmp_path, "a.txt", DRAWN)
    add_picture(project, tmp_path, "Résolution.txt", "About [victim: Bek Tal].")
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


@pytest.fixture
def after(panel: QuotationsPanel, qtbot: QtBot) -> Change:
    """The quotations shown after a change."""

    def shown(change: Callable[[], object]) -> list[str]:
        with qtbot.waitSignal(panel.filled):
            change()
        return [panel.model.index(row, 1).data() for row in range(panel.model.rowCount())]

    return shown


def test_filters_work_together(panel: QuotationsPanel, after: Change) -> None:
    filters = panel.filters
    assert after(panel.fill) == [DEMAND, ANA, SEN, "Bek Tal"]
    assert filters.count.text() == "4 quotations"
    assert after(lambda: filters.text.setText("KORIN")) == [DEMAND, ANA]
    assert filters.count.text() == "2 of 4 quotations"
    assert after(lambda: filters.code.setCurrentText("Victim")) == [ANA]
    assert after(filters.text.clear) == [ANA, SEN, "Bek Tal"]
    assert after(lambda: filters.name.setText("resol")) == ["Bek Tal"]
    assert after(lambda: filters.coder.setCurrentText("tester")) == ["Bek Tal"]
    assert after(lambda: filters.dates.setText("1999")) == []
    assert after(filters.clear) == [DEMAND, ANA, SEN, "Bek Tal"]


def test_what_is_no_date_is_said_and_the_rows_stay(panel: QuotationsPanel, after: Change) -> None:
    panel.filters.dates.setText("yesterday")
    assert "is no date" in panel.filters.count.text()
    assert panel.model.rowCount() == 4
    assert after(panel.filters.clear)[-1] == "Bek Tal"


def test_one_document_alone_is_the_one_in_the_reader(
    panel: QuotationsPanel, after: Change, project: Project
) -> None:
    first, second = reading.documents(project)
    panel.filters.show_document(second.id)
    assert after(panel.filters.switch_scope) == ["Bek Tal"]
    assert after(lambda: panel.filters.show_document(first.id)) == [DEMAND, ANA, SEN]
    assert len(after(panel.filters.switch_scope)) == 4


def test_a_column_sorts_both_ways(panel: QuotationsPanel, after: Change) -> None:
    header = panel.table.horizontalHeader()
    number = COLUMNS.index("quotation")
    assert after(lambda: header.setSortIndicator(number, Qt.SortOrder.AscendingOrder)) == [
        SEN, ANA, "Bek Tal", DEMAND,
    ]  # fmt: skip
    (by,) = panel.columns_menu().findChildren(QMenu)
    again = by.actions()[number]
    assert again.isChecked()
    assert after(again.trigger) == [DEMAND, "Bek Tal", ANA, SEN]


def test_columns_are_chosen_and_remembered(panel: QuotationsPanel) -> None:
    modified = COLUMNS.index("modified")
    assert panel.table.isColumnHidden(modified)
    fresh = panel.layout_kept()
    panel.columns_menu().actions()[2 + modified].trigger()
    assert not panel.table.isColumnHidden(modified)
    panel.lay_out(fresh)
    assert panel.table.isColumnHidden(modified)


def test_the_chosen_code_stays_chosen_when_the_codebook_changes(
    panel: QuotationsPanel, project: Project, after: Change
) -> None:
    after(lambda: panel.filters.code.setCurrentText("Victim"))
    panel.show_codes({code.id: code for code in reversed(codebook.codes(project))})
    assert panel.filters.code.currentText() == "Victim"
    assert len(after(lambda: panel.show_codes({}))) == 4
    assert panel.filters.code.currentText() == "All codes"


def test_what_changes_is_renewed(panel: QuotationsPanel, project: Project, after: Change) -> None:
    document = reading.documents(project)[0]
    made = tagging.tag(project, document.id, 0, 2, "demand")
    assert after(lambda: panel.refresh(made))[0] == "We"
    noted = tagging.set_memo(project, list(made.annotations), "who?")
    after(lambda: panel.refresh(noted))
    assert panel.model.index(0, COLUMNS.index("memo")).data() == "who?"
    gone = tagging.delete(project, list(made.annotations))
    assert after(lambda: panel.refresh(gone))[0] == DEMAND
    panel.refresh(Changes())


def test_the_selection_is_kept_when_the_table_is_read_anew(
    panel: QuotationsPanel, after: Change
) -> None:
    panel.table.selectAll()
    moved: list[Annotation] = []
    panel.shown_one.connect(moved.append)
    after(panel.fill)
    assert len(panel.selected()) == 4
    after(lambda: panel.filters.text.setText("korin"))
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
