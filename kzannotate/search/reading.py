"""How a query is read: plain words at once, all else by `search.parsing` and Whoosh."""

import re
from collections.abc import Iterable, Sequence

from kzannotate.model.query import All, AnyOf, Plan, Reading, Word
from kzannotate.model.text import normalise
from kzannotate.search.analysis import fold

LONGEST = 10_000
"""Code points of a query that are read."""
_PLAIN_WORD = re.compile(r"[^\W_]+").fullmatch
_OPERATORS = frozenset({"AND", "OR", "NOT"})


def read(query: str) -> Reading:
    """How the query is to be understood."""
    remarks: list[str] = []
    query = normalise(query)
    if len(query) > LONGEST:
        remarks.append(f"Only the first {LONGEST} characters were read.")
        query = query[:LONGEST]
    if (plan := _plain_words(query)) is not None:
        return Reading(plan, tuple(remarks))
    from kzannotate.search.parsing import (
        parsed,  # late: Whoosh takes 10 MB and a quarter of a second
    )

    return parsed(query, remarks)


def all_of(forms: Iterable[str]) -> Plan | None:
    """All of these words, each once; none for none."""
    return one_or(All, [Word((form,)) for form in forms])


def one_or(kind: type[All] | type[AnyOf], plans: Sequence[Plan]) -> Plan | None:
    """Nothing, the only plan itself, or all of them under `kind`, each once."""
    different = tuple(dict.fromkeys(plans))
    if len(different) < 2:
        return different[0] if different else None
    return kind(different)


def _plain_words(query: str) -> Plan | None:
    """What `parsed` gives for words with spaces between them: most queries are no more."""
    typed = query.split()
    if not all(map(_PLAIN_WORD, typed)) or not _OPERATORS.isdisjoint(typed):
        return None
    return all_of(map(fold, typed))
