"""Code points and UTF-16 units."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kzannotate.ui.offsets import Offsets, to_qt


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@given(st.text())
@example("🕊 a🕊🕊é")
def test_each_code_point_starts_where_the_text_before_it_ends(text: str) -> None:
    offsets = Offsets(text)
    for position in range(len(text) + 1):
        assert offsets.to_units(position) == units(text[:position])
        assert offsets.to_points(units(text[:position])) == position


@pytest.mark.parametrize(
    ("unit", "point"), [(0, 0), (1, 1), (2, 1), (3, 2), (4, 2), (5, 3), (6, 4)]
)
def test_between_the_halves_of_a_code_point_is_that_code_point(unit: int, point: int) -> None:
    assert Offsets("a🕊🕊b").to_points(unit) == point


@given(st.text("\ufeff\ufffea"))
def test_what_goes_to_qt_keeps_its_length_and_all_but_an_order_mark(text: str) -> None:
    shown = to_qt(text)
    assert len(shown) == len(text)
    assert shown[1:] == text[1:]
    assert not shown.startswith(("\ufeff", "\ufffe"))
