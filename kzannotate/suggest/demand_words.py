"""The words of the rules for demands, made ready: tokens, phrases, the words of a language.

A phrase of the rules is words with spaces between them. `+` in it lets some other words stand
between (`roept + op`), `*` at the end of a word any ending (`рекоменд*`).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import chain
from typing import NamedTuple
from weakref import WeakKeyDictionary

from kzannotate.suggest.rules import Rules

CODE = "demand"
_WORD = re.compile(r"[^\W_]+(?:[-\u00ad][^\S\n]?\n[^\S\n]*[^\W_]+)?'?|[:;,(]")
_HYPHEN = re.compile(r"[-\u00ad]\s+")
_GAP = "+"
_PART = re.compile(r"[^\W_]+'?\*?|[:;,(]|\+")
_MOST_KNOWN = 20_000
"""Words that a list of phrases remembers."""
_LONGEST_GAP = 25
"""Words that may stand where a phrase has a gap."""


class Token(NamedTuple):
    """A word in lower case, with the apostrophe that ends it; or a mark of punctuation."""

    word: str
    start: int
    stop: int


def lowered(text: str) -> str:
    """The text in lower case, each code point where it was."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    return _one_script(low.replace("’", "'").replace("ʼ", "'"))


_MIXED = re.compile(r"[a-z][а-яёі]|[а-яёі][a-z]")
_LATIN, _CYRILLIC = "abcehikmoptxy", "авсенікмортху"
_TO_LATIN = str.maketrans("авсеһнікмортху", "abcehhikmoptxy")
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_LONGEST_WORD = 40


def _one_script(low: str) -> str:
    """The text, its words of two scripts, which extraction mixes, in the one they have most of."""
    parts: list[str] = []
    done = 0
    for match in _MIXED.finditer(low):
        if match.start() < done:
            continue
        start, stop = match.span()
        while start > max(done, match.start() - _LONGEST_WORD) and low[start - 1].isalpha():
            start -= 1
        while stop < min(len(low), match.end() + _LONGEST_WORD) and low[stop].isalpha():
            stop += 1
        word = low[start:stop]
        latin = sum("a" <= letter <= "z" for letter in word)
        table = _TO_LATIN if 2 * latin >= len(word) else _TO_CYRILLIC
        parts += [low[done:start], word.translate(table)]
        done = stop
    return "".join(parts) + low[done:]


def plain_words(low: str, start: int, stop: int) -> set[str]:
    """The different words between two places of a lowered text."""
    found = set(_WORD.findall(low, start, stop))
    return found | {_HYPHEN.sub("", word) for word in found if "\n" in word}


def tokens(low: str, start: int, stop: int) -> list[Token]:
    """The words between two places of a lowered text."""
    return [
        Token(_HYPHEN.sub("", word) if "\n" in (word := m.group()) else word, m.start(), m.end())
        for m in _WORD.finditer(low, start, stop)
    ]


class Found(NamedTuple):
    """A phrase found in tokens."""

    first: int
    """Its first token's index."""
    last: int
    """The index behind its last token."""
    gap: int
    """The index where its gap begins; `last` if it has none."""


class Phrases:
    """A list of phrases that is looked up by first words."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._exact: dict[str, list[tuple[str, ...]]] = {}
        self._begun: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted(set(phrases), key=lambda each: (-len(each.split()), each)):
            words = tuple(_PART.findall(phrase.lower().replace("’", "'")))
            first = words[0]
            if first.endswith("*"):
                self._begun.setdefault(first[:-1], []).append(words)
            else:
                self._exact.setdefault(first, []).append(words)
        self._lengths = sorted({len(start) for start in self._begun})
        self._known: dict[str, Sequence[tuple[str, ...]]] = {}

    def _starting(self, word: str) -> Sequence[tuple[str, ...]]:
        """The phrases that may begin with a word, kept for the next time."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            begun = (self._begun.get(word[:length], ()) for length in self._lengths)
            known = self._known[word] = [*self._exact.get(word, ()), *chain(*begun)]
        return known

    def begins(self, word: str) -> bool:
        """Whether a phrase may begin with this word."""
        return bool(self._starting(word))

    def any_begins(self, words: Iterable[str]) -> bool:
        """Whether a phrase may begin with one of these words."""
        if not self._lengths:
            return not self._exact.keys().isdisjoint(words)
        return any(map(self._starting, words))

    def match(self, found: Sequence[Token], index: int) -> Found | None:
        """The longest phrase that begins at a token."""
        if index >= len(found):
            return None
        for phrase in self._starting(found[index].word):
            if len(phrase) == 1:
                return Found(index, index + 1, index + 1)
            if match := _match(phrase, found, index):
                return match
        return None

    def find(self, found: Sequence[Token], start: int = 0, stop: int | None = None) -> Found | None:
        """The first phrase in tokens."""
        for index in range(start, len(found) if stop is None else min(stop, len(found))):
            if match := self.match(found, index):
                return match
        return None

    def last(self, found: Sequence[Token], stop: int) -> int:
        """The index of the last token before `stop` that begins a phrase; -1 if there's none."""
        return next((i for i in range(stop - 1, -1, -1) if self.match(found, i)), -1)


