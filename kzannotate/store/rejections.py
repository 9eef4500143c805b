"""Rows of the table `rejection`: suggestions that were refused and don't come back."""

from collections.abc import Iterator

from kzannotate.model.ids import DocumentId
from kzannotate.model.selectors import Selector
from kzannotate.model.suggestion import Rejection
from kzannotate.store.history import Row
from kzannotate.store.store import Store


def row(rejection: Rejection) -> Row:
    """The rejection as the history writes it."""
    return {
        "id": rejection.id,
        "document": rejection.document,
        "code": rejection.code,
        **place(rejection.selector),
        "rule": rejection.rule,
        "coder": rejection.coder,
        "created": rejection.created,
    }


def place(selector: Selector) -> Row:
    """The columns that say where it stands."""
    return {
        "start": selector.start,
        "stop": selector.stop,
        "exact": selector.exact,
        "prefix": selector.prefix,
        "suffix": selector.suffix,
    }


def of_document(store: Store, document: DocumentId) -> Iterator[Rejection]:
    """Those of one document, in reading order."""
    for found in store.db.execute(
        "SELECT id, document, code, start, stop, exact, prefix, suffix, rule, coder, created"
        " FROM rejection WHERE document = ? ORDER BY start, stop, code",
        [document],
    ):
        identity, of, code, *selector, rule, coder, created = found
        yield Rejection(identity, of, code, Selector(*selector), rule, coder, created)


def count_of_rule(store: Store, rule: str) -> int:
    """How often suggestions of a rule were refused in this project."""
    (number,) = store.db.execute("SELECT count(*) FROM rejection WHERE rule = ?", [rule]).fetchone()
    return int(number)
