"""Words, sentences, passages and numbered paragraphs: what a selection grows to.

Spans are code points, half-open, without white space at their ends.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kzannotate.model.sentences import Span, sentences
from kzannotate.ui.reader.words import word_at

_NUMBERED = re.compile(r"\s*\(?\d{1,3}(?:\.\d{1,2})*[.)]\s")


class Units:
    """The units of one text. Sentences are told within a passage, when they are asked for."""

    def __init__(self, text: str, starts: Sequence[int]) -> None:
        """`starts`: where the passages begin; they partition the text."""
        self._text = text
        self._starts = list(starts) or [0]

    def word(self, position: int) -> Span:
        """The word that holds or touches a position; empty between words."""
        return word_at(self._text, position) or (position, position)

    def sentence(self, position: int) -> Span:
        """The sentence that holds a position."""
        sentences = self._sentences(self._number(position))
        held = (span for span in sentences if position < span[1])
        return self._trimmed(*next(held, sentences[-1]))

    def passage(self, position: int) -> Span:
        """The passage that holds a position."""
        return self._trimmed(*self._passage(self._number(position)))

    def paragraph(self, position: int) -> Span:
        """The passages from one that begins with a number up to the next that does."""
        number = last = self._number(position)
        while number > 0 and not self._is_numbered(number):
            number -= 1
        while last + 1 < len(self._starts) and not self._is_numbered(last + 1):
            last += 1
        return self._trimmed(self._starts[number], self._passage(last)[1])

    def grown(self, start: int, stop: int) -> Span:
        """The smallest unit, or run of units, that holds more than `start` to `stop`."""
        end = max(start, stop - 1)
        for unit in (self.word, self.sentence, self.passage, self.paragraph):
            low, high = unit(start)[0], unit(end)[1]
            if low <= start and high >= stop and high - low > stop - start:
                return low, high
        return start, stop

    def next_sentence(self, position: int) -> int:
        """Where the next sentence begins; the text's end behind the last one."""
        return next((start for start in self._after(position) if start > position), self._end)

    def sentence_before(self, position: int) -> int:
        """Where the sentence begins, or the one before if `position` is its beginning."""
        number = self._number(position)
        found = [start for start, _ in self._sentences(number) if start < position]
        if not found and number:
            found = [start for start, _ in self._sentences(number - 1)]
        return found[-1] if found else 0

    def next_passage(self, position: int) -> int:
        """Where the next passage begins; the text's end behind the last one."""
        return self._passage(self._number(position))[1]

    def passage_before(self, position: int) -> int:
        """Where the passage begins, or the one before if `position` is its beginning."""
        number = self._number(position)
        at_start = self._starts[number] == position
        return self._starts[max(0, number - at_start)]

    # Inside

    @property
    def _end(self) -> int:
        return len(self._text)

    def _number(self, position: int) -> int:
        return max(0, bisect_right(self._starts, position) - 1)

    def _passage(self, number: int) -> Span:
        last = number + 1 == len(self._starts)
        return self._starts[number], self._end if last else self._starts[number + 1]

    def _is_numbered(self, number: int) -> bool:
        return _NUMBERED.match(self._text, self._starts[number]) is not None

    def _after(self, position: int) -> Iterator[int]:
        """Beginnings of sentences, of this passage and the next."""
        number = self._number(position)
        for each in (number, number + 1):
            if each < len(self._starts):
                yield from (start for start, _ in self._sentences(each))

    def _sentences(self, number: int) -> list[Span]:
        """The sentences of a passage; they partition it."""
        start, stop = self._passage(number)
        found = sentences(self._text[start:stop])
        return [(start + low, start + high) for low, high in found]

    def _trimmed(self, start: int, stop: int) -> Span:
        piece = self._text[start:stop]
        if not piece.strip():
            return start, start
        return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
