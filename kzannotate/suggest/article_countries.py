"""Tells the country of a law: `УК РК`, `code pénal kazakh`, `Kazakh Criminal Code`."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kzannotate.suggest.article_openings import expression
from kzannotate.suggest.article_reading import Reading, fold
from kzannotate.suggest.rules import SHARED, Rules

CODE = "legal_article"
_ROOT = 2
_PEOPLE_ROOT = 4
_LONGEST_COUNTRY = 30
_AHEAD = 10
_MOST_LINKS = 5
_OPENING = re.compile(r"[\s,(]{1,4}")
_CAPITAL = r"[^\W\d_a-zß-öø-ÿа-ӿ]"
_COMPASS = r"(?:New|North|South|East|West|San|Santa|Saint|Nueva|Nuova|Nieuw|Nouvelle)[\s-]"
"""The first word of a country's name that is never all of it."""
_WORD = re.compile(r"(?<![^\W_])[^\W\d_]+")
_LADY = r"(?:signora?|señora?|mevrouw|meneer|madame|monsieur|госпожи|господина)(?!\w)"
_OF_SOMEBODY = re.compile(
    rf"\s{{1,3}}((?i:of|de(?:\s{{1,3}}la)?|del(?:la)?|du|di|van)\s{{1,3}})?"
    rf"({_CAPITAL}[\w-]*|{_LADY})(?=(\.?\s{{1,3}}{_CAPITAL})?)"
)
"""Group 1: a word that links; group 2: a word with a capital; group 3: another one follows."""

_LINKING = re.compile(
    r"(?:,?\s{1,3}(?:against|and|or|for|to|on|of|the|contra|para|y|e|et|contre|pour|tegen|en|voor|contro|per))+$"
)
"""Words that would have linked a name to somebody's."""


@dataclass(frozen=True, slots=True)
class Country:
    """Whose a law is."""

    code: str
    """ISO 3166-1, or nothing where no list has the country."""
    reach: int
    """Where the country after the law's name stops, or that name itself."""
    begin: int | None = None
    """Where the country before the law's name begins, if one stands there."""


