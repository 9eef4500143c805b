"""Selecting on pages with the mouse: letters, words, passages; past the edge the pages scroll."""

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from kzannotate.ui.reader.units import Units

if TYPE_CHECKING:
    from kzannotate.ui.reader.page_view import PageView

_SCROLL_MS = 30
"""Between two steps while the mouse is past the edge."""
_Unit = Literal["letter", "word", "passage"]


class PagePointer(QObject):
    """Told of the view's mouse events."""

    def __init__(self, view: "PageView") -> None:
        super().__init__(view)
        self._view = view
        self.units = Units("", [0])
        self._unit: _Unit = "letter"
        self._first = (0, 0)
        """What the drag began with: a place, a word, a passage."""
        self._doubled = QPoint(-100, -100)
        self._since = QTimer(self)
        self._since.setSingleShot(True)
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll)
        self._last = QPoint()

    def press(self, event: QMouseEvent) -> None:
        """Begin a selection; with Shift go on with the one there is; a third click: a passage."""
        point = event.position().toPoint()
        place = self._view.position_at(point)
        if place is None:
            return
        third = self._since.isActive() and (point - self._doubled).manhattanLength() < 6
        self._unit = "passage" if third else "letter"
        if third:
            self._begin(place)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            anchor = self._view.anchor
            self._first = (anchor, anchor)
            self._view.set_selection(anchor, place)
        else:
            self._begin(place)

    def double_click(self, event: QMouseEvent) -> None:
        """Begin with a word."""
        place = self._view.position_at(event.position().toPoint())
        if place is None:
            return
        self._unit = "word"
        self._doubled = event.position().toPoint()
        self._since.start(QApplication.doubleClickInterval())
        self._begin(place)

    def move(self, event: QMouseEvent) -> None:
        """Go on with the selection; past the edge, scroll."""
        self._last = event.position().toPoint()
        self._extend()
        inside = self._view.viewport().rect().contains(self._last)
        if inside:
            self._scrolling.stop()
        elif not self._scrolling.isActive():
            self._scrolling.start()

    def release(self) -> None:
        """End the selection."""
        self._scrolling.stop()

    def _begin(self, place: int) -> None:
        self._first = self._around(place)
        self._view.set_selection(*self._first)

    def _extend(self) -> None:
        place = self._view.position_at(self._last)
        if place is None:
            return
        start, stop = self._around(place)
        if start < self._first[0]:
            self._view.set_selection(self._first[1], start)
        else:
            self._view.set_selection(self._first[0], max(stop, self._first[1]))

    def _around(self, place: int) -> tuple[int, int]:
        if self._unit == "letter":
            return place, place
        return self.units.word(place) if self._unit == "word" else self.units.passage(place)

    def _scroll(self) -> None:
        area = self._view.viewport().rect()
        for bar, at, low, high in (
            (self._view.verticalScrollBar(), self._last.y(), area.top(), area.bottom()),
            (self._view.horizontalScrollBar(), self._last.x(), area.left(), area.right()),
        ):
            bar.setValue(bar.value() + min(0, at - low) + max(0, at - high))
        self._extend()
