"""What introduces a list: a sentence with a colon, or what opens a court's decision."""

import re

from kzannotate.suggest.demand_block import Block
from kzannotate.suggest.demand_calls import tells_reader
from kzannotate.suggest.demand_ends import clauses
from kzannotate.suggest.demand_phrases import Tokens
from kzannotate.suggest.demand_reading import Reading
from kzannotate.suggest.demand_roles import Role, announced

_OPENING, _FORMULA = 200, 30
"""Code points of what opens a decision."""
_SPACED = re.compile(r"(?:[^\W\d_]\s{1,3}){3,}")


def introducing(reading: Reading, block: Block) -> Tokens:
    """The words of the last clause of a block, which introduces a list."""
    words, last = reading.words(block), reading.sentences(block)[-1:]
    if spaced := _unspaced(reading.low, block):
        return words.tokens(spaced, 0, len(spaced))
    found = last[0].tokens if last else words.tokens("", 0, 0)
    return found.behind(clauses(found)[-1][0])


def introduced(reading: Reading, block: Block, found: Tokens) -> Role:
    """What the words of a block announce."""
    words = reading.words(block)
    role = announced(words, found)
    if role is Role.NONE and tells_reader(reading.text, words, reading.sentences(block)):
        return Role.ASKS
    return role


def _unspaced(low: str, block: Block) -> str:
    """The words of a line whose letters are set apart, `O R D E R :`; empty for others."""
    if block.stop - block.start > _FORMULA or not _SPACED.match(low, block.start, block.stop):
        return ""
    return re.sub(r"(?<=\S)[^\S\n](?=\S)", "", low[block.start : block.stop])


def opens_decision(reading: Reading, block: Block) -> bool:
    """Whether a line without a colon opens what a court decides: `P.Q.M.`, `For these reasons,`."""
    if block.stop - block.start > _OPENING:
        return False
    if reading.text[block.stop - 1] == ",":
        return reading.low.startswith(reading.grounds, block.start)
    if block.stop - block.start > _FORMULA:
        return False
    words = reading.words(block)
    found = words.tokens(reading.low, block.start, block.stop)
    formula = words.resolves.match(found, 0)
    return formula is not None and formula.last == len(found)
