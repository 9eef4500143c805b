"""The highlights of a text view: extra selections of the stretch on the screen alone.

They are renewed when that stretch or what lies over it changes; the layout of the text is never
touched by them, so they cost the same in a text of any length.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QTextEdit

from kzannotate.model.annotation import Annotation, Mark
from kzannotate.model.codebook import Code
from kzannotate.model.ids import CodeId
from kzannotate.model.query import Hit
from kzannotate.ui.reader.highlights import Coded, CodedSpans, Layer, Spans, runs
from kzannotate.ui.reader.looks import Looks

if TYPE_CHECKING:
    from kzannotate.ui.reader.text_view import TextView


class Lighting:
    """Lights annotations, suggestions, hits and the frame of the active one. Code points."""

    def __init__(self, view: "TextView") -> None:
        self._view = view
        self._codes: Mapping[CodeId, Code] = {}
        self._busy = False
        self.looks = Looks.on(view.palette(), {})
        self.clear()

    def clear(self) -> None:
        """Forget all that lay over the text."""
        self.framed: tuple[Annotation, int, int] | None = None
        """The active annotation, and its ends, which may be on their way."""
        self.set(CodedSpans(), Spans(), CodedSpans())

    def set(self, annotations: Layer[Mark], hits: Spans[Hit], suggestions: Layer[Coded]) -> None:
        """Have these lie over the text; they are lit when it is renewed."""
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

    def renew(self) -> None:
        """Light what is on the screen. Qt may scroll meanwhile, and crashes if that lights anew."""
        if self._busy:
            return
        self._busy = True
        try:
            seen = self._view.visible()
            self._light(*seen)
            if seen != self._view.visible():
                self._light(*self._view.visible())
        finally:
            self._busy = False

    def told(self, position: int) -> str:
        """What a tooltip says of a place, as rich text."""
        return self.looks.told(self.annotations.at(position), self.suggestions.at(position))

    def _set_lanes(self) -> None:
        self.lanes = self.looks.lanes(self.annotations.codes | self.suggestions.codes)
        """The lanes in the margin."""

    def _light(self, first: int, last: int) -> None:
        looks = self.looks
        lit = [
            self._lit(run.start, run.stop, looks.format(run.items))
            for run in runs(self.annotations.over(first, last), first, last)
        ]
        lit += [
            self._lit(one.start, one.stop, looks.suggested(one))
            for one in self.suggestions.over(first, last)
        ]
        if self.framed:
            annotation, start, stop = self.framed
            lit.append(self._lit(start, stop, looks.outline(annotation)))
        lit += [self._lit(hit.start, hit.stop, looks.hit) for hit in self.hits.over(first, last)]
        self._view.setExtraSelections(lit)

    def _lit(self, start: int, stop: int, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self._view.cursor_over(start, stop)
        selection.format = look
        return selection
