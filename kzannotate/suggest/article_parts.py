"""Reads the parts of an article: `п. 1 ч. 2 `, `(1)(a)`, `, paragraphe 2`."""

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from kzannotate.suggest import article_numbers as numbers
from kzannotate.suggest.article_expressions import POINTS
from kzannotate.suggest.article_habits import Habits
from kzannotate.suggest.article_reading import Reading

_POINTS = re.compile(POINTS)
_VALUE_RANGE = re.compile(r"(\d{1,3})\s?-\s?(\d{1,3})")
_SECTION = re.compile(
    r",?\s(?:[B-F](?![\w'.])|A(?=,\s|\s?[(\d§]|\s(?:d[eu]l?|van|of)\s))(?:,?\s(?:\d(?![\w.,])|\(\d\)|[a-z]\)))?"
)
"""A section between an article and its points, as the Refugee Convention has: `1 F, b)`."""
_SHAPE = re.compile(r"\d{1,2}(?=°)|\b[ivx]{1,4}\b|\b[a-h]\b")
_LETTER = re.compile(r"\.[a-zа-я]\)")
_COMMA_LETTER = re.compile(
    r",\s{1,3}(?:[a-zа-я]|[ivx]{1,4})\)(?:(?:,\s{1,3}|\s{1,3}(?:and|et|en|e|y|und|и|or|ou|of|o)\s{1,3})[a-zа-я]\))*"
)
_NO_LETTER = re.compile(r"\s?,\s{1,3}([^\W\d_])$")
"""A word of one letter that follows values, and is none: `d), è`, `iii), y`."""
_COMMA = re.compile(r"\s{0,3},\s{0,3}")
_OPENING = re.compile(r"\s?\(")
_BRACKET = re.compile(r"[()]")
_BLANK = re.compile(r"\s{0,3},?\s{0,3}")
_FAR = 120
_LONGEST_SHAPES = 40
_MOST_PARTS = 4
_MOST_POINTS = 60


