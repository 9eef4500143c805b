"""Proposes what is tagged elsewhere in the project, wherever else it stands.

As brat lists text that is tagged in one place and not in another.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kzannotate.model.suggestion import Suggestion

MOST_WORDS = 8
"""Of a quotation that is looked for elsewhere: a longer one is its own and no name."""
_SURE, _UNSURE = 0.9, 0.6
"""For several words, and for one alone."""
Spelled = frozenset[str]
"""Keys of a word: two words that share one are spellings of one another."""


class Word(NamedTuple):
    """A word of a text, and where it stands, in code points."""

    spelled: Spelled
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Known:
    """Something tagged: its words, and the key of its code."""

    words: tuple[Spelled, ...]
    code: str


class Finder:
    """Knows some names and citations; made once, for any number of texts."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._by_first: dict[str, list[Known]] = defaultdict(list)
        for one in known:
            for key in one.words[0]:
                self._by_first[key].append(one)

    def find(self, words: Sequence[Word]) -> Iterator[Suggestion]:
        """Each place of the words where known ones follow one another, the longest that fit.

        The rule's name is `known.` and the code's key.
        """
        free = 0
        for at in range(len(words)):
            one = self._at(words, at) if at >= free else None
            if one:
                free = at + len(one.words)
                score = _SURE if len(one.words) > 1 else _UNSURE
                start, stop = words[at].start, words[free - 1].stop
                yield Suggestion(start, stop, one.code, f"known.{one.code}", score)

    def _at(self, words: Sequence[Word], at: int) -> Known | None:
        may = (one for key in words[at].spelled for one in self._by_first.get(key, ()))
        fitting = (one for one in may if _stands(one, words[at : at + len(one.words)]))
        return max(fitting, key=lambda one: (len(one.words), one.code), default=None)


def _stands(one: Known, words: Sequence[Word]) -> bool:
    return len(words) == len(one.words) and not any(
        asked.isdisjoint(word.spelled) for asked, word in zip(one.words, words, strict=True)
    )
