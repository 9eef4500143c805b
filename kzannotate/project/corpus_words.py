"""The words and languages of a project, kept in memory while texts come and go."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from threading import Lock
from weakref import WeakKeyDictionary

from kzannotate.project.session import Project
from kzannotate.search.analysis import forms
from kzannotate.search.lexicon import Lexicon
from kzannotate.store import documents, indexing, vocabulary
from kzannotate.store.store import Store

_FEW = 50
"""Texts that are counted by themselves; when more have changed all words are read again."""


@dataclass(frozen=True, slots=True)
class CorpusWords:
    """What was read of a project, and when."""

    words: Lexicon
    languages: frozenset[str]
    texts: dict[int, str]
    way: str


_known: list[CorpusWords] = []
"""Of the project that was last asked: some tens of megabytes at most."""
_moments = WeakKeyDictionary[Store, tuple[int, int]]()
"""When each connection was last seen to have these words."""
_reading = Lock()
"""Whoever asks while another thread reads waits for it."""


def corpus_words(project: Project) -> CorpusWords:
    """The words of the index as it is now.

    The first time takes a second for 200 MB of text; after an import, a hundredth.
    """
    store = project.store
    with _reading:
        moment = store.moment()
        last = _known[0] if _known else None
        if last is not None and _moments.get(store) == moment:
            return last
        now = _read(store, last)
        if now is not last:
            _moments.clear()
            _known[:] = [now]
        _moments[store] = moment
        return now


def _read(store: Store, last: CorpusWords | None) -> CorpusWords:
    way, texts, spoken = indexing.way(store), indexing.texts(store), documents.languages(store)
    if last is None or last.way != way:
        return CorpusWords(_all_words(store), spoken, texts, way)
    if last.texts == texts:
        return last if last.languages == spoken else replace(last, languages=spoken)
    added, gone = texts.items() - last.texts.items(), last.texts.items() - texts.items()
    if gone or len(added) > _FEW:
        return CorpusWords(_all_words(store), spoken, texts, way)
    words = last.words.with_more(_counted(store, [number for number, _ in added]))
    return CorpusWords(words, spoken, texts, way)


def _all_words(store: Store) -> Lexicon:
    return Lexicon({form: passages for form, passages, _ in vocabulary.counted(store)})


def _counted(store: Store, texts: Iterable[int]) -> Counter[str]:
    """In how many passages of these texts each form stands."""
    counted = Counter[str]()
    for text in texts:
        for _, content, after in indexing.passages_of(store.db, text):
            counted.update(set(forms(content, after).split()))
    return counted
