"""The demands of one item of a list, and the items of a block that lost their signs."""

import re
from collections.abc import Iterator, Sequence

from kzannotate.suggest.demand_block import Block
from kzannotate.suggest.demand_calls import begins_with_imperative
from kzannotate.suggest.demand_ends import clauses, unlisted
from kzannotate.suggest.demand_line_shapes import ends_sentence
from kzannotate.suggest.demand_page_lines import is_furniture
from kzannotate.suggest.demand_phrases import Tokens
from kzannotate.suggest.demand_reading import Reading, Sentence
from kzannotate.suggest.demand_roles import (
    asks_anywhere,
    asks_now,
    begins_telling,
    begins_with_act,
    ends_marked,
    ends_with_infinitive,
    is_address,
    is_item,
    with_adverbs,
)
from kzannotate.suggest.demand_words import Words

_LINE = re.compile(r"\S[^\n]*")
_HYPHENS = "-\u00ad"
_DEED = 5
"""Words within which an item names what is to be done: `The immediate release of …`."""
_TITLE = 60
"""Code points of a line that says whom the items below it ask."""
_SUBJECT = 6
"""Words of an item among which are its subject and verb."""
_VERB = 2
"""Words of a line that is the verb of the items above it."""
_LINES = 2
"""Lines of which the last, if more are items, is one too: a page may break it off."""
_CLAUSES = 5
"""Clauses of an item behind which an explanation may begin."""
Span = tuple[int, int]


def names_deed(words: Words, tokens: Tokens) -> bool:
    """Whether words are as an item of a list that asks, by its verb or a noun for what is asked."""
    return _begins_item(words, tokens) or ends_with_infinitive(words, tokens)


def begins_with_name(item: str) -> bool:
    """Whether two words with capitals begin an item: `Grant Korin`."""
    first, second, *_ = [*item.split(None, 2), ""]
    return first[:1].isupper() and second[:1].isupper()


def items_of(reading: Reading, block: Block, headed: bool) -> Iterator[Span]:
    """The demands of an item: its first sentence, and those after it that ask too.

    `headed`: only a heading is above the list, so that an item that doesn't ask is none.
    """
    words = reading.words(block)
    spans = [] if block.kind else list(_unmarked(reading, block))
    if len(spans) > 1:
        for span in spans:
            yield from _asked(reading, words, reading.sentences_of(*span, words))
        return
    sentences = reading.sentences(block)
    if sentences and not block.kind and _recites(words, sentences[0].tokens):
        return
    if not sentences or words.idioms.match(sentences[0].tokens, 0):
        return
    told = headed or _informs(words, sentences[0].tokens)
    if told and block.kind and not _may_ask(words, sentences[0].tokens):
        return
    if title := title_below(reading, block):
        sentences = reading.sentences_of(block.start, title, words)
    for item in _by_line(reading, words, sentences) if not block.kind else [sentences]:
        yield from _asked(reading, words, item)


def _informs(words: Words, tokens: Tokens) -> bool:
    """Whether an item tells what its author thinks: `The Committee is concerned …`."""
    informs = words.informs.find(tokens, 0, _SUBJECT)
    if not informs or words.infinitives.begins(tokens, max(0, informs.first - 1)):
        return False
    return words.issuers.find(tokens, 0, informs.first) is not None


def _by_line(
    reading: Reading, words: Words, sentences: Sequence[Sentence]
) -> Iterator[Sequence[Sentence]]:
    """The sentences of items that lost their signs: each begins a line, with a verb."""
    first = 0
    for number, sentence in enumerate(sentences[1:], 1):
        before = reading.text[sentences[number - 1].stop : sentence.start]
        if "\n" in before and begins_with_act(words, sentence.tokens):
            yield sentences[first:number]
            first = number
    yield sentences[first:]


def _asked(reading: Reading, words: Words, sentences: Sequence[Sentence]) -> Iterator[Span]:
    """The demands of an item's sentences."""
    tokens = sentences[0].tokens
    start, stop = sentences[0].start, _explained(words, sentences[0])
    if verb := begins_telling(words, tokens):
        start = tokens.spans[with_adverbs(words, tokens, verb.first)][0]
    for sentence in sentences[1:]:
        if not asks_now(words, sentence.tokens):
            break
        if not reading.text.startswith("**", sentence.start):
            yield start, stop
            start = sentence.start
        stop = sentence.stop
    yield start, stop


