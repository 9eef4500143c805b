"""Rows of the tables `saved_search` and `past_search`."""

from collections.abc import Iterator

from kzannotate.model.ids import SearchId
from kzannotate.model.searches import Question, SavedSearch
from kzannotate.store.history import Row
from kzannotate.store.store import Store

KEPT = 200
"""Past searches at most."""
_SAVED = "SELECT id, name, query, within, exact, coder, created FROM saved_search"


def row(search: SavedSearch) -> Row:
    """The saved search as the history writes it."""
    return {
        "id": search.id,
        "name": search.name,
        "query": search.question.query,
        "within": search.question.within,
        "exact": int(search.question.exact),
        "coder": search.coder,
        "created": search.created,
    }


def saved(store: Store) -> list[SavedSearch]:
    """The saved searches, by name."""
    return list(_saved(store, "ORDER BY name COLLATE NOCASE, name"))


def find(store: Store, search: str) -> SavedSearch | None:
    """The saved search of that id or name."""
    rest = "WHERE id = ?1 OR name = ?1 ORDER BY id = ?1 DESC LIMIT 1"
    return next(_saved(store, rest, search), None)


def remember(store: Store, question: Question) -> None:
    """Make this the newest past search; the oldest beyond `KEPT` go."""
    values = [question.query, question.within, int(question.exact)]
    with store.transaction():
        same = "query = ? AND within = ? AND exact = ?"
        store.db.execute(f"DELETE FROM past_search WHERE {same}", values)
        store.db.execute(
            "INSERT INTO past_search (id, query, within, exact)"
            " SELECT coalesce(max(id), 0) + 1, ?, ?, ? FROM past_search",
            values,
        )
        store.db.execute(
            "DELETE FROM past_search WHERE id NOT IN"
            " (SELECT id FROM past_search ORDER BY id DESC LIMIT ?)",
            [KEPT],
        )


def past(store: Store) -> list[Question]:
    """The past searches, the newest first."""
    rows = store.db.execute("SELECT query, within, exact FROM past_search ORDER BY id DESC")
    return [Question(query, within, bool(exact)) for query, within, exact in rows]


def forget(store: Store) -> None:
    """Clear the past searches."""
    with store.transaction():
        store.db.execute("DELETE FROM past_search")


def _saved(store: Store, rest: str, *values: str) -> Iterator[SavedSearch]:
    for found in store.db.execute(f"{_SAVED} {rest}", values):
        search, name, query, within, exact, coder, created = found
        question = Question(query, within, bool(exact))
        yield SavedSearch(SearchId(search), name, question, coder, created)
