"""Proposes demands: items of lists that ask, paragraphs of resolutions, sentences of prose."""

import re
from collections.abc import Iterator, Sequence

from kzannotate.model.document import Passage
from kzannotate.model.suggestion import Suggestion
from kzannotate.suggest.demand_lists import Lists
from kzannotate.suggest.demand_prose import SHOULD, Prose
from kzannotate.suggest.demand_reading import Demand, Reading
from kzannotate.suggest.demand_roles import Role
from kzannotate.suggest.rules import Rules

CODE = "demand"
_QUOTES = tuple('«“„"')
_QUOTED = re.compile('[«“„"]')
_PRIVATE = 2
"""Sentences of an author who tells of himself."""
_SHORTEST = 10
"""Code points of a demand."""


def find(text: str, passages: Sequence[Passage], rules: Rules) -> Iterator[Suggestion]:
    """The demands of a text, whose passages tell the language of each stretch; in order."""
    reading = Reading(text, passages, rules)
    lists = Lists(reading)
    found = list(lists.read())
    listed = {demand.start for demand in found}
    told = list(_in_sentences(reading, lists, found))
    found = _without_story(reading, lists, found)
    found += _without_earlier(reading, lists, _without_story(reading, lists, told))
    last = 0
    for demand in sorted(found, key=lambda one: (one.start, one.start not in listed, -one.stop)):
        if demand.start >= last and demand.stop - demand.start >= _SHORTEST:
            yield _suggestion(demand)
            last = demand.stop


def _in_sentences(reading: Reading, lists: Lists, listed: Sequence[Demand]) -> Iterator[Demand]:
    """The demands outside the items of lists that ask."""
    taken = {demand.start for demand in listed}
    for index, block in enumerate(reading.blocks):
        opening = lists.of.get(index)
        role = opening.role if opening else Role.NONE
        if role is Role.RECITES or (role is Role.ASKS and block.start in taken):
            continue
        if role is Role.RESOLVES or reading.may_ask(block):
            prose = Prose(reading, block, role is Role.RESOLVES)
            yield from prose.read(index in lists.announcing)


def _without_story(reading: Reading, lists: Lists, told: list[Demand]) -> list[Demand]:
    """Without what the parties of a court's decision asked before it decides."""
    if lists.judged < 0:
        return told
    decided = reading.blocks[lists.judged].start
    return [demand for demand in told if demand.start >= decided]


def _without_earlier(reading: Reading, lists: Lists, told: list[Demand]) -> list[Demand]:
    """Without what others asked in the past, where the text speaks for itself."""
    if any(demand.named for demand in told) and _is_private(reading):
        told = [demand for demand in told if not demand.named]
    past = any(demand.past for demand in told) and _speaks(reading, lists, told)
    return [demand for demand in told if not demand.past] if past else told


def _is_private(reading: Reading) -> bool:
    """Whether the author tells of himself, as in a weblog: `I went to the vigil`."""
    times = 0
    for block in reading.blocks:
        words = reading.words(block)
        for sentence in reading.sentences(block):
            quoted = _QUOTED.search(reading.text, sentence.start, sentence.stop)
            times += not quoted and words.myself.find(sentence.tokens) is not None
    return times >= _PRIVATE


def _speaks(reading: Reading, lists: Lists, told: Sequence[Demand]) -> bool:
    """Whether the author asks, or says `we`, outside quotations."""
    own = [one for one in told if not (one.past or _is_quoted(reading.text, one))]
    if any(demand.rule.endswith(SHOULD) for demand in own):
        return True
    spans = [(one.start, one.stop) for one in own]
    spans += [
        (block.start, block.stop)
        for index, block in enumerate(reading.blocks)
        if index in lists.announcing or not _QUOTED.search(reading.text, block.start, block.stop)
    ]
    return any(_says_we(reading, start, stop) for start, stop in spans)


def _says_we(reading: Reading, start: int, stop: int) -> bool:
    words = reading.words_at(start, stop)
    return words.ourselves.find(words.tokens(reading.low, start, stop)) is not None


def _is_quoted(text: str, demand: Demand) -> bool:
    return text[max(0, demand.start - 2) : demand.start].rstrip().endswith(_QUOTES)


def _suggestion(demand: Demand) -> Suggestion:
    return Suggestion(
        demand.start,
        demand.stop,
        CODE,
        demand.rule,
        demand.score,
        issuer=demand.issuer,
        addressee=demand.addressee,
    )
