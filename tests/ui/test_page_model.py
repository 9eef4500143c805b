"""Pages as rows."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kzannotate.model.document import Page, Picture
from kzannotate.ui.page_model import PageModel
from kzannotate.ui.reader.thumbnails import Thumbnails


def pages(count: int) -> list[Page]:
    return [Page(number + 1, 0, 0, 400, 500) for number in range(count)]


def test_a_row_a_page_of_the_shown_document(qtmodeltester: ModelTester) -> None:
    model, one, other = PageModel(), Thumbnails(), Thumbnails()
    qtmodeltester.check(model)
    assert model.rowCount() == 0
    one.show(pages(3), 1.0)
    model.show(one)
    assert [model.index(row).data() for row in range(model.rowCount())] == ["1", "2", "3"]
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Page 2 of 3"
    assert not model.index(3).isValid()
    qtmodeltester.check(model)
    model.show(other)
    assert model.rowCount() == 0
    one.show(pages(5), 1.0)  # nobody looks at it any more
    assert model.rowCount() == 0


def test_pages_come_and_go_under_the_eyes_of_qts_tester(qtbot: QtBot) -> None:
    model, thumbnails = PageModel(), Thumbnails()
    tester = QAbstractItemModelTester(model)  # warns, and a warning fails the test
    model.show(thumbnails)
    for count in (4, 0, 9, 2):
        thumbnails.show(pages(count), 1.0)
        assert model.rowCount() == count
    size = thumbnails.size(2)
    drawn = Picture(size.width(), size.height(), bytes(3 * size.width() * size.height()))
    assert model.index(1).data(Qt.ItemDataRole.DecorationRole) is None
    with qtbot.waitSignal(model.dataChanged):
        thumbnails.keep(2, drawn)
    assert model.index(1).data(Qt.ItemDataRole.DecorationRole)
    assert tester.model() is model
