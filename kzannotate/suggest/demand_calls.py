"""Sentences that call on their reader: slogans, imperatives, wishes, exclamations."""

from collections.abc import Sequence

from kzannotate.suggest.demand_block import Block
from kzannotate.suggest.demand_line_shapes import is_caps
from kzannotate.suggest.demand_phrases import Tokens
from kzannotate.suggest.demand_reading import Sentence
from kzannotate.suggest.demand_roles import LONG, begins_with_act, last_word
from kzannotate.suggest.demand_subjects import NEAR
from kzannotate.suggest.demand_words import Words

_LINE = 110
"""Code points of a title or slogan."""
_SHORT = 3
"""Letters of a word that no verb with an ending is as short as."""
_VOCATIVE = 12
"""Words with which a sentence names those whom it speaks to."""
_OPENERS = tuple('"«“„')
_CLOSERS = "\"'»”’)*_ "


def is_wish(text: str, words: Words, sentence: Sentence) -> bool:
    """Whether a sentence wishes that one who is asked did something: `Que le ministre …`."""
    tokens = sentence.tokens
    skipped = words.skips.match(tokens, 0)
    comma = skipped is not None and tokens.words[skipped.last : skipped.last + 1] == [","]
    first = skipped.last + 1 if skipped and comma else 0
    if text[sentence.stop - 1] == "?" or not words.lets.match(tokens, first):
        return False
    return words.addressees.find(tokens, first + 1, first + NEAR) is not None


def is_slogan(text: str, words: Words, sentence: Sentence, block: Block) -> bool:
    """Whether a short line or exclamation begins with what slogans do: `FREE ANA KORIN`."""
    if sentence.stop - sentence.start > _LINE:
        return False
    tokens, exclaims = sentence.tokens, _exclaims(text, sentence)
    last = len(tokens) - 1
    if words.verb_last and exclaims and last > 0 and words.slogans.begins(tokens, last):
        return True
    found = words.slogans.match(tokens, 0) if tokens else None
    if not found or (sentence.stop != block.stop and not exclaims):
        return False
    following = text[tokens.spans[found.last - 1][1] : sentence.stop]
    return exclaims or following.strip()[:1].isupper()


def commands(text: str, words: Words, sentence: Sentence, block: Block) -> bool:
    """Whether a sentence tells its reader to do something: `Sign the petition.`

    An exclamation or quotation does if it begins with a verb as items do: `Release her!`
    """
    tokens = sentence.tokens
    if text[sentence.stop - 1] == "?":
        return False
    if _exclaims(text, sentence) and begins_with_act(words, tokens):
        return True
    before = text[max(0, sentence.start - 1) : sentence.start + 1]
    quoted = any(mark in '«“„"' for mark in before)
    acts = words.verb_last or words.acts.begins(tokens, 0) if quoted and tokens else False
    if acts and begins_with_act(words, tokens):
        return True
    return begins_with_imperative(words, tokens) and not is_title(text, sentence, block)


def _exclaims(text: str, sentence: Sentence) -> bool:
    return text[max(0, sentence.stop - 4) : sentence.stop].rstrip(_CLOSERS).endswith("!")


def is_title(text: str, sentence: Sentence, block: Block) -> bool:
    """Whether a sentence is a line without an end, which titles what follows."""
    last = text[max(0, sentence.stop - 8) : sentence.stop].rstrip(_CLOSERS)[-1:]
    short = sentence.stop - sentence.start < _LINE
    short = short and (not block.kind or is_caps(text[sentence.start : sentence.stop]))
    return short and sentence.stop == block.stop and last not in ".!?;,…"


def tells_reader(text: str, words: Words, sentences: Sequence[Sentence]) -> bool:
    """Whether a sentence tells its reader to do what a list has: `Ask the King to:`."""
    if words.verb_last or not sentences or text[sentences[-1].stop - 1] != ":":
        return False
    return begins_with_imperative(words, sentences[-1].tokens)


def begins_with_imperative(words: Words, tokens: Tokens) -> bool:
    """Whether a sentence begins with a verb that tells its reader to do something.

    Where the verb stands last, whether it ends with one.
    """
    if words.verb_last:
        word = last_word(tokens)
        ends = len(word) > LONG and word.endswith(words.commands)
        return ends and not words.informs.find(tokens)
    if not tokens or not (tokens.beginning[0] or tokens.words[0].endswith(words.commands)):
        return False
    start = _skipped(words, tokens, 0)
    behind = _behind_vocative(words, tokens, start)
    if _is_imperative(words, tokens, start) or _is_imperative(words, tokens, behind):
        return True
    act = behind > start and not words.endings and words.acts.match(tokens, behind)
    return bool(act) and not words.links.match(tokens, behind)


def behind_colon(text: str, words: Words, tokens: Tokens) -> int:
    """The index of a verb behind a colon that tells a reader to do something; 0 without one.

    As in `One thing: write to him.`, but not in what the police said: `Sign it.`
    """
    if words.verb_last or ":" not in tokens.words:
        return 0
    colon = tokens.words.index(":")
    verb = _skipped(words, tokens, colon + 1)
    if not _is_imperative(words, tokens, verb) or words.others.find(tokens, 0, colon):
        return 0
    behind = tokens.spans[colon][1]
    quoted = text[behind : behind + 3].strip()[:1] in _OPENERS
    return 0 if quoted and words.addressees.find(tokens, 0, colon) else verb


def _skipped(words: Words, tokens: Tokens, start: int) -> int:
    """The index behind what may stand before a verb at a sentence's head."""
    while start < len(tokens) and not words.imperatives.match(tokens, start):
        skipped = words.skips.match(tokens, start) or words.joins.match(tokens, start)
        if not skipped and tokens.words[start] not in (",", ":"):
            break
        start = skipped.last if skipped else start + 1
    return start


def _is_imperative(words: Words, tokens: Tokens, index: int) -> bool:
    """Whether a word is a verb that tells a reader to do something, by itself or its ending."""
    if words.idioms.match(tokens, index):
        return False
    word = tokens.words[index] if index < len(tokens) else ""
    ends = len(word) > _SHORT and word.endswith(words.commands)
    return ends or words.imperatives.match(tokens, index) is not None


def _behind_vocative(words: Words, tokens: Tokens, start: int) -> int:
    """The index behind those who are spoken to: `Mr President, …`; `start` without any."""
    if words.vocatives.match(tokens, start):
        for index in range(start, min(len(tokens), start + _VOCATIVE)):
            if tokens.words[index] in (",", ":"):
                return index + 1
    return start
