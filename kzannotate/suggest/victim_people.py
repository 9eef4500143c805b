"""Who is who: the same person under inflected, shortened and otherwise spelled names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kzannotate.suggest.victim_keys import (
    FORMS,
    PATRONYMIC,
    SURNAME,
    folded,
    initial_key,
    is_given,
    word_key,
)
from kzannotate.suggest.victim_text import Shape, shape

NAMESAKES = 50
"""Persons of one surname that are told apart."""


@dataclass(slots=True, eq=False)
class Person:
    """A name that was recognised, and what its parts are."""

    parts: tuple[str, ...]
    """The keys of its words, initials as one letter."""
    surnames: frozenset[str]
    """The keys that stand for the person alone."""
    score: float = 0.0
    barred: bool = False
    """In office or signing somewhere."""
    banned: bool = False
    """Of the police or the like somewhere, so that no other place makes a victim of them."""


@lru_cache(maxsize=FORMS)
def keys(parts: tuple[str, ...], kazakh: bool = False) -> tuple[str, ...]:
    """The key of each word of a name; particles left out, an initial as its first letter."""
    return tuple(
        initial_key(part) if shape(part) == Shape.INITIAL else word_key(part, kazakh)
        for part in parts
        if shape(part) != Shape.LOWER
    )


def surnames(parts: tuple[str, ...], given: frozenset[str], kazakh: bool = False) -> frozenset[str]:
    """The keys of the words that name the person alone: not the given name, not the patronymic."""
    full = [part for part in parts if shape(part) not in (Shape.LOWER, Shape.INITIAL)]
    if len(full) > 2 or any(part[0] >= "А" for part in full):  # Marek Petrovic has no patronymic
        full = [part for part in full if not PATRONYMIC.search(folded(part))]
    if len(full) > 1:
        first, last = (bool(SURNAME.search(folded(part))) for part in (full[0], full[-1]))
        if first and not last and not is_given(full[0], given):
            full = full[:1]
        elif any(shape(part) == Shape.CAPITALS for part in full):
            full = [part for part in full if shape(part) == Shape.CAPITALS]
        else:
            full = full[1:]
    if not full:  # J. K.
        return frozenset(keys(parts, kazakh))
    return frozenset(word_key(part, kazakh) for part in full)


@dataclass(slots=True)
class People:
    """The persons of a document, found again by any part of their names."""

    given: frozenset[str]
    """The keys of given names."""
    _by_surname: dict[str, list[Person]] = field(default_factory=dict)
    _by_given: dict[str, list[Person]] = field(default_factory=dict)
    _added: dict[tuple[str, ...], Person] = field(default_factory=dict)

    def add(self, parts: tuple[str, ...], kazakh: bool = False) -> Person:
        """The person of a name; the one that is there already, where it fits one."""
        wanted = keys(parts, kazakh)
        if wanted not in self._added:
            self._added[wanted] = self._person(wanted, parts, kazakh)
        return self._added[wanted]

    def _person(self, wanted: tuple[str, ...], parts: tuple[str, ...], kazakh: bool) -> Person:
        for person in self.named(wanted):
            if len(wanted) > 1 or len(person.parts) == 1:
                return person
        person = Person(wanted, surnames(parts, self.given, kazakh))
        for key in person.surnames:
            self._by_surname.setdefault(key, []).append(person)
        for key in wanted:
            if len(key) > 2 and key not in person.surnames:
                self._by_given.setdefault(key, []).append(person)
        return person

    @property
    def known_by(self) -> set[str]:
        """The keys by which somebody is found."""
        return {*self._by_surname, *self._by_given}

    def named(self, wanted: Sequence[str]) -> list[Person]:
        """The persons whom these keys may name; a given name alone only names the one bearer."""
        if not self._by_surname:
            return []
        bearers = [person for key in wanted for person in self._by_surname.get(key, ())[:NAMESAKES]]
        found = [person for person in dict.fromkeys(bearers) if _fits(wanted, person)]
        if not found and len(wanted) == 1:
            bearers = self._by_given.get(wanted[0], [])
            return bearers if len(bearers) == 1 else []
        return found


def _fits(wanted: Iterable[str], person: Person) -> bool:
    """Whether each word wanted is one of the person's, an initial a first letter of one."""
    left = list(person.parts)
    for key in sorted(wanted, key=len, reverse=True):
        same = key if key in left else next((p for p in left if _initial(p, key)), None)
        if same is None:
            return False
        left.remove(same)
    return True


def _initial(one: str, other: str) -> bool:
    return 1 in (len(one), len(other)) and one[:1] == other[:1]
