"""How large pages are shown: fitted to the width, whole, or as chosen."""

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPoint

from kzannotate.ui.reader.page_layout import AROUND

if TYPE_CHECKING:
    from kzannotate.ui.reader.page_desk import PageDesk

_FIT = (0.5, 2.0)
"""The least and the greatest zoom that fitting gives."""
_STEPS = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 6.0)
Fitting = Literal["width", "page", ""]


class PageZoom:
    """The zoom of a view, in pixels a point."""

    def __init__(self, view: "PageDesk") -> None:
        self._view = view
        self.fitting: Fitting = "width"
        """What the zoom follows; nothing: it stays as it was chosen."""

    @property
    def kept(self) -> str | float:
        """What `restore` takes in another session."""
        return self.fitting or self._view.desk.zoom

    def restore(self, kept: str | float) -> None:
        """Show pages as they were shown when this was kept; what can't be one fits the width."""
        if isinstance(kept, float | int) and _STEPS[0] <= kept <= _STEPS[-1]:
            self.fitting = ""
            self._view.set_zoom(float(kept), QPoint(0, 0))
        else:
            self.choose("page" if kept == "page" else "width")

    def choose(self, fitting: Fitting) -> None:
        """Fit from now on."""
        self.fitting = fitting
        self.fit()

    def fit(self) -> None:
        """Follow the size of the view, unless a zoom was chosen."""
        view = self._view
        if not self.fitting or not view.letters.pages:
            return
        room = view.viewport().size()
        zoom = (room.width() - 2 * AROUND) / view.desk.widest
        if self.fitting == "page":
            page = view.letters.pages[view.number - 1]
            zoom = min(zoom, (room.height() - 2 * AROUND) / page.height)
        zoom = max(_FIT[0] if self.fitting == "width" else _STEPS[0], min(zoom, _FIT[1]))
        if zoom != view.desk.zoom:
            view.set_zoom(zoom, QPoint(0, 0))

    def step(self, steps: float, point: QPoint) -> None:
        """Larger, or smaller below 0, about a point of the viewport."""
        self.fitting = ""
        now = self._view.desk.zoom
        nearest = min(range(len(_STEPS)), key=lambda place: abs(_STEPS[place] - now))
        by = (1 if steps > 0 else -1) * max(1, round(abs(steps)))
        self._view.set_zoom(_STEPS[min(len(_STEPS) - 1, max(0, nearest + by))], point)
