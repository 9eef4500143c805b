"""Back and forward through the places that were left by a jump, as in a browser."""

from collections.abc import Callable
from dataclasses import dataclass

from kzannotate.model.errors import KzError
from kzannotate.model.ids import DocumentId
from kzannotate.ui.reader.reader import Reader

_MOST = 200
"""Places kept in each direction."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader is: document, caret (code points), text or page."""

    document: DocumentId
    caret: int
    on_page: bool


class Jumps:
    """The places before and after the present one."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._before: list[Place] = []
        self._after: list[Place] = []
        self._going = False
        reader.leaving.connect(self._leave)

    def verbs(self) -> dict[str, Callable[[], None]]:
        """What each action does, by its id."""
        return {"go_back": self.back, "go_forward": self.forward}

    def here(self) -> Place | None:
        """Where the reader is; None without a document."""
        reader = self._reader
        if reader.shown is None:
            return None
        return Place(reader.shown.document.id, reader.caret(), reader.on_page)

    def back(self) -> None:
        """Go to where the last jump began."""
        self._travel(self._before, self._after)

    def forward(self) -> None:
        """Go to where `back` was called."""
        self._travel(self._after, self._before)

    def go(self, place: Place) -> None:
        """Show a place. Raises KzError if its document isn't in the project any more."""
        self._reader.open(place.document)
        if self._reader.on_page != place.on_page:
            self._reader.toggle_page()
        self._reader.place(min(place.caret, self._reader.length))

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
                if place != here and self._went(place):
                    if here:
                        _push(left, here)
                    break
        finally:
            self._going = False

    def _went(self, place: Place) -> bool:
        try:
            self.go(place)
        except KzError:  # its document was removed
            return False
        return True


def _push(places: list[Place], place: Place) -> None:
    if not places or places[-1] != place:
        places.append(place)
        del places[:-_MOST]
