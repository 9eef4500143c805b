"""The ends of the annotation at the caret, to be dragged with the mouse."""

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter

from kzannotate.model.annotation import Annotation

if TYPE_CHECKING:
    from kzannotate.ui.reader.page_view import PageView
    from kzannotate.ui.reader.text_view import TextView

_RADIUS = 4
_REACH = 7
"""Pixels around a handle that belong to it."""
_End = Literal["start", "stop"]


class Handles(QObject):
    """Watches the mouse of a view. Nothing changes until the button is let go; Esc lets it be."""

    dragged = Signal(object, int, int)
    """An annotation's id and its new start and stop, in code points."""

    def __init__(self, view: "TextView | PageView") -> None:
        super().__init__(view)
        self._view = view
        self._shown: Annotation | None = None
        self._held: _End | None = None
        self._span: tuple[int, int] = (0, 0)
        """Where the ends are meanwhile, in code points."""
        view.viewport().setMouseTracking(True)
        view.viewport().installEventFilter(self)
        view.installEventFilter(self)

    def show(self, annotation: Annotation | None) -> None:
        """Put the handles to the ends of this annotation, if it has a text; a drag ends."""
        self._shown = annotation if annotation and annotation.start < annotation.stop else None
        self._let_be()

    def places(self) -> dict[_End, QPoint]:
        """The middles of the handles, in the viewport's pixels."""
        if self._shown is None:
            return {}
        start, stop = self._span
        return {"start": self._view.foot(start), "stop": self._view.foot(stop)}

    def paint(self, painter: QPainter, colour: str) -> None:
        """Paint the handles, in the colour of the annotation's frame."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._view.palette().base().color())
        painter.setBrush(QColor(colour))
        for place in self.places().values():
            painter.drawEllipse(QPointF(place), _RADIUS, _RADIUS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self._held and event.key() == Qt.Key.Key_Escape:
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self._let_be()
            return True
        if isinstance(event, QMouseEvent) and watched is self._view.viewport():
            return self._mouse(event)
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        """Whether it was about a handle."""
        point = event.position().toPoint()
        left = event.button() == Qt.MouseButton.LeftButton
        if event.type() == QEvent.Type.MouseButtonPress and left:
            self._held = self._at(point)
            return bool(self._held)
        if event.type() == QEvent.Type.MouseMove and not self._held:
            self._hover(point)
        elif event.type() == QEvent.Type.MouseMove:
            self._drag(point)
            return True
        elif event.type() == QEvent.Type.MouseButtonRelease and left and self._held:
            self._drop()
            return True
        return False

    def _at(self, point: QPoint) -> _End | None:
        reach = QRect(-_REACH, -_REACH, 2 * _REACH, 2 * _REACH)
        ends = self.places().items()
        return next((end for end, place in ends if reach.translated(place).contains(point)), None)

    def _hover(self, point: QPoint) -> None:
        over = Qt.CursorShape.SizeHorCursor if self._at(point) else Qt.CursorShape.IBeamCursor
        self._view.viewport().setCursor(over)

    def _drag(self, point: QPoint) -> None:
        there = self._view.position_at(
            point - QPoint(0, _RADIUS + self._view.fontMetrics().height() // 2)
        )
        if there is None:
            return
        start, stop = self._span
        if self._held == "start":
            self._span = min(there, stop - 1), stop
        else:
            self._span = start, max(there, start + 1)
        self._view.frame(self._shown, self._span)

    def _drop(self) -> None:
        shown, span = self._shown, self._span
        self._let_be()
        if shown and span != (shown.start, shown.stop):
            self.dragged.emit(shown.id, *span)

    def _let_be(self) -> None:
        self._held = None
        self._span = (self._shown.start, self._shown.stop) if self._shown else (0, 0)
        self._view.frame(self._shown, self._span)