class Countries:
    """All countries that the rules know, and what looks like one."""

    def __init__(self, rules: Rules) -> None:
        links = "|".join(expression(link) for link in rules.words(SHARED, CODE, "country_links"))
        names: dict[str, str] = {}
        shapes: list[str] = []
        endings: list[str] = []
        for language in (SHARED, *rules.languages):
            table = rules.table(language, CODE)
            for country, words in table.get("countries", {}).items():
                names |= dict.fromkeys(words, country)
            shapes += table.get("country_shapes", ())
            endings += map(fold, table.get("people_endings", ()))
        linked = rf"\s{{1,3}}(?!la\s)(?i:(?:{links or '(?!)'})\s{{0,3}}){{1,5}}"
        shapes.append(rf"{linked}(?:(?:{_COMPASS})?{_CAPITAL}[\w-]{{3,25}}|{_CAPITAL}{{2,6}})")
        self._shapes = re.compile(rf"(?:{'|'.join(shapes)})(?!\w)")
        longest = "|".join(sorted(set(endings), key=len, reverse=True)) or "(?!)"
        self._people = re.compile(rf"\s{{1,3}}([^\W\d_]{{3,20}}(?:{longest}))(?!\w)")
        self._link = re.compile(rf"(?:{links or '(?!)'})\s{{0,3}}")
        self._folded = _by_root({n: names[n] for n in names if n != n.upper()})
        self._written = _by_root({n: names[n] for n in names if n == n.upper()})
        self._titles = frozenset(map(fold, rules.words(SHARED, CODE, "persons")))
        self._given_names = frozenset(_given_names(rules)) - set(_in_names(rules, names))

    def beside(self, reading: Reading, start: int, stop: int) -> Country:
        """The country that the text tells beside a law's name."""
        for roots, text in ((self._folded, reading.folded), (self._written, reading.text)):
            after = self._just_after(roots, reading, text, stop)
            if after:
                return Country(after.code, self.reach(reading, after.reach))
            before = _just_before(roots, reading, text, start)
            if before:
                return Country(before.code, stop, before.begin)
        return Country("", self.reach(reading, stop))

    def reach(self, reading: Reading, stop: int) -> int:
        """Where the name of a country stops that no list has, or `stop`."""
        for _ in range(2):
            shaped = self._shapes.match(reading.text, stop)
            stop = self.without_person(reading, stop, shaped.end()) if shaped else stop
        people = self._people.match(reading.folded, stop)
        begins = people and reading.text[stop - 1] == "." and reading.text[stop + 1].isupper()
        if people and not begins and people[1][:_PEOPLE_ROOT] in reading.roots(_PEOPLE_ROOT):
            return people.end()
        return stop

    def without_person(self, reading: Reading, start: int, stop: int) -> int:
        """Where a law's name stops before somebody's: `the Act` of `the Act of Ana Korin`."""
        for somebody in _OF_SOMEBODY.finditer(reading.text, start, stop + _AHEAD):
            if somebody.start() >= stop:
                break
            name = reading.folded[somebody.start(2) : somebody.end(2)]
            titled = name in self._titles and (somebody[1] or name == somebody[2])
            if titled or (somebody[3] and name in self._given_names):
                return start + len(_LINKING.sub("", reading.text[start : somebody.start()]))
        return stop

    def _just_after(
        self, roots: "_Roots", reading: Reading, text: str, stop: int
    ) -> Country | None:
        """The country whose name follows, words that link before it; told only behind a sign."""
        opening = _OPENING.match(reading.folded, stop)
        places = [opening.end()] if opening else []
        while places and len(places) <= _MOST_LINKS:
            link = self._link.match(reading.folded, places[-1])
            if not link:
                break
            places.append(link.end())
        for place in reversed(places):
            names = roots.get(reading.folded[place : place + _ROOT])
            match = names.pattern.match(text, place) if names else None
            if names and match and match.lastindex:
                apart = opening and not opening[0].isspace()
                return Country(names.countries[match.lastindex - 1], stop if apart else match.end())
        return None


class _Names:
    """Names of countries that begin alike."""

    def __init__(self, names: Mapping[str, str]) -> None:
        longest = sorted(names, key=len, reverse=True)
        self.countries = [names[name] for name in longest]
        written = (name if name == name.upper() else fold(name) for name in longest)
        self._any = "|".join(f"({expression(name)})" for name in written)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """An expression for each of them, in a group of its own."""
        return re.compile(self._any)

    @cached_property
    def last(self) -> re.Pattern[str]:
        """The same, at the end of what is searched."""
        return re.compile(rf"(?:{self._any})\s{{0,3}}$")


_Roots = Mapping[str, _Names]
"""Names of countries by their first letters, folded."""


def _by_root(names: Mapping[str, str]) -> _Roots:
    grouped: dict[str, dict[str, str]] = defaultdict(dict)
    for name, country in names.items():
        grouped[fold(name)[:_ROOT]][name] = country
    return {root: _Names(those) for root, those in grouped.items()}


def _just_before(roots: _Roots, reading: Reading, text: str, place: int) -> Country | None:
    """The country whose name ends at a place, up to white space."""
    for word in _WORD.finditer(reading.folded, max(0, place - _LONGEST_COUNTRY), place):
        names = roots.get(word[0][:_ROOT])
        match = names.last.match(text, word.start(), place) if names else None
        if names and match and match.lastindex:
            return Country(names.countries[match.lastindex - 1], place, match.start())
    return None


def _given_names(rules: Rules) -> Iterator[str]:
    for names in rules.words(SHARED, "victim", "given_names"):
        yield from map(fold, names.split())


def _in_names(rules: Rules, countries: Iterable[str]) -> Iterator[str]:
    """The words in names of countries and instruments."""
    for language in (SHARED, *rules.languages):
        for names in rules.table(language, CODE).get("instruments", {}).values():
            yield from fold(" ".join(names)).split()
    yield from map(fold, countries)