def _recites(words: Words, tokens: Tokens) -> bool:
    """Whether a paragraph is a recital: not one that begins as an item may too (`que`)."""
    return words.recites.match(tokens, 0) is not None and not words.links.match(tokens, 0)


def title_below(reading: Reading, block: Block) -> int:
    """Where an item ends whose last line is the title of others, or a verb; 0 without one."""
    if block.tail <= block.start or block.stop - block.tail > _TITLE:
        return 0
    words = reading.words(block)
    title = words.tokens(reading.low, block.tail, block.stop)
    if words.verb_last and len(title) <= _VERB and words.firsthand.match(title, 0):
        return block.tail  # the verb of all items
    capital = reading.text[block.tail].isupper() and words.addressees.find(title)
    return block.tail if capital and is_address(words, title) else 0


def _may_ask(words: Words, tokens: Tokens) -> bool:
    if asks_anywhere(words, tokens) or names_deed(words, tokens) or words.could.find(tokens):
        return True
    last = min(len(tokens), 2 * _DEED) if words.times.match(tokens, 0) else 0
    return any(words.is_act(tokens, index) for index in range(1, last))


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
    lines = _lines(reading.text, block.start, stop)
    ended = {ends_sentence(reading.text, end) for _, end in lines[:-1]}
    if len(ended) == 1 and _are_items(reading, words, lines):
        yield from lines
        return
    listed = list(unlisted(reading.text, block.start, stop))
    yield from listed if len(listed) > 1 else _broken_on_purpose(reading, block) or listed


def _are_items(reading: Reading, words: Words, lines: Sequence[Span]) -> bool:
    """Whether lines are items: each begins as one, or each ends with its verb.

    The last of some may not: a page may break it off.
    """
    found = [words.tokens(reading.low, *line) for line in lines]
    whole = found[:-1] if len(found) > _LINES else found
    if all(_ends_with_verb(words, tokens) for tokens in whole):
        return True
    alike = len({reading.text[start].islower() for start, _ in lines[: len(whole)]}) == 1
    if alike and all(_begins_item(words, tokens) for tokens in whole):
        return True
    orders = alike and not words.verb_last
    return orders and all(begins_with_imperative(words, tokens) for tokens in whole)


def _begins_item(words: Words, tokens: Tokens) -> bool:
    return is_item(words, tokens) or words.deeds.find(tokens, 0, _DEED) is not None


def _ends_with_verb(words: Words, tokens: Tokens) -> bool:
    if words.verb_last:
        return begins_with_act(words, tokens)
    return bool(words.verbs) and (ends_with_infinitive(words, tokens) or ends_marked(words, tokens))


def _lines(text: str, start: int, stop: int) -> list[Span]:
    """The lines of a block without page numbers, those joined that break a word."""
    found: list[Span] = []
    for line in _LINE.finditer(text, start, stop):
        if is_furniture(line[0]):
            continue
        if found and text[found[-1][1] - 1] in _HYPHENS:
            found[-1] = found[-1][0], line.end()
        else:
            found.append(line.span())
    return found


def _broken_on_purpose(reading: Reading, block: Block) -> list[Span]:
    """The items of lines that end before they are full, each beginning with a verb."""
    text, words = reading.text, reading.words(block)
    lines = _lines(text, block.start, block.stop)
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
    spans = zip(starts, ends, strict=True)
    return [
        (lines[first][0], lines[_untitled(reading, words, lines, first, last)][1])
        for first, last in spans
    ]


def _untitled(reading: Reading, words: Words, lines: Sequence[Span], first: int, last: int) -> int:
    """The index of an item's last line, which may be followed by the title of the next items."""
    tokens = words.tokens(reading.low, *lines[last])
    titled = last > first and reading.text[lines[last][0]].isupper()
    return last - 1 if titled and is_address(words, tokens) else last
