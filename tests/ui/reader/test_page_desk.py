"""Pictures, zoom, many pages."""

import math

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kzannotate.model.boxes import pack
from kzannotate.model.document import Page, Picture
from kzannotate.ui.reader.page_view import PageView
from tests.ui.reader.paper import at, colour, drag


def test_zooming_asks_for_a_sharper_picture(view: PageView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.wanted) as wanted:
        view.zoom(1)
    assert wanted.args == [1, 1.25]
    for _ in range(20):
        view.zoom(1)
    assert view.horizontalScrollBar().maximum() > 0
    drag(view, 0, 1)


def test_ctrl_and_the_wheel_zoom_about_the_mouse(view: PageView) -> None:
    point = at(view, 9.5)
    place, before = view.position_at(point), view.desk.zoom
    turn = QWheelEvent(
        QPointF(point), QPointF(view.viewport().mapToGlobal(point)), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), turn)
    assert view.desk.zoom > before
    assert view.position_at(point) == place


def test_fitting_follows_the_size(view: PageView) -> None:
    view.zoom(3)
    chosen = view.desk.zoom
    view.resize(500, 400)
    assert view.desk.zoom == chosen
    view.zooming.choose("width")
    assert view.horizontalScrollBar().maximum() == 0
    view.resize(600, 400)
    assert view.paper(0).width() > 500
    view.zooming.choose("page")
    assert view.paper(0).height() < view.viewport().height()


def test_pages_of_mixed_size_and_a_thousand_of_them(qtbot: QtBot) -> None:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    sizes = [(400, 500), (800, 300), (200, 200)]
    view.show_pages([Page(n + 1, 0, 0, *sizes[n % 3]) for n in range(1000)])
    with qtbot.waitSignal(view.wanted) as wanted:
        view.turn(1000)
    assert wanted.args and wanted.args[0] == 1000
    assert view.number == 1000
    assert len(view.visible()) < 10


def test_a_hundred_thousand_pages_of_one_word(qtbot: QtBot) -> None:
    view, word = PageView(), "word\n"
    qtbot.addWidget(view)
    view.resize(500, 400)
    view.show()
    boxes = pack([(20.0 * i, 40.0, 20.0 * i + 20, 60.0) for i in range(4)] + [None])
    starts = range(0, 500_000, len(word))
    view.show_pages(
        [Page(n + 1, at, at + len(word), 100, 100, boxes) for n, at in enumerate(starts)],
        word * 100_000,
        starts,
    )
    with qtbot.waitSignal(view.wanted):
        view.turn(99_999)
    view.select(499_990, 499_999)  # over the last page's beginning
    assert view.selection() == (499_990, 499_999)
    assert view.number == 100_000
    assert view.letters.rectangles(99_999, 499_995, 499_999) == [(0.0, 40.0, 80.0, 60.0)]
    QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert (view.caret(), view.number) == (0, 1)


def test_a_picture_is_shown_on_its_own_page(view: PageView) -> None:
    view.show_picture(3, Picture(1, 1, b"\xff\x00\x00"))
    assert colour(view, 1.5) == "#ffffff"
    view.show_picture(1, Picture(1, 1, b"\x00\x00\xff"))
    assert colour(view, 1.5) == "#0000ff"
    view.turn(3)
    assert colour(view, 1.5) == "#ff0000"


def test_a_picture_drawn_for_this_zoom_comes_pixel_by_pixel(view: PageView) -> None:
    """Its size is rounded; scaled to the page's it would lose a row of its letters."""
    zoom = (view.viewport().width() - 32) / 400
    width, height = math.ceil(400 * zoom), math.ceil(500 * zoom) + 1
    stripes = b"".join(bytes([255 * (row % 2)] * 3 * width) for row in range(height))
    view.show_picture(1, Picture(width, height, stripes))
    shown = view.viewport().grab().toImage()
    column = [QColor(shown.pixel(20, 16 + row)).red() for row in range(350)]
    assert column == [255 * (row % 2) for row in range(350)]


def test_the_scroll_bar_follows_a_jump_when_the_page_was_painted(qtbot: QtBot) -> None:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show_pages([Page(number, 0, 0, 200, 300, pack([])) for number in range(1, 10)])
    view.show()
    qtbot.waitExposed(view)
    bar = view.verticalScrollBar()
    QApplication.processEvents()
    before = bar.grab().toImage()
    view.turn(7)
    assert not bar.updatesEnabled()
    qtbot.waitUntil(bar.updatesEnabled)
    assert bar.grab().toImage() != before
    assert view.number == 7
