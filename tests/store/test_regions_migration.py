"""A project of version 1, before there were regions: its annotations and its history stay whole.

`old/version-1.kza` was written by the program of that version: a text was added, two names tagged,
one got a memo, the other was deleted, and that was undone.
"""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kzannotate.model.selectors import Selector
from kzannotate.store import annotations, checks, documents, history
from kzannotate.store.store import Store, open_store

WRITTEN = Path(__file__).parent / "old" / "version-1.kza"
BOX = (1.0, 2.0, 30.0, 40.5)
LABELS = [
    "Delete annotation",
    "Edit memo",
    "Tag as Victim",
    "Tag as Victim",
    "Add a.txt",
    "New project",
]


@pytest.fixture
def old(path: Path) -> Path:
    shutil.copy(WRITTEN, path)
    return path


def problems(store: Store) -> list[str]:
    corpus = documents.all_documents(store)
    wrong = [problem for one in corpus for problem in checks.document(store, one)]
    return [*checks.file(store), *wrong, *checks.chain(store)]


def test_annotations_and_history_stay(old: Path) -> None:
    with closing(dbapi2.connect(str(old))) as was:
        before = was.execute("SELECT * FROM annotation ORDER BY id").fetchall()
        steps = was.execute("SELECT * FROM step").fetchall()
    assert [step[2] for step in steps if step[1] == "do"] == LABELS[::-1]
    with open_store(old, writable=True) as store:
        rows = store.db.execute("SELECT * FROM annotation ORDER BY id").fetchall()
        assert rows == [(*row, None, None, None, None) for row in before]
        assert store.db.execute("SELECT * FROM step").fetchall() == steps
        assert problems(store) == []
    assert list(old.parent.glob("project.kza.before-*"))


def test_old_steps_are_undone_and_done_again(old: Path) -> None:
    with open_store(old, writable=True) as store:
        assert history.redo(store, "tester").label == LABELS[0]
        undone = []
        while changes := history.undo(store, "tester"):
            undone.append(changes.label)
            assert list(checks.chain(store)) == []
        assert undone == LABELS[:-1]
        while history.redo(store, "tester"):
            assert list(checks.chain(store)) == []
        (left,) = annotations.all_annotations(store)
        assert (left.quotation, left.memo, left.region) == ("Ana Korin", "élan", None)


def test_old_and_new_rows_in_one_step(old: Path) -> None:
    with open_store(old, writable=True) as store:
        first, second = annotations.all_annotations(store)
        region = annotations.place(Selector(0, 0, "", "", ""), 1, BOX)
        with history.step(store, "Tag", "tester") as step:
            step.update("annotation", [first.id], region)
            step.delete("annotation", [second.id])
        assert list(checks.chain(store)) == []
        history.undo(store, "tester")
        assert list(annotations.all_annotations(store)) == [first, second]
        history.redo(store, "tester")
        (left,) = annotations.all_annotations(store)
        assert left.region == BOX
        assert list(checks.chain(store)) == []


@pytest.mark.parametrize(
    "wrong",
    [
        "start = stop",
        "x0 = 1",
        "page = 1, start = stop, x0 = 1, y0 = 1, x1 = 5",
        "page = 1, start = stop, x0 = 9, y0 = 1, x1 = 5, y1 = 5",
        "page = 1, x0 = 1, y0 = 1, x1 = 5, y1 = 5",
        "page = NULL, start = stop, x0 = 1, y0 = 1, x1 = 5, y1 = 5",
    ],
)
def test_the_file_refuses_half_regions(old: Path, wrong: str) -> None:
    open_store(old, writable=True).close()
    with (
        closing(dbapi2.connect(str(old))) as db,
        pytest.raises(dbapi2.IntegrityError, match="CHECK constraint failed"),
    ):
        db.execute(f"UPDATE annotation SET {wrong}")