def _match(phrase: tuple[str, ...], found: Sequence[Token], index: int) -> Found | None:
    first, gap = index, -1
    for at, word in enumerate(phrase):
        if word == _GAP:
            gap = index
            index = _after_gap(phrase[at + 1], found, index)
            if index < 0:
                return None
            continue
        if index >= len(found) or not _same(word, found[index].word):
            return None
        index += 1
    return Found(first, index, index if gap < 0 else gap)


def _after_gap(word: str, found: Sequence[Token], index: int) -> int:
    for after in range(index, min(len(found), index + _LONGEST_GAP)):
        if _same(word, found[after].word):
            return after
        if found[after].word in (";", ":"):
            return -1
    return -1


def _same(word: str, token: str) -> bool:
    return token.startswith(word[:-1]) if word.endswith("*") else word == token


@dataclass(frozen=True, eq=False)
class Words:
    """The lists of a language's table `[demand]`; docs/suggestions.md tells what each means."""

    asks: Phrases
    asks_for: Phrases
    asked: Phrases
    asked_for: Phrases
    begs: Phrases
    heads: Phrases
    must: Phrases
    should: Phrases
    informs: Phrases
    recites: Phrases
    resolves: Phrases
    requests: Phrases
    headings: Phrases
    skips: Phrases
    links: Phrases
    joins: Phrases
    relatives: Phrases
    before_nouns: Phrases
    issuers: Phrases
    addressees: Phrases
    others: Phrases
    courts: Phrases
    acts: Phrases
    wished: Phrases
    small: frozenset[str]
    deeds: Phrases
    following: Phrases
    ordered: Phrases
    slogans: Phrases
    laws: Phrases
    closings: Phrases
    ourselves: Phrases
    future: tuple[str, ...]
    anchors: Phrases
    """The first words of all phrases that can make a demand of a sentence."""
    endings: tuple[str, ...]
    abbreviations: frozenset[str]
    verb_last: bool
    """Whether verbs stand behind what they ask."""
    subject_needed: bool
    """Whether a verb can't begin a sentence within a paragraph."""

    def is_act(self, word: str) -> bool:
        """Whether a word is a verb in the form that an item of a list begins with."""
        return self.acts.begins(word) or (len(word) > 4 and word.endswith(self.endings))


_READY: WeakKeyDictionary[Rules, dict[str, Words]] = WeakKeyDictionary()


def words_of(rules: Rules, language: str) -> Words:
    """The words of a language, with those that all languages share; made once."""
    ready: dict[str, Words] = _READY.setdefault(rules, {})
    if language not in ready:
        ready[language] = _made(rules, language)
    return ready[language]


def _made(rules: Rules, language: str) -> Words:
    lists = {name: rules.words(language, CODE, name) for name in _LISTS}
    anchors = [phrase.split()[0] for name in _ANCHORS for phrase in lists[name]]
    phrases: Mapping[str, Phrases] = {
        name: Phrases(words) for name, words in lists.items() if name not in _PLAIN
    }
    return Words(
        **phrases,
        anchors=Phrases(anchors),
        endings=lists["endings"],
        future=lists["future"],
        small=frozenset(lists["small"]),
        abbreviations=frozenset(word.lower().rstrip(".") for word in lists["abbreviations"]),
        verb_last=bool(rules.table(language, CODE).get("verb_last")),
        subject_needed=bool(rules.table(language, CODE).get("subject_needed")),
    )


_PLAIN = frozenset({"endings", "future", "abbreviations", "small"})
_LISTS = frozenset(field.name for field in fields(Words)) - {
    "anchors",
    "verb_last",
    "subject_needed",
}
_ANCHORS = ("asks", "asks_for", "asked", "asked_for", "begs", "must", "should", "heads", "slogans")
