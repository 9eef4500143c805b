"""Words of which only some letters are known, spelled out to those that the corpus has."""

from collections.abc import Callable, Sequence

from kzannotate.model.query import All, AnyOf, Plan, Reading, Wildcard, Without, Word

MOST = 1_000
"""Words of one pattern that are searched, the most frequent ones."""
Matching = Callable[[str, int], Sequence[str]]
"""Gives the forms of the corpus that a pattern matches, the most frequent first, so many."""


def spelled_out(reading: Reading, matching: Matching) -> Reading:
    """The reading with each pattern replaced by its words; a remark where they are too many."""
    remarks: list[str] = []

    def spelled(plan: Plan) -> Plan:
        match plan:
            case Wildcard(pattern):
                found = tuple(matching(pattern, MOST + 1))
                if len(found) > MOST:
                    remarks.append(
                        f"{pattern} fits more than {MOST} words: the most frequent were searched."
                    )
                return Word(found[:MOST])
            case All(parts):
                return All(tuple(map(spelled, parts)))
            case AnyOf(parts):
                return AnyOf(tuple(map(spelled, parts)))
            case Without(wanted, unwanted):
                return Without(spelled(wanted), spelled(unwanted))
            case _:
                return plan

    plan = spelled(reading.plan) if reading.plan else None
    return Reading(plan, (*reading.remarks, *dict.fromkeys(remarks)))
