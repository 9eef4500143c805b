"""The one bridge from the project to Qt: a plain listener becomes a signal on the GUI thread."""

from threading import get_ident

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from kzannotate.model.changes import Changes
from kzannotate.project.session import Project

GATHER_MS = 250
"""Changes of a worker (an import) are handed over at most this often."""


class ProjectSignals(QObject):
    """Tells the views what changed. Make it on the GUI thread, `detach` it before closing."""

    changed = Signal(object)
    """`Changes`. At once for a verb run on the GUI thread, gathered for a worker's."""
    _heard = Signal(object)

    def __init__(self, project: Project, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listeners = project.listeners
        self._gui_thread = get_ident()
        self._gathered = Changes()
        self._timer = QTimer(self, singleShot=True, interval=GATHER_MS)
        self._timer.timeout.connect(self._hand_over)
        self._heard.connect(self._gather, Qt.ConnectionType.QueuedConnection)
        self._listeners.append(self._listen)

    def detach(self) -> None:
        """Hear no more of the project."""
        self._listeners.remove(self._listen)
        self._timer.stop()

    def _listen(self, changes: Changes) -> None:
        if get_ident() == self._gui_thread:
            self.changed.emit(changes)
        else:
            self._heard.emit(changes)

    @Slot(object)
    def _gather(self, changes: Changes) -> None:
        gathered = self._gathered
        self._gathered = Changes(
            changes.label,
            gathered.documents | changes.documents,
            gathered.codes | changes.codes,
            gathered.annotations | changes.annotations,
            gathered.searches | changes.searches,
            gathered.rejections | changes.rejections,
            gathered.rules or changes.rules,
        )
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _hand_over(self) -> None:
        changes, self._gathered = self._gathered, Changes()
        self.changed.emit(changes)
