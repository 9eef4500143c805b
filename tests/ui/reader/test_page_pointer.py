"""What the mouse selects on pages."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzannotate.ui.reader.page_view import PageView
from tests.ui.reader.paper import PAGES, TEXT, at, drag


def test_a_drag_selects_letters_of_the_document(view: PageView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.moved):
        drag(view, 5.1, 7.9)
    assert TEXT[slice(*view.selection())] == "Ana"
    view.turn(3)
    drag(view, 6.2, 0)
    assert TEXT[slice(*view.selection())] == "Today🕊"
    assert view.caret() == 14


def test_shift_and_a_click_selects_on_from_the_caret(view: PageView) -> None:
    port, left = view.viewport(), Qt.MouseButton.LeftButton
    QTest.mouseClick(port, left, pos=at(view, 0))
    QTest.mouseClick(port, left, Qt.KeyboardModifier.ShiftModifier, at(view, 3.9))
    assert TEXT[slice(*view.selection())] == "Free"
    QTest.mouseClick(port, left, pos=at(view, 5))
    assert view.selection() == (5, 5)


def test_another_button_selects_nothing(view: PageView) -> None:
    drag(view, 5.1, 7.9)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=at(view, 0))
    assert view.selection() == (5, 8)


def test_double_click_a_word_triple_click_a_passage(view: PageView) -> None:
    view.show_pages(PAGES, TEXT, [0, 14])
    port, left = view.viewport(), Qt.MouseButton.LeftButton
    QTest.mouseDClick(port, left, pos=at(view, 6.4))
    assert TEXT[slice(*view.selection())] == "Ana"
    QTest.mousePress(port, left, pos=at(view, 6.4))
    assert TEXT[slice(*view.selection())] == "Free Ana now."
    QTest.mouseRelease(port, left, pos=at(view, 6.4))


def test_a_drag_that_began_with_a_word_goes_on_by_words(view: PageView) -> None:
    port, left = view.viewport(), Qt.MouseButton.LeftButton
    QTest.mouseDClick(port, left, pos=at(view, 6.4))
    QTest.mousePress(port, left, pos=at(view, 30))  # elsewhere: no third click
    QTest.mouseRelease(port, left, pos=at(view, 30))
    QTest.mouseDClick(port, left, pos=at(view, 6.4))
    move = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(at(view, 10)), QPointF(port.mapToGlobal(at(view, 10))),
        Qt.MouseButton.NoButton, left, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(port, move)
    assert TEXT[slice(*view.selection())] == "Ana now"


def test_a_drag_goes_over_a_page_break(view: PageView, qtbot: QtBot) -> None:
    port, left = view.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(port, left, pos=at(view, 5.1))
    QTest.mouseMove(port, QPoint(at(view, 5).x(), port.height() + 200))
    qtbot.waitUntil(lambda: view.selection() == (5, 19))  # it scrolled by itself
    QTest.mouseRelease(port, left, pos=at(view, 5))
    assert TEXT[slice(*view.selection())] == "Ana now.\nToday"
