"""A text as the rules for demands read it: in blocks, each with the words of its language."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kzannotate.model.document import Passage
from kzannotate.suggest.demand_block import Block
from kzannotate.suggest.demand_blocks import blocks
from kzannotate.suggest.demand_inline import with_inline_items
from kzannotate.suggest.demand_line_shapes import ends_sentence
from kzannotate.suggest.demand_phrases import Tokens
from kzannotate.suggest.demand_sentences import sentences
from kzannotate.suggest.demand_text import lowered
from kzannotate.suggest.demand_words import Words, words_of
from kzannotate.suggest.rules import Rules

_COMMANDING = re.compile(r"[!«“„\"]")
"""What an exclamation ends and a quotation begins with."""
_CLEARLY = 1.3
"""How many times as many small words tell that a block isn't in its passage's language."""
_SAMPLE = 300
"""Code points that tell the language of a block."""


@dataclass(frozen=True, slots=True)
class Demand:
    """A demand that was found, before it becomes a suggestion."""

    start: int
    stop: int
    rule: str
    score: float
    issuer: str = ""
    addressee: str = ""
    past: bool = False
    """Whether it's told that somebody asked."""
    named: bool = False
    """Whether somebody asks who is named, not the author."""


class Sentence:
    """A sentence of a block; its words are told when they are asked for."""

    __slots__ = ("_anchors", "_low", "_tokens", "_words", "start", "stop")

    def __init__(self, start: int, stop: int, low: str, words: Words) -> None:
        self.start, self.stop = start, stop
        self._low, self._words = low, words
        self._tokens: Tokens | None = None
        self._anchors: Sequence[int] | None = None

    @property
    def tokens(self) -> Tokens:
        """Its words."""
        if self._tokens is None:
            self._tokens = self._words.tokens(self._low, self.start, self.stop)
        return self._tokens

    @property
    def anchors(self) -> Sequence[int]:
        """The indices of words that begin a phrase which can make a demand of it."""
        if self._anchors is None:
            self._anchors = self._words.anchors.all(self.tokens)
        return self._anchors


