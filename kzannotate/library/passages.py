"""Cuts a canonical text into passages: paragraphs and list items, never across pages."""

import re
from collections.abc import Iterator, Sequence

from kzannotate.library import language
from kzannotate.model.document import Page, Passage

LONGEST = 4000
"""Code points of the longest passage."""

# A blank line, a form feed, the end of a line too long to be a wrapped one, or a line that begins
# as a list item does. White space after the paragraph is part of the match.
_ITEM = r"""(?: [-*]\s | [–—]\s | [•●▪■◦‣∙·○□➢➤✓\uf0a7\uf0b7]
    | \(?\d{1,3}(?:\.\d{1,2})*[.)]\s | \(?(?:[^\W\d_]|[ivxIVX]{2,5})\)\s )"""
_BREAK = re.compile(
    rf"""\n (?: [^\S\n]*+ \n \s*+ | (?<=[^\n]{{160}}\n) \s*+ | [^\S\n]*+ (?={_ITEM}) )
    | \f \s*+""",
    re.VERBOSE,
)
# Signs of an item that can't be taken for the middle of a sentence.
_SURE_ITEM = re.compile(r"[-*]\s|[•●▪■◦‣∙·○□➢➤✓\uf0a7\uf0b7]|\(?[^\W\d_]{1,5}\)\s")
_SENTENCE_END = re.compile(r"[.!?…][\"'»”’)\]]*\s+")
_SPACE = re.compile(r"\s+")
_ENDS_SENTENCE = frozenset(".!?…:;\"'»”’)]")
_WRAPPED = (70, 150)
"""Code points of a line that was wrapped: a heading is shorter, an unwrapped paragraph longer."""


def cut(text: str, pages: Sequence[Page] = ()) -> tuple[Passage, ...]:
    """Give the passages that partition `text`, each within one of `pages` if there are any.

    A paragraph ends at a blank line, unless a sentence goes on after it in lower case; lines
    wrapped within it stay together. Numbered and bulleted items begin a passage. What is longer
    than `LONGEST` is cut at the end of a sentence, or else at white space.
    """
    numbers: list[int | None] = []
    starts: list[int] = []
    for number, start, stop in _stretches(text, pages):
        found = list(_starts(text, start, stop))
        starts += found
        numbers += [number] * len(found)
    stops = [*starts[1:], len(text)]
    languages = language.languages(text, list(zip(starts, stops, strict=False)))
    return tuple(map(Passage, starts, stops, numbers, languages))


def _stretches(text: str, pages: Sequence[Page]) -> Iterator[tuple[int | None, int, int]]:
    """Page number, start and stop of what is cut by itself: each page, or the whole text."""
    if not pages and text:
        yield None, 0, len(text)
    for page in pages:
        if page.stop > page.start:
            yield page.number, page.start, page.stop


def _starts(text: str, start: int, stop: int) -> Iterator[int]:
    """Where the passages between `start` and `stop` begin; the first is `start`."""
    for match in _BREAK.finditer(text, start, stop):
        after = match.end()
        if after < stop and _is_end(text, start, match.start(), after):
            yield from _pieces(text, start, after)
            start = after
    yield from _pieces(text, start, stop)


def _is_end(text: str, start: int, end: int, after: int) -> bool:
    """Whether the passage from `start` ends at `end`, where a break goes until `after`."""
    line = text[max(start, end - _WRAPPED[1] - 1) : end].rstrip()
    line = line[line.rfind("\n") + 1 :]
    if not line:
        return bool(text[start:end].strip())
    if line[-1] in _ENDS_SENTENCE or _SURE_ITEM.match(text, after):
        return True
    return not (_first_letter(text, after).islower() or _is_wrapped(line, text[after]))


def _is_wrapped(line: str, following: str) -> bool:
    """Whether a line stops at the margin, so that its sentence goes on in the next paragraph."""
    return _WRAPPED[0] <= len(line) <= _WRAPPED[1] and line[-1].isalpha() and following.isalpha()


def _first_letter(text: str, position: int) -> str:
    """The first letter of a line, behind the number or dash of an item."""
    line = text[position : position + 20]
    return line.lstrip("0123456789.() \t–—")[:1] if line[:1] in "0123456789(–—" else line[:1]


def _pieces(text: str, start: int, stop: int) -> Iterator[int]:
    """`start`, and where a passage that is too long is cut."""
    yield start
    while stop - start > LONGEST:
        start = _cut_near(text, start + LONGEST // 2, start + LONGEST)
        yield start


def _cut_near(text: str, start: int, stop: int) -> int:
    """The last end of a sentence between `start` and `stop`, else of a word, else `stop`."""
    for pattern in (_SENTENCE_END, _SPACE):
        ends = [match.end() for match in pattern.finditer(text, start, stop)]
        if ends:
            return ends[-1]
    return stop
