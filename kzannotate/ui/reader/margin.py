"""Beside the text: the passages' numbers, and a lane a code, so that overlaps stay apart."""

from bisect import bisect_left
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from kzannotate.model.annotation import Annotation
from kzannotate.model.ids import CodeId

if TYPE_CHECKING:
    from kzannotate.ui.reader.text_view import TextView

_LANE = 7
_STRIPE = 4
_EDGE = 4
_MOST_LANES = 12
"""Further codes share the last lane."""


class Margin(QWidget):
    """Lies to the left of a TextView's viewport and paints what is visible there."""

    def __init__(self, view: "TextView") -> None:
        super().__init__(view)
        self._view = view
        self.setAccessibleName("Codes beside the text")

    def wanted_width(self) -> int:
        """Pixels: room for the passages' numbers and a lane a code that occurs in the document."""
        lanes = _LANE * max(3, min(_MOST_LANES, len(self._lanes())))
        return self._numbers_width() + _EDGE + lanes

    def stripes(self) -> list[tuple[QRect, Annotation]]:
        """Where each visible annotation's stripe is, in this widget's pixels."""
        view = self._view
        if not view.annotations.items:
            return []
        lanes = self._lanes()
        first, last = view.visible()
        found = []
        for annotation in view.annotations.over(first, last):
            top, bottom = view.rows(max(first, annotation.start), min(last, annotation.stop))
            left = (
                self._numbers_width() + _EDGE + _LANE * min(lanes[annotation.code], _MOST_LANES - 1)
            )
            found.append((QRect(left, top + 1, _STRIPE, max(4, bottom - top - 1)), annotation))
        return found

    def told(self, point: QPoint) -> str:
        """The codes and quotations of the stripes at a point, as rich text."""
        looks = self._view.looks
        return "".join(
            f"<p><b>{escape(looks.name(a.code))}</b> {escape(a.quotation[:200])}</p>"
            for stripe, a in self.stripes()
            if stripe.adjusted(-2, 0, 2, 0).contains(point)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        view = self._view
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), view.palette().base())
            self._number_passages(painter)
            for stripe, annotation in self.stripes():
                painter.fillRect(stripe, QColor(view.looks.colour(annotation.code)))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.told(event.pos()), self)
            return True
        return super().event(event)

    def _numbers_width(self) -> int:
        """Room for the highest number of a passage."""
        metrics = QFontMetrics(self._small())
        digits = str(len(self._view.passages)) if self._view.passages else ""
        return metrics.horizontalAdvance(digits) + 2 * _EDGE if digits else 0

    def _number_passages(self, painter: QPainter) -> None:
        """Write each passage's number beside its first line."""
        view = self._view
        first, last = view.visible()
        painter.setPen(view.palette().placeholderText().color())
        painter.setFont(self._small())
        for number in range(bisect_left(view.passages, first), len(view.passages)):
            start = view.passages[number]
            if start > last:
                break
            top, bottom = view.rows(start, start)
            place = QRect(0, top, self._numbers_width() - _EDGE, bottom - top)
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, align, str(number + 1))

    def _small(self) -> QFont:
        font = self._view.font()
        font.setPointSizeF(font.pointSizeF() * 0.75)
        return font

    def _lanes(self) -> dict[CodeId, int]:
        return self._view.looks.lanes(self._view.annotations.items)
