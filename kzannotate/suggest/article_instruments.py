"""Finds instruments in a text: laws and treaties by their names, documents by their symbols.

An instrument has one key, whatever the language that names it: `ICCPR`, `Criminal Code (KZ)`,
`2019/2610(RSP)`. Names and patterns are data: docs/suggestions.md, "Legal articles".
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kzannotate.suggest.article_countries import Countries
from kzannotate.suggest.article_openings import (
    Expressions,
    Openings,
    Phrase,
    Places,
    ends,
    phrase,
)
from kzannotate.suggest.article_reading import Reading, fold
from kzannotate.suggest.article_subjects import Subjects
from kzannotate.suggest.rules import SHARED, Rules, Table

CODE = "legal_article"
_STEM = 5
_LATEST = 20
_LONGEST_PRECEDING = 24
_NEW_SENTENCE = re.compile(r"\s*(?:$|[^\W\d_a-zß-öø-ÿа-ӿ]|\d+(?:[.)]|(?:\.\d+)+\.?)\s)")


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
    capital: bool = False
    """Whether it begins with a capital if it ends with a number: `Protocol No. 7`, no minutes."""
    preceded: str = ""
    """A pattern for what stands before it and belongs to it: `28 ` of `28 U.S.C. § 1350`."""
    subject: bool = False
    """Whether what the law is about may follow its number or date: ` relative à la presse`."""
    titles: bool = False
    """Whether it is proposed alone too, with what it is about: `Guiding Principles on …`."""

    @property
    def titled(self) -> bool:
        """Whether a pattern only guesses where its title ends."""
        return bool(self.pattern) and not self.alone

    @property
    def listed(self) -> bool:
        """Whether it is a treaty by its name, of which no pattern knows better where it ends."""
        return self.alone and not self.pattern


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
        names = {
            name
            for language in (SHARED, *rules.languages)
            for listed in rules.table(language, CODE).get("instruments", {}).values()
            for name in listed
        }
        self._bare = {name[:-1] for name in names if name.endswith(".") and name[:-1] in names}
        years = (rules.words(one, CODE, "years") for one in rules.languages)
        self._years = re.compile("|".join(year for those in years for year in those) or "(?!)")
        self._countries = Countries(rules)
        self._subjects = Subjects(rules)

    def find(self, reading: Reading, places: Places[Instrument]) -> list[Named]:
        """The instruments that a text names, in order; none within another.

        `places` are those where one may begin.
        """
        found: list[Named] = []
        for place, begun in places:
            if not (found and place < found[-1].stop):
                longest = self._longest(reading, place, begun)
                while longest and found and longest[0].start < found[-1].stop:
                    found.pop()
                found += longest
        return list(_one_country(_told_before(reading, found)))

    def _longest(self, reading: Reading, place: int, begun: Expressions[Instrument]) -> list[Named]:
        if place and (reading.text[place - 1].isalnum() or reading.text[place - 1] == "_"):
            return []
        small = reading.text[place].islower()
        found = [
            (stop, means)
            for stop, means in ends(reading, place, begun)
            if not (small and means.capital and reading.text[stop - 1].isdigit())
        ]
        if not found:
            return []
        listed = any(means.listed for _, means in found)
        sure = [end for end in found if not end[1].titled] if listed else found
        stop, means = max(sure, key=lambda end: (end[0], end[1].alone, end[1].subject))
        if means.law and means.pattern:
            stop = self._countries.without_person(reading, place, stop)
        blank = reading.text.find("\n\n", place, stop)
        stop = blank if blank > place and not means.listed else stop
        if means.listed or means.national:
            stop -= self._ends_sentence(reading, place, stop)
        stop = self._with_year(reading, stop) if means.law and means.alone else stop
        return self._named(reading, place, stop, means)

    def _named(self, reading: Reading, place: int, stop: int, means: Instrument) -> list[Named]:
        """What stands there by its name, with its country or title."""
        if means.preceded:
            return _with_preceding(reading, place, stop, means)
        key = means.key or _filled(means, reading, place, stop)
        if means.national:
            country = self._countries.beside(reading, place, stop)
            key = f"{key} ({country.code})" if country.code else key
            return [Named(place, stop, country.reach, key, means, country.begin)]
        local = means.law and not means.alone
        reach = self._countries.reach(reading, stop) if local else stop
        if not means.subject:
            return [Named(place, stop, reach, key, means)]
        dated, titled = self._subjects.reach(means.rule, reading, reach)
        if means.titles and titled > reach:
            return [Named(place, titled, titled, key, replace(means, alone=True))]
        return [Named(place, dated if dated > reach else stop, titled, key, means)]

    def _with_year(self, reading: Reading, stop: int) -> int:
        """Where a treaty's name stops with its year: `Geneva Convention of 1951`."""
        year = self._years.match(reading.folded, stop)
        return year.end() if year else stop

    def _ends_sentence(self, reading: Reading, start: int, stop: int) -> bool:
        """Whether the point of an abbreviation is only its sentence's.

        So it is where the text has the abbreviation without it, or the rules have and no other
        place of the text tells.
        """
        text, name = reading.text, reading.text[start : stop - 1]
        if text[stop - 1] != "." or not _NEW_SENTENCE.match(text, stop):
            return False
        pointed = reading.is_pointed(name)
        return name in self._bare if pointed is None else not pointed


def _with_preceding(reading: Reading, start: int, stop: int, means: Instrument) -> list[Named]:
    """What a pattern matched, with what has to stand before it; nothing where that isn't there."""
    begin = max(0, start - _LONGEST_PRECEDING)
    before = re.search(rf"(?<![\w/.])(?:{means.preceded})$", reading.folded[begin:start])
    if not before:
        return []
    start = begin + before.start()
    return [Named(start, stop, stop, " ".join(reading.text[start:stop].split()), means)]


def _names(table: Table, language: str, rules: Rules) -> Iterator[Phrase[Instrument]]:
    national = set(rules.words(SHARED, CODE, "national"))
    silent = set(rules.words(SHARED, CODE, "not_alone"))
    rule = f"{language}.{CODE}.instrument"
    for key, names in table.get("instruments", {}).items():
        local = key in national
        of_country = local or key.endswith(")")
        for name in names:
            alone = not of_country and name not in silent
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
            subject=rule.get("subject", False),
            titles=rule.get("titles", False),
            capital=rule.get("capital", False),
            preceded=rule.get("preceded", ""),
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
        values = ["".join(group.split()) for group in written]
        if any(values):
            return means.template.format(*values)
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
