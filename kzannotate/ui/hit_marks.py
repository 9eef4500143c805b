"""How the listed hits are tagged, kept up to date off the GUI thread while somebody tags."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kzannotate.model.found import Found, Tags
from kzannotate.model.ids import AnnotationId
from kzannotate.model.progress import Monitor
from kzannotate.project import hits
from kzannotate.ui.hit_model import Key, key
from kzannotate.ui.jobs import Jobs, Latest
from kzannotate.ui.second import Second

_PAUSE_MS = 250
"""Nothing is looked up before whoever tags pauses so long: it would slow down the next key."""


class HitMarks(QObject):
    """Asked after each change; looks only into the documents where something changed."""

    read = Signal(object)
    """How hits are tagged now: `Tags` by `Key`, of those documents alone."""

    def __init__(self, second: Second, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._second = second
        self._latest = Latest(jobs, self._done)
        self._changed: set[AnnotationId] = set()
        self._founds: Sequence[Found] = ()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)

    @property
    def busy(self) -> bool:
        """Whether marks are being read."""
        return self._latest.busy or self._pause.isActive()

    def follow(self, founds: Sequence[Found], annotations: frozenset[AnnotationId]) -> None:
        """Read anew how these hits are tagged, after annotations changed, came or went."""
        self._changed |= annotations
        self._founds = founds
        self._pause.start()

    def _ask(self) -> None:
        self._latest.ask(partial(self._find, self._founds, frozenset(self._changed)))

    def _find(
        self, founds: Sequence[Found], changed: frozenset[AnnotationId], _monitor: Monitor
    ) -> Mapping[Key, Tags]:
        documents = {
            found.hit.document
            for found in founds
            if any(tag.annotation in changed for tag in found.tags)
        }
        with self._second.lend() as project:
            documents |= hits.documents_of(project, changed)
            there = [found.hit for found in founds if found.hit.document in documents]
            return dict(zip(map(key, there), hits.tags(project, there), strict=True))

    def _done(self, tags: Mapping[Key, Tags]) -> None:
        self._changed.clear()
        self.read.emit(tags)
