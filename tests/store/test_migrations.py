"""A project of an older version is brought up to date, a copy kept beside it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kzannotate import paths
from kzannotate.model.errors import KzError
from kzannotate.store import migrations, settings
from kzannotate.store.store import create, open_store

NEXT = """-- The next version; a semicolon ends ';' a statement.
CREATE TABLE person (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;

INSERT INTO person VALUES ('1', 'Ana; Korin');
"""


@pytest.fixture
def old(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A project, while the program already knows one version more."""
    with create(path) as store:
        settings.put(store, "colour", "blue")
    folder = tmp_path / "schema"
    shutil.copytree(paths.schema(), folder)
    (folder / f"{migrations.version() + 1:04}_next.sql").write_text(NEXT)
    monkeypatch.setattr(paths, "schema", lambda: folder)
    migrations.expected_schema.cache_clear()
    yield path
    migrations.expected_schema.cache_clear()


def copy_of(project: Path) -> Path:
    return project.with_name(f"{project.name}.before-{migrations.version():04}")


def test_updated_with_a_copy_kept(old: Path) -> None:
    with open_store(old, writable=True) as store:
        assert store.db.execute("SELECT name FROM person").fetchall() == [("Ana; Korin",)]
        assert settings.get(store, "colour") == "blue"
        assert store.db.execute("PRAGMA user_version").fetchone() == (migrations.version(),)
    kept = dbapi2.connect(str(copy_of(old)))
    assert kept.execute("PRAGMA user_version").fetchone() == (migrations.version() - 1,)
    assert kept.execute("SELECT value FROM setting").fetchall() == [("blue",)]
    kept.close()
    copy_of(old).unlink()
    open_store(old, writable=True).close()
    assert not copy_of(old).exists()


def test_reading_alone_updates_nothing(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(KzError, match="of an older version; open it for writing once to update it"):
        open_store(old, writable=False)
    assert old.read_bytes() == before


def test_a_failing_migration_changes_nothing(old: Path) -> None:
    migrations.files()[-1].write_text(NEXT + "INSERT INTO person VALUES ('1', 'the same id');\n")
    migrations.expected_schema.cache_clear()
    before = old.read_bytes()
    with pytest.raises(dbapi2.IntegrityError, match="UNIQUE constraint failed"):
        open_store(old, writable=True)
    assert old.read_bytes() == before
    assert not old.with_name(old.name + "-lock").exists()


def test_no_copy_no_update(old: Path) -> None:
    before = old.read_bytes()
    copy_of(old).mkdir()
    with pytest.raises(KzError, match="a copy to keep while it is updated, can't be written"):
        open_store(old, writable=True)
    assert old.read_bytes() == before


def test_statements() -> None:
    assert [statement.splitlines()[-1] for statement in migrations.statements(NEXT)] == [
        "CREATE TABLE person (id TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT;",
        "INSERT INTO person VALUES ('1', 'Ana; Korin');",
    ]
