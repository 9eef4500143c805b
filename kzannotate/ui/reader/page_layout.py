"""Where pages lie on the desk: one below the other, each in the middle. No Qt.

The desk is measured in pixels from its top left, a page in points from its own.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

AROUND = 16
"""Pixels of desk around the pages."""
BETWEEN = 12
"""Pixels of desk between two pages."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A point of a page, or beside it; pages are counted from 0."""

    page: int
    x: float
    y: float


class PageLayout:
    """The pages of a document at a zoom, in pixels a point. Finds a page by bisection."""

    def __init__(self, sizes: Sequence[tuple[float, float]] = (), zoom: float = 1.0) -> None:
        """`sizes`: width and height of the pages, in points."""
        self.zoom = zoom
        self._sizes = sizes
        self._tops: list[float] = []
        self._bottoms: list[float] = []
        y = float(AROUND)
        for _, height in sizes:
            self._tops.append(y)
            self._bottoms.append(y + height * zoom)
            y += height * zoom + BETWEEN
        self.height = self._bottoms[-1] + AROUND if sizes else 0.0
        self.widest = max((width for width, _ in sizes), default=0.0)
        """Points."""
        self.width = self.widest * zoom + 2 * AROUND if sizes else 0.0

    def zoomed(self, zoom: float) -> "PageLayout":
        """The same pages at another zoom."""
        return PageLayout(self._sizes, zoom)

    def corner(self, page: int) -> tuple[float, float]:
        """Left and top of a page."""
        left = AROUND + (self.widest - self._sizes[page][0]) * self.zoom / 2
        return left, self._tops[page]

    def over(self, top: float, bottom: float) -> range:
        """The pages that lie, at least partly, from `top` to `bottom`."""
        return range(bisect_right(self._bottoms, top), bisect_left(self._tops, bottom))

    def at(self, y: float) -> int:
        """The page there, or the nearest above, or the first."""
        return max(0, bisect_right(self._tops, y) - 1)

    def spot(self, x: float, y: float) -> Spot:
        """The point of a page at a point of the desk; between two pages that of the nearer one."""
        page = self.at(y)
        if page + 1 < len(self._tops) and self._tops[page + 1] - y < y - self._bottoms[page]:
            page += 1
        left, top = self.corner(page)
        return Spot(page, (x - left) / self.zoom, (y - top) / self.zoom)

    def desk(self, spot: Spot) -> tuple[float, float]:
        """The point of the desk where a point of a page lies."""
        left, top = self.corner(spot.page)
        return left + spot.x * self.zoom, top + spot.y * self.zoom
