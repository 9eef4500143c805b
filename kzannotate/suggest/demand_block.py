"""One block of a text, and what its lines tell of it."""

from dataclasses import dataclass
from itertools import pairwise

from kzannotate.suggest.demand_line_shapes import CLOSERS, SHORT, is_caps, is_short

_LONGER = 1.4
_UNWRAPPED = 160
"""Code points of a line that isn't a wrapped one, so that it is a paragraph by itself."""
_WRAPPED = 60
_HEADING = 100
_LAST = 4
"""Lines of a block that are looked at."""
_TITLE = 60
"""Code points of a line that titles a list, and of the last line before it."""


@dataclass(slots=True)
class Block:
    """A paragraph, heading or item."""

    start: int
    """Of its words: behind the number, dash or `**`. Code points."""
    stop: int
    kind: str
    """Of its marker: `number`, `letter`, `dash`, `bullet`; empty without one."""
    label: str
    """The marker's number or letter, or its sign."""
    width: int
    """Code points of its longest line."""
    tail: int
    """Where its last line starts."""
    apart: bool
    """Whether a blank line is before it."""
    cut: int = 0
    """Where the foot of a page interrupts it first; 0 if none does."""
    resumed: int = 0
    """Where it goes on behind that."""
    asks: bool = False
    """Whether its marker says that it asks: `Recommendation 1:`."""
    listed: bool = False
    """Whether it begins small, without a marker, below a colon or another of its kind."""

    @property
    def lettered(self) -> bool:
        """Whether its marker is one capital letter."""
        return len(self.label) == 1 and self.label.isupper()


def is_title_line(text: str, before: Block) -> bool:
    """Whether a block without a marker is one line too short to be wrapped."""
    return not before.kind and is_short(text, before.start, before.stop)


def is_alone(text: str, before: Block) -> bool:
    """Whether a line between blank ones is too short to be wrapped, and ends without a mark."""
    return before.apart and before.start >= before.tail and is_title_line(text, before)


def stops_short(text: str, before: Block) -> bool:
    """Whether the last of some lines is too short to be wrapped, and ends without a mark."""
    line = before.stop - before.tail
    return (
        before.start < before.tail
        and line < 0.75 * before.width
        and text[before.stop - 1].isalpha()
    )


def titles_another_list(text: str, before: Block, start: int, stop: int) -> bool:
    """Whether a short line with a colon is the title of another list."""
    short = max(stop - start, before.stop - before.tail) < _TITLE
    return short and text[start:stop].rstrip(CLOSERS).endswith(":")


def is_unwrapped(before: Block, following: int) -> bool:
    """Whether a block is one line that is too short to be wrapped: the title of what follows."""
    line = before.stop - before.tail
    return before.width == line and line < SHORT and following > _LONGER * line


def goes_on(text: str, before: Block, first: str) -> bool:
    """Whether a sentence goes on behind a blank line though its next word is a capital."""
    line = before.stop - before.tail
    if before.start < before.tail and _is_broken_on_purpose(text, before):
        return False
    if is_heading_line(text, before) or not first.isalnum():
        return False
    if before.start == before.tail and not text[: before.start].strip(CLOSERS + "#"):
        return False  # the title of the text
    return _WRAPPED <= line <= _UNWRAPPED and line >= before.width * 0.8


def _is_broken_on_purpose(text: str, before: Block) -> bool:
    """Whether its last line begins as an item does, or one had room for the next one's word."""
    lines = text[before.start : before.stop].split("\n")[-_LAST:]
    if not all(lines):
        return False  # set with blank lines between
    room = (
        len(line) + len(below.split(None, 1)[0]) < before.width for line, below in pairwise(lines)
    )
    return text[before.tail].isupper() or any(room)


def is_last_line(before: Block, following: int) -> bool:
    """Whether a block ends with its last line, by its length and the following one's."""
    line = before.stop - before.tail
    widest = max(before.width, min(following, _UNWRAPPED))
    return line > _UNWRAPPED or line < widest * 0.8


def is_heading_line(text: str, before: Block) -> bool:
    """Whether the last line of a block is short, and in capitals or set off as a heading."""
    line = text[before.tail : before.stop]
    return len(line) < _HEADING and (is_caps(line) or line.lstrip().startswith(("**", "#")))
