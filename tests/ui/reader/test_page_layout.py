"""Pages on the desk: hypothesis compares the bisections with looking at every page."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kzannotate.ui.reader.page_layout import AROUND, BETWEEN, PageLayout, Spot

SIDES = st.floats(1, 3000)
SIZES = st.lists(st.tuples(SIDES, SIDES), min_size=1, max_size=40)
ZOOMS = st.floats(0.25, 6)


def pages(layout: PageLayout, sizes: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Top and bottom of each."""
    tops = [layout.corner(page)[1] for page in range(len(sizes))]
    return [(top, top + height * layout.zoom) for top, (_, height) in zip(tops, sizes, strict=True)]


@given(SIZES, ZOOMS, st.floats(-500, 50_000), st.floats(0, 2000))
def test_the_pages_over_a_stretch(
    sizes: list[tuple[float, float]], zoom: float, top: float, height: float
) -> None:
    layout = PageLayout(sizes, zoom)
    seen = [n for n, (a, b) in enumerate(pages(layout, sizes)) if b > top and a < top + height]
    assert list(layout.over(top, top + height)) == seen


@given(SIZES, ZOOMS, st.data())
def test_there_and_back(sizes: list[tuple[float, float]], zoom: float, data: st.DataObject) -> None:
    layout = PageLayout(sizes, zoom)
    page = data.draw(st.integers(0, len(sizes) - 1))
    x, y = (data.draw(st.floats(0, side)) for side in sizes[page])
    found = layout.spot(*layout.desk(Spot(page, x, y)))
    assert found.page == page
    assert (found.x, found.y) == pytest.approx((x, y), abs=0.01)


@given(SIZES, ZOOMS)
def test_pages_follow_one_another_in_the_middle(
    sizes: list[tuple[float, float]], zoom: float
) -> None:
    layout = PageLayout(sizes, zoom)
    around = pages(layout, sizes)
    for (_, above), (below, _) in pairwise(around):
        assert below - above == pytest.approx(BETWEEN)
    assert layout.height == pytest.approx(around[-1][1] + AROUND)
    for page, (width, _) in enumerate(sizes):
        left = layout.corner(page)[0]
        assert left >= AROUND - 0.001
        assert 2 * left + width * zoom == pytest.approx(layout.width)


def test_the_nearer_page_is_hit_between_two() -> None:
    layout = PageLayout([(100, 100), (100, 100)])
    assert layout.spot(50, AROUND + 100 + BETWEEN / 3).page == 0
    assert layout.spot(50, AROUND + 100 + BETWEEN * 2 / 3).page == 1
    assert layout.spot(50, -40).page == 0
    assert layout.spot(50, 9999).page == 1


def test_nothing_takes_no_room() -> None:
    layout = PageLayout()
    assert (layout.width, layout.height) == (0, 0)
    assert list(layout.over(0, 1000)) == []
