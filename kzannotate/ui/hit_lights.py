"""Every hit in the documents that are open is lit, those too that a long list leaves out."""

from functools import partial

from PySide6.QtCore import QObject

from kzannotate.model.ids import DocumentId
from kzannotate.model.query import Hit
from kzannotate.model.searches import Question
from kzannotate.ui import finding
from kzannotate.ui.jobs import Jobs, Latest
from kzannotate.ui.reader.readers import Readers
from kzannotate.ui.search_panel import SearchPanel
from kzannotate.ui.second import Second


class HitLights(QObject):
    """Follows the list of hits and the readers."""

    def __init__(
        self,
        panel: SearchPanel,
        readers: Readers,
        second: Second,
        jobs: Jobs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel = panel
        self._readers = readers
        self._second = second
        self._latest = Latest(jobs, self._light)
        self._asked: tuple[Question, list[DocumentId]] | None = None
        panel.found.connect(self._listed)
        readers.opened.connect(self._look)

    @property
    def busy(self) -> bool:
        """Whether hits in open documents are being looked for."""
        return self._latest.busy

    def _listed(self) -> None:
        self._asked = None
        self._readers.show_hits(self._panel.listed_hits)
        self._look()

    def _look(self) -> None:
        """Look for hits in the open documents alone, unless the list has them all."""
        shown = [reader.shown.document.id for reader in self._readers.all if reader.shown]
        wanted = self._panel.listed_question, shown
        if self._panel.is_cut and wanted != self._asked:
            self._asked = wanted
            self._latest.ask(partial(finding.within, self._second, *wanted))

    def _light(self, answer: tuple[Question, list[Hit]]) -> None:
        question, more = answer
        if question == self._panel.listed_question:
            own = {hit.document for hit in more}
            listed = [hit for hit in self._panel.listed_hits if hit.document not in own]
            self._readers.show_hits([*listed, *more])
