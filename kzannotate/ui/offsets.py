"""Code points and Qt's UTF-16 units: the only file that converts between the two.

Everything else in the program counts code points; a QTextCursor counts UTF-16 units, of which a
character beyond U+FFFF (an emoji, a rare letter) takes two.
"""

import re
import sys
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_ORDER_MARKS = ("\ufeff", "\ufffe")
_JOINER = "\u2060"


def to_qt(text: str) -> str:
    """A text of the same length that arrives in Qt whole.

    PySide takes U+FEFF and U+FFFE at the start for byte order marks: it drops them, which would
    shift all that follows. The word joiner put there instead is as invisible.
    """
    return _JOINER + text[1:] if text.startswith(_ORDER_MARKS) else text


class Offsets:
    """The offsets of one text, both ways. Texts without astral characters cost nothing."""

    def __init__(self, text: str) -> None:
        self._astral: list[int] = []
        if sys.getsizeof(text) >= 4 * len(text):  # CPython keeps it in units of 4 bytes: PEP 393
            self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [position + index for index, position in enumerate(self._astral)]

    def to_units(self, position: int) -> int:
        """The UTF-16 unit at which code point number `position` starts."""
        return position + bisect_left(self._astral, position)

    def to_points(self, unit: int) -> int:
        """The code point at UTF-16 unit `unit`; between the two halves of one: that one."""
        return unit - bisect_left(self._units, unit)
