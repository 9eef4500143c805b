"""The parts of an open project, connected."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QSpinBox
from pytestqt.qtbot import QtBot

from kzannotate.model.errors import KzError
from kzannotate.project import importing, tagging
from kzannotate.ui.main_window import MainWindow
from kzannotate.ui.workbench import Workbench
from tests.ui.conftest import Open
from tests.ui.driving import import_files, press, search, select, write
from tests.ui.pictures import add_text, lit

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
PDF = SAMPLE / "council-2024-motion-fr-nl.pdf"
LETTERS = {
    "a.txt": "Free [victim: Ana Korin] from prison.",
    "b.txt": "The prison of [victim: Ivo Maren].",
}


def in_front(workbench: Workbench) -> set[str]:
    """The panels one can see."""
    docks = workbench.docks.items()
    return {name for name, dock in docks if not dock.widget().visibleRegion().isEmpty()}


def said(window: MainWindow) -> str:
    return window.statusBar().currentMessage()


def test_the_first_document_is_open_and_all_quotations_are_listed(bench: Open) -> None:
    workbench = bench(**LETTERS)
    assert workbench.reader.shown
    assert workbench.reader.shown.document.name == "a.txt"
    assert workbench.corpus.selected() == [workbench.reader.shown.document]
    assert workbench.quotations.model.rowCount() == 2


def test_hits_come_to_the_front_when_one_searches(bench: Open, qtbot: QtBot) -> None:
    workbench = bench(**LETTERS)
    press("Ctrl+5")
    search(qtbot, workbench, "prison")
    assert "hits" in in_front(workbench)


def test_hits_found_again_leave_the_quotations_in_front(
    bench: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    workbench = bench(**LETTERS)
    search(qtbot, workbench, "prison")
    press("Ctrl+5")
    with qtbot.waitSignal(workbench.search.found):
        add_text(workbench.project, tmp_path, "c.txt", "Another prison.")
    assert workbench.search.model.rowCount() == 3
    assert "quotations" in in_front(workbench)


def test_what_was_just_removed_cannot_be_gone_to(
    bench: Open, window: MainWindow, qtbot: QtBot
) -> None:
    workbench = bench(**LETTERS)
    search(qtbot, workbench, "Ivo")
    gone = workbench.search.model.hits[0]
    quotation = workbench.quotations.model.annotation(1)
    importing.remove(workbench.project, [gone.document])
    workbench.search.hit_chosen.emit(gone)
    assert "no such document" in window.messages.text.text()
    window.messages.hide()
    workbench.quotations.chosen.emit(quotation)
    assert "no such document" in window.messages.text.text()


def test_the_page_is_chosen_by_return(bench: Open, window: MainWindow, qtbot: QtBot) -> None:
    bench()
    workbench = import_files(qtbot, window, PDF)
    field = workbench.reader.header.findChild(QSpinBox)
    assert field
    field.setFocus()
    field.selectAll()
    write("2")
    press("Return")
    assert workbench.reader.page() == 2
    assert "No annotation" not in said(window)


def test_a_key_in_the_reader_is_none_in_its_header(
    bench: Open, window: MainWindow, qtbot: QtBot
) -> None:
    bench()
    workbench = import_files(qtbot, window, PDF)
    field = workbench.reader.header.findChild(QSpinBox)
    assert field
    field.setFocus()
    press("D", "N")
    assert workbench.quotations.model.rowCount() == 0


@pytest.mark.parametrize("key", ["F4", "Ctrl+PgDown"])
def test_of_a_text_without_pages_it_is_said(bench: Open, window: MainWindow, key: str) -> None:
    bench(**LETTERS)
    press(key)
    assert said(window) == "a.txt has no pages"


def test_keys_without_anything_to_do_say_so(bench: Open, window: MainWindow) -> None:
    workbench = bench(**{"a.txt": "Ana"})
    for key, told in (
        ("M", "No annotation at the caret"),
        ("Del", "No annotation at the caret"),
        ("N", "No further annotation in this document"),
        ("P", "No further annotation in this document"),
    ):
        window.statusBar().clearMessage()
        press(key)
        assert said(window) == told
    workbench.quotations.table.setFocus()
    press("Del")
    assert said(window) == "No quotation is selected"
    workbench.corpus.table.setFocus()
    workbench.corpus.table.clearSelection()
    press("Del")
    assert said(window) == "Select a document in the corpus first"
    window.statusBar().clearMessage()
    window.actions_by_id["encoding"].trigger()
    assert said(window) == "Select a document in the corpus first"


def test_a_memo_that_cannot_be_kept_stays_in_its_field(
    bench: Open, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbench = bench(**LETTERS)
    press("N", "M")
    write("her brother saw it")

    def full(*_: object) -> None:
        raise KzError("the disk is full")

    with monkeypatch.context() as broken:
        broken.setattr(tagging, "set_memo", full)
        press("Esc")
        assert "the disk is full" in window.messages.text.text()
    press("Esc", "M", "Esc")
    assert workbench.reader.active
    assert workbench.reader.active.memo == "her brother saw it"


def test_several_quotations_are_deleted_as_one_step(
    bench: Open, window: MainWindow, qtbot: QtBot
) -> None:
    workbench = bench(**LETTERS)
    press("Ctrl+5")
    workbench.quotations.table.selectAll()
    with qtbot.waitSignal(workbench.quotations.filled):
        press("Del")
    assert workbench.quotations.model.rowCount() == 0
    assert said(window) == "Deleted 2 annotations; Ctrl+Z undoes"
    with qtbot.waitSignal(workbench.quotations.filled):
        press("Ctrl+Z")
    assert workbench.quotations.model.rowCount() == 2


def test_a_text_is_read_in_another_encoding_and_marks_move_along(
    bench: Open, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench()
    path = tmp_path / "письмо.txt"
    path.write_bytes("Свободу Анне Корин, её судят по статье 174.".encode("windows-1251"))
    workbench = import_files(qtbot, window, path)
    select(workbench, "174")
    press("L")
    monkeypatch.setattr("kzannotate.ui.dialogs.encoding", lambda *_: "koi8-r")
    assert "koi8-r" in importing.encodings()
    with qtbot.waitSignal(workbench.reader.opened):
        window.actions_by_id["encoding"].trigger()
    assert workbench.reader.shown
    assert "Свободу" not in workbench.reader.shown.text
    assert lit(workbench.reader.shown) == ["174"]
    qtbot.waitUntil(lambda: "was read as" in said(window))


def test_the_corpus_marks_the_open_document_alone(bench: Open, qtbot: QtBot) -> None:
    workbench = bench(**LETTERS)
    search(qtbot, workbench, "prison")
    press("Return")
    for key in ("Shift+F3", "F3", "Shift+F3"):
        press(key)
        assert workbench.reader.shown
        assert workbench.corpus.selected() == [workbench.reader.shown.document]


def test_an_empty_reader_says_what_to_do(bench: Open) -> None:
    workbench = bench()
    assert "Ctrl+I" in workbench.reader.text_view.placeholderText()


def test_visiting_a_list_leaves_the_text_where_it_is(bench: Open, qtbot: QtBot) -> None:
    workbench = bench(**LETTERS)
    search(qtbot, workbench, "Ivo")
    press("Esc")
    workbench.reader.place(20)
    for panel in ("Ctrl+1", "Ctrl+2", "Ctrl+4", "Ctrl+5"):
        press(panel, "Esc")
        assert workbench.reader.shown
        assert workbench.reader.shown.document.name == "a.txt"
        assert workbench.reader.caret() == 20
