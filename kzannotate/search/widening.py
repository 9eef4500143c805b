"""Searches whose words stand together on a page or in a document, not in one passage.

Each word is searched by itself; what is joined by AND, OR and NOT are the pages or documents.
"""

from collections.abc import Callable
from functools import cache

from kzannotate.model.query import (
    All,
    AnyOf,
    Inside,
    Near,
    Outside,
    Phrase,
    Plan,
    Prefix,
    Without,
    Word,
    everywhere,
    parts,
    rebuilt,
)

_QUICK = (Word, Prefix, Phrase, Near)
"""What the index tells of by itself, so that any of several can be asked for at once."""
UnitsOf = Callable[[Plan, bool], set[str]]
"""Gives the pages or documents that a plan of one word is found in.

True: it is asked for what isn't wanted, so that none may be left out.
"""


def spread(plan: Plan) -> Plan:
    """The same with fields at each word, so that each can be searched by itself."""
    match plan:
        case Inside(wanted, where):
            return _wrapped(spread(wanted), lambda leaf: Inside(leaf, where))
        case Outside(wanted, where):
            return _wrapped(spread(wanted), lambda leaf: Outside(leaf, where))
        case _:
            return rebuilt(plan, spread)


def is_spread(plan: Plan) -> bool:
    """Whether a page or document may match of which no single passage does."""
    return any(isinstance(part, All | Without) for part in everywhere(plan))


def units(plan: Plan, units_of: UnitsOf) -> set[str]:
    """The pages or documents that a plan matches; `plan` is spread. Each word is asked once."""
    return _units(plan, cache(units_of), False)


def _units(plan: Plan, units_of: UnitsOf, whole: bool) -> set[str]:
    """`whole`: none may be left out; else no other one may be among them."""
    match plan:
        case All(several):
            return set.intersection(*(_units(part, units_of, whole) for part in several))
        case AnyOf(several) if is_spread(plan) or not all(
            isinstance(one, _QUICK) for one in several
        ):
            return set[str]().union(*(_units(part, units_of, whole) for part in several))
        case Without(wanted, unwanted):
            return _units(wanted, units_of, whole) - _units(unwanted, units_of, not whole)
        case _:
            return units_of(plan, whole)


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
