"""Titles and headings, and whether what stands below them is an item of a list that asks."""

import re

from kzannotate.suggest.demand_block import Block
from kzannotate.suggest.demand_items import names_deed
from kzannotate.suggest.demand_labels import is_first
from kzannotate.suggest.demand_line_shapes import CLOSERS, ends_sentence
from kzannotate.suggest.demand_markers import ORDERED
from kzannotate.suggest.demand_openings import HEADED, Opening
from kzannotate.suggest.demand_phrases import Tokens
from kzannotate.suggest.demand_reading import Reading
from kzannotate.suggest.demand_roles import Role, announced, begins_with_act, is_address

_TITLE = 60
BEGINNING = 90
"""Code points within which an item has its verb or names what is to be done."""
_WORDS = 8
"""Words of a heading that asks."""
_ADDRESSED = 3
"""Code points at least behind a colon that whom an item asks stands before."""
_RUN_IN = re.compile(r"(?:[^\W\d_a-zà-ÿа-яё]{2,}\s+){2,6}(?=[^\W\d_]?[a-zà-ÿа-яё])")


def is_section_item(reading: Reading, block: Block, section: Opening) -> bool:
    """Whether a paragraph without a sign asks below a heading: `To the Court: hear him.`

    Below a heading that lost its line, whether it begins as an item.
    """
    if section.role is not Role.ASKS:
        return False
    words = reading.words(block)
    stop = min(block.stop - _ADDRESSED, block.start + _TITLE)
    colon = reading.text.find(":", block.start, stop)
    if colon > 0 and is_address(words, words.tokens(reading.low, block.start, colon)):
        return True
    first = words.tokens(reading.low, block.start, block.start + BEGINNING)
    begins = words.links.match(first, 0) is not None or begins_with_act(words, first)
    return section.run_in and begins


def begins_item(reading: Reading, block: Block) -> bool:
    """Whether a paragraph without a sign begins as an item: small, or with what is to be done."""
    text = reading.text[block.start : block.stop]
    letter = next((c for c in text if c.isalpha()), "A")
    if text[0].isdigit() and ";" not in text:
        return False  # a date
    listed = text.rstrip(CLOSERS)[-1:] in (";", ",") or ";\n" in text
    return letter.islower() or listed or begins_with_deed(reading, block)


def begins_with_deed(reading: Reading, block: Block) -> bool:
    """Whether a paragraph begins with what is to be done, by a verb or noun."""
    words, stop = reading.words(block), min(block.stop, block.start + BEGINNING)
    if words.verb_last:
        stop = reading.sentences(block)[0].stop
    if names_deed(words, words.tokens(reading.low, block.start, stop)):
        return True
    line = reading.text.find("\n", block.start, stop)
    return line > 0 and names_deed(words, words.tokens(reading.low, block.start, line))


def is_title(reading: Reading, index: int) -> bool:
    """Whether a short block titles items that have another kind of number, or one below its."""
    block, *following = reading.blocks[index : index + 2]
    if block.kind in ("dash", "bullet") or block.stop - block.start > _TITLE:
        return False
    if ends_sentence(reading.text, block.stop) or not following:
        return False
    below = bool(block.label) and following[0].label.startswith(f"{block.label}.")
    return below or following[0].kind not in ("", block.kind)


def is_heading(reading: Reading, index: int) -> bool:
    """Whether a block stands alone, or is short and right above a list."""
    block, *following = reading.blocks[index : index + 2]
    short = block.stop - block.start < _TITLE and not block.kind
    return block.apart and any(each.apart or (short and each.kind) for each in following)


def is_addressing(reading: Reading, index: int) -> bool:
    """Whether a short line above others names whom they ask: `To the Government of Korland`."""
    block, *following = reading.blocks[index : index + 2]
    short = block.stop - block.start < _TITLE and not block.kind
    if not short or not following or not reading.text[block.start].isupper():
        return False
    words = reading.words(block)
    return is_address(words, words.tokens(reading.low, block.start, block.stop))


def tells_of_list(reading: Reading, index: int, of: Opening | None) -> bool:
    """Whether a sentence without a colon asks for what a list below it has.

    If it ends with a point, it tells of `the following`.
    """
    block = reading.blocks[index]
    if block.kind in ("dash", "bullet") or not _is_above_list(reading, index, of):
        return False
    last = reading.sentences(block)[-1:]
    if not last:
        return False
    words, ended = reading.words(block), ends_sentence(reading.text, block.stop)
    if ended and not words.following.find(last[0].tokens):
        return False
    return announced(words, last[0].tokens) is Role.ASKS


def _is_above_list(reading: Reading, index: int, of: Opening | None) -> bool:
    """Whether the first item of a list follows a block; without a sign if that hasn't ended."""
    if index + 1 == len(reading.blocks):
        return False
    block, below = reading.blocks[index], reading.blocks[index + 1]
    if below.kind:
        return is_first(below.kind, below.label)
    if below.apart and ORDERED.match(reading.text, below.start):
        return True
    if ends_sentence(reading.text, block.stop) and below.stop - below.start < _TITLE:
        return reading.text[below.stop - 1] == ":"
    if of or not below.apart or not reading.text[block.stop - 1].isalpha():
        return False
    last, words = reading.sentences(block)[-1:], reading.words(block)
    if not last or not last[0].tokens.places(words.announces, words.requests):
        return False
    following = words.following.find(last[0].tokens) is not None
    titled = below.stop - below.start < _TITLE and not ends_sentence(reading.text, below.stop)
    return (following and not titled) or begins_item(reading, below)


def run_in_heading(reading: Reading, block: Block) -> Opening | None:
    """A heading in capitals that lost its line: `OUR DEMANDS The committee …`."""
    title = _RUN_IN.match(reading.text, block.start, block.stop)
    if not title:
        return None
    words = reading.words(block)
    asks = words.headings.find(words.tokens(reading.low, block.start, title.end()))
    return Opening(Role.ASKS if asks else Role.NONE, HEADED, run_in=True)


def asks_above_list(reading: Reading, index: int, found: Tokens) -> bool:
    """Whether a heading without a colon asks, and a list follows: `The mission recommends`."""
    block, *following = reading.blocks[index : index + 2]
    if block.kind or len(found) > _WORDS or not following or not following[0].kind:
        return False
    return announced(reading.words(block), found) is Role.ASKS
