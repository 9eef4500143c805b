"""Words of which not all letters are known, spelled out to those that the corpus has."""

import math
import time
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Protocol

from kzannotate.model.query import Fuzzy, Plan, Reading, Wildcard, Word, rebuilt

MOST = 1_000
"""Words of one pattern that are searched: the nearest and the most frequent ones."""

_PIECE = 2
"""Letters of a piece that few words have."""
LEFT_OUT = "There are too many patterns: some were left out."


class Vocabulary(Protocol):
    """The forms of the corpus, the most frequent first."""

    def matching(self, pattern: str, most: int) -> Sequence[str]:
        """Those that a pattern of letters, `?` and `*` matches, at most so many."""

    def of_length(self, letters: int) -> Sequence[str]:
        """Those of so many letters."""

    def holding(self, pieces: Iterable[str], letters: int) -> Sequence[str]:
        """Those of so many letters that have one of some pieces in them."""


def spelled_out(reading: Reading, vocabulary: Vocabulary, until: float = math.inf) -> Reading:
    """The reading with patterns and fuzzy words replaced by words; a remark for too many.

    Those that aren't looked up by `until`, a moment of `time.monotonic`, are left without words.
    """
    remarks: list[str] = []

    def capped(written: str, found: Sequence[str]) -> Word:
        if len(found) > MOST:
            remarks.append(
                f"{written} fits more than {MOST} words: the most frequent were searched."
            )
        return Word(tuple(found[:MOST]), written)

    def spelled(plan: Plan) -> Plan:
        match plan:
            case Wildcard() | Fuzzy() if time.monotonic() > until:
                remarks.append(LEFT_OUT)
                return Word((), _written(plan))
            case Wildcard() | Fuzzy():
                return capped(_written(plan), _words(plan, vocabulary))
            case _:
                return rebuilt(plan, spelled)

    plan = spelled(reading.plan) if reading.plan else None
    return Reading(plan, (*reading.remarks, *dict.fromkeys(remarks)))


def _written(plan: Wildcard | Fuzzy) -> str:
    return plan.pattern if isinstance(plan, Wildcard) else f"{plan.form}~"


def _words(plan: Wildcard | Fuzzy, vocabulary: Vocabulary) -> Sequence[str]:
    if isinstance(plan, Wildcard):
        return vocabulary.matching(plan.pattern, MOST + 1)
    return _near(plan.form, plan.letters, vocabulary)


def _near(form: str, letters: int, vocabulary: Vocabulary) -> list[str]:
    """The nearest first. A letter at least must be the same."""
    from rapidfuzz import process  # nothing else needs it
    from rapidfuzz.distance import OSA

    letters = min(letters, len(form) - 1)
    pieces = _pieces(form, letters)
    found: list[tuple[str, int, int]] = []
    for length in range(len(form) - letters, len(form) + letters + 1):
        among = vocabulary.holding(pieces, length) if pieces else vocabulary.of_length(length)
        found += process.extract(
            form, among, scorer=OSA.distance, score_cutoff=letters, limit=MOST + 1
        )
    return [near for near, _, _ in sorted(found, key=itemgetter(1))][: MOST + 1]


def _pieces(form: str, letters: int) -> list[str]:
    """Pieces of which a form that differs by so many letters has one; none if they are too short.

    One more than letters that differ, with a letter between them: even two letters that are
    swapped are of one piece only.
    """
    length, longer = divmod(len(form) - letters, letters + 1)
    if length < _PIECE:
        return []
    pieces, start = [], 0
    for number in range(letters + 1):
        stop = start + length + (number < longer)
        pieces.append(form[start:stop])
        start = stop + 1
    return pieces
