"""Beside the text: the passages' numbers, and a lane a code, so that overlaps stay apart."""

from bisect import bisect_left
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from kzannotate.model.annotation import Mark
from kzannotate.ui.reader.highlights import Coded, Layer
from kzannotate.ui.reader.visible_lines import VisibleLines

if TYPE_CHECKING:
    from kzannotate.ui.reader.text_view import TextView

_LANE = 7
_STRIPE = 4
_EDGE = 4
_MOST_LANES = 12
"""Further codes share the last lane."""
_TOLD = 200
"""Code points of a quotation in a tooltip."""

T = TypeVar("T", bound=Coded)


class Margin(QWidget):
    """Lies to the left of a TextView's viewport and paints what is visible there."""

    def __init__(self, view: "TextView") -> None:
        super().__init__(view)
        self._view = view
        self.setAccessibleName("Codes beside the text")

    def wanted_width(self) -> int:
        """Pixels: room for the passages' numbers and a lane a code that occurs in the document."""
        lanes = _LANE * max(3, min(_MOST_LANES, len(self._view.lighting.lanes)))
        return self._numbers_width() + _EDGE + lanes

    def stripes(self) -> list[tuple[QRect, Mark]]:
        """Where each visible annotation's stripe is, in this widget's pixels."""
        return self._striped(self._view.lighting.annotations)

    def suggested(self) -> list[tuple[QRect, Coded]]:
        """Likewise where each visible suggestion's is."""
        return self._striped(self._view.lighting.suggestions)

    def told(self, point: QPoint) -> str:
        """The codes and quotations of the stripes at a point, as rich text."""
        return self._told("", self.stripes(), point) + self._told(
            "Suggested: ", self.suggested(), point
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        view = self._view
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), view.palette().base())
            self._number_passages(painter)
            looks = view.lighting.looks
            for stripe, annotation in self.stripes():
                painter.fillRect(stripe, QColor(looks.colour(annotation.code)))
            for stripe, suggestion in self.suggested():
                painter.setPen(looks.dashes(suggestion))
                painter.drawRect(stripe.adjusted(0, 0, -1, -1))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.told(event.pos()), self)
            return True
        return super().event(event)

    def _striped(self, items: Layer[T]) -> list[tuple[QRect, T]]:
        view, lanes = self._view, self._view.lighting.lanes
        if not items.codes:
            return []
        lines = VisibleLines(view)
        first, last = lines.first, lines.last
        edge = self._numbers_width() + _EDGE
        found = []
        for item in items.over(first, last):
            top, bottom = lines.rows(max(first, item.start), min(last, item.stop))
            left = edge + _LANE * min(lanes[item.code], _MOST_LANES - 1)
            found.append((QRect(left, top + 1, _STRIPE, max(4, bottom - top - 1)), item))
        return found

    def _told(self, kind: str, stripes: Sequence[tuple[QRect, Coded]], point: QPoint) -> str:
        view = self._view
        return "".join(
            f"<p><b>{kind}{escape(view.lighting.looks.name(item.code))}</b>"
            f" {escape(view.text[item.start : min(item.stop, item.start + _TOLD)])}</p>"
            for stripe, item in stripes
            if stripe.adjusted(-2, 0, 2, 0).contains(point)
        )

    def _numbers_width(self) -> int:
        """Room for the highest number of a passage."""
        metrics = QFontMetrics(self._small())
        digits = str(len(self._view.passages)) if self._view.passages else ""
        return metrics.horizontalAdvance(digits) + 2 * _EDGE if digits else 0

    def _number_passages(self, painter: QPainter) -> None:
        """Write each passage's number beside its first line."""
        view = self._view
        lines = VisibleLines(view)
        painter.setPen(view.palette().placeholderText().color())
        painter.setFont(self._small())
        for number in range(bisect_left(view.passages, lines.first), len(view.passages)):
            start = view.passages[number]
            if start > lines.last:
                break
            top, bottom = lines.rows(start, start)
            place = QRect(0, top, self._numbers_width() - _EDGE, bottom - top)
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, align, str(number + 1))

    def _small(self) -> QFont:
        font = self._view.font()
        font.setPointSizeF(font.pointSizeF() * 0.75)
        return font
