"""The open project file."""

import contextlib
import os
import struct
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlite_utils import Database

from kzannotate.model.errors import KzError
from kzannotate.store import migrations
from kzannotate.store.connection import connect
from kzannotate.store.lock import WriterLock

_MAGIC = b"SQLite format 3\0"
_HEADER = struct.Struct(">60xI4xI")
"""user_version and application_id, where SQLite's file format has them."""


class Store:
    """One connection to a project file, and the right to write it if it was opened so."""

    def __init__(self, path: Path, db: Database, lock: WriterLock | None) -> None:
        self.path = path
        self.db = db
        self._lock = lock
        self._second = False

    @property
    def writable(self) -> bool:
        """Whether this connection may write."""
        return self._lock is not None

    def second(self) -> "Store":
        """Another connection of the same program, for one worker thread; close it there."""
        store = Store(self.path, connect(self.path, writable=self.writable), self._lock)
        store._second = True
        return store

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All that happens inside is durable at the end, or hasn't happened. Nests.

        Starts as a writer, so that what it reads stays true until it writes. Raises KzError for
        a full disk and its like.
        """
        if self.db.conn.in_transaction:
            yield
            return
        if not self.writable:
            raise KzError(f"{self.path}: it is open read-only; nothing was changed")
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.db.execute("COMMIT")
        except BaseException:
            self.db.rollback()
            raise

    def close(self) -> None:
        """Let go of the file; with the last connection closed it is a single file again."""
        if not self._second and self.writable:
            with contextlib.suppress(KzError):  # somebody still reads: the next one closes it
                self.db.execute("PRAGMA journal_mode = DELETE")
        self.db.close()
        if not self._second and self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def create(path: Path) -> Store:
    """A new, empty project. Raises KzError if something is there or it can't be written."""
    lock = WriterLock(path)
    lock.take()
    try:
        if path.exists():
            raise KzError(f"{path}: it exists already; choose another name")
        _write_empty(path)
        return _opened(path, lock)
    except BaseException:
        lock.release()
        raise


def open_store(path: Path, *, writable: bool) -> Store:
    """Open a project. Raises KzError: missing, foreign, newer, damaged, being written elsewhere."""
    _check_header(path)
    if not writable:
        return _opened(path, None)
    lock = WriterLock(path)
    lock.take()
    try:
        return _opened(path, lock)
    except BaseException:
        lock.release()
        raise


def _write_empty(path: Path) -> None:
    """Under another name first: a crash leaves no half project under the real one."""
    try:
        handle, name = tempfile.mkstemp(prefix=".new-", suffix=".kza", dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise KzError(f"{path}: it can't be made here ({error.strerror})") from error
    unfinished = Path(name)
    try:
        db = connect(unfinished, writable=True)
        try:
            migrations.apply(db)
        finally:
            db.close()
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
        unfinished.with_name(name + "-journal").unlink(missing_ok=True)


def _check_header(path: Path) -> None:
    """Refuse what isn't ours before SQLite touches it: opening could already change it."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except IsADirectoryError as error:
        raise KzError(f"{path}: it is a folder, not a project") from error
    except FileNotFoundError as error:
        raise KzError(f"{path}: there is no such project") from error
    except OSError as error:
        raise KzError(f"{path}: it can't be read ({error.strerror})") from error
    if not header.startswith(_MAGIC) or len(header) < 100:
        raise KzError(f"{path}: it is no kzannotate project")
    version, application = _HEADER.unpack_from(header)
    if application != migrations.APPLICATION_ID:
        raise KzError(f"{path}: it is no kzannotate project, but another program's database")
    if version > migrations.version():
        raise KzError(
            f"{path}: it was written by a newer kzannotate (file version {version}, this program "
            f"knows {migrations.version()}); update the program to open it"
        )


def _opened(path: Path, lock: WriterLock | None) -> Store:
    db = connect(path, writable=lock is not None)
    try:
        _bring_up_to_date(db, path, writable=lock is not None)
        if migrations.schema_of(db) != migrations.expected_schema():
            raise KzError(f"{path}: its tables aren't those of a kzannotate project; not opened")
        if lock is not None:
            db.execute("PRAGMA journal_mode = WAL")  # stays as it is where WAL can't work
    except BaseException:
        db.close()
        raise
    return Store(path, db, lock)


def _bring_up_to_date(db: Database, path: Path, *, writable: bool) -> None:
    (found,) = db.execute("PRAGMA user_version").fetchone()
    if found == migrations.version():
        return
    if not writable:
        raise KzError(f"{path}: it is of an older version; open it for writing once to update it")
    migrations.keep_copy(db, path)
    migrations.apply(db)
