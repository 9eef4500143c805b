"""Beside the text: the passages' numbers, and a lane a code, so that overlaps stay apart."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from kzannotate.model.annotation import Mark
from kzannotate.ui.reader.block_lines import BlockLines
from kzannotate.ui.reader.highlights import Coded, Layer
from kzannotate.ui.reader.kept_blocks import KeptBlocks

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


class _Beside(NamedTuple):
    """What stands beside a block; places are pixels from its corner."""

    numbers: list[tuple[QRectF, str]]
    stripes: list[tuple[QRectF, Mark]]
    filled: Mapping[str, list[QRectF]]
    """The same by colour, `#rrggbb`."""
    suggested: list[tuple[QRectF, Coded]]


class Margin(QWidget):
    """Lies to the left of a TextView's viewport and paints what is visible there."""

    def __init__(self, view: "TextView") -> None:
        super().__init__(view)
        self._view = view
        self._kept = KeptBlocks(view, self._beside)
        self.setAccessibleName("Codes beside the text")

    def forget(self) -> None:
        """Something stands elsewhere now, or looks different."""
        self._kept.clear()
        self.update()

    def wanted_width(self) -> int:
        """Pixels: room for the passages' numbers and a lane a code that occurs in the document."""
        lanes = _LANE * max(3, min(_MOST_LANES, len(self._view.lighting.lanes)))
        return self._numbers_width() + _EDGE + lanes

    def stripes(self) -> list[tuple[QRectF, Mark]]:
        """The visible annotations' stripes, one a block, in this widget's pixels."""
        return [each for at, beside in self._seen() for each in _moved(beside.stripes, at)]

    def suggested(self) -> list[tuple[QRectF, Coded]]:
        """Likewise the visible suggestions'."""
        return [each for at, beside in self._seen() for each in _moved(beside.suggested, at)]

    def told(self, point: QPoint) -> str:
        """The codes and quotations of the stripes at a point, as rich text."""
        return self._told("", self.stripes(), point) + self._told(
            "Suggested: ", self.suggested(), point
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._view.palette().base())
            painter.setFont(self._small())
            for at, beside in self._seen():
                painter.translate(0, at.y())
                self._paint(painter, beside)
                painter.translate(0, -at.y())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.told(event.pos()), self)
            return True
        return super().event(event)

    def _seen(self) -> Iterator[tuple[QPointF, _Beside]]:
        return self._kept.between(0, self.height())

    def _paint(self, painter: QPainter, beside: _Beside) -> None:
        painter.setPen(self._view.palette().placeholderText().color())
        for place, number in beside.numbers:
            painter.drawText(place, _NUMBER, number)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, stripes in beside.filled.items():
            painter.setBrush(QColor(colour))
            painter.drawRects(stripes)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stripe, suggestion in beside.suggested:
            painter.setPen(self._view.lighting.looks.dashes(suggestion))
            painter.drawRect(stripe.adjusted(0, 0, -1, -1))

    def _beside(self, lines: BlockLines) -> _Beside:
        lighting, room = self._view.lighting, self._numbers_width()
        stripes = list(self._striped(lighting.annotations, lines, room))
        filled: dict[str, list[QRectF]] = {}
        for stripe, one in stripes:
            filled.setdefault(lighting.looks.colour(one.code), []).append(stripe)
        return _Beside(
            list(self._numbers(lines, room)),
            stripes,
            filled,
            list(self._striped(lighting.suggestions, lines, room)),
        )

    def _striped(self, items: Layer[T], lines: BlockLines, room: int) -> Iterator[tuple[QRectF, T]]:
        lanes = self._view.lighting.lanes
        for item in items.over(lines.start, lines.stop):
            top, bottom = lines.rows(item.start, item.stop)
            top = top + 1 if item.start >= lines.start else 0
            bottom = bottom if item.stop <= lines.stop else lines.bottom
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


def _moved(stripes: Iterable[tuple[QRectF, T]], corner: QPointF) -> Iterator[tuple[QRectF, T]]:
    return ((stripe.translated(0, corner.y()), item) for stripe, item in stripes)
