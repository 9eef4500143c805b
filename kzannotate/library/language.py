"""The language of a passage, told offline by small words and letters of a closed set of languages.

Method: the relative weight of function words, as in G. Grefenstette, "Comparing two language
identification schemes" (1995), with the letters that a language doesn't share as further evidence.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from kzannotate.library.function_words import LETTERS, WORDS

LANGUAGES: tuple[str, ...] = tuple(WORDS)
"""ISO 639-1, those that can be told."""

_SAMPLE = 400
_SURE = 2.0
"""Evidence from which a passage speaks for itself: about two words of one language alone."""
_MARGIN = 1.25
_WORD = re.compile(r"[^\W\d_]+")


def languages(text: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    """Give the language of each span (code points) of `text`; empty where it can't be told.

    A span that doesn't say enough is taken for one of the languages that others are sure of: the
    one it points to, if only weakly, else that of the span before it, else of the next.
    """
    scores = [_scores(text[start : min(stop, start + _SAMPLE)]) for start, stop in spans]
    sure = [_sure(score) for score in scores]
    known = set(sure) - {""}
    found = [own or _weak(score, known) for own, score in zip(sure, scores, strict=True)]
    return _filled(found)


def _weights(signs: Mapping[str, Sequence[str]], weight: float) -> dict[str, dict[str, float]]:
    """Sign to language to evidence: the more languages share a sign, the less each gets."""
    shared = defaultdict(set)
    for language, own in signs.items():
        for sign in own:
            shared[sign].add(language)
    return {
        sign: dict.fromkeys(speakers, weight / len(speakers)) for sign, speakers in shared.items()
    }


_OF_WORD = _weights({language: words.split() for language, words in WORDS.items()}, 1.0)
_OF_LETTER = _weights({language: list(letters) for language, letters in LETTERS.items()}, 0.5)
_LETTER = re.compile(f"[{''.join(_OF_LETTER)}]")


def _scores(sample: str) -> dict[str, float]:
    """Language to evidence."""
    sample = sample.lower()
    scores: dict[str, float] = {}
    # Each word counts once: a formula or a table that repeats one says no more by it.
    hits = [_OF_WORD[word] for word in set(_WORD.findall(sample)) if word in _OF_WORD]
    if not sample.isascii():
        hits += [_OF_LETTER[letter] for letter in _LETTER.findall(sample)]
    for hit in hits:
        for language, weight in hit.items():
            scores[language] = scores.get(language, 0.0) + weight
    return scores


def _sure(scores: dict[str, float]) -> str:
    best = sorted(scores.values(), reverse=True)[:2]
    if not best or best[0] < _SURE or (len(best) == 2 and best[0] < best[1] * _MARGIN):
        return ""
    return max(scores, key=scores.__getitem__)


def _weak(scores: dict[str, float], known: set[str]) -> str:
    """The one of `known` that the evidence speaks for, if it does for one more than the others."""
    candidates = sorted(((scores.get(language, 0.0), language) for language in known), reverse=True)
    if not candidates or candidates[0][0] == 0.0:
        return ""
    tied = len(candidates) > 1 and candidates[0][0] == candidates[1][0]
    return "" if tied else candidates[0][1]


def _filled(found: list[str]) -> list[str]:
    """Gaps take the language before them, those at the beginning the first one that is known."""
    last = next((language for language in found if language), "")
    filled = []
    for language in found:
        last = language or last
        filled.append(last)
    return filled
