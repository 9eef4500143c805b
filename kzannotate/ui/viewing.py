"""How a document is seen: as text or page, which page, how large, in one reader or two."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from kzannotate.ui import typography
from kzannotate.ui.reader.reader import Reader
from kzannotate.ui.reader.readers import Readers


class Viewing(QObject):
    """The verbs of the menu View that work on the reader."""

    said = Signal(str)

    def __init__(self, readers: Readers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._readers = readers

    @property
    def _reader(self) -> Reader:
        return self._readers.current

    def verbs(self) -> dict[str, Callable[[], None]]:
        """What each action does, by its id."""
        readers = self._readers
        return {
            "go_back": lambda: readers.jumps.back(),
            "go_forward": lambda: readers.jumps.forward(),
            "split": readers.split,
            "other_reader": readers.other,
            "toggle_page": self._paged(lambda: self._reader.toggle_page()),
            "go_to_page": self._paged(lambda: self._reader.header.ask_page()),
            "fit_width": self._paged(lambda: self._reader.page_view.zooming.choose("width")),
            "fit_page": self._paged(lambda: self._reader.page_view.zooming.choose("page")),
            "next_page": self._paged(lambda: self._reader.turn_by(1)),
            "previous_page": self._paged(lambda: self._reader.turn_by(-1)),
            "zoom_in": lambda: self._reader.zoom(1),
            "zoom_out": lambda: self._reader.zoom(-1),
            "line_spacing": partial(self._say, typography.change_spacing),
            "line_length": partial(self._say, typography.change_measure),
        }

    def _say(self, change: Callable[[Readers], str]) -> None:
        self.said.emit(change(self._readers))

    def _paged(self, verb: Callable[[], None]) -> Callable[[], None]:
        """The verb, for documents that have pages; of others it is said."""

        def run() -> None:
            verb()
            if self._reader.shown and not self._reader.shown.pages:
                self.said.emit(f"{self._reader.shown.document.name} has no pages")

        return run
