"""Paints pages: paper, picture, highlights, stripes, selection, caret."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from kzannotate.model.annotation import Annotation, Mark
from kzannotate.model.boxes import Box
from kzannotate.model.ids import CodeId
from kzannotate.model.query import Hit
from kzannotate.ui.reader.highlights import Coded, CodedSpans, Layer, Spans, runs
from kzannotate.ui.reader.looks import HIT, Looks

if TYPE_CHECKING:
    from kzannotate.ui.reader.page_view import PageView

_SELECTED = "#a8cdf0"
_CARET = 2
_LANE = 6
_STRIPE = 4
_EDGE = 3
_MOST_LANES = 12
"""Pixels; further codes share the last lane."""

T = TypeVar("T", bound=Coded)


class PagePainting:
    """What lies on the pages of a view. Rectangles are made when a page is painted first."""

    def __init__(self, view: "PageView") -> None:
        self._view = view
        self.annotations: Layer[Mark] = CodedSpans()
        self.hits: Spans[Hit] = Spans()
        self.suggestions: Layer[Coded] = CodedSpans()
        self.looks = Looks({}, "#ffffff", "#000000")
        self.framed: tuple[Annotation, int, int] | None = None
        """The annotation at the caret, and its ends, which may be on their way."""
        self.regions: Sequence[Annotation] = ()
        self._lanes: dict[CodeId, int] = {}
        self._made: dict[int, list[tuple[Box, QColor]]] = {}

    def show(
        self,
        annotations: Layer[Mark],
        hits: Spans[Hit],
        looks: Looks,
        regions: Sequence[Annotation],
        suggestions: Layer[Coded],
    ) -> None:
        """Light these; `looks` are for black on white."""
        self.annotations, self.hits, self.looks = annotations, hits, looks
        self.regions, self.suggestions = regions, suggestions
        self._lanes = looks.lanes(annotations.codes | suggestions.codes)
        self._made.clear()

    def paint(self, painter: QPainter, page: int, paper: QRectF) -> None:
        """Paint a page (from 0) whose paper lies there in the viewport."""
        view = self._view
        painter.setPen(view.palette().mid().color())
        painter.drawRect(paper.adjusted(-1, -1, 0, 0))
        picture, small = view.pictures.get(page + 1), view.thumbnails.get(page + 1)
        trouble = view.pictures.troubles.get(page + 1)
        if small and not picture and not trouble:
            painter.drawImage(paper, small)  # unsmoothed: that is three times as quick
        else:
            painter.fillRect(paper, Qt.GlobalColor.white)
        if picture:
            self._paint_picture(painter, paper, picture)
        elif trouble:
            self._write(painter, page, paper, trouble)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for box, colour in self._highlights(page):
            painter.fillRect(self._on(paper, box), colour)
        for region in self._regions_of(page):
            around = self._around(region).translated(paper.topLeft())
            painter.fillRect(around, QColor(self.looks.behind([region])))
        selected = QColor(_SELECTED)
        self._fill(painter, paper, view.letters.rectangles(page, *view.selection()), selected)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        self._stripe(painter, page, paper)
        self._frames(painter, page, paper)
        self._paint_caret(painter, page, paper)

    def stripes(self, page: int) -> list[tuple[QRectF, Mark]]:
        """The lines beside a page's text, in pixels from the paper's corner: a lane a code."""
        return self._striped(page, self.annotations)

    def suggested(self, page: int) -> list[tuple[QRectF, Coded]]:
        """Likewise the dashed lines of suggestions."""
        return self._striped(page, self.suggestions)

    def _striped(self, page: int, items: Layer[T]) -> list[tuple[QRectF, T]]:
        view, zoom = self._view, self._view.desk.zoom
        there = view.letters.pages[page]
        found = []
        for one in items.over(there.start, there.stop):
            boxes = view.letters.rectangles(page, one.start, one.stop)
            if not boxes:
                continue
            left = _EDGE + _LANE * min(self._lanes[one.code], _MOST_LANES - 1)
            top, bottom = min(b[1] for b in boxes) * zoom, max(b[3] for b in boxes) * zoom
            found.append((QRectF(left, top, _STRIPE, bottom - top), one))
        return found

    def regions_at(self, page: int, point: QPointF) -> list[Annotation]:
        """Those on a region that holds a point of the paper, in pixels; the smallest first."""
        held = [one for one in self._regions_of(page) if self._around(one).contains(point)]
        return sorted(held, key=lambda one: self._around(one).width() * self._around(one).height())

    def _regions_of(self, page: int) -> list[Annotation]:
        return [one for one in self.regions if one.page == page + 1]

    def _around(self, region: Annotation) -> QRectF:
        """A region's box, in pixels of its paper."""
        assert region.region
        x0, y0, x1, y1 = (edge * self._view.desk.zoom for edge in region.region)
        return QRectF(QPointF(x0, y0), QPointF(x1, y1))

    def _on(self, paper: QRectF, box: Box) -> QRectF:
        zoom = self._view.desk.zoom
        x0, y0, x1, y1 = (edge * zoom for edge in box)
        return QRectF(QPointF(x0, y0), QPointF(x1, y1)).translated(paper.topLeft())

    def _fill(self, painter: QPainter, paper: QRectF, boxes: Iterable[Box], colour: QColor) -> None:
        for box in boxes:
            painter.fillRect(self._on(paper, box), colour)

    def _highlights(self, page: int) -> list[tuple[Box, QColor]]:
        if page not in self._made:
            there = self._view.letters.pages[page]
            first, last = there.start, there.stop
            self._made[page] = [
                (box, QColor(self.looks.behind(run.items)))
                for run in runs(self.annotations.over(first, last), first, last)
                for box in self._view.letters.rectangles(page, run.start, run.stop)
            ]
        return self._made[page]

    def _paint_picture(self, painter: QPainter, paper: QRectF, picture: QImage) -> None:
        """Pixel by pixel if it was drawn for this zoom: to scale by less than one drops a row."""
        own = QRectF(paper.topLeft(), picture.size().toSizeF() / self._view.devicePixelRatioF())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(own if abs(own.width() - paper.width()) < 1 else paper, picture)

    def _write(self, painter: QPainter, page: int, paper: QRectF, trouble: str) -> None:
        """The letters of a page that can't be drawn, where they stand; above them, why."""
        painter.setPen(Qt.GlobalColor.black)
        text = self._view.letters.text
        for line in self._view.letters.lines(page):
            room = self._on(paper, line.box)
            font = painter.font()
            font.setPixelSize(max(4, int(room.height() * 0.8)))
            painter.setFont(font)
            painter.drawText(
                room.bottomLeft() - QPointF(0, room.height() / 5), text[line.start : line.stop]
            )
        painter.setFont(self._view.font())
        room = paper.adjusted(8, 8, -8, -8)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
        told = painter.boundingRect(room, flags, trouble)
        painter.fillRect(told.adjusted(-4, -4, 4, 4), QColor("#fff4d6"))
        painter.drawText(room, flags, trouble)

    def _stripe(self, painter: QPainter, page: int, paper: QRectF) -> None:
        for stripe, annotation in self.stripes(page):
            colour = QColor(self.looks.colour(annotation.code))
            painter.fillRect(stripe.translated(paper.topLeft()), colour)
        for stripe, suggestion in self.suggested(page):
            painter.setPen(self.looks.dashes(suggestion))
            painter.drawRect(stripe.translated(paper.topLeft()).adjusted(0, 0, -1, -1))

    def _frames(self, painter: QPainter, page: int, paper: QRectF) -> None:
        there, letters = self._view.letters.pages[page], self._view.letters
        painter.setPen(QPen(QColor(HIT), 1.5))
        for hit in self.hits.over(there.start, there.stop):
            for box in letters.rectangles(page, hit.start, hit.stop):
                painter.drawRect(self._on(paper, box))
        for suggestion in self.suggestions.over(there.start, there.stop):
            painter.setPen(self.looks.dashes(suggestion))
            for box in letters.rectangles(page, suggestion.start, suggestion.stop):
                painter.drawRect(self._on(paper, box))
        for region in self._regions_of(page):
            is_framed = self.framed is not None and self.framed[0].id == region.id
            painter.setPen(QPen(QColor(self.looks.frame(region)), 3 if is_framed else 1))
            painter.drawRect(self._around(region).translated(paper.topLeft()))
        if self.framed:
            annotation, start, stop = self.framed
            painter.setPen(QPen(QColor(self.looks.frame(annotation)), 1.5))
            for box in letters.rectangles(page, start, stop):
                painter.drawRect(self._on(paper, box))

    def _paint_caret(self, painter: QPainter, page: int, paper: QRectF) -> None:
        position = self._view.caret()
        if self._view.letters.page_at(position, self._view.number - 1) != page:
            return
        if not self._view.letters.is_unpacked(page):  # the picture first, and the caret with it
            if self._view.pictures.has(page + 1):
                QTimer.singleShot(0, self._view, partial(self._unpack, page))
            return
        if caret := self._view.letters.caret(page, position):
            line = self._on(paper, caret)
            line.setWidth(_CARET)
            painter.fillRect(line, Qt.GlobalColor.black)

    def _unpack(self, page: int) -> None:
        if page < len(self._view.letters.pages):
            self._view.letters.lines(page)
            self._view.viewport().update()
