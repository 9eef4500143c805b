"""A project of version 1, before there were regions: its annotations and its history stay whole."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kzannotate import paths
from kzannotate.model.annotation import Annotation
from kzannotate.model.codebook import BUILT_IN
from kzannotate.model.ids import AnnotationId, new_id
from kzannotate.model.selectors import Selector, select
from kzannotate.store import annotations, checks, codes, history, migrations
from kzannotate.store.history import Row
from kzannotate.store.store import Store, create, open_store
from tests.store.conftest import add

TEXT = "Free Ana Korin.\nFree Ivo Maren.\n"
LATER = ("x0", "y0", "x1", "y1")
BOX = (1.0, 2.0, 30.0, 40.5)


@pytest.fixture
def old(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file as version 1 wrote it: two annotations, one changed, one deleted and brought back."""
    folder = tmp_path / "schema"
    folder.mkdir()
    shutil.copy(paths.schema() / "0001_initial.sql", folder)
    with monkeypatch.context() as patch:
        patch.setattr(paths, "schema", lambda: folder)
        migrations.expected_schema.cache_clear()
        with create(path) as store:
            fill(store)
    migrations.expected_schema.cache_clear()
    yield path


def fill(store: Store) -> None:
    with history.step(store, "New project", "tester") as step:
        step.insert("code", map(codes.row, BUILT_IN))
    document = add(store, "a.txt", TEXT)
    made = [
        Annotation(
            AnnotationId(new_id()), document.id, BUILT_IN[0].id, selector, 1, "", "tester", "", ""
        )
        for selector in (select(TEXT, 5, 14), select(TEXT, 21, 30))
    ]
    with history.step(store, "Tag", "tester") as step:
        step.insert("annotation", map(of_version_1, made))
    with history.step(store, "Edit memo", "tester") as step:
        step.update("annotation", [made[0].id], {"memo": "élan"})
    with history.step(store, "Delete", "tester") as step:
        step.delete("annotation", [made[1].id])
    history.undo(store, "tester")


def of_version_1(annotation: Annotation) -> Row:
    row = annotations.row(annotation)
    return {column: value for column, value in row.items() if column not in LATER}


def problems(store: Store) -> list[str]:
    return [*checks.file(store), *checks.chain(store)]


def test_annotations_and_history_stay(old: Path) -> None:
    was = dbapi2.connect(str(old))
    before = was.execute("SELECT * FROM annotation ORDER BY id").fetchall()
    steps = was.execute("SELECT * FROM step").fetchall()
    was.close()
    with open_store(old, writable=True) as store:
        rows = store.db.execute("SELECT * FROM annotation ORDER BY id").fetchall()
        assert rows == [(*row, None, None, None, None) for row in before]
        assert store.db.execute("SELECT * FROM step").fetchall() == steps
        assert problems(store) == []
    assert old.with_name("project.kza.before-0002").exists()


def test_old_steps_are_undone_and_done_again(old: Path) -> None:
    with open_store(old, writable=True) as store:
        labels = []
        while changes := history.undo(store, "tester"):
            labels.append(changes.label)
            assert problems(store) == []
        assert labels == ["Edit memo", "Tag", "Add a.txt"]
        while history.redo(store, "tester"):
            pass
        assert [(one.quotation, one.memo) for one in annotations.all_annotations(store)] == [
            ("Ana Korin", "élan"),
        ]
        assert problems(store) == []


def test_old_and_new_rows_in_one_step(old: Path) -> None:
    with open_store(old, writable=True) as store:
        (first, second) = list(annotations.all_annotations(store))
        region = annotations.place(Selector(0, 0, "", "", ""), 1, BOX)
        with history.step(store, "Tag", "tester") as step:
            step.update("annotation", [first.id], region)
            step.delete("annotation", [second.id])
        assert problems(store) == []
        history.undo(store, "tester")
        assert list(annotations.all_annotations(store)) == [first, second]
        history.redo(store, "tester")
        (left,) = annotations.all_annotations(store)
        assert left.region == BOX
        assert problems(store) == []


@pytest.mark.parametrize(
    "wrong",
    [
        "start = stop",
        "x0 = 1",
        "start = stop, x0 = 1, y0 = 1, x1 = 5",
        "start = stop, x0 = 9, y0 = 1, x1 = 5, y1 = 5",
        "x0 = 1, y0 = 1, x1 = 5, y1 = 5",
        "start = stop, page = NULL, x0 = 1, y0 = 1, x1 = 5, y1 = 5",
    ],
)
def test_the_file_refuses_half_regions(old: Path, wrong: str) -> None:
    open_store(old, writable=True).close()
    with (
        closing(dbapi2.connect(str(old))) as db,
        pytest.raises(dbapi2.IntegrityError, match="CHECK constraint failed"),
    ):
        db.execute(f"UPDATE annotation SET {wrong}")