class Reading:
    """A text with its blocks, and what is asked about them more than once."""

    def __init__(self, text: str, passages: Sequence[Passage], rules: Rules) -> None:
        self.text = text
        self.low = lowered(text)
        self.rules = rules
        self.blocks = list(with_inline_items(text, blocks(text)))
        self._passages = passages
        self._starts = [passage.start for passage in passages]
        self._sentences: dict[int, list[Sentence]] = {}
        self._languages: dict[int, str] = {}
        self._words: dict[int, Words] = {}
        self._of_languages: dict[str, Words] = {}

    @cached_property
    def languages(self) -> list[str]:
        """The languages of the passages that have rules; all that have some where none is told."""
        counted = Counter(passage.language for passage in self._passages)
        told = [language for language, _ in counted.most_common() if language in self._known]
        return told or ([] if set(counted) - {""} else sorted(self._known))

    @cached_property
    def grounds(self) -> tuple[str, ...]:
        """What opens a paragraph that says what a court decides, in any of the languages."""
        return tuple(each for lang in self.languages for each in self._words_in(lang).grounds)

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.rules.languages)

    @cached_property
    def _small(self) -> Mapping[str, Sequence[str]]:
        """The frequent small words, to the languages of the text that have them."""
        small: dict[str, list[str]] = {}
        for language in self.languages:
            for word in self._words_in(language).small:
                small.setdefault(word, []).append(language)
        return small

    def language(self, start: int, stop: int) -> str:
        """The language of a stretch; of a passage that has two, the one it has itself."""
        if start not in self._languages:
            self._languages[start] = self._told(start, stop)
        return self._languages[start]

    def _told(self, start: int, stop: int) -> str:
        own = ""
        if self._passages:
            own = self._passages[max(0, bisect_right(self._starts, start) - 1)].language
        if len(self.languages) < 2 and (own or not self.languages):
            return own
        small = self._small_words(start, stop)
        mine = len(small & self._words_in(own).small)
        if len(small) < 2 or len(small) <= _CLEARLY * mine:
            return own
        counts = self._counts(small)
        best = max(counts, key=counts.__getitem__)
        return best if counts[best] >= 2 and counts[best] > _CLEARLY * mine else own

    def _told_apart(self, start: int, stop: int) -> str:
        """The language of a stretch by its words alone; empty where they don't tell."""
        counts = self._counts(self._small_words(start, stop))
        best, second = sorted(counts, key=lambda each: (counts[each], each))[:-3:-1]
        return best if counts[best] >= 2 and counts[best] > _CLEARLY * counts[second] else ""

    def _small_words(self, start: int, stop: int) -> set[str]:
        """The different small words that a stretch begins with."""
        sample = self.low[start : min(stop, start + _SAMPLE)]
        words = sample.replace("'", "' ").replace(":", " ").split()
        return self._small.keys() & set(words)

    def _counts(self, small: set[str]) -> Mapping[str, int]:
        """How many of these words each language has."""
        counts = dict.fromkeys(self.languages, 0)
        for word in small:
            for language in self._small[word]:
                counts[language] += 1
        return counts

    def _words_in(self, language: str) -> Words:
        if language not in self._of_languages:
            self._of_languages[language] = words_of(self.rules, language)
        return self._of_languages[language]

    def words(self, block: Block) -> Words:
        """The words of a block's language."""
        words = self._words.get(block.start)
        if not words:
            words = self._words_in(self.language(block.start, block.stop))
            self._words[block.start] = words
        return words

    def words_at(self, start: int, stop: int) -> Words:
        """The words of a stretch's language."""
        return self._words_in(self.language(start, stop))

    def may_ask(self, block: Block) -> bool:
        """Whether it's worth while to look at the sentences of a block one by one."""
        if _COMMANDING.search(self.text, max(0, block.start - 1), block.stop):
            return True
        words = self.words(block)
        if words.commanding and words.commanding.search(self.low, block.start, block.stop):
            return True
        return any(sentence.anchors for sentence in self.sentences(block))

    def name(self, block: Block, rule: str) -> str:
        """The name of a rule in a block's language."""
        language = self.language(block.start, block.stop)
        return f"{language if language in self._known else 'shared'}.demand.{rule}"

    def sentences(self, block: Block) -> list[Sentence]:
        """The sentences of a block, up to where another language breaks into it."""
        if block.start not in self._sentences:
            self._sentences[block.start] = self._cut(block)
        return self._sentences[block.start]

    def _cut(self, block: Block) -> list[Sentence]:
        stop = self.break_of(block)
        words = self.words(block)
        spans = self._spans(block.start, stop, words)
        if block.cut == stop and not block.kind:
            spans += self._behind_cut(block, words)
        return [Sentence(start, end, self.low, words) for start, end in spans]

    def title_of(self, block: Block) -> str:
        """The last sentence of a block in one line, without what ends a title."""
        last = self.sentences(block)[-1:]
        text = "".join(self.text[each.start : each.stop] for each in last)
        return " ".join(text.split()).strip(" :*_")

    def sentences_of(self, start: int, stop: int, words: Words) -> list[Sentence]:
        """The sentences of a stretch."""
        return [Sentence(*span, self.low, words) for span in self._spans(start, stop, words)]

    def _spans(self, start: int, stop: int, words: Words) -> list[tuple[int, int]]:
        return list(sentences(self.text, start, stop, words.abbreviations, words.starters))

    def _behind_cut(self, block: Block, words: Words) -> list[tuple[int, int]]:
        """The whole sentences behind the foot of a page."""
        spans = self._spans(block.resumed, block.stop, words)
        return spans if ends_sentence(self.text, block.cut) else spans[1:]

    def break_of(self, block: Block) -> int:
        """Where the block ends, a page does, or behind a blank line another language goes on."""
        stop = block.cut or block.stop
        if len(self.languages) < 2:
            return stop
        own = self.language(block.start, block.stop)
        at = self.text.find("\n", block.start, stop)
        while at >= 0:
            after = at + 1
            while after < stop and self.text[after].isspace():
                after += 1
            other = self.text.count("\n", at, after) > 1 and self._told_apart(after, stop)
            if other and other != own:
                return at
            at = self.text.find("\n", after, stop)
        return stop
