"""What the inflected forms of a word have in common, by language: Snowball, and Kazakh by ours.

Stems are of folded forms, so Snowball sees no accents; where that or its own rules part what
belongs together (`осужден`, `осужденных`), stemming the stem again brings them together.
"""

import math
import re
import time
from collections.abc import Callable, Iterable, Sequence
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
LONGEST = 50
"""Letters of a word that is stemmed: a longer one is none."""
MOST = 200
"""Forms of one word that are searched."""
Stems = Callable[[Sequence[str]], Sequence[str]]
"""Gives the stem of each of some forms."""
_ALTERED = {"de": "e", "en": "iy", "es": "c", "fr": "csuy", "it": "z", "kk": "бгғ", "nl": "aeouvz"}
"""Letters that a form can have in the place of its stem's last: happy, happi; maan, man."""
_CYRILLIC = re.compile("[\u0400-\u052f]")
_IN_CYRILLIC = frozenset({"kk", "ru"})


_KNOWN = 50_000
"""Stems that are remembered in each language: the words around one that is being typed."""
_MANY = 100
"""Forms that are gone through to spare looking each beginning up."""
Vocabulary = Callable[[str], Sequence[str]]
"""Gives the forms of the corpus that begin with some letters."""


def inflected(
    plan: Plan, languages: Iterable[str], vocabulary: Vocabulary, until: float = math.inf
) -> Plan:
    """The plan with each word widened to the forms that share its stem in any of the languages.

    Languages without a stemmer are passed over. Phrases and prefixes stay as they are, and so do
    words whose turn comes after `until`, a moment of `time.monotonic`.
    """
    known = sorted(LANGUAGES.intersection(languages))
    vocabulary = cache(vocabulary)  # most languages leave the same beginning

    def widened(plan: Plan) -> Plan:
        match plan:
            case Word((form,), "") if SHORTEST <= len(form) <= LONGEST:
                if time.monotonic() > until:
                    return plan
                return Word(_relatives(form, known, vocabulary), form)
            case _:
                return rebuilt(plan, widened)

    return widened(plan)


def _relatives(form: str, languages: Iterable[str], vocabulary: Vocabulary) -> tuple[str, ...]:
    """The form itself first, then its relatives in the corpus, at most `MOST` in all."""
    found = {form: None}
    cyrillic = _CYRILLIC.search(form) is not None
    for language in languages:
        if cyrillic == (language in _IN_CYRILLIC):
            found.update(dict.fromkeys(_of_one_stem(form, language, vocabulary)))
    return tuple(found)[:MOST]


def _of_one_stem(form: str, language: str, vocabulary: Vocabulary) -> list[str]:
    stems = stemmer(language)
    (own,) = stems([form])
    starts = (own, *(own[:-1] + last for last in _ALTERED.get(language, "") if last != own[-1]))
    forms = [one for one in _beginning_with(starts, own[:-1], vocabulary) if one != form]
    if not forms:
        return []
    return [one for one, stem in zip(forms, stems(forms), strict=True) if stem == own]


def _beginning_with(starts: tuple[str, ...], common: str, vocabulary: Vocabulary) -> Sequence[str]:
    """The forms that begin with one of these, which have all but the last letter in common."""
    forms = vocabulary(common)
    if len(forms) > _MANY:
        return [one for start in starts for one in vocabulary(start)]
    return [one for one in forms if one.startswith(starts)]


@cache
def stemmer(language: str) -> Stems:
    """What takes folded words of one of `LANGUAGES` to their stems."""
    stemmed = _kazakh if language == "kk" else _snowball(language)
    known: dict[str, str] = {}

    def stems(forms: Sequence[str]) -> Sequence[str]:
        found = {form: known[form] for form in forms if form in known}
        if missing := [form for form in forms if form not in found]:
            fresh = dict(zip(missing, stemmed(missing), strict=True))
            if len(known) > _KNOWN:
                known.clear()
            known.update(fresh)
            found |= fresh
        return [found[form] for form in forms]

    return stems


def _kazakh(forms: Sequence[str]) -> Sequence[str]:
    return list(map(kazakh.stem, forms))


def _snowball(language: str) -> Stems:
    stemmer = Stemmer.Stemmer(_SNOWBALL[language], 0)  # 0: its cache costs more than it saves

    def stems(forms: Sequence[str]) -> Sequence[str]:
        found = list(forms)
        if language == "fr":  # Snowball keeps the s after most vowels
            found = [form.removesuffix("s") if len(form) > SHORTEST else form for form in forms]
        changed: Sequence[int] = range(len(found))
        while changed:
            shorter = zip(changed, stemmer.stemWords([found[at] for at in changed]), strict=True)
            again = []
            for at, stem in shorter:
                if len(stem) >= SHORTEST and stem != found[at]:
                    found[at] = stem
                    again.append(at)
            changed = again
        return found

    return stems
