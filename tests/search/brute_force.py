"""Queries whose answers are worked out by trying every place: slow, plain, and without our code.

A query writes itself as a researcher would, and says where in a passage it stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True)
class Token:
    """A word of a text, in code points of it."""

    written: str
    start: int
    stop: int

    @property
    def form(self) -> str:
        """The only folding that the made texts need."""
        return self.written.lower().replace("á", "a")


@dataclass(frozen=True)
class Paragraph:
    """A passage: its words, and those after its page's end if it ends there."""

    document: str
    text: str
    start: int
    own: tuple[Token, ...]
    after: tuple[Token, ...]


@dataclass(frozen=True)
class Query:
    """Something to search for."""

    def written(self) -> str:
        """As it is typed."""
        raise NotImplementedError

    def spans(self, paragraph: Paragraph) -> set[Span]:
        """Where it stands, in code points of the document."""
        raise NotImplementedError

    def in_document(self, paragraphs: list[Paragraph]) -> bool:
        """Whether it is true of a document as a whole."""
        return any(self.spans(paragraph) for paragraph in paragraphs)


@dataclass(frozen=True)
class OneWord(Query):
    """A word or a pattern of one."""

    typed: str

    def written(self) -> str:
        return self.typed

    def spans(self, paragraph: Paragraph) -> set[Span]:
        return {(token.start, token.stop) for token in paragraph.own if self.fits(token)}

    def fits(self, token: Token) -> bool:
        """Whether a word of a text is this one."""
        if self.typed.startswith("="):
            return token.written == self.typed[1:]
        if "~" in self.typed:
            word, _, letters = self.typed.partition("~")
            return slips(word, token.form) <= min(int(letters or 1), len(word) - 1)
        pattern = self.typed.replace("?", ".").replace("*", ".*")
        return re.fullmatch(pattern, token.form) is not None


@dataclass(frozen=True)
class Side(Query):
    """Words side by side, folded or exact."""

    words: tuple[str, ...]
    exact: bool

    def written(self) -> str:
        return f'{"=" if self.exact else ""}"{" ".join(self.words)}"'

    def spans(self, paragraph: Paragraph) -> set[Span]:
        tokens = paragraph.own + paragraph.after
        found = set()
        for first in range(len(paragraph.own)):
            some = tokens[first : first + len(self.words)]
            if tuple(token.written if self.exact else token.form for token in some) == self.words:
                found.add((some[0].start, some[-1].stop))
        return found


@dataclass(frozen=True)
class Close(Query):
    """Different words in any order with others among them: the shortest stretches."""

    words: tuple[str, ...]
    others: int

    def written(self) -> str:
        return f'"{" ".join(self.words)}"~{self.others}'

    def spans(self, paragraph: Paragraph) -> set[Span]:
        tokens = paragraph.own + paragraph.after
        wide = len(self.words) + self.others
        fit = [
            (first, last)
            for first, token in enumerate(paragraph.own)
            if token.form in self.words
            for last in range(first, min(first + wide, len(tokens)))
            if set(self.words) <= {token.form for token in tokens[first : last + 1]}
        ]
        least = [
            (first, last)
            for first, last in fit
            if not any(
                first <= other[0] and other[1] <= last for other in fit if other != (first, last)
            )
        ]
        return {(tokens[first].start, tokens[last].stop) for first, last in least}


@dataclass(frozen=True)
class Pattern(Query):
    """A regular expression."""

    expression: str

    def written(self) -> str:
        return f"/{self.expression}/"

    def spans(self, paragraph: Paragraph) -> set[Span]:
        found = re.finditer(self.expression, paragraph.text, re.IGNORECASE)
        return {(paragraph.start + one.start(), paragraph.start + one.end()) for one in found}


@dataclass(frozen=True)
class Both(Query):
    """Two queries of the same passage or document."""

    left: Query
    right: Query

    def written(self) -> str:
        return f"({self.left.written()} {self.right.written()})"

    def spans(self, paragraph: Paragraph) -> set[Span]:
        left, right = self.left.spans(paragraph), self.right.spans(paragraph)
        return left | right if left and right else set()

    def in_document(self, paragraphs: list[Paragraph]) -> bool:
        return self.left.in_document(paragraphs) and self.right.in_document(paragraphs)


@dataclass(frozen=True)
class Either(Both):
    """One or the other, or both."""

    def written(self) -> str:
        return f"({self.left.written()} OR {self.right.written()})"

    def spans(self, paragraph: Paragraph) -> set[Span]:
        return self.left.spans(paragraph) | self.right.spans(paragraph)

    def in_document(self, paragraphs: list[Paragraph]) -> bool:
        return self.left.in_document(paragraphs) or self.right.in_document(paragraphs)


@dataclass(frozen=True)
class Not(Both):
    """The first without the second."""

    def written(self) -> str:
        return f"({self.left.written()} NOT {self.right.written()})"

    def spans(self, paragraph: Paragraph) -> set[Span]:
        return set() if self.right.spans(paragraph) else self.left.spans(paragraph)

    def in_document(self, paragraphs: list[Paragraph]) -> bool:
        return self.left.in_document(paragraphs) and not self.right.in_document(paragraphs)


@dataclass(frozen=True)
class Of(Query):
    """In documents of a name, or in the others."""

    wanted: Query
    document: str
    there: bool

    def written(self) -> str:
        return f"({self.wanted.written()} {'' if self.there else 'NOT '}doc:{self.document})"

    def spans(self, paragraph: Paragraph) -> set[Span]:
        there = self.document in paragraph.document
        return self.wanted.spans(paragraph) if there == self.there else set()

    def in_document(self, paragraphs: list[Paragraph]) -> bool:
        there = self.document in paragraphs[0].document
        return there == self.there and self.wanted.in_document(paragraphs)


def slips(one: str, other: str) -> int:
    """Letters added, left out, changed or swapped with the next, each at most once."""
    near = {one}
    for letters in range(3):
        if other in near:
            return letters
        near = {changed for word in near for changed in _changed(word)}
    return 3


def _changed(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        yield from (word[:at] + letter + word[at + over :] for letter in "abc" for over in (0, 1))
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
