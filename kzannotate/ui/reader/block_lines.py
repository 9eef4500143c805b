"""The lines of one block of a text view, and what stretches of text cover in them.

Offsets are code points, places pixels from the block's corner.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextLine

if TYPE_CHECKING:
    from kzannotate.ui.reader.text_view import TextView

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]"
)


class Line(NamedTuple):
    """A line as it is laid out."""

    start: int
    stop: int
    top: float
    bottom: float
    left: float
    right: float
    """Behind its last letter; white space at its end hangs over."""
    layout: QTextLine


class BlockLines:
    """Those of a block that touch the stretch from one height to another; all without heights."""

    def __init__(
        self,
        view: "TextView",
        block: QTextBlock,
        high: float = float("-inf"),
        low: float = float("inf"),
    ) -> None:
        self._offsets = view.offsets
        self._layout, self._unit = block.layout(), block.position()
        self._last = block.length() - 1
        self.first = self._offsets.to_points(self._unit)
        """Where the block begins."""
        self.lines = list(self._laid_out(high, low))
        self._starts = [line.start for line in self.lines]
        self.start = self.lines[0].start if self.lines else 0
        """The stretch of text that they hold, without the line end behind it."""
        self.stop = self.lines[-1].stop if self.lines else 0
        is_mixed = _RIGHT_TO_LEFT.search(view.text, self.start, self.stop)
        self._edges = self._pieces if is_mixed else self._ends

    def rows(self, start: int, stop: int) -> tuple[float, float]:
        """Top of the line that holds `start` and bottom of the one that holds `stop`'s forerunner.

        All lines of the block count; what is in another block counts to the nearest one.
        """
        if not self.lines:
            return 0, 0
        first, last = self._line(start), self._line(max(start, stop - 1))
        return first.y(), last.y() + last.height()

    def rectangles(self, start: int, stop: int) -> Iterator[QRectF]:
        """What a stretch of text covers: one a line, more where a line runs both ways."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_left(self._starts, stop)
        for line in self.lines[first:last]:
            for left, right in self._edges(line, max(start, line.start), min(stop, line.stop)):
                left, right = max(left, line.left), min(right, line.right)
                if left < right:
                    yield QRectF(left, line.top, right - left, line.bottom - line.top)

    def _line(self, position: int) -> QTextLine:
        unit = min(max(0, self._unit_in_block(position)), self._last)
        return self._layout.lineForTextPosition(unit)

    def _laid_out(self, high: float, low: float) -> Iterator[Line]:
        layout, points = self._layout, self._offsets.to_points
        count = layout.lineCount()
        first = bisect_left(range(count), high, key=lambda i: layout.lineAt(i).rect().bottom())
        for number in range(first, count):
            line = layout.lineAt(number)
            start = self._unit + line.textStart()
            stop = start + line.textLength()
            top, room = line.y(), line.naturalTextRect()
            bottom = top + line.height()  # a whole number of pixels; the room of the letters isn't
            yield Line(points(start), points(stop), top, bottom, room.left(), room.right(), line)
            if bottom > low:  # the room above a line belongs to it
                break

    def _ends(self, line: Line, start: int, stop: int) -> list[tuple[float, float]]:
        """Left and right, where letters follow each other from left to right."""
        x: Any = line.layout.cursorToX  # gives a pair, unlike its stub
        at = self._unit_in_block
        return [(x(at(start))[0], x(at(stop))[0])] if start < stop else []

    def _pieces(self, line: Line, start: int, stop: int) -> list[tuple[float, float]]:
        """Left and right of the glyphs that stand together."""
        first, last = self._unit_in_block(start), self._unit_in_block(stop)
        glyphs = sorted(
            (place.x(), place.x() + step.x())
            for run in (line.layout.glyphRuns(first, last - first) if first < last else ())
            for place, step in zip(
                run.positions(),
                run.rawFont().advancesForGlyphIndexes(run.glyphIndexes()),
                strict=True,
            )
        )
        found: list[tuple[float, float]] = []
        for left, right in glyphs:
            if found and left <= found[-1][1] + 0.5:
                left, before = found.pop()
                right = max(before, right)
            found.append((left, right))
        return found

    def _unit_in_block(self, position: int) -> int:
        return self._offsets.to_units(position) - self._unit
