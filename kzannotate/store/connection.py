"""The one way to a project file: the connection, its settings, and what its errors mean."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from kzannotate.model.errors import KzError
from kzannotate.store import functions

_PATIENCE = 10_000
"""Milliseconds a writer waits for the other connection of its own program."""
_SETTINGS = (
    f"PRAGMA busy_timeout = {_PATIENCE}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    # A project may come from a stranger: its schema may call nothing, its pages are not trusted.
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
)
_DAMAGED = "it is damaged; open the newest copy that is sound"
_REASONS = {
    "database or disk is full": "the disk is full; nothing of the last step was written",
    "attempt to write a readonly database": "it can't be written; it may be write-protected",
    "database is locked": "another program is using it; try again when that one is done",
    "cannot change out of wal mode from within a transaction": "it is being read",
    "disk I/O error": "the disk reported an error; nothing of the last step was written",
    "unable to open database file": "it can't be opened; the folder may be missing or protected",
    "database disk image is malformed": _DAMAGED,
    "file is not a database": "it is no project, or its passphrase is wrong",
}


def _telling(method: Callable[..., Any]) -> Callable[..., Any]:
    """The method of a cursor, with its known troubles as KzError."""

    def call(cursor: "Cursor", *arguments: Any) -> Any:  # noqa: ANN401 - as the method has it
        try:
            return method(cursor, *arguments)
        except (dbapi2.DatabaseError, UnicodeDecodeError) as error:
            reason = _reason(error)
            if reason is None:
                raise
            raise KzError(f"{cursor.connection.path}: {reason}") from error

    return call


def _reason(error: Exception) -> str | None:
    """What a researcher should know of it; None: it is a bug of ours."""
    if known := _REASONS.get(str(error)):
        return known
    # Corruption is raised as the base class itself; letters that are none, or broken SQL in the
    # schema, come with a message that quotes them.
    corrupt = type(error) in (dbapi2.DatabaseError, UnicodeDecodeError)
    return _DAMAGED if corrupt or str(error).startswith("Could not decode") else None


class Cursor(dbapi2.Cursor):  # type: ignore[misc]  # sqlcipher3 has no types
    """A cursor whose known troubles are sentences; the rest stays an error of ours."""

    execute = _telling(dbapi2.Cursor.execute)
    executemany = _telling(dbapi2.Cursor.executemany)
    fetchone = _telling(dbapi2.Cursor.fetchone)
    fetchall = _telling(dbapi2.Cursor.fetchall)
    __next__ = _telling(dbapi2.Cursor.__next__)


class Connection(dbapi2.Connection):  # type: ignore[misc]  # sqlcipher3 has no types
    """A connection with cursors of ours, which its own execute and executemany use too."""

    path: Path

    def cursor(self, factory: type[Cursor] = Cursor) -> Cursor:
        """As sqlite3.Connection.cursor."""
        return super().cursor(factory)  # type: ignore[no-any-return]  # as above


def connect(path: Path, *, writable: bool, passphrase: str = "") -> Database:
    """Open the file (which exists) with every setting in place. Raises KzError.

    With a passphrase the file is, or if it is still empty will be, encrypted.
    """
    mode = "rw" if writable else "ro"
    try:
        connection = dbapi2.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,  # one thread at a time: a worker has a connection of its own
            factory=Connection,
        )
    except dbapi2.OperationalError as error:
        raise KzError(f"{path}: {_REASONS.get(str(error), str(error))}") from error
    connection.path = path
    unlock(connection, passphrase)
    connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1")  # reads: shows whether it can be
    for setting in _SETTINGS:
        connection.execute(setting)
    functions.add(connection)
    return Database(connection, recursive_triggers=False, execute_plugins=False)


def unlock(connection: dbapi2.Connection, passphrase: str) -> None:
    """Use the passphrase for an encrypted file; an empty one changes nothing."""
    if passphrase:
        connection.execute("PRAGMA cipher_log_level = NONE")  # else it writes to standard error
        quoted = passphrase.replace("'", "''")
        connection.execute(f"PRAGMA key = '{quoted}'")
