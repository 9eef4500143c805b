"""Proposes legal articles: provisions with the law they are of, and instruments by themselves."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from kzannotate.model.document import Passage
from kzannotate.model.suggestion import Cited, Suggestion
from kzannotate.suggest import article_laws, article_passages, article_refusals
from kzannotate.suggest.article_citations import Citation, Reader, Word
from kzannotate.suggest.article_habits import Habits, compiled
from kzannotate.suggest.article_instruments import Instrument, Instruments, Named
from kzannotate.suggest.article_openings import (
    Expressions,
    Openings,
    Phrase,
    Places,
    Walk,
    ends,
    phrase,
    spelled,
)
from kzannotate.suggest.article_parts import PartsReader
from kzannotate.suggest.article_passages import ArticlePassage, Linked
from kzannotate.suggest.article_reading import Reading, read
from kzannotate.suggest.rules import SHARED, Rules

CODE = "legal_article"
_MOST_LAWS = 4
"""How many laws a list of articles goes on with."""
Uses = Mapping[str, list[Word | None]]
"""Language to what a word is in it: one for article, or None for a part of an article."""


def find(text: str, passages: Sequence[Passage], rules: Rules) -> Iterator[Suggestion]:
    """The legal articles of a text, whose passages tell the language of each stretch."""
    reading = read(text)
    known = _known(rules)
    names, words = known.walk.places(reading)
    named = known.instruments.find(reading, names)
    finder = _Finder(reading, passages, known, [one for one in named if one.means.law])
    citations = sorted(
        (*finder.citations(words), *finder.paragraphs(named)), key=lambda one: one.start
    )
    named = article_laws.apart(reading, named, citations)
    cited, used = article_laws.linked(reading, citations, named)
    further = list(finder.after_laws(cited))
    for _ in range(_MOST_LAWS):
        if not further:
            break
        citations = sorted((*citations, *further), key=lambda one: one.start)
        cited, used = article_laws.linked(reading, citations, named)
        known_starts = {one.start for one in citations}
        further = [one for one in finder.after_laws(cited) if one.start not in known_starts]
    kept = list(article_refusals.kept(reading, cited, known.refusals))
    found = [
        _provision(passage, *reading.span(passage.start, passage.stop))
        for passage in article_passages.passages(reading, kept)
    ]
    found += [
        _instrument(one, *reading.span(finder.beginning(one), one.stop))
        for one in named
        if one.means.alone
        and one.start not in used
        and not article_refusals.is_no_instrument(reading, one, known.refusals)
    ]
    done = 0
    for one in sorted(found, key=lambda one: one.start):
        if one.start >= done:
            done = one.stop
            yield one


def _provision(passage: ArticlePassage, start: int, stop: int) -> Suggestion:
    first = passage.citations[0]
    name = f"{first.habits.language}.{CODE}.provision"
    score = 0.97 if first.named else 0.92 if first.instrument else 0.88
    cited = (Cited(one.instrument, number) for one in passage.citations for number in one.numbers)
    return Suggestion(start, stop, CODE, name, score, tuple(cited))


def _instrument(named: Named, start: int, stop: int) -> Suggestion:
    return Suggestion(
        start, stop, CODE, named.means.rule, named.means.score, (Cited(named.key, ""),)
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What the rules say, made ready once."""

    rules: Rules
    instruments: Instruments
    openings: Openings[Uses]
    walk: Walk[Instrument, Uses]
    refusals: article_refusals.Refusals
    documents: frozenset[str]
    """Keys of instruments that have paragraphs and no articles."""
    habits: dict[str, Habits]

    def of(self, language: str) -> Habits:
        """The habits of a language."""
        if language not in self.habits:
            self.habits[language] = compiled(self.rules, language)
        return self.habits[language]


@lru_cache(maxsize=4)
def _known(rules: Rules) -> _Known:
    instruments, openings = Instruments(rules), Openings(_words(rules))
    walk = Walk(instruments.openings, openings)
    documents = frozenset(rules.words(SHARED, CODE, "by_paragraph"))
    refusals = article_refusals.refusals(rules)
    return _Known(rules, instruments, openings, walk, refusals, documents, {})


def _words(rules: Rules) -> Iterator[Phrase[Uses]]:
    """The words that a citation can begin with."""
    uses: dict[str, dict[str, dict[Word | None, None]]] = defaultdict(lambda: defaultdict(dict))
    for language in (SHARED, *rules.languages):
        for name in ("parts", "part_plurals", "ordinals"):
            for word in rules.words(language, CODE, name):
                uses[spelled(word)][language][None] = None
        for name in ("words", "plurals", "named", "pointed", "after", "named_after"):
            for word in rules.words(language, CODE, name):
                many = name == "plurals" or word in rules.words(language, CODE, "named_plurals")
                uses[spelled(word)][language][_word(name, word, many)] = None
    for word, by_language in uses.items():
        yield phrase(word, {language: [*words] for language, words in by_language.items()})


