"""An open project: what every verb works on."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from kzannotate.model.changes import Changes
from kzannotate.model.clock import now
from kzannotate.model.codebook import BUILT_IN
from kzannotate.model.coder import default_coder
from kzannotate.model.errors import KzError
from kzannotate.model.ids import new_id
from kzannotate.search.analysis import VERSION
from kzannotate.store import codes, history, settings
from kzannotate.store import store as files
from kzannotate.store.store import Store

Listener = Callable[[Changes], None]


@dataclass
class Project:
    """An open project file, and who works on it."""

    store: Store
    coder: str
    listeners: list[Listener] = field(default_factory=list)
    """Called after each verb that changed something, on the thread that ran it."""

    @property
    def path(self) -> Path:
        """The project file."""
        return self.store.path

    @property
    def writable(self) -> bool:
        """Whether verbs that change something may be called."""
        return self.store.writable

    def second(self) -> "Project":
        """The same project on a connection of its own, for one worker thread; close it there."""
        return Project(self.store.second(), self.coder, self.listeners)

    def stopping(self, asked: Callable[[], bool]) -> AbstractContextManager[None]:
        """What is read inside breaks off and raises Stopped soon after `asked` says so."""
        return self.store.stopping(asked)

    def publish(self, changes: Changes) -> Changes:
        """Tell the listeners what a verb changed, and hand it on."""
        if changes:
            for listener in list(self.listeners):
                listener(changes)
        return changes

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def create(path: Path, coder: str = "", *, passphrase: str = "") -> Project:
    """A new project with the built-in codes, encrypted if there is a passphrase.

    Raises KzError if it can't be made there.
    """
    coder = coder or default_coder()

    def fill(store: Store) -> None:
        with store.transaction():
            settings.put(store, "id", new_id())
            settings.put(store, "created", now())
            settings.put(store, "analysis", str(VERSION))
            with history.step(store, "New project", coder) as step:
                step.insert("code", map(codes.row, BUILT_IN))

    return Project(files.create(path, passphrase, fill), coder)


def open_project(
    path: Path, coder: str = "", *, writable: bool = True, passphrase: str = ""
) -> Project:
    """Open a project. Raises KzError: missing, foreign, newer, damaged, or who is writing it.

    An encrypted one without its passphrase raises PassphraseError.
    """
    store = files.open_store(path, writable=writable, passphrase=passphrase)
    try:
        codes.all_codes(store)  # every view begins with them: a damaged file shows here
    except KzError:
        store.close()
        raise
    return Project(store, coder or default_coder())
