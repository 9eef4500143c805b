"""Three printed pages to test with: a line, nothing, a word with an emoji."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kzannotate.model.boxes import pack
from kzannotate.model.codebook import BUILT_IN
from kzannotate.model.document import Page
from kzannotate.model.ids import CodeId
from kzannotate.ui.reader.looks import Looks
from kzannotate.ui.reader.page_view import PageView

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
