"""The looks of highlights: what is behind and around them in the text view, colours for both."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette, QPen

from kzannotate.model.annotation import Mark
from kzannotate.model.codebook import Code
from kzannotate.model.ids import CodeId
from kzannotate.ui import colours
from kzannotate.ui.reader.highlights import Coded

HIT = "#f5a623"
"""Behind and around what was searched."""
UNKNOWN = "#888888"
"""For a code that isn't in the codebook any more."""


class Look(NamedTuple):
    """What is painted under a stretch of text."""

    behind: QColor | None = None
    outline: QPen | None = None


class Looks:
    """How annotations of a codebook look on a background. What is dear is made once and kept."""

    def __init__(self, codes: Mapping[CodeId, Code], base: str, text: str) -> None:
        self._codes = codes
        self._base = base
        self._text = text
        self._tagged: dict[tuple[CodeId, ...], Look] = {}
        self._lines: dict[CodeId, str] = {}
        self.order = {code: place for place, code in enumerate(codes)}
        """The codes' places in the codebook: the order of the margin's lanes."""
        self.hit = Look(QColor(colours.highlight([HIT], base, text, 0.75)), QPen(QColor(HIT), 1))

    @classmethod
    def on(cls, palette: QPalette, codes: Mapping[CodeId, Code]) -> "Looks":
        """Looks for text in a widget of this palette."""
        return cls(codes, palette.base().color().name(), palette.text().color().name())

    def colour(self, code: CodeId) -> str:
        """The code's own colour, `#rrggbb`."""
        known = self._codes.get(code)
        return known.colour if known else UNKNOWN

    def name(self, code: CodeId) -> str:
        """The code's name for people."""
        known = self._codes.get(code)
        return known.name if known else "?"

    def told(self, annotations: Iterable[Mark], suggestions: Iterable[Coded] = ()) -> str:
        """What a tooltip says of these: code and memo, as rich text."""
        lines = [
            f"{self.name(one.code)}: {one.memo}" if one.memo else self.name(one.code)
            for one in annotations
        ]
        lines += [f"Suggested: {self.name(one.code)}" for one in suggestions]
        return "".join(f"<p>{escape(line)}</p>" for line in lines)

    def lanes(self, present: Iterable[CodeId]) -> dict[CodeId, int]:
        """The lanes of codes beside the text, in the codebook's order."""
        last = len(self.order)
        ordered = sorted(present, key=lambda code: (self.order.get(code, last), code))
        return {code: lane for lane, code in enumerate(ordered)}

    def behind(self, annotations: Iterable[Coded]) -> str:
        """The colour behind text that carries these annotations."""
        return self._behind(self._distinct(annotations))

    def tagged(self, annotations: Iterable[Coded]) -> Look:
        """Of text that carries these annotations."""
        codes = self._distinct(annotations)
        if codes not in self._tagged:
            self._tagged[codes] = Look(QColor(self._behind(codes)))
        return self._tagged[codes]

    def framed(self, annotation: Coded) -> Look:
        """Of the annotation at the caret."""
        return Look(outline=QPen(QColor(self.frame(annotation)), 1.5))

    def frame(self, annotation: Coded) -> str:
        """The colour of that frame, and of the handles at its ends."""
        return self._line(annotation.code)

    def suggested(self, suggestion: Coded) -> Look:
        """Of what might be tagged."""
        return Look(outline=self.dashes(suggestion))

    def dashes(self, suggestion: Coded) -> QPen:
        """The dashes around it, and those of its stripe."""
        return QPen(QColor(self._line(suggestion.code)), 1, Qt.PenStyle.DashLine)

    def _behind(self, codes: tuple[CodeId, ...]) -> str:
        share = 0.35 if len(codes) == 1 else 0.55
        return colours.highlight([self.colour(c) for c in codes], self._base, self._text, share)

    def _line(self, code: CodeId) -> str:
        """The code's colour, told from the paper and from its own highlight."""
        if code not in self._lines:
            behind = self._base, self._behind((code,))
            self._lines[code] = colours.line(self.colour(code), behind, self._text)
        return self._lines[code]

    def _distinct(self, annotations: Iterable[Coded]) -> tuple[CodeId, ...]:
        found = {annotation.code for annotation in annotations}
        if len(found) == 1:
            return tuple(found)
        return tuple(sorted(found, key=lambda code: (self.order.get(code, len(found)), code)))
