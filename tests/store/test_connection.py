"""What SQLite says of a damaged file is a sentence, wherever it is said."""

import random
from pathlib import Path

import pytest

from kzannotate.model.errors import KzError
from kzannotate.store import checks, texts
from kzannotate.store.connection import connect
from kzannotate.store.store import Store, create, open_store
from tests.store.conftest import add

ROUNDS = 150


def test_any_damaged_byte_is_told_or_harmless(path: Path) -> None:
    with create(path) as store:
        document = add(store, "a.txt", "One line.\nAnother line.\n")
    sound = path.read_bytes()
    chance = random.Random(20260131)
    for _ in range(ROUNDS):
        damaged = bytearray(sound)
        for _ in range(3):
            damaged[chance.randrange(100, len(damaged))] = chance.randrange(256)
        path.write_bytes(damaged)
        try:
            with open_store(path, writable=True) as found:
                list(checks.file(found))
                list(checks.chain(found))
                texts.text(found, document.id)
        except KzError as error:
            assert str(path) in str(error)


def test_rows_are_guarded_too(store: Store) -> None:
    store.db.execute("INSERT INTO setting VALUES ('a', 'fine'), ('b', 'fine')")
    store.db.execute("INSERT INTO setting VALUES ('bad', CAST(x'ff' AS TEXT))")
    rows = store.db.execute("SELECT value FROM setting ORDER BY key")
    assert rows.fetchone() == ("fine",)
    with pytest.raises(KzError, match="it is damaged"):
        rows.fetchall()


def test_a_mistake_of_ours_stays_one(store: Store) -> None:
    with pytest.raises(Exception, match="no such table") as raised:
        store.db.execute("SELECT * FROM nowhere")
    assert not isinstance(raised.value, KzError)


def test_settings(path: Path, store: Store) -> None:
    expected = {"foreign_keys": 1, "synchronous": 2, "trusted_schema": 0, "cell_size_check": 1}
    for db in (store.db, connect(path, writable=False)):
        found = {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in expected}
        assert found == expected
    db.close()
