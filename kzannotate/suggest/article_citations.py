"""Reads one citation: its articles, the parts of each, lists and ranges of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kzannotate.suggest import article_numbers as numbers
from kzannotate.suggest.article_expressions import BESIDE, DESCRIPTION, NUMBER
from kzannotate.suggest.article_habits import Habits
from kzannotate.suggest.article_parts import PartsReader
from kzannotate.suggest.article_reading import Reading

_NUMBER = re.compile(NUMBER)
_SPAN = re.compile(r"\s?-\s?(?=\d)")
_YEAR = re.compile(r"19\d\d|20[0-3]\d")
_INNER_RANGE = re.compile(r"(\d{1,4})-(\d{1,4})")
_DESCRIPTION = re.compile(DESCRIPTION)
_PLAIN = re.compile(r"\d{1,4}(?:-\d{1,3})?")
_VALUED = re.compile(r"\s\d")
_MOST_MEMBERS = 60
_LONGEST_PARAGRAPH = 60
_WIDEST_HYPHEN = 40


@dataclass(frozen=True, slots=True)
class Word:
    """A word for article, of one language."""

    plural: bool = False
    short: bool = False
    """Whether it is an abbreviation, which serves for one and for many."""
    named: bool = False
    """Whether it means an article only beside the name of a law: `Section 12`."""
    pointed: bool = False
    """Whether points after its number are enough: `section 43(6)`."""
    after: bool = False
    """Whether it stands after the number: `174-бап`."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One passage that cites one article, or a range of them, or several parts of one."""

    start: int
    """Code points in the reading, half-open."""
    stop: int
    numbers: tuple[str, ...]
    """As `model.suggestion.Cited` has them."""
    word: Word
    habits: Habits
    instrument: str = ""
    named: bool = False
    """Whether the instrument stands beside it."""

    def of(self, instrument: str, named: bool) -> "Citation":
        """The same, of an instrument."""
        return Citation(
            self.start, self.stop, self.numbers, self.word, self.habits, instrument, named
        )


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the citations of one text in the habits of one language."""

    reading: Reading
    habits: Habits
    parts: PartsReader

    def after_word(self, start: int, place: int, word: Word) -> list[Citation]:
        """The citations whose word for article, from `start`, is followed by what is at `place`."""
        sign = self.habits.sign.match(self.reading.folded, place)
        if sign and sign[0].strip().isalpha() and _YEAR.match(self.reading.folded, sign.end()):
            return []
        first = self._member(start, sign.end() if sign else place, word)
        return [first, *self._others(first, word)] if first else []

    def before_word(self, place: int, stop: int, word: Word) -> list[Citation]:
        """The citations whose numbers end at `place`, before a word for article up to `stop`."""
        begin = max(0, place - 80)
        listed = self.habits.back.search(self.reading.folded[begin:place])
        if not listed:
            return []
        found = [
            self._made(begin + at.start(), begin + at.end(), [at[0]], word)
            for at in _PLAIN.finditer(listed[0])
        ]
        found = [
            replace(one, start=one.start + listed.start(), stop=one.stop + listed.start())
            for one in found
        ]
        return [*found[:-1], self._with_parts(replace(found[-1], stop=stop))]

    def after_law(self, place: int, word: Word) -> list[Citation]:
        """What goes on a list with another law: `articles 3 ECHR` at a place ` and 7 ICCPR`."""
        also = self.habits.also.match(self.reading.folded, place)
        first = self._member(also.end(), also.end(), word) if also else None
        found = [first, *self._others(first, word)] if first else []
        if not found:
            return []
        link = self.habits.link.match(self.reading.folded, found[-1].stop)
        linked = bool(link) and (link.end() if link else 0) in self.parts.laws
        return found if linked or self.parts.before_law(found[-1].stop) else []

    def of_document(self, place: int) -> Citation | None:
        """The paragraph whose document is named at a place: `paragraph 12 of the Document`."""
        begin = max(0, place - _LONGEST_PARAGRAPH)
        found = self.habits.paragraph.search(self.reading.folded, begin, place)
        if not found:
            return None
        cited = tuple(self.habits.split.split(found[1]))
        return Citation(found.start(), found.end(1), cited, Word(named=True), self.habits)

    def after_document(self, place: int) -> Citation | None:
        """The paragraph that follows its document: `Copenhagen Document, paragraph 12`."""
        comma = self.habits.notably.match(self.reading.folded, place)
        part = self.habits.part.match(self.reading.folded, comma.end()) if comma else None
        if not part:
            return None
        cited = tuple(self.habits.split.split(part[4] or part[2] or part[1]))
        return Citation(part.start(), part.end(), cited, Word(), self.habits)

    def begun(self, citation: Citation) -> Citation:
        """The citation with the parts before it that have no word: `2° du A de l'article 1er`."""
        start, part = self.parts.shaped(citation.start)
        cited = tuple(number + part for number in citation.numbers)
        return replace(citation, start=start, numbers=cited) if part else citation

    def _member(self, start: int, place: int, word: Word) -> Citation | None:
        number = self.habits.numeral.match(self.reading.folded, place)
        part = self.habits.part.match(self.reading.folded, place) if number else None
        if part and not _VALUED.match(self.reading.folded, part.end()):
            return None
        if number and not number[0][0].isdigit():
            return self._with_parts(self._made(start, number.end(), [number[0]], word))
        number = _NUMBER.match(self.reading.folded, place)
        if not number or not self._is_number(number):
            return None
        last = self._last_of_range(number, word)
        ends = [number[0], last[0]] if last else [number[0]]
        return self._with_parts(self._made(start, (last or number).end(), ends, word))

    def _last_of_range(self, first: re.Match[str], word: Word) -> re.Match[str] | None:
        folded, stop = self.reading.folded, first.end()
        worded = self.habits.upto.match(folded, stop)
        upto = worded or _SPAN.match(folded, stop)
        last = _NUMBER.match(folded, upto.end()) if upto else None
        if not last or not self._is_number(last):
            return None
        many = word.plural or word.short or self.parts.before_law(last.end())
        if worded and not (many or self.habits.said.match(folded, last.end())):
            return None
        plain = first[0].isdigit() and last[0].isdigit()
        return None if plain and int(last[0]) <= int(first[0]) else last

    def _is_number(self, number: re.Match[str]) -> bool:
        """Whether it isn't a word of Roman letters only: `article I wrote`."""
        if number[0][0].isdigit() or number[0][0] in "lrd":
            return True
        written = self.reading.text[number.start() : number.end()]
        alone = written == "I" and not self.habits.said.match(self.reading.folded, number.end())
        return written.partition(".")[0].isupper() and not alone

    def _made(self, start: int, stop: int, ends: list[str], word: Word) -> Citation:
        dotted = self.habits.dotted
        inner = _INNER_RANGE.fullmatch(ends[0])
        if inner and 0 < int(inner[2]) - int(inner[1]) <= _WIDEST_HYPHEN and int(inner[2]) > 2:
            ends = [inner[1], inner[2]]
        ends = [self.habits.numerals.get(end, end) for end in ends]
        formed = [numbers.article(end, dotted) for end in ends]
        spread = formed if len(formed) == 1 else numbers.spread(formed[0], formed[1])
        return Citation(start, stop, tuple(spread), word, self.habits)

    def _with_parts(self, citation: Citation) -> Citation:
        """The citation with the parts that follow its number: `(1)(a)`, `, paragraphe 2`."""
        start, stop, plural = citation.start, citation.stop, citation.word.plural
        stop, cited = self.parts.after(stop, citation.numbers, start, plural)
        more = self.habits.following.match(self.reading.folded, stop)
        stop = more.end() if more else stop
        return Citation(start, stop, tuple(cited), citation.word, citation.habits)

    def _others(self, first: Citation, word: Word) -> Iterator[Citation]:
        """The further members of a list."""
        last = first
        for _ in range(_MOST_MEMBERS):
            also = self._also(last, word)
            if also and also.end() in self.parts.laws:
                return
            member = also and self._member(also.end(), also.end(), word)
            if not also or not member or not self._is_listed(member, bool(also[1]), word):
                return
            yield member
            last = member

    def _also(self, last: Citation, word: Word) -> re.Match[str] | None:
        """What joins the next member of a list to the last, a description between passed over."""
        folded, stop = self.reading.folded, last.stop
        also = self.habits.also.match(folded, stop)
        if also or not (word.plural or word.short):
            return also
        described = _DESCRIPTION.match(folded, stop)
        return self.habits.also.match(folded, described.end()) if described else None

    def _is_listed(self, member: Citation, joined: bool, word: Word) -> bool:
        """Whether a number after a comma, or `joined` by an `and`, is of the list.

        It isn't in `articles 5 et 6, 2 fois` nor in `article 5, 2019`.
        """
        if _YEAR.fullmatch(member.numbers[0]):
            return False
        beside = BESIDE.match(self.reading.text, member.stop)
        if beside and ((word.short and joined) or not beside[2].isupper()):
            return True
        if self.parts.before_law(member.stop):
            return True
        sure = word.plural or (word.short and len(member.numbers[0]) > 1)
        return (joined and sure) or bool(self.habits.said.match(self.reading.folded, member.stop))
