"""A query that Whoosh's parser has read, compiled into a plan.

docs/search.md says what can be written. Never fails: what can't be read as written is read
differently, and a remark says so.
"""

import re
from collections.abc import Sequence
from typing import TypeVar

from whoosh import query as tree

from kzannotate.model.query import (
    All,
    AnyOf,
    Anything,
    Exact,
    Fuzzy,
    Inside,
    Matches,
    Near,
    Outside,
    Phrase,
    Plan,
    Prefix,
    Reading,
    Where,
    Wildcard,
    Without,
    Word,
    depth,
)
from kzannotate.search import expressions, fields, notation
from kzannotate.search.analysis import MARKS, fold, forms, plain, words
from kzannotate.search.reading import all_of, one_or

LONGEST_PHRASE = 50
"""Words of a phrase that are read."""
MOST_LETTERS = 2
"""Letters of a fuzzy word that may differ."""
FARTHEST = 100
"""Words that can stand among near ones."""
MOST_FIELDS = 50
"""Fields that are read in one place."""
DEEPEST = 100
"""Brackets within brackets that are read."""
_Field = TypeVar("_Field")
_PATTERN = re.compile(rf"(?:[^\W_]|[*?{MARKS}])+")
_PIECES = re.compile(r"([*?])")
_STARS = re.compile(r"\*+")
_OPERATOR = re.compile(r"\b(?:AND|OR|NOT)\b")


def parsed(query: str, remarks: list[str]) -> Reading:
    """How a query is to be understood; `remarks` are there already."""
    try:
        plan = _Compiler(remarks).plan(notation.parser().parse(query))
        if plan and depth(plan) > DEEPEST:
            raise RecursionError
    except (IndexError, RecursionError):  # Whoosh gives up: NOT before NOT, too many brackets
        remarks.append("It was read as its words alone: a NOT or a bracket is out of place.")
        plan = all_of(forms(_OPERATOR.sub(" ", query)).split())
    else:
        if lone := notation.unpaired(query):
            remarks.append(f"{lone} has no partner and was passed over.")
    if plan is None and query.strip() and not remarks:
        remarks.append("There is no word to search for.")
    return Reading(plan, tuple(dict.fromkeys(remarks)))


