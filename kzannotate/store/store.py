"""The open project file."""

import contextlib
import os
import struct
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from kzannotate.model.errors import KzError, PassphraseError
from kzannotate.store import migrations
from kzannotate.store.connection import connect
from kzannotate.store.lock import WriterLock

_T = TypeVar("_T")
_MAGIC = b"SQLite format 3\0"
_PAGE = 4096
"""Bytes of a page of an encrypted file: SQLCipher 4's default."""
_OFTEN = 10_000
"""Instructions of SQLite's machine between two questions whether to stop."""
_HEADER = struct.Struct(">60xI4xI")
"""user_version and application_id, where SQLite's file format has them."""


class Stopped(Exception):  # noqa: N818 - it is no error, only the end of the reading
    """What was read broke off, as it was asked."""


class Store:
    """One connection to a project file, and the right to write it if it was opened so."""

    def __init__(self, path: Path, db: Database, lock: WriterLock | None, passphrase: str) -> None:
        self.path = path
        self.db = db
        self._lock = lock
        self._passphrase = passphrase
        self._second = False
        self._asked: list[Callable[[], bool]] = []
        self._steady: tuple[int, int] | None = None
        self._kept: dict[Callable[[Store], object], tuple[tuple[int, int], object]] = {}

    @property
    def writable(self) -> bool:
        """Whether this connection may write."""
        return self._lock is not None

    def second(self) -> "Store":
        """Another connection of the same program, for one worker thread; close it there."""
        db = connect(self.path, writable=self.writable, passphrase=self._passphrase)
        store = Store(self.path, db, self._lock, self._passphrase)
        store._second = True
        return store

    def moment(self) -> tuple[int, int]:
        """Differs from what it was on this connection when anything was written, by whomever."""
        if self._steady is not None:
            return self._steady
        (elsewhere,) = self.db.execute("PRAGMA data_version").fetchone()
        return elsewhere, self.db.conn.total_changes

    @contextlib.contextmanager
    def steady(self) -> Iterator[None]:
        """While this block reads, `moment` doesn't look whether anything was written elsewhere."""
        self._steady = self.moment()
        try:
            yield
        finally:
            self._steady = None

    def kept(self, read: Callable[["Store"], _T]) -> _T:
        """What `read` gives of this store: read once for as long as nothing is written."""
        if self.db.conn.in_transaction:  # what is written may be taken back
            return read(self)
        moment = self.moment()
        known = self._kept.get(read)
        if known is None or known[0] != moment:
            known = self._kept[read] = moment, read(self)
        return known[1]  # type: ignore[return-value]  # kept by what reads it

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

    @contextlib.contextmanager
    def stopping(self, asked: Callable[[], bool]) -> Iterator[None]:
        """What is read inside breaks off and raises Stopped soon after `asked` says so. Nests."""
        self._asked.append(asked)
        self.db.conn.set_progress_handler(lambda: any(ask() for ask in self._asked), _OFTEN)
        try:
            yield
        except dbapi2.OperationalError as error:
            if str(error) != "interrupted":
                raise
            raise Stopped from error
        finally:
            self._asked.pop()
            if not self._asked:
                self.db.conn.set_progress_handler(None, 0)

    def close(self) -> None:
        """Let go of the file; with the last connection closed it is a single file again."""
        try:
            if self.writable and not self._second:
                with contextlib.suppress(KzError):  # somebody still reads: the next one closes it
                    self.db.execute("PRAGMA journal_mode = DELETE")
            self.db.close()
        finally:
            if self._lock is not None and not self._second:
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


def _nothing(_: Store) -> None:
    """Leaves the new project empty."""


def create(path: Path, passphrase: str = "", fill: Callable[[Store], None] = _nothing) -> Store:
    """A new project, encrypted if there is a passphrase, holding what `fill` writes into it.

    Raises KzError if something is there or it can't be written; then there is no file.
    """
    lock = WriterLock(path)
    lock.take()
    try:
        if path.exists():
            raise KzError(f"{path}: it exists already; choose another name")
        _write_new(path, lock, passphrase, fill)
        return _opened(path, lock, passphrase)
    except BaseException:
        lock.release()
        raise


