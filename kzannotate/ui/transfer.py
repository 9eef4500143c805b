"""Import and export: jobs whose progress stands in the status bar, and can be cancelled."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from kzannotate.model.document import Document
from kzannotate.model.ids import DocumentId
from kzannotate.model.progress import Monitor
from kzannotate.model.query import Hit
from kzannotate.model.wording import NO_TEXT, counted
from kzannotate.project import (
    exporting,
    importing,
    recognising,
    reindexing,
    rereading,
    suggesting,
)
from kzannotate.project.session import Project
from kzannotate.ui.jobs import Job, Jobs
from kzannotate.ui.progress_line import ProgressLine

_FEW = 200_000
"""Code points that the rules go through in a fraction of a second."""


@dataclass(frozen=True)
class _Task:
    """Long work that waits for its turn."""

    name: str
    work: Callable[[Monitor], Any]
    done: Callable[[Any], None]


class Transfer(QObject):
    """Files in, scans read, tables out. One import or recognition at a time; others wait."""

    said = Signal(str)
    """What was done, for the status bar."""
    refused = Signal(str)
    """What wasn't imported or recognised, a line each: `FILE: reason`."""
    ended = Signal()
    """An import, a recognition, an export or a renewal of the index is over."""
    reindexed = Signal()
    """Searches find more now."""
    suggested = Signal()
    """There are other suggestions now."""

    def __init__(
        self, project: Project, jobs: Jobs, line: ProgressLine, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._jobs = jobs
        self._line = line
        self._running: Job | None = None
        self._waiting: list[_Task] = []
        line.cancel.clicked.connect(self.cancel)

    def add(self, paths: Sequence[Path]) -> None:
        """Import files and folders, off the GUI thread."""
        files = tuple(paths)

        def work(monitor: Monitor) -> importing.Report:
            with self._project.second() as own:
                return importing.add(own, files, monitor)

        self._line_up(_Task("Importing", work, self._imported))

    def ask_languages(self, then: Callable[[recognising.Choice], None]) -> None:
        """Find out, off the GUI thread, which languages can be recognised."""

        def work(_monitor: Monitor) -> recognising.Choice:
            with self._project.second() as own:
                return recognising.choice(own)

        self._jobs.run(work, then)

    def recognise(self, documents: Sequence[DocumentId], languages: Sequence[str]) -> None:
        """Give pages without text one, off the GUI thread."""

        def work(monitor: Monitor) -> recognising.Report:
            with self._project.second() as own:
                return recognising.recognise(own, documents, languages, monitor)

        self._line_up(_Task("Recognising text", work, self._recognised))

    def reindex(self) -> None:
        """Make the search index anew where another version made it, off the GUI thread."""
        if not self._project.writable or not reindexing.is_due(self._project):
            return

        def work(monitor: Monitor) -> bool:
            with self._project.second() as own:
                return reindexing.reindex(own, monitor)

        self._line_up(_Task("Renewing the search index", work, self._reindexed))

    def suggest(self) -> None:
        """Have the rules go through the documents that need it, off the GUI thread."""

        def due(_monitor: Monitor) -> int:
            with self._project.second() as own:
                return suggesting.characters_due(own)

        def begin(characters: int) -> None:
            if characters:
                few = characters < _FEW
                self._line_up(
                    _Task("Looking for suggestions", partial(self._look, few), self._looked)
                )

        if self._project.writable:
            self._jobs.run(due, begin)

    def cancel(self) -> None:
        """Stop what is under way, and what waits; what is in stays."""
        self._waiting.clear()
        if self._running:
            self._running.cancel()
            self._line.tell(0, 0, "Stopping")

    def close(self) -> None:
        """Cancel, and show no progress any more: nobody will be called back."""
        self.cancel()
        self._line.hide()

    def export(self, path: Path) -> None:
        """Write all quotations to `path`, off the GUI thread."""
        self._write(path, "quotation", lambda own: exporting.export(own, path))

    def export_hits(self, path: Path, query: str, hits: Sequence[Hit]) -> None:
        """Write hits to `path`, off the GUI thread."""
        self._write(path, "hit", lambda own: exporting.export_hits(own, query, hits, path))

    def _write(self, path: Path, what: str, write: Callable[[Project], int]) -> None:
        def work(_monitor: Monitor) -> int:
            with self._project.second() as own:
                return write(own)

        def done(rows: int) -> None:
            self.said.emit(f"{counted(rows, what)} written to {path}")
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

    def _line_up(self, task: _Task) -> None:
        self._waiting.append(task)
        self._start_next()

    def _start_next(self) -> None:
        if self._running or not self._waiting:
            return
        task = self._waiting.pop(0)
        self._line.tell(0, 0, task.name)
        self._line.show()
        self._running = self._jobs.run(task.work, task.done, self._failed)
        self._running.progressed.connect(self._line.tell)

    def _imported(self, report: importing.Report) -> None:
        self._finish(_summary(report), report.refused)
        self.suggest()

    def _recognised(self, report: recognising.Report) -> None:
        pages = sum(len(one.pages) for one in report.done)
        told = f"Recognised {counted(pages, 'page')} of {counted(len(report.done), 'document')}"
        self._finish(told + (", then cancelled" if report.cancelled else ""), report.refused)

    def _reindexed(self, whole: bool) -> None:
        told = "The search index is up to date" if whole else "It goes on at the next start"
        self._finish(told, ())
        self.reindexed.emit()

    def _look(self, few: bool, monitor: Monitor) -> bool:
        with self._project.second() as own:
            if few:  # not worth a process
                return suggesting.refresh(own, monitor=monitor)
            with suggesting.another_process() as run:
                return suggesting.refresh(own, monitor=monitor, run=run)

    def _looked(self, whole: bool) -> None:
        """Nobody asked for it: only that it was stopped is said."""
        self._end()
        if not whole:
            self.said.emit("Stopped; other documents get their suggestions at the next start")
        self.ended.emit()
        self.suggested.emit()

    def _finish(self, told: str, refused: Sequence[object]) -> None:
        self._end()
        self.said.emit(told)
        if refused:
            self.refused.emit("\n".join(map(str, refused)))
        self.ended.emit()

    def _failed(self, error: Exception) -> None:
        self._end()
        self._jobs.tell(error)
        self.ended.emit()

    def _end(self) -> None:
        self._running = None
        self._line.hide()
        self._start_next()


def _summary(report: importing.Report) -> str:
    added, refused = len(report.added), len(report.refused)
    told = f"Added {counted(added, 'document')}"
    told += f", refused {refused}" if refused else ""
    scans = sum(NO_TEXT in one.note for one in report.added)
    told += f"; {scans} with pages that have no text" if scans else ""
    return told + (", then cancelled" if report.cancelled else "")