class _Compiler:
    """Turns Whoosh's query tree into a plan, noting what it reads differently."""

    def __init__(self, remarks: list[str]) -> None:
        self._remarks = remarks

    def plan(self, node: tree.Query) -> Plan | None:
        """The plan of one node; None where nothing is left of it."""
        match node:
            case tree.And():
                return self._all(node.subqueries)
            case tree.Or():
                return self._any(node.subqueries)
            case tree.Not():
                return self._all([node])
            case notation.Quoted():
                return self._quoted(node.text)
            case notation.ExactText():
                return self._exact(node.text)
            case notation.Expression():
                return self._expression(node.text)
            case notation.FieldText():
                return self._field(node.text)
            case _:
                return self._word_like(node)

    def _word_like(self, node: tree.Query) -> Plan | None:
        match node:
            case tree.Term():
                return Word((node.text,)) if node.text else None
            case tree.Phrase():
                return self._phrase(node.words)
            case tree.Prefix():
                return self._wildcard(f"{node.text}*")
            case tree.Wildcard():
                return self._wildcard(node.text)
            case tree.FuzzyTerm():
                return self._fuzzy(node.text)
            case _:
                return None

    def _all(self, nodes: Sequence[tree.Query]) -> Plan | None:
        """Words and fields side by side: fields say where the words are looked for."""
        wanted, places = _parted(self._plans([n for n in nodes if not isinstance(n, tree.Not)]))
        unwanted, shunned = _parted(
            self._plans([n.query for n in nodes if isinstance(n, tree.Not)])
        )
        plan = one_or(All, wanted)
        if plan is None and places:
            plan = Anything()
        if plan is None:
            if unwanted or shunned:
                self._remarks.append("NOT needs another word beside it to search for.")
            return None
        if unwanted:
            plan = Without(plan, one_or(AnyOf, unwanted) or Anything())
        for where in self._few(fields.joined(places)):
            plan = Inside(plan, where)
        for field in self._few(shunned):
            plan = Outside(plan, field.where)
        return plan

    def _any(self, nodes: Sequence[tree.Query]) -> Plan | None:
        wanted, places = _parted(self._plans(nodes))
        if places:
            where: list[Where] = [one for field in places for one in field.where]
            wanted.append(Inside(Anything(), tuple(self._few(list(dict.fromkeys(where))))))
        return one_or(AnyOf, wanted)

    def _few(self, several: Sequence[_Field]) -> Sequence[_Field]:
        if len(several) > MOST_FIELDS:
            self._remarks.append(f"Only {MOST_FIELDS} fields in one place were read.")
        return several[:MOST_FIELDS]

    def _plans(self, nodes: Sequence[tree.Query]) -> list[Plan]:
        return [plan for plan in map(self.plan, nodes) if plan is not None]

    def _quoted(self, written: str) -> Plan | None:
        text, near, number = written.partition(notation.NEAR)
        found = forms(text).split()
        if not near:
            return self._phrase(found)
        distance = int(number or 1)
        if distance > FARTHEST:
            self._remarks.append(f"~{number}: at most {FARTHEST} words can stand among them.")
        different = self._cut(list(dict.fromkeys(found)))
        if len(different) < 2:
            return self._phrase(different)
        return Near(tuple(different), min(distance, FARTHEST))

    def _phrase(self, found: Sequence[str]) -> Plan | None:
        return Phrase(tuple(self._cut(found))) if found else None

    def _cut(self, found: Sequence[str]) -> Sequence[str]:
        if len(found) > LONGEST_PHRASE:
            self._remarks.append(f"Only the first {LONGEST_PHRASE} words of a phrase were read.")
        return found[:LONGEST_PHRASE]

    def _exact(self, text: str) -> Plan | None:
        found = self._cut([plain(word.written) for word in words(text)])
        if not found:
            self._remarks.append(f"={_short(text)}: there is no word in it.")
            return None
        return Exact(tuple(found), tuple(map(fold, found)))

    def _expression(self, text: str) -> Plan | None:
        fault = expressions.fault(text)
        if fault is None:
            return Matches(text)
        self._remarks.append(f"/{_short(text)}/ was read as words: {fault}.")
        return all_of(forms(text).split())

    def _field(self, text: str) -> Plan | None:
        where = fields.where(text)
        if isinstance(where, str):
            self._remarks.append(f"{_short(where, 120)} It was passed over.")
            return None
        return Inside(Anything(), (where,))

    def _fuzzy(self, text: str) -> Plan | None:
        """The last word of `l'homme~` is the one whose letters may differ."""
        written, _, number = text.partition("~")
        letters = int(number or 1)
        if letters > MOST_LETTERS:
            self._remarks.append(f"{_short(text)}: at most {MOST_LETTERS} letters can differ.")
        *whole, last = forms(written).split() or [""]
        if not last:
            return None
        plan = Fuzzy(last, min(letters, MOST_LETTERS)) if letters else Word((last,))
        return one_or(All, [*(Word((form,)) for form in whole), plan])

    def _wildcard(self, text: str) -> Plan | None:
        """The last word of `l'hom?e` is a pattern; any letters will do where it has none."""
        parts: list[Plan] = []
        for piece in _PATTERN.findall(text):
            pattern = "".join(one if one in "*?" else fold(one) for one in _PIECES.split(piece))
            pattern = _STARS.sub("*", pattern)
            if not pattern.strip("*?"):
                self._remarks.append(f"{_short(text)}: letters are needed beside * or ?.")
            elif "?" in pattern or "*" in pattern[:-1]:
                parts.append(Wildcard(pattern))
            else:
                parts.append(Prefix(pattern[:-1]) if pattern[-1] == "*" else Word((pattern,)))
        return one_or(All, parts)


def _parted(plans: list[Plan]) -> tuple[list[Plan], list[Inside]]:
    """What is searched for, and the fields that say where."""
    places = [plan for plan in plans if isinstance(plan, Inside) and fields.is_field(plan)]
    return [plan for plan in plans if not fields.is_field(plan)], places


def _short(text: str, most: int = 40) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
