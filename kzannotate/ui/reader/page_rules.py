"""The page breaks of a text view: a line above each page's first, with its number."""

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

if TYPE_CHECKING:
    from kzannotate.ui.reader.text_view import TextView

_EDGE = 12


def paint(view: "TextView") -> None:
    """Paint what is visible, into the room that the layout leaves above pages."""
    if not view.pages:
        return
    first, last = view.visible()
    with QPainter(view.viewport()) as painter:
        painter.setPen(view.palette().placeholderText().color())
        for number in range(bisect_left(view.pages, first), len(view.pages)):
            if view.pages[number] > last:
                break
            _rule(painter, view, number)


def _rule(painter: QPainter, view: "TextView", number: int) -> None:
    metrics = painter.fontMetrics()
    top, width = view.top(view.pages[number]), view.viewport().width()
    row = QRectF(_EDGE, top + metrics.height() * 0.4, width - 2 * _EDGE, metrics.height())
    told = f"Page {number + 1}"
    painter.drawText(row, Qt.AlignmentFlag.AlignRight, told)
    end = row.right() - metrics.horizontalAdvance(f"{told}  ")
    painter.drawLine(QPointF(row.left(), row.center().y()), QPointF(end, row.center().y()))
