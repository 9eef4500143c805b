"""A quick look whether a text can have what a plan asks for, before its words are cut."""

from kzannotate.model.query import (
    All,
    AnyOf,
    Exact,
    Inside,
    Near,
    Outside,
    Phrase,
    Plan,
    Prefix,
    Without,
    Word,
)
from kzannotate.search.analysis import forms


def may_match(text: str, plan: Plan) -> bool:
    """False only where the plan can't match; a fifth of the time that finding the words takes."""
    return _may(forms(text), plan)


def _may(folded: str, plan: Plan) -> bool:
    match plan:
        case Word(forms):
            return any(form in folded for form in forms)
        case Prefix(start):
            return start in folded
        case Phrase(forms) | Near(forms, _) | Exact(_, forms):
            return all(form in folded for form in forms)
        case All(parts):
            return all(_may(folded, part) for part in parts)
        case AnyOf(parts):
            return any(_may(folded, part) for part in parts)
        case Without(wanted, _) | Inside(wanted, _) | Outside(wanted, _):
            return _may(folded, wanted)
        case _:
            return True
