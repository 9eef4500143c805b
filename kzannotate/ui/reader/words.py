"""Words in a text, for keys that work on the word at the caret. No Qt; offsets are code points."""

import re

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_AROUND = 200
"""How far from the caret a word is looked for: no word is longer."""


def word_at(text: str, position: int) -> tuple[int, int] | None:
    """The word that holds or touches `position`, or None between words."""
    low = max(0, position - _AROUND)
    for match in _WORD.finditer(text, low, min(len(text), position + _AROUND)):
        if match.start() <= position <= match.end():
            return match.span()
    return None
