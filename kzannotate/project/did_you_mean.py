"""Did you mean: for a searched word that the corpus hardly has, the nearest words that it has."""

from kzannotate.model.query import Alternative
from kzannotate.project.searching import Result
from kzannotate.project.session import Project
from kzannotate.search.likeness import NearWords
from kzannotate.store import indexing, vocabulary

FEW = 3
"""A word that is in fewer passages than this has alternatives."""
MOST = 5
"""Alternatives of one word."""
_MOST_WORDS = 300_000
"""Words of the corpus that are compared, the most frequent ones."""
_known: dict[str, NearWords] = {}
"""The words of the index that was last asked, by its state: some tens of megabytes at most."""


def suggest_words(project: Project, result: Result) -> tuple[Alternative, ...]:
    """Words of the corpus that may have been meant by what was searched.

    Takes some tenths of a second when the corpus was changed, so not while somebody types.
    """
    alternatives: list[Alternative] = []
    for word in result.words:
        if vocabulary.passages(project.store, word.forms) >= FEW:
            continue
        near = _near_words(project).near(word.typed, MOST + len(word.forms))
        others = [(form, number) for form, number in near if form not in word.forms]
        alternatives += (Alternative(word.typed, *other) for other in others[:MOST])
    return tuple(alternatives)


def _near_words(project: Project) -> NearWords:
    state = f"{project.path} {indexing.state(project.store)}"
    known = _known.get(state)
    if known is None:
        known = NearWords(vocabulary.frequent(project.store, _MOST_WORDS))
        _known.clear()
        _known[state] = known
    return known