def open_store(path: Path, *, writable: bool, passphrase: str = "") -> Store:
    """Open a project. Raises KzError: missing, foreign, newer, damaged, being written elsewhere.

    An encrypted one without its passphrase raises PassphraseError.
    """
    passphrase = _check_header(path, passphrase)
    if not writable:
        return _opened(path, None, passphrase)
    lock = WriterLock(path)
    lock.take()
    try:
        return _opened(path, lock, passphrase)
    except BaseException:
        lock.release()
        raise


def _write_new(
    path: Path, lock: WriterLock, passphrase: str, fill: Callable[[Store], None]
) -> None:
    """Under another name first: a crash leaves no half project under the real one."""
    try:
        handle, name = tempfile.mkstemp(prefix=".new-", suffix=".kza", dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise KzError(f"{path}: it can't be made here ({error.strerror})") from error
    unfinished = Path(name)
    try:
        db = connect(unfinished, writable=True, passphrase=passphrase)
        try:
            migrations.apply(db)
            fill(Store(path, db, lock, passphrase))
        finally:
            db.close()
        unfinished.replace(path)
    except KzError as error:
        raise KzError(str(error).replace(name, str(path))) from error
    finally:
        unfinished.unlink(missing_ok=True)
        Path(f"{name}-journal").unlink(missing_ok=True)


def _check_header(path: Path, passphrase: str) -> str:
    """Refuse what isn't ours before SQLite touches it: opening could already change it.

    Gives the passphrase to open it with: none for a file that isn't encrypted.
    """
    header = _header(path)
    if not header.startswith(_MAGIC):
        _check_encrypted(path, header, passphrase)
        return passphrase
    version, application = _HEADER.unpack_from(header)
    if application != migrations.APPLICATION_ID:
        raise KzError(f"{path}: it is no kzannotate project, but another program's database")
    _check_version(path, version)
    return ""


def _header(path: Path) -> bytes:
    """The first bytes of the file. Raises KzError where there are none to be had."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except IsADirectoryError as error:
        raise KzError(f"{path}: it is a folder, not a project") from error
    except FileNotFoundError as error:
        raise KzError(f"{path}: there is no such project") from error
    except OSError as error:
        raise KzError(f"{path}: it can't be read ({error.strerror})") from error
    if len(header) < 100:
        raise KzError(f"{path}: it is no kzannotate project")
    return header


def _check_encrypted(path: Path, header: bytes, passphrase: str) -> None:
    """An encrypted file is noise in whole pages; anything else is no project."""
    if path.stat().st_size % _PAGE or len(set(header)) < len(header) // 2:
        raise KzError(f"{path}: it is no kzannotate project")
    if not passphrase:
        raise PassphraseError(f"{path}: it is encrypted, or no project; the passphrase is needed")
    try:
        db = connect(path, writable=False, passphrase=passphrase)
    except KzError as error:
        raise PassphraseError(f"{path}: the passphrase is wrong, or it is no project") from error
    (version,) = db.execute("PRAGMA user_version").fetchone()
    db.close()
    _check_version(path, version)


def _check_version(path: Path, version: int) -> None:
    if version > migrations.version():
        raise KzError(
            f"{path}: it was written by a newer kzannotate (file version {version}, this program "
            f"knows {migrations.version()}); update the program to open it"
        )


def _opened(path: Path, lock: WriterLock | None, passphrase: str) -> Store:
    db = connect(path, writable=lock is not None, passphrase=passphrase)
    try:
        _bring_up_to_date(db, path, passphrase, writable=lock is not None)
        if migrations.schema_of(db) != migrations.expected_schema():
            raise KzError(f"{path}: its tables aren't those of a kzannotate project; not opened")
        if lock is not None:
            db.execute("PRAGMA journal_mode = WAL")  # stays as it is where WAL can't work
    except BaseException:
        db.close()
        raise
    return Store(path, db, lock, passphrase)


def _bring_up_to_date(db: Database, path: Path, passphrase: str, *, writable: bool) -> None:
    (found,) = db.execute("PRAGMA user_version").fetchone()
    if found == migrations.version():
        return
    if not writable:
        raise KzError(f"{path}: it is of an older version; open it for writing once to update it")
    migrations.keep_copy(db, path, passphrase)
    migrations.apply(db)