@dataclass(frozen=True, slots=True)
class PartsReader:
    """Reads the parts of one text's articles in the habits of one language."""

    reading: Reading
    habits: Habits
    laws: Container[int]
    """Where the names of instruments begin."""

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
            if at not in self.laws and self.habits.led.match(folded, at):
                return _product("", reversed(parts)), at
        return None

    def shaped(self, place: int) -> tuple[int, str]:
        """Parts that have no word before an article at a place: `2° du A de l'article 1er`.

        Where they begin and their text; the place itself and no text where there are none.
        """
        begin = max(0, place - _LONGEST_SHAPES)
        before = self.reading.text[begin:place]
        parts = self.habits.shaped.search(before) if self.habits.shaped else None
        if not parts:
            return place, ""
        values = _SHAPE.findall(parts[0].casefold())[::-1]
        return begin + parts.start(), "".join(map(numbers.points, values))

    def after(
        self, stop: int, of: Sequence[str], start: int, plural: bool
    ) -> tuple[int, list[str]]:
        """The parts after the numbers `of`, which end at `stop`: where they end, and all numbers.

        The citation began at `start`; `plural`: by a word for articles in the plural.
        """
        worded = self.habits.law_first and self._further(stop)
        stop, cited = (stop, list(of)) if worded else self._points(stop, list(of), start)
        for _ in range(_MOST_PARTS):
            part = self._further(stop)
            limit = self._limit(part, start, plural) if part else stop
            values = self._values(part, limit) if part else []
            if not values:
                break
            stop, cited = limit, [*cited[:-1], *_product(cited[-1], [values])]
            stop, cited = self._letter(stop, cited, start)
        return self._in_brackets(stop, cited)

    def before_law(self, place: int) -> bool:
        """Whether the name of an instrument stands after white space or a comma."""
        blank = _BLANK.match(self.reading.folded, place)
        return bool(blank) and (blank.end() if blank else 0) in self.laws

    def _points(self, stop: int, cited: list[str], start: int) -> tuple[int, list[str]]:
        """Parts in brackets right after a number: `(1)(a)`, also a section: `F (b)`, `.h)`."""
        if _LETTER.fullmatch(self.reading.folded, stop - 2, stop + 1):
            stop += not self._closes(stop, start)
        section = _SECTION.match(self.reading.text, stop)
        if section:
            stop = section.end()
            cited = [*cited[:-1], cited[-1] + numbers.points(section[0])]
        points = _POINTS.match(self.reading.folded, stop)
        if not points:
            return self._letter(stop, cited, start)
        return self._more_points(points.end(), [*cited[:-1], cited[-1] + numbers.points(points[0])])

    def _letter(self, stop: int, cited: list[str], start: int) -> tuple[int, list[str]]:
        """A letter without a word after a comma: `art. 19.2, a)`."""
        letter = _COMMA_LETTER.match(self.reading.folded, stop)
        if not letter or self._closes(letter.end() - 1, start):
            return stop, cited
        return letter.end(), [*cited[:-1], cited[-1] + numbers.points(letter[0])]

    def _further(self, stop: int) -> re.Match[str] | None:
        """A part that follows, which isn't of the next article: `ст. 30, ч. 1 ст. 105`."""
        part = None if self.before_law(stop) else self.habits.tail.match(self.reading.folded, stop)
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
            closing = self._closing(part) if part else -1
            values = self._values(part, closing if closing >= 0 else None) if part else []
            found = [*found[:-1], *_product(found[-1], [values])]
            if not part or closing >= 0:
                return (closing + 1, found) if part else (stop, cited)
            part = self.habits.tail.match(folded, part.end())
        return stop, cited

    def _closing(self, part: re.Match[str]) -> int:
        """Where the bracket closes in which a part stands last, or -1: not after `a)`, `b)`."""
        text, stop = self.reading.text, part.end() + 1
        for bracket in _BRACKET.finditer(text, part.start(), stop):
            at = bracket.start()
            of_letter = text[at - 1].isalpha() and text.find(")", at + 1, stop) >= 0
            if bracket[0] == ")" and not of_letter:
                return at
        return -1

    def _more_points(self, stop: int, cited: list[str]) -> tuple[int, list[str]]:
        """What follows in a list of points: `(1)(c) and (f)`, `(1)-(3)`."""
        for _ in range(_MOST_POINTS):
            more = self.habits.more_points.match(self.reading.folded, stop)
            if not more:
                break
            stop = more.end()
            cited = [*cited, numbers.beside(cited[-1], numbers.points(more[1]))]
        return stop, cited

    def _limit(self, part: re.Match[str], begin: int, plural: bool) -> int:
        """Where a part ends: before a bracket that was opened outside, or the next of a list."""
        if part[4] is None:
            return part.end()
        start, stop = part.span(4)
        one = plural and not self.habits.several.fullmatch(part[3])
        if one or not part[4].strip("(\"'")[0].isdigit():
            stop = self._before_number(start, stop)
        depth = 0
        for at in range(start, stop):
            sign = self.reading.text[at]
            if at in self.laws:
                return start + len(self.reading.text[start:at].rstrip(" ,"))
            if sign == ")" and not depth and self._closes(at, begin):
                return at
            depth += (sign == "(") - (sign == ")" and depth > 0)
        word = _NO_LETTER.search(self.reading.text, start, stop)
        if word and not self.reading.text[word.start() - 1].isalpha():
            return word.start() if word[1] in self.habits.no_points else stop
        return stop

    def _before_number(self, start: int, stop: int) -> int:
        """Where the values of a part stop before a number, which is the next article's."""
        for between in self.habits.split.finditer(self.reading.folded, start, stop):
            if self.reading.folded[between.end() : between.end() + 1].isdigit():
                return between.start()
        return stop

    def _closes(self, at: int, start: int) -> bool:
        """Whether the bracket at `at` closes one that was opened before the citation.

        It is that of `a)` where one follows that closes none opened after it.
        """
        depth = 0
        for sign in self.reading.text[max(0, start - 300) : start]:
            depth = depth + 1 if sign == "(" else max(0, depth - 1) if sign == ")" else depth
        if self.reading.text[at - 1].isdigit():
            return depth > 0
        following = _BRACKET.findall(self.reading.text, at + 1, at + _FAR)
        depths = accumulate(1 if bracket == "(" else -1 for bracket in following)
        return depth > 0 and -1 not in depths

    def _values(self, part: re.Match[str], stop: int | None = None) -> list[str]:
        """The values of a part as `(2)`, `(3)`."""
        before = part[1] or part[2]
        text = before or part[4]
        if not before and stop is not None:
            text = text[: stop - part.start(4)]
        values = []
        for piece in self.habits.split.split(text):
            plain = piece.isdigit() or len(piece) == 1
            values += [] if plain else self._ordinals(piece)
            if values and not piece[:1].isdigit() and len(piece) > 1:
                continue
            ends = _VALUE_RANGE.fullmatch(piece)
            of_range = numbers.spread(ends[1], ends[2]) if ends else [piece]
            values += [numbers.points(value) for value in of_range]
        return [value for value in values if value]

    def _ordinals(self, word: str) -> list[str]:
        value = self.habits.ordinals.get(" ".join(word.split()))
        return [f"({value})"] if value else []


def _product(base: str, parts: Iterable[list[str]]) -> list[str]:
    """Each base with each value of each part, the widest part first."""
    found = [base]
    for values in parts:
        found = [one + value for one in found for value in values]
    return found
