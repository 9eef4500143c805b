"""A box on a page that waits for a code: drawn with the mouse, or moved and sized by keys."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen

from kzannotate.model.boxes import Box
from kzannotate.ui.reader.page_layout import Spot

if TYPE_CHECKING:
    from kzannotate.ui.reader.page_view import PageView

_STEP = 12.0
_SMALL_STEP = 1.0
"""Points that an arrow moves; with Ctrl the small one."""
_LEAST = 6.0
_LINE = "#2b6cb0"
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class BoxDrawing(QObject):
    """While there is a box, mouse and arrows are about it and not about letters."""

    changed = Signal()
    """There is a box now, or no more."""

    def __init__(self, view: "PageView") -> None:
        super().__init__(view)
        self._view = view
        self.page = 0
        """Counted from 0."""
        self.box: Box | None = None
        """Points from the page's top left."""
        self._corner: Spot | None = None

    def begin(self) -> None:
        """Lay a box on the middle of what is seen of the page in front."""
        if not self._view.letters.pages:
            return
        middle = self._view.spot_at(self._view.viewport().rect().center())
        sheet = self._view.letters.pages[middle.page]
        width, height = sheet.width / 3, sheet.height / 8
        x = min(max(0.0, middle.x - width / 2), sheet.width - width)
        y = min(max(0.0, middle.y - height / 2), sheet.height - height)
        self.page = middle.page
        self._set((x, y, x + width, y + height))

    def end(self) -> None:
        """Take the box away."""
        self._corner = None
        if self.box:
            self._set(None)

    def press(self, event: QMouseEvent) -> None:
        """Begin another box at a corner."""
        self._corner = self._view.spot_at(event.position().toPoint())
        self.page = self._corner.page

    def move(self, point: QPoint) -> None:
        """Draw it to the other corner, on the same page."""
        if self._corner is None:
            return
        corner, sheet = self._corner, self._view.letters.pages[self.page]
        inside = QPointF(point) - self._view.paper(self.page).topLeft()
        zoom = self._view.desk.zoom
        xs = sorted((_within(corner.x, sheet.width), _within(inside.x() / zoom, sheet.width)))
        ys = sorted((_within(corner.y, sheet.height), _within(inside.y() / zoom, sheet.height)))
        self._set((xs[0], ys[0], xs[1], ys[1]))

    def release(self) -> None:
        """The box stays as it is."""
        self._corner = None

    def wants(self, event: QKeyEvent) -> bool:
        """Whether a key is for the box, whatever it does elsewhere."""
        return self.box is not None and event.key() in (*_ARROWS, Qt.Key.Key_Escape)

    def key(self, event: QKeyEvent) -> bool:
        """Whether the key was for the box: arrows move it, with Shift its far corner; Esc ends."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
            return True
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if arrow is None or self.box is None:
            return False
        held = event.modifiers()
        step = _SMALL_STEP if held & Qt.KeyboardModifier.ControlModifier else _STEP
        x, y = arrow[0] * step, arrow[1] * step
        sheet = self._view.letters.pages[self.page]
        x0, y0, x1, y1 = self.box
        if held & Qt.KeyboardModifier.ShiftModifier:
            x1 = max(x0 + _LEAST, _within(x1 + x, sheet.width))
            y1 = max(y0 + _LEAST, _within(y1 + y, sheet.height))
        else:
            x = min(max(x, -x0), sheet.width - x1)
            y = min(max(y, -y0), sheet.height - y1)
            x0, y0, x1, y1 = x0 + x, y0 + y, x1 + x, y1 + y
        self._set((x0, y0, x1, y1))
        self._view.reveal_box(self.page, self.box)
        return True

    def paint(self, painter: QPainter, page: int, paper: QRectF) -> None:
        """Paint it, if it is on this page."""
        if self.box is None or page != self.page:
            return
        zoom = self._view.desk.zoom
        x0, y0, x1, y1 = (edge * zoom for edge in self.box)
        place = QRectF(QPointF(x0, y0), QPointF(x1, y1)).translated(paper.topLeft())
        painter.setPen(QPen(QColor(_LINE), 2, Qt.PenStyle.DashLine))
        painter.fillRect(place, QColor(43, 108, 176, 40))
        painter.drawRect(place)

    def _set(self, box: Box | None) -> None:
        was, self.box = self.box, box
        self._view.viewport().update()
        if (was is None) != (box is None):
            self.changed.emit()


def _within(value: float, most: float) -> float:
    return min(max(0.0, value), most)
