"""The menu Search in the window: searches are kept, hits go into a table."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzannotate.model.searches import Question
from kzannotate.project import searches, undoing
from kzannotate.ui import dialogs
from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.workbench import Workbench
from tests.ui.conftest import Open
from tests.ui.driving import press, search, write, written


@pytest.fixture
def workbench(bench: Open, qtbot: QtBot) -> Workbench:
    workbench = bench(**{"a.txt": "A cell. Her cell, then.", "b.txt": "No cell in sight."})
    search(qtbot, workbench, "cell")
    return workbench


def past(workbench: Workbench) -> list[str]:
    return [one.query for one in searches.past(workbench.project)]


def answers(monkeypatch: pytest.MonkeyPatch, dialog: str, *given: object) -> None:
    """What the researcher answers, one after the other."""
    waiting = list(given)
    monkeypatch.setattr(dialogs, dialog, lambda *_: waiting.pop(0))


def test_what_was_looked_at_is_remembered_and_found_again(
    workbench: Workbench, window: MainWindow, qtbot: QtBot
) -> None:
    assert past(workbench) == []  # only typed
    press("Down")
    qtbot.waitUntil(lambda: past(workbench) == ["cell"])
    search(qtbot, workbench, "sight")
    press("Return")
    qtbot.waitUntil(lambda: past(workbench) == ["sight", "cell"])
    press("Ctrl+F", "Ctrl+A", "Del", "Down")
    write("ce")
    with qtbot.waitSignal(workbench.search.found):
        press("Return")
    assert window.field.text() == "cell"
    assert window.field.hasFocus()
    qtbot.waitUntil(lambda: past(workbench) == ["cell", "sight"])
    assert len(undoing.steps(workbench.project)) == 3
    window.actions_by_id["forget_searches"].trigger()
    assert past(workbench) == []


def test_saved_renamed_run_and_deleted_by_keys(
    workbench: Workbench, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, "search_name", "", "Cells", "Cells and prisons", "Cells")
    press("Alt+W", "Alt+W", "Alt+X")
    press("Ctrl+S")
    assert searches.saved(workbench.project) == []
    press("Ctrl+S")
    (saved,) = searches.saved(workbench.project)
    assert (saved.name, saved.question) == ("Cells", Question("cell", "document", exact=True))
    press("Alt+W", "Alt+X")
    search(qtbot, workbench, "sight")
    press("Ctrl+Shift+F")
    with qtbot.waitSignal(workbench.search.found):
        press("Return")
    qtbot.waitUntil(lambda: not workbench.search.busy)
    assert workbench.search.listed_question == saved.question
    press("Ctrl+Shift+F", "F2")
    assert [one.name for one in searches.saved(workbench.project)] == ["Cells and prisons"]
    assert workbench.search_desk.seeking.picker.list.item(0).text().startswith("Cells and prisons:")
    press("Shift+Del")
    assert searches.saved(workbench.project) == []
    press("Esc", "Esc", "Ctrl+Z")
    assert [one.name for one in searches.saved(workbench.project)] == ["Cells and prisons"]


def test_a_name_in_use_is_told(
    workbench: Workbench, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, "search_name", "Cells", "cells")
    press("Ctrl+S", "Ctrl+S")
    assert "called “Cells” already" in window.messages.text.text()
    window.field.clear()
    press("Ctrl+S")
    assert window.statusBar().currentMessage() == "Type what to search first, then save it"


def test_ways_to_search_and_the_filters_by_keys(workbench: Workbench, qtbot: QtBot) -> None:
    filters = workbench.search.filters
    assert len(workbench.search.model) == 3
    with qtbot.waitSignal(workbench.search.found):
        press("Alt+W")
    assert filters.wanted_within == "page"
    press("Down", "Alt+O")
    assert filters.wanted_order == "place"
    press("/")
    assert QApplication.focusWidget() is filters.language
    filters.document.setCurrentIndex(2)
    assert len(workbench.search.model) == 1
    press("Esc", "Ctrl+4", "Backspace")
    assert len(workbench.search.model) == 3


def test_the_listed_hits_are_written(
    workbench: Workbench, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, "hits_table", None, tmp_path / "hits.csv")
    press("Ctrl+Shift+E")
    workbench.search.filters.document.setCurrentIndex(1)
    with written(qtbot, workbench):
        press("Ctrl+Shift+E")
    assert len((tmp_path / "hits.csv").read_text("utf-8-sig").splitlines()) == 3


def test_without_hits_none_are_written(
    workbench: Workbench, window: MainWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(workbench.search.found):
        window.field.setText("unicorn")
    press("Ctrl+Shift+E")
    assert window.statusBar().currentMessage() == "There are no hits to export; search first"
