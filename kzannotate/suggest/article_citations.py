"""Reads one citation: its articles, the parts of each, lists and ranges of them."""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace

from kzannotate.suggest import article_numbers as numbers
from kzannotate.suggest.article_habits import DESCRIPTION, NUMBER, POINTS, VALUE, Habits
from kzannotate.suggest.article_reading import Reading

_NUMBER, _POINTS, _VALUE = re.compile(NUMBER), re.compile(POINTS), re.compile(VALUE)
_SPAN = re.compile(r"\s?-\s?(?=\d)")
_VALUE_RANGE = re.compile(r"(\d{1,3})\s?-\s?(\d{1,3})")
_YEAR = re.compile(r"19\d\d|20[0-3]\d")
_INNER_RANGE = re.compile(r"(\d{1,4})-(\d{1,4})")
_DESCRIPTION = re.compile(DESCRIPTION)
_SECTION = re.compile(r"\s(?:[B-F](?![\w'.])|A(?=\s?[(\d]))(?:,?\s(?:\d(?![\w.,])|[a-z]\)))?")
"""A section between an article and its points, as the Refugee Convention has: `1 F, b)`."""
_COMMA = re.compile(r"\s{0,3},\s{0,3}")
_OPENING = re.compile(r"\s?\(")
_BRACKET = re.compile(r"[()]")
_PLAIN = re.compile(r"\d{1,4}(?:-\d{1,3})?")
_BLANK = re.compile(r"\s{0,3},?\s{0,3}")
_MOST_MEMBERS = 60
_MOST_PARTS = 4
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


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the citations of one text in the habits of one language."""

    reading: Reading
    habits: Habits
    laws: Container[int]
    """Where the names of instruments begin."""

    def after_word(self, start: int, place: int, word: Word) -> list[Citation]:
        """The citations whose word for article, from `start`, is followed by what is at `place`."""
        sign = self.habits.sign.match(self.reading.folded, place)
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
        return [*found[:-1], self._tailed(replace(found[-1], stop=stop))]

    def lead(self, place: int) -> tuple[list[str], int] | None:
        """Parts before their article, `п. 1 ч. 2 `: all their texts, and where its word begins."""
        folded, at = self.reading.folded, place
        parts: list[list[str]] = []
        for _ in range(_MOST_PARTS):
            part = self.habits.part.match(folded, at)
            if not part:
                return None
            parts.append(self._values(part))
            linked = self.habits.linked.match(folded, part.end())
            at = linked.end() if linked else part.end()
            if self.habits.led.match(folded, at):
                return _product("", reversed(parts)), at
        return None

    def _member(self, start: int, place: int, word: Word) -> Citation | None:
        number = self.habits.numeral.match(self.reading.folded, place)
        if number:
            return self._tailed(self._made(start, number.end(), [number[0]], word))
        number = _NUMBER.match(self.reading.folded, place)
        if not number or not self._is_number(number):
            return None
        last = self._last_of_range(number, word)
        ends = [number[0], last[0]] if last else [number[0]]
        return self._tailed(self._made(start, (last or number).end(), ends, word))

    def _last_of_range(self, first: re.Match[str], word: Word) -> re.Match[str] | None:
        folded, stop = self.reading.folded, first.end()
        upto = self.habits.upto.match(folded, stop) if word.plural or word.short else None
        upto = upto or _SPAN.match(folded, stop)
        last = _NUMBER.match(folded, upto.end()) if upto else None
        if not last or not self._is_number(last):
            return None
        plain = first[0].isdigit() and last[0].isdigit()
        return None if plain and int(last[0]) <= int(first[0]) else last

    def _is_number(self, number: re.Match[str]) -> bool:
        """Whether it isn't a word of Roman letters only: `article I wrote`."""
        if number[0][0].isdigit() or number[0][0] in "lrd":
            return True
        written = self.reading.text[number.start() : number.end()]
        alone = written == "I" and not self.habits.said.match(self.reading.folded, number.end())
        return written.isupper() and not alone

    def _made(self, start: int, stop: int, ends: list[str], word: Word) -> Citation:
        dotted = self.habits.dotted
        inner = _INNER_RANGE.fullmatch(ends[0])
        if inner and 0 < int(inner[2]) - int(inner[1]) <= _WIDEST_HYPHEN and int(inner[2]) > 2:
            ends = [inner[1], inner[2]]
        ends = [self.habits.numerals.get(end, end) for end in ends]
        formed = [numbers.article(end, dotted) for end in ends]
        spread = formed if len(formed) == 1 else numbers.spread(formed[0], formed[1])
        return Citation(start, stop, tuple(spread), word, self.habits)

    def _tailed(self, citation: Citation) -> Citation:
        """The citation with the parts that follow its number: `(1)(a)`, `, paragraphe 2`."""
        folded, stop, cited = self.reading.folded, citation.stop, list(citation.numbers)
        section = _SECTION.match(self.reading.text, stop)
        if section:
            stop = section.end()
            cited = [*cited[:-1], cited[-1] + numbers.points(section[0])]
        points = _POINTS.match(folded, stop)
        if points:
            stop = points.end()
            cited = [*cited[:-1], cited[-1] + numbers.points(points[0])]
            stop, cited = self._more_points(stop, cited)
        for _ in range(_MOST_PARTS):
            part = self._further(stop)
            if not part:
                break
            limit = self._limit(part, citation)
            values = self._values(part, limit)
            if not values:
                break
            stop = limit
            cited = [*cited[:-1], *_product(cited[-1], [values])]
        stop, cited = self._in_brackets(stop, cited)
        more = self.habits.following.match(folded, stop)
        return replace(citation, stop=more.end() if more else stop, numbers=tuple(cited))

    def _further(self, stop: int) -> re.Match[str] | None:
        """A part that follows, which isn't of the next article: `ст. 30, ч. 1 ст. 105`."""
        part = None if self._is_law(stop) else self.habits.tail.match(self.reading.folded, stop)
        if not part or any(at in self.laws for at in range(stop, max(part.start(4), stop))):
            return None
        comma = _COMMA.match(part[0])
        lead = self.lead(stop + comma.end()) if comma else None
        of_next = lead and "," not in self.reading.folded[part.end() : lead[1]]
        return None if of_next else part

    def _in_brackets(self, stop: int, cited: list[str]) -> tuple[int, list[str]]:
        """Parts in brackets after their article: ` (часть 1)`, ` (Part 4, para. 2)`."""
        folded = self.reading.folded
        opening = _OPENING.match(folded, stop)
        part = self.habits.part.match(folded, opening.end()) if opening else None
        found = cited
        for _ in range(_MOST_PARTS):
            closing = self.reading.text.find(")", part.start(), part.end() + 1) if part else -1
            values = self._values(part, closing if closing >= 0 else None) if part else []
            found = [*found[:-1], *_product(found[-1], [values])]
            if not part or closing >= 0:
                return (closing + 1, found) if part else (stop, cited)
            part = self.habits.tail.match(folded, part.end())
        return stop, cited

    def _more_points(self, stop: int, cited: list[str]) -> tuple[int, list[str]]:
        """What follows in a list of points: `(1)(c) and (f)`, `(1)-(3)`."""
        for _ in range(_MOST_MEMBERS):
            more = self.habits.more_points.match(self.reading.folded, stop)
            if not more:
                break
            stop = more.end()
            cited = [*cited, numbers.beside(cited[-1], numbers.points(more[1]))]
        return stop, cited

    def _limit(self, part: re.Match[str], citation: Citation) -> int:
        """Where a part ends: before a bracket that was opened outside, or the next of a list."""
        if part[4] is None:
            return part.end()
        start, stop = part.span(4)
        if citation.word.plural and not self.habits.several.fullmatch(part[3]):
            value = _VALUE.match(self.reading.folded, start)
            stop = value.end() if value else stop
        depth = 0
        for at in range(start, stop):
            sign = self.reading.text[at]
            if at in self.laws:
                return start + len(self.reading.text[start:at].rstrip(" ,"))
            if sign == ")" and not depth and self._closes(at, citation.start):
                return at
            depth += (sign == "(") - (sign == ")" and depth > 0)
        return stop

    def _closes(self, at: int, start: int) -> bool:
        """Whether the bracket at `at` closes one that was opened before the citation.

        It is that of `a)` where another that closes follows before one that opens.
        """
        depth = 0
        for sign in self.reading.text[max(0, start - 300) : start]:
            depth = depth + 1 if sign == "(" else max(0, depth - 1) if sign == ")" else depth
        if self.reading.text[at - 1].isdigit():
            return depth > 0
        following = _BRACKET.search(self.reading.text, at + 1, at + 81)
        return depth > 0 and not (following and following[0] == ")")

    def _values(self, part: re.Match[str], stop: int | None = None) -> list[str]:
        """The values of a part as `(2)`, `(3)`."""
        before = part[1] or part[2]
        text = before or part[4]
        if not before and stop is not None:
            text = text[: stop - part.start(4)]
        values = []
        for piece in self.habits.split.split(text):
            values += [f"({n})" for one, n in self.habits.ordinals.items() if one.fullmatch(piece)]
            if values and not piece[:1].isdigit() and len(piece) > 1:
                continue
            ends = _VALUE_RANGE.fullmatch(piece)
            of_range = numbers.spread(ends[1], ends[2]) if ends else [piece]
            values += [numbers.points(value) for value in of_range]
        return [value for value in values if value]

    def _others(self, first: Citation, word: Word) -> Iterator[Citation]:
        """The further members of a list."""
        last = first
        for _ in range(_MOST_MEMBERS):
            also = self._also(last, word)
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
        if self._is_law(member.stop):
            return True
        sure = word.plural or (word.short and len(member.numbers[0]) > 1)
        return (joined and sure) or bool(self.habits.said.match(self.reading.folded, member.stop))

    def _is_law(self, place: int) -> bool:
        """Whether the name of an instrument stands after white space or a comma."""
        blank = _BLANK.match(self.reading.folded, place)
        return bool(blank) and (blank.end() if blank else 0) in self.laws


def _product(base: str, parts: Iterable[list[str]]) -> list[str]:
    """Each base with each value of each part, the widest part first."""
    found = [base]
    for values in parts:
        found = [one + value for one in found for value in values]
    return found
