"""Does the full-text index hold the words of the texts?

A contentless index can't be read back passage by passage. But it tells for each word in how many
passages it stands, and how often, and for each passage how many words it has: these are compared.
"""

from collections import Counter
from collections.abc import Iterator

from kzannotate.model.document import Document
from kzannotate.model.wording import counted
from kzannotate.store import vocabulary
from kzannotate.store.indexing import Fold, passages_of
from kzannotate.store.store import Store
from kzannotate.store.texts import text_of

_LONGEST = 8000
"""Letters of a word that is compared: FTS5 cuts longer ones, at 32 KB."""


class IndexCheck:
    """Goes through the documents, then compares."""

    def __init__(self, store: Store, fold: Fold) -> None:
        """`fold` as the index was made with."""
        self._store = store
        self._fold = fold
        self._passages = Counter[str]()
        self._places = Counter[str]()

    def document(self, document: Document) -> Iterator[str]:
        """What is wrong with the passages of one document."""
        text_id = text_of(self._store, document.id)
        held = vocabulary.sizes(self._store, text_id)
        wrong = 0
        for number, content, after in passages_of(self._store.db, text_id):
            forms = self._fold(content, after).split()
            self._places.update(forms)
            self._passages.update(set(forms))
            wrong += held.get(number, len(forms)) != len(forms)  # what lacks is told elsewhere
        if wrong:
            yield f"{document.name}: the search index differs in {counted(wrong, 'passage')}"

    def problems(self) -> Iterator[str]:
        """What is wrong with the index as a whole, after all documents. Not during an import."""
        if self._store.db.execute("SELECT 1 FROM text WHERE state = 'unfinished'").fetchone():
            return
        expected = {
            (form, self._passages[form], places)
            for form, places in self._places.items()
            if len(form) <= _LONGEST
        }
        found = {row for row in vocabulary.counted(self._store) if len(row[0]) <= _LONGEST}
        wrong = {row[0] for row in expected ^ found}
        if wrong:
            yield (
                f"the search index differs from the texts in {counted(len(wrong), 'word')};"
                " `kzannotate reindex --whole` makes it anew"
            )
