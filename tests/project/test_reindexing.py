"""The search index made anew."""

import pytest

from kzannotate.model.progress import Monitor
from kzannotate.project import checking, importing, reading, reindexing, undoing
from kzannotate.project.searching import search
from kzannotate.project.session import Project
from kzannotate.store import indexing
from tests.project import stale
from tests.project.conftest import LETTER, Write


class OneSlice(Monitor):
    """Stops after the first slice."""

    def __init__(self) -> None:
        self.seen: list[tuple[int, int, str]] = []

    def report(self, done: int, total: int, what: str) -> None:
        self.seen.append((done, total, what))

    def cancelled(self) -> bool:
        return bool(self.seen)


@pytest.fixture
def old(project: Project, write: Write, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Two letters in an index of another version, renewed by one passage at a time."""
    importing.add(project, [write("a.txt", LETTER), write("b.txt", "Korin again.\n\nThe end.")])
    stale.make(project)
    monkeypatch.setattr(indexing, "SLICE", 1)
    monkeypatch.setattr(indexing, "_READ_AT_ONCE", 1)
    return project


def found(project: Project, query: str) -> list[str]:
    return [hit.name for hit in search(project, query).hits]


def test_the_index_is_made_anew(old: Project) -> None:
    assert reindexing.is_due(old)
    assert found(old, "korin") == []
    assert search(old, "korin").remarks == (reindexing.STALE,)
    assert "kzannotate reindex" in checking.check(old)[0]
    assert reindexing.reindex(old)
    assert sorted(found(old, "korin")) == ["a.txt", "b.txt"]
    assert found(old, "another") == []
    assert search(old, "korin").remarks == ()
    assert checking.check(old) == []
    assert not reindexing.is_due(old)


def test_what_was_done_before_a_stop_stays_and_the_rest_follows(old: Project) -> None:
    stopped = OneSlice()
    assert not reindexing.reindex(old, stopped)
    assert found(old, "ministry") == ["a.txt"]
    assert found(old, "korin") == []
    (passages,) = old.store.db.execute("SELECT count(*) FROM passage").fetchone()
    assert stopped.seen == [(0, passages, "Renewing the search index")]
    begun = OneSlice()
    assert not reindexing.reindex(old, begun)
    assert begun.seen[0][0] > 0
    assert reindexing.reindex(old)
    assert sorted(found(old, "korin")) == ["a.txt", "b.txt"]


def test_a_document_removed_or_brought_back_meanwhile_is_right(old: Project) -> None:
    first, second = (one.id for one in reading.documents(old))
    importing.remove(old, [first])
    reindexing.reindex(old, OneSlice())
    undoing.undo(old)
    importing.remove(old, [second])
    assert reindexing.reindex(old)
    assert found(old, "korin") == ["a.txt"]
    undoing.undo(old)
    assert sorted(found(old, "korin")) == ["a.txt", "b.txt"]
    assert checking.check(old) == []


def test_an_empty_project_is_whole_at_once(project: Project) -> None:
    stale.make(project)
    assert reindexing.reindex(project)
    assert not reindexing.is_due(project)
