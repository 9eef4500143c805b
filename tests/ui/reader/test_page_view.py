"""The printed page: what a drag selects, where highlights lie, which page is in front."""

import math

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kzannotate.model.boxes import pack
from kzannotate.model.codebook import BUILT_IN
from kzannotate.model.document import Page, Picture
from kzannotate.model.ids import CodeId
from kzannotate.ui.reader.highlights import Spans
from kzannotate.ui.reader.looks import Looks
from kzannotate.ui.reader.page_view import PageView
from tests.ui.pictures import annotation

TEXT = "Free Ana now.\nToday🕊\n"
CODES = {CodeId(code.key): code for code in BUILT_IN}
LOOKS = Looks(CODES, "#ffffff", "#000000")
LETTER = 20


def page(number: int, start: int, stop: int) -> Page:
    """A page of one line: letters 20 points wide and high, from (20, 40)."""
    letters = TEXT[start:stop]
    boxes = [
        None if letter == "\n" else (20.0 + LETTER * i, 40.0, 40.0 + LETTER * i, 60.0)
        for i, letter in enumerate(letters)
    ]
    return Page(number, start, stop, 400, 500, pack(boxes))


PAGES = (page(1, 0, 14), page(2, 14, 14), page(3, 14, 21))


@pytest.fixture
def view(qtbot: QtBot) -> PageView:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(432, 400)  # the page's width and the desk around it: zoom 1, or nearly
    view.show()
    view.show_pages(PAGES)
    return view


def at(view: PageView, letters: float) -> QPoint:
    """The middle of the line, so many letters from its start."""
    zoom = (view.viewport().width() - 32) / 400
    return QPoint(16 + round((20 + LETTER * letters) * zoom), 16 + round(50 * zoom))


def drag(view: PageView, start: float, stop: float) -> None:
    port, left = view.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(port, left, pos=at(view, start))
    QTest.mouseMove(port, at(view, stop))
    QTest.mouseRelease(port, left, pos=at(view, stop))


def colour(view: PageView, letters: float) -> str:
    image = view.viewport().grab().toImage()
    return image.pixelColor(at(view, letters)).name()


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


def test_selecting_turns_to_the_page(view: PageView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.turned) as turned:
        view.select(14, 19)
    assert turned.args == [3]
    assert view.number == 3
    view.select(len(TEXT), len(TEXT))
    assert view.number == 3


def test_turning_takes_the_caret_along(view: PageView) -> None:
    view.turn(3)
    assert view.caret() == 14
    view.turn(1)
    assert view.caret() == 0
    view.turn(99)
    assert view.number == 3
    view.turn(-1)
    assert view.number == 1


def test_a_page_without_text_can_be_turned_to(view: PageView) -> None:
    view.turn(2)
    assert view.number == 2
    drag(view, 1, 3)
    assert view.selection() == (14, 14)


def test_scans_have_their_carets_on_the_page_in_front(view: PageView) -> None:
    scans = [Page(number, 0, 0, 400, 500) for number in (1, 2, 3)]
    view.show_pages(scans)
    assert view.number == 1
    view.turn(2)
    view.select(0, 0)
    assert view.number == 2


def test_highlights_lie_on_their_letters(view: PageView) -> None:
    ana = annotation(TEXT, (5, 8, "victim"))
    view.select(0, 0)
    white = colour(view, 5.5)
    view.show_highlights(Spans([ana]), Spans(), None, LOOKS)
    assert colour(view, 5.5) == LOOKS.behind([ana]) != white
    assert colour(view, 3.5) == colour(view, 9.5) == white
    view.turn(3)
    assert colour(view, 5.5) == white


def test_the_selection_and_the_caret_can_be_seen(view: PageView) -> None:
    view.show_picture(1, Picture(1, 1, b"\xff\xff\xff"))
    white = colour(view, 1.5)
    view.select(1, 4)
    assert colour(view, 1.5) != white
    view.select(9, 9)
    view.setFocus()
    image = view.viewport().grab().toImage()
    place = at(view, 9)
    dark = [
        x
        for x in range(place.x() - 3, place.x() + 4)
        if QColor(image.pixelColor(x, place.y())).lightness() < 100
    ]
    assert dark


def test_the_picture_of_a_page_that_is_gone_is_left_out(view: PageView) -> None:
    view.show_picture(3, Picture(1, 1, b"\xff\x00\x00"))
    assert colour(view, 1.5) == "#ffffff"
    view.show_picture(1, Picture(1, 1, b"\x00\x00\xff"))
    assert colour(view, 1.5) == "#0000ff"
    view.turn(3)
    assert colour(view, 1.5) == "#ffffff"


def test_why_a_page_cannot_be_drawn_is_written_on_it(view: PageView) -> None:
    before = view.viewport().grab().toImage()
    view.show_trouble(3, "of another page")
    assert view.viewport().grab().toImage() == before
    view.show_trouble(1, "it took too long to draw")
    assert view.viewport().grab().toImage() != before


def test_zooming_asks_for_a_sharper_picture(view: PageView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.wanted) as wanted:
        view.zoom(1)
    assert wanted.args == [1, 1.25]
    for _ in range(20):
        view.zoom(1)
    assert view.horizontalScrollBar().maximum() > 0
    drag(view, 0, 1)


def test_without_pages_there_is_nothing(view: PageView) -> None:
    view.show_pages(())
    assert view.number == 0
    assert view.selection() == (0, 0)
    view.turn(1)
    view.zoom(1)
    drag(view, 0, 3)
    assert view.selection() == (0, 0)
    view.viewport().grab()


def test_a_picture_drawn_for_this_zoom_comes_pixel_by_pixel(view: PageView) -> None:
    """Its size is rounded; scaled to the page's it would lose a row of its letters."""
    zoom = (view.viewport().width() - 32) / 400
    width, height = math.ceil(400 * zoom), math.ceil(500 * zoom) + 1
    stripes = b"".join(bytes([255 * (row % 2)] * 3 * width) for row in range(height))
    view.show_picture(1, Picture(width, height, stripes))
    shown = view.viewport().grab().toImage()
    column = [QColor(shown.pixel(20, 16 + row)).red() for row in range(350)]
    assert column == [255 * (row % 2) for row in range(350)]
