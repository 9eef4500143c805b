"""The phrases of the rules for demands, and the words of a text that they are looked for in.

A phrase is words with spaces between them. `+` in it lets some other words stand between
(`roept + op`), `*` at the end of a word any ending (`рекоменд*`).

A word form is looked up once, for all lists of a language (`Beginnings`); a stretch of text then
knows at which of its words a phrase of which list may begin (`Tokens`), and only there it is read.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

_BROKEN = r"[-\u00ad][^\S\n]?\n[^\S\n]*|[\u00ad\u200b]"
"""What may stand within a word: a hyphen at a line's end, or a sign that isn't seen."""
_WORD = re.compile(rf"[^\W_]+(?:(?:{_BROKEN})[^\W_]+)*'?|[:;,(]")
_JOINT = re.compile(_BROKEN)
_MAY_BREAK = re.compile(r"[\n\u00ad\u200b]")
_GAP = "+"
_PART = re.compile(r"[^\W_]+'?\*?|[:;,(]|\+")
_MOST_KNOWN = 50_000
"""Word forms that are remembered for a language."""
_LONGEST_GAP = 25
"""Words that may stand where a phrase has a gap."""


class Phrase(NamedTuple):
    """A phrase of the rules."""

    words: list[str]
    length: int
    """Of its words."""
    plain: bool
    """Whether it has no gap and no word with any ending."""


class Found(NamedTuple):
    """A phrase found in tokens."""

    first: int
    """Its first token's index."""
    last: int
    """The index behind its last token."""
    gap: int
    """The index where its gap begins; `last` if it has none."""


def words_in(low: str, start: int, stop: int) -> list[str]:
    """The words between two places of a lowered text, and its marks of punctuation.

    A word has the apostrophe that ends it; one that is broken over a line is whole again.
    """
    found = _WORD.findall(low, start, stop)
    if _MAY_BREAK.search(low, start, stop):
        return [word if word.isalnum() else _JOINT.sub("", word) for word in found]
    return found


class Phrases:
    """A list of phrases."""

    def __init__(self, phrases: Iterable[str]) -> None:
        longest = sorted(set(phrases), key=lambda each: (-len(each.split()), each))
        self.phrases = [_phrase(each) for each in longest]

    def match(self, found: "Tokens", index: int) -> Found | None:
        """The longest phrase that begins at a token."""
        if index >= len(found.words):
            return None
        for phrase in found.beginning[index].get(self, ()):
            if phrase.plain:
                stop = index + phrase.length
                if found.words[index:stop] == phrase.words:
                    return Found(index, stop, stop)
            elif match := _match(phrase.words, found.words, index):
                return match
        return None

    def begins(self, found: "Tokens", index: int) -> bool:
        """Whether a phrase may begin with a token."""
        return self in found.beginning[index]

    def find(self, found: "Tokens", start: int = 0, stop: int | None = None) -> Found | None:
        """The first phrase in tokens."""
        for index, begun in enumerate(found.beginning[start:stop], start):
            if self in begun and (match := self.match(found, index)):
                return match
        return None

    def last(self, found: "Tokens", stop: int | None = None) -> int:
        """The index of the last token, before `stop`, that begins a phrase; -1 if there's none."""
        for index in reversed(found.places(self, stop=stop)):
            if self.match(found, index):
                return index
        return -1

    def all(self, found: "Tokens") -> list[int]:
        """The indices of all tokens that begin a phrase."""
        return [index for index in found.places(self) if self.match(found, index)]


Lists = Mapping[Phrases, Sequence[Phrase]]
"""Lists of phrases, to those of each that may begin with a word, the longest first."""
_NONE: Lists = {}


class Beginnings(dict[str, Lists]):
    """Word forms, to the phrases that may begin with them; looked up when first asked for."""

    def __init__(self, lists: Iterable[Phrases]) -> None:
        super().__init__()
        self._exact: dict[str, dict[Phrases, list[Phrase]]] = {}
        self._begun: dict[str, dict[Phrases, list[Phrase]]] = {}
        for each in lists:
            for phrase in each.phrases:
                word, any_ending = phrase.words[0].removesuffix("*"), phrase.words[0][-1] == "*"
                of_word = (self._begun if any_ending else self._exact).setdefault(word, {})
                of_word.setdefault(each, []).append(phrase)
        self._lengths = sorted({len(word) for word in self._begun})

    def __missing__(self, word: str) -> Lists:
        if len(self) > _MOST_KNOWN:
            self.clear()
        begun = (self._begun.get(word[:length], _NONE) for length in self._lengths)
        found: dict[Phrases, list[Phrase]] = {}
        for lists in (self._exact.get(word, _NONE), *begun):
            for each, phrases in lists.items():
                found.setdefault(each, []).extend(phrases)
        self[word] = found or _NONE
        return self[word]


class Tokens:
    """The words of a stretch of text, and the phrases that may begin with each."""

    __slots__ = ("_beginnings", "_low", "_spans", "_start", "_stop", "beginning", "words")

    def __init__(self, beginnings: Beginnings, low: str, start: int, stop: int) -> None:
        self._low, self._start, self._stop = low, start, stop
        self._beginnings = beginnings
        self._spans: list[tuple[int, int]] | None = None
        self.words = words_in(low, start, stop)
        self.beginning = list(map(beginnings.__getitem__, self.words))
        """What may begin with each word."""

    def __len__(self) -> int:
        return len(self.words)

    def have(self, marks: Sequence[str]) -> bool:
        """Whether one of some marks stands in the stretch."""
        return any(self._low.find(mark, self._start, self._stop) >= 0 for mark in marks)

    def places(self, *lists: Phrases, start: int = 0, stop: int | None = None) -> list[int]:
        """The indices of the words that phrases of one of these lists may begin with."""
        beginning = enumerate(self.beginning[start:stop], start)
        if len(lists) == 1:
            [one] = lists
            return [index for index, begun in beginning if one in begun]
        return [index for index, begun in beginning if not begun.keys().isdisjoint(lists)]

    @property
    def spans(self) -> Sequence[tuple[int, int]]:
        """Where each word is in the text; told when it is asked for."""
        if self._spans is None:
            found = _WORD.finditer(self._low, self._start, self._stop)
            self._spans = [match.span() for match in found]
        return self._spans

    def behind(self, index: int) -> "Tokens":
        """The tokens from one on."""
        if not index:
            return self
        start = self.spans[index][0] if index < len(self.words) else self._stop
        return Tokens(self._beginnings, self._low, start, self._stop)


def _phrase(written: str) -> Phrase:
    words = _PART.findall(written.lower().replace("’", "'"))
    return Phrase(words, len(words), not any(word.endswith(("*", _GAP)) for word in words))


def _match(phrase: Sequence[str], words: Sequence[str], index: int) -> Found | None:
    first, gap, index = index, -1, index + 1
    for at, word in enumerate(phrase[1:], start=1):
        if word == _GAP:
            gap = index
            index = _after_gap(phrase[at + 1], words, index)
            if index < 0:
                return None
            continue
        if index >= len(words) or not _same(word, words[index]):
            return None
        index += 1
    return Found(first, index, index if gap < 0 else gap)


def _after_gap(word: str, words: Sequence[str], index: int) -> int:
    for after in range(index, min(len(words), index + _LONGEST_GAP)):
        if _same(word, words[after]):
            return after
        if words[after] in (";", ":"):
            return -1
    return -1


def _same(word: str, token: str) -> bool:
    return word == token or (word[-1] == "*" and token.startswith(word[:-1]))
