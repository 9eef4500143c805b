"""A text as the rules for victims read it: its words, how each is written, where sentences end."""

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from operator import add

from kzannotate.suggest.victim_keys import FORMS
from kzannotate.suggest.victim_senses import Sense
from kzannotate.suggest.victim_words import Gap, Words

_DIGRAPHS = frozenset(
    ["Дж", "Yu", "Ya", "Ye", "Yo", "Zh", "Kh", "Ch", "Sh", "Ts", "Dz", "Ph", "Th"]
)
_INNER = re.compile(r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz|Abdel|Ben|El|Al)[A-ZÀ-Þ][a-zà-ÿ]+\Z")
_PARTS = re.compile(r"[-‑’'ʼ`\u00ad\n]+")
_BOUND = re.compile(r"(?:a[dhlnrstz]|as[hs]|el|ul)-[A-ZÀ-Þ]")
"""An Arabic article bound to a name: `al-Karim`, `as-Salem`."""


_LETTERED = re.compile(r"(?:\A|\n)[ \t]*([A-CА-ВӘ])\.\s")
_STOP = re.compile(r"\.")
_CHILD_OF = frozenset(["кызы", "уулу", "оглы", "гызы", "kyzy", "uulu", "ogly", "qizi"])
"""What follows a father's name, in lower case: `Ana Ivan kyzy`."""


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
        return Shape.NAME if word in _CHILD_OF or _BOUND.match(word) else Shape.LOWER
    if len(word) == 1 or word in _DIGRAPHS:
        return Shape.INITIAL
    if word.isupper():
        return Shape.CAPITALS
    parts = [part for part in _PARTS.split(word) if part]
    plain = all(part[1:].islower() or len(part) == 1 or part.islower() for part in parts)
    return Shape.NAME if plain or _INNER.match(word) else Shape.ODD


class Text:
    """Words, their shapes and senses, and where sentences end."""

    def __init__(
        self, words: Words, senses: list[int], languages: Sequence[str], given: frozenset[str]
    ) -> None:
        self.words = words
        self.senses = senses
        self.languages = languages
        """The language of each word."""
        self.given = given
        """The keys of given names."""
        distinct = set(words.forms)
        shapes = {form: shape(form) for form in distinct}
        self.shapes = list(map(shapes.__getitem__, words.forms))
        lower = {form for form in distinct if form.islower()}
        self.common = {form for form in distinct - lower if form.lower() in lower}
        """The words with a capital that stand in lower case elsewhere in the text."""

    @cached_property
    def ends(self) -> list[bool]:
        """Whether a sentence ends before the word."""
        ends = [kind >= Gap.SEMICOLON for kind in self.words.gaps]
        for stop in _STOP.finditer("".join(self.words.joints), 1):
            ends[stop.start()] = self._ends(stop.start())
        return ends

    def _ends(self, i: int) -> bool:
        """Whether a full stop before a word ends a sentence."""
        if self.words.gaps[i] != Gap.DOT or self.shapes[i - 1] == Shape.INITIAL:
            return False
        if self.senses[i - 1] & Sense.ABBREVIATION:
            return False
        after = self.words.between[i].lstrip("*. \n")
        return not (after + self.words.forms[i])[0].islower()

    @cached_property
    def signed(self) -> list[int]:
        """The words that stand before signatories."""
        signed = Sense.SIGNED | Sense.CLOSING
        return [i for i, sense in enumerate(self.senses) if sense & signed]

    @cached_property
    def lettered(self) -> bool:
        """Whether paragraphs begin with letters in turn, as recitals: `A. …`, `B. …`."""
        letters = set(_LETTERED.findall(self.words.text))
        return any(letters >= set(turn) for turn in ("AB", "BC", "АБ", "АӘ", "БВ", "ӘБ"))

    @cached_property
    def outline(self) -> str:
        """Two letters a word: its shape (`p`: a particle), and what stands between it and the next.

        A space, the end of a line, a full stop, a quotation mark («, » or ", which may be either),
        or `|` for all else.
        """
        letters = self.shapes.copy()
        for i in [i for i, sense in enumerate(self.senses) if sense & Sense.PARTICLE]:
            if letters[i] in (Shape.LOWER, Shape.ODD):
                letters[i] = "p"
        return "".join(map(add, letters, [*self.words.joints[1:], "|"]))

    def kazakh(self, i: int) -> bool:
        """Whether a word is of a Kazakh passage, where what a name is of follows it."""
        return self.languages[i] == "kk"
