"""One step through a text: by a letter as people see it, or by a word's beginning or end."""

from collections.abc import Iterator

from PySide6.QtCore import QTextBoundaryFinder

from kzannotate.ui.offsets import Offsets, to_qt
from kzannotate.ui.reader.words import words_near

_AROUND = 100
"""Code points looked at: no letter with its marks is longer."""


def letter(text: str, position: int, by: int) -> int:
    """The place a letter on, or back below 0; never inside an emoji or before an accent."""
    low = max(0, position - _AROUND)
    piece = text[low : position + _AROUND]
    offsets = Offsets(piece)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, to_qt(piece))
    finder.setPosition(offsets.to_units(position - low))
    unit = finder.toNextBoundary() if by > 0 else finder.toPreviousBoundary()
    return position if unit < 0 else low + offsets.to_points(unit)


def word_end(text: str, position: int, by: int) -> int:
    """The next end of a word, or the one before below 0; without one nearby, a letter on."""
    return _nearest((stop for _, stop in words_near(text, position)), text, position, by)


def word_start(text: str, position: int, by: int) -> int:
    """The next beginning of a word, or the one before below 0; without one nearby, a letter on."""
    return _nearest((start for start, _ in words_near(text, position)), text, position, by)


def _nearest(places: Iterator[int], text: str, position: int, by: int) -> int:
    if by > 0:
        found = min((place for place in places if place > position), default=None)
    else:
        found = max((place for place in places if place < position), default=None)
    return letter(text, position, by) if found is None else found
