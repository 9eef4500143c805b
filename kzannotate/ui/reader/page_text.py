"""The letters of printed pages: lines, carets, rectangles. No Qt.

Positions are code points of the document, boxes points of their page, pages counted from 0.
"""

import math
from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kzannotate.model.boxes import Box, unpack
from kzannotate.model.document import Page
from kzannotate.ui.reader.page_geometry import beside_of, distance, same_column, union

_KEPT = 4
"""Pages whose letters stay unpacked."""


@dataclass(frozen=True, slots=True)
class Line:
    """Letters that stand beside one another, of one column."""

    start: int
    stop: int
    """Without the line's end."""
    box: Box
    right_to_left: bool


@dataclass(frozen=True, slots=True)
class _Letters:
    boxes: list[Box | None]
    lines: list[Line]


class PageText:
    """The text of a document as it is printed."""

    def __init__(self, text: str = "", pages: Sequence[Page] = ()) -> None:
        self.text = text
        self.pages = pages
        self._starts = [page.start for page in pages]
        self._unpacked: OrderedDict[int, _Letters] = OrderedDict()

    def page_at(self, position: int, in_front: int = 0) -> int:
        """The page that holds a code point; at an end, the page in front if it touches it."""
        if not self.pages:
            return 0
        page = self.pages[in_front] if in_front < len(self.pages) else None
        if page and page.start == page.stop == position:
            return in_front
        found = max(0, bisect_right(self._starts, position) - 1)
        while found and self.pages[found].start == self.pages[found].stop:
            found -= 1
        return found

    def is_unpacked(self, page: int) -> bool:
        """Whether the letters of a page are at hand; else they take some milliseconds."""
        return page in self._unpacked

    def lines(self, page: int) -> list[Line]:
        """The lines of a page, in reading order."""
        return self._letters(page).lines

    def rectangles(self, page: int, start: int, stop: int) -> list[Box]:
        """What a stretch covers on a page: a rectangle a line."""
        there = self.pages[page]
        if max(start, there.start) >= min(stop, there.stop):
            return []  # its letters needn't be unpacked
        return [
            line.box
            if start <= line.start and line.stop <= stop
            else self._part(page, max(start, line.start), min(stop, line.stop))
            for line in self.lines(page)
            if line.start < stop and start < line.stop
        ]

    def caret(self, page: int, position: int) -> Box | None:
        """A box without width where a caret stands; None if nothing is near."""
        line = self._line(page, position)
        if line is None:
            return None
        x = self._x(page, line, position)
        return x, line.box[1], x, line.box[3]

    def position(self, page: int, x: float, y: float) -> int | None:
        """The place between letters nearest to a point of a page; None without letters."""
        lines = self.lines(page)
        if not lines:
            return None
        near = min(lines, key=lambda line: distance(line.box, x, y))
        beside = [one for one in lines if beside_of(one.box, y) and same_column(one.box, near.box)]
        return self.on_line(page, min(beside or [near], key=lambda one: distance(one.box, x, y)), x)

    def on_line(self, page: int, line: Line, x: float) -> int:
        """The place on a line that is nearest to `x`."""
        first, boxes = self.pages[page].start, self._letters(page).boxes
        found = line.start
        for position in range(line.start, line.stop):
            box = boxes[position - first]
            if box and (
                (x < (box[0] + box[2]) / 2) if line.right_to_left else x > (box[0] + box[2]) / 2
            ):
                found = position + 1
        return found

    def line_step(self, page: int, position: int, by: int, x: float | None) -> tuple[int, float]:
        """The place a line on, or back below 0, at `x` (None: below the caret), and that `x`."""
        line = self._line(page, position)
        if line is None:
            return position, x or 0.0
        x = self._x(page, line, position) if x is None else x
        for other_page, other in self._from(page, line, by):
            return self.on_line(other_page, other, x), x
        return (len(self.text) if by > 0 else 0), x

    def line_end(self, page: int, position: int, by: int) -> int:
        """The end of the line, or its beginning below 0."""
        line = self._line(page, position)
        if line is None:
            return position
        return line.stop if by > 0 else line.start

    def _from(self, page: int, line: Line, by: int) -> Iterator[tuple[int, Line]]:
        """The lines behind one, or before it."""
        lines = self.lines(page)
        place = lines.index(line) + by
        while True:
            if 0 <= place < len(lines):
                yield page, lines[place]
                place += by
                continue
            page += by
            if not 0 <= page < len(self.pages):
                return
            lines = self.lines(page)
            place = 0 if by > 0 else len(lines) - 1

    def _line(self, page: int, position: int) -> Line | None:
        """The line on which a caret stands; between two, the one before."""
        holding = [one for one in self.lines(page) if one.start <= position <= one.stop]
        if holding:
            return holding[-1]
        before = [one for one in self.lines(page) if one.stop < position]
        return before[-1] if before else next(iter(self.lines(page)), None)

    def _x(self, page: int, line: Line, position: int) -> float:
        """Where a caret stands on its line."""
        first, boxes = self.pages[page].start, self._letters(page).boxes
        for letter in range(max(position, line.start), line.stop):
            if box := boxes[letter - first]:
                return box[2] if line.right_to_left else box[0]
        return line.box[0] if line.right_to_left else line.box[2]

    def _part(self, page: int, start: int, stop: int) -> Box:
        """What a part of a line covers; a thin box if its letters have none."""
        first, boxes = self.pages[page].start, self._letters(page).boxes
        there = [box for box in boxes[start - first : stop - first] if box]
        if not there:
            line = self._line(page, start)
            assert line
            x = self._x(page, line, start)
            return x, line.box[1], x, line.box[3]
        return union(there)

    def _letters(self, page: int) -> _Letters:
        if page not in self._unpacked:
            boxes = unpack(self.pages[page].boxes)
            self._unpacked[page] = _Letters(boxes, _lines(boxes, self.pages[page].start))
            while len(self._unpacked) > _KEPT:
                self._unpacked.popitem(last=False)
        self._unpacked.move_to_end(page)
        return self._unpacked[page]


def _lines(boxes: Sequence[Box | None], start: int) -> list[Line]:
    """One pass, without a call a letter: a page has thousands."""
    found: list[Line] = []
    first = last = -1
    x0 = y0 = x1 = y1 = math.nan
    for position, box in enumerate(boxes, start):
        if box is None:
            continue
        left, top, right, bottom = box
        if top == y0 and bottom == y1 and left - x1 < y1 - y0 and x0 - right < y1 - y0:
            x0, x1 = left if left < x0 else x0, right if right > x1 else x1
        elif first >= 0 and _goes_on((x0, y0, x1, y1), box):
            x0, y0, x1, y1 = union(((x0, y0, x1, y1), box))
        else:
            if first >= 0:
                found.append(_line(boxes, start, first, last, (x0, y0, x1, y1)))
            first, (x0, y0, x1, y1) = position, box
        last = position
    if first >= 0:
        found.append(_line(boxes, start, first, last, (x0, y0, x1, y1)))
    return found


def _goes_on(line: Box, box: Box) -> bool:
    """Whether a letter stands beside a line's letters, and not far from them."""
    height = min(line[3] - line[1], box[3] - box[1])
    return min(line[3], box[3]) - max(line[1], box[1]) > height / 2 and max(
        box[0] - line[2], line[0] - box[2]
    ) < 2 * max(height, 1)


def _line(boxes: Sequence[Box | None], start: int, first: int, last: int, around: Box) -> Line:
    left, right = boxes[first - start], boxes[last - start]
    return Line(first, last + 1, around, bool(left and right and right[0] < left[0]))
