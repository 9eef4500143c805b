"""A printed page with its highlights. Simple: one page at a time; its picture comes from a job."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from kzannotate.model.annotation import Annotation
from kzannotate.model.boxes import Box, unpack
from kzannotate.model.document import Page, Picture
from kzannotate.model.query import Hit
from kzannotate.ui.reader.highlights import Spans, runs
from kzannotate.ui.reader.looks import HIT, Looks
from kzannotate.ui.reader.page_geometry import caret_at, lines

_AROUND = 16
"""Pixels of desk around the page."""
_SHARPEN_MS = 120
"""After resizing a page is drawn anew when nothing moved for so long; until then it is scaled."""
_FIT = (0.5, 2.0)
"""The least and the greatest zoom that fitting the width gives."""
_CARET = 2
"""Pixels."""
_ZOOMS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0)


class PageView(QAbstractScrollArea):
    """Shows a page and lets a drag of the mouse select its characters."""

    wanted = Signal(int, float)
    """A picture is wanted: page number, zoom in device pixels a point."""
    turned = Signal(int)
    """Another page is shown: its number."""
    moved = Signal()
    """The selection changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Page of the document")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._pages: Sequence[Page] = ()
        self._page: Page | None = None
        self._boxes: list[Box | None] = []
        self._picture: QImage | None = None
        self._trouble = ""
        self._zoom = 1.0
        self._fits = True
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(_SHARPEN_MS)
        self._resized.timeout.connect(self._ask)
        self._annotations: Spans[Annotation] = Spans()
        self._hits: Spans[Hit] = Spans()
        self._active: Annotation | None = None
        self._looks = Looks({}, "#ffffff", "#000000")
        self._anchor = self._caret = 0

    @property
    def number(self) -> int:
        """The shown page, from 1; 0 without pages."""
        return self._page.number if self._page else 0

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show another document, its first page in front."""
        self._pages = pages
        self._page = None
        self._anchor = self._caret = 0
        self._annotations, self._hits, self._active = Spans(), Spans(), None
        if pages:
            self._show(pages[0])

    def show_highlights(
        self,
        annotations: Spans[Annotation],
        hits: Spans[Hit],
        active: Annotation | None,
        looks: Looks,
    ) -> None:
        """Light these; `looks` are for black on white."""
        self._annotations, self._hits, self._active = annotations, hits, active
        self._looks = looks
        self.viewport().update()

    def show_active(self, annotation: Annotation | None) -> None:
        """Frame the annotation at the caret."""
        self._active = annotation
        self.viewport().update()

    def turn(self, number: int) -> None:
        """Show page `number`, or the nearest there is; a caret elsewhere comes along."""
        if not self._pages:
            return
        page = self._pages[min(len(self._pages), max(1, number)) - 1]
        self._show(page)
        low, high = self.selection()
        if high < page.start or low >= max(page.stop, page.start + 1):
            self._anchor = self._caret = page.start
            self.moved.emit()

    def zoom(self, steps: int) -> None:
        """Larger, or smaller below 0, by steps; the page fits the width no more."""
        self._fits = False
        nearest = min(range(len(_ZOOMS)), key=lambda i: abs(_ZOOMS[i] - self._zoom))
        self._zoom = _ZOOMS[min(len(_ZOOMS) - 1, max(0, nearest + steps))]
        self._ask()

    def show_picture(self, number: int, picture: Picture) -> None:
        """The picture that was wanted; one of a page that is gone is ignored."""
        if number != self.number:
            return
        width, rgb = picture.width, QImage.Format.Format_RGB888
        image = QImage(picture.rgb, width, picture.height, 3 * width, rgb)
        self._picture = image.copy()  # the bytes belong to Python
        self._trouble = ""
        self.viewport().update()

    def show_trouble(self, number: int, reason: str) -> None:
        """Say on the page why it can't be drawn."""
        if number == self.number:
            self._trouble = reason
            self.viewport().update()

    def selection(self) -> tuple[int, int]:
        """Start and stop, code points of the document; equal if nothing is selected."""
        low, high = sorted((self._anchor, self._caret))
        return low, high

    def caret(self) -> int:
        """Where the selection was drawn to."""
        return self._caret

    def select(self, anchor: int, caret: int) -> None:
        """Select, turn to the page of the start and scroll to it."""
        self._anchor, self._caret = anchor, caret
        start = min(anchor, caret)
        if page := self._page_at(start):
            self._show(page)
        self._scroll_to(start)
        self.viewport().update()
        self.moved.emit()

    # Qt's overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._set_ranges()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._page is None:
            return
        with QPainter(self.viewport()) as painter:
            painter.translate(self._corner())
            paper = QRectF(0, 0, self._page.width * self._zoom, self._page.height * self._zoom)
            painter.fillRect(paper, Qt.GlobalColor.white)
            if self._picture is not None:
                self._paint_picture(painter, paper, self._picture)
            if self._trouble:
                painter.setPen(Qt.GlobalColor.black)
                painter.drawText(paper.adjusted(24, 24, -24, -24), 0, self._trouble)
            self._paint_highlights(painter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._drag(event, anchor=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(event, anchor=False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the drag was ours

    # Inside

    def _show(self, page: Page) -> None:
        if page == self._page:
            return
        self._page = page
        self._boxes = unpack(page.boxes)
        self._picture, self._trouble = None, ""
        self._fit()
        self._ask()
        self.verticalScrollBar().setValue(0)
        self.turned.emit(page.number)

    def _page_at(self, position: int) -> Page | None:
        """The page that holds a code point; at an end, the page in front if it touches it."""
        touching = (self._page, *self._pages)
        holding = (page for page in self._pages if page.start <= position < page.stop)
        return next(holding, None) or next(
            (page for page in touching if page and page.start <= position <= page.stop), None
        )

    def _ask(self) -> None:
        """Ask for the page's picture; until it comes the one before is scaled."""
        self._set_ranges()
        self.viewport().update()
        if self._page is not None:
            self.wanted.emit(self._page.number, self._zoom * self.devicePixelRatioF())

    def _fit(self) -> None:
        """Fit the page into the width, unless the user chose a zoom."""
        if self._page is None or not self._fits:
            return
        room = self.viewport().width() - 2 * _AROUND
        zoom = min(max(room / self._page.width, _FIT[0]), _FIT[1])
        if zoom != self._zoom:
            self._zoom = zoom
            self._resized.start()

    def _set_ranges(self) -> None:
        if self._page is None:
            return
        area = self.viewport().size()
        for bar, length, room in (
            (self.horizontalScrollBar(), self._page.width, area.width()),
            (self.verticalScrollBar(), self._page.height, area.height()),
        ):
            bar.setRange(0, max(0, int(length * self._zoom) + 2 * _AROUND - room))
            bar.setPageStep(room)
            bar.setSingleStep(24)

    def _corner(self) -> QPoint:
        """The page's top left corner in the viewport."""
        assert self._page is not None
        free = self.viewport().width() - int(self._page.width * self._zoom)
        left = max(_AROUND, free // 2) - self.horizontalScrollBar().value()
        return QPoint(left, _AROUND - self.verticalScrollBar().value())

    def _drag(self, event: QMouseEvent, *, anchor: bool) -> None:
        if self._page is None:
            return
        point = (event.position() - QPointF(self._corner())) / self._zoom
        place = caret_at(self._boxes, point.x(), point.y())
        if place is not None:
            self._caret = self._page.start + place
            if anchor:
                self._anchor = self._caret
            self.viewport().update()
            self.moved.emit()

    def _scroll_to(self, position: int) -> None:
        for box in self._rectangles(position, position + 40)[:1]:
            bar = self.verticalScrollBar()
            top = int(box.top()) + _AROUND
            if not bar.value() <= top <= bar.value() + self.viewport().height() - 60:
                bar.setValue(top - self.viewport().height() // 3)

    def _rectangles(self, start: int, stop: int) -> list[QRectF]:
        """The lines of a stretch on this page, in zoomed pixels from its corner."""
        if self._page is None:
            return []
        low = max(0, start - self._page.start)
        return [
            QRectF(QPointF(x0, y0) * self._zoom, QPointF(x1, y1) * self._zoom)
            for x0, y0, x1, y1 in lines(self._boxes[low : max(0, stop - self._page.start)])
        ]

    def _paint_picture(self, painter: QPainter, paper: QRectF, picture: QImage) -> None:
        """Pixel by pixel if it was drawn for this zoom: to scale by less than one drops a row."""
        own = QRectF(QPointF(), picture.size().toSizeF() / self.devicePixelRatioF())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(own if abs(own.width() - paper.width()) < 1 else paper, picture)

    def _paint_highlights(self, painter: QPainter) -> None:
        assert self._page is not None
        first, last = self._page.start, self._page.stop
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for run in runs(self._annotations.over(first, last), first, last):
            colour = QColor(self._looks.behind(run.items))
            for line in self._rectangles(run.start, run.stop):
                painter.fillRect(line, colour)
        for line in self._rectangles(*self.selection()):
            painter.fillRect(line, QColor("#a8cdf0"))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.fillRect(self._caret_line(), Qt.GlobalColor.black)
        for hit in self._hits.over(first, last):
            self._frame(painter, hit.start, hit.stop, QColor(HIT))
        if self._active:
            colour = QColor(self._looks.colour(self._active.code)).darker(130)
            self._frame(painter, self._active.start, self._active.stop, colour)

    def _caret_line(self) -> QRectF:
        """Where the caret stands, before its letter or at a line's end; empty on another page."""
        if before := self._rectangles(self._caret, self._caret + 1):
            return QRectF(before[0].topLeft(), QSizeF(_CARET, before[0].height()))
        if after := self._rectangles(max(0, self._caret - 1), self._caret):
            return QRectF(after[0].topRight(), QSizeF(_CARET, after[0].height()))
        return QRectF()

    def _frame(self, painter: QPainter, start: int, stop: int, colour: QColor) -> None:
        painter.setPen(QPen(colour, 1.5))
        for line in self._rectangles(start, stop):
            painter.drawRect(line)
