"""The lines of a text view that a repaint is about: after scrolling by a line, no more than that.

Nothing that is painted for them is kept. What came into view would have to be made anyway, and a
passage at once rather than line by line, which made every tenth repaint twice as slow.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from kzannotate.ui.reader.block_lines import BlockLines

if TYPE_CHECKING:
    from kzannotate.ui.reader.text_view import TextView

_OVER = 2
"""Pixels that a frame reaches beyond its line."""


def between(view: "TextView", top: float, bottom: float) -> Iterator[tuple[QPointF, BlockLines]]:
    """The lines between two heights of the viewport, block by block, and the blocks' corners.

    In the viewport's pixels; every line that a height cuts is among them.
    """
    block, top, bottom = view.firstVisibleBlock(), top - _OVER, bottom + _OVER
    corner = view.blockBoundingGeometry(block).translated(view.contentOffset()).topLeft()
    while block.isValid() and corner.y() <= bottom:
        below = corner + QPointF(0, view.blockBoundingRect(block).height())
        if below.y() >= top:
            lines = BlockLines(view, block, top - corner.y(), bottom - corner.y())
            if lines.lines:
                yield corner, lines
        corner, block = below, block.next()
