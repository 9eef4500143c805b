"""A second connection to the project, for workers that only read."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from kzannotate.project.session import Project


class Second:
    """Made on first use, kept (opening an encrypted file takes long), lent to one at a time."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._own: Project | None = None
        self._lent = Lock()

    @contextmanager
    def lend(self) -> Iterator[Project]:
        """The connection, for as long as the block runs; call it on a worker thread."""
        with self._lent:
            if self._own is None:
                self._own = self._project.second()
            yield self._own

    def close(self) -> None:
        """Let go of the file; waits for whoever has the connection."""
        with self._lent:
            if self._own is not None:
                self._own.close()
                self._own = None
