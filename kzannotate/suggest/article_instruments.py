"""Finds instruments in a text: laws and treaties by their names, documents by their symbols.

An instrument has one key, whatever the language that names it: `ICCPR`, `Criminal Code (KZ)`,
`2019/2610(RSP)`. Names and patterns are data: docs/suggestions.md, "Legal articles".
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from kzannotate.suggest.article_openings import (
    Expressions,
    Openings,
    Phrase,
    Places,
    ends,
    expression,
    phrase,
)
from kzannotate.suggest.article_reading import Reading, fold
from kzannotate.suggest.rules import SHARED, Rules, Table

CODE = "legal_article"
_STEM = 5
_LATEST = 20
_ROOT = 3
_LONGEST_COUNTRY = 30
_COMPASS = r"(?:New|North|South|East|West|San|Santa|Saint|Nueva|Nuova|Nieuw|Nouvelle)[\s-]"
"""The first word of a country's name that is never all of it."""
_WORD = re.compile(r"(?<![^\W_])[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Instrument:
    """What a name or pattern stands for."""

    key: str
    """Empty where the pattern is its own key: what is matched, or `template` filled."""
    rule: str
    score: float
    alone: bool
    """Whether it is proposed where no article of it is cited."""
    national: bool
    """Whether each country has its own."""
    law: bool
    """Whether it has articles; a document that is known by its symbol has none."""
    template: str = ""
    pattern: str = ""
    generic: bool = False
    """Whether it means one that was named before: `the Convention`."""
    folded: bool = False
    """Whether the pattern is for the folded text."""


@dataclass(frozen=True, slots=True)
class Named:
    """An instrument where a text names it."""

    start: int
    """Code points in the reading, half-open."""
    stop: int
    reach: int
    """Where the country after its name stops; `stop` where there is none."""
    key: str
    means: Instrument
    begin: int | None = None
    """Where the country before its name begins, if one stands there."""


class Instruments:
    """All instruments that the rules know."""

    def __init__(self, rules: Rules) -> None:
        phrases: list[Phrase[Instrument]] = []
        for language in (SHARED, *rules.languages):
            table = rules.table(language, CODE)
            phrases += _names(table, language, rules)
            phrases += _patterns(table, language)
            phrases += _generic(table, language)
        self.openings = Openings(phrases)
        self._countries = _Countries(rules)

    def find(self, reading: Reading, places: Places[Instrument]) -> list[Named]:
        """The instruments that a text names, in order; none within another.

        `places` are those where one may begin.
        """
        found: list[Named] = []
        for place, begun in places:
            if not (found and place < found[-1].stop):
                found += self._longest(reading, place, begun)
        return list(_one_country(_told_before(reading, found)))

    def _longest(self, reading: Reading, place: int, begun: Expressions[Instrument]) -> list[Named]:
        if place and (reading.text[place - 1].isalnum() or reading.text[place - 1] == "_"):
            return []
        found = ends(reading, place, begun)
        if not found:
            return []
        stop, means = max(found, key=lambda end: end[0])
        key = means.key or _filled(means, reading, place, stop)
        named = Named(place, stop, stop, key, means)
        if means.national:
            return [self._countries.told(reading, named)]
        local = means.law and not means.alone
        return [replace(named, reach=self._countries.reach(reading, stop)) if local else named]


def _names(table: Table, language: str, rules: Rules) -> Iterator[Phrase[Instrument]]:
    national = set(rules.words(SHARED, CODE, "national"))
    silent = set(rules.words(SHARED, CODE, "not_alone"))
    rule = f"{language}.{CODE}.instrument"
    for key, names in table.get("instruments", {}).items():
        local = key in national
        for name in names:
            alone = not local and name not in silent
            yield phrase(name, Instrument(key, rule, 0.85, alone, local, law=True))


def _patterns(table: Table, language: str) -> Iterator[Phrase[Instrument]]:
    for rule in table.get("patterns", ()):
        means = Instrument(
            rule.get("key", ""),
            f"{language}.{CODE}.{rule['name']}",
            rule.get("score", 0.9),
            alone=rule.get("alone", True),
            national=False,
            law=rule.get("law", False),
            template=rule.get("identity", ""),
            pattern=rule["pattern"],
            folded=rule.get("folded", False),
        )
        for begins in rule["begins"]:
            written = begins == begins.upper() and not means.folded
            first = begins if written else fold(begins)
            yield Phrase(first, rule["pattern"], means.folded, means)


def _generic(table: Table, language: str) -> Iterator[Phrase[Instrument]]:
    for word in table.get("generic", ()):
        means = Instrument(
            "",
            f"{language}.{CODE}.generic",
            0.5,
            alone=False,
            national=False,
            law=True,
            generic=True,
        )
        yield phrase(word, means)


def _told_before(reading: Reading, found: Iterable[Named]) -> Iterator[Named]:
    """`the Convention` is the last one named before whose name has that word."""
    before: list[tuple[str, str]] = []
    for one in found:
        words = reading.folded[one.start : one.stop]
        if one.means.generic:
            stem = words[:_STEM]
            keys = (key for names, key in reversed(before[-_LATEST:]) if stem in names)
            one = replace(one, key=next(keys, one.key.capitalize()))
        elif one.means.law:
            before.append((words, one.key))
        yield one


def _filled(means: Instrument, reading: Reading, start: int, stop: int) -> str:
    """The key of what a pattern matched: its template with the groups, or the words themselves."""
    text = reading.folded if means.folded else reading.text
    match = re.compile(means.pattern).match(text, start) if means.template else None
    if match:
        groups = (match.span(group) for group in range(1, match.re.groups + 1))
        written = (reading.text[begin:end] if begin >= 0 else "" for begin, end in groups)
        return means.template.format(*("".join(group.split()) for group in written))
    return " ".join(reading.text[start:stop].split())


def _one_country(found: Iterable[Named]) -> Iterator[Named]:
    """A code without a country is that of the country which the text tells elsewhere, if of one."""
    found = list(found)
    told = defaultdict(set)
    for one in found:
        if one.means.national and one.key != one.means.key:
            told[one.means.key].add(one.key)
    for one in found:
        keys = told.get(one.key, ())
        yield replace(one, key=next(iter(keys))) if len(keys) == 1 else one


class _Countries:
    """Tells the country of a code: `УК РК`, `code pénal kazakh`, `Kazakh Criminal Code`."""

    def __init__(self, rules: Rules) -> None:
        names: dict[str, str] = {}
        for language in (SHARED, *rules.languages):
            table = rules.table(language, CODE)
            for country, words in table.get("countries", {}).items():
                names |= dict.fromkeys(words, country)
        links = "|".join(expression(link) for link in rules.words(SHARED, CODE, "country_links"))
        ordered = sorted(names, key=len, reverse=True)
        shapes: list[str] = []
        endings: list[str] = []
        for language in (SHARED, *rules.languages):
            table = rules.table(language, CODE)
            shapes += table.get("country_shapes", ())
            endings += map(fold, table.get("people_endings", ()))
        linked = rf"\s{{1,3}}(?!la\s)(?i:(?:{links or '(?!)'})\s{{0,3}}){{1,5}}"
        shapes.append(rf"{linked}(?:{_COMPASS})?[^\W\d_a-zß-öø-ÿа-ӿ][\w-]{{3,25}}")
        self._shapes = re.compile("|".join(f"(?:{shape})" for shape in shapes) + r"(?!\w)")
        longest = "|".join(sorted(set(endings), key=len, reverse=True)) or "(?!)"
        self._people = re.compile(rf"\s{{1,3}}([^\W\d_]{{3,20}}(?:{longest}))(?!\w)")
        self._begins = frozenset(fold(name)[:_ROOT] for name in names)
        self._folded = _of([name for name in ordered if name != name.upper()], links, names)
        self._written = _of([name for name in ordered if name == name.upper()], links, names)

    def told(self, reading: Reading, named: Named) -> Named:
        """The same, with the country in its key where the text tells one beside it."""
        for (before, after, countries), text in (
            (self._folded, reading.folded),
            (self._written, reading.text),
        ):
            match = after.match(text, named.stop)
            if match and match.lastindex:
                key = f"{named.key} ({countries[match.lastindex - 1]})"
                return replace(named, key=key, reach=self.reach(reading, match.end()))
            match = self._just_before(before, reading, text, named.start)
            if match and match.lastindex:
                begin = match.start()
                key = f"{named.key} ({countries[match.lastindex - 1]})"
                return replace(named, key=key, begin=begin)
        return replace(named, reach=self.reach(reading, named.stop))

    def _just_before(
        self, country: re.Pattern[str], reading: Reading, text: str, place: int
    ) -> re.Match[str] | None:
        """The country whose name ends at a place, up to white space."""
        for word in _WORD.finditer(reading.folded, max(0, place - _LONGEST_COUNTRY), place):
            if word[0][:_ROOT] in self._begins:
                match = country.match(text, word.start(), place)
                if match:
                    return match
        return None

    def reach(self, reading: Reading, stop: int) -> int:
        """Where the name of a country stops that no list has, or `stop`."""
        for _ in range(2):
            shaped = self._shapes.match(reading.text, stop)
            stop = shaped.end() if shaped else stop
        people = self._people.match(reading.folded, stop)
        return people.end() if people and people[1][:_ROOT] in reading.roots(_ROOT) else stop


def _of(
    names: Sequence[str], links: str, countries: dict[str, str]
) -> tuple[re.Pattern[str], re.Pattern[str], list[str]]:
    """Expressions for a country before and after a name; a group for each of `names`."""
    folded = [expression(fold(name) if name != name.upper() else name) for name in names]
    one = "|".join(f"({name})" for name in folded) or r"(?!)()"
    links = f"(?:(?:{links})\\s{{0,3}}){{0,5}}" if links else ""
    before = re.compile(rf"\b(?:{one})\s{{0,3}}$")
    return before, re.compile(rf"[\s,(]{{1,4}}{links}(?:{one})"), [countries[n] for n in names]
