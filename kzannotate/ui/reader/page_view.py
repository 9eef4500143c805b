"""The printed pages of a document with caret, selection and highlights.

The parts: `page_desk` scrolls and zooms, `page_layout` says where pages lie, `page_text` where
letters, `page_pictures` keeps what was drawn elsewhere, `page_painting` paints, `page_pointer` and
`page_keys` move the caret.
"""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QToolTip, QWidget

from kzannotate.model.annotation import Annotation, Mark
from kzannotate.model.document import Page
from kzannotate.model.query import Hit
from kzannotate.ui.reader.box_drawing import BoxDrawing
from kzannotate.ui.reader.handles import Handles
from kzannotate.ui.reader.highlights import Coded, CodedSpans, Layer, Spans
from kzannotate.ui.reader.looks import Looks
from kzannotate.ui.reader.page_desk import PageDesk
from kzannotate.ui.reader.page_keys import PageKeys
from kzannotate.ui.reader.page_painting import PagePainting
from kzannotate.ui.reader.page_pointer import PagePointer
from kzannotate.ui.reader.units import Units

T = TypeVar("T", bound=Coded)


class PageView(PageDesk):
    """Shows pages; caret and selection work by mouse and by keys. Offsets are code points."""

    moved = Signal()
    """The caret or the selection changed."""
    region_chosen = Signal(object)
    """An annotation on a region was clicked; None: a click beside all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Pages of the document")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.anchor = 0
        """The end of the selection where the caret isn't."""
        self._caret = 0
        self._active: Annotation | None = None
        self.painting = PagePainting(self)
        self.handles = Handles(self)
        self.boxes = BoxDrawing(self)
        self._pointer = PagePointer(self)
        self._keys = PageKeys(self)

    # What is shown

    def show_pages(
        self, pages: Sequence[Page], text: str = "", passages: Sequence[int] = ()
    ) -> None:
        """Show another document, its first page in front; `passages`: where they begin."""
        self.anchor = self._caret = 0
        self._pointer.units = Units(text, passages)
        self.painting.show(CodedSpans(), Spans(), self.painting.looks, (), CodedSpans())
        self.boxes.end()
        self.lay(pages, text)
        self.show_active(None)

    def show_highlights(
        self,
        annotations: Layer[Mark],
        hits: Spans[Hit],
        looks: Looks,
        regions: Sequence[Annotation],
        suggestions: Layer[Coded],
    ) -> None:
        """Light these; `looks` are for black on white."""
        self.painting.show(annotations, hits, looks, regions, suggestions)
        self.viewport().update()

    def show_active(self, annotation: Annotation | None) -> None:
        """Frame the annotation at the caret."""
        if annotation != self._active:
            self._active = annotation
            self.handles.show(annotation)

    def frame(self, annotation: Annotation | None, span: tuple[int, int]) -> None:
        """Frame `span` as this annotation's, whose ends may be on their way."""
        self.painting.framed = (annotation, *span) if annotation else None
        self.viewport().update()

    # Where it is

    def selection(self) -> tuple[int, int]:
        """Start and stop; equal if nothing is selected."""
        return min(self.anchor, self._caret), max(self.anchor, self._caret)

    def caret(self) -> int:
        """Where the caret stands."""
        return self._caret

    def select(self, anchor: int, caret: int) -> None:
        """Select from `anchor` to `caret` and bring that into view."""
        if self.letters.pages:
            self.reveal(caret)
        self.set_selection(anchor, caret)

    def set_selection(self, anchor: int, caret: int) -> None:
        """Select from `anchor` to `caret`, wherever that is."""
        self._keys.forget()
        self.anchor, self._caret = anchor, caret
        self.viewport().update()
        self.moved.emit()

    def turn(self, number: int) -> None:
        """Go to page `number`, or the nearest there is; a caret elsewhere comes along."""
        pages = self.letters.pages
        if not pages:
            return
        number = min(len(pages), max(1, number))
        self.scroll_to_page(number - 1)
        page = pages[number - 1]
        low, high = self.selection()
        if high < page.start or low >= max(page.stop, page.start + 1):
            self.set_selection(page.start, page.start)

    def zoom(self, steps: int) -> None:
        """Larger, or smaller below 0, by steps."""
        self.zooming.step(steps, self.viewport().rect().center())

    def told(self, point: QPoint) -> str:
        """What a tooltip says there: of the stripe, or of the letters, as rich text."""
        if not self.letters.pages:
            return ""
        page, painting = self.spot_at(point).page, self.painting
        inside = QPointF(point) - self.paper(page).topLeft()
        striped = [*_held(painting.stripes(page), inside)]
        striped += [region.mark for region in painting.regions_at(page, inside)]
        suggested = _held(painting.suggested(page), inside)
        if not striped and not suggested and (place := self.position_at(point)) is not None:
            striped, suggested = painting.annotations.at(place), painting.suggestions.at(place)
        return painting.looks.told(striped, suggested)

    # Qt's overrides

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            for page in self.visible():
                painter.save()
                self.painting.paint(painter, page, self.paper(page))
                self.boxes.paint(painter, page, self.paper(page))
                painter.restore()
            if self._active:
                self.handles.paint(painter, self.painting.looks.frame(self._active))

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self.boxes.wants(event):
            event.accept()
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.told(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.boxes.box:
            self.boxes.press(event)
        else:
            self._pointer.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self.boxes.box:
            self._pointer.double_click(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if self.boxes.box:
            self.boxes.move(event.position().toPoint())
        else:
            self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.boxes.release()
        self._pointer.release()
        if event.button() == Qt.MouseButton.LeftButton and not self.boxes.box:
            self._click(event.position().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        used = self.boxes.key(event) if self.boxes.box else self._keys.press(event)
        if not used:
            super().keyPressEvent(event)

    # Inside

    def _click(self, point: QPoint) -> None:
        """The mouse let go: a click on a region, unless letters are selected."""
        if self.letters.pages and self.anchor == self._caret:
            page = self.spot_at(point).page
            inside = QPointF(point) - self.paper(page).topLeft()
            here = self.painting.regions_at(page, inside)
            self.region_chosen.emit(here[0] if here else None)


def _held(stripes: Sequence[tuple[QRectF, T]], point: QPointF) -> list[T]:
    """What belongs to the stripes at a point."""
    return [item for stripe, item in stripes if stripe.adjusted(-1, 0, 1, 0).contains(point)]
