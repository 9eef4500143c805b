"""Tagging from the list of hits and from hit to hit, by keys, in the window."""

import pytest
from pytestqt.qtbot import QtBot

from kzannotate.project import importing, undoing
from kzannotate.project.session import Project
from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.workbench import Workbench
from tests.ui.conftest import Open
from tests.ui.driving import press, search, write
from tests.ui.pictures import picture_of

TEXTS = {"a.txt": "A cell. Her cell, then.", "b.txt": "No cell in sight."}


@pytest.fixture
def workbench(bench: Open, qtbot: QtBot) -> Workbench:
    workbench = bench(**TEXTS)
    search(qtbot, workbench, "cell")
    workbench.search.filters.order.setCurrentIndex(1)
    press("Down")
    return workbench


def drawn(workbench: Workbench) -> list[str]:
    model = workbench.corpus.model
    documents = [model.document(model.index(row, 0)) for row in range(model.rowCount())]
    return [picture_of(workbench.project, document.id) for document in documents]


def said(window: MainWindow) -> str:
    return window.statusBar().currentMessage()


def test_a_letter_tags_the_hit_and_goes_on(workbench: Workbench, window: MainWindow) -> None:
    press("D")
    assert said(window) == "Tagged 1 hit as Demand; Ctrl+Z undoes"
    press("2", "V")
    assert workbench.search.tree.hasFocus()
    assert workbench.search.tree.current == 0
    assert drawn(workbench) == [
        "A [demand: cell]. Her [victim: cell], then.",
        "No [victim: cell] in sight.",
    ]
    press("D")
    assert said(window) == "Tagged as Demand already"
    assert workbench.search.tree.current == 1


def test_ticked_hits_are_tagged_as_one_step(workbench: Workbench, window: MainWindow) -> None:
    before = drawn(workbench)
    press("Space", "Down", "Down", "Space", "Shift+F5")
    assert workbench.search.filters.wanted_extent == "sentence"
    press("V")
    assert drawn(workbench) == [
        "[victim: A cell.] Her cell, then.",
        "[victim: No cell in sight.]",
    ]
    assert said(window) == "Tagged 2 sentences as Victim; Ctrl+Z undoes"
    assert workbench.search.model.ticked() == []
    press("Ctrl+Z")
    assert drawn(workbench) == before


def test_all_are_ticked_and_tagged_with_a_code_that_is_picked(workbench: Workbench) -> None:
    press("Ctrl+A", "C")
    assert workbench.search_desk.tagging.picker.title.text() == "Tag 3 hits as"
    write("arti")
    press("Return")
    assert workbench.search.tree.hasFocus()
    assert drawn(workbench) == [
        "A [legal_article: cell]. Her [legal_article: cell], then.",
        "No [legal_article: cell] in sight.",
    ]
    press("Ctrl+A", "Ctrl+A", "C")
    assert workbench.search_desk.tagging.picker.title.text() == "Tag 1 hit as"
    press("Esc")
    assert workbench.search.tree.hasFocus()


def test_one_key_tags_and_goes_on(workbench: Workbench, window: MainWindow) -> None:
    press("F5")
    assert said(window) == "Tag something first: this key uses the same code again"
    press("D", "F5")
    assert workbench.search.tree.hasFocus()
    assert workbench.search.tree.current == 2
    press("Return", "F5")
    assert workbench.reader.hasFocus()
    assert workbench.search.tree.current == 0
    assert drawn(workbench) == [
        "A [demand: cell]. Her [demand: cell], then.",
        "No [demand: cell] in sight.",
    ]


def test_in_the_reader_it_tags_what_was_selected_instead(workbench: Workbench) -> None:
    press("D", "Return", "Space", "F5")
    assert drawn(workbench)[0] == "A [demand: cell]. [demand: Her cell, then.]"
    assert workbench.search.tree.current == 2
    press("Shift+F5", "Shift+F5", "F5")
    assert drawn(workbench)[1] == "[demand: No cell in sight.]"


def test_where_nothing_can_be_tagged_it_is_said(
    workbench: Workbench, window: MainWindow, qtbot: QtBot
) -> None:
    press("D")
    with qtbot.waitSignal(workbench.search.found):
        window.field.setText("unicorn")
    press("D")
    assert said(window) == "No hit is ticked, and none is current"
    press("C")
    assert said(window) == "No hit is ticked, and none is current"
    press("F5")
    assert said(window) == "No hit to tag; search first"


def test_a_text_that_is_gone_is_told_and_nothing_is_tagged(
    workbench: Workbench, window: MainWindow
) -> None:
    press("Ctrl+A")
    gone = workbench.search.model.hit(2).document
    with Project(workbench.project.store.second(), "tester") as unheard:
        importing.remove(unheard, [gone])
    press("D")
    assert "its text isn't what was searched" in window.messages.text.text()
    assert undoing.next_undo(workbench.project) == "Remove b.txt"
    assert len(workbench.search.model.ticked()) == 3
