"""A document's text with its highlights: a QPlainTextEdit that can't be edited.

Offsets outside this class are code points of the canonical text; quotations never come from the
widget, which shows some characters differently (docs/decisions/0007-reader-qplaintextedit.md).
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QToolTip, QWidget

from kzannotate.model.annotation import Annotation, Mark
from kzannotate.model.codebook import Code
from kzannotate.model.ids import CodeId
from kzannotate.model.query import Hit
from kzannotate.ui.offsets import Offsets, to_qt
from kzannotate.ui.reader import page_rules
from kzannotate.ui.reader.handles import Handles
from kzannotate.ui.reader.highlights import Coded, Layer, Spans
from kzannotate.ui.reader.lighting import Lighting
from kzannotate.ui.reader.long_lines import broken
from kzannotate.ui.reader.margin import Margin
from kzannotate.ui.reader.spacing import SpacedLayout

MEASURE = 92
"""Average characters in a line at most, unless it is changed."""
SPACING = 1.3
"""Height of a line, in heights of its letters, unless it is changed."""
_ABOVE_PASSAGE = 0.4
_ABOVE_PAGE = 1.8
"""Free room, in heights of a line."""


class TextView(QPlainTextEdit):
    """Shows a text; the caret and the selection work by mouse and by keyboard."""

    moved = Signal()
    """The caret or the selection changed."""
    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Text of the document")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setAcceptDrops(False)
        self.setCursorWidth(2)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text = ""
        self._active: Annotation | None = None
        self.offsets = Offsets("")
        self.passages: Sequence[int] = ()
        self.pages: Sequence[int] = ()
        self._measure = MEASURE
        self._spaced = SpacedLayout(self.document(), self._room)
        self._spaced.spacing = SPACING
        self.document().setDocumentLayout(self._spaced)
        self.lighting = Lighting(self)
        self.margin = Margin(self)
        self.handles = Handles(self)
        self.document().setDocumentMargin(12)
        self.viewport().installEventFilter(self)
        self.cursorPositionChanged.connect(self.moved)
        self.selectionChanged.connect(self.moved)
        self.zoom(1)

    def show_text(self, text: str, passages: Sequence[int] = (), pages: Sequence[int] = ()) -> None:
        """Show another text, without annotations, the caret at its start.

        `passages`, `pages`: where they begin, in code points.
        """
        self.text = text
        self.offsets = Offsets(text)
        self.passages, self.pages = passages, pages
        self._active = None
        self.lighting.clear()
        self.handles.show(None)
        self.setPlainText(to_qt(broken(text, passages)))
        self._renew()

    def show_highlights(
        self, annotations: Layer[Mark], hits: Spans[Hit], suggestions: Layer[Coded]
    ) -> None:
        """Light these instead of the ones before."""
        self.lighting.set(annotations, hits, suggestions)
        self._fit()
        self._renew()

    def show_codes(self, codes: Mapping[CodeId, Code]) -> None:
        """Use these codes' colours and names."""
        self.lighting.set_codes(codes)
        self._renew()

    def show_active(self, annotation: Annotation | None) -> None:
        """Frame the annotation at the caret."""
        if annotation != self._active:
            self.handles.show(annotation)

    def frame(self, annotation: Annotation | None, span: tuple[int, int]) -> None:
        """Frame `span` as this annotation's, whose ends may be on their way."""
        framed = (annotation, *span) if annotation else None
        if framed == self.lighting.framed:
            return
        self._active, self.lighting.framed = annotation, framed
        self._renew()

    def selection(self) -> tuple[int, int]:
        """Start and stop of the selection; both the caret's place if nothing is selected."""
        return self.points(self.textCursor())

    def points(self, cursor: QTextCursor) -> tuple[int, int]:
        """Start and stop of what a cursor of this view selects."""
        points = self.offsets.to_points
        return points(cursor.selectionStart()), points(cursor.selectionEnd())

    def cursor_over(self, anchor: int, caret: int) -> QTextCursor:
        """A cursor of this view that selects from `anchor` to `caret`."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.offsets.to_units(anchor))
        cursor.setPosition(self.offsets.to_units(caret), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def caret(self) -> int:
        """Where the caret stands."""
        return self.offsets.to_points(self.textCursor().position())

    def select(self, anchor: int, caret: int) -> None:
        """Select from `anchor` to `caret` and bring it into view, with some lines around."""
        first, last = self.visible()
        self.setTextCursor(self.cursor_over(anchor, caret))
        if first < min(anchor, caret) and max(anchor, caret) < last:
            self.ensureCursorVisible()
        else:
            self.centerCursor()

    def visible(self) -> tuple[int, int]:
        """The stretch of text that is on the screen."""
        area = self.viewport().rect()
        first = self.cursorForPosition(QPoint(0, 0)).position()
        last = self.cursorForPosition(area.bottomRight()).position()
        return self.offsets.to_points(first), self.offsets.to_points(last)

    def top(self, position: int) -> float:
        """Where the block that holds a code point begins, in the viewport's pixels."""
        block = self.document().findBlock(self.offsets.to_units(position))
        return self.blockBoundingGeometry(block).translated(self.contentOffset()).top()

    def rows(self, start: int, stop: int) -> tuple[int, int]:
        """Top and bottom of a stretch of text, in the viewport's pixels."""
        top = self.cursorRect(self.cursor_over(start, start)).top()
        return top, self.cursorRect(self.cursor_over(stop, stop)).bottom()

    def foot(self, position: int) -> QPoint:
        """Below the line, before the letter at a code point: where a handle hangs."""
        return self.cursorRect(self.cursor_over(position, position)).bottomLeft() + QPoint(0, 4)

    def position_at(self, point: QPoint) -> int:
        """The code point at a point of the viewport."""
        return self.points(self.cursorForPosition(point))[0]

    def zoom(self, steps: float) -> None:
        """Make the text larger (or smaller, below 0) by points."""
        font = self.font()
        font.setPointSizeF(min(48.0, max(6.0, font.pointSizeF() + steps)))
        self.setFont(font)
        self._fit()

    def resemble(self, other: "TextView") -> None:
        """Set the text as another view does."""
        self.zoom(other.font().pointSizeF() - self.font().pointSizeF())
        self.spacing, self.measure = other.spacing, other.measure

    @property
    def spacing(self) -> float:
        """Height of a line, in heights of its letters."""
        return self._spaced.spacing

    @spacing.setter
    def spacing(self, lines: float) -> None:
        self._spaced.spacing = lines
        self._spaced.renew()
        self._renew()

    @property
    def measure(self) -> int:
        """Average characters in a line at most."""
        return self._measure

    @measure.setter
    def measure(self, characters: int) -> None:
        self._measure = characters
        self._fit()

    # Qt's overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            self.lighting.paint(painter, event.rect().top(), event.rect().bottom())
        super().paintEvent(event)
        page_rules.paint(self)
        if self._active:
            with QPainter(self.viewport()) as painter:
                self.handles.paint(painter, self.lighting.looks.frame(self._active))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._renew()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if not hasattr(self, "margin"):  # it is being made
            return
        if event.type() == QEvent.Type.PaletteChange:
            self.lighting.follow_palette()
        self._renew()

    def createMimeDataFromSelection(self) -> QMimeData:
        start, stop = self.selection()
        data = QMimeData()
        data.setText(to_qt(self.text[start:stop]))
        return data

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            told = self.lighting.told(self.position_at(event.pos()))
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().eventFilter(watched, event)

    # Inside

    def _room(self, block: QTextBlock) -> float:
        position = self.offsets.to_points(block.position())
        if _holds(self.pages, position):
            return _ABOVE_PAGE
        return _ABOVE_PASSAGE if _holds(self.passages, position) else 0.0

    def _renew(self) -> None:
        """Paint anew what lies under the letters and beside them."""
        self.margin.update()
        self.viewport().update()

    def _fit(self) -> None:
        """Give the margin its width, and the lines no more than a comfortable length."""
        left = self.margin.wanted_width()
        wanted = self.fontMetrics().averageCharWidth() * self._measure
        right = max(0, self.contentsRect().width() - left - wanted)
        self.setViewportMargins(left, 0, right, 0)
        area = self.contentsRect()
        self.margin.setGeometry(area.left(), area.top(), left, self.viewport().height())


def _holds(places: Sequence[int], wanted: int) -> bool:
    index = bisect_left(places, wanted)
    return index < len(places) and places[index] == wanted
