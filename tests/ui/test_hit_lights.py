"""Every hit of an open document is lit, though the list is cut."""

import pytest
from pytestqt.qtbot import QtBot

from kzannotate.ui import finding
from kzannotate.ui.workbench import Workbench
from tests.ui.conftest import Open
from tests.ui.driving import press, search


def lit(workbench: Workbench) -> int:
    view = workbench.reader.text_view
    return [one.look for one in view.lighting.lit(*view.visible())].count(view.lighting.looks.hit)


@pytest.fixture
def workbench(bench: Open, monkeypatch: pytest.MonkeyPatch) -> Workbench:
    monkeypatch.setattr(finding, "FIRST", 1)
    monkeypatch.setattr(finding, "MOST", 2)
    return bench(**{"a.txt": "A cell, her cell, no cell.", "b.txt": "Cell, cell and cell, a cell."})


def test_those_too_that_are_not_listed(workbench: Workbench, qtbot: QtBot) -> None:
    search(qtbot, workbench, "cell")
    qtbot.waitUntil(lambda: lit(workbench) == 3)
    assert len(workbench.search.model) == 2
    press("Ctrl+1", "Down", "Return")
    qtbot.waitUntil(lambda: lit(workbench) == 4)
    search(qtbot, workbench, "x")
    qtbot.waitUntil(lambda: lit(workbench) == 0)


def test_both_readers(workbench: Workbench, qtbot: QtBot) -> None:
    search(qtbot, workbench, "cell")
    press("Esc", "F9", "Ctrl+1", "Down", "Return")
    qtbot.waitUntil(lambda: lit(workbench) == 4)
    press("F6")
    qtbot.waitUntil(lambda: lit(workbench) == 3)
