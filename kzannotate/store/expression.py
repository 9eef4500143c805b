"""A plan in the language of FTS5's MATCH."""

from collections.abc import Iterable, Iterator
from itertools import product

from kzannotate.model.query import (
    JOINT,
    All,
    AnyOf,
    Anything,
    Exact,
    Inside,
    Leaf,
    Matches,
    Near,
    Outside,
    Phrase,
    Plan,
    Prefix,
    Without,
    Word,
)

_NOTHING = '""'
"""A phrase of no word, which no passage has."""
_MOST_NEAR = 4
"""Near words that are also looked for over a page's end: each more doubles the work."""


def is_whole(plan: Plan) -> bool:
    """Whether `expression` says all of the plan, and not only which passages to look into."""
    match plan:
        case Word() | Prefix() | Phrase() | Near():
            return True
        case All(parts) | AnyOf(parts):
            return all(map(is_whole, parts))
        case Without(wanted, unwanted):
            return is_whole(wanted) and is_whole(unwanted)
        case _:
            return False


def expression(plan: Plan) -> str | None:
    """What every passage matches that the plan matches; None: nothing is said, look into all."""
    match plan:
        case All(parts):
            return _joined(" AND ", filter(None, (expression(part) for part in parts)))
        case AnyOf(parts):
            words = [form for part in parts if isinstance(part, Word) for form in part.forms]
            others = [expression(part) for part in parts if not isinstance(part, Word)]
            said = [*map(_quoted, words), *others]  # each word once, whatever has it
            return None if None in said else _any(filter(None, dict.fromkeys(said)))
        case Without(wanted, unwanted):
            first = expression(wanted)
            if first is None or not is_whole(unwanted):
                return first
            return f"({first} NOT {expression(unwanted)})"
        case Inside(wanted, _) | Outside(wanted, _):
            return expression(wanted)
        case _:
            return _leaf(plan)


def _leaf(plan: Leaf) -> str | None:
    match plan:
        case Word(forms):
            return _any(map(_quoted, forms)) if forms else _NOTHING
        case Prefix(start):
            return f"{_quoted(start)} *"
        case Phrase(forms) | Exact(_, forms):
            return _any(_quoted(" ".join(one)) for one in _over_the_page(forms))
        case Near(forms, distance):
            among = distance + len(forms) - 2  # FTS5 counts the middle ones too
            near = (" ".join(map(_quoted, one)) for one in _either_side(forms))
            return _any(f"NEAR({one}, {among})" for one in near)
        case Matches() | Anything():
            return None
        case _:
            raise ValueError(f"{plan} wasn't spelled out")


def _over_the_page(forms: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The phrase, whole or going on at each of its words on the next page."""
    yield forms
    for first in range(1, len(forms)):
        yield forms[:first] + tuple(f"{JOINT}{form}" for form in forms[first:])


def _either_side(forms: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Each word on this page, or some of them on the next."""
    if len(forms) > _MOST_NEAR:
        yield from _over_the_page(forms)
        return
    for sides in product(("", JOINT), repeat=len(forms)):
        if not all(sides):
            yield tuple(f"{side}{form}" for side, form in zip(sides, forms, strict=True))


def _any(alternatives: Iterable[str]) -> str:
    return _joined(" OR ", alternatives) or _NOTHING


def _joined(operator: str, parts: Iterable[str]) -> str | None:
    found = list(parts)
    if len(found) < 2:
        return found[0] if found else None
    return f"({operator.join(found)})"


def _quoted(form: str) -> str:
    return '"' + form.replace('"', '""') + '"'
