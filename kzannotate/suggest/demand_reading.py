"""A text as the rules for demands read it: in blocks, each with the words of its language."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kzannotate.model.document import Passage
from kzannotate.suggest.demand_blocks import Block, blocks, sentences
from kzannotate.suggest.demand_inline import with_inline_items
from kzannotate.suggest.demand_words import (
    Token,
    Words,
    lowered,
    plain_words,
    tokens,
    words_of,
)
from kzannotate.suggest.rules import Rules

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


@dataclass(frozen=True)
class Sentence:
    """A sentence of a block and its words."""

    start: int
    stop: int
    low: str
    """The text in lower case."""

    @cached_property
    def tokens(self) -> Sequence[Token]:
        """Its words, made when they are asked for."""
        return tokens(self.low, self.start, self.stop)


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

    @cached_property
    def languages(self) -> list[str]:
        """The languages of the passages that have rules; all that have some where none is told."""
        counted = Counter(passage.language for passage in self._passages)
        told = [language for language, _ in counted.most_common() if language in self._known]
        return told or ([] if set(counted) - {""} else sorted(self._known))

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.rules.languages)

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
        sample = plain_words(self.low, start, min(stop, start + _SAMPLE))
        counts = {each: self._small(each, sample) for each in self.languages}
        best = max(counts, key=lambda each: (counts[each], each == own))
        if counts[best] >= 2 and counts[best] > 1.3 * counts.get(own, 0):
            return best
        return own

    def _small(self, language: str, sample: set[str]) -> int:
        return len(words_of(self.rules, language).small & sample)

    def words(self, block: Block) -> Words:
        """The words of a block's language."""
        return words_of(self.rules, self.language(block.start, block.stop))

    def has_anchor(self, block: Block) -> bool:
        """Whether a word of the block can make a demand of one of its sentences."""
        found = plain_words(self.low, block.start, block.stop)
        return self.words(block).anchors.any_begins(found)

    def has_anchor_in(self, sentence: Sentence, block: Block) -> bool:
        """The same of one sentence of it."""
        found = plain_words(self.low, sentence.start, sentence.stop)
        return self.words(block).anchors.any_begins(found)

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
        spans = sentences(self.text, block.start, stop, self.words(block).abbreviations)
        return [Sentence(start, end, self.low) for start, end in spans]

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

    def _told_apart(self, start: int, stop: int) -> str:
        """The language of a stretch by its words alone; empty where they don't tell."""
        sample = plain_words(self.low, start, min(stop, start + _SAMPLE))
        counts = sorted(
            ((self._small(each, sample), each) for each in self.languages), reverse=True
        )
        return counts[0][1] if counts[0][0] >= 2 and counts[0][0] > 1.3 * counts[1][0] else ""
