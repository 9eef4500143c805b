"""Lines of a page, whichever library found them, to its canonical text and boxes."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, zip_longest

from kzannotate.library.columns import reading_order
from kzannotate.model.boxes import Box
from kzannotate.model.text import normalise

_NEAR = 40.0
"""Points between pieces of one printed line that are in two blocks, as a number and its item."""
_LINE_END = re.compile("[\n\v\f\r\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\n-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line, or a piece of one before a wide gap."""

    text: str
    """Cleaned, not empty."""
    boxes: list[Box]
    """One a code point."""
    area: Box
    block: int
    """Which paragraph it belongs to, as the library sees it."""
    upright: bool
    """Whether it is displayed from left to right."""


def clean(text: str, boxes: list[Box]) -> tuple[str, list[Box]]:
    """Strip and normalise a line whose letters have `boxes`, one each; give both, still aligned."""
    if not text.isascii() or not text.isprintable():
        text, boxes = _normalised(text, boxes)
    start = len(text) - len(text.lstrip())
    stripped = text.strip()
    return stripped, boxes[start : start + len(stripped)]


def _normalised(text: str, boxes: list[Box]) -> tuple[str, list[Box]]:
    if _CONTROL.search(text):
        text = _LINE_END.sub(" ", text)
        kept = [(c, box) for c, box in zip(text, boxes, strict=True) if not _CONTROL.match(c)]
        text, boxes = "".join([c for c, _ in kept]), [box for _, box in kept]
    if unicodedata.is_normalized("NFC", text):
        return text, boxes
    composed: list[str] = []
    covered: list[Box] = []
    for start, stop in _clusters(text):
        cluster = normalise(text[start:stop])
        own = boxes[start:stop]
        composed.append(cluster)
        covered += own if len(cluster) == len(own) else [_union(own)] * len(cluster)
    return "".join(composed), covered


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Stretches that NFC composes apart from one another."""
    start = 0
    for index in range(1, len(text)):
        before, letter = text[start:index], text[index]
        apart = normalise(before) + normalise(letter) == normalise(before + letter)
        if apart and not unicodedata.combining(letter):
            yield start, index
            start = index
    yield start, len(text)


def _union(boxes: Iterable[Box]) -> Box:
    x0, y0, x1, y1 = zip(*boxes, strict=True)
    return min(x0), min(y0), max(x1), max(y1)


def in_order(lines: Sequence[Line], width: float, height: float) -> list[Line]:
    """Give the lines of a page of that size (points) in reading order.

    The order is left as it is where a page is read from the right, or most of it is turned.
    """
    text = "".join([line.text for line in lines])
    turned = [line for line in lines if not line.upright]
    letters = sum(len(line.text) for line in turned)
    if letters * 2 > len(text) or len(_RIGHT_TO_LEFT.findall(text)) * 2 > len(text):
        return list(lines)
    upright = [line for line in lines if line.upright]
    parts = [
        part for _, block in groupby(upright, lambda line: line.block) for part in _parts(block)
    ]
    areas = [_union([line.area for line in part]) for part in parts]
    order = reading_order(areas, width, height)
    return [*(line for index in order for line in parts[index]), *turned]


def joined(lines: Sequence[Line]) -> tuple[str, list[Box | None]]:
    """Give the text of a page and a box a code point, None for white space put between lines.

    Pieces of a printed line are joined by a space, lines by a line end, blocks by a blank line; a
    page that has text ends with a line end.
    """
    texts: list[str] = []
    boxes: list[Box | None] = []
    for line, following in zip_longest(lines, lines[1:]):
        gap = _gap(line, following) if following else "\n"
        texts += line.text, gap
        boxes += line.boxes
        boxes += [None] * len(gap)
    return "".join(texts), boxes


def _parts(block: Iterable[Line]) -> list[list[Line]]:
    """A block, or its lines one by one if some stand side by side: columns may be joined in it."""
    lines = list(block)
    if any(_is_row(*pair) for pair in pairwise(lines)):
        return [[line] for line in lines]
    return [lines]


def _gap(line: Line, following: Line) -> str:
    same_block = line.block == following.block
    if _is_row(line, following) and _follows(
        line, following, float("inf") if same_block else _NEAR
    ):
        return " "
    return "\n" if same_block else "\n\n"


def _follows(line: Line, following: Line, furthest: float) -> bool:
    """Whether one piece begins where the other ends, or at most `furthest` points after it."""
    return -2 <= following.area[0] - line.area[2] < furthest


def _is_row(one: Line, other: Line) -> bool:
    """Whether two lines stand side by side, as pieces of one printed line do."""
    overlap = min(one.area[3], other.area[3]) - max(one.area[1], other.area[1])
    return overlap * 2 > min(one.area[3] - one.area[1], other.area[3] - other.area[1])
