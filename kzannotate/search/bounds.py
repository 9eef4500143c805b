"""How many passages a plan can match, by what the corpus' words say."""

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
from kzannotate.search.lexicon import Lexicon


def at_most(plan: Plan, words: Lexicon) -> int | None:
    """The passages that a plan matches are no more than that; None: nothing is known."""
    match plan:
        case Word(forms):
            return words.passages(forms)
        case Prefix(start):
            return words.passages_beginning_with(start)
        case Phrase(forms) | Exact(_, forms):  # only what follows may stand on the next page
            return words.passages(forms[:1])
        case Near(forms, _):
            return words.passages(forms)
        case Without(wanted, _) | Inside(wanted, _) | Outside(wanted, _):
            return at_most(wanted, words)
        case All(parts):
            known = [one for one in (at_most(part, words) for part in parts) if one is not None]
            return min(known, default=None)
        case AnyOf(parts):
            return _sum([at_most(part, words) for part in parts])
        case _:
            return None


def _sum(several: list[int | None]) -> int | None:
    known = [one for one in several if one is not None]
    return sum(known) if len(known) == len(several) else None
