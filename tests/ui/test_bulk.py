"""Several quotations changed at once, from the table, by keys."""

import pytest
from pytestqt.qtbot import QtBot

from kzannotate.project import reading, tagging
from kzannotate.ui import dialogs
from kzannotate.ui.main_window import MainWindow
from tests.ui.conftest import Open
from tests.ui.driving import press
from tests.ui.pictures import picture_of

LETTER = {"a.txt": "[victim: Ana] and [victim: Bek] and [demand: free them]."}


def test_the_code_of_all_selected_is_changed_as_one_step(
    bench: Open, window: MainWindow, qtbot: QtBot
) -> None:
    workbench = bench(**LETTER)
    (document,) = reading.documents(workbench.project)
    press("Ctrl+5", "Ctrl+A", "Shift+C")
    picker = workbench.bulk.picker
    picker.field.setText("legal")
    with qtbot.waitSignal(workbench.quotations.filled):
        press("Return")
    assert picture_of(workbench.project, document.id).count("[legal_article: ") == 3
    assert window.statusBar().currentMessage() == "Recoded 3 annotations; Ctrl+Z undoes"
    assert workbench.quotations.table.hasFocus()
    assert len(workbench.quotations.selected()) == 3
    with qtbot.waitSignal(workbench.quotations.filled):
        press("Ctrl+Z")
    assert picture_of(workbench.project, document.id) == LETTER["a.txt"]


def test_a_memo_is_added_or_replaces_those_there(
    bench: Open, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    workbench = bench(**LETTER)

    def memos() -> list[str]:
        return [one.memo for one in tagging.annotations(workbench.project)]

    press("Ctrl+5", "Ctrl+A")
    for answer, kept in [
        (("seen", False), "seen"),
        (("twice", True), "seen\ntwice"),
        (None, "seen\ntwice"),
        (("", False), ""),
    ]:
        monkeypatch.setattr(dialogs, "memo", lambda *_, answer=answer: answer)
        press("M")
        assert memos() == [kept] * 3
    press("Ctrl+Z")
    assert memos() == ["seen\ntwice"] * 3


def test_without_a_selection_it_is_said(bench: Open, window: MainWindow) -> None:
    workbench = bench(**LETTER)
    press("Ctrl+5")
    workbench.quotations.table.clearSelection()
    for key in ("Shift+C", "M", "Del"):
        window.statusBar().clearMessage()
        press(key)
        assert window.statusBar().currentMessage() == "No quotation is selected"
