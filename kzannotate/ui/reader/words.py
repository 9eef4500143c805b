"""Words in a text, for keys that work on the word at the caret. No Qt; offsets are code points."""

import re
from collections.abc import Iterator

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_AROUND = 200
"""How far from the caret a word is looked for: no word is longer."""


def word_at(text: str, position: int) -> tuple[int, int] | None:
    """The word that holds or touches `position`, or None between words."""
    near = words_near(text, position)
    return next((span for span in near if span[0] <= position <= span[1]), None)


def words_near(text: str, position: int) -> Iterator[tuple[int, int]]:
    """The words around a position, in order; those at the ends of the stretch may be cut."""
    low = max(0, position - _AROUND)
    for match in _WORD.finditer(text, low, min(len(text), position + _AROUND)):
        yield match.span()
