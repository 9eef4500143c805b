"""Opening, refusing, closing: what is a project and what isn't."""

import os
import struct
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kzannotate.model.errors import KzError
from kzannotate.store import migrations
from kzannotate.store.store import Stopped, Store, create, open_store
from tests.store.conftest import add


def missing(path: Path) -> None:
    path.unlink()


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def plain_text(path: Path) -> None:
    path.write_text("Some words.\n" * 100)


def cut_in_the_header(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:8192])


def scrambled(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100] + os.urandom(100_000))


def foreign(path: Path) -> None:
    path.unlink()
    run(path, "CREATE TABLE notes (words TEXT)")


def newer(path: Path) -> None:
    run(path, "PRAGMA user_version = 999")


def trigger(path: Path) -> None:
    run(path, "CREATE TRIGGER t AFTER INSERT ON annotation BEGIN DELETE FROM source; END")


def view(path: Path) -> None:
    run(path, "CREATE VIEW v AS SELECT * FROM annotation")


def lacking(path: Path) -> None:
    run(path, "DROP INDEX annotation_of_code")


def run(path: Path, sql: str) -> None:
    db = dbapi2.connect(str(path))
    db.execute(sql)
    db.commit()
    db.close()


@pytest.mark.parametrize("writable", [True, False])
@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (missing, "there is no such project"),
        (folder, "it is a folder, not a project"),
        (empty, "it is no kzannotate project"),
        (plain_text, "it is no kzannotate project"),
        (cut_in_the_header, "it is no kzannotate project"),
        (cut_off, "it is damaged"),
        (scrambled, "it is damaged"),
        (foreign, "it is no kzannotate project, but another program's database"),
        (newer, "it was written by a newer kzannotate"),
        (trigger, "its tables aren't those"),
        (view, "its tables aren't those"),
        (lacking, "its tables aren't those"),
    ],
)
def test_refused(path: Path, spoil: Callable[[Path], None], reason: str, writable: bool) -> None:
    create(path).close()
    spoil(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(KzError) as raised:
        open_store(path, writable=writable)
    assert str(raised.value).startswith(f"{path}: {reason}")
    assert "\n" not in str(raised.value)
    assert before == (path.read_bytes() if path.is_file() else None)
    assert {file.name for file in path.parent.iterdir()} <= {path.name}


def test_create_refuses_what_exists(path: Path) -> None:
    path.write_text("My notes")
    with pytest.raises(KzError, match="it exists already"):
        create(path)
    assert path.read_text() == "My notes"
    assert list(path.parent.iterdir()) == [path]


def test_create_in_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(KzError, match=r"it can't be written here \(No such file or directory\)"):
        create(tmp_path / "nowhere" / "project.kza")


def test_closed_is_one_file(path: Path) -> None:
    store = create(path)
    second = store.second()
    add(second, "a.txt", "One line.\n")
    assert {file.name for file in path.parent.iterdir()} > {path.name, path.name + "-lock"}
    second.close()
    store.close()
    assert list(path.parent.iterdir()) == [path]
    assert struct.unpack_from("BB", path.read_bytes(), 18) == (1, 1)  # not WAL: a stick may lock it


def test_closing_in_the_middle_of_reading(path: Path) -> None:
    with create(path) as store:
        store.db.execute("INSERT INTO setting VALUES ('a', 'b'), ('c', 'd'), ('e', 'f')")
        rows = store.db.execute("SELECT * FROM setting")
        assert rows.fetchone() is not None
    assert list(path.parent.iterdir()) == [path]


def test_header_says_what_it_is(path: Path) -> None:
    create(path).close()
    version, application = struct.unpack_from(">60xI4xI", path.read_bytes())
    assert (version, application) == (migrations.version(), migrations.APPLICATION_ID)


def test_reading_beside_a_writer(store: Store, path: Path) -> None:
    with open_store(path, writable=False) as reader:
        assert not reader.writable
        add(store, "a.txt", "One line.\n")
        assert reader.db.execute("SELECT name FROM document").fetchall() == [("a.txt",)]
        with store.transaction():
            store.db.execute("INSERT INTO setting VALUES ('not yet', 'committed')")
            assert not reader.db.execute("SELECT 1 FROM setting WHERE key = 'not yet'").fetchall()


def test_read_only_writes_nothing(path: Path) -> None:
    create(path).close()
    with (
        open_store(path, writable=False) as reader,
        pytest.raises(KzError, match="it is open read-only"),
    ):
        add(reader, "a.txt", "One line.\n")


def test_closing_beside_a_reader(path: Path) -> None:
    store = create(path)
    add(store, "a.txt", "One line.\n")
    reader = open_store(path, writable=False)
    store.close()
    assert reader.db.execute("SELECT count(*) FROM document").fetchone() == (1,)
    reader.close()
    open_store(path, writable=True).close()
    assert list(path.parent.iterdir()) == [path]


def test_a_failed_transaction_leaves_nothing(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.transaction():
        store.db.execute("INSERT INTO setting VALUES ('a', 'b')")
        with store.transaction():
            store.db.execute("INSERT INTO setting VALUES ('c', 'd')")
        raise ZeroDivisionError
    assert store.db.execute("SELECT * FROM setting").fetchall() == []
    assert not store.db.conn.in_transaction


@pytest.fixture
def protected(tmp_path: Path) -> Iterator[Path]:
    """A folder with a project, which the system itself keeps from being written."""
    folder = tmp_path / "protected"
    folder.mkdir()
    create(folder / "project.kza").close()
    if os.geteuid() != 0:
        folder.chmod(0o500)
        yield folder
        folder.chmod(0o700)
        return
    bind = subprocess.run(["mount", "--bind", folder, folder], capture_output=True, check=False)
    remount = ["mount", "-o", "remount,ro,bind", str(folder)]
    if bind.returncode or subprocess.run(remount, capture_output=True, check=False).returncode:
        if not bind.returncode:
            subprocess.run(["umount", "--lazy", folder], check=True)
        pytest.skip("root isn't kept out by permissions, and may not mount here")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)  # a failed test may use it


@pytest.mark.skipif(os.name == "nt", reason="folders are protected otherwise there")
def test_protected_folder(protected: Path) -> None:
    path = protected / "project.kza"
    with pytest.raises(KzError, match="it can't be written here"):
        open_store(path, writable=True)
    with pytest.raises(KzError, match="it can't be written here"):
        create(protected / "new.kza")
    with open_store(path, writable=False) as reader:
        assert reader.db.execute("SELECT count(*) FROM document").fetchone() == (0,)


def test_what_is_read_breaks_off_when_asked(store: Store) -> None:
    endless = (
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    )
    asked: list[None] = []

    def stop() -> bool:
        asked.append(None)
        return len(asked) > 2

    with pytest.raises(Stopped), store.stopping(stop):
        store.db.execute(endless).fetchone()
    asked.clear()
    with pytest.raises(Stopped), store.stopping(stop), store.stopping(lambda: False):
        store.db.execute(endless).fetchone()
    assert store.db.execute("SELECT 1").fetchone() == (1,)


def test_what_is_kept_is_read_again_after_each_change(store: Store) -> None:
    reads: list[Store] = []

    def documents(of: Store) -> list[object]:
        reads.append(of)
        return [name for (name,) in of.db.execute("SELECT name FROM document ORDER BY name")]

    assert store.kept(documents) == store.kept(documents) == []
    assert len(reads) == 1
    add(store, "a.txt", "One line.\n")
    assert store.kept(documents) == ["a.txt"]
    second = store.second()
    add(second, "b.txt", "Another line.\n")
    assert store.kept(documents) == second.kept(documents) == ["a.txt", "b.txt"]
    second.close()


def test_what_may_be_taken_back_is_not_kept(store: Store) -> None:
    def settings(of: Store) -> object:
        return of.db.execute("SELECT count(*) FROM setting").fetchone()

    before = store.kept(settings)
    with pytest.raises(ZeroDivisionError), store.transaction():
        store.db.execute("INSERT INTO setting VALUES ('a', 'b')")
        assert store.kept(settings) != before
        raise ZeroDivisionError
    assert store.kept(settings) == before


def test_what_is_kept_stays_while_a_block_reads(store: Store) -> None:
    def settings(of: Store) -> object:
        return of.db.execute("SELECT count(*) FROM setting").fetchone()

    second = store.second()
    before = store.kept(settings)
    with store.steady():
        second.db.execute("INSERT INTO setting VALUES ('a', 'b')")
        assert store.kept(settings) == before
    assert store.kept(settings) == second.kept(settings) != before
    second.close()
