"""Packed boxes come back where they were, to a sixteenth of a point."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzannotate.model.boxes import Box, pack, unpack

coordinates = st.floats(min_value=0, max_value=14_400, allow_nan=False)


@st.composite
def real_boxes(draw: st.DrawFn) -> Box:
    x0, x1 = sorted((draw(coordinates), draw(coordinates)))
    y0, y1 = sorted((draw(coordinates), draw(coordinates)))
    return x0, y0, x1, y1


@given(st.lists(st.none() | real_boxes()))
def test_come_back(boxes: list[Box | None]) -> None:
    again = unpack(pack(boxes))
    assert len(again) == len(boxes)
    for box, same in zip(boxes, again, strict=True):
        assert (box is None) == (same is None)
        if box is not None and same is not None:
            assert same == pytest.approx(box, abs=1 / 32)


def test_are_small() -> None:
    lines = [
        (72 + 5.5 * x, 80 + 14 * y, 77.5 + 5.5 * x, 92 + 14 * y)
        for y in range(50)
        for x in range(60)
    ]
    assert len(pack(lines)) < len(lines)


@pytest.mark.parametrize("data", [b"nonsense", b"x\x9cK\x04\x00\x00b\x00b"])
def test_refuses_what_it_did_not_pack(data: bytes) -> None:
    with pytest.raises(ValueError, match="not packed"):
        unpack(data)
