"""A desk with the pages of a document, to be scrolled and zoomed; pictures of them are asked for.

Points of the viewport are pixels; pages are counted from 0, their numbers from 1.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPalette, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from kzannotate.model.boxes import Box
from kzannotate.model.document import Page, Picture
from kzannotate.ui.reader.page_layout import AROUND, PageLayout, Spot
from kzannotate.ui.reader.page_pictures import Pictures
from kzannotate.ui.reader.page_text import PageText
from kzannotate.ui.reader.page_zoom import PageZoom
from kzannotate.ui.reader.thumbnails import Thumbnails

_SHARPEN_MS = 120
"""Pages are drawn anew when the zoom stood still for so long; until then they are scaled."""
_LINE = 40
"""Pixels that a caret needs below it to count as seen."""


class PageDesk(QAbstractScrollArea):
    """Where pages lie in the viewport, and which of them are wanted as pictures."""

    wanted = Signal(int, float)
    """A picture is wanted: page number, zoom in device pixels a point. A new wish drops the old."""
    turned = Signal(int)
    """Another page is in front: its number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.letters = PageText()
        self.desk = PageLayout()
        self.pictures = Pictures()
        self.thumbnails = Thumbnails(self)
        self.zooming = PageZoom(self)
        self.number = 0
        """The page in front, from 1; 0 without pages."""
        self._asked: tuple[int, float] | None = None
        self._jumping = False
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._ask)
        self._after = QTimer(self, singleShot=True, interval=0)
        self._after.timeout.connect(partial(self.verticalScrollBar().setUpdatesEnabled, True))
        self._sharpening = QTimer(self)
        self._sharpening.setSingleShot(True)
        self._sharpening.setInterval(_SHARPEN_MS)
        self._sharpening.timeout.connect(self._ask)

    def lay(self, pages: Sequence[Page], text: str) -> None:
        """Lay out another document, its first page in front."""
        self.letters = PageText(text, pages)
        self.pictures.clear()
        self.thumbnails.show(pages, self.devicePixelRatioF())
        self._asked = None
        self.desk = PageLayout([(page.width, page.height) for page in pages], self.desk.zoom)
        self.number = 0
        self.zooming.fit()
        self._set_ranges()
        self.verticalScrollBar().setValue(0)
        self.bring_to_front(1 if pages else 0)
        self._ask()

    def show_picture(self, number: int, picture: Picture) -> None:
        """The picture that was wanted."""
        asked, zoom = self._asked or (0, 0.0)
        self.pictures.keep(number, picture, zoom if asked == number else 0.0)
        self._answered()

    def show_trouble(self, number: int, reason: str) -> None:
        """Say on the page why it can't be drawn; its letters are written instead."""
        self.pictures.troubles[number] = reason
        self._answered()

    def set_zoom(self, zoom: float, point: QPoint) -> None:
        """Show the pages at a zoom; what is at `point` of the viewport stays there."""
        spot = self._on_paper(self.spot_at(point)) if self.letters.pages else None
        before = self.point_of(spot) if spot else QPointF()
        self.desk = self.desk.zoomed(zoom)
        self._set_ranges()
        if spot:
            moved = self.point_of(spot) - before
            for bar, by in (
                (self.horizontalScrollBar(), moved.x()),
                (self.verticalScrollBar(), moved.y()),
            ):
                bar.setValue(bar.value() + round(by))
        self._sharpening.start()
        self.viewport().update()

    def scroll_to_page(self, page: int) -> None:
        """Bring the top of a page to the top of the screen, as far as the desk reaches."""
        self._scroll(int(self.desk.corner(page)[1]) - AROUND, page)

    def reveal(self, position: int) -> None:
        """Scroll to a code point, unless it is on the screen; its page is in front."""
        now, room = self.verticalScrollBar().value(), self.viewport().height()
        page, top = self.letters.page_at(position, self.number - 1), self.top_of(position)
        if now <= top <= now + room - _LINE:
            self.bring_to_front(page + 1)
        else:
            is_next = now < top < now + 2 * room
            self._scroll(int(top) - (room - room // 3 if is_next else room // 3), page)

    def reveal_box(self, page: int, box: Box) -> None:
        """Scroll to a box of a page, unless it is on the screen."""
        now, room = self.verticalScrollBar().value(), self.viewport().height()
        top, bottom = (self.desk.desk(Spot(page, box[0], y))[1] for y in (box[1], box[3]))
        if top < now or bottom > now + room:
            self._scroll(int(top) - room // 4, page)

    @property
    def is_waiting(self) -> bool:
        """Whether a picture was asked for, or is about to be, and hasn't come."""
        return self._asked is not None or self._soon.isActive()

    def bring_to_front(self, number: int) -> None:
        """Count page `number` as the one that is looked at."""
        if number != self.number:
            self.number = number
            if number:
                self.turned.emit(number)

    # Geometry

    def spot_at(self, point: QPoint) -> Spot:
        """The point of a page at a point of the viewport."""
        y = point.y() + self.verticalScrollBar().value()
        return self.desk.spot(point.x() - self._left(), y)

    def point_of(self, spot: Spot) -> QPointF:
        """Where in the viewport a point of a page is."""
        x, y = self.desk.desk(spot)
        return QPointF(x + self._left(), y - self.verticalScrollBar().value())

    def position_at(self, point: QPoint) -> int | None:
        """The place between letters nearest to a point; None on a page without letters."""
        if not self.letters.pages:
            return None
        spot = self.spot_at(point)
        return self.letters.position(spot.page, spot.x, spot.y)

    def foot(self, position: int) -> QPoint:
        """Below the line, before the letter at a code point: where a handle hangs."""
        page, box = self._caret_box(position)
        return self.point_of(Spot(page, box[0], box[3])).toPoint() + QPoint(0, 4)

    def top_of(self, position: int) -> float:
        """How far down the desk the line of a code point begins, in pixels."""
        page, box = self._caret_box(position)
        return self.desk.desk(Spot(page, box[0], box[1]))[1]

    def visible(self) -> range:
        """The pages on the screen."""
        top = self.verticalScrollBar().value()
        return self.desk.over(top, top + self.viewport().height())

    def paper(self, page: int) -> QRectF:
        """Where a page lies in the viewport."""
        corner = self.point_of(Spot(page, 0, 0))
        there, zoom = self.letters.pages[page], self.desk.zoom
        left, top = round(corner.x()), round(corner.y())
        return QRectF(left, top, there.width * zoom, there.height * zoom)

    # Qt's overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.zooming.fit()
        self._set_ranges()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.viewport().update()
        if self._jumping:
            return
        if self.letters.pages:
            self.bring_to_front(self.spot_at(self.viewport().rect().center()).page + 1)
        self._ask()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zooming.step(event.angleDelta().y() / 120, event.position().toPoint())
            event.accept()
        else:
            super().wheelEvent(event)

    # Inside

    def _scroll(self, top: int, page: int) -> None:
        """Jump; the picture of that page comes first, whatever else is on the screen."""
        bar = self.verticalScrollBar()
        bar.setUpdatesEnabled(False)  # painted after the page: that takes as long as a page
        self._after.start()
        self._jumping = True
        try:
            bar.setValue(top)
        finally:
            self._jumping = False
        self.bring_to_front(page + 1)
        if self.thumbnails.get(page + 1) and not self.pictures.has(page + 1):
            self._soon.start()  # its thumbnail is painted first
        else:
            self._ask()

    def _caret_box(self, position: int) -> tuple[int, Box]:
        page = self.letters.page_at(position, self.number - 1)
        return page, self.letters.caret(page, position) or (0.0, 0.0, 0.0, 0.0)

    def _on_paper(self, spot: Spot) -> Spot:
        """The nearest point that isn't beside the page: the desk around it doesn't zoom."""
        page = self.letters.pages[spot.page]
        return Spot(spot.page, min(max(0, spot.x), page.width), min(max(0, spot.y), page.height))

    def _left(self) -> float:
        """Where the desk begins in the viewport."""
        free = self.viewport().width() - self.desk.width
        return max(0.0, free / 2) - self.horizontalScrollBar().value()

    def _set_ranges(self) -> None:
        area = self.viewport().size()
        for bar, length, room in (
            (self.horizontalScrollBar(), self.desk.width, area.width()),
            (self.verticalScrollBar(), self.desk.height, area.height()),
        ):
            bar.setRange(0, max(0, int(length) - room))
            bar.setPageStep(room)
            bar.setSingleStep(24)

    def _ask(self) -> None:
        """Ask for a picture: of the page in front, of others on the screen, of their neighbours.

        One at a time; a wish is overtaken when another page comes to the front.
        """
        if not self.letters.pages or not self.isVisible():
            return
        zoom = self.desk.zoom * self.devicePixelRatioF()
        near = self.visible()
        for page in (self.number - 1, *near, near.stop, near.start - 1):
            exists = 0 <= page < len(self.letters.pages)
            if exists and not self.pictures.is_done(page + 1, zoom):
                if self._asked != (page + 1, zoom):
                    self._asked = (page + 1, zoom)
                    self.wanted.emit(page + 1, zoom)
                return

    def _answered(self) -> None:
        self._asked = None
        self.viewport().update()
        self._soon.start()  # what has come is painted first
