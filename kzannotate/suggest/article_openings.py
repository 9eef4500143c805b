"""Finds many words and phrases in one walk over a text's words.

Each word of the text is looked up once a form; only the phrases that it can begin are tried. Those
for the same word are few expressions, compiled when it is first met.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from kzannotate.suggest.article_reading import Reading, fold

S = TypeVar("S")
T = TypeVar("T")
_WORD = re.compile(r"[^\W\d_]+|[§№]|\d{4,}")
"""What can begin a phrase: a word, a section sign, a long number."""
NUMBER = "#"
"""Stands for a long number where a pattern says what it begins with."""
_KNOWN_WORDS = 50_000
"""How many words are remembered that begin a phrase or don't."""


@dataclass(frozen=True, slots=True)
class Phrase(Generic[T]):
    """Something to find, and what it means."""

    begins: str
    """Its first word, `*` at one end for any letters; `NUMBER` for a long number.

    Folded, but as it is written for what is found only so: of capitals, in text as written.
    """
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
    first = re.match(r"[^\W\d_]+\*?|§|\d{4,}", written)
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
        return plain[:-2] + r"(?:\s?\.|(?!\w))"
    return re.sub(r"\\\.(?!$)", r"\\.\\s?", plain)


@dataclass(frozen=True, slots=True)
class Expression(Generic[T]):
    """Phrases that begin alike, as one expression."""

    pattern: re.Pattern[str]
    folded: bool
    meanings: dict[int, T]
    """By the number of the group that is matched last: the outer one of each phrase."""


Expressions = tuple[Expression[T], ...]
Places = list[tuple[int, Expressions[T]]]
"""Where a phrase may begin, and which."""


class Openings(Generic[T]):
    """Phrases, by the word they begin with."""

    def __init__(self, phrases: Iterable[Phrase[T]]) -> None:
        self._by_begins: dict[str, list[Phrase[T]]] = defaultdict(list)
        for one in phrases:
            self._by_begins[one.begins].append(one)
        self._by_begins.pop("", None)
        stems = [begins[:-1] for begins in self._by_begins if begins.endswith("*")]
        self._lengths = range(min(map(len, stems), default=1), max(map(len, stems), default=0) + 1)
        self._roots = {begins[: self._lengths.start] for begins in self._by_begins}
        self._endings = [begins for begins in self._by_begins if begins.startswith("*")]
        self._compiled: dict[tuple[str, ...], Expressions[T]] = {(): ()}

    def begun(self, word: str) -> Expressions[T]:
        """What a word may begin."""
        kept = tuple(begins for begins in self._beginnings(word) if begins in self._by_begins)
        if kept not in self._compiled:
            phrases = [one for begins in kept for one in self._by_begins[begins]]
            self._compiled[kept] = tuple(_compiled(phrases))
        return self._compiled[kept]

    def here(self, reading: Reading, place: int) -> list[tuple[int, T]]:
        """What begins at a place: where it stops and what it means."""
        word = _WORD.match(reading.text, place)
        return ends(reading, place, self.begun(word[0])) if word else []

    def _beginnings(self, word: str) -> Iterable[str]:
        if word[0].isdigit():
            return [NUMBER]
        folded = fold(word)
        found = [ending for ending in self._endings if folded.endswith(ending[1:])]
        if (
            folded[: self._lengths.start] in self._roots
            or word[: self._lengths.start] in self._roots
        ):
            found += {word, folded, *(f"{folded[:length]}*" for length in self._lengths)}
        return sorted(found)


class Walk(Generic[S, T]):
    """Walks over the words of a text once for two sets of phrases."""

    def __init__(self, one: Openings[S], other: Openings[T]) -> None:
        self._one, self._other = one, other
        self._begun = lru_cache(maxsize=_KNOWN_WORDS)(self._look_up)

    def places(self, reading: Reading) -> tuple[Places[S], Places[T]]:
        """Where phrases of each may begin, in order."""
        found = [
            (word.start(), begun)
            for word in _WORD.finditer(reading.text)
            if (begun := self._begun(word[0]))
        ]
        return (
            [(place, one) for place, (one, _) in found if one],
            [(place, other) for place, (_, other) in found if other],
        )

    def _look_up(self, word: str) -> tuple[Expressions[S], Expressions[T]] | None:
        one, other = self._one.begun(word), self._other.begun(word)
        return (one, other) if one or other else None


def ends(reading: Reading, place: int, begun: Expressions[T]) -> list[tuple[int, T]]:
    """Which phrases stand at a place: where each stops and what it means; of names the longest."""
    found = []
    for one in begun:
        match = one.pattern.match(reading.folded if one.folded else reading.text, place)
        if match and match.lastindex:
            found.append((match.end(), one.meanings[match.lastindex]))
    return found


def _compiled(phrases: list[Phrase[T]]) -> Iterator[Expression[T]]:
    for folded in (True, False):
        names = [one for one in phrases if one.folded == folded and one.length]
        if names:
            yield _alternation(sorted(names, key=lambda one: -one.length), folded)
    for one in phrases:
        if not one.length:
            yield _alternation([one], one.folded)


def _alternation(phrases: list[Phrase[T]], folded: bool) -> Expression[T]:
    meanings, group = {}, 1
    for one in phrases:
        meanings[group] = one.means
        group += 1 + re.compile(one.pattern).groups
    joined = "|".join(f"({one.pattern})" for one in phrases)
    return Expression(re.compile(joined), folded, meanings)
