"""What the inflected forms of a word have in common, by language: Snowball, and Kazakh by ours.

Stems are of folded forms, so Snowball sees no accents; where that or its own rules part what
belongs together (`осужден`, `осужденных`), stemming the stem again brings them together.
"""

import math
import time
from collections.abc import Callable, Iterable
from functools import cache

import Stemmer

from kzannotate.model.query import Plan, Word, rebuilt
from kzannotate.search import kazakh

_SNOWBALL = {
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "it": "italian",
    "nl": "dutch_porter",  # the newer one takes off ge- too: stems would be no beginnings
    "pl": "polish",
    "pt": "portuguese",
    "ru": "russian",
}
LANGUAGES = frozenset({*_SNOWBALL, "kk"})
SHORTEST = 3
"""Letters of a word that is stemmed: a shorter one has too little left to tell it by."""
MOST = 200
"""Forms of one word that are searched."""
Stem = Callable[[str], str]


Vocabulary = Callable[[str], Iterable[str]]
"""Gives the forms of the corpus that begin with some letters."""


def inflected(
    plan: Plan, languages: Iterable[str], vocabulary: Vocabulary, until: float = math.inf
) -> Plan:
    """The plan with each word widened to the forms that share its stem in any of the languages.

    Languages without a stemmer are passed over. Phrases and prefixes stay as they are, and so do
    words whose turn comes after `until`, a moment of `time.monotonic`.
    """
    stems = [_stemmer(language) for language in sorted(LANGUAGES.intersection(languages))]

    def widened(plan: Plan) -> Plan:
        match plan:
            case Word((form,), "") if len(form) >= SHORTEST and time.monotonic() <= until:
                return Word(_relatives(form, stems, vocabulary), form)
            case _:
                return rebuilt(plan, widened)

    return widened(plan)


def _relatives(form: str, stems: Iterable[Stem], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The form itself first, then its relatives in the corpus, at most `MOST` in all."""
    found = {form: None}
    for stem in stems:
        own = stem(form)
        # A stem's last letter may be altered in it (happy, happi).
        found.update((one, None) for one in vocabulary(own[:-1]) if stem(one) == own)
    return tuple(found)[:MOST]


@cache
def _stemmer(language: str) -> Stem:
    if language == "kk":
        return kazakh.stem
    once: Stem = Stemmer.Stemmer(_SNOWBALL[language]).stemWord

    def stem(form: str) -> str:
        if language == "fr" and len(form) > SHORTEST:
            form = form.removesuffix("s")  # Snowball keeps it after most vowels
        while (shorter := once(form)) != form and len(shorter) >= SHORTEST:
            form = shorter
        return form

    return stem
