"""Import and export: jobs whose progress stands in the status bar, and can be cancelled."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kzannotate.model.document import Document
from kzannotate.model.ids import DocumentId
from kzannotate.model.progress import Monitor
from kzannotate.model.wording import counted
from kzannotate.project import exporting, importing, rereading
from kzannotate.project.session import Project
from kzannotate.ui.jobs import Job, Jobs
from kzannotate.ui.progress_line import ProgressLine


class Transfer(QObject):
    """Files in, tables out. One import at a time; further ones wait."""

    said = Signal(str)
    """What was done, for the status bar."""
    refused = Signal(str)
    """Files that weren't imported, a line each: `FILE: reason`."""
    ended = Signal()
    """An import or an export is over."""

    def __init__(
        self, project: Project, jobs: Jobs, line: ProgressLine, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._jobs = jobs
        self._line = line
        self._import: Job | None = None
        self._waiting: list[tuple[Path, ...]] = []
        line.cancel.clicked.connect(self.cancel)

    def add(self, paths: Sequence[Path]) -> None:
        """Import files and folders, off the GUI thread."""
        self._waiting.append(tuple(paths))
        self._start_next()

    def cancel(self) -> None:
        """Stop the import, and those that wait; what is in stays."""
        self._waiting.clear()
        if self._import:
            self._import.cancel()
            self._line.tell(0, 0, "Stopping")

    def close(self) -> None:
        """Cancel, and show no progress any more: nobody will be called back."""
        self.cancel()
        self._line.hide()

    def export(self, path: Path) -> None:
        """Write all quotations to `path`, off the GUI thread."""

        def work(_monitor: Monitor) -> int:
            with self._project.second() as own:
                return exporting.export(own, path)

        def done(rows: int) -> None:
            self.said.emit(f"{counted(rows, 'quotation')} written to {path}")
            self.ended.emit()

        def failed(error: Exception) -> None:
            self._jobs.tell(error)
            self.ended.emit()

        self._jobs.run(work, done, failed)

    def remove(self, documents: Sequence[Document]) -> None:
        """Take documents out of the corpus; can be undone."""
        if documents:
            changes = importing.remove(self._project, [one.id for one in documents])
            self.said.emit(f"{changes.label}; Ctrl+Z brings back what was removed")

    def reread(self, name: str, document: DocumentId, encoding: str) -> None:
        """Read a plain text in another encoding, off the GUI thread."""

        def work(_monitor: Monitor) -> None:
            with self._project.second() as own:
                rereading.reread(own, document, encoding)

        self._jobs.run(work, lambda _: self.said.emit(f"{name} was read as {encoding}"))

    def _start_next(self) -> None:
        if self._import or not self._waiting:
            return
        paths = self._waiting.pop(0)

        def work(monitor: Monitor) -> importing.Report:
            with self._project.second() as own:
                return importing.add(own, paths, monitor)

        self._line.tell(0, 0, "Importing")
        self._line.show()
        self._import = self._jobs.run(work, self._imported, self._failed)
        self._import.progressed.connect(self._line.tell)

    def _imported(self, report: importing.Report) -> None:
        self._end_import()
        self.said.emit(_summary(report))
        if report.refused:
            self.refused.emit("\n".join(map(str, report.refused)))
        self.ended.emit()

    def _failed(self, error: Exception) -> None:
        self._end_import()
        self._jobs.tell(error)
        self.ended.emit()

    def _end_import(self) -> None:
        self._import = None
        self._line.hide()
        self._start_next()


def _summary(report: importing.Report) -> str:
    added, refused = len(report.added), len(report.refused)
    told = f"Added {counted(added, 'document')}"
    told += f", refused {refused}" if refused else ""
    return told + (", then cancelled" if report.cancelled else "")
