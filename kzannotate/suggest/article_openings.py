"""Finds many words and phrases in one walk over a text's words.

Each word of the text is looked up by its first letters; only what can begin there is tried. What
is tried for the same letters is one expression, compiled when it is first met.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from kzannotate.suggest.article_reading import Reading, fold

T = TypeVar("T")
WORD = re.compile(r"[^\W\d_]+|§|\d{4,}")
"""What can begin a phrase: a word, a section sign, a long number."""
NUMBER = "#"
"""Stands for a long number where a pattern says what it begins with."""
_REACH = 4
_START = re.compile(rf"(?<![^\W\d_])[^\W\d_]{{1,{_REACH}}}|§|(?<!\d)\d{{4}}")


@dataclass(frozen=True, slots=True)
class Phrase(Generic[T]):
    """Something to find, and what it means."""

    begins: str
    """Its first word, folded, `*` at the end for any letters; `NUMBER` for a long number."""
    pattern: str
    folded: bool
    """Whether the pattern is meant for the folded text or for the text as written."""
    means: T
    length: int = 0
    """Of a name, how long it is as written; 0 for a pattern."""


def phrase(words: str, means: T) -> Phrase[T]:
    """A phrase as the rules write it: `*` is any letters, a space any white space.

    With a small letter in it, it is found in any case and without its accents; without one (`УК`,
    `CEDH`) only as it is written.
    """
    written, small = spelled(words), words != words.upper()
    first = re.match(r"[^\W\d_]+\*?|§|\d{4,}", fold(words))
    begins = first[0] if first else ""
    return Phrase(
        NUMBER if begins.isdigit() else begins, expression(written), small, means, len(words)
    )


def spelled(words: str) -> str:
    """A phrase as it is looked for: folded, but one of capitals as it is written."""
    return fold(words) if words != words.upper() else words


def expression(words: str) -> str:
    """The regular expression of a phrase, which ends where a word ends."""
    one = r"\s{1,9}".join(_word(word) for word in words.split())
    return one + (r"(?!\w)" if words[-1:].isalnum() else "")


def _word(word: str) -> str:
    """A full stop of an abbreviation may be left out at its end, or be followed by a space."""
    plain = re.escape(word).replace(r"\*", r"\w{0,30}").replace(r"\-", r"\s?-\s{0,3}")
    if re.fullmatch(r"\w{2,}\.", word):
        return plain[:-2] + r"(?:\.|(?!\w))"
    return re.sub(r"\\\.(?!$)", r"\\.\\s?", plain)


@dataclass(frozen=True, slots=True)
class _Compiled(Generic[T]):
    pattern: re.Pattern[str]
    folded: bool
    meanings: dict[int, T]
    """By the number of the group that is matched last: the outer one of each phrase."""


@dataclass(slots=True)
class Openings(Generic[T]):
    """Phrases, by their first letters."""

    phrases: Sequence[Phrase[T]]
    _by_letters: dict[str, list[Phrase[T]]] = field(init=False)
    _compiled: dict[str, list[_Compiled[T]]] = field(init=False, default_factory=dict)
    _met: dict[str, tuple[str, ...]] = field(init=False, default_factory=dict)
    _short: int = field(init=False)

    def __post_init__(self) -> None:
        by_letters: dict[str, list[Phrase[T]]] = defaultdict(list)
        for one in self.phrases:
            by_letters[one.begins.rstrip("*")[:_REACH]].append(one)
        self._by_letters = dict(by_letters)
        stems = [one.begins[:-1] for one in self.phrases if one.begins.endswith("*")]
        self._short = min((len(stem) for stem in stems), default=_REACH)

    def words(self, reading: Reading) -> Iterator[tuple[int, str]]:
        """Where a phrase may begin, and its letters, to be given to `at`."""
        met = self._met
        for word in _START.finditer(reading.folded):
            first = word[0]
            if first not in met:
                met[first] = tuple(self._letters(first))
            for letters in met[first]:
                yield word.start(), letters

    def here(self, reading: Reading, place: int) -> Iterator[tuple[int, T]]:
        """What begins at a place: where it stops and what it means."""
        word = WORD.match(reading.folded, place)
        for letters in self._letters(word[0]) if word else ():
            yield from self.at(reading, place, letters)

    def _letters(self, word: str) -> Iterable[str]:
        """The first letters under which phrases are kept that this word may begin."""
        first = NUMBER if word[0].isdigit() else word[:_REACH]
        if self._short == _REACH or first == NUMBER:
            return (first,) if first in self._by_letters else ()
        lengths = range(min(self._short, len(first)), len(first) + 1)
        return [first[:length] for length in lengths if first[:length] in self._by_letters]

    def at(self, reading: Reading, place: int, letters: str) -> Iterator[tuple[int, T]]:
        """What begins at a place: where it stops and what it means; of names the longest."""
        for one in self._patterns(letters):
            match = one.pattern.match(reading.folded if one.folded else reading.text, place)
            if match and match.lastindex:
                yield match.end(), one.meanings[match.lastindex]

    def _patterns(self, letters: str) -> list[_Compiled[T]]:
        if letters not in self._compiled:
            self._compiled[letters] = list(_compiled(self._by_letters[letters]))
        return self._compiled[letters]


def _compiled(phrases: list[Phrase[T]]) -> Iterator[_Compiled[T]]:
    for folded in (True, False):
        names = [one for one in phrases if one.folded == folded and one.length]
        if names:
            yield _alternation(sorted(names, key=lambda one: -one.length), folded)
    for one in phrases:
        if not one.length:
            yield _alternation([one], one.folded)


def _alternation(phrases: list[Phrase[T]], folded: bool) -> _Compiled[T]:
    meanings, group = {}, 1
    for one in phrases:
        meanings[group] = one.means
        group += 1 + re.compile(one.pattern).groups
    joined = "|".join(f"({one.pattern})" for one in phrases)
    return _Compiled(re.compile(joined), folded, meanings)
