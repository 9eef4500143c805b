"""Back and forward through the places that were left by a jump, as in a browser."""

from kzannotate.model.errors import KzError
from kzannotate.ui.reader.place import Place
from kzannotate.ui.reader.reader import Reader

_MOST = 200
"""Places kept in each direction."""


class Jumps:
    """The places before and after the present one."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._before: list[Place] = []
        self._after: list[Place] = []
        self._going = False
        reader.leaving.connect(self._leave)

    def here(self) -> Place | None:
        """Where the reader is; None without a document."""
        reader = self._reader
        if reader.shown is None:
            return None
        zoom = reader.page_view.zooming.kept
        return Place(reader.shown.document.id, reader.caret(), reader.on_page, zoom)

    def back(self) -> None:
        """Go to where the last jump began."""
        self._travel(self._before, self._after)

    def forward(self) -> None:
        """Go to where `back` was called."""
        self._travel(self._after, self._before)

    def visit(self, place: Place) -> bool:
        """Show a place; False if its document isn't in the project any more."""
        try:
            self._reader.open(place.document)
        except KzError:
            return False
        if self._reader.on_page != place.on_page:
            self._reader.toggle_page()
        self._reader.place(min(place.caret, self._reader.length))
        return True

    def _leave(self) -> None:
        here = self.here()
        if here and not self._going:
            self._after.clear()
            _push(self._before, here)

    def _travel(self, taken: list[Place], left: list[Place]) -> None:
        here = self.here()
        self._going = True
        try:
            while taken:
                place = taken.pop()
                if place != here and self.visit(place):
                    if here:
                        _push(left, here)
                    break
        finally:
            self._going = False


def _push(places: list[Place], place: Place) -> None:
    if not places or places[-1] != place:
        places.append(place)
        del places[:-_MOST]
