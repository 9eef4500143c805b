"""The reading order of rectangles on a page, columns included.

A gutter is where most rectangles stand side by side. What crosses it (a title, a wide table, a page
number in the middle) separates bands; in a band the left column comes before the right one; each
column is ordered in the same way. Without a gutter: rows from the top, each from the left.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

Rectangle = tuple[float, float, float, float]
"""x0, y0, x1, y1; y grows downwards."""

_COLUMN = 0.12
"""Share of the page's width from which a rectangle can be a column: a number is narrower."""
_MARGIN = 0.07
"""Share of the page's height, at the top and the bottom, for running heads and page numbers."""
_TOUCH = 2.0
"""How far, in points, neighbours may overlap and still stand side by side."""
_TALL = 30.0
"""Points of height side by side from which there are columns: less is a row."""
_MANY = 600
"""Rectangles above which a page is taken for a drawing and left in the order it was given."""


def reading_order(rectangles: Sequence[Rectangle], width: float, height: float) -> list[int]:
    """Give the indices of `rectangles` in the order in which a person reads them.

    `width` and `height` are those of the page, in the same unit (points).
    """
    if len(rectangles) > _MANY:
        return list(range(len(rectangles)))
    top, bottom = height * _MARGIN, height * (1 - _MARGIN)
    everything = range(len(rectangles))
    head = [index for index in everything if rectangles[index][3] < top]
    foot = [index for index in everything if rectangles[index][1] > bottom]
    body = [index for index in everything if index not in {*head, *foot}]
    return [
        *_rows(rectangles, head),
        *_ordered(rectangles, body, width * _COLUMN),
        *_rows(rectangles, foot),
    ]


def _ordered(rectangles: Sequence[Rectangle], indices: list[int], narrow: float) -> list[int]:
    gutter = _gutter([rectangles[index] for index in indices], narrow)
    if gutter is None:
        return _rows(rectangles, indices)
    left = [index for index in indices if rectangles[index][2] <= gutter + _TOUCH]
    rest = [index for index in indices if rectangles[index][2] > gutter + _TOUCH]
    right = [index for index in rest if rectangles[index][0] >= gutter - _TOUCH]
    across = [index for index in rest if rectangles[index][0] < gutter - _TOUCH]
    if not left or not right:
        return _rows(rectangles, indices)
    order: list[int] = []
    for band in _bands(rectangles, across, (left, right)):
        order += band if len(band) == 1 else _ordered(rectangles, band, narrow)
    return order


def _bands(
    rectangles: Sequence[Rectangle], across: list[int], columns: Sequence[list[int]]
) -> Iterator[list[int]]:
    """In reading order: what each column holds above a crossing rectangle, then that rectangle."""
    middles = [(y0 + y1) / 2 for _, y0, _, y1 in rectangles]
    above = float("-inf")
    for line in sorted(across, key=middles.__getitem__):
        for column in columns:
            yield [index for index in column if above <= middles[index] < middles[line]]
        yield [line]
        above = middles[line]
    for column in columns:
        yield [index for index in column if above <= middles[index]]


def _gutter(rectangles: Sequence[Rectangle], narrow: float) -> float | None:
    """The x that most height of rectangles stands on both sides of, or None if nothing does."""
    wide = sorted(r for r in rectangles if r[2] - r[0] >= narrow)
    edges: list[tuple[float, float]] = []
    for index, left in enumerate(wide):
        for right in wide[index + 1 :]:
            beside = min(left[3], right[3]) - max(left[1], right[1])
            if right[0] >= left[2] - _TOUCH and beside > _TOUCH:
                gap = sorted((left[2], right[0]))
                edges += [(gap[0], beside), (gap[1], -beside)]
    return _densest(edges)


def _densest(edges: list[tuple[float, float]]) -> float | None:
    """The middle of the stretch with the greatest weight; weights begin and end at `edges`."""
    best, weight, place = _TALL, 0.0, None
    ordered = sorted(edges, key=lambda edge: (edge[0], -edge[1]))
    for (x, change), (following, _) in pairwise(ordered):
        weight += change
        if weight > best:
            best, place = weight, (x + following) / 2
    return place


def _rows(rectangles: Sequence[Rectangle], indices: list[int]) -> list[int]:
    """Rows from the top, each from the left; a row is what overlaps its first by half a height."""
    rows: list[list[int]] = []
    for index in sorted(indices, key=lambda index: rectangles[index][1]):
        if rows and _beside(rectangles[rows[-1][0]], rectangles[index]):
            rows[-1].append(index)
        else:
            rows.append([index])
    return [index for row in rows for index in sorted(row, key=lambda index: rectangles[index][0])]


def _beside(one: Rectangle, other: Rectangle) -> bool:
    overlap = min(one[3], other[3]) - max(one[1], other[1])
    return overlap * 2 > min(one[3] - one[1], other[3] - other[1])
