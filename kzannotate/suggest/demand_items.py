"""The demands of one item of a list, and the items of a block that lost their signs."""

import re
from collections.abc import Iterator

from kzannotate.suggest.demand_blocks import Block, ends_sentence
from kzannotate.suggest.demand_ends import clauses, unlisted
from kzannotate.suggest.demand_page_lines import is_furniture
from kzannotate.suggest.demand_phrases import Tokens
from kzannotate.suggest.demand_reading import Reading, Sentence
from kzannotate.suggest.demand_roles import asks_anywhere, begins_with_act, is_item
from kzannotate.suggest.demand_words import Words

_LINE = re.compile(r"\S[^\n]*")
_DEED = 5
"""Words within which an item names what is to be done: `The immediate release of …`."""
_CLAUSES = 5
"""Clauses of an item behind which an explanation may begin."""
Span = tuple[int, int]


def names_deed(words: Words, tokens: Tokens) -> bool:
    """Whether words are as an item of a list that asks, by its verb or a noun for what is asked."""
    return is_item(words, tokens) or words.deeds.find(tokens, 0, _DEED) is not None


def items_of(reading: Reading, block: Block, headed: bool) -> Iterator[Span]:
    """The demands of an item: its first sentence, and those after it that ask too.

    `headed`: only a heading is above the list, so that an item that doesn't ask is none.
    """
    if not block.kind:
        yield from _unmarked(reading, block)
        return
    words, sentences = reading.words(block), reading.sentences(block)
    if not sentences or (headed and not _may_ask(words, sentences[0].tokens)):
        return
    start, stop = block.start, _explained(words, sentences[0])
    for sentence in sentences[1:]:
        if not asks_anywhere(words, sentence.tokens):
            break
        if not reading.text.startswith("**", sentence.start):
            yield start, stop
            start = sentence.start
        stop = sentence.stop
    yield start, stop


def _may_ask(words: Words, tokens: Tokens) -> bool:
    return asks_anywhere(words, tokens) or names_deed(words, tokens)


def _explained(words: Words, sentence: Sentence) -> int:
    """Where the demand of an item ends: before a clause behind a semicolon that doesn't ask."""
    for _, end in clauses(sentence.tokens)[:-1][:_CLAUSES]:
        rest = sentence.tokens.behind(end + 1)
        if rest and not _may_ask(words, rest):
            return sentence.tokens.spans[end][1]
    return sentence.stop


def _unmarked(reading: Reading, block: Block) -> Iterator[Span]:
    """The items of a block whose signs were lost; each line is one if each begins as one."""
    words, stop = reading.words(block), reading.break_of(block)
    lines = [match.span() for match in _LINE.finditer(reading.text, block.start, stop)]
    ended = {ends_sentence(reading.text, end) for _, end in lines[:-1]}
    if len(ended) == 1 and all(
        names_deed(words, words.tokens(reading.low, start, end)) for start, end in lines
    ):
        yield from lines
        return
    listed = list(unlisted(reading.text, block.start, stop))
    yield from listed if len(listed) > 1 else _broken_on_purpose(reading, block) or listed


def _broken_on_purpose(reading: Reading, block: Block) -> list[Span]:
    """The items of lines that end before they are full, each beginning with a verb."""
    text, words = reading.text, reading.words(block)
    lines = [match.span() for match in _LINE.finditer(text, block.start, block.stop)]
    lines = [(start, stop) for start, stop in lines if not is_furniture(text[start:stop])]
    lengths = [stop - start for start, stop in lines]
    widest, starts = max(lengths, default=0), []
    for number, line in enumerate(lines):
        found = words.tokens(reading.low, *line)
        room = found and (not number or lengths[number - 1] + len(found.words[0]) < widest)
        if room and not words.verb_last and begins_with_act(words, found):
            starts.append(number)
    if len(starts) < 2 or starts[0]:
        return []
    ends = [*(number - 1 for number in starts[1:]), len(lines) - 1]
    return [(lines[first][0], lines[last][1]) for first, last in zip(starts, ends, strict=True)]
