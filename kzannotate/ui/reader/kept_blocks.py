"""What is painted for the blocks of a text view, kept while they are scrolled."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextBlock

from kzannotate.ui.reader.block_lines import BlockLines

if TYPE_CHECKING:
    from kzannotate.ui.reader.text_view import TextView

_MOST = 500
"""Blocks that are kept; then the one that was made first goes."""
_LONG = 300
"""Of a block of more lines, only those on the screen are looked at, each time anew."""
_OVER = 2
"""Pixels that a frame reaches beyond its line."""

T = TypeVar("T")


class KeptBlocks(Generic[T]):
    """Has `make` make what a block needs, from the block's corner, when it is seen first."""

    def __init__(self, view: "TextView", make: Callable[[BlockLines], T]) -> None:
        self._view = view
        self._make = make
        self._kept: dict[int, tuple[float, T]] = {}

    def clear(self) -> None:
        """Something lies elsewhere now, or looks different."""
        self._kept.clear()

    def between(self, top: float, bottom: float) -> Iterator[tuple[QPointF, T]]:
        """What was made for the blocks between two heights of the viewport, and their corners."""
        view, block = self._view, self._view.firstVisibleBlock()
        top, bottom = top - _OVER, bottom + _OVER
        corner = view.blockBoundingGeometry(block).translated(view.contentOffset()).topLeft()
        while block.isValid() and corner.y() <= bottom:
            height = view.blockBoundingRect(block).height()
            if block.layout().lineCount() > _LONG:
                lines = BlockLines(view, block, top - corner.y(), bottom - corner.y())
                yield corner, self._make(lines)
            elif corner.y() + height >= top:
                yield corner, self._of(block, height)
            corner += QPointF(0, height)
            block = block.next()

    def _of(self, block: QTextBlock, height: float) -> T:
        laid_out, made = self._kept.get(block.position(), (None, None))
        if made is None or laid_out != height:
            if len(self._kept) >= _MOST:
                del self._kept[next(iter(self._kept))]
            made = self._make(BlockLines(self._view, block))
            self._kept[block.position()] = height, made
        return made
