"""Whether two words may be one name: in another script, transcription or grammatical case."""

from collections.abc import Iterator
from functools import lru_cache

from kzannotate.search.likeness import keys
from kzannotate.search.stems import stemmer

_ENDS_OF_A = "еуы"
"""One letter in place of а."""


@lru_cache(maxsize=100_000)
def spellings(form: str) -> frozenset[str]:
    """Keys of a folded word; two words may be one name when they share one.

    A word in Cyrillic has a key for each nominative that it may be a case of: «Утеповой» is
    Утепов or Утепова; so it meets both Utepova and «Утепову».
    """
    return frozenset(keys(list(_nominatives(form))))


def _nominatives(form: str) -> Iterator[str]:
    yield form
    if "а" <= form[0] <= "ӿ":
        if form[-1] in _ENDS_OF_A:
            yield f"{form[:-1]}а"  # of a name too short to be stemmed: Ане
        for language in ("ru", "kk"):
            (stem,) = stemmer(language)([form])
            for length in range(len(stem), len(form)):
                yield form[:length]
                yield f"{form[:length]}а"
