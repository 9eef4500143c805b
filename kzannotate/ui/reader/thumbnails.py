"""Small pictures of a document's pages: for the list of pages, and to stand in for large ones.

So many bytes are kept; those not looked at for longest go first.
"""

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage

from kzannotate.model.document import Page, Picture
from kzannotate.ui.reader.page_pictures import image_of

SIZE = QSize(112, 158)
"""Pixels of the screen; a page is drawn as large as it fits."""
_MOST = 4 << 20
"""Bytes: some sixty pages."""
_SLOW, _PATIENCE = 0.1, 3
"""Seconds; after so many in a row that take longer none is drawn ahead: pages would wait."""
_WISHES = 60
"""More than any list shows at once: what was scrolled past is forgotten."""


class Thumbnails(QObject):
    """Says which page is to be drawn next: one that is looked at, else one near the front."""

    drawn = Signal(int)
    """A page (its number) has its thumbnail now."""
    wished = Signal()
    """One is looked at that isn't there."""
    renewed = Signal()
    """Another document is shown."""

    def __init__(self, parent: QObject | None = None, most: int = _MOST) -> None:
        super().__init__(parent)
        self._most = most
        self._ratio = 1.0
        self.pages: Sequence[Page] = ()
        self._slow = 0
        """How many in a row took long."""
        self._kept: OrderedDict[int, QImage] = OrderedDict()
        self._wishes: OrderedDict[int, None] = OrderedDict()
        self._troubles: set[int] = set()

    def show(self, pages: Sequence[Page], ratio: float) -> None:
        """Forget all, and draw these pages from now on; `ratio`: device pixels a pixel."""
        self.pages, self._ratio = pages, ratio
        for kept in (self._kept, self._wishes, self._troubles):
            kept.clear()
        self._slow = 0
        self.renewed.emit()

    def get(self, number: int) -> QImage | None:
        """The thumbnail of a page (from 1), if it was drawn."""
        if number in self._kept:
            self._kept.move_to_end(number)
        return self._kept.get(number)

    def want(self, number: int) -> None:
        """Have a page drawn, before all that were wanted earlier."""
        if number in self._kept or number in self._troubles:
            return
        self._wishes[number] = None
        self._wishes.move_to_end(number)
        if len(self._wishes) > _WISHES:
            self._wishes.popitem(last=False)
        self.wished.emit()

    @property
    def ahead(self) -> bool:
        """Whether pages are drawn that nobody looks at yet; not where that takes long."""
        return self._slow < _PATIENCE

    def keep(self, number: int, picture: Picture | None, seconds: float = 0.0) -> None:
        """What was to be drawn next, and how long it took; None: it can't be drawn."""
        self._wishes.pop(number, None)
        self._slow = self._slow + 1 if seconds >= _SLOW else 0
        if picture is None:
            self._troubles.add(number)
            return
        # The format of the screen: Qt scales it three times as fast as others.
        self._kept[number] = image_of(picture).convertToFormat(QImage.Format.Format_RGB32)
        while len(self._kept) > 1 and self.bytes > self._most:
            self._kept.popitem(last=False)
        self.drawn.emit(number)

    def next(self, front: int) -> tuple[int, float] | None:
        """Number and zoom of the page to be drawn next; `front`: the page in front, 0: none.

        A page that is looked at, the newest wish first; else one of the nearest to the one in
        front, no more than there is room for, so that they don't drive one another out.
        """
        if self._wishes:
            return self._wish(next(reversed(self._wishes)))
        if not front or not self.ahead:
            return None
        for step in range(self._reach()):
            for number in (front + step, front - step):
                is_page = 1 <= number <= len(self.pages)
                if is_page and number not in self._kept and number not in self._troubles:
                    return self._wish(number)
        return None

    @property
    def bytes(self) -> int:
        """What all thumbnails take."""
        return sum(image.sizeInBytes() for image in self._kept.values())

    def size(self, number: int) -> QSize:
        """How large a page (from 1) is shown, in pixels of the screen."""
        page, zoom = self.pages[number - 1], self._zoom(number)
        return QSize(max(1, round(page.width * zoom)), max(1, round(page.height * zoom)))

    # Inside

    def _zoom(self, number: int) -> float:
        """Pixels of the screen a point."""
        page = self.pages[number - 1]
        return min(SIZE.width() / max(1.0, page.width), SIZE.height() / max(1.0, page.height))

    def _wish(self, number: int) -> tuple[int, float]:
        return number, self._zoom(number) * self._ratio

    def _reach(self) -> int:
        """How many pages are drawn ahead on each side of the one in front."""
        largest = 4 * SIZE.width() * SIZE.height() * self._ratio**2
        return int(self._most / largest / 2)
