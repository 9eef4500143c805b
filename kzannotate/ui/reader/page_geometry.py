"""Boxes of characters on a page: lines of them, the nearest to a point. No Qt; units: points."""

from collections.abc import Iterable, Sequence

from kzannotate.model.boxes import Box


def lines(boxes: Iterable[Box | None]) -> list[Box]:
    """Merge the boxes of consecutive characters into one rectangle a line (and column)."""
    merged: list[Box] = []
    for box in boxes:
        if box is None:
            continue
        if merged and _same_line(merged[-1], box):
            merged[-1] = _union(merged[-1], box)
        else:
            merged.append(box)
    return merged


def caret_at(boxes: Sequence[Box | None], x: float, y: float) -> int | None:
    """The place between characters nearest to a point: 0 before the first; None without boxes."""
    best: tuple[float, int] | None = None
    for index, box in enumerate(boxes):
        if box is None:
            continue
        distance = _distance(box, x, y)
        if best is None or distance < best[0]:
            best = (distance, index)
    if best is None:
        return None
    box = boxes[best[1]]
    assert box is not None
    return best[1] + (x > (box[0] + box[2]) / 2)


def _same_line(line: Box, box: Box) -> bool:
    height = min(line[3] - line[1], box[3] - box[1])
    overlap = min(line[3], box[3]) - max(line[1], box[1])
    gap = max(box[0] - line[2], line[0] - box[2])
    return overlap > height / 2 and gap < 2 * max(height, 1)


def _union(one: Box, other: Box) -> Box:
    return (
        min(one[0], other[0]),
        min(one[1], other[1]),
        max(one[2], other[2]),
        max(one[3], other[3]),
    )


def _distance(box: Box, x: float, y: float) -> float:
    """How far a point is from a box; off the line counts more than along it."""
    across = max(box[0] - x, 0.0, x - box[2])
    down = max(box[1] - y, 0.0, y - box[3])
    return across * across + 16 * down * down
