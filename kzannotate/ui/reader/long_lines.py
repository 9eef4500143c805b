"""Endless lines are shown in pieces: Qt lays a line out whole, which takes seconds for a long one.

No Qt. Only what is shown changes, never the canonical text, and its length stays.
"""

from collections.abc import Sequence

LONG = 20_000
"""Code points of a line that is broken."""


def broken(text: str, passages: Sequence[int]) -> str:
    """The text with white space before passages within long lines shown as line ends."""
    places = [start for start in passages if start and _is_inside(text, start)]
    if not places:
        return text
    pieces, seen = [], 0
    for place in places:
        pieces += [text[seen : place - 1], "\n"]
        seen = place
    return "".join(pieces) + text[seen:]


def _is_inside(text: str, start: int) -> bool:
    """Whether a passage begins after white space in a long line, far from that line's ends."""
    if text[start - 1] == "\n" or not text[start - 1].isspace():
        return False
    return start >= LONG and text.find("\n", start - LONG, start + LONG) < 0
