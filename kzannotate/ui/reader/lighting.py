"""The highlights of a text view, painted under its letters where they are on the screen.

Qt's own extra selections set the letters of a line anew for each of them, which took most of the
time of a repaint. The layout of the text knows nothing of highlights, so they cost the same in a
text of any length.
"""

from collections.abc import Mapping
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from kzannotate.model.annotation import Annotation, Mark
from kzannotate.model.codebook import Code
from kzannotate.model.ids import CodeId
from kzannotate.model.query import Hit
from kzannotate.ui.reader import seen_lines
from kzannotate.ui.reader.block_lines import BlockLines
from kzannotate.ui.reader.highlights import Coded, CodedSpans, Layer, Spans, runs
from kzannotate.ui.reader.looks import Look, Looks

if TYPE_CHECKING:
    from kzannotate.ui.reader.text_view import TextView


class Lit(NamedTuple):
    """A stretch of text, in code points, and how it looks."""

    start: int
    stop: int
    look: Look


class Lighting:
    """Lights annotations, suggestions, hits and the frame of the active one. Code points."""

    def __init__(self, view: "TextView") -> None:
        self._view = view
        self._codes: Mapping[CodeId, Code] = {}
        self.looks = Looks.on(view.palette(), {})
        self.clear()

    def clear(self) -> None:
        """Forget all that lay over the text."""
        self.framed: tuple[Annotation, int, int] | None = None
        """The active annotation, and its ends, which may be on their way."""
        self.set(CodedSpans(), Spans(), CodedSpans())

    def set(self, annotations: Layer[Mark], hits: Spans[Hit], suggestions: Layer[Coded]) -> None:
        """Have these lie over the text."""
        self.annotations, self.hits, self.suggestions = annotations, hits, suggestions
        self._set_lanes()

    def set_codes(self, codes: Mapping[CodeId, Code]) -> None:
        """Use these codes' colours and names."""
        self._codes = codes
        self.follow_palette()

    def follow_palette(self) -> None:
        """Make the looks anew for the view's palette."""
        self.looks = Looks.on(self._view.palette(), self._codes)
        self._set_lanes()

    def lit(self, first: int, last: int) -> list[Lit]:
        """What lies over a stretch of text, in the order in which it is painted."""
        looks = self.looks
        lit = [
            Lit(run.start, run.stop, looks.tagged(run.items))
            for run in runs(self.annotations.over(first, last), first, last)
        ]
        lit += [
            Lit(one.start, one.stop, looks.suggested(one))
            for one in self.suggestions.over(first, last)
        ]
        if self.framed:
            annotation, start, stop = self.framed
            lit.append(Lit(start, stop, looks.framed(annotation)))
        lit += [Lit(hit.start, hit.stop, looks.hit) for hit in self.hits.over(first, last)]
        return lit

    def paint(self, painter: QPainter, top: float, bottom: float) -> None:
        """Paint what lies over the blocks between two heights of the viewport."""
        for corner, lines in seen_lines.between(self._view, top, bottom):
            painter.translate(corner)
            for look, rectangles in self._over(lines):
                painter.setPen(look.outline or Qt.PenStyle.NoPen)
                painter.setBrush(look.behind or Qt.BrushStyle.NoBrush)
                painter.drawRects(rectangles)
            painter.translate(-corner)

    def told(self, position: int) -> str:
        """What a tooltip says of a place, as rich text."""
        return self.looks.told(self.annotations.at(position), self.suggestions.at(position))

    def _over(self, lines: BlockLines) -> list[tuple[Look, list[QRectF]]]:
        """What is painted for lines of a block."""
        return [
            (look, [each for one in same for each in lines.rectangles(one.start, one.stop)])
            for look, same in groupby(self.lit(lines.start, lines.stop), attrgetter("look"))
        ]

    def _set_lanes(self) -> None:
        self.lanes = self.looks.lanes(self.annotations.codes | self.suggestions.codes)
        """The lanes in the margin."""
