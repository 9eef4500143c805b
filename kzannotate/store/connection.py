"""The one way to a project file: the connection, its settings, and what its errors mean."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from kzannotate.model.errors import KzError

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
_REASONS = {
    "database or disk is full": "the disk is full; nothing of the last step was written",
    "attempt to write a readonly database": "it can't be written; it may be write-protected",
    "database is locked": "another program is using it; try again when that one is done",
    "disk I/O error": "the disk reported an error; nothing of the last step was written",
    "unable to open database file": "it can't be opened; the folder may be missing or protected",
    "database disk image is malformed": "it is damaged; open the newest copy that is sound",
    "file is not a database": "it is no project, or its passphrase is wrong",
}


class Connection(dbapi2.Connection):  # type: ignore[misc]  # sqlcipher3 has no types
    """A connection whose known troubles are sentences; the rest stays an error of ours."""

    path: Path

    def execute(self, sql: str, *parameters: Any) -> Any:  # noqa: ANN401 - as the base has it
        """As sqlite3.Connection.execute; raises KzError for a full disk and its like."""
        try:
            return super().execute(sql, *parameters)
        except dbapi2.DatabaseError as error:
            raise self._sentence(error) from error

    def executemany(self, sql: str, rows: Iterable[Any]) -> Any:  # noqa: ANN401 - as the base
        """As sqlite3.Connection.executemany; raises KzError for a full disk and its like."""
        try:
            return super().executemany(sql, rows)
        except dbapi2.DatabaseError as error:
            raise self._sentence(error) from error

    def _sentence(self, error: Exception) -> Exception:
        reason = _REASONS.get(str(error))
        return KzError(f"{self.path}: {reason}") if reason else error


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
    return Database(connection, recursive_triggers=False, execute_plugins=False)


def unlock(connection: dbapi2.Connection, passphrase: str) -> None:
    """Use the passphrase for an encrypted file; an empty one changes nothing."""
    if passphrase:
        connection.execute("PRAGMA cipher_log_level = NONE")  # else it writes to standard error
        quoted = passphrase.replace("'", "''")
        connection.execute(f"PRAGMA key = '{quoted}'")
