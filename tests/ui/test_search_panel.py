"""The hits: found off the GUI thread, walked by keys, kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kzannotate.model.query import Hit
from kzannotate.project.session import Project
from kzannotate.ui.jobs import Jobs
from kzannotate.ui.search_field import SearchField
from kzannotate.ui.search_panel import SearchPanel
from kzannotate.ui.second import Second
from tests.ui.pictures import add_text


@pytest.fixture
def panel(project: Project, jobs: Jobs, qtbot: QtBot, tmp_path: Path) -> Iterator[SearchPanel]:
    add_text(project, tmp_path, "a.txt", "One prison.\n\nTwo prisons.\n\nA prison, again.")
    second = Second(project)
    field = SearchField()
    panel = SearchPanel(field, second, jobs)
    qtbot.addWidget(field)
    qtbot.addWidget(panel)
    panel.show()
    yield panel
    qtbot.waitUntil(lambda: not panel.busy)
    second.close()


def found(qtbot: QtBot, panel: SearchPanel, words: str) -> list[str]:
    with qtbot.waitSignal(panel.found):
        panel.field.setText(words)
    return [hit.match for hit in panel.model.hits]


def test_it_searches_as_one_types(panel: SearchPanel, qtbot: QtBot) -> None:
    assert found(qtbot, panel, "prison*") == ["prison", "prisons", "prison"]
    assert "3 hits for prison* in 3 passages" in panel.told.text()
    assert found(qtbot, panel, "dragon") == []
    assert panel.told.text().startswith("No hits for dragon")
    assert found(qtbot, panel, "") == []
    assert panel.told.text() == ""


def test_return_goes_to_the_first_hit_then_to_the_next(panel: SearchPanel, qtbot: QtBot) -> None:
    gone: list[Hit] = []
    panel.hit_chosen.connect(gone.append)
    panel.field.setText("prison*")
    with qtbot.waitSignal(panel.hit_chosen):
        qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    panel.step(1)
    panel.step(1)
    panel.step(-1)
    rows = [panel.model.hits.index(hit) for hit in gone]
    assert rows == [0, 1, 2, 0, 2]


def test_arrows_in_the_list_show_hits(panel: SearchPanel, qtbot: QtBot) -> None:
    shown: list[Hit] = []
    panel.hit_shown.connect(shown.append)
    found(qtbot, panel, "prison*")
    panel.table.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    assert shown[-1] == panel.model.hits[panel.table.currentIndex().row()]
    with qtbot.waitSignal(panel.hit_chosen) as chosen:
        qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert chosen.args == [shown[-1]]


def test_searching_again_keeps_the_selected_hit(
    panel: SearchPanel, qtbot: QtBot, project: Project, tmp_path: Path
) -> None:
    found(qtbot, panel, "prison*")
    panel.step(1)
    panel.step(1)
    kept = panel.model.hits[panel.table.currentIndex().row()]
    add_text(project, tmp_path, "0.txt", "A prison before all others.")
    with qtbot.waitSignal(panel.found):
        panel.refresh()
    assert len(panel.model.hits) == 4
    now = panel.model.hits[panel.table.currentIndex().row()]
    assert (now.document, now.start) == (kept.document, kept.start)


def test_searching_again_moves_nobody(panel: SearchPanel, qtbot: QtBot) -> None:
    found(qtbot, panel, "prison*")
    panel.table.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    shown: list[Hit] = []
    panel.hit_shown.connect(shown.append)
    with qtbot.waitSignal(panel.found):
        panel.refresh()
    assert panel.table.hasFocus()
    assert panel.table.currentIndex().row() == 1
    assert shown == []


def test_return_waits_for_what_is_being_searched(panel: SearchPanel, qtbot: QtBot) -> None:
    found(qtbot, panel, "prisons")
    gone: list[Hit] = []
    panel.hit_chosen.connect(gone.append)
    panel.field.setText("again")
    panel.search()
    panel.go()
    assert gone == []
    qtbot.waitUntil(lambda: bool(gone))
    assert [hit.match for hit in gone] == ["again"]


def test_return_counts_for_the_words_it_was_pressed_at(panel: SearchPanel, qtbot: QtBot) -> None:
    gone: list[Hit] = []
    panel.hit_chosen.connect(gone.append)
    panel.field.setText("prisons")
    panel.go()
    panel.field.setText("prison")
    with qtbot.waitSignal(panel.found):
        panel.search()
    assert gone == []


def test_a_long_query_does_not_widen_the_window(panel: SearchPanel, qtbot: QtBot) -> None:
    narrow = panel.minimumSizeHint().width()
    found(qtbot, panel, "prison " * 100)
    assert panel.minimumSizeHint().width() <= narrow


def test_a_query_is_no_markup(panel: SearchPanel, qtbot: QtBot) -> None:
    assert panel.told.textFormat() == Qt.TextFormat.PlainText


def test_return_goes_to_the_first_hit_of_new_words(panel: SearchPanel, qtbot: QtBot) -> None:
    found(qtbot, panel, "prison")
    panel.step(-1)
    panel.field.setText("prison*")
    with qtbot.waitSignal(panel.hit_chosen) as gone:
        panel.go()
    assert gone.args == [panel.model.hits[0]]
