"""All of the window that has to do with searching one project, and how it is connected."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kzannotate.model.errors import KzError
from kzannotate.model.progress import Monitor
from kzannotate.project.corpus_words import corpus_words
from kzannotate.project.session import Project
from kzannotate.ui.coding import Coding
from kzannotate.ui.going import Going
from kzannotate.ui.hit_lights import HitLights
from kzannotate.ui.hit_tagging import HitTagging
from kzannotate.ui.jobs import Jobs
from kzannotate.ui.meaning import Meaning
from kzannotate.ui.reader.readers import Readers
from kzannotate.ui.search_field import SearchField
from kzannotate.ui.search_panel import SearchPanel
from kzannotate.ui.second import Second
from kzannotate.ui.seeking import Seeking
from kzannotate.ui.transfer import Transfer


class SearchDesk(QObject):
    """The list of hits, tagging from it, the lights in the readers, and the menu's verbs."""

    said = Signal(str)
    failed = Signal(str)
    """A sentence of a KzError."""

    def __init__(
        self,
        project: Project,
        field: SearchField,
        readers: Readers,
        coding: Coding,
        transfer: Transfer,
        jobs: Jobs,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tell = jobs.tell
        self._second = Second(project)
        self.panel = SearchPanel(field, self._second, jobs)
        self.tagging = HitTagging(project, self.panel, readers, coding, self)
        self.seeking = Seeking(project, self.panel, self._second, jobs, transfer, self)
        self._aside = Second(project)
        self.meaning = Meaning(self.panel, self._aside, jobs, self)
        self.lights = HitLights(self.panel, readers, self._second, jobs, self)
        for part in (self.tagging, self.seeking):
            part.said.connect(self.said)
            part.failed.connect(self.failed)
        transfer.reindexed.connect(self.panel.search_again)
        jobs.run(self._read_ahead, lambda _: None, self._unread)

    @property
    def busy(self) -> bool:
        """Whether anything is being looked for."""
        return self.panel.busy or self.lights.busy or self.meaning.busy

    def verbs(self) -> dict[str, Callable[[], None]]:
        """What each action does, by its id."""
        return {**self.tagging.verbs(), **self.seeking.verbs()}

    def _read_ahead(self, monitor: Monitor) -> None:
        """Have the corpus' words read before the first search wants them."""
        with self._second.lend() as project, project.stopping(monitor.cancelled):
            corpus_words(project)

    def _unread(self, error: Exception) -> None:
        """A damaged file is told when something is searched in it."""
        if not isinstance(error, KzError):
            self._tell(error)

    def lead(self, going: Going) -> None:
        """Have hits shown, and gone to, in the reader."""
        self.panel.hit_shown.connect(going.show_hit)
        self.panel.hit_chosen.connect(going.go_to_hit)

    def close(self) -> None:
        """Let go of the file, after all work is over."""
        for second in (self._second, self._aside):
            second.close()
