"""Searches whose words stand together on a page or in a document, not in one passage.

Each word is searched by itself; what is joined by AND, OR and NOT are the pages or documents.
"""

from collections.abc import Callable
from functools import cache

from kzannotate.model.query import All, AnyOf, Inside, Outside, Plan, Without, parts, rebuilt

UnitsOf = Callable[[Plan], set[str]]
"""Gives the pages or documents that a plan of one word is found in."""


def spread(plan: Plan) -> Plan:
    """The same with fields at each word, so that each can be searched by itself."""
    match plan:
        case Inside(wanted, where):
            return _wrapped(spread(wanted), lambda leaf: Inside(leaf, where))
        case Outside(wanted, where):
            return _wrapped(spread(wanted), lambda leaf: Outside(leaf, where))
        case _:
            return rebuilt(plan, spread)


def units(plan: Plan, units_of: UnitsOf) -> set[str]:
    """The pages or documents that a plan matches; `plan` is spread. Each word is asked once."""
    return _units(plan, cache(units_of))


def _units(plan: Plan, units_of: UnitsOf) -> set[str]:
    match plan:
        case All(several):
            return set.intersection(*(_units(part, units_of) for part in several))
        case AnyOf(several):
            return set[str]().union(*(_units(part, units_of) for part in several))
        case Without(wanted, unwanted):
            return _units(wanted, units_of) - _units(unwanted, units_of)
        case _:
            return units_of(plan)


def wanted(plan: Plan) -> Plan:
    """Whatever of the plan can be a hit; `plan` is spread."""
    found = tuple(dict.fromkeys(_wanted(plan)))
    return found[0] if len(found) == 1 else AnyOf(found)


def _wanted(plan: Plan) -> list[Plan]:
    match plan:
        case Without(first, _):
            return _wanted(first)
        case All() | AnyOf():
            return [leaf for part in parts(plan) for leaf in _wanted(part)]
        case _:
            return [plan]


def _wrapped(plan: Plan, wrap: Callable[[Plan], Plan]) -> Plan:
    match plan:
        case All() | AnyOf() | Without():
            return rebuilt(plan, lambda part: _wrapped(part, wrap))
        case _:
            return wrap(plan)
