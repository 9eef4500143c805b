"""Queries of each kind, made by chance, in a notation that all sides read alike."""

import random
import re
import unicodedata
from collections.abc import Callable, Sequence

from tests.bench.corpus import LANGUAGES, vocabulary

_RUN = re.compile(r"[^\W\d_]{2,} [^\W\d_]{2,}")
_RARE = 20_000
"""Words behind this one in a language's vocabulary stand in a few passages at most."""
_FREQUENT = ("de", "la", "en", "the", "of", "di", "и", "в")
Kind = Callable[[random.Random, Sequence[str]], str]


def _word(chance: random.Random, _: Sequence[str] = ()) -> str:
    """A word as often as it stands in a text."""
    words, weights = vocabulary(chance.choice(LANGUAGES))
    return chance.choices(words, cum_weights=weights)[0].lower()


def _long_word(chance: random.Random) -> str:
    """One of five letters and more, as patterns are made of."""
    word = _word(chance)
    while len(word) < 5:
        word = _word(chance)
    return word


def _both(chance: random.Random, _: Sequence[str]) -> str:
    return f"{_word(chance)} {_word(chance)}"


def _phrase(chance: random.Random, contents: Sequence[str]) -> str:
    """Two words that follow each other somewhere."""
    while True:
        content = chance.choice(contents)
        if found := _RUN.search(content, chance.randrange(len(content))):
            return f'"{found[0].lower()}"'


def _prefix(chance: random.Random, _: Sequence[str]) -> str:
    """The beginning of a word long enough to be abbreviated."""
    return f"{_long_word(chance)[:4]}*"


def _wildcard(chance: random.Random, _: Sequence[str]) -> str:
    word = _long_word(chance)
    at = chance.randrange(len(word) - 1)
    return f"{word[:at]}{chance.choice('*?')}{word[at + 1 :]}"


def _fuzzy(chance: random.Random, _: Sequence[str]) -> str:
    """A word that lacks a letter."""
    word = _long_word(chance)
    at = chance.randrange(len(word))
    return f"{word[:at]}{word[at + 1 :]}~"


def _folded(chance: random.Random, _: Sequence[str]) -> str:
    """A word in capitals and without its accents."""
    return "".join(
        letter if letter == "й" else unicodedata.normalize("NFD", letter)[0]
        for letter in _word(chance)
    ).upper()


def _rare(chance: random.Random, _: Sequence[str]) -> str:
    words, _weights = vocabulary(chance.choice(LANGUAGES))
    return chance.choice(words[_RARE:] or words).lower()


def _frequent(chance: random.Random, _: Sequence[str]) -> str:
    return chance.choice(_FREQUENT)


KINDS: dict[str, Kind] = {
    "word": _word,
    "and": _both,
    "phrase": _phrase,
    "prefix": _prefix,
    "wildcard": _wildcard,
    "fuzzy": _fuzzy,
    "folded": _folded,
    "rare": _rare,
    "frequent": _frequent,
}
WITHOUT_FTS5 = ("wildcard", "fuzzy")
"""FTS5 has no such queries."""
