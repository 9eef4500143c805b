"""Sentences, as the rules for demands read them."""

import re
from collections.abc import Iterator

from kzannotate.suggest.demand_text import lowered

_SENTENCE = re.compile(r"[.!?…]{1,4}[\"'»”’)\]*_]{0,4}\s+(?=[\"'«“„(\[*_¿¡–—-]{0,3}\s?[^\W_])")
_ABBREVIATED = re.compile(r"[^\W_]+$")


def sentences(
    text: str, start: int, stop: int, abbreviations: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """The sentences between two places."""
    begin = start
    for match in _SENTENCE.finditer(text, start, stop):
        if not _is_abbreviation(text, begin, match, abbreviations):
            yield begin, match.start() + len(match.group().rstrip())
            begin = match.end()
    if begin < stop:
        yield begin, stop


def _is_abbreviation(
    text: str, begin: int, match: re.Match[str], abbreviations: frozenset[str]
) -> bool:
    following = text[match.end() : match.end() + 5].lstrip("\"'«“„([*_¿¡–—- ")[:1]
    if following.islower():
        return True
    if match.group()[0] != ".":
        return False
    before = _ABBREVIATED.search(text, max(begin, match.start() - 20), match.start())
    if not before:
        return False
    word = before.group()
    return (len(word) == 1 and not word.isdigit()) or lowered(word) in abbreviations
