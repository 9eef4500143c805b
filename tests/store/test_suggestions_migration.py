"""A project of version 1 gets the tables of suggestions; its history can hold their rejections."""

import shutil
from pathlib import Path

import pytest

from kzannotate.model.ids import RejectionId
from kzannotate.model.selectors import Selector
from kzannotate.model.suggestion import Rejection, Suggestion
from kzannotate.store import annotations, checks, documents, history, rejections, suggestions
from kzannotate.store.store import Store, open_store

WRITTEN = Path(__file__).parent / "old" / "version-1.kza"


@pytest.fixture
def store(path: Path) -> Store:
    shutil.copy(WRITTEN, path)
    return open_store(path, writable=True)


def test_rejections_are_steps_of_the_old_history(store: Store) -> None:
    with store:
        before = history.steps(store)
        (document,) = documents.all_documents(store)
        selector = Selector(0, 3, "Ana", "", " Korin")
        refused = Rejection(
            RejectionId("r"), document.id, "victim", selector, "rule", "tester", "2026"
        )
        with history.step(store, "Reject suggestion", "tester") as step:
            step.insert("rejection", [rejections.row(refused)])
        assert list(rejections.of_document(store, document.id)) == [refused]
        assert rejections.count_of_rule(store, "rule") == 1
        assert history.steps(store)[:-1] == before
        assert [*checks.file(store), *checks.chain(store)] == []
        assert history.undo(store, "tester").rejections == {"r"}
        assert list(rejections.of_document(store, document.id)) == []


def test_suggestions_are_kept_with_their_version(store: Store) -> None:
    with store:
        (document,) = documents.all_documents(store)
        assert suggestions.stale(store, "1") == [(document.id, document.characters)]
        tagged = next(annotations.of_document(store, document.id))
        places = [(tagged.start, tagged.stop), (tagged.stop, tagged.stop + 1)]
        found = [(Suggestion(*place, "victim", "rule", 0.5), "quotation") for place in places]
        suggestions.put(store, document.id, "1", found)
        assert suggestions.stale(store, "1") == []
        assert suggestions.stale(store, "2") == [(document.id, document.characters)]
        (waiting,) = suggestions.open_ones(store, [])
        assert waiting.suggestion == found[1][0]
        assert suggestions.open_ones(store, ["rule"]) == []
        assert suggestions.counts(store, []) == {("victim", document.id): 1}