def _word(name: str, word: str, many: bool) -> Word:
    return Word(
        plural=many,
        short=word.endswith("."),
        named=name in ("named", "pointed", "named_after"),
        pointed=name == "pointed",
        after=name in ("after", "named_after"),
    )


class _Finder:
    """Finds the citations of one text, which names these laws, in order."""

    def __init__(
        self, reading: Reading, passages: Sequence[Passage], known: _Known, laws: Sequence[Named]
    ) -> None:
        self._reading, self._passages, self._known = reading, passages, known
        self._starts = [one.start for one in passages]
        self._laws = {one.start for one in laws}
        self._sure = [one for one in laws if not one.means.titled]
        self._sure_starts = [one.start for one in self._sure]
        self._reader = cache(self._made)

    def citations(self, words: Places[Uses]) -> Iterator[Citation]:
        """All citations, in order, from the places where one may begin."""
        done = 0
        for place, begun in words:
            if place < done or (place and self._reading.text[place - 1].isalnum()):
                continue
            if self._is_within_law(place):
                continue
            for citation in self._at(place, begun):
                yield citation
                done = max(done, citation.stop)

    def _is_within_law(self, place: int) -> bool:
        """Whether a place is within the name of a law, which isn't only guessed by its title."""
        at = bisect_left(self._sure_starts, place) - 1
        return at >= 0 and place < self._sure[at].stop

    def paragraphs(self, named: Iterable[Named]) -> Iterator[Citation]:
        """The paragraphs of documents that have no articles."""
        for one in named:
            if one.key in self._known.documents:
                language = one.means.rule.partition(".")[0]
                reader = self._reader(language)
                found = reader.of_document(one.start) or reader.after_document(one.stop)
                if found:
                    yield found

    def beginning(self, law: Named) -> int:
        """Where an instrument by its number begins, with its quoted title if that is before it."""
        habits = self._known.of(law.means.rule.partition(".")[0])
        if not habits.law_first or not law.means.pattern:
            return law.start
        begin = article_passages.titled_from(self._reading, law.start)
        return begin if self._reading.text[begin] == '"' else law.start

    def after_laws(self, linked: Iterable[Linked]) -> Iterator[Citation]:
        """What goes on lists of articles of one law with those of another."""
        for one in linked:
            citation, law = one.citation, one.law
            if law and law.start >= citation.stop and (citation.word.plural or citation.word.short):
                reader = self._reader(citation.habits.language)
                yield from reader.after_law(law.reach, citation.word)

    def _at(self, place: int, begun: Expressions[Uses]) -> list[Citation]:
        for stop, uses in ends(self._reading, place, begun):
            for language in self._likely(place, uses):
                reader = self._reader(language)
                for word in uses[language]:
                    found = self._read(reader, place, stop, word)
                    if found:
                        return [reader.begun(found[0]), *found[1:]]
        return []

    def _read(self, reader: Reader, place: int, stop: int, word: Word | None) -> list[Citation]:
        if word is None:
            return self._led(reader, place)
        if word.after:
            return reader.before_word(place, stop, word)
        return reader.after_word(place, stop, word)

    def _led(self, reader: Reader, place: int) -> list[Citation]:
        """A citation that begins with a part of its article."""
        lead = reader.parts.lead(place)
        if not lead:
            return []
        parts, at = lead
        for stop, uses in self._known.openings.here(self._reading, at):
            for word in uses.get(reader.habits.language, ()):
                found = reader.after_word(place, stop, word) if word and not word.after else []
                if found:
                    return [_with_parts(found[0], place, parts), *found[1:]]
        return []

    def _made(self, language: str) -> Reader:
        habits = self._known.of(language)
        return Reader(self._reading, habits, PartsReader(self._reading, habits, self._laws))

    def _likely(self, place: int, uses: Uses) -> list[str]:
        """The languages of a word, that of its passage first."""
        origin, _ = self._reading.span(place, place + 1)
        at = bisect_right(self._starts, origin) - 1
        language = self._passages[at].language if at >= 0 else ""
        return (
            [language, *(one for one in uses if one != language)] if language in uses else [*uses]
        )


def _with_parts(citation: Citation, start: int, parts: list[str]) -> Citation:
    numbers = tuple(number + part for number in citation.numbers for part in parts)
    pointed = citation.word.pointed and "(" in citation.numbers[0]
    word = replace(citation.word, pointed=pointed)
    return replace(citation, start=start, numbers=numbers, word=word)
