"""The lines of a text view that are on the screen, looked up once for many stretches of text."""

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextLayout

if TYPE_CHECKING:
    from kzannotate.ui.reader.text_view import TextView


class VisibleLines:
    """Where lines begin and lie: code points, and the viewport's pixels."""

    def __init__(self, view: "TextView") -> None:
        self.first, self.last = view.visible()
        """The stretch of text that is on the screen."""
        self._starts: list[int] = []
        self._rows: list[tuple[int, int]] = []
        height, offset = view.viewport().height(), view.contentOffset()
        block = view.firstVisibleBlock()
        while block.isValid():
            top = view.blockBoundingGeometry(block).translated(offset).top()
            if top > height:
                break
            self._add(view, block.position(), block.layout(), top, height)
            block = block.next()

    def rows(self, start: int, stop: int) -> tuple[int, int]:
        """Top of the line that holds `start` and bottom of the one that holds `stop`'s forerunner.

        What is off the screen counts to the nearest line.
        """
        if not self._rows:
            return 0, 0
        return self._row(start)[0], self._row(max(start, stop - 1))[1]

    def _row(self, position: int) -> tuple[int, int]:
        return self._rows[max(0, bisect_right(self._starts, position) - 1)]

    def _add(
        self, view: "TextView", position: int, layout: QTextLayout, top: float, height: int
    ) -> None:
        """The lines of a block that begins at a UTF-16 unit; of a long one, those seen."""
        seen = view.offsets.to_units(self.first) - position
        number = layout.lineForTextPosition(seen).lineNumber() if seen > 0 else 0
        for index in range(max(0, number), layout.lineCount()):
            line = layout.lineAt(index)
            y = top + line.y()
            if y > height:
                break
            self._starts.append(view.offsets.to_points(position + line.textStart()))
            self._rows.append((int(y), int(y + line.height())))
