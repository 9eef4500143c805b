"""Did you mean: for a searched word that the corpus hardly has, the nearest words that it has."""

from kzannotate.model.query import Alternative
from kzannotate.project.corpus_words import corpus_words
from kzannotate.project.searching import Result
from kzannotate.project.session import Project
from kzannotate.search.adding import with_word
from kzannotate.search.lexicon import Lexicon
from kzannotate.search.likeness import NearWords

FEW = 3
"""A word that is in fewer passages than this has alternatives."""
MOST = 5
"""Alternatives of one word."""
_MOST_WORDS = 300_000
"""Words of the corpus that are compared, the most frequent ones."""
_known: list[tuple[Lexicon, NearWords]] = []
"""Those of the words that were last asked; some tens of megabytes at most."""


def suggest_words(project: Project, result: Result) -> tuple[Alternative, ...]:
    """Words of the corpus that may have been meant by what was searched.

    Takes some tenths of a second when the corpus was changed, so not while somebody types.
    """
    alternatives: list[Alternative] = []
    words = corpus_words(project).words
    searched = {form for word in result.words for form in word.forms}
    for word in result.words:
        if words.passages(word.forms) >= FEW:
            continue
        near = _near_words(words).near(word.typed, MOST + len(searched))
        others = [(form, number) for form, number in near if form not in searched]
        alternatives += (Alternative(word.typed, *other) for other in others[:MOST])
    return tuple(alternatives)


def with_alternative(query: str, alternative: Alternative) -> str:
    """The query that asks for that word too."""
    return with_word(query, alternative.typed, alternative.form)


def _near_words(words: Lexicon) -> NearWords:
    for known, near in _known:
        if known is words:
            return near
    near = NearWords(words.frequent(_MOST_WORDS))
    _known[:] = [(words, near)]
    return near
