"""The file's shape over time: the numbered SQL of schema/, applied in order, each in one go."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from sqlcipher3 import dbapi2
from sqlite_utils import Database, Migrations

from kzannotate import paths
from kzannotate.model.errors import KzError
from kzannotate.store.connection import unlock

APPLICATION_ID = 0x4B5A414E
"""`KZAN`: what the file's header says it is."""


def files() -> list[Path]:
    """The migrations of this version of the program, in order."""
    return sorted(paths.schema().glob("[0-9][0-9][0-9][0-9]_*.sql"))


def version() -> int:
    """The version that this program writes: the newest migration's number."""
    return int(files()[-1].name[:4])


def apply(db: Database) -> None:
    """Bring the file to this program's version; one that is there already isn't touched."""
    migrations = Migrations("kzannotate")
    for file in files():
        migrations(name=file.stem)(_step(file))
    migrations.apply(db)


def _step(file: Path) -> Callable[[Database], None]:
    def step(db: Database) -> None:
        for statement in statements(file.read_text("utf-8")):
            db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {int(file.name[:4])}")

    return step


def statements(sql: str) -> Iterator[str]:
    """The single statements of a script (executescript would end our transaction)."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if dbapi2.complete_statement(statement):
            yield statement.strip()
            statement = ""


def keep_copy(db: Database, path: Path, passphrase: str) -> Path:
    """Copy a project of an older version aside before `apply`: `NAME.kza.before-0002`.

    By SQLite's own backup, which takes along what a journal beside the file still holds, and
    encrypts the copy as the original is. Raises KzError if it can't be made.
    """
    copy = path.with_name(f"{path.name}.before-{version():04}")
    try:
        target = dbapi2.connect(str(copy))
        try:
            unlock(target, passphrase)
            db.conn.backup(target)
        finally:
            target.close()
    except dbapi2.DatabaseError as error:
        raise KzError(
            f"{path}: it is of an older version, and {copy.name}, a copy to keep while it is"
            f" updated, can't be written ({error}); nothing was changed"
        ) from error
    return copy


@cache
def expected_schema() -> frozenset[tuple[str, str, str]]:
    """What a sound file of this version holds: type, name and SQL of each table and index."""
    db = Database(dbapi2.connect(":memory:", isolation_level=None), execute_plugins=False)
    apply(db)
    schema = schema_of(db)
    db.close()
    return schema


def schema_of(db: Database) -> frozenset[tuple[str, str, str]]:
    """Type, name and SQL of everything that the file defines."""
    rows = db.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_schema").fetchall()
    return frozenset((kind, name, sql) for kind, name, sql in rows)
