"""Beside the text: the passages' numbers, and a lane a code, so that overlaps stay apart."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from kzannotate.model.annotation import Mark
from kzannotate.ui.reader import seen_lines
from kzannotate.ui.reader.block_lines import BlockLines
from kzannotate.ui.reader.highlights import Coded, Layer

if TYPE_CHECKING:
    from kzannotate.ui.reader.text_view import TextView

_LANE = 7
_STRIPE = 4
_EDGE = 4
_MOST_LANES = 12
"""Further codes share the last lane."""
_NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TOLD = 200
"""Code points of a quotation in a tooltip."""

T = TypeVar("T", bound=Coded)


class Margin(QWidget):
    """Lies to the left of a TextView's viewport and paints what is visible there."""

    def __init__(self, view: "TextView") -> None:
        super().__init__(view)
        self._view = view
        self.setAccessibleName("Codes beside the text")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        view.updateRequest.connect(self._follow)

    def wanted_width(self) -> int:
        """Pixels: room for the passages' numbers and a lane a code that occurs in the document."""
        lanes = _LANE * max(3, min(_MOST_LANES, len(self._view.lighting.lanes)))
        return self._numbers_width() + _EDGE + lanes

    def stripes(self) -> list[tuple[QRectF, Mark]]:
        """The visible annotations' stripes, one a block, in this widget's pixels."""
        return list(self._all(self._view.lighting.annotations))

    def suggested(self) -> list[tuple[QRectF, Coded]]:
        """Likewise the visible suggestions'."""
        return list(self._all(self._view.lighting.suggestions))

    def told(self, point: QPoint) -> str:
        """The codes and quotations of the stripes at a point, as rich text."""
        return self._told("", self.stripes(), point) + self._told(
            "Suggested: ", self.suggested(), point
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._view.palette().base())
            painter.setFont(self._small())
            room = self._numbers_width()
            for at, lines in self._seen(event.rect()):
                painter.translate(0, at.y())
                self._paint(painter, lines, room)
                painter.translate(0, -at.y())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.told(event.pos()), self)
            return True
        return super().event(event)

    def _follow(self, area: QRect, moved: int) -> None:
        """Show what the view does: what it scrolled, or painted anew."""
        if moved:
            self.scroll(0, moved)
        else:
            self.update(0, area.top(), self.width(), area.height())

    def _seen(self, area: QRect) -> Iterator[tuple[QPointF, BlockLines]]:
        return seen_lines.between(self._view, area.top(), area.bottom())

    def _all(self, items: Layer[T]) -> Iterator[tuple[QRectF, T]]:
        room = self._numbers_width()
        for at, lines in self._seen(self.rect()):
            for stripe, item in self._striped(items, lines, room):
                yield stripe.translated(0, at.y()), item

    def _paint(self, painter: QPainter, lines: BlockLines, room: int) -> None:
        lighting = self._view.lighting
        painter.setPen(self._view.palette().placeholderText().color())
        for place, number in self._numbers(lines, room):
            painter.drawText(place, _NUMBER, number)
        painter.setPen(Qt.PenStyle.NoPen)
        for stripe, mark in self._striped(lighting.annotations, lines, room):
            painter.fillRect(stripe, QColor(lighting.looks.colour(mark.code)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stripe, suggestion in self._striped(lighting.suggestions, lines, room):
            painter.setPen(lighting.looks.dashes(suggestion))
            painter.drawRect(stripe.adjusted(0, 0, -1, -1))

    def _striped(self, items: Layer[T], lines: BlockLines, room: int) -> Iterator[tuple[QRectF, T]]:
        lanes = self._view.lighting.lanes
        for item in items.over(lines.start, lines.stop):
            top, bottom = lines.rows(item.start, item.stop)
            top = top + 1 if item.start >= lines.first else 0
            left = room + _EDGE + _LANE * min(lanes[item.code], _MOST_LANES - 1)
            yield QRectF(left, top, _STRIPE, max(4, bottom - top)), item

    def _told(self, kind: str, stripes: Iterable[tuple[QRectF, Coded]], point: QPoint) -> str:
        view = self._view
        return "".join(
            f"<p><b>{kind}{escape(view.lighting.looks.name(item.code))}</b>"
            f" {escape(view.text[item.start : min(item.stop, item.start + _TOLD)])}</p>"
            for stripe, item in stripes
            if stripe.adjusted(-2, 0, 2, 0).contains(QPointF(point))
        )

    def _numbers_width(self) -> int:
        """Room for the highest number of a passage."""
        metrics = QFontMetrics(self._small())
        digits = str(len(self._view.passages)) if self._view.passages else ""
        return metrics.horizontalAdvance(digits) + 2 * _EDGE if digits else 0

    def _numbers(self, lines: BlockLines, room: int) -> Iterator[tuple[QRectF, str]]:
        """The numbers of passages, beside their first lines."""
        passages = self._view.passages
        for number in range(bisect_left(passages, lines.start), len(passages)):
            if passages[number] > lines.stop:
                break
            top, bottom = lines.rows(passages[number], passages[number])
            yield QRectF(0, top, room - _EDGE, bottom - top), str(number + 1)

    def _small(self) -> QFont:
        font = self._view.font()
        font.setPointSizeF(font.pointSizeF() * 0.75)
        return font
