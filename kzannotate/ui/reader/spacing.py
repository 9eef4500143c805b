"""Line spacing and room above passages for a QPlainTextEdit, which has neither.

Its layout asks `blockBoundingRect` before it paints, scrolls or hits; there the lines of a block
are moved apart once, whenever Qt laid them out anew. Only what comes near the screen pays for it.
"""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

_MOST_LINES = 5000
"""A block of more lines, such as a text without line ends, stays as Qt lays it out."""


class SpacedLayout(QPlainTextDocumentLayout):
    """Lays out plain text with room between its lines."""

    def __init__(self, document: QTextDocument, room: Callable[[QTextBlock], float]) -> None:
        """`room` gives how many lines' height stays free above a block."""
        super().__init__(document)
        self._room = room
        self.spacing = 1.0
        """Height of a line, in heights of its letters."""

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """The room a block takes, what is above its first line included."""
        around = super().blockBoundingRect(block)
        lines = block.layout()
        if not 0 < lines.lineCount() <= _MOST_LINES or lines.lineAt(0).y() > 0:
            return around
        height = lines.lineAt(0).height()
        extra = (self.spacing - 1) * height
        y = extra + self._room(block) * height
        for number in range(lines.lineCount()):
            line = lines.lineAt(number)
            line.setPosition(QPointF(line.x(), y))
            y += line.height() + extra
        around.setHeight(y - extra)
        return around

    def renew(self) -> None:
        """Lay everything out again, after the spacing changed."""
        document = self.document()
        document.markContentsDirty(0, document.characterCount())
