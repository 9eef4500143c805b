"""The caret on pages, by keys: as in a text, in reading order over columns and pages."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from kzannotate.ui.reader import steps

if TYPE_CHECKING:
    from kzannotate.ui.reader.page_view import PageView

_Key = Qt.Key


class PageKeys:
    """Moves the caret of a view; Shift extends the selection."""

    def __init__(self, view: "PageView") -> None:
        self._view = view
        self._x: float | None = None
        """Where Up and Down go on, in points of the page."""
        self._plain: dict[int, Callable[[], int]] = {
            _Key.Key_Left: lambda: self._letter(-1),
            _Key.Key_Right: lambda: self._letter(1),
            _Key.Key_Up: lambda: self._line(-1),
            _Key.Key_Down: lambda: self._line(1),
            _Key.Key_Home: lambda: self._line_end(-1),
            _Key.Key_End: lambda: self._line_end(1),
            _Key.Key_PageUp: lambda: self._screen(-1),
            _Key.Key_PageDown: lambda: self._screen(1),
        }
        self._with_control: dict[int, Callable[[], int]] = {
            _Key.Key_Left: lambda: self._word(-1),
            _Key.Key_Right: lambda: self._word(1),
            _Key.Key_Home: lambda: 0,
            _Key.Key_End: lambda: len(view.letters.text),
        }

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key was one of the caret's."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
        held &= ~Qt.KeyboardModifier.ShiftModifier
        control = held == Qt.KeyboardModifier.ControlModifier
        if held and not control:
            return False
        move = (self._with_control if control else self._plain).get(event.key())
        if move is None or not self._view.letters.pages:
            return False
        if event.key() not in (_Key.Key_Up, _Key.Key_Down, _Key.Key_PageUp, _Key.Key_PageDown):
            self._x = None
        self._go(move, extend=shift)
        return True

    def forget(self) -> None:
        """The caret went elsewhere: Up and Down begin there."""
        self._x = None

    def _go(self, move: Callable[[], int], *, extend: bool) -> None:
        kept = self._x
        place = move()
        kept = self._x if self._x is not None else kept
        self._view.select(self._view.anchor if extend else place, place)
        self._x = kept

    def _page(self) -> int:
        return self._view.letters.page_at(self._view.caret(), self._view.number - 1)

    def _letter(self, by: int) -> int:
        return steps.letter(self._view.letters.text, self._view.caret(), by)

    def _word(self, by: int) -> int:
        return steps.word_start(self._view.letters.text, self._view.caret(), by)

    def _line(self, by: int) -> int:
        place, self._x = self._view.letters.line_step(self._page(), self._view.caret(), by, self._x)
        return place

    def _line_end(self, by: int) -> int:
        return self._view.letters.line_end(self._page(), self._view.caret(), by)

    def _screen(self, by: int) -> int:
        """So many lines as are as high as the screen, nearly."""
        view, place = self._view, self._view.caret()
        goal = view.top_of(place) + by * view.viewport().height() * 0.9
        while True:
            page = view.letters.page_at(place, view.number - 1)
            there, self._x = view.letters.line_step(page, place, by, self._x)
            passed = (view.top_of(there) - goal) * by >= 0
            if there == place or (passed and there != view.caret()):
                return there
            place = there
