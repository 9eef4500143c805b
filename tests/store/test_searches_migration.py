"""A project of version 2, before pages were recognised and searches kept, stays whole.

`old/version-2.kza` was written by the program of that version: a text and a paper were added, two
names tagged, one got a memo, a box was tagged; one was recoded, and that was undone.
"""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kzannotate.model.ids import SearchId
from kzannotate.model.searches import Question, SavedSearch
from kzannotate.store import annotations, checks, documents, history, searches
from kzannotate.store.store import Store, open_store

WRITTEN = Path(__file__).parent / "old" / "version-2.kza"
TABLES = ("step", "change", "annotation", "document", "code", "passage")
SEARCH = SavedSearch(
    SearchId("1"), "Prisons", Question("prison*", "page", exact=True), "tester", ""
)


@pytest.fixture
def old(path: Path) -> Path:
    shutil.copy(WRITTEN, path)
    return path


def problems(store: Store) -> list[str]:
    corpus = documents.all_documents(store)
    wrong = [problem for one in corpus for problem in checks.document(store, one)]
    return [*checks.file(store), *wrong, *checks.chain(store)]


def test_all_that_was_there_stays(old: Path) -> None:
    with closing(dbapi2.connect(str(old))) as was:
        before = {table: was.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}
        pages = was.execute("SELECT * FROM page").fetchall()
    assert [len(before[table]) for table in ("step", "annotation")] == [9, 3]
    with open_store(old, writable=True) as store:
        after = {table: store.db.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}
        assert after == before
        assert store.db.execute("SELECT * FROM page").fetchall() == [(*row, 0) for row in pages]
        assert problems(store) == []
        assert (searches.saved(store), searches.past(store)) == ([], [])


def test_old_steps_and_new_ones_are_undone_and_done_again(old: Path) -> None:
    with open_store(old, writable=True) as store:
        assert history.redo(store, "tester").label == "Recode as Legal article"
        with history.step(store, "Save", "tester") as step:
            step.insert("saved_search", [searches.row(SEARCH)])
        assert searches.saved(store) == [SEARCH]
        undone = []
        while changes := history.undo(store, "tester"):
            undone.append(changes.label)
            assert list(checks.chain(store)) == []
        assert len(undone) == 8
        assert list(annotations.all_annotations(store)) == []
        while history.redo(store, "tester"):
            assert list(checks.chain(store)) == []
        assert searches.saved(store) == [SEARCH]
        assert len(list(annotations.all_annotations(store))) == 3
        assert problems(store) == []


@pytest.mark.parametrize("wrong", ["within = 'book'", "exact = 2", "query = ''", "name = NULL"])
def test_the_file_refuses_half_a_search(old: Path, wrong: str) -> None:
    with open_store(old, writable=True) as store, history.step(store, "Save", "t") as step:
        step.insert("saved_search", [searches.row(SEARCH)])
    with (
        closing(dbapi2.connect(str(old))) as db,
        pytest.raises(dbapi2.IntegrityError, match="constraint failed"),
    ):
        db.execute(f"UPDATE saved_search SET {wrong}")
