"""A text as the rules for victims read it: its words, how each is written, where sentences end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kzannotate.suggest.victim_keys import FORMS
from kzannotate.suggest.victim_words import Gap, Sense, Words

_DIGRAPHS = frozenset(
    ["Дж", "Yu", "Ya", "Ye", "Yo", "Zh", "Kh", "Ch", "Sh", "Ts", "Dz", "Ph", "Th"]
)
_INNER = re.compile(r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz|Abdel|Ben|El|Al)[A-ZÀ-Þ][a-zà-ÿ]+\Z")
_PARTS = re.compile(r"[-‑’'ʼ`\u00ad\n]+")
_BOUND = re.compile(r"(?:a[dhlnrstz]|as[hs]|el|ul)-[A-ZÀ-Þ]")
"""An Arabic article bound to a name: `al-Karim`, `as-Salem`."""


class Shape:
    """How a word is written: one letter each."""

    LOWER = "l"
    NAME = "N"
    CAPITALS = "C"
    INITIAL = "I"
    ODD = "o"


@lru_cache(maxsize=FORMS)
def shape(word: str) -> str:
    """How a word is written; an initial is one capital, or two letters that spell one sound."""
    if not word[0].isupper():
        return Shape.NAME if _BOUND.match(word) else Shape.LOWER
    if len(word) == 1 or word in _DIGRAPHS:
        return Shape.INITIAL
    if word.isupper():
        return Shape.CAPITALS
    parts = [part for part in _PARTS.split(word) if part]
    plain = all(part[1:].islower() or len(part) == 1 or part.islower() for part in parts)
    return Shape.NAME if plain or _INNER.match(word) else Shape.ODD


@dataclass(slots=True)
class Text:
    """Words, their shapes and senses, and where sentences end."""

    words: Words
    senses: list[int]
    lower: frozenset[str]
    """The words that stand in lower case somewhere in the text."""
    kazakh: Sequence[bool]
    """Whether a word is of a Kazakh passage, where what a name is of follows it."""
    given: frozenset[str]
    """The keys of given names."""
    ends: list[bool] = field(default_factory=list)
    """Whether a sentence ends before the word."""

    def __post_init__(self) -> None:
        self.ends = [
            kind != Gap.SPACE and kind != Gap.COMMA and self._ends(i)
            for i, kind in enumerate(self.words.gaps)
        ]

    def _ends(self, i: int) -> bool:
        kind = self.words.gaps[i]
        if kind != Gap.DOT:
            return kind >= Gap.SEMICOLON or i == 0
        before, after = self.words.forms[i - 1], self.words.before(i).lstrip("*. \n")
        if (after + self.words.forms[i])[0].islower() or shape(before) == Shape.INITIAL:
            return False
        return not self.senses[i - 1] & Sense.ABBREVIATION
