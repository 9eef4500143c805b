"""Boxes of letters on a page: which is near, what holds several. No Qt; units: points."""

from collections.abc import Sequence

from kzannotate.model.boxes import Box


def beside_of(line: Box, y: float) -> bool:
    """Whether a point that high is beside a line."""
    return line[1] <= y <= line[3]


def same_column(one: Box, other: Box) -> bool:
    """Whether one line lies, in part, above the other."""
    return one[0] < other[2] and other[0] < one[2]


def union(boxes: Sequence[Box]) -> Box:
    """The smallest box around boxes."""
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return min(x0), min(y0), max(x1), max(y1)


def distance(box: Box, x: float, y: float) -> float:
    """How far a point is from a box; off the line counts more than along it."""
    across = max(box[0] - x, 0.0, x - box[2])
    down = max(box[1] - y, 0.0, y - box[3])
    return across * across + 16 * down * down
