"""Proposes demands: items of lists that ask, paragraphs of resolutions, sentences of prose."""

from collections.abc import Iterator, Sequence

from kzannotate.model.document import Passage
from kzannotate.model.suggestion import Suggestion
from kzannotate.suggest.demand_lists import Lists
from kzannotate.suggest.demand_prose import Prose
from kzannotate.suggest.demand_reading import Demand, Reading
from kzannotate.suggest.demand_roles import Role
from kzannotate.suggest.rules import Rules

CODE = "demand"
_SHORTEST = 10
"""Code points of a demand."""


def find(text: str, passages: Sequence[Passage], rules: Rules) -> Iterator[Suggestion]:
    """The demands of a text, whose passages tell the language of each stretch; in order."""
    reading = Reading(text, passages, rules)
    lists = Lists(reading)
    found = list(lists.read())
    listed = {demand.start for demand in found}
    found += _in_sentences(reading, lists, found)
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
