"""Character boxes of a page, packed small: about three bytes a character.

Columns of coordinates in sixteenths of a point; each but the first as the difference from the one
before, so that a line of text becomes long runs of equal or small numbers, which zlib likes.
"""

import sys
import zlib
from array import array
from collections.abc import Sequence
from itertools import accumulate
from operator import sub

Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 in points from the top left of the displayed page."""

_UNIT = 16
_NOWHERE: Box = (0.0, 0.0, -1.0, 0.0)
"""Stands for a character without a box: its width is negative, as no real one's is."""


def pack(boxes: Sequence[Box | None]) -> bytes:
    """Pack one box (or None) a code point; rounds to 1/16 point. Empty gives empty."""
    if not boxes:
        return b""
    whole = [box or _NOWHERE for box in boxes]
    columns = [[round(value * _UNIT) for value in column] for column in zip(*whole, strict=True)]
    return zlib.compress(b"".join(_planes(_differences(column)) for column in columns), 6)


def unpack(data: bytes) -> list[Box | None]:
    """The boxes that `pack` packed, to 1/16 point. Raises ValueError if it was not `pack`."""
    if not data:
        return []
    try:
        raw = zlib.decompress(data)
    except zlib.error as error:
        raise ValueError("not packed boxes") from error
    size = len(raw) // 4
    if len(raw) % 16:
        raise ValueError("not packed boxes")
    columns = [_sums(_unplaned(raw[start : start + size])) for start in range(0, len(raw), size)]
    return [box if box[2] >= box[0] else None for box in zip(*columns, strict=True)]


def _differences(values: list[int]) -> "array[int]":
    return array("i", [values[0], *map(sub, values[1:], values)])


def _sums(differences: "array[int]") -> list[float]:
    return [value / _UNIT for value in accumulate(differences)]


def _planes(numbers: "array[int]") -> bytes:
    """All lowest bytes, then all second ones …: the high planes are nearly all the same."""
    if sys.byteorder == "big":
        numbers.byteswap()
    raw = numbers.tobytes()
    return b"".join(raw[plane::4] for plane in range(4))


def _unplaned(raw: bytes) -> "array[int]":
    size = len(raw) // 4
    interleaved = bytearray(len(raw))
    for plane in range(4):
        interleaved[plane::4] = raw[plane * size : (plane + 1) * size]
    numbers = array("i", bytes(interleaved))
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
